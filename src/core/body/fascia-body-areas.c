/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole areas: what people mark in one go.
 */

#include "config.h"

#include "fascia-body-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_MAX_WORDS 12

/* @groups and @bases: what belongs to it, ended by NULL; none of both means everything. @side:
 * only that one; 0 for both and the midline. */
typedef struct
{
  const char *code;
  const char *name;
  const char *groups[N_MAX_WORDS];
  const char *bases[N_MAX_WORDS];
  FasciaSide side;
} Area;

static const Area areas[] = {
  { "head-neck", N_ ("Head and neck"), { "head", "neck" }, { NULL }, 0 },
  { "neck-shoulders",
    N_ ("Neck and shoulders"),
    { "neck" },
    { "shoulder-top", "shoulder-front", "shoulder-back" },
    0 },
  { "whole-back", N_ ("Whole back"), { "upper-back", "lower-back" }, { "shoulder-blade" }, 0 },
  { "upper-back", N_ ("Upper back"), { "upper-back" }, { "shoulder-blade" }, 0 },
  { "lower-back",
    N_ ("Lower back and hips"),
    { "lower-back" },
    { "buttock-upper", "buttock-lower", "tailbone", "hip-outer", "hip-front" },
    0 },
  { "chest-belly", N_ ("Chest and belly"), { "chest", "abdomen" }, { NULL }, 0 },
  { "arm-left", N_ ("Left arm"), { "arm", "hand" }, { NULL }, FASCIA_SIDE_LEFT },
  { "arm-right", N_ ("Right arm"), { "arm", "hand" }, { NULL }, FASCIA_SIDE_RIGHT },
  { "leg-left", N_ ("Left leg"), { "thigh", "knee", "calf", "foot" }, { NULL }, FASCIA_SIDE_LEFT },
  { "leg-right",
    N_ ("Right leg"),
    { "thigh", "knee", "calf", "foot" },
    { NULL },
    FASCIA_SIDE_RIGHT },
  { "all-over", N_ ("All over"), { NULL }, { NULL }, 0 },
};

static gboolean
has_word (const char *const words[N_MAX_WORDS], const char *word)
{
  for (guint i = 0; i < N_MAX_WORDS && words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_within (const Area *area, const FasciaRegion *region)
{
  if (area->side != 0 && region->side != area->side)
    return FALSE;
  return (area->groups[0] == NULL && area->bases[0] == NULL)
         || has_word (area->groups, region->group) || has_word (area->bases, region->base);
}

/* For each area its regions, NULL-terminated. */
GPtrArray *
fascia_body_collect_areas (const FasciaBody *self)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n = fascia_body_get_n_regions (self);

  for (gsize a = 0; a < G_N_ELEMENTS (areas); a++)
    {
      GPtrArray *list = g_ptr_array_new_null_terminated (n, NULL, TRUE);

      for (guint i = 0; i < n; i++)
        {
          const FasciaRegion *region = fascia_body_get_region (self, i);

          if (is_within (&areas[a], region) && fascia_body_is_shown (self, region))
            g_ptr_array_add (list, (gpointer) region);
        }
      g_ptr_array_add (lists, list);
    }
  return lists;
}

guint
fascia_body_get_n_areas (const FasciaBody *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return G_N_ELEMENTS (areas);
}

const char *
fascia_body_get_area_code (const FasciaBody *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < G_N_ELEMENTS (areas) ? areas[index].code : NULL;
}

const char *
fascia_body_get_area_name (const FasciaBody *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < G_N_ELEMENTS (areas) ? _ (areas[index].name) : NULL;
}

const FasciaRegion *const *
fascia_body_get_area_regions (const FasciaBody *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < G_N_ELEMENTS (areas), NULL);
  return (const FasciaRegion *const *) ((GPtrArray *) g_ptr_array_index (self->areas, index))
      ->pdata;
}
