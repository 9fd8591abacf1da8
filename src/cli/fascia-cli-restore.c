/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia restore: puts a backup in the place of the journal. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "fascia-cli-backup-text.h"
#include "fascia-cli-closed.h"
#include "fascia-cli-options.h"
#include "fascia-cli-terminal.h"

typedef struct
{
  char *path; /* absolute */
  char *passphrase_file;
  gboolean is_preview;
  gboolean is_sure;
  gboolean is_json;
  FasciaBackupPreview *preview;
  char *kept; /* where what was replaced is now */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->preview, fascia_backup_preview_free);
  g_free (self->passphrase_file);
  g_free (self->path);
  g_free (self->kept);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "preview", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_preview,
      N_ ("Only say what it would change"), NULL },
    { "yes", 'y', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_sure, N_ ("Do not ask"),
      NULL },
    { "passphrase-file", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &request->passphrase_file,
      N_ ("The passphrase of a locked backup is in a file"), N_ ("FILE") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("Say it as JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("FILE"), _ ("Puts a backup in the place of the journal."),
          _ ("First it says what that changes. What is replaced is kept beside it. Close Fascia "
             "first."),
          error))
    return NULL;
  if (rest[1] == NULL || rest[1][0] == '\0' || rest[2] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("Say one backup to restore."));
      return NULL;
    }
  request->path = fascia_cli_context_build_path (context, rest[1]);
  return g_steal_pointer (&request);
}

/* What is there now; compares only with a journal that can be read. */
static gboolean
load_preview (FasciaCliContext *context, Request *request, GError **error)
{
  FasciaDb *db = NULL;

  if (!fascia_cli_open_closed (context, &db, error))
    return FALSE;
  request->preview = fascia_backup_preview (db, request->path, context->secret, error);
  if (db != NULL)
    fascia_db_close (db, NULL);
  return request->preview != NULL;
}

static gboolean
find_passphrase (FasciaCliContext *context, Request *request, GError **error)
{
  if (request->passphrase_file != NULL)
    return fascia_cli_get_passphrase (context, request->passphrase_file, FALSE, error) != NULL;
  g_autoptr (FasciaBackupInfo) info = fascia_backup_inspect (request->path, NULL, FALSE, NULL);
  /* What is wrong with it is told by the preview. */
  if (info == NULL || !info->is_locked || !fascia_cli_is_terminal (context))
    return TRUE;
  return fascia_cli_get_passphrase (context, NULL, FALSE, error) != NULL;
}

static char *
preview_to_text (const FasciaBackupPreview *preview)
{
  g_autofree char *what = fascia_cli_backup_to_text (preview->info);
  /* Translators: %s is such as "12 entries, from … to …". */
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("In the backup: %s.\n"), what);
  if (preview->n_same < 0)
    {
      g_string_append (text, _ ("There is no journal to compare it with.\n"));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_string_append_printf (text, _ ("The same in the journal: %u\n"), (guint) preview->n_same);
  g_string_append_printf (text, _ ("Different in the journal: %u\n"), (guint) preview->n_different);
  g_string_append_printf (text, _ ("Only in the backup: %u\n"), (guint) preview->n_only_there);
  g_string_append_printf (text, _ ("Only in the journal, and gone afterwards: %u\n"),
                          (guint) preview->n_only_here);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
ask (FasciaCliContext *context, const Request *request, GError **error)
{
  g_autofree char *text = preview_to_text (request->preview);

  if (request->is_sure)
    return TRUE;
  if (!fascia_cli_is_terminal (context))
    return fascia_cli_confirm (context, "", "", "--yes", error);
  return fascia_cli_context_print (context, text, error)
         && fascia_cli_context_flush (context, error)
         /* Translators: the word to be typed is the next message. */
         && fascia_cli_confirm (context, _ ("Type “restore” to put it in place:"),
                                /* Translators: what must be typed. */
                                C_ ("typed", "restore"), "--yes", error);
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  GError *cause = NULL;

  if (!find_passphrase (context, request, error))
    return FALSE;
  if (!load_preview (context, request, &cause))
    {
      fascia_cli_propagate_backup (error, cause);
      return FALSE;
    }
  if (request->is_preview)
    return TRUE;
  if (!ask (context, request, error))
    return FALSE;
  if (!fascia_backup_restore (context->journal, request->path, context->secret, clock,
                              &request->kept, &cause))
    {
      fascia_cli_propagate_closed (error, cause);
      return FALSE;
    }
  return TRUE;
}

static gboolean
tell_json (FasciaCliContext *context, const Request *request, GError **error)
{
  const FasciaBackupPreview *preview = request->preview;
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *kept = request->kept != NULL ? g_utf8_make_valid (request->kept, -1) : NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "backup");
  json_builder_begin_object (builder);
  fascia_cli_json_add_backup (builder, preview->info);
  json_builder_end_object (builder);
  fascia_cli_json_add_given (builder, "same", (int) preview->n_same);
  fascia_cli_json_add_given (builder, "different", (int) preview->n_different);
  fascia_cli_json_add_given (builder, "only_in_backup", (int) preview->n_only_there);
  fascia_cli_json_add_given (builder, "only_in_journal", (int) preview->n_only_here);
  fascia_cli_json_add_bool (builder, "restored", !request->is_preview);
  fascia_cli_json_add_text (builder, "kept", kept);
  json_builder_end_object (builder);
  return fascia_cli_json_tell (context, builder, error);
}

static gboolean
tell_text (FasciaCliContext *context, const Request *request, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (request->is_preview)
    {
      g_autofree char *preview = preview_to_text (request->preview);

      g_string_append (text, preview);
    }
  else
    {
      g_autofree char *what = fascia_cli_backup_to_text (request->preview->info);

      /* Translators: %s is such as "12 entries, from … to …". */
      g_string_append_printf (text, _ ("The journal is restored: %s.\n"), what);
    }
  if (request->kept != NULL)
    {
      g_autofree char *kept = g_filename_display_name (request->kept);

      /* Translators: %s is a file. */
      g_string_append_printf (text, _ ("What it replaced is kept as “%s”.\n"), kept);
    }
  return fascia_cli_context_print (context, text->str, error)
         && fascia_cli_context_flush (context, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GError) cause = NULL;

  if (request->is_json)
    tell_json (context, request, &cause);
  else
    tell_text (context, request, &cause);
  /* What is restored is restored, whether or not anybody hears of it; a preview is there to be read. */
  if (cause == NULL || !request->is_preview)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

const FasciaCliCommand fascia_cli_restore_command = {
  .name = "restore",
  .summary = N_ ("Put a backup in the place of the journal"),
  .needs = FASCIA_CLI_NEEDS_CLOSED,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
