/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the axis of days has its ticks, and what stands beside them.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Device-independent pixels; y grows downwards. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} FasciaChartRect;

/**
 * FasciaChartTick:
 * @value: day number (whole at the day's beginning, a half at noon), level or number of places
 * @position: x or y
 * @text: (nullable): its label
 * @label: where the label stands; empty without one
 */
typedef struct
{
  double value;
  double position;
  char *text;
  FasciaChartRect label;
} FasciaChartTick;

/* The width of a label in pixels. Must not keep @text. */
typedef double (*FasciaChartMeasureFunc) (const char *text, gpointer user_data);

/**
 * FasciaChartDayAxis:
 * @first_day: first day
 * @last_day: last day
 * @x: where the first day begins (left to right) or ends (right to left)
 * @width: of all days together
 * @is_rtl: the past is on the right
 * @first_weekday: 1 = Monday .. 7 = Sunday
 */
typedef struct
{
  gint32 first_day;
  gint32 last_day;
  double x;
  double width;
  gboolean is_rtl;
  int first_weekday;
} FasciaChartDayAxis;

/* x of a moment: a day number with its fraction. */
double fascia_chart_day_axis_get_x (const FasciaChartDayAxis *axis, double day);

/* (transfer full) (element-type FasciaChartTick) An empty list of ticks that frees its texts. */
GArray *fascia_chart_ticks_new (void);

/**
 * fascia_chart_ticks_new_for_days:
 * @axis: the days
 * @min_x: labels begin here or later
 * @max_x: labels end here or earlier
 * @y: top of the labels
 * @height: of a label
 * @measure: width of a label in the current language
 * @user_data: for @measure
 *
 * The finest of a fixed list of steps (days, weeks, months, years …) whose labels stand apart.
 * Labels never overlap and never leave @min_x .. @max_x.
 *
 * Returns: (transfer full) (element-type FasciaChartTick): ascending in time
 */
GArray *fascia_chart_ticks_new_for_days (const FasciaChartDayAxis *axis,
                                         double min_x,
                                         double max_x,
                                         double y,
                                         double height,
                                         FasciaChartMeasureFunc measure,
                                         gpointer user_data);

G_END_DECLS
