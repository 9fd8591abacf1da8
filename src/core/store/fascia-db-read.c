/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading entries whole: one by its name, many by their rows. */

#include "config.h"

#include <string.h>

#include "fascia-db-points.h"
#include "fascia-db-read.h"
#include "fascia-db-rows.h"

FasciaEntry *
fascia_db_get_entry (FasciaDb *db, const FasciaUid *uid, GError **error)
{
  g_return_val_if_fail (db != NULL && uid != NULL, NULL);

  g_autoptr (GPtrArray) rows = fascia_db_load_rows (db, uid, error);
  return rows != NULL && rows->len > 0 ? fascia_db_rows_to_entry (db, rows, error) : NULL;
}

/* Reads the feelings of all marks of an entry: mark id, code, mark id, code … */
static gboolean
load_feelings (FasciaDb *db, gint64 entry_id, GArray *mark_ids, GPtrArray *codes, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT f.mark_id, f.feeling FROM mark AS m JOIN mark_feeling AS f "
                           "ON f.mark_id = m.id WHERE m.entry_id = ?1",
                           error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  g_array_set_size (mark_ids, 0);
  g_ptr_array_set_size (codes, 0);
  sqlite3_bind_int64 (statement, 1, entry_id);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      gint64 mark_id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (mark_ids, mark_id);
      g_ptr_array_add (
          codes, (gpointer) g_intern_string ((const char *) sqlite3_column_text (statement, 1)));
    }
  return row == 0;
}

struct _FasciaEntryReader
{
  FasciaDb *db;
  GArray *marks; /* FasciaMark */
  GArray *ids;   /* gint64, of the marks */
  GArray *feeling_marks;
  GPtrArray *feelings;
  GPtrArray *lists; /* feelings lists of this entry */
  GArray *drawings; /* FasciaDrawing */
  GArray *unknown;  /* FasciaUnknownDrawing */
  GArray *spreads;  /* FasciaSpread */
  GPtrArray *tags;  /* codes, NULL-terminated */
};

typedef FasciaEntryReader Reader;

static void
drawing_clear (gpointer data)
{
  FasciaDrawing *drawing = data;

  g_free ((gpointer) drawing->points);
}

FasciaEntryReader *
fascia_entry_reader_new (FasciaDb *db)
{
  Reader *reader = g_new0 (Reader, 1);

  reader->db = db;
  reader->marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));
  reader->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader->feeling_marks = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader->feelings = g_ptr_array_new ();
  reader->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  reader->drawings = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  g_array_set_clear_func (reader->drawings, drawing_clear);
  reader->unknown = g_array_new (FALSE, FALSE, sizeof (FasciaUnknownDrawing));
  reader->spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));
  reader->tags = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  return reader;
}

void
fascia_entry_reader_free (FasciaEntryReader *reader)
{
  g_array_unref (reader->marks);
  g_array_unref (reader->ids);
  g_array_unref (reader->feeling_marks);
  g_ptr_array_unref (reader->feelings);
  g_ptr_array_unref (reader->lists);
  g_array_unref (reader->drawings);
  g_array_unref (reader->unknown);
  g_array_unref (reader->spreads);
  g_ptr_array_unref (reader->tags);
  g_free (reader);
}

static void
attach_feelings (Reader *reader)
{
  g_ptr_array_set_size (reader->lists, 0);
  for (guint i = 0; i < reader->marks->len && reader->feelings->len > 0; i++)
    {
      GPtrArray *list = g_ptr_array_new ();

      for (guint j = 0; j < reader->feelings->len; j++)
        if (g_array_index (reader->feeling_marks, gint64, j)
            == g_array_index (reader->ids, gint64, i))
          g_ptr_array_add (list, g_ptr_array_index (reader->feelings, j));
      g_ptr_array_add (list, NULL);
      g_array_index (reader->marks, FasciaMark, i).feelings = (const char *const *) list->pdata;
      g_ptr_array_add (reader->lists, list);
    }
}

static gboolean
load_marks (FasciaDb *db, gint64 entry_id, Reader *reader, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT id, level, scale, region, drawn FROM mark WHERE entry_id = ?1", error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  g_array_set_size (reader->marks, 0);
  g_array_set_size (reader->ids, 0);
  g_ptr_array_set_size (reader->feelings, 0);
  sqlite3_bind_int64 (statement, 1, entry_id);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaMark mark = { .level = FASCIA_LEVEL_NOT_GIVEN };
      gint64 id = sqlite3_column_int64 (statement, 0);
      const char *region = (const char *) sqlite3_column_text (statement, 3);

      if (sqlite3_column_type (statement, 1) != SQLITE_NULL)
        mark.level = sqlite3_column_int (statement, 1);
      if (region == NULL || mark.level < FASCIA_LEVEL_NOT_GIVEN || mark.level > FASCIA_LEVEL_MAX
          || !fascia_scale_from_code ((const char *) sqlite3_column_text (statement, 2),
                                      &mark.scale))
        {
          sqlite3_reset (statement);
          return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, NULL);
        }
      mark.region = g_intern_string (region);
      mark.is_drawn = sqlite3_column_int (statement, 4) != 0;
      g_array_append_val (reader->marks, mark);
      g_array_append_val (reader->ids, id);
    }
  if (row < 0)
    return FALSE;
  if (reader->marks->len > 0
      && !load_feelings (db, entry_id, reader->feeling_marks, reader->feelings, error))
    return FALSE;
  attach_feelings (reader);
  return TRUE;
}

/* Most entries have none of these: asked along with the entry it costs less than to look. */
#define HAS(table) "EXISTS (SELECT 1 FROM " table " AS h WHERE h.entry_id = entry.id)"
enum
{
  COLUMN_END = 11,
  COLUMN_HAS_DRAWINGS,
  COLUMN_HAS_SPREADS,
  COLUMN_HAS_TAGS,
  COLUMN_HAS_MEASUREMENTS,
};

static gboolean
load_drawings (FasciaDb *db, gint64 entry_id, Reader *reader, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT uid, kind, scale, view, figure, width, points FROM drawing "
                           "WHERE entry_id = ?1 ORDER BY uid",
                           error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry_id);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const FasciaDrawingColumns columns = {
        .uid = sqlite3_column_blob (statement, 0),
        .uid_length = (gsize) sqlite3_column_bytes (statement, 0),
        .kind = (const char *) sqlite3_column_text (statement, 1),
        .scale = (const char *) sqlite3_column_text (statement, 2),
        .view = (const char *) sqlite3_column_text (statement, 3),
        .figure = sqlite3_column_int64 (statement, 4),
        .width = sqlite3_column_double (statement, 5),
        .points = sqlite3_column_blob (statement, 6),
        .points_length = (gsize) sqlite3_column_bytes (statement, 6),
      };
      FasciaDrawing drawing;
      FasciaUnknownDrawing unknown;
      FasciaDrawingState state = fascia_drawing_read (&columns, &drawing, &unknown);

      if (state == FASCIA_DRAWING_DAMAGED)
        {
          sqlite3_reset (statement);
          return fascia_db_set_drawing_damaged (db, error);
        }
      if (state == FASCIA_DRAWING_READ)
        g_array_append_val (reader->drawings, drawing);
      else
        g_array_append_val (reader->unknown, unknown);
    }
  return row == 0;
}

static gboolean
load_spreads (FasciaDb *db, gint64 entry_id, GArray *spreads, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT from_region, to_region FROM spread WHERE entry_id = ?1", error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry_id);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaSpread spread = { g_intern_string ((const char *) sqlite3_column_text (statement, 0)),
                              g_intern_string ((const char *) sqlite3_column_text (statement, 1)) };

      if (spread.from != NULL && spread.to != NULL)
        g_array_append_val (spreads, spread);
    }
  return row == 0;
}

static gboolean
load_tags (FasciaDb *db, gint64 entry_id, GPtrArray *tags, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT tag FROM entry_tag WHERE entry_id = ?1", error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry_id);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const char *tag = (const char *) sqlite3_column_text (statement, 0);

      if (tag != NULL)
        g_ptr_array_add (tags, (gpointer) g_intern_string (tag));
    }
  return row == 0;
}

/* What of an entry is read here: all but what the kinds have besides. */
static gboolean
is_plain (FasciaEntryKind kind)
{
  return kind == FASCIA_ENTRY_CHECK_IN || kind == FASCIA_ENTRY_NOTE
         || kind == FASCIA_ENTRY_MEASUREMENT;
}

static FasciaEntry *
read_by_rows (FasciaDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = fascia_db_load_rows_by_id (db, id, error);

  return rows != NULL ? fascia_db_rows_to_entry (db, rows, error) : NULL;
}

/* The entry in the current row of @statement, with all that is shown of it. */
static FasciaEntry *
read_entry (Reader *reader, sqlite3_stmt *statement, GError **error)
{
  FasciaDb *db = reader->db;
  FasciaEntryParts parts = { 0 };

  if (sqlite3_column_bytes (statement, 1) != sizeof parts.uid.bytes
      || !fascia_entry_kind_from_code ((const char *) sqlite3_column_text (statement, 2),
                                       &parts.kind))
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, NULL);
      return NULL;
    }
  gint64 id = sqlite3_column_int64 (statement, 0);
  if (!is_plain (parts.kind) || sqlite3_column_int (statement, COLUMN_HAS_MEASUREMENTS) != 0)
    return read_by_rows (db, id, error);
  memcpy (parts.uid.bytes, sqlite3_column_blob (statement, 1), sizeof parts.uid.bytes);
  parts.moment.utc_ms = sqlite3_column_int64 (statement, 3);
  parts.moment.day = sqlite3_column_int (statement, 4);
  parts.moment.offset_min = sqlite3_column_int (statement, 5);
  parts.moment.zone = (const char *) sqlite3_column_text (statement, 6);
  parts.changed_ms = sqlite3_column_int64 (statement, 7);
  parts.nothing_today = sqlite3_column_int (statement, 8) != 0;
  parts.closed = sqlite3_column_int (statement, 9) != 0;
  parts.note = (const char *) sqlite3_column_text (statement, 10);
  parts.has_end = sqlite3_column_type (statement, COLUMN_END) != SQLITE_NULL;
  parts.end_ms = sqlite3_column_int64 (statement, COLUMN_END);
  if (!load_marks (db, id, reader, error))
    return NULL;
  g_array_set_size (reader->drawings, 0);
  g_array_set_size (reader->unknown, 0);
  if (sqlite3_column_int (statement, COLUMN_HAS_DRAWINGS) != 0
      && !load_drawings (db, id, reader, error))
    return NULL;
  g_array_set_size (reader->spreads, 0);
  if (sqlite3_column_int (statement, COLUMN_HAS_SPREADS) != 0
      && !load_spreads (db, id, reader->spreads, error))
    return NULL;
  g_ptr_array_set_size (reader->tags, 0);
  if (sqlite3_column_int (statement, COLUMN_HAS_TAGS) != 0
      && !load_tags (db, id, reader->tags, error))
    return NULL;
  parts.marks = (const FasciaMark *) (gpointer) reader->marks->data;
  parts.n_marks = reader->marks->len;
  parts.drawings = (const FasciaDrawing *) (gpointer) reader->drawings->data;
  parts.n_drawings = reader->drawings->len;
  parts.unknown = (const FasciaUnknownDrawing *) (gpointer) reader->unknown->data;
  parts.n_unknown = reader->unknown->len;
  parts.spreads = (const FasciaSpread *) (gpointer) reader->spreads->data;
  parts.n_spreads = reader->spreads->len;
  parts.tags = (const char *const *) reader->tags->pdata;
  return fascia_entry_new_from_parts (&parts);
}

FasciaEntry *
fascia_entry_reader_read (FasciaEntryReader *self, gint64 id, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      self->db,
      "SELECT " FASCIA_ENTRY_COLUMNS ", end_ms, " HAS ("drawing") ", " HAS ("spread") ", " HAS (
          "entry_tag") ", " HAS ("measurement") " FROM entry WHERE id = ?1",
      error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  int row = fascia_db_step (self->db, statement, error);
  if (row <= 0)
    {
      if (row == 0)
        fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, self->db->path, NULL);
      return NULL;
    }
  FasciaEntry *entry = read_entry (self, statement, error);
  sqlite3_reset (statement);
  return entry;
}

GPtrArray *
fascia_db_list (FasciaDb *db,
                gint64 before_ms,
                const FasciaUid *before_uid,
                guint limit,
                GError **error)
{
  return fascia_db_query (db, NULL, before_ms, before_uid, limit, error);
}

gint64
fascia_db_count_entries (FasciaDb *db, GError **error)
{
  gint64 count;

  g_return_val_if_fail (db != NULL, -1);

  return fascia_db_query_int64 (db, "SELECT count(*) FROM entry", 0, &count, error) ? count : -1;
}
