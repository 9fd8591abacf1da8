/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days of a chart as a list, the newest first: the table beside the picture.
 */

#pragma once

#include <gio/gio.h>

#include "fascia-chart-data.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_DAY_ITEM (fascia_day_item_get_type ())
G_DECLARE_FINAL_TYPE (FasciaDayItem, fascia_day_item, FASCIA, DAY_ITEM, GObject)

gint32 fascia_day_item_get_day (FasciaDayItem *self);
/* (nullable) The day on a scale; NULL without an entry. Belongs to the item. */
const FasciaDay *fascia_day_item_get_scale (FasciaDayItem *self, FasciaScale scale);

#define FASCIA_TYPE_DAY_MODEL (fascia_day_model_get_type ())
G_DECLARE_FINAL_TYPE (FasciaDayModel, fascia_day_model, FASCIA, DAY_MODEL, GObject)

/* A GListModel of #FasciaDayItem: every day of the range, those without an entry too. Items are made
 * when they are asked for. */
FasciaDayModel *fascia_day_model_new (void);

/* @data: (nullable) */
void fascia_day_model_set_data (FasciaDayModel *self, FasciaChartData *data);

G_END_DECLS
