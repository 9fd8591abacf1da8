/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of charts, the same for the window, pictures and print.
 */

#pragma once

#include "fascia-figure-palette.h"

G_BEGIN_DECLS

/* Tightness and pain are told apart by hue, by lightness, by line and by marker; neither is red or
 * green, as no chart passes a verdict. */
typedef struct
{
  FasciaColor surface;     /* what the chart stands on, for rims of markers */
  FasciaColor grid;        /* fine lines */
  FasciaColor axis;        /* the lines at level 0 and at the foot of the strip */
  FasciaColor label;       /* text */
  FasciaColor line[2];     /* tightness, pain */
  FasciaColor band[2];     /* has alpha */
  FasciaColor dot[2];      /* single days behind weeks; has alpha */
  FasciaColor bar;         /* number of places */
  FasciaColor cursor;      /* the chosen column; has alpha */
  FasciaColor cursor_edge; /* its middle line */
  double line_width;
  double grid_width;
  gboolean has_band_edges; /* bands are outlined, too */
} FasciaChartPalette;

/* A static palette; never NULL. */
const FasciaChartPalette *fascia_chart_palette_get (FasciaFigureLook look);

G_END_DECLS
