/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a command here, or in the window that has the journal. */

#include "config.h"

#include "fascia-cli.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "core/journal/fascia-journal.h"
#include "core/store/fascia-backup.h"
#include "fascia-core-resources.h"

#include "fascia-cli-command.h"
#include "fascia-cli-remote.h"

/* How long to wait for a journal that is in use; how long until a window is asked for again, for it
 * may just be starting; and between two attempts, in microseconds. */
#define PATIENCE_MS 5000
#define TURN_MS 500
#define PAUSE_MIN_US 2000
#define PAUSE_MAX_US 25000

gboolean
fascia_cli_wants (int argc, char *const *argv)
{
  static const char *const windows[]
      = { "--gapplication-", "--display", "--help-gapplication", "--help-all", "--flare" };

  if (argc < 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      if (g_str_has_prefix (argv[1], windows[i]))
        return FALSE;
    }
  return TRUE;
}

static void
append_help (GString *text)
{
  g_string_append (text, _ ("Usage:"));
  g_string_append (text, "\n");
  g_string_append_printf (text, "  %-18s%s\n", "fascia", _ ("Open the window"));
  for (guint i = 0; fascia_cli_get_command (i) != NULL; i++)
    {
      const FasciaCliCommand *command = fascia_cli_get_command (i);
      g_autofree char *line = g_strconcat ("fascia ", command->name, NULL);

      g_string_append_printf (text, "  %-18s%s\n", line, _ (command->summary));
    }
  g_string_append_printf (text, "  %-18s%s\n", "fascia --flare", _ ("Open one calm screen"));
  g_string_append_printf (text, "  %-18s%s\n", "fascia --version", _ ("Show the version"));
  g_string_append_printf (text, "  %-18s%s\n", "fascia --help", _ ("Show this help"));
  g_string_append (text, "\n");
  g_string_append (text, _ ("“fascia COMMAND --help” says more about a command."));
  g_string_append (text, "\n");
}

/* TRUE when it was one of the options that need no command. */
static gboolean
run_option (FasciaCliContext *context, const char *option, int *status)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_str_equal (option, "--version"))
    g_string_append_printf (text, "fascia %s\n", VERSION);
  else if (g_str_equal (option, "--help") || g_str_equal (option, "-h")
           || g_str_equal (option, "help"))
    append_help (text);
  else
    return FALSE;

  g_autoptr (GError) help
      = g_error_new_literal (FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_HELP, text->str);
  *status = fascia_cli_report (context, NULL, help);
  return TRUE;
}

typedef struct
{
  FasciaDb *db;
} Direct;

static gboolean
run_here (FasciaCliDbFunc func, gpointer data, gpointer run_data, GError **error)
{
  const Direct *direct = run_data;
  FasciaChangeFlags changed = FASCIA_CHANGE_NONE;

  return func (direct->db, data, &changed, error);
}

static gboolean
read_here (FasciaCliSliceFunc func,
           gboolean is_repeatable,
           gpointer data,
           gpointer run_data,
           GError **error)
{
  const Direct *direct = run_data;
  gboolean done = FALSE;

  while (!done)
    if (!func (direct->db, data, &done, error))
      return FALSE;
  return TRUE;
}

/* Tries until @until, a monotonic time. Each attempt lets go of the file before the next one, and no
 * two processes come back in step: those that wait holding on would wait for each other. */
static FasciaDb *
open_until (const char *path, FasciaDbFlags flags, FasciaClock *clock, gint64 until, GError **error)
{
  for (;;)
    {
      g_autoptr (GError) cause = NULL;
      FasciaDb *db = fascia_db_open (path, flags, clock, 0, &cause);

      if (db != NULL)
        return db;
      if (!g_error_matches (cause, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY)
          || g_get_monotonic_time () >= until)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
      g_usleep ((gulong) g_random_int_range (PAUSE_MIN_US, PAUSE_MAX_US));
    }
}

/* Opens the journal, or has the command run where it is open. NULL with @status when it is done. */
static FasciaDb *
open_or_hand_over (FasciaCliContext *context,
                   const char *const *argv,
                   FasciaDbFlags flags,
                   int *status)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  gint64 deadline = g_get_monotonic_time () + PATIENCE_MS * G_TIME_SPAN_MILLISECOND;
  gint64 until = 0;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      FasciaDb *db = open_until (context->journal, flags, clock, until, &error);
      gint64 left_ms = (deadline - g_get_monotonic_time ()) / G_TIME_SPAN_MILLISECOND;

      if (db != NULL)
        return db;
      if (!g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY) || left_ms <= 0)
        {
          *status = fascia_cli_report (context, NULL, error);
          return NULL;
        }

      switch (fascia_cli_remote_run (argv, context->cwd, context->zone, context->journal,
                                     context->secret, (int) left_ms, status))
        {
        case FASCIA_CLI_REMOTE_DONE:
          return NULL;
        case FASCIA_CLI_REMOTE_LOST:
          fascia_cli_context_complain (
              context, _ ("The window of Fascia went away before it answered: look with “fascia "
                          "list” whether it is done."));
          *status = 1;
          return NULL;
        case FASCIA_CLI_REMOTE_NOBODY:
        default:
          break;
        }
      until = MIN (deadline, g_get_monotonic_time () + TURN_MS * G_TIME_SPAN_MILLISECOND);
    }
}

/* Without a journal there is nothing to open for a command that can do without. */
static gboolean
is_without (const FasciaCliContext *context, FasciaCliNeeds needs)
{
  return needs == FASCIA_CLI_NEEDS_NOTHING || needs == FASCIA_CLI_NEEDS_CLOSED
         || (needs == FASCIA_CLI_NEEDS_PERHAPS
             && !g_file_test (context->journal, G_FILE_TEST_EXISTS));
}

/* Whether there is an automatic backup of today, or of a day to come. */
static gboolean
is_backed_up_today (const FasciaCliContext *context)
{
  g_autoptr (GPtrArray) list = fascia_backup_list (context->journal, NULL);
  FasciaMoment now, then;

  fascia_moment_init (&now, context->now_ms, context->zone);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const FasciaBackupInfo *info = g_ptr_array_index (list, i);

      fascia_moment_init (&then, info->created_ms, context->zone);
      if (then.day >= now.day)
        return TRUE;
    }
  return FALSE;
}

/* For those who never open a window. What was written is written and has been told: whoever has the
 * journal open by now is not waited for, and an error is told without changing the exit status. */
static void
back_up (FasciaCliContext *context)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  g_autoptr (GError) error = NULL;
  gboolean is_made;

  if (is_backed_up_today (context))
    return;
  FasciaDb *db = fascia_db_open (context->journal, FASCIA_DB_READ_EXISTING, clock, 0, &error);
  if (db != NULL)
    {
      fascia_db_backup_rolling (db, &is_made, &error);
      fascia_db_close (db, NULL);
    }
  if (error == NULL || g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY))
    return;
  /* Translators: the entry was written; %s is a sentence saying what is wrong. */
  g_autofree char *sentence
      = g_strdup_printf (_ ("There is no automatic backup today. %s"), error->message);
  fascia_cli_context_complain (context, sentence);
}

static int
run_job (FasciaCliContext *context, FasciaCliJob *job, const char *const *argv)
{
  FasciaCliNeeds needs = fascia_cli_job_get_needs (job);
  int status = 1;

  if (is_without (context, needs))
    {
      fascia_cli_job_perform (job, context);
      return fascia_cli_job_tell (job, context);
    }

  Direct direct = { open_or_hand_over (
      context, argv, needs == FASCIA_CLI_NEEDS_JOURNAL ? FASCIA_DB_NONE : FASCIA_DB_READ_EXISTING,
      &status) };
  if (direct.db == NULL)
    return status;

  context->run = run_here;
  context->read = read_here;
  context->run_data = &direct;
  fascia_cli_job_perform (job, context);
  context->run = NULL;
  context->read = NULL;

  /* What was written is durable before the file is closed: a failure here loses nothing and must
   * not make anybody write it again. */
  fascia_db_close (direct.db, NULL);
  status = fascia_cli_job_tell (job, context);
  if (status == 0 && fascia_cli_job_is_backed_up (job))
    back_up (context);
  return status;
}

int
fascia_cli_run (int argc, char *const *argv)
{
  g_return_val_if_fail (argc >= 2, 2);

  /* A reader that goes away and a limit of file size are errors with a sentence, no sudden end. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  fascia_core_get_resource ();

  /* Only the usage line of "COMMAND --help" reads this name. */
  g_autofree char *name = g_strdup_printf ("fascia %s", argv[1]);
  g_set_prgname (name);

  g_autofree char *cwd = g_get_current_dir ();
  g_autofree char *journal = fascia_journal_dup_default_path ();
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  g_autoptr (GTimeZone) zone = fascia_clock_dup_zone (clock);
  g_auto (FasciaCliContext) context;
  int status = 1;

  fascia_cli_context_init (&context, cwd, journal, fascia_clock_now_ms (clock), zone, STDIN_FILENO,
                           STDOUT_FILENO, STDERR_FILENO);
  if (run_option (&context, argv[1], &status))
    return status;

  g_autoptr (FasciaCliJob) job = fascia_cli_job_new (&context, (const char *const *) argv, &status);
  if (job == NULL)
    return status;
  return run_job (&context, job, (const char *const *) argv);
}
