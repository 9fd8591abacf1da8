/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia delete: takes one entry out of the journal. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-backup.h"

#include "fascia-cli-id.h"
#include "fascia-cli-options.h"

typedef struct
{
  FasciaCliId id;
  gboolean is_for_good;
  gboolean is_backups_too;
  FasciaUid name;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  fascia_cli_id_clear (&self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "for-good", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_for_good,
      N_ ("Overwrite it in the file: nothing of it can be found again"), NULL },
    { "backups-too", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_backups_too,
      N_ ("With --for-good: remove the automatic backups, which still have it, and make a new one"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (&rest, entries, _ ("ID"),
                                 _ ("Takes one entry out of the journal."),
                                 _ ("While a window has the journal open, it can be undone there; "
                                    "not so with “--for-good”."),
                                 error)
      || !fascia_cli_id_parse (&request->id, rest, error))
    return NULL;
  if (request->is_backups_too && !request->is_for_good)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“--backups-too” goes with “--for-good” only."));
      return NULL;
    }
  return g_steal_pointer (&request);
}

static gboolean
delete_entry (FasciaDb *db, gpointer data, FasciaChangeFlags *changed, GError **error)
{
  Request *request = data;

  if (!fascia_cli_id_resolve (&request->id, db, &request->name, error))
    return FALSE;
  g_autoptr (FasciaOperation) operation
      = request->is_for_good
            ? fascia_db_delete_for_good (db, &request->name, request->is_backups_too, error)
            : fascia_db_delete_entry (db, &request->name, error);
  if (operation == NULL)
    return FALSE;
  *changed = fascia_operation_get_changes (operation);
  return TRUE;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  return context->run (delete_entry, data, context->run_data, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autofree char *id = fascia_uid_to_string (&request->name);
  g_autofree char *text = NULL;

  if (!request->is_for_good)
    /* Translators: %s is the id of an entry. */
    text = g_strdup_printf (_ ("Deleted: %s.\n"), id);
  else if (request->is_backups_too)
    /* Translators: %s is the id of an entry. */
    text = g_strdup_printf (_ ("Deleted for good, also from the automatic backups: %s.\n"), id);
  else
    text = g_strdup_printf (
        /* Translators: %s is the id of an entry; the option stays as it is. */
        _ ("Deleted for good: %s. Automatic backups keep it until they make room for newer ones, "
           "as long as “--backups-too” does not remove them.\n"),
        id);
  /* It is gone, whether or not anybody hears of it. */
  if (fascia_cli_context_print (context, text, NULL))
    fascia_cli_context_flush (context, NULL);
  return TRUE;
}

const FasciaCliCommand fascia_cli_delete_command = {
  .name = "delete",
  .summary = N_ ("Take an entry out"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
