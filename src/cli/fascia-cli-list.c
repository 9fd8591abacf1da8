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
} Request;

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

typedef struct
{
  FasciaCliContext *context;
  const FasciaBody *body;
  const FasciaFeelings *feelings;
  guint width;
  gboolean is_json;
  guint n_entries;
} Printer;

static gboolean
print_entry (FasciaEntry *entry, gpointer data, GError **error)
{
  Printer *printer = data;
  g_autoptr (GString) text = g_string_new (NULL);

  if (printer->is_json)
    {
      g_autofree char *json = fascia_cli_entry_to_json (entry, printer->body);

      g_string_append (text, printer->n_entries > 0 ? ",\n" : "[\n");
      g_string_append (text, json);
    }
  else
    {
      fascia_cli_append_entry (text, entry, printer->body, printer->feelings, printer->width);
    }
  printer->n_entries++;
  return fascia_cli_context_print (printer->context, text->str, error);
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  Printer printer = { .context = context, .is_json = request->is_json };

  printer.body = fascia_cli_context_get_body (context, error);
  if (printer.body == NULL)
    return FALSE;
  printer.feelings = fascia_cli_context_get_feelings (context, error);
  if (printer.feelings == NULL)
    return FALSE;
  printer.width = fascia_cli_measure_places (printer.body);

  if (!fascia_cli_context_foreach_newest (context, request->limit, print_entry, &printer, error))
    return FALSE;

  const char *end = "";
  if (printer.is_json)
    end = printer.n_entries > 0 ? "\n]\n" : "[]\n";
  else if (printer.n_entries == 0)
    end = _ ("The journal is empty.\n");
  return fascia_cli_context_print (context, end, error)
         && fascia_cli_context_flush (context, error);
}

const FasciaCliCommand fascia_cli_list_command = {
  .name = "list",
  .summary = N_ ("Show the newest entries"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .free = g_free,
};
