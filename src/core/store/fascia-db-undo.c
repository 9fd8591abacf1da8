/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back: the stack of operations, and taking one of them back. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-operation-private.h"
#include "../journal/fascia-tags.h"
#include "fascia-db-change.h"
#include "fascia-db-own.h"

/* Choosing a level is often trying several: changes that follow each other faster are one. */
#define MERGE_MS 10000

/* ---- the undo stack ---- */

/* What was written of one entry, or of the tags or own scales. */
typedef struct
{
  FasciaUid uid;                     /* of the entry */
  guint8 digest[FASCIA_DIGEST_SIZE]; /* of an entry that was new, as it was left */
  gboolean is_new;
  GPtrArray *before; /* else the rows that the operation changed, as they were … */
  GPtrArray *after;  /* … and as it left them */
} UndoPart;

struct _FasciaUndoStep
{
  gint64 utc_ms; /* when */
  FasciaOperation *operation;
  FasciaOperation *first; /* (nullable) what a session that went on began with */
  GArray *parts;          /* UndoPart, in the order of writing */
  GArray *wholes;         /* FasciaUndoWhole */
};

static void
undo_part_clear (gpointer data)
{
  UndoPart *part = data;

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
  step->parts = g_array_new (FALSE, TRUE, sizeof (UndoPart));
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
  g_clear_pointer (&step->first, fascia_operation_unref);
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
  const UndoPart *part = &g_array_index (step->parts, UndoPart, 0);
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
  UndoPart *old = &g_array_index (newest->parts, UndoPart, 0);
  UndoPart *part = &g_array_index (step->parts, UndoPart, 0);

  /* What the first made was not there before it, and what the second took out is not there after. */
  add_missing (old->before, part->before, old->after);
  add_missing (part->after, old->after, part->before);
  g_ptr_array_unref (part->before);
  part->before = get_different (old->before, part->after);
  g_autoptr (GPtrArray) after = part->after;
  part->after = get_different (after, old->before);
}

/* A session is written again and again while it runs: for a person that is one thing. */
static gboolean
is_running_session (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_SESSION)
        return row->values[FASCIA_SESSION_ENDED_MS].type == SQLITE_NULL;
    }
  return FALSE;
}

static gboolean
has_session_row (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_SESSION || row->table == FASCIA_TABLE_SESSION_STEP)
        return TRUE;
    }
  return FALSE;
}

/* The step wrote how far that session is; a note in it, say, is a step of its own. */
static gboolean
is_of_session (const FasciaUndoStep *step, const FasciaUid *uid)
{
  const UndoPart *part;

  if (step == NULL || step->parts->len != 1 || step->wholes->len > 0)
    return FALSE;
  part = &g_array_index (step->parts, UndoPart, 0);
  return !part->is_new && fascia_uid_equal (&part->uid, uid) && has_session_row (part->after);
}

static UndoPart *
add_part (FasciaUndoStep *step, const FasciaUid *uid)
{
  g_array_set_size (step->parts, step->parts->len + 1);
  UndoPart *part = &g_array_index (step->parts, UndoPart, step->parts->len - 1);
  if (uid != NULL)
    part->uid = *uid;
  return part;
}

void
fascia_undo_step_add (FasciaUndoStep *step, FasciaDb *db, GPtrArray *before, GPtrArray *after)
{
  const FasciaRow *entry = fascia_rows_get_entry (before->len > 0 ? before : after);
  UndoPart *part = add_part (step, NULL);

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
  UndoPart *part = add_part (step, uid);

  part->before = get_different (before, after);
  part->after = get_different (after, before);
  if (is_running_session (before) && has_session_row (part->after) && is_of_session (newest, uid))
    {
      step->first
          = fascia_operation_ref (newest->first != NULL ? newest->first : newest->operation);
      merge_with_newest (db, step);
      return g_steal_pointer (&step);
    }
  gint64 mark = get_level_change (step);
  if (mark > 0 && newest != NULL && get_level_change (newest) == mark
      && fascia_uid_equal (&g_array_index (newest->parts, UndoPart, 0).uid, uid)
      && ABS (step->utc_ms - newest->utc_ms) < MERGE_MS)
    merge_with_newest (db, step);
  return get_level_change (step) != 0 ? g_steal_pointer (&step) : NULL;
}

void
fascia_db_push_step (FasciaDb *db, FasciaUndoStep *step, FasciaOperation *operation)
{
  if (step->first == NULL)
    step->operation = fascia_operation_ref (operation);
  else
    step->operation = fascia_operation_new (
        fascia_operation_get_id (operation), fascia_operation_get_kind (step->first),
        fascia_operation_get_changes (operation), fascia_operation_get_row_id (operation),
        fascia_operation_get_before (step->first), fascia_operation_get_after (operation), TRUE);
  g_queue_push_head (&db->undo, step);
  while (db->undo.length > FASCIA_DB_MAX_UNDO)
    fascia_undo_step_free (g_queue_pop_tail (&db->undo));
}

void
fascia_db_forget_entry (FasciaDb *db, const FasciaUid *uid)
{
  for (GList *link = db->undo.head, *next; link != NULL; link = next)
    {
      const FasciaUndoStep *step = link->data;
      gboolean is_about = FALSE;

      next = link->next;
      for (guint i = 0; i < step->parts->len && !is_about; i++)
        is_about = fascia_uid_equal (&g_array_index (step->parts, UndoPart, i).uid, uid);
      if (!is_about)
        continue;
      fascia_undo_step_free (link->data);
      g_queue_delete_link (&db->undo, link);
    }
}

FasciaOperation *
fascia_db_peek_undo (FasciaDb *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  const FasciaUndoStep *newest = g_queue_peek_head (&db->undo);
  return newest != NULL ? fascia_operation_ref (newest->operation) : NULL;
}

/* ---- undo ---- */

static FasciaTable
get_table (const UndoPart *part)
{
  const GPtrArray *rows = part->before->len > 0 ? part->before : part->after;

  return ((const FasciaRow *) g_ptr_array_index (rows, 0))->table;
}

static gboolean
is_of_entries (const UndoPart *part)
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
take_back (FasciaDb *db, const UndoPart *part, GPtrArray *rows, GError **error)
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
put_back (FasciaDb *db, const UndoPart *part, GPtrArray *rows, GError **error)
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
revert (FasciaDb *db, const UndoPart *part, GPtrArray *now, GError **error)
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
check_unused (FasciaDb *db, const UndoPart *part, const FasciaTags *ready, GError **error)
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
    if (!check_unused (db, &g_array_index (step->parts, UndoPart, i), ready, error))
      return FALSE;
  return ready != NULL;
}

static GPtrArray *
load_rows_of (FasciaDb *db, const UndoPart *part, GError **error)
{
  return is_of_entries (part) ? fascia_db_load_rows (db, &part->uid, error)
                              : fascia_db_load_table (db, get_table (part), error);
}

/* Entry by entry, the last first. */
static FasciaOperation *
undo_many (FasciaDb *db, const FasciaUndoStep *step, GError **error)
{
  g_autoptr (FasciaDbChange) change = fascia_db_change_new (db, FASCIA_OPERATION_UNDO);

  for (guint i = step->parts->len; i > 0; i--)
    {
      const UndoPart *part = &g_array_index (step->parts, UndoPart, i - 1);
      g_autoptr (GPtrArray) before = load_rows_of (db, part, error);

      if (before == NULL)
        return NULL;
      g_autoptr (GPtrArray) after = revert (db, part, before, error);
      if (after == NULL || !fascia_db_change_rows (change, before, after, error))
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
  const UndoPart *part = step->parts->len == 1 && step->wholes->len == 0
                             ? &g_array_index (step->parts, UndoPart, 0)
                             : NULL;

  if (part == NULL || part->is_new || !is_of_entries (part))
    return undo_many (db, step, error);
  g_autoptr (GPtrArray) before = fascia_db_load_rows (db, &part->uid, error);
  if (before == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = revert (db, part, before, error);
  if (after == NULL)
    return NULL;
  return fascia_db_commit_rows (db, FASCIA_OPERATION_UNDO, &part->uid, before, after, error);
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
