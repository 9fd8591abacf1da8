/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own routines in the window: written, ordered, confirmed, kept while they are written, deleted and
 * brought back, read from files of anybody.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "core/routines/fascia-routine-file.h"
#include "fascia-announce.h"
#include "fascia-file-chooser.h"
#include "fascia-test-window.h"
#include "routines-fixture.h"
#include "routines/fascia-item-page.h"
#include "routines/fascia-routine-editor.h"
#include "routines/fascia-routine-import.h"
#include "routines/fascia-routine-own.h"
#include "routines/fascia-routine-page.h"
#include "routines/fascia-routines-page.h"
#include "routines/fascia-step-picker.h"

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *root;
  GType type;
} Wanted;

static gboolean
is_found (gpointer data)
{
  Wanted *wanted = data;

  return find (wanted->root, wanted->type) != NULL;
}

/* Dialogs and their pages come with the next frames. */
static GtkWidget *
await (gpointer root, GType type)
{
  Wanted wanted = { root, type };

  fascia_test_assert_until (is_found, &wanted);
  return find (root, type);
}

static FasciaRoutinesModel *
get_model (Fixture *fixture)
{
  return fascia_routines_model_get (fixture->journal, fixture->body);
}

static void
settle (Fixture *fixture)
{
  fascia_test_assert_until (is_settled, get_model (fixture));
  fascia_test_drain ();
}

static gboolean
has_setup (gpointer data)
{
  Fixture *fixture = data;

  return fascia_body_setup_is_loaded (fascia_body_setup_get (fixture->journal, fixture->body));
}

static void
open_page (Fixture *fixture)
{
  show (fixture, 1000, 720);
  fascia_test_assert_until (has_setup, fixture);
  fascia_window_show_page (fixture->window, "routines");
  settle (fixture);
}

static FasciaRoutineEditor *
get_editor (Fixture *fixture)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return FASCIA_IS_ROUTINE_EDITOR (dialog) ? FASCIA_ROUTINE_EDITOR (dialog) : NULL;
}

static FasciaRoutineEditor *
open_new (Fixture *fixture)
{
  gtk_widget_activate_action (fascia_window_get_page (fixture->window, "routines"), "routines.new",
                              NULL);
  fascia_test_drain ();
  FasciaRoutineEditor *editor = get_editor (fixture);
  g_assert_nonnull (editor);
  await (editor, ADW_TYPE_ENTRY_ROW);
  return editor;
}

static void
type_title (FasciaRoutineEditor *editor, const char *title)
{
  GtkWidget *row = await (editor, ADW_TYPE_ENTRY_ROW);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), title);
}

static const char *
get_step_id (FasciaRoutineEditor *editor, guint index)
{
  guint n = 0;
  const FasciaRoutineItem *items
      = fascia_routine_get_items (fascia_routine_editor_get_routine (editor), &n);

  g_assert_cmpuint (index, <, n);
  return items[index].step;
}

static guint
count_items (FasciaRoutine *routine)
{
  guint n = 0;

  fascia_routine_get_items (routine, &n);
  return n;
}

typedef struct
{
  Fixture *fixture;
  const char *title;
} Titled;

static FasciaRoutine *
find_titled (Fixture *fixture, const char *title)
{
  FasciaLibrary *library = fascia_routines_model_get_library (get_model (fixture));

  for (guint i = 0; i < fascia_library_get_n_routines (library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (library, i);

      if (g_str_equal (fascia_routine_get_title (routine), title))
        return routine;
    }
  return NULL;
}

static gboolean
is_there (gpointer data)
{
  Titled *titled = data;

  return is_settled (get_model (titled->fixture))
         && find_titled (titled->fixture, titled->title) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  Titled *titled = data;

  return is_settled (get_model (titled->fixture))
         && find_titled (titled->fixture, titled->title) == NULL;
}

static AdwDialog *
get_question (Fixture *fixture)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return ADW_IS_ALERT_DIALOG (dialog) ? dialog : NULL;
}

/* ---- writing ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineEditor *editor = open_new (fixture);

  g_assert_false (fascia_routine_editor_is_changed (editor));
  g_assert_false (fascia_routine_editor_can_save (editor));
  type_title (editor, "Evening");
  g_assert_false (fascia_routine_editor_can_save (editor));
  fascia_routine_editor_add_step (editor, "m03");
  g_assert_true (fascia_routine_editor_can_save (editor));
  g_assert_true (fascia_routine_editor_is_changed (editor));
  g_assert_true (fascia_routine_editor_save (editor));

  Titled titled = { fixture, "Evening" };
  fascia_test_assert_until (is_there, &titled);
  FasciaRoutine *saved = find_titled (fixture, "Evening");
  g_assert_true (fascia_routine_is_own (saved));
  g_assert_cmpuint (count_items (saved), ==, 1);
  fascia_test_drain ();
  /* It is shown. */
  GtkWidget *page
      = find (fascia_window_get_page (fixture->window, "routines"), FASCIA_TYPE_ROUTINE_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpstr (
      fascia_routine_get_title (fascia_routine_page_get_routine (FASCIA_ROUTINE_PAGE (page))), ==,
      "Evening");
}

static void
test_picker (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineEditor *editor = open_new (fixture);

  fascia_routine_editor_open_picker (editor);
  fascia_test_drain ();
  FasciaStepPicker *picker = FASCIA_STEP_PICKER (await (editor, FASCIA_TYPE_STEP_PICKER));
  const guint n_all = fascia_step_picker_count (picker);
  g_assert_cmpuint (
      n_all, ==,
      fascia_library_get_n_steps (fascia_routines_model_get_library (get_model (fixture))));
  /* By place, by tool, by kind. */
  fascia_step_picker_search (picker, "calf");
  const guint n_calf = fascia_step_picker_count (picker);
  g_assert_cmpuint (n_calf, >, 0);
  g_assert_cmpuint (n_calf, <, n_all);
  fascia_step_picker_search (picker, "calf release");
  g_assert_cmpuint (fascia_step_picker_count (picker), >, 0);
  g_assert_cmpuint (fascia_step_picker_count (picker), <, n_calf);
  fascia_step_picker_search (picker, "tennis");
  g_assert_cmpuint (fascia_step_picker_count (picker), >, 0);
  fascia_step_picker_search (picker, "xylophone");
  g_assert_cmpuint (fascia_step_picker_count (picker), ==, 0);
  fascia_step_picker_search (picker, "");
  g_assert_true (fascia_step_picker_choose (picker, "s02"));
  fascia_test_drain ();
  g_assert_cmpstr (get_step_id (editor, 0), ==, "s02");
  /* Its dose is asked at once. */
  g_assert_nonnull (await (editor, FASCIA_TYPE_ITEM_PAGE));
  adw_dialog_force_close (ADW_DIALOG (editor));
}

static void
test_homework (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineEditor *editor = open_new (fixture);

  type_title (editor, "From my therapist");
  fascia_routine_editor_open_picker (editor);
  fascia_test_drain ();
  FasciaStepPicker *picker = FASCIA_STEP_PICKER (await (editor, FASCIA_TYPE_STEP_PICKER));
  fascia_step_picker_search (picker, "heel drops 3 × 10");
  g_assert_true (fascia_step_picker_choose_homework (picker));
  fascia_test_drain ();
  AdwNavigationView *view
      = ADW_NAVIGATION_VIEW (find (GTK_WIDGET (editor), ADW_TYPE_NAVIGATION_VIEW));
  FasciaStepPicker *like = FASCIA_STEP_PICKER (adw_navigation_view_get_visible_page (view));
  g_assert_true (like != picker);
  g_assert_true (fascia_step_picker_choose (like, "x08"));
  fascia_test_drain ();

  FasciaRoutine *routine = fascia_routine_editor_get_routine (editor);
  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (items[0].sets, ==, 3);
  g_assert_cmpint (items[0].reps, ==, 10);
  g_autofree char *id = g_strdup (items[0].step);
  const FasciaStep *step = fascia_routine_find_own_step (routine, id);
  g_assert_nonnull (step);
  g_assert_cmpstr (fascia_step_get_title (step), ==, "Heel drops");
  g_assert_cmpstr (fascia_step_get_movement (step), ==, "heel drops 3 × 10");
  g_assert_cmpstr (fascia_step_get_like (step), ==, "x08");

  g_assert_true (fascia_routine_editor_save (editor));
  Titled titled = { fixture, "From my therapist" };
  fascia_test_assert_until (is_there, &titled);
  FasciaRoutine *saved = find_titled (fixture, "From my therapist");
  g_assert_nonnull (fascia_routine_find_own_step (saved, id));
}

/* ---- order and sides ---- */

static char *heard;

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_set_str (&heard, text);
}

static gboolean
trigger (GtkWidget *row, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *its = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (its)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (its)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (its)) == GDK_ALT_MASK)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

static gboolean
has_heard (gpointer text)
{
  return g_strcmp0 (heard, text) == 0;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineEditor *editor = open_new (fixture);

  fascia_routine_editor_add_step (editor, "m03");
  fascia_routine_editor_add_step (editor, "s02");
  fascia_routine_editor_add_step (editor, "x08");
  fascia_announce_set_listener (on_announced, NULL);
  g_assert_true (trigger (fascia_routine_editor_get_row (editor, 2), GDK_KEY_Up));
  g_assert_cmpstr (get_step_id (editor, 1), ==, "x08");
  g_assert_cmpstr (get_step_id (editor, 2), ==, "s02");
  FasciaLibrary *library = fascia_routines_model_get_library (get_model (fixture));
  g_autofree char *words = g_strdup_printf (
      "%s: now 2 of 3", fascia_step_get_title (fascia_library_lookup_step (library, "x08")));
  fascia_test_assert_until (has_heard, words);
  /* The focus goes with it, so that the next key moves it on. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == fascia_routine_editor_get_row (editor, 1));
  g_assert_true (trigger (fascia_routine_editor_get_row (editor, 1), GDK_KEY_Up));
  g_assert_cmpstr (get_step_id (editor, 0), ==, "x08");
  /* At the end nothing goes over the edge. */
  g_assert_true (trigger (fascia_routine_editor_get_row (editor, 0), GDK_KEY_Up));
  g_assert_cmpstr (get_step_id (editor, 0), ==, "x08");
  g_assert_true (trigger (fascia_routine_editor_get_row (editor, 2), GDK_KEY_Down));
  g_assert_cmpstr (get_step_id (editor, 2), ==, "s02");
  /* By drag: from anywhere to anywhere. */
  fascia_routine_editor_move (editor, 0, 2);
  g_assert_cmpstr (get_step_id (editor, 2), ==, "x08");
  fascia_routine_editor_remove (editor, 0);
  g_assert_cmpuint (count_items (fascia_routine_editor_get_routine (editor)), ==, 2);
  fascia_announce_set_listener (NULL, NULL);
  g_clear_pointer (&heard, g_free);
  adw_dialog_force_close (ADW_DIALOG (editor));
}

static void
test_sides (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineEditor *editor = open_new (fixture);
  guint n = 0;

  fascia_routine_editor_add_step (editor, "s02");
  fascia_routine_editor_open_step (editor, 0);
  fascia_test_drain ();
  FasciaItemPage *page = FASCIA_ITEM_PAGE (await (editor, FASCIA_TYPE_ITEM_PAGE));
  fascia_item_page_set_dose (page, 2, 40, 15);
  fascia_item_page_set_side (page, FASCIA_SIDE_RIGHT);
  const FasciaRoutineItem *items
      = fascia_routine_get_items (fascia_routine_editor_get_routine (editor), &n);
  g_assert_cmpint (items[0].sets, ==, 2);
  g_assert_cmpint (items[0].seconds, ==, 40);
  g_assert_cmpint (items[0].rest_s, ==, 15);
  g_assert_cmpint (items[0].side, ==, FASCIA_SIDE_RIGHT);
  fascia_item_page_ask_both (page);
  fascia_test_drain ();
  items = fascia_routine_get_items (fascia_routine_editor_get_routine (editor), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (items[0].side, ==, FASCIA_SIDE_RIGHT);
  g_assert_cmpint (items[1].side, ==, FASCIA_SIDE_LEFT);
  g_assert_cmpint (items[1].seconds, ==, 40);
  g_assert_null (find (GTK_WIDGET (editor), FASCIA_TYPE_ITEM_PAGE));
  adw_dialog_force_close (ADW_DIALOG (editor));
}

/* ---- limits ---- */

static GtkWidget *
find_switch (FasciaRoutineEditor *editor)
{
  return find (GTK_WIDGET (editor), ADW_TYPE_SWITCH_ROW);
}

static void
test_over (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineEditor *editor = open_new (fixture);

  type_title (editor, "Much");
  fascia_routine_editor_add_step (editor, "s02");
  g_assert_null (find_switch (editor));
  fascia_routine_editor_open_step (editor, 0);
  fascia_test_drain ();
  fascia_item_page_set_dose (FASCIA_ITEM_PAGE (await (editor, FASCIA_TYPE_ITEM_PAGE)), 9, 200, 0);
  adw_navigation_view_pop (
      ADW_NAVIGATION_VIEW (find (GTK_WIDGET (editor), ADW_TYPE_NAVIGATION_VIEW)));
  fascia_test_drain ();

  /* Said beside the step, and asked below. */
  GtkWidget *row = fascia_routine_editor_get_row (editor, 0);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "the limit is"));
  g_assert_false (fascia_routine_editor_can_save (editor));
  g_assert_false (fascia_routine_editor_save (editor));
  GtkWidget *confirm = find_switch (editor);
  g_assert_nonnull (confirm);
  adw_switch_row_set_active (ADW_SWITCH_ROW (confirm), TRUE);
  g_assert_true (fascia_routine_editor_can_save (editor));
  /* Another dose is another question. */
  fascia_routine_editor_add_step (editor, "s02");
  fascia_routine_editor_remove (editor, 1);
  g_assert_true (fascia_routine_editor_save (editor)
                 || !adw_switch_row_get_active (ADW_SWITCH_ROW (confirm)));
  if (get_editor (fixture) != NULL)
    {
      adw_switch_row_set_active (ADW_SWITCH_ROW (confirm), TRUE);
      g_assert_true (fascia_routine_editor_save (editor));
    }

  Titled titled = { fixture, "Much" };
  gint64 utc_ms = 0;
  fascia_test_assert_until (is_there, &titled);
  const char *confirmed = fascia_routine_get_confirmed (find_titled (fixture, "Much"), &utc_ms);
  g_assert_nonnull (confirmed);
  g_assert_nonnull (strstr (confirmed, "the limit is"));
  g_assert_cmpint (utc_ms, >, 0);

  /* Opened again it is still confirmed; with less there is nothing to confirm. */
  FasciaRoutineEditor *again = fascia_routine_editor_new (
      get_model (fixture), find_titled (fixture, "Much"), "much", FALSE);
  adw_dialog_present (ADW_DIALOG (again), GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  g_assert_true (fascia_routine_editor_can_save (again));
  fascia_routine_editor_remove (again, 0);
  fascia_routine_editor_add_step (again, "s02");
  g_assert_true (fascia_routine_editor_save (again));
  settle (fixture);
  g_assert_null (fascia_routine_get_confirmed (find_titled (fixture, "Much"), &utc_ms));
}

/* A pressing step on a place where nothing may press cannot be saved, and says why. */
static void
test_forbidden (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "<routine version=\"1\"><title>Wrong</title>"
        "<step id=\"own-1\" kind=\"release\" posture=\"floor\" technique=\"direct\" "
        "tool-class=\"ball-floor\" regions=\"knee-back\"><title>Ball</title>"
        "<movement>Press.</movement></step><do step=\"own-1\"/></routine>";
  g_autoptr (GError) error = NULL;

  open_page (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (get_model (fixture));
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_file_parse_kept (library, "own-wrong", text, &error);
  g_assert_no_error (error);
  FasciaRoutineEditor *editor
      = fascia_routine_editor_new (get_model (fixture), routine, "wrong", FALSE);
  adw_dialog_present (ADW_DIALOG (editor), GTK_WIDGET (fixture->window));
  await (editor, ADW_TYPE_ENTRY_ROW);
  g_assert_false (fascia_routine_editor_can_save (editor));
  GtkWidget *row = fascia_routine_editor_get_row (editor, 0);
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "where nothing may press"));
  /* There is nothing to confirm it with. */
  g_assert_null (find_switch (editor));
  adw_dialog_force_close (ADW_DIALOG (editor));
}

/* ---- nothing is lost ---- */

static gboolean
is_asked (gpointer fixture)
{
  return get_question (fixture) != NULL;
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineEditor *editor = open_new (fixture);

  type_title (editor, "Half done");
  adw_dialog_close (ADW_DIALOG (editor));
  fascia_test_assert_until (is_asked, fixture);
  g_signal_emit_by_name (get_question (fixture), "response", "keep");
  adw_dialog_force_close (get_question (fixture));
  fascia_test_drain ();
  g_assert_true (get_editor (fixture) == editor);

  /* As at a sudden end: what was typed comes back, until it is thrown away. */
  fascia_routine_editor_add_step (editor, "m03");
  adw_dialog_force_close (ADW_DIALOG (editor));
  fascia_test_drain ();
  settle (fixture);
  editor = open_new (fixture);
  g_assert_cmpstr (fascia_routine_get_title (fascia_routine_editor_get_routine (editor)), ==,
                   "Half done");
  g_assert_cmpuint (count_items (fascia_routine_editor_get_routine (editor)), ==, 1);
  GtkWidget *banner = await (editor, ADW_TYPE_BANNER);
  g_assert_nonnull (banner);
  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_cmpstr (fascia_routine_get_title (fascia_routine_editor_get_routine (editor)), ==, "");
  adw_dialog_close (ADW_DIALOG (editor));
  fascia_test_drain ();
  editor = open_new (fixture);
  g_assert_cmpuint (count_items (fascia_routine_editor_get_routine (editor)), ==, 0);
  adw_dialog_close (ADW_DIALOG (editor));
}

/* (nullable) */
static GtkWidget *
find_undo (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), "_Undo") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_undo (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_undo (gpointer fixture)
{
  return find_undo (GTK_WIDGET (((Fixture *) fixture)->window)) != NULL;
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutine *ready
      = fascia_library_get_routine (fascia_routines_model_get_library (get_model (fixture)), 0);
  g_autoptr (FasciaRoutine) copy = fascia_routine_own_copy (ready);
  g_autofree char *title = g_strdup (fascia_routine_get_title (copy));
  Titled titled = { fixture, title };

  g_assert_true (fascia_routine_is_own (copy));
  g_assert_cmpstr (fascia_routine_get_id (copy), !=, fascia_routine_get_id (ready));
  g_assert_cmpuint (count_items (copy), ==, count_items (ready));
  fascia_routines_model_put_own (get_model (fixture), fascia_routine_get_id (copy), copy);
  fascia_test_assert_until (is_there, &titled);

  GtkWidget *page = fascia_window_get_page (fixture->window, "routines");
  fascia_routines_page_open (FASCIA_ROUTINES_PAGE (page), fascia_routine_get_id (copy));
  fascia_test_drain ();
  gtk_widget_activate_action (find (page, FASCIA_TYPE_ROUTINE_PAGE), "routine.delete", NULL);
  fascia_test_assert_until (is_gone, &titled);
  fascia_test_assert_until (has_undo, fixture);
  g_signal_emit_by_name (find_undo (GTK_WIDGET (fixture->window)), "clicked");
  fascia_test_assert_until (is_there, &titled);
  g_assert_true (fascia_routine_equal (copy, find_titled (fixture, title)));
}

/* ---- files of anybody ---- */

typedef struct
{
  const char *name;
  const char *text;
  gssize length;
  const char *reason;
} Hostile;

#define HEAD "<routine version=\"1\"><title>T</title>"

static const Hostile hostile[] = {
  { "empty", "", 0, "line 1" },
  { "no routine", "{\"a\": 1}", -1, "XML" },
  { "another kind", "<html/>", -1, "<html>" },
  { "unknown step", HEAD "\n<do step=\"zz9\"/></routine>", -1, "Line 2" },
  { "absurd dose", HEAD "\n\n<do step=\"s02\" seconds=\"99999\"/></routine>", -1, "Line 3" },
  { "negative dose", HEAD "<do step=\"s02\" sets=\"-1\"/></routine>", -1, "Line 1" },
  { "script", "<routine version=\"1\"><title>&lt;script&gt;x&lt;/script&gt;</title></routine>", -1,
    "program" },
  { "entities", "<!DOCTYPE r [<!ENTITY a \"aa\">]>\n" HEAD "<do step=\"m03\"/></routine>", -1,
    "Line 1" },
  { "closed place",
    HEAD "\n<step id=\"own-1\" kind=\"release\" posture=\"floor\" technique=\"direct\" "
         "tool-class=\"ball-floor\" regions=\"knee-back\"><title>B</title><movement>P.</movement>"
         "</step>\n<do step=\"own-1\"/></routine>",
    -1, "Line 3" },
  { "no UTF-8", "<routine version=\"1\"><title>\xFF</title></routine>", -1, "UTF-8" },
};

static FasciaRoutineImport *
open_import (Fixture *fixture)
{
  FasciaRoutineImport *import = fascia_routine_import_new (get_model (fixture));

  adw_dialog_present (ADW_DIALOG (import), GTK_WIDGET (fixture->window));
  fascia_test_drain ();
  return import;
}

static guint
count_own (Fixture *fixture)
{
  FasciaBodySetup *setup = fascia_body_setup_get (fixture->journal, fixture->body);
  g_auto (GStrv) keys = fascia_settings_dup_keys (fascia_body_setup_get_settings (setup),
                                                  FASCIA_SETTING_ROUTINE_PREFIX);

  return g_strv_length (keys);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  open_page (fixture);
  FasciaRoutineImport *import = open_import (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      fascia_routine_import_show (import, hostile[i].text, hostile[i].length);
      const char *problem = fascia_routine_import_get_problem (import);

      if (problem == NULL || strstr (problem, hostile[i].reason) == NULL
          || fascia_routine_import_can_add (import) || fascia_routine_import_add (import))
        {
          g_test_message ("%s: %s", hostile[i].name, problem);
          g_test_fail ();
        }
    }

  g_autofree char *huge = g_strnfill (FASCIA_ROUTINE_FILE_MAX_BYTES + 1, ' ');
  fascia_routine_import_show (import, huge, -1);
  g_assert_nonnull (strstr (fascia_routine_import_get_problem (import), "256 KB"));
  g_autoptr (GString) deep = g_string_new (HEAD);
  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "<step>");
  fascia_routine_import_show (import, deep->str, -1);
  g_assert_nonnull (fascia_routine_import_get_problem (import));
  g_assert_cmpuint (count_own (fixture), ==, 0);

  /* After a refusal a good one is taken all the same. */
  fascia_routine_import_show (import, HEAD "<do step=\"m03\"/></routine>", -1);
  g_assert_null (fascia_routine_import_get_problem (import));
  g_assert_true (fascia_routine_import_can_add (import));
  adw_dialog_force_close (ADW_DIALOG (import));
  g_assert_cmpuint (count_own (fixture), ==, 0);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "<routine version=\"1\"><title>After standing</title>"
                             "<step id=\"own-heel-drops\" like=\"x08\"><title>Heel drops</title>"
                             "<movement>Rise on both feet. Come down on one.</movement></step>"
                             "<do step=\"own-heel-drops\" sets=\"9\" reps=\"30\"/></routine>";
  Titled titled = { fixture, "After standing" };

  open_page (fixture);
  FasciaRoutineImport *import = open_import (fixture);
  fascia_routine_import_show (import, text, -1);
  fascia_test_drain ();
  FasciaRoutine *routine = fascia_routine_import_get_routine (import);
  g_assert_nonnull (routine);
  /* Both its own words and what it is like are to be read before anything is written. */
  GtkWidget *row = await (import, ADW_TYPE_ACTION_ROW);
  const char *words = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  FasciaLibrary *library = fascia_routines_model_get_library (get_model (fixture));
  g_assert_nonnull (strstr (words, "Come down on one."));
  g_assert_nonnull (
      strstr (words, fascia_step_get_title (fascia_library_lookup_step (library, "x08"))));
  g_assert_nonnull (strstr (words, "the limit is"));
  g_assert_false (fascia_routine_import_can_add (import));
  g_assert_cmpuint (count_own (fixture), ==, 0);
  fascia_routine_import_confirm (import, TRUE);
  g_assert_true (fascia_routine_import_add (import));
  fascia_test_assert_until (is_there, &titled);
  g_assert_nonnull (fascia_routine_get_confirmed (find_titled (fixture, "After standing"), NULL));

  /* The very same is not added twice. */
  import = open_import (fixture);
  fascia_routine_import_show (import, text, -1);
  fascia_routine_import_confirm (import, TRUE);
  g_assert_false (fascia_routine_import_can_add (import));
  adw_dialog_force_close (ADW_DIALOG (import));
  g_assert_cmpuint (count_own (fixture), ==, 1);
}

static char *
answer (const FasciaFileWish *wish, gpointer path)
{
  return g_strdup (path);
}

static gboolean
is_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static FasciaRoutineImport *
get_import (Fixture *fixture)
{
  AdwDialog *dialog
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  return FASCIA_IS_ROUTINE_IMPORT (dialog) ? FASCIA_ROUTINE_IMPORT (dialog) : NULL;
}

static gboolean
is_previewed (gpointer fixture)
{
  FasciaRoutineImport *import = get_import (fixture);

  return import != NULL && fascia_routine_import_get_routine (import) != NULL;
}

/* What goes out comes in again. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "fascia-test-routine.xml", NULL);

  open_page (fixture);
  FasciaRoutine *ready
      = fascia_library_get_routine (fascia_routines_model_get_library (get_model (fixture)), 3);
  g_remove (path);
  fascia_file_chooser_set_answer (answer, path);
  fascia_routine_own_export (GTK_WIDGET (fixture->page), ready);
  fascia_test_assert_until (is_file, path);
  gtk_widget_activate_action (fascia_window_get_page (fixture->window, "routines"),
                              "routines.import", NULL);
  fascia_test_assert_until (is_previewed, fixture);
  FasciaRoutine *read = fascia_routine_import_get_routine (get_import (fixture));
  g_assert_cmpstr (fascia_routine_get_title (read), ==, fascia_routine_get_title (ready));
  g_assert_cmpuint (count_items (read), ==, count_items (ready));
  adw_dialog_force_close (ADW_DIALOG (get_import (fixture)));
  fascia_file_chooser_set_answer (NULL, NULL);
  g_remove (path);
}

#define ADD(path, func) g_test_add ("/routine-editor/" path, Fixture, NULL, set_up, func, tear_down)

/* A step that this version does not have is said, with a way out. */
static GtkWidget *
find_title (GtkWidget *root, const char *title)
{
  GtkWidget *found
      = ADW_IS_PREFERENCES_ROW (root)
                && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title)
                       == 0
            ? root
            : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_title (child, title);
  return found;
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  const FasciaRoutineItem items[] = { { .step = "no-such-step", .side = FASCIA_SIDE_MIDLINE },
                                      { .step = "m03", .side = FASCIA_SIDE_MIDLINE } };
  Titled titled = { fixture, "Mine" };

  open_page (fixture);
  g_autofree char *id = fascia_routine_own_dup_id ();
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own (id, titled.title, NULL);
  g_autoptr (FasciaRoutine) mine = fascia_routine_with_items (empty, items, G_N_ELEMENTS (items));
  fascia_routines_model_put_own (get_model (fixture), id, mine);
  fascia_test_assert_until (is_there, &titled);
  fascia_routines_page_open (
      FASCIA_ROUTINES_PAGE (fascia_window_get_page (fixture->window, "routines")), id);
  settle (fixture);
  GtkWidget *row = find_title (await (fixture->window, FASCIA_TYPE_ROUTINE_PAGE), "no-such-step");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), !=, "");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("picker", test_picker);
  ADD ("homework", test_homework);
  ADD ("order", test_order);
  ADD ("sides", test_sides);
  ADD ("over", test_over);
  ADD ("forbidden", test_forbidden);
  ADD ("leave", test_leave);
  ADD ("delete", test_delete);
  ADD ("hostile", test_hostile);
  ADD ("import", test_import);
  ADD ("export", test_export);
  ADD ("gone", test_gone);
  return run_tests ();
}
