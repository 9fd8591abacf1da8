/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * However the rows lie in the file and however it is written, the export is the same. */

#include <fcntl.h>
#include <math.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/exchange/fascia-record.h"
#include "core/exchange/fascia-write-behind.h"
#include "exchange-fixture.h"

static FasciaBody *body;

static GBytes *
export_in_slices (StoreFixture *f, guint n_entries)
{
  g_autofree char *path = fascia_test_dir_build (f->dir, "sliced");
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaExport) export = fascia_export_new (FASCIA_EXPORT_JSON, body, path, &error);
  gboolean done = FALSE;

  while (!done)
    g_assert_true (fascia_export_step (export, f->db, n_entries, &done, &error));
  g_assert_true (fascia_export_finish (export, NULL, &error));
  return exchange_load (path);
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

/* Numbers in the order of time, close together; then far apart; then against it. */
static void
test_numbers (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autofree char *path = fascia_test_dir_build (f->dir, "exported");
  g_autoptr (GError) error = NULL;

  exchange_fill (f->db, rand, 60);
  assert_all_ways_agree (f);
  g_autoptr (GBytes) first = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);

  /* Written day by day. */
  FasciaDb *original = f->db;
  f->db = exchange_open_other (f, "growing");
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  FasciaImportPlan plan;
  g_autoptr (FasciaOperation) operation = fascia_db_import (f->db, import, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) growing = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  exchange_assert_same (first, growing);
  assert_all_ways_agree (f);
  store_exec (f->db, "DELETE FROM entry WHERE id % 2 = 0");
  assert_all_ways_agree (f);
  store_exec (f->db, "DELETE FROM entry WHERE id % 7 <> 1");
  assert_all_ways_agree (f);
  fascia_db_close (f->db, &error);
  g_assert_no_error (error);
  f->db = original;
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
  g_assert_true (fascia_export_step (export, f->db, 6, &done, &error));
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

static void
test_behind (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "fascia-behind-XXXXXX", NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  int fd = g_mkstemp (path);

  g_autoptr (FasciaWriteBehind) behind = fascia_write_behind_new (fd, NULL, NULL);
  GString *text = g_string_new (NULL);
  for (int i = 0; i < 200; i++)
    {
      for (int j = 0; j < i; j++)
        {
          g_string_append_printf (text, "%d %d\n", i, j);
          g_string_append_printf (expected, "%d %d\n", i, j);
        }
      text = fascia_write_behind_put (behind, text, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (text->len, ==, 0);
    }
  g_string_free (text, TRUE);
  g_assert_true (fascia_write_behind_finish (behind, &error));
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_cmpstr (content, ==, expected->str);
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
  store_test_add ("/export-ways/feelings", test_feelings);
  store_test_add ("/export-ways/ties", test_ties);
  store_test_add ("/export-ways/large", test_large);
  store_test_add ("/export-ways/full-disk", test_full_disk);
  g_test_add_func ("/export-ways/behind", test_behind);
  g_test_add_func ("/export-ways/behind-fails", test_behind_fails);
  g_test_add_func ("/export-ways/tenths", test_tenths);
  g_test_add_func ("/export-ways/integers", test_integers);

  int result = g_test_run ();
  fascia_body_unref (body);
  return result;
}
