/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may choose: the figure, the keys, the report.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-setup.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PREFERENCES_DIALOG (fascia_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPreferencesDialog,
                      fascia_preferences_dialog,
                      FASCIA,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

/**
 * fascia_preferences_dialog_new:
 *
 * Everything is written as it is chosen, and shown at once wherever it matters. What could not be
 * written is said in the dialog.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *fascia_preferences_dialog_new (FasciaBodySetup *setup);

G_END_DECLS
