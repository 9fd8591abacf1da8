/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The note of a check-in while it is being written: nothing typed is lost, whatever fails.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_NOTE_DRAFT (fascia_note_draft_get_type ())
G_DECLARE_FINAL_TYPE (FasciaNoteDraft, fascia_note_draft, FASCIA, NOTE_DRAFT, GObject)

/**
 * fascia_note_draft_get:
 * @journal: where the note is kept
 * @uid: (nullable): the check-in it belongs to, from now on and whatever is open later; NULL: it is
 *   not there yet, see fascia_note_draft_bind()
 * @from: a page that stays when the dialog goes: it offers Undo, and Try Again
 *
 * The draft of that check-in: the one that is being written or could not be saved yet, else a new
 * one. Words stay in it until the journal has them. It saves after a pause of one second in typing,
 * every two seconds while it goes on, when the text loses the focus and when its view goes away. It outlives the dialog that shows it while there is
 * something to save; when saving fails it keeps the words, says "has-failed", and the window offers
 * to try again. Only a window that closes ends that. Main thread.
 *
 * Properties (notify): "text" (string), "has-failed" (gboolean).
 *
 * Returns: (transfer full)
 */
FasciaNoteDraft *fascia_note_draft_get (FasciaJournal *journal,
                                        const FasciaUid *uid,
                                        GtkWidget *from);

/* The check-in is there now: what is written goes into it. Once; later calls change nothing. */
void fascia_note_draft_bind (FasciaNoteDraft *self, const FasciaUid *uid);

/* (transfer none) (nullable) */
const FasciaUid *fascia_note_draft_get_uid (FasciaNoteDraft *self);

/* What the journal has now. Shown unless somebody is writing something else. @note: (nullable). */
void fascia_note_draft_set_stored (FasciaNoteDraft *self, const char *note);

/* Writes and shows the text in @view, which must show nothing else. Once for each view. */
void fascia_note_draft_attach (FasciaNoteDraft *self, GtkTextView *view);

/* (transfer none) Never NULL; without blanks at its end. */
const char *fascia_note_draft_get_text (FasciaNoteDraft *self);
void fascia_note_draft_set_text (FasciaNoteDraft *self, const char *text);

/* Whether the text differs from what the journal has. */
gboolean fascia_note_draft_is_dirty (FasciaNoteDraft *self);

/* Whether the last try to save failed and nothing was saved since. */
gboolean fascia_note_draft_has_failed (FasciaNoteDraft *self);

/* Saves now what is not saved yet; also "Try Again". */
void fascia_note_draft_save (FasciaNoteDraft *self);

/* The check-in is going away: what is written is not to be kept. */
void fascia_note_draft_discard (FasciaNoteDraft *self);

G_END_DECLS
