/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine as a file: what is read, what is refused and how it is said, and that what is written
 * can be read again. */

#include "config.h"

#include <string.h>

#include "core/routines/fascia-routine-file.h"
#include "core/routines/fascia-safety.h"
#include "fascia-core-resources.h"

#define N_SITES 3
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define FILE_OF(content)                                                                           \
  HEAD "<routine version=\"1\">\n  <title>Homework</title>\n" content "\n</routine>\n"
#define OWN(attributes, texts)                                                                     \
  FILE_OF ("<step id=\"own-a\" " attributes "><title>A</title><movement>Do it.</movement>" texts   \
           "</step>\n<do step=\"own-a\"/>")

typedef struct
{
  FasciaBody *body;
  FasciaLibrary *library;
  FasciaConditions *conditions;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fascia_core_get_resource ();
  self->body = fascia_body_new (&error);
  g_assert_no_error (error);
  self->library = fascia_library_new (self->body, &error);
  g_assert_no_error (error);
  self->conditions = fascia_conditions_new (self->body, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fascia_conditions_unref (self->conditions);
  fascia_library_unref (self->library);
  fascia_body_unref (self->body);
}

static FasciaRoutine *
parse (Fixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  FasciaRoutine *routine = fascia_routine_file_parse (self->library, text, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (routine);
  return routine;
}

/* ---- reading ---- */

static void
test_read (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaRoutine) routine = parse (
      self,
      FILE_OF ("<summary>Two\n   weeks.</summary>\n"
               "<step id=\"own-drops\" like=\"x08\" regions=\"calf-lower\">"
               "<title>Drops &amp; more</title><movement>Down slowly.</movement></step>"
               "<!-- a remark -->"
               "<do step=\"r34\" places=\"calf-lower\" side=\"left\" sets=\"2\" seconds=\"45\" "
               "rest=\"20\"/>"
               "<do step=\"own-drops\" reps=\"10\"/>"));
  guint n;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);
  const FasciaStep *own = fascia_routine_find_own_step (routine, "own-drops");
  const FasciaStep *like = fascia_library_lookup_step (self->library, "x08");

  g_assert_true (fascia_routine_is_own (routine));
  g_assert_true (g_str_has_prefix (fascia_routine_get_id (routine), "own-"));
  g_assert_cmpstr (fascia_routine_get_title (routine), ==, "Homework");
  g_assert_cmpstr (fascia_routine_get_summary (routine), ==, "Two weeks.");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (items[0].step, ==, "r34");
  g_assert_cmpstr (items[0].places[0], ==, "calf-lower");
  g_assert_cmpint (items[0].side, ==, FASCIA_SIDE_LEFT);
  g_assert_cmpint (items[0].sets, ==, 2);
  g_assert_cmpint (items[0].seconds, ==, 45);
  g_assert_cmpint (items[0].rest_s, ==, 20);
  g_assert_null (items[1].places);
  g_assert_cmpint (items[1].side, ==, FASCIA_SIDE_MIDLINE);
  g_assert_cmpint (items[1].reps, ==, 10);

  /* All that safety rests on is that of the step it is like; no place gets lost. */
  g_assert_nonnull (own);
  g_assert_cmpstr (fascia_step_get_like (own), ==, "x08");
  g_assert_null (fascia_step_get_like (like));
  g_assert_true (fascia_library_resolve_step (self->library, routine, "own-drops") == own);
  g_assert_null (fascia_library_resolve_step (self->library, NULL, "own-drops"));
  g_assert_cmpstr (fascia_step_get_title (own), ==, "Drops & more");
  g_assert_cmpstr (fascia_step_get_setup (own), ==, fascia_step_get_setup (like));
  const FasciaTraits *a = fascia_step_get_traits (own), *b = fascia_step_get_traits (like);
  g_assert_cmpmem (a->grades, FASCIA_N_GRADES, b->grades, FASCIA_N_GRADES);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->posture, ==, b->posture);
  g_assert_cmpstr (a->regions[0], ==, "calf-lower");
  g_assert_null (a->regions[1]);
  for (guint i = 0; b->regions[i] != NULL; i++)
    g_assert_true (g_strv_contains (a->regions, b->regions[i])
                   || g_strv_contains (a->also_loads, b->regions[i]));
  for (guint i = 0; b->also_loads[i] != NULL; i++)
    g_assert_true (g_strv_contains (a->also_loads, b->also_loads[i]));
}

static void
test_byte_order_mark (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaRoutine) routine = parse (self, "\xEF\xBB\xBF" FILE_OF ("<do step=\"b01\"/>"));
  g_autoptr (FasciaRoutine) windows
      = parse (self, "<routine version='1'>\r\n<title>\r\nT\r\n</title>\r\n<do step='b01'/>\r\n"
                     "</routine>\r\n");

  g_assert_cmpstr (fascia_routine_get_title (windows), ==, "T");
}

/* The same file gives the same id, another one another. */
static void
test_ids (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaRoutine) a = parse (self, FILE_OF ("<do step=\"b01\"/>"));
  g_autoptr (FasciaRoutine) b = parse (self, FILE_OF ("\n<do   step=\"b01\"></do>"));
  g_autoptr (FasciaRoutine) c = parse (self, FILE_OF ("<do step=\"b01\" seconds=\"130\"/>"));

  g_assert_cmpstr (fascia_routine_get_id (a), ==, fascia_routine_get_id (b));
  g_assert_cmpstr (fascia_routine_get_id (a), !=, fascia_routine_get_id (c));
}

/* ---- own steps without a model ---- */

static void
test_strictest (Fixture *self, gconstpointer data)
{
  for (FasciaStepKind kind = FASCIA_STEP_RELEASE; kind <= FASCIA_STEP_REST; kind++)
    {
      g_autofree char *text = g_strdup_printf (
          FILE_OF ("<step id=\"own-a\" kind=\"%s\" posture=\"floor\" regions=\"thigh-front\"%s>"
                   "<title>A</title><movement>Do it.</movement></step><do step=\"own-a\"/>"),
          fascia_step_kind_to_code (kind),
          kind == FASCIA_STEP_RELEASE ? " technique=\"direct\" tool-class=\"roller\"" : "");
      g_autoptr (FasciaRoutine) routine = parse (self, text);
      const FasciaStep *own = fascia_routine_find_own_step (routine, "own-a");
      const FasciaTraits *traits = fascia_step_get_traits (own);
      const FasciaDose *dose = fascia_step_get_dose (own);
      guint n = 0;

      g_assert_cmpint (traits->kind, ==, kind);
      g_assert_cmpstr (traits->lying, ==, "front");
      g_assert_true (traits->acts_on_all);
      g_assert_cmpint (fascia_step_get_evidence (own), ==, 'C');
      for (guint i = 0; i < fascia_library_get_n_steps (self->library); i++)
        {
          const FasciaStep *step = fascia_library_get_step (self->library, i);
          const FasciaTraits *other = fascia_step_get_traits (step);
          const FasciaDose *other_dose = fascia_step_get_dose (step);

          if (other->kind != kind)
            continue;
          n++;
          for (guint j = 0; j < FASCIA_N_GRADES; j++)
            g_assert_cmpint (traits->grades[j], >=, other->grades[j]);
          g_assert_cmpint (traits->firmness, >=, other->firmness);
          for (guint j = 0; other->also_loads[j] != NULL; j++)
            g_assert_true (g_strv_contains (traits->also_loads, other->also_loads[j]));
          g_assert_cmpint (dose->cap, <=, other_dose->cap);
          g_assert_cmpint (dose->sets_max, <=, other_dose->sets_max);
          if (other_dose->seconds_max > 0)
            g_assert_cmpint (dose->seconds_max, <=, other_dose->seconds_max);
          g_assert_true (dose->rest_day || !other_dose->rest_day);
        }
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpint (MAX (dose->seconds_max, dose->reps_max), >, 0);
      g_assert_cmpint (dose->max_seconds, <=, 360);
    }
}

/* That condition on, at no place and at two. */
static FasciaSafety *
make_safety (Fixture *self, const FasciaCondition *condition, const char *site)
{
  const FasciaConditionAnswer answer = {
    .code = fascia_condition_get_code (condition),
    .region = site,
    .side = FASCIA_SIDE_MIDLINE,
    .since_day = FASCIA_DAY_UNKNOWN,
  };

  return fascia_safety_new (self->conditions, self->body, &answer, 1, 20000, 20000);
}

static gboolean
is_held_back (FasciaSafety *const *safeties, const FasciaTraits *traits)
{
  for (guint i = 0; i < N_SITES; i++)
    {
      g_auto (FasciaVerdict) verdict = { 0 };

      fascia_safety_judge (safeties[i], &verdict, traits, NULL, 4);
      if (verdict.kind == FASCIA_VERDICT_HELD_BACK)
        return TRUE;
    }
  return FALSE;
}

/* Whatever holds back a known step holds back one of one's own that claims nothing. */
static void
test_strictest_judged (Fixture *self, gconstpointer data)
{
  const char *const sites[N_SITES] = { NULL, "thigh-front-left", "lower-back-right" };
  const guint n_conditions = fascia_conditions_get_n (self->conditions);
  g_autoptr (GPtrArray) safeties
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_safety_unref);
  guint n = 0;

  for (guint i = 0; i < n_conditions; i++)
    for (guint j = 0; j < N_SITES; j++)
      g_ptr_array_add (safeties,
                       make_safety (self, fascia_conditions_get (self->conditions, i), sites[j]));

  for (guint i = 0; i < fascia_library_get_n_steps (self->library); i++)
    {
      const FasciaStep *step = fascia_library_get_step (self->library, i);
      const FasciaTraits *traits = fascia_step_get_traits (step);
      g_autofree char *regions = g_strjoinv (" ", (char **) traits->regions);
      g_autofree char *tool = g_strdup_printf (" technique=\"%s\" tool-class=\"%s\"",
                                               traits->technique, traits->tool_class);
      g_autofree char *text = g_strdup_printf (
          FILE_OF ("<step id=\"own-a\" kind=\"%s\" posture=\"%s\" regions=\"%s\"%s>"
                   "<title>A</title><movement>Do it.</movement></step><do step=\"own-a\"/>"),
          fascia_step_kind_to_code (traits->kind), fascia_posture_to_code (traits->posture),
          regions, traits->kind == FASCIA_STEP_RELEASE ? tool : "");
      g_autoptr (FasciaRoutine) routine = parse (self, text);
      const FasciaStep *own = fascia_routine_find_own_step (routine, "own-a");

      for (guint j = 0; j < n_conditions; j++)
        {
          FasciaSafety *const *three = (FasciaSafety *const *) safeties->pdata + j * N_SITES;

          if (!is_held_back (three, traits))
            continue;
          n++;
          if (!is_held_back (three, fascia_step_get_traits (own)))
            g_error ("%s holds back %s, but not one of one's own of its kind",
                     fascia_condition_get_code (fascia_conditions_get (self->conditions, j)),
                     fascia_step_get_id (step));
        }
    }
  g_assert_cmpuint (n, >, 500);
}

/* Each tool with each kind and class: a step that is taken is judged as strictly as those of the library
 * that press with the same tool. */
static void
test_tools_judged (Fixture *self, gconstpointer data)
{
  static const char *const classes[]
      = { "none",      "hands-light", "hands",       "ball-table",      "ball-chair",
          "ball-wall", "ball-floor",  "balls-lying", "roller-light",    "roller-wall",
          "roller",    "stick",       "hook",        "ball-floor-light" };
  const char *const *tools = fascia_library_get_tools (self->library);
  guint n_taken = 0, n_refused = 0;

  for (guint i = 0; tools[i] != NULL; i++)
    for (FasciaStepKind kind = FASCIA_STEP_RELEASE; kind <= FASCIA_STEP_REST; kind++)
      for (guint j = 0; j < (kind == FASCIA_STEP_RELEASE ? G_N_ELEMENTS (classes) : 1); j++)
        {
          g_autofree char *tool_class
              = g_strdup_printf (" technique=\"direct\" tool-class=\"%s\"", classes[j]);
          g_autofree char *text = g_strdup_printf (
              FILE_OF ("<step id=\"own-a\" kind=\"%s\" posture=\"floor\" regions=\"thigh-front\" "
                       "tools=\"%s\"%s><title>A</title><movement>Do it.</movement></step>"
                       "<do step=\"own-a\"/>"),
              fascia_step_kind_to_code (kind), tools[i],
              kind == FASCIA_STEP_RELEASE ? tool_class : "");
          g_autoptr (GError) error = NULL;
          g_autoptr (FasciaRoutine) routine
              = fascia_routine_file_parse (self->library, text, -1, &error);
          gboolean is_pressing = FALSE, is_class = FALSE;

          /* As the library uses it, where it is not one of the things that everybody has. */
          for (guint k = 0; k < fascia_library_get_n_steps (self->library); k++)
            {
              const FasciaStep *step = fascia_library_get_step (self->library, k);

              if (fascia_library_is_default_tool (self->library, tools[i])
                  || !g_strv_contains (fascia_step_get_tools (step), tools[i])
                  || !fascia_step_presses (step) || g_str_equal (tools[i], "mat"))
                continue;
              is_pressing = TRUE;
              is_class
                  = is_class || g_str_equal (fascia_step_get_traits (step)->tool_class, classes[j]);
            }
          if (routine == NULL)
            {
              n_refused++;
              continue;
            }
          n_taken++;
          if (!is_pressing)
            continue;
          g_assert_cmpint (kind, ==, FASCIA_STEP_RELEASE);
          g_assert_false (g_str_has_prefix (classes[j], "hands"));
          g_assert_cmpstr (classes[j], !=, "none");
          /* Another class of the same thing may be one that the library has no step for. */
          if (!is_class)
            g_assert_true (
                strstr (tools[i], strncmp (classes[j], "ball", 4) == 0 ? "ball" : "roller")
                != NULL);
        }
  g_assert_cmpuint (n_taken, >, 50);
  g_assert_cmpuint (n_refused, >, 50);
}

/* ---- doses above the limits are shown, not refused ---- */

static void
test_over (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaRoutine) routine
      = parse (self, FILE_OF ("<do step=\"r34\" sets=\"9\" seconds=\"300\"/>"
                              "<do step=\"x08\" reps=\"60\"/>"));
  g_auto (GStrv) over = NULL;
  g_auto (GStrv) forbidden = NULL;

  g_assert_false (fascia_library_check (self->library, routine, &over, &forbidden));
  g_assert_cmpuint (g_strv_length (over), >=, 4);
  g_assert_null (forbidden[0]);
}

/* ---- refusals ---- */

typedef struct
{
  const char *text;
  FasciaRoutineFileError code;
  const char *line, *reason;
} Refusal;

#define INVALID FASCIA_ROUTINE_FILE_ERROR_INVALID
#define NOT_ROUTINE FASCIA_ROUTINE_FILE_ERROR_NOT_ROUTINE
#define FORBIDDEN FASCIA_ROUTINE_FILE_ERROR_FORBIDDEN

static const Refusal refusals[] = {
  /* Not a routine at all. */
  { "", NOT_ROUTINE, "", "XML" },
  { "   \n", NOT_ROUTINE, "", "XML" },
  { "<!-- nothing -->", NOT_ROUTINE, "Line 1", "no routine" },
  { HEAD, NOT_ROUTINE, "Line 1", "no routine" },
  { "<routine l\u031E(ion='1'/>", NOT_ROUTINE, "line 1", "XML" },
  { "Dear Anna, do your homework", NOT_ROUTINE, "line 1", "XML" },
  { "{\"routine\": 1}", NOT_ROUTINE, "line 1", "XML" },
  { "<html><body/></html>", NOT_ROUTINE, "Line 1", "html" },
  { "<routines version='1'/>", NOT_ROUTINE, "Line 1", "routines" },
  { HEAD "<routine version='1'><title>T</title>", NOT_ROUTINE, "ine 2", "XML" },
  { HEAD "<routine version='1'><title>T</titel></routine>", NOT_ROUTINE, "ine 2", "titel" },
  { HEAD "\n<routine version='1'>\n<title>&nbsp;</title></routine>", NOT_ROUTINE, "ine 4", "nbsp" },
  { FILE_OF ("<do step=\"b01\"/>") "<routine version='1'/>", INVALID, "Line", "one routine" },
  /* What has no place in it. */
  { HEAD "<!DOCTYPE routine [<!ENTITY a \"aaaa\">]>\n<routine version='1'/>", INVALID, "Line",
    "document type" },
  { FILE_OF ("<?php echo 1 ?><do step=\"b01\"/>"), INVALID, "Line 4", "instructions" },
  { FILE_OF ("<![CDATA[<do step=\"b01\"/>]]>"), INVALID, "Line 4", "CDATA" },
  { FILE_OF ("hello <do step=\"b01\"/>"), INVALID, "Line", "between" },
  { FILE_OF ("<do step=\"b01\">x</do>"), INVALID, "Line 4", "between" },
  { FILE_OF ("<do step=\"b01\"><do step=\"b01\"/></do>"), INVALID, "Line 4", "<do>" },
  { FILE_OF ("<script>x</script>"), INVALID, "Line 4", "<script>" },
  { FILE_OF ("<search>x</search>"), INVALID, "Line 4", "<search>" },
  { FILE_OF ("<confirmed at='1'>x</confirmed>"), INVALID, "Line 4", "<confirmed>" },
  { FILE_OF ("<title>Again</title>"), INVALID, "Line 4", "twice" },
  { FILE_OF ("<summary/>"), INVALID, "Line 4", "empty" },
  { FILE_OF ("<summary><b>x</b></summary>"), INVALID, "Line 4", "<b>" },
  { "<routine version='2'><title>T</title></routine>", INVALID, "Line 1", "version" },
  { "<routine><title>T</title></routine>", INVALID, "Line 1", "version" },
  { "<routine version='1' id='x'><title>T</title></routine>", INVALID, "Line 1", "“id”" },
  { "<routine version='1'><do step='b01'/></routine>", INVALID, "Line 1", "title" },
  { FILE_OF (""), INVALID, "Line", "no step" },
  /* Steps, places, numbers. */
  { FILE_OF ("<do/>"), INVALID, "Line 4", "which step" },
  { FILE_OF ("\n\n<do\n  step=\"z99\"/>"), INVALID, "Line 6", "z99" },
  { FILE_OF ("<do step=\"b01\" colour=\"red\"/>"), INVALID, "Line 4", "colour" },
  { FILE_OF ("<do step=\"b01\" onclick=\"x()\"/>"), INVALID, "Line 4", "onclick" },
  { FILE_OF ("<do step=\"b01\" step=\"b01\"/>"), INVALID, "Line 4", "twice" },
  { FILE_OF ("<do step=\"r34\" places=\"jaw\"/>"), INVALID, "Line 4", "jaw" },
  { FILE_OF ("<do step=\"r34\" places=\"\"/>"), INVALID, "Line 4", "places" },
  { FILE_OF ("<do step=\"m03\" places=\"foot-top\"/>"), INVALID, "Line 4", "places" },
  { FILE_OF ("<do step=\"r34\" side=\"Left\"/>"), INVALID, "Line 4", "side" },
  { FILE_OF ("<do step=\"r34\" sets=\"0\"/>"), INVALID, "Line 4", "sets" },
  { FILE_OF ("<do step=\"r34\" sets=\"21\"/>"), INVALID, "Line 4", "sets" },
  { FILE_OF ("<do step=\"r34\" seconds=\"1801\"/>"), INVALID, "Line 4", "seconds" },
  { FILE_OF ("<do step=\"r34\" seconds=\"99999999999999999999\"/>"), INVALID, "Line 4", "seconds" },
  { FILE_OF ("<do step=\"r34\" seconds=\"-5\"/>"), INVALID, "Line 4", "seconds" },
  { FILE_OF ("<do step=\"r34\" seconds=\"1e3\"/>"), INVALID, "Line 4", "seconds" },
  { FILE_OF ("<do step=\"r34\" seconds=\"\"/>"), INVALID, "Line 4", "seconds" },
  { FILE_OF ("<do step=\"r34\" seconds=\"30 \"/>"), INVALID, "Line 4", "seconds" },
  { FILE_OF ("<do step=\"r34\" reps=\"5\"/>"), INVALID, "Line 4", "seconds" },
  { FILE_OF ("<do step=\"x08\" seconds=\"5\"/>"), INVALID, "Line 4", "reps" },
  { FILE_OF ("<do step=\"x08\" reps=\"101\"/>"), INVALID, "Line 4", "reps" },
  { FILE_OF ("<do step=\"x08\" rest=\"601\"/>"), INVALID, "Line 4", "rest" },
  /* Own steps. */
  { FILE_OF ("<do step=\"own-a\"/>"), INVALID, "Line 4", "own-a" },
  { OWN ("like=\"z99\"", ""), INVALID, "Line 4", "z99" },
  { OWN ("like=\"own-a\"", ""), INVALID, "Line 4", "own-a" },
  { OWN ("like=\"r34\" kind=\"release\"", ""), INVALID, "Line 4", "kind" },
  { OWN ("like=\"r34\" regions=\"neck-front\"", ""), INVALID, "Line 4", "neck-front" },
  { OWN ("like=\"r34\" regions=\"moon\"", ""), INVALID, "Line 4", "moon" },
  { OWN ("like=\"r34\" pressure=\"0\"", ""), INVALID, "Line 4", "pressure" },
  { OWN ("", ""), INVALID, "Line 4", "kind" },
  { OWN ("kind=\"rest\" regions=\"jaw\"", ""), INVALID, "Line 4", "posture" },
  { OWN ("kind=\"rest\" posture=\"bed\"", ""), INVALID, "Line 4", "where" },
  { OWN ("kind=\"release\" posture=\"bed\" regions=\"jaw\"", ""), INVALID, "Line 4", "presses" },
  { OWN ("kind=\"release\" posture=\"bed\" regions=\"jaw\" tool-class=\"hands\"", ""), INVALID,
    "Line 4", "technique" },
  { OWN ("kind=\"move\" posture=\"bed\" regions=\"jaw\" tool-class=\"hands\"", ""), INVALID,
    "Line 4", "tool-class" },
  { OWN ("kind=\"move\" posture=\"bed\" regions=\"jaw\" tools=\"anvil\"", ""), INVALID, "Line 4",
    "anvil" },
  /* What presses says that it does, with the class that it belongs to. */
  { OWN ("kind=\"move\" posture=\"floor\" regions=\"calf-upper\" tools=\"mat foam-roller\"", ""),
    INVALID, "Line 4", "kind=\"release\"" },
  { OWN ("kind=\"move\" posture=\"floor\" regions=\"neck-front\" tools=\"massage-ball\"", ""),
    INVALID, "Line 4", "Massage ball" },
  { OWN ("kind=\"rest\" posture=\"floor\" regions=\"calf-upper\" tools=\"massage-stick\"", ""),
    INVALID, "Line 4", "kind=\"release\"" },
  { OWN ("kind=\"rest\" posture=\"floor\" regions=\"calf-upper\" tools=\"band\"", ""), INVALID,
    "Line 4", "Rest and breathing" },
  { OWN ("kind=\"breathe\" posture=\"floor\" regions=\"calf-upper\" tools=\"small-weight\"", ""),
    INVALID, "Line 4", "Rest and breathing" },
  { OWN ("kind=\"release\" technique=\"indirect\" posture=\"chair\" tool-class=\"hands-light\" "
         "regions=\"calf-upper\" tools=\"massage-stick\"",
         ""),
    INVALID, "Line 4", "tool-class=\"stick\"" },
  { OWN ("kind=\"release\" technique=\"direct\" posture=\"floor\" tool-class=\"roller-light\" "
         "regions=\"calf-upper\" tools=\"foam-roller\"",
         ""),
    INVALID, "Line 4", "roller-light" },
  { OWN ("like=\"r34\"",
         "<cue>This line is far too long to be spoken while one holds still, or not?"
         "</cue>"),
    INVALID, "Line 4", "60" },
  { FILE_OF ("<step id=\"r34\" like=\"r34\"/>"), INVALID, "Line 4", "own-" },
  { FILE_OF ("<step id=\"own-\" like=\"r34\"/>"), INVALID, "Line 4", "own-" },
  { FILE_OF ("<step id=\"own-A\" like=\"r34\"/>"), INVALID, "Line 4", "own-" },
  { FILE_OF ("<step id=\"own-a\" like=\"r34\"><title>A</title></step>"), INVALID, "Line 4",
    "what to do" },
  { FILE_OF ("<step id=\"own-a\" like=\"r34\"><movement>A.</movement></step>"), INVALID, "Line 4",
    "title" },
  /* Where nothing may press, or not with this. */
  { FILE_OF ("<do step=\"b01\"/>\n<step id=\"own-a\" kind=\"release\" technique=\"direct\" "
             "posture=\"chair\" "
             "tool-class=\"hands\" regions=\"neck-front\"><title>A</title><movement>Press."
             "</movement></step>\n<do step=\"own-a\"/>"),
    FORBIDDEN, "Line 6", "nothing may press" },
  { FILE_OF ("<step id=\"own-a\" kind=\"release\" technique=\"direct\" posture=\"floor\" "
             "tool-class=\"roller\" "
             "regions=\"lower-back\"><title>A</title><movement>Roll.</movement></step>"
             "<do step=\"own-a\"/>"),
    FORBIDDEN, "Line 4", "tool" },
  { FILE_OF ("<step id=\"own-a\" kind=\"release\" technique=\"direct\" posture=\"floor\" "
             "tool-class=\"none\" "
             "regions=\"lower-back\"><title>A</title><movement>Roll.</movement></step>"
             "<do step=\"own-a\"/>"),
    FORBIDDEN, "Line 4", "tool" },
  { OWN ("kind=\"release\" technique=\"direct\" posture=\"chair\" tool-class=\"hands\" "
         "regions=\"foot-top\"",
         ""),
    FORBIDDEN, "Line 5", "tool" },
  /* Letters. */
  { FILE_OF ("<summary>a\u202Eb</summary><do step=\"b01\"/>"), INVALID, "Line 4", "U+202E" },
  { FILE_OF ("<summary>a&#x202E;b</summary><do step=\"b01\"/>"), INVALID, "Line 4", "U+202E" },
  { FILE_OF ("<summary>a\u2066b</summary><do step=\"b01\"/>"), INVALID, "Line 4", "U+2066" },
  { FILE_OF ("<!-- \u202D --><do step=\"b01\"/>"), INVALID, "Line 4", "U+202D" },
  { FILE_OF ("<summary>a\x07 b</summary><do step=\"b01\"/>"), INVALID, "Line 4", "U+0007" },
  { FILE_OF ("<summary>a&#x85;b</summary><do step=\"b01\"/>"), INVALID, "Line 4", "U+0085" },
  { FILE_OF ("<summary>&lt;script&gt;alert(1)&lt;/script&gt;</summary>"), INVALID, "Line 4",
    "program" },
  { FILE_OF ("<summary>JavaScript:alert(1)</summary>"), INVALID, "Line 4", "program" },
  { FILE_OF ("<do step=\"&lt;img src=x&gt;\"/>"), INVALID, "Line 4", "program" },
  { FILE_OF ("<summary>caf\xE9</summary>"), NOT_ROUTINE, "Line 4", "UTF-8" },
  { "\xFF\xFE<\0r\0", NOT_ROUTINE, "Line 1", "UTF-8" },
};

static void
check_refusal (Fixture *self, const Refusal *refusal, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_file_parse (self->library, refusal->text, length, &error);

  if (routine != NULL)
    g_error ("taken: %s", refusal->text);
  g_assert_nonnull (error);
  if (error->domain != FASCIA_ROUTINE_FILE_ERROR || error->code != (int) refusal->code
      || strstr (error->message, refusal->line) == NULL
      || strstr (error->message, refusal->reason) == NULL)
    g_error ("“%s” (%d) does not say “%s: %s” (%d) of: %s", error->message, error->code,
             refusal->line, refusal->reason, refusal->code, refusal->text);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 400);
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, "…")
                 || g_str_has_suffix (error->message, "?"));
}

static void
test_refusals (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    check_refusal (self, &refusals[i], -1);
}

static void
test_nul (Fixture *self, gconstpointer data)
{
  static const char text[] = FILE_OF ("<do step=\"b01\"/>\0<do step=\"b01\"/>");
  const Refusal refusal = { text, NOT_ROUTINE, "Line 4", "UTF-8" };

  check_refusal (self, &refusal, sizeof text - 1);
}

/* Nothing at all, which is no text for some. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fascia_routine_file_parse (self->library, NULL, 0, &error));
  g_assert_error (error, FASCIA_ROUTINE_FILE_ERROR, NOT_ROUTINE);
}

/* However long what is quoted is, a sentence ends at the same length, and within its own memory. */
static void
test_quoted (Fixture *self, gconstpointer data)
{
  for (guint n = 180; n < 320; n++)
    {
      g_autofree char *name = g_strnfill (n, 'a');
      g_autofree char *text = g_strdup_printf ("<routine version='1' %s='1'/>", name);
      g_autoptr (GError) error = NULL;

      g_assert_null (fascia_routine_file_parse (self->library, text, -1, &error));
      g_assert_error (error, FASCIA_ROUTINE_FILE_ERROR, FASCIA_ROUTINE_FILE_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (error->message, -1), <=, (glong) strlen ("Line 1: ") + 300);
      if (n > 300)
        g_assert_true (g_str_has_suffix (error->message, "a…"));
      else if (n < 250)
        g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* Large, deep, many: refused at once. */
static void
test_huge (Fixture *self, gconstpointer data)
{
  g_autofree char *large = g_strnfill (FASCIA_ROUTINE_FILE_MAX_BYTES + 1, ' ');
  g_autoptr (GString) deep = g_string_new ("<routine version='1'>");
  g_autoptr (GString) many = g_string_new (HEAD "<routine version=\"1\">\n  <title>T</title>\n");
  g_autoptr (GString) steps = g_string_new (HEAD "<routine version=\"1\">\n  <title>T</title>\n");
  g_autoptr (GString) name = g_string_new ("<routine version='1' ");
  g_autoptr (GString) title = g_string_new ("<routine version='1'><title>");

  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "<routine>");
  for (guint i = 0; i < 61; i++)
    g_string_append (many, "<do step=\"b01\"/>\n");
  g_string_append (many, "</routine>");
  for (guint i = 0; i < 31; i++)
    g_string_append_printf (steps,
                            "<step id=\"own-%u\" like=\"b01\"><title>T</title><movement>M."
                            "</movement></step>\n",
                            i);
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (name, 'a');
  g_string_append (name, "='1'/>");
  for (guint i = 0; i < 81; i++)
    g_string_append (title, "ä");
  g_string_append (title, "</title>");

  const Refusal cases[] = {
    { large, FASCIA_ROUTINE_FILE_ERROR_TOO_LARGE, "Line 1", "256 KB" },
    { deep->str, INVALID, "Line 1", "<routine>" },
    { many->str, INVALID, "Line 64", "60 steps" },
    { steps->str, INVALID, "Line 34", "30 steps" },
    { name->str, INVALID, "Line 1", "aaaa" },
    { title->str, INVALID, "Line 1", "80" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_refusal (self, &cases[i], -1);
}

/* What is like a program only at a glance is a text like any other. */
static void
test_harmless (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "a &lt; b &gt; c", "I &lt;3 it", "100 % &amp; more", "שלום לך",
    "بطن الساق\u200F", "日本語",     "it's \"so\"",      "🦶 5°",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text
          = g_strdup_printf (FILE_OF ("<summary>%s</summary><do step=\"b01\"/>"), texts[i]);
      g_autoptr (FasciaRoutine) routine = parse (self, text);

      g_assert_nonnull (fascia_routine_get_summary (routine));
    }
}

/* ---- writing ---- */

static void
check_round_trip (Fixture *self, FasciaRoutine *routine)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = fascia_routine_file_write (routine);
  g_autoptr (FasciaRoutine) again = fascia_routine_file_parse (self->library, text, -1, &error);
  g_autofree char *kept = fascia_routine_file_write_kept (routine);
  gint64 at;

  g_assert_no_error (error);
  g_autofree char *text_again = fascia_routine_file_write (again);
  g_assert_cmpstr (text_again, ==, text);
  g_autoptr (FasciaRoutine) plain = fascia_routine_with_confirmed (routine, NULL, 0);
  g_autoptr (FasciaRoutine) same = fascia_routine_with_id (again, fascia_routine_get_id (routine));
  g_assert_true (fascia_routine_equal (plain, same));
  g_assert_null (fascia_routine_get_confirmed (again, &at));

  g_autoptr (FasciaRoutine) back = fascia_routine_file_parse_kept (
      self->library, fascia_routine_get_id (routine), kept, &error);
  g_assert_no_error (error);
  g_assert_true (fascia_routine_equal (routine, back));
}

static void
test_round_trip (Fixture *self, gconstpointer data)
{
  g_autoptr (FasciaRoutine) full = parse (
      self,
      FILE_OF ("<summary>Für &lt; &amp; &gt; “alle”</summary>"
               "<step id=\"own-a\" like=\"x08\" regions=\"calf-upper\"><title>A</title>"
               "<setup>S.</setup><movement>M.</movement><cue>C</cue><avoid>V.</avoid>"
               "<easier>E.</easier><harder>H.</harder></step>"
               "<step id=\"own-b\" kind=\"release\" technique=\"direct\" tool-class=\"stick\" "
               "posture=\"chair\" "
               "regions=\"calf-upper thigh-front\" tools=\"massage-stick chair\"><title>B</title>"
               "<movement>Roll.</movement></step>"
               "<step id=\"own-c\" kind=\"strengthen\" posture=\"standing\" regions=\"hip-outer\">"
               "<title>C</title><movement>Lift.</movement></step>"
               "<do step=\"own-a\" sets=\"3\" reps=\"15\" rest=\"60\"/><do step=\"own-b\"/>"
               "<do step=\"own-c\" reps=\"8\"/>"
               "<do step=\"r34\" places=\"calf-upper calf-lower\" side=\"right\"/>"));
  g_autoptr (FasciaRoutine) confirmed
      = fascia_routine_with_confirmed (full, "“A”: 15 times\nIt is <long>", 1763812345678);
  const FasciaRoutineItem items[] = { { .step = "b01", .side = FASCIA_SIDE_MIDLINE } };
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-x", "T", NULL);
  g_autoptr (FasciaRoutine) small = fascia_routine_with_items (empty, items, 1);

  check_round_trip (self, full);
  check_round_trip (self, confirmed);
  check_round_trip (self, small);
}

/* All that the program brings can be handed on as a file. */
static void
test_ready_ones (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < fascia_library_get_n_routines (self->library); i++)
    {
      g_autoptr (GError) error = NULL;
      FasciaRoutine *routine = fascia_library_get_routine (self->library, i);
      g_autofree char *text = fascia_routine_file_write (routine);
      g_autoptr (FasciaRoutine) own = fascia_routine_file_parse (self->library, text, -1, &error);
      guint n, n_own;

      g_assert_no_error (error);
      fascia_routine_get_items (routine, &n);
      fascia_routine_get_items (own, &n_own);
      g_assert_cmpuint (n, ==, n_own);
      g_assert_true (fascia_routine_is_own (own));
      g_assert_cmpint (fascia_library_get_seconds (self->library, routine, 2), ==,
                       fascia_library_get_seconds (self->library, own, 2));
    }
}

/* What was kept is read though a step is gone; it is never done, and that is said. */
static void
test_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaRoutine) routine = fascia_routine_file_parse_kept (
      self->library, "own-old", FILE_OF ("<do step=\"z99\" seconds=\"30\"/><do step=\"b01\"/>"),
      &error);
  g_auto (GStrv) over = NULL;
  g_auto (GStrv) forbidden = NULL;
  guint n;

  g_assert_no_error (error);
  g_assert_cmpstr (fascia_routine_get_id (routine), ==, "own-old");
  fascia_routine_get_items (routine, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (fascia_library_check (self->library, routine, &over, &forbidden));
  g_assert_nonnull (strstr (forbidden[0], "z99"));
  g_assert_cmpint (fascia_library_get_seconds (self->library, routine, 2), ==, 120);
  g_assert_null (fascia_routine_file_parse_kept (self->library, "own-old", "nonsense", &error));
  g_assert_error (error, FASCIA_ROUTINE_FILE_ERROR, NOT_ROUTINE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/routine-file/read", test_read);
  ADD ("/routine-file/byte-order-mark", test_byte_order_mark);
  ADD ("/routine-file/ids", test_ids);
  ADD ("/routine-file/strictest", test_strictest);
  ADD ("/routine-file/strictest/judged", test_strictest_judged);
  ADD ("/routine-file/strictest/tools", test_tools_judged);
  ADD ("/routine-file/over", test_over);
  ADD ("/routine-file/refusals", test_refusals);
  ADD ("/routine-file/nul", test_nul);
  ADD ("/routine-file/empty", test_empty);
  ADD ("/routine-file/quoted", test_quoted);
  ADD ("/routine-file/huge", test_huge);
  ADD ("/routine-file/harmless", test_harmless);
  ADD ("/routine-file/round-trip", test_round_trip);
  ADD ("/routine-file/ready-ones", test_ready_ones);
  ADD ("/routine-file/kept", test_kept);

  return g_test_run ();
}
