/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written on a figure: the levels, "your left" and "your right".
 */

#pragma once

#include <gtk/gtk.h>

#include "draw/fascia-figure-palette.h"
#include "fascia-body-model.h"

G_BEGIN_DECLS

/**
 * FasciaBodyWords:
 * @widget: whose font is used, and in whose frame all stays
 * @scale: device-independent pixels for one figure unit
 * @origin_x: where the middle of the figure lies in the widget
 * @origin_y: where its crown lies
 * @is_near: a part of it fills the frame
 */
typedef struct
{
  GtkWidget *widget;
  FasciaBodyModel *model;
  FasciaView view;
  const FasciaFigurePalette *palette;
  double scale;
  double origin_x;
  double origin_y;
  gboolean is_near;
} FasciaBodyWords;

/* (transfer full) (nullable) All levels, in pixels about the origin; to be kept until the state, the
 * scale, the palette or the font is another one. */
GskRenderNode *fascia_body_words_create_levels (const FasciaBodyWords *self);

/* The level of the chosen place where the place is too small for it. */
void fascia_body_words_paint_bubble (const FasciaBodyWords *self, GtkSnapshot *snapshot);

/* "your left" and "your right", beside the head. */
void fascia_body_words_paint_sides (const FasciaBodyWords *self, GtkSnapshot *snapshot);

G_END_DECLS
