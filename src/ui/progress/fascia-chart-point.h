/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One point of a chart as the keyboard and a screen reader meet it.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_CHART_POINT (fascia_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (FasciaChartPoint, fascia_chart_point, FASCIA, CHART_POINT, GtkWidget)

/* Draws nothing: the chart draws all of its points at once. A list item that can be focused. */
GtkWidget *fascia_chart_point_new (guint index);

guint fascia_chart_point_get_index (FasciaChartPoint *self);

/* What it says: "Tuesday 3 March 2026: tightness 6, pain 4, 3 places". */
void fascia_chart_point_set_text (FasciaChartPoint *self, const char *text);
const char *fascia_chart_point_get_text (FasciaChartPoint *self);

G_END_DECLS
