/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia edit: changes one entry. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db-names.h"

#include "fascia-cli-fields.h"
#include "fascia-cli-id.h"
#include "fascia-cli-options.h"
#include "fascia-cli-text.h"

typedef struct
{
  FasciaCliId id;
  char *at;
  FasciaCliFields fields;
  gboolean is_json;
  FasciaCliContext *context;
  FasciaEntry *entry; /* as it is then */
  guint n_digits;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  fascia_cli_id_clear (&self->id);
  fascia_cli_fields_clear (&self->fields);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_free (self->at);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  g_autoptr (Request) request = g_new0 (Request, 1);
  const GOptionEntry entries[] = {
    { "at", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &request->at,
      N_ ("When it was, at the offset from UTC that it has"), N_ ("TIME") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request->is_json,
      N_ ("Say what it is then as JSON, for other programs"), NULL },
  };
  g_autoptr (GArray) options = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_auto (GStrv) rest = g_strdupv (args);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  FasciaMoment moment;
  g_autoptr (GError) cause = NULL;

  g_array_append_vals (options, entries, G_N_ELEMENTS (entries));
  fascia_cli_fields_add_options (&request->fields, TRUE, options);
  if (!fascia_cli_parse_options (
          &rest, (const GOptionEntry *) options->data, _ ("ID"), _ ("Changes one entry."),
          _ ("What is not named stays; an empty value takes away what was "
             "there.\n\n"
             "  fascia edit 0197a2b3 --note \"after the stairs\" --tag stress\n"
             "  fascia edit 0197a2b3 --end \"\""),
          error)
      || !fascia_cli_id_parse (&request->id, rest, error))
    return NULL;
  if (request->at == NULL && fascia_cli_fields_is_empty (&request->fields))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("Say what is to be changed."));
      return NULL;
    }
  if (!fascia_cli_check_utf8 (request->at, "--at", error)
      || !fascia_cli_fields_parse (&request->fields, context, utc, error))
    return NULL;
  /* Nonsense is told before the journal is touched; what it means depends on the entry. */
  if (request->at != NULL
      && !fascia_moment_parse (request->at, utc, context->now_ms, &moment, &cause)
      && !g_error_matches (cause, FASCIA_TIME_ERROR, FASCIA_TIME_ERROR_FUTURE))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
      return NULL;
    }
  return g_steal_pointer (&request);
}

/* A time without an offset is meant where the entry was written: its offset stays. */
static gboolean
parse_at (const FasciaEntry *entry,
          const char *text,
          gint64 now_ms,
          FasciaMoment *moment,
          GError **error)
{
  const FasciaMoment *before = fascia_entry_get_moment (entry);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (before->offset_min * 60);
  g_autoptr (GError) cause = NULL;

  if (!fascia_moment_parse (text, zone, now_ms, moment, &cause))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
      return FALSE;
    }
  if (moment->offset_min == before->offset_min)
    moment->zone = before->zone;
  return TRUE;
}

/* (transfer full) */
static FasciaEntry *
move_entry (Request *request, FasciaEntry *entry, GError **error)
{
  FasciaCliFields *fields = &request->fields;
  const gint64 now_ms = request->context->now_ms;
  g_autoptr (FasciaEntry) moved = fascia_entry_ref (entry);
  FasciaMoment moment;

  if (request->at != NULL)
    {
      if (!parse_at (entry, request->at, now_ms, &moment, error))
        return NULL;
      fascia_entry_unref (moved);
      moved = fascia_entry_with_moment (entry, &moment);
    }
  if (fields->end != NULL && *fields->end != '\0')
    {
      if (!parse_at (moved, fields->end, now_ms, &moment, error))
        return NULL;
      fields->end_ms = moment.utc_ms;
    }
  return g_steal_pointer (&moved);
}

static gboolean
write_entry (FasciaDb *db, gpointer data, FasciaChangeFlags *changed, GError **error)
{
  Request *request = data;
  FasciaUid name;

  if (!fascia_cli_id_resolve (&request->id, db, &name, error))
    return FALSE;
  g_autoptr (FasciaEntry) before = fascia_db_get_entry (db, &name, error);
  g_autoptr (FasciaTags) tags = before != NULL ? fascia_db_load_tags (db, error) : NULL;
  g_autoptr (FasciaItems) items = tags != NULL ? fascia_db_load_items (db, error) : NULL;
  if (items == NULL
      || !fascia_cli_fields_check_kind (&request->fields, fascia_entry_get_kind (before),
                                        FASCIA_CLI_ERROR_FAILED, error))
    return FALSE;
  g_autoptr (FasciaEntry) moved = move_entry (request, before, error);
  g_autoptr (FasciaEntry) entry
      = moved != NULL ? fascia_cli_fields_apply (&request->fields, moved, tags, items, error)
                      : NULL;
  if (entry == NULL)
    return FALSE;

  if (!fascia_entry_equal (entry, before))
    {
      g_autoptr (FasciaOperation) operation = fascia_db_put (db, entry, error);

      if (operation == NULL)
        return FALSE;
      *changed = fascia_operation_get_changes (operation);
    }
  request->entry = fascia_db_get_entry (db, &name, NULL);
  if (request->entry == NULL)
    request->entry = g_steal_pointer (&entry);
  request->n_digits = fascia_db_measure_name (db, &name, NULL);
  request->context->tags = g_steal_pointer (&tags);
  request->context->items = g_steal_pointer (&items);
  return TRUE;
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  request->context = context;
  return context->run (write_entry, request, context->run_data, error);
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;

  /* It is done, whether or not anybody hears of it. */
  fascia_cli_tell_entry (context, request->entry, request->n_digits, request->is_json, NULL);
  return TRUE;
}

const FasciaCliCommand fascia_cli_edit_command = {
  .name = "edit",
  .summary = N_ ("Change an entry"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
