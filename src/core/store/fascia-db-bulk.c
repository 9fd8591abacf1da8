/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many entries in one transaction: the practice journal, imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-operation-private.h"
#include "fascia-db-operations.h"

static void
add_mark_rows (FasciaDb *db,
               GPtrArray *rows,
               gint64 entry_id,
               gint64 utc_ms,
               const FasciaMark *mark)
{
  FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_MARK);
  const char *const *feelings = fascia_mark_get_feelings (mark);
  FasciaUid uid;

  fascia_db_make_uid (db, utc_ms, &uid);
  fascia_row_set_int64 (row, FASCIA_MARK_ENTRY, entry_id);
  if (mark->level != FASCIA_LEVEL_NOT_GIVEN)
    fascia_row_set_int64 (row, FASCIA_MARK_LEVEL, mark->level);
  fascia_row_set_text (row, FASCIA_MARK_SCALE, fascia_scale_to_code (mark->scale));
  fascia_row_set_text (row, FASCIA_MARK_REGION, mark->region);
  fascia_row_set_uid (row, FASCIA_MARK_UID, &uid);
  fascia_row_set_int64 (row, FASCIA_MARK_DRAWN, mark->is_drawn != FALSE);
  g_ptr_array_add (rows, row);
  for (guint i = 0; feelings[i] != NULL; i++)
    {
      FasciaRow *feeling = fascia_row_new (db, FASCIA_TABLE_MARK_FEELING);

      fascia_row_set_int64 (feeling, FASCIA_FEELING_MARK, fascia_row_get_id (row));
      fascia_row_set_text (feeling, FASCIA_FEELING_CODE, feelings[i]);
      g_ptr_array_add (rows, feeling);
    }
}

GPtrArray *
fascia_db_entry_to_rows (FasciaDb *db, FasciaEntry *entry)
{
  GPtrArray *rows = fascia_rows_new ();
  FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_ENTRY);
  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  guint n_marks, n_drawings, n_spreads;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  fascia_row_set_uid (row, FASCIA_ENTRY_UID, fascia_entry_get_uid (entry));
  fascia_row_set_text (row, FASCIA_ENTRY_KIND,
                       fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
  fascia_row_set_int64 (row, FASCIA_ENTRY_UTC_MS, moment->utc_ms);
  fascia_row_set_int64 (row, FASCIA_ENTRY_DAY, moment->day);
  fascia_row_set_int64 (row, FASCIA_ENTRY_OFFSET_MIN, moment->offset_min);
  fascia_row_set_text (row, FASCIA_ENTRY_ZONE, moment->zone);
  fascia_row_set_int64 (row, FASCIA_ENTRY_CHANGED_MS, fascia_entry_get_changed_ms (entry));
  fascia_row_set_int64 (row, FASCIA_ENTRY_NOTHING_TODAY, fascia_entry_is_nothing_today (entry));
  fascia_row_set_int64 (row, FASCIA_ENTRY_CLOSED, fascia_entry_is_closed (entry));
  if (!fascia_note_is_blank (fascia_entry_get_note (entry)))
    fascia_row_set_text (row, FASCIA_ENTRY_NOTE_TEXT, fascia_entry_get_note (entry));
  g_ptr_array_add (rows, row);
  for (guint i = 0; i < n_marks; i++)
    add_mark_rows (db, rows, fascia_row_get_id (row), moment->utc_ms, &marks[i]);
  for (guint i = 0; i < n_drawings; i++)
    fascia_db_add_drawing_row (db, rows, fascia_row_get_id (row), moment->utc_ms, &drawings[i]);
  for (guint i = 0; i < n_spreads; i++)
    fascia_db_add_spread_row (db, rows, fascia_row_get_id (row), moment->utc_ms, &spreads[i]);
  fascia_rows_sort (rows);
  return rows;
}

gboolean
fascia_db_check_entry (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  guint n_marks, n_drawings, n_spreads;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  if (!fascia_db_check_moment (db, fascia_entry_get_moment (entry), error)
      || !fascia_db_check_note (db, fascia_entry_get_note (entry), error))
    return FALSE;
  for (guint i = 0; i < n_marks; i++)
    if (!fascia_db_check_mark (db, &marks[i], fascia_entry_is_nothing_today (entry), error))
      return FALSE;
  for (guint i = 0; i < n_drawings; i++)
    if (!fascia_db_check_drawing (db, &drawings[i], fascia_entry_is_nothing_today (entry), error))
      return FALSE;
  for (guint i = 0; i < n_spreads; i++)
    if (!fascia_db_check_spread (db, &spreads[i], error))
      return FALSE;
  return TRUE;
}

/* Says which of many it was. */
static void
add_number (FasciaDb *db, guint number, GError **error)
{
  if (error == NULL || !g_error_matches (*error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID))
    return;
  /* Translators: %u is the number of an entry in a list, %s a sentence that says what is wrong. */
  g_autofree char *text = g_strdup_printf (_ ("Entry %u: %s"), number, (*error)->message);
  g_clear_error (error);
  fascia_db_set_invalid (db, error, text);
}

/* *@row_id: the row of the last one. */
static gboolean
insert_all (FasciaDb *db,
            FasciaEntry *const *entries,
            guint n_entries,
            gint64 *row_id,
            GError **error)
{
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GPtrArray) rows = fascia_db_check_entry (db, entries[i], error)
                                       ? fascia_db_entry_to_rows (db, entries[i])
                                       : NULL;

      if (rows == NULL || !fascia_db_write_rows (db, nothing, rows, error))
        {
          if (n_entries > 1)
            add_number (db, i + 1, error);
          return FALSE;
        }
      *row_id = fascia_row_get_id (fascia_rows_get_entry (rows));
    }
  return fascia_db_commit (db, error);
}

/* Of one entry it can be told which; of many only that much is new. */
static void
tell_hook (FasciaDb *db, const FasciaEntry *only, gint64 row_id)
{
  const FasciaChangeFlags changes
      = FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT | FASCIA_CHANGE_DRAWINGS;
  g_autoptr (FasciaOperation) operation = NULL;

  if (db->hook == NULL)
    return;
  /* As it is now: what was drawn has got its names. */
  g_autoptr (FasciaEntry) entry
      = only != NULL ? fascia_db_get_entry (db, fascia_entry_get_uid (only), NULL) : NULL;
  if (entry != NULL)
    operation = fascia_operation_new (++db->last_operation, FASCIA_OPERATION_LOG, changes, row_id,
                                      NULL, entry, FALSE);
  db->hook (db, operation, changes, db->hook_data);
}

gboolean
fascia_db_insert_entries (FasciaDb *db,
                          FasciaEntry *const *entries,
                          guint n_entries,
                          GError **error)
{
  gint64 row_id = 0;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (entries != NULL || n_entries == 0, FALSE);

  if (!fascia_db_begin (db, error))
    return FALSE;
  if (!insert_all (db, entries, n_entries, &row_id, error))
    {
      fascia_db_rollback (db);
      return FALSE;
    }
  tell_hook (db, n_entries == 1 ? entries[0] : NULL, row_id);
  return TRUE;
}
