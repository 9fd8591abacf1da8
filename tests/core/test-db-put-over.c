/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two who change one entry: nothing that either of them wrote is lost. */

#include <math.h>

#include "core/store/fascia-db-operations.h"
#include "store-entries.h"

/* A stored entry of the kind, as both begin with it. */
static FasciaEntry *
begin (StoreFixture *f, FasciaEntryKind kind)
{
  g_autoptr (FasciaEntry) entry = store_make_entry (kind, FASCIA_TEST_NOW_MS - 7200000);
  g_autoptr (FasciaOperation) operation = store_put (f->db, entry);

  return fascia_entry_ref (store_get_after (operation));
}

static FasciaEntry *
put_over (StoreFixture *f, FasciaEntry *begun, FasciaEntry *mine)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation = fascia_db_put_over (f->db, begun, mine, &error);

  g_assert_no_error (error);
  store_assert_whole (f->db);
  return fascia_entry_ref (store_get_after (operation));
}

static void
test_visit (StoreFixture *f, gconstpointer data)
{
  static const char *const their_tags[] = { "stress", "long-sitting", NULL };
  g_autoptr (FasciaEntry) begun = begin (f, FASCIA_ENTRY_VISIT);
  const FasciaVisit *old = fascia_entry_get_visit (begun);
  FasciaVisit theirs = *old, mine = *old;

  theirs.rating = 9;
  theirs.said = "Come again in May.";
  g_autoptr (FasciaEntry) their_visit = fascia_entry_with_visit (begun, &theirs);
  g_autoptr (FasciaEntry) their_entry = fascia_entry_with_tags (their_visit, their_tags);
  g_autoptr (FasciaOperation) operation = store_put (f->db, their_entry);

  mine.minutes = 45;
  g_autoptr (FasciaEntry) my_visit = fascia_entry_with_visit (begun, &mine);
  g_autoptr (FasciaEntry) my_entry = fascia_entry_with_note (my_visit, "Mine.");
  g_autoptr (FasciaEntry) after = put_over (f, begun, my_entry);

  g_assert_cmpint (fascia_entry_get_visit (after)->minutes, ==, 45);
  g_assert_cmpint (fascia_entry_get_visit (after)->rating, ==, 9);
  g_assert_cmpstr (fascia_entry_get_visit (after)->said, ==, "Come again in May.");
  g_assert_cmpstr (fascia_entry_get_note (after), ==, "Mine.");
  g_assert_true (g_strv_contains (fascia_entry_get_tags (after), "stress"));
}

/* Words that both wrote stay, one under the other; what one took away is gone. */
static void
test_words (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaEntry) begun = begin (f, FASCIA_ENTRY_NOTE);
  g_autoptr (FasciaEntry) theirs = fascia_entry_with_note (begun, "Theirs.");
  g_autoptr (FasciaEntry) mine = fascia_entry_with_note (begun, "Mine.");
  g_autoptr (FasciaOperation) operation = store_put (f->db, theirs);
  g_autoptr (FasciaEntry) after = put_over (f, begun, mine);

  g_assert_cmpstr (fascia_entry_get_note (after), ==, "Theirs.\nMine.");
}

static void
test_answers (StoreFixture *f, gconstpointer data)
{
  const FasciaMeasurement sleep = { "sleep", FASCIA_SIDE_MIDLINE, 7, NULL };
  const FasciaMeasurement mood = { "mood", FASCIA_SIDE_MIDLINE, 3, NULL };
  const FasciaMeasurement slr = { "slr", FASCIA_SIDE_LEFT, 61, "degrees" };
  g_autoptr (FasciaEntry) empty = begin (f, FASCIA_ENTRY_MEASUREMENT);
  g_autoptr (FasciaEntry) with_sleep = fascia_entry_with_measurement (empty, &sleep);
  g_autoptr (FasciaEntry) begun = put_over (f, empty, with_sleep);
  g_autoptr (FasciaEntry) theirs = fascia_entry_with_measurement (begun, &mood);
  g_autoptr (FasciaOperation) operation = store_put (f->db, theirs);
  g_autoptr (FasciaEntry) fewer
      = fascia_entry_without_measurement (begun, "sleep", FASCIA_SIDE_MIDLINE);
  g_autoptr (FasciaEntry) mine = fascia_entry_with_measurement (fewer, &slr);
  g_autoptr (FasciaEntry) after = put_over (f, begun, mine);

  g_assert_null (fascia_entry_find_measurement (after, "sleep", FASCIA_SIDE_MIDLINE));
  g_assert_nonnull (fascia_entry_find_measurement (after, "mood", FASCIA_SIDE_MIDLINE));
  g_assert_cmpfloat (fascia_entry_find_measurement (after, "slr", FASCIA_SIDE_LEFT)->value, ==, 61);
  g_assert_null (fascia_entry_find_measurement (after, "slr", FASCIA_SIDE_RIGHT));
}

/* A check-in that is moved keeps the place that was marked meanwhile. */
static void
test_marks (StoreFixture *f, gconstpointer data)
{
  const FasciaMark mark = { "calf-upper-left", FASCIA_SCALE_PAIN, 4, NULL, FALSE };
  g_autoptr (FasciaEntry) begun = begin (f, FASCIA_ENTRY_CHECK_IN);
  g_autoptr (FasciaEntry) theirs = fascia_entry_with_mark (begun, &mark);
  g_autoptr (FasciaOperation) operation = store_put (f->db, theirs);
  FasciaMoment earlier = *fascia_entry_get_moment (begun);

  earlier.utc_ms -= MINUTE_MS;
  g_autoptr (FasciaEntry) mine = fascia_entry_with_moment (begun, &earlier);
  g_autoptr (FasciaEntry) after = put_over (f, begun, mine);

  g_assert_cmpint (fascia_entry_get_moment (after)->utc_ms, ==, earlier.utc_ms);
  g_assert_cmpint (fascia_entry_find_mark (after, mark.region, mark.scale)->level, ==, 4);
}

/* Without a change of others it is an edit like any; of all kinds. */
static void
test_alone (StoreFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (FasciaEntry) begun = begin (f, store_kinds[i]);
      g_autoptr (FasciaEntry) mine = fascia_entry_with_note (begun, "Only this.");
      g_autoptr (FasciaEntry) after = put_over (f, begun, mine);

      g_assert_true (fascia_entry_equal (after, mine));
    }
}

/* A line stays one line. */
static void
test_lines (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaEntry) begun = begin (f, FASCIA_ENTRY_TREATMENT);
  FasciaTreatment theirs = *fascia_entry_get_treatment (begun), mine = theirs;

  theirs.what = "Theirs";
  theirs.amount = "two";
  mine.what = "Mine";
  g_autoptr (FasciaEntry) their_entry = fascia_entry_with_treatment (begun, &theirs);
  g_autoptr (FasciaOperation) operation = store_put (f->db, their_entry);
  g_autoptr (FasciaEntry) my_entry = fascia_entry_with_treatment (begun, &mine);
  g_autoptr (FasciaEntry) after = put_over (f, begun, my_entry);

  g_assert_cmpstr (fascia_entry_get_treatment (after)->what, ==, "Mine");
  g_assert_cmpstr (fascia_entry_get_treatment (after)->amount, ==, "two");
}

static void
test_gone (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) begun = begin (f, FASCIA_ENTRY_EVENT);
  g_autoptr (FasciaEntry) mine = fascia_entry_with_note (begun, "Mine.");
  g_autoptr (FasciaOperation) operation
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (begun), &error);

  g_assert_no_error (error);
  g_assert_null (fascia_db_put_over (f->db, begun, mine, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  store_assert_whole (f->db);
}

/* ---- answers of a day ---- */

static const char *const questions[] = { "sleep", "mood", NULL };

/* (transfer full) (nullable) The operation; NULL: there was no answer. NAN takes it back. */
static FasciaOperation *
answer (StoreFixture *f, const char *item, double value)
{
  const FasciaMeasurement measurement = { item, FASCIA_SIDE_MIDLINE, value, NULL };
  g_autoptr (GError) error = NULL;
  FasciaMoment now;

  fascia_clock_now (f->clock, &now);
  FasciaOperation *operation = fascia_db_answer (f->db, &now, &measurement, questions, &error);
  if (operation == NULL)
    g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  store_assert_whole (f->db);
  return operation;
}

/* All answers of a day go into one entry, and the entry with the last of them. */
static void
test_answer_day (StoreFixture *f, gconstpointer data)
{
  g_assert_null (answer (f, "sleep", NAN));
  g_autoptr (FasciaOperation) first = answer (f, "sleep", 6);
  g_autoptr (FasciaOperation) second = answer (f, "mood", 3);
  g_autoptr (FasciaOperation) changed = answer (f, "sleep", 7);
  FasciaEntry *entry = store_get_after (changed);

  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (entry),
                                   fascia_entry_get_uid (store_get_after (first))));
  g_assert_cmpfloat (fascia_entry_find_measurement (entry, "sleep", FASCIA_SIDE_MIDLINE)->value, ==,
                     7);
  g_assert_nonnull (fascia_entry_find_measurement (entry, "mood", FASCIA_SIDE_MIDLINE));
  g_autoptr (FasciaOperation) without = answer (f, "mood", NAN);
  g_assert_null (
      fascia_entry_find_measurement (store_get_after (without), "mood", FASCIA_SIDE_MIDLINE));
  g_autoptr (FasciaOperation) gone = answer (f, "sleep", NAN);
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_get_entry (f->db, fascia_entry_get_uid (entry), &error));
  g_assert_no_error (error);
}

/* Words stay when the answers go, and the next answer goes beside them. */
static void
test_answer_words (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) first = answer (f, "sleep", 6);
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (store_get_after (first), "Late.");
  g_autoptr (FasciaOperation) put = store_put (f->db, noted);
  g_autoptr (FasciaOperation) without = answer (f, "sleep", NAN);
  g_assert_cmpstr (fascia_entry_get_note (store_get_after (without)), ==, "Late.");
  g_autoptr (FasciaOperation) again = answer (f, "mood", 2);
  g_assert_cmpstr (fascia_entry_get_note (store_get_after (again)), ==, "Late.");
}

/* What the program sets right by itself is nothing that a person could take back. */
static void
test_settle (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) begun = begin (f, FASCIA_ENTRY_NOTE);
  g_autoptr (FasciaEntry) settled = fascia_entry_with_note (begun, "Set right.");
  g_autoptr (FasciaOperation) before = fascia_db_peek_undo (f->db);
  g_autoptr (FasciaOperation) operation = NULL;
  g_autoptr (FasciaOperation) after = NULL;

  g_assert_nonnull (before);
  operation = fascia_db_settle (f->db, begun, settled, &error);
  g_assert_no_error (error);
  g_assert_false (fascia_operation_can_undo (operation));
  g_assert_true ((fascia_operation_get_changes (operation) & FASCIA_CHANGE_UNDO) == 0);
  g_assert_true ((fascia_operation_get_changes (operation) & FASCIA_CHANGE_TEXT) != 0);
  g_assert_cmpstr (fascia_entry_get_note (store_get_after (operation)), ==, "Set right.");
  store_assert_whole (f->db);

  /* As many as there are places on the stack push nothing off it. */
  for (guint i = 0; i < FASCIA_DB_MAX_UNDO; i++)
    {
      g_autofree char *words = g_strdup_printf ("Set right %u.", i);
      FasciaEntry *last = fascia_operation_get_after (operation);
      g_autoptr (FasciaEntry) next = fascia_entry_with_note (last, words);
      g_autoptr (FasciaOperation) further = fascia_db_settle (f->db, last, next, &error);

      g_assert_no_error (error);
      fascia_operation_unref (operation);
      operation = g_steal_pointer (&further);
    }
  after = fascia_db_peek_undo (f->db);
  g_assert_nonnull (after);
  g_assert_cmpuint (fascia_operation_get_id (after), ==, fascia_operation_get_id (before));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add ("/db/put-over/" path, StoreFixture, NULL, store_fixture_set_up, func,                \
              store_fixture_tear_down)
  ADD ("visit", test_visit);
  ADD ("words", test_words);
  ADD ("answers", test_answers);
  ADD ("marks", test_marks);
  ADD ("alone", test_alone);
  ADD ("lines", test_lines);
  ADD ("gone", test_gone);
  ADD ("answer-day", test_answer_day);
  ADD ("answer-words", test_answer_words);
  store_test_add ("/db/put-over/settle", test_settle);

  return g_test_run ();
}
