/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Other side too": one more entry in a session that runs.
 */

#include "config.h"

#include "fascia-player-private.h"

static gboolean
is_on_the_way (const FasciaPlayerPart *part)
{
  return part->state != FASCIA_PLAYER_HOLD && part->set == 0;
}

/* The entry that it would be the other side of; -1 when there is none. @at: where it may stand. */
static int
find_one (FasciaPlayer *self, guint *at)
{
  const FasciaPlayerPart *part = fascia_player_peek_part (self);
  guint entry;

  if (part == NULL || self->over != 0 || !self->has_begun)
    return -1;
  *at = is_on_the_way (part) ? part->entry : part->entry + 1;
  if (*at == 0)
    return -1;
  entry = *at - 1;
  /* Nobody wants the other side of what was left out. */
  return g_strcmp0 (fascia_player_peek_state (self, entry)->outcome, "skipped") != 0 ? (int) entry
                                                                                     : -1;
}

/* What was really held counts, and it may be more than was planned. */
static gboolean
has_room (FasciaPlayer *self, FasciaPractice *practice, guint index)
{
  guint n;
  const FasciaPracticeEntry *added = &fascia_practice_get_entries (practice, &n)[index];
  gint64 more_ms = added->seconds * (gint64) MAX (added->sets, 1) * 1000;
  gboolean presses = fascia_step_presses (added->step);

  return more_ms <= fascia_player_get_session_room_ms (self, presses);
}

static FasciaPractice *
make_practice (FasciaPlayer *self, guint entry, guint at, guint *index)
{
  g_autoptr (FasciaPractice) practice
      = fascia_practice_with_other_side (self->practice, entry, at, index);

  return practice != NULL && has_room (self, practice, *index) ? g_steal_pointer (&practice) : NULL;
}

int
fascia_player_find_other_side (FasciaPlayer *self)
{
  guint at, index;
  int entry = find_one (self, &at);
  g_autoptr (FasciaPractice) practice
      = entry >= 0 ? make_practice (self, (guint) entry, at, &index) : NULL;

  return practice != NULL ? entry : -1;
}

/* What was told and not heard yet is about entries by their numbers; the way to what is not next any more
 * is not told at all. */
static void
renumber_events (FasciaPlayer *self, guint index)
{
  const FasciaPlayerPart *part = fascia_player_peek_part (self);

  for (guint i = self->events->len; i > 0; i--)
    {
      FasciaPlayerEvent *event = &g_array_index (self->events, FasciaPlayerEvent, i - 1);

      if (event->entry == index && part != NULL && part->entry == index
          && (event->kind == FASCIA_PLAYER_EVENT_READY || event->kind == FASCIA_PLAYER_EVENT_REST
              || event->kind == FASCIA_PLAYER_EVENT_SIDE))
        g_array_remove_index (self->events, i - 1);
      else
        event->entry += event->entry >= index;
    }
}

gboolean
fascia_player_add_side_of (FasciaPlayer *self, guint entry, guint at, guint *part)
{
  guint index;
  g_autoptr (FasciaPractice) practice = make_practice (self, entry, at, &index);

  if (practice == NULL)
    return FALSE;
  fascia_practice_unref (self->practice);
  self->practice = g_steal_pointer (&practice);
  renumber_events (self, index);
  *part = fascia_player_lay_in (self, index);
  return TRUE;
}

gboolean
fascia_player_add_other_side (FasciaPlayer *self, gint64 now_ms)
{
  guint at, part;
  int entry;

  fascia_player_take_time (self, now_ms);
  entry = find_one (self, &at);
  if (entry < 0 || !fascia_player_add_side_of (self, (guint) entry, at, &part))
    return FALSE;
  if (part == self->part)
    /* The way to what was next leads to the other side now. */
    fascia_player_go_to_part (self, part);
  else
    fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_ADDED);
  return TRUE;
}
