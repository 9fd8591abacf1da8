/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the dialogs for export, import and backups say: each word and each choice of a view is a
 * function of values.
 */

#include "config.h"

#include "fascia-backup-text.h"
#include "fascia-data-text.h"
#include "fascia-test-utils.h"

#define TODAY 20522

#define assert_text(text, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = (text);                                                               \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_export (void)
{
  static const FasciaExportFormat formats[]
      = { FASCIA_EXPORT_TABLES, FASCIA_EXPORT_JSON, FASCIA_EXPORT_FHIR, FASCIA_EXPORT_TABLE };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *title = fascia_data_text_form (formats[i]);
      const char *about = fascia_data_text_form_about (formats[i]);

      g_assert_true (g_hash_table_add (seen, (gpointer) title));
      g_assert_true (g_str_has_suffix (about, "."));
    }
  assert_text (fascia_data_text_entries (0), "No entries");
  assert_text (fascia_data_text_entries (1), "1 entry");
  assert_text (fascia_data_text_entries (214), "214 entries");
  assert_text (fascia_data_text_export_name (FASCIA_EXPORT_TABLES, TODAY), "Fascia 2026-03-10");
  assert_text (fascia_data_text_export_name (FASCIA_EXPORT_JSON, TODAY), "Fascia 2026-03-10.json");
  assert_text (fascia_data_text_export_name (FASCIA_EXPORT_TABLE, TODAY), "Fascia 2026-03-10.csv");
  assert_text (fascia_backup_text_name (TODAY), "Fascia 2026-03-10.fascia-backup");
}

static void
test_backup (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const FasciaBackupInfo open
      = { .created_ms = FASCIA_TEST_NOW_MS, .size = 2100000, .n_entries = 214 };
  const FasciaBackupInfo locked = { .size = 2100000, .is_locked = TRUE, .n_entries = -1 };
  const FasciaBackupInfo known = { .size = 2100000, .is_locked = TRUE, .n_entries = 1 };

  assert_text (fascia_backup_text_when (&open, zone, TODAY, FASCIA_HOURS_24), "Today, 13:20");
  assert_text (fascia_backup_text_facts (&open), "214 entries · 2.1\302\240MB");
  assert_text (fascia_backup_text_facts (&locked), "Locked · 2.1\302\240MB");
  assert_text (fascia_backup_text_facts (&known), "1 entry · 2.1\302\240MB");
}

static void
assert_difference (const GPtrArray *differences, guint index, const char *what)
{
  g_assert_cmpuint (index, <, differences->len);
  g_assert_cmpstr (((const FasciaDifference *) differences->pdata[index])->what, ==, what);
}

static void
test_differences (void)
{
  const FasciaBackupPreview all
      = { .n_only_here = 12, .n_only_there = 1, .n_different = 2, .n_same = 30 };
  const FasciaBackupPreview none = { .n_same = 30 };
  const FasciaBackupPreview unknown
      = { .n_only_here = -1, .n_only_there = -1, .n_different = -1, .n_same = -1 };
  g_autoptr (GPtrArray) differences = fascia_backup_text_differences (&all);

  g_assert_cmpuint (differences->len, ==, 3);
  assert_difference (differences, 0, "12 entries here are not in the backup");
  assert_difference (differences, 1, "1 entry of the backup is not here");
  assert_difference (differences, 2, "2 entries say something else in the backup");

  g_autoptr (GPtrArray) same = fascia_backup_text_differences (&none);
  g_assert_cmpuint (same->len, ==, 1);
  assert_difference (same, 0, "Nothing differs");

  g_autoptr (GPtrArray) unread = fascia_backup_text_differences (&unknown);
  g_assert_cmpuint (unread->len, ==, 1);
  assert_difference (unread, 0, "Your journal cannot be read now");
}

static void
test_passphrase (void)
{
  g_assert_cmpint (fascia_passphrase_compare ("", ""), ==, FASCIA_PASSPHRASE_NONE);
  g_assert_cmpint (fascia_passphrase_compare (NULL, NULL), ==, FASCIA_PASSPHRASE_NONE);
  g_assert_cmpint (fascia_passphrase_compare ("a", ""), ==, FASCIA_PASSPHRASE_ONCE);
  g_assert_cmpint (fascia_passphrase_compare ("a", "b"), ==, FASCIA_PASSPHRASE_DIFFERENT);
  g_assert_cmpint (fascia_passphrase_compare ("", "b"), ==, FASCIA_PASSPHRASE_DIFFERENT);
  g_assert_cmpint (fascia_passphrase_compare ("a b", "a b"), ==, FASCIA_PASSPHRASE_GOOD);
  g_assert_cmpint (fascia_passphrase_compare ("a", "a "), ==, FASCIA_PASSPHRASE_DIFFERENT);
}

static FasciaRestoreView
view_of (GQuark domain, int code)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "What went wrong.");

  return fascia_restore_view_choose (FALSE, NULL, error);
}

static void
test_restore_view (void)
{
  const FasciaBackupPreview preview = { .n_same = 1 };

  g_assert_cmpint (fascia_restore_view_choose (TRUE, NULL, NULL), ==, FASCIA_RESTORE_CHECKING);
  g_assert_cmpint (fascia_restore_view_choose (FALSE, &preview, NULL), ==, FASCIA_RESTORE_PREVIEW);
  g_assert_cmpint (view_of (FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_LOCKED), ==,
                   FASCIA_RESTORE_LOCKED);
  g_assert_cmpint (view_of (FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_PASSPHRASE), ==,
                   FASCIA_RESTORE_WRONG);
  g_assert_cmpint (view_of (FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_DAMAGED), ==,
                   FASCIA_RESTORE_FAILED);
  g_assert_cmpint (view_of (G_IO_ERROR, FASCIA_BACKUP_ERROR_LOCKED), ==, FASCIA_RESTORE_FAILED);
}

static void
test_restore_problems (void)
{
  static const int codes[] = { FASCIA_BACKUP_ERROR_NOT_BACKUP, FASCIA_BACKUP_ERROR_DAMAGED,
                               FASCIA_BACKUP_ERROR_LOCKED, FASCIA_BACKUP_ERROR_TOO_NEW };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *advice = "";

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error
          = g_error_new_literal (FASCIA_BACKUP_ERROR, codes[i], "What went wrong.");

      g_assert_true (
          g_hash_table_add (seen, (gpointer) fascia_backup_text_problem (error, &advice)));
      g_assert_nonnull (advice);
    }
  g_assert_nonnull (fascia_backup_text_problem (NULL, &advice));
  g_assert_null (advice);
}

/* ---- import ---- */

static void
test_plan (void)
{
  const FasciaImportPlan all
      = { .n_new = 214, .n_same = 3, .n_different = 2, .n_tags = 4, .n_bad = 5 };
  const FasciaImportPlan same = { .n_same = 3 };
  const FasciaImportPlan bad = { .n_bad = 3 };
  const FasciaImportPlan tags = { .n_tags = 1 };
  g_autoptr (GPtrArray) counts = fascia_data_text_plan (&all);
  g_autoptr (GPtrArray) few = fascia_data_text_plan (&same);

  g_assert_cmpuint (counts->len, ==, 5);
  g_assert_cmpstr (((FasciaImportCount *) counts->pdata[0])->what, ==, "New entries");
  g_assert_cmpstr (((FasciaImportCount *) counts->pdata[0])->number, ==, "214");
  g_assert_cmpuint (few->len, ==, 1);

  g_assert_nonnull (fascia_data_text_plan_problem (&all, FALSE));
  g_assert_null (fascia_data_text_plan_problem (&all, TRUE));
  g_assert_nonnull (fascia_data_text_plan_problem (&same, TRUE));
  g_assert_nonnull (fascia_data_text_plan_problem (&bad, TRUE));
  g_assert_null (fascia_data_text_plan_problem (&tags, FALSE));
}

static void
test_problem_places (void)
{
  const FasciaImportProblem line = { .file = (char *) "sleep.csv", .line = 12 };
  const FasciaImportProblem whole = { .file = (char *) "sleep.csv" };

  assert_text (fascia_data_text_problem_place (&line), "Line 12 of sleep.csv");
  assert_text (fascia_data_text_problem_place (&whole), "sleep.csv");
}

static void
test_columns (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int use = FASCIA_COLUMN_IGNORED; use <= FASCIA_COLUMN_TAG; use++)
    {
      const char *text = fascia_data_text_column_use ((FasciaColumnUse) use);

      g_assert_cmpstr (text, !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) text));
    }
  for (int dates = FASCIA_DATES_ISO; dates <= FASCIA_DATES_UNIX; dates++)
    g_assert_true (
        g_hash_table_add (seen, (gpointer) fascia_data_text_dates ((FasciaDates) dates)));
}

static void
test_samples (void)
{
  static const char csv[] = "day,note,none\n"
                            "2026-03-01,\"two\nlines\",\n"
                            "2026-03-02,,\n"
                            "2026-03-03,a text that is much longer than a row has room for,\n"
                            "2026-03-04,last,\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, sizeof csv - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaTextTable) table = fascia_text_table_read (bytes, &error);

  g_assert_no_error (error);
  assert_text (fascia_data_text_samples (table, 0), "2026-03-01 · 2026-03-02 · 2026-03-03");
  assert_text (fascia_data_text_samples (table, 1), "two lines · a text that is much long… · last");
  assert_text (fascia_data_text_samples (table, 2), "Empty");
}

static void
test_import_problems (void)
{
  static const int codes[]
      = { FASCIA_IMPORT_ERROR_FORMAT, FASCIA_IMPORT_ERROR_TOO_NEW, FASCIA_IMPORT_ERROR_ROWS,
          FASCIA_IMPORT_ERROR_TOO_LARGE, FASCIA_IMPORT_ERROR_READ };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *advice = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error
          = g_error_new_literal (FASCIA_IMPORT_ERROR, codes[i], "What went wrong.");

      g_assert_true (
          g_hash_table_add (seen, (gpointer) fascia_data_text_import_problem (error, &advice)));
    }
  g_assert_nonnull (fascia_data_text_import_problem (NULL, &advice));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data/text/export", test_export);
  g_test_add_func ("/data/text/backup", test_backup);
  g_test_add_func ("/data/text/differences", test_differences);
  g_test_add_func ("/data/text/passphrase", test_passphrase);
  g_test_add_func ("/data/text/restore-view", test_restore_view);
  g_test_add_func ("/data/text/restore-problems", test_restore_problems);
  g_test_add_func ("/data/text/plan", test_plan);
  g_test_add_func ("/data/text/problem-places", test_problem_places);
  g_test_add_func ("/data/text/columns", test_columns);
  g_test_add_func ("/data/text/samples", test_samples);
  g_test_add_func ("/data/text/import-problems", test_import_problems);

  return g_test_run ();
}
