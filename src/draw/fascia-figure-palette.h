/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours of the body figure, the same for the window, thumbnails, pictures and print.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The number of steps a level of 1 to 10 is shown in. */
#define FASCIA_FIGURE_STEPS 5

/* sRGB, 0 … 1. Same layout as GdkRGBA, so the window may cast. */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} FasciaColor;

typedef enum
{
  FASCIA_FIGURE_LIGHT = 1,
  FASCIA_FIGURE_DARK,
  FASCIA_FIGURE_HIGH_CONTRAST_LIGHT,
  FASCIA_FIGURE_HIGH_CONTRAST_DARK,
} FasciaFigureLook;

typedef struct
{
  FasciaColor surface;                   /* what the figure stands on: an opaque card */
  FasciaColor tile;                      /* an unmarked place */
  FasciaColor gutter;                    /* the lines between places */
  FasciaColor outline;                   /* round the whole body; alpha 0: none */
  FasciaColor ramp[FASCIA_FIGURE_STEPS]; /* levels 1-2, 3-4, 5-6, 7-8, 9-10 */
  FasciaColor ink[FASCIA_FIGURE_STEPS];  /* numerals on them */
  FasciaColor edge[FASCIA_FIGURE_STEPS]; /* inner edge of a marked place */
  FasciaColor tile_ink;                  /* numerals and dashes on an unmarked place */
  FasciaColor hover;                     /* laid over a place under the pointer; has alpha */
  FasciaColor selection;                 /* ring round the chosen place */
  FasciaColor label;                     /* "your left", "your right" */
  double gutter_width;                   /* figure units */
  double gutter_min_px;                  /* never thinner than this, in device-independent pixels */
  double edge_px;                        /* width of the inner edge */
  double outline_px;                     /* width of the outline */
  gboolean has_hatch;                    /* steps are told apart by hatching, too */
} FasciaFigurePalette;

/* A static palette; never NULL. */
const FasciaFigurePalette *fascia_figure_palette_get (FasciaFigureLook look);

/* The look for a style: both answers of AdwStyleManager. */
FasciaFigureLook fascia_figure_look_for (gboolean is_dark, gboolean is_high_contrast);

/* The step, 0 … 4, a level of 1 … 10 is shown in; -1 for level 0 and for no level (below 0). */
int fascia_figure_step_for_level (int level);

G_END_DECLS
