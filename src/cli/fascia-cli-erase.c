/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia erase: everything is gone. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-backup.h"

#include "fascia-cli-closed.h"
#include "fascia-cli-options.h"
#include "fascia-cli-terminal.h"

typedef struct
{
  gboolean is_sure;
} Request;

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autofree Request *request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "yes", 'y', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_sure, N_ ("Do not ask"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, NULL,
          _ ("Removes the journal with everything in it, and its automatic backups."),
          _ ("Backups and exports that you wrote elsewhere stay. Close Fascia first."), error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“erase” takes options only."));
      return NULL;
    }
  return g_steal_pointer (&request);
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  GError *cause = NULL;

  if (!fascia_cli_check_closed (context, error))
    return FALSE;
  if (!request->is_sure
      && !fascia_cli_confirm (
          context,
          /* Translators: the word to be typed is the next message. */
          _ ("All entries and all automatic backups will be gone. Type “erase” to go on:"),
          /* Translators: what must be typed. */
          C_ ("typed", "erase"), "--yes", error))
    return FALSE;
  if (!fascia_journal_files_erase (context->journal, &cause))
    {
      fascia_cli_propagate_closed (error, cause);
      return FALSE;
    }
  return TRUE;
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  /* It is gone, whether or not anybody hears of it. */
  if (fascia_cli_context_print (context, _ ("Everything is erased.\n"), NULL))
    fascia_cli_context_flush (context, NULL);
  return TRUE;
}

const FasciaCliCommand fascia_cli_erase_command = {
  .name = "erase",
  .summary = N_ ("Remove everything"),
  .needs = FASCIA_CLI_NEEDS_CLOSED,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = g_free,
};
