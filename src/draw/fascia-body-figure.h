/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the body figure with what is marked and drawn on it to any Cairo target: thumbnails,
 * pictures, print.
 */

#pragma once

#include <cairo.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-entry.h"
#include "fascia-figure-palette.h"

G_BEGIN_DECLS

/* Marked, but the level was not given. */
#define FASCIA_FIGURE_LEVEL_NONE (-1)

typedef struct
{
  const FasciaRegion *region;
  int level;       /* 0 … 10, or FASCIA_FIGURE_LEVEL_NONE */
  gboolean is_old; /* marked on an earlier day: a dashed outline and a small number, no fill */
} FasciaFigureMark;

/* A place of a heat map. */
typedef struct
{
  const FasciaRegion *region;
  int step; /* of the ramp, 0 … 4; below 0 nothing is painted */
} FasciaFigureHeat;

/* An arrow; one that cannot be seen on the view at hand is left out. */
typedef struct
{
  const FasciaRegion *from;
  const FasciaRegion *to;
} FasciaFigureSpread;

/**
 * FasciaFigureMarks: everything that lies on the figure
 * @marks: places of a check-in
 * @drawings: spots and strokes; those of the other view, or of another scale than @scale, are left
 *   out
 * @scale: which drawings are shown; 0: all of them
 * @spreads: arrows; none on a thumbnail
 * @heat: places of a heat map, instead of @marks
 *
 * Places that are not on the figure (a hidden limb) are left out.
 */
typedef struct
{
  const FasciaFigureMark *marks;
  guint n_marks;
  const FasciaDrawing *drawings;
  guint n_drawings;
  FasciaScale scale;
  const FasciaFigureSpread *spreads;
  guint n_spreads;
  const FasciaFigureHeat *heat;
  guint n_heat;
} FasciaFigureMarks;

/* All optional: a zeroed structure draws the plain figure. */
typedef struct
{
  const char *left_label;        /* "your left", shown on that side of the picture; NULL: none */
  const char *right_label;       /* "your right" */
  gboolean has_numerals;         /* write the level on marked places that are big enough */
  gboolean is_thumbnail;         /* no gutters, marks only; chosen by itself below 120 px height */
  const FasciaRegion *selection; /* ring round this place, or NULL */
  const char *font_family;       /* for labels and numerals; NULL: "sans" */
  double font_scale;             /* text size factor; 0 means 1 */
} FasciaFigureOptions;

/* Appends a path to the current path of @cr. */
void fascia_path_to_cairo (const FasciaPath *path, cairo_t *cr);

/* Fits one view into the rectangle, centred, keeping its shape, and draws it. Does not paint the
 * surface behind it. @marks and @options may be NULL. Any thread. */
void fascia_body_figure_render (cairo_t *cr,
                                const FasciaBody *body,
                                FasciaView view,
                                double x,
                                double y,
                                double width,
                                double height,
                                const FasciaFigureMarks *marks,
                                const FasciaFigurePalette *palette,
                                const FasciaFigureOptions *options);

/**
 * fascia_body_figure_render_inset:
 * @inset: a part of @body
 *
 * Fits the frame of @inset into the rectangle, centred, keeping its shape, as a card with round
 * corners, and draws what lies in it. Side labels of @options are left out. Any thread.
 */
void fascia_body_figure_render_inset (cairo_t *cr,
                                      const FasciaBody *body,
                                      const FasciaInset *inset,
                                      double x,
                                      double y,
                                      double width,
                                      double height,
                                      const FasciaFigureMarks *marks,
                                      const FasciaFigurePalette *palette,
                                      const FasciaFigureOptions *options);

/* Where fascia_body_figure_render() puts figure units: screen = origin + scale * unit. */
void fascia_body_figure_fit (double x,
                             double y,
                             double width,
                             double height,
                             double *scale,
                             double *origin_x,
                             double *origin_y);

G_END_DECLS
