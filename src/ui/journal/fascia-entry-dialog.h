/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the journal: the figure, every place, the note to write in, and Delete.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"
#include "fascia-timeline-item.h"
#include "widgets/fascia-text.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_DIALOG (fascia_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEntryDialog, fascia_entry_dialog, FASCIA, ENTRY_DIALOG, AdwDialog)

/**
 * fascia_entry_dialog_new:
 * @journal: where the note is kept
 * @body: (nullable): for the figure and the names
 * @item: the entry; the dialog follows it
 * @from: the widget that offers the Undo of a changed note once the dialog is gone
 *
 * The note is a #FasciaNoteDraft: there is nothing to confirm and nothing to lose.
 *
 * Signals: "delete-requested"; "show-requested": on the Body page.
 */
FasciaEntryDialog *fascia_entry_dialog_new (FasciaJournal *journal,
                                            const FasciaBody *body,
                                            FasciaTimelineItem *item,
                                            FasciaHours hours,
                                            GtkWidget *from);

/* (transfer none) */
FasciaTimelineItem *fascia_entry_dialog_get_item (FasciaEntryDialog *self);

/**
 * fascia_entry_dialog_keep_words:
 *
 * The entry was deleted elsewhere. Words in the note that the journal does not have stay where they
 * are, and can be kept with the entry.
 *
 * Returns: whether there are any; else the dialog has nothing more to show
 */
gboolean fascia_entry_dialog_keep_words (FasciaEntryDialog *self);
/* "Keep It": writes the deleted entry as a new one, with the words in the note. */
void fascia_entry_dialog_keep (FasciaEntryDialog *self);

/* Another form of the same body. */
void fascia_entry_dialog_set_body (FasciaEntryDialog *self, FasciaBody *body);

/* The entry is going away: what is written in the note now is not to be kept. */
void fascia_entry_dialog_drop_note (FasciaEntryDialog *self);

G_END_DECLS
