/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day and time of an entry, and the calendar to choose another.
 */

#pragma once

#include <adwaita.h>

#include "core/journal/fascia-clock.h"
#include "widgets/fascia-text.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TIME_ROW (fascia_time_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTimeRow, fascia_time_row, FASCIA, TIME_ROW, AdwActionRow)

typedef enum
{
  FASCIA_TIME_ROW_BEGIN = 1, /* always given */
  FASCIA_TIME_ROW_END,       /* or not given; not before the beginning */
  FASCIA_TIME_ROW_LAST_DAY,  /* a day alone, or not given; may lie ahead */
} FasciaTimeRowKind;

/**
 * fascia_time_row_new:
 *
 * Its popover is made when it is opened for the first time. What cannot be chosen is said there, in a
 * sentence.
 *
 * Signals: "chosen": see fascia_time_row_get_chosen().
 */
GtkWidget *fascia_time_row_new (FasciaTimeRowKind kind, const char *title, FasciaClock *clock);

/* @begin: the moment of the entry; @is_new: it is in the zone of now. */
void fascia_time_row_set_begin (FasciaTimeRow *self, const FasciaMoment *begin, gboolean is_new);
/* What is shown: @moment (nullable): not given. A last day is that of @moment. */
void fascia_time_row_set_moment (FasciaTimeRow *self, const FasciaMoment *moment);
void fascia_time_row_set_day (FasciaTimeRow *self, gint32 day);

/* What was chosen last; FALSE when that is “not given”. */
gboolean fascia_time_row_get_chosen (FasciaTimeRow *self, FasciaMoment *moment);

/* ---- for tests: as the popover does ---- */

/* (nullable) (transfer full) Why that time cannot be chosen; NULL when it was. */
char *fascia_time_row_choose (FasciaTimeRow *self,
                              int year,
                              int month,
                              int dom,
                              int hour,
                              int minute);

G_END_DECLS
