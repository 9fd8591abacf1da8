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
 * Writes a temporary file (0600) beside the wanted one and puts it in its place at the end, so that
 * nobody ever sees half of it and a failure leaves what was there before. A symbolic link is
 * followed. What exists and is no regular file (a pipe, a terminal) is written to directly.
 */
typedef struct _FasciaAtomicFile FasciaAtomicFile;

/* @path: as the file system spells it. Errors are #GIOErrorEnum; nothing is left behind. */
FasciaAtomicFile *fascia_atomic_file_new (const char *path, GError **error);

/* (transfer none) Where to write; buffered. Do not close it. */
GOutputStream *fascia_atomic_file_get_stream (FasciaAtomicFile *self);

/* Flushes, syncs and puts the file in its place; it then survives a power cut. */
gboolean fascia_atomic_file_commit (FasciaAtomicFile *self, GError **error);

/* Without a commit before it: removes the temporary file. */
void fascia_atomic_file_free (FasciaAtomicFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaAtomicFile, fascia_atomic_file_free)

G_END_DECLS
