/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The programmes: what there is, what the facts ask of it, and what a wrong table says. */

#include "config.h"

#include "practice-fixture.h"

static const struct
{
  const char *code;
  char evidence;
  guint n_stages;
  int weeks;
} programmes[] = {
  { "gentle-whole-body", 'B', 3, 8 }, { "back-and-neck", 'B', 3, 8 },
  { "neck-and-head", 'B', 3, 12 },    { "after-strain", 'C', 3, 9 },
  { "desk-break", 'C', 3, 10 },
};

static void
test_table (PracticeFixture *f, gconstpointer data)
{
  g_assert_cmpuint (fascia_programmes_get_n (f->programmes), ==, G_N_ELEMENTS (programmes));
  for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
    {
      const FasciaProgramme *programme = fascia_programmes_get (f->programmes, i);
      int weeks = 0;

      g_assert_cmpstr (fascia_programme_get_code (programme), ==, programmes[i].code);
      g_assert_true (fascia_programmes_lookup (f->programmes, programmes[i].code) == programme);
      g_assert_cmpint (fascia_programme_get_evidence (programme), ==, programmes[i].evidence);
      g_assert_cmpuint (fascia_programme_get_n_stages (programme), ==, programmes[i].n_stages);
      g_assert_cmpuint (strlen (fascia_programme_get_source (programme)), >, 20);
      g_assert_cmpuint (strlen (fascia_programme_get_summary (programme)), >, 20);
      g_assert_cmpuint (strlen (fascia_programme_get_about (programme)), >, 100);
      g_assert_cmpuint (strlen (fascia_programme_get_caution (programme)), >, 40);
      for (guint stage = 0; stage < programmes[i].n_stages; stage++)
        {
          g_assert_cmpstr (fascia_programme_get_stage_name (programme, stage), !=, "");
          weeks += fascia_programme_get_stage_weeks (programme, stage);
        }
      g_assert_cmpint (weeks, ==, programmes[i].weeks);
    }
  g_assert_null (fascia_programmes_get (f->programmes, G_N_ELEMENTS (programmes)));
  g_assert_null (fascia_programmes_lookup (f->programmes, "nothing"));
  g_assert_null (fascia_programmes_lookup (f->programmes, NULL));
}

/* Named by what is done and where; what people have is for the text to say. */
static void
test_names (PracticeFixture *f, gconstpointer data)
{
  static const char *const illnesses[] = {
    "fibromyalgia", "migraine", "headache", "chronic", "sciatica", "injury", "arthritis", "patient",
  };

  for (guint i = 0; i < fascia_programmes_get_n (f->programmes); i++)
    {
      const FasciaProgramme *programme = fascia_programmes_get (f->programmes, i);

      for (guint j = 0; j < G_N_ELEMENTS (illnesses); j++)
        {
          g_autofree char *name = g_utf8_strdown (fascia_programme_get_name (programme), -1);

          g_assert_null (strstr (name, illnesses[j]));
          for (guint stage = 0; stage < fascia_programme_get_n_stages (programme); stage++)
            {
              g_autofree char *part
                  = g_utf8_strdown (fascia_programme_get_stage_name (programme, stage), -1);

              g_assert_null (strstr (part, illnesses[j]));
            }
        }
    }
}

static guint
count_steps (const PracticeFixture *f, const char *id, FasciaStepKind kind)
{
  guint n_items, n = 0;
  const FasciaRoutineItem *items
      = fascia_routine_get_items (fascia_library_lookup_routine (f->library, id), &n_items);

  for (guint i = 0; i < n_items; i++)
    n += fascia_step_get_traits (fascia_library_lookup_step (f->library, items[i].step))->kind
         == kind;
  return n;
}

/* Pressure on three days at most, loads on three and marked as such, at most five days of sessions. */
static void
test_stages (PracticeFixture *f, gconstpointer data)
{
  for (guint i = 0; i < fascia_programmes_get_n (f->programmes); i++)
    {
      const FasciaProgramme *programme = fascia_programmes_get (f->programmes, i);

      for (guint stage = 0; stage < fascia_programme_get_n_stages (programme); stage++)
        {
          guint n;
          const FasciaStageRoutine *routines
              = fascia_programme_get_stage_routines (programme, stage, &n);
          int pressing = 0, strength = 0;

          g_assert_cmpint (fascia_programme_get_stage_days (programme, stage), >=, 3);
          g_assert_cmpint (fascia_programme_get_stage_days (programme, stage), <=, 5);
          for (guint j = 0; j < n; j++)
            {
              const gboolean is_strength
                  = count_steps (f, routines[j].routine, FASCIA_STEP_STRENGTHEN) > 0;

              g_test_message ("%s, stage %u, %s", programmes[i].code, stage, routines[j].routine);
              g_assert_cmpint (routines[j].strength, ==, is_strength);
              g_assert_cmpint (routines[j].days_min, <=, routines[j].days_max);
              g_assert_false (routines[j].daily && (routines[j].presses || is_strength));
              if (is_strength)
                strength += routines[j].days_min;
              else if (routines[j].presses)
                pressing += routines[j].days_min;
            }
          g_assert_cmpint (pressing, <=, 4);
          g_assert_cmpint (strength, <=, 3);
        }
    }
}

/* Light hands in the first four weeks: no tool, no weight on one, no skin rolling. */
static void
test_gentle_start (PracticeFixture *f, gconstpointer data)
{
  const FasciaProgramme *programme = fascia_programmes_lookup (f->programmes, "gentle-whole-body");

  for (guint stage = 0; stage < 3; stage++)
    {
      guint n;
      const FasciaStageRoutine *routines
          = fascia_programme_get_stage_routines (programme, stage, &n);

      for (guint i = 0; i < n; i++)
        {
          FasciaRoutine *routine = fascia_library_lookup_routine (f->library, routines[i].routine);
          guint n_items;
          const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

          g_assert_true (fascia_library_is_gentle (f->library, routine));
          for (guint j = 0; j < n_items; j++)
            {
              const FasciaStep *step = fascia_library_lookup_step (f->library, items[j].step);
              const FasciaTraits *traits = fascia_step_get_traits (step);

              g_assert_cmpint (fascia_step_get_dose (step)->cap, <=, 3);
              g_assert_cmpstr (traits->technique, !=, "skin-rolling");
              g_assert_cmpint (traits->grades[FASCIA_GRADE_BODY_WEIGHT_ON_TOOL], ==, 0);
            }
        }
    }
}

#define TABLE(inside) "<programmes version=\"1\">" inside "</programmes>"
#define TEXTS "<name>N</name><summary>S</summary><about>A</about><caution>C</caution>"
#define STAGE                                                                                      \
  "<stage weeks=\"2\" days=\"3\"><name>S</name><routine ref=\"neck-evening\" days=\"3\"/></stage>"
#define HEAD "<programme code=\"a\" evidence=\"C\" source=\"s\">"

static void
test_wrong (PracticeFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *xml;
    const char *says;
  } wrong[] = {
    { "", "" },
    { "<programmes version=\"1\"/>", "no programmes" },
    { "<nothing/>", "<nothing>" },
    { TABLE (HEAD TEXTS "</programme>"), "no stages" },
    { TABLE (HEAD STAGE "</programme>"), "lacks a text" },
    { TABLE (HEAD TEXTS STAGE "</programme>" HEAD TEXTS STAGE "</programme>"), "twice" },
    { TABLE ("<programme code=\"A b\" evidence=\"C\" source=\"s\">" TEXTS STAGE "</programme>"),
      "no code" },
    { TABLE ("<programme code=\"a\" evidence=\"D\" source=\"s\">" TEXTS STAGE "</programme>"),
      "evidence" },
    { TABLE ("<programme code=\"a\" evidence=\"\" source=\"s\">" TEXTS STAGE "</programme>"),
      "evidence" },
    { TABLE ("<programme code=\"a\" evidence=\"C\" source=\" \">" TEXTS STAGE "</programme>"),
      "source" },
    { TABLE (HEAD TEXTS "<stage weeks=\"0\" days=\"3\"/></programme>"), "“0”" },
    { TABLE (HEAD TEXTS "<stage weeks=\"2\" days=\"9\"/></programme>"), "“9”" },
    { TABLE (HEAD TEXTS "<stage weeks=\"2\" days=\"3\"><name>S</name></stage></programme>"),
      "routines" },
    { TABLE (HEAD TEXTS "<stage weeks=\"2\" days=\"3\"><name>S</name><routine ref=\"none\" "
                        "days=\"3\"/></stage></programme>"),
      "“none”" },
    { TABLE (HEAD TEXTS "<stage weeks=\"2\" days=\"3\"><name>S</name><routine ref=\"neck-evening\" "
                        "days=\"3-2\"/></stage></programme>"),
      "“2”" },
    { TABLE (HEAD TEXTS "<stage weeks=\"2\" days=\"3\"><name>S</name><routine ref=\"neck-evening\" "
                        "days=\"3\" strength=\"maybe\"/></stage></programme>"),
      "maybe" },
    { TABLE (HEAD TEXTS "<script/>" STAGE "</programme>"), "<script>" },
    { TABLE (HEAD "<name><b>x</b></name></programme>"), "<b>" },
    { TABLE (HEAD TEXTS STAGE), "" },
    /* What is missing shows at the end: that has its line as well. */
    { TABLE ("\n" HEAD TEXTS "</programme>"), "line 2" },
    { TABLE ("\n" HEAD "<name> </name></programme>"), "line 2" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaProgrammes) good = fascia_programmes_new_from_data (
      f->library, TABLE (HEAD TEXTS STAGE "</programme>"), &error);

  g_assert_no_error (error);
  g_assert_nonnull (good);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) wrong_error = NULL;

      g_test_message ("%s", wrong[i].xml);
      g_assert_null (fascia_programmes_new_from_data (f->library, wrong[i].xml, &wrong_error));
      g_assert_nonnull (wrong_error);
      g_assert_nonnull (strstr (wrong_error->message, wrong[i].says));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();
  practice_test_add ("/programme/table", test_table);
  practice_test_add ("/programme/names", test_names);
  practice_test_add ("/programme/stages", test_stages);
  practice_test_add ("/programme/gentle-start", test_gentle_start);
  practice_test_add ("/programme/wrong", test_wrong);
  return g_test_run ();
}
