/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editors, the quick day and the preferences of the journal as assistive technology meets them:
 * whatever can be reached says what it is, and can be pressed.
 */

#include "config.h"

#include "fascia-a11y-press.h"
#include "fascia-a11y-utils.h"
#include "fascia-test-kinds.h"
#include "fascia-test-window.h"
#include "journal/fascia-entry-dialog.h"
#include "journal/fascia-entry-editor-dialog.h"
#include "journal/fascia-quick-day.h"
#include "journal/fascia-tag-picker.h"
#include "settings/fascia-journal-preferences.h"
#include "settings/fascia-preferences-dialog.h"
#include "settings/fascia-scale-page.h"
#include "settings/fascia-tag-page.h"
#include "settings/fascia-tags-page.h"

#define NOW FASCIA_TEST_NOW_MS

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static gboolean
is_presented (gpointer data)
{
  AdwDialog *dialog = get_dialog (data);

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog))
         && gtk_widget_get_width (GTK_WIDGET (dialog)) > 0;
}

/* Whether a control says what it is: by a label of its own, by another that names it, or by the text
 * it shows. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return TRUE;
  return gtk_widget_get_tooltip_text (widget) != NULL;
}

static gboolean
is_control (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_SWITCH:
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
    case GTK_ACCESSIBLE_ROLE_SEARCH_BOX:
    case GTK_ACCESSIBLE_ROLE_SPIN_BUTTON:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a widget is a part of another that speaks for itself. */
static gboolean
is_inside (GtkWidget *widget, GType type)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL && gtk_widget_get_ancestor (parent, type) != NULL;
}

/* The bars, arrows and close buttons of libadwaita are its own matter. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL
         || gtk_widget_get_ancestor (widget, ADW_TYPE_BANNER) != NULL
         || is_inside (widget, GTK_TYPE_SEARCH_ENTRY) || is_inside (widget, GTK_TYPE_MENU_BUTTON)
         || (is_inside (widget, ADW_TYPE_ENTRY_ROW) && !GTK_IS_TEXT (widget));
}

/* What stands below the title of a row is its description, with nothing that goes before it. */
static void
assert_words_said (GtkWidget *widget)
{
  const char *words = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  if (words == NULL || *words == '\0')
    return;
  if (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                        GTK_ACCESSIBLE_RELATION_DESCRIBED_BY)
      || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION))
    g_error ("“%s” does not say “%s”", title, words);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       words);
}

static void
assert_named_below (GtkWidget *widget, guint *n_controls, gboolean is_asserted)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_asserted && ADW_IS_ACTION_ROW (widget))
    assert_words_said (widget);
  if (is_control (widget) && !is_foreign (widget))
    {
      (*n_controls)++;
      if (is_asserted && !is_named (widget))
        {
          GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

          g_error ("a %s in “%s” has no name", G_OBJECT_TYPE_NAME (widget),
                   row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : "");
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named_below (child, n_controls, is_asserted);
}

typedef struct
{
  Fixture *fixture;
  guint at_least;
} Controls;

static gboolean
has_controls (gpointer data)
{
  Controls *controls = data;
  guint n_controls = 0;

  if (!is_presented (controls->fixture))
    return FALSE;
  assert_named_below (GTK_WIDGET (get_dialog (controls->fixture)), &n_controls, FALSE);
  return n_controls >= controls->at_least;
}

static void
assert_all_named (Fixture *fixture, guint at_least)
{
  Controls controls = { fixture, at_least };
  guint n_controls = 0;

  fascia_test_assert_until (has_controls, &controls);
  assert_named_below (GTK_WIDGET (get_dialog (fixture)), &n_controls, TRUE);
  assert_pressable (GTK_WIDGET (get_dialog (fixture)));
}

/* (nullable) */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

/* As over the accessibility bus. */
static void
press (GtkWidget *root, const char *title)
{
  GtkWidget *row = find_row (root, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  g_assert_true (gtk_widget_activate_action (row, "row.press", NULL));
}

static void
close_all (Fixture *fixture)
{
  AdwDialog *dialog = NULL;

  while ((dialog = get_dialog (fixture)) != NULL)
    {
      adw_dialog_force_close (dialog);
      fascia_test_drain ();
    }
}

static void
test_editors (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (GPtrArray) kinds = fascia_test_kinds_new (NOW);
  for (guint i = 0; i < kinds->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (kinds, i);

      fascia_entry_editor_present (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   entry);
      assert_all_named (fixture, 2);
      close_all (fixture);
    }
}

/* An entry to look at: its facts and places say their values. */
static void
test_entries (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (GPtrArray) kinds = fascia_test_kinds_new (NOW);
  for (guint i = 0; i < kinds->len; i++)
    {
      g_autoptr (FasciaTimelineItem) item = fascia_timeline_item_new (g_ptr_array_index (kinds, i));

      adw_dialog_present (
          ADW_DIALOG (fascia_entry_dialog_new (fascia_entry_view_new (
              fixture->journal, fixture->body, item, FASCIA_HOURS_24, GTK_WIDGET (fixture->page)))),
          GTK_WIDGET (fixture->window));
      assert_all_named (fixture, 2);
      close_all (fixture);
    }
}

static void
count (guint *n)
{
  (*n)++;
}

/* What an entry offers is done by the action of its row. */
static void
test_entry_pressed (Fixture *fixture, gconstpointer data)
{
  guint n_deleted = 0;

  show (fixture, 1000, 700);
  g_autoptr (GPtrArray) kinds = fascia_test_kinds_new (NOW);
  g_autoptr (FasciaTimelineItem) item = fascia_timeline_item_new (g_ptr_array_index (kinds, 0));
  FasciaEntryView *view = fascia_entry_view_new (fixture->journal, fixture->body, item,
                                                 FASCIA_HOURS_24, GTK_WIDGET (fixture->page));
  g_signal_connect_swapped (view, "delete-requested", G_CALLBACK (count), &n_deleted);
  adw_dialog_present (ADW_DIALOG (fascia_entry_dialog_new (view)), GTK_WIDGET (fixture->window));
  assert_all_named (fixture, 2);
  press (GTK_WIDGET (view), "_Delete");
  g_assert_cmpuint (n_deleted, ==, 1);
  close_all (fixture);
}

/* The button of a time says which time, and what it is. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  g_autoptr (FasciaEntry) note = fascia_test_note_new (NOW, 1, "Words");
  fascia_entry_editor_present (GTK_WIDGET (fixture->page), fixture->journal, fixture->body, note);
  assert_all_named (fixture, 2);
  FasciaTimeRow *row = fascia_entry_editor_get_time_row (FASCIA_ENTRY_EDITOR (get_dialog (fixture)),
                                                         FASCIA_TIME_ROW_BEGIN);
  GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  g_autofree char *label
      = g_strconcat ("When: ", adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  close_all (fixture);
}

/* A question is a group with its words; the answers say their number, the ends what they mean, and
 * which is chosen. */
static void
test_quick_day (Fixture *fixture, gconstpointer data)
{
  show (fixture, 360, 640);
  fascia_quick_day_present (GTK_WIDGET (fixture->page), fixture->journal);
  assert_all_named (fixture, 3 * 11 + 10);
  GtkAccessible *root = GTK_ACCESSIBLE (get_dialog (fixture));
  GtkAccessible *question
      = fascia_a11y_find (root, GTK_ACCESSIBLE_ROLE_GROUP, "How well did you sleep?");
  g_assert_nonnull (question);
  GtkAccessible *worst
      = fascia_a11y_find (question, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON, "0, very badly");
  g_assert_nonnull (worst);
  g_assert_nonnull (
      fascia_a11y_find (question, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON, "10, very well"));
  gtk_test_accessible_assert_state (worst, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (worst), TRUE);
  gtk_test_accessible_assert_state (worst, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  close_all (fixture);
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog
      = fascia_preferences_dialog_new (fascia_body_setup_get (fixture->journal, fixture->body));
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "journal");
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  assert_all_named (fixture, 11);
  press (GTK_WIDGET (dialog), "All Tags");
  fascia_test_drain ();
  assert_all_named (fixture, 1);
  g_assert_true (adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (dialog)));
  press (GTK_WIDGET (dialog), "_New Scale");
  assert_all_named (fixture, 1);
  g_assert_true (adw_preferences_dialog_pop_subpage (ADW_PREFERENCES_DIALOG (dialog)));
  AdwNavigationPage *pages[] = {
    fascia_tags_page_new (fixture->journal),
    fascia_tag_page_new (fixture->journal, "stress", 2),
    fascia_scale_page_new (fixture->journal, NULL),
    fascia_tag_picker_new (fixture->journal, NULL),
  };
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog), pages[i]);
      assert_all_named (fixture, 1);
    }
  GtkAccessible *group = fascia_a11y_find (GTK_ACCESSIBLE (pages[3]), GTK_ACCESSIBLE_ROLE_GROUP,
                                           "What May Have Eased It");
  g_assert_nonnull (group);
  GtkToggleButton *chip = fascia_tag_picker_get_chip (FASCIA_TAG_PICKER (pages[3]), "walking");
  gtk_test_accessible_assert_state (chip, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_toggle_button_set_active (chip, TRUE);
  gtk_test_accessible_assert_state (chip, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  close_all (fixture);
}

/* Nothing in the preferences is for the pointer alone. */
static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  show (fixture, 1000, 700);
  AdwDialog *dialog
      = fascia_preferences_dialog_new (fascia_body_setup_get (fixture->journal, fixture->body));
  static const char *const names[] = { "general", "body", "journal", "routines" };

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), names[i]);
      g_assert_cmpstr (
          adw_preferences_dialog_get_visible_page_name (ADW_PREFERENCES_DIALOG (dialog)), ==,
          names[i]);
      assert_all_named (fixture, 1);
    }
  close_all (fixture);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/a11y/editors/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("kinds", test_editors);
  ADD ("entries", test_entries);
  ADD ("time", test_time);
  ADD ("quick-day", test_quick_day);
  ADD ("entry-pressed", test_entry_pressed);
  ADD ("preferences", test_preferences);
  ADD ("tags", test_tags);
  return run_tests ();
}
