/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: values in memory, and lists of them. */

#include "config.h"

#include "fascia-db-rows.h"
#include "fascia-db-tables.h"

#include <string.h>

/* ---- values ---- */

static void
value_clear (FasciaValue *value)
{
  g_free (value->bytes);
  *value = (FasciaValue) { .type = SQLITE_NULL };
}

gboolean
fascia_value_equal (const FasciaValue *a, const FasciaValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case SQLITE_INTEGER:
      return a->integer == b->integer;
    case SQLITE_FLOAT:
      return memcmp (&a->real, &b->real, sizeof a->real) == 0;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0;
    default:
      return TRUE;
    }
}

static void
value_set_bytes (FasciaValue *value, int type, const void *bytes, gsize length)
{
  value_clear (value);
  value->type = type;
  value->bytes = g_malloc (length + 1);
  if (length > 0)
    memcpy (value->bytes, bytes, length);
  value->bytes[length] = '\0';
  value->length = length;
}

void
fascia_value_read (FasciaValue *value, sqlite3_stmt *statement, int column)
{
  value->type = sqlite3_column_type (statement, column);
  if (value->type == SQLITE_INTEGER)
    value->integer = sqlite3_column_int64 (statement, column);
  else if (value->type == SQLITE_FLOAT)
    value->real = sqlite3_column_double (statement, column);
  else if (value->type == SQLITE_TEXT)
    {
      const unsigned char *text = sqlite3_column_text (statement, column);
      value_set_bytes (value, SQLITE_TEXT, text, (gsize) sqlite3_column_bytes (statement, column));
    }
  else if (value->type == SQLITE_BLOB)
    {
      const void *blob = sqlite3_column_blob (statement, column);
      value_set_bytes (value, SQLITE_BLOB, blob, (gsize) sqlite3_column_bytes (statement, column));
    }
}

int
fascia_value_bind (const FasciaValue *value, sqlite3_stmt *statement, int index)
{
  switch (value->type)
    {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64 (statement, index, value->integer);
    case SQLITE_FLOAT:
      return sqlite3_bind_double (statement, index, value->real);
    case SQLITE_TEXT:
      return sqlite3_bind_text64 (statement, index, value->bytes, value->length, SQLITE_STATIC,
                                  SQLITE_UTF8);
    case SQLITE_BLOB:
      return sqlite3_bind_blob64 (statement, index, value->bytes, value->length, SQLITE_STATIC);
    default:
      return sqlite3_bind_null (statement, index);
    }
}

/* ---- rows ---- */

FasciaRow *
fascia_row_alloc (FasciaTable table)
{
  FasciaRow *self = g_new0 (FasciaRow, 1);

  self->ref_count = 1;
  self->table = table;
  self->n_values = fascia_table_get_info (table)->n_columns;
  self->values = g_new0 (FasciaValue, self->n_values);
  for (guint i = 0; i < self->n_values; i++)
    self->values[i].type = SQLITE_NULL;
  return self;
}

FasciaRow *
fascia_row_new (FasciaDb *db, FasciaTable table)
{
  FasciaRow *self = fascia_row_alloc (table);
  guint stamp_column = fascia_table_get_info (table)->stamp_column;

  fascia_row_set_int64 (self, FASCIA_ROW_ID, db->next_ids[table]++);
  if (stamp_column != 0)
    {
      fascia_row_set_int64 (self, stamp_column, db->last_stamp);
      fascia_row_set_int64 (self, stamp_column + 1, db->origin);
    }
  return self;
}

FasciaRow *
fascia_row_copy (const FasciaRow *row)
{
  FasciaRow *self = fascia_row_alloc (row->table);

  for (guint i = 0; i < self->n_values; i++)
    {
      const FasciaValue *value = &row->values[i];

      if (value->type == SQLITE_TEXT || value->type == SQLITE_BLOB)
        value_set_bytes (&self->values[i], value->type, value->bytes, value->length);
      else
        self->values[i] = *value;
    }
  return self;
}

FasciaRow *
fascia_row_ref (FasciaRow *self)
{
  self->ref_count++;
  return self;
}

void
fascia_row_unref (FasciaRow *self)
{
  if (--self->ref_count > 0)
    return;
  for (guint i = 0; i < self->n_values; i++)
    g_free (self->values[i].bytes);
  g_free (self->values);
  g_free (self);
}

void
fascia_row_set_int64 (FasciaRow *self, guint column, gint64 value)
{
  value_clear (&self->values[column]);
  self->values[column].type = SQLITE_INTEGER;
  self->values[column].integer = value;
}

void
fascia_row_set_null (FasciaRow *self, guint column)
{
  value_clear (&self->values[column]);
}

void
fascia_row_set_text (FasciaRow *self, guint column, const char *text)
{
  if (text == NULL)
    value_clear (&self->values[column]);
  else
    value_set_bytes (&self->values[column], SQLITE_TEXT, text, strlen (text));
}

void
fascia_row_set_double (FasciaRow *self, guint column, double value)
{
  value_clear (&self->values[column]);
  self->values[column].type = SQLITE_FLOAT;
  /* SQLite keeps whole numbers as such, and they have no minus nought: nor may the digest. */
  self->values[column].real = value + 0.0;
}

void
fascia_row_set_bytes (FasciaRow *self, guint column, GBytes *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  value_set_bytes (&self->values[column], SQLITE_BLOB, data, length);
}

void
fascia_row_set_uid (FasciaRow *self, guint column, const FasciaUid *uid)
{
  value_set_bytes (&self->values[column], SQLITE_BLOB, uid->bytes, sizeof uid->bytes);
}

gint64
fascia_row_get_id (const FasciaRow *self)
{
  return self->values[FASCIA_ROW_ID].integer;
}

const char *
fascia_row_get_text (const FasciaRow *self, guint column)
{
  return self->values[column].type == SQLITE_TEXT ? self->values[column].bytes : NULL;
}

gboolean
fascia_row_equal (const FasciaRow *a, const FasciaRow *b)
{
  if (a == b)
    return TRUE;
  if (a->table != b->table)
    return FALSE;
  guint stamp_column = fascia_table_get_info (a->table)->stamp_column;
  for (guint i = 0; i < a->n_values; i++)
    if (i != stamp_column || i == 0)
      {
        if (!fascia_value_equal (&a->values[i], &b->values[i]))
          return FALSE;
      }
  return TRUE;
}

/* ---- lists ---- */

GPtrArray *
fascia_rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_row_unref);
}

GPtrArray *
fascia_rows_copy (GPtrArray *rows)
{
  GPtrArray *copy = fascia_rows_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copy, fascia_row_ref (g_ptr_array_index (rows, i)));
  return copy;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FasciaRow *row_a = a, *row_b = b;

  if (row_a->table != row_b->table)
    return row_a->table < row_b->table ? -1 : 1;
  gint64 id_a = fascia_row_get_id (row_a), id_b = fascia_row_get_id (row_b);
  return id_a < id_b ? -1 : id_a > id_b;
}

void
fascia_rows_sort (GPtrArray *rows)
{
  g_ptr_array_sort_values (rows, compare_rows);
}

FasciaRow *
fascia_rows_find (GPtrArray *rows, FasciaTable table, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == table && fascia_row_get_id (row) == id)
        return row;
    }
  return NULL;
}

FasciaRow *
fascia_rows_get_entry (GPtrArray *rows)
{
  FasciaRow *row = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  return row != NULL && row->table == FASCIA_TABLE_ENTRY ? row : NULL;
}
