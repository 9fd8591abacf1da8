/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart says in words: ranges, the read-out, its rows. Pure but for the language.
 */

#include "config.h"

#include "fascia-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-text.h"

char *
fascia_chart_text_number (double value)
{
  const double rounded = round (value * 10) / 10;

  if (fabs (rounded - round (rounded)) < 0.05)
    return g_strdup_printf ("%.0f", rounded);
  return g_strdup_printf ("%.1f", rounded);
}

static char *
format_day (gint32 day, const char *format)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);

  return date != NULL ? g_date_time_format (date, format) : g_strdup_printf ("%d", day);
}

static gboolean
is_same_year (gint32 a, gint32 b)
{
  int year_a;
  int year_b;
  int month;
  int dom;

  fascia_day_to_ymd (a, &year_a, &month, &dom);
  fascia_day_to_ymd (b, &year_b, &month, &dom);
  return year_a == year_b;
}

static gboolean
is_same_month (gint32 a, gint32 b)
{
  int year_a;
  int year_b;
  int month_a;
  int month_b;
  int dom;

  fascia_day_to_ymd (a, &year_a, &month_a, &dom);
  fascia_day_to_ymd (b, &year_b, &month_b, &dom);
  return year_a == year_b && month_a == month_b;
}

char *
fascia_chart_text_span (gint32 first_day, gint32 last_day, FasciaBucketUnit unit)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (unit == FASCIA_BUCKET_DAY || first_day == last_day)
    {
      /* Translators: one day in a chart, see g_date_time_format (): "Tuesday 3 March 2026". */
      return format_day (first_day, C_ ("chart", "%A %-d %B %Y"));
    }
  if (unit == FASCIA_BUCKET_WEEK && is_same_month (first_day, last_day))
    {
      /* Translators: first day of a week that ends in the same month, "2". */
      first = format_day (first_day, C_ ("chart, first day of a week", "%-d"));
      /* Translators: last day of a week, "8 March 2026". */
      last = format_day (last_day, C_ ("chart, last day of a week", "%-d %B %Y"));
    }
  else if (unit == FASCIA_BUCKET_WEEK)
    {
      if (is_same_year (first_day, last_day))
        /* Translators: first day of a week that ends in another month, "30 March". */
        first = format_day (first_day, C_ ("chart, first day of a week", "%-d %B"));
      else
        /* Translators: first day of a span that ends in another year, "30 December 2025". */
        first = format_day (first_day, C_ ("chart, first day of a week", "%-d %B %Y"));
      last = format_day (last_day, C_ ("chart, last day of a week", "%-d %B %Y"));
    }
  else if (unit <= FASCIA_BUCKET_QUARTER && is_same_month (first_day, last_day))
    {
      /* Translators: a month, "March 2026". */
      return format_day (first_day, C_ ("chart", "%B %Y"));
    }
  else if (unit <= FASCIA_BUCKET_QUARTER)
    {
      if (is_same_year (first_day, last_day))
        /* Translators: first month of three, "January". */
        first = format_day (first_day, C_ ("chart, first of three months", "%B"));
      else
        first = format_day (first_day, C_ ("chart", "%B %Y"));
      last = format_day (last_day, C_ ("chart", "%B %Y"));
    }
  else
    {
      first = format_day (first_day, "%Y");
      last = format_day (last_day, "%Y");
      if (g_str_equal (first, last))
        return g_steal_pointer (&last);
    }
  /* Translators: from a day, month or year to another: "2 to 8 March 2026". */
  return g_strdup_printf (C_ ("span of time", "%s to %s"), first, last);
}

const char *
fascia_chart_text_range (FasciaRange range, gboolean is_short)
{
  switch (range)
    {
    case FASCIA_RANGE_7:
      /* Translators: a range of the chart in a row of short buttons: days. */
      return C_ ("range", "7");
    case FASCIA_RANGE_30:
      return C_ ("range", "30");
    case FASCIA_RANGE_90:
      return C_ ("range", "90");
    case FASCIA_RANGE_365:
      return is_short ? C_ ("range", "365") : C_ ("range", "365 days");
    case FASCIA_RANGE_ALL:
    default:
      /* Translators: a range of the chart: everything there is. */
      return C_ ("range", "All");
    }
}

const char *
fascia_chart_text_range_spoken (FasciaRange range)
{
  switch (range)
    {
    case FASCIA_RANGE_7:
      return _ ("Last 7 days");
    case FASCIA_RANGE_30:
      return _ ("Last 30 days");
    case FASCIA_RANGE_90:
      return _ ("Last 90 days");
    case FASCIA_RANGE_365:
      return _ ("Last 365 days");
    case FASCIA_RANGE_ALL:
    default:
      return _ ("Since your first entry");
    }
}

/* ---- points ---- */

static gboolean
has_range (double low, double high)
{
  return high - low > 0.05;
}

static char *
format_level (FasciaScale scale, double value, double low, double high)
{
  g_autofree char *level = fascia_chart_text_number (value);
  g_autofree char *lowest = fascia_chart_text_number (low);
  g_autofree char *highest = fascia_chart_text_number (high);

  if (scale == FASCIA_SCALE_TIGHTNESS)
    {
      if (has_range (low, high))
        /* Translators: a level, the lowest and the highest: "tightness 6 (4 to 7)". */
        return g_strdup_printf (_ ("tightness %s (%s to %s)"), level, lowest, highest);
      /* Translators: a level: "tightness 6". */
      return g_strdup_printf (_ ("tightness %s"), level);
    }
  if (has_range (low, high))
    /* Translators: a level, the lowest and the highest: "pain 6 (4 to 7)". */
    return g_strdup_printf (_ ("pain %s (%s to %s)"), level, lowest, highest);
  /* Translators: a level: "pain 6". */
  return g_strdup_printf (_ ("pain %s"), level);
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a list: "tightness 6, pain 4, 3 places". */
  return g_strjoinv (C_ ("list", ", "), (char **) parts->pdata);
}

char *
fascia_chart_text_point (const FasciaChartData *data, guint index)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *span = NULL;
  const FasciaBucket *first;
  guint n_days;

  g_return_val_if_fail (data != NULL && index < data->n_focus, NULL);

  first = &data->focus[0][index];
  n_days = (guint) (first->last_day - first->first_day) + 1;
  span = fascia_chart_text_span (first->first_day, first->last_day, data->focus_unit);
  if (first->n_entries == 0)
    return data->region != NULL
               /* Translators: a day or a longer time on which one place was not marked. */
               ? g_strdup_printf (_ ("%s: not marked"), span)
               /* Translators: a day or a longer time without marks. */
               : g_strdup_printf (_ ("%s: not filled in"), span);

  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      const FasciaBucket *bucket = &data->focus[i][index];

      if (bucket->n_values > 0)
        g_ptr_array_add (parts, format_level (fascia_chart_data_get_scale (i), bucket->value,
                                              bucket->low, bucket->high));
    }
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("level not given")));
  if (n_days > 1)
    g_ptr_array_add (parts, data->region != NULL
                                /* Translators: of one place: days with a mark, days altogether. */
                                ? g_strdup_printf (ngettext ("marked on %u of %u day",
                                                             "marked on %u of %u days", n_days),
                                                   first->n_entries, n_days)
                                /* Translators: days with marks, days altogether. */
                                : g_strdup_printf (ngettext ("filled in on %u of %u day",
                                                             "filled in on %u of %u days", n_days),
                                                   first->n_entries, n_days));
  else if (data->region == NULL && first->extent_max > 0)
    g_ptr_array_add (parts, fascia_text_places (first->extent_max));

  g_autofree char *list = join (parts);
  /* Translators: a day or a longer time, and what was entered. */
  return g_strdup_printf (_ ("%s: %s"), span, list);
}

const char *
fascia_chart_text_caption (const FasciaChartData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  switch (data->unit)
    {
    case FASCIA_BUCKET_DAY:
      if (data->region != NULL)
        return _ ("Each point is a day’s mean for this place; the band shows its check-ins. Days "
                  "without a level stay open.");
      return _ ("Each point is a day’s worst place; the band shows its check-ins. Days without a "
                "level stay open.");
    case FASCIA_BUCKET_WEEK:
      return _ ("The line is the mean of the days of a week; the band goes from the lowest to the "
                "highest day.");
    case FASCIA_BUCKET_MONTH:
      return _ ("The line is the mean of the days of a month; the band goes from the lowest to the "
                "highest day.");
    case FASCIA_BUCKET_QUARTER:
    case FASCIA_BUCKET_YEAR:
    case FASCIA_BUCKET_DECADE:
    case FASCIA_BUCKET_CENTURY:
    default:
      return _ (
          "The line is the mean over the days of a longer time; the band goes from the lowest "
          "to the highest day.");
    }
}

char *
fascia_chart_text_description (const FasciaChartData *data)
{
  g_autofree char *span = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  span = fascia_chart_text_span (data->first_day, data->last_day, FASCIA_BUCKET_WEEK);
  /* Translators: what a screen reader says of the chart: first to last day, what a point is. */
  return g_strdup_printf (_ ("Line chart, %s, levels from 0 to 10. %s"), span,
                          fascia_chart_text_caption (data));
}

char *
fascia_chart_text_legend (FasciaScale scale, const char *place)
{
  if (place == NULL)
    return g_strdup (scale == FASCIA_SCALE_TIGHTNESS ? _ ("Tightness, worst place")
                                                     : _ ("Pain, worst place"));
  if (scale == FASCIA_SCALE_TIGHTNESS)
    /* Translators: legend of the line of one place: "Left jaw: tightness". */
    return g_strdup_printf (_ ("%s: tightness"), place);
  /* Translators: legend of the line of one place: "Left jaw: pain". */
  return g_strdup_printf (_ ("%s: pain"), place);
}

char *
fascia_chart_text_cell (const FasciaDay *day)
{
  g_autofree char *level = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  double lowest;

  if (day == NULL || (!day->has_value && day->marked == 0))
    return g_strdup ("");
  if (!day->has_value)
    /* Translators: cell of a table: a place was marked, how tight or painful was not said. */
    return g_strdup (_ ("Not given"));

  /* Two places may have taken turns: see FasciaDay. */
  lowest = MIN (day->low, day->value);
  level = fascia_chart_text_number (day->value);
  if (!has_range (lowest, day->high))
    return g_steal_pointer (&level);
  low = fascia_chart_text_number (lowest);
  high = fascia_chart_text_number (day->high);
  /* Translators: cell of a narrow table: a level, the lowest and the highest: "6 (4–7)". */
  return g_strdup_printf (_ ("%s (%s–%s)"), level, low, high);
}
