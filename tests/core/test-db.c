/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal: what is written, and which check-in it belongs to. */

#include "store-fixture.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

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
  FasciaEntry *entry = store_get_after (operation);

  g_assert_cmpuint (fascia_operation_get_id (operation), >, 0);
  g_assert_cmpint (fascia_operation_get_kind (operation), ==, FASCIA_OPERATION_LOG);
  g_assert_cmpint (fascia_operation_get_changes (operation), ==,
                   FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_UNDO);
  g_assert_null (fascia_operation_get_before (operation));
  g_assert_true (fascia_operation_can_undo (operation));
  g_assert_cmpint (fascia_entry_get_kind (entry), ==, FASCIA_ENTRY_CHECK_IN);
  g_assert_cmpint (fascia_entry_get_moment (entry)->utc_ms, ==, FASCIA_TEST_NOW_MS);
  g_assert_cmpint (store_get_level (entry, "shoulder-top-left"), ==, 6);
  g_assert_null (fascia_entry_find_mark (entry, "shoulder-top-right", TIGHT));

  /* It is there after closing, the same in all. */
  g_autoptr (FasciaEntry) kept = fascia_entry_ref (entry);
  store_fixture_close (f);
  store_fixture_open (f);
  g_autoptr (FasciaEntry) stored = fascia_db_get_entry (f->db, fascia_entry_get_uid (kept), NULL);
  g_assert_true (fascia_entry_equal (kept, stored));
  store_assert_whole (f->db);
}

/* NULL and 0 are different things all the way. */
static void
test_log_zero_and_none (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 0);
  g_autoptr (FasciaOperation) operation
      = store_log (f->db, "jaw-left", TIGHT, FASCIA_LEVEL_NOT_GIVEN);
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (operation));

  store_fixture_close (f);
  store_fixture_open (f);
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_cmpint (store_get_level (entry, "sacrum"), ==, 0);
  g_assert_cmpint (store_get_level (entry, "jaw-left"), ==, FASCIA_LEVEL_NOT_GIVEN);
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

  g_assert_cmpint (store_get_level (store_get_after (operation), "sacrum"), ==, 6);
  g_assert_cmpint (store_get_level (store_get_after (operation), "jaw-left"), ==, 0);
  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_MARKS, ==, 0);
}

/* One mark for a place and a scale: the second replaces the first. */
static void
test_log_replaces (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 6);
  store_mark (f->db, "sacrum", 2);
  g_autoptr (FasciaOperation) operation = store_log (f->db, "sacrum", FASCIA_SCALE_PAIN, 9);
  FasciaEntry *entry = store_get_after (operation);
  guint n_marks;

  fascia_entry_get_marks (entry, &n_marks);
  g_assert_cmpuint (n_marks, ==, 2);
  g_assert_cmpint (store_get_level (entry, "sacrum"), ==, 2);
  g_assert_cmpint (fascia_entry_find_mark (entry, "sacrum", FASCIA_SCALE_PAIN)->level, ==, 9);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 1);
  store_assert_whole (f->db);
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
      const FasciaMark *mark
          = fascia_entry_find_mark (store_get_after (operation), "sacrum", TIGHT);

      g_assert_cmpint (mark->level, ==, i == 0 ? 3 : 4);
      g_assert_cmpuint (g_strv_length ((char **) fascia_mark_get_feelings (mark)), ==, counts[i]);
      g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM mark_feeling"), ==, counts[i]);
      store_assert_whole (f->db);
    }
  g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 1, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  for (guint i = 0; i < 3; i++)
    store_assert_undone (f, 0);
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

  g_assert_true (fascia_entry_is_nothing_today (store_get_after (first)));
  g_assert_cmpuint (n_points, ==, 1);
  g_assert_cmpuint (points[0].region, ==, FASCIA_POINT_NOWHERE);
  g_assert_cmpint (points[0].scale, ==, 0);
  g_assert_cmpint (points[0].level, ==, 0);

  /* A place after all. */
  g_autoptr (FasciaOperation) second = store_log (f->db, "sacrum", TIGHT, 3);
  g_assert_false (fascia_entry_is_nothing_today (store_get_after (second)));
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (store_get_after (second)),
                                   fascia_entry_get_uid (store_get_after (first))));
  /* Nothing again: not into the check-in that says otherwise. */
  g_autoptr (FasciaOperation) third = fascia_db_log (f->db, &nothing, NULL);
  g_assert_true (fascia_entry_is_nothing_today (store_get_after (third)));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  /* Zero does not contradict it. */
  g_autoptr (FasciaOperation) fourth = store_log (f->db, "sacrum", TIGHT, 0);
  g_assert_true (fascia_entry_is_nothing_today (store_get_after (fourth)));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);

  g_autoptr (GError) error = NULL;
  FasciaLog both
      = { .nothing_today = TRUE, .entry = fascia_entry_get_uid (store_get_after (second)) };
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
  g_assert_cmpstr (fascia_entry_get_note (store_get_after (two)), ==, "Long drive\nSlept badly");
  g_assert_cmpint (fascia_entry_get_kind (store_get_after (three)), ==, FASCIA_ENTRY_NOTE);
  g_assert_cmpint (fascia_operation_get_changes (three), ==,
                   FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT | FASCIA_CHANGE_UNDO);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);

  /* Words are no check-in: nothing can be marked in them. */
  g_autoptr (GError) error = NULL;
  FasciaLog wrong
      = { .entry = fascia_entry_get_uid (store_get_after (three)), .marks = &mark, .n_marks = 1 };
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
  g_assert_cmpuint (fascia_entry_count_places (store_get_after (operation)), ==, 3);
  g_assert_cmpint (store_get_level (store_get_after (operation), "shoulder-top-left"), ==, 6);
  store_assert_undone (f, fascia_operation_get_id (operation));
  g_autofree char *after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, before);
}

/* A region that this version does not know is kept and given back. */
static void
test_log_unknown_region (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) operation = store_log (f->db, "third-arm-middle", TIGHT, 5);
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (operation));

  store_fixture_close (f);
  store_fixture_open (f);
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_cmpint (store_get_level (entry, "third-arm-middle"), ==, 5);
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
  store_assert_whole (f->db);
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
  g_assert_true (fascia_entry_is_closed (store_get_after (closing)));
  g_assert_null (fascia_db_get_open_check_in (f->db, NULL));
  store_mark (f->db, "jaw-left", 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  /* Undone in turn the first is open again. */
  store_assert_undone (f, 0);
  store_assert_undone (f, fascia_operation_get_id (closing));
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
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (store_get_after (next)),
                                   fascia_entry_get_uid (store_get_after (operation))));
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
  g_assert_cmpint (fascia_entry_get_moment (store_get_after (earlier))->utc_ms, ==, at.utc_ms);
  /* What is marked now does not happen three hours ago. */
  g_assert_null (fascia_db_get_open_check_in (f->db, NULL));
  g_autoptr (FasciaOperation) now = store_log (f->db, "sacrum", TIGHT, 5);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);

  /* Added to by name it stays where it is, and stays past. */
  FasciaLog more = { .marks = &mark,
                     .n_marks = 1,
                     .entry = fascia_entry_get_uid (store_get_after (earlier)),
                     .note = "Before lunch" };
  g_autoptr (FasciaOperation) added = fascia_db_log (f->db, &more, NULL);
  g_assert_cmpint (fascia_entry_get_changed_ms (store_get_after (added)), ==, at.utc_ms);
  g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_true (
      fascia_uid_equal (fascia_entry_get_uid (open), fascia_entry_get_uid (store_get_after (now))));
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
  store_assert_whole (f->db);
}

/* What is written from elsewhere, now or for later, leaves the open check-in alone, and is not what
 * an undo takes back. */
static void
test_join_elsewhere (StoreFixture *f, gconstpointer data)
{
  const FasciaMark mark = { "jaw-left", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (f->db, NULL);
  for (int minutes = -10; minutes <= 20; minutes += 10)
    {
      FasciaUid uid;
      FasciaMoment at;

      store_fixture_wait (f, 1000);
      fascia_db_make_uid (f->db, fascia_clock_now_ms (f->clock), &uid);
      fascia_moment_init (&at, fascia_clock_now_ms (f->clock) + minutes * MINUTE_MS, utc);
      g_autoptr (FasciaEntry) empty = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &at);
      g_autoptr (FasciaEntry) marked = fascia_entry_with_mark (empty, &mark);
      g_autoptr (FasciaEntry) entry = fascia_entry_with_closed (marked, TRUE);
      g_assert_true (fascia_db_insert_entries (f->db, &entry, 1, &error));
      g_assert_no_error (error);
      g_autoptr (FasciaEntry) still = fascia_db_get_open_check_in (f->db, NULL);
      g_assert_true (fascia_entry_equal (still, open));
    }
  store_mark (f->db, "jaw-right", 2);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 5);
  store_assert_undone (f, 0);
  store_assert_undone (f, 0);
  g_assert_null (fascia_db_undo (f->db, 0, NULL));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 4);

  /* What the person closed stays closed, though there is an older one that was not. */
  FasciaLog log = { .marks = &mark, .n_marks = 1, .new_check_in = TRUE };
  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaOperation) newer = fascia_db_log (f->db, &log, NULL);
  g_autoptr (FasciaOperation) closing = fascia_db_close_check_in (f->db, NULL);
  g_assert_nonnull (newer);
  g_assert_nonnull (closing);
  g_assert_null (fascia_db_get_open_check_in (f->db, NULL));
  store_assert_whole (f->db);
}

/* Of many entries all are written or none, and it is told which one was wrong. */
static void
test_insert_refused (StoreFixture *f, gconstpointer data)
{
  FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 3, NULL };
  FasciaEntryParts parts = { .kind = FASCIA_ENTRY_CHECK_IN, .marks = &mark, .n_marks = 1 };
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      parts.moment = (FasciaMoment) { FASCIA_TEST_NOW_MS - i * DAY_MS, 0, 0, "UTC" };
      parts.moment.day = (gint32) (parts.moment.utc_ms / DAY_MS) + (i == 1);
      fascia_db_make_uid (f->db, parts.moment.utc_ms, &parts.uid);
      g_ptr_array_add (entries, fascia_entry_new_from_parts (&parts));
    }
  g_assert_false (
      fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata, 3, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "Entry 2: "));
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
  g_assert_true (fascia_db_insert_entries (f->db, (FasciaEntry *const *) entries->pdata, 1, NULL));
}

static void
expect_damage (StoreFixture *f, const char *sql, const char *words)
{
  g_autoptr (GError) error = NULL;

  store_exec (f->db, "SAVEPOINT whole");
  store_exec (f->db, sql);
  g_assert_false (fascia_db_check (f->db, NULL, NULL, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  store_exec (f->db, "ROLLBACK TO whole; RELEASE whole");
  store_assert_whole (f->db);
}

/* What no digest covers. */
static void
test_check_orphans (StoreFixture *f, gconstpointer data)
{
  store_mark (f->db, "sacrum", 5);
  expect_damage (f,
                 "INSERT INTO tombstone (uid, stamp, origin, kind) "
                 "SELECT uid, 1, 1, 'mark' FROM mark",
                 "both there and deleted");
  expect_damage (f,
                 "INSERT INTO visit (uid, stamp, origin, entry_id) "
                 "SELECT randomblob (16), 1, 1, id FROM entry",
                 "another kind");
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
  store_test_add ("/db/join/elsewhere", test_join_elsewhere);
  store_test_add ("/db/insert-refused", test_insert_refused);
  store_test_add ("/db/check/orphans", test_check_orphans);
  store_test_add ("/db/join/clock-back", test_join_clock_back);
  store_test_add ("/db/stamp-after-restart", test_stamp_after_restart);

  return g_test_run ();
}
