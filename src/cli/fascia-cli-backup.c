/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia backup: the whole journal in one file that can be put back. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-backup-private.h"

#include "fascia-cli-backup-text.h"
#include "fascia-cli-options.h"
#include "fascia-cli-output.h"
#include "fascia-cli-terminal.h"

typedef struct
{
  char *path; /* absolute */
  const char *passphrase;
  gboolean is_json;
  FasciaBackupInfo *info; /* the result */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->info, fascia_backup_info_free);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  g_autofree char *file = NULL;
  gboolean is_locked = FALSE;
  const GOptionEntry entries[] = {
    { "lock", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_locked,
      N_ ("Lock it with a passphrase, which is asked for"), NULL },
    { "passphrase-file", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &file,
      N_ ("Lock it with the passphrase in a file"), N_ ("FILE") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("Say what was written as JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("FILE"),
          _ ("Writes the whole journal into one file, from which it can be restored."),
          _ ("The file appears only when it has been read back and is whole, and only you can read "
             "it. A locked one\nis in the age format; there is no way in without its passphrase."),
          error))
    return NULL;
  request->path
      = fascia_cli_parse_output (context, rest, _ ("Say one file for the backup."), error);
  if (request->path == NULL)
    return NULL;
  if (g_str_equal (rest[1], "-"))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("A backup goes into a file, not to standard output."));
      return NULL;
    }
  if (is_locked || file != NULL)
    {
      request->passphrase = fascia_cli_get_passphrase (context, file, TRUE, error);
      if (request->passphrase == NULL)
        return NULL;
    }
  return g_steal_pointer (&request);
}

static gboolean
take (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  FasciaBackup **backup = data;

  *done = TRUE;
  *backup = fascia_backup_take (db, error);
  if (*backup == NULL)
    return FALSE;
  /* What breaks off this piece of reading is gone by the time the copy is written. */
  (*backup)->should_stop = NULL;
  (*backup)->stop_data = NULL;
  return TRUE;
}

/* Only the copy needs the journal; writing it, and reading it back, takes longer. */
static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;
  g_autoptr (FasciaBackup) backup = NULL;

  return fascia_cli_check_output (context, request->path, error)
         && context->read (take, TRUE, &backup, context->run_data, error)
         && fascia_backup_save (backup, request->path, request->passphrase, &request->info, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;

  /* It is there, whether or not anybody hears of it. */
  if (request->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      fascia_cli_json_add_backup (builder, request->info);
      json_builder_end_object (builder);
      fascia_cli_json_tell (context, builder, NULL);
      return TRUE;
    }
  g_autofree char *name = g_filename_display_name (request->path);
  g_autofree char *what = fascia_cli_backup_to_text (request->info);
  /* Translators: %1$s is a file, %2$s such as "12 entries, from … to …". */
  g_autofree char *text
      = request->passphrase != NULL
            ? g_strdup_printf (_ ("The locked backup is in “%1$s”: %2$s.\n"), name, what)
            : g_strdup_printf (_ ("The backup is in “%1$s”: %2$s.\n"), name, what);
  if (fascia_cli_context_print (context, text, NULL))
    fascia_cli_context_flush (context, NULL);
  return TRUE;
}

const FasciaCliCommand fascia_cli_backup_command = {
  .name = "backup",
  .summary = N_ ("Write the journal into a backup"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
