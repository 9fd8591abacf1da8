/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command stands on. */

#include "config.h"

#include "fascia-cli-context.h"

#include <string.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>

/* Entries read in one go: about 2 ms of the journal's time. */
#define SLICE 200
#define BUFFER_SIZE (64 * 1024)

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

  g_autoptr (GOutputStream) raw = g_unix_output_stream_new (out_fd, FALSE);

  *context = (FasciaCliContext) {
    .cwd = g_strdup (cwd),
    .journal = g_strdup (journal),
    .now_ms = now_ms,
    .zone = g_time_zone_ref (zone),
    .out = g_buffered_output_stream_new_sized (raw, BUFFER_SIZE),
    .err = g_unix_output_stream_new (err_fd, FALSE),
  };
  /* The stream ends with the command, the descriptor does not; what is left in a buffer after a
   * failure is dropped, not tried again. */
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (context->out), FALSE);
}

void
fascia_cli_context_clear (FasciaCliContext *context)
{
  g_return_if_fail (context != NULL);

  if (context->out != NULL)
    g_output_stream_close (context->out, NULL, NULL);
  g_clear_object (&context->out);
  g_clear_object (&context->err);
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

static gboolean
set_output_error (GError **error, const GError *cause)
{
  /* Translators: %s is the reason in the words of the system, such as "Broken pipe". */
  g_set_error (error, FASCIA_CLI_ERROR, FASCIA_CLI_ERROR_FAILED,
               _ ("Standard output cannot be written: %s."), cause->message);
  return FALSE;
}

gboolean
fascia_cli_context_print (FasciaCliContext *context, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_write_all (context->out, text, strlen (text), NULL, NULL, &cause))
    return set_output_error (error, cause);
  return TRUE;
}

gboolean
fascia_cli_context_flush (FasciaCliContext *context, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_flush (context->out, NULL, &cause))
    return set_output_error (error, cause);
  return TRUE;
}

void
fascia_cli_context_complain (FasciaCliContext *context, const char *sentence)
{
  g_autofree char *line = g_strdup_printf ("fascia: %s\n", sentence);

  /* Details from below may come in lines; a complaint is one. */
  g_strdelimit (line, "\n", ' ');
  line[strlen (line) - 1] = '\n';
  g_output_stream_write_all (context->err, line, strlen (line), NULL, NULL, NULL);
}

typedef struct
{
  FasciaEntryFunc func;
  gpointer data;
} Walk;

static gboolean
walk_all (FasciaDb *db, gpointer data, FasciaChangeFlags *changed, GError **error)
{
  Walk *walk = data;

  return fascia_db_foreach (db, walk->func, walk->data, error);
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

gboolean
fascia_cli_context_foreach_newest (FasciaCliContext *context,
                                   guint limit,
                                   FasciaEntryFunc func,
                                   gpointer data,
                                   GError **error)
{
  Slice slice = { 0 };
  guint n_seen = 0;

  for (;;)
    {
      slice.limit = limit == 0 ? SLICE : MIN (SLICE, limit - n_seen);
      if (slice.limit == 0)
        return TRUE;
      if (!context->run (read_slice, &slice, context->run_data, error))
        return FALSE;

      g_autoptr (GPtrArray) entries = g_steal_pointer (&slice.entries);
      for (guint i = 0; i < entries->len; i++)
        {
          g_autoptr (GError) cause = NULL;

          if (func (g_ptr_array_index (entries, i), data, &cause))
            continue;
          if (cause == NULL)
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (entries->len < slice.limit)
        return TRUE;

      FasciaEntry *last = g_ptr_array_index (entries, entries->len - 1);
      slice.before_ms = fascia_entry_get_moment (last)->utc_ms;
      slice.before_uid = *fascia_entry_get_uid (last);
      slice.is_started = TRUE;
      n_seen += entries->len;
    }
}

static gboolean
collect_entry (FasciaEntry *entry, gpointer data, GError **error)
{
  g_ptr_array_add (data, fascia_entry_ref (entry));
  return TRUE;
}

gboolean
fascia_cli_context_foreach (FasciaCliContext *context,
                            FasciaEntryFunc func,
                            gpointer data,
                            GError **error)
{
  if (!context->is_shared)
    {
      Walk walk = { func, data };

      return context->run (walk_all, &walk, context->run_data, error);
    }

  /* Somebody may want to mark a place meanwhile, and the reader of the stream may be slow: take
   * the entries in slices, let go of the journal, then write. */
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  if (!fascia_cli_context_foreach_newest (context, 0, collect_entry, entries, error))
    return FALSE;
  for (guint i = entries->len; i > 0; i--)
    {
      g_autoptr (GError) cause = NULL;

      if (func (g_ptr_array_index (entries, i - 1), data, &cause))
        continue;
      if (cause == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return TRUE;
}
