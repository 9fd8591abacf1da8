/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of steps as it is shipped: complete, within its limits, and the same as a table that is
 * kept apart from it. */

#include "config.h"

#include <string.h>

#include "core/routines/fascia-library.h"
#include "fascia-core-resources.h"

#define N_STEPS 98

/* Says all that is wrong, not only the first thing. */
#define complain(...)                                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_test_message (__VA_ARGS__);                                                                  \
    g_test_fail ();                                                                                \
  }                                                                                                \
  G_STMT_END
#define MAX_CUE 60

static FasciaLibrary *
load_library (void)
{
  g_autoptr (GError) error = NULL;

  fascia_core_get_resource ();
  g_autoptr (FasciaBody) body = fascia_body_new (&error);
  g_assert_no_error (error);
  FasciaLibrary *library = fascia_library_new (body, &error);
  g_assert_no_error (error);
  return library;
}

/* ---- the other table ---- */

static char *
dup_postures (FasciaPosture postures)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < 5; i++)
    if ((postures & (1 << i)) != 0)
      g_strv_builder_add (builder, fascia_posture_to_code (1 << i));
  g_auto (GStrv) codes = g_strv_builder_end (builder);
  return g_strjoinv (" ", codes);
}

/* What a step says in a column, as that table writes it. */
static char *
dup_column (const FasciaStep *step, const char *name)
{
  static const char *const firmnesses[] = { "", "soft", "medium", "firm" };
  const FasciaTraits *traits = fascia_step_get_traits (step);
  const FasciaDose *dose = fascia_step_get_dose (step);
  const struct
  {
    const char *name;
    int value;
  } numbers[] = {
    { "seconds_min", dose->seconds_min },
    { "seconds_max", dose->seconds_max },
    { "sets_min", dose->sets_min },
    { "sets_max", dose->sets_max },
    { "hold_min", dose->hold_min },
    { "hold_max", dose->hold_max },
    { "sides", dose->sides },
    { "reps_min", dose->reps_min },
    { "reps_max", dose->reps_max },
    { "seconds_per_rep", dose->seconds_per_rep },
    { "long_hold_min", dose->long_hold_min },
    { "long_hold_max", dose->long_hold_max },
    { "max_seconds", dose->max_seconds },
    { "days_min", dose->days_min },
    { "days_max", dose->days_max },
    { "target_min", dose->target_min },
    { "target_max", dose->target_max },
    { "cap", dose->cap },
  };
  const struct
  {
    const char *name;
    const char *value;
  } words[] = {
    { "id", fascia_step_get_id (step) },
    { "variant_of",
      fascia_step_get_variant_of (step) != NULL ? fascia_step_get_variant_of (step) : "" },
    { "kind", fascia_step_kind_to_code (traits->kind) },
    { "technique", traits->technique },
    { "tool_class", traits->tool_class },
    { "acts_on", traits->acts_on_all ? "all" : "chosen" },
    { "posture", fascia_posture_to_code (traits->posture) },
    { "lying", traits->lying },
    { "firmness", firmnesses[traits->firmness] },
    { "set_unit", dose->set_unit },
    { "rest_day", dose->rest_day ? "yes" : "no" },
    { "certainty", fascia_step_get_certainty (step) },
  };
  const struct
  {
    const char *name;
    const char *const *list;
  } lists[] = {
    { "tools", fascia_step_get_tools (step) },
    { "regions", traits->regions },
    { "also_loads", traits->also_loads },
    { "pairs", fascia_step_get_pairs (step) },
  };
  FasciaGrade grade;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (name, numbers[i].name))
      return g_strdup_printf ("%d", numbers[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (name, words[i].name))
      return g_strdup (words[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (name, lists[i].name))
      return g_strjoinv (" ", (char **) lists[i].list);
  if (g_str_equal (name, "also_posture"))
    return dup_postures (traits->also_postures);
  g_autofree char *code = g_strdelimit (g_strdup (name), "_", '-');
  g_assert_true (fascia_grade_from_code (code, &grade));
  return g_strdup_printf ("%d", traits->grades[grade]);
}

/* Lists of postures in any order. */
static char *
dup_in_order (const char *name, const char *value)
{
  g_auto (GStrv) codes = NULL;
  FasciaPosture postures = 0;

  if (!g_str_equal (name, "also_posture") || *value == '\0')
    return g_strdup (value);
  codes = g_strsplit (value, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      FasciaPosture one;

      g_assert_true (fascia_posture_from_code (codes[i], &one));
      postures |= one;
    }
  return dup_postures (postures);
}

static void
test_columns (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();
  g_autofree char *path = g_build_filename (g_getenv ("FASCIA_TEST_DATA"), "steps.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  guint n_rows = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (names == NULL)
        {
          names = g_strsplit (lines[i], ",", -1);
          g_assert_cmpuint (g_strv_length (names), ==, 47);
          continue;
        }

      g_auto (GStrv) values = g_strsplit (lines[i], ",", -1);
      g_assert_cmpuint (g_strv_length (values), ==, g_strv_length (names));
      const FasciaStep *step = fascia_library_get_step (library, n_rows++);
      g_assert_nonnull (step);
      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *is = dup_column (step, names[j]);
          g_autofree char *wanted = dup_in_order (names[j], values[j]);

          if (g_strcmp0 (is, wanted) != 0)
            g_error ("%s, %s: “%s”, not “%s”", values[0], names[j], is, wanted);
        }
    }
  g_assert_cmpuint (n_rows, ==, N_STEPS);
  g_assert_cmpuint (fascia_library_get_n_steps (library), ==, N_STEPS);
}

static void
test_kinds (void)
{
  static const guint wanted[FASCIA_N_STEP_KINDS + 1] = { 0, 50, 12, 10, 5, 16, 2, 3 };
  g_autoptr (FasciaLibrary) library = load_library ();
  guint n[FASCIA_N_STEP_KINDS + 1] = { 0 };

  for (guint i = 0; i < N_STEPS; i++)
    n[fascia_step_get_traits (fascia_library_get_step (library, i))->kind]++;
  for (guint i = 0; i <= FASCIA_N_STEP_KINDS; i++)
    g_assert_cmpuint (n[i], ==, wanted[i]);
}

/* ---- places ---- */

/* Every place has a step, and one in bed or on a chair. */
static void
test_every_base (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();
  FasciaBody *body = fascia_library_get_body (library);

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      guint n = 0, n_easy = 0;

      for (guint j = 0; j < N_STEPS; j++)
        {
          const FasciaStep *step = fascia_library_get_step (library, j);
          const FasciaTraits *traits = fascia_step_get_traits (step);

          if (!fascia_step_works_on (step, region))
            continue;
          n++;
          n_easy += ((traits->posture | traits->also_postures)
                     & (FASCIA_POSTURE_BED | FASCIA_POSTURE_CHAIR))
                    != 0;
        }
      if (n == 0 || n_easy == 0)
        g_error ("%s: %u steps, %u in bed or on a chair", fascia_region_get_id (region), n, n_easy);
    }
}

/* Whatever touches a place with a tool may do so there; where nothing may, nothing does. */
static void
test_tools (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();
  FasciaBody *body = fascia_library_get_body (library);
  guint n_open = 0, n_closed = 0;

  for (guint i = 0; i < N_STEPS; i++)
    for (guint j = 0; j < fascia_body_get_n_regions (body); j++)
      {
        const FasciaStep *step = fascia_library_get_step (library, i);
        const FasciaRegion *region = fascia_body_get_region (body, j);
        const FasciaTraits *traits = fascia_step_get_traits (step);
        const char *const *open = fascia_region_get_tools (region);
        gboolean is_open = FALSE;

        if (!fascia_step_works_on (step, region))
          continue;
        if (g_str_equal (open[0], "none"))
          {
            n_closed++;
            g_assert_cmpint (traits->kind, !=, FASCIA_STEP_RELEASE);
            g_assert_cmpint (traits->grades[FASCIA_GRADE_PRESSURE], ==, 0);
          }
        if (g_str_equal (traits->tool_class, "none"))
          {
            g_assert_cmpint (traits->grades[FASCIA_GRADE_PRESSURE], ==, 0);
            g_assert_cmpint (traits->kind, !=, FASCIA_STEP_RELEASE);
            continue;
          }
        for (guint k = 0; open[k] != NULL; k++)
          {
            g_autofree char *light = g_strconcat (open[k], "-light", NULL);

            is_open |= g_str_equal (open[k], traits->tool_class)
                       || g_str_equal (light, traits->tool_class);
          }
        n_open++;
        if (!is_open)
          g_error ("%s: %s is not open at %s", fascia_step_get_id (step), traits->tool_class,
                   fascia_region_get_id (region));
      }
  g_assert_cmpuint (n_open, >, 100);
  g_assert_cmpuint (n_closed, >, 30);
}

/* ---- doses ---- */

static void
test_doses (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const FasciaTraits *traits = fascia_step_get_traits (step);
      const FasciaDose *dose = fascia_step_get_dose (step);
      const gboolean is_strong = traits->kind == FASCIA_STEP_STRENGTHEN;
      g_autofree char *words = fascia_step_dup_dose (step);

      g_assert_cmpint (dose->max_seconds, <=, 360);
      g_assert_cmpint (
          dose->max_seconds, ==,
          (dose->reps_max > 0 ? dose->reps_max * dose->seconds_per_rep : dose->seconds_max)
              * dose->sets_max * dose->sides);
      g_assert_cmpint (dose->cap, <=, 4);
      g_assert_cmpint (dose->target_max, <=, dose->cap);
      g_assert_cmpint (dose->rest_day, ==, fascia_step_presses (step) || is_strong);
      if (dose->long_hold_max > 0)
        {
          g_assert_cmpint (traits->grades[FASCIA_GRADE_PRESSURE], <, 2);
          g_assert_cmpint (dose->cap, <=, 2);
          g_assert_cmpint (dose->long_hold_min, ==, 180);
          g_assert_cmpint (dose->long_hold_max, ==, 300);
        }
      g_assert_cmpint (g_utf8_strlen (words, -1), >, 5);
      g_assert_null (strchr (words, '('));
    }
}

static void
test_dose_words (void)
{
  static const struct
  {
    const char *id, *words;
  } cases[] = {
    { "r01", "1–2 sets of 60–90 s a side" },
    { "r08", "1–2 spots of 30–60 s a side" },
    { "r12", "1 hold of 90–150 s a side" },
    { "r21", "1–2 holds of 60–120 s" },
    { "r24", "1–2 places of 60–120 s" },
    { "r28", "1 set of 180–300 s" },
    { "m01", "6–10 times a side, 1–2 rounds" },
    { "m09", "6–10 times, 1–2 rounds" },
    { "x01", "3–10 holds of 10 s" },
    { "x05", "4–8 holds of 5–10 s a side" },
    { "x10", "8–12 times, 1–3 sets" },
    { "x14", "6–10 times a side, 1–2 sets" },
  };
  g_autoptr (FasciaLibrary) library = load_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words
          = fascia_step_dup_dose (fascia_library_lookup_step (library, cases[i].id));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (fascia_cap_get_words (2), ==, "light");
  for (int cap = 0; cap < 5; cap++)
    g_assert_cmpstr (fascia_cap_get_words (cap + 1), !=, "");
}

/* ---- texts ---- */

/* Short, calm, to the person: whole sentences and nothing that we do not say. */
static void
check_sentences (const char *id, const char *text)
{
  static const char *const never[] = {
    "significant", "patient",     "criteria", "treat",  "heal ",  "heals", "cure",
    "root cause",  "adhesion",    "danger",   "always", "should", "must ", "guarantee",
    "circulation", "blood flow ", "toxin",    "fix ",   "!",      "  ",    ";",
  };
  const gsize length = strlen (text);

  g_assert_true (g_ascii_isupper (text[0]));
  if (text[length - 1] != '.')
    g_error ("%s: “%s” is no whole sentence", id, text);
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (text, never[i]) != NULL && !g_str_has_suffix (text, "as you always do."))
      {
        /* "always" and the like are not our voice, but "less than it should" is a plain fact. */
        if (g_str_equal (never[i], "should") && strstr (text, "less than it should") != NULL)
          continue;
        if (g_str_equal (never[i], "should") && strstr (text, "shoulder") != NULL)
          continue;
        g_error ("%s: “%s” in “%s”", id, never[i], text);
      }
  g_auto (GStrv) sentences = g_strsplit (text, ". ", -1);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (sentences[i], " ", -1);

      if (g_strv_length (words) > 30)
        g_error ("%s: too long a sentence: “%s”", id, sentences[i]);
    }
}

static void
test_texts (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_STEPS; i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const char *id = fascia_step_get_id (step);
      const char *cue = fascia_step_get_cue (step), *title = fascia_step_get_title (step);

      g_assert_true (g_hash_table_add (titles, (gpointer) title));
      g_assert_cmpstr (title, ==, fascia_step_get_title_c (step));
      g_assert_cmpint (g_utf8_strlen (title, -1), <=, 44);
      for (guint bit = 0; bit < FASCIA_N_POSTURES; bit++)
        check_sentences (id, fascia_step_get_setup_for (step, 1u << bit));
      check_sentences (id, fascia_step_get_movement (step));
      check_sentences (id, fascia_step_get_avoid (step));
      check_sentences (id, fascia_step_get_easier (step));
      check_sentences (id, fascia_step_get_harder (step));
      g_assert_cmpint (g_utf8_strlen (cue, -1), >=, 8);
      g_assert_cmpint (g_utf8_strlen (cue, -1), <=, MAX_CUE);
      g_assert_true (g_ascii_isupper (cue[0]));
      g_assert_false (g_str_has_suffix (cue, "."));
    }
}

static void
test_sources (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const char *source = fascia_step_get_source (step);
      const FasciaStepKind kind = fascia_step_get_traits (step)->kind;
      const char evidence = fascia_step_get_evidence (step);

      g_assert_cmpuint (strlen (source), >, 20);
      g_assert_nonnull (strchr ("ABC", evidence));
      /* As docs/routines.md says: a guideline for the kind; trials that are named. */
      if (evidence == 'A')
        g_assert_true ((kind == FASCIA_STEP_STRETCH || kind == FASCIA_STEP_STRENGTHEN)
                       && strstr (source, "ACSM") != NULL);
      else if (evidence == 'B')
        g_assert_nonnull (strstr (source, "20"));
      else
        g_assert_true (kind != FASCIA_STEP_STRETCH && kind != FASCIA_STEP_STRENGTHEN);
    }
}

/* A variant is one of the same kind of work, and of the same place. */
static void
test_variants (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();
  guint n = 0;

  for (guint i = 0; i < N_STEPS; i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const char *id = fascia_step_get_variant_of (step);
      gboolean shares = FALSE;

      if (id == NULL)
        continue;
      n++;
      const FasciaStep *other = fascia_library_lookup_step (library, id);
      g_assert_null (fascia_step_get_variant_of (other));
      const char *const *regions = fascia_step_get_traits (step)->regions;
      for (guint j = 0; regions[j] != NULL; j++)
        shares |= g_strv_contains (fascia_step_get_traits (other)->regions, regions[j]);
      g_assert_true (shares || g_str_equal (fascia_step_get_id (step), "r32")
                     || g_str_equal (fascia_step_get_id (step), "r43"));
    }
  g_assert_cmpuint (n, ==, 31);
}

static void
test_things (void)
{
  g_autoptr (FasciaLibrary) library = load_library ();
  const char *const *tools = fascia_library_get_tools (library);
  static const char *const default_ones[] = { "hands", "wall", "chair", "towel", NULL };
  static const char *const optional_ones[] = { "strap", "band", "small-weight", NULL };

  g_assert_cmpuint (g_strv_length ((char **) tools), ==, 21);
  for (guint i = 0; tools[i] != NULL; i++)
    {
      gboolean is_used = FALSE;

      for (guint j = 0; j < N_STEPS; j++)
        is_used |= g_strv_contains (fascia_step_get_tools (fascia_library_get_step (library, j)),
                                    tools[i]);
      /* Those are only for a harder way, or one of several that do as well. */
      g_assert_cmpint (is_used, ==, !g_strv_contains (optional_ones, tools[i]));
      g_assert_cmpstr (fascia_library_get_tool_name (library, tools[i]), !=, tools[i]);
    }
  for (guint i = 0; default_ones[i] != NULL; i++)
    g_assert_true (fascia_library_is_default_tool (library, default_ones[i]));
  g_assert_false (fascia_library_is_default_tool (library, "tennis-ball"));
  g_assert_false (fascia_library_is_default_tool (library, "mat"));
  g_assert_cmpstr (fascia_library_get_tool_name (library, "anvil"), ==, "anvil");
}

/* Calls @check with the words of each step in each posture in which it may be done. */
static void
check_in_postures (void (*check) (const FasciaStep *step, FasciaPosture posture, const char *words))
{
  g_autoptr (FasciaLibrary) library = load_library ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      const FasciaStep *step = fascia_library_get_step (library, i);
      const FasciaTraits *traits = fascia_step_get_traits (step);

      for (guint bit = 0; bit < FASCIA_N_POSTURES; bit++)
        {
          const FasciaPosture posture = 1u << bit;

          if (((traits->posture | traits->also_postures) & posture) == 0)
            continue;
          g_autofree char *words = g_strconcat (fascia_step_get_setup_for (step, posture), " ",
                                                fascia_step_get_movement (step), NULL);
          check (step, posture, words);
        }
    }
}

static gboolean
matches (const char *words, const char *pattern)
{
  return g_regex_match_simple (pattern, words, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static void
check_side (const FasciaStep *step, FasciaPosture posture, const char *words)
{
  if (fascia_step_get_dose (step)->sides < 2)
    return;
  if (!matches (words,
                "\\b([Tt]hat|[Tt]he other|[Yy]our other) (outer |upper |warm )?(side|leg|foot|"
                "knee|hand|arm|forearm|thigh|calf|heel|ankle|buttock|shoulder|elbow|thumb)\\b")
      || matches (words, "\\b[Ll]ie (half )?on your side\\b")
      /* "one foot … that foot" leaves it open. */
      || matches (words, "\\bone (bare )?(side|leg|foot|knee|hand|arm|thigh|heel|ankle)\\b"))
    g_error ("%s %s does not say which side: %s", fascia_step_get_id (step),
             fascia_posture_to_code (posture), words);
}

/* Whoever does a step for one side is told which: "that foot", "lie on the other side". */
static void
test_sides (void)
{
  check_in_postures (check_side);
}

static void
check_posture (const FasciaStep *step, FasciaPosture posture, const char *words)
{
  static const struct
  {
    FasciaPosture posture;
    const char *never;
  } rules[] = {
    { FASCIA_POSTURE_BED,
      "\\b([Ss]it\\b(?! up in bed)|[Ss]tand\\b|chair\\b|stool\\b|table\\b|floor\\b)" },
    { FASCIA_POSTURE_CHAIR, "\\b([Ll]ie\\b|in bed\\b|[Ss]tand\\b|mat\\b)" },
    { FASCIA_POSTURE_STANDING, "\\b([Ss]it\\b|[Ll]ie\\b|chair\\b|in bed\\b|mat\\b)" },
    { FASCIA_POSTURE_FLOOR, "\\b([Ss]tand\\b|in bed\\b|on a chair\\b)" },
  };
  const FasciaTraits *traits = fascia_step_get_traits (step);
  g_autoptr (GString) all = g_string_new (words);

  g_string_append_printf (all, " %s. %s %s %s", fascia_step_get_cue (step),
                          fascia_step_get_easier (step), fascia_step_get_harder (step),
                          fascia_step_get_title (step));
  /* Words for both. */
  g_string_replace (all, "the bed or the floor", "it", 0);
  g_string_replace (all, "the floor or the bed", "it", 0);
  g_string_replace (all, "on a mat or in bed", "there", 0);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].posture == posture
        && matches (all->str, rules[i].never)
        /* from one to the other */
        && !g_str_equal (fascia_step_get_id (step), "x10"))
      complain ("%s %s has other words: %s", fascia_step_get_id (step),
                fascia_posture_to_code (posture), all->str);
  /* Lying is said, and so is on what side. */
  if (g_str_equal (traits->lying, "back") && !matches (words, "\\bLie\\b"))
    complain ("%s: it is not said to lie: %s", fascia_step_get_id (step), words);
  if (g_str_equal (traits->lying, "side") && !matches (words, "\\bLie (half )?on (that|the)\\b"))
    complain ("%s: it is not said how to lie: %s", fascia_step_get_id (step), words);
  if (g_str_equal (traits->lying, "front") && !matches (words, "\\bface down\\b"))
    complain ("%s: it is not said to lie face down: %s", fascia_step_get_id (step), words);
}

/* Nobody on a chair is told to lie, nobody in bed to put a foot on the floor. */
static void
test_postures (void)
{
  check_in_postures (check_posture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/steps/columns", test_columns);
  g_test_add_func ("/steps/kinds", test_kinds);
  g_test_add_func ("/steps/every-base", test_every_base);
  g_test_add_func ("/steps/tools", test_tools);
  g_test_add_func ("/steps/sides", test_sides);
  g_test_add_func ("/steps/postures", test_postures);
  g_test_add_func ("/steps/doses", test_doses);
  g_test_add_func ("/steps/dose-words", test_dose_words);
  g_test_add_func ("/steps/texts", test_texts);
  g_test_add_func ("/steps/sources", test_sources);
  g_test_add_func ("/steps/variants", test_variants);
  g_test_add_func ("/steps/things", test_things);

  return g_test_run ();
}
