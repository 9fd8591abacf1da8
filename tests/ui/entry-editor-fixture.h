/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An editor of entries in the window of the program, and how its rows are found and filled.
 */

#pragma once

#include "fascia-test-kinds.h"
#include "fascia-test-read.h"
#include "fascia-test-window.h"
#include "journal/fascia-answer-row.h"
#include "journal/fascia-entry-draft.h"
#include "journal/fascia-entry-editor-dialog.h"
#include "journal/fascia-item-picker.h"
#include "journal/fascia-place-picker.h"
#include "journal/fascia-tag-picker.h"
#include "widgets/fascia-number-row.h"

G_BEGIN_DECLS

#define NOW FASCIA_TEST_NOW_MS

/* ---- finding things ---- */

static inline AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static inline gboolean
has_no_dialog (gpointer data)
{
  return get_dialog (data) == NULL;
}

static inline gboolean
has_alert (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (get_dialog (data));
}

static inline gboolean
has_editor (gpointer data)
{
  return FASCIA_IS_ENTRY_EDITOR (get_dialog (data));
}

static inline GtkWidget *
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

static inline gpointer
get_row (gpointer root, const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (root), title);

  if (row == NULL)
    g_error ("there is no row %s", title);
  return row;
}

static inline void
type (gpointer root, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (root, title)), text);
}

static inline void
answer (gpointer root, const char *title, double value)
{
  FasciaAnswerButtons *buttons = fascia_answer_row_get_buttons (get_row (root, title));

  GtkToggleButton *button = fascia_answer_buttons_get_button (buttons, value);

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static inline gpointer
open_page (FasciaEntryEditor *editor, const char *title)
{
  GtkWidget *row = get_row (editor, title);

  if (ADW_IS_ACTION_ROW (row))
    adw_action_row_activate (ADW_ACTION_ROW (row));
  else
    g_signal_emit_by_name (row, "activated");
  return adw_navigation_view_get_visible_page (fascia_entry_editor_get_view (editor));
}

static inline void
write_note (FasciaEntryEditor *editor, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fascia_entry_editor_get_note_view (editor)),
                            text, -1);
}

static inline FasciaEntryEditor *
begin (Fixture *fixture, FasciaEntryKind kind, FasciaEntry *template)
{
  fascia_entry_editor_present_new (GTK_WIDGET (fixture->page), fixture->journal, fixture->body,
                                   kind, template);
  fascia_test_assert_until (has_editor, fixture);
  /* Whether there is a draft has been answered. */
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  return FASCIA_ENTRY_EDITOR (get_dialog (fixture));
}

static inline FasciaEntry *
read_newest (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (fixture->journal);

  g_assert_cmpuint (entries->len, >, 0);
  return fascia_entry_ref (g_ptr_array_index (entries, 0));
}

static inline guint
count_entries (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = fascia_test_read_entries (fixture->journal);

  return entries->len;
}

static inline guint
count_draft (Fixture *fixture, FasciaEntryKind kind)
{
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  g_autofree char *key = fascia_entry_draft_dup_key (kind);

  return g_strv_length ((char **) fascia_settings_get_strv (settings, key));
}

typedef struct
{
  Fixture *fixture;
  FasciaEntryKind kind;
} Draft;

static inline gboolean
has_draft (gpointer data)
{
  Draft *draft = data;

  return count_draft (draft->fixture, draft->kind) > 0;
}

static inline void
save (Fixture *fixture, FasciaEntryEditor *editor)
{
  fascia_entry_editor_save (editor);
  g_assert_null (fascia_entry_editor_get_problem (editor));
  fascia_test_assert_until (has_no_dialog, fixture);
}

static inline FasciaEntryEditor *
edit (Fixture *fixture, FasciaEntry *entry)
{
  fascia_entry_editor_present (GTK_WIDGET (fixture->page), fixture->journal, fixture->body, entry);
  fascia_test_assert_until (has_editor, fixture);
  /* Whether there is a draft has been answered. */
  g_autoptr (FasciaSettings) settings = fascia_test_read_settings (fixture->journal);
  return FASCIA_ENTRY_EDITOR (get_dialog (fixture));
}

static inline void
respond (Fixture *fixture, const char *response)
{
  fascia_test_assert_until (has_alert, fixture);
  AdwDialog *alert = get_dialog (fixture);

  g_signal_emit_by_name (alert, "response", response);
  adw_dialog_force_close (alert);
  fascia_test_drain ();
}

G_END_DECLS
