/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is being written, as a list of texts and back. Pure.
 */

#pragma once

#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

/* (transfer full) One text for each thing it says: “note=…”, “visit.minutes=60”. */
char **fascia_entry_draft_to_strv (const FasciaEntry *entry);

/**
 * fascia_entry_draft_from_strv:
 * @texts: (nullable): as they were kept; what is not understood is passed over
 * @kind: what is being written
 * @now: the moment, when the texts do not say one
 *
 * Returns: (transfer full) (nullable): the entry; NULL when there is nothing in it
 */
FasciaEntry *fascia_entry_draft_from_strv (const char *const *texts,
                                           FasciaEntryKind kind,
                                           const FasciaMoment *now);

/* (transfer full) Changes of an entry: what it says now, and what it said when they began. */
char **fascia_entry_draft_edit_to_strv (const FasciaEntry *begun, const FasciaEntry *entry);

/**
 * fascia_entry_draft_edit_from_strv:
 * @texts: (nullable): as they were kept
 * @entry: as it is in the journal now
 *
 * Returns: (transfer full) (nullable): @entry with the changes that were kept, whatever else has
 *   become of it; NULL when they change nothing
 */
FasciaEntry *fascia_entry_draft_edit_from_strv (const char *const *texts, const FasciaEntry *entry);

/* (transfer full) (nullable) The first words a person wrote in it, at most @max characters. */
char *fascia_entry_draft_dup_first_words (const FasciaEntry *entry, guint max);

G_END_DECLS
