/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * However the rows lie in the file and however it is written, the export is the same. */

#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/exchange/fascia-export-private.h"
#include "core/exchange/fascia-record.h"
#include "core/exchange/fascia-write-behind.h"
#include "exchange-fixture.h"

static FasciaBody *body;

/* @n_steps: (optional) (out) */
static GBytes *
export_in_steps (StoreFixture *f, guint n_entries, guint *n_steps)
{
  g_autofree char *path = fascia_test_dir_build (f->dir, "sliced");
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaExport) export = fascia_export_new (FASCIA_EXPORT_JSON, body, path, &error);
  gboolean done = FALSE;
  guint n = 0;

  for (; !done; n++)
    g_assert_true (fascia_export_step (export, f->db, n_entries, &done, &error));
  g_assert_true (fascia_export_finish (export, NULL, &error));
  if (n_steps != NULL)
    *n_steps = n;
  return exchange_load (path);
}

static GBytes *
export_in_slices (StoreFixture *f, guint n_entries)
{
  return export_in_steps (f, n_entries, NULL);
}

/* Entry by entry, in spans and one by one. */
static void
assert_all_ways_agree (StoreFixture *f)
{
  g_autoptr (GBytes) whole = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);

  for (guint n = 1; n < 40; n += 6)
    {
      g_autoptr (GBytes) sliced = export_in_slices (f, n);
      exchange_assert_same (whole, sliced);
    }
}

/* The same journal, written day by day. */
static FasciaDb *
open_growing (StoreFixture *f)
{
  g_autofree char *path = fascia_test_dir_build (f->dir, "exported");
  g_autoptr (GBytes) exported = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  FasciaImportPlan plan;
  FasciaDb *db = exchange_open_other (f, "growing");

  g_autoptr (FasciaOperation) operation = fascia_db_import (db, import, FALSE, &plan, &error);
  g_assert_no_error (error);
  return db;
}

static void
close_growing (FasciaDb *db)
{
  g_autoptr (GError) error = NULL;

  fascia_db_close (db, &error);
  g_assert_no_error (error);
}

/* Numbers in the order of time, close together; then far apart; then against it. */
static void
test_numbers (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  exchange_fill (f->db, rand, 60);
  assert_all_ways_agree (f);
  g_autoptr (GBytes) first = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);

  FasciaDb *original = f->db;
  f->db = open_growing (f);
  g_autoptr (GBytes) growing = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  exchange_assert_same (first, growing);
  assert_all_ways_agree (f);
  store_exec (f->db, "DELETE FROM entry WHERE id % 2 = 0");
  assert_all_ways_agree (f);
  store_exec (f->db, "DELETE FROM entry WHERE id % 7 <> 1");
  assert_all_ways_agree (f);
  close_growing (f->db);
  f->db = original;
}

/* Marks that were written later than those of the days after, before them, or among them. */
static void
test_marks_elsewhere (StoreFixture *f, gconstpointer data)
{
  static const char *const moves[] = {
    "id % 5 = 0 THEN id + 1000000",
    "entry_id % 3 = 0 THEN 2000000 - id",
    "entry_id % 4 = 1 THEN -id",
    "entry_id < 50 AND id % 2 = 1 THEN 1000 * (SELECT max (id) FROM mark WHERE entry_id < 60) + id",
    "TRUE THEN 3000000 - id",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (35);

  exchange_fill (f->db, rand, 120);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark"), >, 150);
  FasciaDb *original = f->db;
  f->db = open_growing (f);
  g_autoptr (GBytes) before = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  store_exec (f->db, "PRAGMA foreign_keys=OFF");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      /* With gaps, so that every one finds its place; by way of numbers that nobody has. */
      store_exec (f->db, "CREATE TEMP TABLE moved AS SELECT id, 0 AS other FROM mark");
      exchange_exec (f->db, sqlite3_mprintf ("UPDATE moved SET other = (SELECT CASE WHEN %s ELSE "
                                             "1000 * id END FROM mark WHERE mark.id = moved.id)",
                                             moves[i]));
      store_exec (f->db, "UPDATE mark_feeling SET mark_id = -1000000000 - mark_id");
      store_exec (f->db, "UPDATE mark SET id = -1000000000 - id");
      store_exec (f->db, "UPDATE mark_feeling SET mark_id = (SELECT other FROM moved "
                         "WHERE moved.id = -1000000000 - mark_id)");
      store_exec (f->db, "UPDATE mark SET id = (SELECT other FROM moved "
                         "WHERE moved.id = -1000000000 - mark.id)");
      g_autoptr (GBytes) after = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
      exchange_assert_same (before, after);
      assert_all_ways_agree (f);

      /* As it was: 1, 2, 3 … in the order of the entries. */
      store_exec (f->db, "UPDATE mark_feeling SET mark_id = -1000000000 - (SELECT id FROM moved "
                         "WHERE moved.other = mark_id)");
      store_exec (f->db, "UPDATE mark SET id = -1000000000 - (SELECT id FROM moved "
                         "WHERE moved.other = mark.id)");
      store_exec (f->db, "UPDATE mark_feeling SET mark_id = -1000000000 - mark_id");
      store_exec (f->db, "UPDATE mark SET id = -1000000000 - id");
      store_exec (f->db, "DROP TABLE moved");
    }
  close_growing (f->db);
  f->db = original;
}

#define N_DAYS 400
#define MARKS_A_DAY 100

/* Written day by day. */
static void
add_many_marks (StoreFixture *f)
{
  exchange_exec (
      f->db,
      sqlite3_mprintf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                       "%d) INSERT INTO entry (id, uid, stamp, origin, kind, utc_ms, day, "
                       "offset_min, zone, changed_ms, nothing_today, closed) SELECT i, CAST "
                       "(printf ('%%016d', i) AS BLOB), 1, 1, 'check-in', i * 86400000, i, 0, "
                       "'UTC', 0, 0, 0 FROM n",
                       N_DAYS));
  exchange_exec (
      f->db,
      sqlite3_mprintf ("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < "
                       "%d) INSERT INTO mark (id, entry_id, level, scale, region, uid, stamp, "
                       "origin, drawn) SELECT i + 1, i / %d + 1, i %% 11, 'pain', 'region-' || "
                       "(i %% %d), CAST (printf ('%%016d', i) AS BLOB), 1, 1, 0 FROM n",
                       N_DAYS * MARKS_A_DAY - 1, MARKS_A_DAY, MARKS_A_DAY));
}

/* However many marks there are, each is read about once, and not all are held at once. */
static void
test_many_marks (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[N_DAYS], n_entries = 0;
  guint n_steps = 0, n_slices = 0;

  add_many_marks (f);
  for (guint i = 0; i < N_DAYS; i++)
    ids[i] = i + 1;
  for (guint next = 0; next < N_DAYS; n_slices++)
    {
      g_autoptr (GString) rows = g_string_new (NULL);
      guint n = N_DAYS - next;

      g_assert_true (fascia_export_slice_append (rows, f->db, ids + next, &n, &n_entries, &error));
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (rows->len, <, 3 * 1024 * 1024);
      next += n;
    }
  g_assert_cmpint (n_entries, ==, N_DAYS);
  g_assert_cmpuint (n_slices, >, 1);
  g_assert_cmpuint (n_slices, <, 10);

  g_autoptr (GBytes) whole = export_in_steps (f, N_DAYS, &n_steps);
  g_assert_cmpuint (n_steps, <, 10);
  g_autoptr (GBytes) daily = export_in_steps (f, 1, NULL);
  exchange_assert_same (whole, daily);

  /* Against the order of time, marks are read with their entries. */
  store_exec (f->db, "PRAGMA foreign_keys=OFF");
  store_exec (f->db, "UPDATE mark SET entry_id = 1000000 - entry_id");
  store_exec (f->db, "UPDATE entry SET id = 1000000 - id");
  g_autoptr (GBytes) listed = export_in_steps (f, 100, &n_steps);
  g_assert_cmpuint (n_steps, <, 20);
  exchange_assert_same (whole, listed);
}

/* One entry may have more of them than are read ahead. */
static void
test_many_marks_of_one (StoreFixture *f, gconstpointer data)
{
  guint n_steps = 0;

  add_many_marks (f);
  store_exec (f->db, "UPDATE mark SET entry_id = CASE WHEN id < 20000 THEN 2 ELSE 4 END, "
                     "region = 'other-' || id WHERE id < 38000");
  g_autoptr (GBytes) whole = export_in_steps (f, N_DAYS, &n_steps);
  g_assert_cmpuint (n_steps, <, 20);
  g_autoptr (GBytes) daily = export_in_steps (f, 1, NULL);
  exchange_assert_same (whole, daily);
}

/* Words of marks that were written in another order than they are told in. */
static void
test_feelings (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  exchange_fill (f->db, rand, 60);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark_feeling"), >, 20);
  g_autoptr (GBytes) before = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  store_exec (f->db, "PRAGMA foreign_keys=OFF");
  store_exec (f->db, "UPDATE mark_feeling SET mark_id = 1000000 - 700 * mark_id");
  store_exec (f->db, "UPDATE mark SET id = 1000000 - 700 * id");
  g_autoptr (GBytes) after = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  exchange_assert_same (before, after);
  assert_all_ways_agree (f);
}

/* Entries of one moment go by their names. */
static void
test_ties (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);

  exchange_fill (f->db, rand, 40);
  for (int third = 0; third < 3; third++)
    exchange_exec (f->db, sqlite3_mprintf ("UPDATE entry SET utc_ms = %d * 86400000, day = %d, "
                                           "offset_min = 0, end_ms = NULL WHERE id %% 4 = %d",
                                           third * 9000, third * 9000, third));
  assert_all_ways_agree (f);
  g_autoptr (GBytes) json = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  g_autofree char *text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  const char *at = strstr (text, "\"entries\":[");
  sqlite3_stmt *statement;
  g_assert_cmpint (sqlite3_prepare_v2 (fascia_db_get_sqlite (f->db),
                                       "SELECT lower (hex (uid)) FROM entry ORDER BY utc_ms, uid",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *hex = (const char *) sqlite3_column_text (statement, 0);
      g_autofree char *line = g_strdup_printf ("\n{\"uid\":\"%.8s-%.4s-%.4s-%.4s-%.12s\"", hex,
                                               hex + 8, hex + 12, hex + 16, hex + 20);

      at = strstr (at, line);
      g_assert_nonnull (at);
    }
  sqlite3_finalize (statement);
}

/* ---- writing ---- */

static void
add_long_notes (StoreFixture *f)
{
  g_autofree char *note = g_strnfill (700 * 1024, 'x');

  for (int i = 0; i < 8; i++)
    {
      store_mark (f->db, "hip-left", i);
      store_fixture_wait (f, 86400000);
    }
  exchange_exec (f->db, sqlite3_mprintf ("UPDATE entry SET note = %Q || id", note));
}

static void
test_large (StoreFixture *f, gconstpointer data)
{
  add_long_notes (f);
  g_autoptr (GBytes) whole = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  g_assert_cmpuint (g_bytes_get_size (whole), >, 5 * 1024 * 1024);
  g_autoptr (GBytes) sliced = export_in_slices (f, 1);
  exchange_assert_same (whole, sliced);

  /* One that is given up ends its thread and leaves nothing. */
  g_autofree char *path = fascia_test_dir_build (f->dir, "given-up");
  g_autoptr (GError) error = NULL;
  FasciaExport *export = fascia_export_new (FASCIA_EXPORT_JSON, body, path, &error);
  gboolean done;
  /* Not all of that is held in memory at once. */
  g_assert_true (fascia_export_step (export, f->db, 8, &done, &error));
  g_assert_false (done);
  fascia_export_free (export);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A disk that is full is told, whichever of the texts it meets. */
static void
test_full_disk (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_long_notes (f);
  g_assert_false (fascia_export_run (FASCIA_EXPORT_JSON, body, f->db, "/dev/full", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "/dev/full"));
}

/* No file of this process may grow beyond that: nothing is said meanwhile, because the output of a
 * test may be a file, too. Returns how far they could. */
static rlim_t
limit_size (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  const rlim_t before = limit.rlim_cur;
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  return before;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* What cannot be written when everything is read already is told all the same, and the file that was
 * there stays as it was. */
static void
test_late_errors (StoreFixture *f, gconstpointer data)
{
  add_long_notes (f);
  g_autoptr (GBytes) whole = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  const rlim_t size = g_bytes_get_size (whole);
  const rlim_t limits[] = { 1, size / 2, size - 1024 * 1024, size - 1 };
  g_autofree char *folder = fascia_test_dir_build (f->dir, "late");
  g_autofree char *path = g_build_filename (folder, "late.json", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;

      const rlim_t usual = limit_size (limits[i]);
      gboolean is_written = fascia_export_run (FASCIA_EXPORT_JSON, body, f->db, path, NULL, &error);
      limit_size (usual);
      g_assert_false (is_written);
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_IO_ERROR);
      g_assert_nonnull (strstr (error->message, "late.json"));
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "before");
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  const rlim_t usual = limit_size (size);
  gboolean is_written = fascia_export_run (FASCIA_EXPORT_JSON, body, f->db, path, NULL, NULL);
  limit_size (usual);
  g_assert_true (is_written);
  signal (SIGXFSZ, SIG_DFL);
  g_autoptr (GBytes) again = exchange_load (path);
  exchange_assert_same (whole, again);
}

static void
double_each (const GString *put, GString *text, gpointer data)
{
  guint *n_calls = data;

  (*n_calls)++;
  for (gsize i = 0; i < put->len; i++)
    {
      g_string_append_c (text, put->str[i]);
      g_string_append_c (text, put->str[i]);
    }
}

static void
test_behind (gconstpointer data)
{
  const gboolean is_made = GPOINTER_TO_INT (data);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "fascia-behind-XXXXXX", NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  guint n_calls = 0, n_made = 0;
  int fd = g_mkstemp (path);

  g_autoptr (FasciaWriteBehind) behind
      = fascia_write_behind_new (fd, is_made ? double_each : NULL, &n_calls);
  GString *text = g_string_new (NULL);
  for (int i = 0; i < 200; i++)
    {
      for (int j = 0; j < i; j++)
        g_string_append_printf (text, "%d %d\n", i, j);
      if (is_made)
        double_each (text, expected, &n_made);
      else
        g_string_append (expected, text->str);
      text = fascia_write_behind_put (behind, text, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (text->len, ==, 0);
    }
  g_string_free (text, TRUE);
  g_assert_true (fascia_write_behind_finish (behind, &error));
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_cmpstr (content, ==, expected->str);
  if (is_made)
    g_assert_cmpuint (n_calls, >, 100);
  close (fd);
  g_unlink (path);
}

static void
test_behind_fails (void)
{
  g_autoptr (GError) error = NULL;
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);

  g_autoptr (FasciaWriteBehind) behind = fascia_write_behind_new (fd, NULL, NULL);
  GString *text = g_string_new ("one");
  for (int i = 0; i < 10 && text != NULL; i++)
    {
      text = fascia_write_behind_put (behind, text, &error);
      if (text != NULL)
        g_string_append (text, "more");
    }
  g_assert_null (text);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (fascia_write_behind_finish (behind, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  close (fd);
}

/* ---- numbers ---- */

/* What is written quickly is what the slow way writes, and is read again as the same. */
static void
test_tenths (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (34);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_tenths = 0;

  for (int i = 0; i < 200000; i++)
    {
      double number = i % 3 == 0   ? i / 10.0
                      : i % 3 == 1 ? -g_rand_int (rand) / 10.0 * (1 + i % 1000)
                                   : g_rand_double_range (rand, -1e16, 1e16) / pow (10, i % 20);
      char expected[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_truncate (text, 0);
      fascia_record_append_number (text, number);
      g_assert_true (g_ascii_strtod (text->str, NULL) == number);
      if (number == floor (number))
        continue;
      for (guint digits = 15; digits <= 17; digits++)
        {
          g_autofree char *format = g_strdup_printf ("%%.%ug", digits);

          g_ascii_formatd (expected, sizeof expected, format, number);
          if (g_ascii_strtod (expected, NULL) == number)
            break;
        }
      g_assert_cmpstr (text->str, ==, expected);
      n_tenths++;
    }
  g_assert_cmpuint (n_tenths, >, 100000);
}

static void
test_integers (void)
{
  static const gint64 numbers[]
      = { 0, 1, -1, 9, 10, 99, 100, -100, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) text = g_string_new ("x");
      g_autofree char *expected = g_strdup_printf ("x%" G_GINT64_FORMAT, numbers[i]);

      fascia_record_append_integer (text, numbers[i]);
      g_assert_cmpstr (text->str, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  body = fascia_body_new (NULL);
  g_assert_nonnull (body);

  store_test_add ("/export-ways/numbers", test_numbers);
  store_test_add ("/export-ways/marks-elsewhere", test_marks_elsewhere);
  store_test_add ("/export-ways/many-marks", test_many_marks);
  store_test_add ("/export-ways/many-marks-of-one", test_many_marks_of_one);
  store_test_add ("/export-ways/feelings", test_feelings);
  store_test_add ("/export-ways/ties", test_ties);
  store_test_add ("/export-ways/large", test_large);
  store_test_add ("/export-ways/full-disk", test_full_disk);
  store_test_add ("/export-ways/late-errors", test_late_errors);
  g_test_add_data_func ("/export-ways/behind", GINT_TO_POINTER (FALSE), test_behind);
  g_test_add_data_func ("/export-ways/behind-made", GINT_TO_POINTER (TRUE), test_behind);
  g_test_add_func ("/export-ways/behind-fails", test_behind_fails);
  g_test_add_func ("/export-ways/tenths", test_tenths);
  g_test_add_func ("/export-ways/integers", test_integers);

  int result = g_test_run ();
  fascia_body_unref (body);
  return result;
}
