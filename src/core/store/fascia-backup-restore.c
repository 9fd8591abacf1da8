/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of a backup in the place of the one that is there. */

#include "config.h"

#include "fascia-backup-private.h"
#include "fascia-db-swap.h"

gboolean
fascia_backup_put (FasciaBackup *self,
                   const char *journal,
                   FasciaClock *clock,
                   char **kept,
                   GError **error)
{
  return fascia_db_swap (journal, self->journal, FASCIA_KEPT_REPLACED, clock, kept, error);
}

gboolean
fascia_backup_restore (const char *journal,
                       const char *path,
                       const char *passphrase,
                       FasciaClock *clock,
                       char **kept,
                       GError **error)
{
  g_return_val_if_fail (journal != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (clock != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  g_autoptr (FasciaBackup) backup = fascia_backup_load (path, passphrase, error);
  return backup != NULL && fascia_backup_verify (backup, path, error)
         && fascia_backup_put (backup, journal, clock, kept, error);
}
