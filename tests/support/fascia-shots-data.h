/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the dialogs about the journal as a whole. */

#pragma once

#include "fascia-shots-pages.h"

G_BEGIN_DECLS

/* A journal of a few entries, and its backups of the last days and weeks. */
void fascia_shots_make_backups (const char *path, FasciaClock *clock);

void fascia_shots_show_export (FasciaWindow *window);
void fascia_shots_show_exported (FasciaWindow *window);
void fascia_shots_show_export_failed (FasciaWindow *window);
void fascia_shots_show_import (FasciaWindow *window);
void fascia_shots_show_import_columns (FasciaWindow *window);
void fascia_shots_show_import_preview (FasciaWindow *window);
void fascia_shots_show_import_rows (FasciaWindow *window);
void fascia_shots_show_import_failed (FasciaWindow *window);
void fascia_shots_show_backups (FasciaWindow *window);
void fascia_shots_show_backup_new (FasciaWindow *window);
void fascia_shots_show_backup_typed (FasciaWindow *window);
void fascia_shots_show_backup_done (FasciaWindow *window);
void fascia_shots_show_restore (FasciaWindow *window);
void fascia_shots_show_restore_locked (FasciaWindow *window);
void fascia_shots_show_restore_failed (FasciaWindow *window);
void fascia_shots_show_restored (FasciaWindow *window);
void fascia_shots_show_erase (FasciaWindow *window);
void fascia_shots_show_delete (FasciaWindow *window);
void fascia_shots_show_repair (FasciaWindow *window);

G_END_DECLS
