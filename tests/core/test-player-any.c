/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The player under any sequence of ticks, pauses, presses and sleeps: time is kept, order and sides are
 * right, nothing ends early or twice. And what other timers got wrong before.
 */

#include "config.h"

#include "fascia-test-long.h"
#include "player-fixture.h"

#define LONGER_MS (FASCIA_PLAYER_LONGER_S * G_GINT64_CONSTANT (1000))

/* ---- what must hold of everything that is told ---- */

typedef struct
{
  FasciaPlayer *player;
  gint64 at_ms;
  gint64 began_ms;     /* of the hold that runs; -1 */
  gint64 longer_ms;    /* what was added to it */
  guint entry, set;    /* of the part that was told last */
  guint told;          /* the entry that was named last, from 1 */
  gboolean is_changed; /* anywhere: lengths are others from then on */
  gboolean is_longer;
  guint n_backs;
  guint n_halves;
  int last_count;
  guint n_over;
} Ledger;

static const FasciaPracticeEntry *
peek_entry (const Ledger *self, guint i)
{
  guint n;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (fascia_player_get_practice (self->player), &n);

  g_assert_cmpuint (i, <, n);
  return &entries[i];
}

/* The side that is spoken is the side of the entry, and the other one is not named. */
static void
check_side (const Ledger *self, const FasciaPlayerEvent *event)
{
  const FasciaSide side = peek_entry (self, event->entry)->side;
  g_autofree char *words = fascia_player_dup_words (self->player, event);

  g_assert_nonnull (words);
  if (side == FASCIA_SIDE_LEFT)
    g_assert_true (strstr (words, "Left ") != NULL && strstr (words, "Right ") == NULL);
  if (side == FASCIA_SIDE_RIGHT)
    g_assert_true (strstr (words, "Right ") != NULL && strstr (words, "Left ") == NULL);
}

/* Only "back" leads back; between the sets of an entry nothing is left out. */
static void
check_order (Ledger *self, const FasciaPlayerEvent *event)
{
  if (event->entry == self->entry)
    g_assert_cmpuint (event->set, >=, self->set);
  else
    g_assert_cmpuint (event->entry, >, self->entry);
  self->entry = event->entry;
  self->set = event->set;
}

static void
leave_hold (Ledger *self)
{
  self->began_ms = -1;
  /* It may be made longer before it is heard of, while it is paused. */
  self->longer_ms = 0;
}

static void
check_end (Ledger *self, const FasciaPlayerEvent *event)
{
  const gint64 planned_ms = peek_entry (self, event->entry)->seconds * G_GINT64_CONSTANT (1000);

  g_assert_cmpint (self->began_ms, >=, 0);
  if (!self->is_changed)
    g_assert_cmpint (event->at_ms - self->began_ms, ==, planned_ms + self->longer_ms);
  leave_hold (self);
}

static void
take_event (Ledger *self, const FasciaPlayerEvent *event)
{
  g_assert_cmpuint (self->n_over, ==, 0);
  g_assert_cmpint (event->at_ms, >=, self->at_ms);
  self->at_ms = event->at_ms;
  switch ((guint) event->kind)
    {
    case FASCIA_PLAYER_EVENT_READY:
    case FASCIA_PLAYER_EVENT_REST:
    case FASCIA_PLAYER_EVENT_SIDE:
      check_side (self, event);
      check_order (self, event);
      self->told = event->entry + 1;
      self->last_count = 0;
      break;
    case FASCIA_PLAYER_EVENT_SET:
      check_order (self, event);
      g_assert_cmpuint (event->set, >, 0);
      self->last_count = 0;
      break;
    case FASCIA_PLAYER_EVENT_START:
      check_order (self, event);
      g_assert_cmpint (self->began_ms, ==, -1);
      /* Nobody begins without having been told where. */
      if (event->value != 0)
        check_side (self, event);
      else
        g_assert_cmpuint (self->told, ==, event->entry + 1);
      self->told = event->entry + 1;
      self->began_ms = event->at_ms;
      self->n_halves = 0;
      self->last_count = 0;
      break;
    case FASCIA_PLAYER_EVENT_HALF:
      g_assert_cmpint (self->began_ms, >=, 0);
      g_assert_cmpuint (self->n_halves++, ==, 0);
      break;
    case FASCIA_PLAYER_EVENT_COUNT:
      /* Downwards, one by one, and not the same one twice. */
      g_assert_cmpint (event->value, >, 0);
      if (self->last_count > 0)
        g_assert_cmpint (event->value, ==, self->last_count - 1);
      self->last_count = event->value;
      break;
    case FASCIA_PLAYER_EVENT_LONGER:
      self->longer_ms += LONGER_MS;
      self->is_longer = TRUE;
      self->last_count = 0;
      break;
    case FASCIA_PLAYER_EVENT_END:
      check_end (self, event);
      break;
    case FASCIA_PLAYER_EVENT_EASED:
      self->is_changed = TRUE;
      leave_hold (self);
      break;
    case FASCIA_PLAYER_EVENT_SKIPPED:
      leave_hold (self);
      break;
    case FASCIA_PLAYER_EVENT_BACK:
      /* A hold stays as long as it was made, and again and again meets the limits. */
      self->is_changed = self->is_changed || self->is_longer || ++self->n_backs > 3;
      leave_hold (self);
      self->entry = event->entry;
      self->set = event->set;
      break;
    case FASCIA_PLAYER_EVENT_FINISHED:
    case FASCIA_PLAYER_EVENT_STOPPED:
      self->n_over++;
      break;
    default:
      break;
    }
}

/* Running time and pauses are all the time that went by. */
static void
check_time (const Ledger *self, gint64 gone_ms)
{
  FasciaSession *session = fascia_player_dup_session (self->player, 1, 0);
  const gint64 known_ms = fascia_player_get_elapsed_ms (self->player) + session->paused_ms;
  gint64 held_ms = 0;

  for (guint i = 0; i < session->n_steps; i++)
    held_ms += fascia_player_get_done_ms (self->player, i);
  fascia_player_session_free (session);
  g_assert_cmpint (held_ms, <=, fascia_player_get_elapsed_ms (self->player));
  if (self->n_over == 0)
    g_assert_cmpint (known_ms, ==, gone_ms);
  else
    g_assert_cmpint (known_ms, <=, gone_ms);
}

static void
take_tick (Ledger *self, gint64 now, gint64 gone_ms)
{
  const GArray *events = fascia_player_tick (self->player, now);

  for (guint i = 0; i < events->len; i++)
    take_event (self, &g_array_index (events, FasciaPlayerEvent, i));
  check_time (self, gone_ms);
}

/* Some milliseconds, often such that a tick falls on the edge of something. */
static gint64
choose_step (GRand *rand, FasciaPlayer *player)
{
  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      return 0;
    case 1:
      return MIN (fascia_player_get_left_ms (player), FASCIA_PLAYER_GAP_MS);
    case 2:
      return FASCIA_PLAYER_GAP_MS;
    case 3:
      return FASCIA_PLAYER_GAP_MS + 1;
    case 4:
      return g_rand_int_range (rand, 0, 90000000);
    default:
      return g_rand_int_range (rand, 0, FASCIA_PLAYER_GAP_MS + 1);
    }
}

static void
press (GRand *rand, FasciaPlayer *player, gint64 now, gboolean is_calm)
{
  const int what = g_rand_int_range (rand, 0, 30);

  /* Half of all sessions go on without what changes lengths: their times are known. */
  if (is_calm && what > 5 && what < 13)
    return;
  switch (what)
    {
    case 0:
    case 1:
      fascia_player_pause (player, now);
      break;
    case 2:
    case 3:
      fascia_player_resume (player, now);
      break;
    case 4:
    case 5:
      fascia_player_go_on (player, now);
      break;
    case 6:
      fascia_player_next (player, now, "not-now");
      break;
    case 7:
      fascia_player_back (player, now);
      break;
    case 8:
      fascia_player_ease_off (player, now, "asked");
      break;
    case 9:
    case 10:
      fascia_player_longer (player, now);
      break;
    case 11:
      fascia_player_add_other_side (player, now);
      break;
    case 12:
      if (g_rand_int_range (rand, 0, 10) == 0)
        fascia_player_stop (player, now, "tired");
      break;
    case 13:
      fascia_player_set_waits (player, now, g_rand_boolean (rand));
      break;
    default:
      break;
    }
}

static FasciaPlayer *
make_player (Fixture *self, GRand *rand)
{
  const FasciaRegion *places[] = { fascia_body_lookup (self->body, "shoulder-top-left"),
                                   fascia_body_lookup (self->body, "calf-lower-right"), NULL };
  const FasciaPlayerOptions options = { .waits = g_rand_int_range (rand, 0, 4) == 0 };
  g_autoptr (FasciaPractice) practice = make_practice (self, g_rand_boolean (rand) ? places : NULL);

  return fascia_player_new (practice, &options);
}

static void
test_anything (Fixture *self, gconstpointer data)
{
  const guint rounds = fascia_test_count ("FASCIA_TEST_PLAYS", 300, 10000);

  for (guint seed = 0; seed < rounds; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FasciaPlayer) player = make_player (self, rand);
      Ledger ledger = { .player = player, .began_ms = -1 };
      const gint64 began = g_rand_int (rand);
      gint64 now = began;

      fascia_player_resume (player, now);
      for (guint i = 0; i < 400; i++)
        {
          if (ledger.n_over == 0)
            now += choose_step (rand, player);
          press (rand, player, now, seed % 2 == 0);
          take_tick (&ledger, now, now - began);
        }
    }
}

/* Whatever else happens: what is paused is taken up by nothing but its own press, and what waits ends by the
 * person alone. */
static void
test_waits (Fixture *self, gconstpointer data)
{
  const guint rounds = fascia_test_count ("FASCIA_TEST_PLAYS", 300, 10000);
  guint n_begun = 0;

  for (guint seed = 0; seed < rounds; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FasciaPlayer) player = make_player (self, rand);
      gboolean waits = g_rand_boolean (rand);
      gint64 now = 0;

      fascia_player_set_waits (player, now, waits);
      g_assert_cmpint (fascia_player_get_elapsed_ms (player), ==, 0);
      g_assert_false (fascia_player_is_running (player) || fascia_player_is_waiting (player));
      fascia_player_resume (player, now);
      for (guint i = 0; i < 100; i++)
        {
          const gboolean was_paused = fascia_player_get_state (player) == FASCIA_PLAYER_PAUSED;
          const FasciaPlayerState inner = fascia_player_get_inner_state (player);
          const guint entry = fascia_player_get_entry (player);
          const gboolean stands = was_paused || fascia_player_is_waiting (player);
          const gboolean is_open
              = waits && (inner == FASCIA_PLAYER_READY || inner == FASCIA_PLAYER_REST);

          /* Time alone. */
          fascia_player_tick (player, now += g_rand_int_range (rand, 0, FASCIA_PLAYER_GAP_MS));
          g_assert_true (!is_open || stands);
          if (stands)
            {
              g_assert_cmpint (fascia_player_get_inner_state (player), ==, inner);
              g_assert_cmpuint (fascia_player_get_entry (player), ==, entry);
              g_assert_false (fascia_player_is_running (player));
            }
          const gboolean is_paused = fascia_player_get_state (player) == FASCIA_PLAYER_PAUSED;
          const FasciaPlayerState before = fascia_player_get_inner_state (player);

          switch (g_rand_int_range (rand, 0, 8))
            {
            case 0:
              fascia_player_pause (player, now);
              break;
            case 1:
            case 2:
              fascia_player_resume (player, now);
              break;
            case 3:
            case 4:
              waits = g_rand_boolean (rand);
              fascia_player_set_waits (player, now, waits);
              g_assert_cmpint (fascia_player_get_state (player) == FASCIA_PLAYER_PAUSED, ==,
                               is_paused);
              break;
            case 5:
              fascia_player_longer (player, now);
              break;
            case 6:
              n_begun += fascia_player_go_on (player, now)
                         && fascia_player_get_state (player) == FASCIA_PLAYER_HOLD;
              continue;
            default:
              break;
            }
          g_assert_cmpint (fascia_player_get_inner_state (player), ==, before);
        }
    }
  g_assert_cmpuint (n_begun, >, rounds);
}

/* The first that is asleep at a boundary, and the last: whatever happens just there. */
static void
test_every_boundary (Fixture *self, gconstpointer data)
{
  static const gint64 around[] = { -1, 0, 1 };
  const gint64 day = 24 * HOUR_MS;
  g_autoptr (FasciaPlayer) plain = fascia_player_new (self->practice, NULL);
  gint64 plain_now = 0;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (gint64));

  fascia_player_resume (plain, 0);
  while (fascia_player_get_state (plain) != FASCIA_PLAYER_FINISHED)
    {
      const GArray *events = fascia_player_tick (plain, plain_now);

      for (guint i = 0; i < events->len; i++)
        g_array_append_val (marks, g_array_index (events, FasciaPlayerEvent, i).at_ms);
      plain_now += 1000;
    }

  for (guint i = 0; i < marks->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (around); j++)
      {
        const gint64 until = MAX (g_array_index (marks, gint64, i) + around[j], 0);
        g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
        Ledger ledger = { .player = player, .began_ms = -1 };
        gint64 now = HOUR_MS;
        gint64 left;

        fascia_player_resume (player, now);
        while (now - HOUR_MS < until)
          {
            now += MIN (until - (now - HOUR_MS), 4000);
            take_tick (&ledger, now, now - HOUR_MS);
          }
        if (ledger.n_over > 0)
          continue;
        left = fascia_player_get_left_ms (player);
        g_assert_cmpint (left, >, 0);
        /* A day asleep just there. */
        now += day;
        take_tick (&ledger, now, now - HOUR_MS);
        g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_PAUSED);
        g_assert_cmpint (fascia_player_get_left_ms (player), ==, left);
        g_assert_cmpint (fascia_player_get_elapsed_ms (player), ==, until);
        fascia_player_resume (player, now);
        while (ledger.n_over == 0)
          {
            now += 3000;
            take_tick (&ledger, now, now - HOUR_MS);
          }
        g_assert_cmpint (fascia_player_get_elapsed_ms (player), ==,
                         g_array_index (marks, gint64, marks->len - 1));
      }
}

/* ---- what other timers got wrong ---- */

static void
run_into_hold (FasciaPlayer *player, guint entry, gint64 *now)
{
  fascia_player_resume (player, *now);
  while (fascia_player_get_entry (player) < entry
         || fascia_player_get_state (player) != FASCIA_PLAYER_HOLD)
    fascia_player_tick (player, *now += 1000);
}

static guint
count_events (const GArray *events, FasciaPlayerEventKind kind)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    n += g_array_index (events, FasciaPlayerEvent, i).kind == kind;
  return n;
}

/* A second timer told its end twice: every end is told once, of however many holds there were before. */
static void
test_ends_once (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 0;
  guint n_ends = 0, n_finished = 0;

  fascia_player_resume (player, now);
  for (guint i = 0; i < 3000; i++)
    {
      const GArray *events = fascia_player_tick (player, now += 500);

      g_assert_cmpuint (count_events (events, FASCIA_PLAYER_EVENT_END), <=, 1);
      n_ends += count_events (events, FASCIA_PLAYER_EVENT_END);
      n_finished += count_events (events, FASCIA_PLAYER_EVENT_FINISHED);
      /* The same moment again brings nothing. */
      g_assert_cmpuint (fascia_player_tick (player, now)->len, ==, 0);
    }
  g_assert_cmpuint (n_ends, ==, 8);
  g_assert_cmpuint (n_finished, ==, 1);
}

/* A timer went off at once, whatever it was set to. */
static void
test_not_at_once (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = G_GINT64_CONSTANT (4000000000000);

  /* However far the clock is from where it was at the last session. */
  fascia_player_resume (player, now);
  g_assert_cmpuint (count_events (fascia_player_tick (player, now), FASCIA_PLAYER_EVENT_END), ==,
                    0);
  run_into_hold (player, 1, &now);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 30000);
  for (guint i = 0; i < 29; i++)
    g_assert_cmpuint (
        count_events (fascia_player_tick (player, now += 1000), FASCIA_PLAYER_EVENT_END), ==, 0);
  g_assert_cmpuint (count_events (fascia_player_tick (player, now += 999), FASCIA_PLAYER_EVENT_END),
                    ==, 0);
  g_assert_cmpuint (count_events (fascia_player_tick (player, now += 1), FASCIA_PLAYER_EVENT_END),
                    ==, 1);
}

/* What mended the sleep broke the pause: a sleep within a pause is a pause, and one pause. */
static void
test_sleep_in_pause (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 0;
  FasciaSession *session;

  run_into_hold (player, 1, &now);
  fascia_player_tick (player, now += 3000);
  fascia_player_pause (player, now);
  fascia_player_tick (player, now);
  g_assert_cmpuint (fascia_player_tick (player, now += 8 * HOUR_MS)->len, ==, 0);
  fascia_player_resume (player, now += 100);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 27000);
  fascia_player_tick (player, now += 1000);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 26000);
  session = fascia_player_dup_session (player, 1, 0);
  g_assert_cmpint (session->paused_ms, ==, 8 * HOUR_MS + 100);
  fascia_player_session_free (session);
}

/* What was cleared or had run out went on when somebody pressed Continue. */
static void
test_over_stays_over (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 0;

  run_into_hold (player, 1, &now);
  fascia_player_pause (player, now);
  g_assert_true (fascia_player_stop (player, now, NULL));
  g_assert_false (fascia_player_resume (player, now += 100));
  g_assert_false (fascia_player_pause (player, now));
  g_assert_false (fascia_player_next (player, now, NULL));
  g_assert_false (fascia_player_back (player, now));
  g_assert_false (fascia_player_longer (player, now));
  g_assert_false (fascia_player_ease_off (player, now, NULL));
  g_assert_false (fascia_player_add_other_side (player, now));
  g_assert_false (fascia_player_is_running (player));
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 0);
  fascia_player_tick (player, now);
  g_assert_cmpuint (fascia_player_tick (player, now += HOUR_MS)->len, ==, 0);
}

/* The time of the one before was shown for a moment: a part begins with its own. */
static void
test_begins_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  FasciaPlayerState last = 0;
  gint64 now = 0;

  fascia_player_resume (player, now);
  while (fascia_player_get_state (player) != FASCIA_PLAYER_FINISHED)
    {
      const FasciaPlayerState state = fascia_player_get_state (player);

      if (state != last)
        g_assert_cmpint (fascia_player_get_left_ms (player), ==,
                         fascia_player_get_length_ms (player));
      last = state;
      fascia_player_tick (player, now += 1000);
    }
}

/* What was left of a timer before was taken along into the new one. */
static void
test_back_is_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 0;

  run_into_hold (player, 1, &now);
  fascia_player_tick (player, now += 4000);
  fascia_player_pause (player, now += 500);
  fascia_player_back (player, now += 60000);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 30000);
  fascia_player_resume (player, now += 60000);
  fascia_player_tick (player, now += 1000);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 29000);
}

/* A length that was changed was only used by the next one. "Halfway" is not said again. */
static void
test_longer_now (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 0;
  guint n_halves = 0, n_fives = 0;

  run_into_hold (player, 1, &now);
  for (guint i = 0; i < 45; i++)
    {
      const GArray *events = fascia_player_tick (player, now += 1000);

      n_halves += count_events (events, FASCIA_PLAYER_EVENT_HALF);
      for (guint j = 0; j < events->len; j++)
        n_fives += g_array_index (events, FasciaPlayerEvent, j).value == 5;
      g_assert_cmpint (fascia_player_get_state (player), ==,
                       i < 44 ? FASCIA_PLAYER_HOLD : FASCIA_PLAYER_CHANGE);
      if (i == 19)
        g_assert_true (fascia_player_longer (player, now));
      if (i >= 19 && i < 44)
        g_assert_cmpint (fascia_player_get_left_ms (player), ==, (44 - (int) i) * 1000);
    }
  g_assert_cmpuint (n_halves, ==, 1);
  g_assert_cmpuint (n_fives, ==, 1);
}

/* A clock that is put back takes nothing back, ends nothing, and does not stand still. */
static void
test_clock_back (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 24 * HOUR_MS;

  run_into_hold (player, 1, &now);
  fascia_player_tick (player, now += 4000);
  g_assert_cmpuint (fascia_player_tick (player, now -= HOUR_MS)->len, ==, 0);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 26000);
  g_assert_true (fascia_player_is_running (player));
  fascia_player_tick (player, now += 1000);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 25000);
  fascia_player_pause (player, now);
  fascia_player_tick (player, now -= HOUR_MS);
  fascia_player_resume (player, now);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 25000);
}

/* A gap is one when it is longer than that, and not before. */
static void
test_gap_edge (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  gint64 now = 0;

  run_into_hold (player, 1, &now);
  fascia_player_tick (player, now += FASCIA_PLAYER_GAP_MS);
  g_assert_true (fascia_player_is_running (player));
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 25000);
  fascia_player_tick (player, now += FASCIA_PLAYER_GAP_MS + 1);
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_PAUSED);
  g_assert_cmpint (fascia_player_get_left_ms (player), ==, 25000);
}

/* Nothing but "go on" begins it. */
static void
test_not_begun (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaPlayer) player = fascia_player_new (self->practice, NULL);
  const gint64 remaining = fascia_player_get_remaining_ms (player);

  g_assert_false (fascia_player_next (player, 0, NULL));
  g_assert_false (fascia_player_back (player, 0));
  g_assert_false (fascia_player_pause (player, 0));
  g_assert_false (fascia_player_longer (player, 0));
  g_assert_false (fascia_player_ease_off (player, 0, NULL));
  g_assert_false (fascia_player_add_other_side (player, 0));
  g_assert_cmpuint (fascia_player_tick (player, 24 * HOUR_MS)->len, ==, 0);
  g_assert_cmpint (fascia_player_get_remaining_ms (player), ==, remaining);
  g_assert_cmpint (fascia_player_get_elapsed_ms (player), ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  ADD ("/player/any/presses", test_anything);
  ADD ("/player/any/waits", test_waits);
  ADD ("/player/any/every-boundary", test_every_boundary);
  ADD ("/player/known/ends-once", test_ends_once);
  ADD ("/player/known/not-at-once", test_not_at_once);
  ADD ("/player/known/sleep-in-pause", test_sleep_in_pause);
  ADD ("/player/known/over-stays-over", test_over_stays_over);
  ADD ("/player/known/begins-whole", test_begins_whole);
  ADD ("/player/known/back-is-whole", test_back_is_whole);
  ADD ("/player/known/longer-now", test_longer_now);
  ADD ("/player/known/clock-back", test_clock_back);
  ADD ("/player/known/gap-edge", test_gap_edge);
  ADD ("/player/known/not-begun", test_not_begun);

  return g_test_run ();
}
