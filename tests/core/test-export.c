/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the journal written out and read back: nothing is lost on the way. */

#include "exchange-fixture.h"

#include <sys/stat.h>

#include <glib/gstdio.h>

static FasciaBody *body;

/* ---- there and back ---- */

static void
assert_imports (FasciaDb *db, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  FasciaImportPlan plan, planned;

  g_assert_no_error (error);
  for (guint i = 0; i < fascia_import_get_n_problems (import); i++)
    {
      const FasciaImportProblem *problem = fascia_import_get_problem (import, i);

      g_error ("%s:%u: %s: %s", problem->file, problem->line, problem->column, problem->reason);
    }
  g_assert_true (fascia_db_plan_import (db, import, &planned, &error));
  g_assert_no_error (error);
  g_autoptr (FasciaOperation) operation = fascia_db_import (db, import, FALSE, &plan, &error);
  g_assert_no_error (error);
  g_assert_nonnull (operation);
  g_assert_cmpmem (&plan, sizeof plan, &planned, sizeof planned);
  g_assert_cmpint (plan.n_new, ==, fascia_import_get_n_entries (import));
  g_assert_cmpint (plan.n_same + plan.n_different + plan.n_bad, ==, 0);
  g_assert_cmpuint (fascia_operation_get_n_entries (operation), ==, (guint) plan.n_new);
  g_assert_true (fascia_db_check (db, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* All files of the folder, one after the other. */
static GBytes *
load_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GByteArray *all = g_byte_array_new ();
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autoptr (GBytes) bytes = exchange_load (file);
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);

      g_byte_array_append (all, (const guint8 *) file + strlen (path),
                           strlen (file + strlen (path)));
      g_byte_array_append (all, data, length);
    }
  return g_byte_array_free_to_bytes (all);
}

static GBytes *
export_folder (FasciaDb *db, FasciaTestDir *dir, const char *name, char **path)
{
  g_autoptr (GError) error = NULL;

  *path = fascia_test_dir_build (dir, name);
  fascia_export_run (FASCIA_EXPORT_TABLES, body, db, *path, NULL, &error);
  g_assert_no_error (error);
  return load_folder (*path);
}

static void
round_trip (StoreFixture *f, guint seed, guint n_entries)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autofree char *json_path = fascia_test_dir_build (f->dir, "exported");
  g_autofree char *tables_path = NULL, *other_tables_path = NULL;

  exchange_fill (f->db, rand, n_entries);
  g_autoptr (GBytes) json = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  g_autoptr (GBytes) again = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  exchange_assert_same (json, again);
  g_autoptr (GBytes) tables = export_folder (f->db, f->dir, "tables", &tables_path);

  FasciaDb *by_json = exchange_open_other (f, "by-json");
  assert_imports (by_json, json_path);
  g_autoptr (GBytes) json_of_json = exchange_export (by_json, body, f->dir, FASCIA_EXPORT_JSON);
  exchange_assert_same (json, json_of_json);
  fascia_db_close (by_json, &error);
  g_assert_no_error (error);

  FasciaDb *by_tables = exchange_open_other (f, "by-tables");
  assert_imports (by_tables, tables_path);
  g_autoptr (GBytes) json_of_tables = exchange_export (by_tables, body, f->dir, FASCIA_EXPORT_JSON);
  exchange_assert_same (json, json_of_tables);
  g_autoptr (GBytes) tables_of_tables
      = export_folder (by_tables, f->dir, "other-tables", &other_tables_path);
  exchange_assert_same (tables, tables_of_tables);
  fascia_db_close (by_tables, &error);
  g_assert_no_error (error);
  fascia_test_remove_tree (tables_path);
  fascia_test_remove_tree (other_tables_path);
}

static void
test_round_trip (StoreFixture *f, gconstpointer data)
{
  guint n_runs = g_test_slow () ? 200 : 4;

  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *by_json = fascia_test_dir_build (f->dir, "by-json");
      g_autofree char *by_tables = fascia_test_dir_build (f->dir, "by-tables");

      round_trip (f, 1000 + i, 8 * (1 + i));
      fascia_test_remove_tree (by_json);
      fascia_test_remove_tree (by_tables);
      store_fixture_tear_down (f, NULL);
      store_fixture_set_up (f, NULL);
    }
}

static void
test_empty (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fascia_test_dir_build (f->dir, "exported");
  g_autoptr (GBytes) json = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  FasciaImportPlan plan;

  g_assert_no_error (error);
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 0);
  g_assert_cmpint (fascia_import_get_first_day (import), >, fascia_import_get_last_day (import));
  g_assert_null (fascia_db_import (f->db, import, FALSE, &plan, &error));
  g_assert_no_error (error);
}

static void
test_slices (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *path = fascia_test_dir_build (f->dir, "sliced");
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  guint n_steps = 0;

  exchange_fill (f->db, rand, 40);
  g_autoptr (GBytes) whole = exchange_export (f->db, body, f->dir, FASCIA_EXPORT_JSON);
  g_autoptr (FasciaExport) export = fascia_export_new (FASCIA_EXPORT_JSON, body, path, &error);
  g_assert_no_error (error);
  while (!done)
    {
      g_assert_true (fascia_export_step (export, f->db, 7, &done, &error));
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, 6);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (fascia_export_finish (export, NULL, &error));
  g_autoptr (GBytes) sliced = exchange_load (path);
  exchange_assert_same (whole, sliced);
}

/* What is written meanwhile does no harm: each entry is told once and whole. */
static void
test_written_meanwhile (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autofree char *path = fascia_test_dir_build (f->dir, "meanwhile");
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  exchange_fill (f->db, rand, 24);
  g_autoptr (FasciaExport) export = fascia_export_new (FASCIA_EXPORT_JSON, body, path, &error);
  g_assert_true (fascia_export_step (export, f->db, 8, &done, &error));
  /* One comes, one goes, one moves to the beginning. */
  store_mark (f->db, "hip-left", 4);
  store_exec (f->db, "DELETE FROM entry WHERE id = (SELECT id FROM entry ORDER BY utc_ms DESC "
                     "LIMIT 1 OFFSET 3)");
  store_exec (f->db, "UPDATE entry SET utc_ms = utc_ms % 86400000 - 20000 * 86400000, day = -20000 "
                     ", offset_min = 0, end_ms = NULL WHERE id = (SELECT id FROM entry ORDER BY "
                     "utc_ms DESC LIMIT 1 OFFSET 1)");
  while (!done)
    g_assert_true (fascia_export_step (export, f->db, 8, &done, &error));
  gint64 n_entries;
  g_assert_true (fascia_export_finish (export, &n_entries, &error));
  g_assert_cmpint (n_entries, ==, 23);
  g_autoptr (FasciaImport) import = fascia_import_read (path, body, FASCIA_TEST_NOW_MS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fascia_import_get_n_problems (import), ==, 0);
  g_assert_cmpuint (fascia_import_get_n_entries (import), ==, 23);
}

/* ---- files ---- */

static void
assert_private (const char *path, guint mode)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, mode);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_folder (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = NULL, *file = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0);
  guint n_files = count_files (fascia_test_dir_get_path (f->dir));

  store_mark (f->db, "hip-left", 4);
  g_autoptr (GBytes) bytes = export_folder (f->db, f->dir, "tables/", &path);
  umask (mask);
  assert_private (path, 0700);
  file = g_build_filename (path, "mark.csv", NULL);
  assert_private (file, 0600);
  g_assert_cmpuint (count_files (fascia_test_dir_get_path (f->dir)), ==, n_files + 1);

  /* A folder with something in it is left alone. */
  g_assert_null (fascia_export_new (FASCIA_EXPORT_TABLES, body, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
  g_assert_nonnull (strstr (error->message, "tables"));
  g_clear_error (&error);

  /* An empty one is taken; a broken export leaves it. */
  other = fascia_test_dir_build (f->dir, "empty");
  g_assert_cmpint (g_mkdir (other, 0755), ==, 0);
  FasciaExport *broken = fascia_export_new (FASCIA_EXPORT_TABLES, body, other, &error);
  gboolean done;
  g_assert_no_error (error);
  g_assert_true (fascia_export_step (broken, f->db, 1, &done, &error));
  fascia_export_free (broken);
  g_assert_cmpuint (count_files (other), ==, 0);
  g_assert_cmpuint (count_files (fascia_test_dir_get_path (f->dir)), ==, n_files + 2);
  fascia_export_run (FASCIA_EXPORT_TABLES, body, f->db, other, NULL, &error);
  g_assert_no_error (error);
  assert_private (other, 0700);
}

static void
test_refused (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = fascia_test_dir_build (f->dir, "no/such/folder.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_export_new (FASCIA_EXPORT_JSON, body, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_assert_null (fascia_export_new (FASCIA_EXPORT_TABLES, body, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_suffixes (void)
{
  g_assert_cmpstr (fascia_export_format_get_suffix (FASCIA_EXPORT_TABLES), ==, "");
  g_assert_cmpstr (fascia_export_format_get_suffix (FASCIA_EXPORT_TABLE), ==, ".csv");
  g_assert_cmpstr (fascia_export_format_get_suffix (FASCIA_EXPORT_JSON), ==, ".json");
  g_assert_cmpstr (fascia_export_format_get_suffix (FASCIA_EXPORT_FHIR), ==, ".json");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  body = fascia_body_new (NULL);
  g_assert_nonnull (body);

  g_test_add_func ("/export/suffixes", test_suffixes);
  store_test_add ("/export/empty", test_empty);
  store_test_add ("/export/round-trip", test_round_trip);
  store_test_add ("/export/slices", test_slices);
  store_test_add ("/export/written-meanwhile", test_written_meanwhile);
  store_test_add ("/export/folder", test_folder);
  store_test_add ("/export/refused", test_refused);

  int result = g_test_run ();
  fascia_body_unref (body);
  return result;
}
