/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our own folder of tables, read back. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-export-private.h"
#include "fascia-import-private.h"
#include "fascia-text-table-private.h"

#define FORMAT_FILE "format.csv"

/* An entry, or a mark of one, that others say they belong to. */
typedef struct
{
  FasciaImportEntry *entry; /* NULL: it was bad, and what belongs to it goes with it */
  int index;                /* of the mark */
} Owner;

typedef struct
{
  FasciaImportBuilder builder;
  char *folder;
  gint64 n_rows[FASCIA_N_RECORDS]; /* as the folder says; 0 when it does not */
  GPtrArray *entries; /* FasciaImportEntry, in the order of the file; NULL once taken */
  GHashTable *owners; /* uid of entries (GBytes) → Owner */
  GHashTable *marks;  /* uid of marks → Owner */
} Reader;

static void
reader_clear (Reader *self)
{
  fascia_import_builder_clear (&self->builder);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->folder, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static const char *
get_name (FasciaRecordKind kind, gpointer data)
{
  return fascia_export_tables_class.get_file_name (kind);
}

static FasciaTextTable *
load_table (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = fascia_import_load (path, error);
  g_autoptr (GError) table_error = NULL;

  if (bytes == NULL)
    return NULL;
  FasciaTextTable *table = fascia_text_table_read (bytes, &table_error);
  if (table == NULL)
    fascia_import_set_error (error, (FasciaImportError) table_error->code, name,
                             table_error->message);
  return table;
}

/* ---- rows ---- */

/* Half a table is none: what belongs to an entry would be lost without a word. */
static gboolean
refuse_table (FasciaRecordKind kind, const char *column, const char *reason, GError **error)
{
  g_autofree char *name = column == NULL
                              ? g_strdup (get_name (kind, NULL))
                              : g_strdup_printf ("%s: %s", get_name (kind, NULL), column);

  return fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, name, reason);
}

/* Which field each column is. */
static gboolean
read_header (FasciaRecordKind kind,
             FasciaTextTable *table,
             const FasciaField **fields,
             GError **error)
{
  const FasciaRecord *record = fascia_record_get (kind);

  for (guint i = 0; i < fascia_text_table_get_n_columns (table); i++)
    {
      const char *name = fascia_text_table_get_header (table, i);

      fields[i] = fascia_record_find (record, name);
      if (fields[i] == NULL)
        return refuse_table (kind, name, _ ("Fascia does not know this column."), error);
      for (guint j = 0; j < i; j++)
        if (fields[j] == fields[i])
          return refuse_table (kind, name, _ ("This column is there twice."), error);
    }
  for (guint i = 0; i < record->n_fields; i++)
    {
      gboolean is_there = !record->fields[i].is_needed;

      for (guint j = 0; j < fascia_text_table_get_n_columns (table); j++)
        is_there |= fields[j] == &record->fields[i];
      if (!is_there)
        return refuse_table (kind, record->fields[i].name, _ ("This column is not there."), error);
    }
  return TRUE;
}

/* (nullable) (transfer full) What the row belongs to, whatever else is wrong with it. */
static GBytes *
read_owner (FasciaTextTable *table, guint index, const FasciaField **fields)
{
  for (guint i = 0; i < fascia_text_table_get_n_columns (table); i++)
    {
      FasciaUid uid;

      if (fields[i]->type == FASCIA_FIELD_OWNER
          && fascia_uid_parse (fascia_text_table_get (table, index, i), &uid))
        return g_bytes_new (uid.bytes, sizeof uid.bytes);
    }
  return NULL;
}

/* Fills @row; *@owner: (transfer full) (nullable) the name of what it belongs to. */
static gboolean
read_row (Reader *self,
          FasciaTextTable *table,
          guint index,
          const FasciaField **fields,
          FasciaRecordRow *row,
          int *offset_min,
          GBytes **owner)
{
  const FasciaRecord *record = fascia_record_get (row->kind);
  guint n_columns = fascia_text_table_get_n_columns (table);

  *owner = read_owner (table, index, fields);
  if (fascia_text_table_get_n_cells (table, index) != n_columns)
    {
      fascia_import_builder_add_problem (
          &self->builder, row->kind, row->line, NULL,
          g_strdup (_ ("The row has more or fewer cells than there are columns.")));
      return FALSE;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      const FasciaField *field = fields[i];
      const char *text = fascia_text_table_get (table, index, i);
      FasciaValue *value = &row->values[field - record->fields];
      char *reason = NULL;

      if (fascia_field_is_derived (field)
          || (*text == '\0'
              && !(field->type == FASCIA_FIELD_TEXT
                   && (field->is_needed || fascia_text_table_is_quoted (table, index, i)))))
        continue;
      if (!fascia_record_parse (field, text, strlen (text), value, offset_min, &reason))
        {
          fascia_import_builder_add_problem (&self->builder, row->kind, row->line, field->name,
                                             reason);
          return FALSE;
        }
    }
  return fascia_import_builder_check_needed (&self->builder, row);
}

static Owner *
add_owner (GHashTable *owners, const FasciaRecordRow *row, FasciaImportEntry *entry, int index)
{
  const FasciaValue *uid = fascia_record_row_get ((FasciaRecordRow *) row, "uid");
  Owner *owner = g_new0 (Owner, 1);

  owner->entry = entry;
  owner->index = index;
  g_hash_table_replace (owners, g_bytes_new (uid->bytes, uid->length), owner);
  return owner;
}

static gboolean
has_uid (GHashTable *owners, const FasciaRecordRow *row)
{
  const FasciaValue *uid = fascia_record_row_get ((FasciaRecordRow *) row, "uid");
  g_autoptr (GBytes) bytes = g_bytes_new_static (uid->bytes, uid->length);

  return uid->bytes != NULL && g_hash_table_contains (owners, bytes);
}

/* The mark is found through all marks; of a mark that was bad its entry is bad. */
static void
attach (Reader *self, FasciaRecordRow *given, GBytes *name)
{
  g_autoptr (FasciaRecordRow) row = given;
  GHashTable *owners = row->kind == FASCIA_RECORD_FEELING ? self->marks : self->owners;
  const Owner *owner = name != NULL ? g_hash_table_lookup (owners, name) : NULL;

  if (owner == NULL)
    {
      fascia_import_builder_add_problem (&self->builder, row->kind, row->line,
                                         row->kind == FASCIA_RECORD_FEELING ? "mark" : "entry",
                                         g_strdup (_ ("What this belongs to is not there.")));
      return;
    }
  if (owner->entry == NULL)
    return;
  if (row->kind == FASCIA_RECORD_FEELING)
    row->owner = owner->index;
  if (row->kind == FASCIA_RECORD_MARK && !has_uid (self->marks, row))
    add_owner (self->marks, row, owner->entry, (int) owner->entry->rows->len);
  g_ptr_array_add (owner->entry->rows, g_steal_pointer (&row));
}

static void
read_entry_row (Reader *self, FasciaTextTable *table, guint index, const FasciaField **fields)
{
  g_autoptr (FasciaImportEntry) entry
      = fascia_import_entry_new (fascia_text_table_get_line (table, index));
  FasciaRecordRow *row = fascia_import_entry_add (entry, FASCIA_RECORD_ENTRY, entry->line);
  g_autoptr (GBytes) unused = NULL;
  gboolean is_read = read_row (self, table, index, fields, row, &entry->offset_min, &unused);

  if (is_read && has_uid (self->owners, row))
    {
      fascia_import_builder_add_problem (
          &self->builder, row->kind, row->line, "uid",
          g_strdup (_ ("Something else in the file has the same name.")));
      return;
    }
  if (fascia_record_row_get (row, "uid")->bytes != NULL)
    add_owner (self->owners, row, is_read ? entry : NULL, -1);
  if (is_read)
    g_ptr_array_add (self->entries, g_steal_pointer (&entry));
}

static void
read_child_row (Reader *self,
                FasciaRecordKind kind,
                FasciaTextTable *table,
                guint index,
                const FasciaField **fields)
{
  g_autoptr (FasciaRecordRow) row
      = fascia_record_row_new (kind, fascia_text_table_get_line (table, index));
  g_autoptr (GBytes) name = NULL;

  if (read_row (self, table, index, fields, row, NULL, &name))
    {
      attach (self, g_steal_pointer (&row), name);
      return;
    }
  /* Half an entry is none. */
  const Owner *owner = name == NULL
                           ? NULL
                           : g_hash_table_lookup (
                                 kind == FASCIA_RECORD_FEELING ? self->marks : self->owners, name);
  if (owner != NULL && owner->entry != NULL)
    owner->entry->is_bad = TRUE;
  if (kind == FASCIA_RECORD_MARK && fascia_record_row_get (row, "uid")->bytes != NULL
      && !has_uid (self->marks, row))
    add_owner (self->marks, row, NULL, -1);
}

static gboolean
read_table (Reader *self, FasciaRecordKind kind, GError **error)
{
  const char *name = get_name (kind, NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse_table (kind, NULL, _ ("The file is not there."), error);
  g_autoptr (FasciaTextTable) table = load_table (self->folder, name, error);
  if (table == NULL)
    return FALSE;
  g_autofree const FasciaField **fields
      = g_new0 (const FasciaField *, fascia_text_table_get_n_columns (table) + 1);
  if (!read_header (kind, table, fields, error))
    return FALSE;
  /* More have been added by somebody; fewer were cut off. */
  if (fascia_text_table_get_n_rows (table) < self->n_rows[kind])
    return refuse_table (kind, NULL, _ ("Rows at its end are missing. Export the journal again."),
                         error);
  for (guint i = 0; i < fascia_text_table_get_n_rows (table); i++)
    {
      if (kind == FASCIA_RECORD_ENTRY)
        read_entry_row (self, table, i, fields);
      else if (kind < FASCIA_N_ENTRY_RECORDS)
        read_child_row (self, kind, table, i, fields);
      else
        {
          g_autoptr (FasciaRecordRow) row
              = fascia_record_row_new (kind, fascia_text_table_get_line (table, i));
          g_autoptr (GBytes) unused = NULL;

          if (read_row (self, table, i, fields, row, NULL, &unused)
              && (kind != FASCIA_RECORD_SETTING
                  || fascia_export_is_setting_kept (fascia_record_row_get_text (row, "key"))))
            fascia_import_builder_take_whole (&self->builder, g_steal_pointer (&row));
        }
    }
  return TRUE;
}

/* ---- the folder ---- */

gboolean
fascia_import_is_tables (const char *folder)
{
  g_autoptr (FasciaTextTable) table = NULL;
  g_autofree char *path = g_build_filename (folder, FORMAT_FILE, NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  table = load_table (folder, FORMAT_FILE, NULL);
  return table != NULL && fascia_text_table_get_n_rows (table) > 0
         && strcmp (fascia_text_table_get_header (table, 0), "format") == 0
         && strcmp (fascia_text_table_get (table, 0, 0), FASCIA_RECORD_TABLES_FORMAT) == 0;
}

/* How many rows each table has. Folders of older versions do not say it. */
static gboolean
read_counts (Reader *self, FasciaTextTable *table, GError **error)
{
  if (fascia_text_table_get_n_columns (table) < 5
      || strcmp (fascia_text_table_get_header (table, 3), "table") != 0
      || strcmp (fascia_text_table_get_header (table, 4), "rows") != 0)
    return TRUE;
  for (guint kind = 0; kind < FASCIA_N_RECORDS; kind++)
    {
      gboolean is_there = FALSE;

      for (guint i = 0; i < fascia_text_table_get_n_rows (table) && !is_there; i++)
        is_there = strcmp (fascia_text_table_get (table, i, 3), get_name (kind, NULL)) == 0
                   && g_ascii_string_to_signed (fascia_text_table_get (table, i, 4), 10, 0,
                                                G_MAXINT64, &self->n_rows[kind], NULL);
      if (!is_there)
        return fascia_import_set_error (
            error, FASCIA_IMPORT_ERROR_FORMAT, FORMAT_FILE,
            _ ("Rows at its end are missing. Export the journal again."));
    }
  return TRUE;
}

static gboolean
check_version (Reader *self, const char *folder, const char *name, GError **error)
{
  g_autoptr (FasciaTextTable) table = load_table (folder, FORMAT_FILE, error);
  gint64 version = 0;

  if (table == NULL)
    return FALSE;
  if (!g_ascii_string_to_signed (fascia_text_table_get (table, 0, 1), 10, 1, G_MAXINT64, &version,
                                 NULL))
    return fascia_import_set_error (error, FASCIA_IMPORT_ERROR_FORMAT, name,
                                    _ ("The folder holds no tables that Fascia has written."));
  if (version > FASCIA_RECORD_VERSION)
    return fascia_import_set_error (error, FASCIA_IMPORT_ERROR_TOO_NEW, name,
                                    _ ("A newer version of Fascia has written it."));
  return read_counts (self, table, error);
}

FasciaImport *
fascia_import_read_tables (const char *folder, gint64 now_ms, GError **error)
{
  g_auto (Reader) self = { .folder = g_strdup (folder) };
  g_autofree char *name = g_filename_display_name (folder);

  fascia_import_builder_init (&self.builder, get_name, NULL, now_ms);
  self.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_import_entry_free);
  self.owners
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  self.marks
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  if (!check_version (&self, folder, name, error))
    return NULL;
  for (guint i = 0; i < FASCIA_N_RECORDS; i++)
    if (!read_table (&self, (FasciaRecordKind) i, error))
      return NULL;
  for (guint i = 0; i < self.entries->len; i++)
    fascia_import_builder_take_entry (&self.builder,
                                      g_steal_pointer (&g_ptr_array_index (self.entries, i)));
  return fascia_import_builder_finish (&self.builder);
}
