/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow: in, out for longer, about six times a minute, never held. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Six breaths a minute, the way out longer than the way in: docs/routines.md has the source. */
#define FASCIA_BREATH_IN_MS 4000
#define FASCIA_BREATH_OUT_MS 6000
#define FASCIA_BREATH_MS (FASCIA_BREATH_IN_MS + FASCIA_BREATH_OUT_MS)
/* A tick that comes later than this is no time gone by: the machine slept. */
#define FASCIA_BREATH_GAP_MS 5000
/* The step of the library that it is kept as, and that of a rest in its place. */
#define FASCIA_BREATH_STEP "b01"
#define FASCIA_BREATH_REST_STEP "r54"
/* Shorter than this it is not worth an entry. */
#define FASCIA_BREATH_KEPT_MS 10000

typedef enum
{
  FASCIA_BREATH_IN = 1,
  FASCIA_BREATH_OUT,
} FasciaBreathPhase;

/**
 * FasciaBreathAt: where the breath is
 * @breath: breaths since the beginning, the one going on left out
 * @seconds_left: of this way, at least 1: what is counted down
 * @fullness: 0 all out … 1 all in; slow at both ends
 */
typedef struct
{
  FasciaBreathPhase phase;
  guint breath;
  int seconds_left;
  double fullness;
} FasciaBreathAt;

/* @elapsed_ms: running time; below 0 counts as 0. */
void fascia_breath_at (gint64 elapsed_ms, FasciaBreathAt *at);

typedef enum
{
  FASCIA_BREATH_NOTHING = 0,
  FASCIA_BREATH_CHANGED = 1 << 0,   /* in became out, or out in; also when it begins */
  FASCIA_BREATH_SUSPENDED = 1 << 1, /* paused by itself */
  FASCIA_BREATH_FINISHED = 1 << 2,  /* the time planned is over, at the end of a breath */
} FasciaBreathEvents;

/**
 * FasciaBreath:
 *
 * The time of a pacer; its owner knows the clock. All zeros is one that has not begun and has no end.
 * @planned_ms: 0: until it is stopped. Ends with the breath that is going on then
 * @elapsed_ms: running time, pauses left out; never decreases, never passes the end
 */
typedef struct
{
  gint64 planned_ms;
  gint64 elapsed_ms;
  gint64 last_ms; /* of the clock, while it runs */
  FasciaBreathPhase told;
  gboolean is_running;
  gboolean is_finished;
} FasciaBreath;

/* @now_ms: of a clock that goes on while the machine sleeps. FALSE when it makes no sense now. */
gboolean fascia_breath_resume (FasciaBreath *self, gint64 now_ms);
gboolean fascia_breath_pause (FasciaBreath *self, gint64 now_ms);
FasciaBreathEvents fascia_breath_tick (FasciaBreath *self, gint64 now_ms);
/* Another length, also while it runs; what is shorter than what has gone by ends with this breath. */
void fascia_breath_plan (FasciaBreath *self, gint64 planned_ms);
/* Running time at which it ends; G_MAXINT64: never. */
gint64 fascia_breath_get_end_ms (const FasciaBreath *self);

G_END_DECLS
