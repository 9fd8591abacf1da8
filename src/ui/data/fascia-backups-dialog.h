/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: a new one, those that are kept, and the end of everything.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BACKUPS_DIALOG (fascia_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBackupsDialog, fascia_backups_dialog, FASCIA, BACKUPS_DIALOG, AdwDialog)

/* @journal: may have FAILED: then there is nothing to back up, but much to restore. */
AdwDialog *fascia_backups_dialog_new (FasciaJournal *journal);

G_END_DECLS
