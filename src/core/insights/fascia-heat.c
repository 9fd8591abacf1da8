/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A period on one figure: for each place, how often and how strong.
 */

#include "config.h"

#include "fascia-heat.h"

struct _FasciaHeat
{
  FasciaScale scale;
  gint32 first_day;
  gint32 last_day;
  guint n_days;
  FasciaHeatCell *cells;
  guint n_cells;
};

FasciaHeat *
fascia_heat_new (const FasciaBody *body,
                 const FasciaSeries *series,
                 FasciaScale scale,
                 gint32 first_day,
                 gint32 last_day)
{
  g_return_val_if_fail (body != NULL && series != NULL, NULL);

  FasciaHeat *self = g_atomic_rc_box_new0 (FasciaHeat);
  self->scale = scale;
  self->first_day = first_day;
  self->last_day = last_day;
  self->n_cells = fascia_body_get_n_regions (body);
  self->cells = g_new0 (FasciaHeatCell, self->n_cells);
  for (guint i = 0; i < self->n_cells; i++)
    {
      self->cells[i].mean = -1.0;
      self->cells[i].worst = FASCIA_LEVEL_NOT_GIVEN;
    }
  return self;
}

FasciaHeat *
fascia_heat_ref (FasciaHeat *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_heat_clear (gpointer data)
{
  FasciaHeat *self = data;

  g_free (self->cells);
}

void
fascia_heat_unref (FasciaHeat *self)
{
  g_atomic_rc_box_release_full (self, fascia_heat_clear);
}

FasciaScale
fascia_heat_get_scale (const FasciaHeat *self)
{
  return self->scale;
}

void
fascia_heat_get_range (const FasciaHeat *self, gint32 *first_day, gint32 *last_day)
{
  *first_day = self->first_day;
  *last_day = self->last_day;
}

guint
fascia_heat_get_n_days (const FasciaHeat *self)
{
  return self->n_days;
}

const FasciaHeatCell *
fascia_heat_get_cell (const FasciaHeat *self, const FasciaRegion *region)
{
  return &self->cells[fascia_region_get_index (region)];
}

int
fascia_heat_get_step (const FasciaHeat *self,
                      const FasciaRegion *region,
                      FasciaHeatMeasure measure)
{
  return -1;
}

char *
fascia_heat_dup_step_text (FasciaHeatMeasure measure, int step)
{
  return g_strdup ("");
}

char *
fascia_heat_dup_text (const FasciaHeat *self, const FasciaRegion *region)
{
  return g_strdup (fascia_region_get_name (region));
}

char *
fascia_heat_dup_summary (const FasciaHeat *self, const FasciaBody *body, guint max)
{
  return g_strdup ("");
}
