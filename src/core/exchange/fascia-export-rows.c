/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the store packed into a text, so that another thread can spell them out.
 *
 * A row begins with a byte that JSON cannot have; then comes a header, and each value: its type, and
 * eight bytes, or a length, as many bytes and a nought. */

#include "config.h"

#include "fascia-export-rows.h"
#include "fascia-text-room.h"

typedef struct
{
  gint64 key;
  gint64 id;
  guint32 length; /* of the values */
  guint8 kind;
  guint8 n_values;
} Header;

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
  const guint32 length = bytes != NULL ? (guint32) sqlite3_value_bytes (value) : 0;
  char *to = fascia_text_reserve (rows, 1 + sizeof length + length + 1);

  *to++ = (char) type;
  to = put (to, &length, sizeof length);
  if (length > 0)
    to = put (to, bytes, length);
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
fascia_export_rows_append (GString *rows,
                           FasciaRecordKind kind,
                           sqlite3_stmt *row,
                           gint64 key,
                           gint64 id)
{
  const int n_values
      = MIN (sqlite3_data_count (row) - FASCIA_READER_FIELDS, FASCIA_EXPORT_MAX_VALUES);
  Header header = { .key = key, .id = id, .kind = (guint8) kind, .n_values = (guint8) n_values };
  char *to = fascia_text_reserve (rows, 1 + sizeof header);

  *to++ = FASCIA_EXPORT_ROW;
  fascia_text_take (rows, put (to, &header, sizeof header));
  const gsize start = rows->len;
  /* One call for each value and not one for each question to it: that is allowed on the thread of
   * the database. */
  for (int i = 0; i < n_values; i++)
    append_value (rows, sqlite3_column_value (row, FASCIA_READER_FIELDS + i));
  header.length = (guint32) (rows->len - start);
  put (rows->str + start - sizeof header, &header, sizeof header);
}

const char *
fascia_export_row_read (const char *from, FasciaExportRow *row)
{
  Header header;

  memcpy (&header, from + 1, sizeof header);
  *row = (FasciaExportRow) { .kind = (FasciaRecordKind) header.kind,
                             .key = header.key,
                             .id = header.id,
                             .values = from + 1 + sizeof header,
                             .n_values = header.n_values };
  return row->values + header.length;
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
  guint32 length;

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
  value->length = length;
  return from + length + 1;
}

void
fascia_export_row_get_values (const FasciaExportRow *row,
                              FasciaValue values[FASCIA_EXPORT_MAX_VALUES])
{
  const char *from = row->values;

  for (guint i = 0; i < row->n_values; i++)
    from = read_value (from, &values[i]);
}
