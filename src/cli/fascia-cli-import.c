/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia import: our own exports, and tables of other programs. */

#include "config.h"

#include "fascia-cli-command.h"

#include <errno.h>
#include <sys/stat.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/exchange/fascia-import.h"

#include "fascia-cli-mapping.h"
#include "fascia-cli-options.h"
#include "fascia-cli-text.h"

/* Of bad rows as many are told; the rest is counted. */
#define MAX_TOLD 20
/* A table of another program is read whole. */
#define MAX_BYTES (256 * 1024 * 1024)

typedef struct
{
  char *path; /* absolute */
  gboolean is_dry;
  gboolean is_skipping;
  gboolean is_columns;
  gboolean is_json;
  char **map;
  char *dates;

  FasciaTextTable *table; /* of another program */
  FasciaMapping *mapping;
  FasciaImport *import;
  FasciaImportPlan plan;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->import, fascia_import_unref);
  g_clear_pointer (&self->mapping, fascia_mapping_free);
  g_clear_pointer (&self->table, fascia_text_table_free);
  g_strfreev (self->map);
  g_free (self->dates);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
set_unreadable (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %1$s is a file, %2$s the reason in the words of the system. */
               _ ("The file “%1$s” cannot be read: %2$s."), name, reason);
  return FALSE;
}

/* A pipe could make the journal wait for somebody. */
static gboolean
check_file (const char *path, gboolean *is_folder, GError **error)
{
  struct stat status;

  if (g_stat (path, &status) != 0)
    return set_unreadable (path, g_strerror (errno), error);
  *is_folder = S_ISDIR (status.st_mode);
  if (!*is_folder && !S_ISREG (status.st_mode))
    return set_unreadable (path, _ ("it is no file"), error);
  if (!*is_folder && status.st_size > MAX_BYTES)
    return set_unreadable (path, _ ("it is too large"), error);
  return TRUE;
}

/* With the date alone nothing comes: the problem is what was left out. */
static gboolean
is_date_alone (const FasciaMapping *mapping)
{
  guint n_times = 0;

  for (guint i = 0; i < mapping->n_columns; i++)
    if (mapping->uses[i] == FASCIA_COLUMN_TIME)
      n_times++;
    else if (mapping->uses[i] != FASCIA_COLUMN_IGNORED && mapping->uses[i] != FASCIA_COLUMN_CLOCK)
      return FALSE;
  return n_times == 1;
}

static gboolean
check_mapping (const Request *request, GError **error)
{
  g_autofree char *problem = fascia_mapping_dup_problem (request->mapping);

  if (problem == NULL)
    return TRUE;
  g_autofree char *left_out = is_date_alone (request->mapping)
                                  ? fascia_cli_mapping_left_out_to_text (
                                        request->mapping, request->table, request->map, ' ')
                                  : g_strdup ("");
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, "%s%s", left_out, problem);
  return FALSE;
}

static gboolean
read_table (FasciaCliContext *context, Request *request, GError **error)
{
  g_autofree char *base = g_path_get_basename (request->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GError) cause = NULL;
  char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (request->path, &text, &length, &cause))
    return set_unreadable (request->path, cause->message, error);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  request->table = fascia_text_table_read (bytes, error);
  if (request->table == NULL)
    return FALSE;
  request->mapping = fascia_mapping_guess (request->table);
  if (!fascia_cli_mapping_apply (request->mapping, request->table, request->map, request->dates,
                                 error))
    return FALSE;
  if (request->is_columns)
    return TRUE;
  if (!check_mapping (request, error))
    return FALSE;
  request->import = fascia_import_read_table (bytes, name, request->mapping, context->body,
                                              context->zone, context->now_ms, error);
  return request->import != NULL;
}

/* What is none of our exports may be a table of another program. */
static gboolean
read_file (FasciaCliContext *context, Request *request, GError **error)
{
  const FasciaBody *body = fascia_cli_context_get_body (context, error);
  gboolean is_folder = FALSE;
  g_autoptr (GError) cause = NULL;

  if (body == NULL || !check_file (request->path, &is_folder, error))
    return FALSE;
  if (request->is_columns || request->map != NULL || request->dates != NULL)
    return read_table (context, request, error);
  request->import = fascia_import_read (request->path, body, context->now_ms, &cause);
  if (request->import != NULL)
    return TRUE;
  if (!is_folder && g_error_matches (cause, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT)
      && !g_str_has_suffix (request->path, ".json"))
    return read_table (context, request, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Where it is, then what is wrong: "diary.csv, line 3, “Ache”: …" */
static char *
problem_to_text (const FasciaImportProblem *problem)
{
  g_autoptr (GString) text = g_string_new (problem->file);

  if (problem->line > 0)
    /* Translators: after the name of a file, before what is wrong there. */
    g_string_append_printf (text, _ (", line %u"), problem->line);
  if (problem->column != NULL)
    /* Translators: after the name of a file and a line: the header of a column. */
    g_string_append_printf (text, _ (", “%s”"), problem->column);
  g_string_append_printf (text, ": %s", problem->reason);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
set_bad (const FasciaImport *import, GError **error)
{
  guint n = fascia_import_get_n_problems (import);
  g_autofree char *first = problem_to_text (fascia_import_get_problem (import, 0));

  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %1$u rows are bad; %2$s is the first of them. The options stay. */
               ngettext ("%1$u row cannot be taken, so none was (“--skip-bad” leaves it out): %2$s",
                         "%1$u rows cannot be taken, so none was (“--skip-bad” leaves them out, "
                         "“--dry-run” lists them): %2$s",
                         n),
               n, first);
  return FALSE;
}

static gboolean
check_rows (const Request *request, GError **error)
{
  return request->is_dry || request->is_columns || request->is_skipping
         || fascia_import_get_n_problems (request->import) == 0 || set_bad (request->import, error);
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "dry-run", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_dry,
      N_ ("Only say what would come"), NULL },
    { "skip-bad", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_skipping,
      N_ ("Leave out rows that cannot be taken, instead of taking none"), NULL },
    { "columns", 'c', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_columns,
      N_ ("Only say what the columns of a table are taken for"), NULL },
    { "map", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &request->map,
      N_ ("What a column of a table means; may be given several times"), N_ ("COLUMN=USE") },
    { "dates", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &request->dates,
      N_ ("How dates are written in a table"), "iso|day-first|month-first|unix" },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("Say it as JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (
          &rest, entries, _ ("FILE|FOLDER"),
          _ ("Takes entries from a file into the journal: all of them or none."),
          _ ("Exports of Fascia come back as they were; what is there already stays. Of a table of "
             "another program\neach column is one of: ignore, time, clock, region, tightness, "
             "pain, "
             "item, item:CODE, item-name, value,\nnote, tag.\n\n"
             "  fascia import diary.csv --columns\n"
             "  fascia import diary.csv --map Date=time --map Ache=pain --map 3=note --dry-run"),
          error))
    return NULL;
  if (rest[1] == NULL || rest[1][0] == '\0' || rest[2] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("Say one file or folder to import."));
      return NULL;
    }
  request->path = fascia_cli_context_build_path (context, rest[1]);
  /* A journal is not made for something that it would not take. */
  if (!g_file_test (context->journal, G_FILE_TEST_EXISTS)
      && (!read_file (context, request, error) || !check_rows (request, error)))
    return NULL;
  return g_steal_pointer (&request);
}

static gboolean
plan (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Request *request = data;

  *done = TRUE;
  return fascia_db_plan_import (db, request->import, &request->plan, error);
}

static gboolean
take (FasciaDb *db, gpointer data, FasciaChangeFlags *changed, GError **error)
{
  Request *request = data;
  g_autoptr (GError) cause = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_db_import (db, request->import, request->is_skipping, &request->plan, &cause);

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (operation != NULL)
    *changed = fascia_operation_get_changes (operation);
  return TRUE;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  if (request->import == NULL && request->mapping == NULL && !read_file (context, request, error))
    return FALSE;
  if (request->is_columns)
    return TRUE;
  if (request->is_dry)
    {
      /* A journal that is not there yet would take everything. */
      fascia_import_plan_alone (request->import, &request->plan);
      return context->read == NULL || context->read (plan, TRUE, request, context->run_data, error);
    }
  return check_rows (request, error) && context->run (take, request, context->run_data, error);
}

static FasciaCliNeeds
get_needs (gconstpointer data)
{
  const Request *request = data;

  if (request->is_columns)
    return FASCIA_CLI_NEEDS_NOTHING;
  return request->is_dry ? FASCIA_CLI_NEEDS_PERHAPS : FASCIA_CLI_NEEDS_JOURNAL;
}

static void
add_problems (JsonBuilder *builder, const FasciaImport *import)
{
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fascia_import_get_n_problems (import); i++)
    {
      const FasciaImportProblem *problem = fascia_import_get_problem (import, i);

      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "file", problem->file);
      fascia_cli_json_add_int (builder, "line", problem->line);
      fascia_cli_json_add_text (builder, "column", problem->column);
      fascia_cli_json_add_text (builder, "reason", problem->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
tell_json (FasciaCliContext *context, const Request *request, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  if (request->is_columns)
    fascia_cli_json_add_mapping (builder, request->mapping, request->table);
  else
    {
      fascia_cli_json_add_bool (builder, "imported", !request->is_dry);
      fascia_cli_json_add_int (builder, "new", request->plan.n_new);
      fascia_cli_json_add_int (builder, "same", request->plan.n_same);
      fascia_cli_json_add_int (builder, "different", request->plan.n_different);
      fascia_cli_json_add_int (builder, "tags", request->plan.n_tags);
      fascia_cli_json_add_int (builder, "settings", request->plan.n_settings);
      fascia_cli_json_add_int (builder, "bad", request->plan.n_bad);
      add_problems (builder, request->import);
      fascia_cli_json_add_left_out (builder, request->mapping, request->table, request->map);
    }
  json_builder_end_object (builder);
  return fascia_cli_json_tell (context, builder, error);
}

static char *
result_to_text (const Request *request)
{
  const FasciaImportPlan *plan = &request->plan;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = fascia_import_get_n_problems (request->import);

  g_string_append_printf (
      text, request->is_dry ? _ ("Entries that would come: %u\n") : _ ("Entries that came: %u\n"),
      (guint) plan->n_new);
  g_string_append_printf (text, _ ("There already: %u\n"), (guint) plan->n_same);
  if (plan->n_different > 0)
    g_string_append_printf (text, _ ("There already and different, left as they are: %u\n"),
                            (guint) plan->n_different);
  if (plan->n_tags > 0)
    g_string_append_printf (text, _ ("Tags and scales that come with them: %u\n"),
                            (guint) plan->n_tags);
  if (plan->n_settings > 0)
    g_string_append_printf (text, _ ("Preferences and answers of the safety check that come: %u\n"),
                            (guint) plan->n_settings);
  if (request->mapping != NULL)
    {
      g_autofree char *left_out = fascia_cli_mapping_left_out_to_text (
          request->mapping, request->table, request->map, '\n');

      g_string_append (text, left_out);
    }
  if (n > 0)
    g_string_append_printf (text, _ ("Rows that cannot be taken: %u\n"), n);
  for (guint i = 0; i < MIN (n, MAX_TOLD); i++)
    {
      g_autofree char *problem = problem_to_text (fascia_import_get_problem (request->import, i));

      g_string_append (text, "  ");
      fascia_cli_append_quietly (text, problem);
      g_string_append_c (text, '\n');
    }
  if (n > MAX_TOLD)
    g_string_append (text, "  …\n");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (GError) cause = NULL;

  if (request->is_json)
    tell_json (context, request, &cause);
  else
    {
      g_autofree char *text = request->is_columns
                                  ? fascia_cli_mapping_to_text (request->mapping, request->table)
                                  : result_to_text (request);

      if (fascia_cli_context_print (context, text, &cause))
        fascia_cli_context_flush (context, &cause);
    }
  /* What was taken is in the journal, whether or not anybody hears of it. */
  if (cause == NULL || !(request->is_dry || request->is_columns))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

const FasciaCliCommand fascia_cli_import_command = {
  .name = "import",
  .summary = N_ ("Take entries from a file"),
  .get_needs = get_needs,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
