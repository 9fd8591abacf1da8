/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command stands on. */

#include "config.h"

#include "fascia-cli-context.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/exchange/fascia-atomic-file.h"

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
                         int out_fd,
                         int err_fd)
{
  g_return_if_fail (context != NULL);

  *context = (FasciaCliContext) {
    .cwd = g_strdup (cwd),
    .journal = g_strdup (journal),
    .now_ms = now_ms,
    .zone = g_time_zone_ref (zone),
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
  g_clear_pointer (&context->zone, g_time_zone_unref);
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
  gint64 before_ms;
  FasciaUid before_uid;
  gboolean is_started;
  guint limit;
  GPtrArray *entries; /* the result */
} Slice;

static gboolean
read_slice (FasciaDb *db, gpointer data, FasciaChangeFlags *changed, GError **error)
{
  Slice *slice = data;

  slice->entries
      = fascia_db_list (db, slice->is_started ? slice->before_ms : G_MAXINT64,
                        slice->is_started ? &slice->before_uid : NULL, slice->limit, error);
  return slice->entries != NULL;
}

GPtrArray *
fascia_cli_context_read (FasciaCliContext *context, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  Slice slice = { 0 };
  guint n_read;

  do
    {
      slice.limit = limit == 0 ? SLICE : MIN (SLICE, limit - entries->len);
      if (!context->run (read_slice, &slice, context->run_data, error))
        return NULL;
      n_read = slice.entries->len;
      g_ptr_array_extend_and_steal (entries, g_steal_pointer (&slice.entries));
      if (entries->len > 0)
        {
          FasciaEntry *last = g_ptr_array_index (entries, entries->len - 1);

          slice.before_ms = fascia_entry_get_moment (last)->utc_ms;
          slice.before_uid = *fascia_entry_get_uid (last);
          slice.is_started = TRUE;
        }
    }
  while (n_read == slice.limit && entries->len != limit);
  return g_steal_pointer (&entries);
}
