/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia export: the whole journal for other programs. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/exchange/fascia-atomic-file.h"
#include "core/exchange/fascia-csv.h"

#include "fascia-cli-options.h"
#include "fascia-cli-output.h"

/* Rows are gathered up to this size before they are written. */
#define CHUNK (32 * 1024)

typedef struct
{
  char *path;         /* absolute; NULL: standard output */
  GPtrArray *entries; /* the result, newest first */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format,
      N_ ("The format: csv (default)"), "csv" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("FILE"),
          _ ("Writes the whole journal into a file; “-” is standard output."),
          _ ("A table with one row for each mark, drawing and spread, oldest first. Its last "
             "columns "
             "count the\nareas that hurt. The file appears only when it is whole, and only you can "
             "read it."),
          error))
    return NULL;
  if (format != NULL && !g_str_equal (format, "csv"))
    {
      g_autofree char *valid = g_utf8_make_valid (format, -1);

      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                   /* Translators: %s is what was typed; “csv” stays as it is. */
                   _ ("There is no format “%s”: write “csv”."), valid);
      return NULL;
    }
  g_autofree char *path
      = fascia_cli_parse_output (context, rest, _ ("Say one file to write to, or “-”."), error);
  if (path == NULL)
    return NULL;

  Request *request = g_new0 (Request, 1);
  if (!g_str_equal (rest[1], "-"))
    request->path = g_steal_pointer (&path);
  return request;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  if (request->path != NULL && !fascia_cli_check_output (context, request->path, error))
    return FALSE;
  request->entries = fascia_cli_context_read (context, 0, error);
  return request->entries != NULL;
}

static gboolean
write_text (FasciaCliContext *context, FasciaAtomicFile *file, GString *text, GError **error)
{
  gboolean is_written = file != NULL ? fascia_atomic_file_write (file, text->str, text->len, error)
                                     : fascia_cli_context_print (context, text->str, error);

  g_string_truncate (text, 0);
  return is_written;
}

static gboolean
write_table (FasciaCliContext *context,
             FasciaAtomicFile *file,
             GPtrArray *entries,
             const FasciaBody *body,
             GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (2 * CHUNK);

  fascia_csv_append_header (text);
  for (guint i = entries->len; i > 0; i--)
    {
      fascia_csv_append_entry (text, body, g_ptr_array_index (entries, i - 1));
      if (text->len >= CHUNK && !write_text (context, file, text, error))
        return FALSE;
    }
  if (!write_text (context, file, text, error))
    return FALSE;
  return file != NULL ? fascia_atomic_file_commit (file, error)
                      : fascia_cli_context_flush (context, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL)
    return FALSE;
  if (request->path == NULL)
    return write_table (context, NULL, request->entries, body, error);

  g_autoptr (GError) cause = NULL;
  g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (request->path, &cause);
  if (file != NULL && write_table (context, file, request->entries, body, &cause))
    return TRUE;

  fascia_cli_set_output_error (request->path, cause, error);
  return FALSE;
}

const FasciaCliCommand fascia_cli_export_command = {
  .name = "export",
  .summary = N_ ("Write the whole journal into a file"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
