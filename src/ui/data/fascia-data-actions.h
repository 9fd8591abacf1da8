/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person does with the journal as a whole: export, import, backups, erase.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

/* Installs "win.export", "win.import", "win.backups", "win.erase" on a widget class; the widget is a
 * FasciaWindow. Export and import are disabled while there is no journal. */
void fascia_data_actions_install (GtkWidgetClass *klass);
/* Which of them there is something to do for. */
void fascia_data_actions_update (GtkWidget *window, FasciaJournal *journal);

void fascia_export_dialog_present (GtkWidget *from, FasciaJournal *journal, FasciaBody *body);
void fascia_import_dialog_present (GtkWidget *from, FasciaJournal *journal, FasciaBody *body);
/* Back up now, restore with a preview, and the rolling backups; also from the page of a journal that
 * could not be opened. */
void fascia_backups_dialog_present (GtkWidget *from, FasciaJournal *journal);
void fascia_erase_dialog_present (GtkWidget *from, FasciaJournal *journal);
/* Asks, says that backups keep the text until they rotate and offers to remove them, deletes. */
void fascia_delete_for_good_present (GtkWidget *from, FasciaJournal *journal, FasciaEntry *entry);

G_END_DECLS
