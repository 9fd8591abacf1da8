/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing an entry whole, new or in place of what it was. */

#include "config.h"

#include "fascia-db-operations.h"

FasciaOperation *
fascia_db_put (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  fascia_db_set_invalid (db, error, "not there yet");
  return NULL;
}
