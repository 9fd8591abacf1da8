/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia tags, fascia items: what entries can be tagged with, and what can be measured. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "fascia-cli-json.h"
#include "fascia-cli-options.h"
#include "fascia-cli-text.h"

#define CODE_WIDTH 24

typedef struct
{
  gboolean is_json;
  gboolean is_all;
} Request;

static gpointer
parse (char **args, const char *summary, const char *description, GError **error)
{
  g_autofree Request *request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "all", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_all,
      N_ ("Those that are hidden, too"), NULL },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (&rest, entries, NULL, summary, description, error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                   /* Translators: %s is a command. */
                   _ ("“%s” takes options only."), rest[0]);
      return NULL;
    }
  return g_steal_pointer (&request);
}

static gpointer
parse_tags (FasciaCliContext *context, char **args, GError **error)
{
  return parse (args, _ ("Shows the tags that an entry can have."), NULL, error);
}

static gpointer
parse_items (FasciaCliContext *context, char **args, GError **error)
{
  return parse (args, _ ("Shows what can be measured: questions, movement tests, own scales."),
                _ ("Where left and right are measured apart, write ITEM@left and ITEM@right."),
                error);
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  return fascia_cli_context_load_names (context, error);
}

/* One object of a list on each line. */
static gboolean
tell_object (FasciaCliContext *context, JsonBuilder *builder, guint *n_told, GError **error)
{
  g_autofree char *json = fascia_cli_json_to_text (builder);

  return fascia_cli_context_print (context, (*n_told)++ > 0 ? ",\n" : "[\n", error)
         && fascia_cli_context_print (context, json, error);
}

static gboolean
tell_end (FasciaCliContext *context, const Request *request, guint n_told, GError **error)
{
  if (request->is_json && !fascia_cli_context_print (context, n_told > 0 ? "\n]\n" : "[]\n", error))
    return FALSE;
  return fascia_cli_context_flush (context, error);
}

static const char *
get_tag_group (FasciaTagGroup group)
{
  switch (group)
    {
    case FASCIA_TAG_TRIGGER:
      return "trigger";
    case FASCIA_TAG_RELIEVER:
      return "reliever";
    case FASCIA_TAG_NOTE:
      return "note";
    case FASCIA_TAG_OWN:
    default:
      return "own";
    }
}

static gboolean
tell_line (FasciaCliContext *context,
           const char *code,
           const char *name,
           const char *more,
           GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%-*s  ", CODE_WIDTH, code);
  fascia_cli_append_quietly (line, name);
  if (more != NULL)
    g_string_append_printf (line, "  (%s)", more);
  g_string_append_c (line, '\n');
  return fascia_cli_context_print (context, line->str, error);
}

static gboolean
tell_tags (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  guint n_told = 0;

  for (guint i = 0; i < fascia_tags_get_n (context->tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (context->tags, i);
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      if (fascia_tag_is_hidden (tag) && !request->is_all)
        continue;
      if (!request->is_json)
        {
          if (!tell_line (context, fascia_tag_get_code (tag), fascia_tag_get_name (tag), NULL,
                          error))
            return FALSE;
          continue;
        }
      const char *name_c = fascia_tag_get_name_c (tag);
      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "code", fascia_tag_get_code (tag));
      fascia_cli_json_add_text (builder, "name",
                                name_c != NULL ? name_c : fascia_tag_get_name (tag));
      fascia_cli_json_add_text (builder, "group", get_tag_group (fascia_tag_get_group (tag)));
      fascia_cli_json_add_bool (builder, "hidden", fascia_tag_is_hidden (tag));
      json_builder_end_object (builder);
      if (!tell_object (context, builder, &n_told, error))
        return FALSE;
    }
  return tell_end (context, request, n_told, error);
}

/* (transfer full) "0 … 10 min", "0, 1, 2" */
static char *
values_to_text (const FasciaItem *item)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
  const char *unit = fascia_item_get_unit (item);

  if (fascia_item_get_type_of (item) == FASCIA_ITEM_YES_NO)
    return g_strdup ("yes|no");
  if (fascia_item_get_type_of (item) == FASCIA_ITEM_CHOICE)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < fascia_item_get_n_choices (item); i++)
        {
          g_ascii_formatd (low, sizeof low, "%g", fascia_item_get_choice (item, i));
          g_string_append_printf (text, "%s%s: %s", i > 0 ? ", " : "", low,
                                  fascia_item_get_choice_name (item, i));
        }
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_ascii_formatd (low, sizeof low, "%g", fascia_item_get_minimum (item));
  g_ascii_formatd (high, sizeof high, "%g", fascia_item_get_maximum (item));
  return g_strdup_printf ("%s … %s%s%s", low, high, unit != NULL ? " " : "",
                          unit != NULL ? unit : "");
}

static void
add_item (JsonBuilder *builder, const FasciaItem *item)
{
  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "code", fascia_item_get_code (item));
  fascia_cli_json_add_text (builder, "name", fascia_item_get_name_c (item));
  fascia_cli_json_add_bool (builder, "sided", fascia_item_is_sided (item));
  fascia_cli_json_add_text (builder, "unit", fascia_item_get_unit_c (item));
  json_builder_set_member_name (builder, "minimum");
  json_builder_add_double_value (builder, fascia_item_get_minimum (item));
  json_builder_set_member_name (builder, "maximum");
  json_builder_add_double_value (builder, fascia_item_get_maximum (item));
  json_builder_set_member_name (builder, "choices");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fascia_item_get_n_choices (item); i++)
    json_builder_add_double_value (builder, fascia_item_get_choice (item, i));
  json_builder_end_array (builder);
  fascia_cli_json_add_bool (builder, "own", fascia_item_get_group (item) == FASCIA_ITEM_OWN);
  fascia_cli_json_add_bool (builder, "hidden", fascia_item_is_hidden (item));
  json_builder_end_object (builder);
}

static gboolean
tell_item_line (FasciaCliContext *context, const FasciaItem *item, GError **error)
{
  g_autofree char *values = values_to_text (item);
  g_autofree char *code = fascia_item_is_sided (item)
                              ? g_strconcat (fascia_item_get_code (item), "@left|@right", NULL)
                              : g_strdup (fascia_item_get_code (item));

  return tell_line (context, code, fascia_item_get_name (item), values, error);
}

static gboolean
tell_items (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  guint n_told = 0;

  for (guint i = 0; i < fascia_items_get_n (context->items); i++)
    {
      const FasciaItem *item = fascia_items_get (context->items, i);
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      if (fascia_item_is_hidden (item) && !request->is_all)
        continue;
      if (!request->is_json)
        {
          if (!tell_item_line (context, item, error))
            return FALSE;
          continue;
        }
      add_item (builder, item);
      if (!tell_object (context, builder, &n_told, error))
        return FALSE;
    }
  return tell_end (context, request, n_told, error);
}

const FasciaCliCommand fascia_cli_tags_command = {
  .name = "tags",
  .summary = N_ ("Show the tags"),
  .needs = FASCIA_CLI_NEEDS_PERHAPS,
  .parse = parse_tags,
  .perform = perform,
  .tell = tell_tags,
  .free = g_free,
};

const FasciaCliCommand fascia_cli_items_command = {
  .name = "items",
  .summary = N_ ("Show what can be measured"),
  .needs = FASCIA_CLI_NEEDS_PERHAPS,
  .parse = parse_items,
  .perform = perform,
  .tell = tell_items,
  .free = g_free,
};
