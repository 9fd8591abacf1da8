/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shapes of what lies on the figure, as paths: strokes, spots, arrows. Pure; the window and the
 * Cairo renderer fill the same ones.
 */

#pragma once

#include "core/body/fascia-body.h"
#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

/* A piece of a drawing in one colour. */
typedef struct
{
  FasciaPath *path; /* to be filled, non-zero winding, in units of the figure as shown */
  int step;         /* of the ramp, 0 … 4; -1 without a level */
} FasciaFigurePiece;

/**
 * fascia_figure_drawing_pieces:
 * @body: the figure as it is shown; @drawing is on the canonical one
 * @drawing: a spot or a stroke
 *
 * A circle, or the stroke with its width and round ends, cut where its step of the ramp changes. The
 * worse pieces come last, to lie on top. A stroke of 10,000 points gives some hundred operations.
 *
 * Returns: (transfer full) (element-type FasciaFigurePiece): empty when nothing is to be seen;
 *   clears its elements itself
 */
GArray *fascia_figure_drawing_pieces (const FasciaBody *body, const FasciaDrawing *drawing);

/* How wide the line of an arrow is meant to be, in figure units. */
#define FASCIA_FIGURE_ARROW_WIDTH 2.8

/* The dashes of an arrow through the body, for a line of width one that ends flat: on, off. */
#define FASCIA_FIGURE_ARROW_DASH 2.4
#define FASCIA_FIGURE_ARROW_SPACE 1.9

/**
 * fascia_figure_arrow_is_through:
 *
 * Returns: TRUE when an arrow between the places has to go through the body: both can be seen, but
 *   no view shows both. It is then drawn on both views.
 */
gboolean fascia_figure_arrow_is_through (const FasciaBody *body,
                                         const FasciaRegion *from,
                                         const FasciaRegion *to);

/**
 * fascia_figure_arrow:
 * @body: the figure as it is shown
 * @view: the one to draw on
 * @from: where the feeling begins
 * @to: where it goes
 * @line: (out) (transfer full): an open curve, to be stroked with round ends; with dashes when
 *   @is_through
 * @head: (out) (transfer full): closed, to be filled; open when @is_through, to be stroked like the
 *   line, without dashes
 * @is_through: (out): whether the arrow goes through the body
 *
 * A calm curve that bows away from the middle of the body. Its ends keep clear of the numbers in the
 * middle of the places.
 *
 * Where a view shows both places the arrow lies on the surface, there only. Where none does it goes
 * through the body, and there is one for each view: between the place that can be seen and the point
 * that lies in front of the other one, or behind it. An arrow from a side of the body to the same
 * side stays there.
 *
 * Returns: FALSE, with NULL in both, when there is none on that view
 */
gboolean fascia_figure_arrow (const FasciaBody *body,
                              FasciaView view,
                              const FasciaRegion *from,
                              const FasciaRegion *to,
                              FasciaPath **line,
                              FasciaPath **head,
                              gboolean *is_through);

G_END_DECLS
