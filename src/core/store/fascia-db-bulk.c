/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many entries in one transaction: the practice journal, imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-operation-private.h"
#include "fascia-db-operations.h"
#include "fascia-db-own.h"

/* Says which of many it was. */
static void
add_number (FasciaDb *db, guint number, GError **error)
{
  if (error == NULL || !g_error_matches (*error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_INVALID))
    return;
  /* Translators: %u is the number of an entry in a list, %s a sentence that says what is wrong. */
  g_autofree char *text = g_strdup_printf (_ ("Entry %u: %s"), number, (*error)->message);
  g_clear_error (error);
  fascia_db_set_invalid (db, error, text);
}

/* *@row_id: the row of the last one. */
static gboolean
insert_all (FasciaDb *db,
            FasciaEntry *const *entries,
            guint n_entries,
            gint64 *row_id,
            GError **error)
{
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GPtrArray) rows = fascia_db_check_entry (db, entries[i], error)
                                       ? fascia_db_entry_to_rows (db, entries[i])
                                       : NULL;

      if (rows == NULL || !fascia_db_refuse_outside (db, nothing, rows, error)
          || !fascia_db_write_rows (db, nothing, rows, error))
        {
          if (n_entries > 1)
            add_number (db, i + 1, error);
          return FALSE;
        }
      *row_id = fascia_row_get_id (fascia_rows_get_entry (rows));
    }
  return fascia_db_commit (db, error);
}

/* Of one entry it can be told which; of many only that much is new. */
static void
tell_hook (FasciaDb *db, const FasciaEntry *only, gint64 row_id)
{
  const FasciaChangeFlags changes
      = FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT | FASCIA_CHANGE_DRAWINGS;
  g_autoptr (FasciaOperation) operation = NULL;

  if (db->hook == NULL)
    return;
  /* As it is now: what was drawn has got its names. */
  g_autoptr (FasciaEntry) entry
      = only != NULL ? fascia_db_get_entry (db, fascia_entry_get_uid (only), NULL) : NULL;
  if (entry != NULL)
    operation = fascia_operation_new (++db->last_operation, FASCIA_OPERATION_LOG, changes, row_id,
                                      NULL, entry, FALSE);
  db->hook (db, operation, changes, db->hook_data);
}

gboolean
fascia_db_insert_entries (FasciaDb *db,
                          FasciaEntry *const *entries,
                          guint n_entries,
                          GError **error)
{
  gint64 row_id = 0;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (entries != NULL || n_entries == 0, FALSE);

  if (!fascia_db_begin (db, error))
    return FALSE;
  if (!insert_all (db, entries, n_entries, &row_id, error))
    {
      fascia_db_rollback (db);
      return FALSE;
    }
  tell_hook (db, n_entries == 1 ? entries[0] : NULL, row_id);
  return TRUE;
}
