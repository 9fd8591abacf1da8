/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words for how it feels at marks, for an export that tells them mark by mark.
 *
 * Few marks have any. To look for those of each mark would cost more than all the rest, so they are
 * read along: marks that were written one after another have numbers that lie together. */

#include "config.h"

#include "fascia-export-private.h"

/* Marks of one entry are told by their places, so the first of them has not the lowest number. */
#define BEFORE 256

typedef struct
{
  gint64 mark;
  guint start; /* in the text of all */
  guint length;
} Feeling;

struct _FasciaExportFeelings
{
  FasciaDb *db;
  sqlite3_stmt *statement; /* NULL before the first question */
  gboolean has_row;
  gint64 from;   /* all from this mark on are read … */
  GArray *read;  /* … as far as was needed: Feeling, by mark */
  GString *text; /* all of them */
};

FasciaExportFeelings *
fascia_export_feelings_new (FasciaDb *db)
{
  FasciaExportFeelings *self = g_new0 (FasciaExportFeelings, 1);

  self->db = db;
  self->read = g_array_new (FALSE, FALSE, sizeof (Feeling));
  self->text = g_string_new (NULL);
  return self;
}

void
fascia_export_feelings_free (FasciaExportFeelings *self)
{
  if (self->statement != NULL)
    sqlite3_reset (self->statement);
  g_array_unref (self->read);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
take_row (FasciaExportFeelings *self, sqlite3_stmt *row)
{
  const char *bytes = sqlite3_column_blob (row, 1);
  Feeling feeling = { .mark = sqlite3_column_int64 (row, 0),
                      .start = (guint) self->text->len,
                      .length = (guint) sqlite3_column_bytes (row, 1) };

  g_string_append_len (self->text, bytes != NULL ? bytes : "", feeling.length);
  g_array_append_val (self->read, feeling);
}

static gboolean
advance (FasciaExportFeelings *self, GError **error)
{
  int row = fascia_db_step (self->db, self->statement, error);

  self->has_row = row > 0;
  return row >= 0;
}

static gboolean
begin (FasciaExportFeelings *self, gint64 mark, GError **error)
{
  self->from = mark - BEFORE;
  self->statement = fascia_db_prepare (self->db,
                                       "SELECT mark_id, feeling FROM mark_feeling "
                                       "WHERE mark_id >= ? ORDER BY mark_id, feeling",
                                       error);
  if (self->statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (self->statement, 1, self->from);
  return advance (self, error);
}

/* One from before. */
static gboolean
look_up (FasciaExportFeelings *self, gint64 mark, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      self->db, "SELECT mark_id, feeling FROM mark_feeling WHERE mark_id = ? ORDER BY feeling",
      error);
  int row = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, mark);
  while ((row = fascia_db_step (self->db, statement, error)) > 0)
    take_row (self, statement);
  return row == 0;
}

/* The first of those that were read with that mark or a later one. */
static guint
find (FasciaExportFeelings *self, gint64 mark)
{
  guint low = 0, high = self->read->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->read, Feeling, middle).mark < mark)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
append (FasciaExportFeelings *self, GString *text, guint first, gint64 mark)
{
  for (guint i = first; i < self->read->len; i++)
    {
      const Feeling *feeling = &g_array_index (self->read, Feeling, i);

      if (feeling->mark != mark)
        break;
      g_string_append (text, i == first ? ",\"feelings\":[" : ",");
      fascia_record_append_string (text, self->text->str + feeling->start, feeling->length);
    }
  if (first < self->read->len && g_array_index (self->read, Feeling, first).mark == mark)
    g_string_append_c (text, ']');
}

gboolean
fascia_export_feelings_append (FasciaExportFeelings *self,
                               GString *text,
                               gint64 mark,
                               GError **error)
{
  if (self->statement == NULL && !begin (self, mark, error))
    return FALSE;
  if (mark < self->from)
    {
      const guint n_read = self->read->len;
      const gsize n_bytes = self->text->len;

      if (!look_up (self, mark, error))
        return FALSE;
      append (self, text, n_read, mark);
      g_array_set_size (self->read, n_read);
      g_string_truncate (self->text, n_bytes);
      return TRUE;
    }
  while (self->has_row && sqlite3_column_int64 (self->statement, 0) <= mark)
    {
      take_row (self, self->statement);
      if (!advance (self, error))
        return FALSE;
    }
  append (self, text, find (self, mark), mark);
  return TRUE;
}
