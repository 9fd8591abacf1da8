/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damaged journals: what can be saved is saved, what cannot is said, the damaged file stays. */

#include "config.h"

#include <stdlib.h>

#include "backup-fixture.h"

static char *
repair (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  char *report = NULL;

  fascia_journal_files_repair (f->path, f->clock, &report, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (report, "."));
  return report;
}

static void
assert_says (const char *report, const char *words)
{
  if (strstr (report, words) == NULL)
    g_error ("“%s” is not in “%s”", words, report);
}

static void
test_whole (StoreFixture *f, gconstpointer data)
{
  backup_fill (f, 5);
  store_fixture_close (f);
  StorePicture picture = store_picture_take (f->path);
  g_autofree char *report = repair (f);
  assert_says (report, "Nothing was changed");
  store_picture_assert_same_and_clear (&picture, f->path);
  g_assert_cmpuint (backup_count_files (f, "."), ==, 1);
}

/* Also one that was not closed: its log stays beside it. */
static void
test_whole_with_log (StoreFixture *f, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  backup_fill (f, 5);
  g_autofree char *state = backup_get_state (f->db);
  g_autoptr (GBytes) bytes = store_read_file (f->path, "");
  g_autoptr (GBytes) log = store_read_file (f->path, "-wal");
  g_assert_cmpuint (g_bytes_get_size (log), >, 0);
  store_fixture_close (f);
  store_write_file (f->path, "", bytes);
  store_write_file (f->path, "-wal", log);
  g_autofree char *report = repair (f);
  assert_says (report, "Nothing was changed");
  g_autoptr (GBytes) log_after = store_read_file (f->path, "-wal");
  g_assert_true (g_bytes_equal (log, log_after));
  store_fixture_open (f);
  g_autofree char *state_after = backup_get_state (f->db);
  g_assert_cmpstr (state_after, ==, state);
}

/* Only what finds things is wrong: nothing a person wrote changes. */
static void
test_derived (StoreFixture *f, gconstpointer data)
{
  static const char *const breakers[]
      = { "DELETE FROM entry_text WHERE rowid = (SELECT max (rowid) FROM entry_text)",
          "DELETE FROM entry_text", "DROP TABLE entry_text" };

  backup_fill (f, 5);
  g_autofree char *state = backup_get_state (f->db);
  for (guint i = 0; i < G_N_ELEMENTS (breakers); i++)
    {
      store_exec (f->db, breakers[i]);
      g_assert_false (fascia_db_check (f->db, NULL, NULL, NULL));
      store_fixture_close (f);
      g_autofree char *report = repair (f);
      assert_says (report, "All entries are as you wrote them");
      store_fixture_open (f);
      store_assert_whole (f->db);
      g_autofree char *state_after = backup_get_state (f->db);
      g_assert_cmpstr (state_after, ==, state);
      g_assert_cmpuint (backup_count_files (f, FASCIA_KEPT_DAMAGED), ==, i + 1);
    }
}

/* A level that has become another: without a backup the day is named, with one it is as it was. */
static void
test_level (StoreFixture *f, gconstpointer data)
{
  gboolean is_made;

  backup_fill (f, 5);
  g_autofree char *state = backup_get_state (f->db);
  store_exec (f->db, "UPDATE mark SET level = 9 WHERE id = 3");
  store_fixture_close (f);
  g_autofree char *report = repair (f);
  int year, month, dom;
  fascia_day_to_ymd ((gint32) (FASCIA_TEST_NOW_MS / DAY_MS) + 2, &year, &month, &dom);
  g_autofree char *day = g_strdup_printf ("as you wrote them: %04d-%02d-%02d.", year, month, dom);
  assert_says (report, day);
  assert_says (report, "10 entries");
  assert_says (report, FASCIA_KEPT_DAMAGED);
  store_fixture_open (f);
  store_assert_whole (f->db);
  g_assert_cmpint (store_count (f->db, "SELECT level FROM mark WHERE id = 3"), ==, 9);

  store_exec (f->db, "UPDATE mark SET level = 2 WHERE id = 3");
  store_exec (f->db, "UPDATE day_digest SET day = day");
  g_assert_true (fascia_db_begin (f->db, NULL) && fascia_db_rebuild_digests (f->db, NULL)
                 && fascia_db_commit (f->db, NULL));
  g_autofree char *state_again = backup_get_state (f->db);
  g_assert_cmpstr (state_again, ==, state);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  /* After the backup more is written, and something is deleted. */
  store_fixture_wait (f, DAY_MS);
  backup_note (f, "After the backup");
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 100, NULL);
  FasciaEntry *oldest = g_ptr_array_index (list, list->len - 1);
  g_autoptr (FasciaOperation) gone
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (oldest), NULL);
  g_assert_nonnull (gone);
  g_autofree char *state_later = backup_get_state (f->db);
  store_exec (f->db, "UPDATE mark SET level = 9 WHERE id = 3");
  store_fixture_close (f);
  g_autofree char *second = repair (f);
  assert_says (second, "From the backup of");
  store_fixture_open (f);
  store_assert_whole (f->db);
  g_autofree char *state_after = backup_get_state (f->db);
  g_assert_cmpstr (state_after, ==, state_later);
}

/* An entry that only the backup has comes back, one that was deleted does not. */
static void
test_lost (StoreFixture *f, gconstpointer data)
{
  gboolean is_made;

  backup_fill (f, 6);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 100, NULL);
  FasciaEntry *newest = g_ptr_array_index (list, 0);
  g_autoptr (FasciaOperation) gone
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (newest), NULL);
  g_autoptr (FasciaOperation) noted = fascia_db_set_note (
      f->db, fascia_entry_get_uid (g_ptr_array_index (list, 7)), "Other", NULL);
  g_assert_true (gone != NULL && noted != NULL);
  store_exec (f->db, "DELETE FROM entry WHERE id IN (1, 2, 6)");
  store_exec (f->db, "DELETE FROM tag; DELETE FROM setting");
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 8);
  store_fixture_close (f);
  g_autofree char *report = repair (f);
  assert_says (report, "Check these days");
  assert_says (report, "Your preferences");
  store_fixture_open (f);
  store_assert_whole (f->db);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 11);
  g_autoptr (FasciaEntry) back = fascia_db_get_entry (f->db, fascia_entry_get_uid (newest), NULL);
  g_assert_null (back);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM setting"), ==, 1);
}

/* No database at all, an empty file, only a log: the backup is what is left, or nothing is changed. */
static void
test_hopeless (StoreFixture *f, gconstpointer data)
{
  static const char *const contents[] = { "", "This is no database, but it lies in its place." };
  g_autoptr (GError) error = NULL;
  gboolean is_made;

  backup_fill (f, 4);
  g_autofree char *state = backup_get_state (f->db);
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  const FasciaBackupInfo *info = g_ptr_array_index (list, 0);
  g_autoptr (GBytes) backup = store_read_file (info->path, "");
  store_fixture_close (f);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (contents[i / 2], strlen (contents[i / 2]));

      store_write_file (f->path, "", bytes);
      if (i % 2 == 0)
        {
          g_assert_cmpint (g_unlink (info->path), ==, 0);
          StorePicture picture = store_picture_take (f->path);
          g_assert_false (fascia_journal_files_repair (f->path, f->clock, NULL, &error));
          g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
          store_assert_sentence (error, f->path);
          g_clear_error (&error);
          store_picture_assert_same_and_clear (&picture, f->path);
          continue;
        }
      store_write_file (info->path, "", backup);
      g_autofree char *report = repair (f);
      assert_says (report, "added from the backup");
      store_fixture_open (f);
      store_assert_whole (f->db);
      g_autofree char *state_after = backup_get_state (f->db);
      g_assert_cmpstr (state_after, ==, state);
      store_fixture_close (f);
    }
  /* Nothing there. */
  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_false (fascia_journal_files_repair (f->path, f->clock, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
}

static void
test_not_ours_to_repair (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  backup_fill (f, 2);
  /* Another process has it open: its locks are not those of this one. */
  store_exec (f->db, "PRAGMA user_version=99");
  store_fixture_close (f);
  StorePicture picture = store_picture_take (f->path);
  g_assert_false (fascia_journal_files_repair (f->path, f->clock, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_TOO_NEW);
  store_assert_sentence (error, f->path);
  store_picture_assert_same_and_clear (&picture, f->path);
}

/* ---- many files ---- */

#define SECTOR 512
#define PAGE 4096

static GBytes *
damage (GBytes *whole, guint kind, GRand *rand)
{
  gsize size = g_bytes_get_size (whole);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  gsize n_pages = size / PAGE;
  gsize place = (gsize) g_rand_int_range (rand, 0, (gint32) size);
  gsize page = (gsize) g_rand_int_range (rand, 0, (gint32) n_pages) * PAGE;
  gsize other = (gsize) g_rand_int_range (rand, 0, (gint32) n_pages) * PAGE;
  guint8 swap[PAGE];

  switch (kind)
    {
    case 0:
      bytes[place] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      for (gsize i = place; i < MIN (size, place + 16); i++)
        bytes[i] = (guint8) g_rand_int_range (rand, 0, 256);
      break;
    case 2:
      memset (bytes + place / SECTOR * SECTOR, 0, SECTOR);
      break;
    case 3:
      memset (bytes + page, 0xa5, PAGE);
      break;
    case 4:
      memcpy (swap, bytes + page, PAGE);
      memcpy (bytes + page, bytes + other, PAGE);
      memcpy (bytes + other, swap, PAGE);
      break;
    default:
      size = place;
      break;
    }
  return g_bytes_new_take (bytes, size);
}

static guint
count_lost (FasciaDb *db, GPtrArray *uids)
{
  guint n_lost = 0;

  for (guint i = 0; i < uids->len; i++)
    {
      g_autoptr (FasciaEntry) entry = fascia_db_get_entry (db, g_ptr_array_index (uids, i), NULL);

      n_lost += entry == NULL ? 1 : 0;
    }
  return n_lost;
}

/* FASCIA_TEST_FILES=10000 for the long run. Every second one has a backup beside it that is as new:
 * then nothing is lost. */
static void
test_many (StoreFixture *f, gconstpointer data)
{
  const char *wanted = g_getenv ("FASCIA_TEST_FILES");
  guint n_files = wanted != NULL ? (guint) atoi (wanted) : 96;
  guint n_whole = 0, n_saved = 0, n_refused = 0, n_lost = 0, n_silent = 0;
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  gboolean is_made;

  backup_fill (f, 60);
  g_autofree char *told = store_dump (f->db, NULL);
  g_autoptr (GPtrArray) entries = fascia_db_list (f->db, G_MAXINT64, NULL, 1000, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (uids, g_memdup2 (fascia_entry_get_uid (g_ptr_array_index (entries, i)),
                                      sizeof (FasciaUid)));
  g_assert_true (fascia_db_backup_rolling (f->db, &is_made, NULL) && is_made);
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  g_autofree char *backup_path
      = g_strdup (((FasciaBackupInfo *) g_ptr_array_index (list, 0))->path);
  g_autoptr (GBytes) backup = store_read_file (backup_path, "");
  store_fixture_close (f);
  g_autoptr (GBytes) whole = store_read_file (f->path, "");

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i + 1);
      g_autoptr (GBytes) broken = damage (whole, i % 6, rand);
      gboolean has_backup = i / 6 % 2 == 0;
      g_autoptr (GError) error = NULL;
      g_autofree char *report = NULL;

      if (has_backup)
        store_write_file (backup_path, "", backup);
      else
        (void) g_unlink (backup_path);
      store_write_file (f->path, "", broken);
      if (!fascia_journal_files_repair (f->path, f->clock, &report, &error))
        {
          g_autoptr (GBytes) after = store_read_file (f->path, "");

          g_assert_false (has_backup);
          store_assert_sentence (error, f->path);
          g_assert_true (g_bytes_equal (after, broken));
          n_refused++;
          continue;
        }
      if (strstr (report, "Nothing was changed") != NULL)
        {
          g_autoptr (GBytes) after = store_read_file (f->path, "");

          g_assert_true (g_bytes_equal (after, broken));
          n_whole++;
        }
      else
        {
          /* The damaged one is there, byte for byte. */
          g_autofree char *folder = g_path_get_dirname (f->path);
          g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
          const char *name;
          guint n_kept = 0;

          while ((name = g_dir_read_name (dir)) != NULL)
            {
              if (strstr (name, FASCIA_KEPT_DAMAGED) == NULL)
                continue;
              g_autofree char *path = g_build_filename (folder, name, NULL);
              g_autoptr (GBytes) kept = store_read_file (path, "");
              g_assert_true (g_bytes_equal (kept, broken));
              g_assert_cmpint (g_unlink (path), ==, 0);
              n_kept++;
            }
          g_assert_cmpuint (n_kept, ==, 1);
          n_saved++;
        }
      store_fixture_open (f);
      store_assert_whole (f->db);
      if (strstr (report, "Nothing was changed") != NULL)
        {
          g_autofree char *now = store_dump (f->db, NULL);

          n_silent += g_str_equal (now, told) ? 0 : 1;
        }
      guint n_lost_here = count_lost (f->db, uids);
      if (has_backup)
        {
          if (n_lost_here > 0)
            g_error ("File %u: %u lost in spite of a backup: %s", i, n_lost_here, report);
        }
      n_lost += n_lost_here;
      store_fixture_close (f);
      g_assert_cmpuint (backup_count_files (f, ".new-"), ==, 0);
    }
  g_test_message ("%u files: %u whole, %u saved, %u beyond help, %u silent; %.1f %% of the "
                  "entries lost",
                  n_files, n_whole, n_saved, n_refused, n_silent,
                  100. * n_lost / (MAX (1, n_whole + n_saved) * uids->len));
  g_assert_cmpuint (n_saved, >, n_files / 4);
  g_assert_cmpuint (n_silent * 1000, <=, n_files);
  g_assert_cmpuint (n_whole, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/repair/whole", test_whole);
  store_test_add ("/repair/whole-with-log", test_whole_with_log);
  store_test_add ("/repair/derived", test_derived);
  store_test_add ("/repair/level", test_level);
  store_test_add ("/repair/lost", test_lost);
  store_test_add ("/repair/hopeless", test_hopeless);
  store_test_add ("/repair/not-ours-to-repair", test_not_ours_to_repair);
  store_test_add ("/repair/many", test_many);

  return g_test_run ();
}
