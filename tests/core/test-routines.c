/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The routines that come with the program: how many, inside which limits, what they reach, how they are
 * named. */

#include "config.h"

#include "practice-fixture.h"

#define N_ROUTINES_MIN 44

static FasciaRoutine *
get (const PracticeFixture *f, guint index)
{
  FasciaRoutine *routine = fascia_library_get_routine (f->library, index);

  g_test_message ("%s", fascia_routine_get_id (routine));
  return routine;
}

#define FOR_EACH_ROUTINE(f, routine)                                                               \
  for (guint index_ = 0; index_ < fascia_library_get_n_routines ((f)->library); index_++)          \
    for (FasciaRoutine *routine = get ((f), index_); routine != NULL; routine = NULL)

static void
test_limits (PracticeFixture *f, gconstpointer data)
{
  g_assert_cmpuint (fascia_library_get_n_routines (f->library), >=, N_ROUTINES_MIN);
  FOR_EACH_ROUTINE (f, routine)
  {
    g_auto (GStrv) over = NULL;
    g_auto (GStrv) forbidden = NULL;
    const gboolean is_good = fascia_library_check (f->library, routine, &over, &forbidden);
    const int seconds = fascia_library_get_seconds (f->library, routine, 2);

    g_assert_cmpstr (over[0], ==, NULL);
    g_assert_cmpstr (forbidden[0], ==, NULL);
    g_assert_true (is_good);
    g_assert_cmpint (seconds, >=, 180);
    g_assert_cmpint (seconds, <=, FASCIA_DOSE_SESSION_S);
    g_assert_cmpint (fascia_library_get_pressure_seconds (f->library, routine, 2), <=,
                     FASCIA_DOSE_SESSION_PRESSURE_S);
  }
}

/* Whoever has everything, may everything and has rested does a routine as it is written. */
static void
test_whole (PracticeFixture *f, gconstpointer data)
{
  const FasciaPracticeWish wish = { .library = f->library, .safety = f->safety };

  FOR_EACH_ROUTINE (f, routine)
  {
    guint n;
    g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);

    fascia_practice_get_held_back (practice, &n);
    g_assert_cmpuint (n, ==, 0);
    g_assert_cmpint (fascia_practice_get_seconds (practice), ==,
                     fascia_library_get_seconds (f->library, routine, 2));
    g_assert_cmpint (fascia_practice_get_pressure_seconds (practice), ==,
                     fascia_library_get_pressure_seconds (f->library, routine, 2));
  }
}

/* Warm up, release, stretch and move, control and strengthen, rest: no release after strength, and no
 * routine begins with pressure on a cold body. */
static void
test_order (PracticeFixture *f, gconstpointer data)
{
  FOR_EACH_ROUTINE (f, routine)
  {
    guint n;
    const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);
    gboolean had_strength = FALSE;
    guint n_released = 0;

    g_assert_cmpuint (n, >=, 2);
    for (guint i = 0; i < n; i++)
      {
        const FasciaStep *step = fascia_library_lookup_step (f->library, items[i].step);
        const FasciaTraits *traits = fascia_step_get_traits (step);

        g_assert_false (had_strength && traits->kind == FASCIA_STEP_RELEASE);
        had_strength = had_strength || traits->kind == FASCIA_STEP_STRENGTHEN;
        n_released += traits->kind == FASCIA_STEP_RELEASE;
        /* Of several places it is said which. */
        if (!traits->acts_on_all && traits->regions[1] != NULL)
          g_assert_nonnull (items[i].places);
        if (i == 0 && !fascia_library_is_gentle (f->library, routine))
          g_assert_false (fascia_step_presses (step));
      }
    g_assert_cmpuint (n_released, <=, 4);
  }
}

static void
test_steps_used (PracticeFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  FOR_EACH_ROUTINE (f, routine)
  {
    guint n;
    const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);

    for (guint i = 0; i < n; i++)
      g_hash_table_add (used, (gpointer) items[i].step);
  }
  for (guint i = 0; i < fascia_library_get_n_steps (f->library); i++)
    {
      const char *id = fascia_step_get_id (fascia_library_get_step (f->library, i));

      g_test_message ("%s", id);
      g_assert_true (g_hash_table_contains (used, id));
    }
}

/* For each place, in their order: how many routines work on it or on what lies beside it. */
static guint *
count_reach (const PracticeFixture *f, FasciaPosture postures)
{
  const guint n_regions = fascia_body_get_n_regions (f->body);
  guint *n = g_new0 (guint, n_regions);

  for (guint i = 0; i < fascia_library_get_n_routines (f->library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (f->library, i);
      g_autofree const char **bases = fascia_library_dup_bases (f->library, routine);

      if ((fascia_library_get_postures (f->library, routine) & postures) == 0 && postures != 0)
        continue;
      for (guint j = 0; j < n_regions; j++)
        {
          const FasciaRegion *region = fascia_body_get_region (f->body, j);
          const char *const *beside = fascia_region_get_beside (region);
          gboolean is_reached = g_strv_contains (bases, fascia_region_get_base (region));

          for (guint k = 0; beside[k] != NULL; k++)
            is_reached = is_reached || g_strv_contains (bases, beside[k]);
          n[j] += is_reached;
        }
    }
  return n;
}

/* Every place is reached by two routines at least, or two work beside it. */
static void
test_reach (PracticeFixture *f, gconstpointer data)
{
  g_autofree guint *n = count_reach (f, 0);

  for (guint i = 0; i < fascia_body_get_n_regions (f->body); i++)
    {
      g_test_message ("%s: %u", fascia_region_get_id (fascia_body_get_region (f->body, i)), n[i]);
      g_assert_cmpuint (n[i], >=, 2);
    }
}

/* Whoever cannot stand or lie on the floor: every group of places has a routine that goes all in bed or
 * all on a chair; and every place has one in which it or its neighbours are worked on so. */
static void
test_bed_or_chair (PracticeFixture *f, gconstpointer data)
{
  for (guint i = 0; i < fascia_body_get_n_groups (f->body); i++)
    {
      const char *group = fascia_body_get_group_code (f->body, i);
      guint n = 0;

      for (guint j = 0; j < fascia_library_get_n_routines (f->library); j++)
        {
          FasciaRoutine *routine = fascia_library_get_routine (f->library, j);

          n += g_str_equal (fascia_routine_get_group (routine), group)
               && (fascia_library_get_postures (f->library, routine)
                   & (FASCIA_POSTURE_BED | FASCIA_POSTURE_CHAIR))
                      != 0;
        }
      g_test_message ("%s", group);
      g_assert_cmpuint (n, >=, 1);
    }
  g_autofree guint *in_bed = count_reach (f, FASCIA_POSTURE_BED);
  g_autofree guint *on_chair = count_reach (f, FASCIA_POSTURE_CHAIR);
  for (guint i = 0; i < fascia_body_get_n_regions (f->body); i++)
    {
      g_test_message ("%s", fascia_region_get_id (fascia_body_get_region (f->body, i)));
      g_assert_cmpuint (in_bed[i] + on_chair[i], >=, 1);
    }
}

/* By tool, technique, posture and length there is something. */
static void
test_kinds (PracticeFixture *f, gconstpointer data)
{
  static const char *const techniques[]
      = { "direct", "indirect", "cross-hand", "skin-rolling", "breathing", "strength" };
  static const char *const tools[]
      = { "tennis-ball", "foam-roller", "massage-stick", "massage-hook", "soft-ball" };
  guint n_techniques[G_N_ELEMENTS (techniques)] = { 0 };
  guint n_tools[G_N_ELEMENTS (tools)] = { 0 };
  guint n_plain = 0, n_gentle = 0, n_short = 0, n_long = 0;
  guint n_postures[4] = { 0 };

  FOR_EACH_ROUTINE (f, routine)
  {
    guint n;
    const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);
    g_autofree const char **things = fascia_library_dup_tools (f->library, routine);
    const int seconds = fascia_library_get_seconds (f->library, routine, 2);
    gboolean is_plain = TRUE;

    for (guint i = 0; i < G_N_ELEMENTS (techniques); i++)
      for (guint j = 0; j < n; j++)
        if (g_str_equal (techniques[i], fascia_step_get_traits (
                                            fascia_library_lookup_step (f->library, items[j].step))
                                            ->technique))
          {
            n_techniques[i]++;
            break;
          }
    for (guint i = 0; things[i] != NULL; i++)
      is_plain = is_plain && fascia_library_is_default_tool (f->library, things[i]);
    for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
      n_tools[i] += g_strv_contains (things, tools[i]);
    n_plain += is_plain;
    n_gentle += fascia_library_is_gentle (f->library, routine);
    n_short += seconds <= 300;
    n_long += seconds >= 780;
    for (guint i = 0; i < G_N_ELEMENTS (n_postures); i++)
      n_postures[i] += (fascia_library_get_postures (f->library, routine) & (1u << i)) != 0;
  }
  for (guint i = 0; i < G_N_ELEMENTS (techniques); i++)
    {
      g_test_message ("%s: %u", techniques[i], n_techniques[i]);
      g_assert_cmpuint (n_techniques[i], >=, 2);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_test_message ("%s: %u", tools[i], n_tools[i]);
      g_assert_cmpuint (n_tools[i], >=, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (n_postures); i++)
    g_assert_cmpuint (n_postures[i], >=, 4);
  g_assert_cmpuint (n_plain, >=, 30);
  g_assert_cmpuint (n_gentle, >=, 20);
  g_assert_cmpuint (n_short, >=, 5);
  g_assert_cmpuint (n_long, >=, 3);
}

/* Several minutes at one place, as a session with a therapist has them. */
static void
test_long_holds (PracticeFixture *f, gconstpointer data)
{
  guint n_long = 0;

  FOR_EACH_ROUTINE (f, routine)
  {
    guint n;
    const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);

    for (guint i = 0; i < n; i++)
      {
        const FasciaStep *step = fascia_library_lookup_step (f->library, items[i].step);
        const FasciaDose *dose = fascia_step_get_dose (step);

        if (dose->long_hold_max == 0 || items[i].seconds < dose->long_hold_min)
          continue;
        n_long++;
        g_assert_false (fascia_step_presses (step));
        g_assert_cmpint (items[i].sets, ==, 1);
      }
  }
  g_assert_cmpuint (n_long, >=, 5);
}

/* Titles name what is done and where; what people call it is for the hidden words. */
static void
test_words (PracticeFixture *f, gconstpointer data)
{
  static const char *const never[] = {
    "fibromyalgia", "migraine",   "headache",    "sciatica",      "arthritis",
    "patient",      "treat",      "heal",        "cure",          "adhesion",
    "circulation",  "root cause", "significant", "trigger point", "injury",
  };
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  FOR_EACH_ROUTINE (f, routine)
  {
    const char *summary = fascia_routine_get_summary (routine);
    g_autofree char *shown
        = g_strconcat (fascia_routine_get_title_c (routine), "\n", summary, NULL);
    g_autofree char *lower = g_utf8_strdown (shown, -1);

    for (guint i = 0; i < G_N_ELEMENTS (never); i++)
      g_assert_null (strstr (lower, never[i]));
    g_assert_cmpuint (g_utf8_strlen (fascia_routine_get_title_c (routine), -1), <=, 52);
    g_assert_cmpuint (g_utf8_strlen (summary, -1), <=, 120);
    g_assert_true (g_str_has_suffix (summary, "."));
    g_assert_true (g_hash_table_add (titles, (gpointer) fascia_routine_get_title_c (routine)));
    g_assert_nonnull (fascia_routine_get_search_words (routine));
  }
}

/* Somebody looks for the words of the article they have read. */
static void
test_search (PracticeFixture *f, gconstpointer data)
{
  static const char *const words[] = {
    "fibromyalgia",  "sciatica",    "headache",        "migraine",        "posture",
    "sports injury", "root cause",  "trigger points",  "knots",           "adhesions",
    "foam roller",   "tennis ball", "massage ball",    "range of motion", "quality of life",
    "chronic pain",  "deep tissue", "skin rolling",    "cross-hand",      "myofascial release",
    "stiffness",     "back pain",   "neck pain",       "stress",          "strength",
    "physiotherapy", "stretch",     "breath",          "sleep",           "bed",
    "no tools",      "desk",        "several minutes",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) found = fascia_library_find (f->library, words[i]);

      g_test_message ("%s: %u", words[i], found->len);
      g_assert_cmpuint (found->len, >=, 1);
    }
}

/* What a routine says it belongs to is there. */
static void
test_programmes (PracticeFixture *f, gconstpointer data)
{
  guint n_all = 0;

  FOR_EACH_ROUTINE (f, routine)
  {
    const char *code = fascia_routine_get_programme (routine);

    if (code == NULL)
      continue;
    n_all++;
    g_assert_nonnull (fascia_programmes_lookup (f->programmes, code));
  }
  g_assert_cmpuint (n_all, >=, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  practice_test_add ("/routines/limits", test_limits);
  practice_test_add ("/routines/whole", test_whole);
  practice_test_add ("/routines/order", test_order);
  practice_test_add ("/routines/steps-used", test_steps_used);
  practice_test_add ("/routines/reach", test_reach);
  practice_test_add ("/routines/bed-or-chair", test_bed_or_chair);
  practice_test_add ("/routines/kinds", test_kinds);
  practice_test_add ("/routines/long-holds", test_long_holds);
  practice_test_add ("/routines/words", test_words);
  practice_test_add ("/routines/search", test_search);
  practice_test_add ("/routines/programmes", test_programmes);
  return g_test_run ();
}
