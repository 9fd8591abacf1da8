/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries written whole through the journal, and what it says can be undone. */

#include "journal-fixture.h"
#include "store-entries.h"

static void
on_undo_notified (GObject *journal, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static Asker *
put (Fixture *f, FasciaEntry *entry)
{
  Asker *asker = asker_new (f, 'p');

  fascia_journal_put_async (f->journal, entry, NULL, on_written, asker);
  wait_for_all (f);
  g_assert_no_error (asker->error);
  return asker;
}

static Asker *
undo (Fixture *f, guint64 operation)
{
  Asker *asker = asker_new (f, 'u');

  fascia_journal_undo_async (f->journal, operation, NULL, on_written, asker);
  wait_for_all (f);
  g_assert_no_error (asker->error);
  return asker;
}

static void
test_property (Fixture *f, gconstpointer data)
{
  guint n_notified = 0;
  g_autoptr (FasciaOperation) told = NULL;

  g_signal_connect (f->journal, "notify::undo", G_CALLBACK (on_undo_notified), &n_notified);
  open_journal (f);
  g_assert_null (fascia_journal_get_undo (f->journal));
  g_autoptr (FasciaEntry) visit = store_make_entry (FASCIA_ENTRY_VISIT, FASCIA_TEST_NOW_MS);
  g_autoptr (Asker) first = put (f, visit);
  g_assert_true (fascia_journal_get_undo (f->journal) == first->operation);
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_get (f->journal, "undo", &told, NULL);
  g_assert_true (told == first->operation);

  /* Reading and preferences change nothing of it. */
  Asker *list = asker_new (f, 'l');
  fascia_journal_list_async (f->journal, G_MAXINT64, NULL, 5, NULL, on_listed, list);
  wait_for_all (f);
  g_assert_cmpuint (list->list->len, ==, 1);
  asker_free (list);
  fascia_journal_set_setting_async (f->journal, "a.key", g_variant_new_boolean (TRUE), NULL, NULL,
                                    NULL);
  g_autoptr (FasciaEntry) event = store_make_entry (FASCIA_ENTRY_EVENT, FASCIA_TEST_NOW_MS);
  g_autoptr (Asker) second = put (f, event);
  g_assert_cmpuint (n_notified, ==, 2);
  g_assert_true (fascia_journal_get_undo (f->journal) == second->operation);

  g_autoptr (Asker) undone = undo (f, 0);
  g_autofree char *text = fascia_operation_dup_undone_label (
      undone->operation, (gint32) (FASCIA_TEST_NOW_MS / DAY_MS));
  g_assert_cmpstr (text, ==, "Adding today’s event undone");
  g_assert_true (fascia_journal_get_undo (f->journal) == first->operation);
  g_autoptr (Asker) last = undo (f, 0);
  g_assert_null (fascia_journal_get_undo (f->journal));
  g_assert_cmpuint (n_notified, ==, 4);
}

/* Whoever asked finds it in the callback already. */
static void
on_put (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, NULL);

  g_assert_true (fascia_journal_get_undo (f->journal) == operation);
  f->n_pending--;
}

static void
test_in_callback (Fixture *f, gconstpointer data)
{
  g_autoptr (FasciaEntry) entry = store_make_entry (FASCIA_ENTRY_EXERCISE, FASCIA_TEST_NOW_MS);

  open_journal (f);
  f->n_pending++;
  fascia_journal_put_async (f->journal, entry, NULL, on_put, f);
  wait_for_all (f);
}

static gpointer
write_elsewhere (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  store_mark (db, "sacrum", 5);
  return data;
}

/* What another part of the program wrote counts as well. */
static void
test_run (Fixture *f, gconstpointer data)
{
  Asker *asker = asker_new (f, 'r');

  open_journal (f);
  fascia_journal_run_async (f->journal, write_elsewhere, f, NULL, NULL, on_run, asker);
  wait_for_all (f);
  asker_free (asker);
  g_assert_nonnull (fascia_journal_get_undo (f->journal));
  g_assert_cmpint (fascia_operation_get_kind (fascia_journal_get_undo (f->journal)), ==,
                   FASCIA_OPERATION_LOG);
  fascia_journal_shutdown (f->journal);
  g_assert_null (fascia_journal_get_undo (f->journal));
}

/* A moved check-in is moved in the series. */
static void
test_series (Fixture *f, gconstpointer data)
{
  open_journal (f);
  g_autoptr (FasciaEntry) entry
      = store_make_entry (FASCIA_ENTRY_CHECK_IN, FASCIA_TEST_NOW_MS - 5 * DAY_MS);
  g_autoptr (Asker) made = put (f, entry);
  g_autoptr (Asker) before = asker_new (f, 's');
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, before);
  wait_for_all (f);
  FasciaMoment moment = *fascia_entry_get_moment (entry);
  moment.utc_ms -= 3 * DAY_MS;
  moment.day -= 3;
  g_autoptr (FasciaEntry) moved
      = fascia_entry_with_moment (store_get_after (made->operation), &moment);
  g_autoptr (Asker) edited = put (f, moved);
  g_autoptr (Asker) after = asker_new (f, 's');
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, after);
  wait_for_all (f);
  fascia_journal_shutdown (f->journal);

  g_autoptr (GError) error = NULL;
  FasciaDb *db = fascia_db_open (f->path, FASCIA_DB_READ_EXISTING, f->clock, 0, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaSeries) fresh = fascia_db_load_series (db, NULL);
  g_assert_true (fascia_series_equal (after->series, fresh));
  g_assert_false (fascia_series_equal (before->series, fresh));
  g_assert_true (fascia_db_close (db, NULL));
}

static FasciaEntry *
make_session (const FasciaUid *uid, int done_s)
{
  const FasciaSessionStep step = { .step = "b01",
                                   .planned_s = 300,
                                   .done_s = done_s,
                                   .outcome = "stopped",
                                   .discomfort = FASCIA_NOT_GIVEN };
  const FasciaSession session = { .started_ms = FASCIA_TEST_NOW_MS,
                                  .ended_ms = FASCIA_TEST_NOW_MS + done_s * 1000,
                                  .outcome = "stopped",
                                  .steps = &step,
                                  .n_steps = 1 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaMoment moment;

  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS, zone);
  g_autoptr (FasciaEntry) blank = fascia_entry_new (uid, FASCIA_ENTRY_SESSION, &moment);
  return fascia_entry_with_session (blank, &session);
}

/* Asked before the write is through: what counts is what is the newest when it is carried out. */
static void
test_held (Fixture *f, gconstpointer data)
{
  const FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (FasciaEntry) begun = make_session (&uid, 10);
  g_autoptr (FasciaEntry) further = make_session (&uid, 40);

  open_journal (f);
  g_autoptr (FasciaEntry) visit = store_make_entry (FASCIA_ENTRY_VISIT, FASCIA_TEST_NOW_MS);
  g_autoptr (Asker) before = put (f, visit);
  g_autoptr (Asker) first = asker_new (f, 'f');
  g_autoptr (Asker) second = asker_new (f, 's');
  g_autoptr (Asker) refused = asker_new (f, 'r');
  g_autoptr (Asker) early = asker_new (f, 'e');
  /* Asked before it began, it is about what was there. */
  fascia_journal_undo_async (f->journal, 0, NULL, on_written, early);
  fascia_journal_hold (f->journal, &uid);
  fascia_journal_hold (f->journal, &uid);
  g_assert_true (fascia_journal_is_held (f->journal, &uid));
  fascia_journal_put_async (f->journal, begun, NULL, on_written, first);
  fascia_journal_undo_async (f->journal, 0, NULL, on_written, refused);
  fascia_journal_put_further_async (f->journal, begun, further, NULL, on_written, second);
  /* Over when the last is asked to be written: whatever is asked behind that finds it whole. */
  fascia_journal_release (f->journal, &uid);
  g_assert_false (fascia_journal_is_held (f->journal, &uid));
  wait_for_all (f);
  g_assert_no_error (early->error);
  g_assert_error (refused->error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_RUNNING);
  g_assert_no_error (second->error);
  g_autofree char *label = fascia_operation_dup_undo_label (fascia_journal_get_undo (f->journal),
                                                            FASCIA_TEST_NOW_MS / DAY_MS);
  g_assert_cmpstr (label, ==, "Undo adding today’s session");

  g_autoptr (Asker) undone = undo (f, 0);
  g_assert_null (fascia_operation_get_after (undone->operation));
  g_assert_null (fascia_journal_get_undo (f->journal));
}

#define add(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/journal-undo/property", test_property);
  add ("/journal-undo/in-callback", test_in_callback);
  add ("/journal-undo/run", test_run);
  add ("/journal-undo/series", test_series);
  add ("/journal-undo/held", test_held);
  return g_test_run ();
}
