/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences of the person, kept with the journal: one row of JSON for each key. */

#include "config.h"

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

/* ---- writing ---- */

/* *@json: (transfer full) (nullable): what is stored under @key; *@id: in which row, 0 for none. */
static gboolean
load_value (FasciaDb *db, const char *key, gint64 *id, char **json, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT id, value FROM setting WHERE key = ?1", error);

  *id = 0;
  *json = NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  int row = fascia_db_step (db, statement, error);
  if (row > 0)
    {
      *id = sqlite3_column_int64 (statement, 0);
      *json = g_strdup ((const char *) sqlite3_column_text (statement, 1));
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
  g_autofree char *written = NULL;
  FasciaTableDigest digest;
  gint64 id;

  if (!load_value (db, key, &id, &old, error))
    return FALSE;
  *is_changed = g_strcmp0 (old, json) != 0;
  if (!*is_changed)
    {
      fascia_db_rollback (db);
      return TRUE;
    }
  gint64 stamp = fascia_db_next_stamp (db);
  return fascia_db_load_table_digest (db, FASCIA_WHOLE_SETTING, &digest, error)
         && fascia_db_toggle_table_digest (db, &digest, id, -1, error)
         && store_value (db, key, json, stamp, error) && load_value (db, key, &id, &written, error)
         && fascia_db_toggle_table_digest (db, &digest, id, 1, error)
         && fascia_db_store_table_digest (db, &digest, stamp, error)
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
