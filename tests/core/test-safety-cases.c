/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gate against a second opinion: every row of the table, every step and every home test, every
 * day that matters, and very many cases by chance. */

#include "config.h"

#include <string.h>

#include "core/journal/fascia-items.h"
#include "core/routines/fascia-practice.h"
#include "fascia-core-resources.h"
#include "fascia-test-long.h"
#include "safety-second.h"

#define TODAY 20700
/* Steps that are judged for each set of answers. */
#define N_STEPS_EACH 24

typedef struct
{
  FasciaBody *body;
  FasciaConditions *conditions;
  FasciaLibrary *library;
  FasciaItems *items;
  char *conditions_csv;
  char *steps_csv;
  Second *second;
  const FasciaTraits **traits; /* by row of the second's steps */
  int *caps;
} Fixture;

static char *
load_text (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("FASCIA_TEST_DATA"), name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->body = fascia_body_new (&error);
  g_assert_no_error (error);
  self->conditions = fascia_conditions_new (self->body, &error);
  g_assert_no_error (error);
  self->library = fascia_library_new (self->body, &error);
  g_assert_no_error (error);
  self->items = fascia_items_new (&error);
  g_assert_no_error (error);
  self->conditions_csv = load_text ("safety-conditions.csv");
  self->steps_csv = load_text ("safety-steps.csv");
  self->second = second_new (self->body, self->conditions_csv, self->steps_csv);

  const guint n_steps = second_get_n_steps (self->second);
  self->traits = g_new0 (const FasciaTraits *, n_steps);
  self->caps = g_new0 (int, n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      const char *id = second_get_step (self->second, i, "id");

      self->caps[i] = 3;
      if (g_str_equal (second_get_step (self->second, i, "what"), "test"))
        {
          const FasciaItem *item = fascia_items_lookup (self->items, id);

          g_assert_nonnull (item);
          self->traits[i] = fascia_item_get_traits (item);
        }
      else
        {
          const FasciaStep *step = fascia_library_lookup_step (self->library, id);

          g_assert_nonnull (step);
          self->traits[i] = fascia_step_get_traits (step);
          self->caps[i] = fascia_step_get_dose (step)->cap;
        }
      g_assert_nonnull (self->traits[i]);
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->traits);
  g_free (self->caps);
  second_free (self->second);
  g_free (self->conditions_csv);
  g_free (self->steps_csv);
  fascia_items_unref (self->items);
  fascia_library_unref (self->library);
  fascia_conditions_unref (self->conditions);
  fascia_body_unref (self->body);
}

/* ---- the tables say the same ---- */

static void
assert_list (const char *const *bases, const char *cell)
{
  g_auto (GStrv) words = second_split (cell);
  guint n = 0;

  for (; words[n] != NULL; n++)
    g_assert_true (bases != NULL && g_strv_contains (bases, words[n]));
  g_assert_cmpuint (bases != NULL ? g_strv_length ((char **) bases) : 0, ==, n);
}

static void
test_columns (Fixture *self, gconstpointer data)
{
  static const char *const firmnesses[] = { "", "soft", "medium", "firm" };
  guint n_tests = 0;

  g_assert_cmpuint (second_get_n_steps (self->second), ==, 98 + 18);
  g_assert_cmpuint (fascia_library_get_n_steps (self->library), ==, 98);
  for (guint i = 0; i < fascia_items_get_n (self->items); i++)
    n_tests += fascia_item_get_traits (fascia_items_get (self->items, i)) != NULL;
  g_assert_cmpuint (n_tests, ==, 18);
  for (guint i = 0; i < second_get_n_steps (self->second); i++)
    {
      const FasciaTraits *traits = self->traits[i];
#define CELL(column) second_get_step (self->second, i, column)
      g_auto (GStrv) also = second_split (CELL ("also_posture"));
      FasciaPosture also_postures = 0, one;

      g_test_message ("%s", CELL ("id"));
      g_assert_cmpstr (fascia_step_kind_to_code (traits->kind), ==, CELL ("kind"));
      g_assert_cmpstr (traits->technique, ==, CELL ("technique"));
      g_assert_cmpstr (traits->tool_class, ==, CELL ("tool_class"));
      g_assert_cmpstr (fascia_posture_to_code (traits->posture), ==, CELL ("posture"));
      for (guint j = 0; also[j] != NULL; j++)
        {
          g_assert_true (fascia_posture_from_code (also[j], &one));
          also_postures |= one;
        }
      g_assert_cmpint (traits->also_postures, ==, also_postures);
      g_assert_cmpstr (traits->lying, ==, CELL ("lying"));
      g_assert_cmpstr (firmnesses[traits->firmness], ==, CELL ("firmness"));
      g_assert_cmpint (traits->acts_on_all, ==, g_str_equal (CELL ("acts_on"), "all"));
      assert_list (traits->regions, CELL ("regions"));
      assert_list (traits->also_loads, CELL ("also_loads"));
      for (FasciaGrade grade = 0; grade < FASCIA_N_GRADES; grade++)
        {
          g_autofree char *column
              = g_strdelimit (g_strdup (fascia_grade_to_code (grade)), "-", '_');

          g_assert_cmpint (traits->grades[grade], ==, atoi (CELL (column)));
        }
      if (*CELL ("cap") != '\0')
        g_assert_cmpint (self->caps[i], ==, atoi (CELL ("cap")));
#undef CELL
    }
}

static void
test_near (Fixture *self, gconstpointer data)
{
  const guint n = fascia_body_get_n_regions (self->body);
  const gboolean is_long = fascia_test_count ("FASCIA_TEST_SAFETY_PLACES", 1, 30) > 3;
  guint n_near = 0;

  for (guint i = 0; i < n; i++)
    {
      const FasciaRegion *a = fascia_body_get_region (self->body, i);
      guint n_here = 0;

      /* The other side is the same; half of the pairs will do. */
      if (fascia_region_get_side (a) == FASCIA_SIDE_RIGHT && !is_long)
        continue;
      g_autofree const FasciaRegion **near = fascia_safety_dup_hand_width (self->body, a);

      g_assert_true (near[0] == a);
      for (guint j = 0; j < n; j++)
        {
          const FasciaRegion *b = fascia_body_get_region (self->body, j);
          gboolean is_near = FALSE;

          for (guint k = 0; near[k] != NULL; k++)
            is_near = is_near || near[k] == b;
          n_here += is_near;
          if (is_near != second_is_near (self->second, a, b))
            g_error ("%s and %s: %d, %f", fascia_region_get_id (a), fascia_region_get_id (b),
                     is_near, second_get_distance (self->second, a, b));
        }
      n_near += n_here;
      GString *names = g_string_new (NULL);
      for (guint k = 0; near[k] != NULL; k++)
        g_string_append_printf (names, " %s", fascia_region_get_id (near[k]));
      g_test_message ("near:%s", names->str);
      g_string_free (names, TRUE);
      g_assert_cmpuint (n_here, >=, 3);
      g_assert_cmpuint (n_here, <, n / 2);
    }
  g_test_message ("%.1f places within a hand-width", (double) n_near / n);
}

/* Pairs that anybody can check on a body. */
static void
test_near_pairs (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *a, *b;
    gboolean is_near;
  } pairs[] = {
    { "calf-upper-left", "calf-lower-left", TRUE },
    { "calf-upper-left", "calf-upper-right", FALSE },
    { "calf-upper-left", "calf-lower-right", FALSE },
    { "calf-upper-left", "knee-back-right", FALSE },
    { "thigh-inner-left", "thigh-inner-right", FALSE },
    { "thigh-inner-left", "groin-left", TRUE },
    { "thigh-inner-left", "groin-right", FALSE },
    { "thigh-back-left", "buttock-lower-left", TRUE },
    { "thigh-back-left", "buttock-lower-right", FALSE },
    { "thigh-back-left", "tailbone", TRUE },
    { "foot-top-left", "foot-sole-left", TRUE },
    { "foot-top-left", "foot-top-right", FALSE },
    { "elbow-front-left", "abdomen-upper-left", FALSE },
    { "elbow-front-left", "forearm-front-left", TRUE },
    { "forearm-front-left", "flank-left", FALSE },
    { "forearm-back-left", "hip-outer-left", FALSE },
    { "hand-palm-left", "thigh-outer-left", FALSE },
    { "upper-arm-front-left", "shoulder-front-left", TRUE },
    { "upper-arm-front-left", "chest-upper-left", TRUE },
    { "upper-arm-front-left", "ribs-side-left", FALSE },
    { "upper-arm-front-left", "shoulder-front-right", FALSE },
    { "lower-back-left", "lower-back-right", TRUE },
    { "buttock-lower-left", "buttock-lower-right", TRUE },
    { "neck-back-left", "neck-back-right", TRUE },
    { "forehead-left", "forehead-right", TRUE },
    { "breastbone", "chest-upper-left", TRUE },
    { "pelvis-front", "thigh-inner-right", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const FasciaRegion *a = fascia_body_lookup (self->body, pairs[i].a);
      const FasciaRegion *b = fascia_body_lookup (self->body, pairs[i].b);
      gboolean is_near = FALSE;

      g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
      g_assert_true (a != NULL && b != NULL);
      g_autofree const FasciaRegion **near = fascia_safety_dup_hand_width (self->body, a);
      for (guint k = 0; near[k] != NULL; k++)
        is_near |= near[k] == b;
      g_assert_cmpint (is_near, ==, pairs[i].is_near);
      g_assert_cmpint (second_is_near (self->second, b, a), ==, pairs[i].is_near);
    }
}

/* ---- one case ---- */

/* Answers as both sides read them. */
typedef struct
{
  FasciaConditionAnswer first[8];
  SecondAnswer second[8];
  guint n;
  gboolean is_answered;
  gboolean has_sign;
  int today;
} State;

static void
add_answer (State *state,
            const char *code,
            const char *region,
            char side,
            gboolean has_day,
            int day)
{
  g_assert_cmpuint (state->n, <, G_N_ELEMENTS (state->first));
  FasciaConditionAnswer *first = &state->first[state->n];
  SecondAnswer *second = &state->second[state->n++];

  *first = (FasciaConditionAnswer) {
    .code = code,
    .region = region,
    .side = side == 'l'   ? FASCIA_SIDE_LEFT
            : side == 'r' ? FASCIA_SIDE_RIGHT
                          : FASCIA_SIDE_MIDLINE,
    .since_day = has_day ? day : FASCIA_DAY_UNKNOWN,
  };
  *second = (SecondAnswer) { code, region, side, has_day, day };
}

static FasciaSafety *
make_safety (Fixture *self, FasciaConditions *conditions, const State *state)
{
  static const char *const signs[] = { "dvt", NULL };
  FasciaSafety *safety = fascia_safety_new (
      conditions, self->body, state->first, state->n,
      state->is_answered ? state->today - 3 : FASCIA_DAY_UNKNOWN, state->today);

  if (!state->has_sign)
    return safety;
  FasciaSafety *today = fascia_safety_with_session (safety, NULL, 0, signs);
  fascia_safety_unref (safety);
  return today;
}

typedef struct
{
  guint n_cases, n_held_back, n_adapted, n_open;
  guint n_disagreements;
  guint n_forbidden_starts; /* allowed, and the second opinion forbids it */
  char *first_one;
} Count;

static void
count_case (Fixture *self,
            Count *count,
            Second *second,
            const FasciaSafety *safety,
            const State *state,
            guint step,
            const FasciaRegion *const *places)
{
  const SecondState second_state
      = { state->second, state->n, state->is_answered, state->has_sign, state->today };
  const char *ids[8] = { NULL };
  g_auto (FasciaVerdict) verdict = { 0 };
  int lowest;

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    ids[i] = fascia_region_get_id (places[i]);
  fascia_safety_judge (safety, &verdict, self->traits[step], places, self->caps[step]);
  const gboolean is_forbidden = second_forbids (
      second, &second_state, step, places != NULL ? ids : NULL, self->caps[step], &lowest);
  const gboolean is_held_back = verdict.kind == FASCIA_VERDICT_HELD_BACK;
  gboolean is_same = is_forbidden == is_held_back && verdict.cap == lowest;

  /* What is said goes with what is so. */
  is_same = is_same && (verdict.kind == FASCIA_VERDICT_OPEN) == (verdict.reasons->len == 0);
  if (!is_held_back)
    is_same
        = is_same && (verdict.kind == FASCIA_VERDICT_ADAPTED) == (verdict.cap < self->caps[step]);
  count->n_cases++;
  count->n_held_back += is_held_back;
  count->n_adapted += verdict.kind == FASCIA_VERDICT_ADAPTED;
  count->n_open += verdict.kind == FASCIA_VERDICT_OPEN;
  count->n_forbidden_starts += is_forbidden && !is_held_back;
  if (is_same)
    return;
  count->n_disagreements++;
  if (count->first_one != NULL)
    return;
  GString *text = g_string_new (NULL);
  g_string_append_printf (text,
                          "%s at %s %s: program %d cap %d, second %d cap %d; answered %d sign %d",
                          second_get_step (second, step, "id"), ids[0], ids[1], is_held_back,
                          verdict.cap, is_forbidden, lowest, state->is_answered, state->has_sign);
  for (guint i = 0; i < state->n; i++)
    g_string_append_printf (text, "; %s %s %c %d %d", state->second[i].code,
                            state->second[i].region, state->second[i].side,
                            state->second[i].has_day, state->today - state->second[i].day);
  count->first_one = g_string_free (text, FALSE);
}

static void
assert_agreed (Count *count)
{
  g_test_message ("%u cases: %u held back, %u adapted, %u open", count->n_cases, count->n_held_back,
                  count->n_adapted, count->n_open);
  if (count->first_one != NULL)
    g_test_message ("%s", count->first_one);
  g_clear_pointer (&count->first_one, g_free);
  g_assert_cmpuint (count->n_disagreements, ==, 0);
  g_assert_cmpuint (count->n_forbidden_starts, ==, 0);
}

/* ---- every row, every step ---- */

static const FasciaRegion *
pick_region (Fixture *self, GRand *rand)
{
  return fascia_body_get_region (
      self->body,
      (guint) g_rand_int_range (rand, 0, (gint32) fascia_body_get_n_regions (self->body)));
}

/* All steps, at all their places and at each of those they may be done at. */
static void
count_all_steps (Fixture *self, Count *count, const FasciaSafety *safety, const State *state)
{
  const guint n_sides = fascia_test_count ("FASCIA_TEST_SAFETY_SIDES", 1, 2);

  for (guint step = 0; step < second_get_n_steps (self->second); step++)
    {
      const char *const *bases = self->traits[step]->regions;

      count_case (self, count, self->second, safety, state, step, NULL);
      for (guint i = 0; bases[i] != NULL; i++)
        for (guint side = 0; side < n_sides; side++)
          {
            g_autofree char *id = g_strconcat (bases[i], side == 0 ? "-left" : "-right", NULL);
            const FasciaRegion *places[2] = { fascia_body_lookup (self->body, id), NULL };

            if (places[0] == NULL)
              places[0] = fascia_body_lookup (self->body, bases[i]);
            g_assert_nonnull (places[0]);
            count_case (self, count, self->second, safety, state, step, places);
          }
    }
}

static void
count_row (Fixture *self, Count *count, guint row, const char *region, char side, int days)
{
  State state = { .is_answered = TRUE, .today = TODAY };
  add_answer (&state, second_get_condition (self->second, row, "id"), region, side, days >= 0,
              TODAY - days);
  g_autoptr (FasciaSafety) safety = make_safety (self, self->conditions, &state);

  count_all_steps (self, count, safety, &state);
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  const guint n_places = fascia_test_count ("FASCIA_TEST_SAFETY_PLACES", 3, 30);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  g_assert_cmpuint (second_get_n_conditions (self->second), ==, 51);
  g_assert_cmpuint (fascia_conditions_get_n (self->conditions), ==, 51);
  for (guint row = 0; row < 51; row++)
    {
      const int from = atoi (second_get_condition (self->second, row, "from_day"));
      const gboolean has_site
          = g_str_equal (second_get_condition (self->second, row, "regions"), "site");
      Count count = { 0 };

      for (guint i = 0; has_site && i < n_places; i++)
        {
          const FasciaRegion *region = pick_region (self, rand);

          count_row (self, &count, row, fascia_region_get_id (region), 'b', from);
        }
      for (guint i = 0; i < 3; i++)
        count_row (self, &count, row, NULL, "lrb"[i], from);
      count_row (self, &count, row, NULL, 'b', -1);
      g_test_message ("%s", second_get_condition (self->second, row, "id"));
      g_assert_cmpuint (count.n_held_back, >, 0);
      g_assert_cmpuint (count.n_open + count.n_adapted, >, 0);
      assert_agreed (&count);
    }
}

/* Each day from before it to after it. */
static void
test_days (Fixture *self, gconstpointer data)
{
  static const int days[]
      = { -2, 0, 1, 2, 3, 4, 5, 13, 14, 15, 16, 41, 42, 43, 83, 84, 85, 182, 183, 184, 400 };

  for (guint row = 0; row < 51; row++)
    {
      Count count = { 0 };

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        {
          State state = { .is_answered = TRUE, .today = TODAY };
          add_answer (&state, second_get_condition (self->second, row, "id"), "calf-upper-left",
                      'l', TRUE, TODAY - days[i]);
          g_autoptr (FasciaSafety) safety = make_safety (self, self->conditions, &state);

          for (guint step = row % 7; step < second_get_n_steps (self->second); step += 7)
            count_case (self, &count, self->second, safety, &state, step, NULL);
        }
      assert_agreed (&count);
    }
}

/* ---- by chance ---- */

static void
add_by_chance (Fixture *self, State *state, GRand *rand, const char *code)
{
  static const char *const others[] = { "injury", "injury", "injury", "of-a-later-version" };
  const int i = g_rand_int_range (rand, 0, 51 + (int) G_N_ELEMENTS (others));
  const char *region = fascia_region_get_id (pick_region (self, rand));
  const int chance = g_rand_int_range (rand, 0, 100);
  const gboolean has_day = g_rand_int_range (rand, 0, 100) < 80;
  int days = g_rand_int_range (rand, -2, 20);

  if (g_rand_int_range (rand, 0, 3) == 0)
    days = g_rand_int_range (rand, 0, 200);
  if (chance < 4)
    region = NULL;
  else if (chance < 6)
    region = "place-of-a-later-version";
  if (code == NULL)
    code = i < 51 ? second_get_condition (self->second, (guint) i, "id") : others[i - 51];
  add_answer (state, code, region, "lrb"[g_rand_int_range (rand, 0, 3)], has_day,
              state -> today - days);
}

/* (nullable) Places as a routine or a person would choose them. */
static const FasciaRegion **
choose_places (Fixture *self, GRand *rand, guint step, const FasciaRegion *places[4])
{
  const char *const *bases = self->traits[step]->regions;
  const guint n_bases = g_strv_length ((char **) bases);
  const int n_places = g_rand_int_range (rand, 0, 4);
  const int sides = g_rand_int_range (rand, 0, 3);
  guint n = 0;

  for (int i = 0; i < n_places; i++)
    {
      const char *base = bases[g_rand_int_range (rand, 0, (int) n_bases)];
      const gboolean is_left = sides == 2 ? g_rand_boolean (rand) : sides == 0;
      g_autofree char *id = g_strconcat (base, is_left ? "-left" : "-right", NULL);
      const FasciaRegion *region = fascia_body_lookup (self->body, id);

      if (region == NULL)
        region = fascia_body_lookup (self->body, base);
      g_assert_nonnull (region);
      if (n == 0 || places[n - 1] != region)
        places[n++] = region;
    }
  places[n] = NULL;
  return n > 0 ? places : NULL;
}

/* @code: (nullable): one that is among the answers always */
static void
make_state (Fixture *self, State *state, GRand *rand, const char *code)
{
  const int n = g_rand_int_range (rand, 0, 5);

  *state = (State) {
    .is_answered = g_rand_int_range (rand, 0, 100) < 94,
    .has_sign = g_rand_int_range (rand, 0, 100) < 3,
    .today = TODAY + g_rand_int_range (rand, -400, 400),
  };
  if (code != NULL)
    {
      state->is_answered = TRUE;
      state->has_sign = FALSE;
      add_by_chance (self, state, rand, code);
    }
  for (int i = 0; code == NULL && i < n; i++)
    add_by_chance (self, state, rand, NULL);
}

static void
count_by_chance (Fixture *self,
                 Count *count,
                 FasciaConditions *conditions,
                 Second *second,
                 guint n_cases,
                 const char *code)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  /* Of a planted fault seeing it once is enough. */
  while (count->n_cases < n_cases && (code == NULL || count->n_disagreements == 0))
    {
      State state;

      make_state (self, &state, rand, code);
      g_autoptr (FasciaSafety) safety = make_safety (self, conditions, &state);
      for (guint i = 0; i < N_STEPS_EACH; i++)
        {
          const guint step
              = (guint) g_rand_int_range (rand, 0, (gint32) second_get_n_steps (second));
          const FasciaRegion *places[4];

          count_case (self, count, second, safety, &state, step,
                      choose_places (self, rand, step, places));
        }
    }
}

static void
test_chance (Fixture *self, gconstpointer data)
{
  const guint n_cases = fascia_test_count ("FASCIA_TEST_SAFETY_CASES", 12000, 1200000);
  Count count = { 0 };

  count_by_chance (self, &count, self->conditions, self->second, n_cases, NULL);
  g_assert_cmpuint (count.n_cases, >=, n_cases);
  g_assert_cmpuint (count.n_held_back, >, count.n_cases / 10);
  g_assert_cmpuint (count.n_open, >, count.n_cases / 10);
  g_assert_cmpuint (count.n_adapted, >, count.n_cases / 100);
  assert_agreed (&count);
}

/* ---- the test can fail ---- */

static char *
replace_once (const char *text, const char *code, const char *old, const char *new)
{
  const char *row = strstr (text, code);
  const char *at = row != NULL ? strstr (row, old) : NULL;

  g_assert_nonnull (at);
  g_autoptr (GString) changed = g_string_new_len (text, at - text);
  g_string_append (changed, new);
  g_string_append (changed, at + strlen (old));
  return g_string_free (g_steal_pointer (&changed), FALSE);
}

/* A wrong rule in the table of the program is seen, whichever it is. */
static void
test_control (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *code, *old, *new;
  } plants[] = {
    { "wound", "hand-width=\"yes\"", "hand-width=\"no\"" },
    { "acute-injury", "until=\"3\"", "until=\"2\"" },
    { "injury-around", "hand-width=\"yes\"", "hand-width=\"no\"" },
    { "bleeding", "release strengthen", "strengthen" },
    { "leg-circulation", "end-range>=2", "end-range>=1" },
    { "osteoporosis", "spine-flexion>=1", "spine-flexion>=2" },
    { "osteoporosis-severe", "loaded>=2", "loaded<=2" },
    { "dizzy", "posture=floor|hands-and-knees", "posture=hands-and-knees" },
    { "varicose", "calf-lower", "calf-upper" },
    { "lymphoedema", "asks-side=\"yes\"", "asks-side=\"no\"" },
    { "anticoagulant", "max-cap=\"3\"", "max-cap=\"4\"" },
    { "asthma-severe", "strengthen breathe", "strengthen" },
    { "filler", "head-down>=1", "head-down>=2" },
    { "pregnancy", "lying=back|front", "lying=front" },
    { "steroid", "firmness=firm", "technique=skin-rolling" },
  };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_BASE_PATH "/routines/conditions.xml",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (plants); i++)
    {
      g_autofree char *code = g_strdup_printf ("code=\"%s\"", plants[i].code);
      g_autofree char *xml
          = replace_once (g_bytes_get_data (bytes, NULL), code, plants[i].old, plants[i].new);
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaConditions) wrong
          = fascia_conditions_new_from_data (self->body, xml, &error);
      Count count = { 0 };

      g_assert_no_error (error);
      count_by_chance (self, &count, wrong, self->second, 12000, plants[i].code);
      g_clear_pointer (&count.first_one, g_free);
      g_test_message ("%s: seen after %u cases", plants[i].code, count.n_cases);
      g_assert_cmpuint (count.n_disagreements, >, 0);
    }
}

/* ---- what is made ready ---- */

static guint
find_step (Fixture *self, const char *id)
{
  for (guint i = 0; i < second_get_n_steps (self->second); i++)
    if (g_str_equal (second_get_step (self->second, i, "id"), id))
      return i;
  g_error ("no step %s", id);
}

/* No routine, made ready with whatever is answered, has anything that the second opinion forbids. */
static void
test_practice (Fixture *self, gconstpointer data)
{
  const guint n_cases = fascia_test_count ("FASCIA_TEST_SAFETY_PRACTICES", 300, 20000);
  const guint n_routines = fascia_library_get_n_routines (self->library);
  g_autoptr (GRand) rand = g_rand_new_with_seed (77);
  guint n_entries = 0;

  g_assert_cmpuint (n_routines, >, 0);
  for (guint i = 0; i < n_cases; i++)
    {
      const FasciaRegion *places[] = { pick_region (self, rand), pick_region (self, rand), NULL };
      State state;

      make_state (self, &state, rand, NULL);
      g_autoptr (FasciaSafety) safety = make_safety (self, self->conditions, &state);
      const SecondState second_state
          = { state.second, state.n, state.is_answered, state.has_sign, state.today };
      const FasciaPracticeWish wish = {
        .library = self->library,
        .safety = safety,
        .places = g_rand_boolean (rand) ? places : NULL,
        .gentle = g_rand_boolean (rand),
      };
      g_autoptr (FasciaPractice) practice
          = fascia_practice_new (fascia_library_get_routine (self->library, i % n_routines), &wish);
      guint n;
      const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

      for (guint j = 0; j < n; j++)
        {
          const char *ids[64] = { NULL };
          const char *id = fascia_step_get_id (entries[j].step);
          int lowest;

          for (guint k = 0; entries[j].places != NULL && entries[j].places[k] != NULL; k++)
            {
              g_assert_cmpuint (k, <, G_N_ELEMENTS (ids) - 1);
              ids[k] = fascia_region_get_id (entries[j].places[k]);
            }
          if (second_forbids (self->second, &second_state, find_step (self, id),
                              ids[0] != NULL ? ids : NULL,
                              fascia_step_get_dose (entries[j].step)->cap, &lowest))
            g_error ("%s is begun at %s", id, ids[0]);
          g_assert_cmpint (entries[j].cap, <=, lowest);
          n_entries++;
        }
    }
  g_test_message ("%u entries of %u routines", n_entries, n_routines);
  g_assert_cmpuint (n_entries, >, n_cases);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

#define ADD(name, function)                                                                        \
  g_test_add ("/safety-cases/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("columns", test_columns);
  ADD ("near", test_near);
  ADD ("near-pairs", test_near_pairs);
  ADD ("rows", test_rows);
  ADD ("days", test_days);
  ADD ("chance", test_chance);
  ADD ("control", test_control);
  ADD ("practice", test_practice);
#undef ADD
  return g_test_run ();
}
