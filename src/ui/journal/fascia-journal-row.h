/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the journal: a small figure or the icon of its kind, what the entry is, when, where, its note
 * and its tags.
 */

#pragma once

#include <gtk/gtk.h>

#include "core/journal/fascia-query.h"
#include "fascia-timeline-item.h"
#include "widgets/fascia-body-thumbnail.h"
#include "widgets/fascia-text.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_JOURNAL_ROW (fascia_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaJournalRow, fascia_journal_row, FASCIA, JOURNAL_ROW, GtkWidget)

/**
 * FasciaRowLook:
 * @names: what codes are called
 * @cache: (nullable): small figures
 * @query: (nullable): what is looked for: its words are highlighted
 *
 * What all rows of a list share.
 */
typedef struct
{
  FasciaNames names;
  FasciaThumbnailCache *cache;
  FasciaHours hours;
  FasciaQuery *query;
} FasciaRowLook;

/**
 * FasciaJournalRow:
 *
 * What a list item of the timeline holds. Follows its item: a changed entry changes the row in
 * place. It has an action of its own for assistive technology, "row.open".
 *
 * Property (notify): "spoken" (string): the whole row as one sentence, for the accessible label of
 * the list item around it. Signal: "opened".
 */
FasciaJournalRow *fascia_journal_row_new (void);

/* @look: borrowed until fascia_journal_row_unbind(); tell with fascia_journal_row_refresh() when it
 * has changed. */
void fascia_journal_row_bind (FasciaJournalRow *self,
                              FasciaTimelineItem *item,
                              const FasciaRowLook *look);
void fascia_journal_row_refresh (FasciaJournalRow *self);
void fascia_journal_row_unbind (FasciaJournalRow *self);

/* (transfer none) (nullable) */
FasciaTimelineItem *fascia_journal_row_get_item (FasciaJournalRow *self);

/* (transfer none) (nullable) */
const char *fascia_journal_row_get_spoken (FasciaJournalRow *self);

G_END_DECLS
