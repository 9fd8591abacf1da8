/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All levels ever recorded, packed in memory: what charts and insights are computed from. */

#pragma once

#include "fascia-entry.h"

G_BEGIN_DECLS

/**
 * FasciaSeriesPoint: (a plain FasciaPoint is a point of a path)
 * @utc_ms: time of the check-in
 * @day: its local day
 * @check_in: number of the check-in within the series (ascending in time)
 * @region: index into fascia_series_get_region(), or %FASCIA_POINT_NOWHERE for "nothing today"
 * @scale: a #FasciaScale; 0 for "nothing today", which answers every scale with 0
 * @level: 0..10, or %FASCIA_LEVEL_NOT_GIVEN
 */
typedef struct
{
  gint64 utc_ms;
  gint32 day;
  guint32 check_in;
  guint16 region;
  guint8 scale;
  gint8 level;
} FasciaSeriesPoint;

#define FASCIA_POINT_NOWHERE G_MAXUINT16

/**
 * FasciaSeries:
 *
 * Immutable, reference counted (atomic), sorted by (day, utc_ms, check_in, region, scale). May be
 * read from any thread.
 */
typedef struct _FasciaSeries FasciaSeries;
#define FASCIA_TYPE_SERIES (fascia_series_get_type ())
GType fascia_series_get_type (void);

FasciaSeries *fascia_series_ref (FasciaSeries *series);
void fascia_series_unref (FasciaSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSeries, fascia_series_unref)

/* From check-ins in any order (for tests and for patching). */
FasciaSeries *fascia_series_new_from_entries (FasciaEntry *const *entries, guint n_entries);

const FasciaSeriesPoint *fascia_series_get_points (const FasciaSeries *series, guint *n_points);
guint fascia_series_get_n_regions (const FasciaSeries *series);
/* (transfer none) Region code of an index. */
const char *fascia_series_get_region (const FasciaSeries *series, guint index);
/* Index of a code, or %FASCIA_POINT_NOWHERE. */
guint fascia_series_lookup_region (const FasciaSeries *series, const char *region);
/* First point whose day is >= @day (n_points when none). Binary search. */
guint fascia_series_lower_bound (const FasciaSeries *series, gint32 day);
/* FALSE when the series is empty. */
gboolean fascia_series_get_range (const FasciaSeries *series, gint32 *first_day, gint32 *last_day);

G_END_DECLS
