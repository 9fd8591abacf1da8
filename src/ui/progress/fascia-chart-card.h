/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card with the chart of tightness and pain, its legend, its read-out and its table.
 */

#pragma once

#include <adwaita.h>

#include "fascia-chart-data.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_CHART_CARD (fascia_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaChartCard, fascia_chart_card, FASCIA, CHART_CARD, AdwBin)

/* Shows the levels of a range as a picture or as a table, of all places or of one. The table holds
 * every day, the picture at most a hundred points that can be focused. */
GtkWidget *fascia_chart_card_new (void);

/**
 * fascia_chart_card_show:
 * @data: what to show; kept
 * @place_name: (nullable): the name of the one place it is about, side first
 */
void fascia_chart_card_show (FasciaChartCard *self, FasciaChartData *data, const char *place_name);

/* (transfer none) (nullable) What is shown. */
FasciaChartData *fascia_chart_card_get_data (FasciaChartCard *self);

G_END_DECLS
