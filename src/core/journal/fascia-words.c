/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as it is searched: words without case and accents.
 *
 * The index of words is made of text folded here, by the tokenizer "unicode61 remove_diacritics 2".
 * That one has nothing left to fold then, and parts words where we do: so what is found in the index
 * is what is found here. Letters are those characters that Unicode calls letters, numbers or private
 * use. Marks on Latin, Greek, Cyrillic, Hebrew and Arabic letters are accents and go; in all other
 * scripts they are part of the word. */

#include "config.h"

#include "fascia-query-private.h"

#include <string.h>

/* The longest decomposition of one character. */
#define MAX_PARTS 18

/* Scripts that are written without blanks between words, or change the beginnings of words, or have
 * words that the tokenizer would part: those are looked for anywhere. */
static gboolean
is_anywhere (gunichar c)
{
  static const GUnicodeScript parted[] = {
    G_UNICODE_SCRIPT_COMMON,   G_UNICODE_SCRIPT_INHERITED, G_UNICODE_SCRIPT_UNKNOWN,
    G_UNICODE_SCRIPT_LATIN,    G_UNICODE_SCRIPT_GREEK,     G_UNICODE_SCRIPT_CYRILLIC,
    G_UNICODE_SCRIPT_ARMENIAN, G_UNICODE_SCRIPT_GEORGIAN,  G_UNICODE_SCRIPT_HEBREW,
  };

  if (c < 0x0600)
    return FALSE;
  const GUnicodeScript script = g_unichar_get_script (c);
  for (guint i = 0; i < G_N_ELEMENTS (parted); i++)
    if (script == parted[i])
      return FALSE;
  return TRUE;
}

static gboolean
is_letter (gunichar c)
{
  /* Two Vedic signs have become letters since the tokenizer was made. */
  return (g_unichar_isalnum (c) && c != 0x1cf2 && c != 0x1cf3)
         || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

/* Written over a letter or within a word, and not missed in a search: accents, vowel signs of Arabic
 * and Hebrew, the line that stretches Arabic words. */
static gboolean
is_accent (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || c == 0x0640
         || (c >= 0x0591 && c <= 0x06ff && g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK);
}

typedef struct
{
  GString *text;
  GArray *offsets; /* (nullable) gsize */
  gboolean is_gap; /* a blank is due before the next letter */
  gboolean may_be_marked;
} Folder;

static void
append (Folder *self, gunichar c, gsize offset)
{
  const gsize before = self->text->len;

  g_string_append_unichar (self->text, c);
  for (gsize i = before; self->offsets != NULL && i < self->text->len; i++)
    g_array_append_val (self->offsets, offset);
}

/* One character that is neither case nor composed any more. */
static void
fold_part (Folder *self, gunichar c, gsize offset)
{
  if (is_accent (c))
    return;
  if (g_unichar_ismark (c))
    {
      if (self->may_be_marked && !self->is_gap)
        append (self, c, offset);
      return;
    }
  if (!is_letter (c))
    {
      self->is_gap = self->text->len > 0;
      return;
    }
  if (self->is_gap)
    append (self, ' ', offset);
  self->is_gap = FALSE;
  append (self, c, offset);
  self->may_be_marked = is_anywhere (c);
}

static void
fold_character (Folder *self, gunichar c, gsize offset)
{
  if (c < 0x80)
    {
      fold_part (self, (gunichar) g_ascii_tolower ((char) c), offset);
      return;
    }

  char utf8[6];
  g_autofree char *lower = g_utf8_casefold (utf8, g_unichar_to_utf8 (c, utf8));
  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar parts[MAX_PARTS];
      /* Cherokee folds to capitals, and those to small letters. */
      gunichar folded = g_unichar_tolower (g_utf8_get_char (at));
      gsize n = g_unichar_fully_decompose (folded, FALSE, parts, MAX_PARTS);

      for (gsize i = 0; i < MIN (n, MAX_PARTS); i++)
        fold_part (self, parts[i], offset);
    }
}

char *
fascia_words_fold_with_offsets (const char *text, GArray **offsets)
{
  Folder folder = { .text = g_string_new (NULL) };

  if (offsets != NULL)
    folder.offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (!g_utf8_validate (text, -1, NULL))
    text = "";
  gsize end = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gsize before = folder.text->len;

      fold_character (&folder, g_utf8_get_char (at), (gsize) (at - text));
      /* Accents that follow belong to the letter. */
      if (folder.text->len > before || is_accent (g_utf8_get_char (at)))
        end = (gsize) (g_utf8_next_char (at) - text);
    }
  if (offsets != NULL)
    {
      g_array_append_val (folder.offsets, end);
      *offsets = folder.offsets;
    }
  return g_string_free (folder.text, FALSE);
}

char *
fascia_words_fold (const char *text)
{
  return fascia_words_fold_with_offsets (text, NULL);
}

gboolean
fascia_words_need_anywhere (const char *folded)
{
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (is_anywhere (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* Whether a word can begin after, or end before, that character. */
static gboolean
is_edge (gunichar c)
{
  return c == '\0' || c == ' ' || g_unichar_ismark (c);
}

const char *
fascia_words_find (const char *text, const char *from, const char *words, FasciaLook look)
{
  const gsize length = strlen (words);

  for (const char *at = from; (at = strstr (at, words)) != NULL; at = g_utf8_next_char (at))
    {
      if (look == FASCIA_LOOK_ANYWHERE)
        return at;
      if (at > text && !is_edge (g_utf8_get_char (g_utf8_prev_char (at))))
        continue;
      if (look == FASCIA_LOOK_BEGINNING || is_edge (g_utf8_get_char (at + length)))
        return at;
    }
  return NULL;
}
