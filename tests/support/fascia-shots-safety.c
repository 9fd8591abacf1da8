/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the safety check, the sheet before a session, and when to get help. */

#include "fascia-shots-safety.h"

#include "body/fascia-body-page.h"
#include "body/fascia-help-page.h"
#include "body/fascia-place-dialog.h"
#include "fascia-body-setup.h"
#include "journal/fascia-entry-editor.h"
#include "routines/fascia-held-back-row.h"
#include "routines/fascia-routines-model.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-safety-dialog.h"
#include "routines/fascia-session-sheet.h"
#include "routines/fascia-session-start.h"
#include "settings/fascia-preferences-dialog.h"
#include "fascia-test-utils.h"

#define SHOULDER "shoulder-top-right"

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static FasciaSafetyBook *
get_book (FasciaWindow *window)
{
  return fascia_safety_book_get (fascia_window_get_journal (window),
                                 fascia_window_get_body (window));
}

static gboolean
is_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data) && !fascia_routines_model_is_busy (data);
}

static gboolean
is_loaded (gpointer data)
{
  return fascia_safety_book_is_loaded (data);
}

static FasciaRoutinesModel *
get_model (FasciaWindow *window)
{
  FasciaRoutinesModel *model = fascia_routines_model_get (fascia_window_get_journal (window),
                                                          fascia_window_get_body (window));

  fascia_routines_model_load (model);
  fascia_test_assert_until (is_ready, model);
  fascia_test_assert_until (is_loaded, get_book (window));
  return model;
}

/* An answered setup: something at a place, something of the whole body. */
static void
answer (FasciaWindow *window)
{
  FasciaSafetyBook *book = get_book (window);
  const FasciaConditionAnswer answers[] = {
    { .code = "implant",
      .region = SHOULDER,
      .side = FASCIA_SIDE_MIDLINE,
      .since_day = FASCIA_DAY_UNKNOWN },
    { .code = "anticoagulant", .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN },
  };

  fascia_test_assert_until (is_loaded, book);
  fascia_safety_book_write (book, answers, G_N_ELEMENTS (answers),
                            fascia_safety_book_get_today (book), NULL, NULL, NULL);
  settle (window);
}

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

/* The row of that title; rows of pages that are not seen count, too. */
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

static AdwDialog *
get_dialog (FasciaWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
activate (FasciaWindow *window, GtkWidget *root, const char *title)
{
  GtkWidget *row = find_row (root, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  gtk_widget_activate (row);
  settle (window);
}

/* ---- the setup ---- */

void
fascia_shots_show_safety (FasciaWindow *window)
{
  fascia_safety_dialog_present (GTK_WIDGET (window), get_model (window));
  settle (window);
}

static void
start (FasciaWindow *window, const char *routine)
{
  FasciaRoutinesModel *model = get_model (window);
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  FasciaRoutine *found = fascia_library_lookup_routine (library, routine);

  fascia_session_start (fascia_window_get_page (window, "body"), model,
                        found != NULL ? found : fascia_library_get_routine (library, 0), NULL);
  settle (window);
}

void
fascia_shots_show_safety_start (FasciaWindow *window)
{
  start (window, "neck-evening");
}

void
fascia_shots_show_safety_group (FasciaWindow *window)
{
  fascia_shots_show_safety (window);
  activate (window, GTK_WIDGET (get_dialog (window)), "Operations and devices");
  AdwExpanderRow *row = ADW_EXPANDER_ROW (
      find_row (GTK_WIDGET (get_dialog (window)), "An operation during the last 12 weeks"));
  adw_expander_row_set_enable_expansion (row, TRUE);
  settle (window);
}

void
fascia_shots_show_safety_answered (FasciaWindow *window)
{
  answer (window);
  fascia_shots_show_safety (window);
}

void
fascia_shots_show_safety_take_out (FasciaWindow *window)
{
  FasciaSafetyBook *book = get_book (window);
  const FasciaConditionAnswer clot
      = { .code = "clot", .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN };

  fascia_test_assert_until (is_loaded, book);
  fascia_safety_book_write (book, &clot, 1, fascia_safety_book_get_today (book), NULL, NULL, NULL);
  settle (window);
  fascia_shots_show_safety (window);
  activate (window, GTK_WIDGET (get_dialog (window)), "Blood and heart");
  AdwExpanderRow *row
      = ADW_EXPANDER_ROW (find_row (GTK_WIDGET (get_dialog (window)), "A blood clot now"));
  adw_expander_row_set_enable_expansion (row, FALSE);
  fascia_safety_dialog_save (FASCIA_SAFETY_DIALOG (get_dialog (window)));
  settle (window);
}

/* ---- before a session ---- */

static void
answer_nothing (FasciaWindow *window)
{
  FasciaSafetyBook *book = get_book (window);

  fascia_test_assert_until (is_loaded, book);
  fascia_safety_book_write (book, NULL, 0, fascia_safety_book_get_today (book), NULL, NULL, NULL);
  settle (window);
}

void
fascia_shots_show_session (FasciaWindow *window)
{
  answer_nothing (window);
  start (window, "neck-evening");
}

void
fascia_shots_show_session_held_back (FasciaWindow *window)
{
  answer (window);
  start (window, "neck-evening");
  GtkWidget *row = find_type (GTK_WIDGET (get_dialog (window)), FASCIA_TYPE_HELD_BACK_ROW);
  if (row != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle (window);
}

void
fascia_shots_show_session_list (FasciaWindow *window)
{
  fascia_shots_show_session (window);
  fascia_session_sheet_show_list (FASCIA_SESSION_SHEET (get_dialog (window)));
  settle (window);
}

void
fascia_shots_show_session_today (FasciaWindow *window)
{
  fascia_shots_show_session_list (window);
  activate (window, GTK_WIDGET (get_dialog (window)),
            "Is there numbness between your legs or around the back passage?");
  activate (window, GTK_WIDGET (get_dialog (window)),
            "Have you hurt yourself since the last session?");
  fascia_session_sheet_go_on (FASCIA_SESSION_SHEET (get_dialog (window)));
  settle (window);
}

/* ---- help ---- */

void
fascia_shots_show_help_all (FasciaWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.help", NULL);
  settle (window);
}

static AdwDialog *
show_place (FasciaWindow *window)
{
  FasciaBodyPage *page = FASCIA_BODY_PAGE (fascia_window_get_page (window, "body"));
  FasciaBodyModel *model = fascia_body_page_get_model (page);
  AdwDialog *dialog = fascia_place_dialog_new (
      model, fascia_body_lookup (fascia_body_model_get_body (model), SHOULDER), GTK_WIDGET (page));

  adw_dialog_present (dialog, GTK_WIDGET (page));
  settle (window);
  return dialog;
}

void
fascia_shots_show_help_place (FasciaWindow *window)
{
  FasciaBodySetup *setup
      = fascia_body_setup_get (fascia_window_get_journal (window), fascia_window_get_body (window));

  fascia_body_setup_set (setup, FASCIA_SETTING_HELP_NUMBER, g_variant_new_string ("0116 117"));
  fascia_place_dialog_show_help (FASCIA_PLACE_DIALOG (show_place (window)));
  settle (window);
}

/* ---- care at a place ---- */

void
fascia_shots_show_care (FasciaWindow *window)
{
  answer (window);
}

static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scrolled != NULL
      && gtk_widget_compute_bounds (widget, gtk_widget_get_first_child (scrolled), &bounds))
    {
      GtkAdjustment *adjustment
          = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                                + (double) bounds.origin.y - 200);
    }
}

void
fascia_shots_show_care_place (FasciaWindow *window)
{
  answer (window);
  AdwDialog *dialog = show_place (window);
  scroll_to (find_row (GTK_WIDGET (dialog), "_Add…"));
  settle (window);
}

void
fascia_shots_show_care_add (FasciaWindow *window)
{
  answer (window);
  activate (window, GTK_WIDGET (show_place (window)), "_Add…");
}

void
fascia_shots_show_preferences_routines (FasciaWindow *window)
{
  answer (window);
  AdwDialog *dialog = fascia_preferences_dialog_new (
      fascia_body_setup_get (fascia_window_get_journal (window), fascia_window_get_body (window)));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "routines");
  adw_dialog_present (dialog, GTK_WIDGET (window));
  settle (window);
}

/* What is heard of a session, as it is told without a voice. */
void
fascia_shots_show_preferences_session (FasciaWindow *window)
{
  AdwDialog *dialog = fascia_preferences_dialog_new (
      fascia_body_setup_get (fascia_window_get_journal (window), fascia_window_get_body (window)));

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "routines");
  adw_dialog_present (dialog, GTK_WIDGET (window));
  settle (window);
  activate (window, GTK_WIDGET (dialog), "How It Sounds");
  scroll_to (find_row (GTK_WIDGET (dialog), "_Voice"));
  settle (window);
}

/* ---- in the journal ---- */

void
fascia_shots_show_tests_held_back (FasciaWindow *window)
{
  FasciaSafetyBook *book = get_book (window);
  const FasciaConditionAnswer falls
      = { .code = "falls", .side = FASCIA_SIDE_MIDLINE, .since_day = FASCIA_DAY_UNKNOWN };

  fascia_test_assert_until (is_loaded, book);
  fascia_safety_book_write (book, &falls, 1, fascia_safety_book_get_today (book), NULL, NULL, NULL);
  settle (window);
  fascia_entry_editor_present_new (GTK_WIDGET (window), fascia_window_get_journal (window),
                                   fascia_window_get_body (window), FASCIA_ENTRY_MEASUREMENT, NULL);
  settle (window);
  activate (window, GTK_WIDGET (get_dialog (window)), "_Add a Measurement");
  GtkWidget *row = find_row (GTK_WIDGET (get_dialog (window)), "Stand on one leg");
  if (row != NULL)
    scroll_to (row);
  settle (window);
}

void
fascia_shots_show_visit_notes (FasciaWindow *window)
{
  static const char *const tags[] = { FASCIA_TAG_TO_SAY, NULL };
  static const char *const notes[]
      = { "The pull goes up to the ear when I turn left.", "Is the roller good for the hip?" };
  FasciaJournal *journal = fascia_window_get_journal (window);
  const FasciaUid none = { 0 };
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (journal), &now);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (FasciaEntry) empty = fascia_entry_new (&none, FASCIA_ENTRY_NOTE, &now);
      g_autoptr (FasciaEntry) tagged = fascia_entry_with_tags (empty, tags);
      g_autoptr (FasciaEntry) entry = fascia_entry_with_note (tagged, notes[i]);

      fascia_journal_put_async (journal, entry, NULL, NULL, NULL);
    }
  settle (window);
  fascia_entry_editor_present_new (GTK_WIDGET (window), journal, fascia_window_get_body (window),
                                   FASCIA_ENTRY_VISIT, NULL);
  settle (window);
}
