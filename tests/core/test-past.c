/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised, as the journal knows it: sessions, steps, ratings, the day after. */

#include "config.h"

#include "journal-fixture.h"

#include "core/journal/fascia-items.h"
#include "core/journal/fascia-journal-past.h"
#include "core/store/fascia-db-practice.h"

static FasciaEntry *
new_entry (FasciaClock *clock, FasciaEntryKind kind, gint64 ago_ms)
{
  FasciaUid uid = { 0 };
  FasciaMoment moment;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  fascia_moment_init (&moment, fascia_clock_now_ms (clock) - ago_ms, zone);
  return fascia_entry_new (&uid, kind, &moment);
}

/* (transfer full) As it is in the journal. */
static FasciaEntry *
put (FasciaDb *db, FasciaEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_put (db, entry, &error);

  g_assert_no_error (error);
  return fascia_entry_ref (store_get_after (operation));
}

static void
put_check_in (StoreFixture *f, gint64 ago_ms, int tight, int pain, FasciaUid *uid)
{
  g_autoptr (FasciaEntry) entry = new_entry (f->clock, FASCIA_ENTRY_CHECK_IN, ago_ms);

  if (tight < 0)
    {
      g_autoptr (FasciaEntry) nothing = fascia_entry_with_nothing_today (entry, TRUE);
      g_autoptr (FasciaEntry) kept = put (f->db, nothing);

      *uid = *fascia_entry_get_uid (kept);
      return;
    }
  const FasciaMark first = { "sacrum", FASCIA_SCALE_TIGHTNESS, tight, NULL };
  const FasciaMark second = { "heel-left", FASCIA_SCALE_PAIN, pain, NULL };
  g_autoptr (FasciaEntry) one = fascia_entry_with_mark (entry, &first);
  g_autoptr (FasciaEntry) both = fascia_entry_with_mark (one, &second);
  g_autoptr (FasciaEntry) kept = put (f->db, both);
  *uid = *fascia_entry_get_uid (kept);
}

static void
put_session (StoreFixture *f, gint64 ago_ms, FasciaSession *session)
{
  g_autoptr (FasciaEntry) entry = new_entry (f->clock, FASCIA_ENTRY_SESSION, ago_ms);

  session->started_ms = fascia_clock_now_ms (f->clock) - ago_ms;
  if (session->ended_ms > 0)
    session->ended_ms += session->started_ms;
  g_autoptr (FasciaEntry) whole = fascia_entry_with_session (entry, session);
  g_autoptr (FasciaEntry) kept = put (f->db, whole);
}

static void
put_answer (StoreFixture *f, gint64 ago_ms, double value)
{
  g_autoptr (FasciaEntry) entry = new_entry (f->clock, FASCIA_ENTRY_MEASUREMENT, ago_ms);
  const FasciaMeasurement answer = { FASCIA_ITEM_SORENESS, FASCIA_SIDE_MIDLINE, value, NULL };
  g_autoptr (FasciaEntry) whole = fascia_entry_with_measurement (entry, &answer);
  g_autoptr (FasciaEntry) kept = put (f->db, whole);
}

static FasciaPast *
load (FasciaDb *db, gint32 since_day)
{
  g_autoptr (GError) error = NULL;
  FasciaPast *past = fascia_db_load_past (db, since_day, &error);

  g_assert_no_error (error);
  g_assert_nonnull (past);
  return past;
}

static void
test_empty (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaPast) past = load (f->db, G_MININT32);
  guint n;

  fascia_past_get_sessions (past, &n);
  g_assert_cmpuint (n, ==, 0);
  fascia_past_get_steps (past, &n);
  g_assert_cmpuint (n, ==, 0);
}

static const FasciaSessionStep steps[] = {
  { "m08", NULL, 40, 40, "done", NULL, FALSE, FASCIA_NOT_GIVEN },
  { "r20", "shoulder-top-left", 60, 30, "stopped", "too-much", TRUE, 4 },
  { "r20", "shoulder-top-right", 60, 12, "skipped", "no-time", FALSE, FASCIA_NOT_GIVEN },
  { "s09", NULL, 60, 0, "skipped", NULL, FALSE, FASCIA_NOT_GIVEN },
  { "r21", "skull-base-left", FASCIA_NOT_GIVEN, FASCIA_NOT_GIVEN, "held-back", "tool", FALSE,
    FASCIA_NOT_GIVEN },
  { "b01", NULL, 120, FASCIA_NOT_GIVEN, NULL, NULL, FALSE, FASCIA_NOT_GIVEN },
};

static void
test_session (StoreFixture *f, gconstpointer data)
{
  FasciaSession session = { .routine = "neck-evening",
                            .ended_ms = 10 * MINUTE_MS,
                            .paused_ms = 2 * MINUTE_MS,
                            .outcome = "finished",
                            .steps = steps,
                            .n_steps = G_N_ELEMENTS (steps) };
  guint n_sessions, n_steps, n_answers;

  put_check_in (f, 3 * DAY_MS + 20 * MINUTE_MS, 6, 3, &session.before);
  put_check_in (f, 3 * DAY_MS - 20 * MINUTE_MS, 2, 4, &session.after);
  put_session (f, 3 * DAY_MS, &session);

  const gint32 day = (gint32) ((fascia_clock_now_ms (f->clock) - 3 * DAY_MS) / DAY_MS);
  g_autoptr (FasciaPast) past = load (f->db, day);
  const FasciaPastSession *sessions = fascia_past_get_sessions (past, &n_sessions);
  const FasciaPastStep *done = fascia_past_get_steps (past, &n_steps);
  g_assert_cmpuint (n_sessions, ==, 1);
  g_assert_cmpint (sessions->day, ==, day);
  g_assert_true (sessions->routine == g_intern_string ("neck-evening"));
  g_assert_cmpint (sessions->seconds, ==, 480);
  g_assert_true (sessions->is_finished);
  g_assert_cmpint (sessions->before, ==, 6);
  g_assert_cmpint (sessions->after, ==, 4);
  fascia_past_get_answers (past, &n_answers);
  g_assert_cmpuint (n_answers, ==, 0);
  g_assert_cmpuint (sessions->first_step, ==, 0);
  g_assert_cmpuint (sessions->n_steps, ==, G_N_ELEMENTS (steps));

  static const gboolean is_done[] = { TRUE, TRUE, TRUE, FALSE, FALSE, FALSE };
  static const int seconds[] = { 40, 30, 12, 0, 0, 0 };
  g_assert_cmpuint (n_steps, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < n_steps; i++)
    {
      g_assert_true (done[i].step == g_intern_string (steps[i].step));
      g_assert_true (done[i].region == g_intern_string (steps[i].region));
      g_assert_true (done[i].routine == sessions->routine);
      g_assert_cmpint (done[i].day, ==, day);
      g_assert_cmpint (done[i].is_done, ==, is_done[i]);
      g_assert_cmpint (done[i].done_s, ==, seconds[i]);
      g_assert_cmpint (done[i].eased_off, ==, i == 1);
      g_assert_cmpstr (done[i].reason, ==, steps[i].reason);
    }

  g_autoptr (FasciaPast) later = load (f->db, day + 1);
  fascia_past_get_sessions (later, &n_sessions);
  g_assert_cmpuint (n_sessions, ==, 0);
}

/* No end, no routine, no rating; and a rating that says that nothing is there. */
static void
test_bare (StoreFixture *f, gconstpointer data)
{
  FasciaSession bare = { .steps = steps, .n_steps = 2 };
  FasciaSession rated = { .outcome = "stopped" };
  FasciaUid lost = { { 1, 2, 3 } };
  guint n;

  put_session (f, 2 * DAY_MS, &bare);
  put_check_in (f, DAY_MS, -1, 0, &rated.after);
  rated.before = lost;
  put_session (f, DAY_MS, &rated);
  g_autoptr (FasciaPast) past = load (f->db, G_MININT32);
  const FasciaPastSession *sessions = fascia_past_get_sessions (past, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (sessions[0].routine);
  g_assert_cmpint (sessions[0].seconds, ==, 70);
  g_assert_false (sessions[0].is_finished);
  g_assert_cmpint (sessions[0].before, ==, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpint (sessions[1].before, ==, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpint (sessions[1].after, ==, 0);
  g_assert_cmpuint (sessions[1].n_steps, ==, 0);
}

/* What was said on the days after, oldest first; other items are none of them. */
static void
test_answers (StoreFixture *f, gconstpointer data)
{
  const gint32 today = (gint32) (fascia_clock_now_ms (f->clock) / DAY_MS);
  g_autoptr (FasciaEntry) entry = new_entry (f->clock, FASCIA_ENTRY_MEASUREMENT, DAY_MS);
  const FasciaMeasurement sleep = { "sleep", FASCIA_SIDE_MIDLINE, 3, NULL };
  g_autoptr (FasciaEntry) other = fascia_entry_with_measurement (entry, &sleep);
  g_autoptr (FasciaEntry) kept = put (f->db, other);
  guint n;

  put_answer (f, 0, 0);
  put_answer (f, 5 * DAY_MS, 2);
  put_answer (f, 4 * DAY_MS, 3);
  g_autoptr (FasciaPast) past = load (f->db, G_MININT32);
  const FasciaPastAnswer *answers = fascia_past_get_answers (past, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (answers[0].day, ==, today - 5);
  g_assert_cmpint (answers[0].value, ==, 2);
  g_assert_cmpint (answers[1].day, ==, today - 4);
  g_assert_cmpint (answers[1].value, ==, 3);
  g_assert_cmpint (answers[2].day, ==, today);
  g_assert_cmpint (answers[2].value, ==, 0);

  g_autoptr (FasciaPast) later = load (f->db, today - 4);
  fascia_past_get_answers (later, &n);
  g_assert_cmpuint (n, ==, 1);
}

/* The item is one that can be asked, with the values that the mapping knows. */
static void
test_item (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaItems) items = fascia_items_new (&error);
  const FasciaItem *item = fascia_items_lookup (items, FASCIA_ITEM_SORENESS);

  g_assert_no_error (error);
  g_assert_nonnull (item);
  g_assert_cmpint (fascia_item_get_type_of (item), ==, FASCIA_ITEM_CHOICE);
  g_assert_false (fascia_item_is_ready (item));
  g_assert_cmpuint (fascia_item_get_n_choices (item), ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (fascia_item_get_choice (item, i), ==, i);
}

typedef struct
{
  FasciaPast *past;
  GError *error;
  gboolean is_done;
} PastAsker;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  PastAsker *asker = data;

  asker->past = fascia_journal_load_past_finish (FASCIA_JOURNAL (source), result, &asker->error);
  asker->is_done = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((const PastAsker *) data)->is_done;
}

static void
test_journal (Fixture *f, gconstpointer data)
{
  PastAsker asker = { NULL };
  guint n;
  FasciaSession session = { .routine = "neck-evening", .steps = steps, .n_steps = 2 };
  g_autoptr (FasciaEntry) entry = new_entry (f->clock, FASCIA_ENTRY_SESSION, DAY_MS);

  open_journal (f);
  session.started_ms = fascia_clock_now_ms (f->clock) - DAY_MS;
  g_autoptr (FasciaEntry) whole = fascia_entry_with_session (entry, &session);
  g_autoptr (Asker) writer = asker_new (f, 'w');
  fascia_journal_put_async (f->journal, whole, NULL, on_written, writer);
  fascia_journal_load_past_async (f->journal, G_MININT32, NULL, on_loaded, &asker);
  wait_for_all (f);
  fascia_test_assert_until (is_answered, &asker);
  g_assert_no_error (writer->error);
  g_assert_no_error (asker.error);
  fascia_past_get_steps (asker.past, &n);
  g_assert_cmpuint (n, ==, 2);
  fascia_past_unref (asker.past);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/past/empty", test_empty);
  store_test_add ("/past/session", test_session);
  store_test_add ("/past/bare", test_bare);
  store_test_add ("/past/answers", test_answers);
  g_test_add_func ("/past/item", test_item);
  g_test_add ("/past/journal", Fixture, NULL, set_up, test_journal, tear_down);
  return g_test_run ();
}
