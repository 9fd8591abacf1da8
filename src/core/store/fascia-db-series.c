/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the whole series, in slices between which others may write.
 *
 * First the check-ins by day, out of an index that has all that is needed of them, then the marks by
 * id: two plain scans, joined here. A check-in written between two slices may be read in part or not
 * at all; whoever lets others write patches the result with what they wrote. */

#include "config.h"

#include <string.h>

#include "fascia-db-private.h"

/* Room made at once for so many points at most; a hundred years have fewer. */
#define MAX_RESERVED 1000000

/* So many check-ins are taken for a day's at most, when a slice is measured. */
#define ENTRIES_PER_DAY 20

typedef struct
{
  gint64 id;
  guint32 number;
} CheckIn;

struct _FasciaSeriesLoader
{
  FasciaDb *db;
  FasciaSeriesBuilder *builder;
  GArray *check_ins; /* CheckIn, by number; by id when all have been read */
  gboolean has_entries;
  gint64 last_key; /* day or id read last; G_MININT64 before the first */
  guint last_found;
};

FasciaSeriesLoader *
fascia_series_loader_new (FasciaDb *db)
{
  FasciaSeriesLoader *self = g_new0 (FasciaSeriesLoader, 1);

  self->db = db;
  self->builder = fascia_series_builder_new ();
  self->check_ins = g_array_new (FALSE, FALSE, sizeof (CheckIn));
  self->last_key = G_MININT64;
  return self;
}

void
fascia_series_loader_free (FasciaSeriesLoader *self)
{
  fascia_series_builder_free (self->builder);
  g_array_unref (self->check_ins);
  g_free (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 id_a = ((const CheckIn *) a)->id, id_b = ((const CheckIn *) b)->id;

  return id_a < id_b ? -1 : id_a > id_b;
}

/* The days are in order, the ids mostly too: only what was written down later is not. */
static void
sort_check_ins_by_id (FasciaSeriesLoader *self)
{
  const CheckIn *check_ins = (const CheckIn *) (gpointer) self->check_ins->data;

  for (guint i = 1; i < self->check_ins->len; i++)
    if (check_ins[i - 1].id > check_ins[i].id)
      {
        g_array_sort (self->check_ins, compare_ids);
        return;
      }
}

static guint
find_check_in (FasciaSeriesLoader *self, gint64 id)
{
  const CheckIn *check_ins = (const CheckIn *) (gpointer) self->check_ins->data;
  guint low = 0, high = self->check_ins->len;

  /* Marks come nearly in the order of their check-ins. */
  for (guint i = self->last_found; i < high && i <= self->last_found + 1; i++)
    if (check_ins[i].id == id)
      {
        self->last_found = i;
        return check_ins[i].number;
      }
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (check_ins[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low >= self->check_ins->len || check_ins[low].id != id)
    return G_MAXUINT;
  self->last_found = low;
  return check_ins[low].number;
}

/* Two aggregates that only collect. SQLite calls them from within its own loop over the rows,
 * which takes much less than stepping from row to row. */
static void
collect_entry (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  FasciaDb *db = sqlite3_user_data (context);
  FasciaSeriesLoader *self = db->collector;
  CheckIn check_in = { .id = sqlite3_value_int64 (values[0]) };

  /* Entries of all kinds: those that are no check-in have no marks, and so no place in the end. */
  check_in.number = fascia_series_builder_add_check_in (
      self->builder, check_in.id, sqlite3_value_int64 (values[1]), sqlite3_value_int (values[2]),
      sqlite3_value_int (values[3]) != 0);
  g_array_append_val (self->check_ins, check_in);
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
  int code = sqlite3_create_function_v2 (db->sql, "fascia_collect_entry", 4, flags, db, NULL,
                                         collect_entry, finish_collecting, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db->sql, "fascia_collect_mark", 4, flags, db, NULL,
                                       collect_mark, finish_collecting, NULL);
  if (code != SQLITE_OK)
    return fascia_store_error_set_sqlite (error, db->sql, code, db->path);
  db->has_collectors = TRUE;
  return TRUE;
}

/* How a table is read: the rows whose keys lie after ?1, up to ?2; or all after ?1, without a
 * comparison for each row. */
typedef struct
{
  const char *min_key;
  const char *max_key;
  const char *collect;
  const char *collect_rest;
} Source;

#define COLLECT_ENTRIES                                                                            \
  "SELECT fascia_collect_entry (id, utc_ms, day, nothing_today) FROM entry "                       \
  "INDEXED BY entry_by_day WHERE day > ?1"
#define COLLECT_MARKS                                                                              \
  "SELECT fascia_collect_mark (entry_id, level, scale, region) FROM mark WHERE id > ?1"

static const Source entries = {
  "SELECT min(day) FROM entry",
  "SELECT max(day) FROM entry",
  COLLECT_ENTRIES " AND day <= ?2",
  COLLECT_ENTRIES,
};
static const Source marks = {
  "SELECT min(id) FROM mark",
  "SELECT max(id) FROM mark",
  COLLECT_MARKS " AND id <= ?2",
  COLLECT_MARKS,
};

/* Reads the rows of the next @n_keys keys. */
static gboolean
read_slice (FasciaSeriesLoader *self,
            const Source *source,
            gint64 n_keys,
            gboolean *at_end,
            GError **error)
{
  gint64 first, last;

  if (!fascia_db_query_int64 (self->db, source->min_key, 0, &first, error)
      || !fascia_db_query_int64 (self->db, source->max_key, G_MININT64, &last, error))
    return FALSE;
  gint64 from = MAX (self->last_key, first - 1);
  *at_end = last <= from || last - from <= n_keys;
  if (last <= from)
    return TRUE;
  gint64 to = *at_end ? last : from + n_keys;
  /* As many points as there are marks, and a few that say "nothing today". */
  if (source == &marks && self->last_key == G_MININT64)
    fascia_series_builder_reserve (self->builder, 64 + (guint) MIN (last - from, MAX_RESERVED));

  sqlite3_stmt *statement
      = fascia_db_prepare (self->db, *at_end ? source->collect_rest : source->collect, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, from);
  if (!*at_end)
    sqlite3_bind_int64 (statement, 2, to);
  self->db->collector = self;
  gboolean success = fascia_db_run (self->db, statement, error);
  self->db->collector = NULL;
  self->last_key = to;
  return success;
}

gboolean
fascia_series_loader_step (FasciaSeriesLoader *self, guint n_rows, gboolean *done, GError **error)
{
  gboolean at_end = FALSE;

  *done = FALSE;
  if (!add_collectors (self->db, error))
    return FALSE;
  if (self->has_entries)
    return read_slice (self, &marks, n_rows, done, error);
  if (!read_slice (self, &entries, MAX (1, n_rows / ENTRIES_PER_DAY), &at_end, error))
    return FALSE;
  if (at_end)
    {
      sort_check_ins_by_id (self);
      self->has_entries = TRUE;
      self->last_key = G_MININT64;
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
