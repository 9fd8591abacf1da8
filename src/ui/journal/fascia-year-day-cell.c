/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One day of the year calendar as the keyboard and a screen reader meet it; draws nothing.
 */

#include "config.h"

#include "fascia-year-day-cell.h"

struct _FasciaYearDayCell
{
  GtkWidget parent_instance;

  guint index;
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaYearDayCell, fascia_year_day_cell, GTK_TYPE_WIDGET)

static void
open_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0);
}

static void
fascia_year_day_cell_class_init (FasciaYearDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "day.open", NULL, open_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "day.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "day.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "day.open", NULL);
  gtk_widget_class_set_css_name (widget_class, "yearday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
fascia_year_day_cell_init (FasciaYearDayCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
fascia_year_day_cell_new (guint index)
{
  FasciaYearDayCell *self = g_object_new (FASCIA_TYPE_YEAR_DAY_CELL, NULL);

  self->index = index;
  return GTK_WIDGET (self);
}

guint
fascia_year_day_cell_get_index (FasciaYearDayCell *self)
{
  g_return_val_if_fail (FASCIA_IS_YEAR_DAY_CELL (self), 0);

  return self->index;
}
