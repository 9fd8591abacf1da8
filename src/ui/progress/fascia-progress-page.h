/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Progress: the answer in a sentence, then the chart it comes from.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/insights/fascia-bucket.h"
#include "core/journal/fascia-journal.h"
#include "fascia-chart-card.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PROGRESS_PAGE (fascia_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaProgressPage, fascia_progress_page, FASCIA, PROGRESS_PAGE, AdwBin)

/**
 * fascia_progress_page_new:
 * @journal: what is charted; may still be opening, or have failed
 * @body: the names of the places
 *
 * Reads nothing before it is shown, and nothing while it is hidden. The suggested action of the
 * empty page is the window's "win.show-page".
 *
 * Properties: "days" (int, notified): the length of the range, 0: all; for a setting to be bound to.
 */
FasciaProgressPage *fascia_progress_page_new (FasciaJournal *journal, FasciaBody *body);

/* The last 30 days at first. */
void fascia_progress_page_set_range (FasciaProgressPage *self, FasciaRange range);
FasciaRange fascia_progress_page_get_range (FasciaProgressPage *self);

/* Charts one place by its code, or all places (NULL); FALSE when it was never marked. */
gboolean fascia_progress_page_select_place (FasciaProgressPage *self, const char *region);

/* (transfer none) The card with the chart. */
FasciaChartCard *fascia_progress_page_get_card (FasciaProgressPage *self);

G_END_DECLS
