/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions that have no end: they run, or broke off. */

#include "config.h"

#include "fascia-db-practice.h"
#include "fascia-db-read.h"

GPtrArray *
fascia_db_load_open_sessions (FasciaDb *db, gint32 since_day, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FasciaEntryReader) reader = NULL;
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT e.id FROM entry AS e INDEXED BY entry_by_day "
                           "CROSS JOIN session AS s ON s.entry_id = e.id "
                           "WHERE e.day >= ?1 AND s.outcome IS NULL AND s.ended_ms IS NULL "
                           "ORDER BY e.utc_ms DESC, e.id DESC",
                           error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, since_day);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (row < 0)
    return NULL;
  if (ids->len > 0)
    reader = fascia_entry_reader_new (db);
  for (guint i = 0; i < ids->len; i++)
    {
      FasciaEntry *entry = fascia_entry_reader_read (reader, g_array_index (ids, gint64, i), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}
