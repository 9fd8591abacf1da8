/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that is written again and again while it runs is one thing to take back. */

#include "store-fixture.h"

#include "core/store/fascia-db-private.h"

static FasciaEntry *
make_session (const FasciaUid *uid, guint n_done, gboolean is_over)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaSessionStep steps[4] = { 0 };
  FasciaSession session = { .routine = "neck-evening",
                            .started_ms = FASCIA_TEST_NOW_MS,
                            .ended_ms = is_over ? FASCIA_TEST_NOW_MS + 1000 : 0,
                            .outcome = is_over ? "finished" : NULL,
                            .steps = steps,
                            .n_steps = G_N_ELEMENTS (steps) };
  FasciaMoment moment;
  g_autoptr (FasciaEntry) entry = NULL;

  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS, zone);
  entry = fascia_entry_new (uid, FASCIA_ENTRY_SESSION, &moment);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    steps[i] = (FasciaSessionStep) { .step = "r20",
                                     .region = "shoulder-top-left",
                                     .planned_s = 30,
                                     .done_s = i < n_done ? 30 : FASCIA_NOT_GIVEN,
                                     .outcome = i < n_done ? "done" : NULL,
                                     .discomfort = FASCIA_NOT_GIVEN };
  return fascia_entry_with_session (entry, &session);
}

static FasciaOperation *
put_session (StoreFixture *f, const FasciaUid *uid, guint n_done, gboolean is_over)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) entry = make_session (uid, n_done, is_over);
  FasciaOperation *operation = fascia_db_put (f->db, entry, &error);

  g_assert_no_error (error);
  return operation;
}

/* Plays it on from where the journal has it. */
static FasciaOperation *
play_on (StoreFixture *f, const FasciaUid *uid, guint n_done, gboolean is_over)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) begun = fascia_db_get_entry (f->db, uid, NULL);
  g_autoptr (FasciaEntry) entry = make_session (uid, n_done, is_over);
  FasciaOperation *operation = fascia_db_put_further (f->db, begun, entry, &error);

  g_assert_no_error (error);
  return operation;
}

static void
assert_dump (StoreFixture *f, const char *dump)
{
  g_autofree char *now = store_dump (f->db, "tombstone");

  g_assert_cmpstr (now, ==, dump);
  store_assert_whole (f->db);
}

static void
assert_undo_label (StoreFixture *f, const char *label)
{
  g_autoptr (FasciaOperation) newest = fascia_db_peek_undo (f->db);
  g_autofree char *now = fascia_operation_dup_undo_label (newest, FASCIA_TEST_NOW_MS / DAY_MS);

  g_assert_cmpstr (now, ==, label);
}

static void
test_one_step (StoreFixture *f, gconstpointer data)
{
  FasciaUid uid = { { 1, 2, 3 } };
  g_autofree char *empty = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  g_autofree char *label = fascia_operation_dup_undo_label (begun, 0);
  g_autofree char *label_after = NULL;
  g_autoptr (FasciaOperation) newest = NULL;

  for (guint i = 1; i <= 40; i++)
    {
      g_autoptr (FasciaOperation) operation = play_on (f, &uid, i % 5, i == 40);

      g_assert_true (fascia_operation_can_undo (operation));
    }
  newest = fascia_db_peek_undo (f->db);
  label_after = fascia_operation_dup_undo_label (newest, 0);
  g_assert_cmpstr (label_after, ==, label);
  store_assert_whole (f->db);
  store_assert_undone (f, 0);
  {
    g_autofree char *dump = store_dump (f->db, "tombstone");

    g_assert_cmpstr (dump, ==, empty);
  }
  g_assert_null (fascia_db_peek_undo (f->db));
  store_assert_whole (f->db);
}

/* What is changed once it is over is an edit of its own. */
static void
test_edit_after (StoreFixture *f, gconstpointer data)
{
  FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  g_autoptr (FasciaOperation) ended = play_on (f, &uid, 4, TRUE);
  g_autofree char *dump = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) edit
      = fascia_db_set_note (f->db, &uid, "The left one is the tight one", NULL);

  g_assert_nonnull (edit);
  store_assert_undone (f, 0);
  {
    g_autofree char *after = store_dump (f->db, "tombstone");

    g_assert_cmpstr (after, ==, dump);
  }
  store_assert_undone (f, 0);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
}

static FasciaEntry *
make_breath (const FasciaUid *uid, int done_s)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const FasciaSessionStep step = { .step = "b01",
                                   .planned_s = 1200,
                                   .done_s = done_s,
                                   .outcome = "stopped",
                                   .discomfort = FASCIA_NOT_GIVEN };
  const FasciaSession session = { .started_ms = FASCIA_TEST_NOW_MS,
                                  .ended_ms = FASCIA_TEST_NOW_MS + done_s * 1000,
                                  .outcome = "stopped",
                                  .gentle = TRUE,
                                  .steps = &step,
                                  .n_steps = 1 };
  FasciaMoment moment;
  g_autoptr (FasciaEntry) blank = NULL;
  g_autoptr (FasciaEntry) told = NULL;

  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS, zone);
  blank = fascia_entry_new (uid, FASCIA_ENTRY_SESSION, &moment);
  told = fascia_entry_with_session (blank, &session);
  return fascia_entry_with_end_ms (told, session.ended_ms);
}

/* Slow breathing counts as ended whenever it is written, and is written until it is over. */
static void
test_grows (StoreFixture *f, gconstpointer data)
{
  FasciaUid uid = { { 1, 2, 3 } };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (FasciaEntry) written = make_breath (&uid, 10);
  g_autoptr (FasciaOperation) begun = NULL;

  store_mark (f->db, "sacrum", 5);
  before = store_dump (f->db, "tombstone");
  begun = fascia_db_put (f->db, written, NULL);
  g_assert_nonnull (begun);
  for (int i = 1; i <= 40; i++)
    {
      g_autoptr (FasciaEntry) further = make_breath (&uid, 10 + i * 30);
      g_autoptr (FasciaOperation) operation = fascia_db_put_further (f->db, written, further, NULL);

      g_assert_nonnull (operation);
      fascia_entry_unref (written);
      written = g_steal_pointer (&further);
    }
  store_assert_whole (f->db);
  store_assert_undone (f, 0);
  after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
  /* What was there before can be taken back as ever. */
  store_assert_undone (f, 0);
  g_assert_null (fascia_db_peek_undo (f->db));
  store_assert_whole (f->db);
}

/* Moved to another time by hand: that alone is taken back. */
static void
test_moved (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (FasciaEntry) written = make_breath (&uid, 10);
  g_autoptr (FasciaOperation) begun = fascia_db_put (f->db, written, NULL);
  g_autofree char *before = store_dump (f->db, "tombstone");
  g_autofree char *after = NULL;
  FasciaMoment moment;

  fascia_moment_init (&moment, FASCIA_TEST_NOW_MS - 3600000, zone);
  g_autoptr (FasciaEntry) moved = fascia_entry_with_moment (written, &moment);
  g_autoptr (FasciaOperation) operation = fascia_db_put_over (f->db, written, moved, NULL);
  g_assert_nonnull (operation);
  store_assert_undone (f, 0);
  after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
}

/* Whatever is done meanwhile stays apart and in its order; the session goes whole, as the newest. */
static void
test_others_between (StoreFixture *f, gconstpointer data)
{
  FasciaUid uid = { { 1, 2, 3 } };
  g_autofree char *empty = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaOperation) on = play_on (f, &uid, 1, FALSE);
  store_fixture_wait (f, 60000);
  store_mark (f->db, "shoulder-top-left", 7);
  g_autoptr (FasciaOperation) ended = play_on (f, &uid, 4, TRUE);

  assert_undo_label (f, "Undo adding today’s session");
  store_assert_undone (f, 0);
  g_assert_null (fascia_db_get_entry (f->db, &uid, NULL));
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark"), ==, 2);
  store_assert_whole (f->db);
  assert_undo_label (f, "Undo edit of today’s check-in");
  store_assert_undone (f, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark WHERE region = 'sacrum'"), ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark"), ==, 1);
  store_assert_undone (f, 0);
  assert_dump (f, empty);
  g_assert_null (fascia_db_peek_undo (f->db));
}

/* Its first step fell off the stack: the whole session is taken back all the same. */
static void
test_many_between (StoreFixture *f, gconstpointer data)
{
  FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);

  for (guint i = 0; i < FASCIA_DB_MAX_UNDO + 5; i++)
    {
      store_fixture_wait (f, 60000);
      store_mark (f->db, "sacrum", (int) (i % 11));
    }
  g_autoptr (FasciaOperation) on = play_on (f, &uid, 1, FALSE);
  g_autoptr (FasciaOperation) ended = play_on (f, &uid, 4, TRUE);
  store_assert_undone (f, 0);
  g_assert_null (fascia_db_get_entry (f->db, &uid, NULL));
  for (guint i = 1; i < FASCIA_DB_MAX_UNDO; i++)
    store_assert_undone (f, 0);
  g_assert_null (fascia_db_peek_undo (f->db));
  store_assert_whole (f->db);
}

/* The program ended in it; it went on. */
static void
test_resumed (StoreFixture *f, gconstpointer data)
{
  FasciaUid uid = { { 1, 2, 3 } };
  g_autofree char *empty = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  g_autoptr (FasciaOperation) on = play_on (f, &uid, 2, FALSE);

  store_fixture_close (f);
  store_fixture_open (f);
  g_assert_null (fascia_db_peek_undo (f->db));
  g_autoptr (FasciaOperation) resumed = play_on (f, &uid, 3, FALSE);
  g_autoptr (FasciaOperation) ended = play_on (f, &uid, 4, TRUE);
  assert_undo_label (f, "Undo adding today’s session");
  store_assert_undone (f, 0);
  g_assert_null (fascia_db_peek_undo (f->db));
  assert_dump (f, empty);
}

/* What was changed by hand while it was played goes with it. */
static void
test_edited_between (StoreFixture *f, gconstpointer data)
{
  static const char *const tags[] = { "stress", NULL };
  FasciaUid uid = { { 1, 2, 3 } };
  g_autofree char *empty = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  g_autoptr (FasciaOperation) note
      = fascia_db_set_note (f->db, &uid, "Better than last time", NULL);
  g_autoptr (FasciaEntry) noted = fascia_db_get_entry (f->db, &uid, NULL);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (noted, tags);
  g_autoptr (FasciaOperation) tag = fascia_db_put_over (f->db, noted, tagged, NULL);
  g_autoptr (FasciaEntry) mine = make_session (&uid, 4, TRUE);
  g_autoptr (FasciaOperation) ended
      = fascia_db_put_further (f->db, fascia_operation_get_after (begun), mine, NULL);

  g_assert_nonnull (tag);
  g_assert_cmpstr (fascia_entry_get_note (fascia_operation_get_after (ended)), ==,
                   "Better than last time");
  store_assert_undone (f, 0);
  g_assert_null (fascia_db_peek_undo (f->db));
  assert_dump (f, empty);
}

/* Changed by hand when it is over, in its figures too: that alone is taken back. */
static void
test_corrected_after (StoreFixture *f, gconstpointer data)
{
  FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  g_autoptr (FasciaOperation) ended = play_on (f, &uid, 3, TRUE);
  g_autofree char *dump = store_dump (f->db, "tombstone");
  g_autoptr (FasciaEntry) corrected = make_session (&uid, 4, TRUE);
  g_autoptr (FasciaOperation) edit
      = fascia_db_put_over (f->db, fascia_operation_get_after (ended), corrected, NULL);
  g_autoptr (FasciaEntry) again = make_session (&uid, 2, TRUE);
  g_autoptr (FasciaOperation) whole = fascia_db_put (f->db, again, NULL);

  g_assert_nonnull (edit);
  g_assert_nonnull (whole);
  assert_undo_label (f, "Undo edit of today’s session");
  store_assert_undone (f, 0);
  store_assert_undone (f, 0);
  assert_dump (f, dump);
  store_assert_undone (f, 0);
  g_assert_null (fascia_db_get_entry (f->db, &uid, NULL));
}

/* Gone is gone: who plays it on writes nothing, and what can be taken back stays as it is. */
static void
test_gone (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  g_autoptr (FasciaEntry) further = make_session (&uid, 1, FALSE);

  store_assert_undone (f, 0);
  g_assert_null (
      fascia_db_put_further (f->db, fascia_operation_get_after (begun), further, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_assert_null (fascia_db_peek_undo (f->db));
}

/* Nobody takes the newest back while it is written on, whatever it was when that was asked. */
static void
test_held (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (GArray) held = g_array_new (FALSE, FALSE, sizeof (FasciaUid));
  g_autoptr (FasciaOperation) begun = put_session (f, &uid, 0, FALSE);
  g_autoptr (FasciaOperation) on = play_on (f, &uid, 1, FALSE);
  g_autofree char *dump = store_dump (f->db, "tombstone");

  g_array_append_val (held, uid);
  g_assert_null (fascia_db_undo_newest (f->db, held, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_RUNNING);
  assert_dump (f, dump);
  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaOperation) mark = fascia_db_undo_newest (f->db, held, NULL);
  g_assert_nonnull (mark);
  assert_dump (f, dump);
  g_array_set_size (held, 0);
  g_autoptr (FasciaOperation) undone = fascia_db_undo_newest (f->db, held, NULL);
  g_assert_nonnull (undone);
  g_assert_null (fascia_db_get_entry (f->db, &uid, NULL));
}

/* Who plays it writes the steps, who edits it the rest: neither undoes the other. */
static void
test_played_and_edited (StoreFixture *f, gconstpointer data)
{
  static const char *const tags[] = { "stress", NULL };
  FasciaUid uid = { { 1, 2, 3 } };
  g_autoptr (FasciaOperation) operation = put_session (f, &uid, 0, FALSE);
  FasciaEntry *begun = fascia_operation_get_after (operation);
  g_autoptr (FasciaEntry) mine = fascia_entry_with_tags (begun, tags);
  g_autoptr (FasciaEntry) played = make_session (&uid, 3, FALSE);
  g_autoptr (FasciaOperation) on = fascia_db_put_further (f->db, begun, played, NULL);
  g_autoptr (FasciaOperation) edit = fascia_db_put_over (f->db, begun, mine, NULL);
  g_autoptr (FasciaEntry) further = make_session (&uid, 4, TRUE);
  g_autoptr (FasciaOperation) last = fascia_db_put_further (f->db, played, further, NULL);
  FasciaEntry *after = fascia_operation_get_after (edit);

  g_assert_cmpstr (fascia_entry_get_session (after)->steps[2].outcome, ==, "done");
  g_assert_null (fascia_entry_get_session (after)->steps[3].outcome);
  g_assert_true (g_strv_contains (fascia_entry_get_tags (after), "stress"));
  after = fascia_operation_get_after (last);
  g_assert_cmpstr (fascia_entry_get_session (after)->steps[3].outcome, ==, "done");
  g_assert_true (g_strv_contains (fascia_entry_get_tags (after), "stress"));
  store_assert_whole (f->db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/db/session/one-step", test_one_step);
  store_test_add ("/db/session/edit-after", test_edit_after);
  store_test_add ("/db/session/grows", test_grows);
  store_test_add ("/db/session/moved", test_moved);
  store_test_add ("/db/session/others-between", test_others_between);
  store_test_add ("/db/session/many-between", test_many_between);
  store_test_add ("/db/session/resumed", test_resumed);
  store_test_add ("/db/session/edited-between", test_edited_between);
  store_test_add ("/db/session/corrected-after", test_corrected_after);
  store_test_add ("/db/session/gone", test_gone);
  store_test_add ("/db/session/held", test_held);
  store_test_add ("/db/session/played-and-edited", test_played_and_edited);

  return g_test_run ();
}
