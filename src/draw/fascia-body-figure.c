/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the body figure "cut from paper": tiles, marks over them, and the gaps between them last.
 */

#include "fascia-body-figure.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Below this height, in user-space units, gaps would be noise and numbers illegible. */
#define THUMBNAIL_HEIGHT 120.0
/* Details (closed eyes) need this many pixels per figure unit. */
#define DETAIL_SCALE 0.42
/* The smallest inscribed circle, in pixels across, that gets a number. */
#define NUMERAL_DIAMETER 15.0
/* A mark on a thumbnail is grown to at least this radius, in pixels, where its place is smaller. */
#define THUMBNAIL_RADIUS 1.6

typedef struct
{
  cairo_t *cr;
  const FasciaBody *body;
  FasciaView view;
  const FasciaShape *shapes;
  guint n_shapes;
  const FasciaFigurePalette *palette;
  const FasciaFigureOptions *options;
  double scale;
  gboolean is_thumbnail;
} Drawing;

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

static void
set_color (cairo_t *cr, FasciaColor color)
{
  cairo_set_source_rgba (cr, (double) color.red, (double) color.green, (double) color.blue,
                         (double) color.alpha);
}

static void
draw_outlines (Drawing *d)
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

/* Lines at 45 degrees over the current clip; spacing in pixels. */
static void
draw_hatch (Drawing *d, const FasciaShape *shape, double spacing, gboolean is_falling)
{
  double step = spacing / d->scale;
  double height = shape->y1 - shape->y0;

  for (double x = shape->x0 - height; x < shape->x1 + height; x += step)
    {
      double from = is_falling ? x : x + height;
      double to = is_falling ? x + height : x;

      cairo_move_to (d->cr, from, shape->y0);
      cairo_line_to (d->cr, to, shape->y1);
    }
  cairo_stroke (d->cr);
}

/* Denser for a higher step, crossed from the third on: told apart without any colour. */
static void
hatch_shape (Drawing *d, const FasciaShape *shape, int step)
{
  static const double spacings[FASCIA_FIGURE_STEPS] = { 0, 10, 6.5, 8, 5 };
  FasciaColor ink = d->palette->ink[step];

  if (spacings[step] <= 0)
    return;
  ink.alpha = 0.55f;
  set_color (d->cr, ink);
  cairo_set_line_width (d->cr, 1.1 / d->scale);
  draw_hatch (d, shape, spacings[step], TRUE);
  if (step >= 3)
    draw_hatch (d, shape, spacings[step], FALSE);
}

static void
fill_mark (Drawing *d, const FasciaShape *shape, const FasciaFigureMark *mark)
{
  int step = fascia_figure_step_for_level (mark->level);

  if (step < 0 || mark->is_old)
    return;
  cairo_save (d->cr);
  fascia_path_to_cairo (shape->path, d->cr);
  set_color (d->cr, d->palette->ramp[step]);
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
          hatch_shape (d, shape, step);
          fascia_path_to_cairo (shape->path, d->cr);
        }
      /* The gap is drawn over the line's outer half: what is seen is an inner edge. */
      set_color (d->cr, d->palette->edge[step]);
      cairo_set_line_width (d->cr,
                            2 * d->palette->edge_px / d->scale * fmin (1, fmax (0.5, d->scale))
                                + d->palette->gutter_width);
      cairo_stroke (d->cr);
    }
  cairo_restore (d->cr);
}

/* An inner line instead of a fill. Marked without a level: bold dashes in the colour of marks. On an
 * earlier day: fine grey dashes. A level of 0: fine and unbroken, for it was answered. */
static void
outline_mark (Drawing *d, const FasciaShape *shape, const FasciaFigureMark *mark)
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
  set_color (d->cr, is_open ? d->palette->edge[FASCIA_FIGURE_STEPS / 2] : d->palette->tile_ink);
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

static void
stroke_lines (Drawing *d, const FasciaPath *path, double factor)
{
  double width = fmax (d->palette->gutter_width, d->palette->gutter_min_px / d->scale);

  fascia_path_to_cairo (path, d->cr);
  set_color (d->cr, d->palette->gutter);
  cairo_set_line_width (d->cr, width * factor);
  cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (d->cr);
}

static void
draw_gutters (Drawing *d)
{
  const FasciaPath *details = fascia_body_get_details (d->body, d->view);

  cairo_save (d->cr);
  /* Lines end on the outline: their round caps must not stick out. */
  draw_outlines (d);
  cairo_clip (d->cr);
  stroke_lines (d, fascia_body_get_gutters (d->body, d->view), 1);
  if (d->scale >= DETAIL_SCALE && !fascia_path_is_empty (details))
    stroke_lines (d, details, FASCIA_FIGURE_DETAIL);
  cairo_restore (d->cr);
  if (d->palette->outline_px > 0)
    {
      draw_outlines (d);
      set_color (d->cr, d->palette->outline);
      cairo_set_line_width (d->cr, d->palette->outline_px / d->scale);
      cairo_stroke (d->cr);
    }
}

static void
draw_selection (Drawing *d, const FasciaRegion *region)
{
  for (guint i = 0; i < d->n_shapes; i++)
    {
      if (d->shapes[i].region != region)
        continue;
      cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
      fascia_path_to_cairo (d->shapes[i].path, d->cr);
      set_color (d->cr, d->palette->surface);
      cairo_set_line_width (d->cr, 6 / d->scale);
      cairo_stroke_preserve (d->cr);
      set_color (d->cr, d->palette->selection);
      cairo_set_line_width (d->cr, 2.6 / d->scale);
      cairo_stroke (d->cr);
    }
}

static PangoLayout *
create_text (Drawing *d, const char *text, double size_px, gboolean is_bold)
{
  PangoLayout *layout = pango_cairo_create_layout (d->cr);
  PangoFontDescription *font = pango_font_description_new ();
  const char *family = d->options->font_family;

  pango_font_description_set_family (font, family != NULL ? family : "sans");
  pango_font_description_set_absolute_size (font, size_px * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_font_scale (const Drawing *d)
{
  return d->options->font_scale > 0 ? d->options->font_scale : 1;
}

/* The level at the label point, as big as the place allows. */
static void
draw_numeral (Drawing *d, const FasciaShape *shape, const FasciaFigureMark *mark)
{
  double diameter = 2 * shape->r * d->scale;
  double size = fmin (diameter * (mark->level == 10 ? 0.52 : 0.62),
                      fmax (15, 0.02 * d->scale * FASCIA_FIGURE_HEIGHT) * get_font_scale (d));
  int step = fascia_figure_step_for_level (mark->level);
  char text[16];
  PangoLayout *layout;
  PangoRectangle ink;

  if (mark->level < 0 || diameter < NUMERAL_DIAMETER)
    return;
  if (mark->is_old)
    size = fmin (size, 10 * get_font_scale (d));
  g_snprintf (text, sizeof text, "%d", mark->level);
  layout = create_text (d, text, size, !mark->is_old);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_save (d->cr);
  cairo_translate (d->cr, shape->cx, shape->cy);
  cairo_scale (d->cr, 1 / d->scale, 1 / d->scale);
  cairo_move_to (d->cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  set_color (d->cr, step >= 0 && !mark->is_old ? d->palette->ink[step] : d->palette->tile_ink);
  pango_cairo_show_layout (d->cr, layout);
  cairo_restore (d->cr);
  g_object_unref (layout);
}

/* "your left" beside the head, on the side of the picture where it is. */
static void
draw_side_label (Drawing *d, const char *text, double x)
{
  double size = fmax (11, 0.0135 * d->scale * FASCIA_FIGURE_HEIGHT) * get_font_scale (d);
  PangoLayout *layout;
  PangoRectangle extents;
  double room = 150 * d->scale;

  if (text == NULL)
    return;
  layout = create_text (d, text, size, FALSE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (extents.width > room)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      pango_layout_get_pixel_extents (layout, NULL, &extents);
    }
  cairo_save (d->cr);
  cairo_translate (d->cr, x, 60);
  cairo_scale (d->cr, 1 / d->scale, 1 / d->scale);
  cairo_move_to (d->cr, -extents.x - extents.width / 2.0, -extents.height / 2.0);
  set_color (d->cr, d->palette->label);
  pango_cairo_show_layout (d->cr, layout);
  cairo_restore (d->cr);
  g_object_unref (layout);
}

static void
draw_labels (Drawing *d, const FasciaFigureMarks *marks)
{
  /* Front: right on the picture is the person's left; back: right is right. */
  double left_x = d->view == FASCIA_VIEW_FRONT ? 138 : -138;

  draw_side_label (d, d->options->left_label, left_x);
  draw_side_label (d, d->options->right_label, -left_x);
  if (!d->options->has_numerals)
    return;
  for (guint i = 0; i < marks->n_marks; i++)
    for (guint k = 0; k < d->n_shapes; k++)
      if (d->shapes[k].region == marks->marks[i].region)
        draw_numeral (d, &d->shapes[k], &marks->marks[i]);
}

/* The milder first: where two marks overlap, on a thumbnail, the worse one is seen. */
static void
draw_marks (Drawing *d,
            const FasciaFigureMarks *marks,
            void (*draw) (Drawing *, const FasciaShape *, const FasciaFigureMark *))
{
  for (int level = FASCIA_FIGURE_LEVEL_NONE; level <= 10; level++)
    for (guint i = 0; i < marks->n_marks; i++)
      {
        const FasciaFigureMark *mark = &marks->marks[i];

        if (CLAMP (mark->level, FASCIA_FIGURE_LEVEL_NONE, 10) != level)
          continue;
        for (guint k = 0; k < d->n_shapes; k++)
          if (d->shapes[k].region == mark->region)
            draw (d, &d->shapes[k], mark);
      }
}

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
  static const FasciaFigureMarks no_marks = { NULL, 0 };
  static const FasciaFigureOptions no_options = { 0 };
  Drawing d = { .cr = cr, .body = body, .view = view, .palette = palette };
  double origin_x, origin_y;

  g_return_if_fail (cr != NULL && body != NULL && palette != NULL);
  if (!(width > 0) || !(height > 0))
    return;
  marks = marks != NULL ? marks : &no_marks;
  d.options = options != NULL ? options : &no_options;
  d.shapes = fascia_body_get_shapes (body, view, &d.n_shapes);
  fascia_body_figure_fit (x, y, width, height, &d.scale, &origin_x, &origin_y);
  d.is_thumbnail = d.options->is_thumbnail || d.scale * FASCIA_FIGURE_HEIGHT < THUMBNAIL_HEIGHT;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, origin_x, origin_y);
  cairo_scale (cr, d.scale, d.scale);
  draw_outlines (&d);
  set_color (cr, palette->tile);
  cairo_fill (cr);
  draw_marks (&d, marks, fill_mark);
  draw_marks (&d, marks, outline_mark);
  if (!d.is_thumbnail)
    {
      draw_gutters (&d);
      if (d.options->selection != NULL)
        draw_selection (&d, d.options->selection);
      draw_labels (&d, marks);
    }
  cairo_restore (cr);
}
