/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was drawn, rolled up to the places it covers; and the marks that follow from it.
 */

#pragma once

#include "../journal/fascia-entry.h"
#include "../journal/fascia-operation.h"
#include "fascia-body.h"

G_BEGIN_DECLS

/**
 * FasciaExtent:
 * @share: how much of the shape that is drawn on is covered, 0 … 1; overlaps count once. Where a
 *   place has several shapes, of the one that is covered most
 * @mean: mean level over the covered area, the higher one where drawings overlap; below 0 when no
 *   level was given anywhere in it
 * @sum: level times covered square units, added up over all its shapes; 0 without levels
 */
typedef struct
{
  const FasciaRegion *region;
  FasciaScale scale;
  double share;
  double mean;
  double sum;
} FasciaExtent;

/* A place counts as drawn on from this share on. Whatever the share, a stroke counts in the place it
 * covers most of, if it touches the body at all; and a spot in the place its middle lies in, or, just
 * beside the body, in the nearest one within its radius. */
#define FASCIA_EXTENT_MIN_SHARE 0.05

/* All places that count as drawn on, by region index, then scale: array of FasciaExtent. Sampled on
 * a grid of one unit. What lies beside the body counts nowhere, nor does what was drawn on another
 * version of the figure; points that are no numbers are left out, and no stroke counts as wider than
 * 200 units. The longest and widest stroke that can be kept takes some 50 milliseconds, one drawn by
 * hand takes a few. Any form of @body gives the same answer: it is computed on the canonical figure.
 */
GArray *fascia_extent_measure (const FasciaBody *body,
                               const FasciaDrawing *drawings,
                               guint n_drawings);

/**
 * fascia_extent_plan:
 * @entry: (nullable): the check-in before the change
 * @added: drawings to be added, @n_added of them
 * @gone: (nullable): names of drawings to be erased, @n_gone of them
 * @marks: (out) (element-type FasciaMark): marks to write with them
 * @gone_marks: (out) (element-type FasciaMarkKey): marks to take out with them
 *
 * Where there is no mark, one comes with the drawing: the rounded mean, or no level, and is_drawn. It
 * changes and goes with the drawings. A mark without is_drawn was given by the person and stays as it
 * is, whatever it says; so does one with feelings. @added is measured as it will be kept: rounded.
 */
void fascia_extent_plan (const FasciaBody *body,
                         const FasciaEntry *entry,
                         const FasciaDrawing *added,
                         guint n_added,
                         const FasciaUid *gone,
                         guint n_gone,
                         GArray **marks,
                         GArray **gone_marks);

/* A stroke as few of its points that keep it within @tolerance units and its levels within 0.25
 * (Ramer, Douglas, Peucker; iterative), without those that are no numbers: array of
 * FasciaDrawingPoint. */
GArray *fascia_stroke_simplify (const FasciaDrawingPoint *points, guint n_points, double tolerance);

G_END_DECLS
