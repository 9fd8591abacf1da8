/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia list: the newest entries. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "fascia-cli-options.h"
#include "fascia-cli-text.h"

#define DEFAULT_LIMIT 20

typedef struct
{
  guint limit;
  gboolean is_json;
  GPtrArray *entries; /* the result */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  gint limit = DEFAULT_LIMIT;
  gboolean is_json = FALSE;
  const GOptionEntry entries[] = {
    { "limit", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit,
      N_ ("How many entries, 20 if not given; 0 for all"), N_ ("N") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (&rest, entries, NULL,
                                 _ ("Shows the newest entries of the journal, newest first."), NULL,
                                 error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“list” takes options only."));
      return NULL;
    }
  if (limit < 0)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“--limit” takes a number from 0 on."));
      return NULL;
    }

  Request *request = g_new0 (Request, 1);
  request->limit = (guint) limit;
  request->is_json = is_json;
  return request;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  request->entries = fascia_cli_context_read (context, request->limit, error);
  return request->entries != NULL;
}

static gboolean
tell_json (FasciaCliContext *context, GPtrArray *entries, const FasciaBody *body, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *json = fascia_cli_entry_to_json (g_ptr_array_index (entries, i), body);

      if (!fascia_cli_context_print (context, i > 0 ? ",\n" : "[\n", error)
          || !fascia_cli_context_print (context, json, error))
        return FALSE;
    }
  return fascia_cli_context_print (context, entries->len > 0 ? "\n]\n" : "[]\n", error);
}

static gboolean
tell_lines (FasciaCliContext *context, GPtrArray *entries, const FasciaBody *body, GError **error)
{
  const FasciaFeelings *feelings = fascia_cli_context_get_feelings (context, error);
  guint width = fascia_cli_measure_places (body);

  if (feelings == NULL)
    return FALSE;
  if (entries->len == 0)
    return fascia_cli_context_print (context, _ ("The journal is empty.\n"), error);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      fascia_cli_append_entry (text, g_ptr_array_index (entries, i), body, feelings, width);
      if (!fascia_cli_context_print (context, text->str, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL)
    return FALSE;
  gboolean is_told = request->is_json ? tell_json (context, request->entries, body, error)
                                      : tell_lines (context, request->entries, body, error);
  return is_told && fascia_cli_context_flush (context, error);
}

const FasciaCliCommand fascia_cli_list_command = {
  .name = "list",
  .summary = N_ ("Show the newest entries"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
