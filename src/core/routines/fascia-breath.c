/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow: in, out for longer, about six times a minute, never held. Pure. */

#include "config.h"

#include "fascia-breath.h"

#include <math.h>

/* ---- one breath ---- */

void
fascia_breath_at (gint64 elapsed_ms, FasciaBreathAt *at)
{
  const gint64 elapsed = MAX (elapsed_ms, 0);
  const gint64 within = elapsed % FASCIA_BREATH_MS;
  const gboolean is_in = within < FASCIA_BREATH_IN_MS;
  /* Until the next change; at least 1. */
  const gint64 left = is_in ? FASCIA_BREATH_IN_MS - within : FASCIA_BREATH_MS - within;
  const double share = is_in ? (double) within / FASCIA_BREATH_IN_MS
                             : 1.0 - (double) (within - FASCIA_BREATH_IN_MS) / FASCIA_BREATH_OUT_MS;

  at->phase = is_in ? FASCIA_BREATH_IN : FASCIA_BREATH_OUT;
  at->breath = (guint) MIN (elapsed / FASCIA_BREATH_MS, G_MAXUINT);
  at->seconds_left = (int) ((left + 999) / 1000);
  at->fullness = (1.0 - cos (G_PI * share)) / 2.0;
}

/* ---- the time ---- */

gint64
fascia_breath_get_end_ms (const FasciaBreath *self)
{
  gint64 end = self->planned_ms;

  if (end <= 0)
    return G_MAXINT64;
  /* Nobody stops in the middle of a breath. */
  if (end % FASCIA_BREATH_MS != 0)
    end += FASCIA_BREATH_MS - end % FASCIA_BREATH_MS;
  return end;
}

void
fascia_breath_plan (FasciaBreath *self, gint64 planned_ms)
{
  const gint64 begun
      = (self->elapsed_ms + FASCIA_BREATH_MS - 1) / FASCIA_BREATH_MS * FASCIA_BREATH_MS;

  if (!self->is_finished)
    self->planned_ms = planned_ms > 0 ? MAX (planned_ms, begun) : 0;
}

FasciaBreathEvents
fascia_breath_tick (FasciaBreath *self, gint64 now_ms)
{
  FasciaBreathEvents events = FASCIA_BREATH_NOTHING;
  FasciaBreathAt at;

  if (!self->is_running)
    return events;
  /* A clock that was set back stands still; it never takes time away. */
  const gint64 gone = MAX (now_ms - self->last_ms, 0);
  self->last_ms = MAX (now_ms, self->last_ms);
  if (gone > FASCIA_BREATH_GAP_MS)
    {
      self->is_running = FALSE;
      return FASCIA_BREATH_SUSPENDED;
    }
  self->elapsed_ms = MIN (self->elapsed_ms + gone, fascia_breath_get_end_ms (self));
  if (self->elapsed_ms >= fascia_breath_get_end_ms (self))
    {
      self->is_running = FALSE;
      self->is_finished = TRUE;
      return FASCIA_BREATH_FINISHED;
    }
  fascia_breath_at (self->elapsed_ms, &at);
  if (at.phase != self->told)
    events |= FASCIA_BREATH_CHANGED;
  self->told = at.phase;
  return events;
}

gboolean
fascia_breath_resume (FasciaBreath *self, gint64 now_ms)
{
  if (self->is_running || self->is_finished)
    return FALSE;
  self->is_running = TRUE;
  self->last_ms = now_ms;
  /* After a pause the way it goes is told once more. */
  self->told = (FasciaBreathPhase) 0;
  return TRUE;
}

gboolean
fascia_breath_pause (FasciaBreath *self, gint64 now_ms)
{
  if (!self->is_running)
    return FALSE;
  fascia_breath_tick (self, now_ms);
  self->is_running = FALSE;
  return !self->is_finished;
}
