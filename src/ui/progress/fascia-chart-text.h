/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chart says in words: ranges, the read-out, its rows. Pure but for the language.
 */

#pragma once

#include "fascia-chart-data.h"

G_BEGIN_DECLS

/* All strings are (transfer full) unless const. */

/* "6", "4.5": at most one decimal, in the language's way of writing. */
char *fascia_chart_text_number (double value);

/* "Tuesday 3 March 2026", "2 to 8 March 2026", "March 2026", "January to March 2026", "2026". */
char *fascia_chart_text_span (gint32 first_day, gint32 last_day, FasciaBucketUnit unit);

/* (transfer none) "7" … "365 days", or "365" if @is_short, "All": the toggle of a range; the second for
 * the ear. */
const char *fascia_chart_text_range (FasciaRange range, gboolean is_short);
const char *fascia_chart_text_range_spoken (FasciaRange range);

/**
 * fascia_chart_text_point:
 *
 * A point that can be focused, for eye and ear: "Tuesday 3 March 2026: tightness 6 (4 to 7), pain
 * 4, 3 places", "Monday 2 March 2026: not filled in".
 */
char *fascia_chart_text_point (const FasciaChartData *data, guint index);

/* (transfer none) What a point and the band are: shown while no point is chosen. */
const char *fascia_chart_text_caption (const FasciaChartData *data);

/* What a screen reader says of the whole chart. */
char *fascia_chart_text_description (const FasciaChartData *data);

/* The name of a line in the legend: "Tightness, worst place", "Left jaw: pain". */
char *fascia_chart_text_legend (FasciaScale scale, const char *place);

/* A cell of the table: "6", "6 (4–7)", "Not given", "" when it was not asked. */
char *fascia_chart_text_cell (const FasciaDay *day);

G_END_DECLS
