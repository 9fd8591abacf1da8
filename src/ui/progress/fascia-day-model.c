/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days of a chart as a list, the newest first: the table beside the picture.
 */

#include "config.h"

#include "fascia-day-model.h"

struct _FasciaDayItem
{
  GObject parent_instance;

  FasciaChartData *data;
  gint32 day;
};

G_DEFINE_FINAL_TYPE (FasciaDayItem, fascia_day_item, G_TYPE_OBJECT)

static void
fascia_day_item_finalize (GObject *object)
{
  FasciaDayItem *self = FASCIA_DAY_ITEM (object);

  g_clear_pointer (&self->data, fascia_chart_data_unref);

  G_OBJECT_CLASS (fascia_day_item_parent_class)->finalize (object);
}

static void
fascia_day_item_class_init (FasciaDayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_day_item_finalize;
}

static void
fascia_day_item_init (FasciaDayItem *self)
{
}

gint32
fascia_day_item_get_day (FasciaDayItem *self)
{
  g_return_val_if_fail (FASCIA_IS_DAY_ITEM (self), 0);

  return self->day;
}

const FasciaDay *
fascia_day_item_get_scale (FasciaDayItem *self, FasciaScale scale)
{
  g_return_val_if_fail (FASCIA_IS_DAY_ITEM (self), NULL);

  for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
    {
      if (fascia_chart_data_get_scale (i) == scale)
        return fascia_daily_find (self->data->daily[i], self->day);
    }
  return NULL;
}

struct _FasciaDayModel
{
  GObject parent_instance;

  FasciaChartData *data;
};

static guint
count_days (const FasciaChartData *data)
{
  const gint64 n = data != NULL ? (gint64) data->last_day - data->first_day + 1 : 0;

  return (guint) CLAMP (n, 0, G_MAXINT32);
}

static GType
fascia_day_model_get_item_type (GListModel *model)
{
  return FASCIA_TYPE_DAY_ITEM;
}

static guint
fascia_day_model_get_n_items (GListModel *model)
{
  return count_days (FASCIA_DAY_MODEL (model)->data);
}

static gpointer
fascia_day_model_get_item (GListModel *model, guint position)
{
  FasciaDayModel *self = FASCIA_DAY_MODEL (model);

  if (position >= count_days (self->data))
    return NULL;

  FasciaDayItem *item = g_object_new (FASCIA_TYPE_DAY_ITEM, NULL);
  item->data = fascia_chart_data_ref (self->data);
  item->day = self->data->last_day - (gint32) position;
  return item;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = fascia_day_model_get_item_type;
  iface->get_n_items = fascia_day_model_get_n_items;
  iface->get_item = fascia_day_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FasciaDayModel,
                               fascia_day_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
fascia_day_model_finalize (GObject *object)
{
  FasciaDayModel *self = FASCIA_DAY_MODEL (object);

  g_clear_pointer (&self->data, fascia_chart_data_unref);

  G_OBJECT_CLASS (fascia_day_model_parent_class)->finalize (object);
}

static void
fascia_day_model_class_init (FasciaDayModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_day_model_finalize;
}

static void
fascia_day_model_init (FasciaDayModel *self)
{
}

FasciaDayModel *
fascia_day_model_new (void)
{
  return g_object_new (FASCIA_TYPE_DAY_MODEL, NULL);
}

void
fascia_day_model_set_data (FasciaDayModel *self, FasciaChartData *data)
{
  const guint before = count_days (self->data);

  g_return_if_fail (FASCIA_IS_DAY_MODEL (self));

  if (self->data == data)
    return;
  if (data != NULL)
    fascia_chart_data_ref (data);
  g_clear_pointer (&self->data, fascia_chart_data_unref);
  self->data = data;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, count_days (data));
}
