/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chosen point of a chart: how it is drawn, and where the keys take it.
 */

#pragma once

#include <adwaita.h>

#include "fascia-chart-layout.h"
#include "fascia-chart-palette.h"

G_BEGIN_DECLS

/* Where a key that leads out of the chart sideways leads to. */
#define FASCIA_CHART_CURSOR_OUTSIDE (-1)

/* A key press as the arguments of a shortcut say it. */
typedef struct
{
  GtkMovementStep step;
  int count;
} FasciaChartMove;

/**
 * fascia_chart_cursor_move:
 * @from: index of the point the cursor is on
 * @n_points: how many there are, at least 1
 * @unit: how long a point is
 * @move: the key
 * @is_rtl: time runs to the left
 *
 * Left and Right go to the neighbour as it is drawn, Home and End to the first and the newest point,
 * Page Up and Page Down about a week of days, a month of weeks, a year of months. Pure.
 *
 * Returns: the new point; %FASCIA_CHART_CURSOR_OUTSIDE when there is no neighbour on that side
 */
int fascia_chart_cursor_move (int from,
                              int n_points,
                              FasciaBucketUnit unit,
                              FasciaChartMove move,
                              gboolean is_rtl);

/* Binds the keys to @callback with arguments for fascia_chart_cursor_read_move(). */
void fascia_chart_cursor_bind_keys (GtkWidgetClass *widget_class, GtkShortcutFunc callback);
FasciaChartMove fascia_chart_cursor_read_move (GVariant *arguments);

/**
 * fascia_chart_cursor_snapshot:
 * @slot: the chosen one; outside the layout nothing is drawn
 * @ring: (nullable): the colour of the ring of focus; NULL: it has no visible focus
 *
 * Drawn below the chart.
 */
void fascia_chart_cursor_snapshot (GtkSnapshot *snapshot,
                                   const FasciaChartLayout *layout,
                                   const FasciaChartPalette *palette,
                                   int slot,
                                   const GdkRGBA *ring);

G_END_DECLS
