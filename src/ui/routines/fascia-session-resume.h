/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that broke off, because the program ended in it: whether it goes on. */

#pragma once

#include <gtk/gtk.h>

#include "../../core/journal/fascia-journal.h"
#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SESSION_RESUME (fascia_session_resume_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSessionResume, fascia_session_resume, FASCIA, SESSION_RESUME, GObject)

/**
 * FasciaSessionResume:
 *
 * Knows the one session that may go on. What broke off too long ago, or before another one, it closes
 * without a question when it first looks. A session that runs in this program is not among them: see
 * fascia_session_resume_add_running().
 *
 * Property (notify): "entry" (#FasciaEntry, nullable).
 */
/* (transfer none) The one of the model, which lives as long as that does. */
FasciaSessionResume *fascia_session_resume_get (FasciaRoutinesModel *model);
/* Looks, the first time it is called; after the window is on the screen. */
void fascia_session_resume_load (FasciaSessionResume *self);
/* Looks again, as the next start does: for tests. */
void fascia_session_resume_look_again (FasciaSessionResume *self);
/* (nullable) */
FasciaEntry *fascia_session_resume_get_entry (FasciaSessionResume *self);
/* (transfer full) (nullable) "You were in Neck in the evening, step 2 of 4"; NULL without an entry, or
 * while the model is not ready. */
char *fascia_session_resume_dup_words (FasciaSessionResume *self);

/* Through the safety check to the player, or says why not. @parent: any widget in the window. */
void fascia_session_resume_go_on (FasciaSessionResume *self, GtkWidget *parent);
/* Closes it with what was done, and offers Undo. */
void fascia_session_resume_leave (FasciaSessionResume *self, GtkWidget *parent);

/* What runs in this program, or is about to: neither offered nor undone. */
void fascia_session_resume_add_running (FasciaJournal *journal, const FasciaUid *uid);
void fascia_session_resume_remove_running (FasciaJournal *journal, const FasciaUid *uid);

G_END_DECLS
