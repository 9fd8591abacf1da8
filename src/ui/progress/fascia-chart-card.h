/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card with the chart of tightness and pain, its legend, its read-out and its table.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "fascia-chart-data.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_CHART_CARD (fascia_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaChartCard, fascia_chart_card, FASCIA, CHART_CARD, AdwBin)

/**
 * FasciaChartCard:
 *
 * Shows the levels of a range as a picture or as a table, of all places or of one. The table holds
 * every day, the picture at most a hundred points that can be focused.
 *
 * Signals: "changed": other data are shown (range or place).
 */
GtkWidget *fascia_chart_card_new (void);

/* (nullable) Names of places; without it they are shown by their codes. Kept. */
void fascia_chart_card_set_body (FasciaChartCard *self, FasciaBody *body);

/* What to show. The chosen place stays chosen as long as it was ever marked. Emits "changed". */
void fascia_chart_card_set_series (FasciaChartCard *self,
                                   FasciaSeries *series,
                                   gint32 first_day,
                                   gint32 last_day);

/* (transfer none) (nullable) What is shown. */
FasciaChartData *fascia_chart_card_get_data (FasciaChartCard *self);

/* (transfer none) (nullable) Name of the one place that is shown; NULL for all places. */
const char *fascia_chart_card_get_place_name (FasciaChartCard *self);

/* Shows one place by its code, or all places (NULL); FALSE when it was never marked. */
gboolean fascia_chart_card_select_place (FasciaChartCard *self, const char *region);

G_END_DECLS
