/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry as lines of a terminal, or as JSON. */

#include "config.h"

#include "fascia-cli-text.h"

#include <glib/gi18n.h>

#include "draw/fascia-entry-words.h"

#include "fascia-cli-id.h"
#include "fascia-cli-json.h"

guint
fascia_cli_measure_text (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

guint
fascia_cli_measure_places (const FasciaBody *body)
{
  guint widest = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    widest
        = MAX (widest,
               fascia_cli_measure_text (fascia_region_get_name (fascia_body_get_region (body, i))));
  return widest;
}

/* Embeddings, overrides and isolates: what would turn around the rest of a line. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Line ends become blanks, and what a terminal would obey becomes a mark. */
void
fascia_cli_append_quietly (GString *text, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (text, ' ');
      else if (c != '\r')
        g_string_append_unichar (text, g_unichar_iscntrl (c) || turns_text (c) ? 0xfffd : c);
    }
}

static char *
level_to_text (FasciaScale scale, int level)
{
  switch (scale)
    {
    case FASCIA_SCALE_TIGHTNESS:
      return level == FASCIA_LEVEL_NOT_GIVEN ? g_strdup (_ ("tight, level not given"))
                                             /* Translators: how tight a place is, 0 to 10. */
                                             : g_strdup_printf (_ ("tight %d"), level);
    case FASCIA_SCALE_PAIN:
      return level == FASCIA_LEVEL_NOT_GIVEN ? g_strdup (_ ("painful, level not given"))
                                             /* Translators: how much a place hurts, 0 to 10. */
                                             : g_strdup_printf (_ ("pain %d"), level);
    default:
      return g_strdup_printf ("%d", level);
    }
}

/* What every line of an entry begins with. */
static char *
make_head (const FasciaEntry *entry, guint n_digits)
{
  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  g_autofree char *id = fascia_cli_id_to_text (fascia_entry_get_uid (entry), n_digits);
  int minute = fascia_moment_get_minute (moment);
  int year, month, dom;

  fascia_day_to_ymd (moment->day, &year, &month, &dom);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d  %s  ", year, month, dom, minute / 60,
                          minute % 60, id);
}

/* All answers of a place: they lie side by side, ordered by region. */
static void
append_place (GString *text,
              const FasciaMark *marks,
              guint n_marks,
              const FasciaBody *body,
              const FasciaFeelings *feelings,
              guint width)
{
  const FasciaRegion *region = fascia_body_lookup (body, marks[0].region);
  const char *name = region != NULL ? fascia_region_get_name (region) : marks[0].region;
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < n_marks; i++)
    {
      g_ptr_array_add (levels, level_to_text (marks[i].scale, marks[i].level));
      for (guint j = 0; marks[i].feelings != NULL && marks[i].feelings[j] != NULL; j++)
        {
          const char *word = fascia_feelings_get_name (feelings, marks[i].feelings[j]);

          if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
            g_ptr_array_add (words, (gpointer) word);
        }
    }
  g_ptr_array_add (levels, NULL);
  g_ptr_array_add (words, NULL);

  fascia_cli_append_quietly (text, name);
  for (guint i = fascia_cli_measure_text (name); i < width + 2; i++)
    g_string_append_c (text, ' ');
  /* Translators: between the levels of one place: "tight 6, pain 4". */
  g_autofree char *all = g_strjoinv (C_ ("levels", ", "), (char **) levels->pdata);
  g_string_append (text, all);
  if (words->len > 1)
    {
      /* Translators: between the feelings of one place: "burning, aching". */
      g_autofree char *joined = g_strjoinv (C_ ("feelings", ", "), (char **) words->pdata);

      g_string_append (text, "  (");
      fascia_cli_append_quietly (text, joined);
      g_string_append_c (text, ')');
    }
  g_string_append_c (text, '\n');
}

static void
append_spreads (GString *text, const char *head, const FasciaEntry *entry, const FasciaBody *body)
{
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  for (guint i = 0; i < n_spreads; i++)
    {
      g_autofree char *line = g_strdup_printf (
          /* Translators: a feeling goes from a place to another. Both are names of places. */
          C_ ("spread", "from %1$s to %2$s"), fascia_words_get_place_name (body, spreads[i].from),
          fascia_words_get_place_name (body, spreads[i].to));

      g_string_append (text, head);
      fascia_cli_append_quietly (text, line);
      g_string_append_c (text, '\n');
    }
}

/* One line for each kind, quantity and view. */
static void
append_drawings (GString *text, const char *head, const FasciaEntry *entry)
{
  for (FasciaDrawingKind kind = FASCIA_DRAWING_SPOT; kind <= FASCIA_DRAWING_STROKE; kind++)
    for (FasciaScale scale = FASCIA_SCALE_TIGHTNESS; scale <= FASCIA_SCALE_PAIN; scale++)
      for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
        {
          const guint n = fascia_words_count_drawings (entry, kind, scale, view);
          g_autofree char *drawings = fascia_words_dup_drawings (kind, n);

          if (n == 0)
            continue;
          g_string_append (text, head);
          g_string_append_printf (
              /* Translators: what is drawn on the figure, for what, and where: "3 strokes (pain),
                 back". */
              text, C_ ("drawings", "%1$s (%2$s), %3$s"), drawings,
              scale == FASCIA_SCALE_PAIN ? C_ ("drawn for", "pain") : C_ ("drawn for", "tightness"),
              view == FASCIA_VIEW_FRONT ? C_ ("drawn on", "front") : C_ ("drawn on", "back"));
          g_string_append_c (text, '\n');
        }
}

static void
append_unknown_drawings (GString *text, const char *head, const FasciaEntry *entry)
{
  guint n_unknown = 0;

  fascia_entry_get_unknown_drawings (entry, &n_unknown);
  if (n_unknown == 0)
    return;
  g_string_append (text, head);
  g_string_append_printf (
      text,
      /* Translators: drawn on a figure that only a later version has. */
      ngettext ("%u drawing of a later version", "%u drawings of a later version", n_unknown),
      n_unknown);
  g_string_append_c (text, '\n');
}

void
fascia_cli_append_entry (GString *text,
                         const FasciaEntry *entry,
                         const FasciaNames *names,
                         guint n_digits,
                         guint width)
{
  g_return_if_fail (text != NULL && entry != NULL && names != NULL);

  g_autofree char *head = make_head (entry, n_digits);
  const char *note = fascia_entry_get_note (entry);
  const gsize length_before = text->len;
  guint n_marks = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  if (fascia_entry_is_nothing_today (entry))
    {
      g_string_append (text, head);
      g_string_append (text, _ ("Nothing tight or painful"));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < n_marks;)
    {
      guint n = 1;

      while (i + n < n_marks && g_str_equal (marks[i + n].region, marks[i].region))
        n++;
      g_string_append (text, head);
      append_place (text, &marks[i], n, names->body, names->feelings, width);
      i += n;
    }
  append_spreads (text, head, entry, names->body);
  append_drawings (text, head, entry);
  append_unknown_drawings (text, head, entry);
  fascia_cli_append_kind (text, head, entry, names);
  if (note != NULL)
    {
      g_autoptr (GString) quiet = g_string_new (NULL);
      fascia_cli_append_quietly (quiet, note);
      /* Translators: the person's own words in the list of a terminal. */
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), quiet->str);

      g_string_append (text, head);
      g_string_append (text, quoted);
      g_string_append_c (text, '\n');
    }
  if (text->len == length_before)
    /* One that says nothing is there all the same. */
    g_string_append_printf (text, "%s[%s]\n", head,
                            fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
}

gboolean
fascia_cli_tell_entry (FasciaCliContext *context,
                       const FasciaEntry *entry,
                       guint n_digits,
                       gboolean is_json,
                       GError **error)
{
  if (fascia_cli_context_get_body (context, error) == NULL
      || fascia_cli_context_get_feelings (context, error) == NULL)
    return FALSE;

  const FasciaNames names = fascia_cli_context_get_names (context);
  g_autoptr (GString) text = g_string_new (NULL);
  if (is_json)
    {
      g_autofree char *json = fascia_cli_entry_to_json (entry, names.body, names.items);

      g_string_append_printf (text, "%s\n", json);
    }
  else
    fascia_cli_append_entry (text, entry, &names, n_digits, fascia_cli_measure_places (names.body));
  return fascia_cli_context_print (context, text->str, error)
         && fascia_cli_context_flush (context, error);
}
