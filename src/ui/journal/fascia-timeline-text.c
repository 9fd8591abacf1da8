/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of the journal says and which page of it is shown: pure functions of values.
 */

#include "config.h"

#include "fascia-timeline-text.h"

#include <glib/gi18n.h>

#include "fascia-entry-editor.h"
#include "fascia-entry-text.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

/* What a row shows of a long note begins this far before the first hit, when that is further in. */
#define EXCERPT_FROM 64
#define EXCERPT_LEAD 28

/* A row read aloud names this many places and counts the others. */
#define SPOKEN_PLACES 6

FasciaTimelineView
fascia_timeline_view_choose (FasciaJournalState state,
                             gboolean has_loaded,
                             gboolean has_error,
                             gboolean is_filtered,
                             guint n_items)
{
  if (state == FASCIA_JOURNAL_FAILED)
    return FASCIA_TIMELINE_VIEW_ERROR;
  if (n_items > 0)
    return FASCIA_TIMELINE_VIEW_CONTENT;
  if (has_error)
    return FASCIA_TIMELINE_VIEW_ERROR;
  if (!has_loaded)
    return FASCIA_TIMELINE_VIEW_LOADING;
  return is_filtered ? FASCIA_TIMELINE_VIEW_NOTHING_FOUND : FASCIA_TIMELINE_VIEW_EMPTY;
}

/* Lists are built two by two, so that a translation may change how they are joined. */
static char *
join (char *first, char *second, gboolean is_spoken)
{
  g_autofree char *head = first;
  g_autofree char *tail = second;

  if (head == NULL)
    return g_steal_pointer (&tail);

  if (is_spoken)
    /* Translators: Read aloud. Joins two places, or a list of places and one more. */
    return g_strdup_printf (C_ ("list of places", "%1$s; %2$s"), head, tail);

  /* Translators: Joins two places, or a list of places and one more. */
  return g_strdup_printf (C_ ("list of places", "%1$s · %2$s"), head, tail);
}

/* Arrows and drawings after the places; takes @list. */
static char *
add_drawn (const FasciaEntry *entry, const FasciaBody *body, char *list)
{
  g_autofree char *head = list;
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  char *drawings = fascia_entry_count_places (entry) > 0 ? fascia_text_drawings (entry) : NULL;

  for (guint i = 0; i < n_spreads; i++)
    head = join (g_steal_pointer (&head), fascia_text_spread (&spreads[i], body), TRUE);
  if (drawings != NULL)
    head = join (g_steal_pointer (&head), drawings, TRUE);
  return g_steal_pointer (&head);
}

static char *
list_places (const FasciaEntry *entry, const FasciaBody *body, guint max, gboolean is_spoken)
{
  g_autoptr (GArray) places = fascia_text_list_places (entry, body);
  g_autofree char *list = NULL;

  for (guint i = 0; i < MIN (places->len, max); i++)
    {
      const FasciaPlace *place = &g_array_index (places, FasciaPlace, i);

      list = join (g_steal_pointer (&list),
                   is_spoken ? fascia_text_place_spoken (place, body)
                             : fascia_text_place (place, body),
                   is_spoken);
    }

  if (places->len > max)
    {
      guint n_more = places->len - max;

      /* Translators: The end of a list of places that names only the first ones. */
      list = join (g_steal_pointer (&list),
                   g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more), is_spoken);
    }

  if (is_spoken)
    list = add_drawn (entry, body, g_steal_pointer (&list));
  else if (fascia_entry_count_places (entry) > 0)
    {
      g_autofree char *drawings = fascia_text_drawings (entry);

      if (drawings != NULL)
        list = join (g_steal_pointer (&list), g_steal_pointer (&drawings), FALSE);
    }
  return g_steal_pointer (&list);
}

char *
fascia_timeline_text_places (const FasciaEntry *entry, const FasciaBody *body, guint max)
{
  g_return_val_if_fail (entry != NULL, NULL);

  return list_places (entry, body, max, FALSE);
}

/* ---- when ---- */

static gboolean
get_end (const FasciaEntry *entry, FasciaMoment *end)
{
  const FasciaMoment *start = fascia_entry_get_moment (entry);
  gint64 end_ms = fascia_entry_get_end_ms (entry);

  /* Less than a minute is none. */
  if (end_ms == FASCIA_END_NOT_GIVEN || end_ms < start->utc_ms + MINUTE_MS)
    return FALSE;
  *end = *start;
  end->utc_ms = end_ms;
  return TRUE;
}

char *
fascia_timeline_text_time (const FasciaEntry *entry, FasciaHours hours)
{
  FasciaMoment end;

  g_return_val_if_fail (entry != NULL, NULL);

  g_autofree char *first = fascia_text_time (fascia_entry_get_moment (entry), hours);
  if (!get_end (entry, &end))
    return g_steal_pointer (&first);

  g_autofree char *last = fascia_text_time (&end, hours);
  /* Translators: From one time of the day to another: “14:20–15:20”. */
  return g_strdup_printf (C_ ("times", "%1$s–%2$s"), first, last);
}

static char *
create_spoken_time (const FasciaEntry *entry, FasciaHours hours)
{
  FasciaMoment end;
  g_autofree char *first = fascia_text_time (fascia_entry_get_moment (entry), hours);

  if (!get_end (entry, &end))
    return g_steal_pointer (&first);

  g_autofree char *last = fascia_text_time (&end, hours);
  /* Translators: Read aloud. From one time of the day to another: “14:20 to 15:20”. */
  return g_strdup_printf (C_ ("times", "%1$s to %2$s"), first, last);
}

/* ---- what ---- */

/* (transfer full) (nullable) Without the tags, which have a line, and a sentence, of their own. */
static char *
create_summary (const FasciaEntry *entry, const FasciaNames *names)
{
  if (fascia_entry_get_tags (entry)[0] == NULL)
    return fascia_entry_text_summary (entry, names);

  g_autoptr (FasciaEntry) untagged = fascia_entry_with_tags (entry, NULL);
  return fascia_entry_text_summary (untagged, names);
}

char *
fascia_timeline_text_detail (const FasciaEntry *entry, const FasciaNames *names, guint max)
{
  g_return_val_if_fail (entry != NULL, NULL);

  char *places = list_places (entry, names != NULL ? names->body : NULL, max, FALSE);
  char *summary = create_summary (entry, names);

  if (summary == NULL)
    return places;
  return join (places, summary, FALSE);
}

char *
fascia_timeline_text_tags (const FasciaEntry *entry, const FasciaNames *names)
{
  g_autofree char *list = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  const char *const *tags = fascia_entry_get_tags (entry);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *head = g_steal_pointer (&list);
      const char *name = names != NULL && names->tags != NULL
                             ? fascia_tags_get_name (names->tags, tags[i])
                             : tags[i];

      /* Translators: Joins the names of two tags, or a list of them and one more. */
      list = head != NULL ? g_strdup_printf (C_ ("list of tags", "%1$s, %2$s"), head, name)
                          : g_strdup (name);
    }
  return g_steal_pointer (&list);
}

/* Dots between the parts are for the eye. */
static char *
replace_dots (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " · ", -1);

  return g_strjoinv (", ", parts);
}

char *
fascia_timeline_text_spoken (const FasciaEntry *entry, const FasciaNames *names, FasciaHours hours)
{
  g_return_val_if_fail (entry != NULL, NULL);

  g_autofree char *time = create_spoken_time (entry, hours);
  g_autofree char *title = fascia_entry_text_title (entry, names, TRUE);
  g_autofree char *summary = create_summary (entry, names);
  g_autofree char *tags = fascia_timeline_text_tags (entry, names);
  g_autofree char *note = fascia_timeline_text_note_line (entry);
  g_autofree char *detail
      = list_places (entry, names != NULL ? names->body : NULL, SPOKEN_PLACES, TRUE);
  g_autofree char *row = NULL;

  if (summary != NULL)
    detail = join (g_steal_pointer (&detail), replace_dots (summary), TRUE);
  if (detail != NULL)
    /* Translators: Read aloud. A row of the journal: the time, what it is, a list of places: “14:20,
     * 3 places, worst 6: Left shoulder top, tight 6; …”. */
    row = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), time, title, detail);
  else
    /* Translators: Read aloud. A row of the journal: the time and what it is: “14:20, Nothing tight
     * or painful today”. */
    row = g_strdup_printf (C_ ("journal row", "%1$s, %2$s"), time, title);

  if (tags != NULL)
    {
      g_autofree char *untagged = g_steal_pointer (&row);

      /* Translators: Read aloud. A row of the journal and the names of its tags. */
      row = g_strdup_printf (_ ("%1$s. Tags: %2$s"), untagged, tags);
    }
  if (note == NULL)
    return g_steal_pointer (&row);

  /* Translators: Read aloud. A row of the journal and the words that were written for it. */
  return g_strdup_printf (_ ("%1$s. Note: %2$s"), row, note);
}

char *
fascia_timeline_text_note_line (const FasciaEntry *entry)
{
  const char *note;
  GString *line;
  gboolean is_blank = FALSE;

  g_return_val_if_fail (entry != NULL, NULL);

  note = fascia_entry_get_note (entry);
  if (note == NULL)
    return NULL;

  line = g_string_new (NULL);
  for (const char *p = note; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          is_blank = line->len > 0;
          continue;
        }
      if (is_blank)
        g_string_append_c (line, ' ');
      is_blank = FALSE;
      g_string_append_unichar (line, c);
    }

  if (line->len == 0)
    {
      g_string_free (line, TRUE);
      return NULL;
    }
  return g_string_free_and_steal (line);
}

char *
fascia_timeline_text_excerpt (const char *line, FasciaQuery *query)
{
  g_return_val_if_fail (line != NULL, NULL);

  if (query == NULL)
    return g_strdup (line);

  g_autoptr (GArray) hits = fascia_query_find_hits (query, line);
  guint first = hits->len > 0 ? g_array_index (hits, guint, 0) : 0;
  if (first <= EXCERPT_FROM)
    return g_strdup (line);

  /* At the beginning of a word, if there is one. */
  const char *start = line + first;
  for (guint i = 0; i < EXCERPT_LEAD; i++)
    start = g_utf8_prev_char (start);
  for (const char *p = start; p < line + first; p = g_utf8_next_char (p))
    if (*p == ' ')
      {
        start = p + 1;
        break;
      }
  return g_strconcat ("…", start, NULL);
}

/* Adds the words of a mark that are not there yet. */
static void
add_feelings (GPtrArray *words, const FasciaFeelings *feelings, const FasciaMark *mark)
{
  if (mark == NULL || mark->feelings == NULL)
    return;

  for (guint i = 0; mark->feelings[i] != NULL; i++)
    {
      const char *word = feelings != NULL ? fascia_feelings_get_name (feelings, mark->feelings[i])
                                          : mark->feelings[i];

      if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, (gpointer) word);
    }
}

char *
fascia_timeline_text_feelings (const FasciaFeelings *feelings, const FasciaPlace *place)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  add_feelings (words, feelings, place->tightness);
  add_feelings (words, feelings, place->pain);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autofree char *head = g_steal_pointer (&list);

      /* Translators: Joins two words for how a place feels, or a list of them and one more. */
      list = head != NULL ? g_strdup_printf (C_ ("list of feelings", "%1$s, %2$s"), head, word)
                          : g_strdup (word);
    }

  return g_steal_pointer (&list);
}
