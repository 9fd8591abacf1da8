/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to tags and scales from the preferences: told there, and undone from there.
 */

#include "config.h"

#include "fascia-settings-write.h"

#include <glib/gi18n.h>

#include "widgets/fascia-announce.h"
#include "widgets/fascia-fit.h"

typedef struct
{
  FasciaJournal *journal;
  guint64 operation;
  GtkWidget *dialog; /* weak */
} Undo;

static void
free_undo (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->journal);
  g_clear_weak_pointer (&undo->dialog);
  g_free (undo);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GObject) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation == NULL && dialog != NULL)
    {
      AdwToast *toast = adw_toast_new (error->message);

      adw_toast_set_use_markup (toast, FALSE);
      adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
    }
}

static void
on_undo_clicked (AdwToast *toast, Undo *undo)
{
  fascia_journal_undo_async (undo->journal, undo->operation, NULL, on_undone,
                             undo->dialog != NULL ? g_object_ref (undo->dialog) : NULL);
}

void
fascia_settings_offer_undo (GtkWidget *inside,
                            FasciaJournal *journal,
                            const char *title,
                            FasciaOperation *operation)
{
  g_return_if_fail (GTK_IS_WIDGET (inside));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));
  g_return_if_fail (operation != NULL);

  GtkWidget *dialog = gtk_widget_get_ancestor (inside, ADW_TYPE_PREFERENCES_DIALOG);
  if (dialog == NULL || !fascia_operation_can_undo (operation))
    return;
  AdwToast *toast = adw_toast_new (title);
  Undo *undo = g_new0 (Undo, 1);

  undo->journal = g_object_ref (journal);
  undo->operation = fascia_operation_get_id (operation);
  g_set_weak_pointer (&undo->dialog, dialog);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_clicked), undo, free_undo,
                         G_CONNECT_DEFAULT);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

GtkLabel *
fascia_settings_problem_new (void)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_visible (label, FALSE);
  return GTK_LABEL (label);
}

void
fascia_settings_problem_set (GtkLabel *label, const char *words)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
  if (words != NULL)
    fascia_announce (GTK_WIDGET (label), words);
}

void
fascia_settings_page_fill (AdwNavigationPage *page, GtkWidget *box, GtkWidget *end)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));

  if (end != NULL)
    adw_header_bar_pack_end (ADW_HEADER_BAR (header), end);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_navigation_page_set_child (page, view);
}
