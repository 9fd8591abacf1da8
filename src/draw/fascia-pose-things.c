/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Things in a pose, and the marks on it: where it works, movement, pressure.
 */

#include "config.h"

#include <math.h>

#include "fascia-pose-draw-private.h"

static void
copy (double *to, const float *from, guint n)
{
  for (guint i = 0; i < n; i++)
    to[i] = from[i];
}

static void
add_box (cairo_t *cr, const float *values)
{
  const double width = values[2], height = values[3];
  const double r = MIN (values[4], MIN (width, height) / 2);

  cairo_save (cr);
  cairo_translate (cr, values[0] + width / 2, values[1] + height / 2);
  cairo_rotate (cr, values[5] * G_PI / 180.0);
  cairo_translate (cr, -width / 2, -height / 2);
  cairo_new_path (cr);
  if (r <= 0)
    cairo_rectangle (cr, 0, 0, width, height);
  else
    {
      cairo_arc (cr, width - r, r, r, -G_PI / 2, 0);
      cairo_arc (cr, width - r, height - r, r, 0, G_PI / 2);
      cairo_arc (cr, r, height - r, r, G_PI / 2, G_PI);
      cairo_arc (cr, r, r, r, G_PI, 1.5 * G_PI);
      cairo_close_path (cr);
    }
  cairo_restore (cr);
}

/* Through all points; corners are round unless it is sharp. */
static void
add_line (cairo_t *cr, const double *points, guint n, gboolean is_sharp)
{
  cairo_new_path (cr);
  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 0; i + 1 < n; i++)
    {
      const double *from = points + 2 * i, *to = from + 2;
      const double *before = i > 0 ? from - 2 : from, *after = i + 2 < n ? to + 2 : to;

      if (is_sharp)
        cairo_line_to (cr, to[0], to[1]);
      else
        cairo_curve_to (cr, from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6,
                        to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6, to[0],
                        to[1]);
    }
}

/* The light on a ball, so that it is no disc. */
static void
draw_shine (const FasciaPoseDrawing *drawing, double x, double y, double r)
{
  cairo_t *cr = drawing->cr;

  cairo_new_path (cr);
  fascia_pose_add_ball (cr, x - r * 0.3, y - r * 0.34, r * 0.34);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.34);
  cairo_fill (cr);
}

static void
draw_line (const FasciaPoseDrawing *drawing,
           const FasciaPoseItem *item,
           const double *values,
           const FasciaColor *color)
{
  cairo_t *cr = drawing->cr;

  add_line (cr, values + 1, (item->n - 1) / 2, item->is_sharp);
  if (item->has_halo)
    {
      cairo_save (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_set_line_width (cr, values[0] + 2.2);
      cairo_stroke_preserve (cr);
      cairo_restore (cr);
    }
  fascia_pose_set_color (cr, color);
  cairo_set_line_width (cr, values[0]);
  cairo_stroke (cr);
}

void
fascia_pose_draw_thing (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  const FasciaColor *color = fascia_pose_tone_color (drawing->palette, item->tone);
  cairo_t *cr = drawing->cr;
  const gboolean has_halo = item->has_halo || drawing->palette->outline > 0;
  double values[FASCIA_POSE_MAX_VALUES];

  copy (values, item->values, item->n);
  cairo_new_path (cr);
  if (item->kind == FASCIA_POSE_LINE)
    {
      draw_line (drawing, item, values, color);
      return;
    }
  if (item->kind == FASCIA_POSE_CHAIN)
    {
      if (has_halo)
        {
          fascia_pose_add_chain (cr, values, item->n / 3, item->is_sharp,
                                 fascia_pose_gap (drawing));
          fascia_pose_halo_grown (drawing, 0, 0, 0);
        }
      fascia_pose_add_chain (cr, values, item->n / 3, item->is_sharp, 0);
    }
  else if (item->kind == FASCIA_POSE_AREA)
    fascia_pose_add_area (cr, values, item->n / 2, item->is_sharp);
  else if (item->kind == FASCIA_POSE_BOX)
    add_box (cr, item->values);
  else
    fascia_pose_add_ball (cr, values[0], values[1], values[2]);
  if (has_halo && item->kind != FASCIA_POSE_CHAIN)
    fascia_pose_halo (drawing, 0, 0, 0);
  fascia_pose_fill (drawing, color);
  if (item->kind == FASCIA_POSE_BALL && item->tone == FASCIA_TONE_TOOL)
    draw_shine (drawing, values[0], values[1], values[2]);
}

/* ---- marks ---- */

static void
draw_spot (const FasciaPoseDrawing *drawing, const float *values)
{
  const FasciaColor *accent = &drawing->palette->accent;
  cairo_t *cr = drawing->cr;
  cairo_pattern_t *glow = cairo_pattern_create_radial (0, 0, 0, 0, 0, 1);

  cairo_pattern_add_color_stop_rgba (glow, 0, accent->red, accent->green, accent->blue, 0.95);
  cairo_pattern_add_color_stop_rgba (glow, 0.45, accent->red, accent->green, accent->blue, 0.78);
  cairo_pattern_add_color_stop_rgba (glow, 1, accent->red, accent->green, accent->blue, 0);
  cairo_save (cr);
  cairo_translate (cr, values[0], values[1]);
  cairo_rotate (cr, values[4] * G_PI / 180.0);
  cairo_scale (cr, MAX (values[2], 0.1), MAX (values[3], 0.1));
  fascia_pose_add_ball (cr, 0, 0, 1);
  cairo_set_source (cr, glow);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (glow);
}

static void
draw_head (cairo_t *cr, double x, double y, double dx, double dy)
{
  const double length = MAX (hypot (dx, dy), 0.01), size = 7.5;
  const double ux = dx / length, uy = dy / length;

  cairo_new_path (cr);
  cairo_move_to (cr, x + ux * size * 0.55, y + uy * size * 0.55);
  cairo_line_to (cr, x - ux * size * 0.55 - uy * size * 0.62,
                 y - uy * size * 0.55 + ux * size * 0.62);
  cairo_line_to (cr, x - ux * size * 0.55 + uy * size * 0.62,
                 y - uy * size * 0.55 - ux * size * 0.62);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
}

/* An arrow keeps off whatever it crosses. */
static void
stroke_arrow (const FasciaPoseDrawing *drawing)
{
  cairo_t *cr = drawing->cr;

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_set_line_width (cr, 6.4);
  cairo_stroke_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  fascia_pose_set_color (cr, &drawing->palette->arrow);
  cairo_set_line_width (cr, 3.4);
  cairo_stroke (cr);
}

static void
draw_arrow (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  const guint n = item->n / 2;
  double points[FASCIA_POSE_MAX_VALUES];

  copy (points, item->values, item->n);
  const double *last = points + 2 * (n - 1), *before = last - 2;
  add_line (drawing->cr, points, n, item->is_sharp);
  stroke_arrow (drawing);
  draw_head (drawing->cr, last[0], last[1], last[0] - before[0], last[1] - before[1]);
  if (item->is_both)
    draw_head (drawing->cr, points[0], points[1], points[0] - points[2], points[1] - points[3]);
}

static void
draw_round (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  cairo_t *cr = drawing->cr;
  const float *values = item->values;
  const double from = (values[3] - 90) * G_PI / 180.0, until = (values[4] - 90) * G_PI / 180.0;
  const double sign = until > from ? 1 : -1;

  cairo_new_path (cr);
  if (sign > 0)
    cairo_arc (cr, values[0], values[1], values[2], from, until);
  else
    cairo_arc_negative (cr, values[0], values[1], values[2], from, until);
  stroke_arrow (drawing);
  draw_head (cr, values[0] + cos (until) * values[2], values[1] + sin (until) * values[2],
             -sin (until) * sign, cos (until) * sign);
  if (item->is_both)
    draw_head (cr, values[0] + cos (from) * values[2], values[1] + sin (from) * values[2],
               sin (from) * sign, -cos (from) * sign);
}

/* A short broad arrow, its tip where it presses. */
static void
draw_press (const FasciaPoseDrawing *drawing, const float *values)
{
  cairo_t *cr = drawing->cr;
  const double length = values[3];

  cairo_save (cr);
  cairo_translate (cr, values[0], values[1]);
  cairo_rotate (cr, values[2] * G_PI / 180.0);
  cairo_new_path (cr);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -6.2, 7.6);
  cairo_line_to (cr, -2.4, 7.6);
  cairo_line_to (cr, -2.4, length);
  cairo_line_to (cr, 2.4, length);
  cairo_line_to (cr, 2.4, 7.6);
  cairo_line_to (cr, 6.2, 7.6);
  cairo_close_path (cr);
  cairo_restore (cr);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_set_line_width (cr, 4.4);
  cairo_stroke_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  fascia_pose_set_color (cr, &drawing->palette->accent);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
}

void
fascia_pose_draw_mark (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item)
{
  if (item->kind == FASCIA_POSE_SPOT)
    draw_spot (drawing, item->values);
  else if (item->kind == FASCIA_POSE_ARROW)
    draw_arrow (drawing, item);
  else if (item->kind == FASCIA_POSE_ROUND)
    draw_round (drawing, item);
  else
    draw_press (drawing, item->values);
}
