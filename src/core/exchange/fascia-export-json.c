/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as JSON, losslessly: an entry on each line.
 *
 * To read all rows of the store takes longer than all the rest, and the store has one thread. So here
 * rows only find their place in the text; another thread spells them out. */

#include "config.h"

#include <string.h>

#include "fascia-export-private.h"

/* A list of what belongs to no entry. */
static gboolean
add_list (FasciaExportSink *sink, FasciaRecordKind kind, GError **error)
{
  const FasciaRecord *record = fascia_record_get (kind);
  sqlite3_stmt *statement = fascia_export_reader_select (sink->db, kind, error);
  GString *text = sink->texts[0];
  gboolean is_first = TRUE;
  int step;

  if (statement == NULL)
    return FALSE;
  g_string_append_printf (text, "\"%s\":[", record->member);
  while ((step = fascia_db_step (sink->db, statement, error)) > 0)
    {
      g_string_append (text, is_first ? "\n" : ",\n");
      is_first = FALSE;
      fascia_export_rows_append (text, kind, statement, 0, 0);
      g_string_append_c (text, '}');
    }
  g_string_append (text, is_first ? "],\n" : "\n],\n");
  return step == 0;
}

static gboolean
add_settings (FasciaExportSink *sink, GError **error)
{
  sqlite3_stmt *statement = fascia_export_reader_select (sink->db, FASCIA_RECORD_SETTING, error);
  GString *text = sink->texts[0];
  gboolean is_first = TRUE;
  int step;

  if (statement == NULL)
    return FALSE;
  g_string_append (text, "\"settings\":{");
  while ((step = fascia_db_step (sink->db, statement, error)) > 0)
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
  return step == 0;
}

static gboolean
begin (FasciaExportSink *sink, GError **error)
{
  GString *text = sink->texts[0];

  sink->state = fascia_export_speller_new (sink->body);
  sink->free_state = (GDestroyNotify) fascia_export_speller_free;
  g_string_append_printf (text, "{\"format\":\"%s\",\"version\":%d,\"exported_by\":\"%s %s\",\n",
                          FASCIA_RECORD_FORMAT, FASCIA_RECORD_VERSION, "Fascia", VERSION);
  if (!add_list (sink, FASCIA_RECORD_TAG, error) || !add_list (sink, FASCIA_RECORD_SCALE, error)
      || !add_list (sink, FASCIA_RECORD_CONDITION, error) || !add_settings (sink, error))
    return FALSE;
  g_string_append (text, "\"entries\":[");
  return TRUE;
}

static gboolean
add_slice (FasciaExportSink *sink,
           const gint64 *ids,
           guint *n_ids,
           gint64 *n_entries,
           GError **error)
{
  return fascia_export_slice_append (sink->texts[0], sink->db, ids, n_ids, n_entries, error);
}

static gboolean
end (FasciaExportSink *sink, GError **error)
{
  g_string_append (sink->texts[0], "\n]}\n");
  return TRUE;
}

static void
make_text (const GString *rows, GString *text, gpointer speller)
{
  fascia_export_speller_append (speller, rows, text);
}

const FasciaExportClass fascia_export_json_class = {
  .begin = begin,
  .add_slice = add_slice,
  .end = end,
  .make_text = make_text,
};
