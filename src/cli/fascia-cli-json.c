/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry as JSON, for other programs: codes, English names, the C locale. */

#include "config.h"

#include "fascia-cli-json.h"

void
fascia_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
fascia_cli_json_add_texts (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

void
fascia_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
fascia_cli_json_add_given (JsonBuilder *builder, const char *name, int value)
{
  json_builder_set_member_name (builder, name);
  if (value == FASCIA_NOT_GIVEN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, value);
}

void
fascia_cli_json_add_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
fascia_cli_json_add_day (JsonBuilder *builder, const char *name, gint32 day)
{
  int year, month, dom;

  if (day == FASCIA_DAY_NOT_GIVEN)
    {
      fascia_cli_json_add_text (builder, name, NULL);
      return;
    }
  fascia_day_to_ymd (day, &year, &month, &dom);
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", year, month, dom);
  fascia_cli_json_add_text (builder, name, text);
}

char *
fascia_cli_json_to_text (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

gboolean
fascia_cli_json_tell (FasciaCliContext *context, JsonBuilder *builder, GError **error)
{
  g_autofree char *text = fascia_cli_json_to_text (builder);

  return fascia_cli_context_print (context, text, error)
         && fascia_cli_context_print (context, "\n", error)
         && fascia_cli_context_flush (context, error);
}

static void
add_mark (JsonBuilder *builder, const FasciaMark *mark, const FasciaBody *body)
{
  const FasciaRegion *region = fascia_body_lookup (body, mark->region);

  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "region", mark->region);
  fascia_cli_json_add_text (builder, "side",
                            region != NULL ? fascia_side_to_code (fascia_region_get_side (region))
                                           : NULL);
  fascia_cli_json_add_text (builder, "region_name",
                            region != NULL ? fascia_region_get_name_c (region) : NULL);
  fascia_cli_json_add_text (builder, "scale", fascia_scale_to_code (mark->scale));
  fascia_cli_json_add_given (builder, "level", mark->level);
  fascia_cli_json_add_texts (builder, "feelings", mark->feelings);
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
  fascia_cli_json_add_text (builder, "kind", fascia_drawing_kind_to_code (drawing->kind));
  fascia_cli_json_add_text (builder, "scale", fascia_scale_to_code (drawing->scale));
  fascia_cli_json_add_text (builder, "view", fascia_view_to_code (drawing->view));
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
  fascia_cli_json_add_text (builder, "kind", fascia_drawing_kind_to_code (drawing->kind));
  fascia_cli_json_add_text (builder, "scale", fascia_scale_to_code (drawing->scale));
  fascia_cli_json_add_text (builder, "view", drawing->view);
  json_builder_set_member_name (builder, "figure");
  json_builder_add_int_value (builder, drawing->figure);
  json_builder_end_object (builder);
}

static void
add_spread (JsonBuilder *builder, const FasciaSpread *spread)
{
  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "from", spread->from);
  fascia_cli_json_add_text (builder, "to", spread->to);
  json_builder_end_object (builder);
}

char *
fascia_cli_entry_to_json (const FasciaEntry *entry,
                          const FasciaBody *body,
                          const FasciaItems *items)
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
  fascia_cli_json_add_text (builder, "entry", uid);
  fascia_cli_json_add_text (builder, "kind",
                            fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
  fascia_cli_json_add_text (builder, "time", time);
  fascia_cli_json_add_text (builder, "zone", moment->zone);
  fascia_cli_json_add_bool (builder, "nothing_today", fascia_entry_is_nothing_today (entry));
  fascia_cli_json_add_text (builder, "note", fascia_entry_get_note (entry));
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
  fascia_cli_json_add_kind (builder, entry, items);
  json_builder_end_object (builder);
  return fascia_cli_json_to_text (builder);
}
