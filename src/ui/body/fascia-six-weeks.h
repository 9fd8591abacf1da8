/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet row, shown once, when a place has been marked for six weeks without getting better.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-series.h"
#include "fascia-body-model.h"

G_BEGIN_DECLS

/**
 * fascia_six_weeks_is_due: pure
 * @today: the last of the six weeks
 *
 * Marked in the first and in the last of six weeks, and in at least four of them; not eased in the
 * last; and the mean of its levels in the last two weeks less than one below that of the first two.
 */
gboolean fascia_six_weeks_is_due (const FasciaSeries *series, const char *region, gint32 today);

#define FASCIA_TYPE_SIX_WEEKS_ROW (fascia_six_weeks_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSixWeeksRow, fascia_six_weeks_row, FASCIA, SIX_WEEKS_ROW, AdwActionRow)

/* Invisible until the journal has said that it is due. Leads to its signs, inside a navigation view. */
GtkWidget *fascia_six_weeks_row_new (FasciaBodyModel *model, const FasciaRegion *region);

G_END_DECLS
