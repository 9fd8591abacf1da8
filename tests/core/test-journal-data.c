/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups, restoring, repair and the end, as the window asks for them; and quiet moments. */

#include "config.h"

#include <glib/gstdio.h>

#include "core/journal/fascia-journal-data.h"
#include "core/journal/fascia-journal-private.h"
#include "core/store/fascia-backup-private.h"

#include "journal-fixture.h"

#define WORDS "seven words"

/* What was answered, by whatever it was. */
typedef struct
{
  Fixture *fixture;
  char letter;
  FasciaBackupInfo *info;
  FasciaBackupPreview *preview;
  GPtrArray *list;
  char *text;
  GError *error;
} Answer;

static Answer *
answer_new (Fixture *f, char letter)
{
  Answer *self = g_new0 (Answer, 1);

  self->fixture = f;
  self->letter = letter;
  f->n_pending++;
  return self;
}

static void
answer_free (Answer *self)
{
  g_clear_pointer (&self->info, fascia_backup_info_free);
  g_clear_pointer (&self->preview, fascia_backup_preview_free);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
tell_answer (Answer *self)
{
  g_string_append_c (self->fixture->story, self->error == NULL ? self->letter : 'x');
  self->fixture->n_pending--;
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->info = fascia_journal_backup_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell_answer (self);
}

static void
on_backups_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->list = fascia_journal_list_backups_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell_answer (self);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->preview
      = fascia_journal_preview_restore_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell_answer (self);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->text = fascia_journal_restore_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell_answer (self);
}

static void
on_repaired (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->text = fascia_journal_repair_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell_answer (self);
}

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  g_assert_true (fascia_journal_erase_finish (FASCIA_JOURNAL (source), result, &self->error)
                 == (self->error == NULL));
  tell_answer (self);
}

static char *
build_path (Fixture *f, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (f->path);

  return g_build_filename (folder, name, NULL);
}

static void
mark_and_wait (Fixture *f, const char *region, int level)
{
  g_autoptr (Asker) asker = asker_new (f, 'm');

  log_mark (f, asker, region, level, NULL);
  wait_for_all (f);
  g_assert_no_error (asker->error);
}

static void
back_up (Fixture *f, const char *path)
{
  g_autoptr (Answer) answer = answer_new (f, 'b');

  fascia_journal_backup_async (f->journal, path, NULL, NULL, on_backed_up, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_nonnull (answer->info);
}

static guint
count_list (Fixture *f)
{
  g_autoptr (Asker) asker = asker_new (f, 'l');

  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 1000, NULL, on_listed, asker);
  wait_for_all (f);
  g_assert_no_error (asker->error);
  return asker->list->len;
}

static FasciaChangeFlags last_flags;

static void
on_flags (FasciaJournal *journal,
          FasciaChangeFlags flags,
          FasciaOperation *operation,
          gpointer data)
{
  last_flags = flags;
}

/* ---- tests ---- */

static void
test_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *path = build_path (f, "one" FASCIA_BACKUP_SUFFIX);

  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  back_up (f, path);
  fascia_clock_set_fixed (f->clock, fascia_clock_now_ms (f->clock) + DAY_MS);
  mark_and_wait (f, "hip-right", 5);
  g_assert_cmpuint (count_list (f), ==, 2);
  g_assert_nonnull (fascia_journal_get_undo (f->journal));

  g_autoptr (Answer) preview = answer_new (f, 'p');
  fascia_journal_preview_restore_async (f->journal, path, NULL, NULL, on_previewed, preview);
  wait_for_all (f);
  g_assert_no_error (preview->error);
  g_assert_cmpint (preview->preview->n_only_here, ==, 1);
  g_assert_cmpint (preview->preview->n_same, ==, 1);
  g_assert_cmpint (preview->preview->info->n_entries, ==, 1);

  g_string_truncate (f->story, 0);
  g_signal_connect (f->journal, "changed", G_CALLBACK (on_flags), NULL);
  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_restore_async (f->journal, path, NULL, NULL, on_restored, answer);
  /* What is asked meanwhile is asked of the new one. */
  g_autoptr (Asker) later = asker_new (f, 'l');
  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 1000, NULL, on_listed, later);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_cmpstr (f->story->str, ==, "r!l");
  g_assert_cmpint (last_flags, ==, FASCIA_CHANGE_ALL);
  g_assert_null (f->last_changed);
  g_assert_cmpuint (later->list->len, ==, 1);
  g_assert_true (g_file_test (answer->text, G_FILE_TEST_EXISTS));
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  g_assert_null (fascia_journal_get_undo (f->journal));
  mark_and_wait (f, "neck-left", 4);
  g_assert_cmpuint (count_list (f), ==, 2);
}

static void
test_restore_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *path = build_path (f, "one" FASCIA_BACKUP_SUFFIX);

  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  g_assert_true (g_file_set_contents (path, "fascia-backup 1\nno more", -1, NULL));
  g_string_truncate (f->story, 0);
  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_restore_async (f->journal, path, NULL, NULL, on_restored, answer);
  wait_for_all (f);
  g_assert_error (answer->error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_DAMAGED);
  g_assert_cmpstr (f->story->str, ==, "x");
  g_assert_nonnull (fascia_journal_get_undo (f->journal));
  g_autoptr (Answer) preview = answer_new (f, 'p');
  fascia_journal_preview_restore_async (f->journal, path, NULL, NULL, on_previewed, preview);
  wait_for_all (f);
  g_assert_error (preview->error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_DAMAGED);
  mark_and_wait (f, "neck-left", 4);
  g_assert_cmpuint (count_list (f), ==, 1);
}

/* The folder says no: the old one goes on. */
static void
test_restore_failed (Fixture *f, gconstpointer data)
{
  g_autofree char *path = build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autofree char *in_the_way = build_path (f, ".journal.db.ready");

  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  back_up (f, path);
  mark_and_wait (f, "hip-right", 4);
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_restore_async (f->journal, path, NULL, NULL, on_restored, answer);
  wait_for_all (f);
  g_assert_nonnull (answer->error);
  g_assert_cmpint (g_rmdir (in_the_way), ==, 0);
  fascia_journal_open (f->journal);
  fascia_test_assert_until (is_settled, f->journal);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  g_assert_cmpuint (count_list (f), ==, 1);
}

static void
open_damaged (Fixture *f)
{
  fascia_journal_open (f->journal);
  fascia_test_assert_until (is_settled, f->journal);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_FAILED);
  g_assert_error (fascia_journal_get_error (f->journal), FASCIA_STORE_ERROR,
                  FASCIA_STORE_ERROR_DAMAGED);
}

/* A journal with two entries and a rolling backup, that is damaged then. */
static void
make_damaged (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, &error);
  gboolean is_made = FALSE;

  g_assert_no_error (error);
  store_mark (db, "neck-left", 3);
  fascia_clock_set_fixed (f->clock, fascia_clock_now_ms (f->clock) + DAY_MS);
  store_mark (db, "neck-left", 4);
  g_assert_true (fascia_db_backup_rolling (db, &is_made, &error) && is_made);
  g_assert_true (fascia_db_close (db, &error));
  g_assert_true (g_file_set_contents_full (f->path, "", 0, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
test_failed_restore (Fixture *f, gconstpointer data)
{
  make_damaged (f);
  open_damaged (f);
  g_autoptr (Answer) listed = answer_new (f, 'l');
  fascia_journal_list_backups_async (f->journal, NULL, on_backups_listed, listed);
  wait_for_all (f);
  g_assert_no_error (listed->error);
  g_assert_cmpuint (listed->list->len, ==, 1);
  FasciaBackupInfo *info = g_ptr_array_index (listed->list, 0);

  g_autoptr (Answer) preview = answer_new (f, 'p');
  fascia_journal_preview_restore_async (f->journal, info->path, NULL, NULL, on_previewed, preview);
  wait_for_all (f);
  g_assert_no_error (preview->error);
  g_assert_cmpint (preview->preview->n_only_there, ==, -1);
  g_assert_cmpint (preview->preview->info->n_entries, ==, 2);

  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_restore_async (f->journal, info->path, NULL, NULL, on_restored, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  g_assert_no_error (fascia_journal_get_error (f->journal));
  g_assert_cmpuint (count_list (f), ==, 2);
}

static void
test_failed_repair (Fixture *f, gconstpointer data)
{
  make_damaged (f);
  open_damaged (f);
  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_repair_async (f->journal, NULL, on_repaired, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_nonnull (strstr (answer->text, "2 entries"));
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  g_assert_cmpuint (count_list (f), ==, 2);
  g_autoptr (Answer) again = answer_new (f, 'r');
  fascia_journal_repair_async (f->journal, NULL, on_repaired, again);
  wait_for_all (f);
  g_assert_nonnull (strstr (again->text, "Nothing was changed"));
  mark_and_wait (f, "neck-left", 5);
}

static void
test_failed_erase (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = fascia_backup_dup_folder (f->path);

  make_damaged (f);
  open_damaged (f);
  g_autoptr (Answer) answer = answer_new (f, 'e');
  fascia_journal_erase_async (f->journal, NULL, on_erased, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  g_assert_cmpuint (count_list (f), ==, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_erase (Fixture *f, gconstpointer data)
{
  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  g_string_truncate (f->story, 0);
  g_autoptr (Answer) answer = answer_new (f, 'e');
  fascia_journal_erase_async (f->journal, NULL, on_erased, answer);
  /* Written after it was asked: into the new one. */
  g_autoptr (Asker) asker = asker_new (f, 'm');
  log_mark (f, asker, "hip-right", 2, NULL);
  wait_for_all (f);
  g_assert_cmpstr (f->story->str, ==, "e!m!");
  g_assert_cmpuint (count_list (f), ==, 1);
  g_autoptr (Asker) series = asker_new (f, 's');
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, series);
  wait_for_all (f);
  g_assert_no_error (series->error);
}

static void
test_delete_for_good (Fixture *f, gconstpointer data)
{
  open_journal (f);
  g_autoptr (Asker) asker = asker_new (f, 'm');
  log_mark (f, asker, "neck-left", 3, NULL);
  wait_for_all (f);
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (asker->operation));
  g_autoptr (Asker) gone = asker_new (f, 'd');
  fascia_journal_delete_for_good_async (f->journal, &uid, TRUE, NULL, on_written, gone);
  wait_for_all (f);
  g_assert_no_error (gone->error);
  g_assert_false (fascia_operation_can_undo (gone->operation));
  g_assert_null (fascia_journal_get_undo (f->journal));
  g_assert_cmpstr (f->story->str, ==, "m!d!");
  g_assert_cmpuint (count_list (f), ==, 0);
}

/* Locking takes a second; a mark does not wait for it. */
static void
test_locked_beside (Fixture *f, gconstpointer data)
{
  g_autofree char *path = build_path (f, "one" FASCIA_BACKUP_SUFFIX);

  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  g_string_truncate (f->story, 0);
  g_autoptr (Answer) answer = answer_new (f, 'b');
  fascia_journal_backup_async (f->journal, path, WORDS, NULL, on_backed_up, answer);
  g_autoptr (Asker) asker = asker_new (f, 'm');
  log_mark (f, asker, "hip-right", 4, NULL);
  wait_for_all (f);
  g_assert_cmpstr (f->story->str, ==, "m!b");
  g_assert_true (answer->info->is_locked);

  /* Whoever still waits at the end is told before it. */
  g_autoptr (Answer) last = answer_new (f, 'b');
  fascia_journal_backup_async (f->journal, path, WORDS, NULL, on_backed_up, last);
  fascia_journal_shutdown (f->journal);
  g_assert_cmpuint (f->n_pending, ==, 0);
  g_assert_no_error (last->error);
  g_assert_cmpint (last->info->n_entries, ==, 1);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autofree char *path = build_path (f, "one" FASCIA_BACKUP_SUFFIX);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Gate gate;

  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  close_gate (f, &gate);
  g_autoptr (Answer) answer = answer_new (f, 'b');
  fascia_journal_backup_async (f->journal, path, NULL, cancellable, on_backed_up, answer);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  wait_for_all (f);
  clear_gate (&gate);
  g_assert_error (answer->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- quiet moments ---- */

typedef struct
{
  Fixture *f;
  guint n_wanted;
} Wanted;

static gboolean
has_backups (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GPtrArray) list = fascia_backup_list (wanted->f->path, NULL);

  return list->len == wanted->n_wanted;
}

static void
wait_for_backups (Fixture *f, guint n_backups)
{
  Wanted wanted = { f, n_backups };

  fascia_test_assert_until (has_backups, &wanted);
}

static gpointer
break_level (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  store_exec (db, "UPDATE mark SET level = level + 1");
  return data;
}

static gboolean
has_failed (gpointer data)
{
  return fascia_journal_get_state (data) == FASCIA_JOURNAL_FAILED;
}

static void
test_quiet (Fixture *f, gconstpointer data)
{
  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  fascia_journal_set_idle_pause (f->journal, 0);
  wait_for_backups (f, 1);
  /* It is told to nobody. */
  g_assert_cmpstr (f->story->str, ==, "m!");
  fascia_clock_set_fixed (f->clock, fascia_clock_now_ms (f->clock) + DAY_MS);
  mark_and_wait (f, "neck-left", 4);
  wait_for_backups (f, 2);
  /* The journal is still the same, and can be written. */
  mark_and_wait (f, "hip-right", 4);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);

  /* What has become another is noticed then, and said. */
  fascia_clock_set_fixed (f->clock, fascia_clock_now_ms (f->clock) + 8 * DAY_MS);
  g_autoptr (Asker) asker = asker_new (f, 'r');
  fascia_journal_run_async (f->journal, break_level, f, NULL, NULL, on_run, asker);
  fascia_test_assert_until (has_failed, f->journal);
  g_assert_error (fascia_journal_get_error (f->journal), FASCIA_STORE_ERROR,
                  FASCIA_STORE_ERROR_DAMAGED);
  wait_for_all (f);
  /* Nothing more is written into it, and the person can go on from there. */
  g_autoptr (Asker) refused = asker_new (f, 'm');
  log_mark (f, refused, "neck-left", 4, NULL);
  wait_for_all (f);
  g_assert_error (refused->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  fascia_journal_set_idle_pause (f->journal, 100000);
  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_repair_async (f->journal, NULL, on_repaired, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  mark_and_wait (f, "neck-left", 5);
}

/* ---- what is deleted while a copy of it is being written ---- */

typedef struct
{
  gint has_begun; /* (atomic) */
  gint is_void;   /* (atomic) */
  FasciaUid uid;  /* of the entry */
} Race;

static void
wait_until_void (FasciaStopFunc is_worthless, gpointer request, gpointer data)
{
  Race *race = data;

  if (g_atomic_int_get (&race->has_begun))
    return;
  g_atomic_int_set (&race->has_begun, 1);
  while (!is_worthless (request))
    g_thread_yield ();
  g_atomic_int_set (&race->is_void, 1);
}

static gboolean
has_begun (gpointer data)
{
  return g_atomic_int_get (&((Race *) data)->has_begun);
}

/* An entry of which a copy is just being made into a backup. */
static void
begin_race (Fixture *f, Race *race)
{
  open_journal (f);
  g_autoptr (Asker) asker = asker_new (f, 'm');
  log_mark (f, asker, "neck-left", 3, NULL);
  wait_for_all (f);
  race->uid = *fascia_entry_get_uid (store_get_after (asker->operation));
  fascia_journal_set_idle_hook (f->journal, wait_until_void, race);
  fascia_journal_set_idle_pause (f->journal, 0);
  fascia_test_assert_until (has_begun, race);
  g_assert_cmpint (g_atomic_int_get (&race->is_void), ==, 0);
  /* Nothing else is made by itself. */
  fascia_journal_set_idle_pause (f->journal, 1000000);
}

static guint
count_backup_files (Fixture *f)
{
  g_autofree char *folder = fascia_backup_dup_folder (f->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_race_write (Fixture *f, gconstpointer data)
{
  Race race = { 0 };

  /* What is merely written waits for nothing. */
  begin_race (f, &race);
  mark_and_wait (f, "hip-right", 4);
  g_assert_cmpint (g_atomic_int_get (&race.is_void), ==, 0);
  g_assert_cmpuint (count_backup_files (f), ==, 0);
  /* And closing waits for it no longer than it has to. */
  fascia_journal_shutdown (f->journal);
  g_clear_object (&f->journal);
  g_assert_cmpint (g_atomic_int_get (&race.is_void), ==, 1);
  g_assert_cmpuint (count_backup_files (f), ==, 0);
}

static void
race_delete (Fixture *f, gboolean backups_too, guint n_backups)
{
  Race race = { 0 };

  begin_race (f, &race);
  g_autoptr (Asker) gone = asker_new (f, 'g');
  fascia_journal_delete_for_good_async (f->journal, &race.uid, backups_too, NULL, on_written, gone);
  wait_for_all (f);
  g_assert_no_error (gone->error);
  g_assert_cmpint (g_atomic_int_get (&race.is_void), ==, 1);
  g_assert_cmpuint (count_backup_files (f), ==, n_backups);
  g_assert_cmpuint (count_list (f), ==, 0);
}

static void
test_race_delete (Fixture *f, gconstpointer data)
{
  race_delete (f, FALSE, 0);
}

static void
test_race_delete_all (Fixture *f, gconstpointer data)
{
  /* That of the journal without it. */
  race_delete (f, TRUE, 1);
  g_autoptr (GPtrArray) list = fascia_backup_list (f->path, NULL);
  g_assert_cmpint (((FasciaBackupInfo *) g_ptr_array_index (list, 0))->n_entries, ==, 0);
}

static void
test_race_erase (Fixture *f, gconstpointer data)
{
  Race race = { 0 };

  begin_race (f, &race);
  g_autoptr (Answer) answer = answer_new (f, 'e');
  fascia_journal_erase_async (f->journal, NULL, on_erased, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_cmpint (g_atomic_int_get (&race.is_void), ==, 1);
  g_assert_cmpuint (count_backup_files (f), ==, 0);
}

static void
test_race_repair (Fixture *f, gconstpointer data)
{
  Race race = { 0 };

  begin_race (f, &race);
  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_repair_async (f->journal, NULL, on_repaired, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_cmpint (g_atomic_int_get (&race.is_void), ==, 1);
  g_assert_cmpuint (count_backup_files (f), ==, 0);
}

static void
test_race_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *beside = build_path (f, "mine" FASCIA_BACKUP_SUFFIX);
  Race race = { 0 };

  begin_race (f, &race);
  g_autoptr (Asker) gone = asker_new (f, 'g');
  fascia_journal_delete_for_good_async (f->journal, &race.uid, FALSE, NULL, on_written, gone);
  wait_for_all (f);
  mark_and_wait (f, "hip-right", 4);
  g_autoptr (Answer) backup = answer_new (f, 'b');
  fascia_journal_backup_async (f->journal, beside, NULL, NULL, on_backed_up, backup);
  wait_for_all (f);
  g_assert_no_error (backup->error);

  Race other = { 0 };
  fascia_journal_set_idle_hook (f->journal, wait_until_void, &other);
  fascia_journal_set_idle_pause (f->journal, 0);
  fascia_test_assert_until (has_begun, &other);
  fascia_journal_set_idle_pause (f->journal, 1000000);
  g_autoptr (Answer) answer = answer_new (f, 'r');
  fascia_journal_restore_async (f->journal, beside, NULL, NULL, on_restored, answer);
  wait_for_all (f);
  g_assert_no_error (answer->error);
  g_assert_cmpint (g_atomic_int_get (&other.is_void), ==, 1);
  g_assert_cmpuint (count_backup_files (f), ==, 0);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  fascia_journal_export_finish (FASCIA_JOURNAL (source), result, &self->error);
  tell_answer (self);
}

/* Whoever chooses the journal as the file to save to keeps it. */
static void
test_onto_itself (Fixture *f, gconstpointer data)
{
  g_autoptr (FasciaBody) body = fascia_body_new (NULL);

  open_journal (f);
  mark_and_wait (f, "neck-left", 3);
  g_autoptr (Answer) backup = answer_new (f, 'b');
  g_autoptr (Answer) export = answer_new (f, 'e');
  fascia_journal_backup_async (f->journal, f->path, NULL, NULL, on_backed_up, backup);
  fascia_journal_export_async (f->journal, FASCIA_EXPORT_JSON, body, f->path, NULL, on_exported,
                               export);
  wait_for_all (f);
  g_assert_error (backup->error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (export->error);
  g_assert_nonnull (strstr (export->error->message, "is the journal itself"));
  mark_and_wait (f, "hip-right", 4);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  fascia_journal_shutdown (f->journal);
  g_clear_object (&f->journal);
  g_assert_cmpuint (count_in_file (f), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/journal-data/restore", test_restore);
  ADD ("/journal-data/restore-refused", test_restore_refused);
  ADD ("/journal-data/restore-failed", test_restore_failed);
  ADD ("/journal-data/failed-restore", test_failed_restore);
  ADD ("/journal-data/failed-repair", test_failed_repair);
  ADD ("/journal-data/failed-erase", test_failed_erase);
  ADD ("/journal-data/erase", test_erase);
  ADD ("/journal-data/delete-for-good", test_delete_for_good);
  ADD ("/journal-data/locked-beside", test_locked_beside);
  ADD ("/journal-data/cancelled", test_cancelled);
  ADD ("/journal-data/onto-itself", test_onto_itself);
  ADD ("/journal-data/quiet", test_quiet);
  ADD ("/journal-data/race/write", test_race_write);
  ADD ("/journal-data/race/delete", test_race_delete);
  ADD ("/journal-data/race/delete-all", test_race_delete_all);
  ADD ("/journal-data/race/erase", test_race_erase);
  ADD ("/journal-data/race/repair", test_race_repair);
  ADD ("/journal-data/race/restore", test_race_restore);

  return g_test_run ();
}
