/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that is a button, for everybody. */

#include "config.h"

#include "fascia-button-row.h"

#define PRESS "row.press"

struct _FasciaButtonRow
{
  AdwPreferencesRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (FasciaButtonRow, fascia_button_row, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  SIGNAL_ACTIVATED = 1,
} FasciaButtonRowSignal;

static guint signals[SIGNAL_ACTIVATED + 1];

/* ---- over the bus ---- */

static void
on_pressed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

void
fascia_row_class_install_press (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, PRESS, NULL, on_pressed);
}

void
fascia_row_set_pressable (GtkWidget *row, gboolean is_pressable)
{
  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_pressable);
  gtk_widget_action_set_enabled (row, PRESS, is_pressable);
}

void
fascia_button_wrap (GtkButton *button)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  GtkWidget *label = gtk_button_get_child (button);

  g_return_if_fail (GTK_IS_LABEL (label));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

/* ---- the row ---- */

static void
on_row_activated (FasciaButtonRow *self, GtkListBoxRow *row)
{
  if (row == GTK_LIST_BOX_ROW (self))
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
fascia_button_row_root (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (fascia_button_row_parent_class)->root (widget);

  if (GTK_IS_LIST_BOX (list))
    g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), widget);
}

static void
fascia_button_row_unroot (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_parent (widget);

  if (GTK_IS_LIST_BOX (list))
    g_signal_handlers_disconnect_by_func (list, on_row_activated, widget);

  GTK_WIDGET_CLASS (fascia_button_row_parent_class)->unroot (widget);
}

static void
fascia_button_row_class_init (FasciaButtonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = fascia_button_row_root;
  widget_class->unroot = fascia_button_row_unroot;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  fascia_row_class_install_press (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
fascia_button_row_init (FasciaButtonRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->icon = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, "visible", FALSE, NULL));
  self->title = GTK_LABEL (
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.5, "justify", GTK_JUSTIFY_CENTER, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "margin-top", 6, "margin-bottom", 6, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "icon");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "start");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title");
  gtk_label_set_mnemonic_widget (self->title, GTK_WIDGET (self));
  g_object_bind_property (self, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "use-underline", self->title, "use-underline",
                          G_BINDING_SYNC_CREATE);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "button");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
}

GtkWidget *
fascia_button_row_new (const char *title, const char *icon)
{
  FasciaButtonRow *self
      = g_object_new (FASCIA_TYPE_BUTTON_ROW, "use-underline", TRUE, "title", title, NULL);

  if (icon != NULL)
    gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  return GTK_WIDGET (self);
}
