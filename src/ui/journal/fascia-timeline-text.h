/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of the journal says and which page of it is shown: pure functions of values.
 */

#pragma once

#include "core/journal/fascia-feelings.h"
#include "core/journal/fascia-journal.h"
#include "widgets/fascia-text.h"

G_BEGIN_DECLS

/* What the journal page shows. */
typedef enum
{
  FASCIA_TIMELINE_VIEW_LOADING = 1,
  FASCIA_TIMELINE_VIEW_EMPTY,
  FASCIA_TIMELINE_VIEW_CONTENT,
  FASCIA_TIMELINE_VIEW_ERROR,
} FasciaTimelineView;

/**
 * fascia_timeline_view_choose:
 * @state: of the journal
 * @has_loaded: whether a first page has arrived
 * @has_error: whether the last reading failed
 * @n_items: how many entries are in the list
 *
 * Entries that are already here stay in sight when reading more of them fails.
 */
FasciaTimelineView fascia_timeline_view_choose (FasciaJournalState state,
                                                gboolean has_loaded,
                                                gboolean has_error,
                                                guint n_items);

/**
 * fascia_timeline_text_places:
 * @max: how many places to name; the others are counted
 *
 * Returns: (transfer full) (nullable): "Left shoulder top tight 6, pain 4 · Lower back pain 3 ·
 *   2 more"; NULL when the entry marks no place
 */
char *fascia_timeline_text_places (const FasciaEntry *entry, const FasciaBody *body, guint max);

/**
 * fascia_timeline_text_spoken:
 *
 * Returns: (transfer full): the whole row in one sentence for the ear: "14:20, 3 places, worst 6:
 *   Left shoulder top, tight 6; …", with the note after it
 */
char *fascia_timeline_text_spoken (const FasciaEntry *entry,
                                   const FasciaBody *body,
                                   FasciaHours hours);

/* (transfer full) (nullable) The note in one line, blanks and line ends made single blanks. */
char *fascia_timeline_text_note_line (const FasciaEntry *entry);

/* (transfer full) "aching, burning": the words of a mark; NULL when it has none. */
char *fascia_timeline_text_feelings (const FasciaFeelings *feelings, const FasciaPlace *place);

G_END_DECLS
