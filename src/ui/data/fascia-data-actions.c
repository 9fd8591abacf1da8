/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person does with the journal as a whole, as actions of the window.
 */

#include "config.h"

#include "fascia-data-actions.h"

#include "fascia-window.h"

static void
export_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaWindow *window = FASCIA_WINDOW (widget);
  FasciaBody *body = fascia_window_get_body (window);

  if (body != NULL)
    fascia_export_dialog_present (widget, fascia_window_get_journal (window), body);
}

static void
import_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FasciaWindow *window = FASCIA_WINDOW (widget);
  FasciaBody *body = fascia_window_get_body (window);

  if (body != NULL)
    fascia_import_dialog_present (widget, fascia_window_get_journal (window), body);
}

static void
backups_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_backups_dialog_present (widget, fascia_window_get_journal (FASCIA_WINDOW (widget)));
}

static void
erase_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fascia_erase_dialog_present (widget, fascia_window_get_journal (FASCIA_WINDOW (widget)));
}

void
fascia_data_actions_install (GtkWidgetClass *klass)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));

  gtk_widget_class_install_action (klass, "win.export", NULL, export_activated);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_activated);
  gtk_widget_class_install_action (klass, "win.backups", NULL, backups_activated);
  gtk_widget_class_install_action (klass, "win.erase", NULL, erase_activated);
}

void
fascia_data_actions_update (GtkWidget *window, FasciaJournal *journal)
{
  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));

  FasciaJournalState state = fascia_journal_get_state (journal);
  gboolean is_ready = state == FASCIA_JOURNAL_READY;
  gboolean is_read_only = fascia_journal_is_read_only (journal);

  gtk_widget_action_set_enabled (window, "win.export", is_ready);
  gtk_widget_action_set_enabled (window, "win.import", is_ready && !is_read_only);
  gtk_widget_action_set_enabled (window, "win.backups", is_ready || state == FASCIA_JOURNAL_FAILED);
  gtk_widget_action_set_enabled (window, "win.erase",
                                 (is_ready && !is_read_only) || state == FASCIA_JOURNAL_FAILED);
}
