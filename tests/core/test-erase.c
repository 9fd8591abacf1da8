/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gone for good: a word that was written is found nowhere, byte by byte. */

#include "config.h"

#include <unistd.h>

#include "backup-fixture.h"
#include "core/store/fascia-db-operations.h"

#define MARKER "xylophonquartz"

/* Many words around it, written in an order that moves rows between pages. */
static void
write_around (StoreFixture *f, FasciaUid *uid)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 120; i++)
    {
      g_autoptr (GString) note = g_string_new (i == 60 ? "before " MARKER " after" : "note");
      int n_words = g_rand_int_range (rand, 1, 300);

      for (int j = 0; j < n_words; j++)
        g_string_append_printf (note, " word%d", g_rand_int_range (rand, 0, 2000));
      FasciaLog log = { .note = note->str };
      g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, &error);
      g_assert_no_error (error);
      if (i == 60)
        *uid = *fascia_entry_get_uid (store_get_after (operation));
      store_fixture_wait (f, MINUTE_MS);
      /* Rows grow and shrink, and so do pages. */
      g_autofree char *longer = g_strdup_printf ("%s and %s", note->str, note->str);
      g_autoptr (FasciaOperation) grown = fascia_db_set_note (
          f->db, fascia_entry_get_uid (store_get_after (operation)), longer, &error);
      g_assert_no_error (error);
      if (i % 3 == 0 && i != 60)
        {
          g_autoptr (FasciaOperation) gone = fascia_db_delete_entry (
              f->db, fascia_entry_get_uid (store_get_after (operation)), &error);
          g_assert_no_error (error);
        }
    }
}

static void
delete_for_good (StoreFixture *f, const FasciaUid *uid, gboolean backups_too)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_db_delete_for_good (f->db, uid, backups_too, &error);

  g_assert_no_error (error);
  g_assert_false (fascia_operation_can_undo (operation));
  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_ENTRIES, !=, 0);
  g_assert_null (fascia_operation_get_after (operation));
}

static void
test_entry (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_made;
  FasciaUid uid;

  write_around (f, &uid);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), >, 0);
  gint64 n_entries = fascia_db_count_entries (f->db, NULL);
  delete_for_good (f, &uid, FALSE);
  /* While it is still open. */
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, n_entries - 1);
  store_assert_whole (f->db);
  /* No step leads back to it, and the others do as before. */
  for (;;)
    {
      g_autoptr (FasciaOperation) undone = fascia_db_undo (f->db, 0, NULL);

      if (undone == NULL)
        break;
      g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
    }
  g_assert_null (fascia_db_delete_for_good (f->db, &uid, FALSE, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
  store_fixture_close (f);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
}

/* Just written, and the step back is the newest. */
static void
test_newest (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FasciaLog log = { .note = MARKER };

  backup_note (f, "One before");
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, &error);
  g_assert_no_error (error);
  delete_for_good (f, fascia_entry_get_uid (store_get_after (operation)), FALSE);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
  g_autoptr (FasciaOperation) undone = fascia_db_undo (f->db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
}

static void
test_entry_and_backups (StoreFixture *f, gconstpointer data)
{
  g_autofree char *elsewhere = backup_build_path (f, "mine" FASCIA_BACKUP_SUFFIX);
  gboolean is_made;
  FasciaUid uid;

  write_around (f, &uid);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, elsewhere, NULL);
  store_fixture_close (f);
  g_autofree char *kept = backup_restore (f, elsewhere, NULL);
  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
  /* The journal, the replaced one, the rolling backup. */
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 3);
  FasciaUid other = uid;
  delete_for_good (f, &other, TRUE);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  store_assert_whole (f->db);
}

static void
test_backups_stay (StoreFixture *f, gconstpointer data)
{
  gboolean is_made;
  FasciaUid uid;

  write_around (f, &uid);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  delete_for_good (f, &uid, FALSE);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 1);
}

static void
write_marker (const char *path)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (MARKER, strlen (MARKER));

  store_write_file (path, "", bytes);
}

static void
test_everything (StoreFixture *f, gconstpointer data)
{
  static const char *const ours[]
      = { "journal.db-journal",
          "journal.db-shm",
          "journal.db.before-3",
          "journal.db.before-3-wal",
          ".journal.db.new-AbC123",
          ".journal.db.new-AbC123-wal",
          ".journal.db.ready.1a2b",
          "journal.db.replaced-20260101T000000Z-wal",
          "journal.db.damaged-20260101T000000Z-2",
          "backups/journal.db-20260101T000000Z.fascia-backup",
          "backups/journal.db-20260101T000000Z.fascia-backup.12345678" };
  static const char *const foreign[] = { "journal.db.txt",
                                         "journal.db2",
                                         "my journal.db",
                                         "notes.txt",
                                         "journal.db.before-",
                                         "journal.db.replaced-by-me",
                                         ".journal.db",
                                         "backups/other.fascia-backup",
                                         "backups/journal.db-yesterday.fascia-backup",
                                         "other/journal.db" };
  g_autofree char *outside = backup_build_path (f, "mine" FASCIA_BACKUP_SUFFIX);
  g_autofree char *folder = backup_build_path (f, "other");
  g_autoptr (GError) error = NULL;
  gboolean is_made;
  FasciaUid uid;

  write_around (f, &uid);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, outside, NULL);
  store_fixture_close (f);
  g_autofree char *kept = backup_restore (f, outside, NULL);
  store_fixture_close (f);
  g_mkdir (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      g_autofree char *path = backup_build_path (f, ours[i]);
      write_marker (path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = backup_build_path (f, foreign[i]);
      write_marker (path);
    }

  g_assert_true (fascia_journal_files_erase (f->path, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = backup_build_path (f, foreign[i]);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (outside), ==, 0);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
  g_assert_cmpuint (backup_count_files (f, "journal"), ==, 0);
  /* Once more, and in a folder that is not there. */
  g_assert_true (fascia_journal_files_erase (f->path, &error));
  g_autofree char *nowhere = backup_build_path (f, "no/journal.db");
  g_assert_true (fascia_journal_files_erase (nowhere, &error));
  g_assert_no_error (error);
  store_fixture_open (f);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
}

/* With everything of ours the folder of backups goes, too. */
static void
test_folder (StoreFixture *f, gconstpointer data)
{
  g_autofree char *folder = fascia_backup_dup_folder (f->path);
  gboolean is_made;

  backup_fill (f, 1);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  store_fixture_close (f);
  g_assert_true (fascia_journal_files_erase (f->path, NULL));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_autofree char *parent = g_path_get_dirname (f->path);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

/* What cannot be looked into is not taken for empty. */
static void
test_closed_folder (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fascia_backup_dup_folder (f->path);

  backup_fill (f, 2);
  g_autoptr (GPtrArray) entries = fascia_db_list (f->db, G_MAXINT64, NULL, 1, NULL);
  const FasciaUid *uid = fascia_entry_get_uid (g_ptr_array_index (entries, 0));
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));

  /* It is deleted, and that its words may be elsewhere is told. */
  g_assert_null (fascia_db_delete_for_good (f->db, uid, TRUE, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "is deleted"));
  g_clear_error (&error);
  g_assert_null (fascia_db_get_entry (f->db, uid, NULL));
  store_assert_whole (f->db);

  store_fixture_close (f);
  g_assert_false (fascia_journal_files_erase (f->path, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_IO);
  g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_clear_error (&error);
  fascia_journal_files_erase (f->path, &error);
  g_assert_no_error (error);
  store_fixture_open (f);
}

/* A journal that lies elsewhere, and a link to it. */
static void
test_link (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = backup_build_path (f, "elsewhere.db");

  store_fixture_close (f);
  g_assert_cmpint (symlink (f->path, link), ==, 0);
  fascia_journal_files_erase (link, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  store_fixture_open (f);
}

/* What was being written over it goes with it. */
static void
test_draft (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  backup_note (f, "short");
  g_autoptr (GPtrArray) entries = fascia_db_list (f->db, G_MAXINT64, NULL, 1, &error);
  g_assert_no_error (error);
  const FasciaUid *uid = fascia_entry_get_uid (g_ptr_array_index (entries, 0));
  g_autofree char *name = fascia_uid_to_string (uid);
  g_autofree char *key = g_strconcat (FASCIA_SETTING_DRAFT_PREFIX "edit.", name, NULL);

  fascia_db_set_setting (f->db, key, g_variant_new_string ("note=" MARKER), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), >, 0);
  delete_for_good (f, uid, TRUE);
  g_assert_cmpuint (backup_grep_journal (f, MARKER), ==, 0);
  store_assert_whole (f->db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/erase/entry", test_entry);
  store_test_add ("/erase/newest", test_newest);
  store_test_add ("/erase/entry-and-backups", test_entry_and_backups);
  store_test_add ("/erase/backups-stay", test_backups_stay);
  store_test_add ("/erase/everything", test_everything);
  store_test_add ("/erase/folder", test_folder);
  store_test_add ("/erase/closed-folder", test_closed_folder);
  store_test_add ("/erase/link", test_link);
  store_test_add ("/erase/draft", test_draft);

  return g_test_run ();
}
