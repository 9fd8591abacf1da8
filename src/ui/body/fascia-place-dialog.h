/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More about a place: both quantities, how it feels, the note of the check-in.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLACE_DIALOG (fascia_place_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlaceDialog, fascia_place_dialog, FASCIA, PLACE_DIALOG, AdwDialog)

/**
 * fascia_place_dialog_new:
 * @from: a page that stays when the dialog goes: it offers Undo
 *
 * Everything is written as it is given; closing asks nothing.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *fascia_place_dialog_new (FasciaBodyModel *model,
                                    const FasciaRegion *region,
                                    GtkWidget *from);

G_END_DECLS
