/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two files of the timeline share: the list itself, and the reading of it.
 */

#pragma once

#include "fascia-timeline-model.h"

G_BEGIN_DECLS

struct _FasciaTimelineModel
{
  GObject parent_instance;

  FasciaJournal *journal; /* NULL in tests of the list alone */
  FasciaQuery *query;     /* NULL: everything */
  GCancellable *cancellable;
  GPtrArray *items;   /* FasciaTimelineItem, sorted by fascia_timeline_compare () */
  GPtrArray *waiting; /* FasciaOperation, oldest first: done while nobody looked */
  GError *error;

  /* Reading: the entry after which the page asked for begins, NULL for the start. */
  FasciaEntry *asked_after;
  guint asked_limit;
  gint32 wanted_day; /* read on until an entry of that day, or an older one, is here */

  guint is_active : 1;
  guint is_reading : 1;    /* a page is on its way */
  guint is_stale : 1;      /* the journal changed, and nobody said how */
  guint is_refresh : 1;    /* the page on its way belongs to a reading of what is already here */
  guint is_restart : 1;    /* the page on its way is the first of another query */
  guint wants_restart : 1; /* what is here answers an older query */
  guint wants_more : 1;    /* load_more () was called while reading */
  guint has_loaded : 1;
  guint is_complete : 1;
};

/* Of the list alone: no reading. */
FasciaEntry *fascia_timeline_model_entry_at (FasciaTimelineModel *self, guint position);
gint32 fascia_timeline_model_day_at (FasciaTimelineModel *self, guint position);

G_END_DECLS
