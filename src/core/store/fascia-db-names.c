/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries by the beginning of their name, as a person types it. */

#include "config.h"

#include "fascia-db-names.h"

#include <string.h>

#include "fascia-db-private.h"

/* The first and the last name that begin so. */
static void
get_range (const FasciaUid *name, guint n_digits, FasciaUid *first, FasciaUid *last)
{
  for (guint i = 0; i < FASCIA_NAME_DIGITS; i++)
    {
      guint8 mask = i % 2 == 0 ? 0xf0 : 0x0f;
      guint8 bits = i < n_digits ? name->bytes[i / 2] & mask : 0;

      if (i % 2 == 0)
        first->bytes[i / 2] = last->bytes[i / 2] = 0;
      first->bytes[i / 2] |= bits;
      last->bytes[i / 2] |= i < n_digits ? bits : mask;
    }
}

static gboolean
read_name (sqlite3_stmt *statement, FasciaUid *name)
{
  if (sqlite3_column_bytes (statement, 0) != sizeof name->bytes)
    return FALSE;
  memcpy (name->bytes, sqlite3_column_blob (statement, 0), sizeof name->bytes);
  return TRUE;
}

GArray *
fascia_db_find_names (FasciaDb *db,
                      const FasciaUid *name,
                      guint n_digits,
                      guint limit,
                      GError **error)
{
  g_return_val_if_fail (db != NULL && name != NULL, NULL);

  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT uid FROM entry WHERE uid BETWEEN ?1 AND ?2 ORDER BY uid LIMIT ?3", error);
  if (statement == NULL)
    return NULL;

  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (FasciaUid));
  FasciaUid first, last;
  int row;

  get_range (name, n_digits, &first, &last);
  sqlite3_bind_blob (statement, 1, first.bytes, sizeof first.bytes, SQLITE_TRANSIENT);
  sqlite3_bind_blob (statement, 2, last.bytes, sizeof last.bytes, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, limit);
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      FasciaUid found;

      if (read_name (statement, &found))
        g_array_append_val (names, found);
    }
  return row == 0 ? g_steal_pointer (&names) : NULL;
}

/* How many digits both begin with. */
static guint
count_common (const FasciaUid *a, const FasciaUid *b)
{
  for (guint i = 0; i < sizeof a->bytes; i++)
    if (a->bytes[i] != b->bytes[i])
      return 2 * i + ((a->bytes[i] ^ b->bytes[i]) < 0x10 ? 1 : 0);
  return FASCIA_NAME_DIGITS;
}

/* *@n_common: with the nearest name that the statement finds. */
static gboolean
compare_nearest (FasciaDb *db,
                 sqlite3_stmt *statement,
                 const FasciaUid *name,
                 guint *n_common,
                 GError **error)
{
  FasciaUid other;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_blob (statement, 1, name->bytes, sizeof name->bytes, SQLITE_TRANSIENT);
  int row = fascia_db_step (db, statement, error);
  if (row > 0 && read_name (statement, &other))
    *n_common = MAX (*n_common, count_common (name, &other));
  sqlite3_reset (statement);
  return row >= 0;
}

guint
fascia_db_measure_name (FasciaDb *db, const FasciaUid *name, GError **error)
{
  guint n_common = 0;

  g_return_val_if_fail (db != NULL && name != NULL, 0);

  /* The names that are like it most are those beside it. */
  sqlite3_stmt *before = fascia_db_prepare (
      db, "SELECT uid FROM entry WHERE uid < ?1 ORDER BY uid DESC LIMIT 1", error);
  if (!compare_nearest (db, before, name, &n_common, error))
    return 0;
  sqlite3_stmt *after
      = fascia_db_prepare (db, "SELECT uid FROM entry WHERE uid > ?1 ORDER BY uid LIMIT 1", error);
  if (!compare_nearest (db, after, name, &n_common, error))
    return 0;
  return MIN (n_common + 1, FASCIA_NAME_DIGITS);
}
