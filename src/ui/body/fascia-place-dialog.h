/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More about a place: both quantities, how it feels, where it goes, the note of the check-in.
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
 * # Keys
 * Ctrl+M copies what is marked to the other side; Ctrl+L closes the dialog, and the next place
 * pressed on the figure is where this one spreads to.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *fascia_place_dialog_new (FasciaBodyModel *model,
                                    const FasciaRegion *region,
                                    GtkWidget *from);

/* Shows all words for how it feels and goes there. */
void fascia_place_dialog_show_words (FasciaPlaceDialog *self);

/* Goes on to the page "When to get help". */
void fascia_place_dialog_show_help (FasciaPlaceDialog *self);

/* Opens the facts about linked places. */
void fascia_place_dialog_show_links (FasciaPlaceDialog *self);

G_END_DECLS
