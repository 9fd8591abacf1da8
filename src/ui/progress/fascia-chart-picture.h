/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawn chart as a texture, kept until something that it shows has changed.
 */

#pragma once

#include <adwaita.h>

#include "fascia-chart-render.h"

G_BEGIN_DECLS

/* Zeroed at first. */
typedef struct
{
  GdkTexture *texture;
  double scale;
  guint n_drawn; /* how often it was drawn anew */
} FasciaChartPicture;

/* Data, theme or layout changed: draw anew next time. */
void fascia_chart_picture_clear (FasciaChartPicture *self);

/* Appends the picture of @layout in @widget's size, scale and looks, drawing it when needed. */
void fascia_chart_picture_snapshot (FasciaChartPicture *self,
                                    const FasciaChartLayout *layout,
                                    GtkWidget *widget,
                                    GtkSnapshot *snapshot);

G_END_DECLS
