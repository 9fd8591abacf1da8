/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed, looked for in an entry and in a text: says the same as the journal does. */

#include "config.h"

#include "fascia-query-private.h"

#include <string.h>

static gboolean
has_code (const char *const *codes, const char *code)
{
  return code != NULL && g_strv_contains (codes, code);
}

gboolean
fascia_entry_has_region (const FasciaEntry *entry, const char *const *regions)
{
  const FasciaVisit *visit = fascia_entry_get_visit (entry);
  const FasciaSession *session = fascia_entry_get_session (entry);
  guint n_marks, n_spreads;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  if (regions[0] == NULL)
    return FALSE;
  for (guint i = 0; i < n_marks; i++)
    if (has_code (regions, marks[i].region))
      return TRUE;
  for (guint i = 0; i < n_spreads; i++)
    if (has_code (regions, spreads[i].from) || has_code (regions, spreads[i].to))
      return TRUE;
  for (guint i = 0; visit != NULL && visit->areas[i] != NULL; i++)
    if (has_code (regions, visit->areas[i]))
      return TRUE;
  for (guint i = 0; session != NULL && i < session->n_steps; i++)
    if (has_code (regions, session->steps[i].region))
      return TRUE;
  return FALSE;
}

static gboolean
has_tag (const FasciaEntry *entry, char **wanted)
{
  const char *const *tags = fascia_entry_get_tags (entry);

  for (guint i = 0; wanted[0] != NULL && tags[i] != NULL; i++)
    if (has_code ((const char *const *) wanted, tags[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_feeling (const FasciaEntry *entry, char **wanted)
{
  guint n_marks;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  for (guint i = 0; wanted[0] != NULL && i < n_marks; i++)
    for (guint j = 0; marks[i].feelings != NULL && marks[i].feelings[j] != NULL; j++)
      if (has_code ((const char *const *) wanted, marks[i].feelings[j]))
        return TRUE;
  return FALSE;
}

static gboolean
has_item (const FasciaEntry *entry, char **wanted)
{
  guint n;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n);

  for (guint i = 0; wanted[0] != NULL && i < n; i++)
    if (has_code ((const char *const *) wanted, measurements[i].item))
      return TRUE;
  return FALSE;
}

/* In another way than as a place. @words: of the entry, folded. */
static gboolean
term_matches (const FasciaTerm *term, const FasciaEntry *entry, const char *words)
{
  return (term->kinds & 1u << fascia_entry_get_kind (entry)) != 0
         || fascia_words_find (words, words, term->words, term->look) != NULL
         || has_tag (entry, term->tags) || has_feeling (entry, term->feelings)
         || has_item (entry, term->items);
}

static gboolean
clause_matches (const FasciaClause *clause, const FasciaEntry *entry, const char *words)
{
  if (fascia_entry_has_region (entry, (const char *const *) clause->regions))
    return TRUE;
  for (guint i = 0; i < clause->terms->len; i++)
    if (!term_matches (g_ptr_array_index (clause->terms, i), entry, words))
      return FALSE;
  return TRUE;
}

gboolean
fascia_clauses_match (GPtrArray *clauses, const FasciaEntry *entry)
{
  g_autofree char *text = fascia_entry_dup_words (entry);
  g_autofree char *words = fascia_words_fold (text != NULL ? text : "");

  for (guint i = 0; i < clauses->len; i++)
    if (!clause_matches (g_ptr_array_index (clauses, i), entry, words))
      return FALSE;
  return TRUE;
}

/* ---- where ---- */

typedef struct
{
  guint start;
  guint end;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->end < y->end ? -1 : x->end > y->end;
}

/* The end of the letter whose folded form ends before @index. */
static gsize
find_end (const GArray *offsets, gsize index, const char *text)
{
  const gsize last = g_array_index (offsets, gsize, index - 1);

  if (index + 1 == offsets->len)
    return g_array_index (offsets, gsize, index);
  /* Up to what comes next, without what was no letter: accents stay with theirs. */
  const char *at = g_utf8_next_char (text + last);
  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return (gsize) (at - text);
}

static void
find_term (const FasciaTerm *term,
           const char *text,
           const char *folded,
           const GArray *offsets,
           GArray *hits)
{
  const gsize length = strlen (term->words);

  for (const char *at = folded;
       (at = fascia_words_find (folded, at, term->words, term->look)) != NULL; at += length)
    {
      const gsize index = (gsize) (at - folded);
      const Hit hit = { (guint) g_array_index (offsets, gsize, index),
                        (guint) find_end (offsets, index + length, text) };

      g_array_append_val (hits, hit);
    }
}

GArray *
fascia_query_find_hits (const FasciaQuery *self, const char *text)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL && text != NULL, hits);

  if (self->clauses == NULL)
    return hits;
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = fascia_words_fold_with_offsets (text, &offsets);
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const FasciaClause *clause = g_ptr_array_index (self->clauses, i);

      for (guint j = 0; j < clause->terms->len; j++)
        find_term (g_ptr_array_index (clause->terms, j), text, folded, offsets, found);
    }
  g_array_sort (found, compare_hits);
  for (guint i = 0; i < found->len; i++)
    {
      const Hit *hit = &g_array_index (found, Hit, i);
      guint *end = hits->len > 0 ? &g_array_index (hits, guint, hits->len - 1) : NULL;

      if (end != NULL && hit->start < *end)
        *end = MAX (*end, hit->end);
      else
        {
          g_array_append_val (hits, hit->start);
          g_array_append_val (hits, hit->end);
        }
    }
  return hits;
}
