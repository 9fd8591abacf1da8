/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder of files that appears whole or not at all, private from its first byte. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FasciaAtomicFolder:
 *
 * Written under another name beside its place (0700, files 0600) and given the wanted one at the
 * end. What was in its place may only be an empty folder. A failure or a sudden end leaves nothing
 * there, a sudden one at most the hidden folder beside it.
 */
typedef struct _FasciaAtomicFolder FasciaAtomicFolder;

/* Errors are #GIOErrorEnum with the words of the system alone, as of #FasciaAtomicFile. */
FasciaAtomicFolder *fascia_atomic_folder_new (const char *path, GError **error);
/* Begins a file; *@file is its number. */
gboolean fascia_atomic_folder_add (FasciaAtomicFolder *self,
                                   const char *name,
                                   guint *file,
                                   GError **error);
gboolean fascia_atomic_folder_write (FasciaAtomicFolder *self,
                                     guint file,
                                     const char *bytes,
                                     gsize n_bytes,
                                     GError **error);
/* Syncs all of it and puts it in its place. */
gboolean fascia_atomic_folder_commit (FasciaAtomicFolder *self, GError **error);
void fascia_atomic_folder_free (FasciaAtomicFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaAtomicFolder, fascia_atomic_folder_free)

G_END_DECLS
