/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A period on one figure: by hand, against a slow and plain count, and in words.
 */

#include "config.h"

#include "core/insights/fascia-heat.h"
#include "fascia-core-resources.h"
#include "fascia-test-diary.h"
#include "fascia-test-cpu.h"

#define TIGHT FASCIA_SCALE_TIGHTNESS
#define PAIN FASCIA_SCALE_PAIN
#define NO_LEVEL FASCIA_LEVEL_NOT_GIVEN

typedef struct
{
  FasciaBody *body;
  FasciaTestDiary *diary;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->body = fascia_body_new (&error);
  g_assert_no_error (error);
  fixture->diary = fascia_test_diary_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fascia_test_diary_free (fixture->diary);
  fascia_body_unref (fixture->body);
}

static FasciaHeat *
make_heat (Fixture *fixture, FasciaScale scale, gint32 first_day, gint32 last_day)
{
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (fixture->diary);

  return fascia_heat_new (fixture->body, series, scale, first_day, last_day);
}

static const FasciaRegion *
place (Fixture *fixture, const char *id)
{
  const FasciaRegion *region = fascia_body_lookup (fixture->body, id);

  g_assert_nonnull (region);
  return region;
}

#define assert_cell(fixture, heat, id, days, answered, expected_mean, expected_worst)              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const FasciaHeatCell *cell_ = fascia_heat_get_cell (heat, place (fixture, id));                \
                                                                                                   \
    g_assert_cmpuint (cell_->n_days, ==, days);                                                    \
    g_assert_cmpuint (cell_->n_answered, ==, answered);                                            \
    g_assert_cmpfloat_with_epsilon (cell_->mean, expected_mean, 1e-9);                             \
    g_assert_cmpint (cell_->worst, ==, expected_worst);                                            \
  }                                                                                                \
  G_STMT_END

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaHeat) heat = make_heat (fixture, PAIN, 10, 20);
  gint32 first, last;

  g_assert_cmpint (fascia_heat_get_scale (heat), ==, PAIN);
  fascia_heat_get_range (heat, &first, &last);
  g_assert_cmpint (first, ==, 10);
  g_assert_cmpint (last, ==, 20);
  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 0);
  assert_cell (fixture, heat, "heel-left", 0, 0, -1, NO_LEVEL);
  for (FasciaHeatMeasure measure = FASCIA_HEAT_SHARE; measure <= FASCIA_HEAT_WORST; measure++)
    g_assert_cmpint (fascia_heat_get_step (heat, place (fixture, "heel-left"), measure), ==, -1);
}

/* A day without an entry is not a day without pain. */
static void
test_gap (Fixture *fixture, gconstpointer data)
{
  fascia_test_diary_add (fixture->diary, 10, 600, "heel-left", TIGHT, 4);
  fascia_test_diary_add (fixture->diary, 19, 600, "heel-left", TIGHT, 6);
  fascia_test_diary_add (fixture->diary, 19, 600, "jaw-right", TIGHT, 2);
  g_autoptr (FasciaHeat) heat = make_heat (fixture, TIGHT, 10, 19);

  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 2);
  assert_cell (fixture, heat, "heel-left", 2, 2, 5, 6);
  /* Not answered on the tenth: not none, not asked. */
  assert_cell (fixture, heat, "jaw-right", 1, 1, 2, 2);
  g_assert_cmpfloat (fascia_heat_get_cell (heat, place (fixture, "heel-left"))->share, ==, 1);
  g_assert_cmpfloat (fascia_heat_get_cell (heat, place (fixture, "jaw-right"))->share, ==, 0.5);
  assert_cell (fixture, heat, "jaw-left", 0, 0, -1, NO_LEVEL);
}

static void
test_levels (Fixture *fixture, gconstpointer data)
{
  /* The mean of a day's answers counts once, however many there were. */
  fascia_test_diary_add (fixture->diary, 10, 600, "heel-left", TIGHT, 2);
  fascia_test_diary_add (fixture->diary, 10, 700, "heel-left", TIGHT, 4);
  fascia_test_diary_add (fixture->diary, 10, 800, "heel-left", TIGHT, 9);
  fascia_test_diary_add (fixture->diary, 11, 600, "heel-left", TIGHT, 1);
  /* None is an answer, and a day on which it was not marked. */
  fascia_test_diary_add (fixture->diary, 11, 600, "groin-left", TIGHT, 3);
  fascia_test_diary_add (fixture->diary, 12, 600, "groin-left", TIGHT, 0);
  /* Without a level: a day, no answer. */
  fascia_test_diary_add (fixture->diary, 11, 600, "jaw-left", TIGHT, 6);
  fascia_test_diary_add (fixture->diary, 12, 600, "jaw-left", TIGHT, NO_LEVEL);
  fascia_test_diary_add (fixture->diary, 12, 600, "sacrum", TIGHT, NO_LEVEL);
  /* The other quantity is another picture. */
  fascia_test_diary_add (fixture->diary, 13, 600, "heel-left", PAIN, 10);

  g_autoptr (FasciaHeat) heat = make_heat (fixture, TIGHT, 1, 100);
  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 3);
  assert_cell (fixture, heat, "heel-left", 2, 2, 3, 9);
  assert_cell (fixture, heat, "groin-left", 1, 2, 1.5, 3);
  assert_cell (fixture, heat, "jaw-left", 2, 1, 6, 6);
  assert_cell (fixture, heat, "sacrum", 1, 0, -1, NO_LEVEL);

  g_autoptr (FasciaHeat) pain = make_heat (fixture, PAIN, 1, 100);
  g_assert_cmpuint (fascia_heat_get_n_days (pain), ==, 1);
  assert_cell (fixture, pain, "heel-left", 1, 1, 10, 10);

  g_autoptr (FasciaHeat) part = make_heat (fixture, TIGHT, 11, 11);
  g_assert_cmpuint (fascia_heat_get_n_days (part), ==, 1);
  assert_cell (fixture, part, "heel-left", 1, 1, 1, 1);
  assert_cell (fixture, part, "groin-left", 1, 1, 3, 3);

  g_autoptr (FasciaHeat) backwards = make_heat (fixture, TIGHT, 12, 11);
  g_assert_cmpuint (fascia_heat_get_n_days (backwards), ==, 0);
}

static void
test_nothing_today (Fixture *fixture, gconstpointer data)
{
  fascia_test_diary_add (fixture->diary, 10, 600, "heel-left", TIGHT, 6);
  fascia_test_diary_add_nothing (fixture->diary, 11, 600);
  /* A place of its own mark keeps it: a level, and one without. */
  fascia_test_diary_add (fixture->diary, 12, 600, "heel-left", TIGHT, 3);
  fascia_test_diary_add (fixture->diary, 12, 600, "jaw-left", TIGHT, NO_LEVEL);
  fascia_test_diary_add_nothing (fixture->diary, 12, 900);
  /* Void, as the same check-in says something. */
  fascia_test_diary_add_nothing (fixture->diary, 13, 600);
  fascia_test_diary_add (fixture->diary, 13, 600, "groin-left", PAIN, 2);
  /* Not void: the same check-in says none. */
  fascia_test_diary_add_nothing (fixture->diary, 14, 600);
  fascia_test_diary_add (fixture->diary, 14, 600, "groin-left", PAIN, 0);
  g_autoptr (FasciaHeat) heat = make_heat (fixture, TIGHT, 10, 20);

  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 4);
  assert_cell (fixture, heat, "heel-left", 2, 4, 9.0 / 4, 6);
  assert_cell (fixture, heat, "jaw-left", 1, 2, 0, 0);
  /* Never marked on this scale: there is nothing to answer. */
  assert_cell (fixture, heat, "groin-left", 0, 0, -1, NO_LEVEL);
  g_assert_cmpfloat (fascia_heat_get_cell (heat, place (fixture, "heel-left"))->share, ==, 0.5);

  g_autoptr (FasciaHeat) pain = make_heat (fixture, PAIN, 10, 20);
  g_assert_cmpuint (fascia_heat_get_n_days (pain), ==, 4);
  assert_cell (fixture, pain, "groin-left", 1, 4, 0.5, 2);
}

static void
test_unknown_place (Fixture *fixture, gconstpointer data)
{
  fascia_test_diary_add (fixture->diary, 10, 600, "from-another-version", TIGHT, 6);
  fascia_test_diary_add (fixture->diary, 11, 600, "heel-left", TIGHT, 6);
  g_autoptr (FasciaHeat) heat = make_heat (fixture, TIGHT, 10, 20);

  g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, 2);
  assert_cell (fixture, heat, "heel-left", 1, 1, 6, 6);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  static const int worst_steps[] = { -1, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4 };

  /* One place on each of ten days, one on the first, on the first two … */
  for (gint32 day = 0; day < 10; day++)
    {
      fascia_test_diary_add (fixture->diary, day, 600, "heel-left", TIGHT, 10);
      if (day < 2)
        fascia_test_diary_add (fixture->diary, day, 600, "jaw-left", TIGHT, day == 0 ? 3 : 2);
      if (day < 3)
        fascia_test_diary_add (fixture->diary, day, 600, "groin-left", TIGHT, NO_LEVEL);
      if (day < 9)
        fascia_test_diary_add (fixture->diary, day, 600, "sacrum", TIGHT, 1);
      if (day == 9)
        fascia_test_diary_add (fixture->diary, day, 600, "knee-back-left", TIGHT, 0);
    }
  g_autoptr (FasciaHeat) heat = make_heat (fixture, TIGHT, 0, 9);
#define STEP(id, measure) fascia_heat_get_step (heat, place (fixture, id), measure)
  g_assert_cmpint (STEP ("heel-left", FASCIA_HEAT_SHARE), ==, 4);
  g_assert_cmpint (STEP ("sacrum", FASCIA_HEAT_SHARE), ==, 4);
  g_assert_cmpint (STEP ("groin-left", FASCIA_HEAT_SHARE), ==, 1);
  g_assert_cmpint (STEP ("jaw-left", FASCIA_HEAT_SHARE), ==, 0);
  g_assert_cmpint (STEP ("knee-back-left", FASCIA_HEAT_SHARE), ==, -1);
  /* 2.5 is nearer to 3 than to 2, as people round. */
  g_assert_cmpint (STEP ("jaw-left", FASCIA_HEAT_MEAN), ==, 1);
  g_assert_cmpint (STEP ("groin-left", FASCIA_HEAT_MEAN), ==, -1);
  g_assert_cmpint (STEP ("knee-back-left", FASCIA_HEAT_MEAN), ==, -1);
  g_assert_cmpint (STEP ("heel-left", FASCIA_HEAT_MEAN), ==, 4);
  g_assert_cmpint (STEP ("groin-left", FASCIA_HEAT_WORST), ==, -1);
  /* Marked lightly and seldom is still marked: it is painted, as what the first step says. */
  fascia_test_diary_add (fixture->diary, 0, 600, "jaw-right", TIGHT, 1);
  for (gint32 day = 1; day < 9; day++)
    fascia_test_diary_add (fixture->diary, day, 600, "jaw-right", TIGHT, 0);
  g_autoptr (FasciaHeat) light = make_heat (fixture, TIGHT, 0, 9);
  g_assert_cmpfloat (fascia_heat_get_cell (light, place (fixture, "jaw-right"))->mean, <, 0.5);
  g_assert_cmpint (fascia_heat_get_step (light, place (fixture, "jaw-right"), FASCIA_HEAT_MEAN), ==,
                   0);
#undef STEP

  for (int level = 0; level <= 10; level++)
    {
      g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
      Fixture one = { fixture->body, diary };

      fascia_test_diary_add (diary, 1, 600, "sacrum", TIGHT, level);
      g_autoptr (FasciaHeat) worst = make_heat (&one, TIGHT, 1, 1);
      g_assert_cmpint (fascia_heat_get_step (worst, place (fixture, "sacrum"), FASCIA_HEAT_WORST),
                       ==, worst_steps[level]);
      g_assert_cmpint (fascia_heat_get_step (worst, place (fixture, "sacrum"), FASCIA_HEAT_MEAN),
                       ==, worst_steps[level]);
    }
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  assert_text (fascia_heat_dup_step_text (FASCIA_HEAT_SHARE, 0), "up to 20 % of days");
  assert_text (fascia_heat_dup_step_text (FASCIA_HEAT_SHARE, 1), "over 20 to 40 % of days");
  assert_text (fascia_heat_dup_step_text (FASCIA_HEAT_SHARE, 4), "over 80 to 100 % of days");
  assert_text (fascia_heat_dup_step_text (FASCIA_HEAT_MEAN, 0), "mean up to 2");
  assert_text (fascia_heat_dup_step_text (FASCIA_HEAT_MEAN, 1), "mean 3 to 4");
  assert_text (fascia_heat_dup_step_text (FASCIA_HEAT_WORST, 4), "worst 9 to 10");

  fascia_test_diary_add (fixture->diary, 10, 600, "heel-left", TIGHT, 4);
  g_autoptr (FasciaHeat) one = make_heat (fixture, TIGHT, 10, 10);
  assert_text (fascia_heat_dup_text (one, place (fixture, "heel-left")),
               "Left heel: on 1 of 1 day, mean 4.0, worst 4");
  assert_text (fascia_heat_dup_text (one, place (fixture, "heel-right")), "Right heel: not marked");

  fascia_test_diary_add (fixture->diary, 11, 600, "heel-left", TIGHT, 5);
  fascia_test_diary_add (fixture->diary, 11, 600, "jaw-left", TIGHT, 0);
  fascia_test_diary_add (fixture->diary, 12, 600, "sacrum", TIGHT, NO_LEVEL);
  fascia_test_diary_add (fixture->diary, 12, 600, "groin-left", TIGHT, 2);
  g_autoptr (FasciaHeat) heat = make_heat (fixture, TIGHT, 10, 12);
  assert_text (fascia_heat_dup_text (heat, place (fixture, "heel-left")),
               "Left heel: on 2 of 3 days, mean 4.5, worst 5");
  assert_text (fascia_heat_dup_text (heat, place (fixture, "jaw-left")),
               "Left jaw: on 0 of 3 days, mean 0.0, worst 0");
  assert_text (fascia_heat_dup_text (heat, place (fixture, "sacrum")),
               "Sacrum: on 1 of 3 days, no level given");

  /* Most days first; what is none is not told. */
  assert_text (fascia_heat_dup_summary (heat, fixture->body, 0),
               "Left heel: on 2 of 3 days, mean 4.5, worst 5\n"
               "Left groin: on 1 of 3 days, mean 2.0, worst 2\n"
               "Sacrum: on 1 of 3 days, no level given");
  assert_text (fascia_heat_dup_summary (heat, fixture->body, 2),
               "Left heel: on 2 of 3 days, mean 4.5, worst 5\n"
               "Left groin: on 1 of 3 days, mean 2.0, worst 2\n"
               "1 more place");
  assert_text (fascia_heat_dup_summary (heat, fixture->body, 1),
               "Left heel: on 2 of 3 days, mean 4.5, worst 5\n"
               "2 more places");
  g_autoptr (FasciaHeat) pain = make_heat (fixture, PAIN, 10, 12);
  assert_text (fascia_heat_dup_summary (pain, fixture->body, 3),
               "No place was marked in these days.");
}

/* The same rules once more, slowly and straight from the marks. */

static gboolean
is_void (const FasciaTestDiary *diary, guint check_in)
{
  for (guint i = 0; i < diary->marks->len; i++)
    {
      const FasciaTestMark *mark = &g_array_index (diary->marks, FasciaTestMark, i);

      if (mark->check_in == check_in && mark->region != NULL && mark->level != 0)
        return TRUE;
    }
  return FALSE;
}

static FasciaHeatCell
count_slowly (const FasciaTestDiary *diary,
              FasciaScale scale,
              const char *region,
              gint32 first_day,
              gint32 last_day,
              guint *n_days)
{
  FasciaHeatCell cell = { .mean = -1, .worst = NO_LEVEL };
  gboolean is_marked_at_all = FALSE;
  double sum = 0;

  *n_days = 0;
  for (guint i = 0; i < diary->marks->len; i++)
    {
      const FasciaTestMark *mark = &g_array_index (diary->marks, FasciaTestMark, i);

      if (mark->day >= first_day && mark->day <= last_day && mark->scale == scale
          && g_strcmp0 (mark->region, region) == 0)
        is_marked_at_all = TRUE;
    }

  for (gint32 day = first_day; day <= last_day; day++)
    {
      gboolean is_day = FALSE;
      gboolean says_nothing = FALSE;
      gboolean is_own = FALSE;
      gboolean is_above = FALSE;
      guint n_answers = 0;
      int total = 0;

      for (guint i = 0; i < diary->marks->len; i++)
        {
          const FasciaTestMark *mark = &g_array_index (diary->marks, FasciaTestMark, i);

          if (mark->day != day)
            continue;
          if (mark->region == NULL)
            {
              says_nothing = says_nothing || !is_void (diary, mark->check_in);
              continue;
            }
          if (mark->scale != scale)
            continue;
          is_day = TRUE;
          if (!g_str_equal (mark->region, region))
            continue;
          is_own = TRUE;
          is_above = is_above || mark->level != 0;
          if (mark->level < 0)
            continue;
          n_answers++;
          total += mark->level;
          cell.worst = MAX (cell.worst, mark->level);
        }

      *n_days += is_day || says_nothing;
      cell.n_days += is_above;
      if (n_answers > 0)
        {
          cell.n_answered++;
          sum += (double) total / n_answers;
        }
      else if (says_nothing && !is_own && is_marked_at_all)
        {
          cell.n_answered++;
          cell.worst = MAX (cell.worst, 0);
        }
    }
  if (cell.n_answered > 0)
    cell.mean = sum / cell.n_answered;
  if (*n_days > 0)
    cell.share = (double) cell.n_days / *n_days;
  return cell;
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  static const char *const regions[] = { "heel-left", "heel-right", "sacrum", "jaw-left", "moon" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
      Fixture one = { fixture->body, diary };
      const gint32 first_day = g_rand_int_range (rand, -2, 4);
      const gint32 last_day = first_day + g_rand_int_range (rand, -1, 8);
      const FasciaScale scale = g_rand_boolean (rand) ? TIGHT : PAIN;

      for (gint32 day = 0; day < 6; day++)
        for (int k = g_rand_int_range (rand, 0, 3); k > 0; k--)
          {
            if (g_rand_int_range (rand, 0, 4) == 0)
              fascia_test_diary_add_nothing (diary, day, 600 + k);
            for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
              for (FasciaScale mark_scale = TIGHT; mark_scale <= PAIN; mark_scale++)
                if (g_rand_int_range (rand, 0, 4) == 0)
                  fascia_test_diary_add (diary, day, 600 + k, regions[i], mark_scale,
                                         g_rand_boolean (rand) ? g_rand_int_range (rand, -1, 2)
                                                               : g_rand_int_range (rand, 0, 11));
          }

      g_autoptr (FasciaHeat) heat = make_heat (&one, scale, first_day, last_day);
      for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
        {
          const FasciaRegion *region = fascia_body_lookup (fixture->body, regions[i]);
          guint n_days;
          const FasciaHeatCell expected
              = count_slowly (diary, scale, regions[i], first_day, last_day, &n_days);

          g_assert_cmpuint (fascia_heat_get_n_days (heat), ==, n_days);
          if (region == NULL)
            continue;
          assert_cell (fixture, heat, regions[i], expected.n_days, expected.n_answered,
                       expected.mean, expected.worst);
          g_assert_cmpfloat_with_epsilon (fascia_heat_get_cell (heat, region)->share,
                                          expected.share, 1e-9);
        }
    }
}

/* Ten years of a busy diary; how long they take is told, not judged. */
static void
test_ten_years (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (7, 3653, 38);
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
  gint64 best = G_MAXINT64;
  guint n_points;

  fascia_series_get_points (series, &n_points);
  for (guint i = 0; i < 5; i++)
    {
      const gint64 start = fascia_test_get_cpu_us ();
      g_autoptr (FasciaHeat) heat = fascia_heat_new (fixture->body, series, TIGHT,
                                                     FASCIA_TEST_TODAY - 3653, FASCIA_TEST_TODAY);

      best = MIN (best, fascia_test_get_cpu_us () - start);
      g_assert_cmpuint (fascia_heat_get_n_days (heat), >, 1000);
    }
  /* Some milliseconds; a hundred times that for a slow machine, and less than anybody waits for. */
  g_test_message ("%u points in %.2f ms", n_points, best / 1000.0);
  g_assert_cmpint (best, <, 400 * 1000);
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/heat/empty", test_empty);
  ADD ("/heat/gap", test_gap);
  ADD ("/heat/levels", test_levels);
  ADD ("/heat/nothing-today", test_nothing_today);
  ADD ("/heat/unknown-place", test_unknown_place);
  ADD ("/heat/steps", test_steps);
  ADD ("/heat/words", test_words);
  ADD ("/heat/random", test_random);
  ADD ("/heat/ten-years", test_ten_years);
#undef ADD
  return g_test_run ();
}
