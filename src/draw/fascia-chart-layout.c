/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything of the chart of tightness and pain stands: data and a size become rectangles,
 * lines and slots for labels.
 */

#include "config.h"

#include "fascia-chart-layout.h"

#include <math.h>

/* Room round the plot for the rims of markers. */
#define RIM 5.0
#define LABEL_SPACE 8.0
#define STRIP_SHARE 0.12
#define STRIP_MIN 14.0
#define STRIP_MAX 30.0
/* Below this height of the plot the strip goes, then the labels. */
#define PLOT_MIN_WITH_STRIP 72.0
#define PLOT_MIN_WITH_LABELS 32.0
/* A line at every second level needs this height; else at 0, 5 and 10. */
#define PLOT_MIN_FINE_GRID 190.0
/* Widths of a bucket from which its point has a marker, a small one and a full one. */
#define MARKER_SMALL_FROM 6.5
#define MARKER_FULL_FROM 11.0
/* Width of a bucket below which dashes are shorter. */
#define DENSE_BELOW 5.0
/* Width of a day from which single days are seen behind weeks. */
#define DOTS_FROM 1.4
/* A strip is never scaled to fewer places: one place is not a full bar. */
#define STRIP_LEAST_TOP 4.0

typedef struct
{
  const FasciaChartData *data;
  FasciaChartLayout *layout;
  FasciaChartDayAxis axis;
  double label_width; /* of the column of levels */
  double strip_top;   /* number of places at the top of the strip */
} Build;

/* y of a level. */
static double
get_y (const FasciaChartLayout *self, double level)
{
  return self->plot.y + self->plot.height * (1 - CLAMP (level, 0.0, 10.0) / 10.0);
}

/* The moment a bucket stands for: the middle of its days. */
static double
get_middle (const FasciaBucket *bucket)
{
  return ((double) bucket->first_day + bucket->last_day + 1) / 2;
}

static double
get_strip_top (double value)
{
  static const double tops[] = { STRIP_LEAST_TOP, 6, 8, 10, 15, 20, 30, 40, 60, 80, 110 };

  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    {
      if (value <= tops[i])
        return tops[i];
    }
  return ceil (value / 50) * 50;
}

static double
measure_number (const FasciaChartGeometry *geometry, double value)
{
  g_autofree char *text = g_strdup_printf ("%.0f", value);

  return MAX (geometry->measure (text, geometry->user_data), 0);
}

static void
place_frame (Build *build, const FasciaChartGeometry *geometry)
{
  FasciaChartLayout *self = build->layout;
  const double text = geometry->measure != NULL ? MAX (geometry->label_height, 0) : 0;
  double column = 0;
  double strip = CLAMP (self->height * STRIP_SHARE, STRIP_MIN, STRIP_MAX);
  double top = MAX (RIM, text / 2);
  double bottom = text + LABEL_SPACE / 2;
  /* The label of the strip's top must not touch that of level 0. */
  double strip_gap = MAX (text * 1.25, LABEL_SPACE);

  build->strip_top = get_strip_top (build->data->extent_max);
  if (text > 0)
    {
      build->label_width
          = MAX (measure_number (geometry, 10), measure_number (geometry, build->strip_top));
      column = build->label_width + LABEL_SPACE;
      self->has_labels
          = self->width >= 5 * column && self->height - top - bottom >= PLOT_MIN_WITH_LABELS;
    }
  if (!self->has_labels)
    {
      column = 0;
      bottom = RIM;
      top = RIM;
      strip_gap = LABEL_SPACE;
    }
  /* One place is one place: a strip of ones says nothing. */
  if (build->data->region != NULL
      || self->height - top - bottom - strip - strip_gap < PLOT_MIN_WITH_STRIP)
    strip = strip_gap = 0;

  self->plot.x = RIM + (self->is_rtl ? column : 0);
  self->plot.y = top;
  self->plot.width = self->width - 2 * RIM - column;
  self->plot.height = self->height - top - bottom - strip - strip_gap;
  self->strip.x = self->plot.x;
  self->strip.y = self->plot.y + self->plot.height + strip_gap;
  self->strip.width = self->plot.width;
  self->strip.height = strip;
  /* Too small to show anything: everything collapses to one point inside. */
  if (self->plot.width < 1 || self->plot.height < 1)
    {
      self->plot = (FasciaChartRect) { self->width / 2, self->height / 2, 0, 0 };
      self->strip = self->plot;
      self->has_labels = FALSE;
    }
}

static void
label_level (Build *build, const FasciaChartGeometry *geometry, FasciaChartTick *tick)
{
  FasciaChartLayout *self = build->layout;

  if (!self->has_labels)
    return;

  tick->text = g_strdup_printf ("%.0f", tick->value);
  tick->label.width = MIN (measure_number (geometry, tick->value), build->label_width);
  tick->label.height = geometry->label_height;
  tick->label.y = tick->position - geometry->label_height / 2;
  /* Numbers stand right-aligned in their column, beside the newest days. */
  if (self->is_rtl)
    tick->label.x = self->plot.x - LABEL_SPACE - tick->label.width;
  else
    tick->label.x
        = self->plot.x + self->plot.width + LABEL_SPACE + build->label_width - tick->label.width;
}

static void
place_levels (Build *build, const FasciaChartGeometry *geometry)
{
  FasciaChartLayout *self = build->layout;
  const int step = self->plot.height >= PLOT_MIN_FINE_GRID ? 2 : 5;

  for (int level = 0; level <= 10; level += step)
    {
      FasciaChartTick tick = { .value = level, .position = get_y (self, level) };

      label_level (build, geometry, &tick);
      g_array_append_val (self->level_ticks, tick);
    }
}

static void
add_run (FasciaChartLine *line, guint start)
{
  FasciaChartRun run = { .start = start, .n = line->vertices->len - start };

  if (run.n > 0)
    g_array_append_val (line->runs, run);
}

static void
place_line (Build *build, guint index)
{
  FasciaChartLayout *self = build->layout;
  FasciaChartLine *line = &self->lines[index];
  const FasciaBucket *buckets = build->data->buckets[index];
  guint start = 0;

  for (guint i = 0; i < build->data->n_buckets; i++)
    {
      FasciaChartVertex vertex;

      if (buckets[i].n_values == 0)
        {
          add_run (line, start);
          start = line->vertices->len;
          continue;
        }
      vertex.x = fascia_chart_day_axis_get_x (&build->axis, get_middle (&buckets[i]));
      vertex.y = get_y (self, buckets[i].value);
      vertex.low_y = get_y (self, buckets[i].low);
      vertex.high_y = get_y (self, buckets[i].high);
      vertex.bucket = i;
      g_array_append_val (line->vertices, vertex);
    }
  add_run (line, start);
}

static void
place_dots (Build *build, guint index)
{
  guint n_days;
  const FasciaDay *days = fascia_daily_get_days (build->data->daily[index], &n_days);

  for (guint i = 0; i < n_days; i++)
    {
      FasciaChartDot dot;

      if (!days[i].has_value)
        continue;
      dot.x = fascia_chart_day_axis_get_x (&build->axis, days[i].day + 0.5);
      dot.y = get_y (build->layout, days[i].value);
      g_array_append_val (build->layout->lines[index].dots, dot);
    }
}

static void
place_bars (Build *build, const FasciaChartGeometry *geometry)
{
  FasciaChartLayout *self = build->layout;
  const FasciaBucket *buckets = build->data->buckets[0];

  if (self->strip.height <= 0)
    return;

  self->strip_tick.value = build->strip_top;
  self->strip_tick.position = self->strip.y;
  label_level (build, geometry, &self->strip_tick);

  for (guint i = 0; i < build->data->n_buckets; i++)
    {
      FasciaChartBar bar = { .bucket = i };
      double x0;
      double x1;
      double gap;

      if (buckets[i].extent <= 0)
        continue;
      x0 = fascia_chart_day_axis_get_x (&build->axis, buckets[i].first_day);
      x1 = fascia_chart_day_axis_get_x (&build->axis, (double) buckets[i].last_day + 1);
      bar.rect.width = fabs (x1 - x0);
      gap = bar.rect.width > 4 ? bar.rect.width * 0.3 : bar.rect.width > 2 ? 0.75 : 0;
      bar.rect.width -= gap;
      /* A bar as wide as a thumb says nothing more. */
      if (bar.rect.width > 18)
        {
          gap += bar.rect.width - 18;
          bar.rect.width = 18;
        }
      bar.rect.x = MIN (x0, x1) + gap / 2;
      bar.rect.height = self->strip.height * MIN (buckets[i].extent / build->strip_top, 1);
      bar.rect.y = self->strip.y + self->strip.height - bar.rect.height;
      g_array_append_val (self->bars, bar);
    }
}

static void
place_slots (Build *build)
{
  for (guint i = 0; i < build->data->n_focus; i++)
    {
      const FasciaBucket *bucket = &build->data->focus[0][i];
      const double a = fascia_chart_day_axis_get_x (&build->axis, bucket->first_day);
      const double b = fascia_chart_day_axis_get_x (&build->axis, (double) bucket->last_day + 1);
      FasciaChartSlot slot = { .x0 = MIN (a, b), .x1 = MAX (a, b), .x = (a + b) / 2 };

      g_array_append_val (build->layout->slots, slot);
    }
}

static double
sanitize (double length)
{
  /* Larger than any paper or screen; NaN becomes 0. */
  return length > 0 ? MIN (length, 1e6) : 0;
}

FasciaChartLayout *
fascia_chart_layout_new (const FasciaChartData *data, const FasciaChartGeometry *geometry)
{
  FasciaChartLayout *self;
  Build build;
  double bucket_width;
  double day_width;

  g_return_val_if_fail (data != NULL && geometry != NULL, NULL);

  self = g_new0 (FasciaChartLayout, 1);
  self->width = sanitize (geometry->width);
  self->height = sanitize (geometry->height);
  self->is_rtl = geometry->is_rtl;
  self->level_ticks = fascia_chart_ticks_new ();
  self->bars = g_array_new (FALSE, FALSE, sizeof (FasciaChartBar));
  self->slots = g_array_new (FALSE, FALSE, sizeof (FasciaChartSlot));
  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      self->lines[i].scale = fascia_chart_data_get_scale (i);
      self->lines[i].vertices = g_array_new (FALSE, FALSE, sizeof (FasciaChartVertex));
      self->lines[i].runs = g_array_new (FALSE, FALSE, sizeof (FasciaChartRun));
      self->lines[i].dots = g_array_new (FALSE, FALSE, sizeof (FasciaChartDot));
    }

  build = (Build) { .data = data, .layout = self };
  place_frame (&build, geometry);
  build.axis = (FasciaChartDayAxis) {
    .first_day = data->first_day,
    .last_day = data->last_day,
    .x = self->plot.x,
    .width = self->plot.width,
    .is_rtl = self->is_rtl,
    .first_weekday = CLAMP (geometry->first_weekday, 1, 7),
  };
  if (self->plot.width <= 0 || data->n_buckets == 0)
    {
      self->day_ticks = fascia_chart_ticks_new ();
      return self;
    }

  bucket_width = self->plot.width / data->n_buckets;
  day_width = self->plot.width / MAX ((double) data->last_day - data->first_day + 1, 1);
  /* Markers are for what was answered; the mean of a week is a line, behind it the days. */
  if (data->unit != FASCIA_BUCKET_DAY || bucket_width < MARKER_SMALL_FROM)
    self->marker = 0;
  else
    self->marker = bucket_width < MARKER_FULL_FROM ? 2.5 : 3.5;
  self->is_dense = bucket_width < DENSE_BELOW;
  self->is_summary = data->unit != FASCIA_BUCKET_DAY;
  place_levels (&build, geometry);
  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      place_line (&build, i);
      if (data->unit != FASCIA_BUCKET_DAY && day_width >= DOTS_FROM)
        place_dots (&build, i);
    }
  place_bars (&build, geometry);
  place_slots (&build);
  if (!self->has_labels)
    {
      self->day_ticks = fascia_chart_ticks_new ();
      return self;
    }
  /* Days keep clear of the column of levels, whose lowest label reaches down to them. */
  self->day_ticks = fascia_chart_ticks_new_for_days (
      &build.axis, self->plot.x - RIM, self->plot.x + self->plot.width + RIM,
      self->height - geometry->label_height, geometry->label_height, geometry->measure,
      geometry->user_data);
  return self;
}

void
fascia_chart_layout_free (FasciaChartLayout *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      g_array_unref (self->lines[i].vertices);
      g_array_unref (self->lines[i].runs);
      g_array_unref (self->lines[i].dots);
    }
  g_array_unref (self->level_ticks);
  g_array_unref (self->day_ticks);
  g_array_unref (self->bars);
  g_array_unref (self->slots);
  g_free (self->strip_tick.text);
  g_free (self);
}

int
fascia_chart_layout_find_slot (const FasciaChartLayout *self, double x)
{
  int best = -1;
  double nearest = G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const FasciaChartSlot *slot = &g_array_index (self->slots, FasciaChartSlot, i);
      const double distance = x < slot->x0 ? slot->x0 - x : x >= slot->x1 ? x - slot->x1 : 0;

      if (distance < nearest)
        {
          nearest = distance;
          best = (int) i;
        }
    }
  return best;
}
