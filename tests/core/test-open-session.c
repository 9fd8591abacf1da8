/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions that broke off: found, asked about or closed, and the same work made again. */

#include "practice-fixture.h"
#include "store-fixture.h"

#include "core/routines/fascia-open-session.h"
#include "core/routines/fascia-player.h"
#include "core/store/fascia-db-practice.h"

#define HOUR_MS (60 * MINUTE_MS)

static FasciaEntry *
make_entry (gint64 started_ms, const FasciaSession *session)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaUid uid = { 0 };
  FasciaMoment moment;
  FasciaSession whole = *session;
  g_autoptr (FasciaEntry) entry = NULL;

  fascia_moment_init (&moment, started_ms, zone);
  entry = fascia_entry_new (&uid, FASCIA_ENTRY_SESSION, &moment);
  whole.started_ms = started_ms;
  return fascia_entry_with_session (entry, &whole);
}

static const FasciaSessionStep steps[] = {
  { "m08", NULL, 40, 40, "done", NULL, FALSE, FASCIA_NOT_GIVEN },
  { "r20", "shoulder-top-left", 60, 0, "skipped", NULL, FALSE, FASCIA_NOT_GIVEN },
  { "r20", "shoulder-top-right", 60, 25, NULL, NULL, FALSE, FASCIA_NOT_GIVEN },
  { "s09", NULL, 60, 0, NULL, NULL, FALSE, FASCIA_NOT_GIVEN },
  { "r21", "skull-base-left", FASCIA_NOT_GIVEN, FASCIA_NOT_GIVEN, "held-back", "tool", FALSE,
    FASCIA_NOT_GIVEN },
};
static const FasciaSession broken_off = { .routine = "neck-evening",
                                          .paused_ms = 7000,
                                          .steps = steps,
                                          .n_steps = G_N_ELEMENTS (steps) };

/* ---- what is to be done ---- */

static void
test_judge (void)
{
  const gint64 now_ms = FASCIA_TEST_NOW_MS;
  const struct
  {
    gint64 ago_ms;
    FasciaOpenSession wanted;
  } cases[] = {
    { 0, FASCIA_OPEN_SESSION_OFFER },
    { MINUTE_MS, FASCIA_OPEN_SESSION_OFFER },
    { 6 * HOUR_MS, FASCIA_OPEN_SESSION_OFFER },
    { 6 * HOUR_MS + 1, FASCIA_OPEN_SESSION_CLOSE },
    { 400 * DAY_MS, FASCIA_OPEN_SESSION_CLOSE },
    /* The clock was set back: an hour for the winter, or a whole day. */
    { -HOUR_MS, FASCIA_OPEN_SESSION_OFFER },
    { -DAY_MS, FASCIA_OPEN_SESSION_CLOSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FasciaEntry) entry = make_entry (now_ms - cases[i].ago_ms, &broken_off);

      g_assert_cmpint (fascia_open_session_judge (entry, now_ms), ==, cases[i].wanted);
    }
  {
    /* It began long ago, and was seen alive just now. */
    g_autoptr (FasciaEntry) old = make_entry (now_ms - 7 * HOUR_MS, &broken_off);
    g_autoptr (FasciaEntry) alive = fascia_entry_with_changed_ms (old, now_ms - HOUR_MS);

    g_assert_cmpint (fascia_open_session_judge (alive, now_ms), ==, FASCIA_OPEN_SESSION_OFFER);
  }
}

static void
test_judge_over (void)
{
  const gint64 now_ms = FASCIA_TEST_NOW_MS;
  FasciaSession over = broken_off;
  const FasciaSession empty = { .routine = "neck-evening" };
  g_autoptr (FasciaEntry) nothing = make_entry (now_ms, &empty);

  over.outcome = "stopped";
  g_autoptr (FasciaEntry) stopped = make_entry (now_ms, &over);
  over.outcome = NULL;
  over.ended_ms = now_ms;
  g_autoptr (FasciaEntry) ended = make_entry (now_ms, &over);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaUid uid = { 0 };
  FasciaMoment moment;

  fascia_moment_init (&moment, now_ms, zone);
  g_autoptr (FasciaEntry) note = fascia_entry_new (&uid, FASCIA_ENTRY_NOTE, &moment);
  g_assert_cmpint (fascia_open_session_judge (stopped, now_ms), ==, FASCIA_OPEN_SESSION_NOT);
  g_assert_cmpint (fascia_open_session_judge (ended, now_ms), ==, FASCIA_OPEN_SESSION_NOT);
  g_assert_cmpint (fascia_open_session_judge (note, now_ms), ==, FASCIA_OPEN_SESSION_NOT);
  /* Nothing is left to go on with. */
  g_assert_cmpint (fascia_open_session_judge (nothing, now_ms), ==, FASCIA_OPEN_SESSION_CLOSE);
}

/* One question at most, about the newest: who began another one has left those before it. */
static void
test_choose (void)
{
  const gint64 now_ms = FASCIA_TEST_NOW_MS;
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);

  g_assert_null (fascia_open_session_choose (entries, now_ms));
  g_ptr_array_add (entries, make_entry (now_ms - HOUR_MS, &broken_off));
  g_ptr_array_add (entries, make_entry (now_ms - 2 * HOUR_MS, &broken_off));
  g_assert_true (fascia_open_session_choose (entries, now_ms) == g_ptr_array_index (entries, 0));
  g_ptr_array_insert (entries, 0, make_entry (now_ms - 9 * HOUR_MS, &broken_off));
  g_assert_null (fascia_open_session_choose (entries, now_ms));
}

static void
test_where (void)
{
  guint n = 0;

  g_assert_cmpuint (fascia_open_session_get_step (&broken_off, &n), ==, 3);
  g_assert_cmpuint (n, ==, 4);
  /* What was held, and what it was paused for; all since then was a pause. */
  g_assert_cmpint (fascia_open_session_get_paused_ms (&broken_off, 65000), ==, 7000);
  g_assert_cmpint (fascia_open_session_get_paused_ms (&broken_off, HOUR_MS), ==, HOUR_MS - 65000);
}

/* ---- how it is closed ---- */

static void
test_close (void)
{
  g_autoptr (FasciaEntry) entry = make_entry (FASCIA_TEST_NOW_MS, &broken_off);
  g_autoptr (FasciaEntry) closed = fascia_open_session_close (entry);
  const FasciaSession *session = fascia_entry_get_session (closed);

  g_assert_cmpstr (session->outcome, ==, "stopped");
  g_assert_cmpint (session->ended_ms, ==, FASCIA_TEST_NOW_MS + 65000 + 7000);
  g_assert_cmpint (fascia_entry_get_end_ms (closed), ==, session->ended_ms);
  g_assert_cmpuint (session->n_steps, ==, G_N_ELEMENTS (steps));
  g_assert_cmpstr (session->steps[0].outcome, ==, "done");
  g_assert_cmpstr (session->steps[1].outcome, ==, "skipped");
  g_assert_cmpstr (session->steps[2].outcome, ==, "stopped");
  g_assert_cmpint (session->steps[2].done_s, ==, 25);
  g_assert_null (session->steps[3].outcome);
  g_assert_cmpstr (session->steps[4].outcome, ==, "held-back");
  g_assert_cmpint (fascia_open_session_judge (closed, FASCIA_TEST_NOW_MS), ==,
                   FASCIA_OPEN_SESSION_NOT);
}

/* Numbers that no session has, as a damaged or foreign journal may hold them, only stop it. */
static void
test_extremes (void)
{
  static const gint64 times[] = { G_MININT64, -1, 0, FASCIA_TEST_NOW_MS, G_MAXINT64 - 1 };
  static const gint64 pauses[] = { 0, 7000, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pauses); j++)
      {
        FasciaSession session = broken_off;
        FasciaUid uid = { 0 };
        const FasciaMoment moment = { .utc_ms = FASCIA_TEST_NOW_MS };
        g_autoptr (FasciaEntry) entry = fascia_entry_new (&uid, FASCIA_ENTRY_SESSION, &moment);

        session.started_ms = times[i];
        session.paused_ms = pauses[j];
        g_autoptr (FasciaEntry) open = fascia_entry_with_session (entry, &session);
        for (guint k = 0; k < G_N_ELEMENTS (times); k++)
          {
            fascia_open_session_judge (open, times[k]);
            g_assert_cmpint (fascia_open_session_get_paused_ms (&session, times[k]), >=,
                             session.paused_ms);
          }
        g_autoptr (FasciaEntry) closed = fascia_open_session_close (open);
        const FasciaSession *now = fascia_entry_get_session (closed);
        g_assert_cmpint (now->ended_ms, >=, now->started_ms);
        g_assert_cmpstr (now->outcome, ==, "stopped");
      }
}

/* ---- the same work again ---- */

/* For every routine, the places of its steps make the same practice again, or it is said that they do
 * not; mostly they do. */
static void
test_places (PracticeFixture *f, gconstpointer data)
{
  const FasciaRegion *const left[] = { practice_region (f, "shoulder-top-left"), NULL };
  const FasciaRegion *const low[] = { practice_region (f, "lower-back-right"), NULL };
  const FasciaRegion *const *const all[] = { NULL, left, low };
  guint n_same = 0;
  guint n_all = 0;

  for (guint i = 0; i < fascia_library_get_n_routines (f->library); i++)
    for (guint k = 0; k < G_N_ELEMENTS (all); k++)
      {
        FasciaRoutine *routine = fascia_library_get_routine (f->library, i);
        FasciaPracticeWish wish = { .library = f->library, .safety = f->safety, .places = all[k] };
        g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
        g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
        gboolean is_same = FALSE;

        if (player == NULL)
          continue;
        FasciaSession *session = fascia_player_dup_session (player, 0, 0);
        g_assert_true (fascia_open_session_fits (session, practice));
        g_autoptr (GPtrArray) ways = fascia_open_session_list_places (session, f->library, f->body);
        for (guint way = 0; way < ways->len && !is_same; way++)
          {
            const FasciaRegion **places = g_ptr_array_index (ways, way);

            wish.places = places[0] != NULL ? places : NULL;
            g_autoptr (FasciaPractice) again = fascia_practice_new (routine, &wish);
            is_same = fascia_open_session_fits (session, again);
          }
        n_all++;
        n_same += is_same;
        fascia_player_session_free (session);
      }
  g_test_message ("%u of %u practices are made again from their steps", n_same, n_all);
  g_assert_cmpuint (n_same * 10, >=, n_all * 8);
}

/* One step less, one more, another side: not the same. */
static void
test_fits (PracticeFixture *f, gconstpointer data)
{
  FasciaRoutine *routine = NULL;

  for (guint i = 0; routine == NULL; i++)
    if (fascia_library_get_pressure_seconds (f->library, fascia_library_get_routine (f->library, i),
                                             1)
        > 0)
      routine = fascia_library_get_routine (f->library, i);
  const FasciaPracticeWish wish = { .library = f->library, .safety = f->safety };
  g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
  g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
  FasciaSession *session = fascia_player_dup_session (player, 0, 0);
  FasciaSessionStep *first = (FasciaSessionStep *) session->steps;
  const char *outcome = first->outcome;

  g_assert_true (fascia_open_session_fits (session, practice));
  first->outcome = "held-back";
  g_assert_false (fascia_open_session_fits (session, practice));
  first->outcome = outcome;
  session->n_steps--;
  g_assert_false (fascia_open_session_fits (session, practice));
  session->n_steps++;
  for (guint i = 0; i < session->n_steps; i++)
    if (session->steps[i].region != NULL)
      ((FasciaSessionStep *) session->steps)[i].region = "sacrum";
  g_assert_false (fascia_open_session_fits (session, practice));
  fascia_player_session_free (session);
}

/* (nullable) A place of one side that is pressed in @routine. */
static const FasciaRegion *
find_left (PracticeFixture *f, FasciaRoutine *routine)
{
  const FasciaPracticeWish wish = { .library = f->library, .safety = f->safety };
  g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
  guint n;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].side == FASCIA_SIDE_LEFT
        && fascia_step_get_traits (entries[i].step)->kind == FASCIA_STEP_RELEASE)
      return entries[i].places[0];
  return NULL;
}

/* (nullable) A session for @place to which the other side was added as soon as it could be. */
static FasciaSession *
dup_with_side (const FasciaPracticeWish *wish, FasciaRoutine *routine)
{
  g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, wish);
  g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);
  gboolean is_added = FALSE;
  gint64 now = 0;
  guint n;

  if (player == NULL)
    return NULL;
  fascia_player_resume (player, now);
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED && !is_added)
    {
      fascia_player_tick (player, now += 1000);
      is_added = fascia_player_add_other_side (player, now);
    }
  fascia_practice_get_entries (fascia_player_get_practice (player), &n);
  if (!is_added || fascia_player_get_entry (player) + 1 >= n)
    return NULL;
  return fascia_player_dup_session (player, 1, 0);
}

/* One place was marked, and its other side added while it ran: it goes on all the same. */
static void
test_side (PracticeFixture *f, gconstpointer data)
{
  guint n_all = 0, n_same = 0;

  for (guint i = 0; i < fascia_library_get_n_routines (f->library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (f->library, i);
      const FasciaRegion *const marked[] = { find_left (f, routine), NULL };
      FasciaPracticeWish wish = { .library = f->library, .safety = f->safety, .places = marked };
      FasciaSession *session = marked[0] != NULL ? dup_with_side (&wish, routine) : NULL;
      gboolean is_same = FALSE;

      if (session == NULL)
        continue;
      g_autoptr (GPtrArray) ways = fascia_open_session_list_places (session, f->library, f->body);
      for (guint way = 0; way < ways->len && !is_same; way++)
        {
          const FasciaRegion **places = g_ptr_array_index (ways, way);

          wish.places = places[0] != NULL ? places : NULL;
          g_autoptr (FasciaPractice) again = fascia_practice_new (routine, &wish);
          is_same = fascia_open_session_fits (session, again);
        }
      n_all++;
      n_same += is_same;
      fascia_player_session_free (session);
    }
  g_test_message ("%u of %u with a side that was added go on", n_same, n_all);
  g_assert_cmpuint (n_all, >, 40);
  g_assert_cmpuint (n_same, ==, n_all);
}

/* What was done in it does not hold back what is left of it; what was done elsewhere does. */
static void
test_leave_out (PracticeFixture *f, gconstpointer data)
{
  const FasciaPastSession sessions[] = {
    { .utc_ms = 1000, .day = TODAY - 1, .n_steps = 1, .before = -1, .after = -1 },
    { .utc_ms = 2000, .day = TODAY, .first_step = 1, .n_steps = 2, .before = -1, .after = -1 },
    { .utc_ms = 3000, .day = TODAY, .first_step = 3, .n_steps = 0, .before = -1, .after = -1 },
  };
  const FasciaPastStep done[] = {
    { .utc_ms = 1000, .day = TODAY - 1, .step = "m08" },
    { .utc_ms = 2000, .day = TODAY, .step = "r20" },
    { .utc_ms = 2000, .day = TODAY, .step = "s09" },
  };
  const FasciaPastAnswer answer = { TODAY, 1 };
  guint n_sessions, n_steps, n_answers;
  g_autoptr (FasciaPast) bare
      = fascia_past_new (sessions, G_N_ELEMENTS (sessions), done, G_N_ELEMENTS (done));
  g_autoptr (FasciaPast) past = fascia_past_with_answers (bare, &answer, 1);
  g_autoptr (FasciaPast) without = fascia_open_session_leave_out (past, 2000);
  const FasciaPastSession *kept = fascia_past_get_sessions (without, &n_sessions);
  const FasciaPastStep *kept_steps = fascia_past_get_steps (without, &n_steps);

  fascia_past_get_answers (without, &n_answers);
  g_assert_cmpuint (n_sessions, ==, 2);
  g_assert_cmpint (kept[0].utc_ms, ==, 1000);
  g_assert_cmpint (kept[1].utc_ms, ==, 3000);
  g_assert_cmpuint (kept[1].first_step, ==, 1);
  g_assert_cmpuint (n_steps, ==, 1);
  g_assert_cmpstr (kept_steps[0].step, ==, "m08");
  g_assert_cmpuint (n_answers, ==, 1);
}

/* ---- the journal ---- */

static void
put (StoreFixture *f, gint64 ago_ms, const FasciaSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) entry = make_entry (fascia_clock_now_ms (f->clock) - ago_ms, session);
  g_autoptr (FasciaOperation) operation = fascia_db_put (f->db, entry, &error);

  g_assert_no_error (error);
}

static void
test_store (StoreFixture *f, gconstpointer data)
{
  const gint32 today = (gint32) (fascia_clock_now_ms (f->clock) / DAY_MS);
  g_autoptr (GError) error = NULL;
  FasciaSession over = broken_off;
  g_autoptr (GPtrArray) none = fascia_db_load_open_sessions (f->db, today - 30, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  over.outcome = "finished";
  over.ended_ms = fascia_clock_now_ms (f->clock);
  put (f, 5 * HOUR_MS, &broken_off);
  put (f, 3 * HOUR_MS, &broken_off);
  put (f, 2 * HOUR_MS, &over);
  put (f, 40 * DAY_MS, &broken_off);
  g_autoptr (GPtrArray) open = fascia_db_load_open_sessions (f->db, today - 30, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (open->len, ==, 2);
  for (guint i = 0; i < open->len; i++)
    {
      const FasciaEntry *entry = g_ptr_array_index (open, i);

      g_assert_cmpint (fascia_entry_get_moment (entry)->utc_ms, ==,
                       fascia_clock_now_ms (f->clock) - (i == 0 ? 3 : 5) * HOUR_MS);
      g_assert_cmpuint (fascia_entry_get_session (entry)->n_steps, ==, G_N_ELEMENTS (steps));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  g_test_add_func ("/open-session/judge", test_judge);
  g_test_add_func ("/open-session/judge-over", test_judge_over);
  g_test_add_func ("/open-session/choose", test_choose);
  g_test_add_func ("/open-session/where", test_where);
  g_test_add_func ("/open-session/close", test_close);
  g_test_add_func ("/open-session/extremes", test_extremes);
  practice_test_add ("/open-session/places", test_places);
  practice_test_add ("/open-session/fits", test_fits);
  practice_test_add ("/open-session/side", test_side);
  practice_test_add ("/open-session/leave-out", test_leave_out);
  store_test_add ("/open-session/store", test_store);
  return g_test_run ();
}
