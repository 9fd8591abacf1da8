/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arcs: the lines of the drawing, each stored once and used by the places on both of its sides.
 */

#pragma once

#include "fascia-path.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_FIGURE_ARC_OUT,  /* body or inset outline */
  FASCIA_FIGURE_ARC_CUT,  /* between two places of one half */
  FASCIA_FIGURE_ARC_MID,  /* on the midline, between a place and its mirror */
  FASCIA_FIGURE_ARC_SOFT, /* the same, to be drawn as a detail */
  FASCIA_FIGURE_ARC_BARE, /* the same, not to be drawn at all: the middle of the face */
} FasciaFigureArcKind;

typedef struct
{
  FasciaFigureArcKind kind;
  GArray *points; /* FasciaPoint: start, then three for each curve */
  double length;
  int users[2]; /* shape lines that use it, -1 none */
} FasciaFigureArc;

typedef struct
{
  guint arc; /* of the same view */
  int sign;  /* 1 or -1, the direction along it */
} FasciaFigureArcUse;

/* One arc of a closed line. */
typedef struct
{
  guint arc;
  int sign;          /* 1 or -1, the direction along it */
  int flip;          /* 1 for the drawn half, -1 for its mirror image */
  gboolean is_round; /* the corner at its end is rounded */
} FasciaFigureStep;

/* Numbers in the C locale, all finite; FALSE when one is not. */
gboolean fascia_figure_parse_doubles (char **words, guint n, double *values);

/* Reads "X Y c … l …" into a zeroed arc, which is to be cleared whatever comes back. On FALSE
 * @wrong is the word that makes no sense. */
gboolean fascia_figure_arc_parse (FasciaFigureArc *arc,
                                  char **words,
                                  guint n_words,
                                  const char **wrong);
void fascia_figure_arc_clear (gpointer arc);

FasciaPoint fascia_figure_arc_get_end (const FasciaFigureArc *arc, gboolean is_first);

/* Adds the arc as a line of its own. @flip: 1 for the drawn half, -1 for its mirror image. */
void fascia_figure_arc_append_open (FasciaPath *path, const FasciaFigureArc *arc, int flip);

/* Adds the curves of an arc, without a MOVE. @sign: 1 or -1, the direction along it. */
void fascia_figure_arc_append (FasciaPath *path, const FasciaFigureArc *arc, int sign, int flip);

/* A closed path along a chain of FasciaFigureArcUse into @arcs; @is_mid: back along its mirror
 * image. */
FasciaPath *fascia_figure_arcs_to_path (const GArray *arcs,
                                        const GArray *chain,
                                        gboolean is_mid,
                                        int flip);

/* A closed path along FasciaFigureStep into @arcs. The rounding depends on the two arcs of a corner
 * alone: whoever else walks along them, whichever way, gets the same line. */
FasciaPath *fascia_figure_steps_to_path (const GArray *arcs, const GArray *steps);

G_END_DECLS
