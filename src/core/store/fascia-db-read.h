/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading many entries by the numbers of their rows. */

#pragma once

#include "fascia-db-private.h"

G_BEGIN_DECLS

/* Keeps its memory from one entry to the next. */
typedef struct _FasciaEntryReader FasciaEntryReader;

FasciaEntryReader *fascia_entry_reader_new (FasciaDb *db);
void fascia_entry_reader_free (FasciaEntryReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaEntryReader, fascia_entry_reader_free)

/* (transfer full) All of the entry; NULL with DAMAGED when its rows make none. */
FasciaEntry *fascia_entry_reader_read (FasciaEntryReader *self, gint64 id, GError **error);

G_END_DECLS
