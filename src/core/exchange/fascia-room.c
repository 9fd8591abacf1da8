/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether what is about to be written has room where it goes. */

#include "config.h"

#include "fascia-room.h"

#include <sys/statvfs.h>

#include <glib/gi18n-lib.h>

gboolean
fascia_room_check (const char *path, guint64 n_bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statvfs info;

  g_return_val_if_fail (path != NULL, FALSE);

  if (statvfs (folder, &info) != 0 || info.f_blocks == 0)
    return TRUE;
  guint64 n_free = (guint64) info.f_bavail * info.f_frsize;
  if (n_bytes <= n_free)
    return TRUE;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *needed = g_format_size (n_bytes);
  g_autofree char *there = g_format_size (n_free);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               /* Translators: the first %s is a file or folder; the others are sizes such as
                * "20 MB". */
               _ ("There is too little room for “%s”: it takes about %s, and %s is free. Make "
                  "room or choose another place, then try again."),
               name, needed, there);
  return FALSE;
}
