/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding a region by what people type: "l sh t" is the left shoulder top.
 */

#include "fascia-body-private.h"

#include <string.h>

/* How much a typed word is worth, by where it was found. A name beats an alias, an alias beats a
 * muscle; a whole word beats a beginning. */
#define SCORE_SIDE 70
#define SCORE_NAME 50
#define SCORE_ALIAS 30
#define SCORE_STRUCTURE 16
#define BONUS_WHOLE_WORD 6
#define BONUS_IN_ORDER 3
#define MAX_TYPED_WORDS 12

typedef struct
{
  const FasciaRegion *region;
  int score;
} Hit;

/* Matches the typed words against one text. Each word typed takes one word of the text; best[] is
 * raised to what it is worth there. Returns how many words of the text were left over. */
static int
match_text (const char *text, const char *const *typed, int value, int best[])
{
  g_auto (GStrv) alternates = NULL;
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, &alternates);
  gboolean taken[64] = { FALSE };
  guint n = MIN (g_strv_length (words), G_N_ELEMENTS (taken));
  int left = (int) n;
  int last = -1;

  for (guint t = 0; typed[t] != NULL; t++)
    {
      gsize length = strlen (typed[t]);

      for (guint w = 0; w < n; w++)
        {
          int score = value;

          if (taken[w] || strncmp (words[w], typed[t], length) != 0)
            continue;
          if (words[w][length] == '\0')
            score += BONUS_WHOLE_WORD;
          if ((int) w > last)
            score += BONUS_IN_ORDER;
          best[t] = MAX (best[t], score);
          taken[w] = TRUE;
          last = (int) w;
          left--;
          break;
        }
    }
  /* "Łydka" is found by "lydka", too. */
  for (guint t = 0; typed[t] != NULL; t++)
    for (guint a = 0; alternates[a] != NULL; a++)
      if (g_str_has_prefix (alternates[a], typed[t]))
        best[t] = MAX (best[t], value);
  return left;
}

static void
match_texts (char **translated,
             const char *const *english,
             const char *const *typed,
             int value,
             int best[])
{
  for (guint i = 0; english[i] != NULL; i++)
    {
      match_text (translated[i], typed, value, best);
      if (strcmp (translated[i], english[i]) != 0)
        match_text (english[i], typed, value, best);
    }
}

static gboolean
is_side_letter (const FasciaRegion *region, const char *word)
{
  return (region->side == FASCIA_SIDE_LEFT && strcmp (word, "l") == 0)
         || (region->side == FASCIA_SIDE_RIGHT && strcmp (word, "r") == 0);
}

/* -1 when a typed word is found nowhere. */
static int
score_region (const FasciaRegion *region, const char *const *typed)
{
  int best[MAX_TYPED_WORDS + 1] = { 0 };
  const char *name = fascia_region_get_name (region);
  g_auto (GStrv) aliases = fascia_region_dup_aliases_translated (region);
  g_auto (GStrv) structures = fascia_region_dup_structures_translated (region);
  int left = match_text (name, typed, SCORE_NAME, best);
  int score = 0;

  if (strcmp (name, region->name) != 0)
    left = MIN (left, match_text (region->name, typed, SCORE_NAME, best));
  match_text (region->id, typed, SCORE_ALIAS, best);
  match_texts (aliases, fascia_region_get_aliases (region), typed, SCORE_ALIAS, best);
  match_texts (structures, fascia_region_get_structures (region), typed, SCORE_STRUCTURE, best);
  for (guint t = 0; typed[t] != NULL; t++)
    {
      if (is_side_letter (region, typed[t]))
        best[t] = SCORE_SIDE;
      if (best[t] == 0)
        return -1;
      score += best[t];
    }
  return MAX (score * 4 - left, 0);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;

  if (x->score != y->score)
    return y->score - x->score;
  return (int) x->region->index - (int) y->region->index;
}

GPtrArray *
fascia_body_find (const FasciaBody *self, const char *text, guint max)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_auto (GStrv) typed = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);
  if (!g_utf8_validate (text, -1, NULL))
    return g_steal_pointer (&found);
  typed = g_str_tokenize_and_fold (text, NULL, NULL);
  if (typed[0] == NULL || g_strv_length (typed) > MAX_TYPED_WORDS)
    return g_steal_pointer (&found);

  for (guint i = 0; i < self->table->regions->len; i++)
    {
      Hit hit = { g_ptr_array_index (self->table->regions, i), 0 };

      hit.score = score_region (hit.region, (const char *const *) typed);
      if (hit.score >= 0)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len && (max == 0 || i < max); i++)
    g_ptr_array_add (found, (gpointer) g_array_index (hits, Hit, i).region);
  return g_steal_pointer (&found);
}
