/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The number that the person calls in an emergency: to set, to copy, to call. */

#include "config.h"

#include "fascia-emergency-row.h"

#include <glib/gi18n.h>

#include "fascia-body-setup.h"
#include "routines/fascia-safety-book.h"
#include "settings/fascia-preferences-dialog.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-row-words.h"

#define MAX_LENGTH 60

struct _FasciaEmergencyRow
{
  AdwEntryRow parent_instance;

  FasciaBodySetup *setup; /* the journal holds it */
};

G_DEFINE_FINAL_TYPE (FasciaEmergencyRow, fascia_emergency_row, ADW_TYPE_ENTRY_ROW)

struct _FasciaEmergencyLine
{
  AdwActionRow parent_instance;

  FasciaBodySetup *setup; /* the journal holds it */
  GtkWidget *copy;
  GtkWidget *call;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (FasciaEmergencyLine, fascia_emergency_line, ADW_TYPE_ACTION_ROW)

char *
fascia_emergency_dup_uri (const char *number)
{
  g_autoptr (GString) uri = g_string_new ("tel:");

  for (const char *c = number; c != NULL && *c != '\0'; c++)
    if (g_ascii_isdigit (*c) || *c == '*' || (*c == '+' && uri->len == strlen ("tel:")))
      g_string_append_c (uri, *c);
  return uri->len > strlen ("tel:") && g_ascii_isdigit (uri->str[uri->len - 1])
             ? g_string_free (g_steal_pointer (&uri), FALSE)
             : NULL;
}

static const char *
get_number (FasciaBodySetup *setup)
{
  return fascia_settings_get_string (fascia_body_setup_get_settings (setup),
                                     FASCIA_SETTING_HELP_NUMBER, "");
}

/* ---- to set ---- */

static void
update_row (FasciaEmergencyRow *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  /* What is being typed stays. */
  if (gtk_widget_has_focus (GTK_WIDGET (text))
      || g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), get_number (self->setup)))
    return;
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self), get_number (self->setup));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
}

static void
on_applied (FasciaEmergencyRow *self)
{
  g_autofree char *number = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));

  g_strstrip (number);
  fascia_body_setup_set (self->setup, FASCIA_SETTING_HELP_NUMBER,
                         number[0] != '\0' ? g_variant_new_string (number) : NULL);
}

static void
fascia_emergency_row_class_init (FasciaEmergencyRowClass *klass)
{
}

static void
fascia_emergency_row_init (FasciaEmergencyRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("My emergency number"));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_PHONE);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (self), MAX_LENGTH);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect (self, "apply", G_CALLBACK (on_applied), NULL);
}

GtkWidget *
fascia_emergency_row_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaEmergencyRow *self = g_object_new (FASCIA_TYPE_EMERGENCY_ROW, NULL);

  self->setup = fascia_body_setup_get (journal, NULL);
  g_signal_connect_object (self->setup, "notify::settings", G_CALLBACK (update_row), self,
                           G_CONNECT_SWAPPED);
  update_row (self);
  return GTK_WIDGET (self);
}

/* ---- to copy, to call ---- */

static void
update_line (FasciaEmergencyLine *self)
{
  const char *number = get_number (self->setup);
  g_autofree char *uri = fascia_emergency_dup_uri (number);
  g_autoptr (GAppInfo) caller = uri != NULL ? g_app_info_get_default_for_uri_scheme ("tel") : NULL;
  gboolean has_number = number[0] != '\0';

  fascia_row_set_words (ADW_ACTION_ROW (self), has_number ? number : _ ("Not set yet"));
  fascia_row_set_pressable (GTK_WIDGET (self), !has_number);
  gtk_widget_set_visible (self->copy, has_number);
  gtk_widget_set_visible (self->call, caller != NULL);
  gtk_widget_set_visible (self->next, !has_number);
}

static void
on_copy_clicked (FasciaEmergencyLine *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), get_number (self->setup));
  fascia_announce (GTK_WIDGET (self), _ ("Copied"));
}

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) line = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    fascia_announce (line, _ ("This computer cannot call. Use your telephone."));
}

static void
on_call_clicked (FasciaEmergencyLine *self)
{
  g_autofree char *uri = fascia_emergency_dup_uri (get_number (self->setup));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (uri == NULL || root == NULL)
    return;
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (root), NULL, on_launched, g_object_ref (self));
}

static void
on_line_activated (FasciaEmergencyLine *self)
{
  AdwDialog *preferences = fascia_preferences_dialog_new (self->setup);

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (preferences), "routines");
  adw_dialog_present (preferences, GTK_WIDGET (self));
}

static void
fascia_emergency_line_class_init (FasciaEmergencyLineClass *klass)
{
  fascia_row_class_install_press (GTK_WIDGET_CLASS (klass));
}

static GtkWidget *
add_button (FasciaEmergencyLine *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

static void
fascia_emergency_line_init (FasciaEmergencyLine *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("My emergency number"));
  self->copy = add_button (self, "edit-copy-symbolic", _ ("Copy the Number"),
                           G_CALLBACK (on_copy_clicked));
  self->call = add_button (self, "call-start-symbolic", _ ("Call the Number"),
                           G_CALLBACK (on_call_clicked));
  self->next = gtk_image_new_from_icon_name ("go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->next);
  g_signal_connect (self, "activated", G_CALLBACK (on_line_activated), NULL);
}

GtkWidget *
fascia_emergency_line_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaEmergencyLine *self = g_object_new (FASCIA_TYPE_EMERGENCY_LINE, NULL);

  self->setup = fascia_body_setup_get (journal, NULL);
  g_signal_connect_object (self->setup, "notify::settings", G_CALLBACK (update_line), self,
                           G_CONNECT_SWAPPED);
  update_line (self);
  return GTK_WIDGET (self);
}
