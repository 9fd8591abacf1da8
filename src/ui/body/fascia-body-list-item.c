/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the list twin as objects in groups, those beside the figure included.
 */

#include "config.h"

#include "fascia-body-list-item.h"

#include <glib/gi18n.h>

struct _FasciaBodyListItem
{
  GObject parent_instance;

  const FasciaRegion *region;
  const char *code;
  guint home;  /* number of its group on the body */
  guint group; /* of the group it is listed in now */
};

G_DEFINE_FINAL_TYPE (FasciaBodyListItem, fascia_body_list_item, G_TYPE_OBJECT)

static void
fascia_body_list_item_class_init (FasciaBodyListItemClass *klass)
{
}

static void
fascia_body_list_item_init (FasciaBodyListItem *self)
{
}

const FasciaRegion *
fascia_body_list_item_get_region (FasciaBodyListItem *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (self), NULL);

  return self->region;
}

const char *
fascia_body_list_item_get_code (FasciaBodyListItem *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (self), NULL);

  return self->code;
}

guint
fascia_body_list_item_get_group (FasciaBodyListItem *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (self), 0);

  return self->group;
}

/* ---- groups ---- */

static guint
get_hidden_group (const FasciaBody *body)
{
  return fascia_body_get_n_groups (body);
}

static guint
get_unknown_group (const FasciaBody *body)
{
  return fascia_body_get_n_groups (body) + 1;
}

const char *
fascia_body_list_items_get_group_name (const FasciaBody *body, guint group)
{
  g_return_val_if_fail (body != NULL, NULL);

  if (group == get_hidden_group (body))
    return _ ("Not Shown on the Figure");
  if (group >= get_unknown_group (body))
    return _ ("Not Known to This Version");
  return fascia_body_get_group_name (body, fascia_body_get_group_code (body, group));
}

GPtrArray *
fascia_body_list_items_get_regions (const FasciaBody *body, guint group, FasciaSide side)
{
  g_return_val_if_fail (body != NULL, NULL);

  GPtrArray *regions = g_ptr_array_new ();
  if (group >= fascia_body_get_n_groups (body))
    return regions;

  const char *code = fascia_body_get_group_code (body, group);
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      if (g_strcmp0 (fascia_region_get_group (region), code) == 0
          && fascia_region_get_retired (region) == 0 && fascia_body_is_shown (body, region)
          && (side == FASCIA_SIDE_MIDLINE || fascia_region_get_side (region) == side))
        g_ptr_array_add (regions, (gpointer) region);
    }
  return regions;
}

/* ---- items ---- */

GListStore *
fascia_body_list_items_new (FasciaBody *body)
{
  g_return_val_if_fail (body != NULL, NULL);

  GListStore *items = g_list_store_new (FASCIA_TYPE_BODY_LIST_ITEM);

  for (guint g = 0; g < fascia_body_get_n_groups (body); g++)
    {
      const char *group = fascia_body_get_group_code (body, g);

      for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, i);
          if (g_strcmp0 (fascia_region_get_group (region), group) != 0
              || fascia_region_get_retired (region) != 0)
            continue;

          g_autoptr (FasciaBodyListItem) item = g_object_new (FASCIA_TYPE_BODY_LIST_ITEM, NULL);
          item->region = region;
          item->code = g_intern_string (fascia_region_get_id (region));
          item->home = g;
          item->group = fascia_body_is_shown (body, region) ? g : get_hidden_group (body);
          g_list_store_append (items, item);
        }
    }
  return items;
}

/* Codes of the entry that @body does not know, interned, each once. */
static GPtrArray *
collect_unknown (const FasciaBody *body, const FasciaEntry *entry)
{
  GPtrArray *codes = g_ptr_array_new ();
  guint n_marks = 0;
  const FasciaMark *marks = entry != NULL ? fascia_entry_get_marks (entry, &n_marks) : NULL;

  for (guint i = 0; i < n_marks; i++)
    if (fascia_body_lookup (body, marks[i].region) == NULL
        && !g_ptr_array_find (codes, marks[i].region, NULL))
      g_ptr_array_add (codes, (gpointer) marks[i].region);
  return codes;
}

gboolean
fascia_body_list_items_update (GListStore *items, const FasciaBody *body, const FasciaEntry *entry)
{
  g_return_val_if_fail (G_IS_LIST_STORE (items), FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  g_autoptr (GPtrArray) unknown = collect_unknown (body, entry);
  gboolean is_changed = FALSE;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (items)); i > 0; i--)
    {
      g_autoptr (FasciaBodyListItem) item = g_list_model_get_item (G_LIST_MODEL (items), i - 1);
      guint group = item->home;

      if (item->region == NULL)
        {
          if (!g_ptr_array_remove (unknown, (gpointer) item->code))
            g_list_store_remove (items, i - 1);
          continue;
        }
      if (!fascia_body_is_shown (body, item->region))
        group = get_hidden_group (body);
      is_changed = is_changed || group != item->group;
      item->group = group;
    }
  for (guint i = 0; i < unknown->len; i++)
    {
      g_autoptr (FasciaBodyListItem) item = g_object_new (FASCIA_TYPE_BODY_LIST_ITEM, NULL);

      item->code = g_ptr_array_index (unknown, i);
      item->home = get_unknown_group (body);
      item->group = item->home;
      g_list_store_append (items, item);
    }
  return is_changed;
}
