/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the editors of entries, the quick day, and the preferences of the journal.
 */

#include "fascia-shots-editors.h"

#include "body/fascia-body-page.h"
#include "fascia-shots-pages.h"
#include "fascia-test-kinds.h"
#include "fascia-test-utils.h"
#include "journal/fascia-entry-editor-dialog.h"
#include "journal/fascia-item-picker.h"
#include "journal/fascia-place-picker.h"
#include "journal/fascia-quick-day.h"
#include "journal/fascia-tag-picker.h"
#include "settings/fascia-preferences-dialog.h"
#include "settings/fascia-scale-page.h"
#include "settings/fascia-tag-page.h"
#include "settings/fascia-tags-page.h"

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static FasciaBody *
get_body (FasciaWindow *window)
{
  return fascia_body_model_get_body (
      fascia_body_page_get_model (FASCIA_BODY_PAGE (fascia_window_get_page (window, "body"))));
}

static gint64
get_now (FasciaWindow *window)
{
  return fascia_clock_now_ms (fascia_journal_get_clock (fascia_window_get_journal (window)));
}

/* Takes @entry. */
static FasciaEntryEditor *
edit (FasciaWindow *window, FasciaEntry *entry)
{
  g_autoptr (FasciaEntry) owned = entry;
  FasciaEntryEditor *editor = fascia_entry_editor_new (
      fascia_window_get_journal (window), get_body (window), owned, TRUE, GTK_WIDGET (window));

  adw_dialog_present (ADW_DIALOG (editor), GTK_WIDGET (window));
  settle (window);
  return editor;
}

static FasciaEntryEditor *
edit_new (FasciaWindow *window, FasciaEntryKind kind)
{
  fascia_entry_editor_present_new (GTK_WIDGET (window), fascia_window_get_journal (window),
                                   get_body (window), kind, NULL);
  settle (window);
  return FASCIA_ENTRY_EDITOR (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

static GtkWidget *
find_scrolled (GtkWidget *root)
{
  if (GTK_IS_SCROLLED_WINDOW (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scrolled (child);
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

static void
activate_row (FasciaWindow *window, gpointer root, const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (root), title);

  if (row == NULL)
    {
      g_warning ("there is no row %s", title);
      return;
    }
  if (ADW_IS_ACTION_ROW (row))
    adw_action_row_activate (ADW_ACTION_ROW (row));
  else
    g_signal_emit_by_name (row, "activated");
  settle (window);
}

void
fascia_shots_show_edit_visit (FasciaWindow *window)
{
  edit (window, fascia_test_visit_new (get_now (window), 1));
}

void
fascia_shots_show_edit_visit_end (FasciaWindow *window)
{
  FasciaEntryEditor *editor = edit (window, fascia_test_visit_new (get_now (window), 1));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (find_scrolled (GTK_WIDGET (editor))));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

void
fascia_shots_show_edit_areas (FasciaWindow *window)
{
  FasciaEntryEditor *editor = edit (window, fascia_test_visit_new (get_now (window), 1));

  activate_row (window, editor, "Areas");
}

void
fascia_shots_show_edit_exercise (FasciaWindow *window)
{
  edit (window, fascia_test_exercise_new (get_now (window), 1));
}

void
fascia_shots_show_edit_treatment (FasciaWindow *window)
{
  edit_new (window, FASCIA_ENTRY_TREATMENT);
}

void
fascia_shots_show_edit_event (FasciaWindow *window)
{
  g_autoptr (FasciaEntry) plain = fascia_test_entry_new (FASCIA_ENTRY_EVENT, get_now (window), 1);
  const FasciaEvent event
      = { .type = "injury", .what = "Slipped on the stairs", .until_day = FASCIA_DAY_NOT_GIVEN };

  edit (window, fascia_entry_with_event (plain, &event));
}

void
fascia_shots_show_edit_note (FasciaWindow *window)
{
  edit (window, fascia_test_note_new (get_now (window), 1,
                                      "Long day at the desk, then a walk along the river. The neck "
                                      "was easier on the way back."));
}

void
fascia_shots_show_edit_measurement (FasciaWindow *window)
{
  FasciaEntryEditor *editor = edit_new (window, FASCIA_ENTRY_MEASUREMENT);
  static const char *const items[] = { "ktw", "sleep" };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      activate_row (window, editor, "_Add a Measurement");
      AdwNavigationPage *page
          = adw_navigation_view_get_visible_page (fascia_entry_editor_get_view (editor));
      if (!FASCIA_IS_ITEM_PICKER (page)
          || !fascia_item_picker_choose (FASCIA_ITEM_PICKER (page), items[i]))
        g_warning ("%s is not offered", items[i]);
      settle (window);
    }
}

void
fascia_shots_show_edit_items (FasciaWindow *window)
{
  activate_row (window, edit_new (window, FASCIA_ENTRY_MEASUREMENT), "_Add a Measurement");
}

void
fascia_shots_show_edit_tags (FasciaWindow *window)
{
  activate_row (window, edit (window, fascia_test_event_new (get_now (window), 1)), "Tags");
}

void
fascia_shots_show_edit_time (FasciaWindow *window)
{
  activate_row (window, edit_new (window, FASCIA_ENTRY_EXERCISE), "When");
}

void
fascia_shots_show_edit_discard (FasciaWindow *window)
{
  FasciaEntryEditor *editor = edit_new (window, FASCIA_ENTRY_NOTE);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fascia_entry_editor_get_note_view (editor)),
                            "Not yet", -1);
  adw_dialog_close (ADW_DIALOG (editor));
}

void
fascia_shots_show_quick_day (FasciaWindow *window)
{
  fascia_quick_day_present (GTK_WIDGET (window), fascia_window_get_journal (window));
  settle (window);
  FasciaQuickDay *day = FASCIA_QUICK_DAY (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  FasciaAnswerRow *row = fascia_quick_day_get_row (day, "pain-average");
  if (row != NULL)
    g_signal_emit_by_name (fascia_answer_row_get_buttons (row), "chosen", 6.0);
  settle (window);
}

void
fascia_shots_show_quick_day_empty (FasciaWindow *window)
{
  FasciaBodySetup *setup
      = fascia_body_setup_get (fascia_window_get_journal (window), get_body (window));
  static const char *const none[] = { NULL };

  fascia_body_setup_set (setup, FASCIA_SETTING_DAILY, g_variant_new_strv (none, -1));
  fascia_quick_day_present (GTK_WIDGET (window), fascia_window_get_journal (window));
}

static AdwPreferencesDialog *
show_preferences (FasciaWindow *window)
{
  AdwDialog *dialog = fascia_preferences_dialog_new (
      fascia_body_setup_get (fascia_window_get_journal (window), get_body (window)));

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "journal");
  adw_dialog_present (dialog, GTK_WIDGET (window));
  settle (window);
  return ADW_PREFERENCES_DIALOG (dialog);
}

void
fascia_shots_show_preferences_journal (FasciaWindow *window)
{
  show_preferences (window);
}

void
fascia_shots_show_preferences_tags (FasciaWindow *window)
{
  activate_row (window, show_preferences (window), "All Tags");
}

void
fascia_shots_show_preferences_tag (FasciaWindow *window)
{
  adw_preferences_dialog_push_subpage (
      show_preferences (window),
      fascia_tag_page_new (fascia_window_get_journal (window), "poor-sleep", 12));
}

void
fascia_shots_show_preferences_scale (FasciaWindow *window)
{
  adw_preferences_dialog_push_subpage (
      show_preferences (window), fascia_scale_page_new (fascia_window_get_journal (window), NULL));
}
