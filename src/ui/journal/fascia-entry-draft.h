/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a new entry while it is being written, so that a sudden end loses two seconds at most.
 */

#pragma once

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ENTRY_DRAFT (fascia_entry_draft_get_type ())
G_DECLARE_FINAL_TYPE (FasciaEntryDraft, fascia_entry_draft, FASCIA, ENTRY_DRAFT, GObject)

/**
 * fascia_entry_draft_new:
 *
 * Writes what it is given under FASCIA_SETTING_DRAFT_PREFIX and the code of @kind: after a short pause
 * in typing, and once in a while as long as it goes on. Main thread.
 */
FasciaEntryDraft *fascia_entry_draft_new (FasciaJournal *journal, FasciaEntryKind kind);

/* The same for changes of an entry that is there, which was @begun when they began. */
FasciaEntryDraft *fascia_entry_draft_new_edit (FasciaJournal *journal, FasciaEntry *begun);

/* (transfer full) The setting of a kind. */
char *fascia_entry_draft_dup_key (FasciaEntryKind kind);
/* (transfer full) The setting of the changes of one entry. */
char *fascia_entry_draft_dup_edit_key (const FasciaUid *uid);

/* Whether @key is such a setting, and of which kind: one that an entry is written anew in. */
gboolean fascia_entry_draft_parse_key (const char *key, FasciaEntryKind *kind);
/* Likewise of the changes of one entry. */
gboolean fascia_entry_draft_parse_edit_key (const char *key, FasciaUid *uid);

/* There is something under the key already, which goes with fascia_entry_draft_discard(). */
void fascia_entry_draft_adopt (FasciaEntryDraft *self);
/* From now until it is released what is under the key stays, whatever is set or discarded: somebody
 * is being asked whether it is wanted. */
void fascia_entry_draft_hold (FasciaEntryDraft *self);
/* What was set last meanwhile is kept from now on. */
void fascia_entry_draft_release (FasciaEntryDraft *self);
/* What is written so far. */
void fascia_entry_draft_set (FasciaEntryDraft *self, FasciaEntry *entry);
/* Saved, or thrown away: nothing is kept any more. */
void fascia_entry_draft_discard (FasciaEntryDraft *self);

/**
 * fascia_entry_draft_get_delay:
 * @unsaved_ms: how long ago the first change was made that is not written yet
 *
 * Returns: after how many milliseconds to write, unless there is another change before. Pure.
 */
guint fascia_entry_draft_get_delay (gint64 unsaved_ms);

G_END_DECLS
