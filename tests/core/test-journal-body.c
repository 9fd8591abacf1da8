/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the body page sees it: drawings, arrows, other moments, preferences. */

#include "journal-fixture.h"
#include "store-drawing.h"

static void
on_flags_changed (FasciaJournal *journal,
                  FasciaChangeFlags flags,
                  FasciaOperation *operation,
                  gpointer data)
{
  *(FasciaChangeFlags *) data = flags;
}

/* What is asked for is copied whole: the asker's own is gone before it is written. */
static void
test_log_is_copied (Fixture *f, gconstpointer data)
{
  FasciaChangeFlags flags = FASCIA_CHANGE_NONE;
  g_autoptr (Asker) asker = asker_new (f, 'a');
  g_autofree FasciaDrawingPoint *points = g_memdup2 (store_line, sizeof store_line);
  g_autofree char *from = g_strdup ("place-a");
  g_autofree char *to = g_strdup ("place-b");
  FasciaDrawing drawing = store_stroke;
  FasciaSpread spread = { from, to };
  FasciaLog log = { .drawings = &drawing, .n_drawings = 1, .spreads = &spread, .n_spreads = 1 };

  drawing.points = points;
  g_signal_connect (f->journal, "changed", G_CALLBACK (on_flags_changed), &flags);
  open_journal (f);
  fascia_journal_log_async (f->journal, &log, NULL, on_written, asker);
  memset (points, 0xff, sizeof store_line);
  memset (&drawing, 0, sizeof drawing);
  memset (from, 'x', strlen (from));
  memset (to, 'y', strlen (to));
  spread = (FasciaSpread) { NULL, NULL };
  wait_for_all (f);
  g_assert_no_error (asker->error);
  fascia_test_drain ();
  FasciaEntry *after = store_get_after (asker->operation);
  store_assert_same_drawing (store_get_drawing (after, 0), &store_stroke);
  g_assert_cmpstr (fascia_entry_get_spreads (after, NULL)->from, ==, "place-a");
  g_assert_cmpstr (fascia_entry_get_spreads (after, NULL)->to, ==, "place-b");
  g_assert_cmpint (flags & FASCIA_CHANGE_DRAWINGS, !=, 0);
  g_assert_cmpint (flags & FASCIA_CHANGE_MARKS, ==, 0);

  /* And so is what is to be taken out. */
  g_autoptr (Asker) next = asker_new (f, 'b');
  FasciaUid uid = *fascia_entry_get_uid (after), gone = store_get_drawing (after, 0)->uid;
  FasciaSpread gone_spread = { "place-a", "place-b" };
  FasciaMarkKey gone_mark = { "place-a", FASCIA_SCALE_PAIN };
  FasciaLog out = { .entry = &uid,
                    .gone_drawings = &gone,
                    .n_gone_drawings = 1,
                    .gone_spreads = &gone_spread,
                    .n_gone_spreads = 1,
                    .gone_marks = &gone_mark,
                    .n_gone_marks = 1 };
  fascia_journal_log_async (f->journal, &out, NULL, on_written, next);
  memset (&gone, 0, sizeof gone);
  gone_spread = (FasciaSpread) { NULL, NULL };
  gone_mark.region = NULL;
  wait_for_all (f);
  g_assert_no_error (next->error);
  g_assert_null (fascia_operation_get_after (next->operation));
}

/* ---- reading ---- */

typedef struct
{
  Fixture *fixture;
  GArray *recent;
  char **feelings;
  FasciaSettings *settings;
  gboolean was_set;
  GError *error;
} Answer;

static void
answer_clear (Answer *self)
{
  g_clear_pointer (&self->recent, g_array_unref);
  g_clear_pointer (&self->feelings, g_strfreev);
  g_clear_pointer (&self->settings, fascia_settings_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
on_recent (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->recent = fascia_journal_load_recent_finish (FASCIA_JOURNAL (source), result, &self->error);
  self->fixture->n_pending--;
}

static void
on_feelings (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->feelings
      = fascia_journal_load_feelings_finish (FASCIA_JOURNAL (source), result, &self->error);
  self->fixture->n_pending--;
}

static void
on_settings (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  self->settings
      = fascia_journal_load_settings_finish (FASCIA_JOURNAL (source), result, &self->error);
  self->fixture->n_pending--;
}

static void
on_set (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *self = data;

  g_string_append_c (self->fixture->story, 's');
  self->was_set = fascia_journal_set_setting_finish (FASCIA_JOURNAL (source), result, &self->error);
  self->fixture->n_pending--;
}

static void
test_recent_and_feelings (Fixture *f, gconstpointer data)
{
  static const char *const feelings[] = { "burning", NULL };
  g_auto (Answer) answer = { .fixture = f };
  gint32 day = (gint32) (FASCIA_TEST_NOW_MS / DAY_MS);
  FasciaMoment past = { FASCIA_TEST_NOW_MS - 3 * DAY_MS, 0, day - 3, "UTC" };
  FasciaMark old = { "sacrum", FASCIA_SCALE_TIGHTNESS, 7, feelings };
  g_autoptr (Asker) first = asker_new (f, 'a');
  g_autoptr (Asker) second = asker_new (f, 'b');

  open_journal (f);
  fascia_journal_log_async (f->journal, &(FasciaLog) { .at = &past, .marks = &old, .n_marks = 1 },
                            NULL, on_written, first);
  log_mark (f, second, "sacrum", 2, NULL);
  wait_for_all (f);
  f->n_pending = 2;
  fascia_journal_load_recent_async (f->journal, day - 14, FASCIA_TEST_NOW_MS - DAY_MS, NULL,
                                    on_recent, &answer);
  fascia_journal_load_feelings_async (f->journal, day - 14, 6, NULL, on_feelings, &answer);
  wait_for_all (f);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.recent->len, ==, 1);
  const FasciaRecentMark *mark = &g_array_index (answer.recent, FasciaRecentMark, 0);
  g_assert_cmpstr (mark->region, ==, "sacrum");
  g_assert_cmpint (mark->level, ==, 7);
  g_assert_cmpint (mark->since_day, ==, day - 3);
  g_assert_cmpstr (answer.feelings[0], ==, "burning");
  g_assert_null (answer.feelings[1]);
}

static void
test_settings (Fixture *f, gconstpointer data)
{
  FasciaChangeFlags flags = FASCIA_CHANGE_NONE;
  g_auto (Answer) answer = { .fixture = f };
  g_auto (Answer) wrong = { .fixture = f };

  g_signal_connect (f->journal, "changed", G_CALLBACK (on_flags_changed), &flags);
  open_journal (f);
  f->n_pending = 1;
  fascia_journal_set_setting_async (f->journal, FASCIA_SETTING_FACING, g_variant_new_string ("own"),
                                    NULL, on_set, &answer);
  wait_for_all (f);
  fascia_test_drain ();
  g_assert_no_error (answer.error);
  g_assert_true (answer.was_set);
  /* After the answer, once, without an operation. */
  g_assert_cmpstr (f->story->str, ==, "s!");
  g_assert_cmpint (flags, ==, FASCIA_CHANGE_SETTINGS);
  g_assert_null (f->last_changed);

  f->n_pending = 1;
  fascia_journal_load_settings_async (f->journal, NULL, on_settings, &answer);
  wait_for_all (f);
  g_assert_cmpstr (fascia_settings_get_string (answer.settings, FASCIA_SETTING_FACING, NULL), ==,
                   "own");
  g_clear_pointer (&answer.settings, fascia_settings_unref);

  f->n_pending = 3;
  fascia_journal_set_setting_async (f->journal, FASCIA_SETTING_FACING, g_variant_new_int32 (3),
                                    NULL, on_set, &wrong);
  fascia_journal_set_setting_async (f->journal, FASCIA_SETTING_FACING, NULL, NULL, on_set, &answer);
  fascia_journal_load_settings_async (f->journal, NULL, on_settings, &answer);
  wait_for_all (f);
  g_assert_false (wrong.was_set);
  g_assert_error (wrong.error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID);
  g_assert_null (fascia_settings_get_string (answer.settings, FASCIA_SETTING_FACING, NULL));
}

/* Neither drawings nor settings make the loaded series go, and marks in a drawing's log reach it. */
static void
test_series (Fixture *f, gconstpointer data)
{
  g_autoptr (Asker) before = asker_new (f, 'a'), drawn = asker_new (f, 'b');
  g_autoptr (Asker) after = asker_new (f, 'c'), marked = asker_new (f, 'd');
  g_autoptr (Asker) last = asker_new (f, 'e');
  FasciaMark mark = { "sacrum", FASCIA_SCALE_TIGHTNESS, 7, NULL };

  open_journal (f);
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, before);
  f->n_pending -= 4;
  wait_for_all (f);
  f->n_pending += 4;
  fascia_journal_log_async (f->journal, &(FasciaLog) { .drawings = &store_spot, .n_drawings = 1 },
                            NULL, on_written, drawn);
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, after);
  f->n_pending -= 2;
  wait_for_all (f);
  f->n_pending += 2;
  g_assert_true (after->series == before->series);
  fascia_journal_log_async (
      f->journal,
      &(FasciaLog) { .marks = &mark, .n_marks = 1, .drawings = &store_spot, .n_drawings = 1 }, NULL,
      on_written, marked);
  fascia_journal_load_series_async (f->journal, NULL, on_series_loaded, last);
  wait_for_all (f);
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (last->series, &n_points);
  g_assert_cmpuint (n_points, ==, 1);
  g_assert_cmpint (points[0].level, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/journal-body/log-is-copied", test_log_is_copied);
  ADD ("/journal-body/recent-and-feelings", test_recent_and_feelings);
  ADD ("/journal-body/settings", test_settings);
  ADD ("/journal-body/series", test_series);
#undef ADD

  return g_test_run ();
}
