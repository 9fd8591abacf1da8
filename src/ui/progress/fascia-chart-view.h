/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart of tightness and pain as a widget.
 */

#pragma once

#include <adwaita.h>

#include "fascia-chart-layout.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_CHART_VIEW (fascia_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (FasciaChartView, fascia_chart_view, FASCIA, CHART_VIEW, GtkWidget)

/**
 * FasciaChartView:
 *
 * Draws a #FasciaChartData; without one it is blank. One point may be chosen: the one under the
 * pointer, or the focused one. Its words are for whoever shows them (notify::selected).
 *
 * # Keys
 *
 * One stop of the Tab key, at the chosen or else the newest point. Left and Right go to the
 * neighbour as it is drawn, Home and End to the first and the newest point, Page Up and Page Down
 * farther back and forward in time.
 *
 * # CSS nodes
 *
 * |[<!-- language="plain" -->
 * chart
 * ├── label.caption
 * ╰── chart-point
 * ]|
 *
 * # Accessibility
 *
 * A list (%GTK_ACCESSIBLE_ROLE_LIST) of at most %FASCIA_BUCKET_MAX items, each labelled with what
 * was entered then. The description says which days it spans and what a point is.
 *
 * # Text direction
 *
 * Right to left, time runs to the left and the axis of levels stands on the left.
 *
 * Properties: "selected" (int, -1: none), index into the focus points of the data.
 */
GtkWidget *fascia_chart_view_new (void);

/* @data: (nullable). The choice is dropped. */
void fascia_chart_view_set_data (FasciaChartView *self, FasciaChartData *data);

int fascia_chart_view_get_selected (FasciaChartView *self);
void fascia_chart_view_set_selected (FasciaChartView *self, int selected);

/* (nullable) The words of a point. */
const char *fascia_chart_view_get_point_text (FasciaChartView *self, guint index);

/* How often the picture was drawn anew: for tests. */
guint fascia_chart_view_get_n_drawn (FasciaChartView *self);

G_END_DECLS
