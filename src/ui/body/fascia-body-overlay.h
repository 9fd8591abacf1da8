/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was drawn on a figure and where feelings go, ready to be painted and to be met.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

/* A drawing, or the one that is being made: its pieces, and each of them as GTK fills it. */
typedef struct
{
  FasciaUid uid;
  FasciaScale scale;
  GArray *pieces;   /* FasciaFigurePiece, in figure units as shown */
  GPtrArray *paths; /* GskPath, in units of the canvas */
} FasciaBodyDrawing;

typedef struct
{
  FasciaSpread spread;
  gboolean is_through; /* the body: dashed, with an open head */
  FasciaPath *line;    /* in figure units as shown */
  FasciaPath *head;
  GskPath *line_path;
  GskPath *head_path;
} FasciaBodyArrow;

/* Read only. */
typedef struct
{
  FasciaBody *body;
  FasciaEntry *entry;  /* NULL: nothing */
  GPtrArray *drawings; /* FasciaBodyDrawing */
  GPtrArray *arrows;   /* FasciaBodyArrow */
} FasciaBodyOverlay;

/* (transfer full) What the check-in that the model shows has on a view; the same object for all who
 * ask, as long as it is the same check-in. Empty for a period. */
FasciaBodyOverlay *fascia_body_overlay_get (FasciaBodyModel *model, FasciaView view);
void fascia_body_overlay_unref (FasciaBodyOverlay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyOverlay, fascia_body_overlay_unref)

/* The drawing nearest to a point of the figure, on top of others, not further away than @slop; and
 * the same for arrows. (transfer none) (nullable) */
const FasciaBodyDrawing *fascia_body_overlay_pick_drawing (const FasciaBodyOverlay *self,
                                                           double x,
                                                           double y,
                                                           double slop);
const FasciaBodyArrow *fascia_body_overlay_pick_arrow (const FasciaBodyOverlay *self,
                                                       double x,
                                                       double y,
                                                       double slop);

/**
 * fascia_body_overlay_find_at:
 * @view: the figure that @self is of
 *
 * Returns: (transfer full) (element-type FasciaUid): the drawings that count at the place, or whose
 *   line leads through it
 */
GArray *fascia_body_overlay_find_at (const FasciaBodyOverlay *self,
                                     FasciaView view,
                                     const FasciaRegion *region);

/* ---- one alone ---- */

/* (transfer full) @drawing is in canonical coordinates. */
FasciaBodyDrawing *fascia_body_drawing_new (const FasciaBody *body, const FasciaDrawing *drawing);
void fascia_body_drawing_unref (FasciaBodyDrawing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyDrawing, fascia_body_drawing_unref)

/* (transfer full) (nullable) NULL when there is none on that view. */
FasciaBodyArrow *fascia_body_arrow_new (const FasciaBody *body,
                                        FasciaView view,
                                        const FasciaRegion *from,
                                        const FasciaRegion *to);
void fascia_body_arrow_unref (FasciaBodyArrow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyArrow, fascia_body_arrow_unref)

G_END_DECLS
