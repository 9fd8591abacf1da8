/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening: what is set, who may read it, which files are refused and stay as they are. */

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "store-fixture.h"

#include "core/journal/fascia-journal.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

static void
test_pragmas (StoreFixture *f, gconstpointer data)
{
  /* Freshly made, and opened again. */
  for (int i = 0; i < 2; i++)
    {
      store_assert_pragma (f->db, "journal_mode", "wal");
      store_assert_pragma (f->db, "locking_mode", "exclusive");
      store_assert_pragma (f->db, "synchronous", "2");
      store_assert_pragma (f->db, "secure_delete", "1");
      store_assert_pragma (f->db, "temp_store", "2");
      store_assert_pragma (f->db, "trusted_schema", "0");
      store_assert_pragma (f->db, "foreign_keys", "1");
      store_assert_pragma (f->db, "application_id", "1178686275");
      store_assert_pragma (f->db, "user_version", "3");
      /* The shared memory of a WAL is for several connections. There is one. */
      g_autofree char *shm = g_strconcat (f->path, "-shm", NULL);
      g_assert_false (g_file_test (shm, G_FILE_TEST_EXISTS));
      store_fixture_close (f);
      store_fixture_open (f);
    }
}

/* ---- permissions ---- */

/* The modes of what is in the folder at this moment: nobody else may read any of it. */
static void
assert_folder_private (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      store_assert_mode (path, "", 0600);
    }
}

static void
test_permissions (gconstpointer data)
{
  mode_t mask = (mode_t) GPOINTER_TO_UINT (data);
  mode_t old = umask (mask);
  StoreFixture f = { 0 };

  store_fixture_set_up (&f, NULL);
  g_autofree char *folder = g_path_get_dirname (f.path);
  store_mark (f.db, "sacrum", 5);
  store_assert_mode (folder, "", 0700);
  store_assert_mode (f.path, "", 0600);
  store_assert_mode (f.path, "-wal", 0600);
  assert_folder_private (folder);
  store_fixture_close (&f);
  assert_folder_private (folder);

  /* Copied by somebody with other habits. */
  g_assert_cmpint (g_chmod (f.path, 0644), ==, 0);
  store_fixture_open (&f);
  store_mark (f.db, "sacrum", 6);
  assert_folder_private (folder);
  store_fixture_tear_down (&f, NULL);
  umask (old);
}

/* The program's own folder is made private; one that the person chose is theirs. */
static void
test_folder_private (StoreFixture *f, gconstpointer data)
{
  g_autofree char *own = fascia_journal_dup_default_path ();
  const char *const paths[] = { f->path, own };

  store_fixture_close (f);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *folder = g_path_get_dirname (paths[i]);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
      FasciaDb *db = fascia_db_open (paths[i], FASCIA_DB_NONE, f->clock, 0, NULL);
      g_assert_nonnull (db);
      g_assert_true (fascia_db_close (db, NULL));
      store_assert_mode (folder, "", i == 0 ? 0755 : 0700);
    }
}

/* Private from the first byte: nothing is ever made with more rights and corrected later. */
static void
test_private_from_first_byte (void)
{
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (dir);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  GPid child = fork ();

  if (child == 0)
    {
      umask (0);
      for (int i = 0; i < 20; i++)
        {
          FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, clock, 0, NULL);
          if (db == NULL)
            _exit (1);
          store_mark (db, "sacrum", 1);
          fascia_db_close (db, NULL);
          g_unlink (path);
        }
      _exit (0);
    }
  int status = -1;
  while (waitpid (child, &status, WNOHANG) == 0)
    {
      g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
      const char *name;

      while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
        {
          g_autofree char *file = g_build_filename (folder, name, NULL);
          struct stat info;

          if (lstat (file, &info) == 0)
            g_assert_cmphex (info.st_mode & 0077, ==, 0);
        }
    }
  g_assert_cmpint (status, ==, 0);
}

/* ---- who else has it ---- */

static void
test_second_opener (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_mark (f->db, "sacrum", 5);
  g_assert_null (fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
  store_assert_sentence (error, f->path);
  /* The first is none the worse for it. */
  store_mark (f->db, "sacrum", 6);
  g_assert_true (fascia_db_check (f->db, NULL, NULL, NULL));
}

/* Another program that looks into the file while it is closed to us. */
static void
test_foreign_reader (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int pipe_fds[2], go[2];
  char byte;

  store_fixture_close (f);
  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  g_assert_cmpint (pipe (go), ==, 0);
  GPid child = fork ();
  if (child == 0)
    {
      sqlite3 *sql;

      if (sqlite3_open (f->path, &sql) != SQLITE_OK
          || sqlite3_exec (sql, "BEGIN; SELECT count(*) FROM entry", NULL, NULL, NULL) != SQLITE_OK)
        _exit (1);
      (void) !write (pipe_fds[1], "x", 1);
      (void) !read (go[0], &byte, 1);
      _exit (0);
    }
  g_assert_cmpint (read (pipe_fds[0], &byte, 1), ==, 1);
  g_assert_null (fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
  store_assert_sentence (error, f->path);
  (void) !write (go[1], "x", 1);
  int status;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  store_fixture_open (f);
  for (int i = 0; i < 2; i++)
    {
      close (pipe_fds[i]);
      close (go[i]);
    }
}

/* Several processes at once make the journal and write into it, each in its turn: all is kept. */
static void
test_many_openers (gconstpointer data)
{
  guint n_children = GPOINTER_TO_UINT (data);
  const int n_each = 6;
  g_autoptr (FasciaTestDir) dir = fascia_test_dir_new ();
  g_autofree char *path = fascia_test_dir_build_journal (dir);
  g_autoptr (FasciaClock) clock = fascia_test_clock_new ();
  g_autofree GPid *children = g_new0 (GPid, n_children);

  for (guint c = 0; c < n_children; c++)
    {
      children[c] = fork ();
      if (children[c] != 0)
        continue;
      for (int i = 0; i < n_each; i++)
        {
          FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, clock, 50000, NULL);
          g_autofree char *region = g_strdup_printf ("place-%u-%d", c, i);

          if (db == NULL)
            _exit (1);
          store_mark (db, region, i);
          if (!fascia_db_close (db, NULL))
            _exit (2);
        }
      _exit (0);
    }
  for (guint c = 0; c < n_children; c++)
    {
      int status = -1;

      g_assert_cmpint (waitpid (children[c], &status, 0), ==, children[c]);
      g_assert_cmpint (status, ==, 0);
    }
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_READ_EXISTING, clock, 0, NULL);
  gint64 n_marks;
  g_assert_true (fascia_db_check (db, NULL, &n_marks, NULL));
  g_assert_cmpint (n_marks, ==, n_children * n_each);
  g_assert_true (fascia_db_close (db, NULL));
  /* No half-made journal is left lying about. */
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (entries), ==, "journal.db");
  g_assert_null (g_dir_read_name (entries));
}

/* ---- refused files ---- */

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

/* ---- files and folders that cannot be written ---- */

/* Runs @func in a process without the rights of the superuser, for whom no mode is a hindrance. */
static void
run_without_rights (void (*func) (StoreFixture *f), StoreFixture *f)
{
  GPid child = fork ();

  if (child == 0)
    {
      struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
      struct __user_cap_data_struct none[2] = { { 0 } };

      if (syscall (SYS_capset, &header, none) != 0)
        _exit (70);
      func (f);
      _exit (0);
    }
  int status = -1;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 70)
    g_error ("This test could not lay down the rights of the superuser");
  g_assert_cmpint (status, ==, 0);
}

static void
expect_read_only (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_READ_ONLY);
  store_assert_sentence (error, f->path);
}

/* Who only reads reads it all the same; nothing is left anywhere, and writing is refused. */
static void
expect_readable (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open (f->path, FASCIA_DB_READ_EXISTING, f->clock, 0, &error);
  const FasciaMark mark = { "sacrum", FASCIA_SCALE_PAIN, 3, NULL, FALSE };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  gint64 n_entries, n_marks;

  g_assert_no_error (error);
  g_assert_cmpstr (fascia_db_get_path (db), ==, f->path);
  g_assert_true (fascia_db_check (db, &n_entries, &n_marks, &error));
  g_assert_cmpint (n_marks, ==, 1);
  g_assert_null (fascia_db_log (db, &log, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_READ_ONLY);
  store_assert_sentence (error, f->path);
  fascia_db_close (db, NULL);
}

static guint
count_copies (void)
{
  g_autoptr (GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "fascia-reading-");
  return n;
}

static void
test_reading (StoreFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  guint n_copies = count_copies ();

  store_mark (f->db, "sacrum", 5);
  g_autoptr (GBytes) log = store_read_file (f->path, "-wal");
  g_autoptr (GBytes) before = store_read_file (f->path, "");
  store_fixture_close (f);
  for (int with_log = 0; with_log < 2; with_log++)
    {
      /* As a sudden end would leave it: the mark is in the log alone. */
      if (with_log)
        {
          store_write_file (f->path, "", before);
          store_write_file (f->path, "-wal", log);
        }
      g_assert_cmpint (g_chmod (f->path, 0400), ==, 0);
      g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
      StorePicture picture = store_picture_take (f->path);
      run_without_rights (expect_readable, f);
      store_picture_assert_same_and_clear (&picture, f->path);
      g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
      g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
    }
  g_assert_cmpuint (count_copies (), ==, n_copies);
}

static void
expect_busy (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_open_reading (f->path, f->clock, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY);
}

/* Not beside somebody who writes. */
static void
test_reading_busy (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  run_without_rights (expect_busy, f);
  store_mark (f->db, "sacrum", 6);
}

static void
test_read_only (StoreFixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);

  store_mark (f->db, "sacrum", 5);
  store_fixture_close (f);

  /* A file that may be read only, in a folder likewise. */
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  StorePicture picture = store_picture_take (f->path);
  run_without_rights (expect_read_only, f);
  /* A file that may not be read. */
  g_assert_cmpint (g_chmod (f->path, 0000), ==, 0);
  run_without_rights (expect_read_only, f);
  /* A folder that may not be entered. */
  g_assert_cmpint (g_chmod (folder, 0000), ==, 0);
  run_without_rights (expect_read_only, f);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
  store_picture_assert_same_and_clear (&picture, f->path);

  /* A folder in which nothing can be made: with the file, and without it. */
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  picture = store_picture_take (f->path);
  run_without_rights (expect_read_only, f);
  store_picture_assert_same_and_clear (&picture, f->path);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  run_without_rights (expect_read_only, f);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

/* ---- gone while open ---- */

/* Another journal in its place, its log too: neither is touched, nothing is told as written. */
static void
test_replaced (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = g_strconcat (f->path, ".elsewhere", NULL);
  g_autoptr (GBytes) strange = g_bytes_new_static ("not ours", 8);
  FasciaMark mark = { "jaw-left", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1 };

  store_mark (f->db, "sacrum", 5);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  g_assert_cmpint (g_rename (f->path, elsewhere), ==, 0);
  g_assert_cmpint (g_unlink (wal), ==, 0);
  store_write_file (f->path, "", strange);
  store_write_file (f->path, "-wal", strange);
  g_assert_null (fascia_db_log (f->db, &log, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_MOVED);
  g_clear_error (&error);
  g_assert_false (fascia_db_close (g_steal_pointer (&f->db), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_MOVED);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) now = store_read_file (f->path, i == 0 ? "" : "-wal");
      g_assert_nonnull (now);
      g_assert_true (g_bytes_equal (now, strange));
    }

  /* What was told as written is in the file that went. */
  FasciaDb *old = fascia_db_open (elsewhere, FASCIA_DB_READ_EXISTING, f->clock, 0, NULL);
  g_assert_nonnull (old);
  g_assert_cmpint (store_count (old, "SELECT count(*) FROM mark"), ==, 1);
  g_assert_true (fascia_db_close (old, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_test_add ("/db-open/pragmas", test_pragmas);
  g_test_add_data_func ("/db-open/permissions/umask-000", GUINT_TO_POINTER (0), test_permissions);
  g_test_add_data_func ("/db-open/permissions/umask-022", GUINT_TO_POINTER (0022),
                        test_permissions);
  g_test_add_data_func ("/db-open/permissions/umask-077", GUINT_TO_POINTER (0077),
                        test_permissions);
  g_test_add_func ("/db-open/permissions/first-byte", test_private_from_first_byte);
  store_test_add ("/db-open/second-opener", test_second_opener);
  store_test_add ("/db-open/foreign-reader", test_foreign_reader);
  g_test_add_data_func ("/db-open/many-openers/2", GUINT_TO_POINTER (2), test_many_openers);
  g_test_add_data_func ("/db-open/many-openers/8", GUINT_TO_POINTER (8), test_many_openers);
  store_test_add ("/db-open/too-new", test_too_new);
  store_test_add ("/db-open/too-new/in-wal", test_too_new_in_wal);
  store_test_add ("/db-open/too-old", test_too_old);
  store_test_add ("/db-open/wrong-application", test_wrong_application);
  store_test_add ("/db-open/foreign-database", test_foreign_database);
  store_test_add ("/db-open/foreign-database/hot-journal", test_foreign_hot_journal);
  store_test_add ("/db-open/too-new/hot-journal", test_too_new_hot_journal);
  store_test_add ("/db-open/odd-places", test_odd_places);
  store_test_add ("/db-open/table-missing", test_table_missing);
  store_test_add ("/db-open/sweep", test_sweep);
  store_test_add ("/db-open/permissions/folder", test_folder_private);
  store_test_add ("/db-open/not-a-database", test_not_a_database);
  store_test_add ("/db-open/empty-file", test_empty_file);
  store_test_add ("/db-open/lonely-wal", test_lonely_wal);
  store_test_add ("/db-open/truncated", test_truncated);
  store_test_add ("/db-open/after-crash", test_after_crash);
  store_test_add ("/db-open/after-crash/quick-check", test_quick_check_after_crash);
  store_test_add ("/db-open/read-existing", test_read_existing);
  store_test_add ("/db-open/odd-path", test_odd_path);
  store_test_add ("/db-open/read-only", test_read_only);
  store_test_add ("/db-open/reading", test_reading);
  store_test_add ("/db-open/reading-busy", test_reading_busy);
  store_test_add ("/db-open/replaced", test_replaced);

  return g_test_run ();
}
