/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much was done already: what each past means today at each place. */

#include "config.h"

#include "practice-fixture.h"

typedef enum
{
  TODAY_PRESSED = 1 << 0,
  YESTERDAY_PRESSED = 1 << 1,
  STOPPED = 1 << 2,
  HALF = 1 << 3,
  SORE = 1 << 4,
  BACK = 1 << 5,
} Seen;

static const struct
{
  const char *past;
  const char *region;
  Seen seen;
  int week_s;
} cases[] = {
  { "", "calf-upper-left", 0, 0 },
  /* Pressure is told from everything else, sides apart. */
  { "0/r34@calf-upper-left=60", "calf-upper-left", TODAY_PRESSED, 60 },
  { "0/r34@calf-upper-left=60", "calf-upper-right", 0, 0 },
  { "0/r34@calf-upper-left=60", "calf-lower-left", 0, 0 },
  { "0/m03@calf-lower-left=60", "calf-lower-left", 0, 0 },
  { "0/r12@thigh-front-left=90", "thigh-front-left", 0, 0 },
  { "0/r34@calf-upper-left=0", "calf-upper-left", 0, 0 },
  /* A day between. */
  { "1/r34@calf-upper-left=45", "calf-upper-left", YESTERDAY_PRESSED, 45 },
  { "2/r34@calf-upper-left=45", "calf-upper-left", 0, 45 },
  { "-1/r34@calf-upper-left=45", "calf-upper-left", TODAY_PRESSED, 45 },
  /* Further ahead only the clock was wrong: nothing waits for that day, and no break is hidden. */
  { "-2/r34@calf-upper-left=45", "calf-upper-left", 0, 0 },
  { "-400/r34@calf-upper-left=45", "calf-upper-left", 0, 0 },
  { "8/r34@heel-left -2/r34@calf-upper-left=45", "calf-upper-left", HALF | BACK, 0 },
  /* Seven days are a week; six are the last that is in it. */
  { "7/r34@calf-upper-left=45 1/m03@calf-lower-left", "calf-upper-left", HALF | BACK, 0 },
  { "6/r34@calf-upper-left=45", "calf-upper-left", 0, 45 },
  { "6/r34@calf-upper-left=45 4/r34@calf-upper-left=60 2/r34@calf-upper-left=30", "calf-upper-left",
    0, 135 },
  /* A break is over with the first session after it, and movement is no work. */
  { "8/r34@calf-upper-left", "heel-left", HALF | BACK, 0 },
  { "8/r34@calf-upper-left 2/s02@calf-upper-left", "heel-left", 0, 0 },
  { "8/r34@calf-upper-left 2/b01", "heel-left", HALF | BACK, 0 },
  { "400/r34@calf-upper-left", "heel-left", HALF | BACK, 0 },
  { "9/r34@calf-upper-left 0/r34@calf-upper-left=60", "heel-left", HALF | BACK, 0 },
  /* A step at several places at once reached them all, on that side. */
  { "0/r02@calf-upper-left=60", "calf-lower-left", TODAY_PRESSED, 60 },
  { "0/r02@calf-upper-left=60", "calf-lower-right", 0, 0 },
  { "0/r02@calf-upper-left=60+r02@calf-lower-left=60", "calf-lower-left", TODAY_PRESSED, 60 },
  { "0/r02=60", "calf-lower-right", TODAY_PRESSED, 60 },
  { "0/r42@lower-back-left=60", "lower-back-right", TODAY_PRESSED, 60 },
  { "0/r42@lower-back-left=60", "sacrum", TODAY_PRESSED, 60 },
  /* What this version does not know is taken for pressure. */
  { "1/q99@calf-upper-left=60", "calf-upper-left", YESTERDAY_PRESSED, 60 },
  { "1/q99=60", "calf-upper-left", 0, 0 },
  /* The answers of the day after. */
  { "2!0/r34@calf-upper-left=60", "calf-upper-left", 0, 60 },
  { "2!1/r34@calf-upper-left=60", "calf-upper-left", 0, 60 },
  { "2!2/r34@calf-upper-left=60", "calf-upper-left", HALF | SORE, 60 },
  { "2!2/r34@calf-upper-left=60", "heel-left", 0, 0 },
  { "2!2/m03@calf-lower-left=60", "calf-lower-left", 0, 0 },
  { "2!3/r34@calf-upper-left=60", "calf-upper-left", STOPPED, 60 },
  { "2!4/r34@calf-upper-left=60", "calf-upper-left", STOPPED, 60 },
  { "5!2/r34@calf-upper-left=60 2!0/r34@calf-upper-left=60", "calf-upper-left", 0, 120 },
  { "5!2/r34@calf-upper-left=60 2/r34@calf-upper-left=60", "calf-upper-left", HALF | SORE, 120 },
  /* "It is as before" is said of all of it, also where the last work was elsewhere; anything less is not. */
  { "5!4/r34@calf-upper-left=60 2!0/r29@upper-arm-back-left", "calf-upper-left", 0, 60 },
  { "5!4/r34@calf-upper-left=60 2!1/r29@upper-arm-back-left", "calf-upper-left", STOPPED, 60 },
  { "6!4/r34@calf-upper-left=60 4!0/r29@heel-left 2!3/r29@upper-arm-back-left", "calf-upper-left",
    0, 60 },
  { "5!4/r34@calf-upper-left=60 2!0/b01", "calf-upper-left", 0, 60 },
  /* An answer is about the last day of work before it: breathing is none, and the next work takes over. */
  { "3/r34@calf-upper-left=60 2!2/b01", "calf-upper-left", HALF | SORE, 60 },
  { "3/r34@calf-upper-left=60 2/b01 1!3/m03", "calf-upper-left", STOPPED, 60 },
  { "3!2/r34@calf-upper-left=60 1!0/r29@upper-arm-back-left", "calf-upper-left", 0, 60 },
  { "3!2/r34@calf-upper-left=60 1!1/r29@upper-arm-back-left", "calf-upper-left", HALF | SORE, 60 },
  { "3/r34@calf-upper-left=60 1!3/r29@upper-arm-back-left", "calf-upper-left", 0, 60 },
  { "4!3/r34@calf-upper-left=60 2!0/b01", "calf-upper-left", 0, 60 },
  { "3!2/r34@calf-upper-left=60 3/r29@upper-arm-back-left", "upper-arm-back-left", HALF | SORE,
    60 },
  /* Fourteen days long. */
  { "14!4/r34@calf-upper-left=60 2/r29@upper-arm-back-left", "calf-upper-left", STOPPED, 0 },
  { "15!4/r34@calf-upper-left=60 2/r29@upper-arm-back-left", "calf-upper-left", 0, 0 },
  { "15!4/r34@calf-upper-left=60", "calf-upper-left", HALF | BACK, 0 },
};

static void
test_look (PracticeFixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FasciaPast) past = practice_new_past (cases[i].past);
      const FasciaRegion *region = practice_region (f, cases[i].region);
      FasciaDoseAt at;
      Seen seen = 0;

      g_test_message ("%s at %s", cases[i].past, cases[i].region);
      fascia_dose_guard_look (&at, f->library, past, TODAY, region);
      seen |= at.pressed_today ? TODAY_PRESSED : 0;
      seen |= at.pressed_yesterday ? YESTERDAY_PRESSED : 0;
      seen |= at.is_stopped ? STOPPED : 0;
      seen |= at.factor == 0.5 ? HALF : 0;
      seen |= at.is_sore ? SORE : 0;
      seen |= at.is_back ? BACK : 0;
      g_assert_cmphex (seen, ==, cases[i].seen);
      g_assert_cmpint (at.week_pressure_s, ==, cases[i].week_s);
      g_assert_true (at.factor == 1 || at.factor == 0.5);

      g_autofree int *week = fascia_dose_guard_dup_week (f->library, past, TODAY);
      g_assert_cmpint (week[fascia_region_get_index (region)], ==, cases[i].week_s);
    }
}

/* What a session was cut short for. */
static void
test_stops (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *past;
    const char *region;
    const char *reason; /* (nullable) */
    Seen seen;
  } stops[] = {
    /* The next time is half, and the one after that is whole again. */
    { "3/r34@calf-upper-left=20#too-much", "calf-upper-left", "too-much", HALF },
    { "3/r34@calf-upper-left=20#tense", "calf-upper-left", "tense", HALF },
    { "3/r34@calf-upper-left=20#eased", "calf-upper-left", "eased-off", HALF },
    { "3/r34@calf-upper-left=20#enough", "calf-upper-left", NULL, 0 },
    { "3/r34@calf-upper-left=20#unwell", "calf-upper-left", NULL, 0 },
    { "3/r34@calf-upper-left=20#too-much", "calf-upper-right", NULL, 0 },
    { "5/r34@calf-upper-left=20#too-much 3/r34@calf-upper-left=20", "calf-upper-left", NULL, 0 },
    { "5/r34@calf-upper-left=20#too-much 3/r29@upper-arm-back-left=20", "calf-upper-left",
      "too-much", HALF },
    { "20/r34@calf-upper-left=20#eased 3/r29@upper-arm-back-left=20", "calf-upper-left",
      "eased-off", HALF },
    { "3/r34@calf-upper-left=20#too-much", "calf-lower-left", NULL, 0 },
    { "3/r02@calf-upper-left=20#too-much", "calf-lower-left", "too-much", HALF },
    { "-400/r34@calf-upper-left=20#too-much", "calf-upper-left", NULL, 0 },
    /* Left alone, however long ago, until it is as before. */
    { "3/r34@calf-upper-left=20#nerve", "calf-upper-left", "nerve", STOPPED },
    { "3/r34@calf-upper-left=20#pulse", "calf-upper-left", "pulse", STOPPED },
    { "3/r34@calf-upper-left=20#skin", "calf-upper-left", "skin", STOPPED },
    { "3/r34@calf-upper-left=20#headache", "calf-upper-left", "headache", STOPPED },
    { "3/r34@calf-upper-left=0#nerve", "calf-upper-left", "nerve", STOPPED },
    { "3/r34@calf-upper-left=20#nerve", "calf-upper-right", NULL, 0 },
    { "3/r34@calf-upper-left=20#nerve", "heel-left", NULL, 0 },
    { "60/r34@calf-upper-left=20#skin 2/r29@upper-arm-back-left=20", "calf-upper-left", "skin",
      STOPPED },
    { "9/r34@calf-upper-left=20#nerve 2/r34@calf-upper-left=20", "calf-upper-left", "nerve",
      STOPPED },
    { "3!1/r34@calf-upper-left=20#nerve", "calf-upper-left", "nerve", STOPPED },
    { "3!0/r34@calf-upper-left=20#nerve", "calf-upper-left", NULL, 0 },
    { "9/r34@calf-upper-left=20#nerve 3!0/r29@upper-arm-back-left=20", "calf-upper-left", NULL, 0 },
    { "9/r34@calf-upper-left=20#nerve 5!0/r29@upper-arm-back-left=20 3!3/r29@heel-left=20",
      "calf-upper-left", NULL, 0 },
    { "9!0/r34@calf-upper-left=20#nerve 3/r34@calf-upper-left=20#nerve", "calf-upper-left", "nerve",
      STOPPED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (FasciaPast) past = practice_new_past (stops[i].past);
      FasciaDoseAt at;

      g_test_message ("%s at %s", stops[i].past, stops[i].region);
      fascia_dose_guard_look (&at, f->library, past, TODAY, practice_region (f, stops[i].region));
      g_assert_cmpstr (at.reason, ==, stops[i].reason);
      g_assert_cmpint (at.is_stopped, ==, (stops[i].seen & STOPPED) != 0);
      g_assert_cmpint (at.factor == 0.5, ==, (stops[i].seen & HALF) != 0);
    }
}

static void
test_no_past (PracticeFixture *f, gconstpointer data)
{
  FasciaDoseAt at;
  g_autofree int *week = fascia_dose_guard_dup_week (f->library, NULL, TODAY);

  fascia_dose_guard_look (&at, f->library, NULL, TODAY, practice_region (f, "heel-left"));
  g_assert_cmpfloat (at.factor, ==, 1);
  g_assert_false (at.pressed_today || at.pressed_yesterday || at.is_stopped || at.is_back);
  g_assert_false (fascia_dose_guard_had_strength (f->library, NULL, TODAY));
  for (guint i = 0; i < fascia_body_get_n_regions (f->body); i++)
    g_assert_cmpint (week[i], ==, 0);
  g_assert_cmpint (fascia_dose_guard_find_to_ask (f->library, NULL, TODAY), ==, -1);
}

static void
test_strength (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *past;
    gboolean had;
  } strength[] = {
    { "0/x03", TRUE },
    { "1/x03", TRUE },
    { "2/x03", FALSE },
    { "-1/x03", TRUE },
    { "-2/x03", FALSE },
    { "-400/x03", FALSE },
    { "1/x03 -400/x03", TRUE },
    { "1/x11", FALSE }, /* control may come daily */
    { "1/r34@calf-upper-left", FALSE },
    { "1/x03=0", FALSE },
    { "1/x10+m03 0/m03", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strength); i++)
    {
      g_autoptr (FasciaPast) past = practice_new_past (strength[i].past);

      g_test_message ("%s", strength[i].past);
      g_assert_cmpint (fascia_dose_guard_had_strength (f->library, past, TODAY), ==,
                       strength[i].had);
    }
}

static void
test_answers (PracticeFixture *f, gconstpointer data)
{
  g_assert_cmpint (fascia_soreness_from_answer (-1), ==, FASCIA_SORENESS_NOT_ASKED);
  g_assert_cmpint (fascia_soreness_from_answer (0), ==, FASCIA_SORENESS_BACK_IN_A_DAY);
  g_assert_cmpint (fascia_soreness_from_answer (1), ==, FASCIA_SORENESS_BACK_IN_A_DAY);
  g_assert_cmpint (fascia_soreness_from_answer (2), ==, FASCIA_SORENESS_TWO_DAYS);
  g_assert_cmpint (fascia_soreness_from_answer (3), ==, FASCIA_SORENESS_LONGER);
  g_assert_cmpint (fascia_soreness_from_answer (4), ==, FASCIA_SORENESS_LONGER);
  g_assert_cmpint (fascia_soreness_from_answer (10), ==, FASCIA_SORENESS_LONGER);
}

/* Which session the question of the day after is about. */
static void
test_asking (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *past;
    int index;
  } asked[] = {
    { "", -1 },
    { "0/r34@calf-upper-left", -1 },
    { "1/r34@calf-upper-left", 0 },
    { "1/b01", -1 },
    { "1/m03", -1 },
    { "3/r34@calf-upper-left", 0 },
    { "4/r34@calf-upper-left", -1 },
    { "2!2/r34@calf-upper-left", 0 },  /* yesterday it was still sore */
    { "2!0/r34@calf-upper-left", -1 }, /* it is over */
    { "1!2/r34@calf-upper-left", -1 }, /* answered today */
    { "3/r34@calf-upper-left 1/s02 0/b01", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (FasciaPast) past = practice_new_past (asked[i].past);

      g_test_message ("%s", asked[i].past);
      g_assert_cmpint (fascia_dose_guard_find_to_ask (f->library, past, TODAY), ==, asked[i].index);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  practice_test_add ("/dose-guard/look", test_look);
  practice_test_add ("/dose-guard/stops", test_stops);
  practice_test_add ("/dose-guard/no-past", test_no_past);
  practice_test_add ("/dose-guard/strength", test_strength);
  practice_test_add ("/dose-guard/answers", test_answers);
  practice_test_add ("/dose-guard/asking", test_asking);
  return g_test_run ();
}
