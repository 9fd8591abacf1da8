/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two questions before something is gone for good: the whole journal, or one entry.
 */

#include "config.h"

#include "fascia-data-actions.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-journal-data.h"
#include "fascia-text.h"
#include "fascia-window.h"
#include "journal/fascia-timeline-text.h"

/* So much of a note tells which one it is. */
#define NOTE_CHARS 40

static void
on_understood_toggled (AdwAlertDialog *dialog, GtkCheckButton *check)
{
  adw_alert_dialog_set_response_enabled (dialog, "erase", gtk_check_button_get_active (check));
}

static AdwAlertDialog *
create_dialog (const char *heading, const char *body, const char *response, const char *label)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), response, label, NULL);
  adw_alert_dialog_set_response_appearance (dialog, response, ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

/* The window says how it went: what asked may be gone by then. */
static void
present_for (AdwAlertDialog *dialog, GtkWidget *from, FasciaJournal *journal, GCallback on_response)
{
  GtkRoot *root = gtk_widget_get_root (from);

  g_object_set_data_full (G_OBJECT (dialog), "journal", g_object_ref (journal), g_object_unref);
  g_signal_connect_object (dialog, "response", on_response, root != NULL ? (gpointer) root : from,
                           0);
  adw_dialog_present (ADW_DIALOG (dialog), from);
}

/* A check button whose words may take several lines. */
static GtkWidget *
create_check (const char *text)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), check);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  return check;
}

/* ---- everything ---- */

static void
on_erased (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;

  if (fascia_journal_erase_finish (FASCIA_JOURNAL (source), result, &error))
    fascia_window_show_toast (from, _ ("Everything was erased"));
  else
    fascia_window_show_error (from, error);
}

static void
on_erase_response (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  FasciaJournal *journal = g_object_get_data (G_OBJECT (dialog), "journal");
  GtkWidget *from = data;

  if (g_str_equal (response, "erase"))
    fascia_journal_erase_async (journal, NULL, on_erased, g_object_ref (from));
}

void
fascia_erase_dialog_present (GtkWidget *from, FasciaJournal *journal)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));

  AdwAlertDialog *dialog = create_dialog (
      _ ("Erase All?"),
      _ ("Your journal goes, with every entry, tag and setting in it, and so do the backups that "
         "Fascia keeps. It cannot be undone.\n\nFiles that you exported or saved elsewhere stay."),
      "erase", _ ("_Erase"));
  GtkWidget *check = create_check (_ ("_Yes, I want an empty journal"));

  adw_alert_dialog_set_response_enabled (dialog, "erase", FALSE);
  adw_alert_dialog_set_extra_child (dialog, check);
  present_for (dialog, from, journal, G_CALLBACK (on_erase_response));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_understood_toggled), dialog,
                           G_CONNECT_SWAPPED);
}

/* ---- one entry ---- */

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) from = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation != NULL)
    fascia_window_show_toast (from, _ ("Deleted for good"));
  else
    fascia_window_show_error (from, error);
}

static void
on_delete_response (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  FasciaJournal *journal = g_object_get_data (G_OBJECT (dialog), "journal");
  const FasciaUid *uid = g_object_get_data (G_OBJECT (dialog), "uid");
  GtkCheckButton *check = GTK_CHECK_BUTTON (adw_alert_dialog_get_extra_child (dialog));
  GtkWidget *from = data;

  if (g_str_equal (response, "delete"))
    fascia_journal_delete_for_good_async (journal, uid, gtk_check_button_get_active (check), NULL,
                                          on_deleted, g_object_ref (from));
}

/* (transfer full) Which one: what it is, when, and how its note begins. */
static char *
dup_name (FasciaJournal *journal, FasciaEntry *entry)
{
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (journal), &now);
  g_autofree char *title = fascia_text_entry_title (entry);
  g_autofree char *when
      = fascia_text_when (fascia_entry_get_moment (entry), now.day, fascia_text_get_hours ());
  g_autofree char *note = fascia_timeline_text_note_line (entry);
  g_autofree char *start
      = note != NULL ? g_utf8_substring (note, 0, MIN (g_utf8_strlen (note, -1), NOTE_CHARS))
                     : NULL;

  if (start == NULL)
    return g_strdup_printf ("%s\n%s", title, when);
  return g_strdup_printf ("%s\n%s\n“%s%s”", title, when, start,
                          g_utf8_strlen (note, -1) > NOTE_CHARS ? "…" : "");
}

void
fascia_delete_for_good_present (GtkWidget *from, FasciaJournal *journal, FasciaEntry *entry)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (FASCIA_IS_JOURNAL (journal));
  g_return_if_fail (entry != NULL);

  g_autofree char *name = dup_name (journal, entry);
  g_autofree char *body = g_strconcat (
      name, "\n\n",
      _ ("The entry is gone for good: it is overwritten in your journal, and there is no Undo.\n\n"
         "The backups that Fascia keeps have it until they are let go, some for months. Files that "
         "you saved elsewhere keep it, too."),
      NULL);
  AdwAlertDialog *dialog = create_dialog (_ ("Delete?"), body, "delete", _ ("_Delete"));

  adw_alert_dialog_set_extra_child (
      dialog, create_check (_ ("Remove those _backups now and make a new one")));
  g_object_set_data_full (G_OBJECT (dialog), "uid",
                          g_memdup2 (fascia_entry_get_uid (entry), sizeof (FasciaUid)), g_free);
  present_for (dialog, from, journal, G_CALLBACK (on_delete_response));
}
