/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Day values: worked examples, gaps and zeros, order, and a slow second implementation.
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "core/insights/fascia-daily.h"
#include "fascia-test-diary.h"

#define TIGHT FASCIA_SCALE_TIGHTNESS
#define PAIN FASCIA_SCALE_PAIN
#define NO_LEVEL FASCIA_LEVEL_NOT_GIVEN

static FasciaDaily *
make_daily (FasciaTestDiary *diary,
            FasciaScale scale,
            const char *region,
            gint32 first_day,
            gint32 last_day)
{
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);

  return fascia_daily_new (series, scale, region, first_day, last_day);
}

static void
test_reference (void)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_build_filename (g_getenv ("FASCIA_TEST_DATA"), "day-value.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonArray *examples;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  examples = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "day_value");
  g_assert_cmpuint (json_array_get_length (examples), ==, 5);

  for (guint i = 0; i < json_array_get_length (examples); i++)
    {
      JsonObject *example = json_array_get_object_element (examples, i);
      JsonObject *places = json_object_get_object_member (example, "places");
      g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
      g_autoptr (FasciaDaily) daily = NULL;
      g_autoptr (GList) names = json_object_get_members (places);
      const FasciaDay *day;

      /* The k-th answer of each place belongs to the k-th check-in. */
      for (guint k = 0; k < 2; k++)
        {
          for (GList *name = names; name != NULL; name = name->next)
            {
              JsonArray *answers = json_object_get_array_member (places, name->data);

              if (k >= json_array_get_length (answers))
                continue;
              fascia_test_diary_add (diary, 100, 480 + (int) k * 120, name->data, TIGHT,
                                     json_array_get_null_element (answers, k)
                                         ? NO_LEVEL
                                         : (int) json_array_get_int_element (answers, k));
            }
        }

      daily = make_daily (diary, TIGHT, NULL, 100, 100);
      day = fascia_daily_find (daily, 100);
      if (json_object_get_null_member (example, "worst"))
        {
          g_assert_true (day == NULL || !day->has_value);
          continue;
        }
      g_assert_nonnull (day);
      g_assert_true (day->has_value);
      g_assert_cmpfloat_with_epsilon (day->value, json_object_get_double_member (example, "worst"),
                                      1e-12);
      g_assert_cmpuint (day->places, ==, json_object_get_int_member (example, "count"));
    }
}

static void
test_gap_is_not_zero (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaDaily) daily = NULL;
  guint n_days;

  fascia_test_diary_add (diary, 10, 600, "jaw-left", TIGHT, 5);
  fascia_test_diary_add (diary, 12, 600, "jaw-left", TIGHT, 0);
  fascia_test_diary_add (diary, 13, 600, "jaw-left", TIGHT, NO_LEVEL);
  fascia_test_diary_add (diary, 14, 600, "jaw-left", PAIN, 3);
  daily = make_daily (diary, TIGHT, NULL, 5, 20);

  fascia_daily_get_days (daily, &n_days);
  g_assert_cmpuint (n_days, ==, 4);
  g_assert_cmpuint (fascia_daily_count_values (daily), ==, 2);
  /* Missing: no day at all. */
  g_assert_null (fascia_daily_find (daily, 11));
  /* 0 is an answer. */
  g_assert_true (fascia_daily_find (daily, 12)->has_value);
  g_assert_cmpfloat (fascia_daily_find (daily, 12)->value, ==, 0);
  g_assert_cmpuint (fascia_daily_find (daily, 12)->places, ==, 1);
  g_assert_cmpuint (fascia_daily_find (daily, 12)->extent, ==, 0);
  /* Marked without a level: extent, no value. */
  g_assert_false (fascia_daily_find (daily, 13)->has_value);
  g_assert_cmpuint (fascia_daily_find (daily, 13)->marked, ==, 1);
  g_assert_cmpuint (fascia_daily_find (daily, 13)->places, ==, 0);
  g_assert_cmpuint (fascia_daily_find (daily, 13)->extent, ==, 1);
  /* Only the other scale was asked. */
  g_assert_false (fascia_daily_find (daily, 14)->has_value);
  g_assert_cmpuint (fascia_daily_find (daily, 14)->marked, ==, 0);
  g_assert_cmpuint (fascia_daily_find (daily, 14)->extent, ==, 1);
}

static void
test_band (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaDaily) daily = NULL;
  const FasciaDay *day;

  fascia_test_diary_add (diary, 10, 480, "jaw-left", TIGHT, 4);
  fascia_test_diary_add (diary, 10, 480, "neck-back-left", TIGHT, 2);
  fascia_test_diary_add (diary, 10, 720, "jaw-left", TIGHT, 8);
  fascia_test_diary_add (diary, 10, 900, "jaw-left", TIGHT, NO_LEVEL);
  daily = make_daily (diary, TIGHT, NULL, 10, 10);
  day = fascia_daily_find (daily, 10);

  g_assert_cmpfloat (day->value, ==, 6);
  g_assert_cmpfloat (day->low, ==, 4);
  g_assert_cmpfloat (day->high, ==, 8);
  /* The third check-in answered nothing. */
  g_assert_cmpuint (day->check_ins, ==, 2);
  g_assert_cmpuint (day->places, ==, 2);
}

static void
test_mild_place_changes_nothing (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaDaily) before = NULL;
  g_autoptr (FasciaDaily) after = NULL;

  fascia_test_diary_add (diary, 10, 480, "jaw-left", TIGHT, 7);
  before = make_daily (diary, TIGHT, NULL, 10, 10);
  fascia_test_diary_add (diary, 10, 480, "jaw-right", TIGHT, 1);
  after = make_daily (diary, TIGHT, NULL, 10, 10);

  g_assert_cmpfloat (fascia_daily_find (before, 10)->value, ==, 7);
  g_assert_cmpfloat (fascia_daily_find (after, 10)->value, ==, 7);
  g_assert_cmpuint (fascia_daily_find (after, 10)->places, ==, 2);
}

static void
test_nothing_today (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaDaily) tight = NULL;
  g_autoptr (FasciaDaily) pain = NULL;
  g_autoptr (FasciaDaily) place = NULL;

  /* Alone: a day of 0 on every scale. */
  fascia_test_diary_add_nothing (diary, 10, 600);
  /* After a place was answered: a check-in of 0, but no answer of that place. */
  fascia_test_diary_add (diary, 11, 480, "jaw-left", TIGHT, 6);
  fascia_test_diary_add_nothing (diary, 11, 1200);
  /* Contradicted in the same check-in: void. */
  fascia_test_diary_add (diary, 12, 480, "jaw-left", TIGHT, 6);
  fascia_test_diary_add_nothing (diary, 12, 480);
  /* Confirmed by zeros in the same check-in. */
  fascia_test_diary_add (diary, 13, 480, "jaw-left", TIGHT, 0);
  fascia_test_diary_add_nothing (diary, 13, 480);
  /* A place of unknown level is not nothing. */
  fascia_test_diary_add (diary, 14, 480, "jaw-left", TIGHT, NO_LEVEL);
  fascia_test_diary_add_nothing (diary, 14, 1200);
  tight = make_daily (diary, TIGHT, NULL, 0, 30);
  pain = make_daily (diary, PAIN, NULL, 0, 30);
  place = make_daily (diary, TIGHT, "jaw-left", 0, 30);

  g_assert_true (fascia_daily_find (tight, 10)->has_value);
  g_assert_cmpfloat (fascia_daily_find (tight, 10)->value, ==, 0);
  g_assert_cmpuint (fascia_daily_find (tight, 10)->places, ==, 0);
  g_assert_true (fascia_daily_find (pain, 10)->has_value);
  g_assert_null (fascia_daily_find (place, 10));

  g_assert_cmpfloat (fascia_daily_find (tight, 11)->value, ==, 6);
  g_assert_cmpfloat (fascia_daily_find (tight, 11)->low, ==, 0);
  g_assert_cmpfloat (fascia_daily_find (tight, 11)->high, ==, 6);
  g_assert_cmpfloat (fascia_daily_find (pain, 11)->value, ==, 0);
  g_assert_cmpfloat (fascia_daily_find (place, 11)->value, ==, 6);
  g_assert_cmpfloat (fascia_daily_find (place, 11)->low, ==, 6);

  g_assert_cmpfloat (fascia_daily_find (tight, 12)->value, ==, 6);
  g_assert_cmpfloat (fascia_daily_find (tight, 12)->low, ==, 6);
  g_assert_false (fascia_daily_find (pain, 12)->has_value);

  g_assert_cmpfloat (fascia_daily_find (tight, 13)->value, ==, 0);
  g_assert_true (fascia_daily_find (pain, 13)->has_value);

  g_assert_false (fascia_daily_find (tight, 14)->has_value);
  g_assert_true (fascia_daily_find (pain, 14)->has_value);
}

static void
test_one_place (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaDaily) left = NULL;
  g_autoptr (FasciaDaily) right = NULL;
  g_autoptr (FasciaDaily) unknown = NULL;
  guint n_days;

  fascia_test_diary_add (diary, 10, 480, "jaw-left", TIGHT, 3);
  fascia_test_diary_add (diary, 10, 480, "jaw-right", TIGHT, 9);
  fascia_test_diary_add (diary, 10, 900, "jaw-left", TIGHT, 4);
  fascia_test_diary_add (diary, 11, 900, "jaw-right", TIGHT, 2);
  left = make_daily (diary, TIGHT, "jaw-left", 0, 30);
  right = make_daily (diary, TIGHT, "jaw-right", 0, 30);
  unknown = make_daily (diary, TIGHT, "third-elbow", 0, 30);

  fascia_daily_get_days (left, &n_days);
  g_assert_cmpuint (n_days, ==, 1);
  g_assert_cmpfloat (fascia_daily_find (left, 10)->value, ==, 3.5);
  fascia_daily_get_days (right, &n_days);
  g_assert_cmpuint (n_days, ==, 2);
  g_assert_cmpfloat (fascia_daily_find (right, 10)->value, ==, 9);
  fascia_daily_get_days (unknown, &n_days);
  g_assert_cmpuint (n_days, ==, 0);
}

static void
test_daylight_saving (void)
{
  /* Days of 23 and 25 hours in Europe/Berlin: 2026-03-29 and 2026-10-25. */
  static const int dates[][3] = { { 2026, 3, 29 }, { 2026, 10, 25 } };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (zone);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const gint32 day = fascia_day_from_ymd (dates[i][0], dates[i][1], dates[i][2]);
      g_autoptr (GPtrArray) entries
          = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
      g_autoptr (FasciaSeries) series = NULL;
      g_autoptr (FasciaDaily) daily = NULL;
      guint n_days;

      /* From the evening before to the morning after, every half hour. */
      for (int k = -8; k < 60; k++)
        {
          const gint64 utc_ms = (gint64) day * 86400000 + k * G_GINT64_CONSTANT (1800000);
          const FasciaMark mark = { "jaw-left", TIGHT, 4, NULL };
          guint8 random[10] = { (guint8) (k + 20) };
          FasciaMoment moment;
          FasciaUid uid;
          g_autoptr (FasciaEntry) entry = NULL;

          fascia_moment_init (&moment, utc_ms, zone);
          fascia_uid_init (&uid, utc_ms, random);
          entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
          g_ptr_array_add (entries, fascia_entry_with_mark (entry, &mark));
        }
      series = fascia_series_new_from_entries ((FasciaEntry *const *) entries->pdata, entries->len);
      daily = fascia_daily_new (series, TIGHT, NULL, day, day);

      fascia_daily_get_days (daily, &n_days);
      g_assert_cmpuint (n_days, ==, 1);
      g_assert_cmpuint (fascia_daily_find (daily, day)->check_ins, ==, i == 0 ? 46 : 50);
      g_assert_cmpfloat (fascia_daily_find (daily, day)->value, ==, 4);
    }
}

static void
assert_same_days (const FasciaDaily *a, const FasciaDaily *b)
{
  guint n_a;
  guint n_b;
  const FasciaDay *days_a = fascia_daily_get_days (a, &n_a);
  const FasciaDay *days_b = fascia_daily_get_days (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpint (days_a[i].day, ==, days_b[i].day);
      g_assert_cmpint (days_a[i].has_value, ==, days_b[i].has_value);
      g_assert_cmpfloat (days_a[i].value, ==, days_b[i].value);
      g_assert_cmpfloat (days_a[i].low, ==, days_b[i].low);
      g_assert_cmpfloat (days_a[i].high, ==, days_b[i].high);
      g_assert_cmpuint (days_a[i].places, ==, days_b[i].places);
      g_assert_cmpuint (days_a[i].marked, ==, days_b[i].marked);
      g_assert_cmpuint (days_a[i].extent, ==, days_b[i].extent);
      g_assert_cmpuint (days_a[i].check_ins, ==, days_b[i].check_ins);
    }
}

static void
test_order (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (7, 120, 4);
  g_autoptr (FasciaSeries) straight = fascia_test_diary_pack (diary);
  g_autoptr (FasciaDaily) expected
      = fascia_daily_new (straight, TIGHT, NULL, G_MININT32, G_MAXINT32);
  g_autofree guint *order = g_new (guint, diary->n_check_ins);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < diary->n_check_ins; i++)
    order[i] = i;
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (FasciaSeries) series = NULL;
      g_autoptr (FasciaDaily) daily = NULL;

      for (guint i = diary->n_check_ins - 1; i > 0; i--)
        {
          const guint k = (guint) g_rand_int_range (rand, 0, (int) i + 1);
          const guint swap = order[i];

          order[i] = order[k];
          order[k] = swap;
        }
      series = fascia_test_diary_pack_in_order (diary, order);
      daily = fascia_daily_new (series, TIGHT, NULL, G_MININT32, G_MAXINT32);
      assert_same_days (expected, daily);
    }
}

/* The same rule once more, slowly and straight from the marks. */
static FasciaDay
compute_slowly (const FasciaTestDiary *diary, FasciaScale scale, const char *only, gint32 day)
{
  FasciaDay result = { .day = day };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_nothing = FALSE;
  double low = G_MAXDOUBLE;
  double high = -1;

  for (guint i = 0; i < diary->marks->len; i++)
    {
      const FasciaTestMark *a = &g_array_index (diary->marks, FasciaTestMark, i);
      double sum = 0;
      guint n = 0;
      gboolean is_marked = FALSE;
      gboolean is_extent = FALSE;

      if (a->day != day || a->region == NULL || (only != NULL && !g_str_equal (a->region, only))
          || !g_hash_table_add (seen, (gpointer) a->region))
        continue;
      for (guint k = 0; k < diary->marks->len; k++)
        {
          const FasciaTestMark *b = &g_array_index (diary->marks, FasciaTestMark, k);

          if (b->day != day || b->region == NULL || !g_str_equal (b->region, a->region))
            continue;
          is_extent |= b->level != 0;
          if (b->scale != scale)
            continue;
          is_marked = TRUE;
          if (b->level >= 0)
            {
              sum += b->level;
              n++;
            }
        }
      result.marked += is_marked ? 1 : 0;
      result.extent += is_extent ? 1 : 0;
      if (n > 0)
        {
          result.places++;
          result.value = MAX (result.value, sum / n);
        }
    }

  for (guint number = 0; number < diary->n_check_ins; number++)
    {
      int worst = -1;
      gboolean says_nothing = FALSE;
      gboolean says_something = FALSE;

      for (guint i = 0; i < diary->marks->len; i++)
        {
          const FasciaTestMark *mark = &g_array_index (diary->marks, FasciaTestMark, i);

          if (mark->check_in != number || mark->day != day
              || (only != NULL && g_strcmp0 (mark->region, only) != 0))
            continue;
          if (mark->region == NULL)
            says_nothing = TRUE;
          else if (mark->level != 0)
            says_something = TRUE;
          if (mark->region != NULL && mark->scale == scale)
            worst = MAX (worst, mark->level);
        }
      if (says_nothing && !says_something)
        {
          has_nothing = TRUE;
          worst = MAX (worst, 0);
        }
      if (worst >= 0)
        {
          result.check_ins++;
          low = MIN (low, worst);
          high = MAX (high, worst);
        }
    }

  result.has_value = result.places > 0 || (has_nothing && result.marked == 0);
  if (result.has_value)
    {
      result.low = low;
      result.high = high;
    }
  return result;
}

static void
test_random (void)
{
  static const char *const regions[] = { "a", "b", "c", "d" };

  for (guint32 seed = 1; seed <= 150; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
      g_autoptr (FasciaSeries) series = NULL;

      for (gint32 day = -5; day < 6; day++)
        {
          const int n_check_ins = g_rand_int_range (rand, 0, 4);

          for (int k = 0; k < n_check_ins; k++)
            {
              if (g_rand_int_range (rand, 0, 5) == 0)
                fascia_test_diary_add_nothing (diary, day, k * 60);
              for (guint r = 0; r < G_N_ELEMENTS (regions); r++)
                {
                  if (g_rand_boolean (rand))
                    fascia_test_diary_add (diary, day, k * 60, regions[r], TIGHT,
                                           g_rand_int_range (rand, -1, 11));
                  if (g_rand_int_range (rand, 0, 3) == 0)
                    fascia_test_diary_add (diary, day, k * 60, regions[r], PAIN,
                                           g_rand_int_range (rand, -1, 11));
                }
            }
        }
      series = fascia_test_diary_pack (diary);

      for (guint scale = TIGHT; scale <= PAIN; scale++)
        {
          for (guint r = 0; r <= G_N_ELEMENTS (regions); r++)
            {
              const char *only = r < G_N_ELEMENTS (regions) ? regions[r] : NULL;
              g_autoptr (FasciaDaily) daily
                  = fascia_daily_new (series, (FasciaScale) scale, only, -4, 4);

              for (gint32 day = -6; day < 7; day++)
                {
                  const FasciaDay *got = fascia_daily_find (daily, day);
                  FasciaDay expected = compute_slowly (diary, (FasciaScale) scale, only, day);

                  if (day < -4 || day > 4)
                    {
                      g_assert_null (got);
                      continue;
                    }
                  if (got == NULL)
                    {
                      g_assert_false (expected.has_value);
                      g_assert_cmpuint (expected.marked, ==, 0);
                      continue;
                    }
                  g_assert_cmpint (got->has_value, ==, expected.has_value);
                  g_assert_cmpfloat_with_epsilon (got->value, expected.value, 1e-12);
                  g_assert_cmpfloat (got->low, ==, expected.low);
                  g_assert_cmpfloat (got->high, ==, expected.high);
                  g_assert_cmpuint (got->places, ==, expected.places);
                  g_assert_cmpuint (got->marked, ==, expected.marked);
                  g_assert_cmpuint (got->extent, ==, expected.extent);
                  g_assert_cmpuint (got->check_ins, ==, expected.check_ins);
                  g_assert_true (!got->has_value || got->value <= got->high);
                }
            }
        }
    }
}

static void
test_limits (void)
{
  g_autoptr (FasciaTestDiary) empty = fascia_test_diary_new ();
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaDaily) none = make_daily (empty, TIGHT, NULL, G_MININT32, G_MAXINT32);
  g_autoptr (FasciaDaily) reversed = NULL;
  g_autoptr (FasciaDaily) edges = NULL;
  guint n_days;

  fascia_daily_get_days (none, &n_days);
  g_assert_cmpuint (n_days, ==, 0);
  g_assert_null (fascia_daily_find (none, 0));

  fascia_test_diary_add (diary, 9, 0, "a", TIGHT, 1);
  fascia_test_diary_add (diary, 10, 0, "a", TIGHT, 2);
  fascia_test_diary_add (diary, 20, 0, "a", TIGHT, 3);
  fascia_test_diary_add (diary, 21, 0, "a", TIGHT, 4);
  reversed = make_daily (diary, TIGHT, NULL, 20, 10);
  fascia_daily_get_days (reversed, &n_days);
  g_assert_cmpuint (n_days, ==, 0);
  edges = make_daily (diary, TIGHT, NULL, 10, 20);
  fascia_daily_get_days (edges, &n_days);
  g_assert_cmpuint (n_days, ==, 2);
  g_assert_cmpint (fascia_daily_get_first_day (edges), ==, 10);
  g_assert_cmpint (fascia_daily_get_last_day (edges), ==, 20);
  g_assert_cmpuint (fascia_daily_lower_bound (edges, 11), ==, 1);
}

static void
test_ten_years (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (3, 3650, 18);
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
  gint64 best = G_MAXINT64;
  guint n_points;

  fascia_series_get_points (series, &n_points);
  for (guint round = 0; round < 9; round++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (FasciaDaily) daily
          = fascia_daily_new (series, TIGHT, NULL, G_MININT32, G_MAXINT32);

      best = MIN (best, g_get_monotonic_time () - start);
      g_assert_cmpuint (fascia_daily_count_values (daily), >, 2000);
    }
  g_test_message ("%u points: %.2f ms", n_points, best / 1000.0);
  g_test_minimized_result (best / 1000.0, "ten years in %.2f ms", best / 1000.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/daily/reference", test_reference);
  g_test_add_func ("/daily/gap-is-not-zero", test_gap_is_not_zero);
  g_test_add_func ("/daily/band", test_band);
  g_test_add_func ("/daily/mild-place-changes-nothing", test_mild_place_changes_nothing);
  g_test_add_func ("/daily/nothing-today", test_nothing_today);
  g_test_add_func ("/daily/one-place", test_one_place);
  g_test_add_func ("/daily/daylight-saving", test_daylight_saving);
  g_test_add_func ("/daily/order", test_order);
  g_test_add_func ("/daily/random", test_random);
  g_test_add_func ("/daily/limits", test_limits);
  g_test_add_func ("/daily/ten-years", test_ten_years);

  return g_test_run ();
}
