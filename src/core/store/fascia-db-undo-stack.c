/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back: the stack of operations. */

#include "config.h"

#include <string.h>

#include "fascia-db-own.h"
#include "fascia-db-undo-private.h"

/* Choosing a level is often trying several: changes that follow each other faster are one. */
#define MERGE_MS 10000

static void
undo_part_clear (gpointer data)
{
  FasciaUndoPart *part = data;

  g_clear_pointer (&part->before, g_ptr_array_unref);
  g_clear_pointer (&part->after, g_ptr_array_unref);
}

static void
undo_whole_clear (gpointer data)
{
  FasciaUndoWhole *whole = data;

  g_free (whole->before);
}

FasciaUndoStep *
fascia_undo_step_new (FasciaDb *db)
{
  FasciaUndoStep *step = g_new0 (FasciaUndoStep, 1);

  step->utc_ms = fascia_clock_now_ms (db->clock);
  step->parts = g_array_new (FALSE, TRUE, sizeof (FasciaUndoPart));
  g_array_set_clear_func (step->parts, undo_part_clear);
  step->wholes = g_array_new (FALSE, FALSE, sizeof (FasciaUndoWhole));
  g_array_set_clear_func (step->wholes, undo_whole_clear);
  return step;
}

void
fascia_undo_step_free (FasciaUndoStep *step)
{
  g_array_unref (step->parts);
  g_array_unref (step->wholes);
  g_clear_pointer (&step->operation, fascia_operation_unref);
  g_free (step);
}

void
fascia_db_clear_undo (FasciaDb *db)
{
  g_queue_clear_full (&db->undo, (GDestroyNotify) fascia_undo_step_free);
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

/* Adds those of @others that neither @rows nor @known has in any form. */
static void
add_missing (GPtrArray *rows, GPtrArray *others, GPtrArray *known)
{
  for (guint i = 0; i < others->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (others, i);
      gint64 id = fascia_row_get_id (row);

      if (fascia_rows_find (rows, row->table, id) == NULL
          && fascia_rows_find (known, row->table, id) == NULL)
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
get_level_change (const FasciaUndoStep *step)
{
  gint64 mark = 0;

  if (step->parts->len != 1 || step->wholes->len > 0)
    return -1;
  const FasciaUndoPart *part = &g_array_index (step->parts, FasciaUndoPart, 0);
  if (part->is_new)
    return -1;
  if (part->before->len != part->after->len)
    return -1;
  for (guint i = 0; i < part->after->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (part->after, i);
      FasciaRow *old = fascia_rows_find (part->before, row->table, fascia_row_get_id (row));

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
merge_with_newest (FasciaDb *db, FasciaUndoStep *step)
{
  g_autoptr (FasciaUndoStep) newest = g_queue_pop_head (&db->undo);
  FasciaUndoPart *old = &g_array_index (newest->parts, FasciaUndoPart, 0);
  FasciaUndoPart *part = &g_array_index (step->parts, FasciaUndoPart, 0);

  /* What the first made was not there before it, and what the second took out is not there after. */
  add_missing (old->before, part->before, old->after);
  add_missing (part->after, old->after, part->before);
  g_ptr_array_unref (part->before);
  part->before = get_different (old->before, part->after);
  g_autoptr (GPtrArray) after = part->after;
  part->after = get_different (after, old->before);
}

static FasciaUndoPart *
add_part (FasciaUndoStep *step, const FasciaUid *uid)
{
  g_array_set_size (step->parts, step->parts->len + 1);
  FasciaUndoPart *part = &g_array_index (step->parts, FasciaUndoPart, step->parts->len - 1);
  if (uid != NULL)
    part->uid = *uid;
  return part;
}

void
fascia_undo_step_add (FasciaUndoStep *step, FasciaDb *db, GPtrArray *before, GPtrArray *after)
{
  const FasciaRow *entry = fascia_rows_get_entry (before->len > 0 ? before : after);
  FasciaUndoPart *part = add_part (step, NULL);

  if (entry != NULL && entry->values[FASCIA_ENTRY_UID].length == sizeof part->uid.bytes)
    memcpy (part->uid.bytes, entry->values[FASCIA_ENTRY_UID].bytes, sizeof part->uid.bytes);
  part->is_new = entry != NULL && before->len == 0;
  if (part->is_new)
    {
      fascia_rows_digest (after, fascia_db_get_digest_version (db), part->digest);
      return;
    }
  part->before = get_different (before, after);
  part->after = get_different (after, before);
}

void
fascia_undo_step_add_whole (FasciaUndoStep *step, const FasciaUndoWhole *whole)
{
  g_array_append_val (step->wholes, *whole);
}

FasciaUndoStep *
fascia_db_make_step (FasciaDb *db, const FasciaUid *uid, GPtrArray *before, GPtrArray *after)
{
  const FasciaUndoStep *newest = g_queue_peek_head (&db->undo);
  g_autoptr (FasciaUndoStep) step = fascia_undo_step_new (db);
  FasciaUndoPart *part = add_part (step, uid);

  part->before = get_different (before, after);
  part->after = get_different (after, before);
  gint64 mark = get_level_change (step);
  if (mark > 0 && newest != NULL && get_level_change (newest) == mark
      && fascia_uid_equal (&g_array_index (newest->parts, FasciaUndoPart, 0).uid, uid)
      && ABS (step->utc_ms - newest->utc_ms) < MERGE_MS)
    merge_with_newest (db, step);
  return get_level_change (step) != 0 ? g_steal_pointer (&step) : NULL;
}

void
fascia_db_push_step (FasciaDb *db, FasciaUndoStep *step, FasciaOperation *operation)
{
  if (!step->is_whole)
    step->operation = fascia_operation_ref (operation);
  else
    step->operation = fascia_operation_new (
        fascia_operation_get_id (operation), FASCIA_OPERATION_PUT,
        fascia_operation_get_changes (operation), fascia_operation_get_row_id (operation), NULL,
        fascia_operation_get_after (operation), TRUE);
  g_queue_push_head (&db->undo, step);
  while (db->undo.length > FASCIA_DB_MAX_UNDO)
    fascia_undo_step_free (g_queue_pop_tail (&db->undo));
}

static gboolean
is_about (const FasciaUndoStep *step, const FasciaUid *uid)
{
  for (guint i = 0; i < step->parts->len; i++)
    if (fascia_uid_equal (&g_array_index (step->parts, FasciaUndoPart, i).uid, uid))
      return TRUE;
  return FALSE;
}

void
fascia_db_forget_entry (FasciaDb *db, const FasciaUid *uid)
{
  for (GList *link = db->undo.head, *next; link != NULL; link = next)
    {
      next = link->next;
      if (!is_about (link->data, uid))
        continue;
      fascia_undo_step_free (link->data);
      g_queue_delete_link (&db->undo, link);
    }
}

/* Takes what is about that entry out of all steps; the rest of them can still be taken back. */
static void
take_over_entry (FasciaDb *db, const FasciaUid *uid)
{
  for (GList *link = db->undo.head, *next; link != NULL; link = next)
    {
      FasciaUndoStep *step = link->data;

      next = link->next;
      if (!is_about (step, uid))
        continue;
      for (guint i = step->parts->len; i > 0; i--)
        if (fascia_uid_equal (&g_array_index (step->parts, FasciaUndoPart, i - 1).uid, uid))
          g_array_remove_index (step->parts, i - 1);
      if (step->parts->len > 0 || step->wholes->len > 0)
        continue;
      fascia_undo_step_free (step);
      g_queue_delete_link (&db->undo, link);
    }
}

FasciaUndoStep *
fascia_db_make_whole_step (FasciaDb *db, const FasciaUid *uid, GPtrArray *before, GPtrArray *after)
{
  g_autoptr (FasciaUndoStep) changed = fascia_undo_step_new (db);
  g_autoptr (FasciaUndoStep) step = fascia_undo_step_new (db);
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();
  FasciaUndoPart *part = add_part (changed, uid);

  part->before = get_different (before, after);
  part->after = get_different (after, before);
  if (get_level_change (changed) == 0)
    return NULL;
  take_over_entry (db, uid);
  step->is_whole = TRUE;
  part = add_part (step, uid);
  part->before = g_steal_pointer (&nothing);
  part->after = get_different (after, part->before);
  return g_steal_pointer (&step);
}

FasciaOperation *
fascia_db_peek_undo (FasciaDb *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  const FasciaUndoStep *newest = g_queue_peek_head (&db->undo);
  return newest != NULL ? fascia_operation_ref (newest->operation) : NULL;
}
