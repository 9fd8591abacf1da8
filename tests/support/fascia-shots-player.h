/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of a running session in every state.
 */

#pragma once

#include "fascia-window.h"

G_BEGIN_DECLS

void fascia_shots_player_ready (FasciaWindow *window);
void fascia_shots_player_hold (FasciaWindow *window);
void fascia_shots_player_breath (FasciaWindow *window);
void fascia_shots_player_breath_words (FasciaWindow *window);
void fascia_shots_player_waits (FasciaWindow *window);
void fascia_shots_player_change (FasciaWindow *window);
void fascia_shots_player_rest (FasciaWindow *window);
void fascia_shots_player_paused (FasciaWindow *window);
void fascia_shots_player_stop (FasciaWindow *window);
void fascia_shots_player_stopped (FasciaWindow *window);
void fascia_shots_player_done (FasciaWindow *window);
/* The offer to go on with a session that broke off. */
void fascia_shots_player_broken_off (FasciaWindow *window);
void fascia_shots_player_broken_off_routines (FasciaWindow *window);

G_END_DECLS
