/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be so today, one check a line. */

#include "config.h"

#include "fascia-session-list.h"

#include <glib/gi18n.h>

struct _FasciaSessionList
{
  AdwPreferencesGroup parent_instance;

  FasciaSessionCheck *check;
  GPtrArray *buttons; /* as the items of the check; owned by the rows */
};

G_DEFINE_FINAL_TYPE (FasciaSessionList, fascia_session_list, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  SIGNAL_CHANGED = 1,
} FasciaSessionListSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
on_item_toggled (FasciaSessionList *self, GtkCheckButton *button)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_ptr_array_index (self->buttons, i) == button)
      fascia_session_check_get (self->check, i)->is_on = gtk_check_button_get_active (button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_item (FasciaSessionList *self, const FasciaSessionItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *question = fascia_session_item_get_question (item);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->is_on);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_item_toggled), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->buttons, check);
}

void
fascia_session_list_focus_line (FasciaSessionList *self, guint line)
{
  g_return_if_fail (FASCIA_IS_SESSION_LIST (self));

  for (guint i = 0; i < self->buttons->len; i++)
    if (fascia_session_check_get_line (self->check, i) == line)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));
        return;
      }
}

static void
fascia_session_list_finalize (GObject *object)
{
  FasciaSessionList *self = FASCIA_SESSION_LIST (object);

  g_clear_pointer (&self->check, fascia_session_check_unref);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (fascia_session_list_parent_class)->finalize (object);
}

static void
fascia_session_list_class_init (FasciaSessionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_session_list_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_session_list_init (FasciaSessionList *self)
{
  self->buttons = g_ptr_array_new ();
}

GtkWidget *
fascia_session_list_new (FasciaSessionCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  FasciaSessionList *self = g_object_new (FASCIA_TYPE_SESSION_LIST, NULL);

  self->check = fascia_session_check_ref (check);
  for (guint i = 0; i < fascia_session_check_get_n (check); i++)
    add_item (self, fascia_session_check_get (check, i));
  return GTK_WIDGET (self);
}

GtkWidget *
fascia_session_list_new_page (FasciaSessionList *list)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_LIST (list), NULL);

  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_description (
      ADW_PREFERENCES_PAGE (page),
      _ ("Choose what is so today. When you are not sure, choose it too."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (list));
  return page;
}
