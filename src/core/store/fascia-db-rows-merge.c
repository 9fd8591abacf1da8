/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: what an entry says, laid over the rows that are there. */

#include "config.h"

#include "fascia-db-operations.h"

/* ---- the entry's own row ---- */

static FasciaRow *
merge_entry (FasciaDb *db, GPtrArray *rows, FasciaEntry *entry)
{
  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  FasciaRow *row = fascia_rows_get_entry (rows);

  if (row == NULL)
    {
      row = fascia_row_new (db, FASCIA_TABLE_ENTRY);
      g_ptr_array_insert (rows, 0, row);
    }
  else
    row = fascia_rows_edit (rows, row);
  fascia_row_set_uid (row, FASCIA_ENTRY_UID, fascia_entry_get_uid (entry));
  fascia_row_set_text (row, FASCIA_ENTRY_KIND,
                       fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
  fascia_row_set_int64 (row, FASCIA_ENTRY_UTC_MS, moment->utc_ms);
  fascia_row_set_int64 (row, FASCIA_ENTRY_DAY, moment->day);
  fascia_row_set_int64 (row, FASCIA_ENTRY_OFFSET_MIN, moment->offset_min);
  fascia_row_set_text (row, FASCIA_ENTRY_ZONE, moment->zone);
  fascia_row_set_int64 (row, FASCIA_ENTRY_CHANGED_MS, fascia_entry_get_changed_ms (entry));
  fascia_row_set_int64 (row, FASCIA_ENTRY_NOTHING_TODAY, fascia_entry_is_nothing_today (entry));
  fascia_row_set_int64 (row, FASCIA_ENTRY_CLOSED, fascia_entry_is_closed (entry));
  fascia_row_set_text (
      row, FASCIA_ENTRY_NOTE_TEXT,
      fascia_note_is_blank (fascia_entry_get_note (entry)) ? NULL : fascia_entry_get_note (entry));
  if (fascia_entry_get_end_ms (entry) != FASCIA_END_NOT_GIVEN)
    fascia_row_set_int64 (row, FASCIA_ENTRY_END_MS, fascia_entry_get_end_ms (entry));
  else
    fascia_row_set_null (row, FASCIA_ENTRY_END_MS);
  return row;
}

/* ---- marks ---- */

static gboolean
has_mark (FasciaEntry *entry, const FasciaRow *row)
{
  const char *region = fascia_row_get_text (row, FASCIA_MARK_REGION);
  FasciaScale scale;

  return region != NULL
         && fascia_scale_from_code (fascia_row_get_text (row, FASCIA_MARK_SCALE), &scale)
         && fascia_entry_find_mark (entry, region, scale) != NULL;
}

static void
remove_marks (GPtrArray *rows, FasciaEntry *entry)
{
  /* Their feelings go with them, from behind. */
  for (guint i = 0; i < rows->len;)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MARK && !has_mark (entry, row))
        fascia_rows_remove_mark (rows, row);
      else
        i++;
    }
}

static void
merge_mark (FasciaDb *db, GPtrArray *rows, gint64 entry_id, gint64 utc_ms, const FasciaMark *mark)
{
  FasciaRow *row = fascia_rows_find_mark (rows, mark->region, mark->scale);
  FasciaUid uid;

  if (row == NULL)
    {
      fascia_db_make_uid (db, utc_ms, &uid);
      row = fascia_row_new (db, FASCIA_TABLE_MARK);
      fascia_row_set_uid (row, FASCIA_MARK_UID, &uid);
      fascia_row_set_int64 (row, FASCIA_MARK_ENTRY, entry_id);
      fascia_row_set_text (row, FASCIA_MARK_SCALE, fascia_scale_to_code (mark->scale));
      fascia_row_set_text (row, FASCIA_MARK_REGION, mark->region);
      g_ptr_array_add (rows, row);
    }
  else
    row = fascia_rows_edit (rows, row);
  if (mark->level != FASCIA_LEVEL_NOT_GIVEN)
    fascia_row_set_int64 (row, FASCIA_MARK_LEVEL, mark->level);
  else
    fascia_row_set_null (row, FASCIA_MARK_LEVEL);
  fascia_row_set_int64 (row, FASCIA_MARK_DRAWN, mark->is_drawn != FALSE);
  fascia_rows_set_feelings (db, rows, fascia_row_get_id (row), fascia_mark_get_feelings (mark));
}

static void
merge_marks (FasciaDb *db, GPtrArray *rows, FasciaEntry *entry, gint64 entry_id, gint64 utc_ms)
{
  guint n_marks;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);

  remove_marks (rows, entry);
  for (guint i = 0; i < n_marks; i++)
    merge_mark (db, rows, entry_id, utc_ms, &marks[i]);
}

/* ---- drawings and spreads ---- */

/* (nullable) */
static const FasciaDrawing *
find_drawing (FasciaEntry *entry, const FasciaRow *row)
{
  guint n_drawings;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  const FasciaValue *uid = &row->values[FASCIA_DRAWING_ROW_UID];

  for (guint i = 0; i < n_drawings; i++)
    if (uid->length == sizeof drawings[i].uid.bytes
        && fascia_uid_equal ((const FasciaUid *) (gpointer) uid->bytes, &drawings[i].uid))
      return &drawings[i];
  return NULL;
}

static void
merge_drawings (FasciaDb *db, GPtrArray *rows, FasciaEntry *entry, gint64 entry_id, gint64 utc_ms)
{
  guint n_drawings;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);

  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table != FASCIA_TABLE_DRAWING || !fascia_row_is_known_drawing (row))
        continue;
      const FasciaDrawing *drawing = find_drawing (entry, row);
      if (drawing != NULL)
        fascia_row_set_drawing (fascia_rows_edit (rows, row), drawing);
      else
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; i < n_drawings; i++)
    if (fascia_uid_is_zero (&drawings[i].uid)
        || fascia_rows_find_drawing (rows, &drawings[i].uid) == NULL)
      fascia_db_add_drawing_row (db, rows, entry_id, utc_ms, &drawings[i]);
}

static gboolean
has_spread (FasciaEntry *entry, const FasciaRow *row)
{
  guint n_spreads;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  for (guint i = 0; i < n_spreads; i++)
    if (g_strcmp0 (fascia_row_get_text (row, FASCIA_SPREAD_ROW_FROM), spreads[i].from) == 0
        && g_strcmp0 (fascia_row_get_text (row, FASCIA_SPREAD_ROW_TO), spreads[i].to) == 0)
      return TRUE;
  return FALSE;
}

static void
merge_spreads (FasciaDb *db, GPtrArray *rows, FasciaEntry *entry, gint64 entry_id, gint64 utc_ms)
{
  guint n_spreads;
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);

  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_SPREAD && !has_spread (entry, row))
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; i < n_spreads; i++)
    if (fascia_rows_find_spread (rows, spreads[i].from, spreads[i].to) == NULL)
      fascia_db_add_spread_row (db, rows, entry_id, utc_ms, &spreads[i]);
}

/* ---- tags and measurements ---- */

static void
merge_tags (FasciaDb *db, GPtrArray *rows, FasciaEntry *entry, gint64 entry_id)
{
  const char *const *tags = fascia_entry_get_tags (entry);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);
      const char *tag;

      if (row->table != FASCIA_TABLE_ENTRY_TAG)
        continue;
      tag = fascia_row_get_text (row, FASCIA_ENTRY_TAG_CODE);
      if (tag != NULL && g_strv_contains (tags, tag))
        g_ptr_array_add (kept, (gpointer) g_intern_string (tag));
      else
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; tags[i] != NULL; i++)
    {
      if (g_ptr_array_find (kept, tags[i], NULL))
        continue;
      FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_ENTRY_TAG);
      fascia_row_set_int64 (row, FASCIA_ENTRY_TAG_ENTRY, entry_id);
      fascia_row_set_text (row, FASCIA_ENTRY_TAG_CODE, tags[i]);
      g_ptr_array_add (rows, row);
    }
}

/* (nullable) "left", "right" or NULL, as it is stored. */
static const char *
get_side_code (FasciaSide side)
{
  return side == FASCIA_SIDE_LEFT ? "left" : side == FASCIA_SIDE_RIGHT ? "right" : NULL;
}

static FasciaSide
get_side (const FasciaRow *row)
{
  const char *side = fascia_row_get_text (row, FASCIA_MEASUREMENT_SIDE);

  return g_strcmp0 (side, "left") == 0    ? FASCIA_SIDE_LEFT
         : g_strcmp0 (side, "right") == 0 ? FASCIA_SIDE_RIGHT
                                          : FASCIA_SIDE_MIDLINE;
}

/* (nullable) The last one: the one that holds when there are more. */
static FasciaRow *
find_measurement (GPtrArray *rows, const FasciaMeasurement *measurement)
{
  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_MEASUREMENT && get_side (row) == measurement->side
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_MEASUREMENT_ITEM), measurement->item) == 0)
        return row;
    }
  return NULL;
}

static void
merge_measurements (FasciaDb *db,
                    GPtrArray *rows,
                    FasciaEntry *entry,
                    gint64 entry_id,
                    gint64 utc_ms)
{
  guint n_measurements;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);

  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_MEASUREMENT
          && fascia_entry_find_measurement (
                 entry, fascia_row_get_text (row, FASCIA_MEASUREMENT_ITEM), get_side (row))
                 == NULL)
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; i < n_measurements; i++)
    {
      const FasciaMeasurement *measurement = &measurements[i];
      FasciaRow *row = find_measurement (rows, measurement);

      row = row != NULL
                ? fascia_rows_edit (rows, row)
                : fascia_db_add_detail_row (db, rows, FASCIA_TABLE_MEASUREMENT, entry_id, utc_ms);
      fascia_row_set_text (row, FASCIA_MEASUREMENT_ITEM, measurement->item);
      fascia_row_set_text (row, FASCIA_MEASUREMENT_SIDE, get_side_code (measurement->side));
      fascia_row_set_double (row, FASCIA_MEASUREMENT_VALUE, measurement->value);
      fascia_row_set_text (row, FASCIA_MEASUREMENT_UNIT, measurement->unit);
    }
}

/* ---- all of it ---- */

void
fascia_db_merge_rows (FasciaDb *db, GPtrArray *rows, FasciaEntry *entry, gint64 utc_ms)
{
  gint64 entry_id = fascia_row_get_id (merge_entry (db, rows, entry));

  merge_marks (db, rows, entry, entry_id, utc_ms);
  merge_drawings (db, rows, entry, entry_id, utc_ms);
  merge_spreads (db, rows, entry, entry_id, utc_ms);
  merge_tags (db, rows, entry, entry_id);
  merge_measurements (db, rows, entry, entry_id, utc_ms);
  fascia_db_merge_details (db, rows, entry, entry_id, utc_ms);
  fascia_rows_sort (rows);
}

GPtrArray *
fascia_db_entry_to_rows (FasciaDb *db, FasciaEntry *entry)
{
  GPtrArray *rows = fascia_rows_new ();

  fascia_db_merge_rows (db, rows, entry, fascia_entry_get_moment (entry)->utc_ms);
  return rows;
}
