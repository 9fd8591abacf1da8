/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that grows in the journal: nothing of it is lost when a write fails in between, and what
 * was deleted elsewhere stays so. */

#include "core/journal/fascia-entry-writer.h"
#include "journal-fixture.h"

typedef struct
{
  guint n_kept;
  guint n_failed;
  guint n_gone;
  gboolean is_over;
  gboolean has_error;
} Heard;

static void
on_kept (FasciaEntryWriter *writer, gpointer data)
{
  ((Heard *) data)->n_kept++;
}

static void
on_failed (FasciaEntryWriter *writer, const GError *error, gpointer data)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  ((Heard *) data)->n_failed++;
}

static void
on_gone (FasciaEntryWriter *writer, gpointer data)
{
  ((Heard *) data)->n_gone++;
}

static FasciaEntry *
make_flare (void)
{
  static const FasciaUid uid = { { 1, 2, 3 } };
  const FasciaEvent event = { .type = "flare", .until_day = FASCIA_DAY_NOT_GIVEN };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaMoment moment;

  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS, zone);
  g_autoptr (FasciaEntry) blank = fascia_entry_new (&uid, FASCIA_ENTRY_EVENT, &moment);
  return fascia_entry_with_event (blank, &event);
}

static FasciaEntryWriter *
make_writer (Fixture *f, Heard *heard)
{
  FasciaEntryWriter *writer = fascia_entry_writer_new (f->journal, NULL);

  g_signal_connect (writer, "kept", G_CALLBACK (on_kept), heard);
  g_signal_connect (writer, "failed", G_CALLBACK (on_failed), heard);
  g_signal_connect (writer, "gone", G_CALLBACK (on_gone), heard);
  return writer;
}

/* Opens a journal that refuses what @trigger says, until allow(). */
static void
open_refusing (Fixture *f, const char *trigger)
{
  g_autofree char *sql = g_strdup_printf (
      "CREATE TRIGGER refuser BEFORE %s AND NOT EXISTS (SELECT 1 FROM setting WHERE key = 'allow') "
      "BEGIN SELECT RAISE (ABORT, 'refused'); END",
      trigger);
  FasciaDb *db = fascia_db_open (f->path, FASCIA_DB_NONE, f->clock, 0, NULL);

  g_assert_nonnull (db);
  store_exec (db, sql);
  g_assert_true (fascia_db_close (db, NULL));
  open_journal (f);
}

static void
allow (Fixture *f)
{
  fascia_journal_set_setting_async (f->journal, "allow", g_variant_new_boolean (TRUE), NULL, NULL,
                                    NULL);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *asker = data;
  FasciaEntry *entry
      = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, &asker->error);

  asker->list = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  if (entry != NULL)
    g_ptr_array_add (asker->list, entry);
  tell (asker, TRUE);
}

/* (transfer full) (nullable) Behind all that is being written. */
static FasciaEntry *
load (Fixture *f, const FasciaUid *uid)
{
  g_autoptr (Asker) asker = asker_new (f, 'l');

  fascia_journal_load_entry_async (f->journal, uid, NULL, on_loaded, asker);
  wait_for_all (f);
  return asker->list->len > 0 ? fascia_entry_ref (g_ptr_array_index (asker->list, 0)) : NULL;
}

static gboolean
is_kept (gpointer data)
{
  return ((Heard *) data)->n_kept > 0;
}

static gboolean
have_failed (gpointer data)
{
  return ((Heard *) data)->n_failed == 2;
}

static gboolean
has_failed (gpointer data)
{
  return ((Heard *) data)->n_failed == 1;
}

static gboolean
is_gone (gpointer data)
{
  return ((Heard *) data)->n_gone > 0;
}

static gboolean
is_over (gpointer data)
{
  return ((Heard *) data)->is_over;
}

/* What the one that failed alone brought is written with the next, which began with it. */
static void
test_gap (Fixture *f, gconstpointer data)
{
  static const char *const tags[] = { "stress", NULL };
  Heard heard = { 0 };
  g_autoptr (FasciaEntryWriter) writer = make_writer (f, &heard);
  g_autoptr (FasciaEntry) begun = make_flare ();
  g_autoptr (FasciaEntry) worded = fascia_entry_with_note (begun, "At night");
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (worded, tags);

  open_refusing (f, "UPDATE ON entry WHEN new.note IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                    "entry_tag)");
  fascia_entry_writer_put (writer, begun);
  fascia_test_assert_until (is_kept, &heard);
  heard.n_kept = 0;
  fascia_entry_writer_put (writer, worded);
  fascia_entry_writer_put (writer, tagged);
  fascia_test_assert_until (is_kept, &heard);
  g_assert_cmpuint (heard.n_failed, ==, 1);
  g_assert_cmpuint (heard.n_kept, ==, 1);
  {
    g_autoptr (FasciaEntry) entry = load (f, fascia_entry_get_uid (begun));

    g_assert_cmpstr (fascia_entry_get_note (entry), ==, "At night");
    g_assert_true (g_strv_contains (fascia_entry_get_tags (entry), "stress"));
  }
  g_assert_cmpuint (heard.n_gone, ==, 0);
}

/* However often it is written, and whatever is written between. */
static void
test_session (Fixture *f, gconstpointer data)
{
  static const FasciaUid uid = { { 4, 5, 6 } };
  const FasciaMark mark = { .region = "sacrum", .scale = FASCIA_SCALE_TIGHTNESS, .level = 5 };
  const FasciaLog log = { .marks = &mark, .n_marks = 1 };
  Heard heard = { 0 };
  g_autoptr (FasciaEntryWriter) writer = make_writer (f, &heard);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (Asker) undone = asker_new (f, 'u');
  FasciaMoment moment;

  open_journal (f);
  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS, zone);
  g_autoptr (FasciaEntry) blank = fascia_entry_new (&uid, FASCIA_ENTRY_SESSION, &moment);
  for (int i = 0; i < 5; i++)
    {
      const FasciaSession session = { .started_ms = FASCIA_TEST_NOW_MS,
                                      .ended_ms = i < 4 ? 0 : FASCIA_TEST_NOW_MS + 1000,
                                      .outcome = i < 4 ? NULL : "stopped",
                                      .ease_offs = i };
      g_autoptr (FasciaEntry) entry = fascia_entry_with_session (blank, &session);

      fascia_entry_writer_put (writer, entry);
      if (i == 2)
        fascia_journal_log_async (f->journal, &log, NULL, NULL, NULL);
    }
  fascia_journal_undo_async (f->journal, 0, NULL, on_written, undone);
  wait_for_all (f);
  g_assert_no_error (undone->error);
  g_assert_null (fascia_operation_get_after (undone->operation));
  g_assert_cmpint (fascia_operation_get_kind (fascia_journal_get_undo (f->journal)), ==,
                   FASCIA_OPERATION_LOG);
  g_autoptr (FasciaEntry) gone = load (f, &uid);
  g_assert_null (gone);
}

/* Its end did not come into the journal, and there is nothing more to put: tried again, it is there. */
static void
test_end (Fixture *f, gconstpointer data)
{
  static const FasciaUid uid = { { 7, 8, 9 } };
  const FasciaSession running = { .started_ms = FASCIA_TEST_NOW_MS };
  const FasciaSession ended = { .started_ms = FASCIA_TEST_NOW_MS,
                                .ended_ms = FASCIA_TEST_NOW_MS + 1000,
                                .outcome = "finished" };
  Heard heard = { 0 };
  g_autoptr (FasciaEntryWriter) writer = make_writer (f, &heard);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaMoment moment;

  open_refusing (f, "UPDATE ON entry WHEN 1");
  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS, zone);
  g_autoptr (FasciaEntry) blank = fascia_entry_new (&uid, FASCIA_ENTRY_SESSION, &moment);
  g_autoptr (FasciaEntry) begun = fascia_entry_with_session (blank, &running);
  g_autoptr (FasciaEntry) over = fascia_entry_with_session (blank, &ended);
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (over, "It hurt less");

  fascia_entry_writer_put (writer, begun);
  fascia_test_assert_until (is_kept, &heard);
  fascia_entry_writer_put (writer, noted);
  fascia_test_assert_until (has_failed, &heard);
  {
    g_autoptr (FasciaEntry) entry = load (f, &uid);

    g_assert_null (fascia_entry_get_session (entry)->outcome);
  }
  allow (f);
  heard.n_kept = 0;
  fascia_entry_writer_retry (writer);
  fascia_test_assert_until (is_kept, &heard);
  g_autoptr (FasciaEntry) entry = load (f, &uid);
  g_assert_cmpstr (fascia_entry_get_session (entry)->outcome, ==, "finished");
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "It hurt less");
}

/* Nothing of it came into the journal yet. */
static void
test_retry (Fixture *f, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (FasciaEntryWriter) writer = make_writer (f, &heard);
  g_autoptr (FasciaEntry) begun = make_flare ();
  g_autoptr (FasciaEntry) worded = fascia_entry_with_note (begun, "At night");

  open_refusing (f, "INSERT ON entry WHEN 1");
  fascia_entry_writer_put (writer, begun);
  fascia_entry_writer_put (writer, worded);
  fascia_test_assert_until (have_failed, &heard);
  {
    g_autoptr (FasciaEntry) entry = load (f, fascia_entry_get_uid (begun));

    g_assert_null (entry);
  }
  g_assert_false (fascia_entry_writer_is_kept (writer));
  g_assert_cmpuint (heard.n_gone, ==, 0);
  allow (f);
  fascia_entry_writer_retry (writer);
  fascia_test_assert_until (is_kept, &heard);
  {
    g_autoptr (FasciaEntry) entry = load (f, fascia_entry_get_uid (begun));

    g_assert_cmpstr (fascia_entry_get_note (entry), ==, "At night");
  }
  /* It has all of it: nothing is written. */
  heard.n_kept = 0;
  fascia_entry_writer_retry (writer);
  {
    g_autoptr (FasciaEntry) entry = load (f, fascia_entry_get_uid (begun));
  }
  g_assert_cmpuint (heard.n_kept, ==, 0);
}

static void
test_gone (Fixture *f, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (FasciaEntryWriter) writer = make_writer (f, &heard);
  g_autoptr (FasciaEntry) begun = make_flare ();
  g_autoptr (FasciaEntry) worded = fascia_entry_with_note (begun, "At night");

  open_journal (f);
  fascia_entry_writer_put (writer, begun);
  fascia_test_assert_until (is_kept, &heard);
  fascia_journal_delete_entry_async (f->journal, fascia_entry_get_uid (begun), NULL, NULL, NULL);
  fascia_entry_writer_put (writer, worded);
  fascia_test_assert_until (is_gone, &heard);
  g_assert_cmpuint (heard.n_failed, ==, 0);
  g_assert_false (fascia_entry_writer_is_kept (writer));
  fascia_entry_writer_put (writer, worded);
  g_assert_false (fascia_entry_writer_delete (writer, NULL, NULL));
  {
    g_autoptr (FasciaEntry) entry = load (f, fascia_entry_get_uid (begun));

    g_assert_null (entry);
  }
  g_assert_cmpuint (heard.n_gone, ==, 1);
}

static void
on_deleted (FasciaOperation *operation, const GError *error, gpointer data)
{
  Heard *heard = data;

  g_assert_true ((operation == NULL) == (error != NULL));
  heard->is_over = TRUE;
  heard->has_error = error != NULL;
}

/* What could not be deleted is written on. */
static void
test_delete (Fixture *f, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (FasciaEntryWriter) writer = make_writer (f, &heard);
  g_autoptr (FasciaEntry) begun = make_flare ();
  g_autoptr (FasciaEntry) worded = fascia_entry_with_note (begun, "At night");

  open_refusing (f, "DELETE ON entry WHEN 1");
  fascia_entry_writer_put (writer, begun);
  fascia_test_assert_until (is_kept, &heard);
  g_assert_true (fascia_entry_writer_delete (writer, on_deleted, &heard));
  fascia_test_assert_until (is_over, &heard);
  g_assert_true (heard.has_error);
  heard.n_kept = 0;
  fascia_entry_writer_put (writer, worded);
  fascia_test_assert_until (is_kept, &heard);

  allow (f);
  heard.is_over = FALSE;
  fascia_entry_writer_put (writer, begun);
  g_assert_true (fascia_entry_writer_delete (writer, on_deleted, &heard));
  fascia_test_assert_until (is_over, &heard);
  g_assert_false (heard.has_error);
  {
    g_autoptr (FasciaEntry) entry = load (f, fascia_entry_get_uid (begun));

    g_assert_null (entry);
  }
  g_assert_cmpuint (heard.n_failed + heard.n_gone, ==, 0);
}

#define ADD(path, test) g_test_add ("/entry-writer/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("gap", test_gap);
  ADD ("session", test_session);
  ADD ("end", test_end);
  ADD ("retry", test_retry);
  ADD ("gone", test_gone);
  ADD ("delete", test_delete);

  return g_test_run ();
}
