/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person can do to the journal. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-operation-private.h"
#include "fascia-db-operations.h"

/* ---- one way of writing ---- */

static gboolean
have_same_marks (const FasciaEntry *a, const FasciaEntry *b)
{
  guint n_a, n_b;
  const FasciaMark *marks_a = fascia_entry_get_marks (a, &n_a);
  const FasciaMark *marks_b = fascia_entry_get_marks (b, &n_b);

  if (n_a != n_b || fascia_entry_is_nothing_today (a) != fascia_entry_is_nothing_today (b))
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!fascia_mark_equal (&marks_a[i], &marks_b[i]))
      return FALSE;
  return TRUE;
}

static gboolean
have_same_drawings (const FasciaEntry *a, const FasciaEntry *b)
{
  guint n_a, n_b, n_spreads_a, n_spreads_b;
  const FasciaDrawing *drawings_a = fascia_entry_get_drawings (a, &n_a);
  const FasciaDrawing *drawings_b = fascia_entry_get_drawings (b, &n_b);
  const FasciaSpread *spreads_a = fascia_entry_get_spreads (a, &n_spreads_a);
  const FasciaSpread *spreads_b = fascia_entry_get_spreads (b, &n_spreads_b);

  if (n_a != n_b || n_spreads_a != n_spreads_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!fascia_drawing_equal (&drawings_a[i], &drawings_b[i]))
      return FALSE;
  for (guint i = 0; i < n_spreads_a; i++)
    if (fascia_spread_compare (&spreads_a[i], &spreads_b[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
have_moved (const FasciaEntry *a, const FasciaEntry *b)
{
  const FasciaMoment *moment_a = fascia_entry_get_moment (a);
  const FasciaMoment *moment_b = fascia_entry_get_moment (b);

  return moment_a->utc_ms != moment_b->utc_ms || moment_a->day != moment_b->day
         || moment_a->offset_min != moment_b->offset_min
         || g_strcmp0 (moment_a->zone, moment_b->zone) != 0;
}

static FasciaChangeFlags
compare_entries (const FasciaEntry *before, const FasciaEntry *after)
{
  FasciaChangeFlags flags = FASCIA_CHANGE_UNDO;
  const FasciaEntry *only = before != NULL ? before : after;

  if (before == NULL || after == NULL)
    {
      guint n_marks, n_drawings, n_spreads;
      g_autofree char *words = fascia_entry_dup_words (only);

      flags |= FASCIA_CHANGE_ENTRIES;
      fascia_entry_get_marks (only, &n_marks);
      fascia_entry_get_drawings (only, &n_drawings);
      fascia_entry_get_spreads (only, &n_spreads);
      if (n_marks > 0 || fascia_entry_is_nothing_today (only))
        flags |= FASCIA_CHANGE_MARKS;
      if (words != NULL || fascia_entry_get_tags (only)[0] != NULL)
        flags |= FASCIA_CHANGE_TEXT;
      if (n_drawings + n_spreads > 0)
        flags |= FASCIA_CHANGE_DRAWINGS;
      return flags;
    }
  if (have_moved (before, after))
    flags |= FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_MARKS;
  if (!have_same_marks (before, after))
    flags |= FASCIA_CHANGE_MARKS;
  if (!have_same_drawings (before, after))
    flags |= FASCIA_CHANGE_DRAWINGS;
  if (g_strcmp0 (fascia_entry_get_note (before), fascia_entry_get_note (after)) != 0
      || !fascia_entry_details_equal (fascia_entry_get_details (before),
                                      fascia_entry_get_details (after)))
    flags |= FASCIA_CHANGE_TEXT;
  if (fascia_entry_is_closed (before) != fascia_entry_is_closed (after))
    flags |= FASCIA_CHANGE_ENTRIES;
  return flags;
}

/* The step that takes it back, if anybody does. */
static FasciaUndoStep *
make_step (FasciaDb *db,
           FasciaOperationKind kind,
           const FasciaUid *uid,
           GPtrArray *before,
           GPtrArray *after)
{
  if (kind == FASCIA_OPERATION_UNDO || kind == FASCIA_OPERATION_SETTLE)
    return NULL;
  if (kind == FASCIA_OPERATION_PUT_FURTHER)
    return fascia_db_make_whole_step (db, uid, before, after);
  return fascia_db_make_step (db, uid, before, after);
}

FasciaOperation *
fascia_db_commit_rows (FasciaDb *db,
                       FasciaOperationKind kind,
                       const FasciaUid *uid,
                       GPtrArray *before,
                       GPtrArray *after,
                       GError **error)
{
  g_autoptr (FasciaEntry) entry_before = NULL;
  g_autoptr (FasciaEntry) entry_after = NULL;

  if (before->len > 0)
    {
      entry_before = fascia_db_rows_to_entry (db, before, error);
      if (entry_before == NULL)
        return NULL;
    }
  if (after->len > 0)
    {
      entry_after = fascia_db_rows_to_entry (db, after, error);
      if (entry_after == NULL)
        return NULL;
    }
  if (!fascia_db_write_rows (db, before, after, error) || !fascia_db_commit (db, error))
    return NULL;

  gint64 row_id = fascia_row_get_id (fascia_rows_get_entry (before->len > 0 ? before : after));
  FasciaUndoStep *step = make_step (db, kind, uid, before, after);
  FasciaChangeFlags changes = compare_entries (entry_before, entry_after);
  if (kind == FASCIA_OPERATION_SETTLE)
    changes &= ~FASCIA_CHANGE_UNDO;
  FasciaOperation *operation = fascia_operation_new (++db->last_operation, kind, changes, row_id,
                                                     entry_before, entry_after, step != NULL);
  if (step != NULL)
    fascia_db_push_step (db, step, operation);
  return operation;
}

FasciaOperation *
fascia_db_finish_operation (FasciaDb *db, FasciaOperation *operation)
{
  if (operation == NULL)
    fascia_db_rollback (db);
  else if (db->hook != NULL)
    db->hook (db, operation, fascia_operation_get_changes (operation), db->hook_data);
  return operation;
}

/* ---- the open check-in ---- */

GPtrArray *
fascia_db_load_open_rows (FasciaDb *db, const FasciaMoment *now, GError **error)
{
  /* The one changed last decides: if that is closed, those before it are past too. A change up to
   * half an hour ahead is one before the clock was set back. What was closed from the first moment
   * on was written elsewhere and says nothing about what the person is doing here. */
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT id, closed FROM entry INDEXED BY entry_by_day "
                           "WHERE day = ?1 AND kind = 'check-in' "
                           "AND abs (changed_ms - ?2) < ?3 "
                           "AND (closed = 0 OR changed_ms <> utc_ms) "
                           "ORDER BY changed_ms DESC, id DESC LIMIT 1",
                           error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, now->day);
  sqlite3_bind_int64 (statement, 2, now->utc_ms);
  sqlite3_bind_int64 (statement, 3, FASCIA_CHECK_IN_OPEN_MS);
  int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return NULL;
  if (row == 0)
    return fascia_rows_new ();
  gint64 id = sqlite3_column_int64 (statement, 0);
  gboolean is_closed = sqlite3_column_int (statement, 1) != 0;
  sqlite3_reset (statement);
  return is_closed ? fascia_rows_new () : fascia_db_load_rows_by_id (db, id, error);
}

FasciaEntry *
fascia_db_get_open_check_in (FasciaDb *db, GError **error)
{
  FasciaMoment now;

  g_return_val_if_fail (db != NULL, NULL);

  fascia_clock_now (db->clock, &now);
  g_autoptr (GPtrArray) rows = fascia_db_load_open_rows (db, &now, error);
  return rows != NULL && rows->len > 0 ? fascia_db_rows_to_entry (db, rows, error) : NULL;
}

gboolean
fascia_rows_are_open_at (GPtrArray *rows, const FasciaMoment *now)
{
  FasciaRow *entry = fascia_rows_get_entry (rows);

  return entry->values[FASCIA_ENTRY_DAY].integer == now->day
         && entry->values[FASCIA_ENTRY_CLOSED].integer == 0
         && ABS (entry->values[FASCIA_ENTRY_CHANGED_MS].integer - now->utc_ms)
                < FASCIA_CHECK_IN_OPEN_MS;
}

/* ---- the other operations ---- */

/* Changes @rows; returns FALSE with an error when it cannot. */
typedef gboolean (*EditFunc) (FasciaDb *db, GPtrArray *rows, gconstpointer data, GError **error);

static FasciaOperation *
edit_in_transaction (FasciaDb *db,
                     FasciaOperationKind kind,
                     const FasciaUid *uid,
                     EditFunc edit,
                     gconstpointer data,
                     GError **error)
{
  FasciaMoment now;

  g_autoptr (GPtrArray) before = fascia_db_load_rows (db, uid, error);
  if (before == NULL)
    return NULL;
  if (before->len == 0)
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path, NULL);
      return NULL;
    }
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  if (!edit (db, after, data, error))
    return NULL;
  fascia_clock_now (db->clock, &now);
  if (after->len > 0 && fascia_rows_are_open_at (after, &now))
    {
      FasciaRow *entry = fascia_rows_edit (after, fascia_rows_get_entry (after));
      fascia_row_set_int64 (entry, FASCIA_ENTRY_CHANGED_MS, now.utc_ms);
    }
  return fascia_db_commit_rows (db, kind, uid, before, after, error);
}

static FasciaOperation *
edit_entry (FasciaDb *db,
            FasciaOperationKind kind,
            const FasciaUid *uid,
            EditFunc edit,
            gconstpointer data,
            GError **error)
{
  if (!fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db, edit_in_transaction (db, kind, uid, edit, data, error));
}

typedef struct
{
  const char *region;
  FasciaScale scale;
} Place;

static gboolean
edit_unmark (FasciaDb *db, GPtrArray *rows, gconstpointer data, GError **error)
{
  const Place *place = data;
  FasciaRow *row = fascia_rows_find_mark (rows, place->region, place->scale);

  if (row == NULL)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path,
                                   _ ("This place is not marked there."));
  fascia_rows_remove_mark (rows, row);
  if (fascia_rows_are_empty (rows))
    g_ptr_array_set_size (rows, 0);
  return TRUE;
}

FasciaOperation *
fascia_db_unmark (FasciaDb *db,
                  const FasciaUid *entry,
                  const char *region,
                  FasciaScale scale,
                  GError **error)
{
  Place place = { region, scale };

  g_return_val_if_fail (db != NULL && entry != NULL && region != NULL, NULL);

  return edit_entry (db, FASCIA_OPERATION_UNMARK, entry, edit_unmark, &place, error);
}

static gboolean
edit_delete (FasciaDb *db, GPtrArray *rows, gconstpointer data, GError **error)
{
  g_ptr_array_set_size (rows, 0);
  return TRUE;
}

FasciaOperation *
fascia_db_delete_entry (FasciaDb *db, const FasciaUid *entry, GError **error)
{
  g_return_val_if_fail (db != NULL && entry != NULL, NULL);

  return edit_entry (db, FASCIA_OPERATION_DELETE_ENTRY, entry, edit_delete, NULL, error);
}

static gboolean
edit_note (FasciaDb *db, GPtrArray *rows, gconstpointer data, GError **error)
{
  const char *note = data;
  FasciaRow *entry = fascia_rows_edit (rows, fascia_rows_get_entry (rows));

  fascia_row_set_text (entry, FASCIA_ENTRY_NOTE_TEXT, fascia_note_is_blank (note) ? NULL : note);
  /* An entry that said nothing else is gone with its words. */
  if (fascia_rows_are_empty (rows))
    g_ptr_array_set_size (rows, 0);
  return TRUE;
}

FasciaOperation *
fascia_db_set_note (FasciaDb *db, const FasciaUid *entry, const char *note, GError **error)
{
  g_return_val_if_fail (db != NULL && entry != NULL, NULL);

  if (!fascia_db_check_note (db, note, error))
    return NULL;
  return edit_entry (db, FASCIA_OPERATION_SET_NOTE, entry, edit_note, note, error);
}

static FasciaOperation *
close_in_transaction (FasciaDb *db, GError **error)
{
  FasciaMoment now;
  FasciaUid uid;

  fascia_clock_now (db->clock, &now);
  g_autoptr (GPtrArray) before = fascia_db_load_open_rows (db, &now, error);
  if (before == NULL)
    return NULL;
  if (before->len == 0)
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path,
                              _ ("There is no open check-in."));
      return NULL;
    }
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  FasciaRow *entry = fascia_rows_edit (after, fascia_rows_get_entry (after));
  memcpy (uid.bytes, entry->values[FASCIA_ENTRY_UID].bytes, sizeof uid.bytes);
  fascia_row_set_int64 (entry, FASCIA_ENTRY_CLOSED, 1);
  /* Later than its beginning in any case: see fascia_db_load_open_rows(). */
  fascia_row_set_int64 (entry, FASCIA_ENTRY_CHANGED_MS,
                        MAX (now.utc_ms, entry->values[FASCIA_ENTRY_UTC_MS].integer + 1));
  return fascia_db_commit_rows (db, FASCIA_OPERATION_CLOSE_CHECK_IN, &uid, before, after, error);
}

FasciaOperation *
fascia_db_close_check_in (FasciaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  if (!fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db, close_in_transaction (db, error));
}
