/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back: taking one of the operations of the stack back. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-tags.h"
#include "fascia-db-own.h"
#include "fascia-db-undo-private.h"

static FasciaTable
get_table (const FasciaUndoPart *part)
{
  const GPtrArray *rows = part->before->len > 0 ? part->before : part->after;

  return ((const FasciaRow *) g_ptr_array_index (rows, 0))->table;
}

static gboolean
is_of_entries (const FasciaUndoPart *part)
{
  return part->is_new || get_table (part) < FASCIA_N_ENTRY_TABLES;
}

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
take_back (FasciaDb *db, const FasciaUndoPart *part, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < part->after->len; i++)
    {
      FasciaRow *left = g_ptr_array_index (part->after, i);
      FasciaRow *old = fascia_rows_find (part->before, left->table, fascia_row_get_id (left));
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

/* Another of @rows says what @row says: there is place for one. */
static gboolean
is_taken (GPtrArray *rows, const FasciaRow *row)
{
  /* 0: no more columns. */
  static const guint keys[FASCIA_N_TABLES][2] = {
    [FASCIA_TABLE_MARK] = { FASCIA_MARK_REGION, FASCIA_MARK_SCALE },
    [FASCIA_TABLE_MARK_FEELING] = { FASCIA_FEELING_MARK, FASCIA_FEELING_CODE },
    [FASCIA_TABLE_ENTRY_TAG] = { FASCIA_ENTRY_TAG_CODE },
    [FASCIA_TABLE_MEASUREMENT] = { FASCIA_MEASUREMENT_ITEM, FASCIA_MEASUREMENT_SIDE },
    [FASCIA_TABLE_SESSION] = { FASCIA_DETAIL_ENTRY },
    [FASCIA_TABLE_SESSION_STEP] = { FASCIA_STEP_POSITION },
    [FASCIA_TABLE_VISIT] = { FASCIA_DETAIL_ENTRY },
    [FASCIA_TABLE_VISIT_DETAIL] = { FASCIA_VISIT_DETAIL_KIND, FASCIA_VISIT_DETAIL_CODE },
    [FASCIA_TABLE_EXERCISE] = { FASCIA_DETAIL_ENTRY },
    [FASCIA_TABLE_TREATMENT] = { FASCIA_DETAIL_ENTRY },
    [FASCIA_TABLE_EVENT] = { FASCIA_DETAIL_ENTRY },
    [FASCIA_TABLE_SPREAD] = { FASCIA_SPREAD_ROW_FROM, FASCIA_SPREAD_ROW_TO },
    [FASCIA_TABLE_TAG] = { FASCIA_TAG_ROW_CODE },
    [FASCIA_TABLE_OWN_SCALE] = { FASCIA_SCALE_ROW_CODE },
  };
  const guint *key = keys[row->table];

  for (guint i = 0; key[0] != 0 && i < rows->len; i++)
    {
      const FasciaRow *other = g_ptr_array_index (rows, i);

      if (other != row && other->table == row->table
          && fascia_value_equal (&other->values[key[0]], &row->values[key[0]])
          && (key[1] == 0 || fascia_value_equal (&other->values[key[1]], &row->values[key[1]])))
        return TRUE;
    }
  return FALSE;
}

/* Puts back what the operation removed; refuses when something else has taken its place. */
static gboolean
put_back (FasciaDb *db, const FasciaUndoPart *part, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < part->before->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (part->before, i);

      if (fascia_rows_find (part->after, row->table, fascia_row_get_id (row)) != NULL)
        continue;
      if (fascia_rows_find (rows, row->table, fascia_row_get_id (row)) != NULL)
        return set_changed (db, error);
      g_ptr_array_add (rows, fascia_row_ref (row));
    }
  fascia_rows_sort (rows);
  /* Nothing may be left without the row that owns it. */
  if (is_of_entries (part) && rows->len > 0 && fascia_rows_get_entry (rows) == NULL)
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

/* What came back finds its place taken. */
static gboolean
has_doubles (GPtrArray *rows, GPtrArray *now)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);
      FasciaRow *old = fascia_rows_find (now, row->table, fascia_row_get_id (row));

      if ((old == NULL || !fascia_row_equal (row, old)) && is_taken (rows, row))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) What @now is without what @part wrote. */
static GPtrArray *
revert (FasciaDb *db, const FasciaUndoPart *part, GPtrArray *now, GError **error)
{
  g_autoptr (GPtrArray) rows = part->is_new ? fascia_rows_new () : fascia_rows_copy (now);
  guint8 digest[FASCIA_DIGEST_SIZE];

  if (!part->is_new)
    {
      if (!take_back (db, part, rows, error) || !put_back (db, part, rows, error))
        return NULL;
      if (has_doubles (rows, now))
        {
          set_changed (db, error);
          return NULL;
        }
      return g_steal_pointer (&rows);
    }
  fascia_rows_digest (now, fascia_db_get_digest_version (db), digest);
  if (memcmp (digest, part->digest, sizeof digest) != 0)
    {
      set_changed (db, error);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

/* Whether an entry has the tag, or was measured on the scale, that @row makes; -1 with an error. */
static gint64
count_users (FasciaDb *db, const FasciaRow *row, const FasciaTags *ready, GError **error)
{
  gboolean is_tag = row->table == FASCIA_TABLE_TAG;
  guint column = FASCIA_TAG_ROW_CODE;

  if (!is_tag)
    column = FASCIA_SCALE_ROW_CODE;
  const char *code = fascia_row_get_text (row, column);
  /* One that comes with the program is there without a row. */
  if (code == NULL || (is_tag && fascia_tags_lookup (ready, code) != NULL))
    return 0;
  return fascia_db_count_code (db,
                               is_tag ? "SELECT count(*) FROM entry_tag WHERE tag = ?1"
                                      : "SELECT count(*) FROM measurement WHERE item = ?1",
                               code, error);
}

/* All parts are taken back, those of entries too: a tag or scale that @part had made, and that an
 * entry still has, came to be used since. It would lose its name there. */
static gboolean
check_unused (FasciaDb *db, const FasciaUndoPart *part, const FasciaTags *ready, GError **error)
{
  if (is_of_entries (part))
    return TRUE;
  for (guint i = 0; i < part->after->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (part->after, i);

      if (fascia_rows_find (part->before, row->table, fascia_row_get_id (row)) != NULL)
        continue;
      gint64 n_users = count_users (db, row, ready, error);
      if (n_users != 0)
        return n_users > 0 ? set_changed (db, error) : FALSE;
    }
  return TRUE;
}

static gboolean
check_all_unused (FasciaDb *db, const FasciaUndoStep *step, GError **error)
{
  g_autoptr (FasciaTags) ready = fascia_tags_new (error);

  for (guint i = 0; ready != NULL && i < step->parts->len; i++)
    if (!check_unused (db, &g_array_index (step->parts, FasciaUndoPart, i), ready, error))
      return FALSE;
  return ready != NULL;
}

static GPtrArray *
load_rows_of (FasciaDb *db, const FasciaUndoPart *part, GError **error)
{
  return is_of_entries (part) ? fascia_db_load_rows (db, &part->uid, error)
                              : fascia_db_load_table (db, get_table (part), error);
}

/* What comes back may find its scale narrower: it has room again, for nothing of an entry is thrown
 * away. A scale that has wider values by now does not go back. */
static gboolean
take_step (FasciaDb *db,
           const FasciaUndoPart *part,
           FasciaDbChange *change,
           GPtrArray *before,
           GPtrArray *after,
           GError **error)
{
  gboolean fits;

  if (!fascia_db_check_ends (db, before, after, &fits, error))
    return FALSE;
  if (!fits && !is_of_entries (part))
    return set_changed (db, error);
  return (fits || fascia_db_make_room (db, change, before, after, error))
         && fascia_db_change_rows (change, before, after, error);
}

/* Entry by entry, the last first. */
static FasciaOperation *
undo_many (FasciaDb *db, const FasciaUndoStep *step, GError **error)
{
  g_autoptr (FasciaDbChange) change = fascia_db_change_new (db, FASCIA_OPERATION_UNDO);

  for (guint i = step->parts->len; i > 0; i--)
    {
      const FasciaUndoPart *part = &g_array_index (step->parts, FasciaUndoPart, i - 1);
      g_autoptr (GPtrArray) before = load_rows_of (db, part, error);

      if (before == NULL)
        return NULL;
      g_autoptr (GPtrArray) after = revert (db, part, before, error);
      if (after == NULL || !take_step (db, part, change, before, after, error))
        return NULL;
    }
  if (!check_all_unused (db, step, error))
    return NULL;
  for (guint i = 0; i < step->wholes->len; i++)
    if (!fascia_db_change_take_back_whole (
            change, &g_array_index (step->wholes, FasciaUndoWhole, i), error))
      return NULL;
  return fascia_db_change_commit (change, error);
}

static FasciaOperation *
undo_in_transaction (FasciaDb *db, const FasciaUndoStep *step, GError **error)
{
  const FasciaUndoPart *part = step->parts->len == 1 && step->wholes->len == 0
                                   ? &g_array_index (step->parts, FasciaUndoPart, 0)
                                   : NULL;

  if (part == NULL || part->is_new || !is_of_entries (part))
    return undo_many (db, step, error);
  g_autoptr (GPtrArray) before = fascia_db_load_rows (db, &part->uid, error);
  if (before == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = revert (db, part, before, error);
  gboolean fits;
  if (after == NULL || !fascia_db_check_ends (db, before, after, &fits, error))
    return NULL;
  if (!fits)
    return undo_many (db, step, error);
  return fascia_db_commit_rows (db, FASCIA_OPERATION_UNDO, &part->uid, before, after, error);
}

static gboolean
is_held (const FasciaUndoStep *step, GArray *held)
{
  for (guint i = 0; held != NULL && i < held->len; i++)
    for (guint k = 0; k < step->parts->len; k++)
      if (fascia_uid_equal (&g_array_index (held, FasciaUid, i),
                            &g_array_index (step->parts, FasciaUndoPart, k).uid))
        return TRUE;
  return FALSE;
}

FasciaOperation *
fascia_db_undo_newest (FasciaDb *db, GArray *held, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  const FasciaUndoStep *newest = g_queue_peek_head (&db->undo);
  if (newest == NULL || !is_held (newest, held))
    return fascia_db_undo (db, 0, error);
  fascia_store_error_set (error, FASCIA_STORE_ERROR_RUNNING, db->path, NULL);
  return NULL;
}

FasciaOperation *
fascia_db_undo (FasciaDb *db, guint64 operation, GError **error)
{
  GList *link;

  g_return_val_if_fail (db != NULL, NULL);

  for (link = db->undo.head; link != NULL; link = link->next)
    if (operation == 0
        || fascia_operation_get_id (((FasciaUndoStep *) link->data)->operation) == operation)
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
      FasciaUndoStep *step = link->data;

      fascia_operation_set_undone (undone, step->operation);
      fascia_undo_step_free (step);
      g_queue_delete_link (&db->undo, link);
    }
  return fascia_db_finish_operation (db, undone);
}
