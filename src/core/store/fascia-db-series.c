/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the whole series, in slices between which others may write.
 *
 * First the check-ins by id, then the marks by id: two plain scans, joined here. A check-in written
 * between two slices may be read in part or not at all; whoever lets others write patches the
 * result with what they wrote. */

#include "config.h"

#include <string.h>

#include "fascia-db-private.h"

struct _FasciaSeriesLoader
{
  FasciaDb *db;
  FasciaSeriesBuilder *builder;
  GArray *entry_ids; /* gint64, ascending: by number of check-in */
  gboolean has_entries;
  gint64 last_id; /* of the table being read */
  guint last_check_in;
};

FasciaSeriesLoader *
fascia_series_loader_new (FasciaDb *db)
{
  FasciaSeriesLoader *self = g_new0 (FasciaSeriesLoader, 1);

  self->db = db;
  self->builder = fascia_series_builder_new ();
  self->entry_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->last_id = G_MININT64;
  return self;
}

void
fascia_series_loader_free (FasciaSeriesLoader *self)
{
  fascia_series_builder_free (self->builder);
  g_array_unref (self->entry_ids);
  g_free (self);
}

static guint
find_check_in (FasciaSeriesLoader *self, gint64 entry_id)
{
  const gint64 *ids = (const gint64 *) (gpointer) self->entry_ids->data;
  guint low = 0, high = self->entry_ids->len;

  /* Marks come nearly in the order of their check-ins. */
  for (guint i = self->last_check_in; i < high && i <= self->last_check_in + 1; i++)
    if (ids[i] == entry_id)
      return self->last_check_in = i;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (ids[middle] < entry_id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low >= self->entry_ids->len || ids[low] != entry_id)
    return G_MAXUINT;
  return self->last_check_in = low;
}

static int
read_entries (FasciaSeriesLoader *self, guint n_rows, guint *n_read, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (self->db,
                           "SELECT id, uid, utc_ms, day, nothing_today FROM entry "
                           "WHERE id > ?1 AND kind = 'check-in' ORDER BY id LIMIT ?2",
                           error);
  int row = -1;

  if (statement == NULL)
    return -1;
  sqlite3_bind_int64 (statement, 1, self->last_id);
  sqlite3_bind_int64 (statement, 2, n_rows);
  while ((row = fascia_db_step (self->db, statement, error)) > 0)
    {
      FasciaUid uid = { 0 };

      self->last_id = sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_bytes (statement, 1) == sizeof uid.bytes)
        memcpy (uid.bytes, sqlite3_column_blob (statement, 1), sizeof uid.bytes);
      g_array_append_val (self->entry_ids, self->last_id);
      fascia_series_builder_add_check_in (self->builder, &uid, sqlite3_column_int64 (statement, 2),
                                          sqlite3_column_int (statement, 3),
                                          sqlite3_column_int (statement, 4) != 0);
      (*n_read)++;
    }
  return row;
}

static int
read_marks (FasciaSeriesLoader *self, guint n_rows, guint *n_read, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (self->db,
                           "SELECT id, entry_id, level, scale, region FROM mark WHERE id > ?1 "
                           "ORDER BY id LIMIT ?2",
                           error);
  int row = -1;

  if (statement == NULL)
    return -1;
  sqlite3_bind_int64 (statement, 1, self->last_id);
  sqlite3_bind_int64 (statement, 2, n_rows);
  while ((row = fascia_db_step (self->db, statement, error)) > 0)
    {
      self->last_id = sqlite3_column_int64 (statement, 0);
      guint check_in = find_check_in (self, sqlite3_column_int64 (statement, 1));
      const char *scale = (const char *) sqlite3_column_text (statement, 3);
      const char *region = (const char *) sqlite3_column_text (statement, 4);
      int level = sqlite3_column_type (statement, 2) == SQLITE_NULL
                      ? FASCIA_LEVEL_NOT_GIVEN
                      : sqlite3_column_int (statement, 2);

      (*n_read)++;
      if (check_in == G_MAXUINT || scale == NULL || region == NULL)
        continue;
      /* The check of the table leaves two codes. */
      fascia_series_builder_add_point (
          self->builder, check_in, region, (gsize) sqlite3_column_bytes (statement, 4),
          scale[0] == 'p' ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS, level);
    }
  return row;
}

gboolean
fascia_series_loader_step (FasciaSeriesLoader *self, guint n_rows, gboolean *done, GError **error)
{
  guint n_read = 0;

  *done = FALSE;
  int row = self->has_entries ? read_marks (self, n_rows, &n_read, error)
                              : read_entries (self, n_rows, &n_read, error);
  if (row < 0)
    return FALSE;
  if (n_read == n_rows)
    return TRUE;
  if (self->has_entries)
    *done = TRUE;
  self->has_entries = TRUE;
  self->last_id = G_MININT64;
  return TRUE;
}

FasciaSeries *
fascia_series_loader_finish (FasciaSeriesLoader *self)
{
  return fascia_series_builder_finish (self->builder);
}

FasciaSeries *
fascia_db_load_series (FasciaDb *db, GError **error)
{
  gboolean done = FALSE;

  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (FasciaSeriesLoader) loader = fascia_series_loader_new (db);
  while (!done)
    if (!fascia_series_loader_step (loader, G_MAXINT32, &done, error))
      return NULL;
  return fascia_series_loader_finish (loader);
}
