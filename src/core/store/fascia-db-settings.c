/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences of the person, kept with the journal: one row of JSON for each key, and a digest of
 * them all.
 *
 * The form of a row is its key, a zero byte, its JSON and a zero byte. Version 1 of the digests, of
 * journals of schema 1, leaves the settings out. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-private.h"

FasciaSettings *
fascia_db_load_settings (FasciaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (FasciaSettings) settings = fascia_settings_new ();
  sqlite3_stmt *statement = fascia_db_prepare (db, "SELECT key, value FROM setting", error);
  int row = -1;

  if (statement == NULL)
    return NULL;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const char *key = (const char *) sqlite3_column_text (statement, 0);
      const char *json = (const char *) sqlite3_column_text (statement, 1);
      /* What is of no type known here belongs to another version: it stays where it is. */
      g_autoptr (GVariant) value = json != NULL ? fascia_setting_from_json (json) : NULL;

      if (key == NULL || *key == '\0' || value == NULL)
        continue;
      FasciaSettings *more = fascia_settings_with (settings, key, value);
      fascia_settings_unref (settings);
      settings = more;
    }
  return row == 0 ? g_steal_pointer (&settings) : NULL;
}

/* ---- the digest ---- */

typedef struct
{
  gint64 n_rows;
  guint8 bytes[FASCIA_DIGEST_SIZE];
} Digest;

/* Puts a row in, or takes it out. */
static void
digest_toggle (Digest *self, const char *key, const char *json, int n_rows)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[FASCIA_DIGEST_SIZE];
  gsize length = sizeof bytes;

  g_checksum_update (checksum, (const guint8 *) key, (gssize) strlen (key) + 1);
  g_checksum_update (checksum, (const guint8 *) json, (gssize) strlen (json) + 1);
  g_checksum_get_digest (checksum, bytes, &length);
  for (guint i = 0; i < FASCIA_DIGEST_SIZE; i++)
    self->bytes[i] ^= bytes[i];
  self->n_rows += n_rows;
}

static gboolean
compute_digest (FasciaDb *db, Digest *digest, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, "SELECT key, value FROM setting", error);
  int row = -1;

  *digest = (Digest) { 0 };
  if (statement == NULL)
    return FALSE;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const char *key = (const char *) sqlite3_column_text (statement, 0);
      const char *json = (const char *) sqlite3_column_text (statement, 1);

      digest_toggle (digest, key != NULL ? key : "", json != NULL ? json : "", 1);
    }
  return row == 0;
}

/* *@version: 0 when there is none. */
static gboolean
load_digest (FasciaDb *db, Digest *digest, int *version, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT version, n_rows, digest FROM table_digest WHERE name = 'setting'", error);

  *digest = (Digest) { 0 };
  *version = 0;
  if (statement == NULL)
    return FALSE;
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

static gboolean
store_digest (FasciaDb *db, const Digest *digest, gint64 stamp, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      digest->n_rows > 0
          ? "INSERT INTO table_digest (name, version, n_rows, digest, stamp) "
            "VALUES ('setting', ?1, ?2, ?3, ?4) ON CONFLICT (name) DO UPDATE SET "
            "version = excluded.version, n_rows = excluded.n_rows, digest = excluded.digest, "
            "stamp = excluded.stamp"
          : "DELETE FROM table_digest WHERE name = 'setting'",
      error);

  if (statement == NULL)
    return FALSE;
  if (digest->n_rows > 0)
    {
      sqlite3_bind_int (statement, 1, fascia_db_get_digest_version (db));
      sqlite3_bind_int64 (statement, 2, digest->n_rows);
      sqlite3_bind_blob (statement, 3, digest->bytes, FASCIA_DIGEST_SIZE, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 4, stamp);
    }
  return fascia_db_run (db, statement, error);
}

gboolean
fascia_db_check_settings (FasciaDb *db, GError **error)
{
  Digest computed, stored;
  int version;

  if (fascia_db_get_digest_version (db) < 2)
    return TRUE;
  if (!compute_digest (db, &computed, error) || !load_digest (db, &stored, &version, error))
    return FALSE;
  if (computed.n_rows == stored.n_rows
      && memcmp (computed.bytes, stored.bytes, FASCIA_DIGEST_SIZE) == 0
      && (stored.n_rows == 0 || version == fascia_db_get_digest_version (db)))
    return TRUE;
  return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path,
                                 _ ("the preferences are not as they were written"));
}

gboolean
fascia_db_rebuild_settings_digest (FasciaDb *db, gint64 stamp, GError **error)
{
  Digest digest;

  return fascia_db_get_digest_version (db) < 2
         || (compute_digest (db, &digest, error) && store_digest (db, &digest, stamp, error));
}

/* ---- writing ---- */

/* (transfer full) (nullable) *@json: what is stored under @key. */
static gboolean
load_value (FasciaDb *db, const char *key, char **json, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT value FROM setting WHERE key = ?1", error);

  *json = NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  int row = fascia_db_step (db, statement, error);
  if (row > 0)
    {
      *json = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  return row >= 0;
}

static gboolean
store_value (FasciaDb *db, const char *key, const char *json, gint64 stamp, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      json != NULL ? "INSERT INTO setting (key, value, stamp, origin) VALUES (?1, ?2, ?3, ?4) "
                     "ON CONFLICT (key) DO UPDATE SET value = excluded.value, "
                     "stamp = excluded.stamp, origin = excluded.origin"
                   : "DELETE FROM setting WHERE key = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  if (json != NULL)
    {
      sqlite3_bind_text (statement, 2, json, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 3, stamp);
      sqlite3_bind_int64 (statement, 4, db->origin);
    }
  return fascia_db_run (db, statement, error);
}

/* *@is_changed: something was written. */
static gboolean
set_in_transaction (FasciaDb *db,
                    const char *key,
                    const char *json,
                    gboolean *is_changed,
                    GError **error)
{
  g_autofree char *old = NULL;
  Digest digest;
  int version;

  if (!load_value (db, key, &old, error))
    return FALSE;
  *is_changed = g_strcmp0 (old, json) != 0;
  if (!*is_changed)
    {
      fascia_db_rollback (db);
      return TRUE;
    }
  gint64 stamp = fascia_db_next_stamp (db);
  if (!load_digest (db, &digest, &version, error))
    return FALSE;
  if (old != NULL)
    digest_toggle (&digest, key, old, -1);
  if (json != NULL)
    digest_toggle (&digest, key, json, 1);
  return store_value (db, key, json, stamp, error) && store_digest (db, &digest, stamp, error)
         && fascia_db_commit (db, error);
}

gboolean
fascia_db_set_setting (FasciaDb *db, const char *key, GVariant *value, GError **error)
{
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autofree char *json = owned != NULL ? fascia_setting_to_json (owned) : NULL;
  gboolean is_changed = FALSE;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (!fascia_db_check_key (db, key, error))
    return FALSE;
  if (owned != NULL && json == NULL)
    return fascia_db_set_invalid (
        db, error, _ ("A preference is yes or no, a number, a text or a list of texts."));
  if (!fascia_db_begin (db, error))
    return FALSE;
  if (!set_in_transaction (db, key, json, &is_changed, error))
    {
      fascia_db_rollback (db);
      return FALSE;
    }
  if (is_changed && db->hook != NULL)
    db->hook (db, NULL, FASCIA_CHANGE_SETTINGS, db->hook_data);
  return TRUE;
}
