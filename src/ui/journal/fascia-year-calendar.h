/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The months of a year, each day in the colour of what was written that day.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-year-days.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_YEAR_CALENDAR (fascia_year_calendar_get_type ())
G_DECLARE_FINAL_TYPE (FasciaYearCalendar, fascia_year_calendar, FASCIA, YEAR_CALENDAR, GtkWidget)

/**
 * FasciaYearCalendar:
 *
 * Twelve months, one below the other, in weeks that begin as they do where the person lives. Days
 * with entries are tiles in the colours of the body figure, hatched in high contrast; days without
 * are plain, and so a gap stays a gap. One Tab stop: arrows walk by days and weeks, Home and End
 * within the month, Page Up and Page Down by months, Enter opens. Mirrored from right to left.
 *
 * Signals: "day-opened" (int day); "year-wanted" (int day): a key has left the year for that day:
 * whoever answers it sets the year and calls fascia_year_calendar_focus_day().
 */
GtkWidget *fascia_year_calendar_new (void);

/* @days: 366 of them, copied; @today: outlined, and where the focus begins. */
void fascia_year_calendar_set_year (FasciaYearCalendar *self,
                                    int year,
                                    gint32 today,
                                    const FasciaYearDay *days);
int fascia_year_calendar_get_year (FasciaYearCalendar *self);
void fascia_year_calendar_set_measure (FasciaYearCalendar *self, FasciaYearMeasure measure);

/* Nothing happens for a day of another year. */
void fascia_year_calendar_focus_day (FasciaYearCalendar *self, gint32 day);
/* Where the focus is, or will be. */
gint32 fascia_year_calendar_get_day (FasciaYearCalendar *self);
/* The place of a day in the widget; FALSE for a day of another year, or before the first layout. */
gboolean fascia_year_calendar_get_bounds (FasciaYearCalendar *self,
                                          gint32 day,
                                          graphene_rect_t *bounds);
/* From which y on its month is drawn. */
double fascia_year_calendar_get_month_y (FasciaYearCalendar *self, gint32 day);

/* 1 = Monday … 7 = Sunday: for tests. */
void fascia_year_calendar_set_first_weekday (FasciaYearCalendar *self, int weekday);
int fascia_year_calendar_get_first_weekday (FasciaYearCalendar *self);

G_END_DECLS
