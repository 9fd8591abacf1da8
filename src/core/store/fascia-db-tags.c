/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags of the person: made, renamed, hidden, merged. */

#include "config.h"

#include "fascia-db-private.h"
#include "../journal/fascia-tags-private.h"

FasciaTags *
fascia_db_load_tags (FasciaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return fascia_tags_new (error);
}

FasciaOperation *
fascia_db_change_tag (FasciaDb *db, const FasciaTagChange *change, char **code, GError **error)
{
  g_return_val_if_fail (db != NULL && change != NULL, NULL);

  fascia_store_error_set (error, FASCIA_STORE_ERROR_INVALID, db->path, NULL);
  return NULL;
}

gint64
fascia_db_count_tag (FasciaDb *db, const char *code, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL, -1);

  return 0;
}
