/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new backup: with a passphrase or without.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BACK_UP_PAGE (fascia_back_up_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBackUpPage,
                      fascia_back_up_page,
                      FASCIA,
                      BACK_UP_PAGE,
                      AdwNavigationPage)

/* For a navigation view, onto which it pushes how it went. */
GtkWidget *fascia_back_up_page_new (FasciaJournal *journal);

G_END_DECLS
