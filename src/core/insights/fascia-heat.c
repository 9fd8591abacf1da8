/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A period on one figure: for each place, how often and how strong.
 */

#include "config.h"

#include "fascia-heat.h"

#include <math.h>

#define N_STEPS 5

struct _FasciaHeat
{
  FasciaScale scale;
  gint32 first_day;
  gint32 last_day;
  guint n_days;
  FasciaHeatCell *cells; /* by index of the region */
  guint n_cells;
};

/* What one place was given: on the day at hand, and so far. A stamp tells the days apart, so that
 * nothing has to be cleared between them. */
typedef struct
{
  guint stamp;
  guint day_sum;
  guint day_answers;
  gboolean is_above;
  guint n_own_nothing; /* days of "nothing today" on which it has a mark of its own */
  double sum;          /* of the day values */
} Place;

typedef struct
{
  FasciaHeat *heat;
  Place *places;
  guint *touched; /* indices of the places of the day at hand */
  guint n_touched;
  guint stamp; /* 0: no day yet */
  gboolean has_scale;
  gboolean has_nothing;
  guint n_nothing; /* days of "nothing today" so far */
} Pass;

/* The check-in at hand. */
typedef struct
{
  gboolean is_open;
  guint32 number;
  gboolean says_nothing;
  gboolean says_something;
} CheckIn;

static gboolean
is_level (int level)
{
  return level >= 0 && level <= FASCIA_LEVEL_MAX;
}

static void
close_check_in (Pass *pass, CheckIn *check_in)
{
  if (check_in->is_open && check_in->says_nothing && !check_in->says_something)
    pass->has_nothing = TRUE;
  *check_in = (CheckIn) { 0 };
}

static void
close_day (Pass *pass)
{
  for (guint i = 0; i < pass->n_touched; i++)
    {
      Place *place = &pass->places[pass->touched[i]];
      FasciaHeatCell *cell = &pass->heat->cells[pass->touched[i]];

      if (place->is_above)
        cell->n_days++;
      if (place->day_answers > 0)
        {
          cell->n_answered++;
          place->sum += (double) place->day_sum / place->day_answers;
        }
      if (pass->has_nothing)
        place->n_own_nothing++;
    }
  if (pass->has_nothing)
    pass->n_nothing++;
  if (pass->has_scale || pass->has_nothing)
    pass->heat->n_days++;
}

static void
open_day (Pass *pass)
{
  pass->stamp++;
  pass->n_touched = 0;
  pass->has_scale = FALSE;
  pass->has_nothing = FALSE;
}

static void
touch_place (Pass *pass, guint index, int level)
{
  Place *place = &pass->places[index];
  FasciaHeatCell *cell = &pass->heat->cells[index];

  if (place->stamp != pass->stamp)
    {
      place->stamp = pass->stamp;
      place->day_sum = place->day_answers = 0;
      place->is_above = FALSE;
      pass->touched[pass->n_touched++] = index;
    }

  if (level != 0)
    place->is_above = TRUE;
  if (!is_level (level))
    return;
  place->day_sum += (guint) level;
  place->day_answers++;
  cell->worst = MAX (cell->worst, level);
}

/* "Nothing today" answers the places of the period that said nothing themselves that day. */
static void
finish (Pass *pass)
{
  FasciaHeat *heat = pass->heat;

  for (guint i = 0; i < heat->n_cells; i++)
    {
      FasciaHeatCell *cell = &heat->cells[i];
      const Place *place = &pass->places[i];

      if (place->stamp == 0)
        continue;
      if (pass->n_nothing > place->n_own_nothing)
        {
          cell->n_answered += pass->n_nothing - place->n_own_nothing;
          cell->worst = MAX (cell->worst, 0);
        }
      if (cell->n_answered > 0)
        cell->mean = place->sum / cell->n_answered;
      if (heat->n_days > 0)
        cell->share = (double) cell->n_days / heat->n_days;
    }
}

/* Where each region of the series is painted; those this body does not know, nowhere. */
static guint *
map_regions (const FasciaBody *body, const FasciaSeries *series)
{
  const guint n_regions = fascia_series_get_n_regions (series);
  guint *cells = g_new (guint, MAX (n_regions, 1));

  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region = fascia_body_lookup (body, fascia_series_get_region (series, i));

      cells[i] = region != NULL ? fascia_region_get_index (region) : G_MAXUINT;
    }
  return cells;
}

static void
compute (FasciaHeat *heat, const FasciaBody *body, const FasciaSeries *series)
{
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);
  const guint n_regions = fascia_series_get_n_regions (series);
  g_autofree guint *cells = map_regions (body, series);
  g_autofree Place *places = g_new0 (Place, MAX (heat->n_cells, 1));
  g_autofree guint *touched = g_new (guint, MAX (heat->n_cells, 1));
  Pass pass = { .heat = heat, .places = places, .touched = touched };
  CheckIn check_in = { 0 };
  gint32 day = 0;

  for (guint i = fascia_series_lower_bound (series, heat->first_day); i < n_points; i++)
    {
      const FasciaSeriesPoint *point = &points[i];

      if (point->day > heat->last_day)
        break;
      if (pass.stamp == 0 || point->day != day)
        {
          close_check_in (&pass, &check_in);
          if (pass.stamp > 0)
            close_day (&pass);
          open_day (&pass);
          day = point->day;
        }
      if (!check_in.is_open || point->check_in != check_in.number)
        {
          close_check_in (&pass, &check_in);
          check_in.is_open = TRUE;
          check_in.number = point->check_in;
        }

      if (point->region == FASCIA_POINT_NOWHERE)
        {
          check_in.says_nothing = TRUE;
          continue;
        }
      if (point->level != 0)
        check_in.says_something = TRUE;
      if (point->scale != heat->scale)
        continue;
      pass.has_scale = TRUE;
      if (point->region < n_regions && cells[point->region] < heat->n_cells)
        touch_place (&pass, cells[point->region], point->level);
    }

  close_check_in (&pass, &check_in);
  if (pass.stamp > 0)
    close_day (&pass);
  finish (&pass);
}

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
  self->cells = g_new0 (FasciaHeatCell, MAX (self->n_cells, 1));
  for (guint i = 0; i < self->n_cells; i++)
    {
      self->cells[i].mean = -1.0;
      self->cells[i].worst = FASCIA_LEVEL_NOT_GIVEN;
    }
  compute (self, body, series);
  return self;
}

FasciaHeat *
fascia_heat_ref (FasciaHeat *self)
{
  g_return_val_if_fail (self != NULL, NULL);

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
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, fascia_heat_clear);
}

FasciaScale
fascia_heat_get_scale (const FasciaHeat *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_SCALE_TIGHTNESS);

  return self->scale;
}

void
fascia_heat_get_range (const FasciaHeat *self, gint32 *first_day, gint32 *last_day)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (first_day != NULL && last_day != NULL);

  *first_day = self->first_day;
  *last_day = self->last_day;
}

guint
fascia_heat_get_n_days (const FasciaHeat *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_days;
}

const FasciaHeatCell *
fascia_heat_get_cell (const FasciaHeat *self, const FasciaRegion *region)
{
  static const FasciaHeatCell none = { .mean = -1.0, .worst = FASCIA_LEVEL_NOT_GIVEN };

  g_return_val_if_fail (self != NULL && region != NULL, &none);

  const guint index = fascia_region_get_index (region);
  return index < self->n_cells ? &self->cells[index] : &none;
}

/* Levels 1-2, 3-4 … share a step; 0 is nothing to paint. */
static int
level_to_step (int level)
{
  return level > 0 ? (MIN (level, FASCIA_LEVEL_MAX) - 1) / 2 : -1;
}

int
fascia_heat_get_step (const FasciaHeat *self, const FasciaRegion *region, FasciaHeatMeasure measure)
{
  g_return_val_if_fail (self != NULL && region != NULL, -1);

  const FasciaHeatCell *cell = fascia_heat_get_cell (self, region);
  switch (measure)
    {
    case FASCIA_HEAT_SHARE:
      /* In whole numbers, so that exactly a fifth is the first fifth. */
      return self->n_days > 0
                 ? (int) ((N_STEPS * cell->n_days + self->n_days - 1) / self->n_days) - 1
                 : -1;
    case FASCIA_HEAT_MEAN:
      /* What was marked at all is painted, however little it was on the whole. */
      return cell->mean > 0 ? level_to_step (MAX (1, (int) lround (cell->mean))) : -1;
    case FASCIA_HEAT_WORST:
      return level_to_step (cell->worst);
    default:
      return -1;
    }
}
