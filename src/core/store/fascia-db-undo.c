/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back: the stack of operations, and taking one of them back. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-db-operations.h"

/* Choosing a level is often trying several: changes that follow each other faster are one. */
#define MERGE_MS 10000

/* ---- the undo stack ---- */

typedef struct
{
  guint64 operation;
  gint64 utc_ms; /* when */
  FasciaUid uid;
  GPtrArray *before; /* the rows that the operation changed, as they were … */
  GPtrArray *after;  /* … and as it left them */
} UndoStep;

static void
undo_step_free (UndoStep *step)
{
  g_ptr_array_unref (step->before);
  g_ptr_array_unref (step->after);
  g_free (step);
}

void
fascia_db_clear_undo (FasciaDb *db)
{
  g_queue_clear_full (&db->undo, (GDestroyNotify) undo_step_free);
}

/* The rows of @rows that @others has not, or not like that. */
static GPtrArray *
get_different (GPtrArray *rows, GPtrArray *others)
{
  GPtrArray *different = fascia_rows_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);
      FasciaRow *other = fascia_rows_find (others, row->table, fascia_row_get_id (row));

      if (other == NULL || !fascia_row_equal (row, other))
        g_ptr_array_add (different, fascia_row_ref (row));
    }
  return different;
}

/* Adds those of @others that @rows has not in any form. */
static void
add_missing (GPtrArray *rows, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (others, i);

      if (fascia_rows_find (rows, row->table, fascia_row_get_id (row)) == NULL)
        g_ptr_array_add (rows, fascia_row_ref (row));
    }
  fascia_rows_sort (rows);
}

static void
take_column_of (FasciaRow *row, const FasciaRow *other, guint column)
{
  const FasciaValue *value = &other->values[column];

  if (value->type == SQLITE_INTEGER)
    fascia_row_set_int64 (row, column, value->integer);
  else
    fascia_row_set_null (row, column);
}

/* As if it still had its time of the last change, or its level and whoever gave that. */
static FasciaRow *
without_level_change (const FasciaRow *row, const FasciaRow *old)
{
  FasciaRow *copy = fascia_row_copy (row);

  if (row->table == FASCIA_TABLE_ENTRY)
    take_column_of (copy, old, FASCIA_ENTRY_CHANGED_MS);
  else
    {
      take_column_of (copy, old, FASCIA_MARK_LEVEL);
      take_column_of (copy, old, FASCIA_MARK_DRAWN);
    }
  return copy;
}

/* What the step changed besides the time of the last change: 0 nothing, otherwise the id of the
 * mark whose level alone it changed, or -1 for anything else. */
static gint64
get_level_change (const UndoStep *step)
{
  gint64 mark = 0;

  if (step->before->len != step->after->len)
    return -1;
  for (guint i = 0; i < step->after->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (step->after, i);
      FasciaRow *old = fascia_rows_find (step->before, row->table, fascia_row_get_id (row));

      if (old == NULL || (row->table != FASCIA_TABLE_ENTRY && row->table != FASCIA_TABLE_MARK))
        return -1;
      g_autoptr (FasciaRow) comparable = without_level_change (row, old);
      if (!fascia_row_equal (comparable, old))
        return -1;
      if (row->table == FASCIA_TABLE_MARK && mark != 0)
        return -1;
      if (row->table == FASCIA_TABLE_MARK)
        mark = fascia_row_get_id (row);
    }
  return mark;
}

/* The newest step and @step become one; it may come to nothing. */
static void
merge_with_newest (FasciaDb *db, UndoStep *step)
{
  UndoStep *newest = g_queue_pop_head (&db->undo);

  add_missing (newest->before, step->before);
  add_missing (step->after, newest->after);
  g_ptr_array_unref (step->before);
  step->before = get_different (newest->before, step->after);
  g_autoptr (GPtrArray) after = step->after;
  step->after = get_different (after, newest->before);
  undo_step_free (newest);
}

gboolean
fascia_db_push_undo (FasciaDb *db,
                     guint64 operation,
                     const FasciaUid *uid,
                     GPtrArray *before,
                     GPtrArray *after)
{
  const UndoStep *newest = g_queue_peek_head (&db->undo);
  UndoStep *step = g_new0 (UndoStep, 1);

  step->operation = operation;
  step->utc_ms = fascia_clock_now_ms (db->clock);
  step->uid = *uid;
  step->before = get_different (before, after);
  step->after = get_different (after, before);
  gint64 mark = get_level_change (step);
  if (mark > 0 && newest != NULL && fascia_uid_equal (&newest->uid, uid)
      && ABS (step->utc_ms - newest->utc_ms) < MERGE_MS && get_level_change (newest) == mark)
    merge_with_newest (db, step);
  if (get_level_change (step) == 0)
    {
      undo_step_free (step);
      return FALSE;
    }
  g_queue_push_head (&db->undo, step);
  while (db->undo.length > FASCIA_DB_MAX_UNDO)
    undo_step_free (g_queue_pop_tail (&db->undo));
  return TRUE;
}

/* ---- undo ---- */

static gboolean
set_changed (FasciaDb *db, GError **error)
{
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_CHANGED, db->path, NULL);
}

/* The time of the last change moves with every operation on an entry. It alone is no reason to
 * refuse, and the newest one stays. */
static FasciaRow *
with_changed_ms_of (const FasciaRow *row, const FasciaRow *other)
{
  FasciaRow *copy = fascia_row_copy (row);

  if (row->table == FASCIA_TABLE_ENTRY)
    fascia_row_set_int64 (copy, FASCIA_ENTRY_CHANGED_MS,
                          other->values[FASCIA_ENTRY_CHANGED_MS].integer);
  return copy;
}

/* Takes what the operation wrote out of @rows; refuses when it is not there as it was left. */
static gboolean
take_back (FasciaDb *db, UndoStep *step, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < step->after->len; i++)
    {
      FasciaRow *left = g_ptr_array_index (step->after, i);
      FasciaRow *old = fascia_rows_find (step->before, left->table, fascia_row_get_id (left));
      FasciaRow *now = fascia_rows_find (rows, left->table, fascia_row_get_id (left));

      if (now == NULL)
        return set_changed (db, error);
      g_autoptr (FasciaRow) comparable = with_changed_ms_of (left, now);
      if (!fascia_row_equal (comparable, now))
        return set_changed (db, error);

      gboolean is_newest = fascia_row_equal (left, now);
      g_autoptr (FasciaRow) kept = fascia_row_ref (now);
      g_ptr_array_remove (rows, now);
      if (old != NULL)
        g_ptr_array_add (rows, is_newest ? fascia_row_ref (old) : with_changed_ms_of (old, kept));
    }
  return TRUE;
}

/* Puts back what the operation removed; refuses when something else has taken its place. */
static gboolean
put_back (FasciaDb *db, UndoStep *step, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < step->before->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (step->before, i);

      if (fascia_rows_find (step->after, row->table, fascia_row_get_id (row)) != NULL)
        continue;
      if (fascia_rows_find (rows, row->table, fascia_row_get_id (row)) != NULL)
        return set_changed (db, error);
      if (row->table == FASCIA_TABLE_MARK)
        {
          FasciaScale scale = FASCIA_SCALE_TIGHTNESS;

          fascia_scale_from_code (fascia_row_get_text (row, FASCIA_MARK_SCALE), &scale);
          if (fascia_rows_find_mark (rows, fascia_row_get_text (row, FASCIA_MARK_REGION), scale)
              != NULL)
            return set_changed (db, error);
        }
      if (row->table == FASCIA_TABLE_SPREAD
          && fascia_rows_find_spread (rows, fascia_row_get_text (row, FASCIA_SPREAD_ROW_FROM),
                                      fascia_row_get_text (row, FASCIA_SPREAD_ROW_TO))
                 != NULL)
        return set_changed (db, error);
      g_ptr_array_add (rows, fascia_row_ref (row));
    }
  fascia_rows_sort (rows);
  /* Nothing may be left without the row that owns it. */
  if (rows->len > 0 && fascia_rows_get_entry (rows) == NULL)
    return set_changed (db, error);
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && fascia_rows_find (rows, FASCIA_TABLE_MARK, row->values[FASCIA_FEELING_MARK].integer)
                 == NULL)
        return set_changed (db, error);
    }
  return TRUE;
}

static FasciaOperation *
undo_in_transaction (FasciaDb *db, UndoStep *step, GError **error)
{
  g_autoptr (GPtrArray) before = fascia_db_load_rows (db, &step->uid, error);

  if (before == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  if (!take_back (db, step, after, error) || !put_back (db, step, after, error))
    return NULL;
  return fascia_db_commit_rows (db, FASCIA_OPERATION_UNDO, &step->uid, before, after, error);
}

FasciaOperation *
fascia_db_undo (FasciaDb *db, guint64 operation, GError **error)
{
  GList *link;

  g_return_val_if_fail (db != NULL, NULL);

  for (link = db->undo.head; link != NULL; link = link->next)
    if (operation == 0 || ((UndoStep *) link->data)->operation == operation)
      break;
  if (link == NULL)
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, db->path,
                              _ ("There is nothing to undo."));
      return NULL;
    }
  if (!fascia_db_begin (db, error))
    return NULL;

  /* The step goes from the stack before the hook runs, which may look at it. */
  FasciaOperation *undone = undo_in_transaction (db, link->data, error);
  if (undone != NULL)
    {
      undo_step_free (link->data);
      g_queue_delete_link (&db->undo, link);
    }
  return fascia_db_finish_operation (db, undone);
}
