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
/* (nullable) (transfer none) */
FasciaRow *fascia_rows_find_drawing (GPtrArray *rows, const FasciaUid *uid);
/* Keeps the rows of feelings that stay, so that only what changes is written. */
void fascia_rows_set_feelings (FasciaDb *db,
                               GPtrArray *rows,
                               gint64 mark_id,
                               const char *const *feelings);
/* A copy of @row, in its place in @rows, that may be written to. */
FasciaRow *fascia_rows_edit (GPtrArray *rows, FasciaRow *row);
/* A place or a drawing says that something is there. */
gboolean fascia_rows_are_above_none (GPtrArray *rows);
/* A check-in or a note without anything that a person would miss: no row but its own, no note, no
 * flag. */
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

/* ---- the way back: fascia-db-undo.c ---- */

/* What taking back one operation needs, entry by entry. */
typedef struct _FasciaUndoStep FasciaUndoStep;

FasciaUndoStep *fascia_undo_step_new (FasciaDb *db);
void fascia_undo_step_free (FasciaUndoStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaUndoStep, fascia_undo_step_free)
/* Remembers what was written from @before to @after, as fascia_db_change_rows() takes them. Of
 * entries that are new only their name and digest. */
void fascia_undo_step_add (FasciaUndoStep *step, FasciaDb *db, GPtrArray *before, GPtrArray *after);
/* A row that an operation added to the preferences or to the answers of the safety check, or changed
 * there, and what it said. */
typedef struct
{
  gint64 id;
  FasciaTableDigest digest; /* of that row alone, as it was left */
  gboolean was_there;       /* before */
  char *before;             /* (owned) (nullable) its JSON; of an answer the day it was cleared */
} FasciaUndoWhole;
/* Takes over what @whole owns. */
void fascia_undo_step_add_whole (FasciaUndoStep *step, const FasciaUndoWhole *whole);
/* Puts @step (transfer full), which takes back @operation, on the stack; forgets the oldest of more
 * than FASCIA_DB_MAX_UNDO. */
void fascia_db_push_step (FasciaDb *db, FasciaUndoStep *step, FasciaOperation *operation);

/* Drops every step that has to do with the entry: what is gone for good does not come back. */
void fascia_db_forget_entry (FasciaDb *db, const FasciaUid *uid);

/* For an operation on one entry. Levels of one mark chosen in quick succession are one step, which
 * has the number of the newest. NULL when there is nothing to take back: also of what it was merged
 * with. Otherwise to be pushed. */
FasciaUndoStep *fascia_db_make_step (FasciaDb *db,
                                     const FasciaUid *uid,
                                     GPtrArray *before,
                                     GPtrArray *after);
/* For an entry that goes on: takes all of it back, and stands for all that the stack has of it, which
 * goes from there. NULL when nothing was changed. */
FasciaUndoStep *fascia_db_make_whole_step (FasciaDb *db,
                                           const FasciaUid *uid,
                                           GPtrArray *before,
                                           GPtrArray *after);

/* ---- entries and their rows: fascia-db-rows-merge.c, fascia-db-values-entry.c ---- */

/* Lays all that @entry says over @rows: those of that entry, or none. What says the same stays as it
 * is, with its number and name, and what this version cannot say as well. @utc_ms: for new names. */
void fascia_db_merge_rows (FasciaDb *db, GPtrArray *rows, FasciaEntry *entry, gint64 utc_ms);
/* (transfer full) The rows of a new entry, with new names for all but the entry itself and drawings
 * that have one; zeros get one, too. */
GPtrArray *fascia_db_entry_to_rows (FasciaDb *db, FasciaEntry *entry);
/* INVALID names the value that the journal does not take. */
gboolean fascia_db_check_entry (FasciaDb *db, FasciaEntry *entry, GError **error);

G_END_DECLS
