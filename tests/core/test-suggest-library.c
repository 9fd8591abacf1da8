/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is suggested with the routines that come with the program: tools that are not there, a strain, a
 * session that was stopped, a clock that was ahead. */

#include "config.h"

#include "suggest-fixture.h"

static gboolean
is_lacking (const SuggestTables *tables, FasciaRoutine *routine)
{
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const FasciaStep *step = fascia_library_lookup_step (tables->library, items[i].step);
      const char *const *tools = fascia_step_get_tools (step);

      for (guint j = 0; tools[j] != NULL; j++)
        if (fascia_step_get_traits (step)->kind == FASCIA_STEP_RELEASE
            && !fascia_library_is_default_tool (tables->library, tools[j]))
          return TRUE;
    }
  return FALSE;
}

/* Whether something eases @region, or what is beside it where nothing may press: not only a load. */
static gboolean
is_easing (const FasciaSuggestion *suggestion, const FasciaRegion *region)
{
  guint n_entries;
  const FasciaPracticeEntry *entries
      = fascia_practice_get_entries (suggestion->practice, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;

      if (kind == FASCIA_STEP_STRENGTHEN || kind == FASCIA_STEP_CONTROL)
        continue;
      for (guint j = 0; entries[i].places[j] != NULL; j++)
        if (entries[i].places[j] == region
            || (g_strv_contains (fascia_region_get_tools (region), "none")
                && g_strv_contains (fascia_region_get_beside (region),
                                    fascia_region_get_base (entries[i].places[j]))))
          return TRUE;
    }
  return FALSE;
}

/* What is made for a tool that is not there comes after what can be done as it stands, place by place. */
static void
test_lacking (void)
{
  SuggestTables tables;
  guint n_lacking = 0;

  suggest_tables_init (&tables, TRUE);
  for (guint i = 0; i < fascia_body_get_n_regions (tables.body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (tables.body, i);
      g_autofree char *open = g_strconcat (fascia_region_get_id (region), "=6", NULL);
      SuggestInput input;
      const char *first = NULL;

      suggest_input_init (&input, &tables, &(SuggestDay) { .open = open, .answers = "" });
      g_autoptr (GPtrArray) found = fascia_suggest (&input.input, 0);
      for (guint j = 0; j < found->len; j++)
        {
          const FasciaSuggestion *suggestion = found->pdata[j];
          const gboolean lacks = is_lacking (&tables, suggestion->routine);

          if (suggestion->rule != FASCIA_RULE_MARKED_NOW)
            continue;
          g_test_message ("%s: %s", open, fascia_routine_get_id (suggestion->routine));
          n_lacking += lacks ? 1 : 0;
          if (first != NULL)
            g_assert_true (lacks || !is_easing (suggestion, region));
          else if (lacks || !is_easing (suggestion, region))
            first = fascia_routine_get_id (suggestion->routine);
        }
      suggest_input_clear (&input);
    }
  g_assert_cmpuint (n_lacking, >, 20);
  suggest_tables_clear (&tables);
}

static guint
count_for_strain (const SuggestTables *tables, const SuggestDay *day)
{
  SuggestInput input;
  guint n = 0;

  suggest_input_init (&input, tables, day);
  g_autoptr (GPtrArray) found = fascia_suggest (&input.input, 0);
  for (guint i = 0; i < found->len; i++)
    n += g_strcmp0 (
             fascia_routine_get_programme (((const FasciaSuggestion *) found->pdata[i])->routine),
             "after-strain")
                 == 0
             ? 1
             : 0;
  suggest_input_clear (&input);
  return n;
}

/* Where the sore place is has to be known first. */
static void
test_strain (void)
{
  static const char *const without[]
      = { "", "pregnancy", "surgery@calf-upper-left", "neck-injury" };
  const char *const opens[] = { "calf-upper-left=4", "knee-front-right=8" };
  SuggestTables tables;

  suggest_tables_init (&tables, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (opens); i++)
    for (guint j = 0; j < G_N_ELEMENTS (without); j++)
      g_assert_cmpuint (
          count_for_strain (&tables, &(SuggestDay) { .open = opens[i],
                                                     .answers = without[j],
                                                     .favourites = "after-strain-hands" }),
          ==, 0);
  g_assert_cmpuint (
      count_for_strain (&tables,
                        &(SuggestDay) { .open = opens[0], .answers = "injury@hand-palm-left" }),
      >, 0);
  suggest_tables_clear (&tables);
}

/* After a stop for how it felt there is only rest on that day, and the reason is said. */
static void
test_stopped (void)
{
  static const struct
  {
    const char *past;
    const char *says; /* NULL: a day like any other */
  } stops[] = {
    { "calf-hands@0/r34+calf-upper-left!unwell", "you felt unwell" },
    { "calf-hands@0/r34+calf-upper-left!nerve", "numb" },
    { "calf-hands@0/r34+calf-upper-left!headache", "headache" },
    { "calf-hands@-1/r34+calf-upper-left!unwell", "you felt unwell" },
    { "calf-hands@0/r34+calf-upper-left!nerve calf-hands@0/b01", "numb" },
    { "calf-hands@0/r34+calf-upper-left!enough", NULL },
    { "calf-hands@0/r34+calf-upper-left!too-much", NULL },
    { "calf-hands@1/r34+calf-upper-left!unwell", NULL },
    { "calf-hands@-400/r34+calf-upper-left!unwell", NULL },
    { "calf-hands@0/r34+calf-upper-left", NULL },
  };
  SuggestTables tables;

  suggest_tables_init (&tables, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const SuggestDay day = { .open = "shoulder-top-left=6",
                               .answers = i % 2 == 0 ? "" : NULL,
                               .past = stops[i].past,
                               .plan = i % 3 == 0 ? "shoulder-tops-hand" : NULL };
      SuggestInput input;

      g_test_message ("%s", stops[i].past);
      suggest_input_init (&input, &tables, &day);
      g_autoptr (GPtrArray) found = fascia_suggest (&input.input, 0);
      g_autoptr (FasciaRoutine) map = fascia_suggest_from_map (&input.input);
      g_assert_cmpuint (found->len, >, 0);
      if (stops[i].says == NULL)
        {
          g_assert_cmpint (((FasciaSuggestion *) found->pdata[0])->rule, ==,
                           FASCIA_RULE_MARKED_NOW);
          g_assert_nonnull (map);
        }
      else
        g_assert_null (map);
      for (guint j = 0; stops[i].says != NULL && j < found->len; j++)
        {
          const FasciaSuggestion *suggestion = found->pdata[j];
          guint n_entries;
          const FasciaPracticeEntry *entries
              = fascia_practice_get_entries (suggestion->practice, &n_entries);

          g_assert_cmpint (suggestion->rule, ==, FASCIA_RULE_STOPPED);
          g_assert_nonnull (strstr (suggestion->why, stops[i].says));
          for (guint k = 0; k < n_entries; k++)
            {
              const FasciaStepKind kind = fascia_step_get_traits (entries[k].step)->kind;

              g_assert_true (kind == FASCIA_STEP_REST || kind == FASCIA_STEP_BREATHE);
            }
        }
      suggest_input_clear (&input);
    }
  suggest_tables_clear (&tables);
}

/* A session dated far ahead, by a clock that was wrong, is not one of today. */
static void
test_ahead (void)
{
  SuggestTables tables;

  suggest_tables_init (&tables, FALSE);
  for (int ahead = 1; ahead <= 401; ahead += 100)
    {
      g_autofree char *past = g_strdup_printf ("calf-hands@-%d", ahead);
      g_autofree char *declined = g_strdup_printf ("calf-hands@-%d", ahead + 1);
      const SuggestDay day = { .open = "calf-upper-left=6",
                               .answers = "",
                               .past = past,
                               .declined = ahead > 1 ? declined : NULL };
      SuggestInput input;

      suggest_input_init (&input, &tables, &day);
      g_autoptr (GPtrArray) found = fascia_suggest (&input.input, 1);
      const FasciaSuggestion *first = found->pdata[0];
      g_assert_cmpint (g_str_equal (fascia_routine_get_id (first->routine), "calf-hands"), ==,
                       ahead > 1);
      suggest_input_clear (&input);
    }
  suggest_tables_clear (&tables);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/library/lacking", test_lacking);
  g_test_add_func ("/suggest/library/strain", test_strain);
  g_test_add_func ("/suggest/library/stopped", test_stopped);
  g_test_add_func ("/suggest/library/ahead", test_ahead);
  return g_test_run ();
}
