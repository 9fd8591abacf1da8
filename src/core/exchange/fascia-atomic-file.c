/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that appears whole or not at all. */

#include "config.h"

#include "fascia-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>

#define BUFFER_SIZE (64 * 1024)

struct _FasciaAtomicFile
{
  char *path;
  char *temporary; /* NULL once in place, and for what is no regular file */
  int fd;
  GOutputStream *stream;
};

static void
set_errno (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
}

FasciaAtomicFile *
fascia_atomic_file_new (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (FasciaAtomicFile) self = g_new0 (FasciaAtomicFile, 1);
  struct stat status;

  self->fd = -1;
  /* Follows links: the file is replaced, not the link to it. */
  char *resolved = realpath (path, NULL);
  self->path = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);

  if (stat (self->path, &status) == 0 && S_ISDIR (status.st_mode))
    {
      set_errno (error, EISDIR);
      return NULL;
    }
  if (stat (self->path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      self->fd = g_open (self->path, O_WRONLY | O_CLOEXEC, 0);
    }
  else
    {
      self->temporary = g_strdup_printf ("%s.XXXXXX", self->path);
      self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0600);
    }
  if (self->fd < 0)
    {
      int code = errno;

      g_clear_pointer (&self->temporary, g_free);
      set_errno (error, code);
      return NULL;
    }

  g_autoptr (GOutputStream) raw = g_unix_output_stream_new (self->fd, FALSE);
  self->stream = g_buffered_output_stream_new_sized (raw, BUFFER_SIZE);
  return g_steal_pointer (&self);
}

GOutputStream *
fascia_atomic_file_get_stream (FasciaAtomicFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stream;
}

/* The name itself must survive a power cut too. Not every file system can: no error then. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  g_close (fd, NULL);
}

gboolean
fascia_atomic_file_commit (FasciaAtomicFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_output_stream_flush (self->stream, NULL, error))
    return FALSE;
  if (self->temporary == NULL)
    return TRUE;

  if (g_fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0)
    {
      set_errno (error, errno);
      return FALSE;
    }
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
    g_unlink (self->temporary);
  /* Closing would flush what a failed write left in the buffer; the descriptor is closed by hand
   * and the stream on it does not mind. */
  if (self->stream != NULL)
    {
      g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->stream), FALSE);
      g_output_stream_close (self->stream, NULL, NULL);
      g_object_unref (self->stream);
    }
  if (self->fd >= 0)
    g_close (self->fd, NULL);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
