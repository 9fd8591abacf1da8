/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files read into the journal: what was read, and telling files apart. */

#include "config.h"

#include <sys/stat.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "fascia-import-private.h"

G_DEFINE_QUARK (fascia - import - error - quark, fascia_import_error)
G_DEFINE_BOXED_TYPE (FasciaImport, fascia_import, fascia_import_ref, fascia_import_unref)

FasciaImport *
fascia_import_ref (FasciaImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_import_unref (FasciaImport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  for (guint i = 0; i < FASCIA_IMPORT_N_WHOLES; i++)
    g_ptr_array_unref (self->wholes[i]);
  g_hash_table_unref (self->ends);
  g_array_unref (self->problems);
  g_free (self);
}

guint
fascia_import_get_n_entries (const FasciaImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

gint32
fascia_import_get_first_day (const FasciaImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first_day;
}

gint32
fascia_import_get_last_day (const FasciaImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->last_day;
}

guint
fascia_import_get_n_problems (const FasciaImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->problems->len;
}

const FasciaImportProblem *
fascia_import_get_problem (const FasciaImport *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->problems->len, NULL);

  return &g_array_index (self->problems, FasciaImportProblem, index);
}

GPtrArray *
fascia_import_dup_entries (const FasciaImport *self, guint max)
{
  g_return_val_if_fail (self != NULL, NULL);

  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  FasciaImportColumns columns;

  fascia_import_columns_init (&columns);
  for (guint i = 0; i < self->entries->len && entries->len < max; i++)
    {
      FasciaEntry *entry
          = fascia_import_entry_dup_entry (g_ptr_array_index (self->entries, i), &columns);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return entries;
}

static double
get_number (FasciaRecordRow *row, const char *name, double fallback)
{
  const FasciaValue *value = fascia_record_row_get (row, name);

  if (value == NULL)
    return fallback;
  if (value->type == SQLITE_INTEGER)
    return (double) value->integer;
  return value->type == SQLITE_FLOAT ? value->real : fallback;
}

FasciaItems *
fascia_import_dup_items (const FasciaImport *self, FasciaItems *items)
{
  g_return_val_if_fail (self != NULL && items != NULL, NULL);

  const GPtrArray *rows = self->wholes[FASCIA_RECORD_SCALE - FASCIA_N_ENTRY_RECORDS];
  FasciaItems *all = fascia_items_ref (items);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      FasciaRecordRow *row = g_ptr_array_index (rows, i);
      const FasciaOwnScale scale = {
        .code = fascia_record_row_get_text (row, "code"),
        .name = fascia_record_row_get_text (row, "name"),
        .minimum = get_number (row, "minimum", 0),
        .maximum = get_number (row, "maximum", 10),
        .step = get_number (row, "step", 1),
        .unit = fascia_record_row_get_text (row, "unit"),
        .low_label = fascia_record_row_get_text (row, "low_label"),
        .high_label = fascia_record_row_get_text (row, "high_label"),
        .better = (int) fascia_record_row_get_int64 (row, "higher_is_better", -1),
      };

      if (scale.code == NULL || scale.name == NULL || fascia_items_lookup (all, scale.code) != NULL)
        continue;
      FasciaItems *more = fascia_items_with_own (all, &scale);
      fascia_items_unref (all);
      all = more;
    }
  return all;
}

/* ---- files ---- */

gboolean
fascia_import_set_error (GError **error,
                         FasciaImportError code,
                         const char *name,
                         const char *reason)
{
  /* Translators: the first %s is a file or folder, the second a sentence that says what is wrong. */
  g_set_error (error, FASCIA_IMPORT_ERROR, (int) code, _ ("“%s” cannot be imported. %s"), name,
               reason);
  return FALSE;
}

GBytes *
fascia_import_load (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  struct stat status;

  if (g_stat (path, &status) == 0 && S_ISREG (status.st_mode)
      && status.st_size > FASCIA_IMPORT_MAX_SIZE)
    {
      fascia_import_set_error (error, FASCIA_IMPORT_ERROR_TOO_LARGE, name,
                               _ ("The file is too large."));
      return NULL;
    }
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &read_error);
  if (bytes == NULL)
    fascia_import_set_error (error, FASCIA_IMPORT_ERROR_READ, name, read_error->message);
  else if (g_bytes_get_size (bytes) > (gsize) FASCIA_IMPORT_MAX_SIZE)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      fascia_import_set_error (error, FASCIA_IMPORT_ERROR_TOO_LARGE, name,
                               _ ("The file is too large."));
    }
  return bytes;
}

FasciaImport *
fascia_import_read (const char *path, const FasciaBody *body, gint64 now_ms, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (fascia_import_is_tables (path))
        return fascia_import_read_tables (path, now_ms, error);
      fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, name,
                               _ ("The folder holds no tables that Fascia has written."));
      return NULL;
    }
  /* A table of such a folder stands for all of it. */
  if (g_str_has_suffix (base, ".csv") && fascia_import_is_tables (folder))
    return fascia_import_read_tables (folder, now_ms, error);

  g_autoptr (GBytes) bytes = fascia_import_load (path, error);
  return bytes != NULL ? fascia_import_read_json (bytes, base, body, now_ms, error) : NULL;
}
