/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawing as it was drawn: what every form of the figure is made from.
 */

#pragma once

#include "fascia-figure-arc.h"
#include "fascia-region.h"

G_BEGIN_DECLS

#define FASCIA_BODY_N_VIEWS 2
#define FASCIA_BODY_N_DIRECTIONS 4

typedef struct _FasciaBodyTable FasciaBodyTable;

/* A shape on the drawn half, and its mirror image unless it is on the midline. */
typedef struct
{
  const FasciaRegion *regions[2]; /* on the drawn half and on the other; the same on the midline */
  gboolean is_mid;
  gboolean is_home;
  gboolean is_inset;
  double cx, cy, r;
  GArray *chain; /* FasciaFigureArcUse */
} FasciaFigurePiece;

typedef struct
{
  gboolean is_mid;
  GArray *chain; /* FasciaFigureArcUse */
} FasciaFigureLoop;

typedef struct
{
  FasciaFigureArc arc;
  gboolean is_pair;
} FasciaFigureDetail;

typedef struct
{
  GArray *arcs;    /* FasciaFigureArc */
  GArray *pieces;  /* FasciaFigurePiece */
  GArray *loops;   /* FasciaFigureLoop: outlines of the whole figure */
  GArray *details; /* FasciaFigureDetail */
  gint16 *steps;   /* n_regions × directions: the index of a region, or -1 */
} FasciaFigureView;

/* Two regions that share a line, and how long that line is over all views. */
typedef struct
{
  guint16 a, b;
  double length;
} FasciaFigureTouch;

/* What lies at each square unit of the canvas: twice the index of a piece, plus one on the half
 * that is not drawn (the midline counts as drawn). */
#define FASCIA_FIGURE_NOWHERE 0xff
#define FASCIA_FIGURE_MAX_PIECES 127
typedef struct
{
  guint8 *cells[FASCIA_BODY_N_VIEWS];                        /* row by row */
  guint n_cells[FASCIA_BODY_N_VIEWS][FASCIA_FIGURE_NOWHERE]; /* how many each has */
} FasciaFigureRaster;

#define FASCIA_FIGURE_RASTER_WIDTH ((int) FASCIA_FIGURE_WIDTH)
#define FASCIA_FIGURE_RASTER_HEIGHT ((int) FASCIA_FIGURE_HEIGHT)

typedef struct
{
  gatomicrefcount ref_count;
  FasciaFigureView views[FASCIA_BODY_N_VIEWS];
  GArray *touches;            /* FasciaFigureTouch, longest first */
  FasciaFigureRaster *raster; /* (atomic) NULL until first asked for */
} FasciaFigure;

/* NULL and @error when the text does not make sense. */
FasciaFigure *fascia_figure_read (const FasciaBodyTable *table, const char *text, GError **error);
FasciaFigure *fascia_figure_ref (FasciaFigure *self);
void fascia_figure_unref (FasciaFigure *self);

/* Belongs to @self; from any thread. */
const FasciaFigureRaster *fascia_figure_get_raster (FasciaFigure *self);
void fascia_figure_raster_free (FasciaFigureRaster *raster);

/* Empty, with room for the steps of @n_regions; for the reader. */
FasciaFigure *fascia_figure_alloc (guint n_regions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaFigure, fascia_figure_unref)

static inline FasciaFigureView *
fascia_figure_peek_view (const FasciaFigure *self, FasciaView view)
{
  return (FasciaFigureView *) &self->views[view == FASCIA_VIEW_BACK ? 1 : 0];
}

G_END_DECLS
