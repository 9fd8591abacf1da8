/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal in the window: loading, empty, the timeline, or what went wrong.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"
#include "fascia-journal-filter.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_JOURNAL_PAGE (fascia_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaJournalPage, fascia_journal_page, FASCIA, JOURNAL_PAGE, AdwBin)

/**
 * fascia_journal_page_new:
 * @journal: what is shown; may still be opening, or have failed
 * @body: (nullable): names and figure; NULL: the page loads it when it is first shown
 *
 * The timeline: every entry, newest first, in sections by day. Reads nothing before it is shown, and
 * nothing while it is hidden.
 *
 * What was being written when the program ended is told in a line at the top, as long as it waits.
 *
 * A year calendar stands beside it from 1000 px on, and slides over it below that.
 *
 * Keys: arrows walk, Enter opens, Delete deletes, Menu or Shift+F10 opens the menu of a row, Ctrl+F
 * or a letter searches. Actions: "journal.open", "journal.edit", "journal.do-again",
 * "journal.show-on-body", "journal.delete", "journal.delete-for-good" (the row whose menu is open),
 * "journal.delete-focused", "journal.popup", "journal.search", "journal.clear",
 * "journal.show-calendar", "journal.add" (the code of a kind, or "quick-day") and "journal.again".
 * Inside a #FasciaWindow, Undo is offered with fascia_window_offer_undo().
 */
FasciaJournalPage *fascia_journal_page_new (FasciaJournal *journal, const FasciaBody *body);

/* Opens the dialog of an entry that is in the list; FALSE when it is not. */
gboolean fascia_journal_page_open_entry (FasciaJournalPage *self, const FasciaUid *uid);

/* Shows what the filter asks for, and what the words in the search bar do. */
void fascia_journal_page_set_filter (FasciaJournalPage *self, const FasciaJournalFilter *filter);
const FasciaJournalFilter *fascia_journal_page_get_filter (FasciaJournalPage *self);

/* Goes to the entries of a local day, or the nearest before it, reading as far as needed. */
void fascia_journal_page_show_day (FasciaJournalPage *self, gint32 day);

G_END_DECLS
