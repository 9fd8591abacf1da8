/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One operation over many entries, or over what belongs to none, with its way back. */

#pragma once

#include "fascia-db-operations.h"

G_BEGIN_DECLS

/**
 * FasciaDbChange:
 *
 * What one operation changes when that is more, or other, than one entry: a tag that is merged, a
 * scale that is made, an import. It is used like this, between a begin and an end:
 *
 *   static FasciaOperation *
 *   merge_in_transaction (FasciaDb *db, …, GError **error)
 *   {
 *     g_autoptr (FasciaDbChange) change = fascia_db_change_new (db, FASCIA_OPERATION_TAGS);
 *
 *     for each entry:
 *       before = fascia_db_load_rows_by_id (db, id, error); after = fascia_rows_copy (before); …
 *       if (!fascia_db_change_rows (change, before, after, error))
 *         return NULL;
 *     the same with rows of fascia_db_load_table (db, FASCIA_TABLE_TAG, error)
 *     return fascia_db_change_commit (change, error);
 *   }
 *
 *   if (!fascia_db_begin (db, error))
 *     return NULL;
 *   return fascia_db_finish_operation (db, merge_in_transaction (db, …, error));
 *
 * Entry after entry is on its way to the disk, so that memory is needed only for the way back: of
 * entries that are new their name and digest, of others the rows that change.
 */
typedef struct _FasciaDbChange FasciaDbChange;

FasciaDbChange *fascia_db_change_new (FasciaDb *db, FasciaOperationKind kind);
void fascia_db_change_free (FasciaDbChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaDbChange, fascia_db_change_free)

/* Writes the step from @before to @after: all rows of one entry each, or none; or rows of one of
 * the tables FASCIA_TABLE_TAG and FASCIA_TABLE_OWN_SCALE. Both sorted. Nothing is done when they
 * are the same. */
gboolean fascia_db_change_rows (FasciaDbChange *self,
                                GPtrArray *before,
                                GPtrArray *after,
                                GError **error);
/* A row with the number @id was added to FASCIA_WHOLE_SETTING or FASCIA_WHOLE_CONDITION: it goes into
 * the digest of that table, and the way back takes it out again. */
gboolean fascia_db_change_add_whole (FasciaDbChange *self,
                                     FasciaWholeTable table,
                                     gint64 id,
                                     gint64 stamp,
                                     GError **error);
/* The row @id of one of those tables is about to be changed, and was: what it says now leaves the
 * digest, and what it says then goes in. @before: (nullable): the JSON it had, or as text the day an
 * answer was cleared, for the way back. */
gboolean fascia_db_change_begin_whole (FasciaDbChange *self,
                                       FasciaWholeTable table,
                                       gint64 id,
                                       gint64 stamp,
                                       GError **error);
gboolean fascia_db_change_end_whole (FasciaDbChange *self,
                                     FasciaWholeTable table,
                                     gint64 id,
                                     const char *before,
                                     gint64 stamp,
                                     GError **error);
/* Takes that row out again, or makes it what it was. CHANGED when it is an answer that is not as it was left; a preference
 * that was chosen anew since stays. */
gboolean fascia_db_change_take_back_whole (FasciaDbChange *self,
                                           const FasciaUndoWhole *whole,
                                           GError **error);
/* Writes a new entry, all of it, after judging it: INVALID names the value that the journal does
 * not take. It has a uid that is not in the journal. */
gboolean fascia_db_change_add_entry (FasciaDbChange *self, FasciaEntry *entry, GError **error);
/* Of entries, so far. */
guint fascia_db_change_get_n_entries (const FasciaDbChange *self);

/* (transfer full) Commits. When nothing was changed there is an operation all the same: it changed
 * nothing and cannot be undone. */
FasciaOperation *fascia_db_change_commit (FasciaDbChange *self, GError **error);

G_END_DECLS
