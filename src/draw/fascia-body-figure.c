/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the body figure "cut from paper": tiles, marks over them, the gaps between them, and last what
 * lies on top.
 */

#include "fascia-body-figure-private.h"

#include <math.h>

/* Below this height, in user-space units, gaps would be noise and numbers illegible. */
#define THUMBNAIL_HEIGHT 120.0
/* Details (closed eyes) need this many pixels per figure unit. */
#define DETAIL_SCALE 0.42
/* Of the card of an inset, in pixels. */
#define INSET_RADIUS 8.0

static gboolean
add_step (FasciaPathOp op, const FasciaPoint *p, gsize n_points, gpointer data)
{
  cairo_t *cr = data;

  switch (op)
    {
    case FASCIA_PATH_MOVE:
      cairo_move_to (cr, p[0].x, p[0].y);
      break;
    case FASCIA_PATH_LINE:
      cairo_line_to (cr, p[0].x, p[0].y);
      break;
    case FASCIA_PATH_CURVE:
      cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
      break;
    case FASCIA_PATH_CLOSE:
      cairo_close_path (cr);
      break;
    }
  return TRUE;
}

void
fascia_path_to_cairo (const FasciaPath *path, cairo_t *cr)
{
  g_return_if_fail (path != NULL && cr != NULL);

  fascia_path_foreach (path, add_step, cr);
}

void
fascia_body_figure_fit (double x,
                        double y,
                        double width,
                        double height,
                        double *scale,
                        double *origin_x,
                        double *origin_y)
{
  double fit = fmin (width / FASCIA_FIGURE_WIDTH, height / FASCIA_FIGURE_HEIGHT);

  *scale = fit;
  *origin_x = x + (width - fit * FASCIA_FIGURE_WIDTH) / 2 - fit * FASCIA_FIGURE_X;
  *origin_y = y + (height - fit * FASCIA_FIGURE_HEIGHT) / 2 - fit * FASCIA_FIGURE_Y;
}

void
fascia_figure_set_color (cairo_t *cr, FasciaColor color)
{
  cairo_set_source_rgba (cr, (double) color.red, (double) color.green, (double) color.blue,
                         (double) color.alpha);
}

static void
append_outlines (FasciaFigureDrawing *d)
{
  const FasciaPath *const *outlines = fascia_body_get_outlines (d->body, d->view, NULL);

  for (guint i = 0; outlines[i] != NULL; i++)
    {
      /* What is drawn apart is no bigger than a speck on a thumbnail. */
      if (d->is_thumbnail && i > 0)
        break;
      fascia_path_to_cairo (outlines[i], d->cr);
    }
}

static void
append_phantoms (FasciaFigureDrawing *d)
{
  const FasciaPath *const *outlines = fascia_body_get_phantom_outlines (d->body, d->view, NULL);

  for (guint i = 0; outlines[i] != NULL; i++)
    fascia_path_to_cairo (outlines[i], d->cr);
}

/* A limb that is felt and not there: dots, since dashes ask for an answer. */
static void
draw_phantoms (FasciaFigureDrawing *d)
{
  const double px = fmin (1, fmax (0.5, d->scale)) / d->scale;
  const double dots[2] = { 0, 4 * px };

  append_phantoms (d);
  fascia_figure_set_color (d->cr, d->palette->label);
  cairo_set_line_width (d->cr, fmax (2 * px, d->is_thumbnail ? 1 / d->scale : 0));
  cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (d->cr, dots, 2, 0);
  cairo_stroke (d->cr);
  cairo_set_dash (d->cr, NULL, 0, 0);
  cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_BUTT);
}

static void
stroke_lines (FasciaFigureDrawing *d, const FasciaPath *path, double factor)
{
  double width = fmax (d->palette->gutter_width, d->palette->gutter_min_px / d->scale);

  fascia_path_to_cairo (path, d->cr);
  fascia_figure_set_color (d->cr, d->palette->gutter);
  cairo_set_line_width (d->cr, width * factor);
  cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (d->cr);
}

static void
draw_gutters (FasciaFigureDrawing *d)
{
  const FasciaPath *details = fascia_body_get_details (d->body, d->view);

  cairo_save (d->cr);
  /* Lines end on the outline: their round caps must not stick out. */
  append_outlines (d);
  append_phantoms (d);
  cairo_clip (d->cr);
  stroke_lines (d, fascia_body_get_gutters (d->body, d->view), 1);
  if (d->scale >= DETAIL_SCALE && !fascia_path_is_empty (details))
    stroke_lines (d, details, FASCIA_FIGURE_DETAIL);
  cairo_restore (d->cr);
  if (d->palette->outline_px > 0)
    {
      append_outlines (d);
      fascia_figure_set_color (d->cr, d->palette->outline);
      cairo_set_line_width (d->cr, d->palette->outline_px / d->scale);
      cairo_stroke (d->cr);
    }
}

static void
draw_selection (FasciaFigureDrawing *d, const FasciaRegion *region)
{
  for (guint i = 0; i < d->n_shapes; i++)
    {
      if (d->shapes[i].region != region)
        continue;
      cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
      fascia_path_to_cairo (d->shapes[i].path, d->cr);
      fascia_figure_set_color (d->cr, d->palette->surface);
      cairo_set_line_width (d->cr, 6 / d->scale);
      cairo_stroke_preserve (d->cr);
      fascia_figure_set_color (d->cr, d->palette->selection);
      cairo_set_line_width (d->cr, 2.6 / d->scale);
      cairo_stroke (d->cr);
    }
}

/* In figure units: @cr is translated and scaled. */
static void
draw_figure (FasciaFigureDrawing *d)
{
  d->shapes = fascia_body_get_shapes (d->body, d->view, &d->n_shapes);
  cairo_new_path (d->cr);
  append_outlines (d);
  fascia_figure_set_color (d->cr, d->palette->tile);
  cairo_fill (d->cr);
  fascia_figure_draw_places (d);
  if (!d->is_thumbnail)
    draw_gutters (d);
  draw_phantoms (d);
  fascia_figure_draw_overlay (d);
  if (d->is_thumbnail)
    return;
  if (d->options->selection != NULL)
    draw_selection (d, d->options->selection);
  fascia_figure_draw_numerals (d);
}

static const FasciaFigureMarks no_marks = { NULL, 0 };
static const FasciaFigureOptions no_options = { 0 };

void
fascia_body_figure_render (cairo_t *cr,
                           const FasciaBody *body,
                           FasciaView view,
                           double x,
                           double y,
                           double width,
                           double height,
                           const FasciaFigureMarks *marks,
                           const FasciaFigurePalette *palette,
                           const FasciaFigureOptions *options)
{
  FasciaFigureDrawing d = { .cr = cr, .body = body, .view = view, .palette = palette };
  double origin_x, origin_y;

  g_return_if_fail (cr != NULL && body != NULL && palette != NULL);
  if (!(width > 0) || !(height > 0))
    return;
  d.marks = marks != NULL ? marks : &no_marks;
  d.options = options != NULL ? options : &no_options;
  fascia_body_figure_fit (x, y, width, height, &d.scale, &origin_x, &origin_y);
  d.is_thumbnail = d.options->is_thumbnail || d.scale * FASCIA_FIGURE_HEIGHT < THUMBNAIL_HEIGHT;

  cairo_save (cr);
  cairo_translate (cr, origin_x, origin_y);
  cairo_scale (cr, d.scale, d.scale);
  draw_figure (&d);
  if (!d.is_thumbnail)
    fascia_figure_draw_side_labels (&d);
  cairo_restore (cr);
}

static void
append_card (cairo_t *cr, double x, double y, double width, double height)
{
  const double r = fmin (INSET_RADIUS, fmin (width, height) / 4);

  cairo_new_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
fascia_body_figure_render_inset (cairo_t *cr,
                                 const FasciaBody *body,
                                 const FasciaInset *inset,
                                 double x,
                                 double y,
                                 double width,
                                 double height,
                                 const FasciaFigureMarks *marks,
                                 const FasciaFigurePalette *palette,
                                 const FasciaFigureOptions *options)
{
  FasciaFigureDrawing d = { .cr = cr, .body = body, .palette = palette };
  FasciaColor frame;

  g_return_if_fail (cr != NULL && body != NULL && inset != NULL && palette != NULL);
  if (!(width > 0) || !(height > 0) || !(inset->width > 0) || !(inset->height > 0))
    return;
  d.view = inset->view;
  d.marks = marks != NULL ? marks : &no_marks;
  d.options = options != NULL ? options : &no_options;
  d.scale = fmin (width / inset->width, height / inset->height);
  x += (width - d.scale * inset->width) / 2;
  y += (height - d.scale * inset->height) / 2;
  width = d.scale * inset->width;
  height = d.scale * inset->height;

  cairo_save (cr);
  append_card (cr, x, y, width, height);
  fascia_figure_set_color (cr, palette->surface);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_translate (cr, x - d.scale * inset->x, y - d.scale * inset->y);
  cairo_scale (cr, d.scale, d.scale);
  draw_figure (&d);
  cairo_restore (cr);

  cairo_save (cr);
  append_card (cr, x, y, width, height);
  frame = palette->label;
  frame.alpha = palette->has_hatch ? 1.0f : 0.4f;
  fascia_figure_set_color (cr, frame);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}
