/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a query: what was typed, taken apart. */

#pragma once

#include "fascia-query.h"

G_BEGIN_DECLS

/* How a word is looked for in the user's own text. */
typedef enum
{
  FASCIA_LOOK_BEGINNING = 1, /* these words one after the other, the last one may go on */
  FASCIA_LOOK_PHRASE,        /* these words whole, one after the other */
  FASCIA_LOOK_ANYWHERE,      /* these letters, of a script that does not part words */
} FasciaLook;

/* One word or phrase, as typed. */
typedef struct
{
  FasciaLook look;
  char *words; /* folded, not empty */
  /* Whose names it begins a word of: none for a phrase. Sorted, NULL-terminated, never NULL. */
  char **regions;
  char **tags;
  char **feelings;
  char **items;
  guint kinds; /* bits 1 << FasciaEntryKind */
} FasciaTerm;

/**
 * FasciaClause: what must be so
 * @terms: words that stand side by side
 * @regions: of one word the places it names; of several those that they name together
 *
 * One of @regions is in the entry, or else each of @terms is found in another way than as a place.
 */
typedef struct
{
  GPtrArray *terms; /* FasciaTerm */
  char **regions;
} FasciaClause;

struct _FasciaQuery
{
  guint kinds;
  char **regions;
  char *tag;
  gint32 first_day;
  gint32 last_day;
  char *text;
  GPtrArray *clauses; /* (nullable): FasciaClause, all of which must be so */
};

/* fascia-query-text.c */

/* (nullable) Array of FasciaClause; NULL when nothing is asked for. */
GPtrArray *fascia_query_parse (const char *text, const FasciaNames *names);
gboolean fascia_clauses_equal (GPtrArray *a, GPtrArray *b);
/* (transfer full) Sorted, each once; @codes may be NULL. */
char **fascia_codes_dup_sorted (const char *const *codes);

/* fascia-query-match.c */

gboolean fascia_clauses_match (GPtrArray *clauses, const FasciaEntry *entry);
/* Whether one of @regions, sorted, is marked, spread from or to, or worked on. */
gboolean fascia_entry_has_region (const FasciaEntry *entry, const char *const *regions);

/* fascia-words.c */

/* (transfer full) @text as it is searched: its words in the order of the text with one blank between
 * them, case and accents folded; never NULL. The index of words holds this form. */
char *fascia_words_fold (const char *text);
/* As above. (out) (transfer full) @offsets: for each byte of it where the letter it comes from begins
 * in @text, and after the last one where that ends; gsize. */
char *fascia_words_fold_with_offsets (const char *text, GArray **offsets);
/* Whether @folded has letters of a script that is looked for anywhere. */
gboolean fascia_words_need_anywhere (const char *folded);
/* (nullable) The first place from @from (within @text) on where @words are, looked for like that;
 * both folded. */
const char *fascia_words_find (const char *text,
                               const char *from,
                               const char *words,
                               FasciaLook look);

G_END_DECLS
