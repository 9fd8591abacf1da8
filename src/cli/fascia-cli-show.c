/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia show: one entry. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db-names.h"

#include "fascia-cli-id.h"
#include "fascia-cli-options.h"
#include "fascia-cli-text.h"

typedef struct
{
  FasciaCliId id;
  gboolean is_json;
  FasciaEntry *entry; /* the result */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  fascia_cli_id_clear (&self->id);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("ID"), _ ("Shows one entry, with its whole id."),
          _ ("An id is what “fascia list” shows after the time, or as much of its beginning as no "
             "other entry has."),
          error)
      || !fascia_cli_id_parse (&request->id, rest, error))
    return NULL;
  return g_steal_pointer (&request);
}

static gboolean
read_entry (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;
  FasciaUid name;

  if (!fascia_cli_id_resolve (&request->id, db, &name, error))
    return FALSE;
  request->entry = fascia_db_get_entry (db, &name, error);
  *done = TRUE;
  return request->entry != NULL;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  return fascia_cli_context_load_names (context, error)
         && context->read (read_entry, TRUE, data, context->run_data, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;

  return fascia_cli_tell_entry (context, request->entry, FASCIA_NAME_DIGITS, request->is_json,
                                error);
}

const FasciaCliCommand fascia_cli_show_command = {
  .name = "show",
  .summary = N_ ("Show one entry"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
