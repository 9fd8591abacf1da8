/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading what can be read of a damaged database.
 *
 * A table is read from its beginning until a page fails, from its end until one fails, and in
 * between row by row: each is looked for by its number, and most lie on whole pages. */

#include "config.h"

#include "fascia-salvage.h"

#include <string.h>

#include "fascia-db-rows.h"

/* Against pages that lead in circles. */
#define MAX_ROWS 10000000
/* How many rows are looked for one by one. */
#define MAX_GAP 400000

typedef struct
{
  FasciaDb *db; /* where to */
  char *insert;
  sqlite3_stmt *inserting;
  guint n_columns;
  guint first_column; /* of those read: the id comes first, and may be left out */
  gint64 n_written;
  gint64 n_left_out;
  gboolean has_failed; /* to write */
  GError **error;
} Target;

/* ---- one row ---- */

/* FALSE when nothing more can be written. */
static gboolean
put_row (Target *target, sqlite3_stmt *row)
{
  sqlite3_reset (target->inserting);
  for (guint i = target->first_column; i < target->n_columns; i++)
    sqlite3_bind_value (target->inserting, (int) (i - target->first_column) + 1,
                        sqlite3_column_value (row, (int) i));
  int code = sqlite3_step (target->inserting);
  sqlite3_reset (target->inserting);
  switch (code & 0xff)
    {
    case SQLITE_DONE:
      target->n_written++;
      return TRUE;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      /* What no journal could say. */
      target->n_left_out++;
      return TRUE;
    default:
      target->has_failed = TRUE;
      return fascia_store_error_set_sqlite (target->error, target->db->sql, code, target->db->path);
    }
}

/* ---- one table ---- */

typedef struct
{
  gboolean is_whole; /* nothing failed */
  gboolean has_any;
  gint64 last_id;
} Pass;

/* Reads from one end until something fails. */
static Pass
read_from_end (sqlite3 *damaged, Target *target, const char *text, gint64 stop_id)
{
  Pass pass = { .is_whole = FALSE };
  sqlite3_stmt *rows = NULL;
  int code = sqlite3_prepare_v2 (damaged, text, -1, &rows, NULL);

  for (gint64 i = 0; code == SQLITE_OK && i < MAX_ROWS; i++)
    {
      int step = sqlite3_step (rows);

      if (step == SQLITE_DONE)
        pass.is_whole = TRUE;
      if (step != SQLITE_ROW)
        break;
      gint64 id = sqlite3_column_int64 (rows, 0);
      /* What the other end has brought. */
      if (stop_id != G_MININT64 && id <= stop_id)
        break;
      pass.last_id = id;
      pass.has_any = TRUE;
      if (!put_row (target, rows))
        break;
    }
  sqlite3_finalize (rows);
  return pass;
}

static void
read_one_by_one (sqlite3 *damaged, Target *target, const char *text, gint64 first, gint64 last)
{
  sqlite3_stmt *row = NULL;

  if (last < first || last - first > MAX_GAP
      || sqlite3_prepare_v2 (damaged, text, -1, &row, NULL) != SQLITE_OK)
    return;
  for (gint64 id = first; id <= last && !target->has_failed; id++)
    {
      sqlite3_bind_int64 (row, 1, id);
      if (sqlite3_step (row) == SQLITE_ROW)
        put_row (target, row);
      sqlite3_reset (row);
    }
  sqlite3_finalize (row);
}

/* Columns of the table that both have, the id first. (transfer full) (nullable) */
static char *
list_columns (sqlite3 *damaged,
              sqlite3 *whole,
              const char *table,
              gboolean with_id,
              guint *n_columns)
{
  g_autoptr (GString) columns = g_string_new ("id");
  sqlite3_stmt *wanted = NULL, *there = NULL;
  g_autofree char *text = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *n_columns = 1;
  if (sqlite3_prepare_v2 (damaged, text, -1, &there, NULL) == SQLITE_OK)
    while (sqlite3_step (there) == SQLITE_ROW)
      g_hash_table_add (names, g_strdup ((const char *) sqlite3_column_text (there, 0)));
  sqlite3_finalize (there);
  if (sqlite3_prepare_v2 (whole, text, -1, &wanted, NULL) == SQLITE_OK)
    while (sqlite3_step (wanted) == SQLITE_ROW)
      {
        const char *name = (const char *) sqlite3_column_text (wanted, 0);

        if (g_str_equal (name, "id") || !g_hash_table_contains (names, name))
          continue;
        g_string_append_printf (columns, ", \"%s\"", name);
        (*n_columns)++;
      }
  sqlite3_finalize (wanted);
  return *n_columns > 1 ? g_string_free_and_steal (g_steal_pointer (&columns)) : NULL;
}

static gboolean
salvage_table (sqlite3 *damaged,
               FasciaDb *db,
               const char *table,
               gboolean with_id,
               gint64 *n_written,
               GError **error)
{
  Target target = { .db = db, .first_column = with_id ? 0 : 1, .error = error };
  g_autofree char *columns = list_columns (damaged, db->sql, table, with_id, &target.n_columns);
  g_autoptr (GString) marks = g_string_new ("?");

  if (n_written != NULL)
    *n_written = 0;
  /* The damage is in the description of the table itself. */
  if (columns == NULL)
    return TRUE;
  for (guint i = target.first_column + 1; i < target.n_columns; i++)
    g_string_append (marks, ", ?");
  target.insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table,
                                   with_id ? columns : columns + strlen ("id, "), marks->str);
  int code = sqlite3_prepare_v2 (db->sql, target.insert, -1, &target.inserting, NULL);
  g_free (target.insert);
  if (code != SQLITE_OK)
    return fascia_store_error_set_sqlite (error, db->sql, code, db->path);

  /* By the numbers of the rows, never by an index, which may be damaged on its own. */
  g_autofree char *up
      = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED ORDER BY id", columns, table);
  g_autofree char *down
      = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED ORDER BY id DESC", columns, table);
  g_autofree char *one
      = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED WHERE id = ?1", columns, table);
  Pass first = read_from_end (damaged, &target, up, G_MININT64);
  if (!first.is_whole && !target.has_failed)
    {
      gint64 from = first.has_any ? first.last_id : 0;
      Pass second = read_from_end (damaged, &target, down, from);

      /* Without an end nobody knows how far to look: as far as is done in a moment. */
      if (!target.has_failed)
        read_one_by_one (damaged, &target, one, from + 1,
                         second.has_any ? second.last_id - 1 : from + MAX_GAP / 4);
    }
  sqlite3_finalize (target.inserting);
  if (n_written != NULL)
    *n_written = target.n_written;
  return !target.has_failed;
}

gboolean
fascia_salvage_tables (sqlite3 *damaged, FasciaDb *db, GError **error)
{
  /* Owners before what they own. */
  static const char *const tables[]
      = { "origin",    "entry",        "mark",        "mark_feeling", "tag",
          "entry_tag", "own_scale",    "measurement", "session",      "session_step",
          "visit",     "visit_detail", "exercise",    "treatment",    "event",
          "drawing",   "spread",       "condition",   "setting",      "tombstone" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      gint64 n_written;

      /* The journal that everything was written in, instead of the one that was made just now. */
      if (i == 0
          && !fascia_db_exec (db,
                              "CREATE TEMP TABLE own_origin AS SELECT * FROM origin; "
                              "DELETE FROM origin",
                              error))
        return FALSE;
      if (!salvage_table (damaged, db, tables[i], TRUE, &n_written, error))
        return FALSE;
      if (i == 0
          && !fascia_db_exec (db,
                              "INSERT OR IGNORE INTO origin SELECT * FROM own_origin "
                              "WHERE NOT EXISTS (SELECT 1 FROM origin WHERE id = 1); "
                              "DROP TABLE own_origin",
                              error))
        return FALSE;
    }
  /* Rows that an entry of its kind does not own. */
  return fascia_db_exec (
      db,
      "DELETE FROM session WHERE entry_id NOT IN (SELECT id FROM entry WHERE kind = 'session'); "
      "DELETE FROM session_step WHERE entry_id NOT IN "
      "(SELECT id FROM entry WHERE kind = 'session'); "
      "DELETE FROM visit WHERE entry_id NOT IN (SELECT id FROM entry WHERE kind = 'visit'); "
      "DELETE FROM visit_detail WHERE entry_id NOT IN (SELECT id FROM entry WHERE kind = 'visit'); "
      "DELETE FROM exercise WHERE entry_id NOT IN (SELECT id FROM entry WHERE kind = 'exercise'); "
      "DELETE FROM treatment WHERE entry_id NOT IN "
      "(SELECT id FROM entry WHERE kind = 'treatment'); "
      "DELETE FROM event WHERE entry_id NOT IN (SELECT id FROM entry WHERE kind = 'event')",
      error);
}

gboolean
fascia_salvage_missing (sqlite3 *other, FasciaDb *db, const char *table, GError **error)
{
  return salvage_table (other, db, table, FALSE, NULL, error);
}

/* ---- digests ---- */

static GHashTable *
days_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

static void
read_days (sqlite3 *damaged, const char *text, GHashTable *days)
{
  sqlite3_stmt *rows = NULL;

  if (sqlite3_prepare_v2 (damaged, text, -1, &rows, NULL) != SQLITE_OK)
    return;
  for (gint64 i = 0; i < MAX_ROWS && sqlite3_step (rows) == SQLITE_ROW; i++)
    {
      if (sqlite3_column_bytes (rows, 3) != FASCIA_DIGEST_SIZE)
        continue;
      FasciaSavedDay *day = g_new0 (FasciaSavedDay, 1);
      day->day = sqlite3_column_int64 (rows, 0);
      day->version = sqlite3_column_int (rows, 1);
      day->n_entries = sqlite3_column_int64 (rows, 2);
      memcpy (day->digest, sqlite3_column_blob (rows, 3), FASCIA_DIGEST_SIZE);
      g_hash_table_replace (days, &day->day, day);
    }
  sqlite3_finalize (rows);
}

GHashTable *
fascia_salvage_days (sqlite3 *damaged)
{
  GHashTable *days = days_new ();

  read_days (damaged, "SELECT day, version, n_entries, digest FROM day_digest ORDER BY day", days);
  read_days (damaged, "SELECT day, version, n_entries, digest FROM day_digest ORDER BY day DESC",
             days);
  return days;
}

typedef struct
{
  GHashTable *days;
  int version;
} Computed;

static void
add_to_day (const FasciaEntryDigest *entry, gpointer data)
{
  Computed *self = data;
  FasciaSavedDay *day = g_hash_table_lookup (self->days, &entry->day);

  if (day == NULL)
    {
      day = g_new0 (FasciaSavedDay, 1);
      day->day = entry->day;
      day->version = self->version;
      g_hash_table_replace (self->days, &day->day, day);
    }
  for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
    day->digest[i] ^= entry->bytes[i];
  day->n_entries++;
}

GHashTable *
fascia_salvage_compute_days (FasciaDb *db, int version, GError **error)
{
  g_autoptr (GHashTable) days = days_new ();
  Computed self = { days, version };

  return fascia_db_foreach_digest (db, version, add_to_day, &self, error) ? g_steal_pointer (&days)
                                                                          : NULL;
}

/* (transfer full) (nullable) As one text. */
static char *
read_table_digest (sqlite3 *sql, const char *name)
{
  sqlite3_stmt *row = NULL;
  char *digest = NULL;

  if (sqlite3_prepare_v2 (sql,
                          "SELECT version || '-' || n_rows || '-' || hex (digest) "
                          "FROM table_digest WHERE name = ?1",
                          -1, &row, NULL)
      == SQLITE_OK)
    {
      sqlite3_bind_text (row, 1, name, -1, SQLITE_STATIC);
      int code = sqlite3_step (row);
      digest = g_strdup (code == SQLITE_ROW    ? (const char *) sqlite3_column_text (row, 0)
                         : code == SQLITE_DONE ? ""
                                               : NULL);
    }
  sqlite3_finalize (row);
  return digest;
}

char **
fascia_salvage_compare_tables (sqlite3 *damaged, sqlite3 *saved)
{
  static const char *const names[] = { "setting", "tag", "own_scale", "condition" };
  g_autoptr (GStrvBuilder) different = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = read_table_digest (damaged, names[i]);
      g_autofree char *now = read_table_digest (saved, names[i]);

      if (g_strcmp0 (before, now) != 0)
        g_strv_builder_add (different, names[i]);
    }
  return g_strv_builder_end (different);
}
