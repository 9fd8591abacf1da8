/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long reading on the journal's worker, that gives way to what is written. */

#pragma once

#include "fascia-journal.h"

G_BEGIN_DECLS

/* A piece of reading that may take some milliseconds. *@done FALSE: come again, after what was
 * written meanwhile. Must not keep @db. */
typedef gboolean (*FasciaJournalSliceFunc) (FasciaDb *db,
                                            gpointer data,
                                            gboolean *done,
                                            GError **error);

/**
 * fascia_journal_run_slices_async:
 * @func: called again and again on the worker until it is done or fails
 * @is_repeatable: whether a piece that failed half-way may be begun again
 * @destroy: (nullable): frees @data, on any thread
 *
 * Every piece is read as other reads are: what the user writes goes before it. One that may be
 * repeated, that takes longer than some milliseconds, and during which a write arrives, is broken off
 * inside SQLite and begun again after the write; after some such attempts it is let through. It must
 * fail when a step of SQLite fails. All others must be short.
 */
void fascia_journal_run_slices_async (FasciaJournal *self,
                                      FasciaJournalSliceFunc func,
                                      gboolean is_repeatable,
                                      gpointer data,
                                      GDestroyNotify destroy,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean fascia_journal_run_slices_finish (FasciaJournal *self,
                                           GAsyncResult *result,
                                           GError **error);

G_END_DECLS
