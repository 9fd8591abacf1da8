/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a practice is laid out in time: counts, holds, changes and rests one after the other.
 */

#include "config.h"

#include "fascia-player-private.h"

/* Getting down to the floor takes longer than sitting up. */
#define READY_SEAT_S 10
#define READY_BED_S 15
#define READY_FLOOR_S 25

int
fascia_player_get_ready_seconds (FasciaPosture posture)
{
  if ((posture & (FASCIA_POSTURE_FLOOR | FASCIA_POSTURE_HANDS_AND_KNEES)) != 0)
    return READY_FLOOR_S;
  return (posture & FASCIA_POSTURE_BED) != 0 ? READY_BED_S : READY_SEAT_S;
}

const FasciaPracticeEntry *
fascia_player_peek_entry (const FasciaPlayer *self, guint entry)
{
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (self->practice, &n);

  return entry < n ? &entries[entry] : NULL;
}

static void
add_part (FasciaPlayer *self, FasciaPlayerState state, guint entry, guint set, int seconds)
{
  FasciaPlayerPart part
      = { .state = state, .entry = entry, .set = set, .length_ms = seconds * (gint64) 1000 };

  g_array_append_val (self->parts, part);
}

static FasciaPlayerPart *
last_part (FasciaPlayer *self)
{
  return &g_array_index (self->parts, FasciaPlayerPart, self->parts->len - 1);
}

static gboolean
is_other_side (const FasciaPracticeEntry *before, const FasciaPracticeEntry *entry)
{
  return before->step == entry->step && before->side != entry->side
         && before->side != FASCIA_SIDE_MIDLINE && entry->side != FASCIA_SIDE_MIDLINE;
}

/* What stands before the first hold of an entry. */
static void
add_way (FasciaPlayer *self, guint i, const FasciaPracticeEntry *before)
{
  const FasciaPracticeEntry *entry = fascia_player_peek_entry (self, i);
  FasciaPosture posture = g_array_index (self->entries, FasciaPlayerEntry, i).posture;
  int ready_s = self->options.ready_s > 0 ? self->options.ready_s
                                          : fascia_player_get_ready_seconds (posture);

  int words_s = fascia_player_get_words_seconds (self, i);

  if (before == NULL || posture != g_array_index (self->entries, FasciaPlayerEntry, i - 1).posture)
    add_part (self, FASCIA_PLAYER_READY, i, 0,
              MAX (MAX (ready_s, words_s), before != NULL ? before->rest_s : 0));
  else if (is_other_side (before, entry))
    {
      add_part (self, FASCIA_PLAYER_CHANGE, i, 0, MAX (before->rest_s, FASCIA_PLAYER_CHANGE_S));
      last_part (self)->new_side = TRUE;
    }
  else
    add_part (self, FASCIA_PLAYER_REST, i, 0,
              MAX (MAX (before->rest_s, words_s), FASCIA_PLAYER_CHANGE_S));
  last_part (self)->is_open = self->options.waits && !last_part (self)->new_side;
}

gboolean
fascia_player_lay_out (FasciaPlayer *self)
{
  const FasciaPracticeEntry *before = NULL;
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (self->practice, &n);

  for (guint i = 0; i < n; i++)
    {
      FasciaPlayerEntry state = { .cap = entries[i].cap, .posture = entries[i].posture };

      g_array_append_val (self->entries, state);
      add_way (self, i, before);
      for (int set = 0; set < MAX (entries[i].sets, 1); set++)
        {
          if (set > 0)
            add_part (self, FASCIA_PLAYER_CHANGE, i, (guint) set, FASCIA_PLAYER_CHANGE_S);
          add_part (self, FASCIA_PLAYER_HOLD, i, (guint) set, MAX (entries[i].seconds, 1));
        }
      before = &entries[i];
    }
  return n > 0;
}
