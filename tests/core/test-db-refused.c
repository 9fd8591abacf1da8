/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening: which files are refused and stay as they are, and what a process that was killed left. */

#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "store-fixture.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

static void
assert_refused (StoreFixture *f, FasciaStoreError code)
{
  g_autoptr (GError) error = NULL;
  StorePicture picture = store_picture_take (f->path);

  g_assert_null (fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, (int) code);
  store_assert_sentence (error, f->path);
  store_picture_assert_same_and_clear (&picture, f->path);
}

/* Leaves the journal as a process does that was killed: with a log that is not folded in. */
static void
leave_uncheckpointed (StoreFixture *f)
{
  g_autoptr (GBytes) wal = NULL, database = NULL;

  store_mark (f->db, "sacrum", 5);
  database = store_read_file (f->path, "");
  wal = store_read_file (f->path, "-wal");
  store_fixture_close (f);
  g_assert_cmpuint (g_bytes_get_size (wal), >, 0);
  store_write_file (f->path, "", database);
  store_write_file (f->path, "-wal", wal);
}

static void
test_too_new (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  store_exec (f->db, "PRAGMA user_version=4");
  store_fixture_close (f);
  assert_refused (f, FASCIA_STORE_ERROR_TOO_NEW);
}

/* The newer version stands only in the log. */
static void
test_too_new_in_wal (StoreFixture *f, gconstpointer data)
{
  store_exec (f->db, "PRAGMA wal_autocheckpoint=0");
  store_exec (f->db, "PRAGMA user_version=4");
  leave_uncheckpointed (f);
  assert_refused (f, FASCIA_STORE_ERROR_TOO_NEW);
  /* With what another program may have left beside it. */
  g_autoptr (GBytes) old = g_bytes_new_static ("left over", 9);
  store_write_file (f->path, "-shm", old);
  assert_refused (f, FASCIA_STORE_ERROR_TOO_NEW);
}

static void
test_too_old (StoreFixture *f, gconstpointer data)
{
  store_exec (f->db, "PRAGMA user_version=0");
  store_fixture_close (f);
  assert_refused (f, FASCIA_STORE_ERROR_TOO_OLD);
}

static void
test_wrong_application (StoreFixture *f, gconstpointer data)
{
  store_exec (f->db, "PRAGMA application_id=7");
  leave_uncheckpointed (f);
  assert_refused (f, FASCIA_STORE_ERROR_NOT_JOURNAL);
}

static void
make_foreign_database (const char *path, const char *mode)
{
  sqlite3 *sql;
  g_autofree char *text
      = g_strdup_printf ("PRAGMA journal_mode=%s; CREATE TABLE contact (name TEXT); "
                         "INSERT INTO contact VALUES ('Ada'), ('Grace')",
                         mode);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &sql), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sql, text, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (sql);
}

static void
test_foreign_database (StoreFixture *f, gconstpointer data)
{
  store_fixture_close (f);
  make_foreign_database (f->path, "delete");
  assert_refused (f, FASCIA_STORE_ERROR_NOT_JOURNAL);
  make_foreign_database (f->path, "wal");
  assert_refused (f, FASCIA_STORE_ERROR_NOT_JOURNAL);
}

/* Another program was killed in the middle of a change. Its rollback journal is not ours to play
 * back. */
static void
test_foreign_hot_journal (StoreFixture *f, gconstpointer data)
{
  sqlite3 *sql;

  store_fixture_close (f);
  make_foreign_database (f->path, "delete");
  g_assert_cmpint (sqlite3_open (f->path, &sql), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (sql,
                    "PRAGMA cache_size=1; BEGIN; UPDATE contact SET name = 'Bob'; "
                    "CREATE TABLE big AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
                    "SELECT x+1 FROM c LIMIT 2000) SELECT x, hex(randomblob(50)) FROM c",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_autoptr (GBytes) database = store_read_file (f->path, "");
  g_autoptr (GBytes) journal = store_read_file (f->path, "-journal");
  sqlite3_close (sql);
  g_assert_nonnull (journal);
  store_write_file (f->path, "", database);
  store_write_file (f->path, "-journal", journal);
  assert_refused (f, FASCIA_STORE_ERROR_NOT_JOURNAL);
}

/* A newer version may have changed what is played back, and when. */
static void
test_too_new_hot_journal (StoreFixture *f, gconstpointer data)
{
  sqlite3 *sql;

  store_fixture_close (f);
  g_assert_cmpint (sqlite3_open (f->path, &sql), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (sql,
                                 "PRAGMA journal_mode=DELETE; PRAGMA user_version=99; "
                                 "PRAGMA cache_size=1; BEGIN; UPDATE origin SET name = 'other'; "
                                 "CREATE TABLE big AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
                                 "SELECT x+1 FROM c LIMIT 2000) "
                                 "SELECT x, hex(randomblob(50)) FROM c",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_autoptr (GBytes) database = store_read_file (f->path, "");
  g_autoptr (GBytes) journal = store_read_file (f->path, "-journal");
  sqlite3_close (sql);
  g_assert_nonnull (journal);
  store_write_file (f->path, "", database);
  store_write_file (f->path, "-journal", journal);
  assert_refused (f, FASCIA_STORE_ERROR_TOO_NEW);
}

static void
expect_error (StoreFixture *f, FasciaDbFlags flags, FasciaStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_open (f->path, flags, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_odd_places (StoreFixture *f, gconstpointer data)
{
  g_autofree char *link = g_strconcat (f->path, "-link", NULL);
  g_autofree char *below = g_build_filename (f->path, "below", "journal.db", NULL);

  store_fixture_close (f);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  g_set_str (&f->path, link);
  expect_error (f, FASCIA_DB_NONE, FASCIA_STORE_ERROR_NOT_FOUND, "link");
  expect_error (f, FASCIA_DB_READ_EXISTING, FASCIA_STORE_ERROR_NOT_FOUND, "link");
  g_set_str (&f->path, below);
  expect_error (f, FASCIA_DB_NONE, FASCIA_STORE_ERROR_IO, "not a folder");
}

/* A table that is gone is damage, whoever asks for it first. */
static void
test_table_missing (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_exec (f->db, "PRAGMA foreign_keys=OFF; DROP TABLE mark_feeling; DROP TABLE mark");
  g_assert_false (fascia_db_check (f->db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  store_fixture_close (f);
  expect_error (f, FASCIA_DB_NONE, FASCIA_STORE_ERROR_DAMAGED, "mark");
}

static void
make_old_file (const char *folder, const char *name, gint64 age_s)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct utimbuf times = { 0 };

  times.actime = times.modtime = (time_t) (g_get_real_time () / G_USEC_PER_SEC - age_s);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

/* What a process left that was ended while it made a journal or a copy goes; what another may be at
 * work on, or is not ours, stays. */
static void
test_sweep (StoreFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 age_s;
    gboolean stays;
  } files[] = {
    { ".journal.db.new-abcdef", 7200, FALSE }, { ".journal.db.new-abcdef-wal", 7200, FALSE },
    { ".journal.db.new-ABCDEF", 60, TRUE },    { ".other.db.new-abcdef", 7200, TRUE },
    { "journal.db.before-2", 7200, TRUE },     { "journal.db.new-abcdef", 7200, TRUE },
  };
  g_autofree char *folder = g_path_get_dirname (f->path);

  store_fixture_close (f);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    make_old_file (folder, files[i].name, files[i].age_s);
  store_fixture_open (f);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, files[i].stays);
    }
}

static void
test_not_a_database (StoreFixture *f, gconstpointer data)
{
  static const char *const contents[]
      = { "x", "Dear diary, today my back hurt.\n", "SQLite format 3", "{\"entries\":[]}" };

  store_fixture_close (f);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (contents[i], strlen (contents[i]));

      store_write_file (f->path, "", bytes);
      assert_refused (f, FASCIA_STORE_ERROR_NOT_JOURNAL);
    }
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree guint8 *noise = g_malloc (100000);
  store_fixture_random (noise, 100000, rand);
  g_autoptr (GBytes) bytes = g_bytes_new (noise, 100000);
  store_write_file (f->path, "", bytes);
  assert_refused (f, FASCIA_STORE_ERROR_NOT_JOURNAL);

  /* A folder, and something that would never answer. */
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_refused (f, FASCIA_STORE_ERROR_NOT_JOURNAL);
  g_assert_cmpint (g_rmdir (f->path), ==, 0);
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_JOURNAL);
}

/* A journal appears whole: one without a byte has lost everything, and is not a new one. */
static void
test_empty_file (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  leave_uncheckpointed (f);
  store_write_file (f->path, "", nothing);
  assert_refused (f, FASCIA_STORE_ERROR_DAMAGED);
}

/* The log of a journal that is gone must not end up in a new one. */
static void
test_lonely_wal (StoreFixture *f, gconstpointer data)
{
  leave_uncheckpointed (f);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  assert_refused (f, FASCIA_STORE_ERROR_DAMAGED);
}

static void
test_truncated (StoreFixture *f, gconstpointer data)
{
  store_fixture_fill (f);
  g_autoptr (GBytes) whole = store_read_file (f->path, "");
  gsize size = g_bytes_get_size (whole);

  for (gsize length = 4096; length < size; length += 4096 * 5)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);

      store_write_file (f->path, "", part);
      assert_refused (f, FASCIA_STORE_ERROR_DAMAGED);
    }
  /* Not even one page. */
  static const gsize lengths[] = { 20, 99, 100, 511, 4095 };
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, lengths[i]);
      g_autoptr (GError) error = NULL;

      store_write_file (f->path, "", part);
      StorePicture picture = store_picture_take (f->path);
      g_assert_null (fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error));
      g_assert_true (
          g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED)
          || g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_JOURNAL));
      store_picture_assert_same_and_clear (&picture, f->path);
    }
}

/* After an unclean end the structure is looked at before anything is shown. */
static void
test_quick_check_after_crash (StoreFixture *f, gconstpointer data)
{
  store_fixture_fill (f);
  g_autoptr (GBytes) whole = store_read_file (f->path, "");
  gsize size;
  char *content = g_bytes_unref_to_data (g_steal_pointer (&whole), &size);
  const gint64 root = 4096 * 12;

  store_fixture_open (f);
  gint64 page
      = store_count (f->db, "SELECT rootpage FROM sqlite_schema WHERE name = 'entry_by_day'");
  store_fixture_close (f);
  g_assert_cmpint (page * 4096, >, root / 12);
  memset (content + (page - 1) * 4096 + 2000, 0xa5, 2000);
  whole = g_bytes_new_take (content, size);
  store_write_file (f->path, "", whole);

  /* Clean: looked at by the weekly check, not at every start. */
  FasciaDb *db = fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, NULL);
  g_assert_nonnull (db);
  g_autoptr (GError) error = NULL;
  g_assert_false (fascia_db_check (db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  fascia_db_close (db, NULL);
  store_write_file (f->path, "", whole);

  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  store_write_file (f->path, "-wal", nothing);
  g_clear_error (&error);
  g_assert_null (fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  g_autoptr (GBytes) after = store_read_file (f->path, "");
  g_assert_true (g_bytes_equal (whole, after));
}

/* Killed after the last mark: the log is read, nothing is lost. */
static void
test_after_crash (StoreFixture *f, gconstpointer data)
{
  for (int i = 0; i < 5; i++)
    store_mark (f->db, "jaw-left", i);
  leave_uncheckpointed (f);
  store_fixture_open (f);
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_cmpint (fascia_entry_find_mark (entry, "jaw-left", TIGHT)->level, ==, 4);
  g_assert_cmpint (fascia_entry_find_mark (entry, "sacrum", TIGHT)->level, ==, 5);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, NULL));
}

static void
test_read_existing (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = fascia_test_dir_build (f->dir, "nowhere/journal.db");
  g_autofree char *folder = g_path_get_dirname (other);

  g_assert_null (fascia_db_open (other, FASCIA_DB_READ_EXISTING, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  store_assert_sentence (error, other);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* A path with everything that a URI would stumble over. */
static void
test_odd_path (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *odd = fascia_test_dir_build (f->dir, "a ?mode=ro&x#%41ß/file:journal.db");
  FasciaDb *db = fascia_db_open (odd, FASCIA_DB_NONE, f->clock, 0, &error);

  g_assert_no_error (error);
  store_mark (db, "sacrum", 5);
  g_assert_true (fascia_db_close (db, NULL));
  g_assert_true (g_file_test (odd, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_test_add ("/db-refused/too-new", test_too_new);
  store_test_add ("/db-refused/too-new/in-wal", test_too_new_in_wal);
  store_test_add ("/db-refused/too-old", test_too_old);
  store_test_add ("/db-refused/wrong-application", test_wrong_application);
  store_test_add ("/db-refused/foreign-database", test_foreign_database);
  store_test_add ("/db-refused/foreign-database/hot-journal", test_foreign_hot_journal);
  store_test_add ("/db-refused/too-new/hot-journal", test_too_new_hot_journal);
  store_test_add ("/db-refused/odd-places", test_odd_places);
  store_test_add ("/db-refused/table-missing", test_table_missing);
  store_test_add ("/db-refused/sweep", test_sweep);
  store_test_add ("/db-refused/not-a-database", test_not_a_database);
  store_test_add ("/db-refused/empty-file", test_empty_file);
  store_test_add ("/db-refused/lonely-wal", test_lonely_wal);
  store_test_add ("/db-refused/truncated", test_truncated);
  store_test_add ("/db-refused/after-crash", test_after_crash);
  store_test_add ("/db-refused/after-crash/quick-check", test_quick_check_after_crash);
  store_test_add ("/db-refused/read-existing", test_read_existing);
  store_test_add ("/db-refused/odd-path", test_odd_path);

  return g_test_run ();
}
