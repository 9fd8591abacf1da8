/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where one gentle hold may be: the places marked lately, and any other.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_HOLD_PAGE (fascia_hold_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaHoldPage, fascia_hold_page, FASCIA, HOLD_PAGE, AdwNavigationPage)

/* Each place says what would be done there, or why nothing is and where to work instead. A row starts
 * the session; the player comes on the same navigation view. */
GtkWidget *fascia_hold_page_new (FasciaJournal *journal, FasciaBody *body);
/* (nullable) The row of a place; for tests. */
GtkWidget *fascia_hold_page_get_row (FasciaHoldPage *self, const FasciaRegion *region);

G_END_DECLS
