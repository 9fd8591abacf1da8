/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample of a line or bar beside its name in a legend.
 */

#pragma once

#include <adwaita.h>

#include "fascia-chart-render.h"

G_BEGIN_DECLS

/* Decoration: the name beside it says what it is. Property "key" (int, #FasciaChartKey). */
#define FASCIA_TYPE_LEGEND_KEY (fascia_legend_key_get_type ())
G_DECLARE_FINAL_TYPE (FasciaLegendKey, fascia_legend_key, FASCIA, LEGEND_KEY, GtkWidget)

G_END_DECLS
