/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Say to my therapist": notes that wait for the next visit, and are ticked off there.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/* Writes a note with its tag. @body: (nullable). */
void fascia_therapist_note_present (GtkWidget *from,
                                    FasciaJournal *journal,
                                    const FasciaBody *body);

#define FASCIA_TYPE_THERAPIST_NOTES (fascia_therapist_notes_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTherapistNotes,
                      fascia_therapist_notes,
                      FASCIA,
                      THERAPIST_NOTES,
                      AdwPreferencesGroup)

/**
 * fascia_therapist_notes_new:
 *
 * Those that wait, oldest first, each to tick off; invisible without any. What is ticked is written at
 * once, and stays in the list while it is shown.
 */
GtkWidget *fascia_therapist_notes_new (void);
/* Reads what waits; the same journal a second time changes nothing. */
void fascia_therapist_notes_set_journal (FasciaTherapistNotes *self, FasciaJournal *journal);

/* For tests: how many there are, and one of them. */
guint fascia_therapist_notes_get_n (FasciaTherapistNotes *self);
GtkCheckButton *fascia_therapist_notes_get_check (FasciaTherapistNotes *self, guint index);

G_END_DECLS
