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

static FasciaChangeFlags
compare_entries (const FasciaEntry *before, const FasciaEntry *after)
{
  FasciaChangeFlags flags = FASCIA_CHANGE_UNDO;
  const FasciaEntry *only = before != NULL ? before : after;

  if (before == NULL || after == NULL)
    {
      guint n_marks;

      flags |= FASCIA_CHANGE_ENTRIES;
      fascia_entry_get_marks (only, &n_marks);
      if (n_marks > 0 || fascia_entry_is_nothing_today (only))
        flags |= FASCIA_CHANGE_MARKS;
      if (fascia_entry_get_note (only) != NULL)
        flags |= FASCIA_CHANGE_TEXT;
      return flags;
    }
  if (!have_same_marks (before, after))
    flags |= FASCIA_CHANGE_MARKS;
  if (g_strcmp0 (fascia_entry_get_note (before), fascia_entry_get_note (after)) != 0)
    flags |= FASCIA_CHANGE_TEXT;
  if (fascia_entry_is_closed (before) != fascia_entry_is_closed (after))
    flags |= FASCIA_CHANGE_ENTRIES;
  return flags;
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
  gboolean can_undo = FALSE;
  db->last_operation++;
  if (kind != FASCIA_OPERATION_UNDO)
    can_undo = fascia_db_push_undo (db, db->last_operation, uid, before, after);
  return fascia_operation_new (db->last_operation, kind,
                               compare_entries (entry_before, entry_after), row_id, entry_before,
                               entry_after, can_undo);
}

FasciaOperation *
fascia_db_finish_operation (FasciaDb *db, FasciaOperation *operation)
{
  if (operation == NULL)
    fascia_db_rollback (db);
  else if (db->hook != NULL)
    db->hook (db, operation, db->hook_data);
  return operation;
}

/* ---- changing rows ---- */

/* A copy of the entry's row, in its place in @rows, that may be written to. */
static FasciaRow *
edit_row (GPtrArray *rows, FasciaRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_ptr_array_index (rows, i) == row)
      {
        FasciaRow *copy = fascia_row_copy (row);

        fascia_row_unref (row);
        rows->pdata[i] = copy;
        return copy;
      }
  g_return_val_if_reached (row);
}

static FasciaRow *
add_entry_row (FasciaDb *db,
               GPtrArray *rows,
               FasciaEntryKind kind,
               const FasciaMoment *moment,
               const FasciaUid *uid)
{
  FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_ENTRY);

  fascia_row_set_uid (row, FASCIA_ENTRY_UID, uid);
  fascia_row_set_text (row, FASCIA_ENTRY_KIND, fascia_entry_kind_to_code (kind));
  fascia_row_set_int64 (row, FASCIA_ENTRY_UTC_MS, moment->utc_ms);
  fascia_row_set_int64 (row, FASCIA_ENTRY_DAY, moment->day);
  fascia_row_set_int64 (row, FASCIA_ENTRY_OFFSET_MIN, moment->offset_min);
  fascia_row_set_text (row, FASCIA_ENTRY_ZONE, moment->zone != NULL ? moment->zone : "UTC");
  fascia_row_set_int64 (row, FASCIA_ENTRY_CHANGED_MS, moment->utc_ms);
  fascia_row_set_int64 (row, FASCIA_ENTRY_NOTHING_TODAY, 0);
  fascia_row_set_int64 (row, FASCIA_ENTRY_CLOSED, 0);
  g_ptr_array_add (rows, row);
  return row;
}

FasciaRow *
fascia_rows_find_mark (GPtrArray *rows, const char *region, FasciaScale scale)
{
  const char *code = fascia_scale_to_code (scale);

  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_MARK_REGION), region) == 0
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_MARK_SCALE), code) == 0)
        return row;
    }
  return NULL;
}

static void
remove_feelings (GPtrArray *rows, gint64 mark_id)
{
  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && row->values[FASCIA_FEELING_MARK].integer == mark_id)
        g_ptr_array_remove_index (rows, i - 1);
    }
}

static gboolean
has_feeling (GPtrArray *rows, gint64 mark_id, const char *feeling)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && row->values[FASCIA_FEELING_MARK].integer == mark_id
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_FEELING_CODE), feeling) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Keeps the rows of feelings that stay, so that only what changes is written. */
static void
set_feelings (FasciaDb *db, GPtrArray *rows, gint64 mark_id, const char *const *feelings)
{
  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && row->values[FASCIA_FEELING_MARK].integer == mark_id
          && !g_strv_contains (feelings, fascia_row_get_text (row, FASCIA_FEELING_CODE)))
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; feelings[i] != NULL; i++)
    {
      if (has_feeling (rows, mark_id, feelings[i]))
        continue;
      FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_MARK_FEELING);
      fascia_row_set_int64 (row, FASCIA_FEELING_MARK, mark_id);
      fascia_row_set_text (row, FASCIA_FEELING_CODE, feelings[i]);
      g_ptr_array_add (rows, row);
    }
}

static void
put_mark (FasciaDb *db, GPtrArray *rows, gint64 entry_id, const FasciaMark *mark)
{
  FasciaRow *row = fascia_rows_find_mark (rows, mark->region, mark->scale);

  if (row == NULL)
    {
      FasciaUid uid;

      fascia_db_make_uid (db, fascia_clock_now_ms (db->clock), &uid);
      row = fascia_row_new (db, FASCIA_TABLE_MARK);
      fascia_row_set_int64 (row, FASCIA_MARK_ENTRY, entry_id);
      fascia_row_set_text (row, FASCIA_MARK_SCALE, fascia_scale_to_code (mark->scale));
      fascia_row_set_text (row, FASCIA_MARK_REGION, mark->region);
      fascia_row_set_uid (row, FASCIA_MARK_UID, &uid);
      g_ptr_array_add (rows, row);
    }
  /* "Marked" says less than a level does, and takes none away. */
  if (mark->level != FASCIA_LEVEL_NOT_GIVEN)
    {
      row = edit_row (rows, row);
      fascia_row_set_int64 (row, FASCIA_MARK_LEVEL, mark->level);
    }
  if (mark->feelings != NULL)
    set_feelings (db, rows, fascia_row_get_id (row), mark->feelings);
}

static gboolean
has_place_above_none (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK
          && (row->values[FASCIA_MARK_LEVEL].type == SQLITE_NULL
              || row->values[FASCIA_MARK_LEVEL].integer > 0))
        return TRUE;
    }
  return FALSE;
}

/* Nothing that a person would miss: no row but the entry's own, no note, no flag. */
static gboolean
is_empty (GPtrArray *rows)
{
  FasciaRow *entry = fascia_rows_get_entry (rows);

  return rows->len == 1 && fascia_row_get_text (entry, FASCIA_ENTRY_NOTE_TEXT) == NULL
         && entry->values[FASCIA_ENTRY_NOTHING_TODAY].integer == 0;
}

/* ---- what the journal takes ---- */

static gboolean
check_log (FasciaDb *db, const FasciaLog *log, GError **error)
{
  if (log->n_marks == 0 && !log->nothing_today && fascia_note_is_blank (log->note))
    return fascia_db_set_invalid (db, error, _ ("There is nothing to write."));
  if (log->at != NULL && !fascia_db_check_moment (db, log->at, error))
    return FALSE;
  for (guint i = 0; i < log->n_marks; i++)
    if (!fascia_db_check_mark (db, &log->marks[i], log->nothing_today, error))
      return FALSE;
  return fascia_db_check_note (db, log->note, error);
}

/* ---- the open check-in ---- */

/* An empty list when there is none. */
static GPtrArray *
load_open_rows (FasciaDb *db, const FasciaMoment *now, GError **error)
{
  /* The one changed last decides: if that is closed, those before it are past too. A change up to
   * half an hour ahead is one before the clock was set back. What was closed from the first moment
   * on was written elsewhere and says nothing about what the person is doing here. */
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT id, closed FROM entry WHERE day = ?1 AND kind = 'check-in' "
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
  g_autoptr (GPtrArray) rows = load_open_rows (db, &now, error);
  return rows != NULL && rows->len > 0 ? fascia_db_rows_to_entry (db, rows, error) : NULL;
}

/* A change made now keeps the open check-in open; one made to an older entry does not reopen it. */
static gboolean
is_open_at (GPtrArray *rows, const FasciaMoment *now)
{
  FasciaRow *entry = fascia_rows_get_entry (rows);

  return entry->values[FASCIA_ENTRY_DAY].integer == now->day
         && entry->values[FASCIA_ENTRY_CLOSED].integer == 0
         && ABS (entry->values[FASCIA_ENTRY_CHANGED_MS].integer - now->utc_ms)
                < FASCIA_CHECK_IN_OPEN_MS;
}

/* ---- log ---- */

/* The rows that @log is written into: those of a named entry, of the open one, or none. */
static GPtrArray *
find_target (FasciaDb *db, const FasciaLog *log, const FasciaMoment *now, GError **error)
{
  if (log->entry != NULL)
    {
      GPtrArray *rows = fascia_db_load_rows (db, log->entry, error);

      if (rows != NULL && rows->len == 0)
        {
          g_ptr_array_unref (rows);
          fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path, NULL);
          return NULL;
        }
      return rows;
    }
  /* Words alone are an entry of their own. */
  if (log->at != NULL || log->new_check_in || (log->n_marks == 0 && !log->nothing_today))
    return fascia_rows_new ();

  GPtrArray *rows = load_open_rows (db, now, error);
  if (rows != NULL && log->nothing_today && has_place_above_none (rows))
    g_ptr_array_set_size (rows, 0);
  return rows;
}

static void
add_note (FasciaRow *entry, const char *note)
{
  const char *old = fascia_row_get_text (entry, FASCIA_ENTRY_NOTE_TEXT);
  g_autofree char *both = NULL;

  if (fascia_note_is_blank (note) || g_strcmp0 (old, note) == 0)
    return;
  /* Nothing typed is lost: what joins an entry with a note stands under it. */
  if (old != NULL)
    both = g_strconcat (old, "\n", note, NULL);
  fascia_row_set_text (entry, FASCIA_ENTRY_NOTE_TEXT, both != NULL ? both : note);
}

static FasciaOperation *
log_in_transaction (FasciaDb *db, const FasciaLog *log, GError **error)
{
  FasciaMoment now;
  FasciaUid uid;
  FasciaRow *entry;

  fascia_clock_now (db->clock, &now);
  g_autoptr (GPtrArray) before = find_target (db, log, &now, error);
  if (before == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  if (before->len == 0)
    {
      gboolean is_note = log->n_marks == 0 && !log->nothing_today;

      fascia_db_make_uid (db, now.utc_ms, &uid);
      entry = add_entry_row (db, after, is_note ? FASCIA_ENTRY_NOTE : FASCIA_ENTRY_CHECK_IN,
                             log->at != NULL ? log->at : &now, &uid);
    }
  else
    {
      entry = edit_row (after, fascia_rows_get_entry (after));
      memcpy (uid.bytes, entry->values[FASCIA_ENTRY_UID].bytes, sizeof uid.bytes);
      if (log->at == NULL && is_open_at (before, &now))
        fascia_row_set_int64 (entry, FASCIA_ENTRY_CHANGED_MS, now.utc_ms);
    }

  if (log->n_marks + log->nothing_today > 0
      && g_strcmp0 (fascia_row_get_text (entry, FASCIA_ENTRY_KIND), "check-in") != 0)
    {
      fascia_db_set_invalid (db, error, _ ("Places can only be marked in a check-in."));
      return NULL;
    }
  add_note (entry, log->note);
  gint64 entry_id = fascia_row_get_id (entry);
  for (guint i = 0; i < log->n_marks; i++)
    put_mark (db, after, entry_id, &log->marks[i]);
  if (log->nothing_today && has_place_above_none (after))
    {
      fascia_db_set_invalid (db, error,
                             _ ("“Nothing today” and a place that is tight do not go together."));
      return NULL;
    }
  /* A place marked later contradicts the flag. */
  if (log->nothing_today)
    fascia_row_set_int64 (entry, FASCIA_ENTRY_NOTHING_TODAY, 1);
  else if (has_place_above_none (after))
    fascia_row_set_int64 (entry, FASCIA_ENTRY_NOTHING_TODAY, 0);
  fascia_rows_sort (after);
  return fascia_db_commit_rows (db, FASCIA_OPERATION_LOG, &uid, before, after, error);
}

FasciaOperation *
fascia_db_log (FasciaDb *db, const FasciaLog *log, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (log->n_marks == 0 || log->marks != NULL, NULL);

  if (!check_log (db, log, error) || !fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db, log_in_transaction (db, log, error));
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
  if (after->len > 0 && is_open_at (after, &now))
    {
      FasciaRow *entry = edit_row (after, fascia_rows_get_entry (after));
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
  remove_feelings (rows, fascia_row_get_id (row));
  g_ptr_array_remove (rows, row);
  if (is_empty (rows))
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
  FasciaRow *entry = edit_row (rows, fascia_rows_get_entry (rows));

  fascia_row_set_text (entry, FASCIA_ENTRY_NOTE_TEXT, fascia_note_is_blank (note) ? NULL : note);
  /* An entry that said nothing else is gone with its words. */
  if (is_empty (rows))
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
  g_autoptr (GPtrArray) before = load_open_rows (db, &now, error);
  if (before == NULL)
    return NULL;
  if (before->len == 0)
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path,
                              _ ("There is no open check-in."));
      return NULL;
    }
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  FasciaRow *entry = edit_row (after, fascia_rows_get_entry (after));
  memcpy (uid.bytes, entry->values[FASCIA_ENTRY_UID].bytes, sizeof uid.bytes);
  fascia_row_set_int64 (entry, FASCIA_ENTRY_CLOSED, 1);
  /* Later than its beginning in any case: see load_open_rows(). */
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
