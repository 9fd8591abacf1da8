/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is in the journal from the first moment, and grows there.
 */

#pragma once

#include "core/journal/fascia-entry-writer.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_FLARE_ENTRY (fascia_flare_entry_get_type ())
G_DECLARE_FINAL_TYPE (FasciaFlareEntry, fascia_flare_entry, FASCIA, FLARE_ENTRY, GObject)

/* A name, a moment, and what writes it: see FasciaEntryWriter. */
FasciaFlareEntry *fascia_flare_entry_new (FasciaJournal *journal, FasciaEntryKind kind);

/* (transfer full) Its name and moment, and nothing in it yet. */
FasciaEntry *fascia_flare_entry_dup_blank (FasciaFlareEntry *self);
const FasciaUid *fascia_flare_entry_get_uid (FasciaFlareEntry *self);
const FasciaMoment *fascia_flare_entry_get_moment (FasciaFlareEntry *self);
FasciaEntryWriter *fascia_flare_entry_get_writer (FasciaFlareEntry *self);
/* Something of it is in the journal, as far as is known. */
gboolean fascia_flare_entry_is_kept (FasciaFlareEntry *self);

G_END_DECLS
