/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each day of a year holds: entries and worst levels, and its name. Pure.
 */

#include "config.h"

#include "fascia-year-days.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/insights/fascia-daily.h"
#include "draw/fascia-figure-palette.h"

guint
fascia_year_get_n_days (int year)
{
  return g_date_is_leap_year ((GDateYear) CLAMP (year, 1, 9999)) ? 366 : 365;
}

static int
month_length (int year, int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) CLAMP (year, 1, 9999));
}

/* ---- values ---- */

static void
fill_scale (FasciaYearDay *days, int year, const FasciaSeries *series, FasciaScale scale)
{
  const gint32 first = fascia_day_from_ymd (year, 1, 1);
  g_autoptr (FasciaDaily) daily = fascia_daily_new (
      series, scale, NULL, first, first + (gint32) fascia_year_get_n_days (year) - 1);
  guint n_days = 0;
  const FasciaDay *values = fascia_daily_get_days (daily, &n_days);

  for (guint i = 0; i < n_days; i++)
    {
      if (!values[i].has_value)
        continue;
      FasciaYearDay *day = &days[values[i].day - first];
      /* What is a little is not nothing. */
      int value = values[i].value > 0 ? MAX ((int) lround (values[i].value), 1) : 0;

      if (scale == FASCIA_SCALE_TIGHTNESS)
        day->tightness = value;
      else
        day->pain = value;
    }
}

void
fascia_year_days_fill (FasciaYearDay *days, int year, GArray *counts, const FasciaSeries *series)
{
  const gint32 first = fascia_day_from_ymd (year, 1, 1);
  const gint32 n_days = (gint32) fascia_year_get_n_days (year);

  g_return_if_fail (days != NULL);

  for (guint i = 0; i < FASCIA_YEAR_MAX_DAYS; i++)
    days[i] = (FasciaYearDay) { 0, FASCIA_LEVEL_NOT_GIVEN, FASCIA_LEVEL_NOT_GIVEN };

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const FasciaDayCount *count = &g_array_index (counts, FasciaDayCount, i);

      if (count->day >= first && count->day < first + n_days)
        days[count->day - first].n_entries = count->n_entries;
    }
  if (series == NULL)
    return;
  fill_scale (days, year, series, FASCIA_SCALE_TIGHTNESS);
  fill_scale (days, year, series, FASCIA_SCALE_PAIN);
}

int
fascia_year_day_get_step (const FasciaYearDay *day, FasciaYearMeasure measure)
{
  g_return_val_if_fail (day != NULL, -1);

  switch (measure)
    {
    case FASCIA_YEAR_TIGHTNESS:
      return fascia_figure_step_for_level (day->tightness);
    case FASCIA_YEAR_PAIN:
      return fascia_figure_step_for_level (day->pain);
    case FASCIA_YEAR_ENTRIES:
    default:
      return MIN ((int) MIN (day->n_entries, FASCIA_FIGURE_STEPS), FASCIA_FIGURE_STEPS) - 1;
    }
}

/* ---- words ---- */

/* (nullable) */
static char *
create_value (const FasciaYearDay *day, FasciaYearMeasure measure)
{
  switch (measure)
    {
    case FASCIA_YEAR_TIGHTNESS:
      if (day->tightness < 0)
        return NULL;
      /* Translators: The value of a day, 0 to 10. */
      return g_strdup_printf (_ ("worst tightness %d"), day->tightness);
    case FASCIA_YEAR_PAIN:
      if (day->pain < 0)
        return NULL;
      /* Translators: The value of a day, 0 to 10. */
      return g_strdup_printf (_ ("worst pain %d"), day->pain);
    case FASCIA_YEAR_ENTRIES:
    default:
      return NULL;
    }
}

char *
fascia_year_day_dup_name (const FasciaYearDay *day, gint32 number, FasciaYearMeasure measure)
{
  g_return_val_if_fail (day != NULL, NULL);

  g_autoptr (GDateTime) date = fascia_day_to_date_time (number);
  /* Translators: A day of a year that is known: “Tuesday 17 November”; see strftime (3). */
  g_autofree char *name = g_date_time_format (date, _ ("%A %-e %B"));
  g_autofree char *value = create_value (day, measure);

  if (day->n_entries == 0)
    /* Translators: Read aloud: a day, such as “Tuesday 17 November”. */
    return g_strdup_printf (_ ("%s, no entries"), name);

  g_autofree char *entries
      = g_strdup_printf (ngettext ("%u entry", "%u entries", day->n_entries), day->n_entries);
  if (value == NULL)
    /* Translators: Read aloud: a day and “3 entries”. */
    return g_strdup_printf (C_ ("day of the year", "%1$s, %2$s"), name, entries);
  /* Translators: Read aloud: a day, “worst tightness 6” and “3 entries”. */
  return g_strdup_printf (C_ ("day of the year", "%1$s, %2$s, %3$s"), name, value, entries);
}

/* ---- where a day stands ---- */

static int
get_lead (int year, int month, int first_weekday)
{
  return (fascia_day_get_weekday (fascia_day_from_ymd (year, month, 1)) - first_weekday + 7) % 7;
}

void
fascia_year_get_cell (int year, int month, int dom, int first_weekday, int *column, int *row)
{
  int index = get_lead (year, month, first_weekday) + dom - 1;

  *column = index % 7;
  *row = index / 7;
}

int
fascia_year_count_rows (int year, int month, int first_weekday)
{
  return (get_lead (year, month, first_weekday) + month_length (year, month) + 6) / 7;
}

static gint32
move_months (gint32 day, int by)
{
  int year;
  int month;
  int dom;

  fascia_day_to_ymd (day, &year, &month, &dom);
  month += by;
  if (month < 1)
    {
      month = 12;
      year--;
    }
  else if (month > 12)
    {
      month = 1;
      year++;
    }
  return fascia_day_from_ymd (year, month, MIN (dom, month_length (year, month)));
}

gint32
fascia_year_move (gint32 day, FasciaYearStep step)
{
  int year;
  int month;
  int dom;

  fascia_day_to_ymd (day, &year, &month, &dom);
  switch (step)
    {
    case FASCIA_YEAR_DAY_BACK:
      return day - 1;
    case FASCIA_YEAR_DAY_ON:
      return day + 1;
    case FASCIA_YEAR_WEEK_BACK:
      return day - 7;
    case FASCIA_YEAR_WEEK_ON:
      return day + 7;
    case FASCIA_YEAR_MONTH_START:
      return day - dom + 1;
    case FASCIA_YEAR_MONTH_END:
      return day - dom + month_length (year, month);
    case FASCIA_YEAR_MONTH_BACK:
      return move_months (day, -1);
    case FASCIA_YEAR_MONTH_ON:
    default:
      return move_months (day, 1);
    }
}
