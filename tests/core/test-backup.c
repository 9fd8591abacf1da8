/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: whole, locked, looked into, compared, restored; and the ones that make themselves. */

#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include "core/exchange/fascia-age.h"
#include "core/exchange/fascia-gcrypt.h"

#include "backup-fixture.h"

static void
test_round (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);

  backup_fill (f, 12);
  g_autofree char *before = store_dump (f->db, NULL);
  g_autofree char *state = backup_get_state (f->db);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  g_assert_cmpint (info->n_entries, ==, 24);
  g_assert_cmpint (info->last_day - info->first_day, ==, 11);
  g_assert_cmpint (info->created_ms, ==, fascia_clock_now_ms (f->clock));
  g_assert_false (info->is_locked);
  store_assert_mode (path, "", 0600);

  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBackupInfo) seen = fascia_backup_inspect (path, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seen->n_entries, ==, 24);
  g_assert_cmpint (seen->first_day, ==, info->first_day);
  g_assert_cmpint (seen->last_day, ==, info->last_day);
  g_assert_cmpint (seen->created_ms, ==, info->created_ms);
  g_assert_cmpint (seen->size, ==, info->size);

  /* The journal goes on, and is put back. */
  backup_fill (f, 3);
  store_fixture_close (f);
  g_autofree char *kept = backup_restore (f, path, NULL);
  g_autofree char *after = store_dump (f->db, NULL);
  g_autofree char *state_after = backup_get_state (f->db);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (state_after, ==, state);

  /* What was replaced is there, and can be opened as it was. */
  g_assert_nonnull (strstr (kept, FASCIA_KEPT_REPLACED));
  store_assert_mode (kept, "", 0600);
  FasciaDb *old
      = fascia_db_open_full (kept, FASCIA_DB_READ_EXISTING, f->clock, 0, &f->options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fascia_db_count_entries (old, NULL), ==, 30);
  g_assert_true (fascia_db_close (old, NULL));
}

static void
test_empty (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "empty" FASCIA_BACKUP_SUFFIX);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  g_autoptr (FasciaBackupInfo) seen = fascia_backup_inspect (path, NULL, TRUE, NULL);

  g_assert_cmpint (info->n_entries, ==, 0);
  g_assert_cmpint (info->first_day, >, info->last_day);
  g_assert_cmpint (seen->first_day, >, seen->last_day);
  store_mark (f->db, "neck-left", 3);
  store_fixture_close (f);
  g_autofree char *kept = backup_restore (f, path, NULL);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
}

/* A journal that was never opened before, in a folder that is not there. */
static void
test_restore_nothing (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autofree char *folder = backup_build_path (f, "elsewhere");
  g_autofree char *other = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (GError) error = NULL;
  char *kept = NULL;

  backup_fill (f, 4);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  g_autofree char *state = backup_get_state (f->db);
  fascia_backup_restore (other, path, NULL, f->clock, &kept, &error);
  g_assert_no_error (error);
  g_assert_null (kept);
  store_assert_mode (folder, "", 0700);
  store_assert_mode (other, "", 0600);
  FasciaDb *db = fascia_db_open_full (other, FASCIA_DB_READ_EXISTING, f->clock, 0, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *state_there = backup_get_state (db);
  g_assert_cmpstr (state_there, ==, state);
  g_assert_true (fascia_db_close (db, NULL));
}

static void
assert_error (const GError *error, int code, const char *path)
{
  g_assert_error (error, FASCIA_BACKUP_ERROR, code);
  store_assert_sentence (error, path);
}

static void
test_locked (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "locked" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GError) error = NULL;

  backup_fill (f, 2);
  g_autofree char *state = backup_get_state (f->db);
  /* The name of the file is told to nobody: what is in it is looked for. */
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, WORDS);
  g_assert_true (info->is_locked);
  store_assert_mode (path, "", 0600);
  g_autoptr (GBytes) bytes = store_read_file (path, "");
  g_assert_true (fascia_age_is_locked (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Words of", 8));
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "SQLite", 6));

  g_autoptr (FasciaBackupInfo) closed = fascia_backup_inspect (path, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (closed->is_locked);
  g_assert_cmpint (closed->n_entries, ==, -1);
  g_assert_cmpint (closed->schema, ==, 0);
  g_assert_cmpint (closed->size, ==, g_bytes_get_size (bytes));
  g_assert_null (fascia_backup_inspect (path, NULL, TRUE, &error));
  assert_error (error, FASCIA_BACKUP_ERROR_LOCKED, path);
  g_clear_error (&error);
  g_assert_null (fascia_backup_inspect (path, "wrong", FALSE, &error));
  assert_error (error, FASCIA_BACKUP_ERROR_PASSPHRASE, path);
  g_clear_error (&error);
  g_autoptr (FasciaBackupInfo) open = fascia_backup_inspect (path, WORDS, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (open->n_entries, ==, 4);

  /* Without the passphrase nothing is touched. */
  store_fixture_close (f);
  StorePicture picture = store_picture_take (f->path);
  g_assert_false (fascia_backup_restore (f->path, path, NULL, f->clock, NULL, &error));
  assert_error (error, FASCIA_BACKUP_ERROR_LOCKED, path);
  store_picture_assert_same_and_clear (&picture, f->path);
  g_assert_cmpuint (backup_count_files (f, ".replaced-"), ==, 0);

  g_autofree char *kept = backup_restore (f, path, WORDS);
  g_autofree char *state_after = backup_get_state (f->db);
  g_assert_cmpstr (state_after, ==, state);
}

/* Whatever byte is another: it is refused, and the journal stays. */
static void
test_damaged (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  FasciaBackupHead head;
  gsize size;

  backup_fill (f, 2);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  store_fixture_close (f);
  StorePicture picture = store_picture_take (f->path);
  g_autoptr (GBytes) whole = store_read_file (path, "");
  const char *bytes = g_bytes_get_data (whole, &size);
  int head_size = fascia_backup_head_parse (bytes, size, &head);
  g_assert_cmpint (head_size, >, 100);
  g_assert_true (g_utf8_validate (bytes, head_size, NULL));

  for (int i = 0; i < head_size + 300; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (bytes, size);
      g_autoptr (GBytes) other = NULL;
      g_autoptr (GError) error = NULL;
      gsize place = i < head_size ? (gsize) i : (gsize) g_rand_int_range (rand, 0, (gint32) size);

      changed[place] ^= (guint8) (1 << (i % 8));
      other = g_bytes_new_static (changed, size);
      store_write_file (path, "", other);
      g_assert_false (fascia_backup_restore (f->path, path, NULL, f->clock, NULL, &error));
      g_assert_true (error->domain == FASCIA_BACKUP_ERROR);
      store_assert_sentence (error, path);
      /* The head alone says so when it is the head. */
      g_autoptr (FasciaBackupInfo) seen = fascia_backup_inspect (path, NULL, FALSE, NULL);
      g_assert_true ((seen == NULL) == (place < (gsize) head_size));
    }
  for (int i = 0; i < 400; i++)
    {
      gsize length = i < 300 ? (gsize) i * 3 : (gsize) g_rand_int_range (rand, 0, (gint32) size);
      g_autoptr (GBytes) part = g_bytes_new_static (bytes, MIN (length, size - 1));
      g_autoptr (GError) error = NULL;

      store_write_file (path, "", part);
      g_assert_null (fascia_backup_inspect (path, NULL, FALSE, &error));
      g_assert_true (error->domain == FASCIA_BACKUP_ERROR);
      g_clear_error (&error);
      g_assert_false (fascia_backup_restore (f->path, path, NULL, f->clock, NULL, &error));
      store_assert_sentence (error, path);
    }
  store_picture_assert_same_and_clear (&picture, f->path);
}

/* Digests that are right, of a journal that is not. */
static void
test_forged (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GError) error = NULL;

  backup_fill (f, 2);
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (FasciaBackup) backup = fascia_backup_take (f->db, NULL);
      gsize size;
      guint8 *bytes = g_memdup2 (g_bytes_get_data (backup->journal, NULL),
                                 g_bytes_get_size (backup->journal));

      size = g_bytes_get_size (backup->journal);
      if (i == 0)
        bytes[63] = 99; /* user_version */
      else if (i == 1)
        bytes[68] ^= 1; /* application_id */
      else if (i == 2)
        memset (bytes + size / 2, 0, 4096);
      g_bytes_unref (backup->journal);
      backup->journal = g_bytes_new_take (bytes, size);
      backup->head.schema = 3;
      backup->head.n_entries = i == 3 ? 3 : 4;
      backup->head.size = size;
      fascia_sha256 (bytes, size, backup->head.sha256);
      g_autofree char *head = fascia_backup_head_build (&backup->head);
      g_autoptr (GByteArray) file = g_byte_array_new ();
      g_byte_array_append (file, (const guint8 *) head, (guint) strlen (head));
      g_byte_array_append (file, bytes, (guint) size);
      g_autoptr (GBytes) packed = g_bytes_new (file->data, file->len);
      store_write_file (path, "", packed);
      g_assert_null (fascia_backup_inspect (path, NULL, TRUE, &error));
      assert_error (error, i == 0 ? FASCIA_BACKUP_ERROR_TOO_NEW : FASCIA_BACKUP_ERROR_DAMAGED,
                    path);
      g_clear_error (&error);
    }
}

static void
test_other_files (StoreFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *content;
    int code;
  } files[] = {
    { "", FASCIA_BACKUP_ERROR_NOT_BACKUP },
    { "hello", FASCIA_BACKUP_ERROR_NOT_BACKUP },
    { "SQLite format 3", FASCIA_BACKUP_ERROR_NOT_BACKUP },
    { "fascia-backup 2\nwhatever\n", FASCIA_BACKUP_ERROR_TOO_NEW },
    { "fascia-backup 10\n", FASCIA_BACKUP_ERROR_TOO_NEW },
    { "fascia-backup 1\n", FASCIA_BACKUP_ERROR_DAMAGED },
    { "fascia-backup x\n", FASCIA_BACKUP_ERROR_DAMAGED },
    { "fascia-backup 1\ncreated 2026-01-01T00:00:00.000Z\nschema 3\n",
      FASCIA_BACKUP_ERROR_DAMAGED },
  };
  g_autofree char *path = backup_build_path (f, "other");
  g_autofree char *missing = backup_build_path (f, "missing");
  g_autofree char *folder = g_path_get_dirname (f->path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].content, strlen (files[i].content));

      store_write_file (path, "", bytes);
      g_assert_null (fascia_backup_inspect (path, NULL, i % 2 == 0, &error));
      assert_error (error, files[i].code, path);
      g_clear_error (&error);
      g_assert_null (fascia_backup_preview (f->db, path, "words", &error));
      assert_error (error, files[i].code, path);
      g_clear_error (&error);
    }
  g_assert_null (fascia_backup_inspect (missing, NULL, FALSE, &error));
  assert_error (error, FASCIA_BACKUP_ERROR_READ, missing);
  g_clear_error (&error);
  g_assert_null (fascia_backup_inspect (folder, NULL, TRUE, &error));
  g_assert_true (error->domain == FASCIA_BACKUP_ERROR);
  g_clear_error (&error);
  /* No backup where there is no place for it. */
  g_autofree char *nowhere = backup_build_path (f, "no/where" FASCIA_BACKUP_SUFFIX);
  g_assert_false (fascia_db_backup (f->db, nowhere, NULL, NULL, &error));
  g_assert_true (error->domain == G_IO_ERROR);
  store_assert_sentence (error, nowhere);
}

static void
test_preview (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GError) error = NULL;

  backup_fill (f, 5);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  g_autoptr (FasciaBackupPreview) same = fascia_backup_preview (f->db, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (same->n_same, ==, 10);
  g_assert_cmpint (same->n_only_here + same->n_only_there + same->n_different, ==, 0);

  /* One gone, one changed, two more. */
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 100, &error);
  FasciaEntry *newest = g_ptr_array_index (list, 0), *oldest = g_ptr_array_index (list, 9);
  g_autoptr (FasciaOperation) gone
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (newest), &error);
  g_autoptr (FasciaOperation) changed
      = fascia_db_set_note (f->db, fascia_entry_get_uid (oldest), "Other words", &error);
  g_assert_no_error (error);
  backup_fill (f, 1);
  g_autoptr (FasciaBackupPreview) preview = fascia_backup_preview (f->db, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (preview->n_only_here, ==, 2);
  g_assert_cmpint (preview->n_only_there, ==, 1);
  g_assert_cmpint (preview->n_different, ==, 1);
  g_assert_cmpint (preview->n_same, ==, 8);
  g_assert_cmpint (preview->info->n_entries, ==, 10);
  g_assert_cmpstr (preview->info->path, ==, path);
  g_autoptr (FasciaBackupPreview) copy = fascia_backup_preview_copy (preview);
  g_assert_cmpstr (copy->info->path, ==, path);

  g_autoptr (FasciaBackupPreview) nothing = fascia_backup_preview (NULL, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (nothing->n_only_there, ==, -1);
  g_assert_cmpint (nothing->info->n_entries, ==, 10);
}

/* Pages that nothing is on are not kept, and nothing that was deleted is. */
static void
test_compact (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autofree char *large = g_malloc0 (200001);

  memset (large, 'x', 200000);
  memcpy (large, "MARKER", 6);
  for (gsize i = 10; i < 200000; i += 11)
    large[i] = ' ';
  backup_fill (f, 1);
  g_assert_true (fascia_db_set_setting (f->db, "large", g_variant_new_string (large), NULL));
  g_autoptr (FasciaBackupInfo) before = backup_make (f, path, NULL);
  g_assert_cmpint (before->size, >, 200000);
  g_assert_true (fascia_db_set_setting (f->db, "large", NULL, NULL));
  g_autofree char *state = backup_get_state (f->db);
  g_autoptr (FasciaBackupInfo) after = backup_make (f, path, NULL);
  g_assert_cmpint (after->size, <, before->size - 190000);
  g_autoptr (GBytes) bytes = store_read_file (path, "");
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "MARKER", 6));
  store_fixture_close (f);
  g_autofree char *kept = backup_restore (f, path, NULL);
  g_autofree char *state_after = backup_get_state (f->db);
  g_assert_cmpstr (state_after, ==, state);
}

/* A journal that is damaged is not made into a backup. */
static void
test_not_whole (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GError) error = NULL;
  gboolean is_made = TRUE;

  backup_fill (f, 3);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  g_autoptr (GBytes) before = store_read_file (path, "");
  store_exec (f->db, "UPDATE mark SET level = 9 WHERE level = 0");
  g_assert_false (fascia_db_backup (f->db, path, NULL, NULL, &error));
  assert_error (error, FASCIA_BACKUP_ERROR_DAMAGED, path);
  g_clear_error (&error);
  g_autoptr (GBytes) after = store_read_file (path, "");
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (fascia_db_backup_rolling (f->db, &is_made, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  g_assert_false (is_made);
}

/* ---- those that make themselves ---- */

static guint
count_rolling (StoreFixture *f)
{
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);

  return list->len;
}

static gboolean
roll (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  gboolean is_made = FALSE;

  fascia_db_backup_rolling (f->db, &is_made, &error);
  g_assert_no_error (error);
  return is_made;
}

static void
test_rolling (StoreFixture *f, gconstpointer data)
{
  g_autofree char *folder = fascia_backup_dup_folder (f->path);

  /* An empty journal has nothing to lose. */
  g_assert_false (roll (f));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_rolling (f), ==, 0);

  store_mark (f->db, "neck-left", 3);
  g_assert_true (roll (f));
  store_assert_mode (folder, "", 0700);
  g_assert_false (roll (f));
  store_fixture_wait (f, 60 * MINUTE_MS);
  /* Nothing has changed. */
  g_assert_false (roll (f));
  g_assert_cmpuint (count_rolling (f), ==, 1);

  store_mark (f->db, "neck-left", 4);
  g_assert_true (roll (f));
  store_fixture_wait (f, FASCIA_BACKUP_PAUSE_MS - 1);
  store_mark (f->db, "neck-left", 5);
  g_assert_false (roll (f));
  store_fixture_wait (f, 1);
  g_assert_true (roll (f));
  g_assert_cmpuint (count_rolling (f), ==, 3);

  /* The clock is set back by a day, and forward again. */
  store_fixture_wait (f, -DAY_MS);
  store_mark (f->db, "neck-left", 6);
  g_assert_true (roll (f));
  g_assert_cmpuint (count_rolling (f), ==, 4);
  store_fixture_wait (f, 2 * DAY_MS);
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      FasciaBackupInfo *info = g_ptr_array_index (list, i);

      store_assert_mode (info->path, "", 0600);
      if (i > 0)
        g_assert_cmpint (info->created_ms, <,
                         ((FasciaBackupInfo *) g_ptr_array_index (list, i - 1))->created_ms);
      g_autoptr (FasciaBackupInfo) whole = fascia_backup_inspect (info->path, NULL, TRUE, NULL);
      g_assert_nonnull (whole);
    }

  /* Every one of them can be restored. */
  store_fixture_close (f);
  g_autofree char *path = g_strdup (((FasciaBackupInfo *) g_ptr_array_index (list, 3))->path);
  g_autofree char *kept = backup_restore (f, path, NULL);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark"), ==, 3);
}

/* Three years, a change a day: few stay, spread over all of it; what is not ours is left alone. */
static void
test_retention (StoreFixture *f, gconstpointer data)
{
  g_autofree char *folder = fascia_backup_dup_folder (f->path);
  g_autofree char *foreign = g_build_filename (folder, "mine" FASCIA_BACKUP_SUFFIX, NULL);
  g_autofree char *half = g_build_filename (folder, "journal.db-20200101T000000Z.txt", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);
  int n_days = g_test_slow () ? 1100 : 120;

  for (int i = 0; i < n_days; i++)
    {
      store_mark (f->db, "neck-left", i % 11);
      g_assert_true (roll (f));
      if (i == 0)
        {
          store_write_file (foreign, "", bytes);
          store_write_file (half, "", bytes);
        }
      store_fixture_wait (f, DAY_MS);
    }
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  g_assert_cmpuint (list->len, <=, 2 + 12 + 10 + 9);
  g_assert_cmpuint (list->len, >=, 12 + 8);
  const FasciaBackupInfo *oldest = g_ptr_array_index (list, list->len - 1);
  g_assert_cmpint (fascia_clock_now_ms (f->clock) - oldest->created_ms, >,
                   MIN (n_days - 35, 200) * DAY_MS);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (half, G_FILE_TEST_EXISTS));
}

/* What was replaced is kept for two weeks, and then until there is a backup. */
static void
test_replaced_goes (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);

  backup_fill (f, 1);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  store_fixture_close (f);
  g_autofree char *kept = backup_restore (f, path, NULL);
  store_fixture_wait (f, 13 * DAY_MS);
  store_mark (f->db, "neck-left", 3);
  g_assert_true (roll (f));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  store_fixture_wait (f, 2 * DAY_MS);
  g_assert_false (roll (f));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  store_mark (f->db, "neck-left", 4);
  g_assert_true (roll (f));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

/* What a sudden end left of an unfinished one goes, unless somebody may still be at it. */
static void
test_unfinished (StoreFixture *f, gconstpointer data)
{
  g_autofree char *old = backup_build_path (
      f, "backups/journal.db-20260101T000000Z" FASCIA_BACKUP_SUFFIX ".0a1b2c3d");
  g_autofree char *new = backup_build_path (
      f, "backups/journal.db-20260102T000000Z" FASCIA_BACKUP_SUFFIX ".0a1b2c3d");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("half", 4);
  const struct timespec times[2] = { { 1, 0 }, { 1, 0 } };

  store_mark (f->db, "neck-left", 3);
  g_assert_true (roll (f));
  store_write_file (old, "", bytes);
  store_write_file (new, "", bytes);
  g_assert_cmpint (utimensat (AT_FDCWD, old, times, 0), ==, 0);
  store_fixture_wait (f, DAY_MS);
  store_mark (f->db, "neck-left", 4);
  g_assert_true (roll (f));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (new, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_rolling (f), ==, 2);
}

/* The check of the week. */
static void
test_weekly (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 wait_ms;

  backup_fill (f, 2);
  g_autofree char *state = backup_get_state (f->db);
  g_assert_true (fascia_db_check_weekly (f->db, FALSE, &wait_ms, &error));
  g_assert_no_error (error);
  /* It is no change of what the journal says. */
  g_autofree char *state_after = backup_get_state (f->db);
  g_assert_cmpstr (state_after, ==, state);
  store_exec (f->db, "UPDATE mark SET level = 9 WHERE level = 0");
  store_fixture_wait (f, 6 * DAY_MS);
  g_assert_true (fascia_db_check_weekly (f->db, FALSE, &wait_ms, &error));
  g_assert_cmpint (wait_ms, ==, DAY_MS);
  store_fixture_wait (f, DAY_MS);
  g_assert_false (fascia_db_check_weekly (f->db, FALSE, &wait_ms, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  /* The clock is set back by a year: that it was done then says nothing. */
  store_fixture_wait (f, -365 * DAY_MS);
  g_assert_false (fascia_db_check_weekly (f->db, FALSE, &wait_ms, &error));
}

/* A backup with nothing in it but its size. */
static void
add_large (StoreFixture *f, int days_ago, guint64 size)
{
  g_autofree char *folder = fascia_backup_dup_folder (f->path);
  gint64 created_ms = fascia_clock_now_ms (f->clock) - days_ago * G_GINT64_CONSTANT (86400000);
  FasciaBackupHead head = { .created_ms = created_ms, .schema = 3, .last_day = -1, .size = size };
  g_autofree char *text = fascia_backup_head_build (&head);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (created_ms / 1000);
  g_autofree char *moment = g_date_time_format (created, "%Y%m%dT%H%M%SZ");
  g_autofree char *name = g_strconcat ("journal.db-", moment, FASCIA_BACKUP_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (truncate (path, (off_t) (strlen (text) + size)), ==, 0);
}

/* All together they take no more than so much; the newest two stay in any case. */
static void
test_total (StoreFixture *f, gconstpointer data)
{
  backup_fill (f, 3);
  for (int day = 1; day <= 5; day++)
    add_large (f, day, 150 * 1000 * 1000);
  g_assert_cmpuint (count_rolling (f), ==, 5);
  g_assert_true (roll (f));
  g_assert_cmpuint (count_rolling (f), ==, 4);

  add_large (f, 0, 600 * 1000 * 1000);
  store_fixture_wait (f, FASCIA_BACKUP_PAUSE_MS + 1);
  store_mark (f->db, "hip-left", 9);
  g_assert_true (roll (f));
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (((FasciaBackupInfo *) g_ptr_array_index (list, 0))->size, <, 1000 * 1000);
  g_assert_cmpuint (((FasciaBackupInfo *) g_ptr_array_index (list, 1))->size, >, 600 * 1000 * 1000);
}

/* Asked by two threads at once. */
static gboolean
stop_at_once (gpointer data)
{
  return g_atomic_int_add ((gint *) data, -1) <= 0;
}

/* Whatever comes first stops it, at any moment, and nothing is left or said to be damaged. */
static void
test_stopped (StoreFixture *f, gconstpointer data)
{
  guint n_stopped = 0;

  backup_fill (f, 40);
  for (gint i = 0;; i = i * 2 + 1)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_made = FALSE;
      gint n_left = i;

      fascia_db_set_stop (f->db, stop_at_once, &n_left);
      gboolean success = fascia_db_backup_rolling (f->db, &is_made, &error);
      fascia_db_set_stop (f->db, NULL, NULL);
      if (success && is_made)
        break;
      if (!success)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_stopped++;
      g_assert_cmpuint (count_rolling (f), ==, 0);
      g_assert_cmpint (i, <, 1 << 28);
    }
  g_assert_cmpuint (n_stopped, >, 2);
  g_assert_cmpuint (count_rolling (f), ==, 1);
  store_assert_whole (f->db);
}

/* Nothing that leaves the journal is written over it, or over what belongs to it. */
static void
test_onto_itself (StoreFixture *f, gconstpointer data)
{
  static const char *const names[] = { "",
                                       "-wal",
                                       "-shm",
                                       "-journal",
                                       ".before-2",
                                       ".replaced-20260101T000000Z",
                                       ".damaged-20260101T000000Z" };
  g_autofree char *link = backup_build_path (f, "link" FASCIA_BACKUP_SUFFIX);
  g_autofree char *ready = backup_build_path (f, ".journal.db" FASCIA_SWAP_READY);
  g_autofree char *beside = backup_build_path (f, "mine" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (g_free);

  backup_fill (f, 2);
  g_assert_true (roll (f));
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (targets, g_strconcat (f->path, names[i], NULL));
  g_assert_cmpint (symlink (f->path, link), ==, 0);
  g_ptr_array_add (targets, g_strdup (link));
  g_ptr_array_add (targets, g_strdup (ready));
  g_ptr_array_add (targets, g_strdup (((FasciaBackupInfo *) list->pdata[0])->path));
  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fascia_db_backup (f->db, g_ptr_array_index (targets, i), NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
    }
  g_assert_cmpint (backup_count_files (f, ".replaced-"), ==, 0);
  store_assert_whole (f->db);
  g_autoptr (FasciaBackupInfo) info = backup_make (f, beside, NULL);
}

static gboolean
stop_always (gpointer data)
{
  (*(guint *) data)++;
  return TRUE;
}

/* Whoever asked the journal to stop may be gone when the copy is written. */
static void
test_taken (StoreFixture *f, gconstpointer data)
{
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GError) error = NULL;
  guint n_asked = 0;

  backup_fill (f, 40);
  fascia_db_set_stop (f->db, stop_always, &n_asked);
  g_autoptr (FasciaBackup) backup = fascia_backup_take (f->db, &error);
  fascia_db_set_stop (f->db, NULL, NULL);
  g_assert_no_error (error);
  n_asked = 0;
  g_assert_true (fascia_backup_save (backup, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_asked, ==, 0);
}

/* Whatever the umask: nobody else reads any of it, at no moment. */
static void
test_modes (StoreFixture *f, gconstpointer data)
{
  mode_t mask = umask (0);
  g_autofree char *path = backup_build_path (f, "one" FASCIA_BACKUP_SUFFIX);

  backup_fill (f, 2);
  g_assert_true (roll (f));
  g_autoptr (FasciaBackupInfo) info = backup_make (f, path, NULL);
  backup_grep_journal (f, NULL);
  store_fixture_close (f);
  g_autofree char *kept = backup_restore (f, path, NULL);
  backup_grep_journal (f, NULL);
  umask (mask);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/backup/round", test_round);
  store_test_add ("/backup/empty", test_empty);
  store_test_add ("/backup/restore-nothing", test_restore_nothing);
  store_test_add ("/backup/locked", test_locked);
  store_test_add ("/backup/damaged", test_damaged);
  store_test_add ("/backup/forged", test_forged);
  store_test_add ("/backup/other-files", test_other_files);
  store_test_add ("/backup/preview", test_preview);
  store_test_add ("/backup/compact", test_compact);
  store_test_add ("/backup/not-whole", test_not_whole);
  store_test_add ("/backup/rolling", test_rolling);
  store_test_add ("/backup/retention", test_retention);
  store_test_add ("/backup/replaced-goes", test_replaced_goes);
  store_test_add ("/backup/unfinished", test_unfinished);
  store_test_add ("/backup/weekly", test_weekly);
  store_test_add ("/backup/stopped", test_stopped);
  store_test_add ("/backup/total", test_total);
  store_test_add ("/backup/onto-itself", test_onto_itself);
  store_test_add ("/backup/taken", test_taken);
  store_test_add ("/backup/modes", test_modes);

  return g_test_run ();
}
