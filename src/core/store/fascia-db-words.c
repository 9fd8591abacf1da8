/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index: the user's own words of each entry, kept in step with its rows. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-rows.h"
#include "../journal/fascia-query-private.h"

/* The schema that brought the index. */
#define FIRST_VERSION 3

char *
fascia_rows_dup_words (GPtrArray *rows)
{
  static const struct
  {
    FasciaTable table;
    guint column;
  } texts[] = {
    { FASCIA_TABLE_ENTRY, FASCIA_ENTRY_NOTE_TEXT },
    { FASCIA_TABLE_VISIT, FASCIA_VISIT_THERAPIST },
    { FASCIA_TABLE_VISIT, FASCIA_VISIT_SAID },
    { FASCIA_TABLE_EXERCISE, FASCIA_EXERCISE_WHAT },
    { FASCIA_TABLE_TREATMENT, FASCIA_TREATMENT_WHAT },
    { FASCIA_TABLE_TREATMENT, FASCIA_TREATMENT_AMOUNT },
    { FASCIA_TABLE_EVENT, FASCIA_EVENT_WHAT },
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < rows->len; j++)
      {
        const FasciaRow *row = g_ptr_array_index (rows, j);
        const char *text
            = row->table == texts[i].table ? fascia_row_get_text (row, texts[i].column) : NULL;

        if (fascia_note_is_blank (text))
          continue;
        if (words->len > 0)
          g_string_append_c (words, '\n');
        g_string_append (words, text);
      }
  if (words->len == 0)
    return NULL;
  g_autofree char *folded = fascia_words_fold (words->str);
  return *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

static gboolean
store_words (FasciaDb *db, gint64 id, const char *words, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "INSERT INTO entry_text (rowid, words) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, words, -1, SQLITE_STATIC);
  return fascia_db_run (db, statement, error);
}

gboolean
fascia_db_update_words (FasciaDb *db, GPtrArray *before, GPtrArray *after, GError **error)
{
  if (db->version < FIRST_VERSION)
    return TRUE;
  g_autofree char *old = fascia_rows_dup_words (before);
  g_autofree char *new = fascia_rows_dup_words (after);
  if (g_strcmp0 (old, new) == 0)
    return TRUE;

  gint64 id = fascia_row_get_id (fascia_rows_get_entry (before->len > 0 ? before : after));
  if (old != NULL)
    {
      sqlite3_stmt *statement
          = fascia_db_prepare (db, "DELETE FROM entry_text WHERE rowid = ?1", error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, id);
      if (!fascia_db_run (db, statement, error))
        return FALSE;
    }
  return new == NULL || store_words (db, id, new, error);
}

/* ---- all of them ---- */

/* Every entry with words, once, in the order of the rows. FALSE stops. */
typedef gboolean (
    *WordsFunc) (FasciaDb *db, gint64 id, const char *words, gpointer data, GError **error);

static gboolean
foreach_words (FasciaDb *db, WordsFunc func, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT id FROM entry WHERE note IS NOT NULL "
                           "OR kind IN ('visit', 'exercise', 'treatment', 'event') ORDER BY id",
                           error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  if (row < 0)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GPtrArray) rows = fascia_db_load_rows_by_id (db, id, error);

      if (rows == NULL)
        return FALSE;
      g_autofree char *words = fascia_rows_dup_words (rows);
      if (words != NULL && !func (db, id, words, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_damaged (FasciaDb *db, GError **error)
{
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path,
                                 _ ("the words that are searched are not those that were written"));
}

/* A later version of Unicode may fold what an earlier one left alone: that is no damage. */
static gboolean
is_same_fold (const char *stored, const char *words)
{
  if (strcmp (stored, words) == 0)
    return TRUE;
  g_autofree char *folded = fascia_words_fold (stored);
  return strcmp (folded, words) == 0;
}

static gboolean
check_words (FasciaDb *db, gint64 id, const char *words, gpointer data, GError **error)
{
  gint64 *n_texts = data;
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT words FROM entry_text WHERE rowid = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return FALSE;
  const char *stored = row > 0 ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  gboolean is_same = stored != NULL && is_same_fold (stored, words);
  if (row > 0)
    sqlite3_reset (statement);
  (*n_texts)++;
  return is_same || set_damaged (db, error);
}

gboolean
fascia_db_check_words (FasciaDb *db, GError **error)
{
  gint64 n_texts = 0, n_stored;

  if (db->version < FIRST_VERSION)
    return TRUE;
  if (!foreach_words (db, check_words, &n_texts, error)
      || !fascia_db_query_int64 (db, "SELECT count(*) FROM entry_text", 0, &n_stored, error))
    return FALSE;
  return n_texts == n_stored || set_damaged (db, error);
}

static gboolean
add_words (FasciaDb *db, gint64 id, const char *words, gpointer data, GError **error)
{
  return store_words (db, id, words, error);
}

gboolean
fascia_db_rebuild_words (FasciaDb *db, GError **error)
{
  if (db->version < FIRST_VERSION)
    return TRUE;
  /* Also when the index is damaged: nothing of it is read. FTS5 writes down how it stores what is
   * deleted when the first row goes, and remembers it even when that transaction fails: so a row
   * goes here, once, before there is any other. */
  static const char text[]
      = "DROP TABLE IF EXISTS entry_text; "
        "CREATE VIRTUAL TABLE entry_text USING fts5 (\n"
        "  words,\n"
        "  tokenize = 'unicode61 remove_diacritics 2'\n"
        "); "
        "INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1); "
        "INSERT INTO entry_text (rowid, words) VALUES (1, 'a'); "
        "DELETE FROM entry_text WHERE rowid = 1";

  return fascia_db_exec (db, text, error) && foreach_words (db, add_words, NULL, error);
}
