/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another journal in the place of the one that is there.
 *
 * A log that is left beside a journal is played into whatever has the journal's name, so the old
 * log has to go before the new journal comes, and these are two steps. Between them there would be
 * neither. So the finished new journal first gets a name that says what is to be done: whoever finds
 * it removes the old log and puts it in its place. */

#include "config.h"

#include "fascia-db-swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../exchange/fascia-atomic-file.h"
#include "fascia-db-files.h"

/* Where SQLite's locks are. */
#define LOCK_FIRST 0x40000000
#define LOCK_SIZE 512

/* The log first: without its journal it is damage. */
static const char *const side_suffixes[] = { "-wal", "-shm", "-journal" };

char *
fascia_db_swap_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *real = realpath (absolute, NULL);
  char *copy;

  if (real == NULL)
    return g_steal_pointer (&absolute);
  copy = g_strdup (real);
  free (real);
  return copy;
}

/* FALSE with EAGAIN or EACCES when somebody else has one of SQLite's locks. These locks belong to
 * the descriptor: one that this process closes meanwhile, of the same file, does not drop them. */
static gboolean
lock_all (int fd)
{
  struct flock lock
      = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_FIRST, .l_len = LOCK_SIZE };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
}

gboolean
fascia_db_swap_hold (const char *path, int *fd, GError **error)
{
  g_autofree char *real = fascia_db_swap_resolve (path);
  struct stat held, named;

  for (guint i = 0; i < 10; i++)
    {
      *fd = open (real, O_RDWR | O_CLOEXEC | O_NONBLOCK);
      if (*fd < 0)
        return TRUE;
      /* Where there are no locks, nobody can hold one. */
      if (!lock_all (*fd) && (errno == EAGAIN || errno == EACCES))
        break;
      if (fstat (*fd, &held) == 0 && stat (real, &named) == 0 && held.st_ino == named.st_ino
          && held.st_dev == named.st_dev)
        return TRUE;
      /* Another took its place meanwhile. */
      fascia_db_swap_release (fd);
    }
  fascia_db_swap_release (fd);
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_BUSY, path, NULL);
}

void
fascia_db_swap_release (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

gboolean
fascia_db_swap_check_free (const char *path, GError **error)
{
  int fd;
  gboolean is_free = fascia_db_swap_hold (path, &fd, error);

  fascia_db_swap_release (&fd);
  return is_free;
}

static char *
build_ready_name (const char *real)
{
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);
  g_autofree char *name = g_strconcat (".", base, FASCIA_SWAP_READY, NULL);

  return g_build_filename (folder, name, NULL);
}

/* ---- the second name ---- */

static gboolean
set_text_error (const GError *cause, const char *path, GError **error)
{
  FasciaStoreError code = FASCIA_STORE_ERROR_IO;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    code = FASCIA_STORE_ERROR_FULL;
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
           || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    code = FASCIA_STORE_ERROR_READ_ONLY;
  return fascia_store_error_set (error, code, path,
                                 code == FASCIA_STORE_ERROR_IO ? cause->message : NULL);
}

/* Where there are no second names: a copy. */
static gboolean
copy_file (const char *from, const char *to, const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *buffer = g_malloc (1024 * 1024);
  g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (to, &local_error);
  int fd = open (from, O_RDONLY | O_CLOEXEC);
  gssize n_read = fd < 0 ? -1 : 1;

  while (file != NULL && n_read > 0)
    {
      n_read = read (fd, buffer, 1024 * 1024);
      if (n_read > 0 && !fascia_atomic_file_write (file, buffer, (gsize) n_read, &local_error))
        break;
    }
  int code = errno;
  if (fd >= 0)
    close (fd);
  if (local_error != NULL)
    return set_text_error (local_error, path, error);
  if (n_read < 0)
    return fascia_store_error_set_errno (error, code, path);
  return fascia_atomic_file_commit (file, &local_error)
         || set_text_error (local_error, path, error);
}

/* *@exists: FALSE when there is no such file, or the second name is taken (*@is_taken). */
static gboolean
keep_file (const char *from,
           const char *to,
           const char *path,
           gboolean *exists,
           gboolean *is_taken,
           GError **error)
{
  struct stat info;

  *is_taken = lstat (to, &info) == 0;
  *exists = lstat (from, &info) == 0 && S_ISREG (info.st_mode);
  if (!*exists || *is_taken)
    return TRUE;
  (void) chmod (from, 0600);
  if (link (from, to) == 0)
    return TRUE;
  if (errno == EEXIST)
    {
      *is_taken = TRUE;
      return TRUE;
    }
  return copy_file (from, to, path, error);
}

/* The journal and what lies beside it. *@kept: NULL when there was no journal. */
static gboolean
keep (const char *real, const char *infix, FasciaClock *clock, char **kept, GError **error)
{
  g_autoptr (GDateTime) now
      = g_date_time_new_from_unix_utc (MAX (0, fascia_clock_now_ms (clock)) / 1000);
  g_autofree char *moment
      = now != NULL ? g_date_time_format (now, "%Y%m%dT%H%M%SZ") : g_strdup ("00000000T000000Z");

  *kept = NULL;
  for (guint i = 1; i < 10000; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (real, infix, moment, number, NULL);
      gboolean exists, is_taken;

      if (!keep_file (real, name, real, &exists, &is_taken, error))
        return FALSE;
      if (is_taken)
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (side_suffixes); j++)
        {
          g_autofree char *from = g_strconcat (real, side_suffixes[j], NULL);
          g_autofree char *to = g_strconcat (name, side_suffixes[j], NULL);
          gboolean side_exists, side_is_taken;

          /* It is made again from the log. */
          if (g_str_equal (side_suffixes[j], "-shm"))
            continue;
          if (!keep_file (from, to, real, &side_exists, &side_is_taken, error))
            return FALSE;
          exists = exists || side_exists;
        }
      if (exists)
        *kept = g_steal_pointer (&name);
      return !exists || fascia_db_files_sync_folder (real, error);
    }
  return fascia_store_error_set_errno (error, EEXIST, real);
}

/* ---- the new one ---- */

gboolean
fascia_db_swap_finish (const char *path, GError **error)
{
  g_autofree char *real = fascia_db_swap_resolve (path);
  g_autofree char *ready = build_ready_name (real);
  struct stat held, named;

  if (access (ready, F_OK) != 0)
    return TRUE;
  int fd = open (ready, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    return errno == ENOENT || fascia_store_error_set_errno (error, errno, path);
  /* One at a time; who comes second finds that the name is gone. */
  while (flock (fd, LOCK_EX) != 0 && errno == EINTR)
    ;
  gboolean success = TRUE;
  if (fstat (fd, &held) == 0 && lstat (ready, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev)
    {
      for (gsize i = 0; success && i < G_N_ELEMENTS (side_suffixes); i++)
        {
          g_autofree char *side = g_strconcat (real, side_suffixes[i], NULL);

          if (unlink (side) != 0 && errno != ENOENT)
            success = fascia_store_error_set_errno (error, errno, path);
        }
      success = success && fascia_db_files_sync_folder (real, error);
      if (success && rename (ready, real) != 0)
        success = fascia_store_error_set_errno (error, errno, path);
      success = success && fascia_db_files_sync_folder (real, error);
    }
  close (fd);
  return success;
}

gboolean
fascia_db_swap_held (const char *path,
                     GBytes *bytes,
                     const char *infix,
                     FasciaClock *clock,
                     char **kept,
                     GError **error)
{
  g_autofree char *real = fascia_db_swap_resolve (path);
  g_autofree char *ready = build_ready_name (real);
  g_autofree char *kept_name = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean is_same = FALSE;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (ready, &local_error);
  if (file == NULL || !fascia_atomic_file_write (file, data, size, &local_error)
      || !fascia_atomic_file_compare (file, data, size, &is_same, &local_error))
    return set_text_error (local_error, path, error);
  if (!is_same)
    return fascia_store_error_set_errno (error, EIO, path);
  if (!keep (real, infix, clock, &kept_name, error))
    return FALSE;
  if (!fascia_atomic_file_commit (file, &local_error))
    {
      /* The old journal has its own name still. */
      if (kept_name != NULL)
        fascia_db_files_remove (kept_name);
      return set_text_error (local_error, path, error);
    }
  if (!fascia_db_swap_finish (path, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&kept_name);
  return TRUE;
}

gboolean
fascia_db_swap (const char *path,
                GBytes *bytes,
                const char *infix,
                FasciaClock *clock,
                char **kept,
                GError **error)
{
  g_autofree char *real = fascia_db_swap_resolve (path);
  int fd = -1;

  if (!fascia_db_files_make_folder (real, error) || !fascia_db_swap_finish (path, error)
      || !fascia_db_swap_hold (path, &fd, error))
    return FALSE;
  gboolean success = fascia_db_swap_held (path, bytes, infix, clock, kept, error);
  fascia_db_swap_release (&fd);
  return success;
}
