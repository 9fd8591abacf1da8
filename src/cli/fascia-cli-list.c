/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fascia list: the newest entries, or those that are asked for. */

#include "config.h"

#include "fascia-cli-command.h"

#include <glib/gi18n.h>

#include "fascia-cli-json.h"
#include "fascia-cli-options.h"
#include "fascia-cli-place.h"
#include "fascia-cli-text.h"

#define DEFAULT_LIMIT 20

typedef struct
{
  guint limit;
  gboolean is_json;
  guint kinds;
  GPtrArray *regions; /* interned codes, NULL-terminated */
  char *tag;
  gint32 first_day;
  gint32 last_day;
  char *text;
  gboolean is_filtered;

  GPtrArray *entries; /* the result */
  guint n_digits;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_free (self->tag);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
parse_kinds (char *const *words, guint *kinds, GError **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      FasciaEntryKind kind;

      if (!fascia_entry_kind_from_code (words[i], &kind))
        {
          g_autofree char *valid = g_utf8_make_valid (words[i], -1);

          g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                       /* Translators: %s is what was typed; the words after the colon stay. */
                       _ ("There is no kind “%s”: check-in, measurement, session, visit, exercise, "
                          "treatment, event or note."),
                       valid);
          return FALSE;
        }
      *kinds |= 1u << kind;
    }
  return TRUE;
}

/* A place of which the side is left out means both sides. */
static gboolean
parse_regions (FasciaCliContext *context, char *const *words, GPtrArray *regions, GError **error)
{
  const FasciaBody *body = fascia_cli_context_get_body (context, error);

  if (body == NULL)
    return FALSE;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const guint n_before = regions->len;
      const char *region;
      int level;

      for (guint k = 0; k < fascia_body_get_n_regions (body); k++)
        {
          const FasciaRegion *candidate = fascia_body_get_region (body, k);

          if (g_str_equal (fascia_region_get_base (candidate), words[i])
              || g_str_equal (fascia_region_get_id (candidate), words[i]))
            g_ptr_array_add (regions,
                             (gpointer) g_intern_string (fascia_region_get_id (candidate)));
        }
      if (regions->len > n_before)
        continue;
      /* Says what is wrong with it. */
      if (!fascia_cli_parse_place (words[i], body, &region, &level, error))
        return FALSE;
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s is what was typed. */
                   _ ("“%s” has a level: “--region” takes a place alone."), words[i]);
      return FALSE;
    }
  g_ptr_array_add (regions, NULL);
  return TRUE;
}

static gboolean
parse_day (FasciaCliContext *context,
           const char *text,
           const char *option,
           gint32 *day,
           GError **error)
{
  /* A day that is still to come finds nothing, and is no mistake. */
  const gint64 far_ahead_ms = G_GINT64_CONSTANT (253402300799000);
  g_autoptr (GError) cause = NULL;
  FasciaMoment moment;

  if (text == NULL)
    return TRUE;
  if (!fascia_cli_check_utf8 (text, option, error))
    return FALSE;
  if (!fascia_moment_parse (text, context->zone, far_ahead_ms, &moment, &cause))
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED, cause->message);
      return FALSE;
    }
  *day = moment.day;
  return TRUE;
}

/* Signs alone say nothing that could be found. */
static gboolean
check_search (const char *text, GError **error)
{
  gboolean is_blank = TRUE;

  if (!fascia_cli_check_utf8 (text, "--search", error))
    return FALSE;
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        return TRUE;
      is_blank = is_blank && g_unichar_isspace (c);
    }
  if (is_blank)
    return TRUE;
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               /* Translators: %s is what was typed. */
               _ ("“%s” has no letters or digits to be searched for."), text);
  return FALSE;
}

static gpointer
parse (FasciaCliContext *context, char **args, GError **error)
{
  gint limit = DEFAULT_LIMIT;
  gboolean is_json = FALSE;
  g_auto (GStrv) kinds = NULL;
  g_auto (GStrv) regions = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {
    { "limit", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit,
      N_ ("How many entries, 20 if not given; 0 for all"), N_ ("N") },
    { "kind", 'k', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &kinds,
      N_ ("Only of this kind; may be given several times"), N_ ("KIND") },
    { "region", 'r', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &regions,
      N_ ("Only with this place, on both sides without one; may be given several times"),
      N_ ("REGION") },
    { "tag", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &tag, N_ ("Only with this tag"),
      N_ ("TAG") },
    { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &from, N_ ("Only from this day on"),
      N_ ("DATE") },
    { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &to, N_ ("Only up to this day"),
      N_ ("DATE") },
    { "search", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &text,
      N_ ("Only with all these words, in your text or in names"), N_ ("TEXT") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &is_json,
      N_ ("As JSON, for other programs"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = g_strdupv (args);

  if (!fascia_cli_parse_options (&rest, entries, NULL,
                                 _ ("Shows the newest entries of the journal, newest first."),
                                 _ ("After the time each line has the id of its entry, as far as "
                                    "“show”, “edit” and “delete” need it."),
                                 error))
    return NULL;
  if (rest[1] != NULL)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“list” takes options only."));
      return NULL;
    }
  if (limit < 0)
    {
      g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_USAGE,
                           _ ("“--limit” takes a number from 0 on."));
      return NULL;
    }

  g_autoptr (Request) request = g_new0 (Request, 1);
  request->limit = (guint) limit;
  request->is_json = is_json;
  request->regions = g_ptr_array_new ();
  request->first_day = G_MININT32;
  request->last_day = G_MAXINT32;
  if (!parse_kinds (kinds, &request->kinds, error)
      || !parse_regions (context, regions, request->regions, error)
      || !fascia_cli_check_utf8 (tag, "--tag", error)
      || !parse_day (context, from, "--from", &request->first_day, error)
      || !parse_day (context, to, "--to", &request->last_day, error) || !check_search (text, error))
    return NULL;
  request->tag = g_steal_pointer (&tag);
  request->text = g_steal_pointer (&text);
  request->is_filtered = request->kinds != 0 || request->regions->len > 1 || request->tag != NULL
                         || from != NULL || to != NULL || request->text != NULL;
  return g_steal_pointer (&request);
}

/* What a tag is called when the journal was written; NULL when there is none such. */
static const char *
find_tag (const FasciaTags *tags, const char *typed)
{
  const FasciaTag *tag = fascia_tags_lookup (tags, typed);

  if (tag == NULL)
    tag = fascia_tags_find_name (tags, typed);
  return tag != NULL ? fascia_tag_get_code (tag) : NULL;
}

/* (transfer full) */
static FasciaQuery *
make_query (FasciaCliContext *context, const Request *request, GError **error)
{
  const FasciaNames names = fascia_cli_context_get_names (context);
  const char *tag = request->tag != NULL ? find_tag (names.tags, request->tag) : NULL;

  if (request->tag != NULL && tag == NULL)
    {
      g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                   /* Translators: %s was typed; the command stays as it is. */
                   _ ("There is no tag “%s”: “fascia tags” lists them."), request->tag);
      return NULL;
    }

  g_autoptr (FasciaQuery) all = fascia_query_new ();
  g_autoptr (FasciaQuery) of_kind = fascia_query_with_kinds (all, request->kinds);
  g_autoptr (FasciaQuery) at_place = fascia_query_with_regions (
      of_kind, request->regions->len > 1 ? (const char *const *) request->regions->pdata : NULL);
  g_autoptr (FasciaQuery) tagged = fascia_query_with_tag (at_place, tag);
  g_autoptr (FasciaQuery) on_days
      = fascia_query_with_days (tagged, request->first_day, request->last_day);
  return fascia_query_with_text (on_days, request->text, &names);
}

static gboolean
perform (FasciaCliContext *context, gpointer data, GError **error)
{
  Request *request = data;

  if (!fascia_cli_context_load_names (context, error))
    return FALSE;
  g_autoptr (FasciaQuery) query
      = request->is_filtered ? make_query (context, request, error) : NULL;
  if (request->is_filtered && query == NULL)
    return FALSE;
  request->entries = fascia_cli_context_read (context, query, request->limit,
                                              request->is_json ? NULL : &request->n_digits, error);
  return request->entries != NULL;
}

static gboolean
tell_json (FasciaCliContext *context, GPtrArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *json = fascia_cli_entry_to_json (g_ptr_array_index (entries, i),
                                                        context->body, context->items);

      if (!fascia_cli_context_print (context, i > 0 ? ",\n" : "[\n", error)
          || !fascia_cli_context_print (context, json, error))
        return FALSE;
    }
  return fascia_cli_context_print (context, entries->len > 0 ? "\n]\n" : "[]\n", error);
}

static gboolean
tell_lines (FasciaCliContext *context, const Request *request, GError **error)
{
  const FasciaNames names = fascia_cli_context_get_names (context);
  guint width = fascia_cli_measure_places (names.body);

  if (request->entries->len == 0)
    return fascia_cli_context_print (context,
                                     request->is_filtered ? _ ("No entry is like that.\n")
                                                          : _ ("The journal is empty.\n"),
                                     error);
  for (guint i = 0; i < request->entries->len; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      fascia_cli_append_entry (text, g_ptr_array_index (request->entries, i), &names,
                               request->n_digits, width);
      if (!fascia_cli_context_print (context, text->str, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell (FasciaCliContext *context, gpointer data, GError **error)
{
  const Request *request = data;
  gboolean is_told = request->is_json ? tell_json (context, request->entries, error)
                                      : tell_lines (context, request, error);

  return is_told && fascia_cli_context_flush (context, error);
}

const FasciaCliCommand fascia_cli_list_command = {
  .name = "list",
  .summary = N_ ("Show the newest entries, or some of them"),
  .needs = FASCIA_CLI_NEEDS_EXISTING,
  .parse = parse,
  .perform = perform,
  .tell = tell,
  .free = request_free,
};
