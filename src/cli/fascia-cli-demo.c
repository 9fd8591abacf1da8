/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia demo: a practice journal in a folder of its own. */

#include "config.h"

#include "fascia-cli-command.h"

#include <errno.h>
#include <unistd.h>

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
  FasciaDemoOptions options;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->folder);
  g_time_zone_unref (self->options.zone);
  g_free (self);
}

static gboolean
parse_end (FasciaCliContext *context, const char *text, gint32 *day, GError **error)
{
  g_autoptr (GError) cause = NULL;
  FasciaMoment moment;

  if (text == NULL)
    {
      /* Today, once its morning is over: nothing lies ahead of now. */
      fascia_moment_init (&moment, context->now_ms, context->zone);
      *day = moment.day - (fascia_moment_get_minute (&moment) < LAST_MINUTE ? 1 : 0);
      return TRUE;
    }
  if (!fascia_cli_check_utf8 (text, "--end", error))
    return FALSE;
  if (!fascia_moment_parse (text, context->zone, context->now_ms, &moment, &cause))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
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

static void
remove_journal (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (path, suffixes[i], NULL);

      g_unlink (part);
    }
}

static gboolean
write_entries (FasciaCliContext *context, const char *path, GPtrArray *entries, GError **error)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_system ();
  FasciaDb *db = fascia_db_open (path, FASCIA_DB_NONE, clock, 0, error);

  if (db == NULL)
    return FALSE;

  gboolean is_written
      = fascia_db_insert_entries (db, (FasciaEntry *const *) entries->pdata, entries->len, error);
  /* The first thing that went wrong is what the person must hear. */
  return fascia_db_close (db, is_written ? error : NULL) && is_written;
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

/* Puts the finished file in its place, never over another one. */
static gboolean
put_in_place (const char *temporary, const char *path, GError **error)
{
  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      return TRUE;
    }

  int code = errno;
  if (code == EEXIST)
    return set_exists (path, error);
  /* A file system without hard links. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) == 0)
    return TRUE;

  g_autofree char *name = g_filename_display_name (path);
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %1$s is a file, %2$s the reason in the words of the system. */
               _ ("The practice journal “%1$s” was not written: %2$s. Choose another folder."),
               name, g_strerror (code));
  return FALSE;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autofree char *folder = g_build_filename (request->folder, DATA_FOLDER, NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return set_exists (path, error);

  g_autoptr (GPtrArray) entries = fascia_demo_generate (&request->options);
  /* Made under another name, so that an interrupted one is never taken for a journal. */
  g_autofree char *temporary
      = g_strdup_printf ("%s%c.practice-%d.db", folder, G_DIR_SEPARATOR, (int) getpid ());
  gboolean is_done
      = write_entries (context, temporary, entries, error) && put_in_place (temporary, path, error);
  if (!is_done)
    {
      remove_journal (temporary);
      return FALSE;
    }

  g_autofree char *name = g_filename_display_name (path);
  /* Translators: %1$s is a file, %2$s a folder; the command stays as it is. */
  g_autofree char *text = g_strdup_printf (
      _ ("The practice journal is in “%1$s”. Look at it with: XDG_DATA_HOME=%2$s fascia\n"), name,
      request->folder);
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
  .free = request_free,
};
