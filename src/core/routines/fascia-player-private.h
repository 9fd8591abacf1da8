/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of the player: its parts one after the other, and where it stands. */

#pragma once

#include "fascia-player.h"

G_BEGIN_DECLS

/* One part of the session; lengths change when something is eased off or made longer. */
typedef struct
{
  FasciaPlayerState state; /* READY, HOLD, CHANGE or REST */
  guint entry;
  guint set;
  gint64 length_ms;
  gboolean is_open;  /* lasts until the person goes on */
  gboolean new_side; /* a change to the other side */
} FasciaPlayerPart;

/* What became of an entry. */
typedef struct
{
  gint64 done_ms;
  const char *outcome; /* (nullable) as in FasciaSessionStep */
  const char *reason;  /* (nullable) interned */
  FasciaPosture posture;
  int cap;
  gboolean eased_off; /* here */
} FasciaPlayerEntry;

struct _FasciaPlayer
{
  FasciaPractice *practice;
  FasciaPlayerOptions options;
  GArray *parts;   /* of FasciaPlayerPart */
  GArray *entries; /* of FasciaPlayerEntry */
  GArray *events;  /* of FasciaPlayerEvent, to be handed out */
  gboolean is_handed_out;
  FasciaPlayerState over; /* 0, FINISHED or STOPPED */
  gboolean is_paused;
  gboolean is_told; /* what the part begins with */
  gboolean has_begun;
  guint part;
  gint64 in_part_ms;
  gint64 elapsed_ms;
  gint64 paused_ms;
  gint64 last_ms; /* of the clock */
  guint ease_offs;
};

/* Lays the parts out. FALSE when there is no entry. */
gboolean fascia_player_lay_out (FasciaPlayer *self);
/* Seconds that the words before the first hold of an entry take. */
int fascia_player_get_words_seconds (const FasciaPlayer *self, guint entry);
/* What easing off at @entry does to it and to what follows at its places, from @part on. */
void fascia_player_ease_from (FasciaPlayer *self, guint entry, guint part);
const FasciaPracticeEntry *fascia_player_peek_entry (const FasciaPlayer *self, guint entry);

G_END_DECLS
