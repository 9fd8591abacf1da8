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

/* Of a value that is no bytes, and of the header: room for these is asked for once. */
#define MAX_FIXED (1 + sizeof (gint64))
#define MAX_HEAD (1 + sizeof (Header))

static char *
put_number (char *to, int type, const void *number)
{
  *to++ = (char) type;
  return fascia_put_bytes (to, number, sizeof (gint64));
}

/* @n_behind: what is yet to come, without bytes. */
static char *
put_bytes (GString *rows, char *to, int type, sqlite3_value *value, gsize n_behind)
{
  /* Asking for bytes of a text leaves it where it is; asking for a text would copy it. */
  const void *bytes = sqlite3_value_blob (value);
  const guint32 length = bytes != NULL ? (guint32) sqlite3_value_bytes (value) : 0;

  rows->len = (gsize) (to - rows->str);
  to = fascia_text_reserve (rows, 1 + sizeof length + length + 1 + n_behind);
  *to++ = (char) type;
  to = fascia_put_bytes (to, (const char *) &length, sizeof length);
  if (length > 0)
    to = fascia_put_bytes (to, bytes, length);
  *to++ = '\0';
  return to;
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
  const gsize start = rows->len;
  char *to = fascia_text_reserve (rows, MAX_HEAD + (gsize) n_values * MAX_FIXED) + MAX_HEAD;

  for (int i = 0; i < n_values; i++)
    {
      /* One call for each value and not one for each question to it: that is allowed on the thread
       * of the database. */
      sqlite3_value *value = sqlite3_column_value (row, FASCIA_READER_FIELDS + i);
      const int type = sqlite3_value_type (value);

      if (type == SQLITE_INTEGER)
        to = put_number (to, type, &(gint64) { sqlite3_value_int64 (value) });
      else if (type == SQLITE_FLOAT)
        to = put_number (to, type, &(double) { sqlite3_value_double (value) });
      else if (type == SQLITE_TEXT || type == SQLITE_BLOB)
        to = put_bytes (rows, to, type, value, (gsize) (n_values - 1 - i) * MAX_FIXED);
      else
        *to++ = (char) type;
    }
  const Header header = { .key = key,
                          .id = id,
                          .length = (guint32) ((gsize) (to - rows->str) - start - MAX_HEAD),
                          .kind = (guint8) kind,
                          .n_values = (guint8) n_values };
  rows->str[start] = FASCIA_EXPORT_ROW;
  fascia_put_bytes (rows->str + start + 1, (const char *) &header, sizeof header);
  fascia_text_take (rows, to);
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
