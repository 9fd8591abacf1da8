/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart says in words, and which face the Progress page shows.
 */

#include "config.h"

#include <locale.h>

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
  assert_text (fascia_chart_text_span (day - 61, day + 20, FASCIA_BUCKET_YEAR), "2026");
  assert_text (fascia_chart_text_span (fascia_day_from_ymd (2020, 1, 1), day, FASCIA_BUCKET_DECADE),
               "2020 to 2026");
}

static FasciaAnswer
make_answer (FasciaAnswerKind kind, guint entry_days)
{
  return (FasciaAnswer) {
    .kind = kind,
    .range_days = 30,
    .entry_days = entry_days,
    .tightness = { .n_days = entry_days, .is_told = TRUE, .median = 5, .lower = 3.5, .upper = 7 },
    .pain = { .n_days = 20, .is_told = TRUE, .median = 4, .lower = 2, .upper = 5 },
  };
}

static void
test_answers (void)
{
  FasciaAnswer answer = make_answer (FASCIA_ANSWER_FULL, 28);
  const gint32 first = fascia_day_from_ymd (2016, 3, 3);

  assert_text (fascia_chart_text_answer (&answer, FASCIA_RANGE_30, first, NULL),
               "On a typical day your worst place was at tightness 5 (half of the days: 3.5 to 7) "
               "and pain 4 (2\u00a0to\u00a05).");
  assert_text (fascia_chart_text_coverage (&answer, FASCIA_RANGE_30, first, NULL),
               "You made an entry on 28 of the last 30 days.");
  assert_text (fascia_chart_text_coverage (&answer, FASCIA_RANGE_ALL, first, NULL),
               "Since 3 March 2016 you made an entry on 28 of 30 days.");
  /* The side stands first and is never lost. */
  assert_text (fascia_chart_text_coverage (&answer, FASCIA_RANGE_30, first, "Left jaw"),
               "You marked “Left jaw” on 28 of the last 30 days.");

  answer.pain.is_told = FALSE;
  assert_text (fascia_chart_text_answer (&answer, FASCIA_RANGE_30, first, "Left jaw"),
               "On a typical day this place was at tightness 5 (half of the days: 3.5 to 7).");
  answer.tightness.is_told = FALSE;
  answer.pain.is_told = TRUE;
  assert_text (fascia_chart_text_answer (&answer, FASCIA_RANGE_30, first, NULL),
               "On a typical day your worst place was at pain 4 (half of the days: 2 to 5).");

  answer = make_answer (FASCIA_ANSWER_EARLY, 16);
  assert_text (fascia_chart_text_coverage (&answer, FASCIA_RANGE_30, first, NULL),
               "You made an entry on 16 of the last 30 days. This is early: it gets steadier from "
               "28 days on.");
}

/* Too little: no number but counts. */
static void
test_no_answer (void)
{
  FasciaAnswer answer = make_answer (FASCIA_ANSWER_TOO_FEW, 4);
  const gint32 first = fascia_day_from_ymd (2026, 2, 9);

  answer.pain.n_days = 2;
  assert_text (fascia_chart_text_answer (&answer, FASCIA_RANGE_30, first, NULL),
               "Not enough entries yet: 4 of 14 days.");
  assert_text (fascia_chart_text_coverage (&answer, FASCIA_RANGE_30, first, NULL),
               "You made an entry on 4 of the last 30 days.");

  answer.kind = FASCIA_ANSWER_SHORT;
  answer.range_days = 7;
  assert_text (fascia_chart_text_answer (&answer, FASCIA_RANGE_7, first, NULL),
               "You made an entry on 4 of the last 7 days.");
  assert_text (fascia_chart_text_coverage (&answer, FASCIA_RANGE_7, first, NULL),
               "A week is too short to say what is typical.");

  answer.kind = FASCIA_ANSWER_NONE;
  assert_text (fascia_chart_text_answer (&answer, FASCIA_RANGE_7, first, NULL),
               "No entries in the last 7 days.");
  assert_text (fascia_chart_text_answer (&answer, FASCIA_RANGE_7, first, "Left jaw"),
               "This place was not marked in the last 7 days.");
  assert_text (fascia_chart_text_coverage (&answer, FASCIA_RANGE_7, first, NULL), "");
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
  assert_text (fascia_chart_text_point (days, 1), "Tuesday 3 March 2026: no entry");
  assert_text (fascia_chart_text_point (days, 2),
               "Wednesday 4 March 2026: tightness 6.5 (5 to 8), 1 place");
  assert_text (fascia_chart_text_point (days, 3),
               "Thursday 5 March 2026: level not given, 1 place");
  assert_text (fascia_chart_text_point (days, 4), "Friday 6 March 2026: tightness 0, pain 0");
  assert_text (fascia_chart_text_point (place, 0), "Monday 2 March 2026: tightness 2");
  assert_text (fascia_chart_text_point (place, 2), "Wednesday 4 March 2026: no entry");
  g_assert_cmpint (weeks->focus_unit, ==, FASCIA_BUCKET_WEEK);
  assert_text (fascia_chart_text_point (weeks, 0),
               "2 to 8 March 2026: tightness 4.2 (0 to 6.5), pain 2 (0 to 4), entries on 4 of 7 "
               "days");
  assert_text (fascia_chart_text_point (weeks, 1), "9 to 15 March 2026: no entry");
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
  g_test_add_func ("/progress-text/points", test_points);
  g_test_add_func ("/progress-text/cells", test_cells);
  g_test_add_func ("/progress-text/legend", test_legend);
  g_test_add_func ("/progress-text/table", test_table);
  g_test_add_func ("/progress-text/state", test_state);
  g_test_add_func ("/progress-text/week", test_week);

  return g_test_run ();
}
