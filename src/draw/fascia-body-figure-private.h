/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that draw the figure share.
 */

#pragma once

#include <pango/pangocairo.h>

#include "fascia-body-figure.h"

G_BEGIN_DECLS

/* One figure, or a part of it, being drawn. The user space of @cr are figure units. */
typedef struct
{
  cairo_t *cr;
  const FasciaBody *body;
  FasciaView view;
  const FasciaShape *shapes;
  guint n_shapes;
  const FasciaFigureMarks *marks;
  const FasciaFigurePalette *palette;
  const FasciaFigureOptions *options;
  double scale; /* device-independent pixels in a figure unit */
  gboolean is_thumbnail;
} FasciaFigureDrawing;

void fascia_figure_set_color (cairo_t *cr, FasciaColor color);

/* Fills of places: the heat map, or the marks with their edges and dashes. */
void fascia_figure_draw_places (FasciaFigureDrawing *d);

/* Lines at 45 degrees over the current clip, which lies in the box: denser for a higher step,
 * crossed from the fourth on. */
void fascia_figure_draw_hatch (FasciaFigureDrawing *d,
                               double x0,
                               double y0,
                               double x1,
                               double y1,
                               int step);

/* Spots, strokes and arrows. */
void fascia_figure_draw_overlay (FasciaFigureDrawing *d);

/* "your left" and "your right", and the numbers on places. */
void fascia_figure_draw_side_labels (FasciaFigureDrawing *d);
void fascia_figure_draw_numerals (FasciaFigureDrawing *d);

G_END_DECLS
