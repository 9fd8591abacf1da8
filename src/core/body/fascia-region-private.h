/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a region, for the loader of the table alone.
 */

#pragma once

#include "fascia-region.h"

G_BEGIN_DECLS

struct _FasciaRegion
{
  guint index;
  char *id;
  char *base;
  FasciaSide side;
  FasciaView view;
  char *group;
  char *name;
  char *mirror_id;
  const FasciaRegion *mirror;
  char **structures;
  char **aliases;
  char *caution;
  GArray *choir; /* guint */
  char *wpi_area;
  char *wpi_region;
  FasciaWpiCount wpi_count;
  char *wpi_area_extended;
  char **michigan;
  char **tools;
  char **beside;
  char *certainty;
  guint since;
  guint retired;
  char *replaced_by;
};

void fascia_region_free (FasciaRegion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaRegion, fascia_region_free)

G_END_DECLS
