/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digests of the days, versions 1 to 3 of their canonical form.
 *
 * An entry's form is the list of its rows, table by table; within a table the rows are sorted by
 * their bytes, so that ids do not matter. A row is its table's number and its columns without id,
 * stamp and origin; a reference to the entry is left out, one to a mark is that mark's uid. A value
 * is a letter and its content: n; i and 8 bytes; f and 8 bytes; t or b, 8 bytes of length, the
 * bytes. All numbers are big-endian.
 *
 * Version 2 has drawings and spreads besides, and of a mark whether it was drawn; all else has the
 * same form in both. So a journal of schema 1, which has none of these, is verified by its own
 * version before it is upgraded. Version 3 has what schema 3 added at the end of a row: the end of an
 * entry, what a visit, a treatment and an event say besides. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-rows.h"

static void
append_uint64 (GString *form, guint64 number)
{
  guint64 big = GUINT64_TO_BE (number);

  g_string_append_len (form, (const char *) &big, sizeof big);
}

void
fascia_value_append_form (GString *form, const FasciaValue *value)
{
  guint64 bits;

  switch (value->type)
    {
    case SQLITE_INTEGER:
      g_string_append_c (form, 'i');
      append_uint64 (form, (guint64) value->integer);
      break;
    case SQLITE_FLOAT:
      g_string_append_c (form, 'f');
      memcpy (&bits, &value->real, sizeof bits);
      append_uint64 (form, bits);
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      g_string_append_c (form, value->type == SQLITE_TEXT ? 't' : 'b');
      append_uint64 (form, value->length);
      g_string_append_len (form, value->bytes, (gssize) value->length);
      break;
    default:
      g_string_append_c (form, 'n');
      break;
    }
}

/* How many columns each table has in the newest version. A column that a later step of the schema
 * adds comes after these and needs a version of its own: a journal is verified by the version it has
 * before it is upgraded. */
static const guint n_columns[FASCIA_N_TABLES] = {
  [FASCIA_TABLE_ENTRY] = 14,        [FASCIA_TABLE_MARK] = 9,        [FASCIA_TABLE_MARK_FEELING] = 3,
  [FASCIA_TABLE_ENTRY_TAG] = 3,     [FASCIA_TABLE_MEASUREMENT] = 9, [FASCIA_TABLE_SESSION] = 15,
  [FASCIA_TABLE_SESSION_STEP] = 14, [FASCIA_TABLE_VISIT] = 12,      [FASCIA_TABLE_VISIT_DETAIL] = 4,
  [FASCIA_TABLE_EXERCISE] = 10,     [FASCIA_TABLE_TREATMENT] = 9,   [FASCIA_TABLE_EVENT] = 8,
  [FASCIA_TABLE_DRAWING] = 11,      [FASCIA_TABLE_SPREAD] = 7,
};

static guint
get_n_columns (FasciaTable table, int version)
{
  if (table == FASCIA_TABLE_MARK && version < 2)
    return FASCIA_MARK_DRAWN;
  if (table == FASCIA_TABLE_ENTRY && version < 3)
    return FASCIA_ENTRY_END_MS;
  if (table == FASCIA_TABLE_VISIT && version < 3)
    return FASCIA_VISIT_BEFORE;
  if (table == FASCIA_TABLE_TREATMENT && version < 3)
    return FASCIA_TREATMENT_TAKEN;
  if (table == FASCIA_TABLE_EVENT && version < 3)
    return FASCIA_EVENT_TYPE;
  return n_columns[table];
}

int
fascia_db_get_digest_version (FasciaDb *db)
{
  return CLAMP (db->version, 1, 3);
}

typedef enum
{
  COLUMN_VALUE,
  COLUMN_LEFT_OUT,
  COLUMN_MARK,
} ColumnUse;

static ColumnUse
get_column_use (FasciaTable table, guint column)
{
  if (column == FASCIA_ROW_ID)
    return COLUMN_LEFT_OUT;
  switch (table)
    {
    case FASCIA_TABLE_ENTRY:
      return column == FASCIA_ENTRY_STAMP || column == FASCIA_ENTRY_ORIGIN ? COLUMN_LEFT_OUT
                                                                           : COLUMN_VALUE;
    case FASCIA_TABLE_MARK:
      return column == FASCIA_MARK_ENTRY || column == FASCIA_MARK_STAMP
                     || column == FASCIA_MARK_ORIGIN
                 ? COLUMN_LEFT_OUT
                 : COLUMN_VALUE;
    case FASCIA_TABLE_MARK_FEELING:
      return column == FASCIA_FEELING_MARK ? COLUMN_MARK : COLUMN_VALUE;
    case FASCIA_TABLE_ENTRY_TAG:
    case FASCIA_TABLE_VISIT_DETAIL:
      return column == 1 ? COLUMN_LEFT_OUT : COLUMN_VALUE;
    case FASCIA_TABLE_MEASUREMENT:
    case FASCIA_TABLE_SESSION:
    case FASCIA_TABLE_SESSION_STEP:
    case FASCIA_TABLE_VISIT:
    case FASCIA_TABLE_EXERCISE:
    case FASCIA_TABLE_TREATMENT:
    case FASCIA_TABLE_EVENT:
    case FASCIA_TABLE_DRAWING:
    case FASCIA_TABLE_SPREAD:
      /* uid, stamp, origin, entry_id, then what it says */
      return column >= 2 && column <= 4 ? COLUMN_LEFT_OUT : COLUMN_VALUE;
    case FASCIA_TABLE_TAG:
    case FASCIA_TABLE_OWN_SCALE:
    case FASCIA_N_TABLES:
      break;
    }
  return COLUMN_VALUE;
}

static GBytes *
serialize_row (GPtrArray *rows, const FasciaRow *row, int version)
{
  GString *form = g_string_new (NULL);

  append_uint64 (form, row->table);
  for (guint i = 0; i < get_n_columns (row->table, version); i++)
    switch (get_column_use (row->table, i))
      {
      case COLUMN_MARK:
        {
          FasciaRow *mark = fascia_rows_find (rows, FASCIA_TABLE_MARK, row->values[i].integer);

          if (mark != NULL)
            fascia_value_append_form (form, &mark->values[FASCIA_MARK_UID]);
          break;
        }
      case COLUMN_VALUE:
        fascia_value_append_form (form, &row->values[i]);
        break;
      case COLUMN_LEFT_OUT:
      default:
        break;
      }
  return g_string_free_to_bytes (form);
}

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  return g_bytes_compare (a, b);
}

void
fascia_rows_digest (GPtrArray *rows, int version, guint8 digest[FASCIA_DIGEST_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize length = FASCIA_DIGEST_SIZE;

  /* The table's number leads each form, so sorting keeps the tables together. */
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (forms, serialize_row (rows, g_ptr_array_index (rows, i), version));
  g_ptr_array_sort_values (forms, compare_forms);
  for (guint i = 0; i < forms->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (forms, i), &size);

      g_checksum_update (checksum, data, (gssize) size);
    }
  g_checksum_get_digest (checksum, digest, &length);
}

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

/* Reads all entries and adds up their days, in order. */
static GArray *
compute_days (FasciaDb *db, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (DayDigest));
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT id, day FROM entry ORDER BY day, utc_ms", error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      gint64 day = sqlite3_column_int64 (statement, 1);
      guint8 digest[FASCIA_DIGEST_SIZE];
      g_autoptr (GPtrArray) rows
          = fascia_db_load_rows_by_id (db, sqlite3_column_int64 (statement, 0), error);

      if (rows == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      if (days->len == 0 || g_array_index (days, DayDigest, days->len - 1).day != day)
        {
          DayDigest empty = { .day = day };
          g_array_append_val (days, empty);
        }
      DayDigest *last = &g_array_index (days, DayDigest, days->len - 1);
      fascia_rows_digest (rows, fascia_db_get_digest_version (db), digest);
      for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
        last->digest[i] ^= digest[i];
      last->n_entries++;
    }
  return row == 0 ? g_steal_pointer (&days) : NULL;
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
