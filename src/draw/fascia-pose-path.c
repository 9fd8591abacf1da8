/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Round shapes of a pose: chains of circles, smooth areas, gaps round them.
 */

#include "config.h"

#include <math.h>

#include "fascia-pose-draw-private.h"

void
fascia_pose_set_color (cairo_t *cr, const FasciaColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

void
fascia_pose_add_ball (cairo_t *cr, double x, double y, double r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, MAX (r, 0.01), 0, 2 * G_PI);
  cairo_close_path (cr);
}

static double
between (double before, double from, double to, double after, double t)
{
  /* Catmull and Rom, a little stiffer. */
  const double a = (to - before) * 0.42, b = (after - from) * 0.42;

  return from + t * (a + t * (3 * (to - from) - 2 * a - b + t * (2 * (from - to) + a + b)));
}

/* What lies between two circles, to where their tangents touch. Every part winds the same way, so that
 * parts that overlap are one. */
static void
add_link (cairo_t *cr, const double *from, const double *to)
{
  const double dx = to[0] - from[0], dy = to[1] - from[1];
  const double length = hypot (dx, dy);

  if (length <= fabs (from[2] - to[2]) + 0.01)
    return;

  const double ahead = (from[2] - to[2]) / length, aside = sqrt (1 - ahead * ahead);
  const double ux = dx / length * ahead, uy = dy / length * ahead;
  const double nx = -dy / length * aside, ny = dx / length * aside;
  cairo_move_to (cr, from[0] + (ux - nx) * from[2], from[1] + (uy - ny) * from[2]);
  cairo_line_to (cr, to[0] + (ux - nx) * to[2], to[1] + (uy - ny) * to[2]);
  cairo_line_to (cr, to[0] + (ux + nx) * to[2], to[1] + (uy + ny) * to[2]);
  cairo_line_to (cr, from[0] + (ux + nx) * from[2], from[1] + (uy + ny) * from[2]);
  cairo_close_path (cr);
}

void
fascia_pose_add_chain (cairo_t *cr,
                       const double *values,
                       guint n_points,
                       gboolean is_sharp,
                       double grow)
{
  double last[3];

  for (guint i = 0; i + 1 < n_points; i++)
    {
      const double *from = values + 3 * i, *to = from + 3;
      const double *before = i > 0 ? from - 3 : from, *after = i + 2 < n_points ? to + 3 : to;
      const double length = hypot (to[0] - from[0], to[1] - from[1]);
      const double stride = MAX (2.2, 0.5 * MIN (from[2], to[2]));
      const int steps = is_sharp ? 1 : CLAMP ((int) (length / stride), 2, 24);

      if (i == 0)
        {
          for (guint k = 0; k < 3; k++)
            last[k] = from[k];
          last[2] += grow;
          fascia_pose_add_ball (cr, last[0], last[1], last[2]);
        }
      for (int step = 1; step <= steps; step++)
        {
          double point[3];

          for (guint k = 0; k < 3; k++)
            point[k] = between (before[k], from[k], to[k], after[k], (double) step / steps);
          point[2] = MAX (point[2], 0.01) + grow;
          add_link (cr, last, point);
          fascia_pose_add_ball (cr, point[0], point[1], point[2]);
          for (guint k = 0; k < 3; k++)
            last[k] = point[k];
        }
    }
}

void
fascia_pose_add_area (cairo_t *cr, const double *values, guint n_points, gboolean is_sharp)
{
  cairo_move_to (cr, values[0], values[1]);
  for (guint i = 0; i < n_points; i++)
    {
      const double *before = values + 2 * ((i + n_points - 1) % n_points);
      const double *from = values + 2 * i;
      const double *to = values + 2 * ((i + 1) % n_points);
      const double *after = values + 2 * ((i + 2) % n_points);

      if (is_sharp)
        cairo_line_to (cr, to[0], to[1]);
      else
        cairo_curve_to (cr, from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6,
                        to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6, to[0],
                        to[1]);
    }
  cairo_close_path (cr);
}

double
fascia_pose_gap (const FasciaPoseDrawing *drawing)
{
  const double outline = drawing->palette->outline;

  /* Never less than a pixel on a small picture. */
  return outline > 0 ? MAX (outline, 1.2 / drawing->pixel) : MAX (1.1, 1.0 / drawing->pixel);
}

/* Keeps the path. Ends with cairo_restore(). */
static void
begin_halo (const FasciaPoseDrawing *drawing, double x, double y, double r)
{
  cairo_t *cr = drawing->cr;

  cairo_save (cr);
  if (r > 0)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      cairo_new_path (cr);
      cairo_rectangle (cr, -400, -400, 1000, 1000);
      cairo_new_sub_path (cr);
      cairo_arc_negative (cr, x, y, r, 2 * G_PI, 0);
      cairo_close_path (cr);
      cairo_clip (cr);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
    }
  if (drawing->palette->outline > 0)
    fascia_pose_set_color (cr, &drawing->palette->line);
  else
    cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
}

void
fascia_pose_halo_grown (const FasciaPoseDrawing *drawing, double x, double y, double r)
{
  begin_halo (drawing, x, y, r);
  cairo_fill (drawing->cr);
  cairo_restore (drawing->cr);
}

void
fascia_pose_halo (const FasciaPoseDrawing *drawing, double x, double y, double r)
{
  begin_halo (drawing, x, y, r);
  cairo_set_line_width (drawing->cr, 2 * fascia_pose_gap (drawing));
  cairo_stroke_preserve (drawing->cr);
  cairo_restore (drawing->cr);
}

void
fascia_pose_fill (const FasciaPoseDrawing *drawing, const FasciaColor *color)
{
  fascia_pose_set_color (drawing->cr, color);
  cairo_fill (drawing->cr);
}
