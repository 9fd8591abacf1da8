/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day values of one scale: what a chart shows for each day, and which days have none.
 */

#include "config.h"

#include "fascia-daily.h"

struct _FasciaDaily
{
  gatomicrefcount ref_count;
  gint32 first_day;
  gint32 last_day;
  FasciaDay *days;
  guint n_days;
};

G_DEFINE_BOXED_TYPE (FasciaDaily, fascia_daily, fascia_daily_ref, fascia_daily_unref)

/* What one place was given on the day at hand. A stamp tells the days apart, so that nothing has to
 * be cleared between them. */
typedef struct
{
  guint stamp;
  guint sum;
  guint n_answers;
  guint8 is_marked;
  guint8 is_extent;
} Place;

/* The check-in at hand. */
typedef struct
{
  gboolean is_open;
  guint32 number;
  int worst; /* -1: nothing answered on the scale */
  gboolean says_nothing;
  gboolean says_something;
} CheckIn;

/* The day at hand. */
typedef struct
{
  FasciaDay day;
  gboolean says_nothing;
  guint n_touched;
} Pass;

static gboolean
is_level (int level)
{
  return level >= 0 && level <= FASCIA_LEVEL_MAX;
}

static void
close_check_in (Pass *pass, CheckIn *check_in)
{
  int value = check_in->worst;

  if (!check_in->is_open)
    return;
  check_in->is_open = FALSE;

  if (check_in->says_nothing && !check_in->says_something)
    {
      pass->says_nothing = TRUE;
      value = MAX (value, 0);
    }
  if (value < 0)
    return;

  if (pass->day.check_ins == 0)
    pass->day.low = pass->day.high = value;
  pass->day.low = MIN (pass->day.low, value);
  pass->day.high = MAX (pass->day.high, value);
  pass->day.check_ins++;
}

static void
open_check_in (CheckIn *check_in, guint32 number)
{
  *check_in = (CheckIn) { .is_open = TRUE, .number = number, .worst = -1 };
}

static void
close_day (Pass *pass, const Place *places, const guint16 *touched)
{
  FasciaDay *day = &pass->day;

  for (guint i = 0; i < pass->n_touched; i++)
    {
      const Place *place = &places[touched[i]];

      if (place->is_marked)
        day->marked++;
      if (place->is_extent)
        day->extent++;
      if (place->n_answers == 0)
        continue;

      day->value = MAX (day->value, (double) place->sum / place->n_answers);
      day->places++;
    }

  day->has_value = day->places > 0 || (pass->says_nothing && day->marked == 0);
  if (!day->has_value)
    day->value = day->low = day->high = 0;
}

static void
touch_place (Pass *pass,
             Place *places,
             guint16 *touched,
             guint stamp,
             const FasciaSeriesPoint *point,
             gboolean is_scale)
{
  Place *place = &places[point->region];

  if (place->stamp != stamp)
    {
      *place = (Place) { .stamp = stamp };
      touched[pass->n_touched++] = point->region;
    }

  if (point->level != 0)
    place->is_extent = TRUE;
  if (!is_scale)
    return;

  place->is_marked = TRUE;
  if (is_level (point->level))
    {
      place->sum += (guint) point->level;
      place->n_answers++;
    }
}

static GArray *
compute (const FasciaSeries *series,
         FasciaScale scale,
         const char *region,
         gint32 first_day,
         gint32 last_day)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FasciaDay));
  guint n_points;
  const FasciaSeriesPoint *points = fascia_series_get_points (series, &n_points);
  const guint n_regions = fascia_series_get_n_regions (series);
  guint only = FASCIA_POINT_NOWHERE;
  g_autofree Place *places = g_new0 (Place, MAX (n_regions, 1));
  g_autofree guint16 *touched = g_new (guint16, MAX (n_regions, 1));
  CheckIn check_in = { 0 };
  Pass pass = { 0 };
  guint stamp = 0;

  if (region != NULL)
    {
      only = fascia_series_lookup_region (series, region);
      if (only == FASCIA_POINT_NOWHERE)
        return days;
    }

  for (guint i = fascia_series_lower_bound (series, first_day); i < n_points; i++)
    {
      const FasciaSeriesPoint *point = &points[i];
      const gboolean is_nowhere = point->region == FASCIA_POINT_NOWHERE;
      const gboolean is_scale = point->scale == scale;

      if (point->day > last_day)
        break;
      if (region != NULL && point->region != only)
        continue;
      if (!is_nowhere && point->region >= n_regions)
        continue;

      if (stamp == 0 || point->day != pass.day.day)
        {
          if (stamp != 0)
            {
              close_check_in (&pass, &check_in);
              close_day (&pass, places, touched);
              g_array_append_val (days, pass.day);
            }
          pass = (Pass) { .day = { .day = point->day } };
          stamp++;
        }
      if (!check_in.is_open || point->check_in != check_in.number)
        {
          close_check_in (&pass, &check_in);
          open_check_in (&check_in, point->check_in);
        }

      if (is_nowhere)
        {
          check_in.says_nothing = TRUE;
          continue;
        }
      if (point->level != 0)
        check_in.says_something = TRUE;
      if (is_scale && is_level (point->level))
        check_in.worst = MAX (check_in.worst, point->level);
      touch_place (&pass, places, touched, stamp, point, is_scale);
    }

  if (stamp != 0)
    {
      close_check_in (&pass, &check_in);
      close_day (&pass, places, touched);
      g_array_append_val (days, pass.day);
    }
  return days;
}

FasciaDaily *
fascia_daily_new (const FasciaSeries *series,
                  FasciaScale scale,
                  const char *region,
                  gint32 first_day,
                  gint32 last_day)
{
  FasciaDaily *self;
  GArray *days;

  g_return_val_if_fail (series != NULL, NULL);

  self = g_new0 (FasciaDaily, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->first_day = first_day;
  self->last_day = last_day;
  days = compute (series, scale, region, first_day, last_day);
  self->n_days = days->len;
  self->days = (FasciaDay *) g_array_free (days, FALSE);
  return self;
}

FasciaDaily *
fascia_daily_ref (FasciaDaily *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_daily_unref (FasciaDaily *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->days);
  g_free (self);
}

gint32
fascia_daily_get_first_day (const FasciaDaily *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first_day;
}

gint32
fascia_daily_get_last_day (const FasciaDaily *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->last_day;
}

const FasciaDay *
fascia_daily_get_days (const FasciaDaily *self, guint *n_days)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_days != NULL, NULL);

  *n_days = self->n_days;
  return self->days;
}

guint
fascia_daily_lower_bound (const FasciaDaily *self, gint32 day)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_days;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (self->days[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const FasciaDay *
fascia_daily_find (const FasciaDaily *self, gint32 day)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  index = fascia_daily_lower_bound (self, day);
  return index < self->n_days && self->days[index].day == day ? &self->days[index] : NULL;
}

guint
fascia_daily_count_values (const FasciaDaily *self)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_days; i++)
    count += self->days[i].has_value ? 1 : 0;
  return count;
}
