/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of days that a person picks, and the days, weeks or months a chart divides them into.
 */

#include "config.h"

#include "fascia-bucket.h"

static const FasciaBucketUnit units[] = {
  FASCIA_BUCKET_DAY,  FASCIA_BUCKET_WEEK,   FASCIA_BUCKET_MONTH,   FASCIA_BUCKET_QUARTER,
  FASCIA_BUCKET_YEAR, FASCIA_BUCKET_DECADE, FASCIA_BUCKET_CENTURY,
};

static gint32
clamp_day (gint64 day)
{
  return (gint32) CLAMP (day, G_MININT32, G_MAXINT32);
}

void
fascia_range_get_days (FasciaRange range,
                       const FasciaSeries *series,
                       gint32 today,
                       gint32 *first_day,
                       gint32 *last_day)
{
  gint32 first;
  gint32 last;
  int n_days = 7;

  g_return_if_fail (first_day != NULL && last_day != NULL);

  switch (range)
    {
    case FASCIA_RANGE_7:
    case FASCIA_RANGE_ALL:
    default:
      break;
    case FASCIA_RANGE_30:
      n_days = 30;
      break;
    case FASCIA_RANGE_90:
      n_days = 90;
      break;
    case FASCIA_RANGE_365:
      n_days = 365;
      break;
    }

  *first_day = clamp_day ((gint64) today - (n_days - 1));
  *last_day = today;
  if (range == FASCIA_RANGE_ALL && series != NULL
      && fascia_series_get_range (series, &first, &last))
    {
      *first_day = MIN (*first_day, first);
      *last_day = MAX (*last_day, last);
    }
}

gint32
fascia_range_get_first_counted (FasciaRange range, const FasciaSeries *series, gint32 first_day)
{
  gint32 first;
  gint32 last;

  if (range != FASCIA_RANGE_ALL || series == NULL
      || !fascia_series_get_range (series, &first, &last))
    return first_day;
  return MAX (first_day, first);
}

/* Months since the year 0; negative years do not occur in a journal, but must not go astray. */
static gint64
get_month (gint32 day)
{
  int year;
  int month;
  int dom;

  fascia_day_to_ymd (day, &year, &month, &dom);
  return (gint64) year * 12 + (month - 1);
}

static int
get_months (FasciaBucketUnit unit)
{
  switch (unit)
    {
    case FASCIA_BUCKET_MONTH:
      return 1;
    case FASCIA_BUCKET_QUARTER:
      return 3;
    case FASCIA_BUCKET_YEAR:
      return 12;
    case FASCIA_BUCKET_DECADE:
      return 120;
    case FASCIA_BUCKET_CENTURY:
      return 1200;
    case FASCIA_BUCKET_DAY:
    case FASCIA_BUCKET_WEEK:
    default:
      return 0;
    }
}

gint32
fascia_bucket_next_start (gint32 day, FasciaBucketUnit unit, int first_weekday)
{
  const int months = get_months (unit);
  gint64 month;
  int into_week;

  if (unit == FASCIA_BUCKET_WEEK)
    {
      into_week = (fascia_day_get_weekday (day) - first_weekday + 7) % 7;
      return clamp_day ((gint64) day - into_week + 7);
    }
  if (months == 0)
    return clamp_day ((gint64) day + 1);

  month = get_month (day);
  month += months - month % months;
  return fascia_day_from_ymd ((int) (month / 12), (int) (month % 12) + 1, 1);
}

/* Without walking: a range of a thousand years is asked about at once. */
static gint64
count_buckets (gint32 first_day, gint32 last_day, FasciaBucketUnit unit, int first_weekday)
{
  const int months = get_months (unit);
  gint64 n_days = (gint64) last_day - first_day + 1;

  if (unit == FASCIA_BUCKET_WEEK)
    {
      n_days += (fascia_day_get_weekday (first_day) - first_weekday + 7) % 7;
      return (n_days + 6) / 7;
    }
  if (months == 0)
    return n_days;
  return get_month (last_day) / months - get_month (first_day) / months + 1;
}

FasciaBucketUnit
fascia_bucket_unit_for (gint32 first_day, gint32 last_day, int first_weekday, guint max_buckets)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (count_buckets (first_day, last_day, units[i], first_weekday) <= max_buckets)
        return units[i];
    }
  return FASCIA_BUCKET_CENTURY;
}

static void
fill (FasciaBucket *bucket, const FasciaDaily *daily, gboolean is_day)
{
  guint n_days;
  const FasciaDay *days = fascia_daily_get_days (daily, &n_days);
  double values = 0;
  double places = 0;

  for (guint i = fascia_daily_lower_bound (daily, bucket->first_day);
       i < n_days && days[i].day <= bucket->last_day; i++)
    {
      const FasciaDay *day = &days[i];
      const double low = is_day ? MIN (day->low, day->value) : day->value;
      const double high = is_day ? day->high : day->value;

      bucket->n_entries++;
      places += day->extent;
      bucket->extent_max = MAX (bucket->extent_max, day->extent);
      if (!day->has_value)
        continue;

      bucket->low = bucket->n_values == 0 ? low : MIN (bucket->low, low);
      bucket->high = bucket->n_values == 0 ? high : MAX (bucket->high, high);
      values += day->value;
      bucket->n_values++;
    }

  if (bucket->n_values > 0)
    bucket->value = values / bucket->n_values;
  if (bucket->n_entries > 0)
    bucket->extent = places / bucket->n_entries;
}

GArray *
fascia_bucket_list_new (const FasciaDaily *daily, FasciaBucketUnit unit, int first_weekday)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (FasciaBucket));
  gint32 day;
  gint32 last;

  g_return_val_if_fail (daily != NULL, list);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, list);

  day = fascia_daily_get_first_day (daily);
  last = fascia_daily_get_last_day (daily);
  while (day <= last)
    {
      const gint32 next = fascia_bucket_next_start (day, unit, first_weekday);
      FasciaBucket bucket = { .first_day = day, .last_day = MIN (next - 1, last) };

      fill (&bucket, daily, unit == FASCIA_BUCKET_DAY);
      g_array_append_val (list, bucket);
      /* Past the end of what a day number holds there is no next bucket. */
      if (next <= day)
        break;
      day = next;
    }
  return list;
}
