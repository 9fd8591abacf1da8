/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: pages, switcher, menu, the one live toast, and what is shown instead of the pages when
 * the journal cannot be opened.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"
#include "core/routines/fascia-routine.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_WINDOW (fascia_window_get_type ())
G_DECLARE_FINAL_TYPE (FasciaWindow, fascia_window, FASCIA, WINDOW, AdwApplicationWindow)

/**
 * fascia_window_new:
 * @application: the application that will own the window
 * @journal: what the window shows; may still be opening, or have failed
 *
 * Returns: (transfer none): the window, not yet presented; GTK holds it until it is closed
 */
FasciaWindow *fascia_window_new (AdwApplication *application, FasciaJournal *journal);

/**
 * fascia_window_show_page:
 * @name: "body", "routines", "journal" or "progress"; another name changes nothing
 *
 * Shows a page, building it when it has not been shown before.
 */
void fascia_window_show_page (FasciaWindow *self, const char *name);

/* (transfer none) (nullable) The page of that name; NULL until it has been shown once. */
GtkWidget *fascia_window_get_page (FasciaWindow *self, const char *name);

FasciaJournal *fascia_window_get_journal (FasciaWindow *self);
/* (transfer none) (nullable) The body, canonical; NULL when the one in the program is broken. */
FasciaBody *fascia_window_get_body (FasciaWindow *self);

/**
 * fascia_window_offer_undo:
 * @from: any widget inside a #FasciaWindow; elsewhere nothing happens
 * @title: what the toast says, such as "3 places"
 * @operations: ids of the operations its button undoes, oldest first
 * @n_operations: how many, at least 1
 *
 * Shows the one live toast, or changes the one that is there, whose time begins again. Its button
 * undoes these operations and no others.
 *
 * Returns: whether a toast was there already: a screen reader reads a new one, but no new title
 */
gboolean fascia_window_offer_undo (GtkWidget *from,
                                   const char *title,
                                   const guint64 *operations,
                                   guint n_operations);

/**
 * fascia_window_show_error:
 * @from: any widget inside a #FasciaWindow; elsewhere nothing happens
 * @error: its message is a whole sentence; a cancelled call is passed over in silence
 *
 * There is one toast for errors, which says the newest of them.
 */
void fascia_window_show_error (GtkWidget *from, const GError *error);

/**
 * fascia_window_offer_retry:
 * @object: what @retry is called with, only while it lives; not held
 * @retry: void retry (GObject *object)
 *
 * As fascia_window_show_error(), with a button that tries again.
 */
void fascia_window_offer_retry (GtkWidget *from,
                                const GError *error,
                                GObject *object,
                                GCallback retry);

/* Something that went well and needs no Undo. @from: see fascia_window_show_error(). */
void fascia_window_show_toast (GtkWidget *from, const char *title);
/* Why nothing is undone now: for a page that has the key to itself. @from: likewise. */
void fascia_window_refuse_undo (GtkWidget *from, const char *title);

/* Shows an entry on the Body page, to look at. @from: see fascia_window_show_error(). */
void fascia_window_show_on_body (GtkWidget *from, FasciaEntry *entry);

/**
 * fascia_window_show_routine:
 * @from: see fascia_window_show_error()
 * @places: (nullable): what it is for, NULL-terminated
 *
 * Shows a routine on the Routines page, to read about it.
 */
void fascia_window_show_routine (GtkWidget *from,
                                 FasciaRoutine *routine,
                                 const FasciaRegion *const *places);

/* "Same as last time" on the Body page. @from: likewise. */
void fascia_window_same_as_last (GtkWidget *from);

G_END_DECLS
