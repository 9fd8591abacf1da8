/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the journal: a small figure, what the entry is, when, where, and its note.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-timeline-item.h"
#include "widgets/fascia-body-thumbnail.h"
#include "widgets/fascia-text.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_JOURNAL_ROW (fascia_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaJournalRow, fascia_journal_row, FASCIA, JOURNAL_ROW, GtkWidget)

/**
 * FasciaJournalRow:
 *
 * What a list item of the timeline holds. Follows its item: a changed entry changes the row in
 * place.
 *
 * Property (notify): "spoken" (string): the whole row as one sentence, for the accessible label of
 * the list item around it.
 */
FasciaJournalRow *fascia_journal_row_new (void);

/* @body and @cache: (nullable). Shows @item until fascia_journal_row_unbind(). */
void fascia_journal_row_bind (FasciaJournalRow *self,
                              FasciaTimelineItem *item,
                              const FasciaBody *body,
                              FasciaThumbnailCache *cache,
                              FasciaHours hours);
void fascia_journal_row_unbind (FasciaJournalRow *self);

/* (transfer none) (nullable) */
FasciaTimelineItem *fascia_journal_row_get_item (FasciaJournalRow *self);

/* (transfer none) (nullable) */
const char *fascia_journal_row_get_spoken (FasciaJournalRow *self);

G_END_DECLS
