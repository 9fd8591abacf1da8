/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that leads somewhere. */

#include "config.h"

#include "fascia-link-row.h"

#include "fascia-button-row.h"
#include "fascia-row-words.h"

struct _FasciaLinkRow
{
  AdwActionRow parent_instance;

  GtkWidget *icon; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FasciaLinkRow, fascia_link_row, ADW_TYPE_ACTION_ROW)

static void
fascia_link_row_class_init (FasciaLinkRowClass *klass)
{
  fascia_row_class_install_press (GTK_WIDGET_CLASS (klass));
}

static void
on_activatable_changed (GtkListBoxRow *row)
{
  fascia_row_set_pressable (GTK_WIDGET (row), gtk_list_box_row_get_activatable (row));
}

static void
on_subtitle_changed (AdwActionRow *row)
{
  fascia_row_set_words (row, adw_action_row_get_subtitle (row));
}

static void
fascia_link_row_init (FasciaLinkRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  g_signal_connect (self, "notify::subtitle", G_CALLBACK (on_subtitle_changed), NULL);
  g_signal_connect (self, "notify::activatable", G_CALLBACK (on_activatable_changed), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

GtkWidget *
fascia_link_row_new_bare (const char *title)
{
  GtkWidget *row = g_object_new (FASCIA_TYPE_LINK_ROW, NULL);

  /* Not while it is made: its label is told last of all that this is no markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  return row;
}

GtkWidget *
fascia_link_row_new (const char *title, const char *words, const char *icon)
{
  g_return_val_if_fail (title != NULL, NULL);

  GtkWidget *row = fascia_link_row_new_bare (title);

  FASCIA_LINK_ROW (row)->icon
      = gtk_image_new_from_icon_name (icon != NULL ? icon : "go-next-symbolic");
  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), FASCIA_LINK_ROW (row)->icon);
  return row;
}

void
fascia_link_row_set_leads_on (FasciaLinkRow *self, gboolean leads_on)
{
  g_return_if_fail (FASCIA_IS_LINK_ROW (self));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads_on);
  if (self->icon != NULL)
    gtk_widget_set_visible (self->icon, leads_on);
}
