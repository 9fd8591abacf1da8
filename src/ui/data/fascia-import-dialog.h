/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file read into the journal, step by step.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_IMPORT_DIALOG (fascia_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaImportDialog, fascia_import_dialog, FASCIA, IMPORT_DIALOG, AdwDialog)

/* @from: what says, once the dialog is closed, what was imported. */
AdwDialog *fascia_import_dialog_new (FasciaJournal *journal, FasciaBody *body, GtkWidget *from);

G_END_DECLS
