/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges, calendar buckets, and what may be said about a range.
 */

#include "config.h"

#include "core/insights/fascia-answer.h"
#include "core/insights/fascia-bucket.h"
#include "fascia-test-diary.h"

#define TIGHT FASCIA_SCALE_TIGHTNESS
#define PAIN FASCIA_SCALE_PAIN
#define MONDAY 1
#define SUNDAY 7

static void
test_ranges (void)
{
  static const struct
  {
    FasciaRange range;
    int n_days;
  } cases[] = { { FASCIA_RANGE_7, 7 },
                { FASCIA_RANGE_30, 30 },
                { FASCIA_RANGE_90, 90 },
                { FASCIA_RANGE_365, 365 } };
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaSeries) empty = fascia_test_diary_pack (diary);
  g_autoptr (FasciaSeries) series = NULL;
  gint32 first;
  gint32 last;

  fascia_test_diary_add (diary, FASCIA_TEST_TODAY - 400, 0, "a", TIGHT, 1);
  fascia_test_diary_add (diary, FASCIA_TEST_TODAY + 1, 0, "a", TIGHT, 1);
  series = fascia_test_diary_pack (diary);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fascia_range_get_days (cases[i].range, series, FASCIA_TEST_TODAY, &first, &last);
      g_assert_cmpint (last, ==, FASCIA_TEST_TODAY);
      g_assert_cmpint (last - first + 1, ==, cases[i].n_days);
    }
  fascia_range_get_days (FASCIA_RANGE_ALL, series, FASCIA_TEST_TODAY, &first, &last);
  g_assert_cmpint (first, ==, FASCIA_TEST_TODAY - 400);
  g_assert_cmpint (last, ==, FASCIA_TEST_TODAY + 1);
  fascia_range_get_days (FASCIA_RANGE_ALL, empty, FASCIA_TEST_TODAY, &first, &last);
  g_assert_cmpint (last - first + 1, ==, 7);
  fascia_range_get_days (FASCIA_RANGE_ALL, NULL, FASCIA_TEST_TODAY, &first, &last);
  g_assert_cmpint (last - first + 1, ==, 7);
  fascia_range_get_days (FASCIA_RANGE_365, NULL, G_MININT32, &first, &last);
  g_assert_cmpint (first, <=, last);
}

/* "Since your first entry" begins with it, however long the axis of time is. */
static void
test_first_counted (void)
{
  static const struct
  {
    FasciaRange range;
    int first_days_ago; /* -1: nothing was ever entered */
    int counted_days_ago;
  } cases[] = {
    { FASCIA_RANGE_ALL, 0, 0 },    { FASCIA_RANGE_ALL, 3, 3 },     { FASCIA_RANGE_ALL, 6, 6 },
    { FASCIA_RANGE_ALL, 9, 9 },    { FASCIA_RANGE_ALL, 400, 400 }, { FASCIA_RANGE_ALL, -1, 6 },
    { FASCIA_RANGE_7, 0, 6 },      { FASCIA_RANGE_30, 0, 29 },     { FASCIA_RANGE_30, 400, 29 },
    { FASCIA_RANGE_365, -1, 364 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
      if (cases[i].first_days_ago >= 0)
        fascia_test_diary_add (diary, FASCIA_TEST_TODAY - cases[i].first_days_ago, 0, "a", TIGHT,
                               1);
      g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
      gint32 first;
      gint32 last;

      fascia_range_get_days (cases[i].range, series, FASCIA_TEST_TODAY, &first, &last);
      g_assert_cmpint (fascia_range_get_first_counted (cases[i].range, series, first), ==,
                       FASCIA_TEST_TODAY - cases[i].counted_days_ago);
    }
}

/* Every range is divided without hole or overlap, at most a hundred times. */
static void
test_division (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
  static const int lengths[]
      = { 1, 2, 7, 30, 90, 100, 101, 365, 701, 3043, 3653, 9131, 36525, 365250, 2900000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      for (int offset = 0; offset < 45; offset += 11)
        {
          const gint32 first = -25567 + offset;
          const gint32 last = first + lengths[i] - 1;

          for (int weekday = MONDAY; weekday <= SUNDAY; weekday += 3)
            {
              const FasciaBucketUnit unit
                  = fascia_bucket_unit_for (first, last, weekday, FASCIA_BUCKET_MAX);
              g_autoptr (FasciaDaily) daily = fascia_daily_new (series, TIGHT, NULL, first, last);
              g_autoptr (GArray) list = fascia_bucket_list_new (daily, unit, weekday);
              gint32 next = first;

              g_assert_cmpuint (list->len, >, 0);
              g_assert_cmpuint (list->len, <=, FASCIA_BUCKET_MAX);
              for (guint k = 0; k < list->len; k++)
                {
                  const FasciaBucket *bucket = &g_array_index (list, FasciaBucket, k);

                  g_assert_cmpint (bucket->first_day, ==, next);
                  g_assert_cmpint (bucket->last_day, >=, bucket->first_day);
                  if (unit == FASCIA_BUCKET_WEEK && k > 0)
                    g_assert_cmpint (fascia_day_get_weekday (bucket->first_day), ==, weekday);
                  next = bucket->last_day + 1;
                }
              g_assert_cmpint (next, ==, last + 1);
            }
        }
    }
}

static void
test_units (void)
{
  const gint32 today = FASCIA_TEST_TODAY;

  g_assert_cmpint (fascia_bucket_unit_for (today - 89, today, MONDAY, 100), ==, FASCIA_BUCKET_DAY);
  g_assert_cmpint (fascia_bucket_unit_for (today - 364, today, MONDAY, 100), ==,
                   FASCIA_BUCKET_WEEK);
  g_assert_cmpint (fascia_bucket_unit_for (today - 1800, today, MONDAY, 100), ==,
                   FASCIA_BUCKET_MONTH);
  g_assert_cmpint (fascia_bucket_unit_for (today - 3652, today, MONDAY, 100), ==,
                   FASCIA_BUCKET_QUARTER);
  g_assert_cmpint (
      fascia_bucket_next_start (fascia_day_from_ymd (2026, 3, 10), FASCIA_BUCKET_WEEK, MONDAY), ==,
      fascia_day_from_ymd (2026, 3, 16));
  g_assert_cmpint (
      fascia_bucket_next_start (fascia_day_from_ymd (2026, 3, 10), FASCIA_BUCKET_WEEK, SUNDAY), ==,
      fascia_day_from_ymd (2026, 3, 15));
  g_assert_cmpint (
      fascia_bucket_next_start (fascia_day_from_ymd (2024, 2, 29), FASCIA_BUCKET_MONTH, MONDAY), ==,
      fascia_day_from_ymd (2024, 3, 1));
  g_assert_cmpint (
      fascia_bucket_next_start (fascia_day_from_ymd (2025, 12, 31), FASCIA_BUCKET_QUARTER, MONDAY),
      ==, fascia_day_from_ymd (2026, 1, 1));
}

static void
test_numbers (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaSeries) series = NULL;
  g_autoptr (FasciaDaily) daily = NULL;
  g_autoptr (GArray) weeks = NULL;
  g_autoptr (GArray) days = NULL;
  const gint32 monday = fascia_day_from_ymd (2026, 3, 2);
  const FasciaBucket *week;

  fascia_test_diary_add (diary, monday, 0, "a", TIGHT, 2);
  fascia_test_diary_add (diary, monday, 0, "b", TIGHT, 1);
  fascia_test_diary_add (diary, monday + 1, 0, "a", TIGHT, 0);
  fascia_test_diary_add (diary, monday + 3, 0, "a", TIGHT, 6);
  fascia_test_diary_add (diary, monday + 3, 60, "a", TIGHT, 8);
  fascia_test_diary_add (diary, monday + 4, 0, "a", PAIN, 9);
  fascia_test_diary_add (diary, monday + 14, 0, "a", TIGHT, 5);
  series = fascia_test_diary_pack (diary);
  daily = fascia_daily_new (series, TIGHT, NULL, monday, monday + 20);
  weeks = fascia_bucket_list_new (daily, FASCIA_BUCKET_WEEK, MONDAY);
  days = fascia_bucket_list_new (daily, FASCIA_BUCKET_DAY, MONDAY);

  g_assert_cmpuint (weeks->len, ==, 3);
  week = &g_array_index (weeks, FasciaBucket, 0);
  g_assert_cmpuint (week->n_entries, ==, 4);
  g_assert_cmpuint (week->n_values, ==, 3);
  /* (2 + 0 + 7) / 3: the days without a value do not count, the day of 0 does. */
  g_assert_cmpfloat (week->value, ==, 3);
  g_assert_cmpfloat (week->low, ==, 0);
  g_assert_cmpfloat (week->high, ==, 7);
  g_assert_cmpfloat (week->extent, ==, (2 + 0 + 1 + 1) / 4.0);
  g_assert_cmpuint (week->extent_max, ==, 2);
  g_assert_cmpuint (g_array_index (weeks, FasciaBucket, 1).n_entries, ==, 0);
  g_assert_cmpuint (g_array_index (weeks, FasciaBucket, 1).n_values, ==, 0);

  g_assert_cmpuint (days->len, ==, 21);
  /* The band of a day is that of its check-ins. */
  g_assert_cmpfloat (g_array_index (days, FasciaBucket, 3).low, ==, 6);
  g_assert_cmpfloat (g_array_index (days, FasciaBucket, 3).high, ==, 8);
  g_assert_cmpuint (g_array_index (days, FasciaBucket, 1).n_values, ==, 1);
  g_assert_cmpuint (g_array_index (days, FasciaBucket, 2).n_values, ==, 0);
}

/* What is said about a range whose last @n_tight days have a tightness and @n_pain a pain. */
static FasciaAnswer
answer_for (int n_tight, int n_pain, int range)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  const gint32 first = FASCIA_TEST_TODAY - range + 1;

  for (int i = 0; i < MAX (n_tight, n_pain); i++)
    {
      if (i < n_tight)
        fascia_test_diary_add (diary, FASCIA_TEST_TODAY - i, 0, "a", TIGHT, i % 11);
      if (i < n_pain)
        fascia_test_diary_add (diary, FASCIA_TEST_TODAY - i, 0, "a", PAIN, 3);
    }
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
  g_autoptr (FasciaDaily) tight = fascia_daily_new (series, TIGHT, NULL, first, FASCIA_TEST_TODAY);
  g_autoptr (FasciaDaily) pain = fascia_daily_new (series, PAIN, NULL, first, FASCIA_TEST_TODAY);
  FasciaAnswer answer;

  fascia_answer_init (&answer, tight, pain, first);
  return answer;
}

static void
check_typical (const FasciaTypical *typical, FasciaTypicalKind kind, int n_days)
{
  g_assert_cmpint (typical->kind, ==, kind);
  g_assert_cmpuint (typical->n_days, ==, (guint) n_days);
  if (fascia_typical_is_told (typical))
    return;
  /* Too few: no number that could be shown by mistake. */
  g_assert_cmpfloat (typical->median, ==, 0);
  g_assert_cmpfloat (typical->lower, ==, 0);
  g_assert_cmpfloat (typical->upper, ==, 0);
}

/* Each scale by its own number of days: one answer about pain is never a typical day. */
static void
test_answer (void)
{
  static const struct
  {
    int n_tight;
    int n_pain;
    int range;
    FasciaAnswerKind kind;
    FasciaTypicalKind tight;
    FasciaTypicalKind pain;
  } cases[] = {
#define NONE FASCIA_TYPICAL_NONE
#define FEW FASCIA_TYPICAL_TOO_FEW
#define EARLY FASCIA_TYPICAL_EARLY
#define FULL FASCIA_TYPICAL_FULL
    { 0, 0, 30, FASCIA_ANSWER_NONE, NONE, NONE },
    { 0, 0, 7, FASCIA_ANSWER_NONE, NONE, NONE },
    { 7, 1, 7, FASCIA_ANSWER_SHORT, FEW, FEW },
    { 13, 0, 13, FASCIA_ANSWER_SHORT, FEW, NONE },
    { 14, 0, 14, FASCIA_ANSWER_SCALES, EARLY, NONE },
    { 4, 0, 30, FASCIA_ANSWER_SCALES, FEW, NONE },
    { 0, 13, 30, FASCIA_ANSWER_SCALES, NONE, FEW },
    { 14, 13, 30, FASCIA_ANSWER_SCALES, EARLY, FEW },
    { 27, 14, 30, FASCIA_ANSWER_SCALES, EARLY, EARLY },
    { 28, 14, 30, FASCIA_ANSWER_SCALES, FULL, EARLY },
    { 28, 27, 30, FASCIA_ANSWER_SCALES, FULL, EARLY },
    { 1, 28, 30, FASCIA_ANSWER_SCALES, FEW, FULL },
    { 90, 90, 90, FASCIA_ANSWER_SCALES, FULL, FULL },
#undef NONE
#undef FEW
#undef EARLY
#undef FULL
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaAnswer answer = answer_for (cases[i].n_tight, cases[i].n_pain, cases[i].range);

      g_assert_cmpint (answer.kind, ==, cases[i].kind);
      g_assert_cmpuint (answer.entry_days, ==, (guint) MAX (cases[i].n_tight, cases[i].n_pain));
      g_assert_cmpuint (answer.range_days, ==, (guint) cases[i].range);
      check_typical (&answer.tightness, cases[i].tight, cases[i].n_tight);
      check_typical (&answer.pain, cases[i].pain, cases[i].n_pain);
    }
}

/* An axis that begins before the first entry adds no days to count. */
static void
test_answer_first_day (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  const gint32 first = FASCIA_TEST_TODAY - 6;

  fascia_test_diary_add (diary, FASCIA_TEST_TODAY - 2, 0, "a", TIGHT, 1);
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
  g_autoptr (FasciaDaily) tight = fascia_daily_new (series, TIGHT, NULL, first, FASCIA_TEST_TODAY);
  g_autoptr (FasciaDaily) pain = fascia_daily_new (series, PAIN, NULL, first, FASCIA_TEST_TODAY);
  FasciaAnswer answer;

  fascia_answer_init (&answer, tight, pain, FASCIA_TEST_TODAY - 2);
  g_assert_cmpint (answer.first_day, ==, FASCIA_TEST_TODAY - 2);
  g_assert_cmpuint (answer.range_days, ==, 3);
  g_assert_cmpuint (answer.entry_days, ==, 1);
  /* Never before the range itself. */
  fascia_answer_init (&answer, tight, pain, first - 100);
  g_assert_cmpint (answer.first_day, ==, first);
  g_assert_cmpuint (answer.range_days, ==, 7);
}

static void
test_answer_numbers (void)
{
  const FasciaAnswer spread = answer_for (22, 20, 30);

  /* 0, 1 … 10, twice, without the lowest and the highest five. */
  g_assert_cmpfloat (spread.tightness.median, ==, 5);
  g_assert_cmpfloat (spread.tightness.lower, ==, 2);
  g_assert_cmpfloat (spread.tightness.upper, ==, 8);
  /* All alike. */
  g_assert_cmpfloat (spread.pain.median, ==, 3);
  g_assert_cmpfloat (spread.pain.lower, ==, 3);
  g_assert_cmpfloat (spread.pain.upper, ==, 3);
}

/* "At least half of the days": true for every number of days, with and without ties, and the typical
 * day is among them. */
static void
test_answer_half (void)
{
  /* How levels follow one another; 1: all alike, 2: two clumps far apart … */
  static const int patterns[] = { 1, 2, 3, 4, 7, 11 };
  const gint32 first = FASCIA_TEST_TODAY - 59;

  for (int n = FASCIA_ANSWER_MIN_DAYS; n <= 60; n++)
    {
      for (guint p = 0; p < G_N_ELEMENTS (patterns); p++)
        {
          g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
          for (int i = 0; i < n; i++)
            {
              fascia_test_diary_add (diary, FASCIA_TEST_TODAY - i, 0, "a", TIGHT,
                                     i % patterns[p] * 10 / patterns[p]);
              /* A day of thirds: means are not whole. */
              if (i % 5 == 0)
                {
                  fascia_test_diary_add (diary, FASCIA_TEST_TODAY - i, 60, "a", TIGHT, 9);
                  fascia_test_diary_add (diary, FASCIA_TEST_TODAY - i, 120, "a", TIGHT, 10);
                }
            }
          g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
          g_autoptr (FasciaDaily) daily
              = fascia_daily_new (series, TIGHT, NULL, first, FASCIA_TEST_TODAY);
          FasciaAnswer answer;
          guint n_days;
          const FasciaDay *days = fascia_daily_get_days (daily, &n_days);
          guint n_between = 0;

          fascia_answer_init (&answer, daily, daily, first);
          g_assert_cmpuint (n_days, ==, (guint) n);
          for (guint i = 0; i < n_days; i++)
            n_between += days[i].value >= answer.tightness.lower
                                 && days[i].value <= answer.tightness.upper
                             ? 1
                             : 0;
          g_assert_cmpuint (2 * n_between, >=, n_days);
          g_assert_cmpfloat (answer.tightness.lower, <=, answer.tightness.median);
          g_assert_cmpfloat (answer.tightness.median, <=, answer.tightness.upper);
        }
    }
}

static void
test_quantile (void)
{
  /* R: quantile (c (1, 2, 3, 5, 9), type = 7). */
  static const double values[] = { 1, 2, 3, 5, 9 };

  g_assert_cmpfloat (fascia_answer_quantile (values, 5, 0), ==, 1);
  g_assert_cmpfloat (fascia_answer_quantile (values, 5, 0.25), ==, 2);
  g_assert_cmpfloat (fascia_answer_quantile (values, 5, 0.5), ==, 3);
  g_assert_cmpfloat (fascia_answer_quantile (values, 5, 0.6), ==, 3.8);
  g_assert_cmpfloat (fascia_answer_quantile (values, 5, 1), ==, 9);
  g_assert_cmpfloat (fascia_answer_quantile (values, 1, 0.5), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bucket/ranges", test_ranges);
  g_test_add_func ("/bucket/first-counted", test_first_counted);
  g_test_add_func ("/bucket/division", test_division);
  g_test_add_func ("/bucket/units", test_units);
  g_test_add_func ("/bucket/numbers", test_numbers);
  g_test_add_func ("/answer/kinds", test_answer);
  g_test_add_func ("/answer/first-day", test_answer_first_day);
  g_test_add_func ("/answer/numbers", test_answer_numbers);
  g_test_add_func ("/answer/half", test_answer_half);
  g_test_add_func ("/answer/quantile", test_quantile);

  return g_test_run ();
}
