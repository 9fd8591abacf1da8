/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a person chooses what the journal shows: kinds, place, tag, period.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-journal-filter.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_FILTER_POPOVER (fascia_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFilterPopover,
                      fascia_filter_popover,
                      FASCIA,
                      FILTER_POPOVER,
                      GtkPopover)

/**
 * fascia_filter_popover_new:
 * @names: what is on offer; places of a body, tags; copied as far as needed
 * @today: the local day of now, where choosing days begins
 *
 * Each choice counts at once. Make it when it is opened: it knows the names of then.
 *
 * Signal: "filter-changed": see fascia_filter_popover_get_filter().
 */
GtkWidget *fascia_filter_popover_new (const FasciaNames *names,
                                      const FasciaJournalFilter *filter,
                                      gint32 today);

const FasciaJournalFilter *fascia_filter_popover_get_filter (FasciaFilterPopover *self);

G_END_DECLS
