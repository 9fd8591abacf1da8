/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the journal as a list shows it: an object that lives on while its value changes.
 */

#include "config.h"

#include "fascia-timeline-item.h"

struct _FasciaTimelineItem
{
  GObject parent_instance;

  FasciaEntry *entry;
};

typedef enum
{
  PROP_ENTRY = 1,
} FasciaTimelineItemProperty;

static GParamSpec *properties[PROP_ENTRY + 1];

G_DEFINE_FINAL_TYPE (FasciaTimelineItem, fascia_timeline_item, G_TYPE_OBJECT)

static void
fascia_timeline_item_finalize (GObject *object)
{
  FasciaTimelineItem *self = FASCIA_TIMELINE_ITEM (object);

  g_clear_pointer (&self->entry, fascia_entry_unref);

  G_OBJECT_CLASS (fascia_timeline_item_parent_class)->finalize (object);
}

static void
fascia_timeline_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaTimelineItem *self = FASCIA_TIMELINE_ITEM (object);

  switch ((FasciaTimelineItemProperty) id)
    {
    case PROP_ENTRY:
      g_value_set_boxed (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_timeline_item_class_init (FasciaTimelineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fascia_timeline_item_finalize;
  object_class->get_property = fascia_timeline_item_get_property;

  properties[PROP_ENTRY] = g_param_spec_boxed ("entry", NULL, NULL, FASCIA_TYPE_ENTRY,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fascia_timeline_item_init (FasciaTimelineItem *self)
{
}

FasciaTimelineItem *
fascia_timeline_item_new (FasciaEntry *entry)
{
  FasciaTimelineItem *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (FASCIA_TYPE_TIMELINE_ITEM, NULL);
  self->entry = fascia_entry_ref (entry);
  return self;
}

FasciaEntry *
fascia_timeline_item_get_entry (FasciaTimelineItem *self)
{
  g_return_val_if_fail (FASCIA_IS_TIMELINE_ITEM (self), NULL);

  return self->entry;
}

void
fascia_timeline_item_set_entry (FasciaTimelineItem *self, FasciaEntry *entry)
{
  g_return_if_fail (FASCIA_IS_TIMELINE_ITEM (self));
  g_return_if_fail (entry != NULL);

  if (entry == self->entry || fascia_entry_equal (entry, self->entry))
    return;

  fascia_entry_ref (entry);
  fascia_entry_unref (self->entry);
  self->entry = entry;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}
