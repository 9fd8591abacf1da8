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

/* Room made at once for so many points at most; a hundred years have fewer. */
#define MAX_RESERVED 1000000

struct _FasciaSeriesLoader
{
  FasciaDb *db;
  FasciaSeriesBuilder *builder;
  GArray *entry_ids; /* gint64, ascending: by number of check-in */
  gboolean has_entries;
  gint64 last_id; /* of the table being read; G_MININT64 before its first row */
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

/* Two aggregates that only collect. SQLite calls them from within its own loop over the rows,
 * which takes much less than stepping from row to row. */
static void
collect_entry (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  FasciaDb *db = sqlite3_user_data (context);
  FasciaSeriesLoader *self = db->collector;
  gint64 id = sqlite3_value_int64 (values[0]);
  FasciaUid uid = { 0 };

  /* Entries of all kinds: those that are no check-in have no marks, and so no place in the end. */
  if (sqlite3_value_bytes (values[1]) == sizeof uid.bytes)
    memcpy (uid.bytes, sqlite3_value_blob (values[1]), sizeof uid.bytes);
  g_array_append_val (self->entry_ids, id);
  fascia_series_builder_add_check_in (self->builder, &uid, sqlite3_value_int64 (values[2]),
                                      sqlite3_value_int (values[3]),
                                      sqlite3_value_int (values[4]) != 0);
}

static void
collect_mark (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  FasciaDb *db = sqlite3_user_data (context);
  FasciaSeriesLoader *self = db->collector;
  guint check_in = find_check_in (self, sqlite3_value_int64 (values[0]));
  const char *scale = (const char *) sqlite3_value_text (values[2]);
  const char *region = (const char *) sqlite3_value_text (values[3]);
  int level = sqlite3_value_type (values[1]) == SQLITE_NULL ? FASCIA_LEVEL_NOT_GIVEN
                                                            : sqlite3_value_int (values[1]);

  if (check_in == G_MAXUINT || scale == NULL || region == NULL)
    return;
  /* The check of the table leaves two codes. */
  fascia_series_builder_add_point (
      self->builder, check_in, region, (gsize) sqlite3_value_bytes (values[3]),
      scale[0] == 'p' ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS, level);
}

static void
finish_collecting (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

static gboolean
add_collectors (FasciaDb *db, GError **error)
{
  const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;

  if (db->has_collectors)
    return TRUE;
  int code = sqlite3_create_function_v2 (db->sql, "fascia_collect_entry", 5, flags, db, NULL,
                                         collect_entry, finish_collecting, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db->sql, "fascia_collect_mark", 4, flags, db, NULL,
                                       collect_mark, finish_collecting, NULL);
  if (code != SQLITE_OK)
    return fascia_store_error_set_sqlite (error, db->sql, code, db->path);
  db->has_collectors = TRUE;
  return TRUE;
}

/* How a table is read: the rows whose ids lie after ?1, up to ?2; or all after ?1, without a
 * comparison for each row. */
typedef struct
{
  const char *min_id;
  const char *max_id;
  const char *collect;
  const char *collect_rest;
} Source;

#define COLLECT_ENTRIES                                                                            \
  "SELECT fascia_collect_entry (id, uid, utc_ms, day, nothing_today) FROM entry WHERE id > ?1"
#define COLLECT_MARKS                                                                              \
  "SELECT fascia_collect_mark (entry_id, level, scale, region) FROM mark WHERE id > ?1"

static const Source entries = {
  "SELECT min(id) FROM entry",
  "SELECT max(id) FROM entry",
  COLLECT_ENTRIES " AND id <= ?2",
  COLLECT_ENTRIES,
};
static const Source marks = {
  "SELECT min(id) FROM mark",
  "SELECT max(id) FROM mark",
  COLLECT_MARKS " AND id <= ?2",
  COLLECT_MARKS,
};

/* Reads the next @n_ids ids. */
static gboolean
read_slice (FasciaSeriesLoader *self,
            const Source *source,
            gint64 n_ids,
            gboolean *at_end,
            GError **error)
{
  gint64 first_id, last_id;

  if (!fascia_db_query_int64 (self->db, source->min_id, 0, &first_id, error)
      || !fascia_db_query_int64 (self->db, source->max_id, -1, &last_id, error))
    return FALSE;
  gint64 from = MAX (self->last_id, first_id - 1);
  gint64 to = last_id - from > n_ids ? from + n_ids : last_id;
  *at_end = to == last_id || from >= last_id;
  if (from >= last_id)
    return TRUE;
  /* As many points as there are marks, and a few that say "nothing today". */
  if (source == &marks && self->last_id == G_MININT64)
    fascia_series_builder_reserve (self->builder, 64 + (guint) MIN (last_id - from, MAX_RESERVED));

  sqlite3_stmt *statement
      = fascia_db_prepare (self->db, to == last_id ? source->collect_rest : source->collect, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, from);
  if (to < last_id)
    sqlite3_bind_int64 (statement, 2, to);
  self->db->collector = self;
  gboolean success = fascia_db_run (self->db, statement, error);
  self->db->collector = NULL;
  self->last_id = to;
  return success;
}

gboolean
fascia_series_loader_step (FasciaSeriesLoader *self, guint n_rows, gboolean *done, GError **error)
{
  gboolean at_end = FALSE;

  *done = FALSE;
  if (!add_collectors (self->db, error)
      || !read_slice (self, self->has_entries ? &marks : &entries, n_rows, &at_end, error))
    return FALSE;
  *done = at_end && self->has_entries;
  if (at_end && !self->has_entries)
    {
      self->has_entries = TRUE;
      self->last_id = G_MININT64;
    }
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
