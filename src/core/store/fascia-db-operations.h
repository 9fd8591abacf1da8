/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What operations and their way back share. */

#pragma once

#include "fascia-db-rows.h"

G_BEGIN_DECLS

/* (nullable) (transfer none) The mark of a place on a scale. */
FasciaRow *fascia_rows_find_mark (GPtrArray *rows, const char *region, FasciaScale scale);

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
