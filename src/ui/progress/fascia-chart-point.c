/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One point of a chart as the keyboard and a screen reader meet it.
 */

#include "config.h"

#include "fascia-chart-point.h"

struct _FasciaChartPoint
{
  GtkWidget parent_instance;

  guint index;
  char *text;
};

G_DEFINE_FINAL_TYPE (FasciaChartPoint, fascia_chart_point, GTK_TYPE_WIDGET)

static void
fascia_chart_point_finalize (GObject *object)
{
  FasciaChartPoint *self = FASCIA_CHART_POINT (object);

  g_free (self->text);

  G_OBJECT_CLASS (fascia_chart_point_parent_class)->finalize (object);
}

static void
fascia_chart_point_class_init (FasciaChartPointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fascia_chart_point_finalize;
  gtk_widget_class_set_css_name (widget_class, "chart-point");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
fascia_chart_point_init (FasciaChartPoint *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer is the chart's: it finds the nearest point. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_chart_point_new (guint index)
{
  FasciaChartPoint *self = g_object_new (FASCIA_TYPE_CHART_POINT, NULL);

  self->index = index;
  return GTK_WIDGET (self);
}

guint
fascia_chart_point_get_index (FasciaChartPoint *self)
{
  g_return_val_if_fail (FASCIA_IS_CHART_POINT (self), 0);

  return self->index;
}

void
fascia_chart_point_set_text (FasciaChartPoint *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_CHART_POINT (self));

  if (g_set_str (&self->text, text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->text, -1);
}

const char *
fascia_chart_point_get_text (FasciaChartPoint *self)
{
  g_return_val_if_fail (FASCIA_IS_CHART_POINT (self), NULL);

  return self->text;
}
