/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading entries: one, a page, all, and the newest mark of each place. */

#include "config.h"

#include <string.h>

#include "fascia-db-points.h"
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

typedef struct
{
  GArray *marks; /* FasciaMark */
  GArray *ids;   /* gint64, of the marks */
  GArray *feeling_marks;
  GPtrArray *feelings;
  GPtrArray *lists; /* feelings lists of this entry */
  GArray *drawings; /* FasciaDrawing */
  GArray *unknown;  /* FasciaUnknownDrawing */
  GArray *spreads;  /* FasciaSpread */
} Reader;

static void
drawing_clear (gpointer data)
{
  FasciaDrawing *drawing = data;

  g_free ((gpointer) drawing->points);
}

static void
reader_init (Reader *reader)
{
  reader->marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));
  reader->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader->feeling_marks = g_array_new (FALSE, FALSE, sizeof (gint64));
  reader->feelings = g_ptr_array_new ();
  reader->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  reader->drawings = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  g_array_set_clear_func (reader->drawings, drawing_clear);
  reader->unknown = g_array_new (FALSE, FALSE, sizeof (FasciaUnknownDrawing));
  reader->spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));
}

static void
reader_clear (Reader *reader)
{
  g_array_unref (reader->marks);
  g_array_unref (reader->ids);
  g_array_unref (reader->feeling_marks);
  g_ptr_array_unref (reader->feelings);
  g_ptr_array_unref (reader->lists);
  g_array_unref (reader->drawings);
  g_array_unref (reader->unknown);
  g_array_unref (reader->spreads);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

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

/* Most entries have neither: asked along with the entry it costs less than to look. */
#define HAS_DRAWINGS "EXISTS (SELECT 1 FROM drawing WHERE drawing.entry_id = entry.id)"
#define HAS_SPREADS "EXISTS (SELECT 1 FROM spread WHERE spread.entry_id = entry.id)"
#define HAS_DRAWINGS_COLUMN 11
#define HAS_SPREADS_COLUMN 12

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

/* The entry in the current row of @statement, with all that is shown of it. */
static FasciaEntry *
read_entry (FasciaDb *db, sqlite3_stmt *statement, Reader *reader, GError **error)
{
  FasciaEntryParts parts = { 0 };

  if (sqlite3_column_bytes (statement, 1) != sizeof parts.uid.bytes
      || !fascia_entry_kind_from_code ((const char *) sqlite3_column_text (statement, 2),
                                       &parts.kind))
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, NULL);
      return NULL;
    }
  memcpy (parts.uid.bytes, sqlite3_column_blob (statement, 1), sizeof parts.uid.bytes);
  parts.moment.utc_ms = sqlite3_column_int64 (statement, 3);
  parts.moment.day = sqlite3_column_int (statement, 4);
  parts.moment.offset_min = sqlite3_column_int (statement, 5);
  parts.moment.zone = (const char *) sqlite3_column_text (statement, 6);
  parts.changed_ms = sqlite3_column_int64 (statement, 7);
  parts.nothing_today = sqlite3_column_int (statement, 8) != 0;
  parts.closed = sqlite3_column_int (statement, 9) != 0;
  parts.note = (const char *) sqlite3_column_text (statement, 10);
  gint64 id = sqlite3_column_int64 (statement, 0);
  if (!load_marks (db, id, reader, error))
    return NULL;
  g_array_set_size (reader->drawings, 0);
  g_array_set_size (reader->unknown, 0);
  if (sqlite3_column_int (statement, HAS_DRAWINGS_COLUMN) != 0
      && !load_drawings (db, id, reader, error))
    return NULL;
  g_array_set_size (reader->spreads, 0);
  if (sqlite3_column_int (statement, HAS_SPREADS_COLUMN) != 0
      && !load_spreads (db, id, reader->spreads, error))
    return NULL;
  parts.marks = (const FasciaMark *) (gpointer) reader->marks->data;
  parts.n_marks = reader->marks->len;
  parts.drawings = (const FasciaDrawing *) (gpointer) reader->drawings->data;
  parts.n_drawings = reader->drawings->len;
  parts.unknown = (const FasciaUnknownDrawing *) (gpointer) reader->unknown->data;
  parts.n_unknown = reader->unknown->len;
  parts.spreads = (const FasciaSpread *) (gpointer) reader->spreads->data;
  parts.n_spreads = reader->spreads->len;
  return fascia_entry_new_from_parts (&parts);
}

GPtrArray *
fascia_db_list (FasciaDb *db,
                gint64 before_ms,
                const FasciaUid *before_uid,
                guint limit,
                GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT " FASCIA_ENTRY_COLUMNS ", " HAS_DRAWINGS ", " HAS_SPREADS
                           " FROM entry WHERE utc_ms <= ?1 AND (utc_ms < ?1 OR uid < ?2) "
                           "ORDER BY utc_ms DESC, uid DESC LIMIT ?3",
                           error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, before_ms);
  if (before_uid != NULL)
    sqlite3_bind_blob (statement, 2, before_uid->bytes, sizeof before_uid->bytes, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, limit);

  g_auto (Reader) reader;
  reader_init (&reader);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaEntry *entry = read_entry (db, statement, &reader, error);

      if (entry == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }
  sqlite3_clear_bindings (statement);
  return row == 0 ? g_steal_pointer (&entries) : NULL;
}

/* (nullable) */
static FasciaRecentMark *
find_recent (GArray *recent, const char *region, FasciaScale scale)
{
  for (guint i = 0; i < recent->len; i++)
    {
      FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);

      if (mark->region == region && mark->scale == scale)
        return mark;
    }
  return NULL;
}

GArray *
fascia_db_load_recent (FasciaDb *db, gint32 first_day, gint64 before_ms, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GArray) recent = g_array_new (FALSE, FALSE, sizeof (FasciaRecentMark));
  /* Of each of those: a 0 was met, and what lies before it is another story. */
  g_autoptr (GArray) is_over = g_array_new (FALSE, FALSE, sizeof (gboolean));
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "SELECT m.region, m.scale, m.level, e.utc_ms, e.day FROM entry AS e INDEXED BY entry_by_day "
      "CROSS JOIN mark AS m ON m.entry_id = e.id WHERE e.day >= ?1 AND e.utc_ms < ?2 "
      "ORDER BY e.utc_ms DESC, m.id DESC",
      error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, first_day);
  sqlite3_bind_int64 (statement, 2, before_ms);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaRecentMark mark = { .level = FASCIA_LEVEL_NOT_GIVEN };
      const char *region = (const char *) sqlite3_column_text (statement, 0);

      if (region == NULL
          || !fascia_scale_from_code ((const char *) sqlite3_column_text (statement, 1),
                                      &mark.scale))
        continue;
      mark.region = g_intern_string (region);
      if (sqlite3_column_type (statement, 2) != SQLITE_NULL)
        mark.level = sqlite3_column_int (statement, 2);
      mark.utc_ms = sqlite3_column_int64 (statement, 3);
      mark.day = sqlite3_column_int (statement, 4);
      mark.since_day = mark.level != 0 ? mark.day : G_MAXINT32;
      FasciaRecentMark *newest = find_recent (recent, mark.region, mark.scale);
      const gboolean is_none = mark.level == 0;
      if (newest == NULL)
        {
          g_array_append_val (recent, mark);
          g_array_append_val (is_over, is_none);
          continue;
        }
      gboolean *is_run_over = &g_array_index (
          is_over, gboolean, newest - (FasciaRecentMark *) (gpointer) recent->data);
      *is_run_over |= is_none;
      if (!*is_run_over)
        newest->since_day = MIN (newest->since_day, mark.since_day);
    }
  return row == 0 ? g_steal_pointer (&recent) : NULL;
}

gint64
fascia_db_count_entries (FasciaDb *db, GError **error)
{
  gint64 count;

  g_return_val_if_fail (db != NULL, -1);

  return fascia_db_query_int64 (db, "SELECT count(*) FROM entry", 0, &count, error) ? count : -1;
}

char **
fascia_db_load_feelings (FasciaDb *db, gint32 first_day, guint limit, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "SELECT f.feeling FROM entry AS e INDEXED BY entry_by_day "
      "CROSS JOIN mark AS m ON m.entry_id = e.id CROSS JOIN mark_feeling AS f ON f.mark_id = m.id "
      "WHERE e.day >= ?1 GROUP BY f.feeling ORDER BY count(*) DESC, f.feeling LIMIT ?2",
      error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, first_day);
  sqlite3_bind_int64 (statement, 2, limit);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    g_strv_builder_add (codes, (const char *) sqlite3_column_text (statement, 0));
  return row == 0 ? g_strv_builder_end (codes) : NULL;
}
