/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the store for an export: one statement for each table, merged entry by entry. */

#include "config.h"

#include <string.h>

#include "fascia-export-private.h"

typedef struct
{
  sqlite3_stmt *statement;
  gboolean has_row;
} Cursor;

struct _FasciaExportReader
{
  FasciaDb *db;
  Cursor cursors[FASCIA_N_ENTRY_RECORDS];
  gint64 key; /* of the entry at hand: its number, or its place in the list */
};

/* ---- statements ---- */

static void
append_columns (GString *sql, const FasciaRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (record->fields[i].column != NULL)
      g_string_append_printf (sql, ", c.%s", record->fields[i].column);
}

/* When the numbers of the entries grow in the order wanted, as they do in a journal that was written
 * day by day, the indices have the rows in their order; otherwise they are sorted by their place in
 * the list. */
static char *
dup_sql (FasciaRecordKind kind, gboolean is_growing)
{
  const FasciaRecord *record = fascia_record_get (kind);
  const char *of_entry = kind == FASCIA_RECORD_ENTRY     ? "c.id"
                         : kind == FASCIA_RECORD_FEELING ? "m.entry_id"
                                                         : "c.entry_id";
  const char *key = is_growing ? of_entry : "j.key";
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  g_string_append_printf (sql, "%s, %s", key,
                          kind == FASCIA_RECORD_ENTRY     ? "c.id, c.offset_min"
                          : kind == FASCIA_RECORD_FEELING ? "m.id, m.uid"
                                                          : "c.id, NULL");
  append_columns (sql, record);
  g_string_append (sql, is_growing ? " FROM " : " FROM json_each (?1) AS j CROSS JOIN ");
  if (kind == FASCIA_RECORD_FEELING)
    g_string_append (sql, "mark AS m CROSS JOIN mark_feeling AS c ON c.mark_id = m.id");
  else
    g_string_append_printf (sql, "%s AS c", record->table);
  if (is_growing)
    g_string_append_printf (sql, " WHERE %s IN (SELECT value FROM json_each (?1))", of_entry);
  else
    g_string_append_printf (sql, " WHERE %s = j.value", of_entry);
  g_string_append_printf (sql, " ORDER BY %s", key);
  if (*record->order != '\0')
    g_string_append_printf (sql, ", %s", record->order);
  return g_strdup (sql->str);
}

static sqlite3_stmt *
prepare (FasciaDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db->sql, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    fascia_store_error_set_sqlite (error, db->sql, code, db->path);
  return statement;
}

static gboolean
advance (FasciaExportReader *self, Cursor *cursor, GError **error)
{
  int code = sqlite3_step (cursor->statement);

  cursor->has_row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE
         || fascia_store_error_set_sqlite (error, self->db->sql, code, self->db->path);
}

FasciaExportReader *
fascia_export_reader_new (FasciaDb *db, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (FasciaExportReader) self = g_new0 (FasciaExportReader, 1);
  g_autoptr (GString) list = g_string_new ("[");
  gboolean is_growing = TRUE;

  self->db = db;
  self->key = -1;
  for (guint i = 1; i < n_ids; i++)
    is_growing = is_growing && ids[i] > ids[i - 1];
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (list, i > 0 ? ",%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, ids[i]);
  g_string_append_c (list, ']');
  for (guint i = 0; i < FASCIA_N_ENTRY_RECORDS; i++)
    {
      g_autofree char *sql = dup_sql ((FasciaRecordKind) i, is_growing);
      Cursor *cursor = &self->cursors[i];

      cursor->statement = prepare (db, sql, error);
      if (cursor->statement == NULL)
        return NULL;
      sqlite3_bind_text (cursor->statement, 1, list->str, (int) list->len, SQLITE_TRANSIENT);
      /* That of the entry steps when it is asked for. */
      if (i != FASCIA_RECORD_ENTRY && !advance (self, cursor, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
fascia_export_reader_free (FasciaExportReader *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FASCIA_N_ENTRY_RECORDS; i++)
    sqlite3_finalize (self->cursors[i].statement);
  g_free (self);
}

int
fascia_export_reader_next (FasciaExportReader *self, GError **error)
{
  Cursor *entry = &self->cursors[FASCIA_RECORD_ENTRY];

  if (!advance (self, entry, error))
    return -1;
  if (!entry->has_row)
    return 0;
  self->key = sqlite3_column_int64 (entry->statement, FASCIA_READER_KEY);
  return 1;
}

sqlite3_stmt *
fascia_export_reader_get_entry (FasciaExportReader *self)
{
  return self->cursors[FASCIA_RECORD_ENTRY].statement;
}

int
fascia_export_reader_get_offset (FasciaExportReader *self)
{
  return sqlite3_column_int (fascia_export_reader_get_entry (self), FASCIA_READER_OWNER);
}

gint64
fascia_export_reader_get_id (FasciaExportReader *self)
{
  return sqlite3_column_int64 (fascia_export_reader_get_entry (self), FASCIA_READER_ID);
}

const guint8 *
fascia_export_reader_get_uid (FasciaExportReader *self)
{
  return sqlite3_column_blob (fascia_export_reader_get_entry (self), FASCIA_READER_FIELDS);
}

sqlite3_stmt *
fascia_export_reader_get (FasciaExportReader *self, FasciaRecordKind kind)
{
  Cursor *cursor = &self->cursors[kind];

  if (!cursor->has_row || sqlite3_column_int64 (cursor->statement, FASCIA_READER_KEY) != self->key)
    return NULL;
  return cursor->statement;
}

gboolean
fascia_export_reader_advance (FasciaExportReader *self, FasciaRecordKind kind, GError **error)
{
  return advance (self, &self->cursors[kind], error);
}

sqlite3_stmt *
fascia_export_reader_select (FasciaDb *db, FasciaRecordKind kind, GError **error)
{
  const FasciaRecord *record = fascia_record_get (kind);
  g_autoptr (GString) sql = g_string_new ("SELECT 0, c.id, NULL");

  append_columns (sql, record);
  g_string_append_printf (sql, " FROM %s AS c ORDER BY %s", record->table, record->order);
  return prepare (db, sql->str, error);
}

gboolean
fascia_export_is_setting_kept (const char *key)
{
  return key != NULL && *key != '\0' && !g_str_has_prefix (key, "draft.");
}
