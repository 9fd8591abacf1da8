/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More about a place, the list's menus and the preferences as assistive technology meets them.
 */

#include "config.h"

#include "body/fascia-body-list.h"
#include "body/fascia-feeling-chips.h"
#include "body/fascia-level-strip.h"
#include "body/fascia-neighbour-line.h"
#include "body/fascia-place-dialog.h"
#include "fascia-a11y-utils.h"
#include "fascia-test-window.h"
#include "settings/fascia-build-card.h"
#include "settings/fascia-preferences-dialog.h"

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find (gpointer root, GType type, guint n)
{
  GtkWidget *found = find_nth (GTK_WIDGET (root), type, &n);

  g_assert_nonnull (found);
  return found;
}

static gboolean
is_presented (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static AdwDialog *
present (Fixture *fixture)
{
  AdwDialog *dialog = fascia_place_dialog_new (fixture->model, lookup (fixture, LEFT),
                                               GTK_WIDGET (fixture->page));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->page));
  fascia_test_assert_until (is_presented, dialog);
  fascia_test_drain ();
  return dialog;
}

/* Tab, back and forth within @root, meets @target. */
static gboolean
is_reached (GtkWidget *root, GtkWidget *target)
{
  static const GtkDirectionType directions[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };
  GtkRoot *window = gtk_widget_get_root (root);

  for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
    for (int i = 0; i < 400 && gtk_widget_child_focus (root, directions[d]); i++)
      {
        GtkWidget *focus = gtk_root_get_focus (window);

        if (focus != NULL && (focus == target || gtk_widget_is_ancestor (focus, target)))
          return TRUE;
      }
  return FALSE;
}

/* Each word is a toggle button with its name, says whether it is pressed, and is a Tab stop. */
static void
test_chips (Fixture *fixture, gconstpointer data)
{
  static const char *const groups[] = { "How it feels", "How deep", "When" };
  static const char *const words[] = { "aching", "deep", "constant" };
  static const char *const names[] = { "aching", "deep", "constant" };

  show (fixture, 1000, 700);
  AdwDialog *dialog = present (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      FasciaFeelingChips *chips = find (dialog, FASCIA_TYPE_FEELING_CHIPS, i);
      GtkToggleButton *chip = fascia_feeling_chips_get_chip (chips, words[i]);

      gtk_test_accessible_assert_role (chips, GTK_ACCESSIBLE_ROLE_GROUP);
      gtk_test_accessible_assert_property (chips, GTK_ACCESSIBLE_PROPERTY_LABEL, groups[i]);
      gtk_test_accessible_assert_role (chip, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (chip)), ==, names[i]);
      gtk_test_accessible_assert_state (chip, GTK_ACCESSIBLE_STATE_PRESSED,
                                        GTK_ACCESSIBLE_TRISTATE_FALSE);
      g_assert_true (is_reached (GTK_WIDGET (dialog), GTK_WIDGET (chip)));
      gtk_toggle_button_set_active (chip, TRUE);
      gtk_test_accessible_assert_state (chip, GTK_ACCESSIBLE_STATE_PRESSED,
                                        GTK_ACCESSIBLE_TRISTATE_TRUE);
    }
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* The levels of the dialog say which place and which quantity, side first. */
static void
test_levels (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog = present (fixture);
  GtkAccessible *root = GTK_ACCESSIBLE (dialog);

  g_assert_nonnull (
      fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_SLIDER, "Left shoulder top, Tight"));
  g_assert_nonnull (fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_SLIDER, "Left shoulder top, Pain"));
  g_assert_nonnull (
      fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_TEXT_BOX, "Note for this check-in"));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* An arrow can be removed by a button that says which. */
static void
test_arrow (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_add_spread (fixture->model, lookup (fixture, LEFT),
                                lookup (fixture, "jaw-left"));
  AdwDialog *dialog = present (fixture);
  GtkAccessible *button = fascia_a11y_find (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_ROLE_BUTTON,
                                            "Remove the arrow: Left jaw");

  g_assert_nonnull (button);
  g_assert_true (is_reached (GTK_WIDGET (dialog), GTK_WIDGET (button)));
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

/* After a touch the places beside the mark are buttons that say what they do; else they are not
 * there for anybody. */
static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_model_set_selected (fixture->model, lookup (fixture, LEFT));
  fascia_test_drain ();
  FasciaLevelStrip *strip = find (fixture->window, FASCIA_TYPE_LEVEL_STRIP, 0);
  if (!gtk_widget_get_mapped (GTK_WIDGET (strip)))
    strip = find (fixture->window, FASCIA_TYPE_LEVEL_STRIP, 1);
  /* On a machine with a finger, and nothing to ask: it keeps its room, and is not told. */
  fascia_level_strip_set_neighbours_shown (strip, TRUE);
  fascia_test_drain ();
  GtkWidget *row = find (strip, FASCIA_TYPE_NEIGHBOUR_LINE, 0);
  GtkWidget *line = find (row, GTK_TYPE_SCROLLED_WINDOW, 0);
  fascia_test_assert_until (is_presented, row);
  int height = gtk_widget_get_height (row);
  g_assert_cmpint (height, >, 20);
  g_assert_false (gtk_widget_get_visible (line));
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_assert_true (!gtk_widget_get_visible (child)
                   || gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child))
                          == GTK_ACCESSIBLE_ROLE_NONE);

  fascia_body_model_mark (fixture->model, lookup (fixture, LEFT));
  fascia_test_drain ();
  g_assert_cmpint (gtk_widget_get_height (row), ==, height);
  g_assert_true (
      GTK_ACCESSIBLE (line)
      == fascia_a11y_find (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_ROLE_GROUP, "Not here?"));
  g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (fixture->body, lookup (fixture, LEFT));
  g_autofree char *label = g_strdup_printf (
      "Move the mark to: %s", fascia_region_get_name (g_ptr_array_index (adjacent, 0)));
  GtkAccessible *button
      = fascia_a11y_find (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_ROLE_BUTTON, label);
  g_assert_nonnull (button);
  g_assert_true (is_reached (GTK_WIDGET (strip), GTK_WIDGET (button)));
}

/* Whole areas can be reached from the search by Tab, and a menu of each place by its key. */
static void
test_list_menus (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  fascia_body_page_set_is_list (fixture->page, TRUE);
  fascia_test_drain ();
  FasciaBodyList *list = find (fixture->page, FASCIA_TYPE_BODY_LIST, 0);
  GtkWidget *areas = find (list, GTK_TYPE_MENU_BUTTON, 0);

  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (areas)), ==, "Areas");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (areas), ==, "Mark a Whole Area");
  g_assert_true (is_reached (GTK_WIDGET (list), areas));

  fascia_body_list_focus_region (list, lookup (fixture, LEFT));
  fascia_test_drain ();
  /* The key opens it where the keyboard is. */
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (list)));
  GtkWidget *menu = fascia_body_list_open_menu (list);
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  fascia_test_drain ();
  g_assert_true (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  fascia_test_drain ();
}

/* The builds are two of which one is pressed, with names, and everything can be reached by Tab. */
static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog
      = fascia_preferences_dialog_new (fascia_body_setup_get (fixture->journal, fixture->body));

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  fascia_test_assert_until (is_presented, dialog);
  fascia_test_drain ();
  GtkWidget *light = find (dialog, FASCIA_TYPE_BUILD_CARD, 0);
  GtkWidget *full = find (dialog, FASCIA_TYPE_BUILD_CARD, 1);
  gtk_test_accessible_assert_property (light, GTK_ACCESSIBLE_PROPERTY_LABEL, "Lighter Build");
  gtk_test_accessible_assert_property (full, GTK_ACCESSIBLE_PROPERTY_LABEL, "Fuller Build");
  gtk_test_accessible_assert_state (light, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_test_accessible_assert_state (full, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_true (is_reached (GTK_WIDGET (dialog), full));
  for (guint i = 0; i < 4; i++)
    g_assert_true (is_reached (GTK_WIDGET (dialog), find (dialog, ADW_TYPE_EXPANDER_ROW, i)));

  /* Which limb, which part, and what it stands at. */
  gtk_test_accessible_assert_property (find (dialog, ADW_TYPE_COMBO_ROW, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Left arm, all of it: There");
  gtk_test_accessible_assert_property (find (dialog, ADW_TYPE_COMBO_ROW, 2),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Left hand: There");
  gtk_test_accessible_assert_property (find (dialog, GTK_TYPE_SEARCH_ENTRY, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the preferences");
  adw_dialog_force_close (dialog);
  fascia_test_drain ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/a11y-place/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("chips", test_chips);
  ADD ("levels", test_levels);
  ADD ("arrow", test_arrow);
  ADD ("neighbours", test_neighbours);
  ADD ("list-menus", test_list_menus);
  ADD ("preferences", test_preferences);
#undef ADD

  return run_tests ();
}
