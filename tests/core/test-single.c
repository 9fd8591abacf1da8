/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One hold at one place: the gentlest that is open there, by the real tables. */

#include "config.h"

#include "core/routines/fascia-single.h"
#include "practice-fixture.h"

static void
choose (const PracticeFixture *f,
        FasciaSafety *safety,
        const char *past,
        const char *region,
        FasciaSingle *single)
{
  g_autoptr (FasciaPast) done = past != NULL ? practice_new_past (past) : NULL;
  const FasciaPracticeWish wish = { .library = f->library, .safety = safety, .past = done };

  fascia_single_choose (&wish, practice_region (f, region), single);
}

static void
test_table (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *region;
    FasciaSingleKind kind;
    const char *step;
  } cases[] = {
    { "shoulder-top-left", FASCIA_SINGLE_OPEN, NULL },
    { "lower-back-right", FASCIA_SINGLE_OPEN, NULL },
    { "calf-lower-left", FASCIA_SINGLE_OPEN, NULL },
    { "neck-back-left", FASCIA_SINGLE_OPEN, NULL },
    { "jaw-right", FASCIA_SINGLE_OPEN, NULL },
    { "foot-sole-left", FASCIA_SINGLE_OPEN, NULL },
    { "neck-front-left", FASCIA_SINGLE_CLOSED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (FasciaSingle) single = { 0 };

      choose (f, f->safety, NULL, cases[i].region, &single);
      g_test_message ("%s: %d %s %d s", cases[i].region, single.kind,
                      single.step != NULL ? fascia_step_get_id (single.step) : "-", single.seconds);
      g_assert_cmpint (single.kind, ==, cases[i].kind);
      if (cases[i].step != NULL)
        g_assert_cmpstr (fascia_step_get_id (single.step), ==, cases[i].step);
    }
}

/* For every place of the body: what is open works there, on that side alone, in bed or on a chair
 * wherever there is such a way, and is a session of one step. */
static void
test_every_place (PracticeFixture *f, gconstpointer data)
{
  guint n_open = 0;
  guint n_closed = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (f->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (f->body, i);
      const FasciaRegion *const places[] = { region, NULL };
      g_auto (FasciaSingle) single = { 0 };

      choose (f, f->safety, NULL, fascia_region_get_id (region), &single);
      if (single.kind != FASCIA_SINGLE_OPEN)
        {
          g_assert_null (single.routine);
          n_closed += single.kind == FASCIA_SINGLE_CLOSED;
          continue;
        }
      n_open++;
      const FasciaPracticeWish wish
          = { .library = f->library, .safety = f->safety, .places = places, .gentle = TRUE };
      g_autoptr (FasciaPractice) practice = fascia_practice_new (single.routine, &wish);
      guint n = 0;
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_true (entries[0].step == single.step);
      g_assert_true (fascia_step_works_on (single.step, region));
      g_assert_cmpint (entries[0].seconds, >=, 10);
      g_assert_cmpint (entries[0].sets, ==, 1);
      /* What has no sides is done on both at once. */
      gboolean is_there = FALSE;
      for (guint k = 0; entries[0].places[k] != NULL; k++)
        {
          is_there |= entries[0].places[k] == region;
          if (fascia_step_get_dose (single.step)->sides == 2)
            g_assert_true (fascia_region_get_side (entries[0].places[k])
                           == fascia_region_get_side (region));
        }
      g_assert_true (is_there);
      g_assert_cmpstr (fascia_routine_get_id (single.routine), ==, FASCIA_SINGLE_ROUTINE);
    }
  g_test_message ("%u open, %u closed", n_open, n_closed);
  g_assert_cmpuint (n_open, >=, 60);
  g_assert_cmpuint (n_closed, >=, 1);
}

/* Never a firmer one where a gentler one is open. */
static void
test_gentlest (PracticeFixture *f, gconstpointer data)
{
  for (guint i = 0; i < fascia_body_get_n_regions (f->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (f->body, i);
      g_auto (FasciaSingle) single = { 0 };

      choose (f, f->safety, NULL, fascia_region_get_id (region), &single);
      if (single.kind != FASCIA_SINGLE_OPEN)
        continue;
      const FasciaTraits *traits = fascia_step_get_traits (single.step);
      const gboolean is_easy
          = (traits->posture | traits->also_postures) & (FASCIA_POSTURE_BED | FASCIA_POSTURE_CHAIR)
                ? TRUE
                : FALSE;

      /* A tool under the weight of the body is never the gentlest while sitting or in bed. */
      if (is_easy)
        g_assert_cmpint (traits->grades[FASCIA_GRADE_BODY_WEIGHT_ON_TOOL], <=, 1);
      g_assert_cmpint (fascia_step_get_dose (single.step)->cap, <=, 4);
    }
}

/* What was answered closes it, and says why; without a place that is held back something else opens. */
static void
test_held_back (PracticeFixture *f, gconstpointer data)
{
  const FasciaConditionAnswer fever[] = {
    { .code = g_intern_static_string ("fever"), .side = FASCIA_SIDE_MIDLINE, .since_day = TODAY }
  };
  g_autoptr (FasciaSafety) ill = practice_new_safety (f, fever, 1);
  g_auto (FasciaSingle) calf = { 0 };
  g_auto (FasciaSingle) back = { 0 };

  choose (f, ill, NULL, "calf-lower-left", &calf);
  g_assert_cmpint (calf.kind, ==, FASCIA_SINGLE_HELD_BACK);
  g_assert_nonnull (calf.reasons);
  g_assert_cmpuint (calf.reasons->len, >, 0);
  g_assert_null (calf.routine);
  /* Rest is never forbidden. */
  choose (f, ill, NULL, "lower-back-left", &back);
  g_assert_cmpint (back.kind, ==, FASCIA_SINGLE_OPEN);
  g_assert_cmpint (fascia_step_get_traits (back.step)->kind, ==, FASCIA_STEP_REST);
}

/* The start of a session asks; until then it is judged as if nothing were found. */
static void
test_not_asked (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (FasciaSafety) safety
      = fascia_safety_new (f->conditions, f->body, NULL, 0, FASCIA_DAY_UNKNOWN, TODAY);
  g_auto (FasciaSingle) asked = { 0 };
  g_auto (FasciaSingle) single = { 0 };

  choose (f, f->safety, NULL, "shoulder-top-left", &asked);
  choose (f, safety, NULL, "shoulder-top-left", &single);
  g_assert_cmpint (single.kind, ==, FASCIA_SINGLE_OPEN);
  g_assert_true (single.step == asked.step);
}

/* A place that was pressed on today is not pressed on again: something lighter, or the reason. */
static void
test_rest_day (PracticeFixture *f, gconstpointer data)
{
  g_auto (FasciaSingle) first = { 0 };
  g_auto (FasciaSingle) again = { 0 };

  choose (f, f->safety, NULL, "shoulder-top-left", &first);
  g_autofree char *past
      = g_strdup_printf ("0/%s@shoulder-top-left=60", fascia_step_get_id (first.step));
  choose (f, f->safety, past, "shoulder-top-left", &again);
  if (fascia_step_presses (first.step) && again.kind == FASCIA_SINGLE_OPEN)
    g_assert_false (fascia_step_presses (again.step));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  practice_test_add ("/single/table", test_table);
  practice_test_add ("/single/every-place", test_every_place);
  practice_test_add ("/single/gentlest", test_gentlest);
  practice_test_add ("/single/held-back", test_held_back);
  practice_test_add ("/single/not-asked", test_not_asked);
  practice_test_add ("/single/rest-day", test_rest_day);

  return g_test_run ();
}
