/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The toasts of a window: one that offers Undo, one that says what went wrong.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TOASTS (fascia_toasts_get_type ())
G_DECLARE_FINAL_TYPE (FasciaToasts, fascia_toasts, FASCIA, TOASTS, GObject)

/* @overlay: where they are shown; not held. */
FasciaToasts *fascia_toasts_new (AdwToastOverlay *overlay, FasciaJournal *journal);

/* @bin: its child is an overlay of toasts, which make it no larger than what lies under them. */
void fascia_toasts_lay_out (AdwBin *bin);

/* Lays toasts of its own over @page, which itself lies over those of the window when it is shown. Before
 * it is pushed. */
void fascia_toasts_cover (AdwNavigationPage *page, FasciaJournal *journal);
/* (nullable) */
FasciaToasts *fascia_toasts_get_of_page (AdwNavigationPage *page);

/* Whether @page keeps back what may be undone, and offers it when it has gone: @title is not held. */
typedef gboolean (*FasciaKeepUndoFunc) (AdwNavigationPage *page,
                                        const char *title,
                                        guint64 operation);

/* For a page on which a touch by accident may do no harm, and nothing may lie over its buttons. */
void fascia_toasts_set_keeper (AdwNavigationPage *page, FasciaKeepUndoFunc func);
/* FALSE where nothing is kept back. */
gboolean fascia_toasts_keep_undo (AdwNavigationPage *page, const char *title, guint64 operation);

/* See fascia_window_offer_undo(). */
gboolean fascia_toasts_offer_undo (FasciaToasts *self,
                                   const char *title,
                                   const guint64 *operations,
                                   guint n_operations);

/* Something that went well and needs no Undo. */
void fascia_toasts_show (FasciaToasts *self, const char *title);

/* Undoes the newest change, all of it if the live toast stands for it, and says what it was. What
 * `fascia log` wrote meanwhile is no step of the window: it stays, and what was done here before it
 * is undone. What a command changed, deleted or imported is one. */
void fascia_toasts_undo (FasciaToasts *self);
/* Says why nothing is undone now, in the place of what was undone. */
void fascia_toasts_refuse_undo (FasciaToasts *self, const char *title);

/**
 * fascia_toasts_show_error:
 * @error: (nullable): nothing happens without one, nor when it says "cancelled"
 * @object: (nullable): what @retry is called with; not held
 * @retry: (nullable): void retry (GObject *object)
 *
 * There is one toast for all errors: it says the newest, and its button, when there is something to
 * try again, tries again all of it.
 */
void fascia_toasts_show_error (FasciaToasts *self,
                               const GError *error,
                               GObject *object,
                               GCallback retry);

G_END_DECLS
