/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: reading those of an entry, and what is known of all. */

#include "config.h"

#include <string.h>

#include "fascia-db-rows.h"
#include "fascia-db-tables.h"

static gboolean
load_table (FasciaDb *db, FasciaTable table, gint64 entry_id, GPtrArray *rows, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, fascia_table_get_info (table)->select, error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry_id);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaRow *image = fascia_row_alloc (table);
      guint n_columns = (guint) sqlite3_column_count (statement);

      for (guint i = 0; i < MIN (image->n_values, n_columns); i++)
        fascia_value_read (&image->values[i], statement, (int) i);
      g_ptr_array_add (rows, image);
    }
  return row == 0;
}

GPtrArray *
fascia_db_load_rows_by_id (FasciaDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = fascia_rows_new ();

  if (!load_table (db, FASCIA_TABLE_ENTRY, id, rows, error))
    return NULL;
  if (rows->len == 0)
    return g_steal_pointer (&rows);

  const char *kind = fascia_row_get_text (g_ptr_array_index (rows, 0), FASCIA_ENTRY_KIND);
  for (guint table = FASCIA_TABLE_MARK; table < FASCIA_N_ENTRY_TABLES; table++)
    if (fascia_db_has_table (db, (FasciaTable) table)
        && (kind == NULL || fascia_table_is_for_kind ((FasciaTable) table, kind)))
      {
        if (!load_table (db, (FasciaTable) table, id, rows, error))
          return NULL;
      }
  return g_steal_pointer (&rows);
}

GPtrArray *
fascia_db_load_rows (FasciaDb *db, const FasciaUid *uid, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, "SELECT id FROM entry WHERE uid = ?", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_blob (statement, 1, uid->bytes, sizeof uid->bytes, SQLITE_STATIC);
  int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return NULL;
  if (row == 0)
    return fascia_rows_new ();
  gint64 id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return fascia_db_load_rows_by_id (db, id, error);
}

GPtrArray *
fascia_db_load_table (FasciaDb *db, FasciaTable table, GError **error)
{
  g_autoptr (GPtrArray) rows = fascia_rows_new ();

  g_return_val_if_fail (table >= FASCIA_N_ENTRY_TABLES && table < FASCIA_N_TABLES, NULL);

  return load_table (db, table, 1, rows, error) ? g_steal_pointer (&rows) : NULL;
}

gboolean
fascia_db_load_state (FasciaDb *db, GError **error)
{
  static const struct
  {
    const char *text;
    int since; /* the version of the schema that brought the table */
  } stamp_queries[] = {
    { "SELECT max(stamp) FROM day_digest" },
    { "SELECT max(stamp) FROM tombstone" },
    { "SELECT max(stamp) FROM setting" },
    { "SELECT max(stamp) FROM condition" },
    { "SELECT max(stamp) FROM tag" },
    { "SELECT max(stamp) FROM own_scale" },
    { "SELECT max(stamp) FROM table_digest", 2 },
  };

  if (!fascia_db_query_int64 (db, "SELECT min(id) FROM origin", 1, &db->origin, error))
    return FALSE;
  for (guint i = 0; i < FASCIA_N_TABLES; i++)
    {
      gint64 last;

      if (!fascia_db_has_table (db, (FasciaTable) i))
        continue;
      if (!fascia_db_query_int64 (db, fascia_table_get_info ((FasciaTable) i)->max_id, 0, &last,
                                  error))
        return FALSE;
      db->next_ids[i] = last + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (stamp_queries); i++)
    {
      gint64 stamp;

      if (db->version < stamp_queries[i].since)
        continue;
      if (!fascia_db_query_int64 (db, stamp_queries[i].text, 0, &stamp, error))
        return FALSE;
      db->last_stamp = MAX (db->last_stamp, stamp);
    }
  return TRUE;
}
