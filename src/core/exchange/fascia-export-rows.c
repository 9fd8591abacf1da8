/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the store packed among text, so that another thread can spell them out.
 *
 * A row begins with a byte that JSON cannot have; then come its kind, how many values there are, the
 * offset, and each value: its type, and eight bytes, or a length, as many bytes and a nought. */

#include "config.h"

#include "fascia-export-private.h"
#include "fascia-text-room.h"

#define MARK '\1'

static char *
put (char *to, const void *bytes, gsize n_bytes)
{
  return fascia_put_bytes (to, bytes, n_bytes);
}

static void
append_number (GString *rows, int type, const void *number)
{
  char *to = fascia_text_reserve (rows, 1 + sizeof (gint64));

  *to++ = (char) type;
  fascia_text_take (rows, put (to, number, sizeof (gint64)));
}

static void
append_bytes (GString *rows, int type, sqlite3_value *value)
{
  /* Asking for bytes of a text leaves it where it is; asking for a text would copy it. */
  const void *bytes = sqlite3_value_blob (value);
  const int length = sqlite3_value_bytes (value);
  char *to = fascia_text_reserve (rows, 1 + sizeof length + (gsize) length + 1);

  *to++ = (char) type;
  to = put (to, &length, sizeof length);
  if (bytes != NULL)
    to = put (to, bytes, (gsize) length);
  *to++ = '\0';
  fascia_text_take (rows, to);
}

static void
append_value (GString *rows, sqlite3_value *value)
{
  const int type = sqlite3_value_type (value);

  if (type == SQLITE_INTEGER)
    {
      const gint64 integer = sqlite3_value_int64 (value);

      append_number (rows, type, &integer);
    }
  else if (type == SQLITE_FLOAT)
    {
      const double real = sqlite3_value_double (value);

      append_number (rows, type, &real);
    }
  else if (type == SQLITE_TEXT || type == SQLITE_BLOB)
    append_bytes (rows, type, value);
  else
    g_string_append_c (rows, (char) type);
}

void
fascia_export_rows_append (GString *rows, FasciaRecordKind kind, sqlite3_stmt *row, int offset_min)
{
  const int n_values
      = MIN (sqlite3_data_count (row) - FASCIA_READER_FIELDS, FASCIA_EXPORT_MAX_VALUES);
  char *to = fascia_text_reserve (rows, 3 + sizeof offset_min);

  *to++ = MARK;
  *to++ = (char) kind;
  *to++ = (char) n_values;
  fascia_text_take (rows, put (to, &offset_min, sizeof offset_min));
  /* One call for each value and not one for each question to it: that is allowed on the thread of
   * the database. */
  for (int i = 0; i < n_values; i++)
    append_value (rows, sqlite3_column_value (row, FASCIA_READER_FIELDS + i));
}

static const char *
take (const char *from, void *to, gsize n_bytes)
{
  memcpy (to, from, n_bytes);
  return from + n_bytes;
}

static const char *
read_value (const char *from, FasciaValue *value)
{
  int length;

  /* A damaged file may hold another type than its column has. */
  *value = (FasciaValue) { .type = *from++, .bytes = (char *) "" };
  if (value->type == SQLITE_INTEGER)
    return take (from, &value->integer, sizeof value->integer);
  if (value->type == SQLITE_FLOAT)
    return take (from, &value->real, sizeof value->real);
  if (value->type == SQLITE_NULL)
    return from;
  from = take (from, &length, sizeof length);
  value->bytes = (char *) from;
  value->length = (gsize) length;
  return from + length + 1;
}

static const char *
read_row (const char *from, FasciaExportRow *row)
{
  row->kind = (FasciaRecordKind) *from++;
  row->n_values = (guint) *from++;
  from = take (from, &row->offset_min, sizeof row->offset_min);
  for (guint i = 0; i < row->n_values; i++)
    from = read_value (from, &row->values[i]);
  return from;
}

void
fascia_export_rows_spell (const GString *rows, GString *text, FasciaExportMembers *members)
{
  const char *from = rows->str, *end = rows->str + rows->len;
  FasciaExportRow row = { 0 };

  for (;;)
    {
      const char *mark = memchr (from, MARK, (gsize) (end - from));
      const gsize n_between = (gsize) ((mark != NULL ? mark : end) - from);
      char *to = fascia_text_reserve (text, n_between);

      fascia_text_take (text, put (to, from, n_between));
      if (mark == NULL)
        return;
      from = read_row (mark + 1, &row);
      fascia_export_members_append (members, text, &row);
    }
}
