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
  g_return_val_if_fail (sorted != NULL && n > 0, 0);

  const double place = CLAMP (share, 0.0, 1.0) * (n - 1);
  const guint below = (guint) floor (place);

  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

gboolean
fascia_typical_is_told (const FasciaTypical *typical)
{
  g_return_val_if_fail (typical != NULL, FALSE);

  return typical->kind == FASCIA_TYPICAL_EARLY || typical->kind == FASCIA_TYPICAL_FULL;
}

static FasciaTypicalKind
get_kind (guint n_days)
{
  if (n_days == 0)
    return FASCIA_TYPICAL_NONE;
  if (n_days < FASCIA_ANSWER_MIN_DAYS)
    return FASCIA_TYPICAL_TOO_FEW;
  return n_days < FASCIA_ANSWER_FULL_DAYS ? FASCIA_TYPICAL_EARLY : FASCIA_TYPICAL_FULL;
}

static void
init_typical (FasciaTypical *typical, const FasciaDaily *daily)
{
  guint n_days;
  const FasciaDay *days = fascia_daily_get_days (daily, &n_days);
  g_autofree double *values = g_new (double, MAX (n_days, 1));
  guint n = 0;

  for (guint i = 0; i < n_days; i++)
    {
      if (days[i].has_value)
        values[n++] = days[i].value;
    }

  *typical = (FasciaTypical) { .kind = get_kind (n), .n_days = n };
  /* No number at all below the minimum, so that none can be shown by mistake. */
  if (!fascia_typical_is_told (typical))
    return;

  qsort (values, n, sizeof *values, compare_doubles);
  typical->median = fascia_answer_quantile (values, n, 0.5);
  typical->lower = values[n / 4];
  typical->upper = values[n - 1 - n / 4];
}

void
fascia_answer_init (FasciaAnswer *answer,
                    const FasciaDaily *tightness,
                    const FasciaDaily *pain,
                    gint32 first_day)
{
  g_return_if_fail (answer != NULL && tightness != NULL && pain != NULL);

  *answer = (FasciaAnswer) { .first_day = MAX (first_day, fascia_daily_get_first_day (tightness)) };
  const gint64 range_days = (gint64) fascia_daily_get_last_day (tightness) - answer->first_day + 1;
  answer->range_days = (guint) MAX (range_days, 0);

  /* The days are those with an entry of any scale, so both lists have the same. */
  guint n_tightness;
  guint n_pain;
  fascia_daily_get_days (tightness, &n_tightness);
  fascia_daily_get_days (pain, &n_pain);
  answer->entry_days = MAX (n_tightness, n_pain);
  init_typical (&answer->tightness, tightness);
  init_typical (&answer->pain, pain);

  if (answer->entry_days == 0)
    answer->kind = FASCIA_ANSWER_NONE;
  else if (answer->range_days < FASCIA_ANSWER_MIN_DAYS)
    answer->kind = FASCIA_ANSWER_SHORT;
  else
    answer->kind = FASCIA_ANSWER_SCALES;
}
