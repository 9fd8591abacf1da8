/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The safety check as assistive technology meets it: questions, the sheet, care at a place.
 */

#include "config.h"

#include "body/fascia-body-map.h"
#include "body/fascia-help-page.h"
#include "body/fascia-place-dialog.h"
#include "fascia-a11y-press.h"
#include "fascia-a11y-utils.h"
#include "fascia-test-window.h"
#include "routines/fascia-day-row.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-safety-dialog.h"
#include "routines/fascia-safety-form.h"
#include "routines/fascia-safety-question-row.h"
#include "routines/fascia-session-today.h"

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

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_model_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data) && !fascia_routines_model_is_busy (data);
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

/* The row that has the focus says what to do: its heading has none. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);
  FasciaRoutinesModel *model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_test_assert_until (is_book_loaded, book);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_model_ready, model);
  g_autoptr (FasciaSigns) signs = fascia_signs_new (fixture->body, NULL);
  g_autoptr (FasciaSessionCheck) check
      = fascia_session_check_new (signs, fascia_safety_book_get_conditions (book), FALSE);
  FasciaRoutine *routine
      = fascia_library_get_routine (fascia_routines_model_get_library (model), 0);
  guint n_urgent = 0;

  for (guint i = 0; i < fascia_session_check_get_n (check); i++)
    {
      FasciaSessionItem *item = fascia_session_check_get (check, i);

      item->is_on
          = item->sign != NULL && fascia_sign_get_level (item->sign) == FASCIA_SIGN_EMERGENCY;
      n_urgent += item->is_on && fascia_sign_get_advice (item->sign) == NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_urgent, >, 0);
  g_autoptr (GtkWidget) page = g_object_ref_sink (
      GTK_WIDGET (fascia_session_today_new (model, book, signs, check, routine, NULL)));
  for (guint i = 0; i < fascia_session_check_get_n (check); i++)
    {
      const FasciaSessionItem *item = fascia_session_check_get (check, i);

      if (!item->is_on || fascia_sign_get_advice (item->sign) != NULL)
        continue;
      GtkWidget *row = find_row (page, fascia_session_item_get_question (item));
      g_assert_nonnull (row);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           "Call your local emergency number now");
    }
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

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
unfold (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget) && gtk_widget_get_mapped (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static void
press_all (Fixture *fixture, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (is_mapped, dialog);
  fascia_test_drain ();
  unfold (GTK_WIDGET (dialog));
  fascia_test_drain ();
  assert_pressable (GTK_WIDGET (dialog));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* Nothing of the check, of the signs and of a place is for clicks alone. */
static void
test_pressed (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);
  const FasciaRegion *region = fascia_body_lookup (fixture->body, LEFT);

  fascia_test_assert_until (is_book_loaded, book);
  press_all (fixture, fascia_safety_dialog_new (book, GTK_WIDGET (fixture->page), NULL));
  AdwDialog *help = fascia_help_present (GTK_WIDGET (fixture->page), fixture->journal,
                                         fixture->body, FASCIA_SIGN_ON_PAGE);
  press_all (fixture, help);
  fascia_body_model_set_selected (fixture->model, region);
  fascia_body_model_mark (fixture->model, region);
  fascia_test_drain ();
  press_all (fixture, fascia_place_dialog_new (fixture->model, region, GTK_WIDGET (fixture->page)));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/safety/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("question", test_question);
  ADD ("day", test_day);
  ADD ("today", test_today);
  ADD ("care", test_care);
  ADD ("pressed", test_pressed);
#undef ADD
  return run_tests ();
}
