/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal: check-ins, operations and their way back, reading, checking. */

#include "store-fixture.h"

#include "core/journal/fascia-series-private.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

static FasciaEntry *
get_after (FasciaOperation *operation)
{
  FasciaEntry *after = fascia_operation_get_after (operation);

  g_assert_nonnull (after);
  return after;
}

static int
get_level (const FasciaEntry *entry, const char *region)
{
  const FasciaMark *mark = fascia_entry_find_mark (entry, region, TIGHT);

  g_assert_nonnull (mark);
  return mark->level;
}

static void
assert_undone (StoreFixture *f, guint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) undo = fascia_db_undo (f->db, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (fascia_operation_get_kind (undo), ==, FASCIA_OPERATION_UNDO);
  g_assert_false (fascia_operation_can_undo (undo));
}

static void
assert_whole (FasciaDb *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fascia_db_check (db, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* ---- the empty journal ---- */

static void
test_empty (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 50, &error);
  g_autoptr (FasciaSeries) series = fascia_db_load_series (f->db, &error);
  g_autoptr (GArray) recent = fascia_db_load_recent (f->db, 0, G_MAXINT64, &error);
  gint64 n_entries = -1, n_marks = -1;
  FasciaUid unknown = { 0 };
  gint32 first, last;

  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (recent->len, ==, 0);
  g_assert_false (fascia_series_get_range (series, &first, &last));
  g_assert_null (fascia_db_get_open_check_in (f->db, &error));
  g_assert_null (fascia_db_get_entry (f->db, &unknown, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fascia_db_count_entries (f->db, &error), ==, 0);
  g_assert_true (fascia_db_check (f->db, &n_entries, &n_marks, &error));
  g_assert_cmpint (n_entries, ==, 0);
  g_assert_cmpint (n_marks, ==, 0);
  g_assert_null (fascia_db_undo (f->db, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (fascia_db_get_path (f->db), ==, f->path);
}

/* ---- log ---- */

static void
test_log_one (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) operation = store_log (f->db, "shoulder-top-left", TIGHT, 6);
  FasciaEntry *entry = get_after (operation);

  g_assert_cmpuint (fascia_operation_get_id (operation), >, 0);
  g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_LOG);
  g_assert_cmpint (fascia_operation_get_changes (operation), ==,
                   FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_UNDO);
  g_assert_null (fascia_operation_get_before (operation));
  g_assert_true (fascia_operation_can_undo (operation));
  g_assert_cmpint (fascia_entry_get_kind (entry), ==, FASCIA_ENTRY_CHECK_IN);
  g_assert_cmpint (fascia_entry_get_moment (entry)->utc_ms, ==, FASCIA_TEST_NOW_MS);
  g_assert_cmpint (get_level (entry, "shoulder-top-left"), ==, 6);
  g_assert_null (fascia_entry_find_mark (entry, "shoulder-top-right", TIGHT));

  /* It is there after closing, the same in all. */
  g_autoptr (FasciaEntry) kept = fascia_entry_ref (entry);
  store_fixture_close (f);
  store_fixture_open (f);
  g_autoptr (FasciaEntry) stored
      = fascia_db_get_entry (f->db, fascia_entry_get_uid (kept), NULL);
  g_assert_true (fascia_entry_equal (kept, stored));
  assert_whole (f->db);
}

/* NULL and 0 are different things all the way. */
static void
test_log_zero_and_none (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 0);
  g_autoptr (FasciaOperation) operation
      = store_log (f->db, "jaw-left", TIGHT, FASCIA_LEVEL_NOT_GIVEN);
  FasciaUid uid = *fascia_entry_get_uid (get_after (operation));

  store_fixture_close (f);
  store_fixture_open (f);
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_cmpint (get_level (entry, "sacrum"), ==, 0);
  g_assert_cmpint (get_level (entry, "jaw-left"), ==, FASCIA_LEVEL_NOT_GIVEN);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark WHERE level IS NULL"), ==, 1);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark WHERE level = 0"), ==, 1);

  g_autoptr (FasciaSeries) series = fascia_db_load_series (f->db, NULL);
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);
  g_assert_cmpuint (n_points, ==, 2);
  for (guint i = 0; i < n_points; i++)
    {
      const char *region = fascia_series_get_region (series, points[i].region);
      g_assert_cmpint (points[i].level, ==,
                       g_str_equal (region, "sacrum") ? 0 : FASCIA_LEVEL_NOT_GIVEN);
    }

  g_autoptr (GArray) recent = fascia_db_load_recent (f->db, 0, G_MAXINT64, NULL);
  g_assert_cmpuint (recent->len, ==, 2);
  for (guint i = 0; i < recent->len; i++)
    {
      FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);
      g_assert_cmpint (mark->level, ==,
                       g_str_equal (mark->region, "sacrum") ? 0 : FASCIA_LEVEL_NOT_GIVEN);
    }
}

/* A click on a place that has a level takes the level not away. */
static void
test_log_none_keeps_level (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 6);
  store_mark (f->db, "jaw-left", 0);
  store_mark (f->db, "sacrum", FASCIA_LEVEL_NOT_GIVEN);
  g_autoptr (FasciaOperation) operation
      = store_log (f->db, "jaw-left", TIGHT, FASCIA_LEVEL_NOT_GIVEN);

  g_assert_cmpint (get_level (get_after (operation), "sacrum"), ==, 6);
  g_assert_cmpint (get_level (get_after (operation), "jaw-left"), ==, 0);
  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_MARKS, ==, 0);
}

/* One mark for a place and a scale: the second replaces the first. */
static void
test_log_replaces (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 6);
  store_mark (f->db, "sacrum", 2);
  g_autoptr (FasciaOperation) operation
      = store_log (f->db, "sacrum", FASCIA_SCALE_PAIN, 9);
  FasciaEntry *entry = get_after (operation);
  guint n_marks;

  fascia_entry_get_marks (entry, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpint (get_level (entry, "sacrum"), ==, 2);
  g_assert_cmpint (fascia_entry_find_mark (entry, "sacrum", FASCIA_SCALE_PAIN)->level, ==, 9);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 1);
  assert_whole (f->db);
}

static void
test_log_feelings (StoreFixture *f, gconstpointer data)
{
  static const char *const two[] = { "dull", "burning", NULL };
  static const char *const one[] = { "dull", NULL };
  static const char *const none[] = { NULL };
  const FasciaMark steps[] = {
    { "sacrum", FASCIA_SCALE_TIGHTNESS, 3, two },
    { "sacrum", FASCIA_SCALE_TIGHTNESS, 4, NULL }, /* says nothing of feelings */
    { "sacrum", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, one },
    { "sacrum", FASCIA_SCALE_TIGHTNESS, 4, none },
  };
  static const guint counts[] = { 2, 2, 1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      FasciaLog log = { .marks = &steps[i], .n_marks = 1 };
      g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
      const FasciaMark *mark = fascia_entry_find_mark (get_after (operation), "sacrum", TIGHT);

      g_assert_cmpint (mark->level, ==, i == 0 ? 3 : 4);
      g_assert_cmpuint (g_strv_length ((char **) fascia_mark_get_feelings (mark)), ==, counts[i]);
      g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark_feeling"), ==, counts[i]);
      assert_whole (f->db);
    }
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 1, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  for (guint i = 0; i < 3; i++)
    assert_undone (f, 0);
  g_autoptr (GPtrArray) again = fascia_db_list (f->db, G_MAXINT64, NULL, 1, NULL);
  const FasciaMark *mark = fascia_entry_find_mark (again->pdata[0], "sacrum", TIGHT);
  g_assert_cmpstr (mark->feelings[0], ==, "burning");
  g_assert_cmpstr (mark->feelings[1], ==, "dull");
  g_assert_cmpint (mark->level, ==, 3);
}

static void
test_log_nothing_today (StoreFixture *f, gconstpointer data)
{
  FasciaLog nothing = { .nothing_today = TRUE };
  g_autoptr (FasciaOperation) first = fascia_db_log (f->db, &nothing, NULL);
  g_autoptr (FasciaSeries) series = fascia_db_load_series (f->db, NULL);
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);

  g_assert_true (fascia_entry_is_nothing_today (get_after (first)));
  g_assert_cmpuint (n_points, ==, 1);
  g_assert_cmpuint (points[0].region, ==, FASCIA_POINT_NOWHERE);
  g_assert_cmpint (points[0].scale, ==, 0);
  g_assert_cmpint (points[0].level, ==, 0);

  /* A place after all. */
  g_autoptr (FasciaOperation) second = store_log (f->db, "sacrum", TIGHT, 3);
  g_assert_false (fascia_entry_is_nothing_today (get_after (second)));
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (get_after (second)),
                                   fascia_entry_get_uid (get_after (first))));
  /* Nothing again: not into the check-in that says otherwise. */
  g_autoptr (FasciaOperation) third = fascia_db_log (f->db, &nothing, NULL);
  g_assert_true (fascia_entry_is_nothing_today (get_after (third)));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  /* Zero does not contradict it. */
  g_autoptr (FasciaOperation) fourth = store_log (f->db, "sacrum", TIGHT, 0);
  g_assert_true (fascia_entry_is_nothing_today (get_after (fourth)));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);

  g_autoptr (GError) error = NULL;
  FasciaLog both = { .nothing_today = TRUE, .entry = fascia_entry_get_uid (get_after (second)) };
  g_assert_null (fascia_db_log (f->db, &both, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
}

static void
test_log_notes (StoreFixture *f, gconstpointer data)
{
  FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  FasciaLog first = { .marks = &mark, .n_marks = 1, .note = "Long drive" };
  FasciaLog second = { .marks = &mark, .n_marks = 1, .note = "Slept badly" };
  FasciaLog words = { .note = "Only words" };
  g_autoptr (FasciaOperation) one = fascia_db_log (f->db, &first, NULL);
  g_autoptr (FasciaOperation) two = fascia_db_log (f->db, &second, NULL);
  g_autoptr (FasciaOperation) three = fascia_db_log (f->db, &words, NULL);

  g_assert_cmpint (fascia_operation_get_changes (one) & FASCIA_CHANGE_TEXT, !=, 0);
  g_assert_cmpstr (fascia_entry_get_note (get_after (two)), ==, "Long drive\nSlept badly");
  g_assert_cmpint (fascia_entry_get_kind (get_after (three)), ==, FASCIA_ENTRY_NOTE);
  g_assert_cmpint (fascia_operation_get_changes (three), ==,
                   FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT | FASCIA_CHANGE_UNDO);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);

  /* Words are no check-in: nothing can be marked in them. */
  g_autoptr (GError) error = NULL;
  FasciaLog wrong
      = { .entry = fascia_entry_get_uid (get_after (three)), .marks = &mark, .n_marks = 1 };
  g_assert_null (fascia_db_log (f->db, &wrong, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
}

/* Several marks are one operation and one undo. */
static void
test_log_many (StoreFixture *f, gconstpointer data)
{
  const FasciaMark marks[] = {
    { "shoulder-top-left", FASCIA_SCALE_TIGHTNESS, 6, NULL },
    { "shoulder-top-right", FASCIA_SCALE_TIGHTNESS, 4, NULL },
    { "sacrum", FASCIA_SCALE_PAIN, FASCIA_LEVEL_NOT_GIVEN, NULL },
  };
  FasciaLog log = { .marks = marks, .n_marks = G_N_ELEMENTS (marks) };

  store_mark (f->db, "shoulder-top-left", 1);
  g_autofree char *before = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
  g_assert_cmpuint (fascia_entry_count_places (get_after (operation)), ==, 3);
  g_assert_cmpint (get_level (get_after (operation), "shoulder-top-left"), ==, 6);
  assert_undone (f, fascia_operation_get_id (operation));
  g_autofree char *after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
}

/* A region that this version does not know is kept and given back. */
static void
test_log_unknown_region (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) operation = store_log (f->db, "third-arm-middle", TIGHT, 5);
  FasciaUid uid = *fascia_entry_get_uid (get_after (operation));

  store_fixture_close (f);
  store_fixture_open (f);
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_cmpint (get_level (entry, "third-arm-middle"), ==, 5);
  g_autoptr (FasciaSeries) series = fascia_db_load_series (f->db, NULL);
  g_assert_cmpuint (fascia_series_lookup_region (series, "third-arm-middle"), ==, 0);
}

static void
test_log_refused (StoreFixture *f, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (5000, 'a');
  const char *const bad_feelings[] = { "", NULL };
  const FasciaMark marks[] = {
    { "sacrum", FASCIA_SCALE_TIGHTNESS, 11, NULL },
    { "sacrum", FASCIA_SCALE_TIGHTNESS, -2, NULL },
    { "sacrum", FASCIA_SCALE_TIGHTNESS, G_MAXINT, NULL },
    { "sacrum", 0, 5, NULL },
    { "sacrum", 77, 5, NULL },
    { "", FASCIA_SCALE_TIGHTNESS, 5, NULL },
    { NULL, FASCIA_SCALE_TIGHTNESS, 5, NULL },
    { "\xff", FASCIA_SCALE_TIGHTNESS, 5, NULL },
    { endless, FASCIA_SCALE_TIGHTNESS, 5, NULL },
    { "sacrum", FASCIA_SCALE_TIGHTNESS, 5, bad_feelings },
  };
  FasciaMark good = { "sacrum", FASCIA_SCALE_TIGHTNESS, 5, NULL };
  FasciaMoment crooked = { FASCIA_TEST_NOW_MS, 0, 1, "UTC" };
  FasciaUid unknown = { 0 };
  const FasciaLog logs[] = {
    { .n_marks = 0 },
    { .note = "" },
    { .marks = &good, .n_marks = 1, .note = "\xff" },
    { .marks = &good, .n_marks = 1, .at = &crooked },
    { .marks = &good, .n_marks = 1, .nothing_today = TRUE },
  };
  g_autofree char *before = store_dump (f->db, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GError) error = NULL;
      /* The good one comes first: all or nothing. */
      FasciaMark both[] = { good, marks[i] };
      FasciaLog log = { .marks = both, .n_marks = 2 };

      g_assert_null (fascia_db_log (f->db, &log, &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fascia_db_log (f->db, &logs[i], &error));
      g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
    }
  g_autoptr (GError) error = NULL;
  FasciaLog lost = { .marks = &good, .n_marks = 1, .entry = &unknown };
  g_assert_null (fascia_db_log (f->db, &lost, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);

  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* What code might let through, the tables do not. */
static void
test_schema_refuses (StoreFixture *f, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE mark SET level = 11",
    "UPDATE mark SET level = -1",
    "UPDATE mark SET level = 5.5",
    "UPDATE mark SET level = 'six'",
    "UPDATE mark SET scale = 'stiffness'",
    "UPDATE mark SET region = NULL",
    "UPDATE mark SET uid = x'00'",
    "UPDATE mark SET entry_id = 77",
    "INSERT INTO mark (entry_id, level, scale, region, uid, stamp, origin) "
    "SELECT entry_id, level, scale, region, randomblob (16), stamp, origin FROM mark",
    "UPDATE entry SET kind = 'dream'",
    "UPDATE entry SET day = day + 1",
    "UPDATE entry SET offset_min = 2000",
    "UPDATE entry SET closed = 2",
    "DELETE FROM origin",
    "UPDATE day_digest SET digest = x'00'",
  };

  store_mark (f->db, "sacrum", 5);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (sqlite3_exec (fascia_db_get_sqlite (f->db), statements[i], NULL, NULL, NULL) == SQLITE_OK)
      g_error ("The journal takes: %s", statements[i]);
  assert_whole (f->db);
}

/* ---- which check-in a mark belongs to ---- */

static void
test_join_minutes (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  store_fixture_wait (f, 30 * MINUTE_MS - 1000);
  store_mark (f->db, "jaw-left", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 1);
  /* Counted from the last change, not from the beginning. */
  store_fixture_wait (f, 30 * MINUTE_MS - 1);
  store_mark (f->db, "jaw-right", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 1);

  store_fixture_wait (f, 30 * MINUTE_MS);
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_get_open_check_in (f->db, &error));
  g_assert_no_error (error);
  store_mark (f->db, "jaw-right", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
}

static void
test_join_midnight (StoreFixture *f, gconstpointer data)
{
  gint64 midnight = fascia_day_from_ymd (2026, 3, 11) * DAY_MS;

  fascia_clock_set_fixed (f->clock, midnight - 1000);
  store_mark (f->db, "sacrum", 5);
  fascia_clock_set_fixed (f->clock, midnight);
  store_mark (f->db, "sacrum", 6);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT count(DISTINCT day) FROM entry"), ==, 2);
}

static void
test_join_closed (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_close_check_in (f->db, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaOperation) closing = fascia_db_close_check_in (f->db, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_entry_is_closed (get_after (closing)));
  g_assert_null (fascia_db_get_open_check_in (f->db, NULL));
  store_mark (f->db, "jaw-left", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  /* Undone in turn the first is open again. */
  assert_undone (f, 0);
  assert_undone (f, fascia_operation_get_id (closing));
  g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_nonnull (open);
  store_mark (f->db, "jaw-left", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 1);
}

static void
test_join_new (StoreFixture *f, gconstpointer data)
{
  FasciaMark mark = { "jaw-left", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE };

  store_mark (f->db, "sacrum", 5);
  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  /* The next joins the newer one. */
  g_autoptr (FasciaOperation) next = store_log (f->db, "jaw-right", TIGHT, 2);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (get_after (next)),
                                   fascia_entry_get_uid (get_after (operation))));
}

static void
test_join_back_dated (StoreFixture *f, gconstpointer data)
{
  FasciaMark mark = { "jaw-left", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  FasciaMoment at;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  fascia_moment_init (&at, FASCIA_TEST_NOW_MS - 3 * 60 * MINUTE_MS, utc);
  FasciaLog log = { .marks = &mark, .n_marks = 1, .at = &at };
  g_autoptr (FasciaOperation) earlier = fascia_db_log (f->db, &log, NULL);
  g_assert_cmpint (fascia_entry_get_moment (get_after (earlier))->utc_ms, ==, at.utc_ms);
  /* What is marked now does not happen three hours ago. */
  g_assert_null (fascia_db_get_open_check_in (f->db, NULL));
  g_autoptr (FasciaOperation) now = store_log (f->db, "sacrum", TIGHT, 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);

  /* Added to by name it stays where it is, and stays past. */
  FasciaLog more = { .marks = &mark,
                     .n_marks = 1,
                     .entry = fascia_entry_get_uid (get_after (earlier)),
                     .note = "Before lunch" };
  g_autoptr (FasciaOperation) added = fascia_db_log (f->db, &more, NULL);
  g_assert_cmpint (fascia_entry_get_changed_ms (get_after (added)), ==, at.utc_ms);
  g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (open),
                                   fascia_entry_get_uid (get_after (now))));
}

/* The clock was set back five minutes, then a day: the day is another one. */
static void
test_join_clock_back (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  store_fixture_wait (f, -5 * MINUTE_MS);
  store_mark (f->db, "jaw-left", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 1);
  store_fixture_wait (f, -DAY_MS);
  store_mark (f->db, "jaw-left", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  store_fixture_wait (f, -365 * DAY_MS);
  store_mark (f->db, "jaw-left", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 3);
  /* Stamps grow all the same. */
  g_assert_cmpint (store_count (f->db, "SELECT max(stamp) = (SELECT stamp FROM entry ORDER BY id "
                                       "DESC LIMIT 1) FROM entry"),
                   ==, 1);
  assert_whole (f->db);
}

/* The stamp is remembered over a restart with a clock that went back. */
static void
test_stamp_after_restart (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  gint64 before = store_count (f->db, "SELECT max(stamp) FROM mark");
  store_fixture_close (f);
  store_fixture_wait (f, -DAY_MS);
  store_fixture_open (f);
  store_mark (f->db, "sacrum", 6);
  g_assert_cmpint (store_count (f->db, "SELECT max(stamp) FROM mark"), >, before);
}

/* ---- unmark, delete, note ---- */

static void
test_unmark (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaOperation) second = store_log (f->db, "jaw-left", TIGHT, 3);
  FasciaUid uid = *fascia_entry_get_uid (get_after (second));
  g_autofree char *before = store_dump (f->db, NULL);

  g_autoptr (FasciaOperation) unmark = fascia_db_unmark (f->db, &uid, "jaw-left", TIGHT, &error);
  g_assert_no_error (error);
  g_assert_null (fascia_entry_find_mark (get_after (unmark), "jaw-left", TIGHT));
  g_assert_cmpint (fascia_operation_get_changes (unmark), ==,
                   FASCIA_CHANGE_MARKS | FASCIA_CHANGE_UNDO);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone WHERE kind = 'mark'"), ==,
                   1);
  assert_whole (f->db);

  /* The last mark takes the check-in with it. */
  g_autoptr (FasciaOperation) last = fascia_db_unmark (f->db, &uid, "sacrum", TIGHT, &error);
  g_assert_null (fascia_operation_get_after (last));
  g_assert_cmpint (fascia_operation_get_changes (last) & FASCIA_CHANGE_ENTRIES, !=, 0);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM day_digest"), ==, 0);
  assert_whole (f->db);

  assert_undone (f, 0);
  assert_undone (f, 0);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  assert_whole (f->db);

  g_assert_null (fascia_db_unmark (f->db, &uid, "nose", TIGHT, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
}

static void
test_unmark_keeps_note (StoreFixture *f, gconstpointer data)
{
  FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  FasciaLog log = { .marks = &mark, .n_marks = 1, .note = "Stairs" };
  g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
  g_autoptr (FasciaOperation) unmark = fascia_db_unmark (
      f->db, fascia_entry_get_uid (get_after (operation)), "sacrum", TIGHT, NULL);

  g_assert_cmpstr (fascia_entry_get_note (get_after (unmark)), ==, "Stairs");
}

/* Fills every table that can belong to an entry, for whatever the journal will hold one day. */
static void
add_everything (FasciaDb *db, const char *kind)
{
  g_autofree char *entry = g_strdup_printf (
      "UPDATE entry SET kind = '%s' WHERE id = (SELECT max(id) FROM entry)", kind);

  store_exec (db, "PRAGMA foreign_keys=OFF");
  store_exec (db, entry);
  store_exec (db, "INSERT INTO entry_tag (entry_id, tag) SELECT max(id), 'desk' FROM entry");
  store_exec (db, "INSERT INTO measurement (uid, stamp, origin, entry_id, item, value) "
                  "SELECT randomblob (16), 1, 1, max(id), 'sleep', 6.5 FROM entry");
  if (g_str_equal (kind, "session"))
    {
      store_exec (db, "INSERT INTO session (uid, stamp, origin, entry_id, started_ms) "
                      "SELECT randomblob (16), 1, 1, max(id), 5 FROM entry");
      store_exec (db, "INSERT INTO session_step (uid, stamp, origin, entry_id, position, step) "
                      "SELECT randomblob (16), 1, 1, max(id), 0, 'r-calf' FROM entry");
    }
  else if (g_str_equal (kind, "visit"))
    {
      store_exec (db, "INSERT INTO visit (uid, stamp, origin, entry_id) "
                      "SELECT randomblob (16), 1, 1, max(id) FROM entry");
      store_exec (db, "INSERT INTO visit_detail (entry_id, kind, code) "
                      "SELECT max(id), 'area', 'sacrum' FROM entry");
    }
  else if (g_str_equal (kind, "exercise") || g_str_equal (kind, "treatment")
           || g_str_equal (kind, "event"))
    {
      g_autofree char *row
          = g_strdup_printf ("INSERT INTO %s (uid, stamp, origin, entry_id, what) "
                             "SELECT randomblob (16), 1, 1, max(id), 'walk' FROM entry",
                             kind);
      store_exec (db, row);
    }
  store_exec (db, "PRAGMA foreign_keys=ON");
  store_exec (db, "BEGIN");
  g_assert_true (fascia_db_rebuild_digests (db, NULL));
  store_exec (db, "COMMIT");
  g_assert_true (fascia_db_load_state (db, NULL));
}

static void
test_delete_everything (StoreFixture *f, gconstpointer data)
{
  static const char *const feelings[] = { "dull", "burning", NULL };
  static const char *const kinds[]
      = { "check-in", "measurement", "session", "visit", "exercise", "treatment", "event", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 3, feelings };
      FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE, .note = "A note" };
      g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, &error);
      FasciaUid uid = *fascia_entry_get_uid (get_after (operation));

      add_everything (f->db, kinds[i]);
      assert_whole (f->db);
      g_autofree char *before = store_dump (f->db, NULL);
      g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, &error);

      g_autoptr (FasciaOperation) deletion = fascia_db_delete_entry (f->db, &uid, &error);
      g_assert_no_error (error);
      g_assert_null (fascia_operation_get_after (deletion));
      g_assert_true (fascia_entry_equal (fascia_operation_get_before (deletion), entry));
      g_assert_null (fascia_db_get_entry (f->db, &uid, &error));
      g_assert_cmpint (
          store_count (f->db, "SELECT count(*) FROM tombstone WHERE kind = 'entry'"), ==, 1);
      assert_whole (f->db);
      /* Another entry must not take its place meanwhile. */
      FasciaLog other = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE };
      g_autoptr (FasciaOperation) between = fascia_db_log (f->db, &other, &error);
      g_assert_no_error (error);
      assert_undone (f, fascia_operation_get_id (between));
      store_exec (f->db, "DELETE FROM tombstone WHERE stamp = (SELECT max(stamp) FROM tombstone)");

      assert_undone (f, fascia_operation_get_id (deletion));
      g_autofree char *after = store_dump (f->db, NULL);
      g_assert_cmpstr (after, ==, before);
      g_autoptr (FasciaEntry) again = fascia_db_get_entry (f->db, &uid, &error);
      g_assert_true (fascia_entry_equal (entry, again));
      assert_whole (f->db);
    }
  FasciaUid unknown = { 0 };
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_delete_entry (f->db, &unknown, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
}

/* While something else stands where the deleted rows were. */
static void
test_delete_undo_with_others (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  g_autoptr (FasciaOperation) deletion
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (get_after (first)), NULL);
  store_mark (f->db, "jaw-left", 4);
  store_mark (f->db, "sacrum", 3);
  assert_undone (f, fascia_operation_get_id (deletion));
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 9, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_autoptr (FasciaEntry) back
      = fascia_db_get_entry (f->db, fascia_entry_get_uid (get_after (first)), NULL);
  g_assert_true (fascia_entry_equal (back, get_after (first)));
  assert_whole (f->db);
}

static void
test_note (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  FasciaUid uid = *fascia_entry_get_uid (get_after (first));
  g_autoptr (FasciaOperation) set = fascia_db_set_note (f->db, &uid, "Größe 😀 “x”", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (fascia_entry_get_note (get_after (set)), ==, "Größe 😀 “x”");
  g_assert_cmpint (fascia_operation_get_changes (set), ==,
                   FASCIA_CHANGE_TEXT | FASCIA_CHANGE_UNDO);
  g_autoptr (FasciaOperation) clear = fascia_db_set_note (f->db, &uid, "", &error);
  g_assert_null (fascia_entry_get_note (get_after (clear)));
  assert_undone (f, fascia_operation_get_id (clear));
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_cmpstr (fascia_entry_get_note (entry), ==, "Größe 😀 “x”");
  assert_undone (f, fascia_operation_get_id (set));
  g_autoptr (FasciaEntry) bare = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_null (fascia_entry_get_note (bare));

  g_assert_null (fascia_db_set_note (f->db, &uid, "\xff", &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
}

/* ---- undo ---- */

static void
test_undo_log (StoreFixture *f, gconstpointer data)
{
  g_autofree char *empty = store_dump (f->db, "tombstone");
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  g_autofree char *one = store_dump (f->db, NULL);

  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) second = store_log (f->db, "sacrum", TIGHT, 7);
  assert_undone (f, 0);
  g_autofree char *back = store_dump (f->db, NULL);
  g_assert_cmpstr (back, ==, one);
  assert_undone (f, 0);
  g_autofree char *nothing = store_dump (f->db, "tombstone");
  g_assert_cmpstr (nothing, ==, empty);
  assert_whole (f->db);
  /* Done once is done. */
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (first), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
}

/* A toast undoes its own operation, as long as its rows are as it left them. */
static void
test_undo_own_operation (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) own = store_log (f->db, "jaw-left", TIGHT, 3);
  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaOperation) later = store_log (f->db, "jaw-right", TIGHT, 2);

  assert_undone (f, fascia_operation_get_id (own));
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_null (fascia_entry_find_mark (entry, "jaw-left", TIGHT));
  g_assert_cmpint (get_level (entry, "jaw-right"), ==, 2);
  g_assert_cmpint (get_level (entry, "sacrum"), ==, 5);
  /* The check-in stays as open as the later mark left it. */
  g_assert_cmpint (fascia_entry_get_changed_ms (entry), ==, fascia_clock_now_ms (f->clock));
  assert_whole (f->db);
}

static void
test_undo_refused (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 5);
  g_autoptr (FasciaOperation) second = store_log (f->db, "sacrum", TIGHT, 7);
  g_autofree char *before = store_dump (f->db, NULL);

  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (first), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  /* When the later one is undone, the way is free. */
  assert_undone (f, fascia_operation_get_id (second));
  assert_undone (f, fascia_operation_get_id (first));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);

  /* An operation that made the check-in does not take later marks with it. */
  g_autoptr (FasciaOperation) made = store_log (f->db, "sacrum", TIGHT, 5);
  g_autoptr (FasciaOperation) joined = store_log (f->db, "jaw-left", TIGHT, 5);
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (made), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_cmpuint (fascia_entry_count_places (entry), ==, 2);

  /* A mark removed and made again is another one. */
  g_autoptr (FasciaOperation) unmark
      = fascia_db_unmark (f->db, fascia_entry_get_uid (entry), "jaw-left", TIGHT, NULL);
  g_autoptr (FasciaOperation) again = store_log (f->db, "jaw-left", TIGHT, 1);
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (unmark), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  assert_whole (f->db);
}

static void
test_undo_thirty (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) first = store_log (f->db, "sacrum", TIGHT, 0);

  for (int i = 1; i <= 30; i++)
    store_mark (f->db, "sacrum", i % 11);
  g_autoptr (GError) error = NULL;
  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (first), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  for (int i = 0; i < 30; i++)
    assert_undone (f, 0);
  g_assert_null (fascia_db_undo (f->db, 0, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND);
  g_autoptr (FasciaEntry) entry = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_cmpint (get_level (entry, "sacrum"), ==, 0);
}

/* Any sequence of operations, undone from the end, passes through the same states. */
static void
test_undo_random (StoreFixture *f, gconstpointer data)
{
  static const char *const regions[] = { "sacrum", "jaw-left", "jaw-right", "crown-left" };
  static const char *const feelings[] = { "dull", "burning", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);

  for (int round = 0; round < 6; round++)
    {
      g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

      for (int i = 0; i < 30; i++)
        {
          const char *region = regions[g_rand_int_range (rand, 0, 4)];
          FasciaMark mark = { region, (FasciaScale) g_rand_int_range (rand, 1, 3),
                              g_rand_int_range (rand, -1, 11),
                              g_rand_boolean (rand) ? feelings + g_rand_int_range (rand, 0, 3)
                                                    : NULL };
          FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = g_rand_boolean (rand) };
          g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (f->db, NULL);
          const FasciaUid *uid = open != NULL ? fascia_entry_get_uid (open) : NULL;
          int kind = uid != NULL ? g_rand_int_range (rand, 0, 8) : 0;
          g_autoptr (FasciaOperation) operation = NULL;

          g_ptr_array_add (dumps, store_dump (f->db, "tombstone"));
          store_fixture_wait (f, 1000);
          if (kind == 1)
            operation = fascia_db_delete_entry (f->db, uid, NULL);
          else if (kind == 2)
            operation = fascia_db_set_note (f->db, uid, region, NULL);
          else if (kind == 3)
            operation = fascia_db_close_check_in (f->db, NULL);
          else if (kind == 4 && fascia_entry_get_marks (open, NULL) != NULL)
            {
              const FasciaMark *victim = fascia_entry_get_marks (open, NULL);
              operation = fascia_db_unmark (f->db, uid, victim->region, victim->scale, NULL);
            }
          if (operation == NULL)
            operation = fascia_db_log (f->db, &log, NULL);
          g_assert_nonnull (operation);
        }
      assert_whole (f->db);
      for (int i = 29; i >= 0; i--)
        {
          assert_undone (f, 0);
          g_autofree char *dump = store_dump (f->db, "tombstone");
          g_assert_cmpstr (dump, ==, dumps->pdata[i]);
        }
      assert_whole (f->db);
      store_mark (f->db, regions[round % 4], round);
    }
}

/* ---- reading ---- */

static void
insert_days (StoreFixture *f, int n_days)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < n_days; i++)
    {
      FasciaMark marks[] = { { "sacrum", FASCIA_SCALE_TIGHTNESS, i % 11, NULL },
                             { i % 2 ? "jaw-left" : "jaw-right", FASCIA_SCALE_PAIN, 4, NULL } };
      FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN, .marks = marks, .n_marks = 2 };

      fascia_moment_init (&parts.moment, FASCIA_TEST_NOW_MS - i * DAY_MS, utc);
      parts.changed_ms = parts.moment.utc_ms;
      fascia_db_make_uid (f->db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  g_assert_true (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata,
                                           entries->len, &error));
  g_assert_no_error (error);
}

static void
test_list_pages (StoreFixture *f, gconstpointer data)
{
  gint64 before_ms = G_MAXINT64;
  FasciaUid uid;
  guint n_pages = 0, n_entries = 0;

  insert_days (f, 120);
  /* Several at the same millisecond: none may fall between two pages. */
  for (int i = 0; i < 5; i++)
    {
      FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, i, NULL };
      FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE };
      g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &log, NULL);
    }
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (TRUE)
    {
      g_autoptr (GPtrArray) page
          = fascia_db_list (f->db, before_ms, n_pages > 0 ? &uid : NULL, 3, NULL);

      for (guint i = 0; i < page->len; i++)
        {
          const FasciaMoment *moment = fascia_entry_get_moment (page->pdata[i]);

          g_assert_cmpint (moment->utc_ms, <=, before_ms);
          before_ms = moment->utc_ms;
          uid = *fascia_entry_get_uid (page->pdata[i]);
          g_assert_true (g_hash_table_add (seen, fascia_uid_to_string (&uid)));
          n_entries++;
        }
      n_pages++;
      if (page->len < 3)
        break;
    }
  g_assert_cmpuint (n_entries, ==, 125);
  g_assert_cmpuint (n_pages, ==, 42);
}

typedef struct
{
  guint n_entries;
  guint stop_after;
  gint64 last_ms;
  gboolean fail;
} Visit;

static gboolean
visit (FasciaEntry *entry, gpointer data, GError **error)
{
  Visit *self = data;

  g_assert_cmpint (fascia_entry_get_moment (entry)->utc_ms, >=, self->last_ms);
  self->last_ms = fascia_entry_get_moment (entry)->utc_ms;
  self->n_entries++;
  if (self->n_entries < self->stop_after)
    return TRUE;
  if (self->fail)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_foreach (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Visit all = { .stop_after = G_MAXUINT }, some = { .stop_after = 7 },
        failing = { .stop_after = 3, .fail = TRUE };

  insert_days (f, 20);
  g_assert_true (fascia_db_foreach (f->db, visit, &all, &error));
  g_assert_cmpuint (all.n_entries, ==, 20);
  g_assert_true (fascia_db_foreach (f->db, visit, &some, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (some.n_entries, ==, 7);
  g_assert_false (fascia_db_foreach (f->db, visit, &failing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (failing.n_entries, ==, 3);
}

static void
test_recent (StoreFixture *f, gconstpointer data)
{
  gint32 today = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS);

  insert_days (f, 40);
  g_autoptr (GArray) recent
      = fascia_db_load_recent (f->db, today - 14, FASCIA_TEST_NOW_MS, NULL);
  g_assert_cmpuint (recent->len, ==, 3);
  for (guint i = 0; i < recent->len; i++)
    {
      FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);

      /* The newest of each, today's own left out. */
      if (g_str_equal (mark->region, "jaw-right"))
        g_assert_cmpint (mark->day, ==, today - 2);
      else
        g_assert_cmpint (mark->day, ==, today - 1);
      if (g_str_equal (mark->region, "sacrum"))
        g_assert_cmpint (mark->level, ==, 1);
      g_assert_cmpint (mark->utc_ms / DAY_MS, ==, mark->day);
    }
  g_autoptr (GArray) none = fascia_db_load_recent (f->db, today + 1, G_MAXINT64, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* All questions of the window find their rows by an index. */
static void
test_query_plans (StoreFixture *f, gconstpointer data)
{
  static const char *const queries[] = {
    "SELECT id FROM entry WHERE uid = x'00'",
    "SELECT id, closed FROM entry WHERE day = 1 AND kind = 'check-in' AND abs (changed_ms - 5) < 9 "
    "ORDER BY changed_ms DESC, id DESC LIMIT 1",
    "SELECT id FROM entry WHERE utc_ms <= 5 AND (utc_ms < 5 OR uid < x'00') "
    "ORDER BY utc_ms DESC, uid DESC LIMIT 50",
    "SELECT m.region FROM entry AS e INDEXED BY entry_by_day CROSS JOIN mark AS m "
    "ON m.entry_id = e.id WHERE e.day >= 5",
    "SELECT id FROM mark WHERE entry_id = 1 ORDER BY id",
    "SELECT f.id FROM mark AS m JOIN mark_feeling AS f ON f.mark_id = m.id WHERE m.entry_id = 1",
    "SELECT id FROM entry_tag WHERE entry_id = 1",
    "SELECT id FROM measurement WHERE entry_id = 1",
    "SELECT id FROM session WHERE entry_id = 1",
    "SELECT id FROM session_step WHERE entry_id = 1",
    "SELECT id FROM visit WHERE entry_id = 1",
    "SELECT id FROM visit_detail WHERE entry_id = 1",
    "SELECT id FROM exercise WHERE entry_id = 1",
    "SELECT id FROM treatment WHERE entry_id = 1",
    "SELECT id FROM event WHERE entry_id = 1",
  };

  insert_days (f, 50);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *text = g_strconcat ("EXPLAIN QUERY PLAN ", queries[i], NULL);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (
          sqlite3_prepare_v2 (fascia_db_get_sqlite (f->db), text, -1, &statement, NULL), ==,
          SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          const char *detail = (const char *) sqlite3_column_text (statement, 3);

          if (g_str_has_prefix (detail, "SCAN"))
            g_error ("%s: %s", queries[i], detail);
        }
      sqlite3_finalize (statement);
    }
}

/* ---- bulk ---- */

static void
test_insert_entries (StoreFixture *f, gconstpointer data)
{
  static const char *const feelings[] = { "burning", "dull", NULL };
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Kathmandu");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 30; i++)
    {
      FasciaMark marks[] = { { "sacrum", FASCIA_SCALE_TIGHTNESS, i % 12 - 1, feelings },
                             { "jaw-left", FASCIA_SCALE_PAIN, 4, NULL } };
      FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN,
                                 .marks = marks,
                                 .n_marks = i % 3,
                                 .nothing_today = i % 3 == 0,
                                 .closed = i % 2,
                                 .note = i % 5 ? NULL : "note",
                                 .changed_ms = i };

      fascia_moment_init (&parts.moment, FASCIA_TEST_NOW_MS - i * DAY_MS / 3, zone);
      fascia_db_make_uid (f->db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  g_assert_true (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata,
                                           entries->len, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (FasciaEntry) stored
          = fascia_db_get_entry (f->db, fascia_entry_get_uid (entries->pdata[i]), NULL);
      g_assert_true (fascia_entry_equal (stored, entries->pdata[i]));
    }
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 99, NULL);
  for (guint i = 0; i < list->len; i++)
    g_assert_true (fascia_entry_equal (list->pdata[i], entries->pdata[i]));
  assert_whole (f->db);

  /* Twice the same is refused, whole. */
  g_autofree char *before = store_dump (f->db, NULL);
  g_assert_false (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata,
                                            entries->len, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* ---- checking ---- */

static void
test_check_counts (StoreFixture *f, gconstpointer data)
{
  gint64 n_entries, n_marks;

  insert_days (f, 25);
  g_assert_true (fascia_db_check (f->db, &n_entries, &n_marks, NULL));
  g_assert_cmpint (n_entries, ==, 25);
  g_assert_cmpint (n_marks, ==, 50);
}

static void
assert_check_notices (FasciaDb *db, const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fascia_db_check (db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, day));
}

/* One byte of one level, changed in the file: SQLite cannot see it, the digest does. */
static void
test_check_flipped_level (StoreFixture *f, gconstpointer data)
{
  static const char needle[] = "tightnessflip-me";
  g_autoptr (GError) error = NULL;

  insert_days (f, 10);
  store_mark (f->db, "flip-me", 6);
  store_fixture_close (f);
  g_autoptr (GBytes) bytes = store_read_file (f->path, "");
  gsize length;
  char *content = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  char *place = memmem (content, length, needle, strlen (needle));
  g_assert_nonnull (place);
  /* The level is the byte before the scale. */
  g_assert_cmpint (place[-1], ==, 6);
  place[-1] = 2;
  bytes = g_bytes_new_take (content, length);
  store_write_file (f->path, "", bytes);

  store_fixture_open (f);
  g_assert_cmpint (store_count (f->db, "SELECT level FROM mark WHERE region = 'flip-me'"), ==, 2);
  g_assert_cmpint (store_count (f->db, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
                   ==, 1);
  assert_check_notices (f->db, "2026-03-10");
  /* Going on that day does not cover it up. */
  store_mark (f->db, "sacrum", 4);
  assert_check_notices (f->db, "2026-03-10");
}

static void
test_check_notices (StoreFixture *f, gconstpointer data)
{
  static const char *const statements[] = {
    "UPDATE mark SET level = NULL WHERE id = 3",
    "UPDATE mark SET region = 'jaw-right' WHERE region = 'jaw-left' AND id < 6",
    "UPDATE mark SET scale = 'tightness' WHERE id = 3",
    "DELETE FROM mark WHERE id = 2",
    "UPDATE entry SET note = 'x' WHERE id = 1",
    "UPDATE entry SET nothing_today = 1 WHERE id = 1",
    "UPDATE entry SET utc_ms = utc_ms + 1 WHERE id = 1",
    "UPDATE entry SET zone = 'Europe/Berlin' WHERE id = 1",
    "DELETE FROM entry WHERE id = 1",
    "DELETE FROM day_digest WHERE day = (SELECT max(day) FROM entry)",
    "UPDATE day_digest SET digest = zeroblob (32) WHERE day = (SELECT max(day) FROM entry)",
    "UPDATE day_digest SET n_entries = 5 WHERE day = (SELECT max(day) FROM entry)",
    "INSERT INTO mark_feeling (mark_id, feeling) VALUES (1, 'dull')",
    "INSERT INTO entry_tag (entry_id, tag) VALUES (1, 'desk')",
  };

  insert_days (f, 10);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      store_exec (f->db, "BEGIN");
      store_exec (f->db, statements[i]);
      g_test_message ("%s", statements[i]);
      assert_check_notices (f->db, "2026-03-");
      store_exec (f->db, "ROLLBACK");
    }
  assert_whole (f->db);
}

/* ---- hooks and stamps ---- */

static void
on_committed (FasciaDb *db, FasciaOperation *operation, gpointer data)
{
  guint *n_calls = data;

  (*n_calls)++;
}

static void
test_hook (StoreFixture *f, gconstpointer data)
{
  guint n_calls = 0;

  fascia_db_set_hook (f->db, on_committed, &n_calls);
  store_mark (f->db, "sacrum", 5);
  g_assert_cmpuint (n_calls, ==, 1);
  FasciaLog wrong = { .n_marks = 0 };
  g_assert_null (fascia_db_log (f->db, &wrong, NULL));
  g_assert_cmpuint (n_calls, ==, 1);
  assert_undone (f, 0);
  g_assert_cmpuint (n_calls, ==, 2);
  insert_days (f, 2);
  g_assert_cmpuint (n_calls, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/db/empty", test_empty);
  store_test_add ("/db/log/one", test_log_one);
  store_test_add ("/db/log/zero-and-none", test_log_zero_and_none);
  store_test_add ("/db/log/none-keeps-level", test_log_none_keeps_level);
  store_test_add ("/db/log/replaces", test_log_replaces);
  store_test_add ("/db/log/feelings", test_log_feelings);
  store_test_add ("/db/log/nothing-today", test_log_nothing_today);
  store_test_add ("/db/log/notes", test_log_notes);
  store_test_add ("/db/log/many", test_log_many);
  store_test_add ("/db/log/unknown-region", test_log_unknown_region);
  store_test_add ("/db/log/refused", test_log_refused);
  store_test_add ("/db/schema-refuses", test_schema_refuses);
  store_test_add ("/db/join/minutes", test_join_minutes);
  store_test_add ("/db/join/midnight", test_join_midnight);
  store_test_add ("/db/join/closed", test_join_closed);
  store_test_add ("/db/join/new", test_join_new);
  store_test_add ("/db/join/back-dated", test_join_back_dated);
  store_test_add ("/db/join/clock-back", test_join_clock_back);
  store_test_add ("/db/stamp-after-restart", test_stamp_after_restart);
  store_test_add ("/db/unmark", test_unmark);
  store_test_add ("/db/unmark/keeps-note", test_unmark_keeps_note);
  store_test_add ("/db/delete/everything", test_delete_everything);
  store_test_add ("/db/delete/undo-with-others", test_delete_undo_with_others);
  store_test_add ("/db/note", test_note);
  store_test_add ("/db/undo/log", test_undo_log);
  store_test_add ("/db/undo/own-operation", test_undo_own_operation);
  store_test_add ("/db/undo/refused", test_undo_refused);
  store_test_add ("/db/undo/thirty", test_undo_thirty);
  store_test_add ("/db/undo/random", test_undo_random);
  store_test_add ("/db/list/pages", test_list_pages);
  store_test_add ("/db/foreach", test_foreach);
  store_test_add ("/db/recent", test_recent);
  store_test_add ("/db/query-plans", test_query_plans);
  store_test_add ("/db/insert-entries", test_insert_entries);
  store_test_add ("/db/check/counts", test_check_counts);
  store_test_add ("/db/check/flipped-level", test_check_flipped_level);
  store_test_add ("/db/check/notices", test_check_notices);
  store_test_add ("/db/hook", test_hook);

  return g_test_run ();
}
