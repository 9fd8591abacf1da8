/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample of a line or bar beside its name in a legend.
 */

#include "config.h"

#include "fascia-legend-key.h"

#include "widgets/fascia-ui-palette.h"

#define WIDTH 30
#define HEIGHT 16

struct _FasciaLegendKey
{
  GtkWidget parent_instance;

  FasciaChartKey key;
};

G_DEFINE_FINAL_TYPE (FasciaLegendKey, fascia_legend_key, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_KEY = 1,
} FasciaLegendKeyProperty;

static GParamSpec *properties[PROP_KEY + 1];

static void
fascia_legend_key_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
fascia_legend_key_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaLegendKey *self = FASCIA_LEGEND_KEY (widget);
  const FasciaFigureLook look = fascia_ui_palette_get_look ();
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  fascia_chart_render_key (cr, self->key, fascia_chart_palette_get (look), width, height);
  cairo_destroy (cr);
}

static void
fascia_legend_key_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((FasciaLegendKeyProperty) id)
    {
    case PROP_KEY:
      g_value_set_int (value, FASCIA_LEGEND_KEY (object)->key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_legend_key_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FasciaLegendKeyProperty) id)
    {
    case PROP_KEY:
      FASCIA_LEGEND_KEY (object)->key = (FasciaChartKey) g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_legend_key_class_init (FasciaLegendKeyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fascia_legend_key_get_property;
  object_class->set_property = fascia_legend_key_set_property;
  widget_class->measure = fascia_legend_key_measure;
  widget_class->snapshot = fascia_legend_key_snapshot;

  properties[PROP_KEY]
      = g_param_spec_int ("key", NULL, NULL, FASCIA_CHART_KEY_TIGHTNESS, FASCIA_CHART_KEY_PLACES,
                          FASCIA_CHART_KEY_TIGHTNESS,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "legend-key");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fascia_legend_key_init (FasciaLegendKey *self)
{
  AdwStyleManager *manager
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->key = FASCIA_CHART_KEY_TIGHTNESS;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}
