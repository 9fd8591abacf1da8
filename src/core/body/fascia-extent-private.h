/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grid that drawings are measured on, and the places before and after a change.
 */

#pragma once

#include "fascia-extent.h"
#include "fascia-figure.h"

G_BEGIN_DECLS

/* In the grid of levels: nothing is drawn here. Above it: no level given, below 0. */
#define FASCIA_EXTENT_NOT_DRAWN (-2.0f)
#define FASCIA_EXTENT_NO_LEVEL (-1.0f)

/* What is drawn of one scale on one view: the level of each square, the higher one where drawings
 * overlap. */
typedef struct
{
  float *levels;   /* row by row */
  int first, last; /* rows with something on them; none: the first one is behind the last one */
} FasciaExtentLayer;

/* What one drawing lies on. */
typedef struct
{
  guint covered[FASCIA_FIGURE_NOWHERE + 1]; /* squares of each shape, and beside the body */
  guint8 spot;                              /* the shape that a spot's middle counts for */
} FasciaExtentCover;

void fascia_extent_layer_init (FasciaExtentLayer *self);
void fascia_extent_layer_copy (FasciaExtentLayer *self, const FasciaExtentLayer *from);
void fascia_extent_layer_clear (FasciaExtentLayer *self);

/* @cells: of the view, from the raster of the figure. The work grows with the points of the drawing
 * times its height, and with the area it covers; never with their product. */
void fascia_extent_layer_paint (FasciaExtentLayer *self,
                                const guint8 *cells,
                                const FasciaDrawing *drawing,
                                FasciaExtentCover *cover);

/* What is there before a change and after it, each drawing painted once: @kept is there both times,
 * @gone before, @added afterwards. (out) (element-type FasciaExtent); @before may be NULL. */
void fascia_extent_measure_change (const FasciaBody *body,
                                   const GArray *kept,
                                   const GArray *gone,
                                   const GArray *added,
                                   GArray **before,
                                   GArray **after);

G_END_DECLS
