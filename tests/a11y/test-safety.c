/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The safety check as assistive technology meets it: questions, the sheet, care at a place.
 */

#include "config.h"

#include "body/fascia-body-map.h"
#include "fascia-a11y-utils.h"
#include "fascia-test-window.h"
#include "routines/fascia-day-row.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-safety-form.h"
#include "routines/fascia-safety-question-row.h"

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_book_loaded (gpointer data)
{
  return fascia_safety_book_is_loaded (data);
}

/* The switch of a question says what it asks, and what it changes. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (fixture->body, &error);
  g_assert_no_error (error);
  g_autoptr (FasciaSafetyForm) form = fascia_safety_form_new (conditions, NULL, 0);

  for (guint i = 0; i < fascia_safety_form_get_n (form); i++)
    {
      FasciaSafetyQuestion *question = fascia_safety_form_get (form, i);
      g_autoptr (GtkWidget) row
          = g_object_ref_sink (fascia_safety_question_row_new (question, fixture->body, 20000));
      GtkWidget *toggle = find_type (row, GTK_TYPE_SWITCH);

      g_assert_nonnull (toggle);
      gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           fascia_safety_question_get_name (question));
      gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           fascia_safety_question_get_effect (question));
    }
}

static void
test_day (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (GtkWidget) row = g_object_ref_sink (fascia_day_row_new ("When it was", 20000));
  GtkWidget *button = find_type (row, GTK_TYPE_MENU_BUTTON);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "When it was: Day not given: counts as today");
  g_assert_false (fascia_day_row_choose (FASCIA_DAY_ROW (row), 20001));
  g_assert_true (fascia_day_row_choose (FASCIA_DAY_ROW (row), 20000));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "When it was: Today");
}

static gboolean
is_told (gpointer data)
{
  Fixture *fixture = data;
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);

  return fascia_safety_book_is_at (book, lookup (fixture, LEFT));
}

/* What dots on the figure show is said of the place, and of that side alone. */
static void
test_care (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);
  fascia_test_assert_until (is_book_loaded, book);
  const FasciaConditionAnswer implant = {
    .code = "implant", .region = LEFT, .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN
  };
  GtkAccessible *left = fascia_a11y_find (GTK_ACCESSIBLE (fixture->figures),
                                          GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON, "Left shoulder top");
  GtkAccessible *right = fascia_a11y_find (GTK_ACCESSIBLE (fixture->figures),
                                           GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON, "Right shoulder top");

  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "not marked");
  fascia_safety_book_write (book, &implant, 1, FASCIA_DAY_UNKNOWN, NULL, NULL, NULL);
  fascia_test_assert_until (is_told, fixture);
  fascia_test_drain ();
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "not marked; take care here");
  gtk_test_accessible_assert_property (right, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "not marked");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/safety/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("question", test_question);
  ADD ("day", test_day);
  ADD ("care", test_care);
#undef ADD
  return run_tests ();
}
