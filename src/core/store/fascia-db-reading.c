/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journal that may be read and not written: on a disk that is sealed, in somebody else's folder.
 *
 * The file is read into memory and looked at there, so nothing is asked of the folder. What its log
 * holds is played into a private copy, which is gone before this returns. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "fascia-db-files.h"

/* Where SQLite locks what is written; see its file format. */
#define LOCK_START 0x40000000
#define LOCK_LENGTH 512

/* Where a database file says that its log is beside it. */
#define WRITE_VERSION 18
#define READ_VERSION 19

static const char *const side_suffixes[] = { "-wal", "-journal" };

static gboolean
is_being_written (int fd)
{
  struct flock lock
      = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = LOCK_START, .l_len = LOCK_LENGTH };

  return fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

/* 0, or an error number. */
static int
read_bytes (int fd, GByteArray *bytes)
{
  guint8 *piece = g_malloc (1024 * 1024);
  gssize n_read;

  do
    {
      n_read = read (fd, piece, 1024 * 1024);
      if (n_read > 0)
        g_byte_array_append (bytes, piece, (guint) n_read);
    }
  while (n_read > 0 || (n_read < 0 && errno == EINTR));
  int code = n_read < 0 ? errno : 0;
  g_free (piece);
  return code;
}

/* (nullable) What is in the file, the same from its beginning to its end. */
static GByteArray *
read_whole (const char *path, const char *suffix, const char *journal, GError **error)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct stat before, after;
  int fd = open (name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 && errno == ENOENT && *suffix != '\0')
    return g_steal_pointer (&bytes);
  int code = fd < 0 || fstat (fd, &before) != 0 ? errno : !S_ISREG (before.st_mode) ? EINVAL : 0;
  gboolean is_busy = code == 0 && is_being_written (fd);
  if (code == 0)
    code = read_bytes (fd, bytes);
  if (code == 0 && fstat (fd, &after) != 0)
    code = errno;
  is_busy = is_busy
            || (code == 0
                && (is_being_written (fd) || before.st_size != after.st_size
                    || before.st_mtim.tv_sec != after.st_mtim.tv_sec
                    || before.st_mtim.tv_nsec != after.st_mtim.tv_nsec));
  if (fd >= 0)
    close (fd);
  if (code == 0 && !is_busy)
    return g_steal_pointer (&bytes);
  if (is_busy)
    fascia_store_error_set (error, FASCIA_STORE_ERROR_BUSY, journal, NULL);
  else
    fascia_store_error_set_errno (error, code, journal);
  return NULL;
}

static GBytes *
serialize (const char *path, GError **error)
{
  sqlite3 *sql = NULL;
  sqlite3_int64 size = 0;
  guint8 *bytes = NULL;
  int code = sqlite3_open_v2 (path, &sql, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_exec (sql, "PRAGMA locking_mode=EXCLUSIVE; SELECT count(*) FROM sqlite_schema",
                         NULL, NULL, NULL);
  if (code == SQLITE_OK)
    bytes = sqlite3_serialize (sql, "main", &size, 0);
  if (bytes == NULL)
    fascia_store_error_set_sqlite (error, sql, code != SQLITE_OK ? code : SQLITE_NOMEM, path);
  sqlite3_close (sql);
  return bytes != NULL ? g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes)
                       : NULL;
}

/* With what its log or its rollback journal says. */
static GBytes *
play (GByteArray *database, GByteArray *sides[G_N_ELEMENTS (side_suffixes)], GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("fascia-reading-XXXXXX", error);
  GBytes *bytes = NULL;

  if (folder == NULL)
    return NULL;
  g_autofree char *copy = g_build_filename (folder, "journal.db", NULL);
  gboolean success = g_file_set_contents_full (copy, (const char *) database->data, database->len,
                                               G_FILE_SET_CONTENTS_NONE, 0600, error);
  for (guint i = 0; i < G_N_ELEMENTS (side_suffixes) && success; i++)
    {
      g_autofree char *side = g_strconcat (copy, side_suffixes[i], NULL);

      success = sides[i]->len == 0
                || g_file_set_contents_full (side, (const char *) sides[i]->data, sides[i]->len,
                                             G_FILE_SET_CONTENTS_NONE, 0600, error);
    }
  if (success)
    bytes = serialize (copy, error);
  fascia_db_files_remove (copy);
  (void) g_rmdir (folder);
  return bytes;
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GByteArray) database = read_whole (path, "", path, error);
  g_autoptr (GByteArray) log
      = database != NULL ? read_whole (path, side_suffixes[0], path, error) : NULL;
  g_autoptr (GByteArray) rollback
      = log != NULL ? read_whole (path, side_suffixes[1], path, error) : NULL;

  if (rollback == NULL)
    return NULL;
  if (log->len == 0 && rollback->len == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&database));
  return play (database, (GByteArray *[]) { log, rollback }, error);
}

FasciaDb *
fascia_db_open_reading (const char *path, FasciaClock *clock, GError **error)
{
  g_autoptr (GBytes) loaded = load (path, error);
  gsize size;

  if (loaded == NULL)
    return NULL;
  g_autoptr (GByteArray) bytes = g_bytes_unref_to_array (g_steal_pointer (&loaded));
  if (bytes->len > READ_VERSION)
    bytes->data[WRITE_VERSION] = bytes->data[READ_VERSION] = 1;
  g_autoptr (GBytes) image = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  (void) g_bytes_get_data (image, &size);
  if (size == 0)
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, path, NULL);
      return NULL;
    }
  FasciaDb *self = fascia_db_open_image (image, path, clock, NULL, error);
  if (self == NULL)
    return NULL;
  self->image = g_steal_pointer (&image);
  if (fascia_db_is_latest (self) && fascia_db_quick_check (self, error))
    return self;
  /* An older one is to be upgraded, and that is writing. */
  if (error != NULL && *error == NULL)
    fascia_store_error_set (error, FASCIA_STORE_ERROR_READ_ONLY, path, NULL);
  fascia_db_close (self, NULL);
  return NULL;
}
