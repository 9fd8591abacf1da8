/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which places a person marks, the most used first.
 */

#include "config.h"

#include "fascia-usage.h"

static int
compare_usage (gconstpointer a, gconstpointer b)
{
  const FasciaUsage *x = a;
  const FasciaUsage *y = b;

  if (x->n_marks != y->n_marks)
    return x->n_marks > y->n_marks ? -1 : 1;
  return g_strcmp0 (x->region, y->region);
}

GArray *
fascia_usage_list_new (const FasciaSeries *series)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (FasciaUsage));
  const FasciaSeriesPoint *points;
  guint n_points;
  guint n_regions;

  g_return_val_if_fail (series != NULL, list);

  n_regions = fascia_series_get_n_regions (series);
  points = fascia_series_get_points (series, &n_points);
  g_array_set_size (list, n_regions);
  for (guint i = 0; i < n_regions; i++)
    g_array_index (list, FasciaUsage, i).region = fascia_series_get_region (series, i);
  for (guint i = 0; i < n_points; i++)
    {
      if (points[i].region < n_regions)
        g_array_index (list, FasciaUsage, points[i].region).n_marks++;
    }

  g_array_sort (list, compare_usage);
  /* A place that was marked once and taken out again may still have its name in the series. */
  while (list->len > 0 && g_array_index (list, FasciaUsage, list->len - 1).n_marks == 0)
    g_array_set_size (list, list->len - 1);
  return list;
}
