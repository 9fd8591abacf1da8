/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that a session brings, in order, without living through it. */

#pragma once

#include <json-glib/json-glib.h>

#include "core/routines/fascia-player.h"

#include "fascia-cli-context.h"

G_BEGIN_DECLS

/* One event with what is heard at it. */
typedef struct
{
  FasciaPlayerEvent event;
  gint64 part_ms; /* of the part that it begins; 0 where none begins or the person is waited for */
  gboolean is_open; /* it begins one that waits for the person */
  FasciaChime chime;
  char *words; /* (nullable) */
} FasciaCliMoment;

/* Plays @player, which was not begun, from its beginning to its end; whoever is waited for is there at
 * once. (transfer full) Array of FasciaCliMoment. */
GArray *fascia_cli_timeline_new (FasciaPlayer *player);

/* "12:05" */
char *fascia_cli_dup_time (gint64 ms);

/* Lines for people: each step with its moments below it. */
void fascia_cli_timeline_append (GString *text, FasciaPlayer *player, const GArray *timeline);
/* For programs: the member "events". */
void fascia_cli_timeline_add (JsonBuilder *builder, FasciaPlayer *player, const GArray *timeline);

G_END_DECLS
