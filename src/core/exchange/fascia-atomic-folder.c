/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of files that appears whole or not at all. */

#include "config.h"

#include "fascia-atomic-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "fascia-atomic-file.h"

typedef struct
{
  char *name;
  int fd;
} File;

struct _FasciaAtomicFolder
{
  char *path;
  char *temporary; /* (nullable) the folder while it is written */
  int fd;          /* of that folder */
  GArray *files;   /* File */
};

static gboolean
set_errno (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static void
file_clear (gpointer data)
{
  File *file = data;

  if (file->fd >= 0)
    close (file->fd);
  g_free (file->name);
}

/* ENOTEMPTY when something is in it; 0 when it is empty or not there. */
static int
check_place (const char *path)
{
  struct stat status;
  struct dirent *item;
  int code = 0;

  if (lstat (path, &status) != 0)
    return errno == ENOENT ? 0 : errno;
  if (!S_ISDIR (status.st_mode))
    return ENOTDIR;
  DIR *folder = opendir (path);
  if (folder == NULL)
    return errno;
  while (code == 0 && (item = readdir (folder)) != NULL)
    if (strcmp (item->d_name, ".") != 0 && strcmp (item->d_name, "..") != 0)
      code = ENOTEMPTY;
  closedir (folder);
  return code;
}

FasciaAtomicFolder *
fascia_atomic_folder_new (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (FasciaAtomicFolder) self = g_new0 (FasciaAtomicFolder, 1);
  /* Without a slash at the end. */
  g_autofree char *place = g_canonicalize_filename (path, NULL);
  g_autofree char *parent = g_path_get_dirname (place);
  g_autofree char *name = g_path_get_basename (place);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);

  self->fd = -1;
  self->files = g_array_new (FALSE, FALSE, sizeof (File));
  g_array_set_clear_func (self->files, file_clear);
  self->path = g_steal_pointer (&place);
  int code = check_place (self->path);
  if (code != 0)
    {
      set_errno (error, code);
      return NULL;
    }
  self->temporary = g_build_filename (parent, hidden, NULL);
  if (g_mkdtemp_full (self->temporary, 0700) == NULL)
    {
      set_errno (error, errno);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }
  self->fd = open (self->temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->fd < 0 || fchmod (self->fd, 0700) != 0)
    {
      set_errno (error, errno);
      return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
fascia_atomic_folder_add (FasciaAtomicFolder *self, const char *name, guint *number, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  File file = { .name = g_strdup (name) };
  file.fd = openat (self->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int code = errno;
  if (file.fd < 0)
    {
      g_free (file.name);
      return set_errno (error, code);
    }
  *number = self->files->len;
  g_array_append_val (self->files, file);
  /* An odd umask may have taken our own rights away. */
  return fchmod (file.fd, 0600) == 0 || set_errno (error, errno);
}

gboolean
fascia_atomic_folder_write (FasciaAtomicFolder *self,
                            guint file,
                            const char *bytes,
                            gsize n_bytes,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && file < self->files->len, FALSE);

  return fascia_write_all (g_array_index (self->files, File, file).fd, bytes, n_bytes, error);
}

/* Not every file system can sync a folder: no error then. */
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

gboolean
fascia_atomic_folder_commit (FasciaAtomicFolder *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->temporary != NULL, FALSE);

  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = &g_array_index (self->files, File, i);

      if (g_fsync (file->fd) != 0)
        return set_errno (error, errno);
      close (file->fd);
      file->fd = -1;
    }
  fsync (self->fd);
  /* Takes the place of an empty folder, and of nothing else. */
  if (rename (self->temporary, self->path) != 0)
    return set_errno (error, errno);
  g_clear_pointer (&self->temporary, g_free);
  sync_folder_of (self->path);
  return TRUE;
}

void
fascia_atomic_folder_free (FasciaAtomicFolder *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; self->temporary != NULL && i < self->files->len; i++)
    unlinkat (self->fd, g_array_index (self->files, File, i).name, 0);
  if (self->temporary != NULL)
    rmdir (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_array_unref (self->files);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
