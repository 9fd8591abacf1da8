/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a person may follow a paced breath: by what was answered; and where nobody knows, not. */

#include "config.h"

#include "core/routines/fascia-breath-open.h"
#include "core/routines/fascia-breath.h"
#include "practice-fixture.h"

static FasciaBreathLeave
judge (PracticeFixture *f, const char *code, gboolean is_unsure, char **reasons)
{
  const FasciaConditionAnswer answer = { .code = code,
                                         .side = FASCIA_SIDE_MIDLINE,
                                         .since_day = FASCIA_DAY_UNKNOWN,
                                         .is_unsure = is_unsure };
  g_autoptr (FasciaSafety) safety = practice_new_safety (f, &answer, 1);

  return fascia_breath_judge (safety, f->library, reasons);
}

static void
test_held_back (PracticeFixture *f, gconstpointer data)
{
  for (gboolean is_unsure = FALSE; is_unsure <= TRUE; is_unsure++)
    {
      g_autofree char *reasons = NULL;

      g_assert_cmpint (judge (f, "asthma-severe", is_unsure, &reasons), ==,
                       FASCIA_BREATH_HELD_BACK);
      g_assert_nonnull (strstr (reasons, "asthma"));
      g_assert_true (g_str_has_suffix (reasons, "Rest is open to you."));
    }
  g_assert_cmpint (judge (f, "epilepsy-etc", FALSE, NULL), ==, FASCIA_BREATH_HELD_BACK);
}

static void
test_open (PracticeFixture *f, gconstpointer data)
{
  char *none = NULL;

  g_assert_cmpint (fascia_breath_judge (f->safety, f->library, &none), ==, FASCIA_BREATH_OPEN);
  g_assert_null (none);
  /* What has nothing to do with breathing. */
  g_assert_cmpint (judge (f, "implant", FALSE, &none), ==, FASCIA_BREATH_OPEN);
  g_assert_null (none);
}

/* Nobody is given a pace before it is known that it does no harm. */
static void
test_unknown (PracticeFixture *f, gconstpointer data)
{
  g_autofree char *no_answers = NULL;
  g_autofree char *no_table = NULL;

  g_assert_cmpint (fascia_breath_judge (NULL, f->library, &no_answers), ==, FASCIA_BREATH_UNKNOWN);
  g_assert_true (g_str_has_suffix (no_answers, "Rest is open to you."));
  g_assert_cmpint (fascia_breath_judge (f->safety, NULL, &no_table), ==, FASCIA_BREATH_UNKNOWN);
  g_assert_nonnull (no_table);
}

static void
test_rest (PracticeFixture *f, gconstpointer data)
{
  g_assert_false (
      fascia_breath_is_for (fascia_library_lookup_step (f->library, FASCIA_BREATH_REST_STEP)));
  g_assert_true (
      fascia_breath_is_for (fascia_library_lookup_step (f->library, FASCIA_BREATH_STEP)));
}

#define ADD(path, test)                                                                            \
  g_test_add (path, PracticeFixture, NULL, practice_set_up, test, practice_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  ADD ("/breath-open/held-back", test_held_back);
  ADD ("/breath-open/open", test_open);
  ADD ("/breath-open/unknown", test_unknown);
  ADD ("/breath-open/rest", test_rest);

  return g_test_run ();
}
