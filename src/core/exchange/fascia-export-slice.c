/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries with all that belongs to them, packed for another thread.
 *
 * Most rows of a journal are marks, and those of some days lie together. In the order in which they
 * are told each has to be looked for; from the first to the last in the order in which they lie it
 * takes half the time. So they are read like that, ahead of their entries, and sorted by whoever
 * spells them out. */

#include "config.h"

#include "fascia-export-private.h"

/* Marks of other entries that lie between. */
#define MAX_BETWEEN 64
/* Of what is packed in one go: notes may be long. */
#define MAX_SIZE (2 * 1024 * 1024)
/* Marks that are packed ahead, unless one entry alone has more: those of entries for which there is
 * no room any more were packed in vain. */
#define MAX_AHEAD 16384

/* Marks of a span of entries, each with its feelings behind it. */
typedef struct
{
  FasciaDb *db;
  GString *rows;
  gint64 first_entry;
  gint64 last_entry;
  sqlite3_stmt *feelings;
  int feelings_step; /* as fascia_db_step() */
  gint64 from;       /* the number of the first mark that was met … */
  gint64 to;         /* … and of the last */
  gint64 n_marks;
} Marks;

static gboolean
begin_feelings (Marks *self, gint64 from, GError **error)
{
  self->feelings = fascia_export_reader_select_feelings (self->db, error);
  if (self->feelings == NULL)
    return FALSE;
  sqlite3_bind_int64 (self->feelings, 1, from);
  self->feelings_step = fascia_db_step (self->db, self->feelings, error);
  return self->feelings_step >= 0;
}

static gboolean
append_mark (Marks *self, sqlite3_stmt *row, gint64 entry, gint64 id, GError **error)
{
  fascia_export_rows_append (self->rows, FASCIA_RECORD_MARK, row, entry, id);
  self->n_marks++;
  while (self->feelings_step > 0)
    {
      const gint64 mark = sqlite3_column_int64 (self->feelings, FASCIA_READER_ID);

      if (mark > id)
        break;
      if (mark == id)
        fascia_export_rows_append (self->rows, FASCIA_RECORD_FEELING, self->feelings, entry, id);
      self->feelings_step = fascia_db_step (self->db, self->feelings, error);
    }
  return self->feelings_step >= 0;
}

/* From the first mark of the first entry as far as they lie together. */
static gboolean
walk (Marks *self, GError **error)
{
  sqlite3_stmt *row = fascia_export_reader_select_marks (self->db, FALSE, error);
  guint n_between = 0;
  int step;

  if (row == NULL || !begin_feelings (self, self->from, error))
    return FALSE;
  sqlite3_bind_int64 (row, 1, self->from);
  while ((step = fascia_db_step (self->db, row, error)) > 0)
    {
      const gint64 entry = sqlite3_column_int64 (row, FASCIA_READER_KEY);

      if (entry > self->last_entry || (entry < self->first_entry && ++n_between > MAX_BETWEEN))
        break;
      self->to = sqlite3_column_int64 (row, FASCIA_READER_ID);
      if (entry >= self->first_entry && !append_mark (self, row, entry, self->to, error))
        break;
    }
  sqlite3_reset (row);
  sqlite3_reset (self->feelings);
  return step >= 0 && self->feelings_step >= 0;
}

/* Those that lie elsewhere, one by one. */
static gboolean
fetch (Marks *self, GError **error)
{
  sqlite3_stmt *row = fascia_export_reader_select_marks (self->db, TRUE, error);
  int step;

  if (row == NULL)
    return FALSE;
  sqlite3_bind_int64 (row, 1, self->first_entry);
  sqlite3_bind_int64 (row, 2, self->last_entry);
  sqlite3_bind_int64 (row, 3, self->from);
  sqlite3_bind_int64 (row, 4, self->to);
  while ((step = fascia_db_step (self->db, row, error)) > 0)
    {
      const gint64 id = sqlite3_column_int64 (row, FASCIA_READER_ID);

      if (!begin_feelings (self, id, error)
          || !append_mark (self, row, sqlite3_column_int64 (row, FASCIA_READER_KEY), id, error))
        break;
    }
  sqlite3_reset (row);
  if (self->feelings != NULL)
    sqlite3_reset (self->feelings);
  return step == 0;
}

static gboolean
query (Marks *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->first_entry);
  sqlite3_bind_int64 (statement, 2, self->last_entry);
  int step = fascia_db_step (self->db, statement, error);
  if (step > 0)
    *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return step >= 0;
}

/* Of these entries as many as have few enough marks, but one. Counts no further than that. */
static gboolean
limit (Marks *self, const gint64 *ids, guint *n_ids, GError **error)
{
  gint64 too_many = G_MAXINT64; /* the entry of the first mark for which there is no room */

  self->first_entry = ids[0];
  self->last_entry = ids[*n_ids - 1];
  if (!query (self,
              "SELECT entry_id FROM mark WHERE entry_id BETWEEN ?1 AND ?2 "
              "ORDER BY entry_id LIMIT 1 OFFSET " G_STRINGIFY (MAX_AHEAD),
              &too_many, error))
    return FALSE;
  while (*n_ids > 1 && ids[*n_ids - 1] >= too_many)
    (*n_ids)--;
  self->last_entry = ids[*n_ids - 1];
  return TRUE;
}

static gboolean
append_marks (Marks *self, GError **error)
{
  gint64 n_marks = 0;

  /* Indices answer both. */
  if (!query (self, "SELECT count (*) FROM mark WHERE entry_id BETWEEN ?1 AND ?2", &n_marks, error))
    return FALSE;
  if (n_marks == 0)
    return TRUE;
  return query (self,
                "SELECT min (id) FROM mark WHERE entry_id = (SELECT min (entry_id) FROM mark "
                "WHERE entry_id BETWEEN ?1 AND ?2)",
                &self->from, error)
         && walk (self, error) && (self->n_marks == n_marks || fetch (self, error));
}

/* Those that come in the order in which they are told. */
static gboolean
append_kind (GString *rows, FasciaExportReader *reader, FasciaRecordKind kind, GError **error)
{
  sqlite3_stmt *row;

  while ((row = fascia_export_reader_get (reader, kind)) != NULL)
    {
      const gint64 id = sqlite3_column_int64 (row, FASCIA_READER_ID);
      sqlite3_stmt *feeling;

      fascia_export_rows_append (rows, kind, row, 0, id);
      while (kind == FASCIA_RECORD_MARK
             && (feeling = fascia_export_reader_get (reader, FASCIA_RECORD_FEELING)) != NULL
             && sqlite3_column_int64 (feeling, FASCIA_READER_ID) == id)
        {
          fascia_export_rows_append (rows, FASCIA_RECORD_FEELING, feeling, 0, id);
          if (!fascia_export_reader_advance (reader, FASCIA_RECORD_FEELING, error))
            return FALSE;
        }
      if (!fascia_export_reader_advance (reader, kind, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
fascia_export_slice_append (GString *rows,
                            FasciaDb *db,
                            const gint64 *ids,
                            guint *n_ids,
                            gint64 *n_entries,
                            GError **error)
{
  const gboolean is_ahead = fascia_export_reader_is_span (ids, *n_ids);
  Marks marks = { .db = db, .rows = rows };
  guint n_done = 0;
  int row;

  g_string_append_c (rows, FASCIA_EXPORT_SLICE);
  if (is_ahead)
    {
      if (!limit (&marks, ids, n_ids, error) || !append_marks (&marks, error))
        return FALSE;
    }
  /* Without the marks, or each entry alone would be too much once they are. */
  const gsize start = rows->len;
  g_autoptr (FasciaExportReader) reader
      = fascia_export_reader_new (db, ids, *n_ids, !is_ahead, error);
  if (reader == NULL)
    return FALSE;
  while ((row = fascia_export_reader_next (reader, error)) > 0)
    {
      sqlite3_stmt *entry = fascia_export_reader_get_entry (reader);

      g_string_append (rows, *n_entries == 0 ? "\n" : ",\n");
      fascia_export_rows_append (rows, FASCIA_RECORD_ENTRY, entry,
                                 sqlite3_column_int64 (entry, FASCIA_READER_KEY),
                                 fascia_export_reader_get_offset (reader));
      for (guint kind = FASCIA_RECORD_MARK; kind < FASCIA_N_ENTRY_RECORDS; kind++)
        if (!append_kind (rows, reader, (FasciaRecordKind) kind, error))
          return FALSE;
      g_string_append_c (rows, '}');
      (*n_entries)++;
      while (ids[n_done++] != fascia_export_reader_get_id (reader))
        ;
      if (rows->len - start > MAX_SIZE)
        {
          *n_ids = n_done;
          return TRUE;
        }
    }
  return row == 0;
}
