/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal is filtered by: a row of chips, each of which takes its part away.
 */

#pragma once

#include <adwaita.h>

#include "fascia-journal-filter.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_FILTER_CHIPS (fascia_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFilterChips, fascia_filter_chips, FASCIA, FILTER_CHIPS, AdwBin)

/**
 * FasciaFilterChips:
 *
 * Not visible while nothing is filtered.
 *
 * Signal: "filter-changed": a chip was pressed; what is left is fascia_filter_chips_get_filter().
 */
GtkWidget *fascia_filter_chips_new (void);

void fascia_filter_chips_set_filter (FasciaFilterChips *self,
                                     const FasciaJournalFilter *filter,
                                     const FasciaNames *names);
const FasciaJournalFilter *fascia_filter_chips_get_filter (FasciaFilterChips *self);

G_END_DECLS
