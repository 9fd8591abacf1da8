/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia check: is the journal whole, and what can be saved when it is not. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-backup.h"

#include "fascia-cli-closed.h"
#include "fascia-cli-json.h"
#include "fascia-cli-options.h"

typedef struct
{
  gboolean is_repair;
  gboolean is_json;
  gint64 n_entries;
  gint64 n_marks;
  char *report; /* of the repair */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->report);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "repair", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_repair,
      N_ ("Save what can be saved of a damaged journal; it is kept beside"), NULL },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (&rest, entries, NULL,
                                 _ ("Reads the whole journal and says whether it is intact."),
                                 _ ("To repair it, close Fascia first."), error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“check” takes options only."));
      return NULL;
    }
  return g_steal_pointer (&request);
}

static FasciaCliNeeds
get_needs (gconstpointer data)
{
  const Request *request = data;

  return request->is_repair ? FASCIA_CLI_NEEDS_CLOSED : FASCIA_CLI_NEEDS_EXISTING;
}

static gboolean
check (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;

  *done = TRUE;
  return fascia_db_check (db, &request->n_entries, &request->n_marks, error);
}

static gboolean
repair (FasciaCliContext *context, Request *request, GError **error)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  GError *cause = NULL;

  if (!fascia_cli_check_closed (context, error))
    return FALSE;
  if (fascia_journal_files_repair (context->journal, clock, &request->report, &cause))
    return TRUE;
  fascia_cli_propagate_closed (error, cause);
  return FALSE;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  return request->is_repair ? repair (context, request, error)
                            : context->read (check, TRUE, data, context->run_data, error);
}

static gboolean
tell_json (FasciaCliContext *context, const Request *request, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  if (request->is_repair)
    fascia_cli_json_add_text (builder, "report", request->report);
  else
    {
      fascia_cli_json_add_int (builder, "entries", request->n_entries);
      fascia_cli_json_add_int (builder, "marks", request->n_marks);
    }
  json_builder_end_object (builder);
  return fascia_cli_json_tell (context, builder, error);
}

static gboolean
tell_repair (FasciaCliContext *context, const Request *request, GError **error)
{
  /* It is done, whether or not anybody hears of it. */
  if (request->is_json)
    tell_json (context, request, NULL);
  else if (fascia_cli_context_print (context, request->report, NULL)
           && (g_str_has_suffix (request->report, "\n")
               || fascia_cli_context_print (context, "\n", NULL)))
    fascia_cli_context_flush (context, NULL);
  return TRUE;
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;

  if (request->is_repair)
    return tell_repair (context, request, error);
  if (request->is_json)
    return tell_json (context, request, error);

  g_autofree char *entries
      /* Translators: the number of entries in the journal. */
      = g_strdup_printf (ngettext ("%u entry", "%u entries", (gulong) request->n_entries),
                         (guint) request->n_entries);
  g_autofree char *marks
      /* Translators: the number of marked places in the journal. */
      = g_strdup_printf (ngettext ("%u mark", "%u marks", (gulong) request->n_marks),
                         (guint) request->n_marks);
  g_autofree char *text
      /* Translators: the first %s is such as "12 entries", the second such as "40 marks". */
      = g_strdup_printf (_ ("The journal is intact: %s, %s.\n"), entries, marks);
  return fascia_cli_context_print (context, text, error)
         && fascia_cli_context_flush (context, error);
}

const FasciaCliCommand fascia_cli_check_command = {
  .name = "check",
  .summary = N_ ("Say whether the journal is intact"),
  .get_needs = get_needs,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
