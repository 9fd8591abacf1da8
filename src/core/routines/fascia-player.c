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

/* A hold shorter than these is not announced at its half, or counted down. */
#define HALF_FROM_MS 20000
#define COUNT_FROM_MS 10000

FasciaPlayerPart *
fascia_player_peek_part (FasciaPlayer *self)
{
  return self->part < self->parts->len ? &g_array_index (self->parts, FasciaPlayerPart, self->part)
                                       : NULL;
}

FasciaPlayerEntry *
fascia_player_peek_state (FasciaPlayer *self, guint entry)
{
  return &g_array_index (self->entries, FasciaPlayerEntry, entry);
}

/* ---- what happens ---- */

void
fascia_player_emit (FasciaPlayer *self, FasciaPlayerEventKind kind, gint64 at_ms, int value)
{
  const FasciaPlayerPart *part = fascia_player_peek_part (self);
  FasciaPlayerEvent event = { .kind = kind, .at_ms = at_ms, .value = value };

  if (part == NULL)
    part = &g_array_index (self->parts, FasciaPlayerPart, self->parts->len - 1);
  event.state = self->over != 0 ? self->over : part->state;
  event.entry = part->entry;
  event.set = part->set;
  g_array_append_val (self->events, event);
}

void
fascia_player_emit_now (FasciaPlayer *self, FasciaPlayerEventKind kind)
{
  fascia_player_emit (self, kind, self->elapsed_ms, 0);
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
  fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_FINISHED);
}

/* What a part begins with is told when time begins to go by in it, not while it is paused. */
void
fascia_player_tell_part (FasciaPlayer *self)
{
  const FasciaPlayerPart *part = fascia_player_peek_part (self);

  self->is_told = TRUE;
  switch (part->state)
    {
    case FASCIA_PLAYER_HOLD:
      /* Who came by "next" or "back" is told where that is. */
      fascia_player_emit (self, FASCIA_PLAYER_EVENT_START, self->elapsed_ms,
                          self->told != part->entry + 1);
      break;
    case FASCIA_PLAYER_CHANGE:
      fascia_player_emit_now (self,
                              part->new_side ? FASCIA_PLAYER_EVENT_SIDE : FASCIA_PLAYER_EVENT_SET);
      break;
    case FASCIA_PLAYER_REST:
      fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_REST);
      break;
    case FASCIA_PLAYER_READY:
    case FASCIA_PLAYER_PAUSED:
    case FASCIA_PLAYER_FINISHED:
    case FASCIA_PLAYER_STOPPED:
    default:
      fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_READY);
      break;
    }
  self->told = part->entry + 1;
}

void
fascia_player_go_to_part (FasciaPlayer *self, guint part)
{
  self->part = part;
  self->in_part_ms = 0;
  self->is_told = FALSE;
  self->is_half_told = FALSE;
  if (part >= self->parts->len)
    finish (self);
  else if (!self->is_paused)
    fascia_player_tell_part (self);
}

static gboolean
is_last_set (FasciaPlayer *self)
{
  const FasciaPlayerPart *part = fascia_player_peek_part (self);

  return self->part + 1 >= self->parts->len
         || g_array_index (self->parts, FasciaPlayerPart, self->part + 1).entry != part->entry;
}

/* The hold that runs is over, at its end or by easing off. */
void
fascia_player_end_hold (FasciaPlayer *self)
{
  if (is_last_set (self))
    fascia_player_peek_state (self, fascia_player_peek_part (self)->entry)->outcome = "done";
}

void
fascia_player_end_part (FasciaPlayer *self)
{
  if (fascia_player_peek_part (self)->state == FASCIA_PLAYER_HOLD)
    {
      fascia_player_emit (self, FASCIA_PLAYER_EVENT_END, self->elapsed_ms,
                          self->part + 1 >= self->parts->len);
      fascia_player_end_hold (self);
    }
  fascia_player_go_to_part (self, self->part + 1);
}

/* ---- time ---- */

/* The marks inside a part that lie after @from and not after @to. */
static void
tell_marks (FasciaPlayer *self, const FasciaPlayerPart *part, gint64 from, gint64 to)
{
  gboolean is_hold = part->state == FASCIA_PLAYER_HOLD;
  gint64 half = part->length_ms / 2;
  gint64 began_ms = self->elapsed_ms - from;

  /* Once: of a hold that was made longer the half may come again. */
  if (is_hold && part->length_ms >= HALF_FROM_MS && half > from && half <= to
      && !self->is_half_told)
    {
      self->is_half_told = TRUE;
      fascia_player_emit (self, FASCIA_PLAYER_EVENT_HALF, began_ms + half, 0);
    }
  if (part->length_ms < COUNT_FROM_MS && is_hold)
    return;
  for (int left = is_hold ? FASCIA_PLAYER_COUNT_OUT_S : FASCIA_PLAYER_COUNT_IN_S; left > 0; left--)
    {
      gint64 at = part->length_ms - left * (gint64) 1000;

      if (at > from && at <= to)
        fascia_player_emit (self, FASCIA_PLAYER_EVENT_COUNT, began_ms + at, left);
    }
}

static void
advance (FasciaPlayer *self, gint64 delta)
{
  while (delta > 0 && self->over == 0)
    {
      FasciaPlayerPart *part = fascia_player_peek_part (self);
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
        fascia_player_peek_state (self, part->entry)->done_ms += take;
      if (self->in_part_ms >= part->length_ms)
        fascia_player_end_part (self);
    }
}

void
fascia_player_take_time (FasciaPlayer *self, gint64 now_ms)
{
  gint64 delta = now_ms - self->last_ms;

  forget_events (self);
  self->last_ms = now_ms;
  if (!self->has_begun || self->over != 0 || delta <= 0)
    return;
  if (self->is_paused || fascia_player_peek_part (self)->is_open)
    self->paused_ms += delta;
  else if (delta > FASCIA_PLAYER_GAP_MS)
    {
      self->paused_ms += delta;
      self->is_paused = TRUE;
      fascia_player_emit_now (self, FASCIA_PLAYER_EVENT_SUSPENDED);
    }
  else
    advance (self, delta);
}

const GArray *
fascia_player_tick (FasciaPlayer *self, gint64 now_ms)
{
  fascia_player_take_time (self, now_ms);
  self->is_handed_out = TRUE;
  return self->events;
}
