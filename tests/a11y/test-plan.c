/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan as a screen reader meets it: what each day says, what the buttons of today do and to what,
 * the question of the day after with its answers.
 */

#include "config.h"

#include "fascia-a11y-routines.h"
#include "fascia-test-plan.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  fascia_test_put_session (fixture->journal, 1, "back-neck-daily", "r34", "calf-upper-left", 60,
                           TRUE);
  open_page (fixture);
  fascia_test_put_plan (fixture->journal, fascia_routines_model_get_programmes (fixture->model),
                        14);
  fascia_test_drain ();
  fascia_test_assert_until (is_settled, fixture->model);
  fascia_test_drain ();
}

/* Two routines of one day have the same two buttons: each says whose it is. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  FasciaRoutine *daily = fascia_library_lookup_routine (
      fascia_routines_model_get_library (fixture->model), "back-neck-daily");
  g_autofree char *start = g_strdup_printf ("Start: %s", fascia_routine_get_title (daily));
  g_autofree char *move
      = g_strdup_printf ("Move to tomorrow: %s", fascia_routine_get_title (daily));

  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, start);
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, move);
}

/* An icon says nothing: the state is said in words, before the routines. */
static void
test_week (Fixture *fixture, gconstpointer data)
{
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (fixture->page));
  fascia_test_drain ();
  assert_described (find_row (fixture->page, "Monday"),
                    "Begun, and that counts: Back and neck, one set (Not this time) · Daily small "
                    "moves for back and neck (Done)");
  assert_described (find_row (fixture->page, "Sunday"),
                    "To come: Daily small moves for back and neck");
  assert_described (find_row (fixture->page, "Back and neck"), "Stage 1 of 3: One set");
}

static void
test_stage (Fixture *fixture, gconstpointer data)
{
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (fixture->page));
  fascia_test_drain ();
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_GROUP, "“One set”: 2 weeks are over");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_LABEL, "Go On");
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_LABEL, "Stay");
}

/* Its question, five answers, and a way out that has a name. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  static const char *const answers[]
      = { "as before, or better", "was sore for less than a day",
          "still sore on the second day, or pain up by 2", "sore for more than two days",
          "a bruise, numbness or a new pain" };
  const char *question = "How is it today, after yesterday’s session?";

  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_LABEL, question);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_nonnull (find_row (fixture->page, answers[i]));
  assert_there (fixture->page, GTK_ACCESSIBLE_ROLE_BUTTON, "Not Now");
}

static void
unfold (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

/* Nothing of the plan and of its day is for clicks alone. */
static void
test_pressed (Fixture *fixture, gconstpointer data)
{
  assert_pressable (fixture->page);
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (fixture->page));
  fascia_test_drain ();
  unfold (fixture->page);
  fascia_test_drain ();
  assert_pressable (fixture->page);
  /* And it does what a click would do. */
  GtkWidget *stop = find_row (fixture->page, "S_top This Plan");
  g_assert_nonnull (stop);
  g_assert_true (gtk_widget_activate_action (stop, "row.press", NULL));
  fascia_test_drain ();
  fascia_test_assert_until (is_settled, fixture->model);
  g_assert_null (find_row (fixture->page, "S_top This Plan"));
}

int
main (int argc, char *argv[])
{
  init (&argc, &argv);

#define ADD(name) g_test_add ("/a11y/plan/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (today);
  ADD (week);
  ADD (stage);
  ADD (question);
  ADD (pressed);
#undef ADD

  return g_test_run ();
}
