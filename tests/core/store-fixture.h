/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the store share: a journal in a folder of its own, a repeatable source of
 * chance, and pictures of a database to compare. */

#pragma once

#include <string.h>
#include <sys/stat.h>

#include "core/journal/fascia-entry-private.h"
#include "core/store/fascia-db-private.h"
#include "fascia-test-utils.h"

G_BEGIN_DECLS

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define DAY_MS G_GINT64_CONSTANT (86400000)

/* The same numbers in every run. */
static inline void
store_fixture_random (guint8 *bytes, gsize n_bytes, gpointer data)
{
  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = (guint8) g_rand_int_range (data, 0, 256);
}

typedef struct
{
  FasciaTestDir *dir;
  char *path;
  FasciaClock *clock;
  GRand *rand;
  FasciaDbOptions options;
  FasciaDb *db;
} StoreFixture;

static inline void
store_fixture_open (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->db
      = fascia_db_open_full (self->path, FASCIA_DB_NONE, self->clock, 0, &self->options, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->db);
}

static inline void
store_fixture_close (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  fascia_db_close (g_steal_pointer (&self->db), &error);
  g_assert_no_error (error);
}

static inline void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  self->dir = fascia_test_dir_new ();
  self->path = fascia_test_dir_build_journal (self->dir);
  self->clock = fascia_clock_new_fixed (FASCIA_TEST_NOW_MS, "UTC");
  self->rand = g_rand_new_with_seed (1);
  self->options.random = store_fixture_random;
  self->options.random_data = self->rand;
  store_fixture_open (self);
}

static inline void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  if (self->db != NULL)
    store_fixture_close (self);
  g_rand_free (self->rand);
  fascia_clock_unref (self->clock);
  g_free (self->path);
  fascia_test_dir_free (self->dir);
}

#define store_test_add(name, function)                                                             \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

static inline void
store_fixture_wait (StoreFixture *self, gint64 ms)
{
  fascia_clock_set_fixed (self->clock, fascia_clock_now_ms (self->clock) + ms);
}

/* Logs one mark now and gives back the check-in as it is then. */
static inline FasciaOperation *
store_log (FasciaDb *db, const char *region, FasciaScale scale, int level)
{
  g_autoptr (GError) error = NULL;
  FasciaMark mark = { region, scale, level, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1 };
  FasciaOperation *operation = fascia_db_log (db, &log, &error);

  g_assert_no_error (error);
  g_assert_nonnull (operation);
  return operation;
}

static inline void
store_mark (FasciaDb *db, const char *region, int level)
{
  g_autoptr (FasciaOperation) operation = store_log (db, region, FASCIA_SCALE_TIGHTNESS, level);
}

static inline gint64
store_count (FasciaDb *db, const char *sql)
{
  gint64 value;

  g_assert_true (fascia_db_query_int64 (db, sql, -1, &value, NULL));
  return value;
}

static inline void
store_exec (FasciaDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  fascia_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* Takes away what version 2 brought, and what version 3 did. */
static const char *const store_second_columns_away = "ALTER TABLE mark DROP COLUMN drawn";
static const char *const store_third_columns_away
    = "ALTER TABLE entry DROP COLUMN end_ms; "
      "ALTER TABLE visit DROP COLUMN tight_before; ALTER TABLE visit DROP COLUMN tight_after; "
      "ALTER TABLE visit DROP COLUMN said; ALTER TABLE treatment DROP COLUMN taken; "
      "ALTER TABLE event DROP COLUMN type; DROP TABLE entry_text";

/* (transfer full) All that the journal says, row by row, without stamps. @skip: (nullable) a table
 * to leave out. */
static inline char *
store_dump (FasciaDb *db, const char *skip)
{
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *tables = NULL;
  sqlite3 *sql = fascia_db_get_sqlite (db);

  g_assert_cmpint (sqlite3_prepare_v2 (sql,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       /* How the index keeps its words changes with every write. */
                                       "AND name NOT LIKE 'sqlite%' "
                                       "AND name NOT LIKE 'entry\\_text\\_%' ESCAPE '\\' "
                                       "ORDER BY name",
                                       -1, &tables, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);
      g_autofree char *text = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
      sqlite3_stmt *rows = NULL;

      if (g_strcmp0 (table, skip) == 0)
        continue;
      g_assert_cmpint (sqlite3_prepare_v2 (sql, text, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        {
          g_string_append (dump, table);
          for (int i = 0; i < sqlite3_column_count (rows); i++)
            {
              const guint8 *blob = sqlite3_column_blob (rows, i);

              if (g_str_equal (sqlite3_column_name (rows, i), "stamp"))
                continue;
              g_string_append_c (dump, '|');
              for (int j = 0; j < sqlite3_column_bytes (rows, i); j++)
                g_string_append_printf (
                    dump, sqlite3_column_type (rows, i) == SQLITE_BLOB ? "%02x" : "%c", blob[j]);
            }
          g_string_append_c (dump, '\n');
        }
      sqlite3_finalize (rows);
    }
  sqlite3_finalize (tables);
  return g_string_free (dump, FALSE);
}

/* (transfer full) (nullable) The bytes of a file. */
static inline GBytes *
store_read_file (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  char *content = NULL;
  gsize length = 0;

  if (!g_file_get_contents (name, &content, &length, NULL))
    return NULL;
  return g_bytes_new_take (content, length);
}

static inline void
store_write_file (const char *path, const char *suffix, GBytes *bytes)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_file_set_contents_full (name, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* A journal and what lies beside it, to be compared byte by byte. */
typedef struct
{
  GBytes *files[4];
} StorePicture;

static inline StorePicture
store_picture_take (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  StorePicture picture;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    picture.files[i] = store_read_file (path, suffixes[i]);
  return picture;
}

static inline void
store_picture_assert_same_and_clear (StorePicture *before, const char *path)
{
  StorePicture after = store_picture_take (path);

  for (guint i = 0; i < G_N_ELEMENTS (before->files); i++)
    {
      g_assert_cmpint (before->files[i] != NULL, ==, after.files[i] != NULL);
      if (before->files[i] != NULL)
        g_assert_true (g_bytes_equal (before->files[i], after.files[i]));
      g_clear_pointer (&before->files[i], g_bytes_unref);
      g_clear_pointer (&after.files[i], g_bytes_unref);
    }
}

/* A whole sentence that names the file. */
static inline void
store_assert_sentence (const GError *error, const char *path)
{
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static inline void
store_assert_pragma (FasciaDb *db, const char *pragma, const char *expected)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *text = g_strconcat ("PRAGMA ", pragma, NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (fascia_db_get_sqlite (db), text, -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, expected);
  sqlite3_finalize (statement);
}

static inline void
store_assert_mode (const char *path, const char *suffix, guint mode)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  struct stat info;

  if (stat (name, &info) != 0)
    g_error ("%s is not there", name);
  g_assert_cmphex (info.st_mode & 07777, ==, mode);
}

/* Sixty check-ins, and closes. */
static inline void
store_fixture_fill (StoreFixture *f)
{
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *region = g_strdup_printf ("place-%d", i);

      store_fixture_wait (f, 40 * MINUTE_MS);
      store_mark (f->db, region, i % 11);
    }
  store_fixture_close (f);
}

static inline FasciaEntry *
store_get_after (FasciaOperation *operation)
{
  FasciaEntry *after = fascia_operation_get_after (operation);

  g_assert_nonnull (after);
  return after;
}

static inline int
store_get_level (const FasciaEntry *entry, const char *region)
{
  const FasciaMark *mark = fascia_entry_find_mark (entry, region, FASCIA_SCALE_TIGHTNESS);

  g_assert_nonnull (mark);
  return mark->level;
}

static inline void
store_assert_undone (StoreFixture *f, guint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) undo = fascia_db_undo (f->db, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fascia_operation_get_kind (undo), ==, FASCIA_OPERATION_UNDO);
  g_assert_false (fascia_operation_can_undo (undo));
}

static inline void
store_assert_whole (FasciaDb *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_db_check (db, NULL, NULL, &error));
  g_assert_no_error (error);
}

G_END_DECLS
