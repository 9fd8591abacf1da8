/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The packed series of an open journal: patched by what is written, the same as loaded afresh. */

#include "journal-fixture.h"

#include "core/journal/fascia-series-private.h"

static gpointer
compare_series (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  g_autoptr (FasciaSeries) fresh = fascia_db_load_series (db, NULL);

  g_assert_true (fascia_series_equal (fresh, data));
  return data;
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  Asker *self = data;

  tell (self, fascia_journal_run_finish (FASCIA_JOURNAL (source), result, &self->error) != NULL);
}

static void
assert_series_is_fresh (Fixture *f)
{
  g_autoptr (Asker) asker = asker_new (f, 's');
  g_autoptr (Asker) comparison = asker_new (f, 'c');

  f->n_pending--;
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, asker);
  wait_for_all (f);
  f->n_pending++;
  fascia_journal_run_async (f->journal, compare_series, asker->series, NULL, NULL, on_compared,
                            comparison);
  wait_for_all (f);
  g_assert_no_error (comparison->error);
}

static gpointer
insert_one (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 4, NULL };
  FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN,
                             .closed = TRUE,
                             .marks = &mark,
                             .n_marks = 1,
                             .moment = { FASCIA_TEST_NOW_MS - 3 * DAY_MS, 0, 0, "UTC" } };

  parts.moment.day = (gint32) (parts.moment.utc_ms / DAY_MS);
  fascia_db_make_uid (db, parts.moment.utc_ms, &parts.uid);
  g_autoptr (FasciaEntry) entry = fascia_entry_new_from_parts (&parts);
  g_assert_true (fascia_db_insert_entries (db, &entry, 1, NULL));
  return data;
}

static void
test_series_patched (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  FasciaUid last = { 0 };

  open_journal (f);
  for (int i = 0; i < 120; i++)
    {
      g_autofree char *region = g_strdup_printf ("place-%d", g_rand_int_range (rand, 0, 9));
      FasciaMark mark = { region, (FasciaScale) g_rand_int_range (rand, 1, 3),
                          g_rand_int_range (rand, -1, 11), NULL };
      FasciaMoment at
          = { FASCIA_TEST_NOW_MS + g_rand_int_range (rand, -900, 0) * DAY_MS, 0, 0, "UTC" };
      FasciaLog log = { .marks = &mark,
                        .n_marks = g_rand_int_range (rand, 0, 9) > 0,
                        .nothing_today = FALSE,
                        .new_check_in = g_rand_boolean (rand),
                        .at = g_rand_boolean (rand) ? &at : NULL };
      g_autoptr (Asker) asker = asker_new (f, 'a');
      int kind = g_rand_int_range (rand, 0, 10);

      log.nothing_today = log.n_marks == 0;
      at.day = (gint32) (at.utc_ms / DAY_MS);
      fascia_clock_set_fixed (f->clock, fascia_clock_now_ms (f->clock) + 7 * MINUTE_MS);
      if (i > 0 && kind == 0)
        fascia_journal_undo_async (f->journal, 0, NULL, on_written, asker);
      else if (i > 0 && kind == 1)
        fascia_journal_delete_entry_async (f->journal, &last, NULL, on_written, asker);
      else if (kind == 2)
        fascia_journal_run_async (f->journal, insert_one, f, NULL, NULL, on_run, asker);
      else
        fascia_journal_log_async (f->journal, &log, NULL, on_written, asker);
      wait_for_all (f);
      if (asker->operation != NULL && fascia_operation_get_after (asker->operation) != NULL)
        last = *fascia_entry_get_uid (fascia_operation_get_after (asker->operation));
      if (i % 5 == 0)
        assert_series_is_fresh (f);
    }
  assert_series_is_fresh (f);
}

static gpointer
insert_many (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);

  for (int i = 0; i < 9000; i++)
    {
      FasciaMark marks[] = { { "sacrum", FASCIA_SCALE_TIGHTNESS, i % 11, NULL },
                             { "jaw-left", FASCIA_SCALE_PAIN, 4, NULL } };
      FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN, .marks = marks, .n_marks = 2 };

      parts.moment = (FasciaMoment) { FASCIA_TEST_NOW_MS - i * DAY_MS / 4, 0, 0, "UTC" };
      parts.moment.day = (gint32) (parts.moment.utc_ms / DAY_MS);
      fascia_db_make_uid (db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  g_assert_true (
      fascia_db_insert_entries (db, (FasciaEntry *const *) entries->pdata, entries->len, NULL));
  return NULL;
}

/* While the series is being read in slices, marks do not wait for it, and are in it. */
static void
test_series_and_writes (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) series = asker_new (f, 's');
  g_autoptr (GPtrArray) askers = g_ptr_array_new_with_free_func ((GDestroyNotify) asker_free);

  open_journal (f);
  fascia_journal_run_async (f->journal, insert_many, NULL, NULL, NULL, NULL, NULL);
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, series);
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *region = g_strdup_printf ("new-%d", i);
      Asker *asker = asker_new (f, 'a');

      g_ptr_array_add (askers, asker);
      log_mark (f, asker, region, 3, NULL);
      fascia_test_drain ();
    }
  wait_for_all (f);
  guint n_points;
  fascia_series_get_points (series->series, &n_points);
  g_assert_cmpuint (n_points, >=, 18000);
  assert_series_is_fresh (f);
  g_autoptr (Asker) after = asker_new (f, 't');
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, after);
  wait_for_all (f);
  fascia_series_get_points (after->series, &n_points);
  g_assert_cmpuint (n_points, ==, 18020);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/journal-series/patched", test_series_patched);
  ADD ("/journal-series/and-writes", test_series_and_writes);
#undef ADD

  return g_test_run ();
}
