/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: finding and changing those of an entry. */

#include "config.h"

#include <string.h>

#include "fascia-db-operations.h"
#include "fascia-db-points.h"

FasciaRow *
fascia_rows_edit (GPtrArray *rows, FasciaRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_ptr_array_index (rows, i) == row)
      {
        FasciaRow *copy = fascia_row_copy (row);

        fascia_row_unref (row);
        rows->pdata[i] = copy;
        return copy;
      }
  g_return_val_if_reached (row);
}

FasciaRow *
fascia_rows_find_mark (GPtrArray *rows, const char *region, FasciaScale scale)
{
  const char *code = fascia_scale_to_code (scale);

  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_MARK_REGION), region) == 0
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_MARK_SCALE), code) == 0)
        return row;
    }
  return NULL;
}

FasciaRow *
fascia_rows_find_spread (GPtrArray *rows, const char *from, const char *to)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_SPREAD
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_SPREAD_ROW_FROM), from) == 0
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_SPREAD_ROW_TO), to) == 0)
        return row;
    }
  return NULL;
}

FasciaRow *
fascia_rows_find_drawing (GPtrArray *rows, const FasciaUid *uid)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);
      const FasciaValue *value = &row->values[FASCIA_DRAWING_ROW_UID];

      if (row->table == FASCIA_TABLE_DRAWING && value->length == sizeof uid->bytes
          && memcmp (value->bytes, uid->bytes, sizeof uid->bytes) == 0)
        return row;
    }
  return NULL;
}

static gboolean
has_feeling (GPtrArray *rows, gint64 mark_id, const char *feeling)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && row->values[FASCIA_FEELING_MARK].integer == mark_id
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_FEELING_CODE), feeling) == 0)
        return TRUE;
    }
  return FALSE;
}

void
fascia_rows_set_feelings (FasciaDb *db,
                          GPtrArray *rows,
                          gint64 mark_id,
                          const char *const *feelings)
{
  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && row->values[FASCIA_FEELING_MARK].integer == mark_id
          && !g_strv_contains (feelings, fascia_row_get_text (row, FASCIA_FEELING_CODE)))
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; feelings[i] != NULL; i++)
    {
      if (has_feeling (rows, mark_id, feelings[i]))
        continue;
      FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_MARK_FEELING);
      fascia_row_set_int64 (row, FASCIA_FEELING_MARK, mark_id);
      fascia_row_set_text (row, FASCIA_FEELING_CODE, feelings[i]);
      g_ptr_array_add (rows, row);
    }
}

void
fascia_rows_remove_mark (GPtrArray *rows, FasciaRow *mark)
{
  gint64 mark_id = fascia_row_get_id (mark);

  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && row->values[FASCIA_FEELING_MARK].integer == mark_id)
        g_ptr_array_remove_index (rows, i - 1);
    }
  g_ptr_array_remove (rows, mark);
}

gboolean
fascia_rows_are_above_none (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK
          && (row->values[FASCIA_MARK_LEVEL].type == SQLITE_NULL
              || row->values[FASCIA_MARK_LEVEL].integer > 0))
        return TRUE;
      if (row->table == FASCIA_TABLE_DRAWING
          && fascia_points_are_above_none (row->values[FASCIA_DRAWING_ROW_POINTS].bytes,
                                           row->values[FASCIA_DRAWING_ROW_POINTS].length))
        return TRUE;
    }
  return FALSE;
}

gboolean
fascia_rows_are_empty (GPtrArray *rows)
{
  FasciaRow *entry = fascia_rows_get_entry (rows);
  const char *kind = fascia_row_get_text (entry, FASCIA_ENTRY_KIND);

  /* Of other kinds that something was is worth keeping, whatever it was. */
  if (g_strcmp0 (kind, "check-in") != 0 && g_strcmp0 (kind, "note") != 0)
    return FALSE;
  return rows->len == 1 && fascia_row_get_text (entry, FASCIA_ENTRY_NOTE_TEXT) == NULL
         && entry->values[FASCIA_ENTRY_NOTHING_TODAY].integer == 0;
}
