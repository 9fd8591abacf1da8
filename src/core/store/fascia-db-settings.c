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

gboolean
fascia_db_set_setting (FasciaDb *db, const char *key, GVariant *value, GError **error)
{
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (key != NULL && *key != '\0', FALSE);
  return fascia_db_set_invalid (db, error, "");
}
