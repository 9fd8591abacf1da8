/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may honestly be said about a range of days before its chart: which sentence, which numbers.
 */

#include "config.h"

#include "fascia-answer.h"

#include <math.h>
#include <stdlib.h>

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

double
fascia_answer_quantile (const double *sorted, guint n, double share)
{
  double place;
  guint below;

  g_return_val_if_fail (sorted != NULL && n > 0, 0);

  place = CLAMP (share, 0.0, 1.0) * (n - 1);
  below = (guint) floor (place);
  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

static void
init_typical (FasciaTypical *typical, const FasciaDaily *daily)
{
  guint n_days;
  const FasciaDay *days = fascia_daily_get_days (daily, &n_days);
  g_autofree double *values = g_new (double, MAX (n_days, 1));
  guint n = 0;

  *typical = (FasciaTypical) { 0 };
  for (guint i = 0; i < n_days; i++)
    {
      if (days[i].has_value)
        values[n++] = days[i].value;
    }

  typical->n_days = n;
  typical->is_told = n >= FASCIA_ANSWER_MIN_DAYS;
  /* No number at all below the minimum, so that none can be shown by mistake. */
  if (!typical->is_told)
    return;

  qsort (values, n, sizeof *values, compare_doubles);
  typical->median = fascia_answer_quantile (values, n, 0.5);
  typical->lower = fascia_answer_quantile (values, n, 0.25);
  typical->upper = fascia_answer_quantile (values, n, 0.75);
}

void
fascia_answer_init (FasciaAnswer *answer, const FasciaDaily *tightness, const FasciaDaily *pain)
{
  guint n_tightness;
  guint n_pain;
  gint64 range_days;
  guint most;

  g_return_if_fail (answer != NULL && tightness != NULL && pain != NULL);

  *answer = (FasciaAnswer) { 0 };
  range_days
      = (gint64) fascia_daily_get_last_day (tightness) - fascia_daily_get_first_day (tightness) + 1;
  answer->range_days = (guint) MAX (range_days, 0);
  /* The days are those with an entry of any scale, so both lists have the same. */
  fascia_daily_get_days (tightness, &n_tightness);
  fascia_daily_get_days (pain, &n_pain);
  answer->entry_days = MAX (n_tightness, n_pain);
  init_typical (&answer->tightness, tightness);
  init_typical (&answer->pain, pain);

  most = MAX (answer->tightness.n_days, answer->pain.n_days);
  if (answer->entry_days == 0)
    answer->kind = FASCIA_ANSWER_NONE;
  else if (answer->range_days < FASCIA_ANSWER_MIN_DAYS)
    answer->kind = FASCIA_ANSWER_SHORT;
  else if (most < FASCIA_ANSWER_MIN_DAYS)
    answer->kind = FASCIA_ANSWER_TOO_FEW;
  else if (most < FASCIA_ANSWER_FULL_DAYS)
    answer->kind = FASCIA_ANSWER_EARLY;
  else
    answer->kind = FASCIA_ANSWER_FULL;
}
