/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words and numbers on the figure.
 */

#include "fascia-body-figure-private.h"

#include <math.h>

/* The smallest inscribed circle, in pixels across, that gets a number. */
#define NUMERAL_DIAMETER 15.0

static PangoLayout *
create_text (FasciaFigureDrawing *d, const char *text, double size_px, gboolean is_bold)
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
get_font_scale (const FasciaFigureDrawing *d)
{
  return d->options->font_scale > 0 ? d->options->font_scale : 1;
}

/* The level at the label point, as big as the place allows. */
static void
draw_numeral (FasciaFigureDrawing *d, const FasciaShape *shape, const FasciaFigureMark *mark)
{
  double diameter = 2 * shape->r * d->scale;
  double size = fmin (diameter * (mark->level == 10 ? 0.52 : 0.62),
                      fmax (15, 0.02 * d->scale * FASCIA_FIGURE_HEIGHT) * get_font_scale (d));
  int step = fascia_figure_step_for_level (mark->level);
  gboolean has_fill = step >= 0 && !mark->is_old;
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
  if (d->marks->n_drawings > 0 || d->palette->has_hatch)
    {
      /* Hatching runs below the number, or a stroke in any other colour. */
      pango_cairo_layout_path (d->cr, layout);
      fascia_figure_set_color (d->cr, has_fill ? d->palette->ramp[step] : d->palette->tile);
      cairo_set_line_width (d->cr, 3);
      cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (d->cr);
      cairo_move_to (d->cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
    }
  fascia_figure_set_color (d->cr, has_fill ? d->palette->ink[step] : d->palette->tile_ink);
  pango_cairo_show_layout (d->cr, layout);
  cairo_restore (d->cr);
  g_object_unref (layout);
}

/* "your left" beside the head, on the side of the picture where it is. */
static void
draw_side_label (FasciaFigureDrawing *d, const char *text, double x)
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
  fascia_figure_set_color (d->cr, d->palette->label);
  pango_cairo_show_layout (d->cr, layout);
  cairo_restore (d->cr);
  g_object_unref (layout);
}

void
fascia_figure_draw_side_labels (FasciaFigureDrawing *d)
{
  /* Seen from the front, right on the picture is the person's left; as one sees oneself and from
   * behind, right is right. */
  const gboolean is_opposite = d->view == FASCIA_VIEW_FRONT
                               && fascia_body_get_form (d->body)->facing == FASCIA_FACING_FACING;
  const double left_x = is_opposite ? 138 : -138;

  draw_side_label (d, d->options->left_label, left_x);
  draw_side_label (d, d->options->right_label, -left_x);
}

void
fascia_figure_draw_numerals (FasciaFigureDrawing *d)
{
  if (!d->options->has_numerals)
    return;
  for (guint i = 0; i < d->marks->n_marks; i++)
    for (guint k = 0; k < d->n_shapes; k++)
      if (d->shapes[k].region == d->marks->marks[i].region)
        draw_numeral (d, &d->shapes[k], &d->marks->marks[i]);
}
