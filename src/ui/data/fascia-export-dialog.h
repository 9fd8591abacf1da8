/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal written out: the form, the place, how it went.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_EXPORT_DIALOG (fascia_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaExportDialog, fascia_export_dialog, FASCIA, EXPORT_DIALOG, AdwDialog)

AdwDialog *fascia_export_dialog_new (FasciaJournal *journal, FasciaBody *body);

G_END_DECLS
