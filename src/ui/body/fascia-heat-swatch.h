/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small square in the colour of one step of the figure, hatched where the figure is.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_HEAT_SWATCH (fascia_heat_swatch_get_type ())
G_DECLARE_FINAL_TYPE (FasciaHeatSwatch, fascia_heat_swatch, FASCIA, HEAT_SWATCH, GtkWidget)

/* @step: 0 … 4. A picture only: what it means must be said in words beside it. */
GtkWidget *fascia_heat_swatch_new (int step);

G_END_DECLS
