/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the store makes entries whole, in one step. */

#pragma once

#include "fascia-entry.h"

G_BEGIN_DECLS

/* Everything an entry is made of. @marks need not be sorted; of two for the same place and scale
 * the later one holds. Feelings need not be sorted or interned. All is copied. */
typedef struct
{
  FasciaUid uid;
  FasciaEntryKind kind;
  FasciaMoment moment;
  gint64 changed_ms;
  const char *note;
  gboolean nothing_today;
  gboolean closed;
  const FasciaMark *marks;
  guint n_marks;
} FasciaEntryParts;

FasciaEntry *fascia_entry_new_from_parts (const FasciaEntryParts *parts);

/* The feelings of @mark, or an empty list: never NULL. */
const char *const *fascia_mark_get_feelings (const FasciaMark *mark);
gboolean fascia_mark_equal (const FasciaMark *a, const FasciaMark *b);

G_END_DECLS
