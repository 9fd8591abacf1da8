/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something under way, and then how it ended.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_OUTCOME_PAGE (fascia_outcome_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaOutcomePage,
                      fascia_outcome_page,
                      FASCIA,
                      OUTCOME_PAGE,
                      AdwNavigationPage)

/**
 * FasciaOutcomePage:
 *
 * The last page of a dialog, pushed when something begins that takes its time. While it is under way
 * nobody leaves it but by Cancel, where that is possible; then it says how it ended. "Done" closes
 * the dialog.
 */

/* @title: what is done, for the header and the ear. @cancellable: (nullable): what Cancel cancels;
 * without one it cannot be stopped, and the dialog cannot be closed. */
GtkWidget *fascia_outcome_page_new (const char *title,
                                    const char *under_way,
                                    GCancellable *cancellable);

/* @path: (nullable): a file to show. */
void fascia_outcome_page_set_done (FasciaOutcomePage *self,
                                   const char *title,
                                   const char *description,
                                   const char *path);
/* The way back is open again. */
void fascia_outcome_page_set_failed (FasciaOutcomePage *self,
                                     const char *title,
                                     const char *description);

G_END_DECLS
