/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes the rows of the timeline and the headers of its days, finds a row again, moves the focus to one.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-journal-row.h"
#include "widgets/fascia-name-book.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TIMELINE_ROWS (fascia_timeline_rows_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTimelineRows, fascia_timeline_rows, FASCIA, TIMELINE_ROWS, GObject)

/**
 * fascia_timeline_rows_new:
 * @list_view: gets its factories from here; not held
 * @body: (nullable): for names and small figures
 * @book: (nullable): names of tags and of what is measured
 * @today: the local day of now, for "Today" and "Yesterday"
 *
 * Signal: "opened" (#FasciaTimelineItem): assistive technology asked for it.
 */
FasciaTimelineRows *fascia_timeline_rows_new (GtkListView *list_view,
                                              const FasciaBody *body,
                                              FasciaNameBook *book,
                                              FasciaHours hours,
                                              gint32 today);

/* Another form of the same body: small figures in sight change with it. */
void fascia_timeline_rows_set_body (FasciaTimelineRows *self, FasciaBody *body);

/* Rows that are in sight change with it. */
void fascia_timeline_rows_set_hours (FasciaTimelineRows *self, FasciaHours hours);

/* (nullable) Its words are highlighted in the rows. */
void fascia_timeline_rows_set_query (FasciaTimelineRows *self, FasciaQuery *query);

/* Headers that are in sight change with it. */
void fascia_timeline_rows_set_today (FasciaTimelineRows *self, gint32 today);

/* (transfer none) (nullable): the row @widget belongs to: itself, what lies in it, or the list item
 * around it; NULL for @widget NULL and for everything else. */
FasciaJournalRow *fascia_timeline_rows_find (FasciaTimelineRows *self, GtkWidget *widget);

/* (transfer none) (nullable): the row that has the focus. */
FasciaJournalRow *fascia_timeline_rows_find_focused (FasciaTimelineRows *self);

/* Gives the focus to the row at @position, or the last one, after the list has taken in what changed:
 * it does that when it is next laid out. */
void fascia_timeline_rows_focus_later (FasciaTimelineRows *self, guint position);

/* Whether that is still to come. */
gboolean fascia_timeline_rows_will_focus (FasciaTimelineRows *self);

G_END_DECLS
