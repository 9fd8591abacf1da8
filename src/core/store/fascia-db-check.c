/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Is the journal whole? */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-db-private.h"
#include "fascia-db-rows.h"
#include "fascia-db-tables.h"

/* Runs a pragma that answers "ok", or what is wrong. */
static gboolean
expect_ok (FasciaDb *db, const char *text, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db->sql, text, -1, &statement, NULL);
  gboolean success = FALSE;

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    fascia_store_error_set_sqlite (error, db->sql, code, db->path);
  else
    {
      const char *answer = (const char *) sqlite3_column_text (statement, 0);

      success = g_strcmp0 (answer, "ok") == 0
                || fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, answer);
    }
  sqlite3_finalize (statement);
  return success;
}

gboolean
fascia_db_quick_check (FasciaDb *db, GError **error)
{
  return expect_ok (db, "PRAGMA quick_check(1)", error);
}

gboolean
fascia_db_check_foreign_keys (FasciaDb *db, GError **error)
{
  gint64 n_broken;

  if (!fascia_db_query_int64 (db, "SELECT count(*) FROM pragma_foreign_key_check", 0, &n_broken,
                              error))
    return FALSE;
  if (n_broken == 0)
    return TRUE;
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path,
                                 _ ("rows belong to rows that do not exist"));
}

/* A tag, scale or answer that came with a file may have had the name of something else. */
#define DELETED                                                                                    \
  "SELECT count(*) FROM tombstone AS t WHERE t.kind NOT IN ('tag', 'own-scale', 'condition') AND "
#define THERE(table) "EXISTS (SELECT 1 FROM " table " AS x WHERE x.uid = t.uid)"
#define ALSO(table) " OR " THERE (table)

/* What digests do not cover: names that are deleted and there at once, and rows that an entry of
 * its kind does not own and so never reads, writes or deletes. */
static gboolean
check_orphans (FasciaDb *db, GError **error)
{
  static const struct
  {
    const char *count;
    const char *detail;
    int since; /* the version of the schema that brought what it looks at */
  } checks[] = {
    /* Looked up one by one: those that are deleted are few. */
    { DELETED "(" THERE ("entry") ALSO ("mark") ALSO ("measurement") ALSO ("session") ALSO (
          "session_step") ALSO ("visit") ALSO ("exercise") ALSO ("treatment") ALSO ("event") ")",
      N_ ("something is both there and deleted") },
    { DELETED "(" THERE ("drawing") ALSO ("spread") ")", N_ ("something is both there and deleted"),
      2 },
    { "SELECT count(*) FROM (SELECT entry_id, 'session' AS kind FROM session UNION ALL "
      "SELECT entry_id, 'session' FROM session_step UNION ALL "
      "SELECT entry_id, 'visit' FROM visit UNION ALL "
      "SELECT entry_id, 'visit' FROM visit_detail UNION ALL "
      "SELECT entry_id, 'exercise' FROM exercise UNION ALL "
      "SELECT entry_id, 'treatment' FROM treatment UNION ALL "
      "SELECT entry_id, 'event' FROM event) AS part JOIN entry ON entry.id = part.entry_id "
      "WHERE entry.kind <> part.kind",
      N_ ("rows belong to an entry of another kind") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      gint64 n_rows;

      if (db->version < checks[i].since)
        continue;
      if (!fascia_db_query_int64 (db, checks[i].count, 0, &n_rows, error))
        return FALSE;
      if (n_rows > 0)
        return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path,
                                       _ (checks[i].detail));
    }
  return TRUE;
}

#undef THERE

/* The names of columns are text in the file as well, and nothing in SQLite misses one: reading by
 * position goes on, writing fails. */
static gboolean
check_columns (FasciaDb *db, GError **error)
{
  for (FasciaTable table = 0; table < FASCIA_N_TABLES; table++)
    {
      const FasciaTableInfo *info = fascia_table_get_info (table);
      /* Looked at in this order. */
      const char *const texts[] = { info->select, info->insert, info->update };
      guint n_columns = info->n_columns;

      /* A table that is still to be upgraded lacks what later versions brought. */
      for (gsize i = 0; i < G_N_ELEMENTS (texts) && n_columns == info->n_columns
                        && fascia_db_has_table (db, table);
           i++)
        {
          sqlite3_stmt *statement = NULL;
          int code = sqlite3_prepare_v2 (db->sql, texts[i], -1, &statement, NULL);

          if (i == 0 && code == SQLITE_OK)
            n_columns = (guint) sqlite3_column_count (statement);
          sqlite3_finalize (statement);
          if (code == SQLITE_ERROR)
            return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path,
                                           _ ("a table has other columns"));
          if (code != SQLITE_OK)
            return fascia_store_error_set_sqlite (error, db->sql, code, db->path);
        }
    }
  return TRUE;
}

gboolean
fascia_db_check_structure (FasciaDb *db, GError **error)
{
  return expect_ok (db, "PRAGMA integrity_check(1)", error);
}

gboolean
fascia_db_check_content (FasciaDb *db, GError **error)
{
  return check_columns (db, error) && fascia_db_check_foreign_keys (db, error)
         && check_orphans (db, error) && fascia_db_check_digests (db, error)
         && fascia_db_check_words (db, error);
}

gboolean
fascia_db_check (FasciaDb *db, gint64 *n_entries, gint64 *n_marks, GError **error)
{
  gint64 entries, marks;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!fascia_db_check_structure (db, error) || !fascia_db_check_content (db, error)
      || !fascia_db_query_int64 (db, "SELECT count(*) FROM entry", 0, &entries, error)
      || !fascia_db_query_int64 (db, "SELECT count(*) FROM mark", 0, &marks, error))
    return FALSE;
  if (n_entries != NULL)
    *n_entries = entries;
  if (n_marks != NULL)
    *n_marks = marks;
  return TRUE;
}
