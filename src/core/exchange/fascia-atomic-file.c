/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that appears whole or not at all. */

#include "config.h"

#include "fascia-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

struct _FasciaAtomicFile
{
  char *path;
  char *temporary;     /* (nullable) a name to be removed unless the file is put in its place */
  gboolean is_regular; /* else it is written to directly */
  int fd;
};

static gboolean
set_errno (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

gboolean
fascia_write_all (int fd, const char *bytes, gsize n_bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL || n_bytes == 0, FALSE);

  while (n_bytes > 0)
    {
      gssize n_written = write (fd, bytes, n_bytes);

      if (n_written >= 0)
        {
          bytes += n_written;
          n_bytes -= (gsize) n_written;
        }
      else if (errno == EAGAIN)
        {
          /* Somebody who shares the stream set it so. */
          GPollFD waiting = { .fd = fd, .events = G_IO_OUT };

          g_poll (&waiting, 1, -1);
        }
      else if (errno != EINTR)
        {
          return set_errno (error, errno);
        }
    }
  return TRUE;
}

/* -1 with errno. */
static int
open_private (FasciaAtomicFile *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))
    {
      self->temporary = g_strdup_printf ("%s.XXXXXX", self->path);
      fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
      if (fd < 0)
        g_clear_pointer (&self->temporary, g_free);
    }
  /* An odd umask may have taken our own rights away. */
  if (fd >= 0)
    fchmod (fd, 0600);
  return fd;
}

FasciaAtomicFile *
fascia_atomic_file_new (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (FasciaAtomicFile) self = g_new0 (FasciaAtomicFile, 1);
  struct stat status;
  gboolean exists = lstat (path, &status) == 0;

  self->fd = -1;
  /* Follows links: the file is replaced, not the link to it. */
  char *resolved = exists ? realpath (path, NULL) : NULL;
  self->path = g_strdup (exists ? resolved : path);
  free (resolved);
  if (self->path == NULL || (exists && stat (self->path, &status) != 0))
    {
      set_errno (error, errno);
      return NULL;
    }
  if (exists && S_ISDIR (status.st_mode))
    {
      set_errno (error, EISDIR);
      return NULL;
    }

  self->is_regular = !exists || S_ISREG (status.st_mode);
  self->fd = self->is_regular ? open_private (self) : open (self->path, O_WRONLY | O_CLOEXEC);
  if (self->fd < 0)
    {
      set_errno (error, errno);
      return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
fascia_atomic_file_write (FasciaAtomicFile *self, const char *bytes, gsize n_bytes, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return fascia_write_all (self->fd, bytes, n_bytes, error);
}

int
fascia_atomic_file_get_fd (FasciaAtomicFile *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->fd;
}

gboolean
fascia_atomic_file_compare (FasciaAtomicFile *self,
                            const char *bytes,
                            gsize n_bytes,
                            gboolean *is_same,
                            GError **error)
{
  g_autofree char *piece = NULL;
  const gsize piece_size = 1024 * 1024;
  struct stat status;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (is_same != NULL, FALSE);

  *is_same = TRUE;
  if (!self->is_regular)
    return TRUE;
  if (g_fsync (self->fd) != 0 || fstat (self->fd, &status) != 0)
    return set_errno (error, errno);
  /* What is only remembered proves nothing. */
  posix_fadvise (self->fd, 0, 0, POSIX_FADV_DONTNEED);
  piece = g_malloc (piece_size);
  *is_same = (gsize) status.st_size == n_bytes;
  for (gsize at = 0; *is_same && at < n_bytes;)
    {
      gssize n_read = pread (self->fd, piece, MIN (piece_size, n_bytes - at), (off_t) at);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        return set_errno (error, errno);
      *is_same = n_read > 0 && memcmp (piece, bytes + at, (gsize) n_read) == 0;
      at += (gsize) MAX (n_read, 0);
    }
  return TRUE;
}

/* The name itself must survive a power cut too. Not every file system can: no error then. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* A file without a name cannot take one that exists: it gets another for a moment. */
static gboolean
name_temporarily (FasciaAtomicFile *self)
{
  g_autofree char *source = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  if (self->temporary != NULL)
    return TRUE;
  for (;;)
    {
      g_autofree char *name = g_strdup_printf ("%s.%08x", self->path, g_random_int ());

      if (linkat (AT_FDCWD, source, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
        {
          self->temporary = g_steal_pointer (&name);
          return TRUE;
        }
      if (errno != EEXIST)
        return FALSE;
    }
}

gboolean
fascia_atomic_file_commit (FasciaAtomicFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_regular)
    return TRUE;
  if (g_fsync (self->fd) != 0 || !name_temporarily (self)
      || rename (self->temporary, self->path) != 0)
    return set_errno (error, errno);
  g_clear_pointer (&self->temporary, g_free);
  sync_folder_of (self->path);
  return TRUE;
}

void
fascia_atomic_file_free (FasciaAtomicFile *self)
{
  if (self == NULL)
    return;
  if (self->temporary != NULL)
    unlink (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
