/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening: what is set, who may read it and write it, who else has it. */

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "store-fixture.h"

#include "core/journal/fascia-journal.h"

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
  store_test_add ("/db-open/permissions/folder", test_folder_private);
  store_test_add ("/db-open/read-only", test_read_only);
  store_test_add ("/db-open/reading", test_reading);
  store_test_add ("/db-open/reading-busy", test_reading_busy);
  store_test_add ("/db-open/replaced", test_replaced);

  return g_test_run ();
}
