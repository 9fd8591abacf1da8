/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much was done already: rest days, minutes of pressure, breaks, soreness. */

#pragma once

#include "fascia-library.h"
#include "fascia-past.h"

G_BEGIN_DECLS

/* Limits of a session and of a week: docs/routines.md has the sources. */
#define FASCIA_DOSE_ENTRY_S 360
#define FASCIA_DOSE_SESSION_PRESSURE_S 600
#define FASCIA_DOSE_SESSION_S 1200
#define FASCIA_DOSE_BREAK_DAYS 7
/* Seconds of changing sides, sets or steps at least. */
#define FASCIA_DOSE_CHANGE_S 8

/* Answer to "How is it today?" on the day after. */
typedef enum
{
  FASCIA_SORENESS_NOT_ASKED = 0,
  FASCIA_SORENESS_BACK_IN_A_DAY, /* keep, or add a little */
  FASCIA_SORENESS_TWO_DAYS,      /* 24 to 48 h, or pain up by two: half */
  FASCIA_SORENESS_LONGER,        /* longer, a bruise, numbness, a new pain: not this step */
} FasciaSoreness;

/* What an answer to FASCIA_ITEM_SORENESS means: see fascia-past.h. Below 0: not asked. */
FasciaSoreness fascia_soreness_from_answer (int value);

/* So long an answer counts. What was too much is left alone that long, and a half dose is long enough,
 * unless a later answer says that it is as before, whatever was worked in between. */
#define FASCIA_DOSE_SORE_DAYS 14

/* What is to be respected at one place today. */
typedef struct
{
  gboolean pressed_today;
  gboolean pressed_yesterday;
  int week_pressure_s; /* of the last seven days, today included */
  double factor;       /* 1, or 0.5 after a break or soreness */
  gboolean is_stopped; /* sore longer than two days, and not reviewed */
  gboolean is_sore;    /* the factor is for soreness … */
  gboolean is_back;    /* … for a break; both may be */
  /* (nullable) Interned: why a session was stopped, left out or eased off here, when @is_stopped or the
   * factor is for that: "nerve", "pulse", "skin", "headache"; "too-much", "tense", or "eased-off". */
  const char *reason;
} FasciaDoseAt;

/* Pure. @past: (nullable); @day: today. Where the last session was too much, or tense, or eased off, the
 * next one is half; where it went numb, broke the skin, a pulse was felt or a headache began, the place is
 * left alone for as long as @past goes back, until an answer of a later day says that it is as before.
 * What was done at a place by a step that works on several at
 * once was done at all of them, on the side that is written down; without a place, on both. How long a
 * break was can only be told from a past that reaches back over it: all of it, or a year. */
void fascia_dose_guard_look (FasciaDoseAt *at,
                             const FasciaLibrary *library,
                             const FasciaPast *past,
                             gint32 day,
                             const FasciaRegion *region);
/* The newest answer of the day after about session @index of @past, or -1. An answer is about the
 * sessions of the last day before it on which something was done that could leave anybody sore. */
int fascia_dose_guard_get_answer (const FasciaLibrary *library,
                                  const FasciaPast *past,
                                  guint index,
                                  gint32 *answered_day);
/* Whether something with a load was done today or yesterday, anywhere: strength has a day between. */
gboolean fascia_dose_guard_had_strength (const FasciaLibrary *library,
                                         const FasciaPast *past,
                                         gint32 day);
/* Seconds of pressure at each region in the last seven days: array as long as the body has regions.
 * (transfer full) */
int *fascia_dose_guard_dup_week (const FasciaLibrary *library, const FasciaPast *past, gint32 day);

/* The session that the question of the day after is about today, as an index into those of @past: the
 * last one, one to three days ago, of those that could leave anybody sore; -1 when there is none, or
 * when it was answered that it is over. Asked once a day: what was still sore is asked again. */
int fascia_dose_guard_find_to_ask (const FasciaLibrary *library,
                                   const FasciaPast *past,
                                   gint32 day);

G_END_DECLS
