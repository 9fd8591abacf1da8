/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command stands on. */

#include "config.h"

#include "fascia-cli-context.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/exchange/fascia-atomic-file.h"
#include "core/store/fascia-db-names.h"

/* Entries read in one go: about 2 ms of the journal's time. */
#define SLICE 200
/* Text is gathered up to this size before it is written. */
#define CHUNK (32 * 1024)

G_DEFINE_QUARK (fascia_cli_error, fascia_cli_error)

void
fascia_cli_context_init (FasciaCliContext *context,
                         const char *cwd,
                         const char *journal,
                         gint64 now_ms,
                         GTimeZone *zone,
                         int in_fd,
                         int out_fd,
                         int err_fd)
{
  g_return_if_fail (context != NULL);

  *context = (FasciaCliContext) {
    .cwd = g_strdup (cwd),
    .journal = g_strdup (journal),
    .now_ms = now_ms,
    .zone = g_time_zone_ref (zone),
    .in_fd = in_fd,
    .out_fd = out_fd,
    .err_fd = err_fd,
    .out = g_string_new (NULL),
  };
}

void
fascia_cli_context_clear (FasciaCliContext *context)
{
  g_return_if_fail (context != NULL);

  if (context->out != NULL)
    g_string_free (g_steal_pointer (&context->out), TRUE);
  g_clear_pointer (&context->body, fascia_body_unref);
  g_clear_pointer (&context->feelings, fascia_feelings_unref);
  g_clear_pointer (&context->tags, fascia_tags_unref);
  g_clear_pointer (&context->items, fascia_items_unref);
  g_clear_pointer (&context->zone, g_time_zone_unref);
  if (context->secret != NULL)
    explicit_bzero (context->secret, strlen (context->secret));
  g_clear_pointer (&context->secret, g_free);
  g_clear_pointer (&context->cwd, g_free);
  g_clear_pointer (&context->journal, g_free);
}

const FasciaBody *
fascia_cli_context_get_body (FasciaCliContext *context, GError **error)
{
  if (context->body == NULL)
    context->body = fascia_body_new (error);
  return context->body;
}

const FasciaFeelings *
fascia_cli_context_get_feelings (FasciaCliContext *context, GError **error)
{
  if (context->feelings == NULL)
    context->feelings = fascia_feelings_new (error);
  return context->feelings;
}

static gboolean
load_own_names (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  FasciaCliContext *context = data;
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (db, error);
  g_autoptr (FasciaItems) items = tags != NULL ? fascia_db_load_items (db, error) : NULL;

  if (items == NULL)
    return FALSE;
  context->tags = g_steal_pointer (&tags);
  context->items = g_steal_pointer (&items);
  *done = TRUE;
  return TRUE;
}

gboolean
fascia_cli_context_load_names (FasciaCliContext *context, GError **error)
{
  if (fascia_cli_context_get_body (context, error) == NULL
      || fascia_cli_context_get_feelings (context, error) == NULL)
    return FALSE;
  g_clear_pointer (&context->tags, fascia_tags_unref);
  g_clear_pointer (&context->items, fascia_items_unref);
  if (context->read != NULL)
    return context->read (load_own_names, TRUE, context, context->run_data, error);
  context->tags = fascia_tags_new (error);
  context->items = context->tags != NULL ? fascia_items_new (error) : NULL;
  return context->items != NULL;
}

FasciaNames
fascia_cli_context_get_names (const FasciaCliContext *context)
{
  return (FasciaNames) { context->body, context->feelings, context->tags, context->items };
}

char *
fascia_cli_context_build_path (const FasciaCliContext *context, const char *path)
{
  return g_canonicalize_filename (path, context->cwd);
}

gboolean
fascia_cli_context_print (FasciaCliContext *context, const char *text, GError **error)
{
  g_string_append (context->out, text);
  return context->out->len < CHUNK || fascia_cli_context_flush (context, error);
}

gboolean
fascia_cli_context_flush (FasciaCliContext *context, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean is_written
      = fascia_write_all (context->out_fd, context->out->str, context->out->len, &cause);

  /* What could not be written is not tried again. */
  g_string_truncate (context->out, 0);
  if (is_written)
    return TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    g_set_error_literal (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_UNHEARD, cause->message);
  else
    /* Translators: %s is the reason in the words of the system, such as "Input/output error". */
    g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
                 _ ("Standard output cannot be written: %s."), cause->message);
  return FALSE;
}

void
fascia_cli_context_complain (FasciaCliContext *context, const char *sentence)
{
  g_autofree char *line = g_strdup_printf ("fascia: %s\n", sentence);

  /* Details from below may come in lines; a complaint is one. */
  g_strdelimit (line, "\n", ' ');
  line[strlen (line) - 1] = '\n';
  fascia_write_all (context->err_fd, line, strlen (line), NULL);
}

typedef struct
{
  FasciaQuery *query;
  guint limit;
  gint64 before_ms;
  FasciaUid before_uid;
  GPtrArray *entries; /* the result */
  gboolean is_measured;
  guint n_digits;
} Reading;

static gboolean
measure_names (FasciaDb *db, Reading *reading, GPtrArray *entries, GError **error)
{
  guint widest = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);
      guint n_digits = fascia_db_measure_name (db, fascia_entry_get_uid (entry), error);

      if (n_digits == 0)
        return FALSE;
      widest = MAX (widest, n_digits);
    }
  reading->n_digits = MAX (reading->n_digits, widest);
  return TRUE;
}

/* What it keeps is kept at its end alone: it may be broken off before, and begun again. */
static gboolean
read_slice (FasciaDb *db, gpointer data, gboolean *done, GError **error)
{
  Reading *reading = data;
  guint limit = reading->limit == 0 ? SLICE : MIN (SLICE, reading->limit - reading->entries->len);
  const FasciaUid *before = reading->entries->len > 0 ? &reading->before_uid : NULL;
  g_autoptr (GPtrArray) entries
      = fascia_db_query (db, reading->query, reading->before_ms, before, limit, error);

  if (entries == NULL || (reading->is_measured && !measure_names (db, reading, entries, error)))
    return FALSE;
  if (entries->len > 0)
    {
      FasciaEntry *last = g_ptr_array_index (entries, entries->len - 1);

      reading->before_ms = fascia_entry_get_moment (last)->utc_ms;
      reading->before_uid = *fascia_entry_get_uid (last);
    }
  *done = entries->len < limit || reading->entries->len + entries->len == reading->limit;
  g_ptr_array_extend_and_steal (reading->entries, g_steal_pointer (&entries));
  return TRUE;
}

GPtrArray *
fascia_cli_context_read (FasciaCliContext *context,
                         FasciaQuery *query,
                         guint limit,
                         guint *n_digits,
                         GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  Reading reading = { .query = query,
                      .limit = limit,
                      .before_ms = G_MAXINT64,
                      .entries = entries,
                      .is_measured = n_digits != NULL };

  if (!context->read (read_slice, TRUE, &reading, context->run_data, error))
    return NULL;
  if (n_digits != NULL)
    *n_digits = reading.n_digits;
  return g_steal_pointer (&entries);
}
