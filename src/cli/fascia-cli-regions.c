/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia regions: every place of the map, and what other maps call it. */

#include "config.h"

#include "fascia-cli-command.h"

#include <json-glib/json-glib.h>

#include <glib/gi18n.h>

#include "fascia-cli-options.h"

/* As wide as the longest id. */
#define ID_WIDTH 24

typedef struct
{
  gboolean is_json;
} Request;

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  gboolean is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, NULL, _ ("Shows every place of the body map."),
          _ ("With “--json” also its neighbours, its mirror image, and what other maps call it.\n"
             "Left and right are always your own."),
          error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“regions” takes options only."));
      return NULL;
    }

  Request *request = g_new0 (Request, 1);
  request->is_json = is_json;
  return request;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  return TRUE;
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
add_texts (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_views (JsonBuilder *builder, const FasciaBody *body, const FasciaRegion *region)
{
  json_builder_set_member_name (builder, "views");
  json_builder_begin_array (builder);
  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    if (fascia_body_get_shape_on (body, region, view) != NULL)
      json_builder_add_string_value (builder, fascia_view_to_code (view));
  json_builder_end_array (builder);
}

static void
add_neighbours (JsonBuilder *builder, const FasciaBody *body, const FasciaRegion *region)
{
  g_autoptr (GPtrArray) neighbours = fascia_body_get_adjacent (body, region);

  json_builder_set_member_name (builder, "neighbours");
  json_builder_begin_array (builder);
  for (guint i = 0; i < neighbours->len; i++)
    json_builder_add_string_value (builder,
                                   fascia_region_get_id (g_ptr_array_index (neighbours, i)));
  json_builder_end_array (builder);
}

static void
add_mappings (JsonBuilder *builder, const FasciaRegion *region)
{
  guint n_segments = 0;
  const guint *segments = fascia_region_get_choir (region, &n_segments);

  json_builder_set_member_name (builder, "mappings");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "choir");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_segments; i++)
    json_builder_add_int_value (builder, segments[i]);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "wpi");
  json_builder_begin_object (builder);
  add_text (builder, "area", fascia_region_get_wpi_area (region));
  add_text (builder, "region", fascia_region_get_wpi_region (region));
  json_builder_set_member_name (builder, "is_area");
  json_builder_add_boolean_value (builder, fascia_region_get_wpi_count (region) != FASCIA_WPI_NONE);
  json_builder_set_member_name (builder, "counts_for_regions");
  json_builder_add_boolean_value (builder,
                                  fascia_region_get_wpi_count (region) == FASCIA_WPI_AREA_COUNTS);
  add_text (builder, "area_extended", fascia_region_get_wpi_area_extended (region));
  json_builder_end_object (builder);

  add_texts (builder, "michigan", fascia_region_get_michigan (region));
  json_builder_end_object (builder);
}

/* Codes and English names, whatever the language is: other programs read it. */
static char *
region_to_json (const FasciaBody *body, const FasciaRegion *region)
{
  const FasciaRegion *mirror = fascia_region_get_mirror (region);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_text (builder, "id", fascia_region_get_id (region));
  add_text (builder, "name", fascia_region_get_name_c (region));
  add_text (builder, "base", fascia_region_get_base (region));
  add_text (builder, "side", fascia_side_to_code (fascia_region_get_side (region)));
  add_text (builder, "group", fascia_region_get_group (region));
  add_text (builder, "view", fascia_view_to_code (fascia_region_get_view (region)));
  add_views (builder, body, region);
  add_neighbours (builder, body, region);
  add_text (builder, "mirror", mirror != NULL ? fascia_region_get_id (mirror) : NULL);
  add_mappings (builder, region);
  add_texts (builder, "tools", fascia_region_get_tools (region));
  add_texts (builder, "beside", fascia_region_get_beside (region));
  add_texts (builder, "aliases", fascia_region_get_aliases (region));
  add_texts (builder, "structures", fascia_region_get_structures (region));
  add_text (builder, "caution", fascia_region_get_caution_c (region));
  add_text (builder, "certainty", fascia_region_get_certainty (region));
  json_builder_set_member_name (builder, "since");
  json_builder_add_int_value (builder, fascia_region_get_since (region));
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
tell_json (FasciaCliContext *context, const FasciaBody *body, GError **error)
{
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      g_autofree char *json = region_to_json (body, fascia_body_get_region (body, i));

      if (!fascia_cli_context_print (context, i > 0 ? ",\n" : "[\n", error)
          || !fascia_cli_context_print (context, json, error))
        return FALSE;
    }
  return fascia_cli_context_print (context, "\n]\n", error);
}

/* By groups, in the order of the lists of the window. */
static gboolean
tell_table (FasciaCliContext *context, const FasciaBody *body, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fascia_body_get_n_groups (body); i++)
    {
      const char *group = fascia_body_get_group_code (body, i);

      g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "",
                              fascia_body_get_group_name (body, group));
      for (guint k = 0; k < fascia_body_get_n_regions (body); k++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, k);

          if (g_str_equal (fascia_region_get_group (region), group))
            g_string_append_printf (text, "  %-*s%s\n", ID_WIDTH, fascia_region_get_id (region),
                                    fascia_region_get_name (region));
        }
    }
  return fascia_cli_context_print (context, text->str, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL)
    return FALSE;
  gboolean is_told
      = request->is_json ? tell_json (context, body, error) : tell_table (context, body, error);
  return is_told && fascia_cli_context_flush (context, error);
}

const FasciaCliCommand fascia_cli_regions_command = {
  .name = "regions",
  .summary = N_ ("Show every place of the body map"),
  .needs = FASCIA_CLI_NEEDS_NOTHING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = g_free,
};
