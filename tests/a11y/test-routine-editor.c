/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor of routines as a screen reader meets it: what each step says, its order by keys alone,
 * and what is said when something was done.
 */

#include "config.h"

#include "fascia-a11y-routines.h"
#include "fascia-announce.h"
#include "routines/fascia-item-page.h"
#include "routines/fascia-routine-editor.h"
#include "routines/fascia-routine-own.h"
#include "routines/fascia-step-picker.h"

static FasciaRoutineEditor *the_editor;
static GString *said;

static void
on_announced (GtkWidget *widget, const char *text, gpointer data)
{
  g_string_append_printf (said, "%s\n", text);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_journal (fixture);
  open_page (fixture);
  FasciaLibrary *library = fascia_routines_model_get_library (fixture->model);
  g_autoptr (FasciaRoutine) copy
      = fascia_routine_own_copy (fascia_library_lookup_routine (library, "neck-evening"));

  said = g_string_new (NULL);
  fascia_announce_set_listener (on_announced, NULL);
  the_editor = fascia_routine_editor_new (fixture->model, copy, "a11y", TRUE);
  adw_dialog_present (ADW_DIALOG (the_editor), fixture->window);
  fascia_test_assert_until (is_mapped, fascia_routine_editor_get_row (the_editor, 0));
  fascia_test_drain ();
}

static void
end (Fixture *fixture, gconstpointer data)
{
  fascia_announce_set_listener (NULL, NULL);
  g_string_free (said, TRUE);
  adw_dialog_force_close (ADW_DIALOG (the_editor));
  fascia_test_drain ();
  tear_down (fixture, data);
}

static const char *
get_title (guint index)
{
  return adw_preferences_row_get_title (
      ADW_PREFERENCES_ROW (fascia_routine_editor_get_row (the_editor, index)));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (gtk_widget_get_root (fixture->page));
}

/* A key as the row meets it. */
static void
press_key (GtkWidget *row, guint key, GdkModifierType state)
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
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger)
              || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != state)
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row,
                                        gtk_shortcut_get_arguments (shortcut));
          return;
        }
    }
  g_error ("No such key");
}

/* A step says what it is, how much, and by which keys it moves. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (the_editor);

  assert_there (dialog, GTK_ACCESSIBLE_ROLE_LIST, "Steps");
  for (guint i = 0; fascia_routine_editor_get_row (the_editor, i) != NULL; i++)
    {
      GtkWidget *row = fascia_routine_editor_get_row (the_editor, i);
      const char *words = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
      g_autofree char *keys = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Alt+Up Alt+Down");

      g_assert_cmpstr (keys, ==, NULL);
      g_assert_cmpstr (words, !=, "");
      assert_described (row, words);
    }
  assert_pressable (dialog);
}

/* Order by keys: the focus stays on the step, and its place is said. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (get_title (0));
  g_autofree char *second = g_strdup (get_title (1));
  g_autofree char *words = g_strdup_printf ("%s: now 2 of ", first);

  press_key (fascia_routine_editor_get_row (the_editor, 0), GDK_KEY_Down, GDK_ALT_MASK);
  fascia_test_drain ();
  g_assert_cmpstr (get_title (0), ==, second);
  g_assert_cmpstr (get_title (1), ==, first);
  g_assert_true (get_focus (fixture) == fascia_routine_editor_get_row (the_editor, 1));
  g_assert_nonnull (strstr (said->str, words));

  press_key (fascia_routine_editor_get_row (the_editor, 1), GDK_KEY_Up, GDK_ALT_MASK);
  fascia_test_drain ();
  g_assert_cmpstr (get_title (0), ==, first);
  g_assert_true (get_focus (fixture) == fascia_routine_editor_get_row (the_editor, 0));
  /* There is nothing above the first. */
  press_key (fascia_routine_editor_get_row (the_editor, 0), GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_cmpstr (get_title (0), ==, first);
}

static gboolean
has_said (gpointer words)
{
  return strstr (said->str, words) != NULL;
}

/* The focus is never lost: what was taken out leaves it to what comes after. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (get_title (0));
  g_autofree char *second = g_strdup (get_title (1));
  g_autofree char *words = g_strdup_printf ("%s removed", first);

  fascia_routine_editor_remove (the_editor, 0);
  fascia_test_drain ();
  g_assert_cmpstr (get_title (0), ==, second);
  g_assert_true (get_focus (fixture) == fascia_routine_editor_get_row (the_editor, 0));
  fascia_test_assert_until (has_said, words);
}

/* (nullable) */
static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  GtkWidget *found
      = gtk_widget_get_mapped (root) && G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static gboolean
has_item_page (gpointer editor)
{
  return find_type (editor, FASCIA_TYPE_ITEM_PAGE) != NULL;
}

static gboolean
has_picker (gpointer editor)
{
  return find_type (editor, FASCIA_TYPE_STEP_PICKER) != NULL;
}

/* One step, opened without a pointer. */
static void
test_item (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = fascia_routine_editor_get_row (the_editor, 0);

  g_assert_true (gtk_widget_activate_action (row, "row.press", NULL));
  fascia_test_assert_until (has_item_page, the_editor);
  fascia_test_drain ();
  GtkWidget *page = find_type (GTK_WIDGET (the_editor), FASCIA_TYPE_ITEM_PAGE);
  assert_pressable (page);
  g_assert_nonnull (find_row (page, "_Remove from Routine"));
}

/* A step is found by words and taken without a pointer. */
static void
test_picker (Fixture *fixture, gconstpointer data)
{
  GtkWidget *add = find_row (GTK_WIDGET (the_editor), "_Add a Step…");

  g_assert_nonnull (add);
  g_assert_true (gtk_widget_activate_action (add, "row.press", NULL));
  fascia_test_assert_until (has_picker, the_editor);
  fascia_test_drain ();
  GtkWidget *picker = find_type (GTK_WIDGET (the_editor), FASCIA_TYPE_STEP_PICKER);
  assert_pressable (picker);
  g_assert_nonnull (find_type (picker, GTK_TYPE_SEARCH_ENTRY));
}

int
main (int argc, char *argv[])
{
  init (&argc, &argv);

#define ADD(name)                                                                                  \
  g_test_add ("/a11y/routine-editor/" #name, Fixture, NULL, set_up, test_##name, end)
  ADD (steps);
  ADD (order);
  ADD (remove);
  ADD (item);
  ADD (picker);
#undef ADD

  return g_test_run ();
}
