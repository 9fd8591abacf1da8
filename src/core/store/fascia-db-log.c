/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing down what a person says: marks, drawings, spreads, words. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-operations.h"

/* ---- what the journal takes ---- */

static gboolean
check_log (FasciaDb *db, const FasciaLog *log, GError **error)
{
  if (fascia_log_is_words (log) && fascia_note_is_blank (log->note))
    return fascia_db_set_invalid (db, error, _ ("There is nothing to write."));
  if (fascia_log_takes_out (log) && log->entry == NULL)
    return fascia_db_set_invalid (db, error, _ ("What is taken out is taken out of an entry."));
  if (log->at != NULL
      && (!fascia_db_check_moment (db, log->at, error)
          || !fascia_db_check_not_ahead (db, log->at->utc_ms, error)))
    return FALSE;
  for (guint i = 0; i < log->n_marks; i++)
    if (!fascia_db_check_mark (db, &log->marks[i], log->nothing_today, error))
      return FALSE;
  for (guint i = 0; i < log->n_drawings; i++)
    if (!fascia_db_check_drawing (db, &log->drawings[i], log->nothing_today, error))
      return FALSE;
  for (guint i = 0; i < log->n_spreads; i++)
    if (!fascia_db_check_spread (db, &log->spreads[i], error))
      return FALSE;
  return fascia_db_check_note (db, log->note, error);
}

/* ---- where to ---- */

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
  if (log->at != NULL || log->new_check_in || fascia_log_is_words (log))
    return fascia_rows_new ();

  GPtrArray *rows = fascia_db_load_open_rows (db, now, error);
  if (rows != NULL && log->nothing_today && fascia_rows_are_above_none (rows))
    g_ptr_array_set_size (rows, 0);
  return rows;
}

/* ---- rows ---- */

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

static void
put_mark (FasciaDb *db, GPtrArray *rows, gint64 entry_id, gint64 utc_ms, const FasciaMark *mark)
{
  FasciaRow *row = fascia_rows_find_mark (rows, mark->region, mark->scale);

  /* A drawing never speaks over what a person gave. */
  if (row != NULL && mark->is_drawn && row->values[FASCIA_MARK_DRAWN].integer == 0)
    return;
  if (row == NULL)
    {
      FasciaUid uid;

      fascia_db_make_uid (db, utc_ms, &uid);
      row = fascia_row_new (db, FASCIA_TABLE_MARK);
      fascia_row_set_int64 (row, FASCIA_MARK_ENTRY, entry_id);
      fascia_row_set_text (row, FASCIA_MARK_SCALE, fascia_scale_to_code (mark->scale));
      fascia_row_set_text (row, FASCIA_MARK_REGION, mark->region);
      fascia_row_set_uid (row, FASCIA_MARK_UID, &uid);
      g_ptr_array_add (rows, row);
    }
  row = fascia_rows_edit (rows, row);
  fascia_row_set_int64 (row, FASCIA_MARK_DRAWN, mark->is_drawn != FALSE);
  /* "Marked" says less than a level does, and takes none away. */
  if (mark->level != FASCIA_LEVEL_NOT_GIVEN)
    fascia_row_set_int64 (row, FASCIA_MARK_LEVEL, mark->level);
  if (mark->feelings != NULL)
    fascia_rows_set_feelings (db, rows, fascia_row_get_id (row), mark->feelings);
}

/* ---- writing it ---- */

static void
take_out (GPtrArray *rows, const FasciaLog *log)
{
  for (guint i = 0; i < log->n_gone_marks; i++)
    {
      FasciaRow *mark
          = fascia_rows_find_mark (rows, log->gone_marks[i].region, log->gone_marks[i].scale);

      if (mark != NULL)
        fascia_rows_remove_mark (rows, mark);
    }
  for (guint i = 0; i < log->n_gone_drawings; i++)
    {
      FasciaRow *drawing = fascia_rows_find_drawing (rows, &log->gone_drawings[i]);

      if (drawing != NULL)
        g_ptr_array_remove (rows, drawing);
    }
  for (guint i = 0; i < log->n_gone_spreads; i++)
    {
      FasciaRow *spread
          = fascia_rows_find_spread (rows, log->gone_spreads[i].from, log->gone_spreads[i].to);

      if (spread != NULL)
        g_ptr_array_remove (rows, spread);
    }
}

static void
put_in (FasciaDb *db, GPtrArray *rows, gint64 entry_id, gint64 utc_ms, const FasciaLog *log)
{
  for (guint i = 0; i < log->n_marks; i++)
    put_mark (db, rows, entry_id, utc_ms, &log->marks[i]);
  for (guint i = 0; i < log->n_drawings; i++)
    {
      FasciaDrawing drawing = log->drawings[i];

      drawing.uid = (FasciaUid) { { 0 } };
      fascia_db_add_drawing_row (db, rows, entry_id, utc_ms, &drawing);
    }
  for (guint i = 0; i < log->n_spreads; i++)
    if (fascia_rows_find_spread (rows, log->spreads[i].from, log->spreads[i].to) == NULL)
      fascia_db_add_spread_row (db, rows, entry_id, utc_ms, &log->spreads[i]);
}

/* The row of a new entry. */
static FasciaRow *
begin_entry (FasciaDb *db,
             GPtrArray *rows,
             const FasciaLog *log,
             const FasciaMoment *now,
             FasciaUid *uid)
{
  FasciaEntryKind kind = fascia_log_is_words (log) ? FASCIA_ENTRY_NOTE : FASCIA_ENTRY_CHECK_IN;

  fascia_db_make_uid (db, now->utc_ms, uid);
  FasciaRow *entry = add_entry_row (db, rows, kind, log->at != NULL ? log->at : now, uid);
  /* What is written down for another moment is whole in itself: closed from its first moment on it
   * is neither joined nor does it end the open check-in. */
  if (log->at != NULL && kind == FASCIA_ENTRY_CHECK_IN)
    fascia_row_set_int64 (entry, FASCIA_ENTRY_CLOSED, 1);
  return entry;
}

/* Changes @rows, whose entry @entry is, to what @log says. */
static gboolean
apply (FasciaDb *db,
       GPtrArray *rows,
       FasciaRow *entry,
       const FasciaLog *log,
       gint64 utc_ms,
       GError **error)
{
  if (log->n_marks + log->n_drawings + log->n_spreads + log->nothing_today > 0
      && g_strcmp0 (fascia_row_get_text (entry, FASCIA_ENTRY_KIND), "check-in") != 0)
    return fascia_db_set_invalid (db, error, _ ("Places can only be marked in a check-in."));

  take_out (rows, log);
  put_in (db, rows, fascia_row_get_id (entry), utc_ms, log);
  g_autofree char *note
      = fascia_note_join (fascia_row_get_text (entry, FASCIA_ENTRY_NOTE_TEXT), log->note);
  fascia_row_set_text (entry, FASCIA_ENTRY_NOTE_TEXT, note);

  gboolean is_above_none = fascia_rows_are_above_none (rows);
  if (log->nothing_today && is_above_none)
    return fascia_db_set_invalid (
        db, error, _ ("“Nothing today” and a place that is tight do not go together."));
  /* A place marked later contradicts the flag. */
  if (log->nothing_today)
    fascia_row_set_int64 (entry, FASCIA_ENTRY_NOTHING_TODAY, 1);
  else if (is_above_none)
    fascia_row_set_int64 (entry, FASCIA_ENTRY_NOTHING_TODAY, 0);

  fascia_rows_sort (rows);
  if (fascia_log_takes_out (log) && fascia_rows_are_empty (rows))
    g_ptr_array_set_size (rows, 0);
  return TRUE;
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
    entry = begin_entry (db, after, log, &now, &uid);
  else
    {
      entry = fascia_rows_edit (after, fascia_rows_get_entry (after));
      memcpy (uid.bytes, entry->values[FASCIA_ENTRY_UID].bytes, sizeof uid.bytes);
      if (log->at == NULL && fascia_rows_are_open_at (before, &now))
        fascia_row_set_int64 (entry, FASCIA_ENTRY_CHANGED_MS, now.utc_ms);
    }
  if (!apply (db, after, entry, log, now.utc_ms, error))
    return NULL;
  return fascia_db_commit_rows (db, FASCIA_OPERATION_LOG, &uid, before, after, error);
}

FasciaOperation *
fascia_db_log (FasciaDb *db, const FasciaLog *log, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (log->n_marks == 0 || log->marks != NULL, NULL);
  g_return_val_if_fail (log->n_drawings == 0 || log->drawings != NULL, NULL);
  g_return_val_if_fail (log->n_spreads == 0 || log->spreads != NULL, NULL);
  g_return_val_if_fail (log->n_gone_marks == 0 || log->gone_marks != NULL, NULL);
  g_return_val_if_fail (log->n_gone_drawings == 0 || log->gone_drawings != NULL, NULL);
  g_return_val_if_fail (log->n_gone_spreads == 0 || log->gone_spreads != NULL, NULL);

  if (!check_log (db, log, error) || !fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db, log_in_transaction (db, log, error));
}
