/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog behind fascia_entry_editor_present(): one shell for all kinds.
 */

#pragma once

#include "fascia-entry-editor.h"
#include "fascia-entry-fields.h"
#include "fascia-time-row.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_EDITOR (fascia_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEntryEditor, fascia_entry_editor, FASCIA, ENTRY_EDITOR, AdwDialog)

/**
 * fascia_entry_editor_new:
 * @entry: what to begin with
 * @is_new: it is not in the journal yet: what is typed is kept as a draft
 * @from: a widget that stays when the dialog goes: it offers Undo; not held
 */
FasciaEntryEditor *fascia_entry_editor_new (FasciaJournal *journal,
                                            const FasciaBody *body,
                                            FasciaEntry *entry,
                                            gboolean is_new,
                                            GtkWidget *from);

/* (transfer none) What is written now. */
FasciaEntry *fascia_entry_editor_get_entry (FasciaEntryEditor *self);

/* ---- for tests: as the buttons do ---- */

void fascia_entry_editor_save (FasciaEntryEditor *self);
FasciaTimeRow *fascia_entry_editor_get_time_row (FasciaEntryEditor *self, FasciaTimeRowKind kind);
GtkTextView *fascia_entry_editor_get_note_view (FasciaEntryEditor *self);
AdwNavigationView *fascia_entry_editor_get_view (FasciaEntryEditor *self);
/* (nullable) The sentence that says why it was not saved. */
const char *fascia_entry_editor_get_problem (FasciaEntryEditor *self);

G_END_DECLS
