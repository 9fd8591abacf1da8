/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folder, permissions and side files of the journal.
 *
 * The journal itself is never opened here: closing a descriptor of a file drops the locks that
 * this process holds on it. */

#include "config.h"

#include "fascia-db-files.h"
#include "fascia-db-swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define TEMPORARY_INFIX ".new-"

static const char *const side_suffixes[] = { "-wal", "-shm", "-journal" };

/* -1 when there is none. */
static gint64
get_size (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  struct stat info;

  return stat (name, &info) == 0 ? (gint64) info.st_size : -1;
}

static int
read_pragma (sqlite3 *sql, const char *text)
{
  sqlite3_stmt *statement = NULL;
  int value = 0;

  if (sqlite3_prepare_v2 (sql, text, -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

/* A rollback journal left by a crash is played back at the first read. That is right for a journal
 * of ours and a change of anybody else's file, so look at the bare file first. FALSE: not ours. */
static gboolean
look_at_hot_file (const char *path, int *version)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *immutable = g_strconcat (uri != NULL ? uri : "", "?immutable=1", NULL);
  sqlite3 *sql = NULL;
  gboolean is_ours = FALSE;

  *version = 0;
  if (get_size (path, "-journal") <= 0)
    return TRUE;
  if (sqlite3_open_v2 (immutable, &sql,
                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL)
      == SQLITE_OK)
    {
      is_ours = read_pragma (sql, "PRAGMA application_id") == FASCIA_DB_APPLICATION_ID;
      *version = read_pragma (sql, "PRAGMA user_version");
    }
  sqlite3_close (sql);
  return is_ours;
}

/* Without the file it leads to. */
static gboolean
is_dangling_link (const char *path)
{
  struct stat info;

  return lstat (path, &info) == 0 && S_ISLNK (info.st_mode);
}

gboolean
fascia_db_files_inspect (const char *path, FasciaDbFileState *state, GError **error)
{
  struct stat info;

  *state = (FasciaDbFileState) { 0 };
  state->was_clean = get_size (path, "-wal") < 0;
  if (stat (path, &info) != 0)
    {
      if (errno != ENOENT)
        return fascia_store_error_set_errno (error, errno, path);
      if (is_dangling_link (path))
        {
          g_autofree char *name = g_filename_display_name (path);
          /* Translators: %s is the path of a file. */
          g_autofree char *text
              = g_strdup_printf (_ ("“%s” is a link to a file that is not there."), name);

          return fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, path, text);
        }
      /* SQLite would play a log without its journal into a new one. */
      if (get_size (path, "-wal") > 0)
        return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, path,
                                       _ ("the file is gone, and only its “-wal” is left"));
      return TRUE;
    }
  state->exists = TRUE;
  if (!S_ISREG (info.st_mode))
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_JOURNAL, path, NULL);
  /* A journal appears whole, so one without a byte has lost them all. SQLite would take it for a
   * new database and delete the log beside it. */
  if (info.st_size == 0)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, path,
                                   _ ("the file is empty"));
  if (!look_at_hot_file (path, &state->hot_version))
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_JOURNAL, path, NULL);
  return TRUE;
}

gboolean
fascia_db_files_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (folder);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (parent, 0700) != 0)
    return fascia_store_error_set_errno (error, errno, path);
  if (mkdir (folder, 0700) != 0)
    {
      if (errno == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR))
        return TRUE;
      return fascia_store_error_set_errno (error, errno, path);
    }
  /* An odd umask may have taken our own rights away. */
  if (chmod (folder, 0700) != 0)
    return fascia_store_error_set_errno (error, errno, path);
  return TRUE;
}

char *
fascia_db_files_make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strconcat (".", base, TEMPORARY_INFIX "XXXXXX", NULL);
  char *temporary = g_build_filename (folder, name, NULL);

  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0 || fchmod (fd, 0600) != 0)
    {
      int error_number = errno;

      if (fd >= 0)
        {
          close (fd);
          unlink (temporary);
        }
      g_free (temporary);
      fascia_store_error_set_errno (error, error_number, path);
      return NULL;
    }
  close (fd);
  return temporary;
}

gboolean
fascia_db_files_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return fascia_store_error_set_errno (error, errno, path);
  /* Some file systems have nothing to sync for a folder and say EINVAL. */
  if (fsync (fd) != 0 && errno != EINVAL)
    {
      int error_number = errno;

      close (fd);
      return fascia_store_error_set_errno (error, error_number, path);
    }
  close (fd);
  return TRUE;
}

gboolean
fascia_db_files_publish (const char *temporary, const char *path, gboolean *won, GError **error)
{
  *won = FALSE;
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    *won = TRUE;
  else if (errno != EEXIST && link (temporary, path) == 0)
    *won = TRUE;
  else if (errno != EEXIST)
    {
      int error_number = errno;

      fascia_db_files_remove (temporary);
      return fascia_store_error_set_errno (error, error_number, path);
    }
  fascia_db_files_remove (temporary);
  return fascia_db_files_sync_folder (path, error);
}

void
fascia_db_files_make_private (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own_folder = g_build_filename (g_get_user_data_dir (), DATA_FOLDER, NULL);
  struct stat info;

  /* A folder that the person chose may hold other things, for others. */
  if (g_str_equal (folder, own_folder) && stat (folder, &info) == 0 && (info.st_mode & 0077) != 0)
    (void) g_chmod (folder, 0700);
  if (stat (path, &info) == 0 && (info.st_mode & 0077) != 0)
    (void) g_chmod (path, 0600);
  for (gsize i = 0; i < G_N_ELEMENTS (side_suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, side_suffixes[i], NULL);

      if (lstat (name, &info) == 0 && S_ISREG (info.st_mode) && (info.st_mode & 0077) != 0)
        (void) g_chmod (name, 0600);
    }
}

void
fascia_db_files_sweep (const char *path)
{
  const gint64 age_s = 60 * 60; /* making a journal takes a moment */
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (".", base, TEMPORARY_INFIX, NULL);
  /* Of a new journal that was not finished; finished it has no dot behind. */
  g_autofree char *ready_prefix = g_strconcat (".", base, FASCIA_SWAP_READY ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      struct stat info;

      if ((g_str_has_prefix (name, prefix) || g_str_has_prefix (name, ready_prefix))
          && lstat (file, &info) == 0 && S_ISREG (info.st_mode)
          && g_get_real_time () / G_USEC_PER_SEC - info.st_mtime > age_s)
        (void) g_unlink (file);
    }
}

void
fascia_db_files_remove_empty_wal (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);

  if (get_size (path, "-wal") == 0)
    (void) g_unlink (name);
}

void
fascia_db_files_remove (const char *path)
{
  (void) g_unlink (path);
  for (gsize i = 0; i < G_N_ELEMENTS (side_suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, side_suffixes[i], NULL);

      (void) g_unlink (name);
    }
}

/* ---- what nobody writes over ---- */

static gboolean
is_same_file (const char *a, const struct stat *info_b)
{
  struct stat info_a;

  return stat (a, &info_a) == 0 && info_a.st_dev == info_b->st_dev
         && info_a.st_ino == info_b->st_ino;
}

/* What lies beside the journal and begins with its name is its log, a copy of it or what is about
 * to take its place: all of it is the journal. */
static gboolean
has_name_of (const char *journal, const char *name)
{
  g_autofree char *base = g_path_get_basename (journal);

  return g_str_has_prefix (name, base) || (name[0] == '.' && g_str_has_prefix (name + 1, base));
}

static gboolean
is_beside (const char *journal, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (journal);
  g_autofree char *target_folder = g_path_get_dirname (path);
  g_autofree char *target = g_path_get_basename (path);
  g_autoptr (GDir) dir = NULL;
  struct stat info;
  const char *name;

  if (has_name_of (journal, target)
      && (g_str_equal (folder, target_folder)
          || (stat (target_folder, &info) == 0 && is_same_file (folder, &info))))
    return TRUE;
  /* Or by another name, which a link gives it. */
  if (stat (path, &info) != 0)
    return FALSE;
  if (is_same_file (journal, &info))
    return TRUE;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *part = g_build_filename (folder, name, NULL);

      if (has_name_of (journal, name) && is_same_file (part, &info))
        return TRUE;
    }
  return FALSE;
}

gboolean
fascia_db_files_check_output (const char *journal, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (journal, NULL);
  g_autofree char *real = fascia_db_swap_resolve (journal);
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);
  g_autofree char *rolling = g_build_filename (folder, "backups", base, NULL);
  g_autofree char *target = g_canonicalize_filename (path, NULL);

  if (is_beside (absolute, target) || is_beside (real, target))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _ ("That file is the journal itself: choose another name."));
      return FALSE;
    }
  if (is_beside (rolling, target))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _ ("That file is one of the automatic backups: choose another name."));
      return FALSE;
    }
  return TRUE;
}
