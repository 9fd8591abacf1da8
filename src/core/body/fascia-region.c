/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One region of the body: plain getters; texts are looked up in the language of the moment.
 */

#include "config.h"

#include "fascia-region-private.h"

#include <glib/gi18n-lib.h>

void
fascia_region_free (FasciaRegion *self)
{
  g_free (self->id);
  g_free (self->base);
  g_free (self->group);
  g_free (self->name);
  g_free (self->mirror_id);
  g_strfreev (self->structures);
  g_strfreev (self->aliases);
  g_free (self->caution);
  g_clear_pointer (&self->choir, g_array_unref);
  g_free (self->wpi_area);
  g_free (self->wpi_region);
  g_free (self->wpi_area_extended);
  g_strfreev (self->michigan);
  g_strfreev (self->tools);
  g_strfreev (self->beside);
  g_free (self->certainty);
  g_free (self->replaced_by);
  g_free (self);
}

guint
fascia_region_get_index (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->index;
}

const char *
fascia_region_get_id (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

const char *
fascia_region_get_base (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->base;
}

FasciaSide
fascia_region_get_side (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_SIDE_MIDLINE);
  return self->side;
}

FasciaView
fascia_region_get_view (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_VIEW_FRONT);
  return self->view;
}

const char *
fascia_region_get_group (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->group;
}

const char *
fascia_region_get_name (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return _ (self->name);
}

const char *
fascia_region_get_name_c (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

static char **
dup_translated (char **texts)
{
  guint n = g_strv_length (texts);
  char **copy = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copy[i] = g_strdup (_ (texts[i]));
  return copy;
}

const char *const *
fascia_region_get_structures (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->structures;
}

char **
fascia_region_dup_structures_translated (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return dup_translated (self->structures);
}

const char *const *
fascia_region_get_aliases (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->aliases;
}

char **
fascia_region_dup_aliases_translated (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return dup_translated (self->aliases);
}

const FasciaRegion *
fascia_region_get_mirror (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->mirror;
}

const char *
fascia_region_get_caution (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->caution != NULL ? _ (self->caution) : NULL;
}

const char *
fascia_region_get_caution_c (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->caution;
}

const guint *
fascia_region_get_choir (const FasciaRegion *self, guint *n_segments)
{
  g_return_val_if_fail (self != NULL, NULL);
  if (n_segments != NULL)
    *n_segments = self->choir->len;
  return (const guint *) (gpointer) self->choir->data;
}

const char *
fascia_region_get_wpi_area (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->wpi_area;
}

const char *
fascia_region_get_wpi_region (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->wpi_region;
}

FasciaWpiCount
fascia_region_get_wpi_count (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_WPI_NONE);
  return self->wpi_count;
}

const char *
fascia_region_get_wpi_area_extended (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->wpi_area_extended;
}

const char *const *
fascia_region_get_michigan (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->michigan;
}

const char *const *
fascia_region_get_tools (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->tools;
}

const char *const *
fascia_region_get_beside (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const char *const *) self->beside;
}

const char *
fascia_region_get_certainty (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->certainty;
}

guint
fascia_region_get_since (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->since;
}

guint
fascia_region_get_retired (const FasciaRegion *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->retired;
}

const char *
fascia_side_to_code (FasciaSide side)
{
  switch (side)
    {
    case FASCIA_SIDE_MIDLINE:
      return "midline";
    case FASCIA_SIDE_LEFT:
      return "left";
    case FASCIA_SIDE_RIGHT:
      return "right";
    }
  g_return_val_if_reached ("midline");
}

const char *
fascia_view_to_code (FasciaView view)
{
  switch (view)
    {
    case FASCIA_VIEW_FRONT:
      return "front";
    case FASCIA_VIEW_BACK:
      return "back";
    }
  g_return_val_if_reached ("front");
}
