/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole session by ear: everything that is to be heard, in order and in time. And its time against the
 * clock: nothing is gained or lost in twenty minutes.
 */

#include "config.h"

#include <time.h>

#include "core/journal/fascia-journal.h"
#include "ear-fixture.h"
#include "fascia-core-resources.h"
#include "fascia-test-long.h"
#include "fascia-test-utils.h"
#include "routines/fascia-player-runner.h"

#define TICK_MS 100
#define SESSION_MS (20 * 60 * 1000)

typedef struct
{
  FasciaTestDir *dir;
  FasciaClock *clock;
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaLibrary *library;
  FasciaPractice *practice;
  FasciaPlayerRunner *runner;
  TestEar *ear;
  gint64 now;

  /* of a clock that is really there */
  int speed;
  gint64 boot_ms;
  gint64 last_now;    /* before the loop waited */
  gint64 finished_ms; /* when the end was heard */
  gint64 finished_step_ms;
  guint n_pauses;
} Fixture;

static gint64
get_now (gpointer data)
{
  return ((Fixture *) data)->now;
}

static FasciaPractice *
make_practice_at (Fixture *self,
                  const FasciaRoutineItem *items,
                  guint n_items,
                  const FasciaRegion *const *places)
{
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (self->body, NULL);
  g_autoptr (FasciaSafety) safety
      = fascia_safety_new (conditions, self->body, NULL, 0, 20000, 20000);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-test", "Test", NULL);
  g_autoptr (FasciaRoutine) routine = fascia_routine_with_items (empty, items, n_items);
  const FasciaPracticeWish wish = { .library = self->library, .safety = safety, .places = places };

  return fascia_practice_new (routine, &wish);
}

static FasciaPractice *
make_practice (Fixture *self, const FasciaRoutineItem *items, guint n_items)
{
  return make_practice_at (self, items, n_items, NULL);
}

/* Movements, holds of both sides, two sets, rests, and three postures. */
static FasciaPractice *
make_whole (Fixture *self)
{
  static const char *const shoulder[] = { "shoulder-top", NULL };
  static const char *const calf[] = { "calf-lower", NULL };
  static const FasciaRoutineItem items[] = {
    { .step = "m09", .sets = 1, .reps = 6, .rest_s = 10 },
    { .step = "r20", .places = shoulder, .sets = 2, .seconds = 30, .rest_s = 30 },
    { .step = "m01", .sets = 1, .rest_s = 10 },
    { .step = "r34", .places = calf, .sets = 1, .seconds = 40, .rest_s = 10 },
    { .step = "s03", .sets = 1, .rest_s = 20 },
    { .step = "m08", .sets = 1, .rest_s = 10 },
    { .step = "r54", .sets = 1, .seconds = 120, .rest_s = 10 },
    { .step = "b01", .sets = 1, .seconds = 120 },
  };

  return make_practice (self, items, G_N_ELEMENTS (items));
}

/* Breathing and rest, one after the other, for so long at least. */
static FasciaPractice *
make_long (Fixture *self, gint64 wanted_ms)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (FasciaRoutineItem));

  for (;;)
    {
      const FasciaRoutineItem item
          = { .step = items->len % 2 == 0 ? "b01" : "r54", .sets = 1, .seconds = 60 };

      g_array_append_val (items, item);
      g_autoptr (FasciaPractice) practice
          = make_practice (self, (const FasciaRoutineItem *) (gpointer) items->data, items->len);
      g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);

      g_assert_cmpuint (items->len, <, FASCIA_ROUTINE_MAX_ITEMS);
      if (fascia_player_get_remaining_ms (player) >= wanted_ms)
        return g_steal_pointer (&practice);
    }
}

static void
make_runner (Fixture *self, FasciaPractice *practice, gboolean waits)
{
  const FasciaPlayerOptions options = { .waits = waits };

  self->practice = practice;
  self->runner = fascia_player_runner_new (self->journal, fascia_player_new (practice, &options),
                                           FASCIA_CUE_SINK (self->ear), NULL);
  fascia_player_runner_set_now (self->runner, get_now, self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->dir = fascia_test_dir_new ();
  path = fascia_test_dir_build_journal (self->dir);
  self->clock = fascia_clock_new_fixed (FASCIA_TEST_NOW_MS, "UTC");
  self->journal = fascia_journal_new (path, self->clock);
  fascia_journal_open (self->journal);
  self->body = fascia_body_new (NULL);
  self->library = fascia_library_new (self->body, NULL);
  self->ear = g_object_new (TEST_TYPE_EAR, NULL);
  self->ear->now = &self->now;
  self->now = 1000000;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fascia_journal_shutdown (self->journal);
  g_clear_object (&self->runner);
  g_clear_object (&self->ear);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->practice, fascia_practice_unref);
  fascia_library_unref (self->library);
  fascia_body_unref (self->body);
  fascia_clock_unref (self->clock);
  fascia_test_dir_free (self->dir);
}

static FasciaPlayer *
get_player (Fixture *self)
{
  return fascia_player_runner_get_player (self->runner);
}

static gboolean
is_finished (gpointer data)
{
  return fascia_player_get_state (get_player (data)) == FASCIA_PLAYER_FINISHED;
}

/* ---- by ear ---- */

/* The next thing that was heard: @words NULL is a chime. */
static void
expect (Fixture *self, guint *next, gint64 due_ms, FasciaChime chime, const char *words)
{
  const Heard *heard;

  g_assert_cmpuint (*next, <, self->ear->heard->len);
  heard = &g_array_index (self->ear->heard, Heard, *next);
  g_assert_cmpstr (fascia_chime_to_code (heard->chime), ==, fascia_chime_to_code (chime));
  g_assert_cmpstr (heard->words, ==, words);
  /* Within a tick: never before it is due, and not after the next one. */
  g_assert_cmpint (heard->at_ms, >=, due_ms);
  g_assert_cmpint (heard->at_ms, <, due_ms + TICK_MS);
  (*next)++;
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  const gint64 begun = self->now;
  guint next = 0, n_entries = 0, n_sides = 0, n_sets = 0, n_readies = 0, n_rests = 0;
  gint64 now = 0;

  make_runner (self, make_whole (self), FALSE);
  fascia_practice_get_entries (self->practice, &n_entries);
  g_assert_cmpuint (n_entries, >=, 10);
  fascia_player_runner_resume (self->runner);
  while (!is_finished (self))
    {
      self->now += g_rand_int_range (rand, 20, TICK_MS + 1);
      fascia_player_runner_tick (self->runner);
    }

  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  fascia_player_resume (player, now);
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
    {
      const GArray *events = fascia_player_tick (player, now += 1000);

      for (guint i = 0; i < events->len; i++)
        {
          const FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, i);
          const FasciaChime chime = fascia_player_event_get_chime (event);
          g_autofree char *words = fascia_player_dup_words (player, event);

          n_sides += event->kind == FASCIA_PLAYER_EVENT_SIDE;
          n_sets += event->kind == FASCIA_PLAYER_EVENT_SET;
          n_rests += event->kind == FASCIA_PLAYER_EVENT_REST;
          n_readies += event->kind == FASCIA_PLAYER_EVENT_READY;
          if (chime != FASCIA_CHIME_NONE)
            expect (self, &next, begun + event->at_ms, chime, NULL);
          if (words != NULL)
            expect (self, &next, begun + event->at_ms, FASCIA_CHIME_NONE, words);
        }
    }
  g_assert_cmpuint (next, ==, self->ear->heard->len);
  g_assert_cmpuint (n_sides, >=, 3);
  g_assert_cmpuint (n_sets, >=, 2);
  g_assert_cmpuint (n_rests, >=, 1);
  g_assert_cmpuint (n_readies, >=, 2);
}

/* Who lies down on the floor has longer, and nobody is hurried who wants to be waited for. */
static void
test_ready (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *step;
    FasciaPosture posture;
    int seconds;
  } cases[] = {
    { "m09", FASCIA_POSTURE_CHAIR, 10 },
    { "s03", FASCIA_POSTURE_FLOOR, 25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaRoutineItem item = { .step = cases[i].step, .sets = 1 };
      g_autoptr (FasciaPractice) practice = make_practice (self, &item, 1);
      g_autoptr (FasciaPlayer) player = fascia_player_new (practice, NULL);

      if (fascia_player_get_posture (player, 0) == cases[i].posture)
        g_assert_cmpint (fascia_player_get_left_ms (player), >=, cases[i].seconds * 1000);
      g_assert_cmpint (fascia_player_get_left_ms (player), >=,
                       fascia_player_get_ready_seconds (fascia_player_get_posture (player, 0))
                           * 1000);
    }
}

static void
test_waits (Fixture *self, gconstpointer data)
{
  guint n_heard;

  make_runner (self, make_whole (self), TRUE);
  fascia_player_runner_resume (self->runner);
  n_heard = self->ear->heard->len;
  g_assert_cmpuint (n_heard, ==, 1);
  for (guint i = 0; i < 6000; i++)
    {
      self->now += TICK_MS;
      fascia_player_runner_tick (self->runner);
    }
  /* Ten minutes later still nothing. */
  g_assert_cmpuint (self->ear->heard->len, ==, n_heard);
  g_assert_false (fascia_player_runner_resume (self->runner));
  g_assert_cmpuint (self->ear->heard->len, ==, n_heard);
  fascia_player_runner_go_on (self->runner);
  expect (self, &n_heard, self->now, FASCIA_CHIME_START, NULL);
  g_assert_cmpuint (self->ear->heard->len, ==, n_heard + 1);
  g_assert_nonnull (g_array_index (self->ear->heard, Heard, n_heard).words);
}

/* ---- the other side ---- */

typedef struct
{
  FasciaEntry *entry;
  gboolean is_done;
} Reading;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;

  reading->entry = fascia_journal_load_entry_finish (FASCIA_JOURNAL (source), result, NULL);
  reading->is_done = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Reading *) data)->is_done;
}

static void
push (Fixture *self, gint64 ms)
{
  for (gint64 i = 0; i < ms; i += TICK_MS)
    {
      self->now += TICK_MS;
      fascia_player_runner_tick (self->runner);
    }
}

/* It is heard of, played, and in the journal at its place, with what was done before it. */
static void
test_other_side (Fixture *self, gconstpointer data)
{
  static const char *const shoulder[] = { "shoulder-top", NULL };
  static const FasciaRoutineItem items[] = {
    { .step = "r20", .places = shoulder, .sets = 1, .seconds = 30, .rest_s = 10 },
    { .step = "b01", .sets = 1, .seconds = 120 },
  };
  static const char *const ids[] = { "shoulder-top-left", "shoulder-top-right" };
  const FasciaRegion *places[] = { fascia_body_lookup (self->body, "shoulder-top-left"), NULL };
  Reading reading = { NULL, FALSE };
  guint n_heard;

  make_runner (self, make_practice_at (self, items, G_N_ELEMENTS (items), places), FALSE);
  fascia_player_runner_resume (self->runner);
  push (self, fascia_player_get_left_ms (get_player (self)) + 31000);
  g_assert_cmpuint (fascia_player_get_entry (get_player (self)), ==, 1);
  n_heard = self->ear->heard->len;
  g_assert_true (fascia_player_runner_add_other_side (self->runner));
  /* It comes now: the chime of a change, then the words. */
  expect (self, &n_heard, self->now, FASCIA_CHIME_SWITCH, NULL);
  g_assert_cmpuint (self->ear->heard->len, ==, n_heard + 1);
  g_assert_nonnull (
      strstr (g_array_index (self->ear->heard, Heard, n_heard).words, "Right shoulder top"));
  push (self, fascia_player_get_left_ms (get_player (self)) + 30000);
  g_assert_cmpuint (fascia_player_get_entry (get_player (self)), ==, 2);

  fascia_journal_load_entry_async (self->journal, fascia_player_runner_get_uid (self->runner), NULL,
                                   on_read, &reading);
  fascia_test_assert_until (is_read, &reading);
  g_autoptr (FasciaEntry) entry = reading.entry;
  const FasciaSession *session = fascia_entry_get_session (entry);
  g_assert_cmpuint (session->n_steps, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (session->steps[i].region, ==, ids[i]);
      g_assert_cmpstr (session->steps[i].outcome, ==, "done");
      g_assert_cmpint (session->steps[i].done_s, ==, 30);
    }
  g_assert_null (session->steps[2].outcome);
}

/* ---- against the clock ---- */

/* Twenty minutes with ticks that come when they come. */
static void
test_simulated (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  const gint64 begun = self->now;
  gint64 planned;

  make_runner (self, make_long (self, SESSION_MS), FALSE);
  planned = fascia_player_get_remaining_ms (get_player (self));
  g_assert_cmpint (planned, >=, SESSION_MS);
  fascia_player_runner_resume (self->runner);
  while (!is_finished (self))
    {
      self->now += g_rand_int_range (rand, 1, 2 * TICK_MS);
      /* The main loop was busy with something else. */
      if (g_rand_int_range (rand, 0, 200) == 0)
        self->now += g_rand_int_range (rand, 0, FASCIA_PLAYER_GAP_MS - 2 * TICK_MS);
      /* The last tick is an ordinary one. */
      if (fascia_player_get_remaining_ms (get_player (self)) < FASCIA_PLAYER_GAP_MS)
        self->now = MIN (self->now, begun + planned + TICK_MS / 2);
      fascia_player_runner_tick (self->runner);
    }
  g_assert_cmpint (fascia_player_get_elapsed_ms (get_player (self)), ==, planned);
  g_assert_cmpint (self->now - begun - planned, >=, 0);
  g_assert_cmpint (self->now - begun - planned, <=, TICK_MS);
}

/* What its source of the main loop asked to wait for, in milliseconds. It is due now. */
static gint64
take_wait (Fixture *self)
{
  GSource *source = g_main_context_find_source_by_user_data (NULL, self->runner);
  gint64 wait_us;

  g_assert_nonnull (source);
  wait_us = g_source_get_ready_time (source) - g_get_monotonic_time ();
  g_source_set_ready_time (source, 0);
  return MAX ((wait_us + 999) / 1000, 1);
}

static void
on_heard_end (FasciaPlayerRunner *runner, const FasciaPlayerEvent *event, Fixture *self)
{
  if (event->kind == FASCIA_PLAYER_EVENT_FINISHED)
    self->finished_ms = self->now;
}

/* Twenty minutes by its own source of the main loop, on a clock that goes by as long as that asked to
 * wait, and as much more as the loop is busy: at most @data milliseconds. The end is heard when it is due,
 * or as late as the last wait was: it never adds up. */
static void
test_own_source (Fixture *self, gconstpointer data)
{
  const int busy_ms = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  const gint64 begun = self->now;
  gint64 planned;

  make_runner (self, make_long (self, SESSION_MS), FALSE);
  g_signal_connect (self->runner, "event", G_CALLBACK (on_heard_end), self);
  planned = fascia_player_get_remaining_ms (get_player (self));
  fascia_player_runner_resume (self->runner);
  while (!is_finished (self))
    {
      const gint64 before = self->now;

      self->now += take_wait (self) + (busy_ms > 0 ? g_rand_int_range (rand, 0, busy_ms + 1) : 0);
      g_assert_cmpint (self->now - before, <=, TICK_MS + busy_ms);
      while (
          g_main_context_find_source_by_user_data (NULL, self->runner) != NULL
          && g_source_get_ready_time (g_main_context_find_source_by_user_data (NULL, self->runner))
                 == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpint (fascia_player_get_elapsed_ms (get_player (self)), ==, planned);
  g_assert_cmpint (self->finished_ms - begun - planned, >=, 0);
  g_assert_cmpint (self->finished_ms - begun - planned, <=, busy_ms);
  g_assert_null (g_main_context_find_source_by_user_data (NULL, self->runner));
}

static gint64
get_boot_us (void)
{
  struct timespec at = { 0 };

  clock_gettime (CLOCK_BOOTTIME, &at);
  return at.tv_sec * G_USEC_PER_SEC + at.tv_nsec / 1000;
}

static gint64
get_fast_now (gpointer data)
{
  Fixture *self = data;

  self->now = (get_boot_us () - self->boot_ms * 1000) * self->speed / 1000;
  return self->now;
}

static void
on_event (FasciaPlayerRunner *runner, const FasciaPlayerEvent *event, Fixture *self)
{
  if (event->kind == FASCIA_PLAYER_EVENT_SUSPENDED)
    self->n_pauses++;
  if (event->kind == FASCIA_PLAYER_EVENT_FINISHED)
    {
      self->finished_ms = self->now;
      self->finished_step_ms = self->now - self->last_now;
    }
}

/* Runs by its own source of the main loop. Says how late the end was heard, in milliseconds of a real
 * clock. */
static double
run_in_time (Fixture *self, int speed, gint64 wanted_ms)
{
  gint64 planned, begun, late;
  FasciaSession *session;

  self->speed = speed;
  self->boot_ms = get_boot_us () / 1000;
  make_runner (self, make_long (self, wanted_ms), FALSE);
  fascia_player_runner_set_now (self->runner, get_fast_now, self);
  g_signal_connect (self->runner, "event", G_CALLBACK (on_event), self);
  planned = fascia_player_get_remaining_ms (get_player (self));
  begun = get_fast_now (self);
  fascia_player_runner_resume (self->runner);
  while (!is_finished (self))
    {
      self->last_now = get_fast_now (self);
      g_main_context_iteration (NULL, TRUE);
      /* A machine that has other things to do: the time is a pause, and counted as one. */
      if (fascia_player_get_state (get_player (self)) == FASCIA_PLAYER_PAUSED)
        fascia_player_runner_resume (self->runner);
    }

  session = fascia_player_dup_session (get_player (self), 1, 2);
  late = self->finished_ms - begun - planned - session->paused_ms;
  g_test_message ("%d times as fast: %.1f s, heard %.1f ms after it was due, %u pauses of %.1f s",
                  speed, (double) planned / 1000 / speed, (double) late / speed, self->n_pauses,
                  (double) session->paused_ms / 1000 / speed);
  fascia_player_session_free (session);
  g_assert_cmpint (fascia_player_get_elapsed_ms (get_player (self)), ==, planned);
  /* Whatever the machine does: the error is that of the last time the loop waited, it never adds up. */
  g_assert_cmpint (late, >=, -speed);
  g_assert_cmpint (late, <=, self->finished_step_ms + speed);
  return (double) late / speed;
}

/* Against the clock of the machine, in the long run: it takes two minutes. */
static void
test_ten_times (Fixture *self, gconstpointer data)
{
  g_assert_cmpfloat (run_in_time (self, 10, SESSION_MS), <=, TICK_MS);
}

/* FASCIA_TEST_REAL_TIME=20: so many minutes at least, of the person who runs it. */
static void
test_real_time (Fixture *self, gconstpointer data)
{
  const guint minutes = fascia_test_count ("FASCIA_TEST_REAL_TIME", 0, 0);

  g_assert_cmpfloat (run_in_time (self, 1, minutes * G_GINT64_CONSTANT (60000)), <=, TICK_MS);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  ADD ("/player-time/whole", test_whole);
  ADD ("/player-time/ready", test_ready);
  ADD ("/player-time/waits", test_waits);
  ADD ("/player-time/other-side", test_other_side);
  ADD ("/player-time/simulated", test_simulated);
  ADD ("/player-time/own-source", test_own_source);
  g_test_add ("/player-time/own-source-busy", Fixture, GINT_TO_POINTER (TICK_MS - 1), set_up,
              test_own_source, tear_down);
  if (g_getenv ("FASCIA_TEST_LONG") != NULL)
    ADD ("/player-time/ten-times", test_ten_times);
  if (g_getenv ("FASCIA_TEST_REAL_TIME") != NULL)
    ADD ("/player-time/real-time", test_real_time);

  return g_test_run ();
}
