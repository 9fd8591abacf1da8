/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving what can be saved of a damaged journal.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_REPAIR_DIALOG (fascia_repair_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRepairDialog, fascia_repair_dialog, FASCIA, REPAIR_DIALOG, AdwDialog)

AdwDialog *fascia_repair_dialog_new (FasciaJournal *journal);

G_END_DECLS
