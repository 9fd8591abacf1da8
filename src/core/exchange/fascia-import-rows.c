/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read, as rows of the store. */

#include "config.h"

#include <string.h>

#include "../store/fascia-db-tables.h"
#include "fascia-import-private.h"

/* One follows the other. */
G_STATIC_ASSERT ((int) FASCIA_RECORD_ENTRY == (int) FASCIA_TABLE_ENTRY);
G_STATIC_ASSERT ((int) FASCIA_RECORD_VISIT_DETAIL == (int) FASCIA_TABLE_VISIT_DETAIL);
G_STATIC_ASSERT ((int) FASCIA_RECORD_SPREAD == (int) FASCIA_TABLE_SPREAD);
G_STATIC_ASSERT ((int) FASCIA_RECORD_TAG == (int) FASCIA_TABLE_TAG);
G_STATIC_ASSERT ((int) FASCIA_RECORD_SCALE == (int) FASCIA_TABLE_OWN_SCALE);

/* Which of the columns that are written to a table has that name; 0, the id, when none has. */
static guint
find_column (FasciaTable table, const char *name)
{
  const char *p = strchr (fascia_table_get_info (table)->insert, '(');
  gsize length = strlen (name);
  guint column = 0;

  for (p = p != NULL ? p + 1 : ""; *p != '\0' && *p != ')'; column++)
    {
      gsize n = strcspn (p, ",)");

      if (n == length && strncmp (p, name, n) == 0)
        return column;
      p += n;
      p += strspn (p, ", ");
    }
  return 0;
}

void
fascia_import_columns_init (FasciaImportColumns *self)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (self->columns); kind++)
    {
      const FasciaRecord *record = fascia_record_get ((FasciaRecordKind) kind);

      g_assert (record->n_fields <= G_N_ELEMENTS (self->columns[kind]));
      for (guint i = 0; i < record->n_fields; i++)
        self->columns[kind][i] = record->fields[i].column == NULL
                                     ? 0
                                     : find_column ((FasciaTable) kind, record->fields[i].column);
    }
}

static void
set_value (FasciaRow *row, guint column, const FasciaValue *value)
{
  switch (value->type)
    {
    case SQLITE_INTEGER:
      fascia_row_set_int64 (row, column, value->integer);
      break;
    case SQLITE_FLOAT:
      fascia_row_set_double (row, column, value->real);
      break;
    case SQLITE_TEXT:
      fascia_row_set_text (row, column, value->bytes);
      break;
    case SQLITE_BLOB:
      {
        g_autoptr (GBytes) bytes = g_bytes_new_static (value->bytes, value->length);

        fascia_row_set_bytes (row, column, bytes);
        break;
      }
    default:
      fascia_row_set_null (row, column);
      break;
    }
}

static FasciaRow *
make_row (const FasciaRecordRow *self, const guint *columns, FasciaDb *db, gint64 id)
{
  FasciaTable table = (FasciaTable) self->kind;
  FasciaRow *row = db != NULL ? fascia_row_new (db, table) : fascia_row_alloc (table);

  if (db == NULL)
    fascia_row_set_int64 (row, FASCIA_ROW_ID, id);
  for (guint i = 0; i < fascia_record_get (self->kind)->n_fields; i++)
    if (columns[i] != 0)
      set_value (row, columns[i], &self->values[i]);
  return row;
}

FasciaRow *
fascia_import_whole_to_row (const FasciaRecordRow *self,
                            const FasciaImportColumns *columns,
                            FasciaDb *db)
{
  return make_row (self, columns->columns[self->kind], db, 1);
}

static guint
get_owner_column (FasciaRecordKind kind)
{
  switch (kind)
    {
    case FASCIA_RECORD_MARK:
      return FASCIA_MARK_ENTRY;
    case FASCIA_RECORD_FEELING:
      return FASCIA_FEELING_MARK;
    case FASCIA_RECORD_ENTRY_TAG:
      return FASCIA_ENTRY_TAG_ENTRY;
    case FASCIA_RECORD_VISIT_DETAIL:
      return FASCIA_VISIT_DETAIL_ENTRY;
    case FASCIA_RECORD_MEASUREMENT:
    case FASCIA_RECORD_SESSION:
    case FASCIA_RECORD_STEP:
    case FASCIA_RECORD_VISIT:
    case FASCIA_RECORD_EXERCISE:
    case FASCIA_RECORD_TREATMENT:
    case FASCIA_RECORD_EVENT:
    case FASCIA_RECORD_DRAWING:
    case FASCIA_RECORD_SPREAD:
      return FASCIA_DETAIL_ENTRY;
    case FASCIA_RECORD_ENTRY:
    case FASCIA_RECORD_TAG:
    case FASCIA_RECORD_SCALE:
    case FASCIA_RECORD_CONDITION:
    case FASCIA_RECORD_SETTING:
    case FASCIA_N_RECORDS:
    default:
      return 0;
    }
}

/* Tags and scales of other programs may have another code here. */
static void
rename_code (FasciaRow *row, GHashTable *codes)
{
  guint column = row->table == FASCIA_TABLE_ENTRY_TAG     ? (guint) FASCIA_ENTRY_TAG_CODE
                 : row->table == FASCIA_TABLE_MEASUREMENT ? (guint) FASCIA_MEASUREMENT_ITEM
                                                          : 0;
  const char *code = column != 0 ? fascia_row_get_text (row, column) : NULL;
  const char *here = code != NULL ? g_hash_table_lookup (codes, code) : NULL;

  if (here != NULL)
    fascia_row_set_text (row, column, here);
}

GPtrArray *
fascia_import_entry_to_rows (const FasciaImportEntry *self,
                             const FasciaImportColumns *columns,
                             FasciaDb *db,
                             GHashTable *codes)
{
  GPtrArray *rows = fascia_rows_new ();
  gint64 entry_id = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FasciaRecordRow *record = g_ptr_array_index (self->rows, i);
      FasciaRow *row = make_row (record, columns->columns[record->kind], db, i + 1);
      guint owner_column = get_owner_column (record->kind);
      gint64 owner = entry_id;

      if (i == 0)
        {
          entry_id = fascia_row_get_id (row);
          fascia_row_set_int64 (row, FASCIA_ENTRY_OFFSET_MIN, self->offset_min);
        }
      else if (record->kind == FASCIA_RECORD_FEELING)
        owner = fascia_row_get_id (g_ptr_array_index (rows, (guint) record->owner));
      if (owner_column != 0)
        fascia_row_set_int64 (row, owner_column, owner);
      if (codes != NULL)
        rename_code (row, codes);
      g_ptr_array_add (rows, row);
    }
  fascia_rows_sort (rows);
  return rows;
}

FasciaEntry *
fascia_import_entry_dup_entry (const FasciaImportEntry *self, const FasciaImportColumns *columns)
{
  /* Only for the sentence of an error, which nobody reads here. */
  char path[] = "";
  FasciaDb nowhere = { .path = path };
  g_autoptr (GPtrArray) rows = fascia_import_entry_to_rows (self, columns, NULL, NULL);

  return fascia_db_rows_to_entry (&nowhere, rows, NULL);
}
