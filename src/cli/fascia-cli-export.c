/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia export: the whole journal for other programs. */

#include "config.h"

#include "fascia-cli-command.h"

#include <sys/stat.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/exchange/fascia-atomic-file.h"
#include "core/exchange/fascia-csv.h"
#include "core/exchange/fascia-export.h"

#include "fascia-cli-options.h"
#include "fascia-cli-output.h"

/* Rows are gathered up to this size before they are written. */
#define CHUNK (32 * 1024)
/* Entries written in one go: some milliseconds of the journal's time. */
#define SLICE 100

typedef struct
{
  char *path; /* absolute; NULL: standard output */
  FasciaExportFormat format;
  gboolean is_stream;   /* no file that could be put in its place */
  GPtrArray *entries;   /* what goes into a stream, newest first */
  FasciaExport *export; /* what goes into a file */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->export, fascia_export_free);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
parse_format (const char *text, const char *path, FasciaExportFormat *format, GError **error)
{
  static const struct
  {
    const char *name;
    FasciaExportFormat format;
  } formats[] = {
    { "tables", FASCIA_EXPORT_TABLES }, { "json", FASCIA_EXPORT_JSON },
    { "fhir", FASCIA_EXPORT_FHIR },     { "table", FASCIA_EXPORT_TABLE },
    { "csv", FASCIA_EXPORT_TABLE },
  };

  if (text == NULL)
    {
      /* By its name. */
      *format = g_str_equal (path, "-") || g_str_has_suffix (path, ".csv") ? FASCIA_EXPORT_TABLE
                : g_str_has_suffix (path, ".json")                         ? FASCIA_EXPORT_JSON
                                                                           : FASCIA_EXPORT_TABLES;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (text, formats[i].name))
      {
        *format = formats[i].format;
        return TRUE;
      }
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
               /* Translators: %s is what was typed; the words after the colon stay as they are. */
               _ ("There is no format “%s”: write “tables”, “json”, “fhir” or “table”."), valid);
  return FALSE;
}

/* A pipe or a device has a reader who may be slow: nothing of the journal waits for him. */
static gboolean
is_device (const char *path)
{
  struct stat status;

  return g_stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode);
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format,
      N_ ("The format; by the name of the file if not given"), "tables|json|fhir|table" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);
  g_autoptr (Request) request = g_new0 (Request, 1);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("PATH"),
          _ ("Writes the whole journal into a file or a folder; “-” is standard output."),
          _ ("  tables   a folder of tables and what their columns mean; can be imported\n"
             "  json     one file with everything; can be imported; for names in .json\n"
             "  fhir     one file for health records: a FHIR R4 bundle\n"
             "  table    one table for a spreadsheet, a row for each mark, drawing and spread; "
             "for\n"
             "           names in .csv and for standard output\n\n"
             "It appears only when it is whole, and only you can read it."),
          error))
    return NULL;
  if (rest[1] != NULL && rest[2] == NULL && rest[1][0] != '\0'
      && !parse_format (format, rest[1], &request->format, error))
    return NULL;
  g_autofree char *target
      = rest[1] != NULL ? fascia_cli_context_build_path (context, rest[1]) : NULL;
  if (format == NULL && target != NULL && is_device (target))
    request->format = FASCIA_EXPORT_TABLE;
  const gboolean is_folder = request->format == FASCIA_EXPORT_TABLES;
  if (is_folder)
    path = g_steal_pointer (&target);
  else
    path = fascia_cli_parse_output (context, rest, _ ("Say one file to write to, or “-”."), error);
  if (path == NULL)
    return NULL;
  request->is_stream = g_str_equal (rest[1], "-");
  if (request->is_stream && request->format != FASCIA_EXPORT_TABLE)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("Only a table goes to standard output: say a file."));
      return NULL;
    }
  if (!request->is_stream)
    request->path = g_steal_pointer (&path);
  return g_steal_pointer (&request);
}

static gboolean
step (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;

  return fascia_export_step (request->export, db, SLICE, done, error);
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL
      || (request->path != NULL && !fascia_cli_check_output (context, request->path, error)))
    return FALSE;
  if (request->path != NULL && is_device (request->path))
    request->is_stream = TRUE;
  if (request->is_stream && request->format == FASCIA_EXPORT_TABLE)
    {
      request->entries = fascia_cli_context_read (context, NULL, 0, NULL, error);
      return request->entries != NULL;
    }
  if (request->is_stream)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                           _ ("Only a table goes into a pipe or a device: say a file."));
      return FALSE;
    }
  request->export = fascia_export_new (request->format, body, request->path, error);
  return request->export != NULL && context->read (step, FALSE, request, context->run_data, error);
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
  if (!request->is_stream)
    return fascia_export_finish (request->export, NULL, error);
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
  .summary = N_ ("Write the whole journal for other programs"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
