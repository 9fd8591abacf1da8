/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a laid out chart to any Cairo target: screen, PNG, SVG, PDF alike.
 */

#include "config.h"

#include "fascia-chart-render.h"

#include <math.h>

#define MAX_STROKE_POINTS 64

static const double pain_dashes[] = { 5.5, 3.5 };
static const double dense_dashes[] = { 3.5, 2 };

static void
set_color (cairo_t *cr, const FasciaColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* Hairlines on whole pixels, as long as the target is not scaled. */
static double
snap (double position)
{
  return floor (position) + 0.5;
}

static void
draw_grid (cairo_t *cr, const FasciaChartLayout *layout, const FasciaChartPalette *palette)
{
  const FasciaChartRect *plot = &layout->plot;

  cairo_set_line_width (cr, palette->grid_width);
  for (guint i = 0; i < layout->level_ticks->len; i++)
    {
      const FasciaChartTick *tick = &g_array_index (layout->level_ticks, FasciaChartTick, i);

      set_color (cr, i == 0 ? &palette->axis : &palette->grid);
      cairo_move_to (cr, plot->x, snap (tick->position));
      cairo_line_to (cr, plot->x + plot->width, snap (tick->position));
      cairo_stroke (cr);
    }

  set_color (cr, &palette->axis);
  for (guint i = 0; i < layout->day_ticks->len; i++)
    {
      const FasciaChartTick *tick = &g_array_index (layout->day_ticks, FasciaChartTick, i);
      const double foot = plot->y + plot->height;

      cairo_move_to (cr, snap (tick->position), foot);
      cairo_line_to (cr, snap (tick->position), foot + 4);
      cairo_stroke (cr);
    }
}

static void
draw_strip (cairo_t *cr, const FasciaChartLayout *layout, const FasciaChartPalette *palette)
{
  const FasciaChartRect *strip = &layout->strip;

  if (strip->height <= 0)
    return;

  cairo_set_line_width (cr, palette->grid_width);
  set_color (cr, &palette->grid);
  cairo_move_to (cr, strip->x, snap (strip->y));
  cairo_line_to (cr, strip->x + strip->width, snap (strip->y));
  cairo_stroke (cr);

  set_color (cr, &palette->bar);
  for (guint i = 0; i < layout->bars->len; i++)
    {
      const FasciaChartRect *rect = &g_array_index (layout->bars, FasciaChartBar, i).rect;

      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      cairo_fill (cr);
    }

  set_color (cr, &palette->axis);
  cairo_move_to (cr, strip->x, snap (strip->y + strip->height));
  cairo_line_to (cr, strip->x + strip->width, snap (strip->y + strip->height));
  cairo_stroke (cr);
}

static const FasciaChartVertex *
get_vertex (const FasciaChartLine *line, guint index)
{
  return &g_array_index (line->vertices, FasciaChartVertex, index);
}

static void
draw_band (cairo_t *cr,
           const FasciaChartLayout *layout,
           const FasciaChartPalette *palette,
           guint index)
{
  const FasciaChartLine *line = &layout->lines[index];
  const double lone_width = MAX (layout->marker * 2, 3);
  FasciaColor color = palette->band[index];

  /* Ranges of days are wide and lie on each other. */
  if (layout->is_summary)
    color.alpha *= 0.7f;

  for (guint i = 0; i < line->runs->len; i++)
    {
      const FasciaChartRun *run = &g_array_index (line->runs, FasciaChartRun, i);
      const FasciaChartVertex *first = get_vertex (line, run->start);

      set_color (cr, &color);
      if (run->n == 1)
        {
          /* No neighbour to reach to: a bar of its own. */
          cairo_rectangle (cr, first->x - lone_width / 2, first->high_y, lone_width,
                           first->low_y - first->high_y);
          cairo_fill (cr);
          continue;
        }

      for (guint k = 0; k < run->n; k++)
        cairo_line_to (cr, get_vertex (line, run->start + k)->x,
                       get_vertex (line, run->start + k)->high_y);
      for (guint k = run->n; k > 0; k--)
        cairo_line_to (cr, get_vertex (line, run->start + k - 1)->x,
                       get_vertex (line, run->start + k - 1)->low_y);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}

/* One edge of a run, or its line, in pieces; dashes run on from piece to piece. */
typedef enum
{
  COURSE_VALUE,
  COURSE_LOW,
  COURSE_HIGH,
} Course;

static double
get_course_y (const FasciaChartVertex *vertex, Course course)
{
  switch (course)
    {
    case COURSE_LOW:
      return vertex->low_y;
    case COURSE_HIGH:
      return vertex->high_y;
    case COURSE_VALUE:
    default:
      return vertex->y;
    }
}

static void
stroke_run (cairo_t *cr,
            const FasciaChartLine *line,
            const FasciaChartRun *run,
            Course course,
            const double *dashes,
            int n_dashes)
{
  double length = 0;
  guint k = 0;

  while (k + 1 < run->n)
    {
      const guint end = MIN (k + MAX_STROKE_POINTS - 1, run->n - 1);
      const FasciaChartVertex *vertex = get_vertex (line, run->start + k);

      cairo_set_dash (cr, dashes, n_dashes, length);
      cairo_move_to (cr, vertex->x, get_course_y (vertex, course));
      for (; k < end; k++)
        {
          const FasciaChartVertex *next = get_vertex (line, run->start + k + 1);

          cairo_line_to (cr, next->x, get_course_y (next, course));
          length += hypot (next->x - vertex->x,
                           get_course_y (next, course) - get_course_y (vertex, course));
          vertex = next;
        }
      cairo_stroke (cr);
    }
}

static void
draw_line (cairo_t *cr,
           const FasciaChartLayout *layout,
           const FasciaChartPalette *palette,
           guint index)
{
  const FasciaChartLine *line = &layout->lines[index];
  const gboolean is_dashed = index == 1;
  const double *dashes = layout->is_dense ? dense_dashes : pain_dashes;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, is_dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  set_color (cr, &palette->line[index]);
  for (guint i = 0; i < line->runs->len; i++)
    {
      const FasciaChartRun *run = &g_array_index (line->runs, FasciaChartRun, i);

      if (palette->has_band_edges && !layout->is_summary)
        {
          cairo_set_line_width (cr, 1);
          stroke_run (cr, line, run, COURSE_LOW, dashes, is_dashed ? 2 : 0);
          stroke_run (cr, line, run, COURSE_HIGH, dashes, is_dashed ? 2 : 0);
        }
      cairo_set_line_width (cr, palette->line_width);
      stroke_run (cr, line, run, COURSE_VALUE, dashes, is_dashed ? 2 : 0);
    }
  cairo_restore (cr);
}

static void
draw_marker (cairo_t *cr,
             double x,
             double y,
             double radius,
             const FasciaChartPalette *palette,
             guint index)
{
  const double reach = radius * 1.3;

  cairo_new_path (cr);
  if (index == 0)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
  else
    {
      cairo_move_to (cr, x, y - reach);
      cairo_line_to (cr, x + reach, y);
      cairo_line_to (cr, x, y + reach);
      cairo_line_to (cr, x - reach, y);
    }
  cairo_close_path (cr);

  /* A rim in the colour of the card keeps markers apart that lie on each other. Pain is open, so
     that a round one below shows through. */
  set_color (cr, index == 0 ? &palette->line[index] : &palette->surface);
  cairo_fill_preserve (cr);
  set_color (cr, index == 0 ? &palette->surface : &palette->line[index]);
  cairo_set_line_width (cr, index == 0 ? 1 : palette->line_width * 0.8);
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, const FasciaChartLine *line, const FasciaChartPalette *palette, guint index)
{
  set_color (cr, &palette->dot[index]);
  for (guint i = 0; i < line->dots->len; i++)
    {
      const FasciaChartDot *dot = &g_array_index (line->dots, FasciaChartDot, i);

      cairo_arc (cr, dot->x, dot->y, 1.4, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_markers (cairo_t *cr,
              const FasciaChartLayout *layout,
              const FasciaChartPalette *palette,
              guint index)
{
  const FasciaChartLine *line = &layout->lines[index];

  for (guint i = 0; i < line->runs->len; i++)
    {
      const FasciaChartRun *run = &g_array_index (line->runs, FasciaChartRun, i);

      /* A point without neighbours would be invisible without a marker. */
      if (layout->marker <= 0 && run->n > 1)
        continue;
      for (guint k = 0; k < run->n; k++)
        {
          const FasciaChartVertex *vertex = get_vertex (line, run->start + k);

          draw_marker (cr, vertex->x, vertex->y, layout->marker > 0 ? layout->marker : 2, palette,
                       index);
        }
    }
}

static void
draw_label (cairo_t *cr, PangoLayout *text, const FasciaChartTick *tick)
{
  if (tick->text == NULL)
    return;

  pango_layout_set_text (text, tick->text, -1);
  cairo_move_to (cr, tick->label.x, tick->label.y);
  pango_cairo_show_layout (cr, text);
}

static void
draw_labels (cairo_t *cr,
             const FasciaChartLayout *layout,
             const FasciaChartPalette *palette,
             const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) text = pango_cairo_create_layout (cr);

  pango_layout_set_font_description (text, font);
  set_color (cr, &palette->label);
  for (guint i = 0; i < layout->level_ticks->len; i++)
    draw_label (cr, text, &g_array_index (layout->level_ticks, FasciaChartTick, i));
  for (guint i = 0; i < layout->day_ticks->len; i++)
    draw_label (cr, text, &g_array_index (layout->day_ticks, FasciaChartTick, i));
  draw_label (cr, text, &layout->strip_tick);
}

void
fascia_chart_render (cairo_t *cr,
                     const FasciaChartLayout *layout,
                     const FasciaChartPalette *palette,
                     const PangoFontDescription *font)
{
  g_return_if_fail (cr != NULL && layout != NULL && palette != NULL);

  if (layout->plot.width <= 0)
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  draw_grid (cr, layout, palette);
  draw_strip (cr, layout, palette);
  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    draw_band (cr, layout, palette, i);
  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    draw_dots (cr, &layout->lines[i], palette, i);
  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      draw_line (cr, layout, palette, i);
      draw_markers (cr, layout, palette, i);
    }
  if (font != NULL)
    draw_labels (cr, layout, palette, font);
  cairo_restore (cr);
}

void
fascia_chart_render_cursor (cairo_t *cr,
                            const FasciaChartLayout *layout,
                            const FasciaChartPalette *palette,
                            int slot)
{
  const FasciaChartSlot *column;
  double foot;
  double width;

  g_return_if_fail (cr != NULL && layout != NULL && palette != NULL);

  if (slot < 0 || (guint) slot >= layout->slots->len)
    return;

  column = &g_array_index (layout->slots, FasciaChartSlot, slot);
  width = column->x1 - column->x0;
  foot = layout->strip.height > 0 ? layout->strip.y + layout->strip.height
                                  : layout->plot.y + layout->plot.height;
  cairo_save (cr);
  cairo_new_path (cr);
  set_color (cr, &palette->cursor);
  cairo_rectangle (cr, column->x0, layout->plot.y, width, foot - layout->plot.y);
  cairo_fill (cr);
  set_color (cr, &palette->cursor_edge);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, snap (column->x), layout->plot.y);
  cairo_line_to (cr, snap (column->x), foot);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
fascia_chart_render_key (cairo_t *cr,
                         FasciaChartKey key,
                         const FasciaChartPalette *palette,
                         double width,
                         double height)
{
  const double middle = height / 2;
  const guint index = key == FASCIA_CHART_KEY_PAIN ? 1 : 0;

  g_return_if_fail (cr != NULL && palette != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  if (key == FASCIA_CHART_KEY_PLACES)
    {
      static const double heights[] = { 0.45, 0.8, 0.6 };

      set_color (cr, &palette->bar);
      for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
        cairo_rectangle (cr, width / 2 - 9 + 7 * i, middle + 6 - 12 * heights[i], 4,
                         12 * heights[i]);
      cairo_fill (cr);
    }
  else
    {
      set_color (cr, &palette->line[index]);
      cairo_set_line_width (cr, palette->line_width);
      cairo_set_dash (cr, pain_dashes, index == 1 ? 2 : 0, 0);
      cairo_move_to (cr, 1, middle);
      cairo_line_to (cr, width - 1, middle);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      draw_marker (cr, width / 2, middle, 3.5, palette, index);
    }
  cairo_restore (cr);
}
