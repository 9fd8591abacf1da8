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
/* To take another thing into the hands. */
#define FETCH_S 15

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

/* Something has to be fetched that was not in use before. */
static gboolean
needs_new_thing (const FasciaPracticeEntry *before, const FasciaPracticeEntry *entry)
{
  const char *const *used = fascia_step_get_tools (before->step);
  const char *const *tools = fascia_step_get_tools (entry->step);

  for (guint i = 0; tools != NULL && tools[i] != NULL; i++)
    if (!g_str_equal (tools[i], "hands") && (used == NULL || !g_strv_contains (used, tools[i])))
      return TRUE;
  return FALSE;
}

static const FasciaPlayerEntry *
peek_state (const FasciaPlayer *self, guint entry)
{
  return &g_array_index (self->entries, FasciaPlayerEntry, entry);
}

/* What stands before the first hold of an entry: long enough to get there, and for what is said of it. */
static void
add_way (FasciaPlayer *self, guint i)
{
  const FasciaPracticeEntry *entry = fascia_player_peek_entry (self, i);
  const FasciaPracticeEntry *before = i > 0 ? fascia_player_peek_entry (self, i - 1) : NULL;
  FasciaPosture posture = peek_state (self, i)->posture;
  gboolean is_settled = before != NULL && posture == peek_state (self, i - 1)->posture;
  gboolean is_side = is_settled && is_other_side (before, entry);
  FasciaPlayerEventKind kind = !is_settled ? FASCIA_PLAYER_EVENT_READY
                               : is_side   ? FASCIA_PLAYER_EVENT_SIDE
                                           : FASCIA_PLAYER_EVENT_REST;
  int seconds = fascia_player_get_words_seconds (self, kind, i) + FASCIA_PLAYER_COUNT_IN_S;

  if (before != NULL)
    seconds = MAX (seconds, MAX (before->rest_s, FASCIA_PLAYER_CHANGE_S));
  if (!is_settled)
    seconds = MAX (seconds, self->options.ready_s > 0 ? self->options.ready_s
                                                      : fascia_player_get_ready_seconds (posture));
  else if (!is_side && needs_new_thing (before, entry))
    seconds = MAX (seconds, FETCH_S);
  add_part (self,
            is_side       ? FASCIA_PLAYER_CHANGE
            : !is_settled ? FASCIA_PLAYER_READY
                          : FASCIA_PLAYER_REST,
            i, 0, seconds);
  last_part (self)->new_side = is_side;
  last_part (self)->is_open = self->options.waits && !last_part (self)->new_side;
}

static void
add_holds (FasciaPlayer *self, guint i)
{
  const FasciaPracticeEntry *entry = fascia_player_peek_entry (self, i);

  for (int set = 0; set < MAX (entry->sets, 1); set++)
    {
      if (set > 0)
        add_part (self, FASCIA_PLAYER_CHANGE, i, (guint) set, FASCIA_PLAYER_CHANGE_S);
      add_part (self, FASCIA_PLAYER_HOLD, i, (guint) set, MAX (entry->seconds, 1));
    }
}

gboolean
fascia_player_lay_out (FasciaPlayer *self)
{
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (self->practice, &n);

  for (guint i = 0; i < n; i++)
    {
      FasciaPlayerEntry state = { .cap = entries[i].cap, .posture = entries[i].posture };

      g_array_append_val (self->entries, state);
      add_way (self, i);
      add_holds (self, i);
    }
  return n > 0;
}

guint
fascia_player_lay_in (FasciaPlayer *self, guint entry)
{
  const FasciaPracticeEntry *added = fascia_player_peek_entry (self, entry);
  const FasciaPlayerEntry state = { .cap = added->cap, .posture = added->posture };
  guint first = 0;
  guint n_after;

  while (first < self->parts->len
         && g_array_index (self->parts, FasciaPlayerPart, first).entry < entry)
    first++;
  n_after = self->parts->len - first;
  g_autofree FasciaPlayerPart *after = g_memdup2 (
      &g_array_index (self->parts, FasciaPlayerPart, first), n_after * sizeof (FasciaPlayerPart));
  g_array_set_size (self->parts, first);
  g_array_insert_val (self->entries, entry, state);
  add_way (self, entry);
  add_holds (self, entry);
  /* Another one is before what follows: the way to it is another one, too. */
  if (n_after > 0)
    add_way (self, entry + 1);
  for (guint i = 1; i < n_after; i++)
    {
      after[i].entry++;
      g_array_append_val (self->parts, after[i]);
    }
  return first;
}
