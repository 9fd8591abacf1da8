/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One backup: its passphrase when it is locked, what is in it, what restoring would change.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_RESTORE_PAGE (fascia_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRestorePage,
                      fascia_restore_page,
                      FASCIA,
                      RESTORE_PAGE,
                      AdwNavigationPage)

/* For a navigation view, onto which it pushes how it went. @path: (nullable): none when there is but
 * an error to show. */
GtkWidget *fascia_restore_page_new (FasciaJournal *journal, const char *path);

void fascia_restore_page_set_error (FasciaRestorePage *self, const GError *error);

G_END_DECLS
