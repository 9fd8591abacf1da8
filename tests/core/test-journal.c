/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: order, "changed", cancelling, shutting down. */

#include <glib/gstdio.h>

#include "core/journal/fascia-journal-private.h"
#include "fascia-test-rights.h"
#include "journal-fixture.h"

/* ---- states ---- */

static void
on_state_notified (GObject *object, GParamSpec *pspec, gpointer data)
{
  FasciaJournalState state;

  g_object_get (object, "state", &state, NULL);
  g_assert_cmpint (state, ==, fascia_journal_get_state (FASCIA_JOURNAL (object)));
  g_string_append_printf (data, "%d", (int) state);
}

static void
test_states (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) states = g_string_new (NULL);

  g_signal_connect (f->journal, "notify::state", G_CALLBACK (on_state_notified), states);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_CLOSED);
  g_assert_cmpstr (fascia_journal_get_path (f->journal), ==, f->path);
  g_assert_true (fascia_journal_get_clock (f->journal) == f->clock);
  fascia_journal_open (f->journal);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_OPENING);
  fascia_journal_open (f->journal);
  fascia_test_assert_until (is_settled, f->journal);
  fascia_journal_open (f->journal);
  fascia_test_drain ();
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_READY);
  fascia_journal_shutdown (f->journal);
  fascia_journal_shutdown (f->journal);
  g_assert_cmpstr (states->str, ==, "231");
}

static void
test_failed_and_retry (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) states = g_string_new (NULL);
  g_autofree char *folder = g_path_get_dirname (f->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (f->path, "no database at all", -1, NULL));
  g_signal_connect (f->journal, "notify::state", G_CALLBACK (on_state_notified), states);
  g_autoptr (Asker) early = asker_new (f, 'a');
  log_mark (f, early, "sacrum", 5, NULL);
  fascia_journal_open (f->journal);
  wait_for_all (f);
  fascia_test_assert_until (is_settled, f->journal);
  g_assert_error (early->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_JOURNAL);
  g_assert_error (fascia_journal_get_error (f->journal), FASCIA_STORE_ERROR,
                  FASCIA_STORE_ERROR_NOT_JOURNAL);
  g_autoptr (Asker) late = asker_new (f, 'b');
  log_mark (f, late, "sacrum", 5, NULL);
  wait_for_all (f);
  g_assert_error (late->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_JOURNAL);

  g_assert_cmpint (g_remove (f->path), ==, 0);
  fascia_journal_open (f->journal);
  g_autoptr (Asker) again = asker_new (f, 'c');
  log_mark (f, again, "sacrum", 5, NULL);
  wait_for_all (f);
  g_assert_no_error (again->error);
  g_assert_null (fascia_journal_get_error (f->journal));
  g_assert_cmpstr (states->str, ==, "2423");
  fascia_journal_shutdown (f->journal);
  g_assert_cmpstr (f->story->str, ==, "xxc!");
}

/* Moved, deleted or replaced while open: nothing is told as saved, and the way back is open. */
static void
test_moved (Fixture *f, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (f->path, ".elsewhere", NULL);

  open_journal (f);
  g_autoptr (Asker) first = asker_new (f, 'a');
  log_mark (f, first, "sacrum", 5, NULL);
  wait_for_all (f);
  g_assert_cmpint (g_rename (f->path, elsewhere), ==, 0);
  g_autoptr (Asker) lost = asker_new (f, 'b');
  log_mark (f, lost, "sacrum", 6, NULL);
  g_autoptr (Asker) later = asker_new (f, 'c');
  log_mark (f, later, "sacrum", 7, NULL);
  wait_for_all (f);
  fascia_test_assert_until (is_settled, f->journal);
  g_assert_error (lost->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_MOVED);
  g_assert_error (later->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_MOVED);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_FAILED);
  g_assert_error (fascia_journal_get_error (f->journal), FASCIA_STORE_ERROR,
                  FASCIA_STORE_ERROR_MOVED);

  /* All that was told as saved is in the file that was moved; put back it can be used again. */
  g_assert_cmpint (g_rename (elsewhere, f->path), ==, 0);
  open_journal (f);
  g_autoptr (Asker) again = asker_new (f, 'd');
  log_mark (f, again, "jaw-left", 1, NULL);
  wait_for_all (f);
  g_assert_no_error (again->error);
  FasciaEntry *entry = fascia_operation_get_after (again->operation);
  g_assert_cmpint (fascia_entry_find_mark (entry, "sacrum", FASCIA_SCALE_TIGHTNESS)->level, ==, 5);
  fascia_journal_shutdown (f->journal);
  g_assert_cmpstr (f->story->str, ==, "a!xxd!");
}

static void
test_default_path (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fascia_journal_dup_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/journal.db"));
}

/* ---- order ---- */

static void
test_waits_for_open (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) read = asker_new (f, 'r');
  g_autoptr (Asker) first = asker_new (f, 'a');
  g_autoptr (Asker) second = asker_new (f, 'b');

  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 50, NULL, on_listed, read);
  log_mark (f, first, "sacrum", 5, NULL);
  log_mark (f, second, "jaw-left", 6, NULL);
  fascia_test_drain ();
  g_assert_cmpstr (f->story->str, ==, "");
  fascia_journal_open (f->journal);
  wait_for_all (f);
  /* Each change is told once, after its asker knows. */
  g_assert_cmpstr (f->story->str, ==, "a!b!r");
  g_assert_cmpuint (read->list->len, ==, 1);
}

static void
test_writes_before_reads (Fixture *f, gconstpointer data)
{
  Asker *reads[3] = { asker_new (f, '1'), asker_new (f, '2'), asker_new (f, '3') };
  g_autoptr (Asker) a = asker_new (f, 'a');
  g_autoptr (Asker) b = asker_new (f, 'b');
  Gate gate;

  open_journal (f);
  close_gate (f, &gate);
  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 50, NULL, on_listed, reads[0]);
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, reads[1]);
  log_mark (f, a, "sacrum", 5, NULL);
  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 50, NULL, on_listed, reads[2]);
  log_mark (f, b, "jaw-left", 5, NULL);
  open_gate (&gate);
  wait_for_all (f);
  clear_gate (&gate);
  g_assert_true (g_str_has_prefix (f->story->str, "a!b!1"));
  g_assert_nonnull (strchr (f->story->str, '2'));
  g_assert_nonnull (strchr (f->story->str, '3'));
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    g_clear_pointer (&reads[i], asker_free);
}

/* ---- cancelling ---- */

static void
test_cancel_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Asker) write = asker_new (f, 'a');
  g_autoptr (Asker) read = asker_new (f, 'r');
  Gate gate;

  open_journal (f);
  close_gate (f, &gate);
  log_mark (f, write, "sacrum", 5, cancellable);
  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 50, cancellable, on_listed, read);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  wait_for_all (f);
  clear_gate (&gate);
  g_assert_cmpstr (f->story->str, ==, "--");
  fascia_journal_shutdown (f->journal);
  g_assert_cmpuint (count_in_file (f), ==, 0);
}

/* Cancelled when it was already written: the asker may be gone, but the pages must know. */
static void
test_cancel_after (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Asker) write = asker_new (f, 'a');
  Gate gate;

  open_journal (f);
  log_mark (f, write, "sacrum", 5, cancellable);
  /* The gate is reached after the write. */
  close_gate (f, &gate);
  g_cancellable_cancel (cancellable);
  open_gate (&gate);
  wait_for_all (f);
  clear_gate (&gate);
  g_assert_cmpstr (f->story->str, ==, "-!");
  g_assert_nonnull (f->last_changed);
  fascia_journal_shutdown (f->journal);
  g_assert_cmpuint (count_in_file (f), ==, 1);
}

/* ---- shutting down ---- */

static void
test_shutdown_flushes (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) askers = g_ptr_array_new_with_free_func ((GDestroyNotify) asker_free);
  Asker *read = asker_new (f, 'r');

  g_ptr_array_add (askers, read);
  open_journal (f);
  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 50, NULL, on_listed, read);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *region = g_strdup_printf ("place-%d", i);
      Asker *asker = asker_new (f, 'a');

      g_ptr_array_add (askers, asker);
      log_mark (f, asker, region, i % 11, NULL);
    }
  fascia_journal_shutdown (f->journal);
  /* Everybody knows by now, without the main loop. */
  g_assert_cmpuint (f->n_pending, ==, 0);
  g_string_truncate (f->story, 0);
  fascia_test_drain ();
  g_assert_cmpstr (f->story->str, ==, "");
  for (guint i = 1; i < askers->len; i++)
    g_assert_nonnull (((Asker *) askers->pdata[i])->operation);
  g_assert_cmpuint (count_in_file (f), ==, 40);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_shutdown_cancels_reads (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) read = asker_new (f, 'r');
  g_autoptr (Asker) write = asker_new (f, 'a');

  /* Never opened: nothing can be written, and nobody is left waiting. */
  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 50, NULL, on_listed, read);
  log_mark (f, write, "sacrum", 5, NULL);
  fascia_journal_shutdown (f->journal);
  g_assert_cmpstr (f->story->str, ==, "--");
}

static void
test_after_shutdown (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) asker = asker_new (f, 'a');

  open_journal (f);
  fascia_journal_shutdown (f->journal);
  log_mark (f, asker, "sacrum", 5, NULL);
  g_assert_cmpuint (f->n_pending, ==, 1);
  wait_for_all (f);
  g_assert_error (asker->error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  fascia_journal_open (f->journal);
  g_assert_cmpint (fascia_journal_get_state (f->journal), ==, FASCIA_JOURNAL_CLOSED);
}

static void
test_dispose (Fixture *f, gconstpointer data)
{
  open_journal (f);
  FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 5, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1 };
  fascia_journal_log_async (f->journal, &log, NULL, NULL, NULL);
  g_object_run_dispose (G_OBJECT (f->journal));
  g_assert_finalize_object (g_steal_pointer (&f->journal));
  g_assert_cmpuint (count_in_file (f), ==, 1);
}

/* ---- operations ---- */

static void
test_operations (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) log = asker_new (f, 'l');
  g_autoptr (Asker) note = asker_new (f, 'n');
  g_autoptr (Asker) unmark = asker_new (f, 'u');
  g_autoptr (Asker) undo = asker_new (f, 'z');
  g_autoptr (Asker) undo_last = asker_new (f, 'y');
  g_autoptr (Asker) closing = asker_new (f, 'c');
  g_autoptr (Asker) deletion = asker_new (f, 'd');

  open_journal (f);
  f->n_pending = 1;
  log_mark (f, log, "sacrum", 5, NULL);
  wait_for_all (f);
  FasciaEntry *entry = fascia_operation_get_after (log->operation);
  const FasciaUid *uid = fascia_entry_get_uid (entry);

  f->n_pending = 3;
  fascia_journal_set_note_async (f->journal, uid, "Stairs", NULL, on_written, note);
  fascia_journal_unmark_async (f->journal, uid, "sacrum", FASCIA_SCALE_TIGHTNESS, NULL, on_written,
                               unmark);
  fascia_journal_undo_async (f->journal, 0, NULL, on_written, undo);
  wait_for_all (f);
  g_assert_cmpstr (fascia_entry_get_note (fascia_operation_get_after (undo->operation)), ==,
                   "Stairs");
  g_assert_nonnull (fascia_entry_find_mark (fascia_operation_get_after (undo->operation), "sacrum",
                                            FASCIA_SCALE_TIGHTNESS));

  f->n_pending = 3;
  fascia_journal_undo_async (f->journal, fascia_operation_get_id (note->operation), NULL,
                             on_written, undo_last);
  fascia_journal_close_check_in_async (f->journal, NULL, on_written, closing);
  fascia_journal_delete_entry_async (f->journal, uid, NULL, on_written, deletion);
  wait_for_all (f);
  g_assert_null (fascia_entry_get_note (fascia_operation_get_after (undo_last->operation)));
  g_assert_true (fascia_entry_is_closed (fascia_operation_get_after (closing->operation)));
  g_assert_null (fascia_operation_get_after (deletion->operation));
  g_assert_cmpstr (f->story->str, ==, "l!n!u!z!y!c!d!");
  g_assert_true (f->last_changed == deletion->operation);
}

static void
test_request_is_copied (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) asker = asker_new (f, 'a');
  char region[] = "sacrum", feeling[] = "dull", note[] = "Stairs";
  const char *feelings[] = { feeling, NULL };
  FasciaMark mark = { region, FASCIA_SCALE_PAIN, 5, feelings };
  FasciaMoment at = { FASCIA_TEST_NOW_MS - MINUTE_MS, 0, FASCIA_TEST_NOW_MS / DAY_MS, "UTC" };
  FasciaLog log = { .marks = &mark, .n_marks = 1, .note = note, .at = &at };

  fascia_journal_log_async (f->journal, &log, NULL, on_written, asker);
  region[0] = feeling[0] = note[0] = 'x';
  memset (&mark, 0, sizeof mark);
  memset (&at, 0, sizeof at);
  memset (&log, 0, sizeof log);
  open_journal (f);
  wait_for_all (f);
  FasciaEntry *entry = fascia_operation_get_after (asker->operation);
  const FasciaMark *stored = fascia_entry_find_mark (entry, "sacrum", FASCIA_SCALE_PAIN);
  g_assert_cmpint (stored->level, ==, 5);
  g_assert_cmpstr (stored->feelings[0], ==, "dull");
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "Stairs");
  g_assert_cmpint (fascia_entry_get_moment (entry)->utc_ms, ==, FASCIA_TEST_NOW_MS - MINUTE_MS);
}

typedef struct
{
  guint n_pending;
  FasciaEntry *open;
  GArray *recent;
} BodyResult;

static void
on_body_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  BodyResult *self = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_journal_load_body_finish (FASCIA_JOURNAL (source), result, &self->open,
                                                  &self->recent, &error));
  g_assert_no_error (error);
  self->n_pending = 0;
}

static gboolean
is_body_loaded (gpointer data)
{
  return ((BodyResult *) data)->n_pending == 0;
}

static void
load_body (Fixture *f, BodyResult *result)
{
  *result = (BodyResult) { .n_pending = 1 };
  fascia_journal_load_body_async (f->journal, NULL, on_body_loaded, result);
  fascia_test_assert_until (is_body_loaded, result);
}

static void
test_body (Fixture *f, gconstpointer data)
{
  BodyResult body;

  open_journal (f);
  load_body (f, &body);
  g_assert_null (body.open);
  g_assert_cmpuint (body.recent->len, ==, 0);
  g_array_unref (body.recent);

  for (int day = 20; day >= 0; day--)
    {
      g_autoptr (Asker) asker = asker_new (f, 'a');
      g_autofree char *region = g_strdup_printf ("place-%d", day);

      fascia_clock_set_fixed (f->clock, FASCIA_TEST_NOW_MS - day * DAY_MS);
      log_mark (f, asker, region, day % 11, NULL);
      wait_for_all (f);
    }
  load_body (f, &body);
  g_assert_nonnull (fascia_entry_find_mark (body.open, "place-0", FASCIA_SCALE_TIGHTNESS));
  /* The fourteen days before today, without today's own. */
  g_assert_cmpuint (body.recent->len, ==, 14);
  for (guint i = 0; i < body.recent->len; i++)
    g_assert_cmpstr (g_array_index (body.recent, FasciaRecentMark, i).region, !=, "place-0");
  g_array_unref (body.recent);
  fascia_entry_unref (body.open);

  /* An hour later nothing is open, and today's place is a recent one. */
  fascia_clock_set_fixed (f->clock, FASCIA_TEST_NOW_MS + 60 * MINUTE_MS);
  load_body (f, &body);
  g_assert_null (body.open);
  g_assert_cmpuint (body.recent->len, ==, 15);
  g_array_unref (body.recent);
}

/* ---- running for another process ---- */

static gpointer
run_two_logs (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  store_mark (db, "sacrum", 3);
  store_mark (db, "jaw-left", 4);
  *changed = FASCIA_CHANGE_SETTINGS;
  return data;
}

static void
on_destroyed (gpointer data)
{
  g_string_append_c (((Fixture *) data)->story, 'D');
}

static void
test_run (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) asker = asker_new (f, 'a');

  open_journal (f);
  fascia_journal_run_async (f->journal, run_two_logs, f, on_destroyed, NULL, on_run, asker);
  wait_for_all (f);
  fascia_test_drain ();
  g_assert_cmpstr (f->story->str, ==, "a!D");
  /* Several operations come as one change, without one of them. */
  g_assert_null (f->last_changed);
}

/* ---- another main context ---- */

static gpointer
use_own_context (gpointer data)
{
  Fixture *f = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autofree char *path = g_strconcat (f->path, "2", NULL);
  Fixture own = { .story = f->story, .n_pending = 1 };

  g_main_context_push_thread_default (context);
  own.journal = fascia_journal_new (path, f->clock);
  fascia_journal_open (own.journal);
  Asker *asker = g_new0 (Asker, 1);
  asker->fixture = &own;
  asker->letter = 'o';
  log_mark (&own, asker, "sacrum", 5, NULL);
  while (own.n_pending > 0)
    g_main_context_iteration (context, TRUE);
  g_assert_nonnull (asker->operation);
  asker_free (asker);
  fascia_journal_shutdown (own.journal);
  g_assert_finalize_object (own.journal);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
test_other_context (Fixture *f, gconstpointer data)
{
  GThread *thread = g_thread_new ("window", use_own_context, f);

  g_thread_join (thread);
  g_assert_cmpstr (f->story->str, ==, "o");
}

/* ---- a journal that can only be read ---- */

static void
on_read_only_told (FasciaJournal *journal, GParamSpec *pspec, gpointer data)
{
  g_string_append_c (data, fascia_journal_is_read_only (journal) ? 'R' : 'W');
}

/* On a sealed stick: everything is there to be read, nothing is told as saved, nothing is left
 * beside it; and once it may be written, the same journal goes on. */
static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);
  Fixture sealed = { .story = f->story };

  open_journal (f);
  Asker *before = asker_new (f, 'a');
  log_mark (f, before, "sacrum", 5, NULL);
  wait_for_all (f);
  asker_free (before);
  fascia_journal_shutdown (f->journal);
  g_string_truncate (f->story, 0);
  fascia_test_set_rights (FALSE);
  fascia_test_seal (f->path, TRUE);

  sealed.journal = fascia_journal_new (f->path, f->clock);
  g_signal_connect (sealed.journal, "notify::read-only", G_CALLBACK (on_read_only_told), f->story);
  fascia_journal_set_idle_pause (sealed.journal, 0);
  open_journal (&sealed);
  g_assert_true (fascia_journal_is_read_only (sealed.journal));
  g_assert_cmpstr (f->story->str, ==, "R");
  Asker *reader = asker_new (&sealed, 'r');
  fascia_journal_list_async (sealed.journal, G_MAXINT64, NULL, 10, NULL, on_listed, reader);
  Asker *writer = asker_new (&sealed, 'w');
  log_mark (&sealed, writer, "jaw-left", 3, NULL);
  wait_for_all (&sealed);
  g_assert_cmpuint (reader->list->len, ==, 1);
  g_assert_error (writer->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_READ_ONLY);
  asker_free (reader);
  asker_free (writer);
  g_string_truncate (f->story, 0);

  /* Still sealed: it stays as it is. */
  fascia_journal_open (sealed.journal);
  reader = asker_new (&sealed, 'r');
  fascia_journal_list_async (sealed.journal, G_MAXINT64, NULL, 10, NULL, on_listed, reader);
  wait_for_all (&sealed);
  g_assert_true (fascia_journal_is_read_only (sealed.journal));
  g_assert_cmpstr (f->story->str, ==, "r");
  asker_free (reader);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "journal.db");
  g_assert_null (g_dir_read_name (dir));

  fascia_test_seal (f->path, FALSE);
  fascia_journal_open (sealed.journal);
  writer = asker_new (&sealed, 'w');
  log_mark (&sealed, writer, "jaw-left", 3, NULL);
  wait_for_all (&sealed);
  g_assert_no_error (writer->error);
  g_assert_false (fascia_journal_is_read_only (sealed.journal));
  g_assert_cmpint (fascia_journal_get_state (sealed.journal), ==, FASCIA_JOURNAL_READY);
  g_assert_cmpstr (f->story->str, ==, "rWw");
  g_assert_nonnull (fascia_entry_find_mark (fascia_operation_get_after (writer->operation),
                                            "sacrum", FASCIA_SCALE_TIGHTNESS));
  asker_free (writer);
  fascia_journal_shutdown (sealed.journal);
  g_assert_finalize_object (sealed.journal);
  fascia_test_set_rights (TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/journal/states", test_states);
  ADD ("/journal/failed-and-retry", test_failed_and_retry);
  ADD ("/journal/moved", test_moved);
  ADD ("/journal/default-path", test_default_path);
  ADD ("/journal/waits-for-open", test_waits_for_open);
  ADD ("/journal/writes-before-reads", test_writes_before_reads);
  ADD ("/journal/cancel/before", test_cancel_before);
  ADD ("/journal/cancel/after", test_cancel_after);
  ADD ("/journal/shutdown/flushes", test_shutdown_flushes);
  ADD ("/journal/shutdown/cancels-reads", test_shutdown_cancels_reads);
  ADD ("/journal/shutdown/after", test_after_shutdown);
  ADD ("/journal/shutdown/dispose", test_dispose);
  ADD ("/journal/operations", test_operations);
  ADD ("/journal/request-is-copied", test_request_is_copied);
  ADD ("/journal/body", test_body);
  ADD ("/journal/run", test_run);
  ADD ("/journal/other-context", test_other_context);
  ADD ("/journal/read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
