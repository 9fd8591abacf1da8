/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the Journal page.
 */

#include "fascia-shots-journal.h"

#include "fascia-shots-pages.h"
#include "fascia-test-kinds.h"
#include "fascia-test-utils.h"
#include "journal/fascia-journal-page.h"
#include "journal/fascia-journal-row.h"

static GtkWidget *
find_id (GtkWidget *root, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_id (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
settle (FasciaWindow *window)
{
  fascia_shots_settle (GTK_WINDOW (window), fascia_window_get_journal (window));
}

static FasciaJournalPage *
open_page (FasciaWindow *window)
{
  fascia_window_show_page (window, "journal");
  settle (window);
  return FASCIA_JOURNAL_PAGE (fascia_window_get_page (window, "journal"));
}

static void
on_put (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation == NULL)
    g_warning ("%s", error->message);
  (*(guint *) data)--;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

static FasciaJournalPage *
write_kinds (FasciaWindow *window)
{
  FasciaJournal *journal = fascia_window_get_journal (window);
  g_autoptr (GPtrArray) entries
      = fascia_test_kinds_new (fascia_clock_now_ms (fascia_journal_get_clock (journal)));
  guint n_pending = entries->len;

  for (guint i = entries->len; i > 0; i--)
    fascia_journal_put_async (journal, entries->pdata[i - 1], NULL, on_put, &n_pending);
  fascia_test_assert_until (is_zero, &n_pending);
  return open_page (window);
}

void
fascia_shots_show_kinds (FasciaWindow *window)
{
  write_kinds (window);
}

void
fascia_shots_show_journal_filtered (FasciaWindow *window)
{
  const FasciaJournalFilter filter = {
    .kinds = 1U << FASCIA_ENTRY_VISIT | 1U << FASCIA_ENTRY_CHECK_IN,
    .region = g_intern_static_string ("shoulder-top-right"),
    .with_mirror = TRUE,
    .period = FASCIA_PERIOD_30_DAYS,
  };

  fascia_journal_page_set_filter (write_kinds (window), &filter);
}

static void
search (FasciaWindow *window, const char *text)
{
  GtkWidget *page = GTK_WIDGET (write_kinds (window));

  gtk_widget_activate_action (page, "journal.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_id (page, "search_entry")), text);
  g_signal_emit_by_name (find_id (page, "search_entry"), "search-changed");
}

void
fascia_shots_show_journal_searching (FasciaWindow *window)
{
  search (window, "shoulder");
}

void
fascia_shots_show_journal_nothing (FasciaWindow *window)
{
  search (window, "volcano");
}

static void
pop_up (FasciaWindow *window, const char *id)
{
  GtkWidget *page = GTK_WIDGET (write_kinds (window));

  gtk_menu_button_popup (GTK_MENU_BUTTON (find_id (page, id)));
  settle (window);
}

void
fascia_shots_show_journal_filter (FasciaWindow *window)
{
  pop_up (window, "filter_button");
}

void
fascia_shots_show_journal_add (FasciaWindow *window)
{
  pop_up (window, "add_button");
}

void
fascia_shots_show_journal_row_menu (FasciaWindow *window)
{
  GtkWidget *page = GTK_WIDGET (write_kinds (window));

  gtk_widget_grab_focus (find_id (page, "list_view"));
  gtk_list_view_scroll_to (GTK_LIST_VIEW (find_id (page, "list_view")), 2, GTK_LIST_SCROLL_FOCUS,
                           NULL);
  settle (window);
  gtk_widget_activate_action (page, "journal.popup", NULL);
}

void
fascia_shots_show_journal_calendar (FasciaWindow *window)
{
  GtkWidget *page = GTK_WIDGET (write_kinds (window));

  gtk_widget_activate_action (page, "journal.show-calendar", NULL);
  settle (window);
}

static gboolean
is_there (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (data));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return row != NULL && FASCIA_IS_JOURNAL_ROW (row)
         && g_list_model_get_n_items (G_LIST_MODEL (
                gtk_list_view_get_model (GTK_LIST_VIEW (find_id (data, "list_view")))))
                > 200;
}

/* A day a year ago. */
void
fascia_shots_show_journal_jump (FasciaWindow *window)
{
  FasciaJournalPage *page = open_page (window);
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (fascia_window_get_journal (window)), &now);
  fascia_journal_page_show_day (page, now.day - 400);
  fascia_test_assert_until (is_there, window);
  settle (window);
}

void
fascia_shots_show_journal_undo (FasciaWindow *window)
{
  GtkWidget *page = GTK_WIDGET (write_kinds (window));

  gtk_widget_grab_focus (find_id (page, "list_view"));
  gtk_widget_activate_action (page, "journal.delete-focused", NULL);
  settle (window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_id (GTK_WIDGET (window), "menu_button")));
  settle (window);
}

void
fascia_shots_show_journal_draft (FasciaWindow *window)
{
  static const char *const words[] = { "note=The left hip let go on the second", NULL };

  fascia_journal_set_setting_async (fascia_window_get_journal (window),
                                    FASCIA_SETTING_DRAFT_PREFIX "note",
                                    g_variant_new_strv (words, -1), NULL, NULL, NULL);
  open_page (window);
}
