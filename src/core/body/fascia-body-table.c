/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of regions: look-ups by index, id and group.
 */

#include "config.h"

#include "fascia-body-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
group_clear (gpointer data)
{
  FasciaBodyGroup *group = data;

  g_free (group->code);
  g_free (group->name);
}

FasciaBodyTable *
fascia_body_table_alloc (void)
{
  FasciaBodyTable *self = g_new0 (FasciaBodyTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->regions = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_region_free);
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_region_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_array_new (FALSE, FALSE, sizeof (FasciaBodyGroup));
  g_array_set_clear_func (self->groups, group_clear);
  return self;
}

FasciaBodyTable *
fascia_body_table_ref (FasciaBodyTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_body_table_unref (FasciaBodyTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->groups);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->retired);
  g_ptr_array_unref (self->regions);
  g_free (self);
}

guint
fascia_body_get_n_regions (const FasciaBody *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->table->regions->len;
}

const FasciaRegion *
fascia_body_get_region (const FasciaBody *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < self->table->regions->len ? g_ptr_array_index (self->table->regions, index) : NULL;
}

const FasciaRegion *
fascia_body_lookup (const FasciaBody *self, const char *id)
{
  const FasciaRegion *region = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  /* A chain of replacements is at most as long as the list of the retired. */
  for (guint hops = 0; id != NULL && hops <= self->table->retired->len; hops++)
    {
      region = g_hash_table_lookup (self->table->by_id, id);
      if (region == NULL || region->retired == 0)
        return region;
      id = region->replaced_by;
    }
  return NULL;
}

guint
fascia_body_get_n_groups (const FasciaBody *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->table->groups->len;
}

const char *
fascia_body_get_group_code (const FasciaBody *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < self->table->groups->len
             ? g_array_index (self->table->groups, FasciaBodyGroup, index).code
             : NULL;
}

const char *
fascia_body_get_group_name (const FasciaBody *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->table->groups->len; i++)
    {
      const FasciaBodyGroup *group = &g_array_index (self->table->groups, FasciaBodyGroup, i);

      if (strcmp (group->code, code) == 0)
        return _ (group->name);
    }
  return code;
}
