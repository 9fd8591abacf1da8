/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: what they say of themselves. */

#include "config.h"

#include "fascia-backup.h"

G_DEFINE_QUARK (fascia_backup_error, fascia_backup_error)
G_DEFINE_BOXED_TYPE (FasciaBackupInfo,
                     fascia_backup_info,
                     fascia_backup_info_copy,
                     fascia_backup_info_free)
G_DEFINE_BOXED_TYPE (FasciaBackupPreview,
                     fascia_backup_preview,
                     fascia_backup_preview_copy,
                     fascia_backup_preview_free)

FasciaBackupInfo *
fascia_backup_info_copy (const FasciaBackupInfo *self)
{
  FasciaBackupInfo *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  return copy;
}

void
fascia_backup_info_free (FasciaBackupInfo *self)
{
  g_free (self->path);
  g_free (self);
}

FasciaBackupPreview *
fascia_backup_preview_copy (const FasciaBackupPreview *self)
{
  FasciaBackupPreview *copy = g_memdup2 (self, sizeof *self);

  copy->info = fascia_backup_info_copy (self->info);
  return copy;
}

void
fascia_backup_preview_free (FasciaBackupPreview *self)
{
  fascia_backup_info_free (self->info);
  g_free (self);
}

/* ---- not there yet ---- */

static gpointer
refuse (GError **error)
{
  g_set_error_literal (error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_READ, "Not there yet.");
  return NULL;
}

FasciaBackupInfo *
fascia_backup_inspect (const char *path, const char *passphrase, gboolean verify, GError **error)
{
  return refuse (error);
}

gboolean
fascia_db_backup (FasciaDb *db,
                  const char *path,
                  const char *passphrase,
                  FasciaBackupInfo **info,
                  GError **error)
{
  return refuse (error) != NULL;
}

FasciaBackupPreview *
fascia_backup_preview (FasciaDb *db, const char *path, const char *passphrase, GError **error)
{
  return refuse (error);
}

gboolean
fascia_backup_restore (const char *journal,
                       const char *path,
                       const char *passphrase,
                       FasciaClock *clock,
                       char **kept,
                       GError **error)
{
  return refuse (error) != NULL;
}

char *
fascia_backup_dup_folder (const char *journal)
{
  g_autofree char *folder = g_path_get_dirname (journal);

  return g_build_filename (folder, "backups", NULL);
}

GPtrArray *
fascia_backup_list (const char *journal, GError **error)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_backup_info_free);
}

gboolean
fascia_db_backup_rolling (FasciaDb *db, gboolean *is_made, GError **error)
{
  *is_made = FALSE;
  return TRUE;
}

FasciaOperation *
fascia_db_delete_for_good (FasciaDb *db,
                           const FasciaUid *entry,
                           gboolean backups_too,
                           GError **error)
{
  return refuse (error);
}

gboolean
fascia_journal_files_erase (const char *journal, GError **error)
{
  return refuse (error) != NULL;
}

gboolean
fascia_journal_files_repair (const char *journal, FasciaClock *clock, char **report, GError **error)
{
  return refuse (error) != NULL;
}
