/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gone for good: one entry, or everything. */

#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-operation-private.h"
#include "fascia-backup-private.h"
#include "fascia-db-files.h"
#include "fascia-db-operations.h"
#include "fascia-db-swap.h"

/* ---- which files are ours ---- */

typedef enum
{
  FILE_FOREIGN,
  FILE_TEMPORARY, /* of a new journal, half or whole */
  FILE_COPY,      /* of the journal as it once was */
  FILE_SIDE,      /* what lies beside the journal while it is open */
  FILE_JOURNAL,
} FileKind;

static gboolean
is_side_suffix (const char *text)
{
  return g_str_equal (text, "-wal") || g_str_equal (text, "-shm") || g_str_equal (text, "-journal");
}

/* @base: the name of the journal. */
static FileKind
classify (const char *base, const char *name)
{
  gsize length = strlen (base);

  if (name[0] == '.' && strncmp (name + 1, base, length) == 0
      && (g_str_has_prefix (name + 1 + length, ".new-")
          || g_str_equal (name + 1 + length, FASCIA_SWAP_READY)
          || g_str_has_prefix (name + 1 + length, FASCIA_SWAP_READY ".")))
    return FILE_TEMPORARY;
  if (strncmp (name, base, length) != 0)
    return FILE_FOREIGN;
  name += length;
  if (*name == '\0')
    return FILE_JOURNAL;
  if (is_side_suffix (name))
    return FILE_SIDE;
  if (g_str_has_prefix (name, ".before-") && g_ascii_isdigit (name[strlen (".before-")]))
    return FILE_COPY;
  if ((g_str_has_prefix (name, FASCIA_KEPT_REPLACED)
       && g_ascii_isdigit (name[strlen (FASCIA_KEPT_REPLACED)]))
      || (g_str_has_prefix (name, FASCIA_KEPT_DAMAGED)
          && g_ascii_isdigit (name[strlen (FASCIA_KEPT_DAMAGED)])))
    return FILE_COPY;
  return FILE_FOREIGN;
}

/* A rolling backup, or what is left of one that was not finished. */
static gboolean
is_backup_name (const char *journal, const char *name)
{
  const char *end = g_strrstr (name, FASCIA_BACKUP_SUFFIX);
  g_autofree char *whole
      = end != NULL ? g_strndup (name, (gsize) (end - name) + strlen (FASCIA_BACKUP_SUFFIX)) : NULL;

  if (whole == NULL || !fascia_backup_is_rolling (journal, whole))
    return FALSE;
  end += strlen (FASCIA_BACKUP_SUFFIX);
  return *end == '\0' || *end == '.';
}

static gboolean
remove_file (const char *folder, const char *name, const char *journal, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat info;

  /* Nothing of ours is a folder. */
  if (lstat (path, &info) != 0 || S_ISDIR (info.st_mode))
    return TRUE;
  return unlink (path) == 0 || errno == ENOENT
         || fascia_store_error_set_errno (error, errno, journal);
}

/* The names in @folder, none when there is no such folder; what cannot be looked into is an error:
 * nobody knows what is left in it. (transfer full) */
static GPtrArray *
list_folder (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &cause);
  const char *name;

  if (dir == NULL && !g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_IO,
                   /* Translators: %s is a folder. */
                   _ ("The folder “%s” cannot be read, so what is in it is still there."), folder);
      return NULL;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  return g_steal_pointer (&names);
}

static gboolean
remove_kinds (const char *real, FileKind from, FileKind to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);
  g_autoptr (GPtrArray) names = list_folder (folder, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      FileKind kind = classify (base, name);

      if (kind >= from && kind <= to && !remove_file (folder, name, real, error))
        return FALSE;
    }
  return TRUE;
}

/* Which file a name is of; 0 when it is of none. */
static ino_t
get_inode (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat info;

  return lstat (path, &info) == 0 ? info.st_ino : 0;
}

/* @inodes: (nullable): for each of @names the file it was of; another one is left alone. */
static gboolean
remove_backups (const char *real, GPtrArray *names, GArray *inodes, GError **error)
{
  g_autofree char *folder = fascia_backup_dup_folder (real);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!is_backup_name (real, name)
          || (inodes != NULL && get_inode (folder, name) != g_array_index (inodes, ino_t, i)))
        continue;
      if (!remove_file (folder, name, real, error))
        return FALSE;
    }
  /* Others may have put something into it. */
  (void) rmdir (folder);
  return TRUE;
}

static gboolean
remove_all_backups (const char *real, GError **error)
{
  g_autofree char *folder = fascia_backup_dup_folder (real);
  g_autoptr (GPtrArray) names = list_folder (folder, error);

  return names != NULL && remove_backups (real, names, NULL, error);
}

/* First a new one, then the others go: nobody is left without. */
static gboolean
renew_backups (FasciaDb *db, GError **error)
{
  g_autofree char *real = fascia_db_swap_resolve (db->path);
  g_autofree char *folder = fascia_backup_dup_folder (real);
  g_autoptr (GPtrArray) names = list_folder (folder, error);
  g_autoptr (GArray) inodes = g_array_new (FALSE, FALSE, sizeof (ino_t));
  gboolean is_made;
  gint64 wait_ms;

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      ino_t inode = get_inode (folder, g_ptr_array_index (names, i));

      g_array_append_val (inodes, inode);
    }
  return fascia_db_backup_rolling_full (db, TRUE, &is_made, &wait_ms, error)
         && remove_kinds (real, FILE_COPY, FILE_COPY, error)
         && remove_backups (real, names, inodes, error);
}

/* One that leads to nothing would keep the next journal from being made. */
static gboolean
remove_link (const char *journal, GError **error)
{
  struct stat info;

  if (lstat (journal, &info) != 0 || !S_ISLNK (info.st_mode))
    return TRUE;
  return unlink (journal) == 0 || fascia_store_error_set_errno (error, errno, journal);
}

/* The journal comes last: as long as it is there, somebody sees that not all is gone. */
static gboolean
erase_all (const char *journal, const char *real, GError **error)
{
  return remove_kinds (real, FILE_TEMPORARY, FILE_COPY, error) && remove_all_backups (real, error)
         && remove_kinds (real, FILE_SIDE, FILE_SIDE, error)
         && remove_kinds (real, FILE_JOURNAL, FILE_JOURNAL, error) && remove_link (journal, error)
         && fascia_db_files_sync_folder (real, error);
}

gboolean
fascia_journal_files_erase (const char *journal, GError **error)
{
  g_return_val_if_fail (journal != NULL, FALSE);

  g_autofree char *real = fascia_db_swap_resolve (journal);
  g_autofree char *folder = g_path_get_dirname (real);
  int lock = -1;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  /* Held to the end: nobody writes into what is about to go. */
  if (!fascia_db_swap_hold (journal, &lock, error))
    return FALSE;
  gboolean is_gone = erase_all (journal, real, error);
  fascia_db_swap_release (&lock);
  return is_gone;
}

/* ---- one entry ---- */

static FasciaOperation *
delete_in_transaction (FasciaDb *db, const FasciaUid *uid, GError **error)
{
  g_autoptr (GPtrArray) before = fascia_db_load_rows (db, uid, error);
  g_autoptr (GPtrArray) after = fascia_rows_new ();

  if (before == NULL)
    return NULL;
  if (before->len == 0)
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path, NULL);
      return NULL;
    }
  return fascia_db_commit_rows (db, FASCIA_OPERATION_DELETE_ENTRY, uid, before, after, error);
}

static FasciaOperation *
without_undo (FasciaOperation *operation)
{
  return fascia_operation_new (
      fascia_operation_get_id (operation), fascia_operation_get_kind (operation),
      fascia_operation_get_changes (operation), fascia_operation_get_row_id (operation),
      fascia_operation_get_before (operation), NULL, FALSE);
}

/* What was being written over the entry, and never saved. */
static gboolean
forget_draft (FasciaDb *db, const FasciaUid *entry, GError **error)
{
  g_autofree char *name = fascia_uid_to_string (entry);
  g_autofree char *key = g_strconcat (FASCIA_SETTING_DRAFT_PREFIX "edit.", name, NULL);

  return fascia_db_set_setting (db, key, NULL, error);
}

FasciaOperation *
fascia_db_delete_for_good (FasciaDb *db,
                           const FasciaUid *entry,
                           gboolean backups_too,
                           GError **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (db != NULL && entry != NULL, NULL);

  if (db->on_going != NULL)
    db->on_going (db->going_data);
  /* What is deleted is overwritten, but rows that once moved to another page have left a copy where
   * they were: written afresh, the file has none. First, because it may fail for want of space. */
  if (!forget_draft (db, entry, error) || !fascia_db_exec (db, "VACUUM", error)
      || !fascia_db_begin (db, error))
    return NULL;
  g_autoptr (FasciaOperation) deleted = delete_in_transaction (db, entry, error);
  FasciaOperation *operation = NULL;
  if (deleted != NULL)
    {
      fascia_db_forget_entry (db, entry);
      operation = without_undo (deleted);
    }
  operation = fascia_db_finish_operation (db, operation);
  if (operation == NULL)
    return NULL;

  /* From here on it is deleted. What is left elsewhere must be told. */
  int code = sqlite3_wal_checkpoint_v2 (db->sql, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (code != SQLITE_OK)
    fascia_store_error_set_sqlite (&cause, db->sql, code, db->path);
  else if (backups_too)
    renew_backups (db, &cause);
  if (cause == NULL)
    return operation;
  fascia_operation_unref (operation);
  g_set_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_IO,
               /* Translators: %s is a whole sentence that says why. */
               _ ("The entry is deleted, but its words may still be in another file. %s"),
               cause->message);
  return NULL;
}
