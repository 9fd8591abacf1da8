/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure in its own units: paints it in passes and holds its places.
 */

#pragma once

#include <gtk/gtk.h>

#include "draw/fascia-figure-palette.h"
#include "fascia-body-model.h"
#include "fascia-region-widget.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_CANVAS (fascia_body_canvas_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyCanvas, fascia_body_canvas, FASCIA, BODY_CANVAS, GtkWidget)

/* The canvas is allocated once, in figure units; its parent carries the transform to the screen. */
GtkWidget *fascia_body_canvas_new (FasciaBodyModel *model, FasciaView view);

/* @scale: device-independent pixels for one figure unit, so that lines keep their width. */
void fascia_body_canvas_set_scale (FasciaBodyCanvas *self, double scale);

void fascia_body_canvas_set_palette (FasciaBodyCanvas *self, const FasciaFigurePalette *palette);

/* (nullable) The place under the pointer. */
void fascia_body_canvas_set_hover (FasciaBodyCanvas *self, const FasciaRegion *region);

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
