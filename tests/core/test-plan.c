/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week: how stages are laid out, what the days say, moves, stages, and the score. */

#include "config.h"

#include <math.h>

#include "core/journal/fascia-moment.h"
#include "practice-fixture.h"

/* A Monday, nine days before today. */
#define MONDAY (TODAY - 9)

/* Takes over @settings. */
static FasciaSettings *
apply (FasciaSettings *settings, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const FasciaSettingChange *change = &g_array_index (changes, FasciaSettingChange, i);
      FasciaSettings *next = fascia_settings_with (settings, change->key, change->value);

      fascia_settings_unref (settings);
      settings = next;
    }
  g_array_unref (changes);
  return settings;
}

static FasciaSettings *
start (PracticeFixture *f, const char *code, gint32 day)
{
  FasciaSettings *settings = fascia_settings_new ();
  g_autoptr (FasciaPlan) nothing = fascia_plan_new (f->programmes, settings);

  return apply (settings,
                fascia_plan_start (nothing, fascia_programmes_lookup (f->programmes, code), day));
}

/* Takes over @settings. */
static FasciaSettings *
set_day (PracticeFixture *f, FasciaSettings *settings, int weekday, const char *routine)
{
  const char *const routines[] = { routine, NULL };
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);

  return apply (settings, fascia_plan_set_day (plan, weekday, routine != NULL ? routines : NULL));
}

static gboolean
is_on (const FasciaPlan *plan, int weekday, const char *routine)
{
  const char *const *routines = fascia_plan_get_weekday (plan, weekday);

  return routines != NULL && g_strv_contains (routines, routine);
}

/* (transfer full) "D1 rest D2 …": each day with the state of its routines. */
static char *
describe (const FasciaPlan *plan, const FasciaPast *past, gint32 first, gint32 last, gint32 today)
{
  static const char states[] = " DPdaMmr";
  g_autoptr (GArray) days = fascia_plan_dup_days (plan, past, first, last, today);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const FasciaPlanDay *day = &g_array_index (days, FasciaPlanDay, i);

      if (i > 0 && day->day != g_array_index (days, FasciaPlanDay, i - 1).day)
        g_string_append_c (text, '|');
      g_assert_cmpint (day->routine == NULL, ==, day->state == FASCIA_PLAN_REST);
      g_string_append_c (text, states[day->state]);
    }
  return g_string_free (text, FALSE);
}

#define assert_days(plan, past, first, last, today, expected)                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text = describe (plan, past, first, last, today);                             \
    g_assert_cmpstr (text, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

/* ---- laying out ---- */

/* Every stage of every programme: as often as it says, a day between strength and strength, and no
 * pressing routine on two days running. */
static void
test_layout (PracticeFixture *f, gconstpointer data)
{
  for (guint i = 0; i < fascia_programmes_get_n (f->programmes); i++)
    {
      const FasciaProgramme *programme = fascia_programmes_get (f->programmes, i);
      FasciaSettings *settings = start (f, fascia_programme_get_code (programme), TODAY);

      for (guint stage = 0; stage < fascia_programme_get_n_stages (programme); stage++)
        {
          g_autoptr (FasciaPlan) before = fascia_plan_new (f->programmes, settings);
          guint n;
          const FasciaStageRoutine *routines
              = fascia_programme_get_stage_routines (programme, stage, &n);

          if (stage > 0)
            settings = apply (settings, fascia_plan_set_stage (before, stage, TODAY));
          g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
          g_assert_cmpuint (fascia_plan_get_stage (plan), ==, stage);
          g_test_message ("%s, stage %u", fascia_programme_get_code (programme), stage);
          for (guint j = 0; j < n; j++)
            {
              int n_days = 0;

              for (int day = 1; day <= 7; day++)
                {
                  n_days += is_on (plan, day, routines[j].routine);
                  if ((routines[j].strength || routines[j].presses)
                      && is_on (plan, day, routines[j].routine))
                    g_assert_false (is_on (plan, day % 7 + 1, routines[j].routine));
                  for (guint k = 0; routines[j].strength && k < n; k++)
                    g_assert_false (routines[k].strength && is_on (plan, day, routines[j].routine)
                                    && is_on (plan, day % 7 + 1, routines[k].routine));
                }
              g_assert_cmpint (n_days, ==, routines[j].days_min);
            }
        }
      fascia_settings_unref (settings);
    }
}

/* Who practises on other days goes on so in the next stage. */
static void
test_chosen_days (PracticeFixture *f, gconstpointer data)
{
  FasciaSettings *settings = start (f, "neck-and-head", TODAY);

  for (int day = 1; day <= 7; day++)
    settings
        = set_day (f, settings, day, day == 2 || day == 4 || day == 7 ? "neck-head-first" : NULL);
  g_autoptr (FasciaPlan) before = fascia_plan_new (f->programmes, settings);
  settings = apply (settings, fascia_plan_set_stage (before, 1, TODAY));
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
  for (int day = 1; day <= 7; day++)
    {
      g_assert_cmpint (is_on (plan, day, "neck-head-between"), ==,
                       day == 2 || day == 4 || day == 7);
      g_assert_true (is_on (plan, day, "neck-head-daily"));
    }
  fascia_settings_unref (settings);
}

/* ---- stages ---- */

static void
test_stages (PracticeFixture *f, gconstpointer data)
{
  FasciaSettings *settings = start (f, "back-and-neck", MONDAY);
  g_autoptr (FasciaPlan) first = fascia_plan_new (f->programmes, settings);

  g_assert_cmpint (fascia_plan_get_started (first), ==, MONDAY);
  g_assert_cmpstr (fascia_programme_get_code (fascia_plan_get_programme (first)), ==,
                   "back-and-neck");
  /* Asked after two weeks, and until it is answered; never gone on by itself. */
  g_assert_false (fascia_plan_is_stage_due (first, MONDAY + 13));
  g_assert_true (fascia_plan_is_stage_due (first, MONDAY + 14));
  g_assert_true (fascia_plan_is_stage_due (first, MONDAY + 40));
  g_assert_cmpuint (fascia_plan_get_stage (first), ==, 0);

  /* Stay: asked again two weeks later; the week stays as the person made it. */
  settings = set_day (f, settings, 7, "morning-in-bed");
  g_autoptr (FasciaPlan) changed = fascia_plan_new (f->programmes, settings);
  settings = apply (settings, fascia_plan_set_stage (changed, 0, MONDAY + 14));
  g_autoptr (FasciaPlan) stayed = fascia_plan_new (f->programmes, settings);
  g_assert_false (fascia_plan_is_stage_due (stayed, MONDAY + 27));
  g_assert_true (fascia_plan_is_stage_due (stayed, MONDAY + 28));
  g_assert_true (is_on (stayed, 7, "morning-in-bed"));
  g_assert_cmpint (fascia_plan_get_started (stayed), ==, MONDAY);

  /* Go on, further than there is, and back. */
  settings = apply (settings, fascia_plan_set_stage (stayed, 9, MONDAY + 28));
  g_autoptr (FasciaPlan) last = fascia_plan_new (f->programmes, settings);
  g_assert_cmpuint (fascia_plan_get_stage (last), ==, 2);
  g_assert_true (fascia_plan_is_stage_due (last, MONDAY + 28 + 28));
  settings = apply (settings, fascia_plan_set_stage (last, 1, MONDAY + 30));
  g_autoptr (FasciaPlan) back = fascia_plan_new (f->programmes, settings);
  g_assert_cmpuint (fascia_plan_get_stage (back), ==, 1);
  g_assert_true (is_on (back, 2, "back-neck-strength"));

  settings = apply (settings, fascia_plan_stop (back));
  g_autoptr (FasciaPlan) stopped = fascia_plan_new (f->programmes, settings);
  g_autoptr (FasciaSettings) none = fascia_settings_new ();
  g_assert_null (fascia_plan_get_programme (stopped));
  g_assert_true (fascia_settings_equal (settings, none));
  fascia_settings_unref (settings);
}

/* ---- days ---- */

static FasciaSettings *
new_week (PracticeFixture *f)
{
  FasciaSettings *settings = start (f, "neck-and-head", MONDAY);

  for (int day = 1; day <= 7; day++)
    settings = set_day (f, settings, day, day == 1 || day == 3 || day == 5 ? "neck-evening" : NULL);
  return settings;
}

static void
test_days (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (FasciaSettings) settings = new_week (f);
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
  g_autoptr (FasciaPast) past
      = practice_new_past ("9:neck-evening/r48 7~:neck-evening/r48 4:calf-hands/r34");
  g_autoptr (FasciaPast) now = practice_new_past ("0:neck-evening/r48");

  g_assert_cmpint (fascia_day_get_weekday (MONDAY), ==, 1);
  assert_days (plan, past, MONDAY - 3, MONDAY + 13, TODAY, "D|r|P|r|M|r|r|M|r|d|r|a|r|r");
  assert_days (plan, now, TODAY, TODAY, TODAY, "D");
  assert_days (plan, NULL, TODAY, TODAY - 1, TODAY, "");
  /* A hostile span ends. */
  g_autoptr (GArray) days = fascia_plan_dup_days (plan, NULL, G_MININT32, G_MAXINT32, TODAY);
  g_assert_cmpuint (days->len, <=, 3660);
}

/* Takes over @settings. */
static FasciaSettings *
move (PracticeFixture *f, FasciaSettings *settings, gint32 day, gint32 to_day)
{
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);

  return apply (settings, fascia_plan_move (plan, day, "neck-evening", to_day));
}

static void
test_moves (PracticeFixture *f, gconstpointer data)
{
  FasciaSettings *settings = move (f, new_week (f), TODAY, TODAY + 1);
  g_autoptr (FasciaPlan) moved = fascia_plan_new (f->programmes, settings);
  g_autoptr (FasciaPast) all_the_same = practice_new_past ("0:neck-evening/r48");

  assert_days (moved, NULL, TODAY, TODAY + 3, TODAY, "m|a|a|r");
  /* Done all the same. */
  assert_days (moved, all_the_same, TODAY, TODAY + 1, TODAY, "D|a");

  /* On again: once, from where it began. */
  settings = move (f, settings, TODAY + 1, TODAY + 3);
  g_autoptr (FasciaPlan) again = fascia_plan_new (f->programmes, settings);
  assert_days (again, NULL, TODAY, TODAY + 3, TODAY, "m|r|a|a");
  g_assert_cmpuint (
      g_strv_length ((char **) fascia_settings_get_strv (settings, FASCIA_SETTING_PLAN_MOVED)), ==,
      1);

  /* Onto a day that has it: still once. */
  settings = move (f, settings, TODAY + 3, TODAY + 2);
  g_autoptr (FasciaPlan) onto = fascia_plan_new (f->programmes, settings);
  assert_days (onto, NULL, TODAY, TODAY + 3, TODAY, "m|r|a|r");

  /* Back home: as if nothing had been. */
  settings = move (f, settings, TODAY + 2, TODAY);
  g_autoptr (FasciaPlan) home = fascia_plan_new (f->programmes, settings);
  assert_days (home, NULL, TODAY, TODAY + 3, TODAY, "d|r|a|r");
  g_assert_cmpuint (
      g_strv_length ((char **) fascia_settings_get_strv (settings, FASCIA_SETTING_PLAN_MOVED)), ==,
      0);

  /* What is long past is let go. */
  settings = move (f, settings, TODAY, TODAY + 1);
  settings = move (f, settings, TODAY + 100, TODAY + 101);
  g_assert_cmpuint (
      g_strv_length ((char **) fascia_settings_get_strv (settings, FASCIA_SETTING_PLAN_MOVED)), ==,
      1);
  fascia_settings_unref (settings);
}

/* Settings that make no sense. */
static void
test_nonsense (PracticeFixture *f, gconstpointer data)
{
  static const char *const days[] = {
    "",
    ":",
    "0:neck-evening",
    "8:neck-evening",
    "1",
    "1:",
    "x:neck-evening",
    "1:Über",
    "1:a b",
    "3:neck-evening",
    "3:neck-evening",
    "-1:neck-evening",
    "99999999999999999999:neck-evening",
    NULL,
  };
  static const char *const moves[]
      = { "", "::", "1:neck-evening", "a:neck-evening:b", "1:neck-evening:99999999999", NULL };
  FasciaSettings *settings = fascia_settings_new ();
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FasciaSettingChange));
  const FasciaSettingChange list[] = {
    { FASCIA_SETTING_PLAN_PROGRAMME, g_variant_new_string ("nothing") },
    { FASCIA_SETTING_PLAN_STAGE, g_variant_new_int64 (G_MAXINT64) },
    { FASCIA_SETTING_PLAN_STARTED, g_variant_new_int64 (G_MININT64) },
    { FASCIA_SETTING_PLAN_DAYS, g_variant_new_strv (days, -1) },
    { FASCIA_SETTING_PLAN_MOVED, g_variant_new_strv (moves, -1) },
  };

  g_array_append_vals (changes, list, G_N_ELEMENTS (list));
  settings = apply (settings, changes);
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
  g_assert_null (fascia_plan_get_programme (plan));
  g_assert_cmpint (fascia_plan_get_started (plan), ==, FASCIA_DAY_NOT_GIVEN);
  g_assert_false (fascia_plan_is_stage_due (plan, TODAY));
  assert_days (plan, NULL, TODAY - 2, TODAY + 4, TODAY, "r|r|d|r|r|r|r");
  fascia_settings_unref (settings);

  settings = start (f, "desk-break", TODAY);
  FasciaSettings *far = fascia_settings_with (settings, FASCIA_SETTING_PLAN_STAGE,
                                              g_variant_new_int64 (G_MAXINT64));
  g_autoptr (FasciaPlan) last = fascia_plan_new (f->programmes, far);
  g_assert_cmpuint (fascia_plan_get_stage (last), ==, 2);
  fascia_settings_unref (far);
  fascia_settings_unref (settings);
}

/* ---- the score ---- */

/* (transfer full) A session on each day of Monday, Wednesday and Friday from @first to @last but for
 * @but, counted in days ago. */
static FasciaPast *
new_steady (int first, int last, int but)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int ago = first; ago >= last; ago--)
    {
      const int weekday = fascia_day_get_weekday (TODAY - ago);

      if (ago != but && (weekday == 1 || weekday == 3 || weekday == 5))
        g_string_append_printf (text, "%s%d:neck-evening/r48", text->len > 0 ? " " : "", ago);
    }
  return practice_new_past (text->str);
}

static void
test_score (PracticeFixture *f, gconstpointer data)
{
  FasciaSettings *week = new_week (f);
  FasciaSettings *settings
      = fascia_settings_with (week, FASCIA_SETTING_PLAN_STARTED, g_variant_new_int64 (TODAY - 100));
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
  g_autoptr (FasciaPast) steady = new_steady (100, 0, -1);
  g_autoptr (FasciaPast) until_yesterday = new_steady (100, 1, -1);
  g_autoptr (FasciaPast) missed = new_steady (100, 0, 2);
  g_autoptr (FasciaPast) long_ago = new_steady (100, 40, -1);
  g_autoptr (FasciaPast) other = practice_new_past ("2:calf-hands/r34");
  g_autoptr (FasciaPast) empty = practice_new_past ("");
  const double full = fascia_plan_get_score (plan, steady, TODAY);

  /* A hundred days without a miss, rests and all: what is left of the beginning is 0.5^(101/13). */
  g_assert_cmpfloat_with_epsilon (full, 1 - pow (0.5, 101 / 13.0), 1e-9);
  /* Today is not over: it takes nothing away. */
  g_assert_cmpfloat_with_epsilon (fascia_plan_get_score (plan, until_yesterday, TODAY),
                                  1 - pow (0.5, 100 / 13.0), 1e-9);
  /* One missed day takes a twentieth at most. */
  const double after_miss = fascia_plan_get_score (plan, missed, TODAY);
  g_assert_cmpfloat (after_miss, <, full);
  g_assert_cmpfloat (after_miss, >, full - 0.06);
  /* Forty days without anything are no rest. */
  g_assert_cmpfloat (fascia_plan_get_score (plan, long_ago, TODAY), <, 0.25);
  g_assert_cmpfloat (fascia_plan_get_score (plan, empty, TODAY), <, 0.01);
  /* Something else than planned counts as well. */
  g_assert_cmpfloat (fascia_plan_get_score (plan, other, TODAY), >,
                     fascia_plan_get_score (plan, empty, TODAY));

  /* It can be off; and there is none without a plan. */
  FasciaSettings *off
      = fascia_settings_with (settings, FASCIA_SETTING_PLAN_SCORE, g_variant_new_boolean (FALSE));
  g_autoptr (FasciaPlan) hidden = fascia_plan_new (f->programmes, off);
  g_assert_cmpfloat (fascia_plan_get_score (hidden, steady, TODAY), ==, -1);
  g_autoptr (FasciaSettings) none = fascia_settings_new ();
  g_autoptr (FasciaPlan) nothing = fascia_plan_new (f->programmes, none);
  g_assert_cmpfloat (fascia_plan_get_score (nothing, steady, TODAY), ==, -1);
  fascia_settings_unref (off);
  fascia_settings_unref (settings);
  fascia_settings_unref (week);
}

/* A bare breath of some seconds is no practice of that day; of a minute it is, and so is a hold of less. */
static void
test_breath (PracticeFixture *f, gconstpointer data)
{
  FasciaSettings *week = new_week (f);
  FasciaSettings *settings
      = fascia_settings_with (week, FASCIA_SETTING_PLAN_STARTED, g_variant_new_int64 (TODAY - 20));
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
  const struct
  {
    const char *routine;
    int seconds;
    gboolean is_finished;
    gboolean counts;
  } cases[] = {
    { NULL, 10, FALSE, FALSE }, { NULL, 59, TRUE, FALSE },    { NULL, 60, FALSE, TRUE },
    { NULL, 300, TRUE, TRUE },  { "single", 30, TRUE, TRUE },
  };
  const double nothing = fascia_plan_get_score (plan, NULL, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaPastSession session = {
        .utc_ms = (TODAY - 2) * G_GINT64_CONSTANT (86400000),
        .day = TODAY - 2,
        .routine = cases[i].routine != NULL ? g_intern_string (cases[i].routine) : NULL,
        .seconds = cases[i].seconds,
        .is_finished = cases[i].is_finished,
        .before = FASCIA_LEVEL_NOT_GIVEN,
        .after = FASCIA_LEVEL_NOT_GIVEN,
      };
      g_autoptr (FasciaPast) past = fascia_past_new (&session, 1, NULL, 0);

      if (cases[i].counts)
        g_assert_cmpfloat (fascia_plan_get_score (plan, past, TODAY), >, nothing);
      else
        g_assert_cmpfloat (fascia_plan_get_score (plan, past, TODAY), ==, nothing);
    }
  fascia_settings_unref (settings);
  fascia_settings_unref (week);
}

/* Begun while the clock was a year ahead: nothing waits for that day. */
static void
test_ahead (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (FasciaSettings) settings = start (f, "neck-and-head", TODAY + 365);
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
  g_autoptr (FasciaPast) past = practice_new_past ("");
  g_autoptr (GArray) days = fascia_plan_dup_days (plan, past, TODAY - 7, TODAY + 6, TODAY);

  g_assert_true (fascia_plan_is_stage_due (plan, TODAY));
  g_assert_cmpuint (days->len, >=, 7);
  g_assert_cmpint (g_array_index (days, FasciaPlanDay, 0).day, ==, TODAY);
  g_assert_cmpfloat (fascia_plan_get_score (plan, past, TODAY), >=, 0);
  g_assert_cmpfloat (fascia_plan_get_score (plan, past, TODAY), <=, 1);

  settings = apply (g_steal_pointer (&settings), fascia_plan_set_stage (plan, 0, TODAY));
  g_autoptr (FasciaPlan) set_right = fascia_plan_new (f->programmes, settings);
  g_assert_cmpint (fascia_plan_get_started (set_right), ==, TODAY);
  g_assert_false (fascia_plan_is_stage_due (set_right, TODAY));
  g_assert_false (fascia_plan_is_stage_due (set_right, TODAY - 1));
}

/* A week of one's own, of no programme: from the first session of one of its routines. */
static void
test_own_week (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (FasciaSettings) settings = set_day (f, fascia_settings_new (), 1, "own-abc");
  g_autoptr (FasciaPlan) plan = fascia_plan_new (f->programmes, settings);
  g_autoptr (FasciaPast) past = practice_new_past ("9:own-abc/r48 2:own-abc/r48");

  assert_days (plan, past, TODAY - 9, TODAY, TODAY, "D|r|r|r|r|r|r|D|r|r");
  g_assert_cmpfloat_with_epsilon (fascia_plan_get_score (plan, past, TODAY),
                                  1 - pow (0.5, 10 / 13.0), 1e-9);
  g_assert_cmpfloat (fascia_plan_get_score (plan, NULL, TODAY), >=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  practice_test_add ("/plan/layout", test_layout);
  practice_test_add ("/plan/chosen-days", test_chosen_days);
  practice_test_add ("/plan/stages", test_stages);
  practice_test_add ("/plan/days", test_days);
  practice_test_add ("/plan/moves", test_moves);
  practice_test_add ("/plan/nonsense", test_nonsense);
  practice_test_add ("/plan/score", test_score);
  practice_test_add ("/plan/breath", test_breath);
  practice_test_add ("/plan/own-week", test_own_week);
  practice_test_add ("/plan/ahead", test_ahead);
  return g_test_run ();
}
