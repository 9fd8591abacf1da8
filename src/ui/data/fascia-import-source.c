/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that somebody wants to import: looked at, and read, on a thread.
 */

#include "config.h"

#include "fascia-import-source.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* More than a person's tables ever hold: the whole of it is kept in memory. */
#define MAX_TABLE_BYTES (64 * 1024 * 1024)

void
fascia_import_source_free (FasciaImportSource *self)
{
  g_free (self->name);
  g_clear_pointer (&self->import, fascia_import_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->table, fascia_text_table_free);
  g_clear_pointer (&self->mapping, fascia_mapping_free);
  g_free (self);
}

/* ---- what is in it ---- */

typedef struct
{
  char *path;
  FasciaBody *body;
  gint64 now_ms;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  fascia_body_unref (look->body);
  g_free (look);
}

static gboolean
read_table (FasciaImportSource *source, const char *path, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && status.st_size > MAX_TABLE_BYTES)
    {
      g_set_error_literal (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_TOO_LARGE,
                           _ ("A table may have 64 MB at most. Split it, then import the parts."));
      return FALSE;
    }
  char *content = NULL;
  gsize size = 0;
  if (!g_file_get_contents (path, &content, &size, error))
    return FALSE;
  source->bytes = g_bytes_new_take (content, size);
  source->table = fascia_text_table_read (source->bytes, error);
  if (source->table == NULL)
    return FALSE;
  source->mapping = fascia_mapping_guess (source->table);
  return TRUE;
}

static void
run_look (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  g_autoptr (FasciaImportSource) source = g_new0 (FasciaImportSource, 1);
  g_autoptr (GError) error = NULL;

  source->name = g_filename_display_basename (look->path);
  source->import = fascia_import_read (look->path, look->body, look->now_ms, &error);
  /* No export of ours: perhaps a table. */
  if (source->import == NULL
      && g_error_matches (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_FORMAT)
      && g_file_test (look->path, G_FILE_TEST_IS_REGULAR))
    {
      g_autoptr (GError) table_error = NULL;

      if (read_table (source, look->path, &table_error))
        g_clear_error (&error);
      else if (g_error_matches (table_error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_TOO_LARGE))
        {
          g_clear_error (&error);
          error = g_steal_pointer (&table_error);
        }
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&source),
                           (GDestroyNotify) fascia_import_source_free);
}

void
fascia_import_source_read_async (const char *path,
                                 FasciaBody *body,
                                 gint64 now_ms,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_return_if_fail (path != NULL && body != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Look *look = g_new0 (Look, 1);

  look->path = g_strdup (path);
  look->body = fascia_body_ref (body);
  look->now_ms = now_ms;
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, run_look);
}

FasciaImportSource *
fascia_import_source_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- a table, by what its columns mean ---- */

typedef struct
{
  GBytes *bytes;
  char *name;
  FasciaMapping *mapping;
  FasciaBody *body;
  GTimeZone *zone;
  gint64 now_ms;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_bytes_unref (reading->bytes);
  g_free (reading->name);
  fascia_mapping_free (reading->mapping);
  fascia_body_unref (reading->body);
  g_time_zone_unref (reading->zone);
  g_free (reading);
}

static void
run_reading (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaImport) import
      = fascia_import_read_table (reading->bytes, reading->name, reading->mapping, reading->body,
                                  reading->zone, reading->now_ms, &error);

  if (import != NULL)
    g_task_return_pointer (task, g_steal_pointer (&import), (GDestroyNotify) fascia_import_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
fascia_import_source_map_async (GBytes *bytes,
                                const char *name,
                                const FasciaMapping *mapping,
                                FasciaBody *body,
                                FasciaClock *clock,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_return_if_fail (bytes != NULL && name != NULL && mapping != NULL);

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->bytes = g_bytes_ref (bytes);
  reading->name = g_strdup (name);
  reading->mapping = fascia_mapping_copy (mapping);
  reading->body = fascia_body_ref (body);
  reading->zone = fascia_clock_dup_zone (clock);
  reading->now_ms = fascia_clock_now_ms (clock);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, run_reading);
}

FasciaImport *
fascia_import_source_map_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
