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

#include "fascia-cli-options.h"

/* Rows are gathered up to this size before they are written. */
#define CHUNK (32 * 1024)

typedef struct
{
  char *path; /* absolute; NULL: standard output */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

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
          _ ("A table with one row for each mark, oldest first. The file appears only when it is "
             "whole,\nand only you can read it."),
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
  if (rest[1] == NULL || rest[1][0] == '\0' || rest[2] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("Say one file to write to, or “-”."));
      return NULL;
    }

  Request *request = g_new0 (Request, 1);
  if (!g_str_equal (rest[1], "-"))
    request->path = fascia_cli_context_build_path (context, rest[1]);
  return request;
}

typedef struct
{
  GOutputStream *stream;
  const FasciaBody *body;
  GString *text;
  guint n_entries;
  GError *write_error; /* kept apart: what failed was the writing, not the journal */
} Exporter;

static gboolean
write_text (Exporter *exporter)
{
  gboolean is_written
      = g_output_stream_write_all (exporter->stream, exporter->text->str, exporter->text->len, NULL,
                                   NULL, &exporter->write_error);

  g_string_truncate (exporter->text, 0);
  return is_written;
}

static gboolean
export_entry (FasciaEntry *entry, gpointer data, GError **error)
{
  Exporter *exporter = data;

  fascia_csv_append_entry (exporter->text, exporter->body, entry);
  exporter->n_entries++;
  return exporter->text->len < CHUNK || write_text (exporter);
}

/* An export on top of the journal would be the end of it. */
static gboolean
is_journal (const FasciaCliContext *context, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *journal = g_canonicalize_filename (context->journal, context->cwd);
  struct stat wanted;
  gboolean is_there = g_stat (path, &wanted) == 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (journal, suffixes[i], NULL);
      struct stat status;

      if (g_str_equal (part, path))
        return TRUE;
      if (is_there && g_stat (part, &status) == 0 && status.st_dev == wanted.st_dev
          && status.st_ino == wanted.st_ino)
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_write_error (const char *path, const GError *cause, GError **error)
{
  if (path != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %1$s is a file, %2$s the reason in the words of the system. */
                   _ ("The file “%1$s” was not written: %2$s. Choose another place."), name,
                   cause->message);
    }
  else
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is the reason in the words of the system. */
                   _ ("The export is not complete, standard output cannot be written: %s."),
                   cause->message);
    }
  return FALSE;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (FasciaAtomicFile) file = NULL;
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL)
    return FALSE;
  if (request->path != NULL && is_journal (context, request->path))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                           _ ("That file is the journal itself: choose another name."));
      return FALSE;
    }
  if (request->path != NULL)
    {
      file = fascia_atomic_file_new (request->path, &cause);
      if (file == NULL)
        return set_write_error (request->path, cause, error);
    }

  g_autoptr (GString) text = g_string_sized_new (2 * CHUNK);
  Exporter exporter = {
    .stream = file != NULL ? fascia_atomic_file_get_stream (file) : context->out,
    .body = body,
    .text = text,
  };
  fascia_csv_append_header (text);
  gboolean is_read = fascia_cli_context_foreach (context, export_entry, &exporter, error);
  if (is_read && exporter.write_error == NULL)
    write_text (&exporter);
  cause = g_steal_pointer (&exporter.write_error);
  if (!is_read)
    return FALSE;
  if (cause == NULL && file == NULL)
    g_output_stream_flush (context->out, NULL, &cause);
  if (cause == NULL && file != NULL)
    fascia_atomic_file_commit (file, &cause);
  if (cause != NULL)
    return set_write_error (request->path, cause, error);
  return TRUE;
}

const FasciaCliCommand fascia_cli_export_command = {
  .name = "export",
  .summary = N_ ("Write the whole journal into a file"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .free = request_free,
};
