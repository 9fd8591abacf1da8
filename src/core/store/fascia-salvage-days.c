/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days of a damaged journal that are not as they were written, mended from a backup. */

#include "config.h"

#include <string.h>

#include "fascia-db-rows.h"
#include "fascia-salvage.h"

/* Which column says whose the row is. */
static guint
get_owner_column (FasciaTable table)
{
  if (table == FASCIA_TABLE_MARK)
    return FASCIA_MARK_ENTRY;
  if (table == FASCIA_TABLE_MARK_FEELING)
    return FASCIA_FEELING_MARK;
  if (table == FASCIA_TABLE_ENTRY_TAG)
    return FASCIA_ENTRY_TAG_ENTRY;
  if (table == FASCIA_TABLE_VISIT_DETAIL)
    return FASCIA_VISIT_DETAIL_ENTRY;
  return FASCIA_DETAIL_ENTRY;
}

/* The rows of an entry of another journal, with numbers and the origin of this one. */
static GPtrArray *
adopt (FasciaDb *db, GPtrArray *rows)
{
  g_autoptr (GHashTable) marks
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GPtrArray *adopted = fascia_rows_new ();
  gint64 entry_id = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);
      g_autoptr (FasciaRow) fresh = fascia_row_new (db, row->table);
      FasciaRow *copy = fascia_row_copy (row);
      gint64 old_id = fascia_row_get_id (row), id = fascia_row_get_id (fresh);

      fascia_row_set_int64 (copy, FASCIA_ROW_ID, id);
      if (row->table == FASCIA_TABLE_ENTRY)
        {
          entry_id = id;
          fascia_row_set_int64 (copy, FASCIA_ENTRY_ORIGIN, db->origin);
        }
      else if (row->table == FASCIA_TABLE_MARK_FEELING)
        {
          const gint64 *mark
              = g_hash_table_lookup (marks, &row->values[FASCIA_FEELING_MARK].integer);

          fascia_row_set_int64 (copy, FASCIA_FEELING_MARK, mark != NULL ? *mark : 0);
        }
      else
        fascia_row_set_int64 (copy, get_owner_column (row->table), entry_id);
      if (row->table == FASCIA_TABLE_MARK)
        {
          fascia_row_set_int64 (copy, FASCIA_MARK_ORIGIN, db->origin);
          g_hash_table_insert (marks, g_memdup2 (&old_id, sizeof old_id),
                               g_memdup2 (&id, sizeof id));
        }
      else if (row->table > FASCIA_TABLE_MARK
               && get_owner_column (row->table) == FASCIA_DETAIL_ENTRY)
        fascia_row_set_int64 (copy, FASCIA_DETAIL_ORIGIN, db->origin);
      g_ptr_array_add (adopted, copy);
    }
  return adopted;
}

static gint64
count_by_uid (FasciaDb *db, const char *text, const FasciaValue *uid)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, text, NULL);
  gint64 count = -1;

  if (statement == NULL)
    return -1;
  fascia_value_bind (uid, statement, 1);
  if (fascia_db_step (db, statement, NULL) > 0)
    {
      count = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return count;
}

/* Adds entries of @day that only @other has and that were not deleted since; all of them when
 * @is_exact. *@n_added grows. FALSE when nothing can be written. */
static gboolean
add_day (FasciaDb *db, FasciaDb *other, gint64 day, gboolean is_exact, gint64 *n_added)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement
      = fascia_db_prepare (other, "SELECT id FROM entry WHERE day = ?1 ORDER BY id", NULL);

  if (statement == NULL)
    return TRUE;
  sqlite3_bind_int64 (statement, 1, day);
  while (fascia_db_step (other, statement, NULL) > 0)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) rows
          = fascia_db_load_rows_by_id (other, g_array_index (ids, gint64, i), NULL);
      g_autoptr (GPtrArray) nothing = fascia_rows_new ();

      if (rows == NULL || rows->len == 0)
        continue;
      const FasciaValue *uid = &fascia_rows_get_entry (rows)->values[FASCIA_ENTRY_UID];
      if (count_by_uid (db, "SELECT count(*) FROM entry WHERE uid = ?1", uid) != 0
          || (!is_exact
              && count_by_uid (db, "SELECT count(*) FROM tombstone WHERE uid = ?1", uid) != 0))
        continue;
      g_autoptr (GPtrArray) adopted = adopt (db, rows);
      /* One that does not fit is left out. */
      if (!fascia_db_exec (db, "SAVEPOINT one", NULL))
        return FALSE;
      if (fascia_db_write_rows (db, nothing, adopted, NULL))
        (*n_added)++;
      else if (!fascia_db_exec (db, "ROLLBACK TO one", NULL))
        return FALSE;
      if (!fascia_db_exec (db, "RELEASE one", NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_day (FasciaDb *db, gint64 day)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, "DELETE FROM entry WHERE day = ?1", NULL);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, day);
  return fascia_db_run (db, statement, NULL);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static gboolean
is_same_day (const FasciaSavedDay *a, const FasciaSavedDay *b)
{
  return a != NULL && b != NULL && a->n_entries == b->n_entries
         && memcmp (a->digest, b->digest, sizeof a->digest) == 0;
}

/* (transfer full) Days that are not as their digest says, growing. */
static GArray *
find_wrong_days (GHashTable *stored, GHashTable *found, GHashTable *backup)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *wrong = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTable *const tables[] = { stored, found, backup };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GHashTableIter iter;
      gpointer key;

      if (tables[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, tables[i]);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (g_hash_table_add (seen, key)
            && !is_same_day (g_hash_table_lookup (stored, key), g_hash_table_lookup (found, key)))
          g_array_append_vals (wrong, key, 1);
    }
  g_array_sort (wrong, compare_days);
  return wrong;
}

gboolean
fascia_salvage_mend_days (FasciaDb *db,
                          FasciaDb *other,
                          GHashTable *stored,
                          const char *journal,
                          FasciaMendedDays *mended,
                          GError **error)
{
  GHashTableIter iter;
  gpointer value;
  int version = fascia_db_get_digest_version (db);

  g_hash_table_iter_init (&iter, stored);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((FasciaSavedDay *) value)->version >= 1 && ((FasciaSavedDay *) value)->version < version)
      {
        /* All of them have the one that the journal had. */
        version = ((FasciaSavedDay *) value)->version;
        break;
      }
  g_autoptr (GHashTable) found = fascia_salvage_compute_days (db, version, error);
  g_autoptr (GHashTable) backup
      = other != NULL ? fascia_salvage_compute_days (other, version, NULL) : NULL;
  if (found == NULL)
    return FALSE;

  g_autoptr (GArray) wrong = find_wrong_days (stored, found, backup);
  for (guint i = 0; i < wrong->len; i++)
    {
      gint64 day = g_array_index (wrong, gint64, i);
      FasciaSavedDay *was = g_hash_table_lookup (stored, &day);
      FasciaSavedDay *there = backup != NULL ? g_hash_table_lookup (backup, &day) : NULL;
      gboolean is_exact = is_same_day (was, there);
      gint64 n_added = 0;

      if (is_exact && !remove_day (db, day))
        return fascia_store_error_set (error, FASCIA_STORE_ERROR_IO, journal, NULL);
      if (there != NULL && !add_day (db, other, day, is_exact, &n_added))
        return fascia_store_error_set (error, FASCIA_STORE_ERROR_IO, journal, NULL);
      if (is_exact)
        g_array_append_val (mended->from_backup, day);
      else
        {
          mended->n_added += n_added;
          /* A day that is empty now, and of which nobody says that it ever was another. */
          if (was != NULL || n_added > 0 || g_hash_table_contains (found, &day))
            g_array_append_val (mended->uncertain, day);
        }
    }
  return TRUE;
}
