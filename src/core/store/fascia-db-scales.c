/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scales of the person: made, changed, merged. */

#include "config.h"

#include "fascia-db-private.h"
#include "../journal/fascia-items-private.h"

FasciaItems *
fascia_db_load_items (FasciaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return fascia_items_new (error);
}

FasciaOperation *
fascia_db_put_scale (FasciaDb *db, const FasciaOwnScale *scale, char **code, GError **error)
{
  g_return_val_if_fail (db != NULL && scale != NULL, NULL);

  fascia_store_error_set (error, FASCIA_STORE_ERROR_INVALID, db->path, NULL);
  return NULL;
}

FasciaOperation *
fascia_db_merge_scale (FasciaDb *db, const char *code, const char *into, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL && into != NULL, NULL);

  fascia_store_error_set (error, FASCIA_STORE_ERROR_INVALID, db->path, NULL);
  return NULL;
}

FasciaOperation *
fascia_db_delete_scale (FasciaDb *db, const char *code, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL, NULL);

  fascia_store_error_set (error, FASCIA_STORE_ERROR_INVALID, db->path, NULL);
  return NULL;
}
