/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card with the chart of tightness and pain, its legend, its read-out and its table.
 */

#include "config.h"

#include "fascia-chart-card.h"

#include <glib/gi18n.h>

#include "fascia-chart-text.h"
#include "fascia-chart-view.h"
#include "fascia-day-model.h"
#include "fascia-legend-key.h"

struct _FasciaChartCard
{
  AdwBin parent_instance;

  AdwToggleGroup *view_group;
  GtkStack *view_stack;
  GtkLabel *tightness_legend;
  GtkLabel *pain_legend;
  GtkWidget *places_legend;
  FasciaChartView *chart;
  GtkLabel *readout;
  GtkColumnView *table;
  GtkColumnViewColumn *date_column;
  GtkColumnViewColumn *tightness_column;
  GtkColumnViewColumn *pain_column;
  GtkColumnViewColumn *places_column;

  FasciaChartData *data;
  FasciaDayModel *days;
};

G_DEFINE_FINAL_TYPE (FasciaChartCard, fascia_chart_card, ADW_TYPE_BIN)

/* ---- what is shown ---- */

static void
update_readout (FasciaChartCard *self)
{
  const int selected = fascia_chart_view_get_selected (self->chart);
  const char *text = NULL;

  if (selected >= 0)
    text = fascia_chart_view_get_point_text (self->chart, (guint) selected);
  if (text == NULL && self->data != NULL)
    text = fascia_chart_text_caption (self->data);
  gtk_label_set_label (self->readout, text != NULL ? text : "");
  if (selected >= 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->readout), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->readout), "dimmed");
}

static void
on_view_chosen (FasciaChartCard *self)
{
  g_assert (FASCIA_IS_CHART_CARD (self));

  const char *name = adw_toggle_group_get_active_name (self->view_group);
  if (name == NULL)
    return;
  gtk_stack_set_visible_child_name (self->view_stack, name);
  if (g_str_equal (name, "table"))
    fascia_day_model_set_data (self->days, self->data);
}

/* ---- the table ---- */

typedef char *(*CellFunc) (FasciaChartCard *self, FasciaDayItem *item);

static char *
format_date_cell (FasciaChartCard *self, FasciaDayItem *item)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (fascia_day_item_get_day (item));

  if (date == NULL)
    return g_strdup ("");
  /* The year is needed only where days of two years look alike; the column is narrow. */
  if (self->data != NULL && (gint64) self->data->last_day - self->data->first_day < 300)
    /* Translators: a day in a narrow table, see g_date_time_format (): "Tue 3 Mar". */
    return g_date_time_format (date, C_ ("chart table", "%a %-d %b"));
  /* Translators: a day in a narrow table of some years: "3 Mar 2026". */
  return g_date_time_format (date, C_ ("chart table", "%-d %b %Y"));
}

static char *
format_tightness_cell (FasciaChartCard *self, FasciaDayItem *item)
{
  const FasciaDay *day = fascia_day_item_get_scale (item, FASCIA_SCALE_TIGHTNESS);

  if (day == NULL && self->data != NULL && self->data->region != NULL)
    return g_strdup (_ ("Not marked"));
  if (day == NULL)
    return g_strdup (_ ("Not filled in"));
  return fascia_chart_text_cell (day);
}

static char *
format_pain_cell (FasciaChartCard *self, FasciaDayItem *item)
{
  return fascia_chart_text_cell (fascia_day_item_get_scale (item, FASCIA_SCALE_PAIN));
}

static char *
format_places_cell (FasciaChartCard *self, FasciaDayItem *item)
{
  const FasciaDay *day = fascia_day_item_get_scale (item, FASCIA_SCALE_TIGHTNESS);

  return day != NULL ? g_strdup_printf ("%u", day->extent) : g_strdup ("");
}

static CellFunc
get_cell_func (FasciaChartCard *self, GtkListItemFactory *factory)
{
  if (factory == gtk_column_view_column_get_factory (self->date_column))
    return format_date_cell;
  if (factory == gtk_column_view_column_get_factory (self->tightness_column))
    return format_tightness_cell;
  if (factory == gtk_column_view_column_get_factory (self->pain_column))
    return format_pain_cell;
  return format_places_cell;
}

static void
on_cell_setup (GtkListItemFactory *factory, GtkColumnViewCell *cell, FasciaChartCard *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_assert (FASCIA_IS_CHART_CARD (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* A day is never cut short. */
  if (get_cell_func (self, factory) != format_date_cell)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
}

static void
on_cell_bound (GtkListItemFactory *factory, GtkColumnViewCell *cell, FasciaChartCard *self)
{
  FasciaDayItem *item = gtk_column_view_cell_get_item (cell);
  GtkWidget *label = gtk_column_view_cell_get_child (cell);

  g_assert (FASCIA_IS_CHART_CARD (self));

  g_autofree char *text = get_cell_func (self, factory) (self, item);
  gtk_label_set_label (GTK_LABEL (label), text);
  if (fascia_day_item_get_scale (item, FASCIA_SCALE_TIGHTNESS) == NULL)
    gtk_widget_add_css_class (label, "dimmed");
  else
    gtk_widget_remove_css_class (label, "dimmed");
}

static void
init_table (FasciaChartCard *self)
{
  GtkColumnViewColumn *columns[]
      = { self->date_column, self->tightness_column, self->pain_column, self->places_column };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect_object (factory, "setup", G_CALLBACK (on_cell_setup), self, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (on_cell_bound), self, 0);
      gtk_column_view_column_set_factory (columns[i], factory);
    }
  self->days = fascia_day_model_new ();
  g_autoptr (GtkSelectionModel) selection
      = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->days))));
  gtk_column_view_set_model (self->table, selection);
}

/* ---- public ---- */

void
fascia_chart_card_show (FasciaChartCard *self, FasciaChartData *data, const char *place_name)
{
  g_return_if_fail (FASCIA_IS_CHART_CARD (self));
  g_return_if_fail (data != NULL);

  fascia_chart_data_ref (data);
  g_clear_pointer (&self->data, fascia_chart_data_unref);
  self->data = data;
  fascia_chart_view_set_data (self->chart, data);
  /* The table is filled when it is first looked at. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->view_stack), "table") == 0)
    fascia_day_model_set_data (self->days, data);

  g_autofree char *tightness = fascia_chart_text_legend (FASCIA_SCALE_TIGHTNESS, place_name);
  g_autofree char *pain = fascia_chart_text_legend (FASCIA_SCALE_PAIN, place_name);
  gtk_label_set_label (self->tightness_legend, tightness);
  gtk_label_set_label (self->pain_legend, pain);
  gtk_widget_set_visible (self->places_legend, data->region == NULL);
  gtk_column_view_column_set_visible (self->places_column, data->region == NULL);
  update_readout (self);
}

FasciaChartData *
fascia_chart_card_get_data (FasciaChartCard *self)
{
  g_return_val_if_fail (FASCIA_IS_CHART_CARD (self), NULL);

  return self->data;
}

static void
fascia_chart_card_dispose (GObject *object)
{
  FasciaChartCard *self = FASCIA_CHART_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_CHART_CARD);
  g_clear_object (&self->days);
  g_clear_pointer (&self->data, fascia_chart_data_unref);

  G_OBJECT_CLASS (fascia_chart_card_parent_class)->dispose (object);
}

static void
fascia_chart_card_class_init (FasciaChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_chart_card_dispose;

  g_type_ensure (FASCIA_TYPE_CHART_VIEW);
  g_type_ensure (FASCIA_TYPE_LEGEND_KEY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, view_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, view_stack);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, tightness_legend);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, pain_legend);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, places_legend);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, chart);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, readout);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, date_column);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, tightness_column);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, pain_column);
  gtk_widget_class_bind_template_child (widget_class, FasciaChartCard, places_column);
  gtk_widget_class_bind_template_callback (widget_class, on_view_chosen);
}

static void
fascia_chart_card_init (FasciaChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  init_table (self);
  g_signal_connect_object (self->chart, "notify::selected", G_CALLBACK (update_readout), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
fascia_chart_card_new (void)
{
  return g_object_new (FASCIA_TYPE_CHART_CARD, NULL);
}
