/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A slow breath to follow: where it is when, and the time it takes whatever the clock does. */

#include "config.h"

#include <math.h>

#include "core/routines/fascia-breath.h"

static void
test_at (void)
{
  static const struct
  {
    gint64 ms;
    FasciaBreathPhase phase;
    guint breath;
    int left;
    double fullness;
  } cases[] = {
    { -5, FASCIA_BREATH_IN, 0, 4, 0 },      { 0, FASCIA_BREATH_IN, 0, 4, 0 },
    { 1, FASCIA_BREATH_IN, 0, 4, 0 },       { 1000, FASCIA_BREATH_IN, 0, 3, 0.146 },
    { 2000, FASCIA_BREATH_IN, 0, 2, 0.5 },  { 3999, FASCIA_BREATH_IN, 0, 1, 1 },
    { 4000, FASCIA_BREATH_OUT, 0, 6, 1 },   { 7000, FASCIA_BREATH_OUT, 0, 3, 0.5 },
    { 9999, FASCIA_BREATH_OUT, 0, 1, 0 },   { 10000, FASCIA_BREATH_IN, 1, 4, 0 },
    { 62000, FASCIA_BREATH_IN, 6, 2, 0.5 }, { 3600000, FASCIA_BREATH_IN, 360, 4, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FasciaBreathAt at;

      fascia_breath_at (cases[i].ms, &at);
      g_assert_cmpint (at.phase, ==, cases[i].phase);
      g_assert_cmpuint (at.breath, ==, cases[i].breath);
      g_assert_cmpint (at.seconds_left, ==, cases[i].left);
      g_assert_cmpfloat_with_epsilon (at.fullness, cases[i].fullness, 0.001);
    }
}

/* About six a minute, out for longer than in, never held: it always moves. */
static void
test_breath_itself (void)
{
  FasciaBreathAt before;

  g_assert_cmpint (FASCIA_BREATH_OUT_MS, >, FASCIA_BREATH_IN_MS);
  g_assert_cmpint (60000 / FASCIA_BREATH_MS, ==, 6);
  fascia_breath_at (0, &before);
  for (gint64 ms = 250; ms <= 2 * FASCIA_BREATH_MS; ms += 250)
    {
      FasciaBreathAt at;

      fascia_breath_at (ms, &at);
      g_assert_cmpfloat (fabs (at.fullness - before.fullness), >, 0);
      g_assert_cmpfloat (fabs (at.fullness - before.fullness), <, 0.11);
      before = at;
    }
}

typedef struct
{
  guint n_changes;
  guint n_finished;
  guint n_suspended;
} Told;

static void
take (Told *told, FasciaBreathEvents events)
{
  told->n_changes += (events & FASCIA_BREATH_CHANGED) != 0;
  told->n_finished += (events & FASCIA_BREATH_FINISHED) != 0;
  told->n_suspended += (events & FASCIA_BREATH_SUSPENDED) != 0;
}

static void
test_to_the_end (void)
{
  FasciaBreath breath = { .planned_ms = 120000 };
  Told told = { 0 };

  g_assert_true (fascia_breath_resume (&breath, 7000));
  g_assert_false (fascia_breath_resume (&breath, 7000));
  for (gint64 now = 7000; now <= 7000 + 130000; now += 100)
    take (&told, fascia_breath_tick (&breath, now));
  g_assert_cmpuint (told.n_changes, ==, 24);
  g_assert_cmpuint (told.n_finished, ==, 1);
  g_assert_cmpint (breath.elapsed_ms, ==, 120000);
  g_assert_true (breath.is_finished);
  g_assert_false (fascia_breath_resume (&breath, 200000));
}

/* No length cuts a breath, and a shorter one chosen late lets this breath end. */
static void
test_whole_breaths (void)
{
  FasciaBreath breath = { .planned_ms = 61000 };

  g_assert_cmpint (fascia_breath_get_end_ms (&breath), ==, 70000);
  breath.elapsed_ms = 33000;
  fascia_breath_plan (&breath, 20000);
  g_assert_cmpint (fascia_breath_get_end_ms (&breath), ==, 40000);
  fascia_breath_plan (&breath, 0);
  g_assert_cmpint (fascia_breath_get_end_ms (&breath), ==, G_MAXINT64);
}

static void
test_gap (void)
{
  FasciaBreath breath = { 0 };
  Told told = { 0 };

  fascia_breath_resume (&breath, 0);
  take (&told, fascia_breath_tick (&breath, 3000));
  take (&told, fascia_breath_tick (&breath, 3000 + 86400000));
  g_assert_cmpuint (told.n_suspended, ==, 1);
  g_assert_false (breath.is_running);
  g_assert_cmpint (breath.elapsed_ms, ==, 3000);
  /* A clock that goes back takes nothing away. */
  fascia_breath_resume (&breath, 90000000);
  fascia_breath_tick (&breath, 90001000);
  fascia_breath_tick (&breath, 80000000);
  g_assert_cmpint (breath.elapsed_ms, ==, 4000);
  fascia_breath_tick (&breath, 90002000);
  g_assert_cmpint (breath.elapsed_ms, ==, 5000);
}

static void
test_pause (void)
{
  FasciaBreath breath = { .planned_ms = 120000 };

  g_assert_false (fascia_breath_pause (&breath, 0));
  fascia_breath_resume (&breath, 0);
  fascia_breath_tick (&breath, 2000);
  g_assert_true (fascia_breath_pause (&breath, 2500));
  g_assert_cmpint (breath.elapsed_ms, ==, 2500);
  g_assert_cmpint (fascia_breath_tick (&breath, 600000), ==, FASCIA_BREATH_NOTHING);
  g_assert_true (fascia_breath_resume (&breath, 600000));
  /* Which way it goes is told once more. */
  g_assert_cmpint (fascia_breath_tick (&breath, 600100), ==, FASCIA_BREATH_CHANGED);
  g_assert_cmpint (breath.elapsed_ms, ==, 2600);
}

/* Whatever is pressed when: time is never made up, never lost while it ran. */
static void
test_any (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      FasciaBreath breath = { .planned_ms = g_rand_int_range (chance, 0, 4) * 60000 };
      gint64 now = 1000;
      gint64 ran = 0;

      for (guint i = 0; i < 400; i++)
        {
          const gint64 gone = g_rand_int_range (chance, 0, 20) == 0
                                  ? g_rand_int_range (chance, 6000, 1000000)
                                  : g_rand_int_range (chance, 0, 2000);
          const gboolean was_running = breath.is_running;

          now += gone;
          switch (g_rand_int_range (chance, 0, 8))
            {
            case 0:
              fascia_breath_pause (&breath, now);
              break;
            case 1:
              if (!was_running)
                fascia_breath_resume (&breath, now);
              else
                fascia_breath_tick (&breath, now);
              break;
            default:
              fascia_breath_tick (&breath, now);
              break;
            }
          if (was_running && gone <= FASCIA_BREATH_GAP_MS)
            ran += gone;
          g_assert_cmpint (breath.elapsed_ms, ==, MIN (ran, fascia_breath_get_end_ms (&breath)));
          g_assert_false (breath.is_running && breath.is_finished);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/breath/at", test_at);
  g_test_add_func ("/breath/itself", test_breath_itself);
  g_test_add_func ("/breath/to-the-end", test_to_the_end);
  g_test_add_func ("/breath/whole-breaths", test_whole_breaths);
  g_test_add_func ("/breath/gap", test_gap);
  g_test_add_func ("/breath/pause", test_pause);
  g_test_add_func ("/breath/any", test_any);

  return g_test_run ();
}
