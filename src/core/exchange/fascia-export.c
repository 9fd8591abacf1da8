/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal written out, some entries at a time. */

#include "config.h"

#include "fascia-export.h"

#include <glib/gi18n-lib.h>

#include "../store/fascia-db-files.h"
#include "fascia-atomic-file.h"
#include "fascia-export-private.h"
#include "fascia-room.h"
#include "fascia-write-behind.h"

/* Written in pieces of about this size. */
#define CHUNK_SIZE (256 * 1024)
/* Of fascia_export_run(). */
#define RUN_ENTRIES 1000

struct _FasciaExport
{
  const FasciaExportClass *class;
  FasciaBody *body;
  char *path;
  FasciaAtomicFile *file;     /* one of these … */
  FasciaAtomicFolder *folder; /* … two */
  FasciaWriteBehind *behind;  /* (nullable) of a file that is large */
  guint n_files;
  guint *numbers; /* of the files in the folder */
  FasciaExportSink sink;
  GArray *ids; /* gint64: rows of entries in their order; NULL before the first step */
  guint next;
  gint64 n_entries;
  gboolean is_ended;
};

const char *
fascia_export_format_get_suffix (FasciaExportFormat format)
{
  switch (format)
    {
    case FASCIA_EXPORT_JSON:
    case FASCIA_EXPORT_FHIR:
      return ".json";
    case FASCIA_EXPORT_TABLE:
      return ".csv";
    case FASCIA_EXPORT_TABLES:
    default:
      return "";
    }
}

static const FasciaExportClass *
get_class (FasciaExportFormat format)
{
  switch (format)
    {
    case FASCIA_EXPORT_JSON:
      return &fascia_export_json_class;
    case FASCIA_EXPORT_FHIR:
      return &fascia_export_fhir_class;
    case FASCIA_EXPORT_TABLE:
      return &fascia_export_table_class;
    case FASCIA_EXPORT_TABLES:
    default:
      return &fascia_export_tables_class;
    }
}

/* The words of the system in a sentence that names the place. */
static void
add_place (FasciaExport *self, GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR)
    return;
  g_autofree char *name = g_filename_display_name (self->path);
  /* Translators: the first %s is a file or folder, the second what the system says. */
  GError *whole = g_error_new (G_IO_ERROR, (*error)->code, _ ("“%s” cannot be written: %s."), name,
                               (*error)->message);
  g_clear_error (error);
  g_propagate_error (error, whole);
}

static gboolean
open_files (FasciaExport *self, GError **error)
{
  if (self->class->n_files == 0)
    {
      self->file = fascia_atomic_file_new (self->path, error);
      return self->file != NULL;
    }
  self->folder = fascia_atomic_folder_new (self->path, error);
  if (self->folder == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_files; i++)
    if (!fascia_atomic_folder_add (self->folder, self->class->get_file_name (i), &self->numbers[i],
                                   error))
      return FALSE;
  return TRUE;
}

FasciaExport *
fascia_export_new (FasciaExportFormat format,
                   const FasciaBody *body,
                   const char *path,
                   GError **error)
{
  g_return_val_if_fail (body != NULL && path != NULL, NULL);

  g_autoptr (FasciaExport) self = g_new0 (FasciaExport, 1);

  self->class = get_class (format);
  self->body = fascia_body_ref ((FasciaBody *) body);
  self->path = g_strdup (path);
  self->n_files = MAX (1, self->class->n_files);
  self->numbers = g_new0 (guint, self->n_files);
  self->sink.body = self->body;
  self->sink.texts = g_new0 (GString *, self->n_files);
  for (guint i = 0; i < self->n_files; i++)
    self->sink.texts[i] = g_string_new (NULL);
  if (!open_files (self, error))
    {
      add_place (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
fascia_export_free (FasciaExport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->behind, fascia_write_behind_free);
  g_clear_pointer (&self->file, fascia_atomic_file_free);
  g_clear_pointer (&self->folder, fascia_atomic_folder_free);
  for (guint i = 0; i < self->n_files; i++)
    if (self->sink.texts[i] != NULL)
      g_string_free (self->sink.texts[i], TRUE);
  g_clear_pointer (&self->ids, g_array_unref);
  if (self->sink.free_state != NULL)
    self->sink.free_state (self->sink.state);
  fascia_body_unref (self->body);
  g_free (self->sink.texts);
  g_free (self->numbers);
  g_free (self->path);
  g_free (self);
}

/* Reading and writing at once. What is small is soon written. */
static gboolean
write_behind (FasciaExport *self, GError **error)
{
  if (self->behind == NULL)
    self->behind = fascia_write_behind_new (fascia_atomic_file_get_fd (self->file),
                                            self->class->make_text, self->sink.state);
  self->sink.texts[0]
      = fascia_write_behind_put (self->behind, g_steal_pointer (&self->sink.texts[0]), error);
  return self->sink.texts[0] != NULL;
}

static gboolean
write_text (FasciaExport *self, guint number, GError **error)
{
  GString *text = self->sink.texts[number];
  g_autoptr (GString) made = NULL;

  if (self->file != NULL && (self->behind != NULL || text->len >= CHUNK_SIZE))
    return write_behind (self, error);
  if (self->class->make_text != NULL)
    {
      made = g_string_new (NULL);
      self->class->make_text (text, made, self->sink.state);
      text = made;
    }
  if (self->file != NULL ? !fascia_atomic_file_write (self->file, text->str, text->len, error)
                         : !fascia_atomic_folder_write (self->folder, self->numbers[number],
                                                        text->str, text->len, error))
    return FALSE;
  g_string_truncate (self->sink.texts[number], 0);
  return TRUE;
}

static gboolean
write_texts (FasciaExport *self, gsize least, GError **error)
{
  for (guint i = 0; i < self->n_files; i++)
    if (self->sink.texts[i]->len >= MAX (least, 1) && !write_text (self, i, error))
      {
        add_place (self, error);
        return FALSE;
      }
  return TRUE;
}

/* Entries of one moment go by their names. Few have the same moment, so only of those the names are
 * read. */
static gboolean
sort_ties (FasciaExport *self, FasciaDb *db, guint first, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT c.id FROM json_each (?1) AS j JOIN entry AS c ON c.id = j.value ORDER BY c.uid",
      error);
  g_autoptr (GString) list = g_string_new ("[");
  int row = -1;

  if (statement == NULL)
    return FALSE;
  for (guint i = first; i < self->ids->len; i++)
    g_string_append_printf (list, i > first ? ",%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT,
                            g_array_index (self->ids, gint64, i));
  g_string_append_c (list, ']');
  sqlite3_bind_text (statement, 1, list->str, (int) list->len, SQLITE_TRANSIENT);
  for (guint i = first; (row = fascia_db_step (db, statement, error)) > 0; i++)
    g_array_index (self->ids, gint64, i) = sqlite3_column_int64 (statement, 0);
  return row == 0;
}

/* All that is there now, in its order: what moves later is still found. */
static gboolean
load_ids (FasciaExport *self, FasciaDb *db, GError **error)
{
  /* The index has both; with the names it would not do. */
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT id, utc_ms FROM entry ORDER BY utc_ms", error);
  gint64 last_ms = 0;
  guint first = 0; /* of those of the same moment */
  int row = -1;

  if (statement == NULL)
    return FALSE;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      gint64 utc_ms = sqlite3_column_int64 (statement, 1);

      if (self->ids->len > 0 && utc_ms != last_ms)
        {
          if (self->ids->len - first > 1 && !sort_ties (self, db, first, error))
            return FALSE;
          first = self->ids->len;
        }
      last_ms = utc_ms;
      g_array_append_val (self->ids, id);
    }
  return row == 0 && (self->ids->len - first <= 1 || sort_ties (self, db, first, error));
}

static gboolean
add_entries (FasciaExport *self, FasciaDb *db, guint n_entries, GError **error)
{
  guint n = MIN (n_entries, self->ids->len - self->next);
  const gint64 *ids = n > 0 ? &g_array_index (self->ids, gint64, self->next) : NULL;
  int row;

  if (n == 0)
    return TRUE;
  if (self->class->add_slice != NULL)
    {
      if (!self->class->add_slice (&self->sink, ids, &n, &self->n_entries, error))
        return FALSE;
      self->next += n;
      return write_texts (self, CHUNK_SIZE, error);
    }
  g_autoptr (FasciaExportReader) reader = fascia_export_reader_new (db, ids, n, TRUE, error);
  if (reader == NULL)
    return FALSE;
  while ((row = fascia_export_reader_next (reader, error)) > 0)
    {
      if (!self->class->add (&self->sink, reader, self->n_entries == 0, error)
          || !write_texts (self, CHUNK_SIZE, error))
        return FALSE;
      self->n_entries++;
    }
  self->next += n;
  return row == 0;
}

/* Every format takes about as much as the journal itself, or more. */
static gboolean
check_room (FasciaExport *self, FasciaDb *db, GError **error)
{
  gint64 n_pages, page_size;

  return fascia_db_query_int64 (db, "PRAGMA page_count", 0, &n_pages, error)
         && fascia_db_query_int64 (db, "PRAGMA page_size", 0, &page_size, error)
         && fascia_room_check (self->path, (guint64) MAX (0, n_pages * page_size), error);
}

gboolean
fascia_export_step (FasciaExport *self,
                    FasciaDb *db,
                    guint n_entries,
                    gboolean *done,
                    GError **error)
{
  g_return_val_if_fail (self != NULL && db != NULL && done != NULL, FALSE);

  *done = FALSE;
  self->sink.db = db;
  if (self->ids == NULL
      && (!fascia_db_files_check_output (db->path, self->path, error)
          || !check_room (self, db, error) || !load_ids (self, db, error)
          || !self->class->begin (&self->sink, error)))
    return FALSE;
  if (!add_entries (self, db, MAX (1, n_entries), error))
    return FALSE;
  *done = self->next >= self->ids->len;
  if (*done && !self->is_ended)
    {
      self->is_ended = TRUE;
      if (!self->class->end (&self->sink, error))
        return FALSE;
    }
  self->sink.db = NULL;
  return TRUE;
}

gboolean
fascia_export_finish (FasciaExport *self, gint64 *n_entries, GError **error)
{
  g_return_val_if_fail (self != NULL && self->is_ended, FALSE);

  if (!write_texts (self, 0, error))
    return FALSE;
  if (self->behind != NULL && !fascia_write_behind_finish (self->behind, error))
    {
      add_place (self, error);
      return FALSE;
    }
  if (self->file != NULL ? !fascia_atomic_file_commit (self->file, error)
                         : !fascia_atomic_folder_commit (self->folder, error))
    {
      add_place (self, error);
      return FALSE;
    }
  if (n_entries != NULL)
    *n_entries = self->n_entries;
  return TRUE;
}

gboolean
fascia_export_run (FasciaExportFormat format,
                   const FasciaBody *body,
                   FasciaDb *db,
                   const char *path,
                   gint64 *n_entries,
                   GError **error)
{
  g_autoptr (FasciaExport) self = fascia_export_new (format, body, path, error);
  gboolean done = FALSE;

  if (self == NULL)
    return FALSE;
  while (!done)
    if (!fascia_export_step (self, db, RUN_ENTRIES, &done, error))
      return FALSE;
  return fascia_export_finish (self, n_entries, error);
}
