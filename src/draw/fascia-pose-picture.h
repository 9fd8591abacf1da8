/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of a pose, at any size: for the window, thumbnails and print.
 */

#pragma once

#include <cairo.h>

#include "core/routines/fascia-pose.h"
#include "fascia-figure-palette.h"

G_BEGIN_DECLS

typedef struct
{
  FasciaColor body;  /* skin */
  FasciaColor far;   /* skin of the limbs behind */
  FasciaColor cloth; /* top and leggings */
  FasciaColor hair;
  FasciaColor far_cloth; /* of the limb behind */
  FasciaColor line;      /* fingers, face; round everything when it has an outline */
  FasciaColor furniture;
  FasciaColor soft;    /* sheets, mats */
  FasciaColor cushion; /* pillows, towels */
  FasciaColor tool;
  FasciaColor floor;
  FasciaColor accent; /* the place worked on, and pressure */
  FasciaColor arrow;  /* movement */
  double outline;     /* units of the canvas; 0: parts are told apart by gaps */
} FasciaPosePalette;

/* A static palette; never NULL. FASCIA_FIGURE_LIGHT is that for print. */
const FasciaPosePalette *fascia_pose_palette_get (FasciaFigureLook look);

/* Draws a square of @size at the origin; what lies below shows through. Any thread. */
void fascia_pose_picture_draw (cairo_t *cr,
                               const FasciaPoseFrame *frame,
                               const FasciaPosePalette *palette,
                               double size,
                               gboolean is_mirrored);

G_END_DECLS
