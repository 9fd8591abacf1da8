/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the rows of the timeline and the headers of its days, and finds a row again.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-journal-row.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TIMELINE_ROWS (fascia_timeline_rows_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTimelineRows, fascia_timeline_rows, FASCIA, TIMELINE_ROWS, GObject)

/**
 * fascia_timeline_rows_new:
 * @list_view: gets its factories from here; not held
 * @body: (nullable): for names and small figures
 * @today: the local day of now, for "Today" and "Yesterday"
 */
FasciaTimelineRows *fascia_timeline_rows_new (GtkListView *list_view,
                                              const FasciaBody *body,
                                              FasciaHours hours,
                                              gint32 today);

/* Rows that are in sight change with it. */
void fascia_timeline_rows_set_hours (FasciaTimelineRows *self, FasciaHours hours);

/* Headers that are in sight change with it. */
void fascia_timeline_rows_set_today (FasciaTimelineRows *self, gint32 today);

/* (transfer none) (nullable): the row @widget belongs to: itself, what lies in it, or the list item
 * around it; NULL for @widget NULL and for everything else. */
FasciaJournalRow *fascia_timeline_rows_find (FasciaTimelineRows *self, GtkWidget *widget);

G_END_DECLS
