/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything of the chart of tightness and pain stands: data and a size become rectangles,
 * lines and slots for labels.
 */

#pragma once

#include "fascia-chart-data.h"
#include "fascia-chart-ticks.h"

G_BEGIN_DECLS

/**
 * FasciaChartGeometry:
 * @width: of the whole chart, labels included
 * @height: of the whole chart
 * @is_rtl: the past is on the right, and the axis of levels on the left
 * @first_weekday: 1 = Monday .. 7 = Sunday
 * @label_height: of a line of text
 * @measure: (nullable): width of a label; NULL: no labels
 * @user_data: for @measure
 */
typedef struct
{
  double width;
  double height;
  gboolean is_rtl;
  int first_weekday;
  double label_height;
  FasciaChartMeasureFunc measure;
  gpointer user_data;
} FasciaChartGeometry;

/* A drawn point: one bucket of one scale that has a value. */
typedef struct
{
  double x;
  double y;
  double low_y;  /* of the lowest value: below or at @high_y on the picture */
  double high_y; /* of the highest value */
  guint bucket;
} FasciaChartVertex;

/* Neighbouring buckets that all have a value. Only within a run are points joined. */
typedef struct
{
  guint start; /* index of its first vertex */
  guint n;
} FasciaChartRun;

/* A place of a dot of a single day behind a line of weeks or months. */
typedef struct
{
  double x;
  double y;
} FasciaChartDot;

typedef struct
{
  FasciaScale scale;
  GArray *vertices; /* FasciaChartVertex, ascending in time */
  GArray *runs;     /* FasciaChartRun */
  GArray *dots;     /* FasciaChartDot: single days; empty when points are days or too dense */
} FasciaChartLine;

/* The column of a point that can be focused; x0 < x1 in either direction of text. */
typedef struct
{
  double x0;
  double x1;
  double x; /* of its middle */
} FasciaChartSlot;

/* A bar of the strip. */
typedef struct
{
  FasciaChartRect rect;
  guint bucket;
} FasciaChartBar;

/**
 * FasciaChartLayout:
 * @has_labels: there is room for labels
 * @plot: the levels 0 (bottom) .. 10 (top), always whole
 * @strip: the numbers of places, below it, or empty
 * @level_ticks: lines and labels of levels, 0 first
 * @strip_tick: the label of the strip's top
 * @day_ticks: ticks and labels of days
 * @marker: radius of the markers, 0 when points are too dense for them or are not days
 * @is_dense: points lie close together
 * @is_summary: points are weeks or longer: their bands are ranges of days
 *
 * Pure: the same input gives the same layout. x is the date, never the index. Nothing but markers'
 * rims leaves the plot. A size too small for anything gives empty lists.
 */
typedef struct
{
  double width;
  double height;
  gboolean is_rtl;
  gboolean has_labels;
  FasciaChartRect plot;
  FasciaChartRect strip;
  GArray *level_ticks;
  FasciaChartTick strip_tick;
  GArray *day_ticks;
  double marker;
  gboolean is_dense;
  gboolean is_summary;
  FasciaChartLine lines[FASCIA_CHART_N_SCALES];
  GArray *bars;  /* FasciaChartBar */
  GArray *slots; /* FasciaChartSlot, ascending in time */
} FasciaChartLayout;

FasciaChartLayout *fascia_chart_layout_new (const FasciaChartData *data,
                                            const FasciaChartGeometry *geometry);
void fascia_chart_layout_free (FasciaChartLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaChartLayout, fascia_chart_layout_free)

/* The slot at @x, the nearest one outside all of them; -1 when there is none at all. */
int fascia_chart_layout_find_slot (const FasciaChartLayout *self, double x);

G_END_DECLS
