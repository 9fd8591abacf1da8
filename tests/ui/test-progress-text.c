/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart says in words, and which face the Progress page shows.
 */

#include "config.h"

#include <locale.h>

#include "fascia-answer-text.h"
#include "fascia-chart-cursor.h"
#include "fascia-chart-text.h"
#include "fascia-chart-week.h"
#include "fascia-day-model.h"
#include "fascia-progress-state.h"
#include "fascia-test-diary.h"

#define TIGHT FASCIA_SCALE_TIGHTNESS
#define PAIN FASCIA_SCALE_PAIN

#define assert_text(call, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = (call);                                                               \
    g_assert_cmpstr (text_, ==, (expected));                                                       \
  }                                                                                                \
  G_STMT_END

static void
test_numbers (void)
{
  assert_text (fascia_chart_text_number (0), "0");
  assert_text (fascia_chart_text_number (5), "5");
  assert_text (fascia_chart_text_number (4.5), "4.5");
  assert_text (fascia_chart_text_number (4.96), "5");
  assert_text (fascia_chart_text_number (14 / 3.0), "4.7");
  assert_text (fascia_chart_text_number (10), "10");
}

static void
test_spans (void)
{
  const gint32 day = fascia_day_from_ymd (2026, 3, 3);

  assert_text (fascia_chart_text_span (day, day, FASCIA_BUCKET_DAY), "Tuesday 3 March 2026");
  assert_text (fascia_chart_text_span (day - 1, day + 5, FASCIA_BUCKET_WEEK), "2 to 8 March 2026");
  assert_text (fascia_chart_text_span (day - 8, day - 2, FASCIA_BUCKET_WEEK),
               "23 February to 1 March 2026");
  assert_text (fascia_chart_text_span (day, day, FASCIA_BUCKET_WEEK), "Tuesday 3 March 2026");
  assert_text (fascia_chart_text_span (day - 2, day + 28, FASCIA_BUCKET_MONTH), "March 2026");
  assert_text (fascia_chart_text_span (day - 61, day + 28, FASCIA_BUCKET_QUARTER),
               "January to March 2026");
  assert_text (fascia_chart_text_span (day - 364, day, FASCIA_BUCKET_WEEK),
               "4 March 2025 to 3 March 2026");
  assert_text (fascia_chart_text_span (day - 95, day - 4, FASCIA_BUCKET_QUARTER),
               "November 2025 to February 2026");
  assert_text (fascia_chart_text_span (day - 61, day + 20, FASCIA_BUCKET_YEAR), "2026");
  assert_text (fascia_chart_text_span (fascia_day_from_ymd (2020, 1, 1), day, FASCIA_BUCKET_DECADE),
               "2020 to 2026");
}

#define NONE { .kind = FASCIA_TYPICAL_NONE }
#define FEW(n) { .kind = FASCIA_TYPICAL_TOO_FEW, .n_days = (n) }
#define EARLY(n, middle, low, high) { FASCIA_TYPICAL_EARLY, (n), (middle), (low), (high) }
#define FULL(n, middle, low, high) { FASCIA_TYPICAL_FULL, (n), (middle), (low), (high) }

/* One sentence for each scale, with its own number of days; no number but counts below 14. */
static void
test_answers (void)
{
  static const struct
  {
    FasciaTypical tightness;
    FasciaTypical pain;
    const char *place;
    const char *answer;
    const char *early; /* what is added to the coverage */
  } cases[] = {
    { FULL (28, 6, 6, 7), NONE, NULL,
      "On a typical day your worst place was tight 6 (at least half of the 28 days with a level: "
      "6 to 7).",
      "" },
    /* Ties: one number, and it is true that half of the days had it. */
    { FULL (30, 4, 4, 4), NONE, NULL,
      "On a typical day your worst place was tight 4 (at least half of the 30 days with a level: "
      "4).",
      "" },
    { FULL (30, 0, 0, 0), NONE, NULL,
      "On a typical day your worst place was tight 0 (at least half of the 30 days with a level: "
      "0).",
      "" },
    /* Bounds go outwards, the middle to the nearest. */
    { FULL (30, 4.25, 4.25, 4.25), NONE, NULL,
      "On a typical day your worst place was tight 4.3 (at least half of the 30 days with a level: "
      "4.2 to 4.3).",
      "" },
    { FULL (30, 5, 14 / 3.0, 16 / 3.0), NONE, NULL,
      "On a typical day your worst place was tight 5 (at least half of the 30 days with a level: "
      "4.6 to 5.4).",
      "" },
    { FULL (30, 5, 1.1, 8.7), NONE, NULL,
      "On a typical day your worst place was tight 5 (at least half of the 30 days with a level: "
      "1.1 to 8.7).",
      "" },
    { NONE, FULL (28, 3, 2, 5), NULL,
      "On a typical day your worst place had pain 3 (at least half of the 28 days with a level: 2 "
      "to 5).",
      "" },
    { FULL (28, 6, 6, 7), FULL (29, 3, 2, 5), "Left jaw",
      "On a typical day this place was tight 6 (at least half of the 28 days with a level: 6 to "
      "7).\n"
      "On a typical day this place had pain 3 (at least half of the 29 days with a level: 2 to 5).",
      "" },
    { FULL (30, 6, 6, 7), FEW (3), NULL,
      "On a typical day your worst place was tight 6 (at least half of the 30 days with a level: "
      "6 to 7).\nNot enough entries yet for pain: 3 of 14 days.",
      "" },
    { FEW (13), EARLY (14, 3, 2, 5), NULL,
      "Not enough entries yet for tightness: 13 of 14 days.\nOn a typical day your worst place had "
      "pain 3 (at least half of the 14 days with a level: 2 to 5).",
      " This is early: it gets steadier from 28 days on." },
    { EARLY (16, 6, 6, 7), EARLY (14, 3, 2, 5), NULL,
      "On a typical day your worst place was tight 6 (at least half of the 16 days with a level: "
      "6 to 7).\nOn a typical day your worst place had pain 3 (at least half of the 14 days with a "
      "level: 2 to 5).",
      " This is early: it gets steadier from 28 days on." },
    { FULL (28, 6, 6, 7), EARLY (14, 3, 2, 5), "Left jaw",
      "On a typical day this place was tight 6 (at least half of the 28 days with a level: 6 to "
      "7).\n"
      "On a typical day this place had pain 3 (at least half of the 14 days with a level: 2 to 5).",
      " For pain this is early: it gets steadier from 28 days on." },
    { EARLY (27, 6, 6, 7), FULL (28, 3, 2, 5), "Left jaw",
      "On a typical day this place was tight 6 (at least half of the 27 days with a level: 6 to "
      "7).\n"
      "On a typical day this place had pain 3 (at least half of the 28 days with a level: 2 to 5).",
      " For tightness this is early: it gets steadier from 28 days on." },
    { FEW (4), FEW (1), NULL,
      "Not enough entries yet for tightness: 4 of 14 days.\nNot enough entries yet for pain: 1 of "
      "14 days.",
      "" },
    { FEW (4), NONE, "Left jaw", "Not enough entries yet for tightness: 4 of 14 days.", "" },
    /* Places were marked, never with a level. */
    { NONE, NONE, NULL, "Not enough entries yet: 0 of 14 days with a level.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaAnswer answer = {
        .kind = FASCIA_ANSWER_SCALES,
        .range_days = 30,
        .entry_days = 30,
        .tightness = cases[i].tightness,
        .pain = cases[i].pain,
      };
      /* The side stands first and is never lost. */
      g_autofree char *coverage
          = g_strconcat (cases[i].place != NULL ? "You marked “Left jaw” on 30 of the last 30 days."
                                                : "You filled in the body map on 30 of the last 30 "
                                                  "days.",
                         cases[i].early, NULL);

      assert_text (fascia_answer_text_typical (&answer, FASCIA_RANGE_30, cases[i].place),
                   cases[i].answer);
      assert_text (fascia_answer_text_coverage (&answer, FASCIA_RANGE_30, cases[i].place),
                   coverage);
    }
}

/* Ranges too short to say what is typical, and those without an entry. */
static void
test_no_answer (void)
{
  static const struct
  {
    FasciaAnswerKind kind;
    FasciaRange range;
    guint range_days;
    guint entry_days;
    const char *place;
    const char *answer;
    const char *coverage;
  } cases[] = {
#define SHORT FASCIA_ANSWER_SHORT
#define EMPTY FASCIA_ANSWER_NONE
    { SHORT, FASCIA_RANGE_7, 7, 4, NULL, "You filled in the body map on 4 of the last 7 days.",
      "7 days are too short a time to say what is typical." },
    { SHORT, FASCIA_RANGE_7, 7, 1, "Left jaw", "You marked “Left jaw” on 1 of the last 7 days.",
      "7 days are too short a time to say what is typical." },
    /* The first day. */
    { SHORT, FASCIA_RANGE_ALL, 1, 1, NULL, "You began on 16 November 2026.",
      "1 day is too short a time to say what is typical." },
    { SHORT, FASCIA_RANGE_ALL, 1, 1, "Left jaw", "You marked “Left jaw” on 16 November 2026.",
      "1 day is too short a time to say what is typical." },
    { SHORT, FASCIA_RANGE_ALL, 2, 1, NULL,
      "Since 16 November 2026 you filled in the body map on 1 of 2 days.",
      "2 days are too short a time to say what is typical." },
    { SHORT, FASCIA_RANGE_ALL, 13, 9, NULL,
      "Since 16 November 2026 you filled in the body map on 9 of 13 days.",
      "13 days are too short a time to say what is typical." },
    { SHORT, FASCIA_RANGE_ALL, 9, 2, "Left jaw",
      "Since 16 November 2026 you marked “Left jaw” on 2 of 9 days.",
      "9 days are too short a time to say what is typical." },
    { EMPTY, FASCIA_RANGE_7, 7, 0, NULL, "The body map was not filled in for the last 7 days.",
      "" },
    { EMPTY, FASCIA_RANGE_30, 30, 0, "Left jaw", "This place was not marked in the last 30 days.",
      "" },
    { EMPTY, FASCIA_RANGE_ALL, 30, 0, NULL, "The body map was not filled in yet.", "" },
    { EMPTY, FASCIA_RANGE_ALL, 30, 0, "Left jaw", "This place was not marked yet.", "" },
#undef SHORT
#undef EMPTY
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaAnswer answer = {
        .kind = cases[i].kind,
        .first_day = fascia_day_from_ymd (2026, 11, 16),
        .range_days = cases[i].range_days,
        .entry_days = cases[i].entry_days,
        .tightness = FEW (1),
        .pain = NONE,
      };

      assert_text (fascia_answer_text_typical (&answer, cases[i].range, cases[i].place),
                   cases[i].answer);
      assert_text (fascia_answer_text_coverage (&answer, cases[i].range, cases[i].place),
                   cases[i].coverage);
    }
}

#undef NONE
#undef FEW
#undef EARLY
#undef FULL

/* Where the keys take the cursor. */
static void
test_cursor (void)
{
  static const struct
  {
    int from;
    int n_points;
    FasciaBucketUnit unit;
    FasciaChartMove move;
    gboolean is_rtl;
    int to;
  } cases[] = {
#define SIDE GTK_MOVEMENT_VISUAL_POSITIONS
#define ENDS GTK_MOVEMENT_BUFFER_ENDS
#define PAGE GTK_MOVEMENT_PAGES
    { 5, 30, FASCIA_BUCKET_DAY, { SIDE, -1 }, FALSE, 4 },
    { 5, 30, FASCIA_BUCKET_DAY, { SIDE, 1 }, FALSE, 6 },
    { 5, 30, FASCIA_BUCKET_DAY, { SIDE, -1 }, TRUE, 6 },
    { 5, 30, FASCIA_BUCKET_DAY, { SIDE, 1 }, TRUE, 4 },
    { 0, 30, FASCIA_BUCKET_DAY, { SIDE, -1 }, FALSE, FASCIA_CHART_CURSOR_OUTSIDE },
    { 29, 30, FASCIA_BUCKET_DAY, { SIDE, 1 }, FALSE, FASCIA_CHART_CURSOR_OUTSIDE },
    { 29, 30, FASCIA_BUCKET_DAY, { SIDE, -1 }, TRUE, FASCIA_CHART_CURSOR_OUTSIDE },
    { 5, 30, FASCIA_BUCKET_DAY, { ENDS, -1 }, FALSE, 0 },
    { 5, 30, FASCIA_BUCKET_DAY, { ENDS, 1 }, TRUE, 29 },
    { 20, 30, FASCIA_BUCKET_DAY, { PAGE, -1 }, FALSE, 13 },
    { 20, 30, FASCIA_BUCKET_DAY, { PAGE, -1 }, TRUE, 13 },
    { 3, 30, FASCIA_BUCKET_DAY, { PAGE, -1 }, FALSE, 0 },
    { 28, 30, FASCIA_BUCKET_DAY, { PAGE, 1 }, FALSE, 29 },
    { 20, 50, FASCIA_BUCKET_WEEK, { PAGE, 1 }, FALSE, 24 },
    { 20, 50, FASCIA_BUCKET_MONTH, { PAGE, 1 }, FALSE, 32 },
    { 20, 50, FASCIA_BUCKET_QUARTER, { PAGE, 1 }, FALSE, 24 },
    { 20, 50, FASCIA_BUCKET_YEAR, { PAGE, 1 }, FALSE, 30 },
    { 0, 1, FASCIA_BUCKET_DAY, { SIDE, 1 }, FALSE, FASCIA_CHART_CURSOR_OUTSIDE },
    { 0, 1, FASCIA_BUCKET_DAY, { PAGE, 1 }, FALSE, 0 },
#undef SIDE
#undef ENDS
#undef PAGE
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fascia_chart_cursor_move (cases[i].from, cases[i].n_points, cases[i].unit,
                                               cases[i].move, cases[i].is_rtl),
                     ==, cases[i].to);
}

static void
test_points (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaSeries) series = NULL;
  g_autoptr (FasciaChartData) days = NULL;
  g_autoptr (FasciaChartData) place = NULL;
  g_autoptr (FasciaChartData) weeks = NULL;
  const gint32 day = fascia_day_from_ymd (2026, 3, 2);

  fascia_test_diary_add (diary, day, 480, "jaw-left", TIGHT, 6);
  fascia_test_diary_add (diary, day, 480, "jaw-left", PAIN, 4);
  fascia_test_diary_add (diary, day, 480, "jaw-right", TIGHT, 2);
  fascia_test_diary_add (diary, day + 2, 480, "jaw-left", TIGHT, 8);
  fascia_test_diary_add (diary, day + 2, 900, "jaw-left", TIGHT, 5);
  fascia_test_diary_add (diary, day + 3, 900, "jaw-left", TIGHT, FASCIA_LEVEL_NOT_GIVEN);
  fascia_test_diary_add_nothing (diary, day + 4, 900);
  series = fascia_test_diary_pack (diary);
  days = fascia_chart_data_new (series, NULL, day, day + 6, 1);
  place = fascia_chart_data_new (series, "jaw-right", day, day + 6, 1);
  weeks = fascia_chart_data_new (series, NULL, day, day + 200, 1);

  assert_text (fascia_chart_text_point (days, 0),
               "Monday 2 March 2026: tightness 6, pain 4, 2 places");
  assert_text (fascia_chart_text_point (days, 1), "Tuesday 3 March 2026: not filled in");
  assert_text (fascia_chart_text_point (days, 2),
               "Wednesday 4 March 2026: tightness 6.5 (5 to 8), 1 place");
  assert_text (fascia_chart_text_point (days, 3),
               "Thursday 5 March 2026: level not given, 1 place");
  assert_text (fascia_chart_text_point (days, 4), "Friday 6 March 2026: tightness 0, pain 0");
  assert_text (fascia_chart_text_point (place, 0), "Monday 2 March 2026: tightness 2");
  assert_text (fascia_chart_text_point (place, 2), "Wednesday 4 March 2026: not marked");
  g_assert_cmpint (weeks->focus_unit, ==, FASCIA_BUCKET_WEEK);
  assert_text (fascia_chart_text_point (weeks, 0),
               "2 to 8 March 2026: tightness 4.2 (0 to 6.5), pain 2 (0 to 4), filled in on 4 of "
               "7 days");
  assert_text (fascia_chart_text_point (weeks, 1), "9 to 15 March 2026: not filled in");
}

static void
test_cells (void)
{
  const FasciaDay asked = { .has_value = TRUE, .value = 6, .low = 4, .high = 7, .marked = 1 };
  const FasciaDay same = { .has_value = TRUE, .value = 0, .low = 0, .high = 0, .marked = 1 };
  const FasciaDay turns = { .has_value = TRUE, .value = 4, .low = 8, .high = 8, .marked = 2 };
  const FasciaDay open = { .marked = 1 };
  const FasciaDay other = { .extent = 1 };

  assert_text (fascia_chart_text_cell (&asked), "6 (4–7)");
  assert_text (fascia_chart_text_cell (&same), "0");
  assert_text (fascia_chart_text_cell (&turns), "4 (4–8)");
  assert_text (fascia_chart_text_cell (&open), "Not given");
  assert_text (fascia_chart_text_cell (&other), "");
  assert_text (fascia_chart_text_cell (NULL), "");
}

static void
test_legend (void)
{
  assert_text (fascia_chart_text_legend (TIGHT, NULL), "Tightness, worst place");
  assert_text (fascia_chart_text_legend (PAIN, "Left shoulder top"), "Left shoulder top: pain");
  assert_text (fascia_chart_text_legend (TIGHT, "Right shoulder top"),
               "Right shoulder top: tightness");
}

/* The table holds every day, those without an entry too, the newest first. */
static void
test_table (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (3, 3650, 5);
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
  g_autoptr (FasciaChartData) data
      = fascia_chart_data_new (series, NULL, FASCIA_TEST_TODAY - 3649, FASCIA_TEST_TODAY, 1);
  g_autoptr (FasciaDayModel) model = fascia_day_model_new ();
  GListModel *list = G_LIST_MODEL (model);
  guint n_values = 0;
  gint32 day = FASCIA_TEST_TODAY;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  fascia_day_model_set_data (model, data);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3650);
  g_assert_null (g_list_model_get_item (list, 3650));
  for (guint i = 0; i < 3650; i++)
    {
      g_autoptr (FasciaDayItem) item = g_list_model_get_item (list, i);
      const FasciaDay *tight = fascia_day_item_get_scale (item, TIGHT);

      g_assert_cmpint (fascia_day_item_get_day (item), ==, day--);
      n_values += tight != NULL && tight->has_value ? 1 : 0;
    }
  g_assert_cmpuint (n_values, ==, fascia_daily_count_values (data->daily[0]));
  fascia_day_model_set_data (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

static void
test_state (void)
{
  static const struct
  {
    FasciaJournalState journal;
    gboolean has_series;
    guint n_points;
    gboolean has_failed;
    FasciaProgressState expected;
  } cases[] = {
    { FASCIA_JOURNAL_CLOSED, FALSE, 0, FALSE, FASCIA_PROGRESS_LOADING },
    { FASCIA_JOURNAL_OPENING, FALSE, 0, FALSE, FASCIA_PROGRESS_LOADING },
    { FASCIA_JOURNAL_READY, FALSE, 0, FALSE, FASCIA_PROGRESS_LOADING },
    { FASCIA_JOURNAL_READY, TRUE, 0, FALSE, FASCIA_PROGRESS_EMPTY },
    { FASCIA_JOURNAL_READY, TRUE, 1, FALSE, FASCIA_PROGRESS_CONTENT },
    { FASCIA_JOURNAL_OPENING, TRUE, 1, FALSE, FASCIA_PROGRESS_CONTENT },
    { FASCIA_JOURNAL_READY, TRUE, 1, TRUE, FASCIA_PROGRESS_ERROR },
    { FASCIA_JOURNAL_FAILED, FALSE, 0, FALSE, FASCIA_PROGRESS_ERROR },
    { FASCIA_JOURNAL_FAILED, TRUE, 9, FALSE, FASCIA_PROGRESS_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fascia_progress_state_for (cases[i].journal, cases[i].has_series,
                                                cases[i].n_points, cases[i].has_failed),
                     ==, cases[i].expected);
}

static void
test_week (void)
{
  const int first = fascia_chart_week_get_first_day ();

  g_assert_cmpint (first, >=, 1);
  g_assert_cmpint (first, <=, 7);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress-text/numbers", test_numbers);
  g_test_add_func ("/progress-text/spans", test_spans);
  g_test_add_func ("/progress-text/answers", test_answers);
  g_test_add_func ("/progress-text/no-answer", test_no_answer);
  g_test_add_func ("/progress-text/cursor", test_cursor);
  g_test_add_func ("/progress-text/points", test_points);
  g_test_add_func ("/progress-text/cells", test_cells);
  g_test_add_func ("/progress-text/legend", test_legend);
  g_test_add_func ("/progress-text/table", test_table);
  g_test_add_func ("/progress-text/state", test_state);
  g_test_add_func ("/progress-text/week", test_week);

  return g_test_run ();
}
