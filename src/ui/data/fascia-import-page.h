/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What importing would do, before it does.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal-data.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_IMPORT_PAGE (fascia_import_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaImportPage, fascia_import_page, FASCIA, IMPORT_PAGE, AdwNavigationPage)

/* Signals: "imported" (FasciaOperation *operation (nullable)): done; NULL when nothing was new. */
/* @body: for the names of places. */
GtkWidget *fascia_import_page_new (FasciaJournal *journal, FasciaBody *body);

/* What was read: compares it with the journal and shows what would happen. */
void fascia_import_page_set_import (FasciaImportPage *self, FasciaImport *import);
/* Why it could not be read. */
void fascia_import_page_set_error (FasciaImportPage *self, const GError *error);

G_END_DECLS
