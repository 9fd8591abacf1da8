/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of the store as cells of a table. */

#include "config.h"

#include <string.h>

#include "fascia-csv.h"
#include "fascia-export-private.h"

/* What is known of the region that stood before. */
static const char *
get_derived (const FasciaField *field, const FasciaRegion *region)
{
  if (region == NULL)
    return NULL;
  if (field->type == FASCIA_FIELD_BASE)
    return fascia_region_get_base (region);
  if (field->type == FASCIA_FIELD_SIDE)
    return fascia_side_to_code (fascia_region_get_side (region));
  return fascia_region_get_name_c (region);
}

static const FasciaRegion *
look_up (const FasciaBody *body, sqlite3_stmt *row, int column)
{
  const char *code = (const char *) sqlite3_column_text (row, column);

  return code != NULL ? fascia_body_lookup (body, code) : NULL;
}

/* Points are told by the figure and the view they are on. */
static void
append_points (GString *text, const FasciaRecord *record, sqlite3_stmt *row, int column)
{
  gint64 figure = 0;
  const char *view = NULL;

  for (guint i = 0, c = FASCIA_READER_FIELDS; i < record->n_fields; i++)
    {
      if (record->fields[i].column == NULL)
        continue;
      if (strcmp (record->fields[i].name, "figure") == 0)
        figure = sqlite3_column_int64 (row, (int) c);
      else if (strcmp (record->fields[i].name, "view") == 0)
        view = (const char *) sqlite3_column_text (row, (int) c);
      c++;
    }
  const guint8 *bytes = sqlite3_column_blob (row, column);
  fascia_record_append_points (text, figure, view, bytes,
                               (gsize) sqlite3_column_bytes (row, column));
}

/* What needs no quotes in a table. */
static void
append_plain (GString *text,
              const FasciaRecord *record,
              const FasciaField *field,
              sqlite3_stmt *row,
              int column,
              int offset_min)
{
  switch (field->type)
    {
    case FASCIA_FIELD_UID:
      fascia_record_append_uid (text, sqlite3_column_blob (row, column),
                                (gsize) sqlite3_column_bytes (row, column));
      break;
    case FASCIA_FIELD_DAY:
      fascia_record_append_day (text, sqlite3_column_int64 (row, column));
      break;
    case FASCIA_FIELD_MOMENT:
      fascia_record_append_time (text, sqlite3_column_int64 (row, column), offset_min);
      break;
    case FASCIA_FIELD_TIME:
      fascia_record_append_time (text, sqlite3_column_int64 (row, column), G_MININT);
      break;
    case FASCIA_FIELD_POINTS:
      append_points (text, record, row, column);
      break;
    case FASCIA_FIELD_NUMBER:
      fascia_record_append_number (text, sqlite3_column_double (row, column));
      break;
    case FASCIA_FIELD_INTEGER:
    case FASCIA_FIELD_FLAG:
      fascia_record_append_integer (text, sqlite3_column_int64 (row, column));
      break;
    case FASCIA_FIELD_TEXT:
    case FASCIA_FIELD_CODE:
    case FASCIA_FIELD_REGION:
    case FASCIA_FIELD_JSON:
    case FASCIA_FIELD_OWNER:
    case FASCIA_FIELD_BASE:
    case FASCIA_FIELD_SIDE:
    case FASCIA_FIELD_NAME:
    default:
      break;
    }
}

static gboolean
is_plain (const FasciaField *field)
{
  return field->type == FASCIA_FIELD_UID || field->type == FASCIA_FIELD_DAY
         || field->type == FASCIA_FIELD_MOMENT || field->type == FASCIA_FIELD_TIME
         || field->type == FASCIA_FIELD_POINTS;
}

/* "" is a text, nothing at all is none. */
static void
append_text_cell (GString *text, const char *string, gsize length)
{
  g_autofree char *valid = NULL;

  if (length == 0)
    {
      g_string_append (text, "\"\"");
      return;
    }
  if (!g_utf8_validate_len (string, length, NULL))
    string = valid = g_utf8_make_valid (string, (gssize) length);
  fascia_csv_append_cell (text, string);
}

void
fascia_export_append_cells (GString *text,
                            const FasciaRecord *record,
                            const FasciaBody *body,
                            sqlite3_stmt *row,
                            const guint8 *owner,
                            int offset_min)
{
  const FasciaRegion *region = NULL;
  int column = FASCIA_READER_FIELDS;

  for (guint i = 0; i < record->n_fields; i++)
    {
      const FasciaField *field = &record->fields[i];

      if (i > 0)
        g_string_append_c (text, ',');
      if (field->type == FASCIA_FIELD_OWNER)
        fascia_record_append_uid (text, owner, sizeof (FasciaUid));
      else if (fascia_field_is_derived (field))
        fascia_csv_append_cell (text, get_derived (field, region));
      if (field->column == NULL)
        continue;
      if (field->type == FASCIA_FIELD_REGION)
        region = look_up (body, row, column);
      if (sqlite3_column_type (row, column) == SQLITE_NULL)
        ;
      else if (is_plain (field) || field->type == FASCIA_FIELD_NUMBER
               || field->type == FASCIA_FIELD_INTEGER || field->type == FASCIA_FIELD_FLAG)
        append_plain (text, record, field, row, column, offset_min);
      else if (field->type == FASCIA_FIELD_JSON)
        {
          g_autofree char *json
              = fascia_record_dup_json ((const char *) sqlite3_column_text (row, column));

          fascia_csv_append_cell (text, json != NULL ? json : "null");
        }
      else
        {
          const char *string = (const char *) sqlite3_column_text (row, column);

          append_text_cell (text, string, (gsize) sqlite3_column_bytes (row, column));
        }
      column++;
    }
  g_string_append (text, "\r\n");
}
