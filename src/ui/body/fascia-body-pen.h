/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stroke, the spot or the rubbing that is under way on one figure.
 */

#pragma once

#include "fascia-body-overlay.h"

G_BEGIN_DECLS

/* Two points of a hand are told apart from this many pixels on. */
#define FASCIA_BODY_PEN_STEP_PX 0.75
/* What is nearer than this to the eraser is rubbed out. */
#define FASCIA_BODY_PEN_REACH_PX 8.0

typedef struct _FasciaBodyPen FasciaBodyPen;

FasciaBodyPen *fascia_body_pen_new (FasciaBodyModel *model, FasciaView view);
void fascia_body_pen_free (FasciaBodyPen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyPen, fascia_body_pen_free)

gboolean fascia_body_pen_is_active (const FasciaBodyPen *self);
/* Whether the line has as many points as a journal takes: it goes no further. */
gboolean fascia_body_pen_is_full (const FasciaBodyPen *self);

/**
 * fascia_body_pen_begin:
 * @x, @y: in units of the figure as it is shown
 * @pressure: 0 … 1, or below 0 for a pointer that does not feel any
 * @scale: device-independent pixels for one figure unit
 * @nearness: how many times nearer than the whole figure it is drawn: what is drawn near is kept
 *   finer
 *
 * Begins what the tool of the model says.
 *
 * Returns: FALSE when that is none that draws, or nothing can be written
 */
gboolean fascia_body_pen_begin (FasciaBodyPen *self,
                                double x,
                                double y,
                                double pressure,
                                double scale,
                                double nearness);
void fascia_body_pen_move (FasciaBodyPen *self, double x, double y, double pressure);
/* Hands what was drawn, or all that was rubbed out, to the model. What lies wholly beside the body
 * is nothing: FALSE. */
gboolean fascia_body_pen_end (FasciaBodyPen *self);
void fascia_body_pen_cancel (FasciaBodyPen *self);

/* (transfer none) (nullable) As it looks now; until the next call of begin, move, end or cancel. */
const FasciaBodyDrawing *fascia_body_pen_get_preview (FasciaBodyPen *self);
/* (transfer none) (nullable) What is to be gone. */
const GArray *fascia_body_pen_get_gone_drawings (const FasciaBodyPen *self);
const GArray *fascia_body_pen_get_gone_spreads (const FasciaBodyPen *self);

/* ---- without a hand ---- */

/* A spot in the middle of a place, with the pen of the model; FALSE when the place is not on the
 * view. */
gboolean fascia_body_pen_put_spot (FasciaBodyModel *model,
                                   FasciaView view,
                                   const FasciaRegion *region);
/* Rubs out all drawings on a place of a view; FALSE when there are none, or none that the journal has
 * by now. */
gboolean fascia_body_pen_clear_place (FasciaBodyModel *model,
                                      FasciaView view,
                                      const FasciaRegion *region);

G_END_DECLS
