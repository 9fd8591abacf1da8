/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digests of the days: kept with every operation, compared, made afresh. The form that they are of is
 * in fascia-db-forms.c. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-rows.h"

static gboolean
store_digest (FasciaDb *db,
              gint64 day,
              gint64 n_entries,
              const guint8 digest[FASCIA_DIGEST_SIZE],
              gint64 stamp,
              GError **error)
{
  /* The row of a day without entries goes too; the tombstones have the stamp then. */
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      n_entries > 0 ? "INSERT OR REPLACE INTO day_digest (day, version, n_entries, digest, stamp) "
                      "VALUES (?1, ?2, ?3, ?4, ?5)"
                    : "DELETE FROM day_digest WHERE day = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, day);
  if (n_entries > 0)
    {
      sqlite3_bind_int (statement, 2, fascia_db_get_digest_version (db));
      sqlite3_bind_int64 (statement, 3, n_entries);
      sqlite3_bind_blob (statement, 4, digest, FASCIA_DIGEST_SIZE, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 5, stamp);
    }
  return fascia_db_run (db, statement, error);
}

static gboolean
patch_day (FasciaDb *db,
           gint64 day,
           const guint8 difference[FASCIA_DIGEST_SIZE],
           int entries_more,
           gint64 stamp,
           GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT n_entries, digest FROM day_digest WHERE day = ?", error);
  guint8 digest[FASCIA_DIGEST_SIZE] = { 0 };
  gint64 n_entries = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, day);
  int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return FALSE;
  if (row > 0)
    {
      n_entries = sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_bytes (statement, 1) == FASCIA_DIGEST_SIZE)
        memcpy (digest, sqlite3_column_blob (statement, 1), FASCIA_DIGEST_SIZE);
      sqlite3_reset (statement);
    }
  for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
    digest[i] ^= difference[i];
  return store_digest (db, day, MAX (0, n_entries + entries_more), digest, stamp, error);
}

gboolean
fascia_db_update_digests (FasciaDb *db,
                          GPtrArray *removed,
                          GPtrArray *added,
                          gint64 stamp,
                          GError **error)
{
  const FasciaRow *old = fascia_rows_get_entry (removed);
  const FasciaRow *new = fascia_rows_get_entry (added);
  guint8 out[FASCIA_DIGEST_SIZE] = { 0 }, in[FASCIA_DIGEST_SIZE] = { 0 };

  if (old != NULL)
    fascia_rows_digest (removed, fascia_db_get_digest_version (db), out);
  if (new != NULL)
    fascia_rows_digest (added, fascia_db_get_digest_version (db), in);

  gint64 old_day = old != NULL ? old->values[FASCIA_ENTRY_DAY].integer : 0;
  gint64 new_day = new != NULL ? new->values[FASCIA_ENTRY_DAY].integer : 0;
  if (old != NULL && new != NULL && old_day == new_day)
    {
      for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
        in[i] ^= out[i];
      return patch_day (db, new_day, in, 0, stamp, error);
    }
  if (old != NULL && !patch_day (db, old_day, out, -1, stamp, error))
    return FALSE;
  return new == NULL || patch_day (db, new_day, in, 1, stamp, error);
}

/* ---- all days at once ---- */

typedef struct
{
  gint64 day;
  gint64 n_entries;
  guint8 digest[FASCIA_DIGEST_SIZE];
} DayDigest;

typedef struct
{
  GArray *days;       /* DayDigest */
  GHashTable *places; /* day → its place in the list and one more */
} Days;

static void
add_to_day (const FasciaEntryDigest *entry, gpointer data)
{
  Days *self = data;
  DayDigest *last
      = self->days->len > 0 ? &g_array_index (self->days, DayDigest, self->days->len - 1) : NULL;

  /* Most come day by day. */
  if (last == NULL || last->day != entry->day)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &entry->day));

      if (place == 0)
        {
          DayDigest empty = { .day = entry->day };

          g_array_append_val (self->days, empty);
          place = self->days->len;
          g_hash_table_insert (self->places, g_memdup2 (&entry->day, sizeof entry->day),
                               GUINT_TO_POINTER (place));
        }
      last = &g_array_index (self->days, DayDigest, place - 1);
    }
  for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
    last->digest[i] ^= entry->bytes[i];
  last->n_entries++;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const DayDigest *) a)->day, other = ((const DayDigest *) b)->day;

  return (one > other) - (one < other);
}

/* Reads all entries and adds up their days, in order. */
static GArray *
compute_days (FasciaDb *db, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (DayDigest));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Days self = { days, places };

  if (!fascia_db_foreach_digest (db, fascia_db_get_digest_version (db), add_to_day, &self, error))
    return NULL;
  g_array_sort (days, compare_days);
  return g_steal_pointer (&days);
}

static gboolean
set_day_error (FasciaDb *db, gint64 day, GError **error)
{
  int year, month, dom;

  fascia_day_to_ymd ((gint32) CLAMP (day, G_MININT32, G_MAXINT32), &year, &month, &dom);
  /* Translators: %04d-%02d-%02d is a date such as 2026-03-01. */
  g_autofree char *detail = g_strdup_printf (
      _ ("the entries of %04d-%02d-%02d are not as they were written"), year, month, dom);
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, detail);
}

gboolean
fascia_db_check_digests (FasciaDb *db, GError **error)
{
  g_autoptr (GArray) days = compute_days (db, error);
  guint i = 0;
  int row = -1;

  if (days == NULL)
    return FALSE;
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT day, version, n_entries, digest FROM day_digest ORDER BY day", error);
  if (statement == NULL)
    return FALSE;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      gint64 day = sqlite3_column_int64 (statement, 0);
      const DayDigest *computed = i < days->len ? &g_array_index (days, DayDigest, i) : NULL;
      gboolean is_same
          = computed != NULL && computed->day == day
            && sqlite3_column_int (statement, 1) == fascia_db_get_digest_version (db)
            && computed->n_entries == sqlite3_column_int64 (statement, 2)
            && sqlite3_column_bytes (statement, 3) == FASCIA_DIGEST_SIZE
            && memcmp (computed->digest, sqlite3_column_blob (statement, 3), FASCIA_DIGEST_SIZE)
                   == 0;

      if (!is_same)
        {
          gint64 wrong_day = computed != NULL ? MIN (computed->day, day) : day;
          sqlite3_reset (statement);
          return set_day_error (db, wrong_day, error);
        }
      i++;
    }
  if (row < 0)
    return FALSE;
  if (i < days->len)
    return set_day_error (db, g_array_index (days, DayDigest, i).day, error);
  return fascia_db_check_table_digests (db, error);
}

gboolean
fascia_db_rebuild_digests (FasciaDb *db, GError **error)
{
  g_autoptr (GArray) days = compute_days (db, error);
  gint64 stamp = fascia_db_next_stamp (db);

  if (days == NULL || !fascia_db_exec (db, "DELETE FROM day_digest", error))
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const DayDigest *day = &g_array_index (days, DayDigest, i);

      if (!store_digest (db, day->day, day->n_entries, day->digest, stamp, error))
        return FALSE;
    }
  return fascia_db_rebuild_table_digests (db, stamp, error);
}
