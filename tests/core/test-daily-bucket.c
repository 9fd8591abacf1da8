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

/* What is said about @n_days with an entry in the last @range. */
static FasciaAnswer
answer_for (int n_days, int range, int level)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaSeries) series = NULL;
  g_autoptr (FasciaDaily) tight = NULL;
  g_autoptr (FasciaDaily) pain = NULL;
  FasciaAnswer answer;

  for (int i = 0; i < n_days; i++)
    {
      fascia_test_diary_add (diary, FASCIA_TEST_TODAY - i, 0, "a", TIGHT,
                             level >= 0 ? level : i % 11);
      if (i == 0)
        fascia_test_diary_add (diary, FASCIA_TEST_TODAY - i, 0, "a", PAIN, 3);
    }
  series = fascia_test_diary_pack (diary);
  tight = fascia_daily_new (series, TIGHT, NULL, FASCIA_TEST_TODAY - range + 1, FASCIA_TEST_TODAY);
  pain = fascia_daily_new (series, PAIN, NULL, FASCIA_TEST_TODAY - range + 1, FASCIA_TEST_TODAY);
  fascia_answer_init (&answer, tight, pain);
  return answer;
}

static void
test_answer (void)
{
  static const struct
  {
    int n_days;
    int range;
    FasciaAnswerKind kind;
  } cases[] = {
    { 0, 30, FASCIA_ANSWER_NONE },     { 0, 7, FASCIA_ANSWER_NONE },
    { 7, 7, FASCIA_ANSWER_SHORT },     { 4, 30, FASCIA_ANSWER_TOO_FEW },
    { 13, 30, FASCIA_ANSWER_TOO_FEW }, { 14, 30, FASCIA_ANSWER_EARLY },
    { 27, 30, FASCIA_ANSWER_EARLY },   { 28, 30, FASCIA_ANSWER_FULL },
    { 90, 90, FASCIA_ANSWER_FULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaAnswer answer = answer_for (cases[i].n_days, cases[i].range, -1);
      const gboolean is_told
          = cases[i].kind == FASCIA_ANSWER_EARLY || cases[i].kind == FASCIA_ANSWER_FULL;

      g_assert_cmpint (answer.kind, ==, cases[i].kind);
      g_assert_cmpuint (answer.entry_days, ==, (guint) cases[i].n_days);
      g_assert_cmpuint (answer.range_days, ==, (guint) cases[i].range);
      g_assert_cmpint (answer.tightness.is_told, ==, is_told);
      /* One answer about pain is never a typical day. */
      g_assert_false (answer.pain.is_told);
      g_assert_cmpfloat (answer.pain.median, ==, 0);
    }
}

static void
test_answer_numbers (void)
{
  const FasciaAnswer spread = answer_for (22, 30, -1);
  const FasciaAnswer zero = answer_for (20, 30, 0);

  /* 0, 1 … 10, twice. */
  g_assert_cmpfloat (spread.tightness.median, ==, 5);
  g_assert_cmpfloat (spread.tightness.lower, ==, 2.25);
  g_assert_cmpfloat (spread.tightness.upper, ==, 7.75);
  g_assert_cmpuint (spread.tightness.n_days, ==, 22);
  g_assert_cmpuint (spread.pain.n_days, ==, 1);

  g_assert_true (zero.tightness.is_told);
  g_assert_cmpfloat (zero.tightness.median, ==, 0);
  g_assert_cmpfloat (zero.tightness.upper, ==, 0);
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
  g_test_add_func ("/bucket/division", test_division);
  g_test_add_func ("/bucket/units", test_units);
  g_test_add_func ("/bucket/numbers", test_numbers);
  g_test_add_func ("/answer/kinds", test_answer);
  g_test_add_func ("/answer/numbers", test_answer_numbers);
  g_test_add_func ("/answer/quantile", test_quantile);

  return g_test_run ();
}
