/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure in its own units: keeps what is painted of it, and holds its places.
 */

#pragma once

#include <gtk/gtk.h>

#include "draw/fascia-figure-palette.h"
#include "fascia-body-model.h"
#include "fascia-body-pen.h"
#include "fascia-region-widget.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_CANVAS (fascia_body_canvas_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyCanvas, fascia_body_canvas, FASCIA, BODY_CANVAS, GtkWidget)

/* The canvas is allocated once, in figure units; its parent carries the transform to the screen.
 * @is_part: it will be given a frame, and has no places for keyboard and assistive technology */
GtkWidget *fascia_body_canvas_new (FasciaBodyModel *model, FasciaView view, gboolean is_part);

/* The model shows the body in another form. */
void fascia_body_canvas_rebuild (FasciaBodyCanvas *self);

/* (transfer none) (nullable) Body, marks, drawings: all that lies still, in units of the canvas. The
 * same node until something of it changes. The canvas itself paints only what comes and goes. */
GskRenderNode *fascia_body_canvas_get_base (FasciaBodyCanvas *self);

/* Of a part: which one, in units of the canvas. */
void fascia_body_canvas_set_frame (FasciaBodyCanvas *self, const graphene_rect_t *frame);

/* @scale: device-independent pixels for one figure unit, so that lines keep their width. */
void fascia_body_canvas_set_scale (FasciaBodyCanvas *self, double scale);

void fascia_body_canvas_set_palette (FasciaBodyCanvas *self, const FasciaFigurePalette *palette);

/* (nullable) The place under the pointer. */
void fascia_body_canvas_set_hover (FasciaBodyCanvas *self, const FasciaRegion *region);

/* (nullable) What draws now; belongs to the caller, who has the canvas drawn again when it moved. */
void fascia_body_canvas_set_pen (FasciaBodyCanvas *self, FasciaBodyPen *pen);

/* (nullable) (element-type FasciaUid) (element-type FasciaSpread) What is being rubbed out; belongs
 * to the caller, who tells each change of it. */
void fascia_body_canvas_set_gone (FasciaBodyCanvas *self,
                                  const GArray *drawings,
                                  const GArray *spreads);

/* Whether a place has the focus and it is to be seen. */
void fascia_body_canvas_set_focus_visible (FasciaBodyCanvas *self,
                                           const FasciaRegion *region,
                                           gboolean is_visible);

/* FALSE: places whose home is the other figure are met there. */
void fascia_body_canvas_set_is_alone (FasciaBodyCanvas *self, gboolean is_alone);

/* (nullable) The widget of a place that has a shape on this figure. */
FasciaRegionWidget *fascia_body_canvas_get_widget (FasciaBodyCanvas *self,
                                                   const FasciaRegion *region);

/* The state is another one. */
void fascia_body_canvas_update (FasciaBodyCanvas *self);

G_END_DECLS
