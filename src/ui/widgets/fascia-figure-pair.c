/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Front and back of the body side by side, for widgets that show a body to look at.
 */

#include "config.h"

#include "fascia-figure-pair.h"

#include <glib/gi18n.h>

#include "fascia-ui-palette.h"

#define GAP 12
#define MINIMUM_WIDTH 180

void
fascia_figure_pair_measure (GtkOrientation orientation,
                            int minimum_height,
                            int natural_height,
                            int *minimum,
                            int *natural)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = minimum_height;
      *natural = natural_height;
      return;
    }
  *minimum = MINIMUM_WIDTH;
  *natural = GAP + (int) (2 * natural_height * FASCIA_FIGURE_WIDTH / FASCIA_FIGURE_HEIGHT);
}

void
fascia_figure_pair_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot,
                             FasciaBody *body,
                             const FasciaFigureMarks *marks,
                             gboolean has_numerals)
{
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  if (width <= GAP || height <= 0)
    return;

  const PangoFontDescription *font
      = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  const FasciaFigureOptions options = {
    /* Translators: Written on the picture of the body, on the side of the person's own left hand. */
    .left_label = _ ("your left"),
    /* Translators: Written on the picture of the body, on the side of the person's own right hand. */
    .right_label = _ ("your right"),
    .has_numerals = has_numerals,
    .font_family = pango_font_description_get_family (font),
    .font_scale = 1,
  };
  const FasciaFigurePalette *palette = fascia_ui_palette_get ();
  const double side
      = MIN ((width - GAP) / 2.0, height * FASCIA_FIGURE_WIDTH / FASCIA_FIGURE_HEIGHT);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  fascia_body_figure_render (cr, body, FASCIA_VIEW_FRONT, width / 2.0 - GAP / 2.0 - side, 0, side,
                             height, marks, palette, &options);
  fascia_body_figure_render (cr, body, FASCIA_VIEW_BACK, width / 2.0 + GAP / 2.0, 0, side, height,
                             marks, palette, &options);
  cairo_destroy (cr);
}
