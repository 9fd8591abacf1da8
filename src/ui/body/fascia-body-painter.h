/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The passes in which a figure is painted, in its own units.
 */

#pragma once

#include "draw/fascia-figure-palette.h"
#include "fascia-body-overlay.h"
#include "fascia-body-paths.h"

G_BEGIN_DECLS

/**
 * FasciaBodyPainter:
 * @palette: colours, and widths in pixels
 * @scale: device-independent pixels for one figure unit, so that lines keep their width
 * @frame: (nullable): the only part that is needed, in units of the canvas
 */
typedef struct
{
  FasciaBodyModel *model;
  const FasciaBodyPaths *paths;
  const FasciaFigurePalette *palette;
  double scale;
  const graphene_rect_t *frame;
} FasciaBodyPainter;

/* How a place looks now, in whatever is shown: the check-in, an earlier one, a period.
 * @level: (out) (optional): the number written on it, or %FASCIA_LEVEL_NOT_GIVEN
 * @step: (out) (optional): of the ramp, 0 … 4, or -1 */
FasciaBodyLook fascia_body_painter_get_look (FasciaBodyModel *model,
                                             const FasciaRegion *region,
                                             int *level,
                                             int *step);

/* The plain body, without lines. */
void fascia_body_painter_paint_tile (const FasciaBodyPainter *self, GtkSnapshot *snapshot);
/* The marks: fills, hatching, inner edges. */
void fascia_body_painter_paint_marks (const FasciaBodyPainter *self, GtkSnapshot *snapshot);
/* Gutters, outline, the dashes of phantom limbs. */
void fascia_body_painter_paint_lines (const FasciaBodyPainter *self, GtkSnapshot *snapshot);
/* Drawings and arrows, those of @gone_drawings (FasciaUid) and @gone_spreads (FasciaSpread) left
 * out. */
void fascia_body_painter_paint_overlay (const FasciaBodyPainter *self,
                                        const FasciaBodyOverlay *overlay,
                                        const GArray *gone_drawings,
                                        const GArray *gone_spreads,
                                        GtkSnapshot *snapshot);
void fascia_body_painter_paint_drawing (const FasciaBodyPainter *self,
                                        const FasciaBodyDrawing *drawing,
                                        GtkSnapshot *snapshot);
void fascia_body_painter_paint_arrow (const FasciaBodyPainter *self,
                                      const FasciaBodyArrow *arrow,
                                      GtkSnapshot *snapshot);
/* A quiet line inside a place that something is to be taken care of. */
void fascia_body_painter_paint_care (const FasciaBodyPainter *self,
                                     const FasciaRegion *region,
                                     GtkSnapshot *snapshot);
/* What lies over a place for the moment. */
void fascia_body_painter_paint_hover (const FasciaBodyPainter *self,
                                      const FasciaRegion *region,
                                      GtkSnapshot *snapshot);
void fascia_body_painter_paint_ring (const FasciaBodyPainter *self,
                                     const FasciaRegion *region,
                                     gboolean is_focused,
                                     GtkSnapshot *snapshot);

G_END_DECLS
