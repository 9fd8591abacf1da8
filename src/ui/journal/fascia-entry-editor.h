/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing an entry of any kind, new or there already, in a dialog.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/**
 * fascia_entry_editor_present_new:
 * @from: a widget inside the window
 * @kind: what is to be written; not a check-in: that is made on the Body page
 * @template: (nullable): an entry to begin from ("Do last again"): its content, at the present time
 *
 * What is typed survives a sudden end: the draft is offered when the same kind is begun again, and on
 * the journal page.
 */
void fascia_entry_editor_present_new (GtkWidget *from,
                                      FasciaJournal *journal,
                                      const FasciaBody *body,
                                      FasciaEntryKind kind,
                                      FasciaEntry *template);

/* Edits @entry, whatever its kind: time, end, tags, what the kind says, note. */
void fascia_entry_editor_present (GtkWidget *from,
                                  FasciaJournal *journal,
                                  const FasciaBody *body,
                                  FasciaEntry *entry);

/**
 * fascia_entry_editor_continue:
 * @kind: what was begun anew
 * @entry: (nullable): what was being changed, instead
 *
 * Opens what was being written when the program ended, without asking whether it is wanted.
 */
void fascia_entry_editor_continue (GtkWidget *from,
                                   FasciaJournal *journal,
                                   const FasciaBody *body,
                                   FasciaEntryKind kind,
                                   FasciaEntry *entry);

/* The quick day: the questions switched on, each one click, saved at once. */
void fascia_quick_day_present (GtkWidget *from, FasciaJournal *journal);

/* (transfer full) (nullable) What an entry says besides its note and marks, in one line for rows:
 * "60 min · Anna · neck, lower back", "slept 6 of 10 · stiff 30 min". Pure. */
char *fascia_entry_text_summary (const FasciaEntry *entry, const FasciaNames *names);
/* The kind in the current language: "Therapist visit". */
const char *fascia_entry_text_kind (FasciaEntryKind kind);
/* Name of the symbolic icon of the kind; shipped with the program or by GTK. */
const char *fascia_entry_text_icon (FasciaEntryKind kind);

G_END_DECLS
