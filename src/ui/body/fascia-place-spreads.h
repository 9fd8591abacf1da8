/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a place spreads to and what is drawn in it: rows to look at, to add to, to take out.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLACE_SPREADS (fascia_place_spreads_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlaceSpreads,
                      fascia_place_spreads,
                      FASCIA,
                      PLACE_SPREADS,
                      AdwPreferencesGroup)

/* Signals: "spread": the person wants to show on the figure where it spreads to. */
GtkWidget *fascia_place_spreads_new (FasciaBodyModel *model, const FasciaRegion *region);

/* The rows of arrows and of drawings there are now; for tests. */
guint fascia_place_spreads_get_n_arrows (FasciaPlaceSpreads *self);
guint fascia_place_spreads_get_n_drawings (FasciaPlaceSpreads *self);

G_END_DECLS
