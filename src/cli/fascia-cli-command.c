/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a command line and performs it, wherever the journal is. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

struct _FasciaCliJob
{
  const FasciaCliCommand *command;
  gpointer request;
  GError *error; /* why it could not be done */
};

static const FasciaCliCommand *const commands[] = {
  &fascia_cli_log_command,      &fascia_cli_list_command,    &fascia_cli_show_command,
  &fascia_cli_edit_command,     &fascia_cli_delete_command,  &fascia_cli_tags_command,
  &fascia_cli_items_command,    &fascia_cli_figure_command,  &fascia_cli_regions_command,
  &fascia_cli_routines_command, &fascia_cli_suggest_command, &fascia_cli_safety_command,
  &fascia_cli_play_command,     &fascia_cli_export_command,  &fascia_cli_import_command,
  &fascia_cli_backup_command,   &fascia_cli_restore_command, &fascia_cli_check_command,
  &fascia_cli_erase_command,    &fascia_cli_demo_command,
};

const FasciaCliCommand *
fascia_cli_get_command (guint index)
{
  return index < G_N_ELEMENTS (commands) ? commands[index] : NULL;
}

int
fascia_cli_report (FasciaCliContext *context, const char *command, const GError *error)
{
  g_return_val_if_fail (error != NULL, 1);

  if (g_error_matches (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_HELP))
    {
      g_autoptr (GError) cause = NULL;
      gboolean is_said = fascia_cli_context_print (context, error->message, &cause)
                         && fascia_cli_context_flush (context, &cause);

      return is_said ? 0 : fascia_cli_report (context, command, cause);
    }
  if (g_error_matches (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE))
    {
      g_autofree char *sentence
          = command != NULL
                /* Translators: %1$s is a sentence saying what is wrong, %2$s a command. */
                ? g_strdup_printf (_ ("%1$s See “fascia %2$s --help”."), error->message, command)
                /* Translators: %s is a sentence saying what is wrong. */
                : g_strdup_printf (_ ("%s See “fascia --help”."), error->message);

      fascia_cli_context_complain (context, sentence);
      return 2;
    }
  if (!g_error_matches (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_UNHEARD))
    fascia_cli_context_complain (context, error->message);
  return 1;
}

FasciaCliJob *
fascia_cli_job_new (FasciaCliContext *context, const char *const *argv, int *status)
{
  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (argv != NULL && argv[0] != NULL && argv[1] != NULL, NULL);
  g_return_val_if_fail (status != NULL, NULL);

  g_autoptr (GError) error = NULL;
  const FasciaCliCommand *command = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (commands) && command == NULL; i++)
    {
      if (g_str_equal (commands[i]->name, argv[1]))
        command = commands[i];
    }
  if (command == NULL)
    {
      g_autofree char *name = g_utf8_make_valid (argv[1], -1);

      g_set_error (&error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                   *name == '-'
                       /* Translators: %s is an option as typed. */
                       ? _ ("There is no option “%s”.")
                       /* Translators: %s is a command as typed. */
                       : _ ("There is no command “%s”."),
                   name);
      *status = fascia_cli_report (context, NULL, error);
      return NULL;
    }

  /* What the command gets begins with its name, where others expect the program's. */
  g_auto (GStrv) args = g_strdupv ((char **) argv + 1);
  gpointer request = command->parse (context, args, &error);
  if (request == NULL)
    {
      *status = fascia_cli_report (context, command->name, error);
      return NULL;
    }

  FasciaCliJob *job = g_new0 (FasciaCliJob, 1);
  job->command = command;
  job->request = request;
  return job;
}

FasciaCliNeeds
fascia_cli_job_get_needs (const FasciaCliJob *job)
{
  g_return_val_if_fail (job != NULL, FASCIA_CLI_NEEDS_NOTHING);

  return job->command->get_needs != NULL ? job->command->get_needs (job->request)
                                         : job->command->needs;
}

gboolean
fascia_cli_job_is_backed_up (const FasciaCliJob *job)
{
  g_return_val_if_fail (job != NULL, FALSE);

  return job->command->is_backed_up;
}

void
fascia_cli_job_perform (FasciaCliJob *job, FasciaCliContext *context)
{
  g_return_if_fail (job != NULL && job->error == NULL);
  g_return_if_fail (context != NULL);

  job->command->perform (context, job->request, &job->error);
}

int
fascia_cli_job_tell (FasciaCliJob *job, FasciaCliContext *context)
{
  g_return_val_if_fail (job != NULL, 1);
  g_return_val_if_fail (context != NULL, 1);

  if (job->error == NULL && job->command->tell (context, job->request, &job->error))
    return 0;
  return fascia_cli_report (context, job->command->name, job->error);
}

void
fascia_cli_job_free (FasciaCliJob *job)
{
  if (job == NULL)
    return;
  job->command->free (job->request);
  g_clear_error (&job->error);
  g_free (job);
}
