/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the journal in a dialog.
 */

#pragma once

#include "fascia-entry-view.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_DIALOG (fascia_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEntryDialog, fascia_entry_dialog, FASCIA, ENTRY_DIALOG, AdwDialog)

/* A dialog with @view (transfer floating) in it, that goes when the view has finished. */
FasciaEntryDialog *fascia_entry_dialog_new (FasciaEntryView *view);

/* (transfer none) */
FasciaEntryView *fascia_entry_dialog_get_view (FasciaEntryDialog *self);

/* As fascia_entry_view_keep_words(): then the dialog asks before it goes. */
gboolean fascia_entry_dialog_keep_words (FasciaEntryDialog *self);

G_END_DECLS
