/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets of entries, by the numbers of their rows: one bit for each. */

#pragma once

#include "fascia-db-private.h"

G_BEGIN_DECLS

/**
 * FasciaSet:
 *
 * Belongs to one reading of the journal: between its making and its end nothing is written. What is
 * added and is no entry is left out.
 */
typedef struct _FasciaSet FasciaSet;

/* An empty one. */
FasciaSet *fascia_set_new (FasciaDb *db, GError **error);
/* An empty one for the same entries. */
FasciaSet *fascia_set_new_like (FasciaSet *self);
void fascia_set_free (FasciaSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSet, fascia_set_free)

void fascia_set_add (FasciaSet *self, gint64 id);
gboolean fascia_set_contains (const FasciaSet *self, gint64 id);
/* @other is for the same entries. */
void fascia_set_join (FasciaSet *self, const FasciaSet *other);
void fascia_set_meet (FasciaSet *self, const FasciaSet *other);
gsize fascia_set_count (const FasciaSet *self);
/* The next number from @slot on, which is 0 at the beginning and moves; FALSE at the end. Growing. */
gboolean fascia_set_next (const FasciaSet *self, gsize *slot, gint64 *id);

G_END_DECLS
