/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the person does while a session runs: pause, next, back, ease off, longer, stop.
 */

#include "config.h"

#include "fascia-player-private.h"

/* In its first seconds "back" means the hold before this one, as on a player of music. */
#define BACK_AGAIN_MS 3000

gboolean
fascia_player_pause (FasciaPlayer *self, gint64 now_ms)
{
  fascia_player_take_time (self, now_ms);
  if (self->is_paused || !self->has_begun || self->over != 0)
    return FALSE;
  self->is_paused = TRUE;
  fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_PAUSED);
  return TRUE;
}

static void
unpause (FasciaPlayer *self)
{
  if (self->has_begun && self->is_paused)
    fascia_player_emit (self, FASCIA_PLAYER_EVENT_RESUMED, self->elapsed_ms,
                        self->is_told && fascia_player_is_open (self));
  self->has_begun = TRUE;
  self->is_paused = FALSE;
  if (!self->is_told)
    fascia_player_tell_part (self);
}

gboolean
fascia_player_resume (FasciaPlayer *self, gint64 now_ms)
{
  fascia_player_take_time (self, now_ms);
  if (self->over != 0)
    return FALSE;
  if (self->has_begun && !self->is_paused)
    return FALSE;
  unpause (self);
  return TRUE;
}

gboolean
fascia_player_go_on (FasciaPlayer *self, gint64 now_ms)
{
  fascia_player_take_time (self, now_ms);
  if (self->over != 0)
    return FALSE;
  /* Nobody is ready for what was not told yet. */
  if (!self->has_begun || !self->is_told || !fascia_player_peek_part (self)->is_open)
    return fascia_player_resume (self, now_ms);
  self->is_paused = FALSE;
  fascia_player_end_part (self);
  return TRUE;
}

static guint
find_hold (FasciaPlayer *self, guint from, int step)
{
  for (gint64 i = from; i >= 0 && i < self->parts->len; i += step)
    if (g_array_index (self->parts, FasciaPlayerPart, i).state == FASCIA_PLAYER_HOLD)
      return (guint) i;
  return self->parts->len;
}

gboolean
fascia_player_next (FasciaPlayer *self, gint64 now_ms, const char *reason)
{
  guint entry;
  guint part = self->part;

  fascia_player_take_time (self, now_ms);
  if (self->over != 0 || !self->has_begun)
    return FALSE;
  part = self->part;
  entry = fascia_player_peek_part (self)->entry;
  /* With a reason the step is left out before it begins, too. */
  if (fascia_player_peek_part (self)->state != FASCIA_PLAYER_HOLD && reason == NULL)
    {
      fascia_player_go_to_part (self, find_hold (self, part, 1));
      return TRUE;
    }
  fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_SKIPPED);
  fascia_player_peek_state (self, entry)->outcome = "skipped";
  fascia_player_peek_state (self, entry)->reason = g_intern_string (reason);
  while (part < self->parts->len
         && g_array_index (self->parts, FasciaPlayerPart, part).entry == entry)
    part++;
  fascia_player_go_to_part (self, part);
  return TRUE;
}

/* What may still be held in this session beside what is planned of other entries than @but, in
 * milliseconds from now. What was really held counts, not what was planned of it. */
static gint64
get_room_beside (FasciaPlayer *self, guint but, gboolean presses)
{
  gint64 work_ms = FASCIA_DOSE_SESSION_S * (gint64) 1000;
  gint64 pressure_ms = FASCIA_DOSE_SESSION_PRESSURE_S * (gint64) 1000;

  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 done_ms = fascia_player_peek_state (self, i)->done_ms;

      work_ms -= done_ms;
      if (fascia_step_presses (fascia_player_peek_entry (self, i)->step))
        pressure_ms -= done_ms;
    }
  for (guint i = self->part; i < self->parts->len; i++)
    {
      const FasciaPlayerPart *part = &g_array_index (self->parts, FasciaPlayerPart, i);
      gint64 left_ms = part->length_ms - (i == self->part ? self->in_part_ms : 0);

      if (part->state != FASCIA_PLAYER_HOLD || part->entry == but)
        continue;
      work_ms -= left_ms;
      if (fascia_step_presses (fascia_player_peek_entry (self, part->entry)->step))
        pressure_ms -= left_ms;
    }
  return presses ? MIN (work_ms, pressure_ms) : work_ms;
}

gint64
fascia_player_get_session_room_ms (FasciaPlayer *self, gboolean presses)
{
  return get_room_beside (self, G_MAXUINT, presses);
}

/* What may still be held at @entry: the limits of an entry, of pressure and of a session. */
static gint64
get_room_ms (FasciaPlayer *self, guint entry)
{
  gboolean presses = fascia_step_presses (fascia_player_peek_entry (self, entry)->step);
  gint64 room_ms
      = FASCIA_DOSE_ENTRY_S * (gint64) 1000 - fascia_player_peek_state (self, entry)->done_ms;

  return MIN (room_ms, get_room_beside (self, entry, presses));
}

/* What this entry still has before it, the part that runs included. */
static gint64
get_planned_ms (FasciaPlayer *self, guint entry)
{
  gint64 planned_ms = 0;

  for (guint i = self->part; i < self->parts->len; i++)
    {
      const FasciaPlayerPart *part = &g_array_index (self->parts, FasciaPlayerPart, i);

      if (part->state == FASCIA_PLAYER_HOLD && part->entry == entry)
        planned_ms += part->length_ms - (i == self->part ? self->in_part_ms : 0);
    }
  return planned_ms;
}

/* A hold that is repeated is as long as the limits leave it. Nothing left: it is not repeated. */
static gboolean
make_room (FasciaPlayer *self, guint part)
{
  FasciaPlayerPart *hold = &g_array_index (self->parts, FasciaPlayerPart, part);
  gint64 planned_ms;
  gint64 room_ms;

  self->part = part;
  self->in_part_ms = 0;
  planned_ms = get_planned_ms (self, hold->entry);
  room_ms = get_room_ms (self, hold->entry);
  if (planned_ms > room_ms)
    hold->length_ms = MAX (hold->length_ms - (planned_ms - room_ms), 0);
  return hold->length_ms >= 1000;
}

gboolean
fascia_player_back (FasciaPlayer *self, gint64 now_ms)
{
  guint here;
  guint part;
  gint64 in_part_ms;

  fascia_player_take_time (self, now_ms);
  if (self->over != 0 || !self->has_begun)
    return FALSE;
  here = part = self->part;
  in_part_ms = self->in_part_ms;
  if (fascia_player_peek_part (self)->state != FASCIA_PLAYER_HOLD
      || self->in_part_ms <= BACK_AGAIN_MS)
    {
      guint before = part > 0 ? find_hold (self, part - 1, -1) : self->parts->len;

      /* Nothing is before the first: it begins again. */
      part = before < self->parts->len ? before : 0;
    }
  if (g_array_index (self->parts, FasciaPlayerPart, part).state == FASCIA_PLAYER_HOLD)
    {
      gint64 length_ms = g_array_index (self->parts, FasciaPlayerPart, part).length_ms;

      if (!make_room (self, part))
        {
          g_array_index (self->parts, FasciaPlayerPart, part).length_ms = length_ms;
          self->part = here;
          self->in_part_ms = in_part_ms;
          return FALSE;
        }
    }
  self->part = part;
  fascia_player_peek_state (self, fascia_player_peek_part (self)->entry)->outcome = NULL;
  fascia_player_peek_state (self, fascia_player_peek_part (self)->entry)->reason = NULL;
  fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_BACK);
  fascia_player_go_to_part (self, part);
  return TRUE;
}

static gboolean
share_a_place (const FasciaPracticeEntry *a, const FasciaPracticeEntry *b)
{
  for (guint i = 0; a->places != NULL && a->places[i] != NULL; i++)
    for (guint j = 0; b->places != NULL && b->places[j] != NULL; j++)
      if (a->places[i] == b->places[j])
        return TRUE;
  return a->step == b->step && a->side == b->side;
}

/* Breath and rest ask nothing of a place. */
static gboolean
can_be_eased (const FasciaPracticeEntry *entry)
{
  FasciaStepKind kind = fascia_step_get_traits (entry->step)->kind;

  return kind != FASCIA_STEP_BREATHE && kind != FASCIA_STEP_REST;
}

/* Half as long, but never longer than it was, and one lower in its ceiling. */
static void
ease_entry (FasciaPlayer *self, guint entry, guint from_part)
{
  FasciaPlayerEntry *state = fascia_player_peek_state (self, entry);
  const gint64 shortest = FASCIA_PLAYER_SHORTEST_S * (gint64) 1000;

  state->cap = MAX (state->cap - 1, MIN (state->cap, 1));
  for (guint i = from_part; i < self->parts->len; i++)
    {
      FasciaPlayerPart *part = &g_array_index (self->parts, FasciaPlayerPart, i);

      if (part->entry == entry && part->state == FASCIA_PLAYER_HOLD)
        part->length_ms = MIN (part->length_ms, MAX (part->length_ms / 2, shortest));
    }
}

void
fascia_player_ease_from (FasciaPlayer *self, guint entry, guint part)
{
  const FasciaPracticeEntry *here = fascia_player_peek_entry (self, entry);

  for (guint i = entry; i < self->entries->len; i++)
    {
      const FasciaPracticeEntry *later = fascia_player_peek_entry (self, i);

      if (i == entry || (can_be_eased (later) && share_a_place (here, later)))
        ease_entry (self, i, part);
    }
}

gboolean
fascia_player_ease_off (FasciaPlayer *self, gint64 now_ms, const char *reason)
{
  guint entry;
  gboolean holds;

  fascia_player_take_time (self, now_ms);
  if (self->over != 0 || !self->has_begun)
    return FALSE;
  entry = fascia_player_peek_part (self)->entry;
  holds = fascia_player_peek_part (self)->state == FASCIA_PLAYER_HOLD;
  if (self->is_paused)
    unpause (self);
  fascia_player_ease_from (self, entry, self->part);
  self->ease_offs++;
  fascia_player_peek_state (self, entry)->eased_off = TRUE;
  fascia_player_peek_state (self, entry)->reason = g_intern_string (reason);
  fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_EASED);
  if (holds)
    {
      /* What it becomes if the person goes back to it. */
      fascia_player_end_hold (self);
      fascia_player_go_to_part (self, self->part + 1);
    }
  return TRUE;
}

gboolean
fascia_player_longer (FasciaPlayer *self, gint64 now_ms)
{
  const gint64 more_ms = FASCIA_PLAYER_LONGER_S * (gint64) 1000;
  guint entry;

  fascia_player_take_time (self, now_ms);
  if (self->over != 0 || fascia_player_peek_part (self)->state != FASCIA_PLAYER_HOLD)
    return FALSE;
  entry = fascia_player_peek_part (self)->entry;
  if (get_planned_ms (self, entry) + more_ms > get_room_ms (self, entry))
    return FALSE;
  fascia_player_peek_part (self)->length_ms += more_ms;
  fascia_player_emit (self, FASCIA_PLAYER_EVENT_LONGER, self->elapsed_ms, FASCIA_PLAYER_LONGER_S);
  return TRUE;
}

gboolean
fascia_player_set_waits (FasciaPlayer *self, gint64 now_ms, gboolean waits)
{
  fascia_player_take_time (self, now_ms);
  waits = waits != FALSE;
  if (self->over != 0 || self->options.waits == waits)
    return FALSE;
  self->options.waits = waits;
  for (guint i = self->part; i < self->parts->len; i++)
    {
      FasciaPlayerPart *part = &g_array_index (self->parts, FasciaPlayerPart, i);

      if (part->state == FASCIA_PLAYER_READY || part->state == FASCIA_PLAYER_REST)
        part->is_open = waits;
    }
  return TRUE;
}

/* How much a reason weighs at the place where it was felt. */
static guint
weigh_reason (const char *reason)
{
  static const char *const left_alone[] = { "nerve", "pulse", "skin", "headache", NULL };
  static const char *const halved[] = { "too-much", "tense", NULL };

  if (reason == NULL)
    return 0;
  return g_strv_contains (left_alone, reason) ? 3 : g_strv_contains (halved, reason) ? 2 : 1;
}

gboolean
fascia_player_tell_reason (FasciaPlayer *self, const char *reason)
{
  FasciaPlayerEntry *last = NULL;

  g_return_val_if_fail (reason != NULL, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    if (fascia_player_peek_state (self, i)->done_ms > 0)
      last = fascia_player_peek_state (self, i);
  if (self->over == 0 || last == NULL || weigh_reason (reason) < weigh_reason (last->reason))
    return FALSE;
  last->reason = g_intern_string (reason);
  return TRUE;
}

gboolean
fascia_player_stop (FasciaPlayer *self, gint64 now_ms, const char *reason)
{
  gboolean is_between = FALSE;

  fascia_player_take_time (self, now_ms);
  if (self->over != 0)
    return FALSE;
  if (fascia_player_peek_part (self)->state == FASCIA_PLAYER_HOLD)
    {
      fascia_player_peek_state (self, fascia_player_peek_part (self)->entry)->outcome = "stopped";
      fascia_player_peek_state (self, fascia_player_peek_part (self)->entry)->reason
          = g_intern_string (reason);
    }
  else
    is_between = TRUE;
  self->over = FASCIA_PLAYER_STOPPED;
  self->is_paused = FALSE;
  /* Between two holds it is said of the one before. */
  if (is_between && weigh_reason (reason) > 1)
    fascia_player_tell_reason (self, reason);
  fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_STOPPED);
  return TRUE;
}
