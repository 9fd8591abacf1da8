/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether what is about to be written has room where it goes. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * fascia_room_check:
 * @path: of the file or the folder, which need not exist
 * @n_bytes: about how much it takes
 *
 * Asks before minutes are spent on what cannot end well. A file system that does not say how much
 * is free is taken to have room: whoever writes is told of a full disk in any case.
 *
 * Returns: FALSE with G_IO_ERROR_NO_SPACE and a sentence that names the place and both sizes.
 */
gboolean fascia_room_check (const char *path, guint64 n_bytes, GError **error);

G_END_DECLS
