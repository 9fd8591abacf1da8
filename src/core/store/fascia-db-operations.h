/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What operations and their way back share. */

#pragma once

#include "fascia-db-rows.h"

G_BEGIN_DECLS

/* (nullable) (transfer none) The mark of a place on a scale. */
FasciaRow *fascia_rows_find_mark (GPtrArray *rows, const char *region, FasciaScale scale);

/* (nullable) (transfer none) */
FasciaRow *fascia_rows_find_spread (GPtrArray *rows, const char *from, const char *to);
/* A copy of @row, in its place in @rows, that may be written to. */
FasciaRow *fascia_rows_edit (GPtrArray *rows, FasciaRow *row);
/* A place or a drawing says that something is there. */
gboolean fascia_rows_are_above_none (GPtrArray *rows);
/* Nothing that a person would miss: no row but the entry's own, no note, no flag. */
gboolean fascia_rows_are_empty (GPtrArray *rows);
/* Takes the mark with its feelings out. */
void fascia_rows_remove_mark (GPtrArray *rows, FasciaRow *mark);

/* The rows of the check-in that a mark made at @now would join; an empty list when there is none. */
GPtrArray *fascia_db_load_open_rows (FasciaDb *db, const FasciaMoment *now, GError **error);
/* A change made now keeps the open check-in open; one made to an older entry does not reopen it. */
gboolean fascia_rows_are_open_at (GPtrArray *rows, const FasciaMoment *now);

/* Writes the step from @before to @after, all rows of the entry @uid each, within the open
 * transaction and commits it. */
FasciaOperation *fascia_db_commit_rows (FasciaDb *db,
                                        FasciaOperationKind kind,
                                        const FasciaUid *uid,
                                        GPtrArray *before,
                                        GPtrArray *after,
                                        GError **error);

/* Ends every operation: what was not committed (NULL) is rolled back, what was is told to the hook.
 * Returns @operation. */
FasciaOperation *fascia_db_finish_operation (FasciaDb *db, FasciaOperation *operation);

/* Keeps what @operation changed, and forgets the oldest of more than FASCIA_DB_MAX_UNDO. FALSE when
 * there is nothing to take back. Levels of one mark chosen in quick succession are one step, which
 * has the number of the newest. */
gboolean fascia_db_push_undo (FasciaDb *db,
                              guint64 operation,
                              const FasciaUid *uid,
                              GPtrArray *before,
                              GPtrArray *after);

G_END_DECLS
