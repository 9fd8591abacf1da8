/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is in the journal from the first moment, and is written again as it grows. */

#pragma once

#include "fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_WRITER (fascia_entry_writer_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEntryWriter, fascia_entry_writer, FASCIA, ENTRY_WRITER, GObject)

/**
 * FasciaEntryWriter:
 *
 * Each writing stands behind the one before it and begins with what that leaves: what the person
 * changes or deletes elsewhere meanwhile stays so. A writing that failed took with it what it alone
 * brought, so the newest is written once more when the journal takes writings again. A writing that
 * is under way keeps the writer alive. A session is one thing to undo, however often it is written; of
 * anything else each writing is.
 *
 * Signals: "kept" (): the journal has all that was put last; "failed" (GError *): it has not;
 * "gone" (): it was deleted elsewhere, and nothing is put any more.
 */
/* @written: (nullable): as the journal has it already */
FasciaEntryWriter *fascia_entry_writer_new (FasciaJournal *journal, FasciaEntry *written);

/* Every time under the same uid. Nothing happens once it is deleted, here or elsewhere. */
void fascia_entry_writer_put (FasciaEntryWriter *self, FasciaEntry *entry);
/* What was put last, unless the journal has it. */
void fascia_entry_writer_retry (FasciaEntryWriter *self);
/* @operation: (nullable): NULL when it failed for @error; it is there still then, or was not there */
typedef void (*FasciaEntryDeleted) (FasciaOperation *operation, const GError *error, gpointer data);

/**
 * fascia_entry_writer_delete: behind what is still being written; nothing is put any more
 *
 * Returns: FALSE when there is nothing to delete, and @deleted is not called
 */
gboolean fascia_entry_writer_delete (FasciaEntryWriter *self,
                                     FasciaEntryDeleted deleted,
                                     gpointer data);
/* Something of it is in the journal, as far as is known. */
gboolean fascia_entry_writer_is_kept (FasciaEntryWriter *self);

G_END_DECLS
