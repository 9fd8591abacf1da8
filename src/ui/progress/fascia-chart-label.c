/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A label of an axis: a child of the chart that may be given its text while the chart is laid out.
 */

#include "config.h"

#include "fascia-chart-label.h"

#include <math.h>

struct _FasciaChartLabel
{
  GtkWidget parent_instance;

  char *text;
};

G_DEFINE_FINAL_TYPE (FasciaChartLabel, fascia_chart_label, GTK_TYPE_WIDGET)

static void
fascia_chart_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaChartLabel *self = FASCIA_CHART_LABEL (widget);
  GdkRGBA color;

  if (self->text == NULL)
    return;

  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, self->text);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_layout (snapshot, layout, &color);
}

static void
fascia_chart_label_finalize (GObject *object)
{
  FasciaChartLabel *self = FASCIA_CHART_LABEL (object);

  g_free (self->text);

  G_OBJECT_CLASS (fascia_chart_label_parent_class)->finalize (object);
}

static void
fascia_chart_label_class_init (FasciaChartLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fascia_chart_label_finalize;
  widget_class->snapshot = fascia_chart_label_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fascia_chart_label_init (FasciaChartLabel *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
}

/* Asks for no room of its own, so that a new text never asks for a new layout: the chart gives it
 * its place. Not seen by a screen reader, which gets the points. */
static GtkWidget *
label_new (void)
{
  return g_object_new (FASCIA_TYPE_CHART_LABEL, NULL);
}

static void
set_text (FasciaChartLabel *self, const char *text)
{
  if (g_set_str (&self->text, text))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
fascia_chart_label_measure (FasciaChartLabel *self, const char *text, double *height)
{
  g_return_val_if_fail (FASCIA_IS_CHART_LABEL (self), 0);

  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;
  int lines;
  pango_layout_get_pixel_size (layout, &width, &lines);
  if (height != NULL)
    *height = lines;
  return width;
}

/* ---- all labels of a chart ---- */

/* Levels, the strip, and more days than are ever shown. */
#define N_LABELS (6 + 1 + 14)

GPtrArray *
fascia_chart_labels_new (GtkWidget *chart)
{
  GPtrArray *labels = g_ptr_array_sized_new (N_LABELS);

  for (guint i = 0; i < N_LABELS; i++)
    {
      GtkWidget *label = label_new ();

      gtk_widget_set_child_visible (label, FALSE);
      gtk_widget_set_parent (label, chart);
      g_ptr_array_add (labels, label);
    }
  return labels;
}

double
fascia_chart_labels_measure (const char *text, gpointer label)
{
  return fascia_chart_label_measure (label, text, NULL);
}

static void
place (GPtrArray *labels, guint *n_labels, const FasciaChartTick *tick)
{
  if (tick->text == NULL || *n_labels >= labels->len)
    return;

  const FasciaChartRect *rect = &tick->label;
  GtkWidget *label = g_ptr_array_index (labels, *n_labels);

  (*n_labels)++;
  set_text (FASCIA_CHART_LABEL (label), tick->text);
  gtk_widget_set_child_visible (label, TRUE);
  gtk_widget_size_allocate (label,
                            &(GtkAllocation) { (int) lround (rect->x), (int) lround (rect->y),
                                               (int) ceil (rect->width),
                                               (int) ceil (rect->height) },
                            -1);
}

void
fascia_chart_labels_place (GPtrArray *labels, const FasciaChartLayout *layout)
{
  guint n_labels = 0;

  g_return_if_fail (labels != NULL && layout != NULL);

  for (guint i = 0; i < layout->level_ticks->len; i++)
    place (labels, &n_labels, &g_array_index (layout->level_ticks, FasciaChartTick, i));
  place (labels, &n_labels, &layout->strip_tick);
  for (guint i = 0; i < layout->day_ticks->len; i++)
    place (labels, &n_labels, &g_array_index (layout->day_ticks, FasciaChartTick, i));
  for (guint i = n_labels; i < labels->len; i++)
    {
      set_text (g_ptr_array_index (labels, i), NULL);
      gtk_widget_set_child_visible (g_ptr_array_index (labels, i), FALSE);
    }
}
