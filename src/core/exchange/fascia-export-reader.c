/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the store for an export: one statement for each table, merged entry by entry. */

#include "config.h"

#include <string.h>

#include "fascia-export-private.h"

/* How the rows are found. */
typedef enum
{
  /* The numbers grow in the order wanted and lie close together, as they do in a journal that was
   * written day by day: one walk from the first to the last. */
  READ_SPAN,
  /* They grow: one by one, in the order of the indices. */
  READ_GROWING,
  /* Sorted by their place in the list. */
  READ_LIST,
} ReadWay;

/* At most so many numbers that are not wanted for one that is. */
#define MAX_SPARSE 2

typedef struct
{
  sqlite3_stmt *statement;
  gboolean has_row;
  gint64 key; /* of the row */
} Cursor;

struct _FasciaExportReader
{
  FasciaDb *db;
  ReadWay way;
  const gint64 *ids;
  guint n_ids;
  guint at; /* of a span: the next that is wanted */
  Cursor cursors[FASCIA_N_ENTRY_RECORDS];
  gint64 key; /* of the entry at hand: its number, or its place in the list */
};

/* ---- statements ---- */

static void
append_columns (GString *sql, const FasciaRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (record->fields[i].column != NULL)
      {
        g_string_append (sql, ", c.");
        g_string_append (sql, record->fields[i].column);
      }
}

static ReadWay
choose_way (const gint64 *ids, guint n_ids)
{
  for (guint i = 1; i < n_ids; i++)
    if (ids[i] <= ids[i - 1])
      return READ_LIST;
  return n_ids > 0 && ids[n_ids - 1] - ids[0] < (gint64) n_ids * MAX_SPARSE ? READ_SPAN
                                                                            : READ_GROWING;
}

static char *
dup_sql (FasciaRecordKind kind, ReadWay way)
{
  const FasciaRecord *record = fascia_record_get (kind);
  const char *of_entry = kind == FASCIA_RECORD_ENTRY     ? "c.id"
                         : kind == FASCIA_RECORD_FEELING ? "m.entry_id"
                                                         : "c.entry_id";
  const char *key = way == READ_LIST ? "j.key" : of_entry;
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  g_string_append_printf (sql, "%s, %s", key,
                          kind == FASCIA_RECORD_ENTRY     ? "c.id, c.offset_min"
                          : kind == FASCIA_RECORD_FEELING ? "m.id, m.uid"
                                                          : "c.id, NULL");
  append_columns (sql, record);
  g_string_append (sql, way == READ_LIST ? " FROM json_each (?1) AS j CROSS JOIN " : " FROM ");
  if (kind == FASCIA_RECORD_FEELING)
    g_string_append (sql, "mark AS m CROSS JOIN mark_feeling AS c ON c.mark_id = m.id");
  else
    g_string_append_printf (sql, "%s AS c", record->table);
  if (way == READ_SPAN)
    g_string_append_printf (sql, " WHERE %s BETWEEN ?1 AND ?2", of_entry);
  else if (way == READ_GROWING)
    g_string_append_printf (sql, " WHERE %s IN (SELECT value FROM json_each (?1))", of_entry);
  else
    g_string_append_printf (sql, " WHERE %s = j.value", of_entry);
  g_string_append_printf (sql, " ORDER BY %s", key);
  if (*record->order != '\0')
    g_string_append_printf (sql, ", %s", record->order);
  return g_strdup (sql->str);
}

static gboolean
advance (FasciaExportReader *self, Cursor *cursor, GError **error)
{
  int code = sqlite3_step (cursor->statement);

  cursor->has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    cursor->key = sqlite3_column_int64 (cursor->statement, FASCIA_READER_KEY);
  return code == SQLITE_ROW || code == SQLITE_DONE
         || fascia_store_error_set_sqlite (error, self->db->sql, code, self->db->path);
}

static char *
dup_list (const gint64 *ids, guint n_ids)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (list, i > 0 ? ",%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, ids[i]);
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

FasciaExportReader *
fascia_export_reader_new (FasciaDb *db,
                          const gint64 *ids,
                          guint n_ids,
                          gboolean has_marks,
                          GError **error)
{
  g_autoptr (FasciaExportReader) self = g_new0 (FasciaExportReader, 1);
  g_autofree char *list = NULL;

  self->db = db;
  self->key = -1;
  self->ids = ids;
  self->n_ids = n_ids;
  self->way = choose_way (ids, n_ids);
  if (self->way != READ_SPAN)
    list = dup_list (ids, n_ids);
  for (guint i = 0; i < FASCIA_N_ENTRY_RECORDS; i++)
    {
      g_autofree char *sql = dup_sql ((FasciaRecordKind) i, self->way);
      Cursor *cursor = &self->cursors[i];

      if (!has_marks && (i == FASCIA_RECORD_MARK || i == FASCIA_RECORD_FEELING))
        continue;
      /* Exports come in slices: the same few statements each time. */
      cursor->statement = fascia_db_prepare (db, g_intern_string (sql), error);
      if (cursor->statement == NULL)
        return NULL;
      if (self->way == READ_SPAN)
        {
          sqlite3_bind_int64 (cursor->statement, 1, ids[0]);
          sqlite3_bind_int64 (cursor->statement, 2, ids[n_ids - 1]);
        }
      else
        sqlite3_bind_text (cursor->statement, 1, list, -1, SQLITE_TRANSIENT);
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
    if (self->cursors[i].statement != NULL)
      sqlite3_reset (self->cursors[i].statement);
  g_free (self);
}

/* What lies between those that are wanted. */
static gboolean
is_wanted (FasciaExportReader *self, gint64 id)
{
  if (self->way != READ_SPAN)
    return TRUE;
  while (self->at < self->n_ids && self->ids[self->at] < id)
    self->at++;
  return self->at < self->n_ids && self->ids[self->at] == id;
}

/* Rows of entries that are not wanted, or that are gone since the list was made. */
static gboolean
pass_over (FasciaExportReader *self, GError **error)
{
  for (guint i = FASCIA_RECORD_ENTRY + 1; i < FASCIA_N_ENTRY_RECORDS; i++)
    {
      Cursor *cursor = &self->cursors[i];

      while (cursor->has_row && cursor->key < self->key)
        if (!advance (self, cursor, error))
          return FALSE;
    }
  return TRUE;
}

int
fascia_export_reader_next (FasciaExportReader *self, GError **error)
{
  Cursor *entry = &self->cursors[FASCIA_RECORD_ENTRY];

  do
    if (!advance (self, entry, error))
      return -1;
  while (entry->has_row && !is_wanted (self, entry->key));
  if (!entry->has_row)
    return 0;
  self->key = entry->key;
  return pass_over (self, error) ? 1 : -1;
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

  return cursor->has_row && cursor->key == self->key ? cursor->statement : NULL;
}

gboolean
fascia_export_reader_advance (FasciaExportReader *self, FasciaRecordKind kind, GError **error)
{
  return advance (self, &self->cursors[kind], error);
}

gboolean
fascia_export_reader_is_span (const gint64 *ids, guint n_ids)
{
  return choose_way (ids, n_ids) == READ_SPAN;
}

sqlite3_stmt *
fascia_export_reader_select (FasciaDb *db, FasciaRecordKind kind, GError **error)
{
  const FasciaRecord *record = fascia_record_get (kind);
  g_autoptr (GString) sql = g_string_new ("SELECT 0, c.id, NULL");

  append_columns (sql, record);
  g_string_append_printf (sql, " FROM %s AS c ORDER BY %s", record->table, record->order);
  return fascia_db_prepare (db, g_intern_string (sql->str), error);
}

sqlite3_stmt *
fascia_export_reader_select_marks (FasciaDb *db, gboolean is_elsewhere, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT c.entry_id, c.id, NULL");

  append_columns (sql, fascia_record_get (FASCIA_RECORD_MARK));
  g_string_append (sql, is_elsewhere ? " FROM mark AS c WHERE c.entry_id BETWEEN ?1 AND ?2 "
                                       "AND c.id NOT BETWEEN ?3 AND ?4 ORDER BY c.entry_id"
                                     : " FROM mark AS c WHERE c.id >= ?1 ORDER BY c.id");
  return fascia_db_prepare (db, g_intern_string (sql->str), error);
}

sqlite3_stmt *
fascia_export_reader_select_feelings (FasciaDb *db, GError **error)
{
  return fascia_db_prepare (db,
                            "SELECT NULL, mark_id, NULL, feeling FROM mark_feeling "
                            "WHERE mark_id >= ?1 ORDER BY mark_id, feeling",
                            error);
}

gboolean
fascia_export_is_setting_kept (const char *key)
{
  return key != NULL && *key != '\0' && !g_str_has_prefix (key, "draft.");
}
