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

/* The pieces of a drawing on @body as it is shown: a circle, or the stroke with its width, cut where
 * its step of the ramp changes; round ends. Array of FasciaFigurePiece with a free function. A
 * stroke of 10,000 points gives a few hundred operations at most. */
GArray *fascia_figure_drawing_pieces (const FasciaBody *body, const FasciaDrawing *drawing);

/* An arrow from a place to another on a view: a calm curve with a head, its line and its head as two
 * paths. FALSE when one of them is not on that view. Ends keep clear of the numerals. */
gboolean fascia_figure_arrow (const FasciaBody *body,
                              FasciaView view,
                              const FasciaRegion *from,
                              const FasciaRegion *to,
                              FasciaPath **line,
                              FasciaPath **head);

G_END_DECLS
