/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each day of a year holds: entries and worst levels, and its name. Pure.
 */

#pragma once

#include "core/journal/fascia-query.h"
#include "core/journal/fascia-series.h"

G_BEGIN_DECLS

/* What the days are coloured by. */
typedef enum
{
  FASCIA_YEAR_TIGHTNESS = 1,
  FASCIA_YEAR_PAIN,
  FASCIA_YEAR_ENTRIES,
} FasciaYearMeasure;

/**
 * FasciaYearDay:
 * @n_entries: of any kind
 * @tightness: the day's value, 0 … 10, rounded; %FASCIA_LEVEL_NOT_GIVEN when nobody answered: a gap
 * @pain: likewise
 */
typedef struct
{
  guint n_entries;
  int tightness;
  int pain;
} FasciaYearDay;

#define FASCIA_YEAR_MAX_DAYS 366

/* 366 in a leap year. */
guint fascia_year_get_n_days (int year);

/**
 * fascia_year_days_fill:
 * @days: (out) (array fixed-size=366): by day of the year, from 0
 * @counts: (nullable) (element-type FasciaDayCount)
 * @series: (nullable)
 *
 * A day's value is its worst answered place, as everywhere: see #FasciaDaily.
 */
void fascia_year_days_fill (FasciaYearDay *days,
                            int year,
                            GArray *counts,
                            const FasciaSeries *series);

/* The step of the ramp, 0 … 4, that a day is painted in; -1 for none: no entry, no answer, or 0. One
 * entry is the first step, five or more the last. */
int fascia_year_day_get_step (const FasciaYearDay *day, FasciaYearMeasure measure);

/* (transfer full) "Tuesday 17 November, worst tightness 6, 3 entries"; a day of another measure says
 * that one. The year is not said: the calendar says it. */
char *fascia_year_day_dup_name (const FasciaYearDay *day, gint32 number, FasciaYearMeasure measure);

/* ---- where a day stands ---- */

/* The position of a day in its month: rows of seven from the first day of the week on. @month, @dom
 * from 1; @first_weekday 1 … 7, ISO. */
void fascia_year_get_cell (int year, int month, int dom, int first_weekday, int *column, int *row);
int fascia_year_count_rows (int year, int month, int first_weekday);

/* How a key moves within the calendar. */
typedef enum
{
  FASCIA_YEAR_DAY_BACK = 1,
  FASCIA_YEAR_DAY_ON,
  FASCIA_YEAR_WEEK_BACK,
  FASCIA_YEAR_WEEK_ON,
  FASCIA_YEAR_MONTH_START,
  FASCIA_YEAR_MONTH_END,
  FASCIA_YEAR_MONTH_BACK, /* the same day of it, or its last */
  FASCIA_YEAR_MONTH_ON,
} FasciaYearStep;

/* The day it comes to, perhaps in another year. */
gint32 fascia_year_move (gint32 day, FasciaYearStep step);

G_END_DECLS
