/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entries are asked for: by kind, place, tag, time and words. */

#pragma once

#include "../body/fascia-body.h"
#include "fascia-entry.h"
#include "fascia-feelings.h"
#include "fascia-items.h"
#include "fascia-tags.h"

G_BEGIN_DECLS

/* All that has a name a person may type. Borrowed; all may be NULL. */
typedef struct
{
  const FasciaBody *body;
  const FasciaFeelings *feelings;
  const FasciaTags *tags;
  const FasciaItems *items;
} FasciaNames;

/**
 * FasciaQuery:
 *
 * Immutable, reference counted (atomic). The empty one asks for everything. Conditions are joined
 * by and; within kinds, and within places, by or.
 *
 * Words: each word typed must be found: as the beginning of a word of the user's own text (accents
 * and case do not matter; text with Chinese, Japanese, Korean or Arabic letters: anywhere in it),
 * or in the name of a place, tag, feeling, item or kind of entry, in the current language, in
 * English or by alias. Words side by side that name places together mean those alone: "left
 * shoulder" is no left knee. A single letter is looked for in names only beside other words of a
 * place: "l knee". A phrase in "quotes" must stand so in the user's text. What has no
 * letter or digit is not looked for.
 */
typedef struct _FasciaQuery FasciaQuery;
#define FASCIA_TYPE_QUERY (fascia_query_get_type ())
GType fascia_query_get_type (void);

FasciaQuery *fascia_query_new (void);
FasciaQuery *fascia_query_ref (FasciaQuery *self);
void fascia_query_unref (FasciaQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaQuery, fascia_query_unref)

/* @kinds: bits 1 << FasciaEntryKind; 0: all. */
FasciaQuery *fascia_query_with_kinds (const FasciaQuery *self, guint kinds);
/* @regions: (nullable): codes, any of which is marked, drawn on, spread from or to, or worked on. The
 * mirror is the caller's to add. */
FasciaQuery *fascia_query_with_regions (const FasciaQuery *self, const char *const *regions);
/* @tag: (nullable) */
FasciaQuery *fascia_query_with_tag (const FasciaQuery *self, const char *tag);
/* Local days, both included; G_MININT32 and G_MAXINT32: open. */
FasciaQuery *fascia_query_with_days (const FasciaQuery *self, gint32 first, gint32 last);
/* @text: (nullable): as typed; blanks alone are none. Names are looked up now. */
FasciaQuery *fascia_query_with_text (const FasciaQuery *self,
                                     const char *text,
                                     const FasciaNames *names);

gboolean fascia_query_is_empty (const FasciaQuery *self);
guint fascia_query_get_kinds (const FasciaQuery *self);
/* NULL-terminated, never NULL. */
const char *const *fascia_query_get_regions (const FasciaQuery *self);
const char *fascia_query_get_tag (const FasciaQuery *self);
gint32 fascia_query_get_first_day (const FasciaQuery *self);
gint32 fascia_query_get_last_day (const FasciaQuery *self);
const char *fascia_query_get_text (const FasciaQuery *self);
gboolean fascia_query_equal (const FasciaQuery *a, const FasciaQuery *b);

/* Says the same as the journal does; for what changes while a list is shown. Pure. */
gboolean fascia_query_matches (const FasciaQuery *self, const FasciaEntry *entry);

/* Where the words of the query are in @text, for highlighting: pairs of byte offsets (start, end),
 * growing, not overlapping; guint. (transfer full) Empty when there are none. */
GArray *fascia_query_find_hits (const FasciaQuery *self, const char *text);

/* How many entries a local day has. */
typedef struct
{
  gint32 day;
  guint n_entries;
} FasciaDayCount;

G_END_DECLS
