/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a place and its level, and guesses what was meant when there is no such place. */

#include "config.h"

#include "fascia-cli-place.h"

#include <string.h>

#include <glib/gi18n.h>

#define MAX_SUGGESTIONS 3
/* Longer words are no typing mistakes of an id. */
#define MAX_TYPED 64

/* Optimal string alignment. */
guint
fascia_cli_count_mistakes (const char *a, const char *b)
{
  gsize n = strlen (b);
  guint rows[3][MAX_TYPED + 1];
  guint *before = rows[0];
  guint *last = rows[1];
  guint *row = rows[2];

  if (n > MAX_TYPED)
    return G_MAXUINT;
  for (gsize j = 0; j <= n; j++)
    last[j] = (guint) j;
  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      row[0] = (guint) i;
      for (gsize j = 1; j <= n; j++)
        {
          guint change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);

          row[j] = MIN (change, MIN (last[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      guint *spare = before;
      before = last;
      last = row;
      row = spare;
    }
  return last[n];
}

typedef struct
{
  const FasciaRegion *region;
  guint mistakes;
} Guess;

static int
compare_guesses (gconstpointer a, gconstpointer b)
{
  const Guess *x = a;
  const Guess *y = b;

  if (x->mistakes != y->mistakes)
    return x->mistakes < y->mistakes ? -1 : 1;
  return (int) fascia_region_get_index (x->region) - (int) fascia_region_get_index (y->region);
}

/* (transfer full) (element-type FasciaRegion): at most @max regions that @text may mean, best
 * first: by the words of their names, else by the fewest letters typed wrong. */
static GPtrArray *
suggest_places (const FasciaBody *body, const char *text, guint max)
{
  g_autofree char *typed = g_ascii_strdown (text, -1);
  g_autofree char *words = g_strdelimit (g_strdup (typed), "-_", ' ');
  GPtrArray *found = fascia_body_find (body, words, max);
  if (found->len > 0 || strlen (typed) > MAX_TYPED)
    return found;

  guint n_regions = fascia_body_get_n_regions (body);
  g_autofree Guess *guesses = g_new (Guess, n_regions);
  guint n_guesses = 0;
  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      /* A side left out is no mistake of letters: "shoulder-tpo" is two away from both. */
      guint with_side = fascia_cli_count_mistakes (fascia_region_get_id (region), typed);
      guint without = fascia_cli_count_mistakes (fascia_region_get_base (region), typed);
      Guess guess = { region, MIN (with_side, without) };

      if (guess.mistakes <= MAX (2, strlen (typed) / 4))
        guesses[n_guesses++] = guess;
    }
  qsort (guesses, n_guesses, sizeof *guesses, compare_guesses);
  for (guint i = 0; i < MIN (n_guesses, max); i++)
    g_ptr_array_add (found, (gpointer) guesses[i].region);
  return found;
}

static void
set_unknown_region (const char *typed, const FasciaBody *body, GError **error)
{
  g_autoptr (GPtrArray) guesses = suggest_places (body, typed, MAX_SUGGESTIONS);
  const char *ids[MAX_SUGGESTIONS] = { NULL };

  for (guint i = 0; i < guesses->len; i++)
    ids[i] = fascia_region_get_id (g_ptr_array_index (guesses, i));

  switch (guesses->len)
    {
    case 0:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed; “lower-back-left” stays as it is. */
                   _ ("There is no place “%s” on the map: write one such as “lower-back-left”."),
                   typed);
      break;
    case 1:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: the first %s is what was typed, the other a place's id. */
                   _ ("There is no place “%s” on the map: did you mean %s?"), typed, ids[0]);
      break;
    case 2:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: the first %s is what was typed, the others ids of places. */
                   _ ("There is no place “%s” on the map: did you mean %s or %s?"), typed, ids[0],
                   ids[1]);
      break;
    default:
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: the first %s is what was typed, the others ids of places. */
                   _ ("There is no place “%s” on the map: did you mean %s, %s or %s?"), typed,
                   ids[0], ids[1], ids[2]);
      break;
    }
}

/* "0".."10" and nothing else: no sign, no fraction, no blank, no further zero. */
static gboolean
parse_level (const char *text, int *level)
{
  if (g_str_equal (text, "10"))
    *level = 10;
  else if (g_ascii_isdigit (text[0]) && text[1] == '\0')
    *level = text[0] - '0';
  else
    return FALSE;
  return TRUE;
}

gboolean
fascia_cli_parse_place (const char *text,
                        const FasciaBody *body,
                        const char **region,
                        int *level,
                        GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (body != NULL, FALSE);
  g_return_val_if_fail (region != NULL && level != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is a place and its level as typed. */
                   _ ("“%s” is not valid UTF-8 text: write a place such as “lower-back-left=6”."),
                   valid);
      return FALSE;
    }

  const char *equals = strchr (text, '=');
  g_autofree char *id
      = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  const FasciaRegion *found = fascia_body_lookup (body, id);
  if (found == NULL)
    {
      set_unknown_region (id, body, error);
      return FALSE;
    }

  *region = g_intern_string (fascia_region_get_id (found));
  *level = FASCIA_LEVEL_NOT_GIVEN;
  if (equals != NULL && equals[1] == '\0')
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: both %s are the id of a place. */
                   _ ("The level of “%s” is empty: write a whole number from 0 to 10 after “=”, or "
                      "“%s” alone to mark it without a level."),
                   id, id);
      return FALSE;
    }
  if (equals != NULL && !parse_level (equals + 1, level))
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: the first %s is what was typed, the other the id of a place. */
                   _ ("“%s” is no level for “%s”: write a whole number from 0 to 10."), equals + 1,
                   id);
      return FALSE;
    }
  return TRUE;
}
