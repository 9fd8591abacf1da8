/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure on the screen: fits the canvas into its room, writes the words and numerals on it, and
 * meets pointer and finger.
 */

#pragma once

#include "fascia-body-canvas.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_MAP (fascia_body_map_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyMap, fascia_body_map, FASCIA, BODY_MAP, GtkWidget)

/* A click this near to a place is meant for it, in device-independent pixels. */
#define FASCIA_BODY_MAP_SLOP 8

/**
 * FasciaBodyMap:
 *
 * Signals: "picked" (FasciaRegion *region, gboolean is_mark): a click, tap or long press at a
 * place, or beside the body (NULL); @is_mark tells whether it also marks.
 */
GtkWidget *fascia_body_map_new (FasciaBodyModel *model, FasciaView view);

/* A part of the figure, enlarged, for pointer and finger alone: keyboard and assistive technology
 * meet its places on the figure itself. */
GtkWidget *fascia_body_map_new_inset (FasciaBodyModel *model, const FasciaInset *inset);
/* (nullable) Of an inset: which one. */
const char *fascia_body_map_get_code (FasciaBodyMap *self);

FasciaView fascia_body_map_get_view (FasciaBodyMap *self);

/* Builds the figure. Nothing is built before, so that a figure that is not shown costs nothing. */
void fascia_body_map_ensure (FasciaBodyMap *self);
/* (nullable) NULL before fascia_body_map_ensure(). */
FasciaBodyCanvas *fascia_body_map_get_canvas (FasciaBodyMap *self);

/* Alone on the page: no caption, and all places are met here. */
void fascia_body_map_set_is_alone (FasciaBodyMap *self, gboolean is_alone);

/* (nullable) The place at a point of the widget, or the nearest within the slop. */
const FasciaRegion *fascia_body_map_pick (FasciaBodyMap *self, double x, double y);

/* Where the middle of a place lies in the widget; FALSE when it is not on this figure. */
gboolean fascia_body_map_locate (FasciaBodyMap *self,
                                 const FasciaRegion *region,
                                 graphene_point_t *point);

/* Draws the figure nearer (positive) or further by that many steps, about the chosen place; 0 shows
 * the whole figure. Pinching and Ctrl with the wheel do the same, and what is near can be dragged. */
void fascia_body_map_zoom (FasciaBodyMap *self, int steps);
gboolean fascia_body_map_is_near (FasciaBodyMap *self);
/* Draws a part of the figure, in its units, as near as the room allows. */
void fascia_body_map_show_part (FasciaBodyMap *self,
                                double x,
                                double y,
                                double width,
                                double height);
/* Whether that was the last thing that drew it nearer or further. */
gboolean fascia_body_map_is_part_shown (FasciaBodyMap *self);

/* A click or tap, in coordinates of the widget: what is lifted where it was put down is "picked",
 * what has moved to another place or was cancelled in between is not. */
void fascia_body_map_press (FasciaBodyMap *self, double x, double y);
void fascia_body_map_release (FasciaBodyMap *self, double x, double y, gboolean is_mark);
void fascia_body_map_cancel_press (FasciaBodyMap *self);
/* Where the last "picked" was, in units of the figure. */
void fascia_body_map_get_picked_point (FasciaBodyMap *self, double *x, double *y);

/* A stroke, a spot or a rubbing, as the tool of the model says; in coordinates of the widget.
 * @pressure: 0 … 1, or below 0 for none. Begin is FALSE when the tool does not draw, end when nothing
 * came of it, cancel when nothing was under way. */
gboolean fascia_body_map_draw_begin (FasciaBodyMap *self, double x, double y, double pressure);
void fascia_body_map_draw_move (FasciaBodyMap *self, double x, double y, double pressure);
gboolean fascia_body_map_draw_end (FasciaBodyMap *self);
gboolean fascia_body_map_draw_cancel (FasciaBodyMap *self);

G_END_DECLS
