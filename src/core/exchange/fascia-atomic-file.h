/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that appears whole or not at all, private from its first byte. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FasciaAtomicFile:
 *
 * Writes a file without a name (0600, whatever the umask) and gives it the wanted one at the end, so
 * that nobody ever sees half of it and a failure or a sudden end leaves what was there before and
 * nothing else. File systems that have no files without a name get one with a temporary name. A
 * symbolic link is followed; one that leads nowhere is an error. What exists and is no regular file
 * (a pipe, a terminal) is written to directly.
 */
typedef struct _FasciaAtomicFile FasciaAtomicFile;

/* @path: as the file system spells it. Errors are #GIOErrorEnum with the words of the system alone;
 * nothing is left behind. Waits for the reader of a pipe. */
FasciaAtomicFile *fascia_atomic_file_new (const char *path, GError **error);

/* Not buffered: hand in large pieces. */
gboolean fascia_atomic_file_write (FasciaAtomicFile *self,
                                   const char *bytes,
                                   gsize n_bytes,
                                   GError **error);

/* For who writes behind: fascia-write-behind.h. */
int fascia_atomic_file_get_fd (FasciaAtomicFile *self);

/* Syncs and reads back what was written so far: is it these bytes? A pipe or a terminal is taken at
 * its word. */
gboolean fascia_atomic_file_compare (FasciaAtomicFile *self,
                                     const char *bytes,
                                     gsize n_bytes,
                                     gboolean *is_same,
                                     GError **error);

/* Syncs and puts the file in its place; it then survives a power cut. */
gboolean fascia_atomic_file_commit (FasciaAtomicFile *self, GError **error);

/* Without a commit before it: nothing remains. */
void fascia_atomic_file_free (FasciaAtomicFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaAtomicFile, fascia_atomic_file_free)

/* Writes all of it to a descriptor, in whatever mode that is. Errors as above. */
gboolean fascia_write_all (int fd, const char *bytes, gsize n_bytes, GError **error);

G_END_DECLS
