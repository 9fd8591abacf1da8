/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is in the journal from the first moment, and grows there.
 */

#pragma once

#include "core/journal/fascia-journal.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_FLARE_ENTRY (fascia_flare_entry_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFlareEntry, fascia_flare_entry, FASCIA, FLARE_ENTRY, GObject)

/**
 * FasciaFlareEntry:
 *
 * Each writing stands behind the one before it and begins with what that leaves, so what the person
 * changes or deletes elsewhere meanwhile stays so.
 *
 * Signals: "kept" (): the journal has what was put last; "failed" (GError *): it has not.
 */
FasciaFlareEntry *fascia_flare_entry_new (FasciaJournal *journal, FasciaEntryKind kind);

/* (transfer full) Its name and moment, and nothing in it yet. */
FasciaEntry *fascia_flare_entry_dup_blank (FasciaFlareEntry *self);
const FasciaMoment *fascia_flare_entry_get_moment (FasciaFlareEntry *self);
const FasciaUid *fascia_flare_entry_get_uid (FasciaFlareEntry *self);
/* Something of it is in the journal, as far as is known. */
gboolean fascia_flare_entry_is_kept (FasciaFlareEntry *self);

void fascia_flare_entry_put (FasciaFlareEntry *self, FasciaEntry *entry);
/* Nothing is put any more. */
void fascia_flare_entry_delete (FasciaFlareEntry *self);

G_END_DECLS
