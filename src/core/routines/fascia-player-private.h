/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of the player: its parts one after the other, and where it stands. */

#pragma once

#include "fascia-player.h"

G_BEGIN_DECLS

/* The last seconds before a hold, and of it, are counted. */
#define FASCIA_PLAYER_COUNT_IN_S 3
#define FASCIA_PLAYER_COUNT_OUT_S 5

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
  gboolean is_half_told;
  guint told; /* the entry whose way was told last, from 1; 0: none */
  gboolean has_begun;
  guint part;
  gint64 in_part_ms;
  gint64 elapsed_ms;
  gint64 paused_ms;
  gint64 last_ms; /* of the clock */
  guint ease_offs;
};

/* fascia-player.c */

/* NULL when it is over. */
FasciaPlayerPart *fascia_player_peek_part (FasciaPlayer *self);
FasciaPlayerEntry *fascia_player_peek_state (FasciaPlayer *self, guint entry);
void fascia_player_emit (FasciaPlayer *self, FasciaPlayerEventKind kind, gint64 at_ms, int value);
void fascia_player_emit_now (FasciaPlayer *self, FasciaPlayerEventKind kind);
/* What a part begins with is told when time begins to go by in it, not while it is paused. */
void fascia_player_tell_part (FasciaPlayer *self);
void fascia_player_go_to_part (FasciaPlayer *self, guint part);
/* The hold that runs is over, at its end or by easing off. */
void fascia_player_end_hold (FasciaPlayer *self);
void fascia_player_end_part (FasciaPlayer *self);
/* What went by since the last time; forgets the events that were handed out. */
void fascia_player_take_time (FasciaPlayer *self, gint64 now_ms);

/* fascia-player-parts.c */

/* Lays the parts out. FALSE when there is no entry. */
gboolean fascia_player_lay_out (FasciaPlayer *self);
const FasciaPracticeEntry *fascia_player_peek_entry (const FasciaPlayer *self, guint entry);
/* After another entry came into the practice at @entry: lays its parts out, and the way to the one after it
 * anew. Returns the first of them. */
guint fascia_player_lay_in (FasciaPlayer *self, guint entry);

/* fascia-player-cues.c */

/* Seconds that the words on the way to an entry take; @kind: READY, REST or SIDE. */
int fascia_player_get_words_seconds (const FasciaPlayer *self,
                                     FasciaPlayerEventKind kind,
                                     guint entry);

/* fascia-player-press.c */

/* What easing off at @entry does to it and to what follows at its places, from @part on. */
void fascia_player_ease_from (FasciaPlayer *self, guint entry, guint part);

/* What may still be held in this session beyond what is planned, within its limits. */
gint64 fascia_player_get_session_room_ms (FasciaPlayer *self, gboolean presses);

/* fascia-player-side.c */

/* One more entry with the other side of @entry, at @at or later: what comes after it moves on. FALSE when
 * it may not be. @part: (out): the first of its parts. */
gboolean fascia_player_add_side_of (FasciaPlayer *self, guint entry, guint at, guint *part);

G_END_DECLS
