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
  FASCIA_TIMELINE_VIEW_NOTHING_FOUND,
} FasciaTimelineView;

/**
 * fascia_timeline_view_choose:
 * @state: of the journal
 * @has_loaded: whether a first page has arrived
 * @has_error: whether the last reading failed
 * @is_filtered: whether only some entries are asked for
 * @n_items: how many entries are in the list
 *
 * Entries that are already here stay in sight when reading more of them fails.
 */
FasciaTimelineView fascia_timeline_view_choose (FasciaJournalState state,
                                                gboolean has_loaded,
                                                gboolean has_error,
                                                gboolean is_filtered,
                                                guint n_items);

/**
 * fascia_timeline_text_places:
 * @max: how many places to name; the others are counted
 *
 * Returns: (transfer full) (nullable): "Left shoulder top tight 6, pain 4 · Lower back pain 3 ·
 *   2 more"; NULL when the entry marks no place
 */
char *fascia_timeline_text_places (const FasciaEntry *entry, const FasciaBody *body, guint max);

/* (transfer full) "14:20", "14:20–15:20" */
char *fascia_timeline_text_time (const FasciaEntry *entry, FasciaHours hours);

/* (transfer full) (nullable) What the row says below its title: places, and what the kind has to say:
 * see fascia_entry_text_summary(). @names: (nullable). */
char *fascia_timeline_text_detail (const FasciaEntry *entry, const FasciaNames *names, guint max);

/* (transfer full) (nullable) "sitting long, stress" */
char *fascia_timeline_text_tags (const FasciaEntry *entry, const FasciaNames *names);

/**
 * fascia_timeline_text_spoken:
 * @names: (nullable)
 *
 * Returns: (transfer full): the whole row in one sentence for the ear: "14:20, 3 places, worst 6:
 *   Left shoulder top, tight 6; …", with the tags and the note after it
 */
char *fascia_timeline_text_spoken (const FasciaEntry *entry,
                                   const FasciaNames *names,
                                   FasciaHours hours);

/* (transfer full) @line, or where it is long and the first word that is looked for lies far in it,
 * "…" and what begins shortly before that word. @query: (nullable). */
char *fascia_timeline_text_excerpt (const char *line, FasciaQuery *query);

/* (transfer full) (nullable) The note in one line, blanks and line ends made single blanks. */
char *fascia_timeline_text_note_line (const FasciaEntry *entry);

/* (transfer full) "aching, burning": the words of a mark; NULL when it has none. */
char *fascia_timeline_text_feelings (const FasciaFeelings *feelings, const FasciaPlace *place);

G_END_DECLS
