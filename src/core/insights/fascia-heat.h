/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A period on one figure: for each place, how often and how strong.
 */

#pragma once

#include "../body/fascia-body.h"
#include "../journal/fascia-series.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_HEAT_SHARE = 1, /* share of days: of the days with an entry, those with this place */
  FASCIA_HEAT_MEAN,      /* mean of the day's levels, over the days on which it was answered */
  FASCIA_HEAT_WORST,     /* the worst level */
} FasciaHeatMeasure;

/**
 * FasciaHeatCell: one place
 * @n_days: days on which it was marked above 0 or without a level
 * @n_answered: days on which it has a level, 0 included; "nothing today" answers every place
 *   that is marked at all in the period with 0, unless the place has a mark of its own that day;
 *   it is void in a check-in that also marks a place, as in #FasciaDaily
 * @share: @n_days of the days with any check-in on this scale (0 … 1)
 * @mean: of the day's values (the mean of that day's answers), over @n_answered; below 0: none
 * @worst: 0 … 10, or FASCIA_LEVEL_NOT_GIVEN
 */
typedef struct
{
  guint n_days;
  guint n_answered;
  double share;
  double mean;
  int worst;
} FasciaHeatCell;

/* Immutable, reference counted (atomic). */
typedef struct _FasciaHeat FasciaHeat;

/* Both days included. Pure; a few milliseconds for ten years. */
FasciaHeat *fascia_heat_new (const FasciaBody *body,
                             const FasciaSeries *series,
                             FasciaScale scale,
                             gint32 first_day,
                             gint32 last_day);
FasciaHeat *fascia_heat_ref (FasciaHeat *self);
void fascia_heat_unref (FasciaHeat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaHeat, fascia_heat_unref)

FasciaScale fascia_heat_get_scale (const FasciaHeat *self);
void fascia_heat_get_range (const FasciaHeat *self, gint32 *first_day, gint32 *last_day);
/* Days of the period with any check-in on this scale, those of places this version does not know and
 * of "nothing today" included: what the shares are of. */
guint fascia_heat_get_n_days (const FasciaHeat *self);
/* Never NULL. */
const FasciaHeatCell *fascia_heat_get_cell (const FasciaHeat *self, const FasciaRegion *region);
/* The step of the ramp, 0 … 4, that a place is painted in; -1 for nothing to paint. Share: a fifth
 * each. Mean and worst: as levels (1-2, 3-4 …), a mean above 0 rounded to the nearest whole level from
 * 1 on first, 0 being nothing to paint. */
int fascia_heat_get_step (const FasciaHeat *self,
                          const FasciaRegion *region,
                          FasciaHeatMeasure measure);

/* What a step means, in words: "1 to 20 % of days", "mean 3 to 4", "worst 9 to 10". (transfer
 * full) */
char *fascia_heat_dup_step_text (FasciaHeatMeasure measure, int step);
/* "Left shoulder top: on 12 of 30 days, mean 4.5, worst 8" (transfer full) */
char *fascia_heat_dup_text (const FasciaHeat *self, const FasciaRegion *region);
/* "Tightness, 1 March to 31 March 2026: 18 days with entries" is for the caller to say; this is the
 * whole picture in words: the places, one a line, most days first, at most @max (0: all), then how
 * many more there are. (transfer full) */
char *fascia_heat_dup_summary (const FasciaHeat *self, const FasciaBody *body, guint max);

G_END_DECLS
