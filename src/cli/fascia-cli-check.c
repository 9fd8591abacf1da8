/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia check: is the journal whole? */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "fascia-cli-options.h"

typedef struct
{
  gint64 n_entries;
  gint64 n_marks;
} Request;

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (&rest, NULL, NULL,
                                 _ ("Reads the whole journal and says whether it is intact."), NULL,
                                 error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“check” takes no arguments."));
      return NULL;
    }
  return g_new0 (Request, 1);
}

static gboolean
check (FasciaDb *db, gpointer data, FasciaChangeFlags *changed, GError **error)
{
  Request *request = data;

  return fascia_db_check (db, &request->n_entries, &request->n_marks, error);
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  return context->run (check, data, context->run_data, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
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
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = g_free,
};
