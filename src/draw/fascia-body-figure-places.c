/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places of the figure: filled in a step of the ramp, or outlined.
 */

#include "fascia-body-figure-private.h"

#include <math.h>

/* A mark on a thumbnail is grown to at least this radius, in pixels, where its place is smaller. */
#define THUMBNAIL_RADIUS 1.6

/* Lines at 45 degrees over the current clip; spacing in pixels. */
static void
draw_lines (FasciaFigureDrawing *d,
            double x0,
            double y0,
            double x1,
            double y1,
            double spacing,
            gboolean is_falling)
{
  const double step = spacing / d->scale;
  const double height = y1 - y0;

  for (double x = x0 - height; x < x1 + height; x += step)
    {
      const double from = is_falling ? x : x + height;
      const double to = is_falling ? x + height : x;

      cairo_move_to (d->cr, from, y0);
      cairo_line_to (d->cr, to, y1);
    }
  cairo_stroke (d->cr);
}

void
fascia_figure_draw_hatch (FasciaFigureDrawing *d,
                          double x0,
                          double y0,
                          double x1,
                          double y1,
                          int step)
{
  static const double spacings[FASCIA_FIGURE_STEPS] = { 0, 10, 6.5, 8, 5 };
  FasciaColor ink = d->palette->ink[step];

  if (spacings[step] <= 0)
    return;
  ink.alpha = 0.55f;
  fascia_figure_set_color (d->cr, ink);
  cairo_set_line_width (d->cr, 1.1 / d->scale);
  draw_lines (d, x0, y0, x1, y1, spacings[step], TRUE);
  if (step >= 3)
    draw_lines (d, x0, y0, x1, y1, spacings[step], FALSE);
}

static void
fill_step (FasciaFigureDrawing *d, const FasciaShape *shape, int step)
{
  if (step < 0)
    return;
  cairo_save (d->cr);
  fascia_path_to_cairo (shape->path, d->cr);
  fascia_figure_set_color (d->cr, d->palette->ramp[step]);
  if (d->is_thumbnail)
    {
      cairo_fill (d->cr);
      /* A finger's breadth of colour is lost at this size: make it a dot. */
      if (shape->r * d->scale < THUMBNAIL_RADIUS)
        {
          cairo_arc (d->cr, shape->cx, shape->cy, THUMBNAIL_RADIUS / d->scale, 0, 2 * G_PI);
          cairo_fill (d->cr);
        }
    }
  else
    {
      cairo_fill_preserve (d->cr);
      cairo_clip_preserve (d->cr);
      if (d->palette->has_hatch)
        {
          cairo_new_path (d->cr);
          fascia_figure_draw_hatch (d, shape->x0, shape->y0, shape->x1, shape->y1, step);
          fascia_path_to_cairo (shape->path, d->cr);
        }
      /* The gap is drawn over the line's outer half: what is seen is an inner edge. */
      fascia_figure_set_color (d->cr, d->palette->edge[step]);
      cairo_set_line_width (d->cr,
                            2 * d->palette->edge_px / d->scale * fmin (1, fmax (0.5, d->scale))
                                + d->palette->gutter_width);
      cairo_stroke (d->cr);
    }
  cairo_restore (d->cr);
}

static void
fill_mark (FasciaFigureDrawing *d, const FasciaShape *shape, const FasciaFigureMark *mark)
{
  if (!mark->is_old)
    fill_step (d, shape, fascia_figure_step_for_level (mark->level));
}

/* An inner line instead of a fill. Marked without a level: bold dashes in the colour of marks. On an
 * earlier day: fine grey dashes. A level of 0: fine and unbroken, for it was answered. */
static void
outline_mark (FasciaFigureDrawing *d, const FasciaShape *shape, const FasciaFigureMark *mark)
{
  gboolean is_open = mark->level < 0 && !mark->is_old;
  double px = fmin (1, fmax (0.5, d->scale)) / d->scale;
  double dash = (is_open ? 6 : 3) * px;
  const double dashes[2] = { dash, dash * 0.8 };

  if (fascia_figure_step_for_level (mark->level) >= 0 && !mark->is_old)
    return;
  cairo_save (d->cr);
  fascia_path_to_cairo (shape->path, d->cr);
  cairo_clip_preserve (d->cr);
  fascia_figure_set_color (d->cr, is_open ? d->palette->edge[FASCIA_FIGURE_STEPS / 2]
                                          : d->palette->tile_ink);
  if (d->is_thumbnail)
    cairo_set_line_width (d->cr, 1.6 / d->scale);
  else
    {
      if (is_open || mark->is_old)
        cairo_set_dash (d->cr, dashes, 2, 0);
      cairo_set_line_width (d->cr, (is_open ? 4.8 : 2.4) * px + d->palette->gutter_width);
    }
  cairo_stroke (d->cr);
  cairo_restore (d->cr);
}

/* The milder first: where two marks overlap, on a thumbnail, the worse one is seen. */
static void
draw_marks (FasciaFigureDrawing *d,
            void (*draw) (FasciaFigureDrawing *, const FasciaShape *, const FasciaFigureMark *))
{
  for (int level = FASCIA_FIGURE_LEVEL_NONE; level <= 10; level++)
    for (guint i = 0; i < d->marks->n_marks; i++)
      {
        const FasciaFigureMark *mark = &d->marks->marks[i];

        if (CLAMP (mark->level, FASCIA_FIGURE_LEVEL_NONE, 10) != level)
          continue;
        for (guint k = 0; k < d->n_shapes; k++)
          if (d->shapes[k].region == mark->region)
            draw (d, &d->shapes[k], mark);
      }
}

static void
draw_heat (FasciaFigureDrawing *d)
{
  for (int step = 0; step < FASCIA_FIGURE_STEPS; step++)
    for (guint i = 0; i < d->marks->n_heat; i++)
      {
        const FasciaFigureHeat *heat = &d->marks->heat[i];

        if (MIN (heat->step, FASCIA_FIGURE_STEPS - 1) != step)
          continue;
        for (guint k = 0; k < d->n_shapes; k++)
          if (d->shapes[k].region == heat->region)
            fill_step (d, &d->shapes[k], step);
      }
}

void
fascia_figure_draw_places (FasciaFigureDrawing *d)
{
  if (d->marks->n_heat > 0)
    {
      draw_heat (d);
      return;
    }
  draw_marks (d, fill_mark);
  draw_marks (d, outline_mark);
}
