/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The practice journal: how much, how true to itself, and that it is a believable person. */

#include "config.h"

#include <math.h>

#include "core/body/fascia-body.h"
#include "core/exchange/fascia-demo.h"
#include "core/journal/fascia-feelings.h"
#include "core/journal/fascia-items.h"
#include "core/journal/fascia-tags.h"
#include "core/routines/fascia-library.h"
#include "fascia-core-resources.h"

/* 2026-03-10 */
#define LAST_DAY 20522

static GPtrArray *
generate (guint64 seed, gint32 last_day, guint n_days, const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  const FasciaDemoOptions options = { seed, last_day, n_days, zone };

  g_assert_nonnull (zone);
  return fascia_demo_generate (&options);
}

static guint
count_marks (GPtrArray *entries)
{
  guint sum = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      guint n = 0;

      fascia_entry_get_marks (g_ptr_array_index (entries, i), &n);
      sum += n;
    }
  return sum;
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!fascia_entry_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }
  return TRUE;
}

static void
test_ten_years (void)
{
  g_autoptr (GPtrArray) entries = generate (1, LAST_DAY, FASCIA_DEMO_DAYS, "Europe/Berlin");
  FasciaEntry *last = g_ptr_array_index (entries, entries->len - 1);
  FasciaEntry *first = g_ptr_array_index (entries, 0);

  g_assert_cmpuint (count_marks (entries), ==, 73000);
  g_assert_cmpint (fascia_entry_get_moment (last)->day, ==, LAST_DAY);
  g_assert_cmpint (fascia_moment_get_minute (fascia_entry_get_moment (last)), <, 8 * 60);
  g_assert_cmpint (fascia_entry_get_moment (first)->day, ==, LAST_DAY - FASCIA_DEMO_DAYS + 1);
  g_test_message ("%u entries", entries->len);
}

static void
test_same_seed (void)
{
  g_autoptr (GPtrArray) a = generate (7, LAST_DAY, 400, "Europe/Berlin");
  g_autoptr (GPtrArray) b = generate (7, LAST_DAY, 400, "Europe/Berlin");
  g_autoptr (GPtrArray) other_seed = generate (8, LAST_DAY, 400, "Europe/Berlin");
  g_autoptr (GPtrArray) other_end = generate (7, LAST_DAY - 1, 400, "Europe/Berlin");

  g_assert_true (are_equal (a, b));
  g_assert_false (are_equal (a, other_seed));
  g_assert_false (are_equal (a, other_end));
}

/* Whatever the length, the sum is exact, also when a check-in is full. */
static void
test_lengths (void)
{
  static const guint lengths[] = { 1, 2, 3, 7, 31, 90, 366, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      for (guint64 seed = 0; seed < 25; seed++)
        {
          g_autoptr (GPtrArray) entries = generate (seed, LAST_DAY, lengths[i], "UTC");

          g_assert_cmpuint (count_marks (entries), ==, lengths[i] * FASCIA_DEMO_MARKS_PER_DAY);
        }
    }
}

/* Zones that skip hours and whole days (Samoa had no 30 December 2011). */
static void
test_zones (void)
{
  static const char *const zones[]
      = { "UTC",         "America/New_York",  "Pacific/Apia",        "Asia/Kathmandu",
          "Asia/Tehran", "Africa/Casablanca", "Australia/Lord_Howe", "America/Sao_Paulo" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GPtrArray) entries = generate (3, LAST_DAY, 6000, zones[i]);

      g_assert_cmpuint (count_marks (entries), ==, 6000 * FASCIA_DEMO_MARKS_PER_DAY);
      for (guint j = 1; j < entries->len; j++)
        {
          const FasciaMoment *before = fascia_entry_get_moment (g_ptr_array_index (entries, j - 1));
          const FasciaMoment *after = fascia_entry_get_moment (g_ptr_array_index (entries, j));

          g_assert_cmpint (before->utc_ms, <, after->utc_ms);
          g_assert_cmpint (before->day, <=, after->day);
        }
    }
}

/* Values that the questions take, places that there are. */
static void
check_other (FasciaEntry *entry, FasciaBody *body, FasciaItems *items)
{
  const FasciaVisit *visit = fascia_entry_get_visit (entry);
  guint n;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n);

  for (guint i = 0; i < n; i++)
    {
      const FasciaItem *item = fascia_items_lookup (items, measurements[i].item);

      g_assert_nonnull (item);
      g_assert_true (fascia_item_takes (item, measurements[i].value));
      g_assert_cmpstr (fascia_item_get_unit_c (item), ==, measurements[i].unit);
      g_assert_cmpint (fascia_item_is_sided (item), ==,
                       measurements[i].side != FASCIA_SIDE_MIDLINE);
    }
  for (guint i = 0; visit != NULL && visit->areas[i] != NULL; i++)
    g_assert_nonnull (fascia_body_lookup (body, visit->areas[i]));
  if (visit != NULL)
    g_assert_cmpint (visit->after, <, visit->before);
}

/* What is there must be what the journal takes. */
static void
test_valid (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (&error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) entries = generate (1, LAST_DAY, 1000, "Europe/Berlin");
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_feelings = 0;
  guint n_notes = 0;
  guint n_nothing = 0;
  guint n_without_level = 0;
  guint n_zeros = 0;
  guint n_kinds[FASCIA_ENTRY_NOTE + 1] = { 0 };
  guint n_tags = 0;
  g_autoptr (FasciaItems) items = fascia_items_new (&error);
  g_assert_no_error (error);
  g_autoptr (FasciaTags) tags = fascia_tags_new (&error);
  g_assert_no_error (error);

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);
      guint n = 0;
      const FasciaMark *marks = fascia_entry_get_marks (entry, &n);
      const char *const *codes = fascia_entry_get_tags (entry);

      for (guint j = 0; codes[j] != NULL; j++)
        g_assert_nonnull (fascia_tags_lookup (tags, codes[j]));
      g_assert_true (g_hash_table_add (uids, fascia_uid_to_string (fascia_entry_get_uid (entry))));
      n_kinds[fascia_entry_get_kind (entry)]++;
      n_tags += g_strv_length ((char **) fascia_entry_get_tags (entry));
      if (fascia_entry_get_kind (entry) != FASCIA_ENTRY_CHECK_IN)
        {
          check_other (entry, body, items);
          g_assert_cmpuint (n, ==, 0);
          continue;
        }
      g_assert_cmpint (fascia_entry_get_changed_ms (entry), >=,
                       fascia_entry_get_moment (entry)->utc_ms);
      g_assert_true ((n > 0) != fascia_entry_is_nothing_today (entry));
      n_nothing += fascia_entry_is_nothing_today (entry) ? 1 : 0;
      n_notes += fascia_entry_get_note (entry) != NULL ? 1 : 0;
      for (guint j = 0; j < n; j++)
        {
          const FasciaRegion *region = fascia_body_lookup (body, marks[j].region);

          g_assert_nonnull (region);
          g_assert_cmpstr (fascia_region_get_id (region), ==, marks[j].region);
          g_assert_cmpint (marks[j].level, >=, FASCIA_LEVEL_NOT_GIVEN);
          g_assert_cmpint (marks[j].level, <=, FASCIA_LEVEL_MAX);
          n_without_level += marks[j].level == FASCIA_LEVEL_NOT_GIVEN ? 1 : 0;
          n_zeros += marks[j].level == 0 ? 1 : 0;
          for (guint k = 0; marks[j].feelings != NULL && marks[j].feelings[k] != NULL; k++)
            {
              g_assert_nonnull (fascia_feelings_lookup (feelings, marks[j].feelings[k]));
              if (k > 0)
                g_assert_cmpstr (marks[j].feelings[k - 1], <, marks[j].feelings[k]);
              n_feelings++;
            }
        }
    }
  g_test_message ("%u feelings, %u notes, %u quiet days, %u without a level, %u zeros", n_feelings,
                  n_notes, n_nothing, n_without_level, n_zeros);
  g_assert_cmpuint (n_feelings, >, 500);
  g_assert_cmpuint (n_notes, >, 50);
  g_assert_cmpuint (n_nothing, >, 0);
  g_assert_cmpuint (n_without_level, >, 50);
  g_assert_cmpuint (n_zeros, >, 100);
  g_assert_cmpuint (n_tags, >, 300);
  g_assert_cmpuint (n_kinds[FASCIA_ENTRY_MEASUREMENT], >, 500);
  g_assert_cmpuint (n_kinds[FASCIA_ENTRY_EXERCISE], >, 150);
  g_assert_cmpuint (n_kinds[FASCIA_ENTRY_VISIT], >, 20);
  g_assert_cmpuint (n_kinds[FASCIA_ENTRY_TREATMENT], >, 20);
  g_assert_cmpuint (n_kinds[FASCIA_ENTRY_EVENT], >, 3);
}

/* A session is one of the library's: its routine has those steps, and they work there; the check-ins
 * before and after it are there, and on its two sides. */
static void
check_session (FasciaEntry *entry, FasciaLibrary *library, GHashTable *by_uid)
{
  const FasciaSession *session = fascia_entry_get_session (entry);
  const FasciaUid none = { { 0 } };
  FasciaRoutine *routine = fascia_library_lookup_routine (library, session->routine);
  guint n_items;

  g_assert_nonnull (routine);
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);
  g_assert_cmpuint (session->n_steps, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpstr (session->steps[i].step, ==, items[i].step);
  g_assert_cmpint (session->started_ms, ==, fascia_entry_get_moment (entry)->utc_ms);
  g_assert_cmpint (session->ended_ms, >, session->started_ms);

  g_autofree char *before = fascia_uid_to_string (&session->before);
  FasciaEntry *check_in = g_hash_table_lookup (by_uid, before);
  g_assert_nonnull (check_in);
  g_assert_cmpint (fascia_entry_get_moment (check_in)->utc_ms, <, session->started_ms);
  if (fascia_uid_equal (&session->after, &none))
    return;
  g_autofree char *after = fascia_uid_to_string (&session->after);
  check_in = g_hash_table_lookup (by_uid, after);
  g_assert_nonnull (check_in);
  g_assert_cmpint (fascia_entry_get_moment (check_in)->utc_ms, >, session->ended_ms);
}

static void
test_sessions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);
  g_autoptr (FasciaLibrary) library = fascia_library_new (body, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) entries = generate (1, LAST_DAY, FASCIA_DEMO_DAYS, "Europe/Berlin");
  g_autoptr (GHashTable) by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_sessions = 0, n_rated = 0;

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (by_uid, fascia_uid_to_string (fascia_entry_get_uid (entries->pdata[i])),
                         entries->pdata[i]);
  for (guint i = 0; i < entries->len; i++)
    {
      const FasciaUid none = { { 0 } };
      const FasciaSession *session = fascia_entry_get_session (entries->pdata[i]);

      if (session == NULL)
        continue;
      check_session (entries->pdata[i], library, by_uid);
      g_assert_cmpint (fascia_entry_get_moment (entries->pdata[i])->day, <, LAST_DAY);
      n_sessions++;
      n_rated += !fascia_uid_equal (&session->after, &none);
      for (guint j = 0; j < session->n_steps; j++)
        {
          const FasciaStep *step = fascia_library_lookup_step (library, session->steps[j].step);

          if (session->steps[j].region == NULL)
            continue;
          const FasciaRegion *region = fascia_body_lookup (body, session->steps[j].region);
          g_assert_nonnull (region);
          g_assert_true (fascia_step_works_on (step, region));
        }
    }
  g_test_message ("%u sessions, %u of them with an after", n_sessions, n_rated);
  /* Two or so a week. */
  g_assert_cmpuint (n_sessions, >, 600);
  g_assert_cmpuint (n_sessions, <, 1800);
  g_assert_cmpuint (n_rated, >, 200);
}

typedef struct
{
  double n, x, y, xx, yy, xy;
} Sums;

static void
add_pair (Sums *sums, double x, double y)
{
  sums->n += 1;
  sums->x += x;
  sums->y += y;
  sums->xx += x * x;
  sums->yy += y * y;
  sums->xy += x * y;
}

static double
correlate (const Sums *sums)
{
  return (sums->n * sums->xy - sums->x * sums->y)
         / sqrt ((sums->n * sums->xx - sums->x * sums->x)
                 * (sums->n * sums->yy - sums->y * sums->y));
}

static void
add_level (Sums *sums, FasciaEntry *entry, const char *region)
{
  const FasciaMark *mark = fascia_entry_find_mark (entry, region, FASCIA_SCALE_TIGHTNESS);

  if (mark != NULL && mark->level >= 0)
    add_pair (sums, mark->level, 0);
}

/* The right above and the left below, every year; pain goes with tightness; days are missing;
 * levels go up and down; winters are worse for the back than summers. */
static void
test_believable (void)
{
  g_autoptr (GPtrArray) entries = generate (1, LAST_DAY, FASCIA_DEMO_DAYS, "Europe/Berlin");
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  Sums pairs = { 0 };
  Sums right[10] = { 0 }, left[10] = { 0 }, low_right[10] = { 0 }, low_left[10] = { 0 };
  Sums winter = { 0 }, summer = { 0 };
  guint n_levels[FASCIA_LEVEL_MAX + 1] = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);
      const FasciaMoment *moment = fascia_entry_get_moment (entry);
      guint year = (guint) (moment->day - (LAST_DAY - FASCIA_DEMO_DAYS + 1)) / 365;
      guint n = 0;
      const FasciaMark *marks = fascia_entry_get_marks (entry, &n);
      int y, month, dom;

      g_assert_cmpuint (year, <, 10);
      fascia_day_to_ymd (moment->day, &y, &month, &dom);
      g_hash_table_add (days, GINT_TO_POINTER (moment->day));
      add_level (&right[year], entry, "shoulder-top-right");
      add_level (&left[year], entry, "shoulder-top-left");
      add_level (&low_left[year], entry, "lower-back-left");
      add_level (&low_right[year], entry, "lower-back-right");
      if (month == 1 || month == 2)
        add_level (&winter, entry, "lower-back-left");
      if (month == 7 || month == 8)
        add_level (&summer, entry, "lower-back-left");
      for (guint j = 0; j < n; j++)
        {
          if (marks[j].scale != FASCIA_SCALE_TIGHTNESS || marks[j].level < 0)
            continue;

          const FasciaMark *pain
              = fascia_entry_find_mark (entry, marks[j].region, FASCIA_SCALE_PAIN);
          n_levels[marks[j].level]++;
          if (pain != NULL && pain->level >= 0)
            add_pair (&pairs, marks[j].level, pain->level);
        }
    }

  for (guint year = 0; year < 10; year++)
    {
      g_assert_cmpfloat (right[year].n, >, left[year].n);
      g_assert_cmpfloat (right[year].x / right[year].n, >, left[year].x / left[year].n);
      g_assert_cmpfloat (low_left[year].n, >, low_right[year].n);
      g_assert_cmpfloat (low_left[year].x / low_left[year].n, >,
                         low_right[year].x / low_right[year].n);
      g_test_message ("year %u: right shoulder %.2f, left low back %.2f", year,
                      right[year].x / right[year].n, low_left[year].x / low_left[year].n);
    }
  for (guint i = 0; i <= FASCIA_LEVEL_MAX; i++)
    g_test_message ("level %u: %u", i, n_levels[i]);
  g_test_message ("correlation %.2f over %.0f pairs, %u days", correlate (&pairs), pairs.n,
                  g_hash_table_size (days));
  g_assert_cmpfloat (correlate (&pairs), >, 0.5);
  g_assert_cmpfloat (correlate (&pairs), <, 0.99);
  g_assert_cmpuint (g_hash_table_size (days), >, FASCIA_DEMO_DAYS * 75 / 100);
  g_assert_cmpuint (g_hash_table_size (days), <, FASCIA_DEMO_DAYS * 95 / 100);
  g_assert_cmpfloat (winter.x / winter.n, >, summer.x / summer.n);
  for (guint level = 1; level <= 9; level++)
    g_assert_cmpuint (n_levels[level], >, 20);
}

/* Arrows go from a felt place to another, on the person's own side, and what is drawn lies there. */
static void
test_drawings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_autoptr (GPtrArray) entries = generate (1, LAST_DAY, FASCIA_DEMO_DAYS, "Europe/Berlin");
  guint n_all_spreads = 0, n_all_drawings = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FasciaEntry *entry = entries->pdata[i];
      guint n_spreads, n_drawings;
      const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
      const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);

      for (guint j = 0; j < n_spreads; j++)
        {
          const FasciaRegion *from = fascia_body_lookup (body, spreads[j].from);
          const FasciaRegion *to = fascia_body_lookup (body, spreads[j].to);

          g_assert_nonnull (from);
          g_assert_nonnull (to);
          g_assert_cmpint (fascia_region_get_side (from), ==, fascia_region_get_side (to));
          g_assert_true (
              fascia_entry_find_mark (entry, spreads[j].from, FASCIA_SCALE_TIGHTNESS) != NULL
              || fascia_entry_find_mark (entry, spreads[j].from, FASCIA_SCALE_PAIN) != NULL);
        }
      for (guint j = 0; j < n_drawings; j++)
        for (guint k = 0; k < drawings[j].n_points; k++)
          {
            const FasciaDrawingPoint *point = &drawings[j].points[k];
            const FasciaRegion *region
                = fascia_body_pick (body, drawings[j].view, point->x, point->y, 4);

            g_assert_nonnull (region);
            g_assert_cmpint (fascia_region_get_side (region), ==,
                             drawings[j].kind == FASCIA_DRAWING_STROKE ? FASCIA_SIDE_LEFT
                                                                       : FASCIA_SIDE_RIGHT);
          }
      n_all_spreads += n_spreads;
      n_all_drawings += n_drawings;
    }
  g_test_message ("%u arrows, %u drawings", n_all_spreads, n_all_drawings);
  g_assert_cmpuint (n_all_spreads, >, 20);
  g_assert_cmpuint (n_all_drawings, >, 5);
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/ten-years", test_ten_years);
  g_test_add_func ("/demo/same-seed", test_same_seed);
  g_test_add_func ("/demo/lengths", test_lengths);
  g_test_add_func ("/demo/zones", test_zones);
  g_test_add_func ("/demo/valid", test_valid);
  g_test_add_func ("/demo/sessions", test_sessions);
  g_test_add_func ("/demo/believable", test_believable);
  g_test_add_func ("/demo/drawings", test_drawings);
  return g_test_run ();
}
