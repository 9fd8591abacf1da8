/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed, taken apart: words and phrases, and the names they begin. */

#include "config.h"

#include "fascia-query-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* More than anybody types; the rest is not looked at. */
#define MAX_TERMS 16

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorts, takes doubles out and hands over. */
static char **
finish_codes (GPtrArray *codes)
{
  g_ptr_array_sort (codes, compare_codes);
  for (guint i = 1; i < codes->len;)
    if (strcmp (g_ptr_array_index (codes, i), g_ptr_array_index (codes, i - 1)) == 0)
      g_ptr_array_remove_index (codes, i);
    else
      i++;
  return (char **) g_ptr_array_free (codes, FALSE);
}

static GPtrArray *
begin_codes (void)
{
  return g_ptr_array_new_null_terminated (8, g_free, TRUE);
}

char **
fascia_codes_dup_sorted (const char *const *codes)
{
  GPtrArray *sorted = begin_codes ();

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_ptr_array_add (sorted, g_strdup (codes[i]));
  return finish_codes (sorted);
}

/* ---- names ---- */

/* Whether a word of @name begins like @words (folded); a name without blanks holds them anywhere. */
static gboolean
is_in_name (const FasciaTerm *term, const char *name)
{
  if (name == NULL)
    return FALSE;
  g_autofree char *folded = fascia_words_fold (name);
  return fascia_words_find (folded, folded, term->words, term->look) != NULL;
}

static void
find_regions (FasciaTerm *term, const char *word, const FasciaBody *body)
{
  GPtrArray *codes = begin_codes ();

  if (body != NULL)
    {
      g_autoptr (GPtrArray) found = fascia_body_find (body, word, 0);

      for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (codes, g_strdup (fascia_region_get_id (g_ptr_array_index (found, i))));
    }
  term->regions = finish_codes (codes);
}

static void
find_tags (FasciaTerm *term, const FasciaTags *tags)
{
  GPtrArray *codes = begin_codes ();

  for (guint i = 0; tags != NULL && i < fascia_tags_get_n (tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);

      if (is_in_name (term, fascia_tag_get_name (tag))
          || is_in_name (term, fascia_tag_get_name_c (tag)))
        g_ptr_array_add (codes, g_strdup (fascia_tag_get_code (tag)));
    }
  term->tags = finish_codes (codes);
}

static void
find_feelings (FasciaTerm *term, const FasciaFeelings *feelings)
{
  GPtrArray *codes = begin_codes ();

  for (guint i = 0; feelings != NULL && i < fascia_feelings_get_n (feelings); i++)
    {
      const FasciaFeeling *feeling = fascia_feelings_get (feelings, i);

      if (is_in_name (term, fascia_feeling_get_name (feeling))
          || is_in_name (term, fascia_feeling_get_name_c (feeling)))
        g_ptr_array_add (codes, g_strdup (fascia_feeling_get_code (feeling)));
    }
  term->feelings = finish_codes (codes);
}

static void
find_items (FasciaTerm *term, const FasciaItems *items)
{
  GPtrArray *codes = begin_codes ();

  for (guint i = 0; items != NULL && i < fascia_items_get_n (items); i++)
    {
      const FasciaItem *item = fascia_items_get (items, i);

      if (is_in_name (term, fascia_item_get_name (item))
          || is_in_name (term, fascia_item_get_name_c (item)))
        g_ptr_array_add (codes, g_strdup (fascia_item_get_code (item)));
    }
  term->items = finish_codes (codes);
}

static void
find_kinds (FasciaTerm *term)
{
  static const struct
  {
    FasciaEntryKind kind;
    const char *name;
  } kinds[] = {
    { FASCIA_ENTRY_CHECK_IN, NC_ ("journal entry", "Check-in") },
    { FASCIA_ENTRY_MEASUREMENT, NC_ ("journal entry", "Measurement") },
    { FASCIA_ENTRY_SESSION, NC_ ("journal entry", "Session") },
    { FASCIA_ENTRY_VISIT, NC_ ("journal entry", "Therapist visit") },
    { FASCIA_ENTRY_EXERCISE, NC_ ("journal entry", "Exercise") },
    { FASCIA_ENTRY_TREATMENT, NC_ ("journal entry", "Treatment") },
    { FASCIA_ENTRY_EVENT, NC_ ("journal entry", "Event") },
    { FASCIA_ENTRY_NOTE, NC_ ("journal entry", "Note") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_in_name (term, kinds[i].name)
        || is_in_name (term, g_dpgettext2 (GETTEXT_PACKAGE, "journal entry", kinds[i].name)))
      term->kinds |= 1u << kinds[i].kind;
}

/* ---- words ---- */

static void
term_free (gpointer data)
{
  FasciaTerm *self = data;

  g_free (self->words);
  g_strfreev (self->regions);
  g_strfreev (self->tags);
  g_strfreev (self->feelings);
  g_strfreev (self->items);
  g_free (self);
}

static void
clause_free (gpointer data)
{
  FasciaClause *self = data;

  g_ptr_array_unref (self->terms);
  g_strfreev (self->regions);
  g_free (self);
}

/* The beginning of so many names that it tells nothing by itself. */
static gboolean
is_single_letter (const FasciaTerm *term)
{
  return term->look == FASCIA_LOOK_BEGINNING && *g_utf8_next_char (term->words) == '\0';
}

/* (nullable) NULL for what has no letter. */
static FasciaTerm *
term_new (const char *typed, gsize length, gboolean is_phrase, const FasciaNames *names)
{
  static const FasciaNames nothing = { NULL };
  g_autofree char *word = g_strndup (typed, length);
  g_autofree char *folded = fascia_words_fold (word);

  if (*folded == '\0')
    return NULL;
  FasciaTerm *self = g_new0 (FasciaTerm, 1);
  self->look = fascia_words_need_anywhere (folded) ? FASCIA_LOOK_ANYWHERE
               : is_phrase                         ? FASCIA_LOOK_PHRASE
                                                   : FASCIA_LOOK_BEGINNING;
  self->words = g_steal_pointer (&folded);
  if (is_phrase)
    names = &nothing;
  find_regions (self, word, names->body);
  if (is_single_letter (self))
    names = &nothing;
  find_tags (self, names->tags);
  find_feelings (self, names->feelings);
  find_items (self, names->items);
  if (!is_phrase && !is_single_letter (self))
    find_kinds (self);
  return self;
}

/* A quotation mark of any sort but those that are apostrophes too. */
static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x00ab || c == 0x00bb || (c >= 0x201c && c <= 0x201f)
         || (c >= 0x300c && c <= 0x300f) || c == 0xff02;
}

static GPtrArray *
split (const char *text, const FasciaNames *names)
{
  GPtrArray *terms = g_ptr_array_new ();
  const char *at = text;

  while (*at != '\0' && terms->len < MAX_TERMS)
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      const gboolean is_phrase = is_quote (g_utf8_get_char (at));
      const char *start = is_phrase ? g_utf8_next_char (at) : at;
      const char *end = start;
      while (*end != '\0'
             && !(is_phrase ? is_quote (g_utf8_get_char (end))
                            : g_unichar_isspace (g_utf8_get_char (end))
                                  || is_quote (g_utf8_get_char (end))))
        end = g_utf8_next_char (end);
      FasciaTerm *term = term_new (start, (gsize) (end - start), is_phrase, names);
      if (term != NULL)
        g_ptr_array_add (terms, term);
      at = is_phrase && *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return terms;
}

/* ---- places of several words ---- */

/* (transfer full) What is in both. */
static char **
intersect (char **a, char **b)
{
  GPtrArray *both = begin_codes ();

  for (guint i = 0; a[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) b, a[i]))
      g_ptr_array_add (both, g_strdup (a[i]));
  return finish_codes (both);
}

/* Words side by side that name a place together: "left shoulder" is no left knee. */
static GPtrArray *
group (GPtrArray *terms)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (clause_free);
  FasciaClause *clause = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      FasciaTerm *term = g_ptr_array_index (terms, i);
      g_auto (GStrv) common = clause != NULL ? intersect (clause->regions, term->regions) : NULL;

      if (common == NULL || common[0] == NULL)
        {
          clause = g_new0 (FasciaClause, 1);
          clause->terms = g_ptr_array_new_with_free_func (term_free);
          clause->regions = g_strdupv (term->regions);
          g_ptr_array_add (clauses, clause);
        }
      else
        {
          g_strfreev (clause->regions);
          clause->regions = g_steal_pointer (&common);
        }
      g_ptr_array_add (clause->terms, term);
    }
  for (guint i = 0; i < clauses->len; i++)
    {
      clause = g_ptr_array_index (clauses, i);
      if (clause->terms->len == 1 && is_single_letter (g_ptr_array_index (clause->terms, 0)))
        {
          g_strfreev (clause->regions);
          clause->regions = g_new0 (char *, 1);
        }
    }
  return clauses;
}

GPtrArray *
fascia_query_parse (const char *text, const FasciaNames *names)
{
  g_autoptr (GPtrArray) terms = split (text, names);

  return terms->len > 0 ? group (terms) : NULL;
}

/* ---- the same ---- */

static gboolean
are_equal_codes (char **a, char **b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
are_equal_terms (const FasciaTerm *a, const FasciaTerm *b)
{
  return a->look == b->look && a->kinds == b->kinds && strcmp (a->words, b->words) == 0
         && are_equal_codes (a->regions, b->regions) && are_equal_codes (a->tags, b->tags)
         && are_equal_codes (a->feelings, b->feelings) && are_equal_codes (a->items, b->items);
}

gboolean
fascia_clauses_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FasciaClause *one = g_ptr_array_index (a, i);
      const FasciaClause *other = g_ptr_array_index (b, i);

      if (one->terms->len != other->terms->len || !are_equal_codes (one->regions, other->regions))
        return FALSE;
      for (guint j = 0; j < one->terms->len; j++)
        if (!are_equal_terms (g_ptr_array_index (one->terms, j),
                              g_ptr_array_index (other->terms, j)))
          return FALSE;
    }
  return TRUE;
}
