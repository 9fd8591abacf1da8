/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The marked side is done, and the other side is on offer: once, where it may be done.
 */

#include "config.h"

#include "player-fixture.h"

/* The left shoulder and the left calf are marked: four entries, two of them with a side. */
static FasciaPlayer *
make_player (Fixture *self, gint64 *now)
{
  const FasciaRegion *places[] = { fascia_body_lookup (self->body, "shoulder-top-left"),
                                   fascia_body_lookup (self->body, "calf-lower-left"), NULL };
  g_autoptr (FasciaPractice) practice = make_practice (self, places);
  FasciaPlayer *player = fascia_player_new (practice, NULL);

  g_assert_cmpuint (count_entries (practice), ==, 4);
  fascia_player_resume (player, *now);
  fascia_player_tick (player, *now);
  return player;
}

static const FasciaPracticeEntry *
peek_entry (FasciaPlayer *player, guint i)
{
  guint n;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (fascia_player_get_practice (player), &n);

  g_assert_cmpuint (i, <, n);
  return &entries[i];
}

static void
run_to (FasciaPlayer *player, guint entry, FasciaPlayerState state, gint64 *now)
{
  while (fascia_player_get_entry (player) != entry || fascia_player_get_state (player) != state)
    {
      g_assert_cmpint (fascia_player_get_state (player), !=, FASCIA_PLAYER_FINISHED);
      fascia_player_tick (player, *now += 100);
    }
}

static void
test_in_hold (Fixture *self, gconstpointer data)
{
  gint64 now = 1000;
  g_autoptr (FasciaPlayer) player = make_player (self, &now);
  gint64 left, remaining;
  const GArray *events;

  g_assert_cmpint (fascia_player_find_other_side (player), ==, -1);
  run_to (player, 0, FASCIA_PLAYER_HOLD, &now);
  /* A movement without sides. */
  g_assert_cmpint (fascia_player_find_other_side (player), ==, -1);
  g_assert_false (fascia_player_add_other_side (player, now));
  run_to (player, 1, FASCIA_PLAYER_HOLD, &now);
  g_assert_cmpint (fascia_player_find_other_side (player), ==, 1);
  left = fascia_player_get_left_ms (player);
  remaining = fascia_player_get_remaining_ms (player);
  g_assert_true (fascia_player_add_other_side (player, now));
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, left);
  g_assert_cmpint (fascia_player_get_remaining_ms (player), >=, remaining + 60000);
  events = fascia_player_tick (player, now);
  g_assert_cmpint (g_array_index (events, FasciaPlayerEvent, events->len - 1).kind, ==,
                   FASCIA_PLAYER_EVENT_ADDED);
  /* Once. */
  g_assert_cmpint (fascia_player_find_other_side (player), ==, -1);
  g_assert_false (fascia_player_add_other_side (player, now));

  g_assert_true (peek_entry (player, 1)->step == peek_entry (player, 2)->step);
  g_assert_cmpint (peek_entry (player, 2)->side, ==, FASCIA_SIDE_RIGHT);
  g_assert_cmpstr (fascia_region_get_id (peek_entry (player, 2)->places[0]), ==,
                   "shoulder-top-right");
  g_assert_cmpint (peek_entry (player, 2)->sets, ==, peek_entry (player, 1)->sets);
  /* The rest after an item comes after both sides. */
  g_assert_cmpint (peek_entry (player, 1)->rest_s, ==, 0);
  g_assert_cmpint (peek_entry (player, 2)->rest_s, ==, 10);
  run_to (player, 2, FASCIA_PLAYER_CHANGE, &now);
  g_assert_true (fascia_player_is_new_side (player));
  run_to (player, 3, FASCIA_PLAYER_REST, &now);
  g_assert_cmpint (fascia_player_get_done_ms (player, 2), ==, 60000);
}

/* Just done, and on the way to something else. */
static void
test_on_the_way (Fixture *self, gconstpointer data)
{
  gint64 now = 1000;
  g_autoptr (FasciaPlayer) player = make_player (self, &now);
  gboolean has_changed = FALSE;
  const GArray *events;

  run_to (player, 2, FASCIA_PLAYER_REST, &now);
  fascia_player_pause (player, now += 2000);
  fascia_player_tick (player, now);
  g_assert_cmpint (fascia_player_find_other_side (player), ==, 1);
  g_assert_true (fascia_player_add_other_side (player, now));
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_PAUSED);
  g_assert_cmpint (fascia_player_get_inner_state (player), ==, FASCIA_PLAYER_CHANGE);
  g_assert_true (fascia_player_is_new_side (player));
  fascia_player_resume (player, now);
  events = fascia_player_tick (player, now);
  for (guint i = 0; i < events->len; i++)
    {
      const FasciaPlayerEvent *event = &g_array_index (events, FasciaPlayerEvent, i);
      g_autofree char *words = fascia_player_dup_words (player, event);

      if (event->kind != FASCIA_PLAYER_EVENT_SIDE)
        continue;
      has_changed = TRUE;
      g_assert_nonnull (strstr (words, "Right shoulder top"));
    }
  g_assert_true (has_changed);
  run_to (player, 3, FASCIA_PLAYER_REST, &now);
  g_assert_cmpstr (fascia_region_get_id (peek_entry (player, 3)->places[0]), ==, "calf-lower-left");
}

/* Something at the right calf: the left one may be done, the right one is not on offer. */
static void
test_held_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (self->body, &error);
  const FasciaConditionAnswer answers[] = {
    { .code = "wound", .region = "calf-lower-right", .side = FASCIA_SIDE_MIDLINE, .since_day = DAY }
  };
  gint64 now = 1000;

  g_assert_no_error (error);
  g_clear_pointer (&self->safety, fascia_safety_unref);
  self->safety
      = fascia_safety_new (conditions, self->body, answers, G_N_ELEMENTS (answers), DAY, DAY);
  g_autoptr (FasciaPlayer) player = make_player (self, &now);

  run_to (player, 1, FASCIA_PLAYER_HOLD, &now);
  g_assert_cmpint (fascia_player_find_other_side (player), ==, 1);
  run_to (player, 2, FASCIA_PLAYER_HOLD, &now);
  g_assert_cmpint (peek_entry (player, 2)->side, ==, FASCIA_SIDE_LEFT);
  g_assert_cmpint (fascia_player_find_other_side (player), ==, -1);
  g_assert_false (fascia_player_add_other_side (player, now));
}

/* What was left out is not asked for on the other side. */
static void
test_skipped (Fixture *self, gconstpointer data)
{
  gint64 now = 1000;
  g_autoptr (FasciaPlayer) player = make_player (self, &now);

  run_to (player, 1, FASCIA_PLAYER_HOLD, &now);
  fascia_player_next (player, now, "not-now");
  g_assert_cmpint (fascia_player_find_other_side (player), ==, -1);
}

/* Both sides are marked: there is no other one. */
static void
test_both (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 1000;

  fascia_player_resume (player, now);
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
    {
      g_assert_cmpint (fascia_player_find_other_side (player), ==, -1);
      fascia_player_tick (player, now += 1000);
    }
}

/* A sudden end forgets neither side. */
static void
test_resumed (Fixture *self, gconstpointer data)
{
  gint64 now = 1000;
  g_autoptr (FasciaPlayer) player = make_player (self, &now);
  g_autoptr (FasciaPlayer) resumed = NULL;
  g_autoptr (FasciaPractice) practice = fascia_practice_ref (fascia_player_get_practice (player));
  FasciaSession *session;

  run_to (player, 1, FASCIA_PLAYER_HOLD, &now);
  fascia_player_add_other_side (player, now);
  run_to (player, 2, FASCIA_PLAYER_HOLD, &now);
  session = fascia_player_dup_session (player, 1, 0);
  g_assert_cmpuint (session->n_steps, ==, 5);
  resumed = fascia_player_new_resumed (practice, NULL, session);
  g_assert_nonnull (resumed);
  g_assert_cmpuint (fascia_player_get_entry (resumed), ==, 2);
  g_assert_cmpint (peek_entry (resumed, 2)->side, ==, FASCIA_SIDE_RIGHT);
  fascia_player_session_free (session);
}

/* Ease off is about the side that hurt. */
static void
test_eased (Fixture *self, gconstpointer data)
{
  gint64 now = 1000;
  g_autoptr (FasciaPlayer) player = make_player (self, &now);

  run_to (player, 1, FASCIA_PLAYER_HOLD, &now);
  fascia_player_ease_off (player, now, "sharp");
  g_assert_true (fascia_player_add_other_side (player, now));
  g_assert_cmpint (fascia_player_get_cap (player, 2), ==, fascia_player_get_cap (player, 1) + 1);
  run_to (player, 2, FASCIA_PLAYER_HOLD, &now);
  g_assert_cmpint (fascia_player_get_length_ms (player), ==, 30000);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  ADD ("/player/other-side/in-hold", test_in_hold);
  ADD ("/player/other-side/on-the-way", test_on_the_way);
  ADD ("/player/other-side/held-back", test_held_back);
  ADD ("/player/other-side/skipped", test_skipped);
  ADD ("/player/other-side/both", test_both);
  ADD ("/player/other-side/resumed", test_resumed);
  ADD ("/player/other-side/eased", test_eased);

  return g_test_run ();
}
