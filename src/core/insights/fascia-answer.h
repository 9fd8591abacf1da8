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
  FASCIA_ANSWER_TOO_FEW,  /* "not enough entries yet" */
  FASCIA_ANSWER_EARLY,    /* told, "so far" */
  FASCIA_ANSWER_FULL,     /* told */
} FasciaAnswerKind;

/**
 * FasciaTypical:
 * @n_days: days with a value
 * @is_told: enough of them: the numbers below may be shown
 * @median: the day value with as many days above as below
 * @lower: lower quartile
 * @upper: upper quartile: half of the days lie between the two
 */
typedef struct
{
  guint n_days;
  gboolean is_told;
  double median;
  double lower;
  double upper;
} FasciaTypical;

/**
 * FasciaAnswer:
 * @kind: which sentence; for the scale with more days
 * @range_days: calendar days of the range
 * @entry_days: days of them with an entry
 * @tightness: that scale
 * @pain: that scale
 *
 * It describes; it claims no change, no trend and no cause.
 */
typedef struct
{
  FasciaAnswerKind kind;
  guint range_days;
  guint entry_days;
  FasciaTypical tightness;
  FasciaTypical pain;
} FasciaAnswer;

/* @tightness and @pain: the two scales over the same range and place. Pure; any thread. */
void fascia_answer_init (FasciaAnswer *answer,
                         const FasciaDaily *tightness,
                         const FasciaDaily *pain);

/* A quantile of @sorted (ascending, at least one): linear between neighbours (Hyndman and Fan 1996,
 * Am Stat 50:361, type 7). @share in 0..1. */
double fascia_answer_quantile (const double *sorted, guint n, double share);

G_END_DECLS
