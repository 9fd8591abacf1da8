/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranges of days that a person picks, and the days, weeks or months a chart divides them into.
 */

#pragma once

#include "fascia-daily.h"

G_BEGIN_DECLS

/* The ranges on offer; their numbers of days but for the last. */
typedef enum
{
  FASCIA_RANGE_7 = 1,
  FASCIA_RANGE_30,
  FASCIA_RANGE_90,
  FASCIA_RANGE_365,
  FASCIA_RANGE_ALL,
} FasciaRange;

/**
 * fascia_range_get_days:
 * @range: which one
 * @series: (nullable): where "all" begins: at its first day, and at least seven days ago
 * @today: the local day of now
 * @first_day: (out): first day, included
 * @last_day: (out): last day, included: today, or for "all" the last entry when that is later
 *   (an entry may lie a day ahead after a journey)
 */
void fascia_range_get_days (FasciaRange range,
                            const FasciaSeries *series,
                            gint32 today,
                            gint32 *first_day,
                            gint32 *last_day);

/**
 * fascia_range_get_first_counted:
 * @range: which one
 * @series: (nullable): all levels
 * @first_day: its first day by fascia_range_get_days()
 *
 * "All" is drawn over a week at least, yet says "since your first entry": its days count from there.
 *
 * Returns: the first day that counts, @first_day or later
 */
gint32 fascia_range_get_first_counted (FasciaRange range,
                                       const FasciaSeries *series,
                                       gint32 first_day);

/* How finely a range is divided. Weeks, months and so on are those of the calendar. */
typedef enum
{
  FASCIA_BUCKET_DAY = 1,
  FASCIA_BUCKET_WEEK,
  FASCIA_BUCKET_MONTH,
  FASCIA_BUCKET_QUARTER,
  FASCIA_BUCKET_YEAR,
  FASCIA_BUCKET_DECADE,
  FASCIA_BUCKET_CENTURY,
} FasciaBucketUnit;

/* A chart has at most so many points that can be focused. */
#define FASCIA_BUCKET_MAX 100

/**
 * FasciaBucket:
 * @first_day: first day, cut to the range
 * @last_day: last day, cut to the range
 * @n_entries: days with an entry
 * @n_values: days with a value; the three numbers below mean nothing without one
 * @value: mean of the day values; of a single day its value
 * @low: the lowest day value; of a single day the lowest check-in, or the value when that is lower
 *   still (see #FasciaDay)
 * @high: the highest day value; of a single day the highest check-in
 * @extent: mean number of places over the days with an entry
 * @extent_max: largest number of places on one day
 *
 * One point of a chart. Days without a value are left out of the mean, never counted as 0; a bucket
 * without any is a gap.
 */
typedef struct
{
  gint32 first_day;
  gint32 last_day;
  guint n_entries;
  guint n_values;
  double value;
  double low;
  double high;
  double extent;
  guint extent_max;
} FasciaBucket;

/* The finest unit that divides the range into at most @max_buckets. */
FasciaBucketUnit fascia_bucket_unit_for (gint32 first_day,
                                         gint32 last_day,
                                         int first_weekday,
                                         guint max_buckets);

/**
 * fascia_bucket_list_new:
 * @daily: the days
 * @unit: how to divide them
 * @first_weekday: 1 = Monday .. 7 = Sunday, where a week begins
 *
 * Divides the whole range of @daily without a hole: buckets without an entry are there too.
 *
 * Returns: (transfer full) (element-type FasciaBucket): ascending; empty for an empty range
 */
GArray *fascia_bucket_list_new (const FasciaDaily *daily, FasciaBucketUnit unit, int first_weekday);

/* The first day of the bucket after the one that @day lies in. */
gint32 fascia_bucket_next_start (gint32 day, FasciaBucketUnit unit, int first_weekday);

G_END_DECLS
