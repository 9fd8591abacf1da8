/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: the entry that they make. */

#include "config.h"

#include <string.h>

#include "fascia-db-points.h"
#include "fascia-db-rows.h"

static gboolean
get_mark (GPtrArray *rows, const FasciaRow *row, GPtrArray *feelings, FasciaMark *mark)
{
  const char *scale = fascia_row_get_text (row, FASCIA_MARK_SCALE);

  mark->region = fascia_row_get_text (row, FASCIA_MARK_REGION);
  if (mark->region == NULL || !fascia_scale_from_code (scale, &mark->scale))
    return FALSE;
  const FasciaValue *level = &row->values[FASCIA_MARK_LEVEL];
  mark->level = level->type == SQLITE_NULL ? FASCIA_LEVEL_NOT_GIVEN : (int) level->integer;
  if (mark->level < FASCIA_LEVEL_NOT_GIVEN || mark->level > FASCIA_LEVEL_MAX)
    return FALSE;
  mark->is_drawn = row->values[FASCIA_MARK_DRAWN].integer != 0;

  g_ptr_array_set_size (feelings, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *other = g_ptr_array_index (rows, i);

      if (other->table == FASCIA_TABLE_MARK_FEELING
          && other->values[FASCIA_FEELING_MARK].integer == fascia_row_get_id (row))
        g_ptr_array_add (feelings, other->values[FASCIA_FEELING_CODE].bytes);
    }
  g_ptr_array_add (feelings, NULL);
  mark->feelings
      = (const char *const *) g_memdup2 (feelings->pdata, feelings->len * sizeof (gpointer));
  return TRUE;
}

static FasciaDrawingState
get_drawing (const FasciaRow *row, FasciaDrawing *drawing, FasciaUnknownDrawing *unknown)
{
  const FasciaValue *uid = &row->values[FASCIA_DRAWING_ROW_UID];
  const FasciaValue *points = &row->values[FASCIA_DRAWING_ROW_POINTS];
  const FasciaDrawingColumns columns = {
    .uid = uid->bytes,
    .uid_length = uid->length,
    .kind = fascia_row_get_text (row, FASCIA_DRAWING_ROW_KIND),
    .scale = fascia_row_get_text (row, FASCIA_DRAWING_ROW_SCALE),
    .view = fascia_row_get_text (row, FASCIA_DRAWING_ROW_VIEW),
    .figure = row->values[FASCIA_DRAWING_ROW_FIGURE].integer,
    .width = row->values[FASCIA_DRAWING_ROW_WIDTH].real,
    .points = points->bytes,
    .points_length = points->length,
  };

  return fascia_drawing_read (&columns, drawing, unknown);
}

static void
drawing_clear (gpointer data)
{
  FasciaDrawing *drawing = data;

  g_free ((gpointer) drawing->points);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return memcmp (((const FasciaDrawing *) a)->uid.bytes, ((const FasciaDrawing *) b)->uid.bytes,
                 sizeof (FasciaUid));
}

static int
compare_unknown (gconstpointer a, gconstpointer b)
{
  return memcmp (((const FasciaUnknownDrawing *) a)->uid.bytes,
                 ((const FasciaUnknownDrawing *) b)->uid.bytes, sizeof (FasciaUid));
}

/* What is drawn, and where it spreads to. */
static gboolean
collect_drawings (GPtrArray *rows, GArray *drawings, GArray *unknown, GArray *spreads)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_DRAWING)
        {
          FasciaDrawing drawing;
          FasciaUnknownDrawing strange;
          FasciaDrawingState state = get_drawing (row, &drawing, &strange);

          if (state == FASCIA_DRAWING_DAMAGED)
            return FALSE;
          if (state == FASCIA_DRAWING_READ)
            g_array_append_val (drawings, drawing);
          else
            g_array_append_val (unknown, strange);
        }
      else if (row->table == FASCIA_TABLE_SPREAD)
        {
          FasciaSpread spread = { fascia_row_get_text (row, FASCIA_SPREAD_ROW_FROM),
                                  fascia_row_get_text (row, FASCIA_SPREAD_ROW_TO) };

          if (spread.from == NULL || spread.to == NULL)
            return FALSE;
          g_array_append_val (spreads, spread);
        }
    }
  /* Their names grow. The numbers of rows are no order: no digest covers them. */
  g_array_sort (drawings, compare_names);
  g_array_sort (unknown, compare_unknown);
  return TRUE;
}

FasciaEntry *
fascia_db_rows_to_entry (FasciaDb *db, GPtrArray *rows, GError **error)
{
  FasciaEntryParts parts = { 0 };
  const FasciaRow *row = fascia_rows_get_entry (rows);
  g_autoptr (GPtrArray) feelings = g_ptr_array_new ();
  g_autofree FasciaMark *marks = g_new0 (FasciaMark, rows->len + 1);
  g_autoptr (GArray) drawings = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  g_autoptr (GArray) unknown = g_array_new (FALSE, FALSE, sizeof (FasciaUnknownDrawing));
  g_autoptr (GArray) spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));
  g_autoptr (FasciaDetailReader) details = fascia_detail_reader_new ();
  gboolean is_whole = row != NULL;

  g_array_set_clear_func (drawings, drawing_clear);

  if (row != NULL)
    {
      is_whole = row->values[FASCIA_ENTRY_UID].length == sizeof parts.uid.bytes
                 && fascia_entry_kind_from_code (fascia_row_get_text (row, FASCIA_ENTRY_KIND),
                                                 &parts.kind);
      if (is_whole)
        memcpy (parts.uid.bytes, row->values[FASCIA_ENTRY_UID].bytes, sizeof parts.uid.bytes);
      parts.moment.utc_ms = row->values[FASCIA_ENTRY_UTC_MS].integer;
      parts.moment.day = (gint32) row->values[FASCIA_ENTRY_DAY].integer;
      parts.moment.offset_min = (gint32) row->values[FASCIA_ENTRY_OFFSET_MIN].integer;
      parts.moment.zone = fascia_row_get_text (row, FASCIA_ENTRY_ZONE);
      parts.changed_ms = row->values[FASCIA_ENTRY_CHANGED_MS].integer;
      parts.nothing_today = row->values[FASCIA_ENTRY_NOTHING_TODAY].integer != 0;
      parts.closed = row->values[FASCIA_ENTRY_CLOSED].integer != 0;
      parts.note = fascia_row_get_text (row, FASCIA_ENTRY_NOTE_TEXT);
    }
  for (guint i = 0; is_whole && i < rows->len; i++)
    {
      const FasciaRow *mark = g_ptr_array_index (rows, i);

      if (mark->table != FASCIA_TABLE_MARK)
        continue;
      is_whole = get_mark (rows, mark, feelings, &marks[parts.n_marks]);
      if (is_whole)
        parts.n_marks++;
    }
  parts.marks = marks;
  gboolean has_drawings = collect_drawings (rows, drawings, unknown, spreads);
  parts.drawings = (const FasciaDrawing *) (gpointer) drawings->data;
  parts.n_drawings = drawings->len;
  parts.unknown = (const FasciaUnknownDrawing *) (gpointer) unknown->data;
  parts.n_unknown = unknown->len;
  parts.spreads = (const FasciaSpread *) (gpointer) spreads->data;
  parts.n_spreads = spreads->len;
  fascia_detail_reader_read (details, rows, &parts);

  FasciaEntry *entry = is_whole && has_drawings ? fascia_entry_new_from_parts (&parts) : NULL;
  for (guint i = 0; i < parts.n_marks; i++)
    g_free ((gpointer) marks[i].feelings);
  if (entry == NULL && !has_drawings)
    fascia_db_set_drawing_damaged (db, error);
  else if (entry == NULL)
    fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, NULL);
  return entry;
}

/* ---- and back ---- */

/* A name that comes after those of all drawings in @rows, also within a millisecond and on a clock
 * that went back: the order of the names is that of drawing. */
static void
make_next_name (FasciaDb *db, GPtrArray *rows, gint64 utc_ms, FasciaUid *uid)
{
  fascia_db_make_uid (db, utc_ms, uid);
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);
      const FasciaValue *name = &row->values[FASCIA_DRAWING_ROW_UID];

      if (row->table == FASCIA_TABLE_DRAWING && name->length == sizeof uid->bytes
          && memcmp (uid->bytes, name->bytes, sizeof uid->bytes) <= 0)
        {
          memcpy (uid->bytes, name->bytes, sizeof uid->bytes);
          /* All of these are random. */
          for (guint j = sizeof uid->bytes; j > 9 && ++uid->bytes[j - 1] == 0; j--)
            ;
        }
    }
}

gboolean
fascia_row_is_known_drawing (const FasciaRow *row)
{
  FasciaDrawing drawing = { .points = NULL };
  FasciaUnknownDrawing unknown;
  gboolean is_known = get_drawing (row, &drawing, &unknown) == FASCIA_DRAWING_READ;

  g_free ((gpointer) drawing.points);
  return is_known;
}

void
fascia_row_set_drawing (FasciaRow *row, const FasciaDrawing *drawing)
{
  g_autoptr (GBytes) points = fascia_points_pack (drawing);

  fascia_row_set_text (row, FASCIA_DRAWING_ROW_KIND, fascia_drawing_kind_to_code (drawing->kind));
  fascia_row_set_text (row, FASCIA_DRAWING_ROW_SCALE, fascia_scale_to_code (drawing->scale));
  fascia_row_set_text (row, FASCIA_DRAWING_ROW_VIEW, fascia_view_to_code (drawing->view));
  fascia_row_set_int64 (row, FASCIA_DRAWING_ROW_FIGURE, drawing->figure);
  fascia_row_set_double (row, FASCIA_DRAWING_ROW_WIDTH, drawing->width);
  fascia_row_set_bytes (row, FASCIA_DRAWING_ROW_POINTS, points);
}

void
fascia_db_add_drawing_row (FasciaDb *db,
                           GPtrArray *rows,
                           gint64 entry_id,
                           gint64 utc_ms,
                           const FasciaDrawing *drawing)
{
  FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_DRAWING);
  FasciaUid uid = drawing->uid;

  if (fascia_uid_is_zero (&uid))
    make_next_name (db, rows, utc_ms, &uid);
  fascia_row_set_uid (row, FASCIA_DRAWING_ROW_UID, &uid);
  fascia_row_set_int64 (row, FASCIA_DRAWING_ROW_ENTRY, entry_id);
  fascia_row_set_drawing (row, drawing);
  g_ptr_array_add (rows, row);
}

void
fascia_db_add_spread_row (FasciaDb *db,
                          GPtrArray *rows,
                          gint64 entry_id,
                          gint64 utc_ms,
                          const FasciaSpread *spread)
{
  FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_SPREAD);
  FasciaUid uid;

  fascia_db_make_uid (db, utc_ms, &uid);
  fascia_row_set_uid (row, FASCIA_SPREAD_ROW_UID, &uid);
  fascia_row_set_int64 (row, FASCIA_SPREAD_ROW_ENTRY, entry_id);
  fascia_row_set_text (row, FASCIA_SPREAD_ROW_FROM, spread->from);
  fascia_row_set_text (row, FASCIA_SPREAD_ROW_TO, spread->to);
  g_ptr_array_add (rows, row);
}
