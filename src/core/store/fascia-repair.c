/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be saved of a damaged journal. */

#include "config.h"

#include "fascia-backup.h"

gboolean
fascia_journal_files_repair (const char *journal, FasciaClock *clock, char **report, GError **error)
{
  g_set_error_literal (error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_READ, "Not there yet.");
  return FALSE;
}
