/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar column of the journal: a year, what it is coloured by, and what the colours mean.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"
#include "fascia-year-days.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_YEAR_PANEL (fascia_year_panel_get_type ())
G_DECLARE_FINAL_TYPE (FasciaYearPanel, fascia_year_panel, FASCIA, YEAR_PANEL, AdwBin)

/**
 * fascia_year_panel_new:
 *
 * Reads the year it shows when it is mapped, and again after changes.
 *
 * Signal: "day-opened" (int day).
 */
GtkWidget *fascia_year_panel_new (FasciaJournal *journal);

int fascia_year_panel_get_year (FasciaYearPanel *self);
/* Whether the year that is shown has been read: for tests. */
gboolean fascia_year_panel_has_loaded (FasciaYearPanel *self);

G_END_DECLS
