/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised: sessions, their steps, and what was said before, after and the day after. */

#include "config.h"

#include <string.h>

#include "fascia-db-practice.h"
#include "fascia-db-private.h"

FasciaPast *
fascia_db_load_past (FasciaDb *db, gint32 since_day, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return fascia_past_new (NULL, 0, NULL, 0);
}
