/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as a state machine: what happens when, without clock, sound or window. */

#pragma once

#include "fascia-practice.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_PLAYER_READY = 1, /* get-ready count */
  FASCIA_PLAYER_HOLD,      /* the step runs */
  FASCIA_PLAYER_CHANGE,    /* change-over to the other side, or to the next set */
  FASCIA_PLAYER_REST,
  FASCIA_PLAYER_PAUSED,
  FASCIA_PLAYER_FINISHED,
  FASCIA_PLAYER_STOPPED,
} FasciaPlayerState;

typedef struct _FasciaPlayer FasciaPlayer;

G_END_DECLS
