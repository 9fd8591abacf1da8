/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: writing the difference of two lists. */

#include "config.h"

#include "fascia-db-rows.h"
#include "fascia-db-tables.h"

static gboolean
write_row (FasciaDb *db, const FasciaRow *row, const char *text, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, text, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->n_values; i++)
    fascia_value_bind (&row->values[i], statement, (int) i + 1);
  return fascia_db_run (db, statement, error);
}

static const char *
choose_update (const FasciaRow *old, const FasciaRow *row)
{
  const FasciaTableInfo *info = fascia_table_get_info (row->table);

  if (info->light_update == NULL)
    return info->update;
  for (guint i = 0; i < row->n_values; i++)
    if ((info->indexed >> i & 1) != 0 && !fascia_value_equal (&old->values[i], &row->values[i]))
      return info->update;
  return info->light_update;
}

static gboolean
write_tombstone (FasciaDb *db, const FasciaRow *row, gint64 stamp, GError **error)
{
  const FasciaTableInfo *info = fascia_table_get_info (row->table);

  if (info->uid_column == 0)
    return TRUE;
  /* A file by somebody else may give two things one name; both can be deleted. */
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "INSERT OR REPLACE INTO tombstone (uid, stamp, origin, kind) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  fascia_value_bind (&row->values[info->uid_column], statement, 1);
  sqlite3_bind_int64 (statement, 2, stamp);
  sqlite3_bind_int64 (statement, 3, db->origin);
  sqlite3_bind_text (statement, 4, info->kind, -1, SQLITE_STATIC);
  return fascia_db_run (db, statement, error);
}

/* What comes back under its old name is no longer deleted. */
static gboolean
remove_tombstone (FasciaDb *db, const FasciaRow *row, GError **error)
{
  const FasciaTableInfo *info = fascia_table_get_info (row->table);

  if (info->uid_column == 0)
    return TRUE;
  sqlite3_stmt *statement = fascia_db_prepare (db, "DELETE FROM tombstone WHERE uid = ?", error);
  if (statement == NULL)
    return FALSE;
  fascia_value_bind (&row->values[info->uid_column], statement, 1);
  return fascia_db_run (db, statement, error);
}

static gboolean
remove_row (FasciaDb *db, const FasciaRow *row, gint64 stamp, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, fascia_table_get_info (row->table)->remove, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, fascia_row_get_id (row));
  return fascia_db_run (db, statement, error) && write_tombstone (db, row, stamp, error);
}

/* @row in @rows, made this list's own, with a new stamp. */
static FasciaRow *
stamp_row (GPtrArray *rows, guint index, gint64 stamp)
{
  FasciaRow *row = g_ptr_array_index (rows, index);
  guint column = fascia_table_get_info (row->table)->stamp_column;

  if (column == 0)
    return row;
  if (row->ref_count > 1)
    {
      FasciaRow *copy = fascia_row_copy (row);

      fascia_row_unref (row);
      rows->pdata[index] = row = copy;
    }
  fascia_row_set_int64 (row, column, stamp);
  return row;
}

static gboolean
write_difference (FasciaDb *db, GPtrArray *before, GPtrArray *after, gint64 stamp, GError **error)
{
  /* What is owned goes before its owner. */
  for (guint i = before->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (before, i - 1);

      if (fascia_rows_find (after, row->table, fascia_row_get_id (row)) == NULL
          && !remove_row (db, row, stamp, error))
        return FALSE;
    }
  for (guint i = 0; i < after->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (after, i);
      FasciaRow *old = fascia_rows_find (before, row->table, fascia_row_get_id (row));

      if (old != NULL && fascia_row_equal (old, row))
        continue;
      row = stamp_row (after, i, stamp);
      if (!write_row (db, row,
                      old == NULL ? fascia_table_get_info (row->table)->insert
                                  : choose_update (old, row),
                      error)
          || (old == NULL && !remove_tombstone (db, row, error)))
        return FALSE;
    }
  return TRUE;
}

/* Each row that @rows has and @others has not, or not like that. */
static gboolean
toggle_different (FasciaDb *db,
                  FasciaTableDigest *digest,
                  GPtrArray *rows,
                  GPtrArray *others,
                  int n_rows,
                  GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);
      FasciaRow *other = fascia_rows_find (others, row->table, fascia_row_get_id (row));

      if ((other == NULL || !fascia_row_equal (row, other))
          && !fascia_db_toggle_table_digest (db, digest, fascia_row_get_id (row), n_rows, error))
        return FALSE;
    }
  return TRUE;
}

/* Rows of a table that belongs to no day. */
static gboolean
write_whole_table (FasciaDb *db,
                   FasciaWholeTable table,
                   GPtrArray *before,
                   GPtrArray *after,
                   gint64 stamp,
                   GError **error)
{
  FasciaTableDigest digest;

  return fascia_db_load_table_digest (db, table, &digest, error)
         && toggle_different (db, &digest, before, after, -1, error)
         && write_difference (db, before, after, stamp, error)
         && toggle_different (db, &digest, after, before, 1, error)
         && fascia_db_store_table_digest (db, &digest, stamp, error);
}

gboolean
fascia_db_write_rows (FasciaDb *db, GPtrArray *before, GPtrArray *after, GError **error)
{
  gint64 stamp = fascia_db_next_stamp (db);
  const FasciaRow *first = before->len > 0  ? g_ptr_array_index (before, 0)
                           : after->len > 0 ? g_ptr_array_index (after, 0)
                                            : NULL;

  if (first == NULL)
    return TRUE;
  if (first->table == FASCIA_TABLE_TAG || first->table == FASCIA_TABLE_OWN_SCALE)
    return write_whole_table (
        db, first->table == FASCIA_TABLE_TAG ? FASCIA_WHOLE_TAG : FASCIA_WHOLE_OWN_SCALE, before,
        after, stamp, error);
  return write_difference (db, before, after, stamp, error)
         && fascia_db_update_words (db, before, after, error)
         && fascia_db_update_digests (db, before, after, stamp, error);
}
