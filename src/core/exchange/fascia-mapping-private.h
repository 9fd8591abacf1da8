/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cells of other programs' tables say, one by one. */

#pragma once

#include "../journal/fascia-moment.h"
#include "fascia-mapping.h"

G_BEGIN_DECLS

/* TRUE when the text is a date of that form, a time of day behind it or not. */
gboolean fascia_cell_is_date (const char *text, FasciaDates dates);
/* @clock: (nullable): a time of day from another cell. FALSE with *@reason (transfer full). */
gboolean fascia_cell_parse_moment (const char *text,
                                   const char *clock,
                                   FasciaDates dates,
                                   GTimeZone *zone,
                                   gint64 now_ms,
                                   FasciaMoment *moment,
                                   char **reason);
/* "14:05", "2:05 PM". */
gboolean fascia_cell_is_clock (const char *text);

/**
 * fascia_cell_parse_number: "5", "5.5", "5,5", "yes", a duration "h:mm:ss" in seconds; with "3:Mild"
 * and "1:10:00:Long" the words behind it
 * @unit: (out): "s" of a duration, else NULL
 * @label: (out) (optional) (transfer full) (nullable)
 */
gboolean fascia_cell_parse_number (const char *text,
                                   double *number,
                                   const char **unit,
                                   char **label);

/* What a cell of Loop Habit Tracker says: FALSE when nothing is known of that day. @is_numerical: the
 * habit is counted, in thousandths. */
gboolean fascia_cell_parse_habit (const char *text, gboolean is_numerical, double *number);
/* Neither of yes and no and all that stands for them. */
gboolean fascia_cell_is_count (const char *text);

G_END_DECLS
