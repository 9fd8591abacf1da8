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
  guint part;  /* that, or the group for what is not shown or not known */
  guint group; /* of the group it is listed in now */
  gboolean is_repeated;
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

gboolean
fascia_body_list_item_is_repeated (FasciaBodyListItem *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (self), FALSE);

  return self->is_repeated;
}

guint
fascia_body_list_item_get_part (FasciaBodyListItem *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (self), 0);

  return self->part;
}

int
fascia_body_list_item_compare (FasciaBodyListItem *a, FasciaBodyListItem *b)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (a), 0);
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (b), 0);

  if (a->is_repeated != b->is_repeated)
    return a->is_repeated ? -1 : 1;
  return (a->group > b->group) - (a->group < b->group);
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

static guint
get_marked_group (const FasciaBody *body)
{
  return fascia_body_get_n_groups (body) + 2;
}

static guint
get_last_group (const FasciaBody *body)
{
  return fascia_body_get_n_groups (body) + 3;
}

const char *
fascia_body_list_items_get_group_name (const FasciaBody *body, guint group, gboolean is_now)
{
  g_return_val_if_fail (body != NULL, NULL);

  if (group == get_marked_group (body))
    return is_now ? _ ("Marked Now") : C_ ("places", "Marked");
  if (group == get_last_group (body))
    return _ ("Last Time");
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
          item->part = fascia_body_is_shown (body, region) ? g : get_hidden_group (body);
          item->group = item->part;
          g_list_store_append (items, item);
        }
    }
  return items;
}

/* Codes of the entry that @body does not know, interned, each once. */
static GPtrArray *
collect_unknown (const FasciaBody *body, FasciaEntry *entry)
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

/* The group that repeats a place, or G_MAXUINT. */
static guint
get_repeated_group (const FasciaBody *body,
                    FasciaBodyState *state,
                    FasciaScale scale,
                    const FasciaRegion *region)
{
  const FasciaBodyPlace *place = fascia_body_state_get_place (state, region);

  if (fascia_body_place_is_marked (place))
    return get_marked_group (body);
  return fascia_body_place_get_look (place, scale, NULL) == FASCIA_BODY_LOOK_OLD
             ? get_last_group (body)
             : G_MAXUINT;
}

/* The repeat of a place stands right behind the place: so it is in the order of the body, too.
 * Returns whether it went to another group. */
static gboolean
update_repeat (GListStore *items, guint position, FasciaBodyListItem *place, guint group)
{
  g_autoptr (FasciaBodyListItem) next = g_list_model_get_item (G_LIST_MODEL (items), position + 1);
  gboolean is_there = next != NULL && next->is_repeated && next->region == place->region;

  if (group == G_MAXUINT)
    {
      if (is_there)
        g_list_store_remove (items, position + 1);
      return FALSE;
    }
  if (is_there)
    {
      gboolean is_changed = next->group != group;

      next->group = group;
      next->part = place->part;
      return is_changed;
    }
  g_autoptr (FasciaBodyListItem) repeat = g_object_new (FASCIA_TYPE_BODY_LIST_ITEM, NULL);
  repeat->region = place->region;
  repeat->code = place->code;
  repeat->home = place->home;
  repeat->part = place->part;
  repeat->group = group;
  repeat->is_repeated = TRUE;
  g_list_store_insert (items, position + 1, repeat);
  return FALSE;
}

gboolean
fascia_body_list_items_update (GListStore *items,
                               const FasciaBody *body,
                               FasciaBodyState *state,
                               FasciaScale scale,
                               gboolean has_repeats)
{
  g_return_val_if_fail (G_IS_LIST_STORE (items), FALSE);
  g_return_val_if_fail (body != NULL, FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  g_autoptr (GPtrArray) unknown = collect_unknown (body, fascia_body_state_get_entry (state));
  gboolean is_changed = FALSE;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (items)); i > 0; i--)
    {
      g_autoptr (FasciaBodyListItem) item = g_list_model_get_item (G_LIST_MODEL (items), i - 1);

      if (item->is_repeated)
        continue;
      if (item->region == NULL)
        {
          if (!g_ptr_array_remove (unknown, (gpointer) item->code))
            g_list_store_remove (items, i - 1);
          continue;
        }
      item->part = fascia_body_is_shown (body, item->region) ? item->home : get_hidden_group (body);
      is_changed = is_changed || item->part != item->group;
      item->group = item->part;
      if (update_repeat (items, i - 1, item,
                         has_repeats ? get_repeated_group (body, state, scale, item->region)
                                     : G_MAXUINT))
        is_changed = TRUE;
    }
  for (guint i = 0; i < unknown->len; i++)
    {
      g_autoptr (FasciaBodyListItem) item = g_object_new (FASCIA_TYPE_BODY_LIST_ITEM, NULL);

      item->code = g_ptr_array_index (unknown, i);
      item->home = get_unknown_group (body);
      item->part = item->home;
      item->group = item->home;
      g_list_store_append (items, item);
    }
  return is_changed;
}
