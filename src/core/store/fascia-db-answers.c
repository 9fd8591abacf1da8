/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers of the safety check in the database. */

#include "config.h"

#include "fascia-db-change.h"
#include "fascia-db-practice.h"

GArray *
fascia_db_load_answers (FasciaDb *db, gint32 *answered_day, GError **error)
{
  g_return_val_if_fail (db != NULL && answered_day != NULL, NULL);

  *answered_day = FASCIA_DAY_UNKNOWN;
  return g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
}

FasciaOperation *
fascia_db_set_answers (FasciaDb *db,
                       const FasciaConditionAnswer *answers,
                       guint n_answers,
                       gint32 answered_day,
                       GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (FasciaDbChange) change = fascia_db_change_new (db, FASCIA_OPERATION_SAFETY);
  if (!fascia_db_begin (db, error))
    return NULL;
  return fascia_db_finish_operation (db, fascia_db_change_commit (change, error));
}
