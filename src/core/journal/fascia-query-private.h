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
  FASCIA_LOOK_BEGINNING = 1, /* a word begins so */
  FASCIA_LOOK_PHRASE,        /* these words, whole, one after the other */
  FASCIA_LOOK_ANYWHERE,      /* letters of a script that does not part words */
} FasciaLook;

/* One word, or phrase, as typed. Lists are sorted and NULL-terminated, never NULL. */
typedef struct
{
  FasciaLook look;
  char *words; /* folded */
  /* Names that it begins a word of. Nothing for a phrase. */
  char **regions;
  char **tags;
  char **feelings;
  char **items;
  guint kinds; /* bits 1 << FasciaEntryKind */
} FasciaTerm;

/* What must be so: the place that @terms name together, or else each of @terms. */
typedef struct
{
  char **regions;   /* empty when @terms is one alone */
  GPtrArray *terms; /* FasciaTerm */
} FasciaClause;

struct _FasciaQuery
{
  guint kinds;
  char **regions;
  char *tag;
  gint32 first_day;
  gint32 last_day;
  char *text;
  GPtrArray *clauses; /* (nullable): FasciaClause */
};

/* (nullable) Array of FasciaClause; NULL when nothing is asked for. */
GPtrArray *fascia_query_parse (const char *text, const FasciaNames *names);
gboolean fascia_clauses_equal (GPtrArray *a, GPtrArray *b);
gboolean fascia_clauses_match (GPtrArray *clauses, const FasciaEntry *entry);

/* (transfer full) Sorted, each once; @codes may be NULL. */
char **fascia_codes_dup_sorted (const char *const *codes);
/* Whether one of @regions, sorted, is marked, spread from or to, or worked on. */
gboolean fascia_entry_has_region (const FasciaEntry *entry, const char *const *regions);

/* (transfer full) @text as it is searched: its words in the order of the text with one blank between
 * them, case and accents folded; never NULL. What is in the index of words is of this form. */
char *fascia_words_fold (const char *text);

G_END_DECLS
