/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of words: one line, and what there is to say of it.
 */

#include "config.h"

#include "fascia-data-row.h"

struct _FasciaDataRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (FasciaDataRow, fascia_data_row, ADW_TYPE_ACTION_ROW)

static void
press_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_action_row_activate (ADW_ACTION_ROW (widget));
}

/* The relation to the label would hide the description, and not everybody follows it. */
static void
update_description (FasciaDataRow *self)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (self));
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle != NULL ? subtitle : "", -1);
}

static void
update_action (FasciaDataRow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "data-row.press",
                                 gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (self)));
}

static void
fascia_data_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (fascia_data_row_parent_class)->constructed (object);

  update_description (FASCIA_DATA_ROW (object));
  update_action (FASCIA_DATA_ROW (object));
}

static void
fascia_data_row_class_init (FasciaDataRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = fascia_data_row_constructed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "data-row.press", NULL,
                                   press_activated);
}

static void
fascia_data_row_init (FasciaDataRow *self)
{
  g_signal_connect (self, "notify::subtitle", G_CALLBACK (update_description), NULL);
  g_signal_connect (self, "notify::activatable", G_CALLBACK (update_action), NULL);
}

GtkWidget *
fascia_data_row_new (const char *title, const char *subtitle)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (FASCIA_TYPE_DATA_ROW, "use-markup", FALSE, "title", title, "subtitle",
                       subtitle != NULL ? subtitle : "", NULL);
}
