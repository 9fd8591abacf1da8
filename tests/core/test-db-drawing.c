/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn and where it spreads to: kept, taken out, undone, refused; and that a log says
 * beforehand what the journal makes of it. */

#include <math.h>

#include "core/store/fascia-db-points.h"
#include "store-drawing.h"

static const FasciaScale TIGHT = FASCIA_SCALE_TIGHTNESS;

static FasciaEntry *
get_only_entry (FasciaDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = fascia_db_list (db, G_MAXINT64, NULL, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  return fascia_entry_ref (list->pdata[0]);
}

/* ---- keeping ---- */

static void
test_keep (StoreFixture *f, gconstpointer data)
{
  const FasciaDrawing drawings[] = { store_stroke, store_spot };
  const FasciaSpread spreads[] = { store_arrow, { "jaw-left", "third-ear-left" } };
  FasciaMark mark = { "lower-back-left", TIGHT, 6, NULL };
  const FasciaLog log = { .marks = &mark,
                          .n_marks = 1,
                          .drawings = drawings,
                          .n_drawings = 2,
                          .spreads = spreads,
                          .n_spreads = 2 };
  g_autoptr (FasciaOperation) operation = store_log_full (f->db, &log);
  FasciaEntry *after = store_get_after (operation);

  g_assert_cmpint (fascia_operation_get_changes (operation) & FASCIA_CHANGE_DRAWINGS, !=, 0);
  g_assert_true (fascia_operation_can_undo (operation));
  g_assert_cmpuint (store_count_drawings (after), ==, 2);
  store_assert_same_drawing (store_get_drawing (after, 0), &store_stroke);
  store_assert_same_drawing (store_get_drawing (after, 1), &store_spot);
  g_assert_false (fascia_uid_is_zero (&store_get_drawing (after, 0)->uid));
  guint n_spreads;
  const FasciaSpread *kept = fascia_entry_get_spreads (after, &n_spreads);
  g_assert_cmpuint (n_spreads, ==, 2);
  g_assert_cmpstr (kept[0].from, ==, "jaw-left");
  g_assert_cmpstr (kept[0].to, ==, "third-ear-left");
  g_assert_cmpstr (kept[1].from, ==, "lower-back-left");

  /* Read again, one by one and in a list, and from a closed file. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (FasciaEntry) one = fascia_db_get_entry (f->db, fascia_entry_get_uid (after), NULL);
      g_autoptr (FasciaEntry) listed = get_only_entry (f->db);

      g_assert_true (fascia_entry_equal (one, after));
      g_assert_true (fascia_entry_equal (listed, after));
      store_assert_whole (f->db);
      store_fixture_close (f);
      store_fixture_open (f);
    }
}

/* The check-in of a drawing alone is one, is joined, and is no place of a list. */
static void
test_drawing_alone (StoreFixture *f, gconstpointer data)
{
  const FasciaLog first = { .drawings = &store_stroke, .n_drawings = 1 };
  const FasciaLog second = { .spreads = &store_arrow, .n_spreads = 1 };
  g_autoptr (FasciaOperation) one = store_log_full (f->db, &first);
  g_autoptr (FasciaOperation) two = store_log_full (f->db, &second);
  g_autoptr (FasciaOperation) again = store_log_full (f->db, &second);

  g_assert_cmpint (fascia_entry_get_kind (store_get_after (one)), ==, FASCIA_ENTRY_CHECK_IN);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 1);
  g_assert_cmpint (fascia_operation_get_changes (two), ==,
                   FASCIA_CHANGE_DRAWINGS | FASCIA_CHANGE_UNDO);
  /* What is there already stays, and there is nothing to take back. */
  g_assert_cmpuint (store_count_spreads (store_get_after (again)), ==, 1);
  g_assert_false (fascia_operation_can_undo (again));
  g_assert_cmpuint (fascia_entry_count_places (store_get_after (again)), ==, 0);
}

static void
test_long_stroke (StoreFixture *f, gconstpointer data)
{
  g_autofree FasciaDrawingPoint *points
      = g_new0 (FasciaDrawingPoint, FASCIA_DRAWING_MAX_POINTS + 1);
  FasciaDrawing drawing = store_stroke;
  const FasciaLog log = { .drawings = &drawing, .n_drawings = 1 };
  g_autoptr (GError) error = NULL;

  for (int i = 0; i <= FASCIA_DRAWING_MAX_POINTS; i++)
    points[i] = (FasciaDrawingPoint) { (float) (i % 3900) / 2 - 1000, (float) i / 10 - 1000.33f,
                                       (float) (i % 11) };
  drawing.points = points;
  drawing.n_points = FASCIA_DRAWING_MAX_POINTS;
  g_autoptr (FasciaOperation) operation = store_log_full (f->db, &log);
  store_assert_same_drawing (store_get_drawing (store_get_after (operation), 0), &drawing);
  g_autoptr (FasciaEntry) listed = get_only_entry (f->db);
  g_assert_true (fascia_entry_equal (listed, store_get_after (operation)));

  drawing.n_points++;
  g_assert_null (fascia_db_log (f->db, &log, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
}

/* The bytes that are in people's journals: they may never come to mean something else. */
static void
test_encoding (void)
{
  static const FasciaDrawingPoint points[]
      = { { -1, 0.0625f, 10 }, { 2000, -2000, FASCIA_LEVEL_NOT_GIVEN }, { 16.03f, 0, 0.25f } };
  static const guint8 expected[]
      = { 0xf0, 0xff, 0x01, 0x00, 100, 0x00, 0x7d, 0x00, 0x83, 255, 0x00, 0x01, 0x00, 0x00, 3 };
  FasciaDrawing drawing = store_stroke;

  drawing.points = points;
  g_autoptr (GBytes) packed = fascia_points_pack (&drawing);
  g_assert_cmpmem (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), expected,
                   sizeof expected);
}

/* Any bytes are a drawing or none; what is one is written as it was read. */
static void
test_any_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  FasciaDrawingColumns columns = { .uid = "0123456789abcdef",
                                   .uid_length = 16,
                                   .kind = "stroke",
                                   .scale = "pain",
                                   .view = "back",
                                   .figure = 1,
                                   .width = 5 };
  guint n_read = 0, n_damaged = 0;

  for (guint round = 0; round < 50000; round++)
    {
      guint8 bytes[40];
      FasciaDrawing drawing;

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = i % 5 == 4 && g_rand_boolean (rand) ? (guint8) g_rand_int_range (rand, 0, 101)
                                                       : (guint8) g_rand_int_range (rand, 0, 256);
      columns.points = bytes;
      columns.points_length = (gsize) g_rand_int_range (rand, 0, sizeof bytes + 1);
      if (fascia_drawing_read (&columns, &drawing, &(FasciaUnknownDrawing) { 0 })
          != FASCIA_DRAWING_READ)
        {
          n_damaged++;
          continue;
        }
      g_autoptr (GBytes) packed = fascia_points_pack (&drawing);
      g_assert_cmpmem (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), bytes,
                       columns.points_length);
      g_free ((gpointer) drawing.points);
      n_read++;
    }
  g_test_message ("%u read, %u refused", n_read, n_damaged);
  g_assert_cmpuint (n_read, >, 500);
  g_assert_cmpuint (n_damaged, >, 5000);
}

/* ---- refusing ---- */

static void
assert_invalid (FasciaDb *db, const FasciaLog *log)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_db_log (db, log, &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_drawing_invalid (FasciaDb *db, const FasciaDrawing *drawing)
{
  const FasciaLog log = { .drawings = drawing, .n_drawings = 1 };

  assert_invalid (db, &log);
}

static void
test_refuse_drawings (StoreFixture *f, gconstpointer data)
{
  static const float widths[] = { 0, -1, 200.5f, NAN, INFINITY };
  static const FasciaDrawingPoint wrong[] = {
    { 2000.1f, 0, 1 }, { 0, -2001, 1 }, { NAN, 0, 1 }, { 0, INFINITY, 1 },
    { 0, 0, 10.1f },   { 0, 0, -0.5f }, { 0, 0, -2 },  { 0, 0, NAN },
  };
  g_autofree char *before = store_dump (f->db, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      FasciaDrawing drawing = store_stroke;

      drawing.width = widths[i];
      assert_drawing_invalid (f->db, &drawing);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const FasciaDrawingPoint points[] = { store_line[0], wrong[i] };
      FasciaDrawing drawing = store_stroke;

      drawing.points = points;
      drawing.n_points = 2;
      assert_drawing_invalid (f->db, &drawing);
    }
  FasciaDrawing short_stroke = store_stroke, long_spot = store_spot, nothing = store_spot;
  FasciaDrawing later = store_spot, nowhere = store_spot, other = store_spot, odd = store_spot;
  short_stroke.n_points = 1;
  long_spot.points = store_line;
  long_spot.n_points = 2;
  nothing.n_points = 0;
  later.figure = 99;
  nowhere.view = (FasciaView) 9;
  other.scale = (FasciaScale) 9;
  odd.kind = (FasciaDrawingKind) 9;
  assert_drawing_invalid (f->db, &short_stroke);
  assert_drawing_invalid (f->db, &long_spot);
  assert_drawing_invalid (f->db, &nothing);
  assert_drawing_invalid (f->db, &later);
  assert_drawing_invalid (f->db, &nowhere);
  assert_drawing_invalid (f->db, &other);
  assert_drawing_invalid (f->db, &odd);
  later.figure = 0;
  assert_drawing_invalid (f->db, &later);

  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refuse_logs (StoreFixture *f, gconstpointer data)
{
  const FasciaSpread round = { "sacrum", "sacrum" }, nowhere = { "sacrum", "" };
  const FasciaMarkKey key = { "sacrum", FASCIA_SCALE_TIGHTNESS };
  const FasciaDrawingPoint ease[] = { { 1, 2, 0 }, { 3, 4, 0 } };
  FasciaDrawing eased = store_stroke;
  g_autoptr (FasciaOperation) words = NULL;

  assert_invalid (f->db, &(FasciaLog) { .spreads = &round, .n_spreads = 1 });
  assert_invalid (f->db, &(FasciaLog) { .spreads = &nowhere, .n_spreads = 1 });
  /* What is taken out is taken out of something. */
  assert_invalid (f->db, &(FasciaLog) { .gone_marks = &key, .n_gone_marks = 1 });
  assert_invalid (f->db, &(FasciaLog) { .gone_spreads = &store_arrow, .n_gone_spreads = 1 });
  /* "Nothing" and something. */
  assert_invalid (
      f->db, &(FasciaLog) { .drawings = &store_stroke, .n_drawings = 1, .nothing_today = TRUE });
  assert_invalid (f->db,
                  &(FasciaLog) { .drawings = &store_spot, .n_drawings = 1, .nothing_today = TRUE });
  eased.points = ease;
  eased.n_points = 2;
  g_autoptr (FasciaOperation) nothing = store_log_full (
      f->db, &(FasciaLog) { .drawings = &eased, .n_drawings = 1, .nothing_today = TRUE });
  g_assert_true (fascia_entry_is_nothing_today (store_get_after (nothing)));
  /* Something drawn later contradicts the flag, and "nothing" does not join it then. */
  g_autoptr (FasciaOperation) something
      = store_log_full (f->db, &(FasciaLog) { .drawings = &store_spot, .n_drawings = 1 });
  g_assert_false (fascia_entry_is_nothing_today (store_get_after (something)));
  g_autoptr (FasciaOperation) other
      = store_log_full (f->db, &(FasciaLog) { .nothing_today = TRUE });
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 2);
  /* Nor does a spot without a level go with it. */
  const FasciaDrawingPoint unrated_point = { 5, 6, FASCIA_LEVEL_NOT_GIVEN };
  FasciaDrawing unrated = store_spot;
  unrated.points = &unrated_point;
  g_autoptr (FasciaOperation) later
      = store_log_full (f->db, &(FasciaLog) { .drawings = &unrated, .n_drawings = 1 });
  FasciaUid later_uid = *fascia_entry_get_uid (store_get_after (later));
  g_assert_false (fascia_entry_is_nothing_today (store_get_after (later)));
  assert_invalid (f->db, &(FasciaLog) { .entry = &later_uid, .nothing_today = TRUE });

  /* Nor is anything drawn on mere words. */
  words = store_log_full (f->db, &(FasciaLog) { .note = "Words" });
  assert_invalid (f->db, &(FasciaLog) { .entry = fascia_entry_get_uid (store_get_after (words)),
                                        .drawings = &store_spot,
                                        .n_drawings = 1 });
  store_assert_whole (f->db);
}

/* ---- taking out, and the way back ---- */

static void
test_take_out (StoreFixture *f, gconstpointer data)
{
  static const char *const feelings[] = { "burning", NULL };
  const FasciaDrawing drawings[] = { store_stroke, store_spot };
  FasciaMark mark = { "sacrum", TIGHT, 5, feelings };
  const FasciaMarkKey gone_marks[]
      = { { "sacrum", FASCIA_SCALE_TIGHTNESS }, { "sacrum", FASCIA_SCALE_PAIN } };
  g_autoptr (FasciaOperation) first = store_log_full (f->db, &(FasciaLog) { .marks = &mark,
                                                                            .n_marks = 1,
                                                                            .drawings = drawings,
                                                                            .n_drawings = 2,
                                                                            .spreads = &store_arrow,
                                                                            .n_spreads = 1 });
  FasciaEntry *entry = store_get_after (first);
  FasciaUid uid = *fascia_entry_get_uid (entry);
  const FasciaUid gone[] = { store_get_drawing (entry, 0)->uid, { { 9 } } };
  g_autofree char *before = store_dump (f->db, NULL);

  /* The old stroke goes and a new one comes in one step: so a part is rubbed out. */
  const FasciaDrawing shorter = { .kind = FASCIA_DRAWING_STROKE,
                                  .scale = FASCIA_SCALE_PAIN,
                                  .view = FASCIA_VIEW_BACK,
                                  .figure = 1,
                                  .width = 9.3f,
                                  .points = store_line,
                                  .n_points = 2 };
  g_autoptr (FasciaOperation) rubbed
      = store_log_full (f->db, &(FasciaLog) { .entry = &uid,
                                              .drawings = &shorter,
                                              .n_drawings = 1,
                                              .gone_drawings = gone,
                                              .n_gone_drawings = 2 });
  g_assert_cmpint (fascia_operation_get_changes (rubbed), ==,
                   FASCIA_CHANGE_DRAWINGS | FASCIA_CHANGE_UNDO);
  g_assert_cmpuint (store_count_drawings (store_get_after (rubbed)), ==, 2);
  store_assert_same_drawing (store_get_drawing (store_get_after (rubbed), 0), &store_spot);
  store_assert_same_drawing (store_get_drawing (store_get_after (rubbed), 1), &shorter);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone WHERE kind = 'drawing'"), ==,
                   1);
  store_assert_whole (f->db);
  store_assert_undone (f, 0);
  g_autofree char *undone = store_dump (f->db, "tombstone");
  g_assert_true (g_str_has_prefix (before, "day_digest"));
  g_autoptr (FasciaEntry) back = fascia_db_get_entry (f->db, &uid, NULL);
  g_assert_true (fascia_entry_equal (back, entry));

  /* All of it: the entry goes with what it said. */
  const FasciaUid all[] = { store_get_drawing (entry, 0)->uid, store_get_drawing (entry, 1)->uid };
  g_autoptr (FasciaOperation) emptied
      = store_log_full (f->db, &(FasciaLog) { .entry = &uid,
                                              .gone_marks = gone_marks,
                                              .n_gone_marks = 2,
                                              .gone_drawings = all,
                                              .n_gone_drawings = 2,
                                              .gone_spreads = &store_arrow,
                                              .n_gone_spreads = 1 });
  g_assert_null (fascia_operation_get_after (emptied));
  g_assert_cmpint (fascia_operation_get_changes (emptied), ==,
                   FASCIA_CHANGE_DRAWINGS | FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES
                       | FASCIA_CHANGE_UNDO);
  g_assert_cmpint (fascia_db_count_entries (f->db, NULL), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM drawing"), ==, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM spread"), ==, 0);
  store_assert_whole (f->db);
  store_assert_undone (f, 0);
  g_autofree char *after = store_dump (f->db, "tombstone");
  g_assert_cmpstr (after, ==, undone);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone WHERE kind = 'spread'"), ==,
                   0);
  store_assert_whole (f->db);
}

static void
test_delete (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) first = store_log_full (
      f->db,
      &(FasciaLog) {
          .drawings = &store_stroke, .n_drawings = 1, .spreads = &store_arrow, .n_spreads = 1 });
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (first));
  g_autofree char *before = store_dump (f->db, NULL);
  g_autoptr (FasciaOperation) deleted = fascia_db_delete_entry (f->db, &uid, NULL);

  g_assert_cmpint (fascia_operation_get_changes (deleted) & FASCIA_CHANGE_DRAWINGS, !=, 0);
  g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM tombstone"), ==, 3);
  store_assert_whole (f->db);
  store_assert_undone (f, 0);
  g_autofree char *after = store_dump (f->db, NULL);
  g_assert_cmpstr (after, ==, before);
  store_assert_whole (f->db);
}

/* Undo refuses when an arrow of the same ends was drawn meanwhile, and takes its own back. */
static void
test_undo_conflict (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_mark (f->db, "sacrum", 5);
  g_autoptr (FasciaOperation) drawn
      = store_log_full (f->db, &(FasciaLog) { .spreads = &store_arrow, .n_spreads = 1 });
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (drawn));
  g_autoptr (FasciaOperation) gone = store_log_full (
      f->db, &(FasciaLog) { .entry = &uid, .gone_spreads = &store_arrow, .n_gone_spreads = 1 });
  g_autoptr (FasciaOperation) again
      = store_log_full (f->db, &(FasciaLog) { .spreads = &store_arrow, .n_spreads = 1 });

  g_assert_null (fascia_db_undo (f->db, fascia_operation_get_id (gone), &error));
  g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_CHANGED);
  store_assert_undone (f, fascia_operation_get_id (again));
  store_assert_undone (f, fascia_operation_get_id (gone));
  g_autoptr (FasciaEntry) entry = get_only_entry (f->db);
  g_assert_cmpuint (store_count_spreads (entry), ==, 1);
  store_assert_whole (f->db);
}

/* ---- another moment ---- */

static void
test_back_dated (StoreFixture *f, gconstpointer data)
{
  const gint64 now_ms = FASCIA_TEST_NOW_MS;
  FasciaMark mark = { "sacrum", TIGHT, 4, NULL }, more = { "jaw-left", TIGHT, 2, NULL };
  FasciaMoment at = { now_ms - 10 * MINUTE_MS, 0, (gint32) (now_ms / DAY_MS), "UTC" };

  /* Ten minutes ago, and yet neither open … */
  g_autoptr (FasciaOperation) past
      = store_log_full (f->db, &(FasciaLog) { .at = &at, .marks = &mark, .n_marks = 1 });
  FasciaUid past_uid = *fascia_entry_get_uid (store_get_after (past));
  g_assert_null (fascia_db_get_open_check_in (f->db, NULL));
  g_assert_cmpint (fascia_entry_get_changed_ms (store_get_after (past)), ==, at.utc_ms);

  /* … nor the end of the open one. */
  g_autoptr (FasciaOperation) now
      = store_log_full (f->db, &(FasciaLog) { .marks = &more, .n_marks = 1 });
  FasciaUid now_uid = *fascia_entry_get_uid (store_get_after (now));
  g_assert_false (fascia_uid_equal (&past_uid, &now_uid));
  at.utc_ms = now_ms + 5 * MINUTE_MS;
  g_autoptr (FasciaOperation) ahead
      = store_log_full (f->db, &(FasciaLog) { .at = &at, .marks = &mark, .n_marks = 1 });
  store_fixture_wait (f, MINUTE_MS);
  g_autoptr (FasciaEntry) open = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (open), &now_uid));

  /* What is added later by its name leaves its moment, and the open one open. */
  g_autoptr (FasciaOperation) later = store_log_full (f->db, &(FasciaLog) { .entry = &past_uid,
                                                                            .marks = &more,
                                                                            .n_marks = 1,
                                                                            .drawings = &store_spot,
                                                                            .n_drawings = 1 });
  g_assert_cmpint (fascia_entry_get_changed_ms (store_get_after (later)), ==,
                   now_ms - 10 * MINUTE_MS);
  g_assert_cmpint (fascia_entry_get_moment (store_get_after (later))->utc_ms, ==,
                   now_ms - 10 * MINUTE_MS);
  g_autoptr (FasciaEntry) still = fascia_db_get_open_check_in (f->db, NULL);
  g_assert_true (fascia_uid_equal (fascia_entry_get_uid (still), &now_uid));
  store_assert_undone (f, fascia_operation_get_id (later));
  store_assert_whole (f->db);

  /* A day ahead is a slip. */
  at.utc_ms = fascia_clock_now_ms (f->clock) + DAY_MS + 1;
  at.day = (gint32) (at.utc_ms / DAY_MS);
  assert_invalid (f->db, &(FasciaLog) { .at = &at, .marks = &mark, .n_marks = 1 });
  at.utc_ms--;
  at.day = (gint32) (at.utc_ms / DAY_MS);
  g_autoptr (FasciaOperation) just
      = store_log_full (f->db, &(FasciaLog) { .at = &at, .marks = &mark, .n_marks = 1 });
}

/* ---- damage, and what comes from a later version ---- */

static void
test_damage (StoreFixture *f, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE drawing SET points = x'0000000000ff'", /* not whole points */
    "UPDATE drawing SET points = x'00000000ff'",   /* a stroke of one */
    "UPDATE drawing SET points = x'0000000065000000ff00'",
    "UPDATE drawing SET points = x'ff7f000000ff7f0000ff'",
    "UPDATE drawing SET points = zeroblob (100005)",
    "UPDATE drawing SET kind = 'spot'",
  };
  g_autoptr (FasciaOperation) first
      = store_log_full (f->db, &(FasciaLog) { .drawings = &store_stroke, .n_drawings = 1 });
  FasciaUid uid = *fascia_entry_get_uid (store_get_after (first));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) one_error = NULL, list_error = NULL, log_error = NULL, check_error = NULL;

      store_exec (f->db, "BEGIN");
      store_exec (f->db, damages[i]);
      g_assert_null (fascia_db_get_entry (f->db, &uid, &one_error));
      g_assert_error (one_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
      store_assert_sentence (one_error, f->path);
      g_assert_null (fascia_db_list (f->db, G_MAXINT64, NULL, 10, &list_error));
      g_assert_error (list_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
      store_assert_sentence (list_error, f->path);
      g_assert_false (fascia_db_check (f->db, NULL, NULL, &check_error));
      g_assert_error (check_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED);
      store_exec (f->db, "ROLLBACK");
    }
  store_assert_whole (f->db);
}

/* A view, or a figure, of a later version: kept through everything, not shown. */
static void
test_unknown_view (StoreFixture *f, gconstpointer data)
{
  static const char *const strange[] = { "UPDATE drawing SET view = 'from-above'",
                                         "UPDATE drawing SET figure = 99, points = x'01'" };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (FasciaOperation) first = store_log_full (
          f->db, &(FasciaLog) { .drawings = &store_stroke, .n_drawings = 1, .new_check_in = TRUE });
      FasciaUid uid = *fascia_entry_get_uid (store_get_after (first));

      store_exec (f->db, strange[i]);
      g_assert_true (fascia_db_begin (f->db, NULL));
      g_assert_true (fascia_db_rebuild_digests (f->db, NULL));
      g_assert_true (fascia_db_commit (f->db, NULL));
      g_autoptr (FasciaEntry) entry = fascia_db_get_entry (f->db, &uid, NULL);
      guint n_unknown;
      const FasciaUnknownDrawing *unknown = fascia_entry_get_unknown_drawings (entry, &n_unknown);
      g_assert_cmpuint (store_count_drawings (entry), ==, 0);
      g_assert_cmpuint (n_unknown, ==, 1);
      g_assert_cmpint (unknown->kind, ==, FASCIA_DRAWING_STROKE);
      g_assert_cmpstr (unknown->view, ==, i == 0 ? "from-above" : "back");
      g_assert_cmpint (unknown->figure, ==, i == 0 ? 1 : 99);
      g_autoptr (FasciaOperation) more = store_log_full (
          f->db, &(FasciaLog) { .entry = &uid, .spreads = &store_arrow, .n_spreads = 1 });
      g_autoptr (FasciaOperation) less = store_log_full (
          f->db, &(FasciaLog) { .entry = &uid, .gone_spreads = &store_arrow, .n_gone_spreads = 1 });
      g_assert_nonnull (fascia_operation_get_after (less));
      g_assert_cmpint (store_count (f->db, "SELECT count(*) FROM drawing"), ==, i + 1);
      g_autoptr (GPtrArray) list = fascia_db_list (f->db, G_MAXINT64, NULL, 10, NULL);
      g_assert_cmpuint (list->len, ==, i + 1);
      g_assert_true (fascia_entry_equal (fascia_operation_get_after (less), list->pdata[0]));
      fascia_entry_get_unknown_drawings (list->pdata[0], &n_unknown);
      g_assert_cmpuint (n_unknown, ==, 1);
      store_assert_whole (f->db);
    }
}

/* ---- beforehand and afterwards ---- */

static const char *const regions[] = { "sacrum", "jaw-left", "jaw-right", "third-elbow" };
static const char *const words[] = { "dull", "burning", NULL, NULL };

typedef struct
{
  FasciaMark marks[3];
  const char *feelings[3][3];
  FasciaDrawing drawings[2];
  FasciaDrawingPoint points[2][5];
  FasciaSpread spreads[2];
  FasciaMarkKey gone_marks[8];
  FasciaUid gone_drawings[32];
  FasciaSpread gone_spreads[16];
  FasciaLog log;
} RandomLog;

static guint
below (GRand *rand, int n)
{
  return (guint) g_rand_int_range (rand, 0, n);
}

static FasciaSpread
choose_spread (GRand *rand)
{
  guint from = below (rand, 4);

  return (FasciaSpread) { regions[from], regions[(from + 1 + below (rand, 3)) % 4] };
}

static void
choose_marks (RandomLog *self, GRand *rand, gboolean nothing)
{
  self->log.n_marks = below (rand, 4);
  for (guint i = 0; i < self->log.n_marks; i++)
    {
      self->feelings[i][0] = words[below (rand, 3)];
      self->feelings[i][1] = self->feelings[i][0] != NULL ? words[below (rand, 3)] : NULL;
      self->marks[i]
          = (FasciaMark) { regions[below (rand, 4)], below (rand, 2) + 1,
                           nothing ? 0 : (int) below (rand, 12) - 1,
                           below (rand, 2) != 0 ? self->feelings[i] : NULL, below (rand, 2) != 0 };
    }
  self->log.marks = self->marks;
}

static void
choose_drawings (RandomLog *self, GRand *rand, gboolean nothing)
{
  self->log.n_drawings = below (rand, 3);
  for (guint i = 0; i < self->log.n_drawings; i++)
    {
      gboolean is_spot = below (rand, 2) != 0;

      for (guint j = 0; j < 5; j++)
        self->points[i][j] = (FasciaDrawingPoint) {
          (float) g_rand_double_range (rand, -2000, 2000),
          (float) g_rand_double_range (rand, -2000, 2000),
          nothing                ? 0
          : below (rand, 3) == 0 ? FASCIA_LEVEL_NOT_GIVEN
                                 : (float) g_rand_double_range (rand, 0, 10),
        };
      self->drawings[i]
          = (FasciaDrawing) { .kind = is_spot ? FASCIA_DRAWING_SPOT : FASCIA_DRAWING_STROKE,
                              .scale = below (rand, 2) + 1,
                              .view = below (rand, 2) + 1,
                              .figure = 1,
                              .width = (float) g_rand_double_range (rand, 0.001, 200),
                              .points = self->points[i],
                              .n_points = is_spot ? 1 : 2 + below (rand, 4) };
    }
  self->log.drawings = self->drawings;
}

static void
choose_gone (RandomLog *self, GRand *rand, const FasciaEntry *entry)
{
  guint n_drawings = store_count_drawings (entry);

  self->log.n_gone_marks = below (rand, 3);
  self->log.n_gone_spreads = below (rand, 3);
  self->log.n_gone_drawings = below (rand, 3);
  for (guint i = 0; i < 2; i++)
    {
      self->gone_marks[i] = (FasciaMarkKey) { regions[below (rand, 4)], below (rand, 2) + 1 };
      self->gone_spreads[i] = choose_spread (rand);
      self->gone_drawings[i] = n_drawings > 0
                                   ? store_get_drawing (entry, below (rand, (int) n_drawings))->uid
                                   : (FasciaUid) { { 1 } };
    }
}

/* Whatever the entry may hold. */
static void
choose_all_gone (RandomLog *self, const FasciaEntry *entry)
{
  self->log.n_marks = self->log.n_drawings = self->log.n_spreads = 0;
  self->log.nothing_today = FALSE;
  self->log.n_gone_marks = 8;
  self->log.n_gone_drawings = MIN (store_count_drawings (entry), 32);
  self->log.n_gone_spreads = MIN (store_count_spreads (entry), 16);
  for (guint i = 0; i < 8; i++)
    self->gone_marks[i] = (FasciaMarkKey) { regions[i / 2], i % 2 + 1 };
  for (guint i = 0; i < self->log.n_gone_drawings; i++)
    self->gone_drawings[i] = store_get_drawing (entry, i)->uid;
  for (guint i = 0; i < self->log.n_gone_spreads; i++)
    self->gone_spreads[i] = fascia_entry_get_spreads (entry, NULL)[i];
}

static void
choose_log (RandomLog *self, GRand *rand, const FasciaEntry *entry)
{
  static const char *const notes[] = { "  ", "Stairs", "Another" };
  gboolean nothing = below (rand, 6) == 0;

  *self
      = (RandomLog) { .log = { .entry = fascia_entry_get_uid (entry), .nothing_today = nothing } };
  choose_marks (self, rand, nothing);
  choose_drawings (self, rand, nothing);
  self->log.n_spreads = below (rand, 3);
  for (guint i = 0; i < self->log.n_spreads; i++)
    self->spreads[i] = choose_spread (rand);
  self->log.spreads = self->spreads;
  if (below (rand, 2) != 0)
    choose_gone (self, rand, entry);
  self->log.gone_marks = self->gone_marks;
  self->log.gone_spreads = self->gone_spreads;
  self->log.gone_drawings = self->gone_drawings;
  if (below (rand, 10) == 0)
    self->log.note = notes[below (rand, 3)];
  else if (below (rand, 6) == 0)
    choose_all_gone (self, entry);
}

/* The names of what is new are the journal's business. */
static FasciaEntry *
without_new_names (const FasciaEntry *after, const FasciaEntry *before, gint64 changed_ms)
{
  FasciaEntryParts parts;
  g_autoptr (GArray) drawings = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));

  fascia_entry_get_parts (after, &parts);
  for (guint i = 0; i < parts.n_drawings; i++)
    {
      FasciaDrawing drawing = parts.drawings[i];
      gboolean is_old = FALSE;

      for (guint j = 0; j < store_count_drawings (before); j++)
        is_old |= fascia_uid_equal (&store_get_drawing (before, j)->uid, &drawing.uid);
      if (!is_old)
        drawing.uid = (FasciaUid) { { 0 } };
      g_array_append_val (drawings, drawing);
    }
  parts.drawings = (const FasciaDrawing *) (gpointer) drawings->data;
  parts.changed_ms = changed_ms;
  return fascia_entry_new_from_parts (&parts);
}

static gboolean
says_something (const FasciaEntry *entry)
{
  guint n_marks;

  fascia_entry_get_marks (entry, &n_marks);
  return n_marks + store_count_drawings (entry) + store_count_spreads (entry) > 0
         || fascia_entry_get_note (entry) != NULL || fascia_entry_is_nothing_today (entry);
}

/* What a log is said to make of an entry is what the journal makes of it; and one undo each leads
 * all the way back. */
static void
test_apply (StoreFixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_refused = 0, n_emptied = 0, n_written = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (FasciaOperation) first = store_log_full (
          f->db,
          &(FasciaLog) {
              .new_check_in = TRUE, .note = "Begin", .spreads = &store_arrow, .n_spreads = 1 });
      g_autoptr (FasciaEntry) entry = fascia_entry_ref (store_get_after (first));
      GPtrArray *past = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint64));

      if (below (rand, 2) != 0)
        {
          g_autoptr (FasciaOperation) wordless
              = fascia_db_set_note (f->db, fascia_entry_get_uid (entry), NULL, NULL);

          g_clear_pointer (&entry, fascia_entry_unref);
          entry = fascia_entry_ref (store_get_after (wordless));
        }
      for (guint i = 0; i < 12; i++)
        {
          g_autoptr (GError) error = NULL;
          RandomLog chosen;

          store_fixture_wait (f, 60000);
          choose_log (&chosen, rand, entry);
          g_autoptr (FasciaEntry) said = fascia_log_apply (&chosen.log, entry);
          g_autoptr (FasciaOperation) operation = fascia_db_log (f->db, &chosen.log, &error);
          if (operation == NULL)
            {
              /* Nothing to write, or "nothing" and something. */
              g_assert_error (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
              n_refused++;
              continue;
            }
          FasciaEntry *after = fascia_operation_get_after (operation);
          if (after == NULL)
            {
              g_assert_false (says_something (said));
              store_assert_undone (f, 0);
              n_emptied++;
              break;
            }
          g_autoptr (FasciaEntry) made
              = without_new_names (after, entry, fascia_entry_get_changed_ms (said));
          g_assert_true (fascia_entry_equal (made, said));
          g_assert_true (says_something (said));
          n_written++;
          if (fascia_operation_can_undo (operation))
            {
              guint64 id = fascia_operation_get_id (operation);

              g_ptr_array_add (past, fascia_entry_ref (entry));
              g_array_append_val (ids, id);
            }
          g_clear_pointer (&entry, fascia_entry_unref);
          entry = fascia_entry_ref (after);
        }
      store_assert_whole (f->db);
      for (guint i = ids->len; i > 0; i--)
        {
          store_assert_undone (f, g_array_index (ids, guint64, i - 1));
          g_autoptr (FasciaEntry) back
              = fascia_db_get_entry (f->db, fascia_entry_get_uid (entry), NULL);
          g_autoptr (FasciaEntry) same = fascia_entry_with_changed_ms (
              past->pdata[i - 1], fascia_entry_get_changed_ms (back));
          g_assert_true (fascia_entry_equal (back, same));
        }
      g_ptr_array_unref (past);
    }
  store_assert_whole (f->db);
  g_test_message ("%u written, %u refused, %u emptied", n_written, n_refused, n_emptied);
  g_assert_cmpuint (n_written, >, 200);
  g_assert_cmpuint (n_emptied, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_test_add ("/db-drawing/keep", test_keep);
  store_test_add ("/db-drawing/alone", test_drawing_alone);
  store_test_add ("/db-drawing/long", test_long_stroke);
  g_test_add_func ("/db-drawing/encoding", test_encoding);
  g_test_add_func ("/db-drawing/any-bytes", test_any_bytes);
  store_test_add ("/db-drawing/refuse/drawings", test_refuse_drawings);
  store_test_add ("/db-drawing/refuse/logs", test_refuse_logs);
  store_test_add ("/db-drawing/take-out", test_take_out);
  store_test_add ("/db-drawing/delete", test_delete);
  store_test_add ("/db-drawing/undo-conflict", test_undo_conflict);
  store_test_add ("/db-drawing/back-dated", test_back_dated);
  store_test_add ("/db-drawing/damage", test_damage);
  store_test_add ("/db-drawing/unknown-view", test_unknown_view);
  store_test_add ("/db-drawing/apply", test_apply);

  return g_test_run ();
}
