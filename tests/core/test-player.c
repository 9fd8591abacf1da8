/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The player: however ticks fall, whatever is pressed, time, order and sides stay right.
 */

#include "config.h"

#include "fascia-test-long.h"
#include "player-fixture.h"

static void
keep_events (GArray *kept, const GArray *events)
{
  g_array_append_vals (kept, events->data, events->len);
}

/* Plays to the end; @rand: (nullable): ticks of random length, else of @step_ms. */
static GArray *
play_all (FasciaPlayer *player, GRand *rand, gint64 step_ms, gint64 *now)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (FasciaPlayerEvent));

  fascia_player_resume (player, *now);
  for (guint i = 0; i < 3000000; i++)
    {
      FasciaPlayerState state = fascia_player_get_state (player);

      keep_events (kept, fascia_player_tick (player, *now));
      if (state == FASCIA_PLAYER_FINISHED)
        break;
      g_assert_cmpint (state, !=, FASCIA_PLAYER_PAUSED);
      *now += rand != NULL ? g_rand_int_range (rand, 0, FASCIA_PLAYER_GAP_MS) : step_ms;
    }
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_FINISHED);
  return kept;
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  gint64 expected;
  g_autoptr (GArray) events = NULL;
  guint n_ends = 0;
  guint n_sides = 0;

  g_assert_cmpuint (count_entries (self->practice), ==, 6);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_READY);
  g_assert_false (fascia_player_is_running (player));
  expected = fascia_player_get_remaining_ms (player);
  events = play_all (player, NULL, 100, &now);

  g_assert_cmpint (fascia_player_get_elapsed_ms (player), ==, expected);
  g_assert_cmpint (fascia_player_get_remaining_ms (player), ==, 0);
  for (guint i = 0; i < count_entries (self->practice); i++)
    g_assert_cmpint (fascia_player_get_done_ms (player, i), ==, get_planned_ms (self->practice, i));
  for (guint i = 0; i < events->len; i++)
    {
      const FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, i);

      n_ends += event->kind == FASCIA_PLAYER_EVENT_END;
      n_sides += event->kind == FASCIA_PLAYER_EVENT_SIDE;
      if (i > 0)
        g_assert_cmpint (event->at_ms, >=, (event - 1)->at_ms);
    }
  g_assert_cmpuint (n_ends, ==, 1 + 2 * 2 + 2 + 1);
  g_assert_cmpuint (n_sides, ==, 2);
  g_assert_cmpint (g_array_index (events, FasciaPlayerEvent, 0).kind, ==,
                   FASCIA_PLAYER_EVENT_READY);
  g_assert_cmpint (g_array_index (events, FasciaPlayerEvent, events->len - 1).kind, ==,
                   FASCIA_PLAYER_EVENT_FINISHED);
  g_assert_cmpint (g_array_index (events, FasciaPlayerEvent, events->len - 1).at_ms, ==, expected);
}

static void
test_any_ticks (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  gint64 now = HOUR_MS;
  g_autoptr (FasciaPlayer) fine = fascia_player_new (self->practice, NULL);
  g_autoptr (GArray) expected = play_all (fine, NULL, 7, &now);
  guint rounds = fascia_test_count ("FASCIA_TEST_PLAYS", 60, 3000);

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
      g_autoptr (GArray) events = NULL;

      now = g_rand_int (rand);
      events = play_all (player, rand, 0, &now);
      g_assert_cmpmem (events->data, events->len * sizeof (FasciaPlayerEvent), expected->data,
                       expected->len * sizeof (FasciaPlayerEvent));
    }
}

/* A countdown once told its last second twice when the clock stood still, and a timer that was not
 * looked at for a day was over. */
static void
test_gap (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  gint64 left;
  const GArray *events;

  fascia_player_resume (player, now);
  fascia_player_tick (player, now += 4000);
  left = fascia_player_get_left_ms (player);
  events = fascia_player_tick (player, now += 24 * HOUR_MS);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpint (g_array_index (events, FasciaPlayerEvent, 0).kind, ==,
                   FASCIA_PLAYER_EVENT_SUSPENDED);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_PAUSED);
  g_assert_cmpint (fascia_player_get_inner_state (player), ==, FASCIA_PLAYER_READY);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, left);
  g_assert_cmpuint (fascia_player_tick (player, now)->len, ==, 0);
  g_assert_cmpuint (fascia_player_tick (player, now - 1000)->len, ==, 0);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, left);
  g_assert_true (fascia_player_resume (player, now += 50));
  fascia_player_tick (player, now += 1000);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, left - 1000);
}

/* Runs to the middle of the first hold of @entry. */
static void
run_into (FasciaPlayer *player, guint entry, gint64 *now)
{
  fascia_player_resume (player, *now);
  while (fascia_player_get_entry (player) < entry
         || fascia_player_get_state (player) != FASCIA_PLAYER_HOLD)
    fascia_player_tick (player, *now += 100);
  fascia_player_tick (player, *now += 4900);
}

static void
test_pause (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  gint64 left;
  FasciaSession *session;

  g_assert_false (fascia_player_pause (player, now));
  run_into (player, 1, &now);
  left = fascia_player_get_left_ms (player);
  g_assert_true (fascia_player_pause (player, now));
  g_assert_false (fascia_player_pause (player, now));
  for (guint i = 0; i < 1000; i++)
    fascia_player_tick (player, now += 1000);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, left);
  g_assert_true (fascia_player_resume (player, now));
  g_assert_false (fascia_player_resume (player, now));
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, left);
  session = fascia_player_dup_session (player, 1, 0);
  g_assert_cmpint (session->paused_ms, ==, 1000 * 1000);
  fascia_player_session_free (session);
}

static void
test_ease_off (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  int cap;
  gint64 remaining;
  FasciaSession *session;

  run_into (player, 1, &now);
  cap = fascia_player_get_cap (player, 1);
  remaining = fascia_player_get_remaining_ms (player);
  fascia_player_pause (player, now);
  g_assert_true (fascia_player_ease_off (player, now, "sharp"));
  g_assert_true (fascia_player_is_running (player));
  g_assert_cmpint (fascia_player_get_cap (player, 1), ==, cap - 1);
  g_assert_cmpint (fascia_player_get_cap (player, 2), ==, cap);
  /* About 25 s of this set and 15 of the next are gone. */
  g_assert_cmpint (fascia_player_get_remaining_ms (player), <=, remaining - 40000);
  g_assert_cmpint (fascia_player_get_remaining_ms (player), >, remaining - 41000);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_CHANGE);
  session = fascia_player_dup_session (player, 1, 0);
  g_assert_true (session->steps[1].eased_off);
  g_assert_false (session->steps[2].eased_off);
  g_assert_cmpstr (session->steps[1].reason, ==, "sharp");
  g_assert_cmpint (session->ease_offs, ==, 1);
  fascia_player_session_free (session);
}

static void
test_back_and_next (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  gint64 length;
  FasciaSession *session;

  run_into (player, 2, &now);
  length = fascia_player_get_length_ms (player);
  g_assert_true (fascia_player_back (player, now));
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 2);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, length);
  g_assert_true (fascia_player_back (player, now));
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 1);
  g_assert_cmpuint (fascia_player_get_set (player), ==, 1);
  g_assert_true (fascia_player_next (player, now, "not-now"));
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 2);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_CHANGE);
  g_assert_true (fascia_player_next (player, now, NULL));
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_HOLD);
  session = fascia_player_dup_session (player, 1, 0);
  g_assert_cmpstr (session->steps[1].outcome, ==, "skipped");
  g_assert_cmpstr (session->steps[1].reason, ==, "not-now");
  g_assert_null (session->steps[2].outcome);
  fascia_player_session_free (session);
  for (guint i = 0; i < 20; i++)
    fascia_player_next (player, now, NULL);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_FINISHED);
  g_assert_false (fascia_player_back (player, now));
  g_assert_false (fascia_player_stop (player, now, NULL));
}

/* Who reads how to get there knows that it is not possible: it never begins. */
static void
test_left_out_before (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  FasciaSession *session;

  fascia_player_resume (player, now);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_READY);
  g_assert_true (fascia_player_next (player, now, "not-possible"));
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 1);
  g_assert_cmpint (fascia_player_get_state (player), !=, FASCIA_PLAYER_HOLD);
  g_assert_true (fascia_player_next (player, now, "too-much"));
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 2);
  session = fascia_player_dup_session (player, 1, 0);
  g_assert_cmpstr (session->steps[0].outcome, ==, "skipped");
  g_assert_cmpstr (session->steps[0].reason, ==, "not-possible");
  g_assert_cmpint (session->steps[0].done_s, ==, 0);
  g_assert_cmpstr (session->steps[1].reason, ==, "too-much");
  fascia_player_session_free (session);
}

static void
test_longer (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  gint64 total;
  guint n = 0;

  run_into (player, 1, &now);
  total = get_planned_ms (self->practice, 1);
  while (fascia_player_longer (player, now) && n < 100)
    n++;
  /* Up to six minutes for an entry, and ten minutes of pressure in all. */
  g_assert_cmpuint (n, ==, (360000 - total) / 15000);
  run_into (player, 2, &now);
  for (n = 0; fascia_player_longer (player, now) && n < 100; n++)
    ;
  g_assert_cmpuint (n, <, 100);
}

/* Going back again and again never presses longer than a session may. */
static void
test_back_has_limits (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;

  run_into (player, 1, &now);
  for (guint i = 0; i < 400; i++)
    {
      fascia_player_tick (player, now += 4500);
      if (fascia_player_get_entry (player) == 1)
        fascia_player_back (player, now);
    }
  g_assert_cmpint (fascia_player_get_done_ms (player, 1), >, get_planned_ms (self->practice, 1));
  g_assert_cmpint (fascia_player_get_done_ms (player, 1), <=, 360000);
}

/* What just hurt comes again shorter. */
static void
test_back_after_ease_off (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;

  run_into (player, 1, &now);
  fascia_player_ease_off (player, now, "asked");
  g_assert_true (fascia_player_back (player, now));
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_HOLD);
  g_assert_cmpint (fascia_player_get_length_ms (player), ==, 15000);
}

/* A sudden end forgets neither that it hurt nor what was done. */
static void
test_resumed_is_eased (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  g_autoptr (FasciaPlayer) resumed = NULL;
  gint64 now = HOUR_MS;
  FasciaSession *session;

  run_into (player, 1, &now);
  for (guint i = 0; i < 8; i++)
    fascia_player_tick (player, now += 4000);
  g_assert_cmpuint (fascia_player_get_set (player), ==, 1);
  fascia_player_ease_off (player, now, "sharp");
  for (guint i = 0; i < 4; i++)
    fascia_player_tick (player, now += 4000);
  session = fascia_player_dup_session (player, 1, 0);
  resumed = fascia_player_new_resumed (self->practice, NULL, session);
  fascia_player_session_free (session);
  g_assert_nonnull (resumed);
  for (guint i = 0; i < count_entries (self->practice); i++)
    g_assert_cmpint (fascia_player_get_cap (resumed, i), ==, fascia_player_get_cap (player, i));
  /* But for the get-ready before it. */
  g_assert_cmpint (fascia_player_get_remaining_ms (resumed), <=,
                   fascia_player_get_remaining_ms (player) + 60000);
}

/* The second set is not the first again. */
static void
test_resumed_set (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  g_autoptr (FasciaPlayer) resumed = NULL;
  gint64 now = HOUR_MS;
  FasciaSession *session;

  run_into (player, 1, &now);
  for (guint i = 0; i < 10; i++)
    fascia_player_tick (player, now += 4000);
  g_assert_cmpuint (fascia_player_get_entry (player), ==, 1);
  g_assert_cmpuint (fascia_player_get_set (player), ==, 1);
  session = fascia_player_dup_session (player, 1, 0);
  resumed = fascia_player_new_resumed (self->practice, NULL, session);
  fascia_player_session_free (session);
  g_assert_cmpuint (fascia_player_get_entry (resumed), ==, 1);
  g_assert_cmpuint (fascia_player_get_set (resumed), ==, 1);
}

/* What was held before a sudden end is not asked for again: no entry is told with more than was given. */
static void
test_resumed_in_hold (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  g_autoptr (FasciaPlayer) resumed = NULL;
  gint64 now = HOUR_MS;
  gint64 length, done_ms;
  FasciaSession *session;

  run_into (player, 1, &now);
  length = fascia_player_get_length_ms (player);
  for (guint i = 0; i < 3; i++)
    fascia_player_tick (player, now += 4000);
  session = fascia_player_dup_session (player, 1, 0);
  done_ms = session->steps[1].done_s * (gint64) 1000;
  g_assert_cmpint (done_ms, >=, 12000);
  resumed = fascia_player_new_resumed (self->practice, NULL, session);
  fascia_player_session_free (session);
  run_into (resumed, 1, &now);
  g_assert_cmpint (fascia_player_get_length_ms (resumed), ==,
                   MAX (length - done_ms, FASCIA_PLAYER_SHORTEST_S * 1000));
}

/* Gone through without a hold: nothing was finished. */
static void
test_all_skipped (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  FasciaSession *session;

  fascia_player_resume (player, now);
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
    fascia_player_next (player, now += 1000, NULL);
  g_assert_cmpuint (fascia_player_count_held (player), ==, 0);
  session = fascia_player_dup_session (player, 1, 2);
  g_assert_cmpstr (session->outcome, ==, "stopped");
  fascia_player_session_free (session);
}

static void
test_waits (Fixture *self, gconstpointer data)
{
  const FasciaPlayerOptions options = { .waits = TRUE };
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, &options);
  gint64 now = HOUR_MS;

  fascia_player_resume (player, now);
  g_assert_true (fascia_player_is_waiting (player));
  for (guint i = 0; i < 100; i++)
    fascia_player_tick (player, now += 60000);
  g_assert_true (fascia_player_is_waiting (player));
  g_assert_false (fascia_player_resume (player, now));
  g_assert_true (fascia_player_is_waiting (player));
  g_assert_true (fascia_player_go_on (player, now));
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_HOLD);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, fascia_player_get_length_ms (player));
}

/* A pause over what waits: whatever takes it back begins nothing, the person begins by one press. */
static void
test_waits_paused (Fixture *self, gconstpointer data)
{
  const FasciaPlayerOptions options = { .waits = TRUE };
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, &options);
  gint64 now = HOUR_MS;

  fascia_player_resume (player, now);
  g_assert_true (fascia_player_pause (player, now += 100));
  g_assert_true (fascia_player_resume (player, now += 100));
  g_assert_true (fascia_player_is_waiting (player));
  g_assert_true (fascia_player_pause (player, now += 100));
  g_assert_true (fascia_player_go_on (player, now += 100));
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_HOLD);

  /* Nobody is ready for what was not told yet. */
  g_assert_true (fascia_player_pause (player, now += 100));
  while (fascia_player_get_inner_state (player) == FASCIA_PLAYER_HOLD)
    g_assert_true (fascia_player_next (player, now += 100, "not-now"));
  g_assert_true (fascia_player_go_on (player, now += 100));
  g_assert_true (fascia_player_is_waiting (player));
  g_assert_true (fascia_player_go_on (player, now += 100));
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_HOLD);
  g_assert_false (fascia_player_go_on (player, now += 100));
}

/* Who does not look is told that it waits; and of going on with it, not that it goes on. */
static void
test_waits_is_said (Fixture *self, gconstpointer data)
{
  const FasciaPlayerOptions options = { .waits = TRUE };
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, &options);
  gint64 now = HOUR_MS;
  const GArray *events;

  fascia_player_resume (player, now);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *words = NULL;

      events = fascia_player_tick (player, now);
      g_assert_cmpuint (events->len, ==, 1);
      words = fascia_player_dup_spoken (player, &g_array_index (events, FasciaPlayerEvent, 0));
      g_assert_true (g_str_has_suffix (words, "Press Space when you are ready."));
      g_assert_null (strstr (words, "Going on"));
      fascia_player_pause (player, now += 100);
      fascia_player_tick (player, now);
      fascia_player_resume (player, now += 100);
    }
  fascia_player_set_waits (player, now, FALSE);
  events = fascia_player_tick (player, now);
  g_autofree char *plain
      = fascia_player_dup_spoken (player, &(FasciaPlayerEvent) { FASCIA_PLAYER_EVENT_READY });
  g_assert_null (strstr (plain, "Space"));
}

static const char *
get_reason (FasciaPlayer *player, guint entry)
{
  FasciaSession *session = fascia_player_dup_session (player, 1, 2);
  const char *reason = session->steps[entry].reason;

  fascia_player_session_free (session);
  return reason;
}

/* What is felt after the last hold, or between two, is kept with what was held. */
static void
test_reason_after (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  g_autoptr (FasciaPlayer) between = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  guint n = 0;

  fascia_practice_get_entries (self->practice, &n);
  fascia_player_resume (player, now);
  g_assert_false (fascia_player_tell_reason (player, "nerve"));
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
    fascia_player_tick (player, now += 1000);
  g_assert_null (get_reason (player, n - 1));
  g_assert_true (fascia_player_tell_reason (player, "too-much"));
  g_assert_true (fascia_player_tell_reason (player, "nerve"));
  /* What weighs less takes nothing away. */
  g_assert_false (fascia_player_tell_reason (player, "tense"));
  g_assert_cmpstr (get_reason (player, n - 1), ==, "nerve");
  g_assert_null (get_reason (player, 0));

  fascia_player_resume (between, now);
  while (fascia_player_get_state (between) != FASCIA_PLAYER_HOLD)
    fascia_player_tick (between, now += 1000);
  while (fascia_player_get_state (between) == FASCIA_PLAYER_HOLD)
    fascia_player_tick (between, now += 1000);
  g_assert_true (fascia_player_stop (between, now, "skin"));
  g_assert_cmpstr (get_reason (between, 0), ==, "skin");
}

/* Whatever is pressed, whenever. */
static void
test_anything (Fixture *self, gconstpointer data)
{
  guint rounds = fascia_test_count ("FASCIA_TEST_PLAYS", 400, 40000);

  for (guint seed = 0; seed < rounds; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
      gint64 now = g_rand_int (rand);
      gint64 at_ms = 0;
      gint64 elapsed = 0;
      guint n_over = 0;
      gint64 held = 0;

      fascia_player_resume (player, now);
      for (guint i = 0; i < 300; i++)
        {
          const GArray *events;

          now += g_rand_int_range (rand, 0, 9) == 0 ? g_rand_int_range (rand, 0, 90000000)
                                                    : g_rand_int_range (rand, 0, 5000);
          switch (g_rand_int_range (rand, 0, 16))
            {
            case 0:
              fascia_player_pause (player, now);
              break;
            case 1:
            case 2:
            case 3:
              fascia_player_resume (player, now);
              break;
            case 4:
              fascia_player_next (player, now, NULL);
              break;
            case 5:
              fascia_player_back (player, now);
              break;
            case 6:
              fascia_player_ease_off (player, now, NULL);
              break;
            case 7:
              fascia_player_longer (player, now);
              break;
            case 8:
              if (g_rand_int_range (rand, 0, 20) == 0)
                fascia_player_stop (player, now, "tired");
              break;
            default:
              break;
            }
          events = fascia_player_tick (player, now);
          for (guint j = 0; j < events->len; j++)
            {
              const FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, j);

              g_assert_cmpuint (n_over, ==, 0);
              g_assert_cmpint (event->at_ms, >=, at_ms);
              g_assert_cmpuint (event->entry, <, count_entries (self->practice));
              at_ms = event->at_ms;
              n_over += event->kind == FASCIA_PLAYER_EVENT_FINISHED
                        || event->kind == FASCIA_PLAYER_EVENT_STOPPED;
            }
          g_assert_cmpint (fascia_player_get_elapsed_ms (player), >=, elapsed);
          elapsed = fascia_player_get_elapsed_ms (player);
          g_assert_cmpint (fascia_player_get_left_ms (player), >=, 0);
          g_assert_cmpint (fascia_player_get_left_ms (player), <=,
                           fascia_player_get_length_ms (player));
        }
      for (guint i = 0; i < count_entries (self->practice); i++)
        held += fascia_player_get_done_ms (player, i);
      g_assert_cmpint (held, <=, elapsed);
    }
}

static void
test_killed (Fixture *self, gconstpointer data)
{
  guint rounds = fascia_test_count ("FASCIA_TEST_PLAYS", 200, 5000);

  for (guint seed = 0; seed < rounds; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
      g_autoptr (FasciaPlayer) resumed = NULL;
      g_autoptr (GArray) events = NULL;
      gint64 now = HOUR_MS;
      gint64 life = g_rand_int_range (rand, 0, (int) fascia_player_get_remaining_ms (player));
      FasciaSession *session;
      guint entry;

      fascia_player_resume (player, now);
      for (gint64 at = 0; at < life; at += 1000)
        fascia_player_tick (player, now += MIN (1000, life - at));
      entry = fascia_player_get_entry (player);
      session = fascia_player_dup_session (player, 1, 0);
      g_assert_null (session->outcome);
      resumed = fascia_player_new_resumed (self->practice, NULL, session);
      fascia_player_session_free (session);
      if (resumed == NULL)
        {
          /* All was done but the last breath. */
          g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_FINISHED);
          continue;
        }
      g_assert_cmpuint (fascia_player_get_entry (resumed), ==, entry);
      events = play_all (resumed, NULL, 500, &now);
      session = fascia_player_dup_session (resumed, 1, 2);
      for (guint i = 0; i < count_entries (self->practice); i++)
        {
          g_assert_cmpstr (session->steps[i].outcome, ==, "done");
          g_assert_cmpint (session->steps[i].done_s * 1000, >=, get_planned_ms (self->practice, i));
        }
      fascia_player_session_free (session);
    }
}

static void
test_words (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = HOUR_MS;
  g_autoptr (GArray) events = play_all (player, NULL, 100, &now);
  gboolean left_first = FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      const FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, i);
      g_autofree char *words = fascia_player_dup_words (player, event);

      if (event->kind == FASCIA_PLAYER_EVENT_REST || event->kind == FASCIA_PLAYER_EVENT_READY
          || event->kind == FASCIA_PLAYER_EVENT_START || event->kind == FASCIA_PLAYER_EVENT_SIDE)
        {
          g_assert_nonnull (words);
          g_assert_true (g_utf8_validate (words, -1, NULL));
        }
      if (event->kind == FASCIA_PLAYER_EVENT_REST && strstr (words, "Left shoulder top") != NULL)
        left_first = TRUE;
      if (event->kind == FASCIA_PLAYER_EVENT_SIDE && event->entry == 2)
        {
          g_assert_true (left_first);
          g_assert_nonnull (strstr (words, "Right shoulder top"));
          g_assert_null (strstr (words, "Left"));
        }
    }
  g_assert_true (left_first);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  ADD ("/player/whole", test_whole);
  ADD ("/player/any-ticks", test_any_ticks);
  ADD ("/player/gap", test_gap);
  ADD ("/player/pause", test_pause);
  ADD ("/player/ease-off", test_ease_off);
  ADD ("/player/back-and-next", test_back_and_next);
  ADD ("/player/left-out-before", test_left_out_before);
  ADD ("/player/longer", test_longer);
  ADD ("/player/back-has-limits", test_back_has_limits);
  ADD ("/player/back-after-ease-off", test_back_after_ease_off);
  ADD ("/player/resumed/eased", test_resumed_is_eased);
  ADD ("/player/resumed/set", test_resumed_set);
  ADD ("/player/resumed/in-hold", test_resumed_in_hold);
  ADD ("/player/all-skipped", test_all_skipped);
  ADD ("/player/waits", test_waits);
  ADD ("/player/waits-paused", test_waits_paused);
  ADD ("/player/waits-is-said", test_waits_is_said);
  ADD ("/player/reason-after", test_reason_after);
  ADD ("/player/anything", test_anything);
  ADD ("/player/killed", test_killed);
  ADD ("/player/words", test_words);

  return g_test_run ();
}
