/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was typed, taken apart and looked for in an entry. */

#include "config.h"

#include "fascia-query-private.h"

#include <string.h>

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
fascia_codes_dup_sorted (const char *const *codes)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_ptr_array_add (sorted, g_strdup (codes[i]));
  g_ptr_array_sort (sorted, compare_codes);
  for (guint i = 1; i < sorted->len;)
    if (strcmp (g_ptr_array_index (sorted, i), g_ptr_array_index (sorted, i - 1)) == 0)
      g_ptr_array_remove_index (sorted, i);
    else
      i++;
  return (char **) g_ptr_array_free (g_steal_pointer (&sorted), FALSE);
}

gboolean
fascia_entry_has_region (const FasciaEntry *entry, const char *const *regions)
{
  return FALSE;
}

GPtrArray *
fascia_query_parse (const char *text, const FasciaNames *names)
{
  return NULL;
}

gboolean
fascia_clauses_equal (GPtrArray *a, GPtrArray *b)
{
  return a == b;
}

gboolean
fascia_clauses_match (GPtrArray *clauses, const FasciaEntry *entry)
{
  return TRUE;
}

char *
fascia_words_fold (const char *text)
{
  return g_utf8_casefold (text, -1);
}

GArray *
fascia_query_find_hits (const FasciaQuery *self, const char *text)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}
