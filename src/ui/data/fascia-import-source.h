/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that somebody wants to import: looked at, and read, on a thread.
 */

#pragma once

#include "core/exchange/fascia-import.h"

G_BEGIN_DECLS

/**
 * FasciaImportSource:
 * @name: of the file, for people
 * @import: (nullable): what is in it, when it is an export of ours
 * @bytes: (nullable): what is in it, when it is a table of another program
 * @table: (nullable): the same as a table
 * @mapping: (nullable): what its columns seem to mean
 *
 * What was found in a file: an export, or a table.
 */
typedef struct
{
  char *name;
  FasciaImport *import;
  GBytes *bytes;
  FasciaTextTable *table;
  FasciaMapping *mapping;
} FasciaImportSource;

void fascia_import_source_free (FasciaImportSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaImportSource, fascia_import_source_free)

/* Finds out what is in a file or folder. @now_ms: refuses what is more than a day ahead. */
void fascia_import_source_read_async (const char *path,
                                      FasciaBody *body,
                                      gint64 now_ms,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
/* (transfer full) */
FasciaImportSource *fascia_import_source_read_finish (GAsyncResult *result, GError **error);

/* Reads a table by @mapping. */
void fascia_import_source_map_async (GBytes *bytes,
                                     const char *name,
                                     const FasciaMapping *mapping,
                                     FasciaBody *body,
                                     FasciaClock *clock,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* (transfer full) */
FasciaImport *fascia_import_source_map_finish (GAsyncResult *result, GError **error);

G_END_DECLS
