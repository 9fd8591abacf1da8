/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry as lines of a terminal, or as JSON. */

#include "config.h"

#include "fascia-cli-text.h"

#include <json-glib/json-glib.h>

#include <glib/gi18n.h>

#include "draw/fascia-entry-words.h"

static guint
measure (const char *text)
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
    widest = MAX (widest, measure (fascia_region_get_name (fascia_body_get_region (body, i))));
  return widest;
}

/* Embeddings, overrides and isolates: what would turn around the rest of a line. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Line ends become blanks, and what a terminal would obey becomes a mark. */
static void
append_quietly (GString *text, const char *words)
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

static void
append_time (GString *text, const FasciaMoment *moment)
{
  int minute = fascia_moment_get_minute (moment);
  int year, month, dom;

  fascia_day_to_ymd (moment->day, &year, &month, &dom);
  g_string_append_printf (text, "%04d-%02d-%02d %02d:%02d  ", year, month, dom, minute / 60,
                          minute % 60);
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

  append_quietly (text, name);
  for (guint i = measure (name); i < width + 2; i++)
    g_string_append_c (text, ' ');
  /* Translators: between the levels of one place: "tight 6, pain 4". */
  g_autofree char *all = g_strjoinv (C_ ("levels", ", "), (char **) levels->pdata);
  g_string_append (text, all);
  if (words->len > 1)
    {
      /* Translators: between the feelings of one place: "burning, aching". */
      g_autofree char *joined = g_strjoinv (C_ ("feelings", ", "), (char **) words->pdata);

      g_string_append (text, "  (");
      append_quietly (text, joined);
      g_string_append_c (text, ')');
    }
  g_string_append_c (text, '\n');
}

static void
append_spreads (GString *text, const FasciaEntry *entry, const FasciaBody *body)
{
  guint n_spreads = 0;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  for (guint i = 0; i < n_spreads; i++)
    {
      g_autofree char *line = g_strdup_printf (
          /* Translators: a feeling goes from a place to another. Both are names of places. */
          C_ ("spread", "from %1$s to %2$s"), fascia_words_get_place_name (body, spreads[i].from),
          fascia_words_get_place_name (body, spreads[i].to));

      append_time (text, fascia_entry_get_moment (entry));
      append_quietly (text, line);
      g_string_append_c (text, '\n');
    }
}

/* One line for each kind, quantity and view. */
static void
append_drawings (GString *text, const FasciaEntry *entry)
{
  for (FasciaDrawingKind kind = FASCIA_DRAWING_SPOT; kind <= FASCIA_DRAWING_STROKE; kind++)
    for (FasciaScale scale = FASCIA_SCALE_TIGHTNESS; scale <= FASCIA_SCALE_PAIN; scale++)
      for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
        {
          const guint n = fascia_words_count_drawings (entry, kind, scale, view);
          g_autofree char *drawings = fascia_words_dup_drawings (kind, n);

          if (n == 0)
            continue;
          append_time (text, fascia_entry_get_moment (entry));
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
append_unknown_drawings (GString *text, const FasciaEntry *entry)
{
  guint n_unknown = 0;

  fascia_entry_get_unknown_drawings (entry, &n_unknown);
  if (n_unknown == 0)
    return;
  append_time (text, fascia_entry_get_moment (entry));
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
                         const FasciaBody *body,
                         const FasciaFeelings *feelings,
                         guint width)
{
  g_return_if_fail (text != NULL && entry != NULL && body != NULL && feelings != NULL);

  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  const char *note = fascia_entry_get_note (entry);
  guint n_marks = 0;
  guint n_others = 0;
  guint n_spreads = 0;
  guint n_unknown = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  fascia_entry_get_drawings (entry, &n_others);
  fascia_entry_get_spreads (entry, &n_spreads);
  fascia_entry_get_unknown_drawings (entry, &n_unknown);
  n_others += n_spreads + n_unknown;
  if (fascia_entry_is_nothing_today (entry))
    {
      append_time (text, moment);
      g_string_append (text, _ ("Nothing tight or painful"));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < n_marks;)
    {
      guint n = 1;

      while (i + n < n_marks && g_str_equal (marks[i + n].region, marks[i].region))
        n++;
      append_time (text, moment);
      append_place (text, &marks[i], n, body, feelings, width);
      i += n;
    }
  append_spreads (text, entry, body);
  append_drawings (text, entry);
  append_unknown_drawings (text, entry);
  if (note != NULL)
    {
      g_autoptr (GString) quiet = g_string_new (NULL);
      append_quietly (quiet, note);
      /* Translators: the person's own words in the list of a terminal. */
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), quiet->str);

      append_time (text, moment);
      g_string_append (text, quoted);
      g_string_append_c (text, '\n');
    }
  else if (n_marks + n_others == 0 && !fascia_entry_is_nothing_today (entry))
    {
      /* Kinds that only the window writes. */
      append_time (text, moment);
      g_string_append_printf (text, "[%s]\n",
                              fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
    }
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_mark (JsonBuilder *builder, const FasciaMark *mark, const FasciaBody *body)
{
  const FasciaRegion *region = fascia_body_lookup (body, mark->region);

  json_builder_begin_object (builder);
  add_text (builder, "region", mark->region);
  add_text (builder, "side",
            region != NULL ? fascia_side_to_code (fascia_region_get_side (region)) : NULL);
  add_text (builder, "region_name", region != NULL ? fascia_region_get_name_c (region) : NULL);
  add_text (builder, "scale", fascia_scale_to_code (mark->scale));
  json_builder_set_member_name (builder, "level");
  if (mark->level == FASCIA_LEVEL_NOT_GIVEN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, mark->level);
  json_builder_set_member_name (builder, "feelings");
  json_builder_begin_array (builder);
  for (guint i = 0; mark->feelings != NULL && mark->feelings[i] != NULL; i++)
    json_builder_add_string_value (builder, mark->feelings[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* In as few digits as the number has: what is stored is a float. */
static void
add_number (JsonBuilder *builder, float number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.7g", (double) number);
  json_builder_add_double_value (builder, g_ascii_strtod (digits, NULL));
}

static void
add_drawing (JsonBuilder *builder, const FasciaDrawing *drawing)
{
  json_builder_begin_object (builder);
  add_text (builder, "kind", fascia_drawing_kind_to_code (drawing->kind));
  add_text (builder, "scale", fascia_scale_to_code (drawing->scale));
  add_text (builder, "view", fascia_view_to_code (drawing->view));
  json_builder_set_member_name (builder, "figure");
  json_builder_add_int_value (builder, drawing->figure);
  json_builder_set_member_name (builder, "width");
  add_number (builder, drawing->width);
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < drawing->n_points; i++)
    {
      json_builder_begin_array (builder);
      add_number (builder, drawing->points[i].x);
      add_number (builder, drawing->points[i].y);
      if (drawing->points[i].level < 0)
        json_builder_add_null_value (builder);
      else
        add_number (builder, drawing->points[i].level);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_unknown_drawing (JsonBuilder *builder, const FasciaUnknownDrawing *drawing)
{
  json_builder_begin_object (builder);
  add_text (builder, "kind", fascia_drawing_kind_to_code (drawing->kind));
  add_text (builder, "scale", fascia_scale_to_code (drawing->scale));
  add_text (builder, "view", drawing->view);
  json_builder_set_member_name (builder, "figure");
  json_builder_add_int_value (builder, drawing->figure);
  json_builder_end_object (builder);
}

static void
add_spread (JsonBuilder *builder, const FasciaSpread *spread)
{
  json_builder_begin_object (builder);
  add_text (builder, "from", spread->from);
  add_text (builder, "to", spread->to);
  json_builder_end_object (builder);
}

char *
fascia_cli_entry_to_json (const FasciaEntry *entry, const FasciaBody *body)
{
  g_return_val_if_fail (entry != NULL && body != NULL, NULL);

  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  g_autofree char *uid = fascia_uid_to_string (fascia_entry_get_uid (entry));
  g_autofree char *time = fascia_moment_to_iso (moment);
  guint n_marks = 0;
  guint n_drawings = 0;
  guint n_spreads = 0;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  guint n_unknown = 0;
  const FasciaUnknownDrawing *unknown = fascia_entry_get_unknown_drawings (entry, &n_unknown);

  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  add_text (builder, "entry", uid);
  add_text (builder, "kind", fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
  add_text (builder, "time", time);
  add_text (builder, "zone", moment->zone);
  json_builder_set_member_name (builder, "nothing_today");
  json_builder_add_boolean_value (builder, fascia_entry_is_nothing_today (entry));
  add_text (builder, "note", fascia_entry_get_note (entry));
  json_builder_set_member_name (builder, "marks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_marks; i++)
    add_mark (builder, &marks[i], body);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "drawings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_drawings; i++)
    add_drawing (builder, &drawings[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "unknown_drawings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_unknown; i++)
    add_unknown_drawing (builder, &unknown[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "spreads");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_spreads; i++)
    add_spread (builder, &spreads[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
