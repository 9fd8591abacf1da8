/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia demo: a practice journal in a folder of its own. */

#include "config.h"

#include "fascia-cli-command.h"

#include <sys/stat.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/exchange/fascia-demo.h"

#include "fascia-cli-options.h"

#define DEFAULT_SEED 1
/* The last check-in is made before this minute of the day. */
#define LAST_MINUTE (8 * 60)

typedef struct
{
  char *folder; /* absolute */
  char *path;   /* the journal in it */
  FasciaDemoOptions options;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->folder);
  g_free (self->path);
  g_time_zone_unref (self->options.zone);
  g_free (self);
}

static gboolean
parse_end (FasciaCliContext *context, const char *text, gint32 *day, GError **error)
{
  g_autoptr (GError) cause = NULL;
  FasciaMoment now, moment;

  fascia_moment_init (&now, context->now_ms, context->zone);
  if (text == NULL)
    {
      /* Today, once its morning is over: nothing lies ahead of now. */
      *day = now.day - (fascia_moment_get_minute (&now) < LAST_MINUTE ? 1 : 0);
      return TRUE;
    }
  if (!fascia_cli_check_utf8 (text, "--end", error))
    return FALSE;
  if (!fascia_moment_parse (text, context->zone, context->now_ms, &moment, &cause))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
      return FALSE;
    }
  if (moment.day > now.day)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is a date as typed. */
                   _ ("“%s” has not begun yet. Choose an earlier day."), text);
      return FALSE;
    }
  *day = moment.day;
  return TRUE;
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  gint n_days = FASCIA_DEMO_DAYS;
  gint64 seed = DEFAULT_SEED;
  g_autofree char *end = NULL;
  const GOptionEntry entries[] = {
    { "days", 'd', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &n_days,
      N_ ("How many days, 3650 if not given"), N_ ("N") },
    { "seed", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT64, &seed,
      N_ ("Another number gives another person, 1 if not given"), N_ ("N") },
    { "end", 'e', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &end,
      N_ ("The last day, today if not given"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);
  gint32 last_day;

  if (!fascia_cli_parse_options (&rest, entries, _ ("DIR"),
                                 _ ("Makes a practice journal of a person who does not exist."),
                                 _ ("Look at it with:\n  XDG_DATA_HOME=DIR fascia"), error))
    return NULL;
  if (rest[1] == NULL || rest[1][0] == '\0' || rest[2] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("Say one folder for the practice journal."));
      return NULL;
    }
  if (n_days < 1 || n_days > FASCIA_DEMO_DAYS_MAX)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                   /* Translators: %d is the largest number allowed. */
                   _ ("“--days” takes a number from 1 to %d."), FASCIA_DEMO_DAYS_MAX);
      return NULL;
    }
  if (!parse_end (context, end, &last_day, error))
    return NULL;

  Request *request = g_new0 (Request, 1);
  request->folder = fascia_cli_context_build_path (context, rest[1]);
  request->options = (FasciaDemoOptions) {
    .seed = (guint64) seed,
    .last_day = last_day,
    .n_days = (guint) n_days,
    .zone = g_time_zone_ref (context->zone),
  };
  return request;
}

static gboolean
set_exists (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %s is a file. */
               _ ("There is a journal already in “%s”: choose another folder."), name);
  return FALSE;
}

static gboolean
write_entries (const char *path, GPtrArray *entries, GError **error)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, clock, 0, error);

  if (db == NULL)
    return FALSE;

  gboolean is_written
      = fascia_db_insert_entries (db, (FasciaEntry *const *) entries->pdata, entries->len, error);
  /* The first thing that went wrong is what the person must hear. */
  gboolean is_closed = fascia_db_close (db, is_written ? error : NULL);
  /* We made it, it is empty, and would be in the way of another attempt. */
  if (!is_written && is_closed)
    g_unlink (path);
  return is_written && is_closed;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;
  struct stat status;

  if (stat (request->folder, &status) == 0 && !S_ISDIR (status.st_mode))
    {
      g_autofree char *name = g_filename_display_name (request->folder);

      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is a file. */
                   _ ("“%s” is not a folder: choose another name."), name);
      return FALSE;
    }
  request->path = g_build_filename (request->folder, DATA_FOLDER, "journal.db", NULL);
  if (lstat (request->path, &status) == 0)
    return set_exists (request->path, error);

  g_autoptr (GPtrArray) entries = fascia_demo_generate (&request->options);
  return write_entries (request->path, entries, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autofree char *name = g_filename_display_name (request->path);
  g_autofree char *quoted = g_shell_quote (request->folder);
  g_autofree char *folder = g_filename_display_name (quoted);
  /* Translators: %1$s is a file, %2$s a folder; the command stays as it is. */
  g_autofree char *text = g_strdup_printf (
      _ ("The practice journal is in “%1$s”. Look at it with: XDG_DATA_HOME=%2$s fascia\n"), name,
      folder);

  /* It is there, whether or not anybody hears of it. */
  if (fascia_cli_context_print (context, text, NULL))
    fascia_cli_context_flush (context, NULL);
  return TRUE;
}

const FasciaCliCommand fascia_cli_demo_command = {
  .name = "demo",
  .summary = N_ ("Make a practice journal"),
  .needs = FASCIA_CLI_NEEDS_NOTHING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
