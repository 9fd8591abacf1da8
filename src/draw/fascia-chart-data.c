/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart of tightness and pain shows: both scales over one range and one place or all.
 */

#include "config.h"

#include "fascia-chart-data.h"

FasciaScale
fascia_chart_data_get_scale (guint index)
{
  return index == 0 ? FASCIA_SCALE_TIGHTNESS : FASCIA_SCALE_PAIN;
}

static FasciaBucket *
divide (const FasciaDaily *daily, FasciaBucketUnit unit, int first_weekday, guint *n_buckets)
{
  GArray *list = fascia_bucket_list_new (daily, unit, first_weekday);

  *n_buckets = list->len;
  return (FasciaBucket *) g_array_free (list, FALSE);
}

FasciaChartData *
fascia_chart_data_new (const FasciaSeries *series,
                       const char *region,
                       gint32 first_day,
                       gint32 last_day,
                       int first_weekday)
{
  FasciaChartData *self;

  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  self = g_new0 (FasciaChartData, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->first_day = first_day;
  self->last_day = last_day;
  self->region = g_strdup (region);
  self->unit = fascia_bucket_unit_for (first_day, last_day, first_weekday, FASCIA_CHART_MAX_DRAWN);
  self->focus_unit = fascia_bucket_unit_for (first_day, last_day, first_weekday, FASCIA_BUCKET_MAX);
  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      self->daily[i]
          = fascia_daily_new (series, fascia_chart_data_get_scale (i), region, first_day, last_day);
      self->buckets[i] = divide (self->daily[i], self->unit, first_weekday, &self->n_buckets);
      self->focus[i] = divide (self->daily[i], self->focus_unit, first_weekday, &self->n_focus);
    }

  for (guint i = 0; i < self->n_buckets; i++)
    self->extent_max = MAX (self->extent_max, self->buckets[0][i].extent);
  return self;
}

FasciaChartData *
fascia_chart_data_ref (FasciaChartData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_chart_data_unref (FasciaChartData *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      fascia_daily_unref (self->daily[i]);
      g_free (self->buckets[i]);
      g_free (self->focus[i]);
    }
  g_free (self->region);
  g_free (self);
}
