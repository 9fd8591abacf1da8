/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day values of one scale: what a chart shows for each day, and which days have none.
 */

#pragma once

#include "core/journal/fascia-series.h"

G_BEGIN_DECLS

/**
 * FasciaDay:
 * @day: the local day, days since 1970-01-01
 * @has_value: an answer was given on this scale; the three numbers below mean nothing without it
 * @value: 0..10, the day value: for each place the mean of that day's answers, then the worst place
 * @low: lowest value of a check-in of that day; the value of a check-in is its worst answered place
 * @high: highest value of a check-in of that day
 * @places: different places answered on this scale, those answered with 0 included
 * @marked: different places marked on this scale, those without a level included
 * @extent: different places marked on any scale with a level above 0 or without one: how much of
 *   the body
 * @check_ins: check-ins that answered this scale
 *
 * A day of the diary. 0 is a value ("none now"); a day without an answer has none, which is not 0.
 * The value may lie below @low: two places that changed places between two check-ins.
 */
typedef struct
{
  gint32 day;
  gboolean has_value;
  double value;
  double low;
  double high;
  guint places;
  guint marked;
  guint extent;
  guint check_ins;
} FasciaDay;

/**
 * FasciaDaily:
 *
 * The days of a range that have an entry, ascending; a day that is not among them has none.
 * Immutable, reference counted (atomic), readable from any thread.
 */
typedef struct _FasciaDaily FasciaDaily;
#define FASCIA_TYPE_DAILY (fascia_daily_get_type ())
GType fascia_daily_get_type (void);

FasciaDaily *fascia_daily_ref (FasciaDaily *self);
void fascia_daily_unref (FasciaDaily *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaDaily, fascia_daily_unref)

/**
 * fascia_daily_new:
 * @series: all levels
 * @scale: the scale that is charted
 * @region: (nullable): one place only, by its code; NULL: the whole body
 * @first_day: first local day, included
 * @last_day: last local day, included; nothing when it lies before @first_day
 *
 * The whole body: a day value is never a mean over places, which would fall when a mild place is
 * added. Marks without a level count for extent only. "Nothing today" is a check-in of value 0; the
 * day has the value 0 by it only when no place at all was marked on the scale that day, and it is
 * void in a check-in that also marks a place (above 0, or without a level).
 *
 * One place: its own explicit marks and nothing else; days are those with such a mark.
 *
 * The result does not depend on the order of entries within a day. A day is a calendar day, however
 * many hours it had. Pure; any thread; ten years take well under two milliseconds.
 *
 * Returns: (transfer full): the days
 */
FasciaDaily *fascia_daily_new (const FasciaSeries *series,
                               FasciaScale scale,
                               const char *region,
                               gint32 first_day,
                               gint32 last_day);

gint32 fascia_daily_get_first_day (const FasciaDaily *self);
gint32 fascia_daily_get_last_day (const FasciaDaily *self);

/* Days with an entry, ascending; @n_days of them. */
const FasciaDay *fascia_daily_get_days (const FasciaDaily *self, guint *n_days);

/* (nullable) The day, or NULL when it has no entry. Binary search. */
const FasciaDay *fascia_daily_find (const FasciaDaily *self, gint32 day);

/* Index of the first day that is >= @day; the number of days when none is. */
guint fascia_daily_lower_bound (const FasciaDaily *self, gint32 day);

/* Days with a value. */
guint fascia_daily_count_values (const FasciaDaily *self);

G_END_DECLS
