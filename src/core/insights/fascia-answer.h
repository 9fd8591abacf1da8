/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may honestly be said about a range of days before its chart: which sentence, which numbers.
 */

#pragma once

#include "fascia-daily.h"

G_BEGIN_DECLS

/* Below so many days with a value nothing is called typical; from the second number on it is said
 * without "so far". A decision of this project: the measured coverage of intervals over fewer days
 * depends too much on how alike neighbouring days are. */
#define FASCIA_ANSWER_MIN_DAYS 14
#define FASCIA_ANSWER_FULL_DAYS 28

typedef enum
{
  FASCIA_ANSWER_NONE = 1, /* no entry in the range */
  FASCIA_ANSWER_SHORT,    /* the range itself is too short to tell */
  FASCIA_ANSWER_SCALES,   /* each scale has its own sentence, see its kind */
} FasciaAnswerKind;

/* What may be said about one scale. */
typedef enum
{
  FASCIA_TYPICAL_NONE = 1, /* it was never answered */
  FASCIA_TYPICAL_TOO_FEW,  /* "not enough entries yet" */
  FASCIA_TYPICAL_EARLY,    /* told, "so far" */
  FASCIA_TYPICAL_FULL,     /* told */
} FasciaTypicalKind;

/**
 * FasciaTypical:
 * @kind: what may be said; the numbers below are 0 when it is not told
 * @n_days: days with a value
 * @median: the middle day value; the mean of the middle two
 * @lower: lowest day value that is left when a quarter of the days, rounded down, is taken away at
 *   each end
 * @upper: highest that is left; so at least half of the days lie from @lower to @upper, whatever
 *   their number and however many are alike. (Between interpolated quartiles lie 6 of 14 days.)
 */
typedef struct
{
  FasciaTypicalKind kind;
  guint n_days;
  double median;
  double lower;
  double upper;
} FasciaTypical;

/**
 * FasciaAnswer:
 * @kind: what kind of sentence
 * @first_day: first day that counts: of the range, or that of the first entry when the range is
 *   longer than the diary
 * @range_days: calendar days from @first_day to the end of the range
 * @entry_days: days of them with an entry
 * @tightness: that scale
 * @pain: that scale
 *
 * It describes; it claims no change, no trend and no cause.
 */
typedef struct
{
  FasciaAnswerKind kind;
  gint32 first_day;
  guint range_days;
  guint entry_days;
  FasciaTypical tightness;
  FasciaTypical pain;
} FasciaAnswer;

/**
 * fascia_answer_init:
 * @answer: (out): what may be said
 * @tightness: that scale
 * @pain: that scale over the same range and place
 * @first_day: first day that counts, see fascia_range_get_first_counted()
 *
 * Pure; any thread.
 */
void fascia_answer_init (FasciaAnswer *answer,
                         const FasciaDaily *tightness,
                         const FasciaDaily *pain,
                         gint32 first_day);

/* The sentence about this scale contains its numbers. */
gboolean fascia_typical_is_told (const FasciaTypical *typical);

/* A quantile of @sorted (ascending, at least one): linear between neighbours (Hyndman and Fan 1996,
 * Am Stat 50:361, type 7). @share in 0..1. */
double fascia_answer_quantile (const double *sorted, guint n, double share);

G_END_DECLS
