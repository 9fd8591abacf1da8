/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as a list, newest first, in sections by day, read in pages as it is scrolled.
 */

#pragma once

#include "core/journal/fascia-journal.h"
#include "fascia-timeline-item.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_TIMELINE_MODEL (fascia_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (FasciaTimelineModel, fascia_timeline_model, FASCIA, TIMELINE_MODEL, GObject)

/**
 * FasciaTimelineModel:
 *
 * A #GListModel of #FasciaTimelineItem and a #GtkSectionModel with a section for each local day.
 * It holds the newest entries up to some point; fascia_timeline_model_load_more() moves that point
 * back. An operation is applied to what it holds; a change that nobody can name (another program's)
 * makes it read again, page by page, and report only what really differs: an entry with a new value
 * keeps its item, so scroll position and focus stay. While it is not active it only remembers what
 * was done.
 *
 * Main thread only.
 *
 * Properties (notify): "has-loaded", "is-complete" (gboolean), "error" (GError).
 * Signal: "day-reached", see fascia_timeline_model_load_until().
 */
FasciaTimelineModel *fascia_timeline_model_new (FasciaJournal *journal);

/* Whether somebody looks. Becoming active reads what is missing or may have changed. */
void fascia_timeline_model_set_active (FasciaTimelineModel *self, gboolean is_active);

/* Reads the next page of older entries, unless all are here or one is being read. */
void fascia_timeline_model_load_more (FasciaTimelineModel *self);

/**
 * fascia_timeline_model_set_query:
 * @query: (nullable): which entries are in the list; NULL and the empty one: all
 *
 * Begins again from the newest. What is here stays until the first page has come; entries that both
 * queries find keep their items. Operations are applied as far as the query asks for them.
 */
void fascia_timeline_model_set_query (FasciaTimelineModel *self, FasciaQuery *query);

/* (transfer none) (nullable) NULL: everything. */
FasciaQuery *fascia_timeline_model_get_query (FasciaTimelineModel *self);

/* Reads on until all entries of that local day are here, if there are any; see
 * fascia_timeline_model_find_day(); "day-reached" says so. Another query, or an error, ends it. */
void fascia_timeline_model_load_until (FasciaTimelineModel *self, gint32 day);

/* The first entry that is of @day or an earlier one; FALSE when there is none here. */
gboolean fascia_timeline_model_find_day (FasciaTimelineModel *self, gint32 day, guint *position);

/* Reads again after an error. */
void fascia_timeline_model_retry (FasciaTimelineModel *self);

/* Whether the first page has arrived. */
gboolean fascia_timeline_model_has_loaded (FasciaTimelineModel *self);

/* (transfer none) (nullable): why the last reading failed; NULL once one has succeeded. */
const GError *fascia_timeline_model_get_error (FasciaTimelineModel *self);

/* (transfer none) (nullable) */
FasciaTimelineItem *fascia_timeline_model_get (FasciaTimelineModel *self, guint position);

/**
 * fascia_timeline_model_find:
 * @position: (out) (optional): where it is
 *
 * Returns: whether the entry is in the list
 */
gboolean fascia_timeline_model_find (FasciaTimelineModel *self,
                                     const FasciaUid *uid,
                                     guint *position);

/**
 * fascia_timeline_model_merge:
 * @after: (nullable): the last entry before the stretch that was read; NULL for the start
 * @entries: (element-type FasciaEntry): what the journal holds after it, newest first
 * @is_end: whether nothing older exists; otherwise the stretch ends with the last of @entries
 *
 * Makes the list agree with @entries over the stretch they cover and leaves the rest alone. Called
 * with each page that arrives; public so that tests can do without a journal.
 */
void fascia_timeline_model_merge (FasciaTimelineModel *self,
                                  FasciaEntry *after,
                                  GPtrArray *entries,
                                  gboolean is_end);

/**
 * fascia_timeline_model_apply:
 * @before: (nullable): the entry before an operation; NULL when it was made
 * @after: (nullable): the entry after it; NULL when it is gone
 *
 * What an operation did, without reading. Twice is once. An entry older than all that are here is
 * left for later.
 */
void fascia_timeline_model_apply (FasciaTimelineModel *self,
                                  FasciaEntry *before,
                                  FasciaEntry *after);

/* The order of the list: negative when @a stands before @b (is newer). */
int fascia_timeline_compare (const FasciaEntry *a, const FasciaEntry *b);

G_END_DECLS
