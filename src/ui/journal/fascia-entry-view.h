/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the journal, to read and to act on, wherever it is shown.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"
#include "fascia-timeline-item.h"
#include "widgets/fascia-text.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_VIEW (fascia_entry_view_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEntryView, fascia_entry_view, FASCIA, ENTRY_VIEW, AdwBin)

/**
 * fascia_entry_view_new:
 * @journal: where the note is kept
 * @body: (nullable): for the figure and the names
 * @item: the entry; the view follows it
 * @from: the widget that offers the Undo of a changed note once the view is gone
 *
 * The note is a #FasciaNoteDraft: there is nothing to confirm and nothing to lose.
 *
 * Properties: "title" (read, notify): when it was.
 * Signals: "delete-requested"; "show-requested": on the Body page; "finished": something else is
 * about to be shown, or what was to be kept is kept.
 */
FasciaEntryView *fascia_entry_view_new (FasciaJournal *journal,
                                        const FasciaBody *body,
                                        FasciaTimelineItem *item,
                                        FasciaHours hours,
                                        GtkWidget *from);

/* (transfer none) */
FasciaTimelineItem *fascia_entry_view_get_item (FasciaEntryView *self);

/**
 * fascia_entry_view_keep_words:
 *
 * The entry was deleted elsewhere. Words in the note that the journal does not have stay where they
 * are, and can be kept with the entry.
 *
 * Returns: whether there are any; else the view has nothing more to show
 */
gboolean fascia_entry_view_keep_words (FasciaEntryView *self);
/* Whether there are such words, and they were not kept yet. */
gboolean fascia_entry_view_has_words_to_keep (FasciaEntryView *self);
/* "Keep It": writes the deleted entry as a new one, with the words in the note. */
void fascia_entry_view_keep (FasciaEntryView *self);

/* Another form of the same body. */
void fascia_entry_view_set_body (FasciaEntryView *self, FasciaBody *body);

/* The entry is going away: what is written in the note now is not to be kept. */
void fascia_entry_view_drop_note (FasciaEntryView *self);

G_END_DECLS
