/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digests of whole tables that belong to no day: preferences, tags, own scales, answers of the
 * safety check.
 *
 * The digest of a table is the exclusive or of the SHA-256 of its rows. The form of a preference is
 * its key, a zero byte, its JSON and a zero byte; that of any other row its values as in the digests
 * of the days, without id, stamp and origin. Version 1 has none of these, version 2 the preferences
 * alone. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../exchange/fascia-gcrypt.h"
#include "fascia-db-rows.h"

typedef struct
{
  const char *name;
  int since;          /* the version of the digests that has it */
  const char *all;    /* what of a row is in the digest */
  const char *one;    /* the same of the row of an id */
  const char *detail; /* what is wrong when it does not match */
} TableInfo;

#define TABLE(name, since, columns, detail)                                                        \
  { name, since, "SELECT " columns " FROM " name,                                                  \
    "SELECT " columns " FROM " name " WHERE id = ?1", detail }

static const TableInfo tables[FASCIA_N_WHOLE_TABLES] = {
  [FASCIA_WHOLE_SETTING]
  = TABLE ("setting", 2, "key, value", N_ ("the preferences are not as they were written")),
  [FASCIA_WHOLE_TAG]
  = TABLE ("tag", 3, "uid, code, name, hidden", N_ ("the tags are not as they were written")),
  [FASCIA_WHOLE_OWN_SCALE]
  = TABLE ("own_scale",
           3,
           "uid, code, name, minimum, maximum, step, unit, low_label, high_label, "
           "higher_is_better, hidden",
           N_ ("your own scales are not as they were written")),
  [FASCIA_WHOLE_CONDITION]
  = TABLE ("condition",
           3,
           "uid, code, region, since_day, cleared_day, answered_ms",
           N_ ("the answers of the safety check are not as they were written")),
};

#undef TABLE

/* ---- one row ---- */

static void
append_row (GString *form, FasciaWholeTable table, sqlite3_stmt *statement)
{
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    if (table == FASCIA_WHOLE_SETTING)
      {
        const char *text = (const char *) sqlite3_column_text (statement, i);

        g_string_append (form, text != NULL ? text : "");
        g_string_append_c (form, '\0');
      }
    else
      {
        FasciaValue value = { .type = SQLITE_NULL };

        fascia_value_read (&value, statement, i);
        fascia_value_append_form (form, &value);
        g_free (value.bytes);
      }
}

/* The current row of @statement. */
static void
toggle_row (FasciaTableDigest *self, sqlite3_stmt *statement, int n_rows)
{
  g_autoptr (GString) form = g_string_new (NULL);
  guint8 bytes[FASCIA_DIGEST_SIZE];

  append_row (form, self->table, statement);
  fascia_sha256 (form->str, form->len, bytes);
  for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
    self->bytes[i] ^= bytes[i];
  self->n_rows += n_rows;
}

gboolean
fascia_db_toggle_table_digest (FasciaDb *db,
                               FasciaTableDigest *self,
                               gint64 id,
                               int n_rows,
                               GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, tables[self->table].one, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  int row = fascia_db_step (db, statement, error);
  if (row <= 0)
    return row == 0;
  toggle_row (self, statement, n_rows);
  sqlite3_reset (statement);
  return TRUE;
}

/* ---- the digest of a table ---- */

static gboolean
compute_digest (FasciaDb *db, FasciaWholeTable table, FasciaTableDigest *digest, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, tables[table].all, error);
  int row = -1;

  *digest = (FasciaTableDigest) { .table = table };
  if (statement == NULL)
    return FALSE;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    toggle_row (digest, statement, 1);
  return row == 0;
}

/* *@version: 0 when there is none. */
static gboolean
load_digest (FasciaDb *db,
             FasciaWholeTable table,
             FasciaTableDigest *digest,
             int *version,
             GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT version, n_rows, digest FROM table_digest WHERE name = ?1", error);

  *digest = (FasciaTableDigest) { .table = table };
  *version = 0;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, tables[table].name, -1, SQLITE_STATIC);
  int row = fascia_db_step (db, statement, error);
  if (row <= 0)
    return row == 0;
  *version = sqlite3_column_int (statement, 0);
  digest->n_rows = sqlite3_column_int64 (statement, 1);
  if (sqlite3_column_bytes (statement, 2) == FASCIA_DIGEST_SIZE)
    memcpy (digest->bytes, sqlite3_column_blob (statement, 2), FASCIA_DIGEST_SIZE);
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
fascia_db_load_table_digest (FasciaDb *db,
                             FasciaWholeTable table,
                             FasciaTableDigest *digest,
                             GError **error)
{
  int version;

  return load_digest (db, table, digest, &version, error);
}

gboolean
fascia_db_store_table_digest (FasciaDb *db,
                              const FasciaTableDigest *digest,
                              gint64 stamp,
                              GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      digest->n_rows > 0
          ? "INSERT INTO table_digest (name, version, n_rows, digest, stamp) "
            "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (name) DO UPDATE SET "
            "version = excluded.version, n_rows = excluded.n_rows, digest = excluded.digest, "
            "stamp = excluded.stamp"
          : "DELETE FROM table_digest WHERE name = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, tables[digest->table].name, -1, SQLITE_STATIC);
  if (digest->n_rows > 0)
    {
      sqlite3_bind_int (statement, 2, fascia_db_get_digest_version (db));
      sqlite3_bind_int64 (statement, 3, digest->n_rows);
      sqlite3_bind_blob (statement, 4, digest->bytes, FASCIA_DIGEST_SIZE, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 5, stamp);
    }
  return fascia_db_run (db, statement, error);
}

/* ---- all of them ---- */

static gboolean
check_table (FasciaDb *db, FasciaWholeTable table, GError **error)
{
  FasciaTableDigest computed, stored;
  int version;

  if (!compute_digest (db, table, &computed, error)
      || !load_digest (db, table, &stored, &version, error))
    return FALSE;
  if (computed.n_rows == stored.n_rows
      && memcmp (computed.bytes, stored.bytes, FASCIA_DIGEST_SIZE) == 0
      && (stored.n_rows == 0 || version == fascia_db_get_digest_version (db)))
    return TRUE;
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path,
                                 _ (tables[table].detail));
}

gboolean
fascia_db_check_table_digests (FasciaDb *db, GError **error)
{
  for (guint i = 0; i < FASCIA_N_WHOLE_TABLES; i++)
    if (fascia_db_get_digest_version (db) >= tables[i].since
        && !check_table (db, (FasciaWholeTable) i, error))
      return FALSE;
  return TRUE;
}

gboolean
fascia_db_rebuild_table_digests (FasciaDb *db, gint64 stamp, GError **error)
{
  for (guint i = 0; i < FASCIA_N_WHOLE_TABLES; i++)
    {
      FasciaTableDigest digest;

      if (fascia_db_get_digest_version (db) >= tables[i].since
          && (!compute_digest (db, (FasciaWholeTable) i, &digest, error)
              || !fascia_db_store_table_digest (db, &digest, stamp, error)))
        return FALSE;
    }
  return TRUE;
}
