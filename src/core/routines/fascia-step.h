/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of the library: one way of doing one thing. */

#pragma once

#include "fascia-traits.h"

G_BEGIN_DECLS

/* 0 where it is not given. A step is dosed by seconds or by repetitions. */
typedef struct
{
  int seconds_min, seconds_max; /* of one set */
  int sets_min, sets_max;
  const char *set_unit; /* "sets", "spots", "holds", "places", "passes", "rounds"; interned */
  int sides;            /* 1 or 2: how often it is done for both sides */
  int reps_min, reps_max;
  int seconds_per_rep;
  int hold_min, hold_max;           /* seconds of the hold within a repetition */
  int long_hold_min, long_hold_max; /* seconds of the optional light hold, one place an entry */
  int max_seconds;                  /* of one entry at its largest, at most 360 */
  int days_min, days_max;           /* a week */
  gboolean rest_day;                /* a day between, and not twice a day */
  int target_min, target_max;       /* discomfort added by the step, 0 … 10 */
  int cap;                          /* never above */
} FasciaDose;

/* "source-read", "well-established", "to-verify" as shown by fascia_step_get_certainty(). */

/* Immutable; belongs to its library (or to the own routine that brought it). */
typedef struct _FasciaStep FasciaStep;

/* "r01"; in an own routine "own-1" … Kept in journals: never renamed. */
const char *fascia_step_get_id (const FasciaStep *self);
const FasciaTraits *fascia_step_get_traits (const FasciaStep *self);
const FasciaDose *fascia_step_get_dose (const FasciaStep *self);
/* (nullable) The step that this is another way of. */
const char *fascia_step_get_variant_of (const FasciaStep *self);
/* (nullable) Of a step that came with an own routine: the known one that it is like, whose picture may
 * stand for it. */
const char *fascia_step_get_like (const FasciaStep *self);
/* Codes of things needed, NULL-terminated, never NULL: see fascia_library_get_tool_name(). Where one of
 * several is enough, the most common: see fascia_library_has_tools(). */
const char *const *fascia_step_get_tools (const FasciaStep *self);
/* Steps that go well after it. */
const char *const *fascia_step_get_pairs (const FasciaStep *self);

/* In the current language. Whole sentences to the person but for the title and the cue, which is the
 * one short line that is shown and spoken while it runs ("Lean and breathe"). */
const char *fascia_step_get_title (const FasciaStep *self);
const char *fascia_step_get_title_c (const FasciaStep *self);
/* In its own posture, the one of its traits. */
const char *fascia_step_get_setup (const FasciaStep *self);
/* In @posture, exactly one of those in which it can be done; that of its own for any other. */
const char *fascia_step_get_setup_for (const FasciaStep *self, FasciaPosture posture);
const char *fascia_step_get_movement (const FasciaStep *self);
const char *fascia_step_get_cue (const FasciaStep *self);
/* (nullable) What to leave it for. */
const char *fascia_step_get_avoid (const FasciaStep *self);
const char *fascia_step_get_easier (const FasciaStep *self);
const char *fascia_step_get_harder (const FasciaStep *self);
/* English, for whoever wants to read on. */
const char *fascia_step_get_source (const FasciaStep *self);
/* "source read", "well established" or "to verify" */
const char *fascia_step_get_certainty (const FasciaStep *self);
/* The grade of the evidence: 'A' recommended by guidelines, 'B' small trials, 'C' practice only. */
char fascia_step_get_evidence (const FasciaStep *self);

/* Whether it works on @region (any side), or on its base. */
gboolean fascia_step_works_on (const FasciaStep *self, const FasciaRegion *region);
/* Presses: kind release with pressure 2. Counts to the ten minutes and to rest days. */
gboolean fascia_step_presses (const FasciaStep *self);
/* (transfer full) "1–2 sets of 30–60 s a side", "6–10 times, 1–2 rounds": for people. */
char *fascia_step_dup_dose (const FasciaStep *self);
/* The ceiling in words: "light", "mild pull" … for discomfort added by the step. */
const char *fascia_cap_get_words (int cap);

G_END_DECLS
