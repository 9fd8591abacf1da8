/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The packed series: order, looking up, patching, reading in slices with writes in between. */

#include "store-fixture.h"

#include "core/journal/fascia-operation-private.h"
#include "core/journal/fascia-series-private.h"

/* A check-in of so many marks, all by chance. */
static FasciaEntry *
random_entry (GRand *rand, guint number)
{
  FasciaMark marks[6];
  FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN, .marks = marks };
  char region[6][24];
  gint32 day = g_rand_int_range (rand, 19000, 19030);

  parts.n_marks = (guint) g_rand_int_range (rand, 0, 7);
  parts.nothing_today = g_rand_int_range (rand, 0, 5) == 0;
  for (guint i = 0; i < parts.n_marks; i++)
    {
      g_snprintf (region[i], sizeof region[i], "place-%d", g_rand_int_range (rand, 0, 40));
      marks[i] = (FasciaMark) { region[i], (FasciaScale) g_rand_int_range (rand, 1, 3),
                                parts.nothing_today ? 0 : g_rand_int_range (rand, -1, 11), NULL };
    }
  parts.moment
      = (FasciaMoment) { day * DAY_MS + g_rand_int_range (rand, 0, 5) * MINUTE_MS, 0, day, "UTC" };
  parts.uid.bytes[1] = (guint8) (number >> 8);
  parts.uid.bytes[2] = (guint8) number;
  return fascia_entry_new_from_parts (&parts);
}

static GPtrArray *
random_entries (guint seed, guint n_entries)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_entries; i++)
    g_ptr_array_add (entries, random_entry (rand, i));
  return entries;
}

static FasciaSeries *
new_series (GPtrArray *entries)
{
  return fascia_series_new_from_entries ((FasciaEntry *const *) entries->pdata, entries->len);
}

static void
assert_sorted (const FasciaSeries *series)
{
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);

  for (guint i = 1; i < n_points; i++)
    {
      const FasciaSeriesPoint *a = &points[i - 1], *b = &points[i];

      g_assert_cmpint (a->day, <=, b->day);
      if (a->day < b->day)
        continue;
      g_assert_cmpint (a->utc_ms, <=, b->utc_ms);
      if (a->utc_ms < b->utc_ms)
        continue;
      g_assert_cmpuint (a->check_in, <=, b->check_in);
      if (a->check_in < b->check_in)
        continue;
      g_assert_cmpuint (a->region, <=, b->region);
      if (a->region < b->region)
        continue;
      g_assert_cmpuint (a->scale, <, b->scale);
    }
  for (guint i = 0; i < n_points; i++)
    g_assert_cmpuint (points[i].check_in, >=, i == 0 ? 0 : points[i - 1].check_in);
  for (guint i = 1; i < fascia_series_get_n_regions (series); i++)
    g_assert_cmpstr (fascia_series_get_region (series, i - 1), <,
                     fascia_series_get_region (series, i));
}

static void
test_empty (void)
{
  g_autoptr (FasciaSeries) series = fascia_series_new_from_entries (NULL, 0);
  guint n_points = 9;
  gint32 first, last;

  fascia_series_get_points (series, &n_points);
  g_assert_cmpuint (n_points, ==, 0);
  g_assert_cmpuint (fascia_series_get_n_regions (series), ==, 0);
  g_assert_cmpuint (fascia_series_lookup_region (series, "sacrum"), ==, FASCIA_POINT_NOWHERE);
  g_assert_cmpuint (fascia_series_lower_bound (series, 0), ==, 0);
  g_assert_false (fascia_series_get_range (series, &first, &last));
}

static void
test_content (void)
{
  g_autoptr (GPtrArray) entries = random_entries (11, 400);
  g_autoptr (FasciaSeries) series = new_series (entries);
  guint n_points, n_expected = 0;
  gint64 sum = 0, expected = 0;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);

  assert_sorted (series);
  for (guint i = 0; i < entries->len; i++)
    {
      guint n_marks;
      const FasciaMark *marks = fascia_entry_get_marks (entries->pdata[i], &n_marks);

      n_expected += n_marks + (fascia_entry_is_nothing_today (entries->pdata[i]) ? 1 : 0);
      for (guint j = 0; j < n_marks; j++)
        expected += (marks[j].level + 2) * (gint64) (g_str_hash (marks[j].region) % 10007)
                    * (int) marks[j].scale;
    }
  g_assert_cmpuint (n_points, ==, n_expected);
  for (guint i = 0; i < n_points; i++)
    if (points[i].region != FASCIA_POINT_NOWHERE)
      {
        const char *region = fascia_series_get_region (series, points[i].region);

        g_assert_cmpuint (fascia_series_lookup_region (series, region), ==, points[i].region);
        sum += (points[i].level + 2) * (gint64) (g_str_hash (region) % 10007) * points[i].scale;
      }
    else
      {
        g_assert_cmpint (points[i].scale, ==, 0);
        g_assert_cmpint (points[i].level, ==, 0);
      }
  g_assert_cmpint (sum, ==, expected);
}

/* The order in which entries come does not matter. */
static void
test_any_order (void)
{
  g_autoptr (GPtrArray) entries = random_entries (12, 300);
  g_autoptr (FasciaSeries) series = new_series (entries);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = entries->len - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      gpointer swap = entries->pdata[i];

      entries->pdata[i] = entries->pdata[j];
      entries->pdata[j] = swap;
    }
  g_autoptr (FasciaSeries) shuffled = new_series (entries);
  g_assert_true (fascia_series_equal (series, shuffled));
  g_ptr_array_set_size (entries, 299);
  g_autoptr (FasciaSeries) shorter = new_series (entries);
  g_assert_false (fascia_series_equal (series, shorter));
}

static void
test_lower_bound (void)
{
  g_autoptr (GPtrArray) entries = random_entries (13, 200);
  g_autoptr (FasciaSeries) series = new_series (entries);
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);
  gint32 first, last;

  g_assert_true (fascia_series_get_range (series, &first, &last));
  g_assert_cmpint (first, ==, points[0].day);
  g_assert_cmpint (last, ==, points[n_points - 1].day);
  for (gint32 day = first - 1; day <= last + 1; day++)
    {
      guint bound = fascia_series_lower_bound (series, day);

      if (bound > 0)
        g_assert_cmpint (points[bound - 1].day, <, day);
      if (bound < n_points)
        g_assert_cmpint (points[bound].day, >=, day);
    }
}

/* The row an entry of these tests would be in. */
static gint64
get_row_id (const FasciaEntry *entry)
{
  const FasciaUid *uid = fascia_entry_get_uid (entry);

  return uid->bytes[1] * 256 + uid->bytes[2];
}

static FasciaSeries *
new_series_by_row (GPtrArray *entries)
{
  g_autoptr (FasciaSeriesBuilder) builder = fascia_series_builder_new ();

  for (guint i = 0; i < entries->len; i++)
    fascia_series_builder_add_entry (builder, get_row_id (entries->pdata[i]), entries->pdata[i]);
  return fascia_series_builder_finish (builder);
}

/* A patch gives what building afresh gives, whatever the entry was before, and also when it comes
 * twice. */
static void
test_patched (void)
{
  g_autoptr (GPtrArray) entries = random_entries (14, 150);
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (FasciaSeries) series = new_series_by_row (entries);

  for (int i = 0; i < 200; i++)
    {
      guint index = (guint) g_rand_int_range (rand, 0, (gint32) entries->len);
      FasciaEntry *victim = entries->pdata[index];
      gint64 id = get_row_id (victim);
      FasciaEntry *after = NULL;

      if (i % 3 == 0)
        {
          FasciaMark mark = { "new-place", FASCIA_SCALE_PAIN, i % 11, NULL };

          after = fascia_entry_with_mark (victim, &mark);
          fascia_entry_unref (victim);
          entries->pdata[index] = after;
        }
      else if (i % 3 == 1)
        {
          after = random_entry (rand, (guint) i + 1000);
          id = get_row_id (after);
          g_ptr_array_add (entries, after);
        }
      else
        g_ptr_array_remove_index (entries, index);

      g_autoptr (FasciaSeries) once = fascia_series_patched (series, id, after);
      g_autoptr (FasciaSeries) twice = fascia_series_patched (once, id, after);
      g_autoptr (FasciaSeries) fresh = new_series_by_row (entries);
      assert_sorted (once);
      g_assert_true (fascia_series_equal (once, fresh));
      g_assert_true (fascia_series_equal (twice, fresh));
      fascia_series_unref (series);
      series = g_steal_pointer (&once);
    }
}

/* More regions than any body has. */
static void
test_many_regions (void)
{
  g_autoptr (FasciaSeriesBuilder) builder = fascia_series_builder_new ();
  guint check_in = fascia_series_builder_add_check_in (builder, 1, 0, 0, FALSE);
  const int n_regions = 5000;

  for (int i = 0; i < n_regions; i++)
    {
      g_autofree char *region = g_strdup_printf ("a-rather-long-prefix-%05d-and-suffix", i);
      fascia_series_builder_add_point (builder, check_in, region, strlen (region),
                                       FASCIA_SCALE_PAIN, i % 11);
    }
  g_autoptr (FasciaSeries) series = fascia_series_builder_finish (builder);
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);
  g_assert_cmpuint (n_points, ==, n_regions);
  g_assert_cmpuint (fascia_series_get_n_regions (series), ==, n_regions);
  assert_sorted (series);
  for (int i = 0; i < n_regions; i++)
    g_assert_cmpint (points[i].level, ==, i % 11);
}

/* ---- from the database ---- */

static GPtrArray *
insert (FasciaDb *db, guint seed, guint n_entries)
{
  GPtrArray *entries = random_entries (seed, n_entries);
  g_autoptr (GError) error = NULL;

  fascia_db_insert_entries (db, (FasciaEntry *const *) entries->pdata, entries->len, &error);
  g_assert_no_error (error);
  return entries;
}

static void
test_loaded (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = insert (f->db, 15, 500);
  g_autoptr (FasciaSeries) expected = new_series (entries);
  g_autoptr (FasciaSeries) loaded = fascia_db_load_series (f->db, NULL);

  g_assert_true (fascia_series_equal (expected, loaded));
  /* Words are no check-in. */
  FasciaLog words = { .note = "Only words" };
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &words, NULL);
  g_autoptr (FasciaSeries) again = fascia_db_load_series (f->db, NULL);
  g_assert_true (fascia_series_equal (expected, again));
}

/* Slices of every size, also when rows were deleted between. */
static void
test_slices (StoreFixture *f, gconstpointer data)
{
  static const guint sizes[] = { 1, 2, 3, 7, 50, 199, 200, 201, 100000 };
  g_autoptr (GPtrArray) entries = insert (f->db, 16, 200);

  store_exec (f->db, "PRAGMA synchronous=OFF");

  for (guint i = 0; i < 100; i++)
    {
      FasciaUid uid = *fascia_entry_get_uid (entries->pdata[i * 3 % entries->len]);
      g_autoptr (FasciaOperation) operation = fascia_db_delete_entry (f->db, &uid, NULL);

      g_ptr_array_remove_index (entries, i * 3 % entries->len);
    }
  g_autoptr (FasciaSeries) expected = new_series (entries);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (FasciaSeriesLoader) loader = fascia_series_loader_new (f->db);
      gboolean done = FALSE;
      guint n_steps = 0;

      while (!done)
        {
          g_assert_true (fascia_series_loader_step (loader, sizes[i], &done, NULL));
          g_assert_cmpuint (n_steps++, <, 2000);
        }
      g_autoptr (FasciaSeries) series = fascia_series_loader_finish (loader);
      g_assert_true (fascia_series_equal (series, expected));
    }
}

typedef struct
{
  gint64 id;
  FasciaEntry *after;
} Patch;

static void
on_committed (FasciaDb *db, FasciaOperation *operation, FasciaChangeFlags changes, gpointer data)
{
  FasciaEntry *after = fascia_operation_get_after (operation);
  Patch patch = { fascia_operation_get_row_id (operation),
                  after != NULL ? fascia_entry_ref (after) : NULL };

  g_array_append_val (data, patch);
}

/* Between any two slices somebody writes: new check-ins, more marks in old ones, deletions, undo.
 * Patched with what was written the series is as if it had been read afterwards. */
static void
test_slices_and_writes (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GPtrArray) entries = insert (f->db, 17, 150);
  g_autoptr (GArray) patches = g_array_new (FALSE, FALSE, sizeof (Patch));

  /* Hundreds of commits, none of which is for ever. */
  store_exec (f->db, "PRAGMA synchronous=OFF");
  fascia_db_set_hook (f->db, on_committed, patches);
  for (int round = 0; round < 12; round++)
    {
      g_autoptr (FasciaSeriesLoader) loader = fascia_series_loader_new (f->db);
      gboolean done = FALSE;

      while (!done)
        {
          g_autoptr (FasciaOperation) operation = NULL;
          guint index = (guint) g_rand_int_range (rand, 0, (gint32) entries->len);
          FasciaUid uid = *fascia_entry_get_uid (entries->pdata[index]);
          FasciaMark mark = { "sacrum", FASCIA_SCALE_PAIN, round % 11, NULL };
          FasciaLog log = { .marks = &mark, .n_marks = 1, .entry = &uid };

          g_assert_true (fascia_series_loader_step (loader, (guint) g_rand_int_range (rand, 1, 120),
                                                    &done, NULL));
          switch (g_rand_int_range (rand, 0, 5))
            {
            case 0:
              operation = fascia_db_delete_entry (f->db, &uid, NULL);
              break;
            case 1:
              operation = fascia_db_log (f->db, &log, NULL);
              break;
            case 2:
              operation = fascia_db_undo (f->db, 0, NULL);
              break;
            default:
              log.entry = NULL;
              log.new_check_in = g_rand_boolean (rand);
              operation = fascia_db_log (f->db, &log, NULL);
              break;
            }
        }
      FasciaSeries *series = fascia_series_loader_finish (loader);
      for (guint i = 0; i < patches->len; i++)
        {
          Patch *patch = &g_array_index (patches, Patch, i);
          FasciaSeries *patched = fascia_series_patched (series, patch->id, patch->after);

          fascia_series_unref (series);
          series = patched;
          g_clear_pointer (&patch->after, fascia_entry_unref);
        }
      g_array_set_size (patches, 0);
      g_autoptr (FasciaSeries) fresh = fascia_db_load_series (f->db, NULL);
      g_assert_true (fascia_series_equal (series, fresh));
      fascia_series_unref (series);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/series/empty", test_empty);
  g_test_add_func ("/series/content", test_content);
  g_test_add_func ("/series/any-order", test_any_order);
  g_test_add_func ("/series/lower-bound", test_lower_bound);
  g_test_add_func ("/series/patched", test_patched);
  g_test_add_func ("/series/many-regions", test_many_regions);
  store_test_add ("/series/loaded", test_loaded);
  store_test_add ("/series/slices", test_slices);
  store_test_add ("/series/slices-and-writes", test_slices_and_writes);

  return g_test_run ();
}
