/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as a folder of tables, losslessly, with a dictionary; and as one table. */

#include "config.h"

#include <string.h>

#include "fascia-csv.h"
#include "fascia-export-private.h"

/* One file for each record, then these. */
enum
{
  FILE_OVERVIEW = FASCIA_N_RECORDS,
  FILE_DICTIONARY,
  FILE_FORMAT,
  FILE_README,
  N_FILES,
};

static const char readme[]
    = "This folder is a journal of Fascia, a diary of tight and painful places of the body.\r\n"
      "\r\n"
      "Each file that ends in .csv is a table: text in UTF-8, values separated by commas, rows\r\n"
      "ended by CR LF, names of the columns in the first row (RFC 4180). Every spreadsheet "
      "opens\r\n"
      "them. dictionary.csv says what each column means.\r\n"
      "\r\n"
      "  entry.csv     everything that has a time, one row for each entry\r\n"
      "  mark.csv ...  what belongs to an entry, found by the uid in its column \"entry\"\r\n"
      "  tag.csv, own_scale.csv, condition.csv, setting.csv\r\n"
      "                what belongs to no entry\r\n"
      "  overview.csv  the same again in a single table, for a quick look; not read back\r\n"
      "  format.csv    which version of this layout it is, and how many rows each table has\r\n"
      "\r\n"
      "Left and right are always the person's own. A cell without anything means that nothing "
      "was\r\n"
      "given; two quotes (\"\") mean an empty text. Level 0 means that nothing was felt there; "
      "a\r\n"
      "level that is missing means that the place was marked without one; a place without a row\r\n"
      "was not asked about.\r\n"
      "\r\n"
      "Fascia reads the folder back without loss: fascia import FOLDER.\r\n"
      "\r\n"
      "The words are the person's own and private. Nothing here is a diagnosis.\r\n";

static const char *
get_file_name (guint file)
{
  static const char *const names[FASCIA_N_RECORDS] = {
    "entry.csv",     "mark.csv",         "mark_feeling.csv", "entry_tag.csv",    "measurement.csv",
    "session.csv",   "session_step.csv", "visit.csv",        "visit_detail.csv", "exercise.csv",
    "treatment.csv", "event.csv",        "drawing.csv",      "spread.csv",       "tag.csv",
    "own_scale.csv", "condition.csv",    "setting.csv",
  };

  if (file < FASCIA_N_RECORDS)
    return names[file];
  switch (file)
    {
    case FILE_OVERVIEW:
      return "overview.csv";
    case FILE_DICTIONARY:
      return "dictionary.csv";
    case FILE_FORMAT:
      return "format.csv";
    default:
      return "README.txt";
    }
}

/* ---- what explains itself ---- */

static void
append_header (GString *text, const FasciaRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append (text, record->fields[i].name);
    }
  g_string_append (text, "\r\n");
}

static void
append_dictionary_row (GString *text,
                       const char *table,
                       const char *column,
                       const char *type,
                       const char *needed,
                       const char *values,
                       const char *meaning)
{
  fascia_csv_append_cell (text, table);
  g_string_append_c (text, ',');
  fascia_csv_append_cell (text, column);
  g_string_append_printf (text, ",%s,%s,", type, needed);
  fascia_csv_append_cell (text, values);
  g_string_append_c (text, ',');
  fascia_csv_append_cell (text, meaning);
  g_string_append (text, "\r\n");
}

static void
append_dictionary (GString *text)
{
  g_string_append (text, "table,column,type,needed,values,meaning\r\n");
  for (guint kind = 0; kind < FASCIA_N_RECORDS; kind++)
    {
      const FasciaRecord *record = fascia_record_get ((FasciaRecordKind) kind);

      append_dictionary_row (text, record->table, NULL, "table", "", NULL, record->meaning);
      for (guint i = 0; i < record->n_fields; i++)
        {
          const FasciaField *field = &record->fields[i];
          g_autofree char *range = NULL;

          if (field->codes == NULL && field->minimum <= field->maximum
              && field->type != FASCIA_FIELD_FLAG)
            range = field->maximum >= G_MAXINT32
                        ? g_strdup_printf ("%" G_GINT64_FORMAT " or more", field->minimum)
                        : g_strdup_printf ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
                                           field->minimum, field->maximum);
          append_dictionary_row (text, record->table, field->name,
                                 fascia_field_get_type_name (field), field->is_needed ? "1" : "0",
                                 field->codes != NULL ? field->codes : range, field->meaning);
        }
    }
  append_dictionary_row (text, "overview", NULL, "table", "", NULL,
                         "Everything once more in one table: a row for each mark, drawing and "
                         "spread. Derived; not read back.");
}

/* ---- rows ---- */

/* How many rows each table has so far. */
static guint64 *
get_counts (FasciaExportSink *sink)
{
  if (sink->state == NULL)
    {
      sink->state = g_new0 (guint64, FASCIA_N_RECORDS);
      sink->free_state = g_free;
    }
  return sink->state;
}

static gboolean
add_whole (FasciaExportSink *sink, FasciaRecordKind kind, GError **error)
{
  const FasciaRecord *record = fascia_record_get (kind);
  sqlite3_stmt *statement = fascia_export_reader_select (sink->db, kind, error);
  int step;

  if (statement == NULL)
    return FALSE;
  while ((step = fascia_db_step (sink->db, statement, error)) > 0)
    {
      const char *key = (const char *) sqlite3_column_text (statement, FASCIA_READER_FIELDS);

      if (kind == FASCIA_RECORD_SETTING && !fascia_export_is_setting_kept (key))
        continue;
      fascia_export_append_cells (sink->texts[kind], record, sink->body, statement, NULL, G_MININT);
      get_counts (sink)[kind]++;
    }
  return step == 0;
}

static gboolean
begin_tables (FasciaExportSink *sink, GError **error)
{
  for (guint kind = 0; kind < FASCIA_N_RECORDS; kind++)
    {
      append_header (sink->texts[kind], fascia_record_get ((FasciaRecordKind) kind));
      if (kind >= FASCIA_N_ENTRY_RECORDS && !add_whole (sink, (FasciaRecordKind) kind, error))
        return FALSE;
    }
  fascia_csv_append_header (sink->texts[FILE_OVERVIEW]);
  append_dictionary (sink->texts[FILE_DICTIONARY]);
  g_string_append (sink->texts[FILE_README], readme);
  return TRUE;
}

static gboolean
add_overview (FasciaExportSink *sink, GString *text, FasciaExportReader *reader, GError **error)
{
  g_autoptr (GPtrArray) rows
      = fascia_db_load_rows_by_id (sink->db, fascia_export_reader_get_id (reader), error);
  g_autoptr (FasciaEntry) entry
      = rows != NULL ? fascia_db_rows_to_entry (sink->db, rows, error) : NULL;

  if (entry == NULL)
    return FALSE;
  fascia_csv_append_entry (text, sink->body, entry);
  return TRUE;
}

static gboolean
add_to_tables (FasciaExportSink *sink,
               FasciaExportReader *reader,
               gboolean is_first,
               GError **error)
{
  const guint8 *uid = fascia_export_reader_get_uid (reader);

  fascia_export_append_cells (
      sink->texts[FASCIA_RECORD_ENTRY], fascia_record_get (FASCIA_RECORD_ENTRY), sink->body,
      fascia_export_reader_get_entry (reader), NULL, fascia_export_reader_get_offset (reader));
  get_counts (sink)[FASCIA_RECORD_ENTRY]++;
  for (guint i = FASCIA_RECORD_MARK; i < FASCIA_N_ENTRY_RECORDS; i++)
    {
      const FasciaRecord *record = fascia_record_get ((FasciaRecordKind) i);
      sqlite3_stmt *row;

      while ((row = fascia_export_reader_get (reader, (FasciaRecordKind) i)) != NULL)
        {
          const guint8 *owner
              = i == FASCIA_RECORD_FEELING ? sqlite3_column_blob (row, FASCIA_READER_OWNER) : uid;

          fascia_export_append_cells (sink->texts[i], record, sink->body, row, owner, G_MININT);
          get_counts (sink)[i]++;
          if (!fascia_export_reader_advance (reader, (FasciaRecordKind) i, error))
            return FALSE;
        }
    }
  return add_overview (sink, sink->texts[FILE_OVERVIEW], reader, error);
}

/* A table that is cut at the end of a row looks whole, so it is said how many rows it has. */
static gboolean
end_tables (FasciaExportSink *sink, GError **error)
{
  GString *text = sink->texts[FILE_FORMAT];

  g_string_append (text, "format,version,exported_by,table,rows\r\n");
  for (guint kind = 0; kind < FASCIA_N_RECORDS; kind++)
    g_string_append_printf (text, "%s,%d,Fascia %s,%s,%" G_GUINT64_FORMAT "\r\n",
                            FASCIA_RECORD_TABLES_FORMAT, FASCIA_RECORD_VERSION, VERSION,
                            get_file_name (kind), get_counts (sink)[kind]);
  return TRUE;
}

const FasciaExportClass fascia_export_tables_class = {
  .n_files = N_FILES,
  .get_file_name = get_file_name,
  .begin = begin_tables,
  .add = add_to_tables,
  .end = end_tables,
};

/* ---- one table ---- */

static gboolean
begin_table (FasciaExportSink *sink, GError **error)
{
  fascia_csv_append_header (sink->texts[0]);
  return TRUE;
}

static gboolean
add_to_table (FasciaExportSink *sink, FasciaExportReader *reader, gboolean is_first, GError **error)
{
  return add_overview (sink, sink->texts[0], reader, error);
}

static gboolean
end_table (FasciaExportSink *sink, GError **error)
{
  return TRUE;
}

const FasciaExportClass fascia_export_table_class = {
  .begin = begin_table,
  .add = add_to_table,
  .end = end_table,
};
