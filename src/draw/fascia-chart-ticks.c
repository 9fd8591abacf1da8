/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the axis of days has its ticks, and what stands beside them.
 */

#include "config.h"

#include "fascia-chart-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/journal/fascia-moment.h"

/* Least distance between two labels. */
#define LABEL_GAP 10.0
/* More labels than this are noise, however wide the window. */
#define MAX_TICKS 13

typedef enum
{
  STEP_DAYS = 1,
  STEP_WEEKS,
  STEP_MONTHS,
  STEP_YEARS,
} StepKind;

typedef struct
{
  StepKind kind;
  int count;
} Step;

static const Step steps[] = {
  { STEP_DAYS, 1 },    { STEP_DAYS, 2 },     { STEP_WEEKS, 1 },    { STEP_WEEKS, 2 },
  { STEP_MONTHS, 1 },  { STEP_MONTHS, 2 },   { STEP_MONTHS, 3 },   { STEP_MONTHS, 6 },
  { STEP_YEARS, 1 },   { STEP_YEARS, 2 },    { STEP_YEARS, 5 },    { STEP_YEARS, 10 },
  { STEP_YEARS, 20 },  { STEP_YEARS, 50 },   { STEP_YEARS, 100 },  { STEP_YEARS, 200 },
  { STEP_YEARS, 500 }, { STEP_YEARS, 1000 }, { STEP_YEARS, 5000 },
};

static double
count_days (const FasciaChartDayAxis *axis)
{
  return (double) axis->last_day - axis->first_day + 1;
}

double
fascia_chart_day_axis_get_x (const FasciaChartDayAxis *axis, double day)
{
  double share;

  g_return_val_if_fail (axis != NULL, 0);

  share = (day - axis->first_day) / MAX (count_days (axis), 1);
  return axis->x + axis->width * (axis->is_rtl ? 1 - share : share);
}

static void
clear_tick (gpointer data)
{
  FasciaChartTick *tick = data;

  g_clear_pointer (&tick->text, g_free);
}

GArray *
fascia_chart_ticks_new (void)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (FasciaChartTick));

  g_array_set_clear_func (ticks, clear_tick);
  return ticks;
}

static double
estimate_n_ticks (const Step *step, double n_days)
{
  switch (step->kind)
    {
    case STEP_DAYS:
    default:
      return n_days / step->count;
    case STEP_WEEKS:
      return n_days / (7.0 * step->count);
    case STEP_MONTHS:
      return n_days / (30.4 * step->count);
    case STEP_YEARS:
      return n_days / (365.2 * step->count);
    }
}

/* The day of the first tick at or after @day, wide enough not to overflow. */
static gint64
find_next (const Step *step, gint32 day, const FasciaChartDayAxis *axis)
{
  int year;
  int month;
  int dom;
  gint64 months;
  const int n_months = step->kind == STEP_YEARS ? step->count * 12 : step->count;

  switch (step->kind)
    {
    case STEP_DAYS:
    default:
      /* Counted from the end, so that today has a label. */
      return day + ((gint64) axis->last_day - day) % step->count;
    case STEP_WEEKS:
      {
        const gint64 into = (fascia_day_get_weekday (day) - axis->first_weekday + 7) % 7;
        const gint64 start = day + (7 - into) % 7;
        /* Every second week, whatever the first day of the range is. */
        const gint64 odd = ((start + 700000000) / 7) % step->count;

        return start + 7 * ((step->count - odd) % step->count);
      }
    case STEP_MONTHS:
    case STEP_YEARS:
      fascia_day_to_ymd (day, &year, &month, &dom);
      months = (gint64) year * 12 + (month - 1) + (dom > 1 ? 1 : 0);
      months = (months + n_months - 1) / n_months * n_months;
      return fascia_day_from_ymd ((int) (months / 12), (int) (months % 12) + 1, 1);
    }
}

static char *
format_tick (const Step *step, gint32 day, double n_days)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);
  const char *format;

  if (date == NULL)
    return g_strdup_printf ("%d", day);

  if (step->kind == STEP_DAYS && step->count == 1 && n_days <= 7)
    /* Translators: axis of a chart of one week: short name of the weekday, see
       g_date_time_format (). */
    format = C_ ("chart axis, weekday", "%a");
  else if (step->kind == STEP_DAYS || step->kind == STEP_WEEKS)
    /* Translators: axis of a chart of some weeks: day and short name of the month, "3 Mar". */
    format = C_ ("chart axis, day and month", "%-d %b");
  else if (step->kind == STEP_MONTHS && g_date_time_get_month (date) != 1)
    /* Translators: axis of a chart of some months: short name of the month, "Mar". */
    format = C_ ("chart axis, month", "%b");
  else
    /* Translators: axis of a chart of some years, and in place of January: the year, "2026". */
    format = C_ ("chart axis, year", "%Y");
  return g_date_time_format (date, format);
}

static GArray *
make_ticks (const Step *step,
            const FasciaChartDayAxis *axis,
            double min_x,
            double max_x,
            double y,
            double height,
            FasciaChartMeasureFunc measure,
            gpointer user_data)
{
  GArray *ticks = fascia_chart_ticks_new ();
  gint64 day = find_next (step, axis->first_day, axis);
  const double n_days = count_days (axis);

  while (day <= axis->last_day && ticks->len <= 2 * MAX_TICKS)
    {
      FasciaChartTick tick = { 0 };
      gint64 next;

      /* A day and the beginning of a week are days, so they stand where their point does; a month
         begins where its first day does. */
      tick.value = (double) day + (step->kind == STEP_DAYS || step->kind == STEP_WEEKS ? 0.5 : 0.0);
      tick.position = fascia_chart_day_axis_get_x (axis, tick.value);
      tick.text = format_tick (step, (gint32) day, n_days);
      tick.label.width = measure (tick.text, user_data);
      tick.label.height = height;
      tick.label.y = y;
      tick.label.x = CLAMP (tick.position - tick.label.width / 2, min_x,
                            MAX (max_x - tick.label.width, min_x));
      g_array_append_val (ticks, tick);

      if (day >= axis->last_day)
        break;
      next = find_next (step, (gint32) day + 1, axis);
      if (next <= day)
        break;
      day = next;
    }
  return ticks;
}

static gboolean
is_apart (const FasciaChartTick *a, const FasciaChartTick *b)
{
  return a->label.x + a->label.width + LABEL_GAP <= b->label.x
         || b->label.x + b->label.width + LABEL_GAP <= a->label.x;
}

static gboolean
fits (const GArray *ticks, double min_x, double max_x)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const FasciaChartTick *tick = &g_array_index (ticks, FasciaChartTick, i);

      if (tick->label.x + tick->label.width > max_x + 0.01 || tick->label.x < min_x - 0.01)
        return FALSE;
      if (i > 0 && !is_apart (&g_array_index (ticks, FasciaChartTick, i - 1), tick))
        return FALSE;
    }
  return ticks->len <= MAX_TICKS;
}

GArray *
fascia_chart_ticks_new_for_days (const FasciaChartDayAxis *axis,
                                 double min_x,
                                 double max_x,
                                 double y,
                                 double height,
                                 FasciaChartMeasureFunc measure,
                                 gpointer user_data)
{
  g_return_val_if_fail (axis != NULL && measure != NULL, fascia_chart_ticks_new ());

  if (axis->last_day < axis->first_day || !(axis->width > 0))
    return fascia_chart_ticks_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GArray) ticks = NULL;

      if (estimate_n_ticks (&steps[i], count_days (axis)) > MAX_TICKS + 1)
        continue;
      ticks = make_ticks (&steps[i], axis, min_x, max_x, y, height, measure, user_data);
      if (fits (ticks, min_x, max_x))
        return g_steal_pointer (&ticks);
    }
  return fascia_chart_ticks_new ();
}
