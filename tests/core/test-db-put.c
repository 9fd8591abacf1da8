/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries of every kind, written whole: they come back as they were, the rest stays as it is. */

#include "core/store/fascia-db-operations.h"
#include "store-entries.h"

static FasciaEntry *
get_stored (FasciaDb *db, const FasciaUid *uid)
{
  g_autoptr (GError) error = NULL;
  FasciaEntry *entry = fascia_db_get_entry (db, uid, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entry);
  return entry;
}

static void
assert_words (FasciaDb *db, const FasciaEntry *entry)
{
  g_autoptr (GError) error = NULL;

  fascia_db_check_words (db, &error);
  g_assert_no_error (error);
  g_autofree char *words = fascia_entry_dup_words (entry);
  g_autoptr (GPtrArray) rows = fascia_db_load_rows (db, fascia_entry_get_uid (entry), NULL);
  g_autofree char *stored = fascia_rows_dup_words (rows);
  g_assert_cmpint (words != NULL, ==, stored != NULL);
}

/* ---- new ---- */

static void
test_new (StoreFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (FasciaEntry) entry = store_make_entry (store_kinds[i], FASCIA_TEST_NOW_MS - 5000);
      g_autoptr (FasciaOperation) operation = store_put (f->db, entry);
      FasciaEntry *after = store_get_after (operation);

      g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_PUT);
      g_assert_true (fascia_operation_can_undo (operation));
      g_assert_null (fascia_operation_get_before (operation));
      g_assert_false (fascia_uid_is_zero (fascia_entry_get_uid (after)));
      g_autoptr (FasciaEntry) named = store_take_names (entry, after);
      g_assert_true (fascia_entry_equal (after, named));
      g_autoptr (FasciaEntry) stored = get_stored (f->db, fascia_entry_get_uid (after));
      g_assert_true (fascia_entry_equal (stored, named));
      assert_words (f->db, stored);
      store_assert_whole (f->db);
    }
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, G_N_ELEMENTS (store_kinds));
}

/* All optional but the time, where something is said by its kind alone. */
static void
test_blank (StoreFixture *f, gconstpointer data)
{
  const FasciaUid none = { { 0 } };
  const FasciaMoment moment
      = { FASCIA_TEST_NOW_MS, 0, (gint32) (FASCIA_TEST_NOW_MS / DAY_MS), "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaEntry) entry = fascia_entry_new (&none, store_kinds[i], &moment);

      if (store_kinds[i] == FASCIA_ENTRY_CHECK_IN || store_kinds[i] == FASCIA_ENTRY_NOTE)
        {
          g_assert_null (fascia_db_put (f->db, entry, &error));
          g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
          continue;
        }
      g_autoptr (FasciaOperation) operation = store_put (f->db, entry);
      g_autoptr (FasciaEntry) named = store_take_names (entry, store_get_after (operation));
      g_autoptr (FasciaEntry) stored = get_stored (f->db, fascia_entry_get_uid (named));
      g_assert_true (fascia_entry_equal (stored, named));
      /* Taking the note away does not take a blank visit away. */
      g_autoptr (FasciaOperation) noted
          = fascia_db_set_note (f->db, fascia_entry_get_uid (named), "Words", NULL);
      g_autoptr (FasciaOperation) cleared
          = fascia_db_set_note (f->db, fascia_entry_get_uid (named), NULL, NULL);
      g_assert_nonnull (fascia_operation_get_after (cleared));
      store_assert_whole (f->db);
    }
}

/* Many by chance: written new, over one another, in bulk; each comes back as it was. */
static void
test_round_trip (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  const guint n = g_test_slow () ? 4000 : 240;

  for (guint i = 0; i < n; i++)
    {
      FasciaEntryKind kind = store_kinds[i % G_N_ELEMENTS (store_kinds)];
      gint64 utc_ms = FASCIA_TEST_NOW_MS - g_rand_int_range (rand, 0, 1000) * DAY_MS / 7;
      g_autoptr (FasciaEntry) first = store_make_random_entry (rand, kind, utc_ms);
      g_autoptr (FasciaOperation) made = store_put (f->db, first);
      g_autoptr (FasciaEntry) named = store_take_names (first, store_get_after (made));
      g_autoptr (FasciaEntry) stored = get_stored (f->db, fascia_entry_get_uid (named));
      g_assert_true (fascia_entry_equal (stored, named));

      g_autoptr (FasciaEntry) other = store_make_random_entry (rand, kind, utc_ms);
      g_autoptr (FasciaEntry) second = fascia_entry_with_uid (other, fascia_entry_get_uid (named));
      g_autoptr (FasciaOperation) edited = store_put (f->db, second);
      FasciaEntry *after = fascia_operation_get_after (edited);
      g_autoptr (FasciaEntry) expected = store_take_names (second, after);
      g_autoptr (FasciaEntry) again = get_stored (f->db, fascia_entry_get_uid (named));
      g_assert_true (fascia_entry_equal (after, expected));
      g_assert_true (fascia_entry_equal (again, expected));

      store_assert_undone (f, fascia_operation_get_id (edited));
      g_autoptr (FasciaEntry) back = get_stored (f->db, fascia_entry_get_uid (named));
      g_assert_true (fascia_entry_equal (back, named));
      if (i % 40 == 0)
        store_assert_whole (f->db);
    }
  store_assert_whole (f->db);
}

static void
test_bulk (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 80; i++)
    {
      FasciaUid uid;
      g_autoptr (FasciaEntry) entry = store_make_random_entry (
          rand, store_kinds[i % G_N_ELEMENTS (store_kinds)], FASCIA_TEST_NOW_MS - i * DAY_MS);

      fascia_db_make_uid (f->db, FASCIA_TEST_NOW_MS, &uid);
      g_ptr_array_add (entries, fascia_entry_with_uid (entry, &uid));
    }
  g_assert_true (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata,
                                           entries->len, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (FasciaEntry) stored = get_stored (f->db, fascia_entry_get_uid (entries->pdata[i]));
      g_autoptr (FasciaEntry) named = store_take_names (entries->pdata[i], stored);
      const char *note = fascia_entry_get_note (named);

      /* Blanks alone are no note. */
      g_autoptr (FasciaEntry) expected
          = fascia_entry_with_note (named, fascia_note_is_blank (note) ? NULL : note);
      g_assert_true (fascia_entry_equal (stored, expected));
    }
  store_assert_whole (f->db);
}

/* ---- in place of what is there ---- */

/* What says the same stays: numbers, names, and what this version does not know. */
static void
test_keeps_rows (StoreFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (FasciaEntry) entry
          = store_make_entry (store_kinds[i], FASCIA_TEST_NOW_MS - (i + 1) * DAY_MS);
      g_autoptr (FasciaOperation) made = store_put (f->db, entry);
      FasciaEntry *after = store_get_after (made);

      if (store_kinds[i] == FASCIA_ENTRY_CHECK_IN)
        {
          store_exec (f->db,
                      "INSERT INTO drawing (uid, stamp, origin, entry_id, kind, scale, view, "
                      "figure, width, points) SELECT randomblob (16), 1, 1, entry_id, 'spot', "
                      "'pain', 'left-side', 9, 3.5, x'0102' FROM mark LIMIT 1");
          g_assert_true (fascia_db_begin (f->db, NULL));
          g_assert_true (fascia_db_rebuild_digests (f->db, NULL));
          g_assert_true (fascia_db_commit (f->db, NULL));
          g_assert_true (fascia_db_load_state (f->db, NULL));
        }
      g_autofree char *before = store_dump (f->db, NULL);
      g_autoptr (FasciaEntry) stored = get_stored (f->db, fascia_entry_get_uid (after));
      g_autoptr (FasciaOperation) same = store_put (f->db, stored);
      g_autofree char *later = store_dump (f->db, NULL);
      g_assert_cmpstr (later, ==, before);
      g_assert_false (fascia_operation_can_undo (same));

      /* A note alone changes a note alone. */
      g_autoptr (FasciaEntry) noted = fascia_entry_with_note (stored, "Another");
      g_autoptr (FasciaOperation) edited = store_put (f->db, noted);
      g_assert_cmpuint (fascia_operation_get_changes (edited), ==,
                        FASCIA_CHANGE_TEXT | FASCIA_CHANGE_UNDO);
      g_assert_true (fascia_entry_equal (store_get_after (edited), noted));
      store_assert_undone (f, 0);
      g_autofree char *back = store_dump (f->db, NULL);
      g_assert_cmpstr (back, ==, before);
      store_assert_whole (f->db);
    }
}

/* Only the rows that are other: a mark of three, with its feelings as they were. */
static void
test_changes_few_rows (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaEntry) entry
      = store_make_entry (FASCIA_ENTRY_CHECK_IN, FASCIA_TEST_NOW_MS - DAY_MS);
  g_autoptr (FasciaOperation) made = store_put (f->db, entry);
  const FasciaMark louder = { "sacrum", FASCIA_SCALE_PAIN, 9, store_feelings };
  const char *const tags[] = { "own-tag", "new-tag", NULL };
  gint64 stamp = store_count (f->db, "SELECT max(stamp) FROM day_digest");
  g_autoptr (FasciaEntry) marked = fascia_entry_with_mark (store_get_after (made), &louder);
  g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (marked, tags);
  g_autoptr (FasciaOperation) edited = store_put (f->db, tagged);
  g_autofree char *written
      = g_strdup_printf ("SELECT count(*) FROM mark WHERE stamp > %" G_GINT64_FORMAT, stamp);

  g_assert_true (fascia_entry_equal (store_get_after (edited), tagged));
  g_assert_cmpint (store_count (f->db, written), ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT max(id) FROM mark_feeling"), ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry_tag"), ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone"), ==, 0);
  store_assert_whole (f->db);
}

/* Editing the time keeps the offset, and a moved check-in is neither open nor ends the open one. */
static void
test_time (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "jaw-left", 5);
  g_autoptr (FasciaOperation) open = store_log (f->db, "sacrum", FASCIA_SCALE_TIGHTNESS, 4);
  FasciaMoment moment = *fascia_entry_get_moment (store_get_after (open));
  moment.utc_ms -= 90 * MINUTE_MS;
  moment.offset_min = 120;
  moment.zone = "Europe/Berlin";
  moment.day = (gint32) ((moment.utc_ms + 120 * MINUTE_MS) / DAY_MS);
  g_autoptr (FasciaEntry) moved = fascia_entry_with_moment (store_get_after (open), &moment);
  g_autoptr (FasciaOperation) edited = store_put (f->db, moved);
  FasciaEntry *after = store_get_after (edited);

  g_assert_cmpint (fascia_entry_get_moment (after)->offset_min, ==, 120);
  g_assert_cmpint (fascia_entry_get_moment (after)->utc_ms, ==, moment.utc_ms);
  g_assert_cmpuint (fascia_operation_get_changes (edited) & FASCIA_CHANGE_ENTRIES, !=, 0);
  g_assert_cmpuint (fascia_operation_get_changes (edited) & FASCIA_CHANGE_MARKS, !=, 0);
  guint n_marks;
  fascia_entry_get_marks (after, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
  g_autoptr (FasciaEntry) none = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_null (none);

  /* What is written whole beside the open check-in leaves that open. */
  g_autoptr (FasciaOperation) later = store_log (f->db, "jaw-right", FASCIA_SCALE_TIGHTNESS, 1);
  g_autoptr (FasciaEntry) another = store_make_entry (FASCIA_ENTRY_CHECK_IN, FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaOperation) put = store_put (f->db, another);
  g_autoptr (FasciaEntry) still = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (still),
                                   fascia_entry_get_uid (store_get_after (later))));
  /* And the open one is edited without being ended. */
  g_autoptr (FasciaEntry) noted = fascia_entry_with_note (still, "Stairs");
  g_autoptr (FasciaOperation) note = store_put (f->db, noted);
  g_autoptr (FasciaEntry) open_still = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_cmpstr (fascia_entry_get_note (open_still), ==, "Stairs");
  store_assert_whole (f->db);
}

/* A copy of a check-in, as "do last again" makes it, has drawings of its own. */
static void
test_copy (StoreFixture *f, gconstpointer data)
{
  const FasciaUid none = { { 0 } };
  g_autoptr (FasciaEntry) entry
      = store_make_entry (FASCIA_ENTRY_CHECK_IN, FASCIA_TEST_NOW_MS - DAY_MS);
  g_autoptr (FasciaOperation) made = store_put (f->db, entry);
  g_autoptr (FasciaEntry) copy = fascia_entry_with_uid (store_get_after (made), &none);
  g_autoptr (FasciaOperation) again = store_put (f->db, copy);

  g_assert_false (fascia_uid_equal (&store_get_drawing (store_get_after (made), 0)->uid,
                                    &store_get_drawing (store_get_after (again), 0)->uid));
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM drawing"), ==, 2);
  store_assert_whole (f->db);

  /* Also when the other was deleted in between, and comes back. */
  g_autoptr (FasciaOperation) deletion
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (store_get_after (made)), NULL);
  g_autoptr (FasciaOperation) third = store_put (f->db, copy);
  store_assert_undone (f, fascia_operation_get_id (deletion));
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM drawing"), ==, 3);
  store_assert_whole (f->db);
}

/* An entry of a kind whose row is not there says nothing of it, and can be written again. */
static void
test_missing_row (StoreFixture *f, gconstpointer data)
{
  static const char *const tables[] = { "session", "visit", "exercise", "treatment", "event" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      FasciaEntryKind kind;
      g_autofree char *text = g_strdup_printf ("DELETE FROM %s", tables[i]);

      g_assert_true (fascia_entry_kind_from_code (tables[i], &kind));
      g_autoptr (FasciaEntry) entry = store_make_entry (kind, FASCIA_TEST_NOW_MS - i * DAY_MS);
      g_autoptr (FasciaOperation) made = store_put (f->db, entry);
      store_exec (f->db, text);
      store_exec (f->db, "BEGIN");
      g_assert_true (fascia_db_rebuild_digests (f->db, NULL));
      g_assert_true (fascia_db_rebuild_words (f->db, NULL));
      store_exec (f->db, "COMMIT");
      g_autoptr (FasciaEntry) bare
          = get_stored (f->db, fascia_entry_get_uid (store_get_after (made)));
      const FasciaEntryDetails *details = fascia_entry_get_details (bare);
      g_assert_true (details->session != NULL || details->visit != NULL || details->exercise != NULL
                     || details->treatment != NULL || details->event != NULL);
      g_autoptr (FasciaOperation) again = store_put (f->db, store_get_after (made));
      g_assert_true (fascia_entry_equal (store_get_after (again), store_get_after (made)));
      store_assert_whole (f->db);
    }
}

/* Deleting and putting back, of every kind. */
static void
test_delete (StoreFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (store_kinds); i++)
    {
      g_autoptr (FasciaEntry) entry = store_make_entry (store_kinds[i], FASCIA_TEST_NOW_MS);
      g_autoptr (FasciaOperation) made = store_put (f->db, entry);
      g_autofree char *before = store_dump (f->db, NULL);
      g_autoptr (FasciaOperation) deletion
          = fascia_db_delete_entry (f->db, fascia_entry_get_uid (store_get_after (made)), NULL);

      g_assert_true (
          fascia_entry_equal (fascia_operation_get_before (deletion), store_get_after (made)));
      g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry_text"), ==, 0);
      store_assert_whole (f->db);
      store_assert_undone (f, fascia_operation_get_id (deletion));
      g_autofree char *after = store_dump (f->db, NULL);
      g_assert_cmpstr (after, ==, before);
      store_assert_undone (f, fascia_operation_get_id (made));
      g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
      store_assert_whole (f->db);
    }
}

/* ---- what the journal does not take ---- */

typedef struct
{
  const char *name;
  FasciaEntryKind kind;
  void (*spoil) (FasciaEntryParts *parts);
  const char *sentence; /* a part of it */
} Bad;

#define SPOIL(name, change)                                                                        \
  static void name (FasciaEntryParts *parts) { change; }
#define SPOIL_PART(name, type, member, change)                                                     \
  static void name (FasciaEntryParts *parts)                                                       \
  {                                                                                                \
    static type part;                                                                              \
                                                                                                   \
    part = *parts->member;                                                                         \
    change;                                                                                        \
    parts->member = &part;                                                                         \
  }
#define SPOIL_STEP(name, change)                                                                   \
  static void name (FasciaEntryParts *parts)                                                       \
  {                                                                                                \
    static FasciaSession part;                                                                     \
    static FasciaSessionStep step;                                                                 \
                                                                                                   \
    part = *parts->session;                                                                        \
    step = part.steps[0];                                                                          \
    change;                                                                                        \
    part.steps = &step;                                                                            \
    part.n_steps = 1;                                                                              \
    parts->session = &part;                                                                        \
  }

static const char *const bad_codes[] = { "\xff", NULL };
static const FasciaMeasurement bad_item = { "", FASCIA_SIDE_LEFT, 1, NULL };
static const FasciaMeasurement bad_side = { "sleep", (FasciaSide) 77, 1, NULL };
static const FasciaMeasurement bad_value = { "sleep", FASCIA_SIDE_MIDLINE, G_MAXDOUBLE * 2, NULL };
static const FasciaMeasurement bad_unit = { "sleep", FASCIA_SIDE_MIDLINE, 1, "\xff" };

SPOIL (spoil_day, parts->moment.day += 2)
SPOIL (spoil_ahead, {
  parts->moment.utc_ms += 3 * DAY_MS;
  parts->moment.day += 3;
  parts->end_ms += 3 * DAY_MS;
})
SPOIL (spoil_end, parts->end_ms = parts->moment.utc_ms - 1)
SPOIL (spoil_end_ahead, parts->end_ms += 3 * DAY_MS)
SPOIL (spoil_note, parts->note = "\xff")
SPOIL (spoil_tags, parts->tags = bad_codes)
SPOIL (spoil_item, {
  parts->measurements = &bad_item;
  parts->n_measurements = 1;
})
SPOIL (spoil_side, {
  parts->measurements = &bad_side;
  parts->n_measurements = 1;
})
SPOIL (spoil_value, {
  parts->measurements = &bad_value;
  parts->n_measurements = 1;
})
SPOIL (spoil_unit, {
  parts->measurements = &bad_unit;
  parts->n_measurements = 1;
})
SPOIL (spoil_mark, {
  parts->marks = store_marks;
  parts->n_marks = 1;
})
SPOIL (spoil_nothing, parts->nothing_today = TRUE)
SPOIL_PART (spoil_minutes, FasciaVisit, visit, part.minutes = 1441)
SPOIL_PART (spoil_pressure, FasciaVisit, visit, part.pressure = 11)
SPOIL_PART (spoil_rating, FasciaVisit, visit, part.rating = -2)
SPOIL_PART (spoil_before, FasciaVisit, visit, part.before = 11)
SPOIL_PART (spoil_after, FasciaVisit, visit, part.after = 11)
SPOIL_PART (spoil_therapist, FasciaVisit, visit, part.therapist = "\xff")
SPOIL_PART (spoil_said, FasciaVisit, visit, part.said = "\xff")
SPOIL_PART (spoil_areas, FasciaVisit, visit, part.areas = bad_codes)
SPOIL_PART (spoil_techniques, FasciaVisit, visit, part.techniques = bad_codes)
SPOIL_PART (spoil_tools, FasciaVisit, visit, part.tools = bad_codes)
SPOIL_PART (spoil_exercise, FasciaExercise, exercise, part.what = "\xff")
SPOIL_PART (spoil_exercise_minutes, FasciaExercise, exercise, part.minutes = -2)
SPOIL_PART (spoil_effort, FasciaExercise, exercise, part.effort = (FasciaEffort) 9)
SPOIL_PART (spoil_sets, FasciaExercise, exercise, part.sets = 0)
SPOIL_PART (spoil_repetitions, FasciaExercise, exercise, part.repetitions = 0)
SPOIL_PART (spoil_treatment, FasciaTreatment, treatment, part.what = "\xff")
SPOIL_PART (spoil_amount, FasciaTreatment, treatment, part.amount = "\xff")
SPOIL_PART (spoil_taken, FasciaTreatment, treatment, part.taken = (FasciaAnswerYesNo) 9)
SPOIL_PART (spoil_helped, FasciaTreatment, treatment, part.helped = 11)
SPOIL_PART (spoil_type, FasciaEvent, event, part.type = "\xff")
SPOIL_PART (spoil_event, FasciaEvent, event, part.what = "\xff")
SPOIL_PART (spoil_until, FasciaEvent, event, part.until_day = parts->moment.day - 1)
SPOIL_PART (spoil_routine, FasciaSession, session, part.routine = "\xff")
SPOIL_PART (spoil_ended, FasciaSession, session, part.ended_ms = part.started_ms - 1)
SPOIL_PART (spoil_paused, FasciaSession, session, part.paused_ms = -1)
SPOIL_PART (spoil_outcome, FasciaSession, session, part.outcome = "gone")
SPOIL_PART (spoil_posture, FasciaSession, session, part.posture = "\xff")
SPOIL_PART (spoil_ease_offs, FasciaSession, session, part.ease_offs = -1)
SPOIL_STEP (spoil_step, step.step = NULL)
SPOIL_STEP (spoil_step_region, step.region = "\xff")
SPOIL_STEP (spoil_planned, step.planned_s = 86401)
SPOIL_STEP (spoil_done, step.done_s = -2)
SPOIL_STEP (spoil_step_outcome, step.outcome = "gone")
SPOIL_STEP (spoil_reason, step.reason = "\xff")
SPOIL_STEP (spoil_discomfort, step.discomfort = 11)

static const Bad bad[] = {
  { "day", FASCIA_ENTRY_NOTE, spoil_day, "do not fit together" },
  { "ahead", FASCIA_ENTRY_NOTE, spoil_ahead, "more than a day ahead" },
  { "end", FASCIA_ENTRY_NOTE, spoil_end, "end is before" },
  { "end-ahead", FASCIA_ENTRY_NOTE, spoil_end_ahead, "more than a day ahead" },
  { "note", FASCIA_ENTRY_EVENT, spoil_note, "note is not valid" },
  { "tags", FASCIA_ENTRY_NOTE, spoil_tags, "tag" },
  { "item", FASCIA_ENTRY_MEASUREMENT, spoil_item, "what was measured" },
  { "side", FASCIA_ENTRY_MEASUREMENT, spoil_side, "side" },
  { "value", FASCIA_ENTRY_MEASUREMENT, spoil_value, "number" },
  { "unit", FASCIA_ENTRY_MEASUREMENT, spoil_unit, "unit" },
  { "mark", FASCIA_ENTRY_VISIT, spoil_mark, "check-in" },
  { "nothing", FASCIA_ENTRY_CHECK_IN, spoil_nothing, "Nothing today" },
  { "minutes", FASCIA_ENTRY_VISIT, spoil_minutes, "visit lasts" },
  { "pressure", FASCIA_ENTRY_VISIT, spoil_pressure, "pressure" },
  { "rating", FASCIA_ENTRY_VISIT, spoil_rating, "How good" },
  { "before", FASCIA_ENTRY_VISIT, spoil_before, "before the visit" },
  { "after", FASCIA_ENTRY_VISIT, spoil_after, "after the visit" },
  { "therapist", FASCIA_ENTRY_VISIT, spoil_therapist, "therapist" },
  { "said", FASCIA_ENTRY_VISIT, spoil_said, "said" },
  { "areas", FASCIA_ENTRY_VISIT, spoil_areas, "area" },
  { "techniques", FASCIA_ENTRY_VISIT, spoil_techniques, "technique" },
  { "tools", FASCIA_ENTRY_VISIT, spoil_tools, "tool" },
  { "exercise", FASCIA_ENTRY_EXERCISE, spoil_exercise, "exercise" },
  { "exercise-minutes", FASCIA_ENTRY_EXERCISE, spoil_exercise_minutes, "exercise lasts" },
  { "effort", FASCIA_ENTRY_EXERCISE, spoil_effort, "effort" },
  { "sets", FASCIA_ENTRY_EXERCISE, spoil_sets, "sets" },
  { "repetitions", FASCIA_ENTRY_EXERCISE, spoil_repetitions, "repetitions" },
  { "treatment", FASCIA_ENTRY_TREATMENT, spoil_treatment, "treatment" },
  { "amount", FASCIA_ENTRY_TREATMENT, spoil_amount, "amount" },
  { "taken", FASCIA_ENTRY_TREATMENT, spoil_taken, "taken" },
  { "helped", FASCIA_ENTRY_TREATMENT, spoil_helped, "helped" },
  { "type", FASCIA_ENTRY_EVENT, spoil_type, "sort of event" },
  { "event", FASCIA_ENTRY_EVENT, spoil_event, "words for the event" },
  { "until", FASCIA_ENTRY_EVENT, spoil_until, "last day" },
  { "routine", FASCIA_ENTRY_SESSION, spoil_routine, "routine" },
  { "ended", FASCIA_ENTRY_SESSION, spoil_ended, "ends before" },
  { "paused", FASCIA_ENTRY_SESSION, spoil_paused, "pause" },
  { "outcome", FASCIA_ENTRY_SESSION, spoil_outcome, "finished" },
  { "posture", FASCIA_ENTRY_SESSION, spoil_posture, "posture" },
  { "ease-offs", FASCIA_ENTRY_SESSION, spoil_ease_offs, "eased off" },
  { "step", FASCIA_ENTRY_SESSION, spoil_step, "step of a session needs" },
  { "step-region", FASCIA_ENTRY_SESSION, spoil_step_region, "for a place" },
  { "planned", FASCIA_ENTRY_SESSION, spoil_planned, "planned time" },
  { "done", FASCIA_ENTRY_SESSION, spoil_done, "time of a step" },
  { "step-outcome", FASCIA_ENTRY_SESSION, spoil_step_outcome, "step was done" },
  { "reason", FASCIA_ENTRY_SESSION, spoil_reason, "reason" },
  { "discomfort", FASCIA_ENTRY_SESSION, spoil_discomfort, "discomfort" },
};

static void
test_invalid (StoreFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaEntryParts parts;
      FasciaEvent event;
      FasciaSession session;

      store_fill_parts (&parts, bad[i].kind, FASCIA_TEST_NOW_MS, &event, &session);
      bad[i].spoil (&parts);
      g_autoptr (FasciaEntry) entry = fascia_entry_new_from_parts (&parts);
      if (fascia_db_put (f->db, entry, &error) != NULL)
        g_error ("“%s” was taken", bad[i].name);
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
      if (strstr (error->message, bad[i].sentence) == NULL)
        g_error ("“%s”: %s", bad[i].name, error->message);
      g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
    }
}

static void
test_kind_stays (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) note = store_make_entry (FASCIA_ENTRY_NOTE, FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaOperation) made = store_put (f->db, note);
  g_autoptr (FasciaEntry) visit = store_make_entry (FASCIA_ENTRY_VISIT, FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaEntry) same
      = fascia_entry_with_uid (visit, fascia_entry_get_uid (store_get_after (made)));

  g_assert_null (fascia_db_put (f->db, same, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  store_assert_whole (f->db);
}

/* ---- the words ---- */

/* The index says what the entries say, or the journal is damaged. */
static void
test_words (StoreFixture *f, gconstpointer data)
{
  static const char *const damages[]
      = { "UPDATE entry_text SET words = 'other'", "DELETE FROM entry_text WHERE rowid = 1",
          "INSERT INTO entry_text (rowid, words) VALUES (99, 'more')" };
  g_autoptr (FasciaEntry) visit = store_make_entry (FASCIA_ENTRY_VISIT, FASCIA_TEST_NOW_MS);
  g_autoptr (FasciaOperation) made = store_put (f->db, visit);

  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM entry_text WHERE entry_text MATCH "
                                       "'water'"),
                   ==, 1);
  g_autofree char *words = fascia_entry_dup_words (visit);
  g_assert_cmpstr (words, ==,
                   "Nur Worte – ¿qué tal?\nFrau Müller\nCome back in two weeks.\nMore water.");
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      store_exec (f->db, damages[i]);
      g_assert_false (fascia_db_check (f->db, NULL, NULL, &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
      g_assert_true (fascia_db_begin (f->db, NULL));
      g_assert_true (fascia_db_rebuild_words (f->db, NULL));
      g_assert_true (fascia_db_commit (f->db, NULL));
      store_assert_whole (f->db);
    }
  /* Folded less, as an earlier version may have done it: no damage. */
  store_exec (f->db, "UPDATE entry_text SET words = upper (words)");
  store_assert_whole (f->db);
  /* What changes no words writes none. */
  g_autoptr (FasciaEntry) stored = fascia_entry_ref (store_get_after (made));
  const FasciaMeasurement more = { "mood", FASCIA_SIDE_MIDLINE, 3, NULL };
  g_autoptr (FasciaEntry) measured = fascia_entry_with_measurement (stored, &more);
  gint64 n_blocks = store_count (f->db, "SELECT sum(length(block)) FROM entry_text_data");
  g_autoptr (FasciaOperation) edited = store_put (f->db, measured);
  g_assert_cmpint (store_count (f->db, "SELECT sum(length(block)) FROM entry_text_data"), ==,
                   n_blocks);
}

/* A table of another program may say "-0"; the file has no such number. */
static void
test_minus_nought (StoreFixture *f, gconstpointer data)
{
  const FasciaUid none = { { 0 } };
  const FasciaMoment moment
      = { FASCIA_TEST_NOW_MS, 0, (gint32) (FASCIA_TEST_NOW_MS / DAY_MS), "UTC" };
  const FasciaMeasurement nought = { "mood", FASCIA_SIDE_MIDLINE, -0.0, NULL };
  g_autoptr (FasciaEntry) empty = fascia_entry_new (&none, FASCIA_ENTRY_MEASUREMENT, &moment);
  g_autoptr (FasciaEntry) entry = fascia_entry_with_measurement (empty, &nought);
  g_autoptr (FasciaOperation) operation = store_put (f->db, entry);

  g_assert_nonnull (operation);
  store_assert_whole (f->db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/db-put/minus-nought", test_minus_nought);
  store_test_add ("/db-put/new", test_new);
  store_test_add ("/db-put/blank", test_blank);
  store_test_add ("/db-put/round-trip", test_round_trip);
  store_test_add ("/db-put/bulk", test_bulk);
  store_test_add ("/db-put/keeps-rows", test_keeps_rows);
  store_test_add ("/db-put/few-rows", test_changes_few_rows);
  store_test_add ("/db-put/time", test_time);
  store_test_add ("/db-put/copy", test_copy);
  store_test_add ("/db-put/missing-row", test_missing_row);
  store_test_add ("/db-put/delete", test_delete);
  store_test_add ("/db-put/invalid", test_invalid);
  store_test_add ("/db-put/kind-stays", test_kind_stays);
  store_test_add ("/db-put/words", test_words);
  return g_test_run ();
}
