/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Routines page in the narrowest window with the largest text: nothing that it can show asks for
 * more room than there is.
 */

#include "config.h"

#include "body/fascia-help-page.h"
#include "fascia-test-plan.h"
#include "fascia-test-window.h"
#include "routines-fixture.h"
#include "routines/fascia-plan-page.h"
#include "routines/fascia-routine-editor.h"
#include "routines/fascia-routine-own.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-safety-dialog.h"
#include "routines/fascia-session-sheet.h"
#include "widgets/fascia-link-row.h"

#define WIDTH 360
/* Without a window manager the window draws its own frame. */
#define FRAME 10
#define TEXT_200_PERCENT (2 * 96 * 1024)

static FasciaRoutinesModel *
get_model (Fixture *fixture)
{
  return fascia_routines_model_get (fixture->journal, fixture->body);
}

static void
settle (Fixture *fixture)
{
  for (int i = 0; i < 2; i++)
    {
      read_level (fixture, LEFT, FASCIA_SCALE_TIGHTNESS);
      fascia_test_drain ();
      fascia_test_assert_until (is_settled, get_model (fixture));
      fascia_test_drain ();
    }
}

static GtkWidget *
find (GtkWidget *root, GType type, const char *id)
{
  if (gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type)
      && (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static int
measure (GtkWidget *widget)
{
  int minimum = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Names each that asks for it, from the outside in. */
static void
print_wide (GtkWidget *widget, int limit)
{
  if (!gtk_widget_get_visible (widget) || measure (widget) <= limit)
    return;
  g_test_message ("%s “%s” asks for %d px", G_OBJECT_TYPE_NAME (widget),
                  GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "",
                  measure (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    print_wide (child, limit - 8);
}

static void
assert_narrow (GtkWidget *page, const char *state)
{
  GtkWidget *view = find (page, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);

  g_assert_nonnull (view);
  fascia_test_drain ();
  if (measure (view) <= WIDTH)
    return;
  g_test_message ("%s:", state);
  print_wide (view, WIDTH);
  g_test_fail ();
}

static GtkWidget *
open_page (Fixture *fixture)
{
  show (fixture, WIDTH + FRAME, 720);
  fascia_window_show_page (fixture->window, "routines");
  settle (fixture);
  return fascia_window_get_page (fixture->window, "routines");
}

static void
put_postures (Fixture *fixture)
{
  static const char *const postures[] = { "bed", "chair", "standing", "floor", NULL };

  fascia_test_put_setting (fixture->journal, FASCIA_SETTING_POSTURES,
                           g_variant_new_strv (postures, -1));
  settle (fixture);
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

/* Whatever may be suggested, with its reason. */
static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  static const char *const places[]
      = { "shoulder-top-left",     "knee-back-left",         "foot-sole-right", "jaw-left",
          "upper-back-inner-left", "forearm-inner-right",    "calf-upper-left", "thigh-outer-left",
          "lower-back-left",       "shoulder-rotator-right", "temple-left",     "groin-left" };
  GtkWidget *page = open_page (fixture);

  assert_narrow (page, "nothing said yet");
  gtk_widget_activate (find (page, FASCIA_TYPE_LINK_ROW, NULL));
  assert_narrow (page, "asked");
  put_postures (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      log_tight (fixture->journal, places[i], 9);
      settle (fixture);
      assert_narrow (page, places[i]);
    }
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  GtkWidget *entry = find (page, GTK_TYPE_SEARCH_ENTRY, NULL);

  put_postures (fixture);
  unfold (page);
  settle (fixture);
  assert_narrow (page, "all areas");
  fascia_routines_page_filter_place (FASCIA_ROUTINES_PAGE (page), "knee-back-left");
  settle (fixture);
  assert_narrow (page, "a closed place");
  fascia_routines_page_filter_place (FASCIA_ROUTINES_PAGE (page), "shoulder-rotator-right");
  settle (fixture);
  assert_narrow (page, "a place");
  gtk_editable_set_text (GTK_EDITABLE (entry), "xylophone");
  g_signal_emit_by_name (entry, "search-changed");
  settle (fixture);
  assert_narrow (page, "nothing found");
}

/* After a session, and with a plan. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);

  put_postures (fixture);
  fascia_test_put_session (fixture->journal, 1, "back-neck-one", "r34", "calf-upper-left", 60,
                           TRUE);
  settle (fixture);
  assert_narrow (page, "the question of the day after");
  fascia_test_put_soreness (fixture->journal, 0, 4);
  settle (fixture);
  assert_narrow (page, "a place at rest");
  fascia_test_put_plan (fixture->journal,
                        fascia_routines_model_get_programmes (get_model (fixture)), 15);
  settle (fixture);
  assert_narrow (page, "a plan");
  fascia_routines_page_open_plan (FASCIA_ROUTINES_PAGE (page));
  settle (fixture);
  assert_narrow (page, "the plan");
  unfold (find (GTK_WIDGET (fixture->window), FASCIA_TYPE_PLAN_PAGE, NULL));
  settle (fixture);
  assert_narrow (page, "all of the plan");
}

/* Each routine of the library, with all its steps. */
static void
test_routines (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_page (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (get_model (fixture));
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);

  fascia_safety_book_write (book, NULL, 0, fascia_test_plan_get_today (fixture->journal), NULL,
                            NULL, NULL);
  settle (fixture);
  for (guint i = 0; i < fascia_library_get_n_routines (library); i += 7)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);

      fascia_routines_page_open_routine (FASCIA_ROUTINES_PAGE (page), routine, NULL);
      fascia_test_drain ();
      unfold (page);
      assert_narrow (page, fascia_routine_get_id (routine));
    }
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
assert_dialog (Fixture *fixture, AdwDialog *dialog, const char *state)
{
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  fascia_test_assert_until (is_mapped, dialog);
  fascia_test_drain ();
  unfold (GTK_WIDGET (dialog));
  fascia_test_drain ();
  GtkWidget *child = adw_dialog_get_child (dialog);
  if (measure (child) > WIDTH)
    {
      g_test_message ("%s:", state);
      print_wide (child, WIDTH);
      g_test_fail ();
    }
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* What is asked before a session, the signs, and the editor. */
static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutinesModel *model = get_model (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  FasciaRoutine *routine = fascia_library_lookup_routine (library, "neck-evening");
  FasciaSafetyBook *book = fascia_safety_book_get (fixture->journal, fixture->body);
  const FasciaConditionAnswer answer
      = { .code = "anticoagulant", .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN };

  g_autoptr (FasciaSigns) signs = fascia_signs_new (fixture->body, NULL);
  g_autoptr (FasciaSessionCheck) check
      = fascia_session_check_new (signs, fascia_safety_book_get_conditions (book), TRUE);
  assert_dialog (fixture, fascia_safety_dialog_new (book, GTK_WIDGET (fixture->window), check),
                 "the check before the first session");
  fascia_safety_book_write (book, &answer, 1, fascia_test_plan_get_today (fixture->journal), NULL,
                            NULL, NULL);
  settle (fixture);
  assert_dialog (fixture, fascia_safety_dialog_new (book, GTK_WIDGET (fixture->window), NULL),
                 "the check, answered");
  assert_dialog (fixture, fascia_session_sheet_new (model, book, signs, routine, NULL, NULL),
                 "before a session");
  AdwDialog *help = fascia_help_present (GTK_WIDGET (fixture->page), fixture->journal,
                                         fixture->body, FASCIA_SIGN_ON_PAGE);
  assert_dialog (fixture, help, "the signs");
  g_autoptr (FasciaRoutine) copy = fascia_routine_own_copy (routine);
  assert_dialog (fixture, ADW_DIALOG (fascia_routine_editor_new (model, copy, "narrow", TRUE)),
                 "the editor");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", TEXT_200_PERCENT,
                "gtk-enable-animations", FALSE, NULL);

#define ADD(name)                                                                                  \
  g_test_add ("/routines-narrow/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (suggestions);
  ADD (lists);
  ADD (plan);
  ADD (routines);
  ADD (dialogs);
#undef ADD

  return run_tests ();
}
