/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A label of an axis: a child of the chart that may be given its text while the chart is laid out.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-chart-layout.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_CHART_LABEL (fascia_chart_label_get_type ())
G_DECLARE_FINAL_TYPE (FasciaChartLabel, fascia_chart_label, FASCIA, CHART_LABEL, GtkWidget)

/* The size of @text in this label's font, in pixels; @height may be NULL. */
double fascia_chart_label_measure (FasciaChartLabel *self, const char *text, double *height);

/* (transfer full) (element-type FasciaChartLabel) As many children of @chart as it ever needs. The
 * array does not own them: @chart unparents its children. */
GPtrArray *fascia_chart_labels_new (GtkWidget *chart);

/* A FasciaChartMeasureFunc for any of them. */
double fascia_chart_labels_measure (const char *text, gpointer label);

/* Gives the labels the texts and places of the ticks of @layout; those left over are hidden. */
void fascia_chart_labels_place (GPtrArray *labels, const FasciaChartLayout *layout);

G_END_DECLS
