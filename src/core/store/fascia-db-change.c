/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One operation over many entries, or over what belongs to none. */

#include "config.h"

#include <string.h>

#include "../journal/fascia-operation-private.h"
#include "fascia-db-change.h"
#include "fascia-db-own.h"

struct _FasciaDbChange
{
  FasciaDb *db;
  FasciaOperationKind kind;
  FasciaChangeFlags flags;
  guint n_entries;
  FasciaUndoStep *step;
};

FasciaDbChange *
fascia_db_change_new (FasciaDb *db, FasciaOperationKind kind)
{
  FasciaDbChange *self = g_new0 (FasciaDbChange, 1);

  self->db = db;
  self->kind = kind;
  self->step = fascia_undo_step_new (db);
  return self;
}

void
fascia_db_change_free (FasciaDbChange *self)
{
  g_clear_pointer (&self->step, fascia_undo_step_free);
  g_free (self);
}

guint
fascia_db_change_get_n_entries (const FasciaDbChange *self)
{
  return self->n_entries;
}

static FasciaChangeFlags
get_flags (const FasciaRow *row)
{
  switch (row->table)
    {
    case FASCIA_TABLE_MARK:
    case FASCIA_TABLE_MARK_FEELING:
      return FASCIA_CHANGE_MARKS;
    case FASCIA_TABLE_DRAWING:
    case FASCIA_TABLE_SPREAD:
      return FASCIA_CHANGE_DRAWINGS;
    case FASCIA_TABLE_ENTRY:
      return FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_MARKS | FASCIA_CHANGE_TEXT;
    case FASCIA_TABLE_TAG:
    case FASCIA_TABLE_OWN_SCALE:
      return FASCIA_CHANGE_TAGS;
    case FASCIA_TABLE_ENTRY_TAG:
    case FASCIA_TABLE_MEASUREMENT:
    case FASCIA_TABLE_SESSION:
    case FASCIA_TABLE_SESSION_STEP:
    case FASCIA_TABLE_VISIT:
    case FASCIA_TABLE_VISIT_DETAIL:
    case FASCIA_TABLE_EXERCISE:
    case FASCIA_TABLE_TREATMENT:
    case FASCIA_TABLE_EVENT:
    case FASCIA_N_TABLES:
    default:
      return FASCIA_CHANGE_TEXT;
    }
}

/* What the rows say that @rows has and @others has not, or not like that. */
static FasciaChangeFlags
compare_rows (GPtrArray *rows, GPtrArray *others)
{
  FasciaChangeFlags flags = FASCIA_CHANGE_NONE;

  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);
      FasciaRow *other = fascia_rows_find (others, row->table, fascia_row_get_id (row));

      if (other == NULL || !fascia_row_equal (row, other))
        flags |= get_flags (row);
    }
  return flags;
}

gboolean
fascia_db_change_rows (FasciaDbChange *self, GPtrArray *before, GPtrArray *after, GError **error)
{
  FasciaChangeFlags flags = compare_rows (before, after) | compare_rows (after, before);

  if (flags == FASCIA_CHANGE_NONE)
    return TRUE;
  if (!fascia_db_write_rows (self->db, before, after, error))
    return FALSE;
  self->flags |= flags;
  if (fascia_rows_get_entry (before->len > 0 ? before : after) != NULL)
    self->n_entries++;
  if (self->kind != FASCIA_OPERATION_UNDO)
    fascia_undo_step_add (self->step, self->db, before, after);
  return TRUE;
}

/* ---- preferences and answers ---- */

/* Puts the row, as it is now, into the digest of its table (@n_rows 1), or takes it out (-1). */
static gboolean
toggle_whole (FasciaDb *db,
              FasciaWholeTable table,
              gint64 id,
              int n_rows,
              gint64 stamp,
              GError **error)
{
  FasciaTableDigest digest;

  return fascia_db_load_table_digest (db, table, &digest, error)
         && fascia_db_toggle_table_digest (db, &digest, id, n_rows, error)
         && fascia_db_store_table_digest (db, &digest, stamp, error);
}

/* @before: (transfer full) (nullable) */
static gboolean
remember_whole (FasciaDbChange *self,
                FasciaWholeTable table,
                gint64 id,
                gboolean was_there,
                char *before,
                gint64 stamp,
                GError **error)
{
  FasciaUndoWhole whole
      = { .id = id, .digest = { .table = table }, .was_there = was_there, .before = before };

  if (!fascia_db_toggle_table_digest (self->db, &whole.digest, id, 1, error)
      || !toggle_whole (self->db, table, id, 1, stamp, error))
    {
      g_free (before);
      return FALSE;
    }
  self->flags |= FASCIA_CHANGE_SETTINGS;
  fascia_undo_step_add_whole (self->step, &whole);
  return TRUE;
}

gboolean
fascia_db_change_add_whole (FasciaDbChange *self,
                            FasciaWholeTable table,
                            gint64 id,
                            gint64 stamp,
                            GError **error)
{
  return remember_whole (self, table, id, FALSE, NULL, stamp, error);
}

gboolean
fascia_db_change_begin_whole (FasciaDbChange *self,
                              FasciaWholeTable table,
                              gint64 id,
                              gint64 stamp,
                              GError **error)
{
  return toggle_whole (self->db, table, id, -1, stamp, error);
}

gboolean
fascia_db_change_end_whole (FasciaDbChange *self,
                            FasciaWholeTable table,
                            gint64 id,
                            const char *before,
                            gint64 stamp,
                            GError **error)
{
  return remember_whole (self, table, id, TRUE, g_strdup (before), stamp, error);
}

/* Makes a row what it was before it was changed. */
static gboolean
restore_whole (FasciaDb *db, const FasciaUndoWhole *whole, gint64 stamp, GError **error)
{
  const gboolean is_answer = whole->digest.table == FASCIA_WHOLE_CONDITION;
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      is_answer ? "UPDATE condition SET cleared_day = ?2, stamp = ?3, origin = ?4 WHERE id = ?1"
                : "UPDATE setting SET value = ?2, stamp = ?3, origin = ?4 WHERE id = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, whole->id);
  if (whole->before != NULL && is_answer)
    sqlite3_bind_int64 (statement, 2, g_ascii_strtoll (whole->before, NULL, 10));
  else if (whole->before != NULL)
    sqlite3_bind_text (statement, 2, whole->before, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, stamp);
  sqlite3_bind_int64 (statement, 4, db->origin);
  return fascia_db_run (db, statement, error);
}

/* Answers have a name, so it is kept that they are gone. */
static gboolean
delete_whole (FasciaDb *db, FasciaWholeTable table, gint64 id, gint64 stamp, GError **error)
{
  if (table == FASCIA_WHOLE_CONDITION)
    {
      sqlite3_stmt *tombstone
          = fascia_db_prepare (db,
                               "INSERT OR REPLACE INTO tombstone (uid, stamp, origin, kind) "
                               "SELECT uid, ?2, ?3, 'condition' FROM condition WHERE id = ?1",
                               error);

      if (tombstone == NULL)
        return FALSE;
      sqlite3_bind_int64 (tombstone, 1, id);
      sqlite3_bind_int64 (tombstone, 2, stamp);
      sqlite3_bind_int64 (tombstone, 3, db->origin);
      if (!fascia_db_run (db, tombstone, error))
        return FALSE;
    }
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           table == FASCIA_WHOLE_CONDITION ? "DELETE FROM condition WHERE id = ?1"
                                                           : "DELETE FROM setting WHERE id = ?1",
                           error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return fascia_db_run (db, statement, error);
}

gboolean
fascia_db_change_take_back_whole (FasciaDbChange *self,
                                  const FasciaUndoWhole *whole,
                                  GError **error)
{
  FasciaDb *db = self->db;
  FasciaWholeTable table = whole->digest.table;
  FasciaTableDigest now = { .table = table };

  if (!fascia_db_toggle_table_digest (db, &now, whole->id, 1, error))
    return FALSE;
  if (now.n_rows == 0 || memcmp (now.bytes, whole->digest.bytes, sizeof now.bytes) != 0)
    return table == FASCIA_WHOLE_SETTING
           || fascia_store_error_set (error, FASCIA_STORE_ERROR_CHANGED, db->path, NULL);

  gint64 stamp = fascia_db_next_stamp (db);
  self->flags |= FASCIA_CHANGE_SETTINGS;
  if (!toggle_whole (db, table, whole->id, -1, stamp, error))
    return FALSE;
  if (!whole->was_there)
    return delete_whole (db, table, whole->id, stamp, error);
  return restore_whole (db, whole, stamp, error)
         && toggle_whole (db, table, whole->id, 1, stamp, error);
}

/* ---- entries ---- */

gboolean
fascia_db_change_add_entry (FasciaDbChange *self, FasciaEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();

  if (!fascia_db_check_entry (self->db, entry, error))
    return FALSE;
  g_autoptr (GPtrArray) rows = fascia_db_entry_to_rows (self->db, entry);
  return fascia_db_refuse_outside (self->db, nothing, rows, error)
         && fascia_db_change_rows (self, nothing, rows, error);
}

FasciaOperation *
fascia_db_change_commit (FasciaDbChange *self, GError **error)
{
  FasciaDb *db = self->db;

  if (!fascia_db_commit (db, error))
    return NULL;
  gboolean can_undo = self->flags != FASCIA_CHANGE_NONE && self->kind != FASCIA_OPERATION_UNDO;
  if (self->flags != FASCIA_CHANGE_NONE || self->kind == FASCIA_OPERATION_UNDO)
    self->flags |= FASCIA_CHANGE_UNDO;
  FasciaOperation *operation = fascia_operation_new (++db->last_operation, self->kind, self->flags,
                                                     0, NULL, NULL, can_undo);
  fascia_operation_set_n_entries (operation, self->n_entries);
  if (can_undo)
    fascia_db_push_step (db, g_steal_pointer (&self->step), operation);
  return operation;
}
