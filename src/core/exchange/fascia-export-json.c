/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as JSON, losslessly: an entry on each line. */

#include "config.h"

#include <string.h>

#include "fascia-export-private.h"

/* Ends a statement: FALSE with an error unless it came to its end. */
static gboolean
finish (FasciaDb *db, sqlite3_stmt *statement, int code, GError **error)
{
  gboolean is_done = code == SQLITE_DONE;

  if (!is_done)
    fascia_store_error_set_sqlite (error, db->sql, code, db->path);
  sqlite3_finalize (statement);
  return is_done;
}

/* A list of what belongs to no entry. */
static gboolean
add_list (FasciaExportSink *sink, FasciaRecordKind kind, GError **error)
{
  const FasciaRecord *record = fascia_record_get (kind);
  sqlite3_stmt *statement = fascia_export_reader_select (sink->db, kind, error);
  GString *text = sink->texts[0];
  gboolean is_first = TRUE;
  int code;

  if (statement == NULL)
    return FALSE;
  g_string_append_printf (text, "\"%s\":[", record->member);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_string_append (text, is_first ? "\n" : ",\n");
      is_first = FALSE;
      fascia_export_append_members (text, record, sink->body, statement, G_MININT);
      g_string_append_c (text, '}');
    }
  g_string_append (text, is_first ? "],\n" : "\n],\n");
  return finish (sink->db, statement, code, error);
}

static gboolean
add_settings (FasciaExportSink *sink, GError **error)
{
  sqlite3_stmt *statement = fascia_export_reader_select (sink->db, FASCIA_RECORD_SETTING, error);
  GString *text = sink->texts[0];
  gboolean is_first = TRUE;
  int code;

  if (statement == NULL)
    return FALSE;
  g_string_append (text, "\"settings\":{");
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *key = (const char *) sqlite3_column_text (statement, FASCIA_READER_FIELDS);
      const char *value = (const char *) sqlite3_column_text (statement, FASCIA_READER_FIELDS + 1);
      g_autofree char *json = fascia_record_dup_json (value);

      if (!fascia_export_is_setting_kept (key) || json == NULL)
        continue;
      g_string_append (text, is_first ? "\n" : ",\n");
      is_first = FALSE;
      fascia_record_append_string (text, key, strlen (key));
      g_string_append_c (text, ':');
      g_string_append (text, json);
    }
  g_string_append (text, is_first ? "},\n" : "\n},\n");
  return finish (sink->db, statement, code, error);
}

static gboolean
begin (FasciaExportSink *sink, GError **error)
{
  GString *text = sink->texts[0];

  g_string_append_printf (text, "{\"format\":\"%s\",\"version\":%d,\"exported_by\":\"%s %s\",\n",
                          FASCIA_RECORD_FORMAT, FASCIA_RECORD_VERSION, "Fascia", VERSION);
  if (!add_list (sink, FASCIA_RECORD_TAG, error) || !add_list (sink, FASCIA_RECORD_SCALE, error)
      || !add_list (sink, FASCIA_RECORD_CONDITION, error) || !add_settings (sink, error))
    return FALSE;
  g_string_append (text, "\"entries\":[");
  return TRUE;
}

/* Codes alone: ["a","b"]. */
static gboolean
add_codes (GString *text,
           FasciaExportReader *reader,
           FasciaRecordKind kind,
           gint64 id,
           GError **error)
{
  sqlite3_stmt *row;
  gboolean is_first = TRUE;

  while ((row = fascia_export_reader_get (reader, kind)) != NULL
         && (id == 0 || sqlite3_column_int64 (row, FASCIA_READER_ID) == id))
    {
      const char *code = (const char *) sqlite3_column_text (row, FASCIA_READER_FIELDS);

      if (is_first)
        g_string_append_printf (text, ",\"%s\":[", fascia_record_get (kind)->member);
      else
        g_string_append_c (text, ',');
      is_first = FALSE;
      fascia_record_append_string (text, code,
                                   (gsize) sqlite3_column_bytes (row, FASCIA_READER_FIELDS));
      if (!fascia_export_reader_advance (reader, kind, error))
        return FALSE;
    }
  if (!is_first)
    g_string_append_c (text, ']');
  return TRUE;
}

static gboolean
add_records (FasciaExportSink *sink,
             FasciaExportReader *reader,
             FasciaRecordKind kind,
             GError **error)
{
  const FasciaRecord *record = fascia_record_get (kind);
  GString *text = sink->texts[0];
  sqlite3_stmt *row;
  gboolean is_first = TRUE;

  while ((row = fascia_export_reader_get (reader, kind)) != NULL)
    {
      if (is_first)
        {
          g_string_append (text, ",\"");
          g_string_append (text, record->member);
          g_string_append (text, record->is_single ? "\":" : "\":[");
        }
      else
        g_string_append_c (text, ',');
      is_first = FALSE;
      fascia_export_append_members (text, record, sink->body, row, G_MININT);
      if (kind == FASCIA_RECORD_MARK
          && !add_codes (text, reader, FASCIA_RECORD_FEELING,
                         sqlite3_column_int64 (row, FASCIA_READER_ID), error))
        return FALSE;
      g_string_append_c (text, '}');
      if (!fascia_export_reader_advance (reader, kind, error))
        return FALSE;
    }
  if (!is_first && !record->is_single)
    g_string_append_c (text, ']');
  return TRUE;
}

static gboolean
add (FasciaExportSink *sink, FasciaExportReader *reader, gboolean is_first, GError **error)
{
  GString *text = sink->texts[0];

  g_string_append (text, is_first ? "\n" : ",\n");
  fascia_export_append_members (text, fascia_record_get (FASCIA_RECORD_ENTRY), sink->body,
                                fascia_export_reader_get_entry (reader),
                                fascia_export_reader_get_offset (reader));
  for (guint kind = FASCIA_RECORD_MARK; kind < FASCIA_N_ENTRY_RECORDS; kind++)
    {
      if (kind == FASCIA_RECORD_FEELING)
        continue;
      if (kind == FASCIA_RECORD_ENTRY_TAG
              ? !add_codes (text, reader, (FasciaRecordKind) kind, 0, error)
              : !add_records (sink, reader, (FasciaRecordKind) kind, error))
        return FALSE;
    }
  g_string_append_c (text, '}');
  return TRUE;
}

static gboolean
end (FasciaExportSink *sink, GError **error)
{
  g_string_append (sink->texts[0], "\n]}\n");
  return TRUE;
}

const FasciaExportClass fascia_export_json_class = {
  .begin = begin,
  .add = add,
  .end = end,
};
