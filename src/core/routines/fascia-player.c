/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The player: takes time in, and says what happened.
 *
 * Time is only ever added to the part that runs, never read from a clock a second time; so a step
 * lasts its seconds however the ticks fall, and nothing can happen twice.
 */

#include "config.h"

#include "fascia-player-private.h"

/* In its first seconds "back" means the hold before this one, as on a player of music. */
#define BACK_AGAIN_MS 3000
/* A hold shorter than these is not announced at its half, or counted down. */
#define HALF_FROM_MS 20000
#define COUNT_FROM_MS 10000
#define HOLD_COUNT 5
#define READY_COUNT 3

static FasciaPlayerPart *
peek_part (FasciaPlayer *self)
{
  return self->part < self->parts->len ? &g_array_index (self->parts, FasciaPlayerPart, self->part)
                                       : NULL;
}

static FasciaPlayerEntry *
peek_state (FasciaPlayer *self, guint entry)
{
  return &g_array_index (self->entries, FasciaPlayerEntry, entry);
}

/* ---- what happens ---- */

static void
emit (FasciaPlayer *self, FasciaPlayerEventKind kind, gint64 at_ms, int value)
{
  const FasciaPlayerPart *part = peek_part (self);
  FasciaPlayerEvent event = { .kind = kind, .at_ms = at_ms, .value = value };

  if (part == NULL)
    part = &g_array_index (self->parts, FasciaPlayerPart, self->parts->len - 1);
  event.entry = part->entry;
  event.set = part->set;
  g_array_append_val (self->events, event);
}

static void
emit_now (FasciaPlayer *self, FasciaPlayerEventKind kind)
{
  emit (self, kind, self->elapsed_ms, 0);
}

static void
forget_events (FasciaPlayer *self)
{
  if (self->is_handed_out)
    g_array_set_size (self->events, 0);
  self->is_handed_out = FALSE;
}

static void
finish (FasciaPlayer *self)
{
  self->over = FASCIA_PLAYER_FINISHED;
  self->is_paused = FALSE;
  emit_now (self, FASCIA_PLAYER_EVENT_FINISHED);
}

/* What a part begins with is told when time begins to go by in it, not while it is paused. */
static void
tell_part (FasciaPlayer *self)
{
  const FasciaPlayerPart *part = peek_part (self);

  self->is_told = TRUE;
  switch (part->state)
    {
    case FASCIA_PLAYER_HOLD:
      emit_now (self, FASCIA_PLAYER_EVENT_START);
      break;
    case FASCIA_PLAYER_CHANGE:
      emit_now (self, part->new_side ? FASCIA_PLAYER_EVENT_SIDE : FASCIA_PLAYER_EVENT_SET);
      break;
    case FASCIA_PLAYER_REST:
      emit_now (self, FASCIA_PLAYER_EVENT_REST);
      break;
    case FASCIA_PLAYER_READY:
    case FASCIA_PLAYER_PAUSED:
    case FASCIA_PLAYER_FINISHED:
    case FASCIA_PLAYER_STOPPED:
    default:
      emit_now (self, FASCIA_PLAYER_EVENT_READY);
      break;
    }
}

static void
go_to_part (FasciaPlayer *self, guint part)
{
  self->part = part;
  self->in_part_ms = 0;
  self->is_told = FALSE;
  if (part >= self->parts->len)
    finish (self);
  else if (!self->is_paused)
    tell_part (self);
}

static gboolean
is_last_set (FasciaPlayer *self)
{
  const FasciaPlayerPart *part = peek_part (self);

  return self->part + 1 >= self->parts->len
         || g_array_index (self->parts, FasciaPlayerPart, self->part + 1).entry != part->entry;
}

/* The hold that runs is over, at its end or by easing off. */
static void
end_hold (FasciaPlayer *self)
{
  if (is_last_set (self))
    peek_state (self, peek_part (self)->entry)->outcome = "done";
}

static void
end_part (FasciaPlayer *self)
{
  if (peek_part (self)->state == FASCIA_PLAYER_HOLD)
    {
      emit_now (self, FASCIA_PLAYER_EVENT_END);
      end_hold (self);
    }
  go_to_part (self, self->part + 1);
}

/* ---- time ---- */

/* The marks inside a part that lie after @from and not after @to. */
static void
tell_marks (FasciaPlayer *self, const FasciaPlayerPart *part, gint64 from, gint64 to)
{
  gboolean is_hold = part->state == FASCIA_PLAYER_HOLD;
  gint64 half = part->length_ms / 2;
  gint64 began_ms = self->elapsed_ms - from;

  if (is_hold && part->length_ms >= HALF_FROM_MS && half > from && half <= to)
    emit (self, FASCIA_PLAYER_EVENT_HALF, began_ms + half, 0);
  if (part->length_ms < COUNT_FROM_MS && is_hold)
    return;
  for (int left = is_hold ? HOLD_COUNT : READY_COUNT; left > 0; left--)
    {
      gint64 at = part->length_ms - left * (gint64) 1000;

      if (at > from && at <= to)
        emit (self, FASCIA_PLAYER_EVENT_COUNT, began_ms + at, left);
    }
}

static void
advance (FasciaPlayer *self, gint64 delta)
{
  while (delta > 0 && self->over == 0)
    {
      FasciaPlayerPart *part = peek_part (self);
      gint64 take = MIN (delta, part->length_ms - self->in_part_ms);

      if (part->is_open)
        {
          self->paused_ms += delta;
          return;
        }
      tell_marks (self, part, self->in_part_ms, self->in_part_ms + take);
      self->in_part_ms += take;
      self->elapsed_ms += take;
      delta -= take;
      if (part->state == FASCIA_PLAYER_HOLD)
        peek_state (self, part->entry)->done_ms += take;
      if (self->in_part_ms >= part->length_ms)
        end_part (self);
    }
}

static void
take_time (FasciaPlayer *self, gint64 now_ms)
{
  gint64 delta = now_ms - self->last_ms;

  forget_events (self);
  self->last_ms = now_ms;
  if (!self->has_begun || self->over != 0 || delta <= 0)
    return;
  if (self->is_paused || peek_part (self)->is_open)
    self->paused_ms += delta;
  else if (delta > FASCIA_PLAYER_GAP_MS)
    {
      self->paused_ms += delta;
      self->is_paused = TRUE;
      emit_now (self, FASCIA_PLAYER_EVENT_SUSPENDED);
    }
  else
    advance (self, delta);
}

const GArray *
fascia_player_tick (FasciaPlayer *self, gint64 now_ms)
{
  take_time (self, now_ms);
  self->is_handed_out = TRUE;
  return self->events;
}

/* ---- what the person does ---- */

gboolean
fascia_player_pause (FasciaPlayer *self, gint64 now_ms)
{
  take_time (self, now_ms);
  if (self->is_paused || !self->has_begun || self->over != 0)
    return FALSE;
  self->is_paused = TRUE;
  emit_now (self, FASCIA_PLAYER_EVENT_PAUSED);
  return TRUE;
}

static void
unpause (FasciaPlayer *self)
{
  if (self->has_begun && self->is_paused)
    emit_now (self, FASCIA_PLAYER_EVENT_RESUMED);
  self->has_begun = TRUE;
  self->is_paused = FALSE;
  if (!self->is_told)
    tell_part (self);
}

gboolean
fascia_player_resume (FasciaPlayer *self, gint64 now_ms)
{
  take_time (self, now_ms);
  if (self->over != 0)
    return FALSE;
  if (!self->has_begun || self->is_paused)
    unpause (self);
  else if (peek_part (self)->is_open)
    end_part (self);
  else
    return FALSE;
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

  take_time (self, now_ms);
  if (self->over != 0 || !self->has_begun)
    return FALSE;
  part = self->part;
  entry = peek_part (self)->entry;
  if (peek_part (self)->state != FASCIA_PLAYER_HOLD)
    {
      go_to_part (self, find_hold (self, part, 1));
      return TRUE;
    }
  emit_now (self, FASCIA_PLAYER_EVENT_SKIPPED);
  peek_state (self, entry)->outcome = "skipped";
  peek_state (self, entry)->reason = g_intern_string (reason);
  while (part < self->parts->len
         && g_array_index (self->parts, FasciaPlayerPart, part).entry == entry)
    part++;
  go_to_part (self, part);
  return TRUE;
}

/* What may still be held at @entry, in milliseconds from now: the limits of an entry, of pressure and of
 * a session count what was really done, and what is planned of other entries to come. */
static gint64
get_room_ms (FasciaPlayer *self, guint entry)
{
  gboolean presses = fascia_step_presses (fascia_player_peek_entry (self, entry)->step);
  gint64 room_ms = FASCIA_DOSE_ENTRY_S * (gint64) 1000 - peek_state (self, entry)->done_ms;
  gint64 work_ms = FASCIA_DOSE_SESSION_S * (gint64) 1000;
  gint64 pressure_ms = FASCIA_DOSE_SESSION_PRESSURE_S * (gint64) 1000;

  for (guint i = 0; i < self->entries->len; i++)
    {
      work_ms -= peek_state (self, i)->done_ms;
      if (fascia_step_presses (fascia_player_peek_entry (self, i)->step))
        pressure_ms -= peek_state (self, i)->done_ms;
    }
  for (guint i = self->part; i < self->parts->len; i++)
    {
      const FasciaPlayerPart *part = &g_array_index (self->parts, FasciaPlayerPart, i);

      if (part->state != FASCIA_PLAYER_HOLD || part->entry == entry)
        continue;
      work_ms -= part->length_ms;
      if (fascia_step_presses (fascia_player_peek_entry (self, part->entry)->step))
        pressure_ms -= part->length_ms;
    }
  return MIN (room_ms, MIN (work_ms, presses ? pressure_ms : work_ms));
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

  take_time (self, now_ms);
  if (self->over != 0 || !self->has_begun)
    return FALSE;
  here = part = self->part;
  in_part_ms = self->in_part_ms;
  if (peek_part (self)->state != FASCIA_PLAYER_HOLD || self->in_part_ms <= BACK_AGAIN_MS)
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
  peek_state (self, peek_part (self)->entry)->outcome = NULL;
  peek_state (self, peek_part (self)->entry)->reason = NULL;
  emit_now (self, FASCIA_PLAYER_EVENT_BACK);
  go_to_part (self, part);
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
  FasciaPlayerEntry *state = peek_state (self, entry);
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

  take_time (self, now_ms);
  if (self->over != 0 || !self->has_begun)
    return FALSE;
  entry = peek_part (self)->entry;
  holds = peek_part (self)->state == FASCIA_PLAYER_HOLD;
  if (self->is_paused)
    unpause (self);
  fascia_player_ease_from (self, entry, self->part);
  self->ease_offs++;
  peek_state (self, entry)->eased_off = TRUE;
  peek_state (self, entry)->reason = g_intern_string (reason);
  emit_now (self, FASCIA_PLAYER_EVENT_EASED);
  if (holds)
    {
      /* What it becomes if the person goes back to it. */
      end_hold (self);
      go_to_part (self, self->part + 1);
    }
  return TRUE;
}

gboolean
fascia_player_longer (FasciaPlayer *self, gint64 now_ms)
{
  const gint64 more_ms = FASCIA_PLAYER_LONGER_S * (gint64) 1000;
  guint entry;

  take_time (self, now_ms);
  if (self->over != 0 || peek_part (self)->state != FASCIA_PLAYER_HOLD)
    return FALSE;
  entry = peek_part (self)->entry;
  if (get_planned_ms (self, entry) + more_ms > get_room_ms (self, entry))
    return FALSE;
  peek_part (self)->length_ms += more_ms;
  emit (self, FASCIA_PLAYER_EVENT_LONGER, self->elapsed_ms, FASCIA_PLAYER_LONGER_S);
  return TRUE;
}

gboolean
fascia_player_stop (FasciaPlayer *self, gint64 now_ms, const char *reason)
{
  take_time (self, now_ms);
  if (self->over != 0)
    return FALSE;
  if (peek_part (self)->state == FASCIA_PLAYER_HOLD)
    {
      peek_state (self, peek_part (self)->entry)->outcome = "stopped";
      peek_state (self, peek_part (self)->entry)->reason = g_intern_string (reason);
    }
  self->over = FASCIA_PLAYER_STOPPED;
  self->is_paused = FALSE;
  emit_now (self, FASCIA_PLAYER_EVENT_STOPPED);
  return TRUE;
}

/* ---- where it stands ---- */

FasciaPractice *
fascia_player_get_practice (const FasciaPlayer *self)
{
  return self->practice;
}

FasciaPlayerState
fascia_player_get_inner_state (const FasciaPlayer *self)
{
  if (self->over != 0)
    return self->over;
  return g_array_index (self->parts, FasciaPlayerPart, self->part).state;
}

FasciaPlayerState
fascia_player_get_state (const FasciaPlayer *self)
{
  return self->is_paused ? FASCIA_PLAYER_PAUSED : fascia_player_get_inner_state (self);
}

gboolean
fascia_player_is_waiting (const FasciaPlayer *self)
{
  return self->over == 0 && self->has_begun && !self->is_paused
         && g_array_index (self->parts, FasciaPlayerPart, self->part).is_open;
}

gboolean
fascia_player_is_running (const FasciaPlayer *self)
{
  return self->over == 0 && self->has_begun && !self->is_paused && !fascia_player_is_waiting (self);
}

static const FasciaPlayerPart *
peek_part_or_last (const FasciaPlayer *self)
{
  return &g_array_index (self->parts, FasciaPlayerPart, MIN (self->part, self->parts->len - 1));
}

guint
fascia_player_get_entry (const FasciaPlayer *self)
{
  return peek_part_or_last (self)->entry;
}

gboolean
fascia_player_is_new_side (const FasciaPlayer *self)
{
  return self->over == 0 && peek_part_or_last (self)->new_side;
}

guint
fascia_player_get_set (const FasciaPlayer *self)
{
  return peek_part_or_last (self)->set;
}

gint64
fascia_player_get_length_ms (const FasciaPlayer *self)
{
  return self->over != 0 ? 0 : peek_part_or_last (self)->length_ms;
}

gint64
fascia_player_get_left_ms (const FasciaPlayer *self)
{
  return self->over != 0 ? 0 : peek_part_or_last (self)->length_ms - self->in_part_ms;
}

gint64
fascia_player_get_elapsed_ms (const FasciaPlayer *self)
{
  return self->elapsed_ms;
}

gint64
fascia_player_get_remaining_ms (const FasciaPlayer *self)
{
  gint64 remaining_ms = -self->in_part_ms;

  if (self->over != 0)
    return 0;
  for (guint i = self->part; i < self->parts->len; i++)
    remaining_ms += g_array_index (self->parts, FasciaPlayerPart, i).length_ms;
  return remaining_ms;
}

int
fascia_player_get_cap (const FasciaPlayer *self, guint entry)
{
  return entry < self->entries->len ? g_array_index (self->entries, FasciaPlayerEntry, entry).cap
                                    : 0;
}

gint64
fascia_player_get_done_ms (const FasciaPlayer *self, guint entry)
{
  return entry < self->entries->len
             ? g_array_index (self->entries, FasciaPlayerEntry, entry).done_ms
             : 0;
}

guint
fascia_player_get_ease_offs (const FasciaPlayer *self)
{
  return self->ease_offs;
}

FasciaPosture
fascia_player_get_posture (const FasciaPlayer *self, guint entry)
{
  return entry < self->entries->len
             ? g_array_index (self->entries, FasciaPlayerEntry, entry).posture
             : 0;
}
