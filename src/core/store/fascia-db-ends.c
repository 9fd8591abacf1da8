/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No value lies outside the ends of its scale, whichever of the two is written. */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-items-private.h"
#include "fascia-db-own.h"

#define SLACK "step * " G_STRINGIFY (FASCIA_SCALE_SLACK)

/* 1, 0, or -1 with an error. */
static int
has_rows (FasciaDb *db, sqlite3_stmt *statement, GError **error)
{
  int row = fascia_db_step (db, statement, error);

  if (row > 0)
    sqlite3_reset (statement);
  return row;
}

/* Scales that come with the program, and those of a later version, are not judged here. */
static int
is_value_outside (FasciaDb *db, const FasciaRow *row, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT 1 FROM own_scale WHERE code = ?1 "
                           "AND NOT (?2 BETWEEN minimum - " SLACK " AND maximum + " SLACK ")",
                           error);

  if (statement == NULL)
    return -1;
  fascia_value_bind (&row->values[FASCIA_MEASUREMENT_ITEM], statement, 1);
  fascia_value_bind (&row->values[FASCIA_MEASUREMENT_VALUE], statement, 2);
  return has_rows (db, statement, error);
}

/* @old: (nullable): as @scale was: what had no room there either is no fault of @scale. */
static int
is_any_outside (FasciaDb *db, const FasciaRow *scale, const FasciaRow *old, GError **error)
{
  const FasciaRow *rows[] = { scale, old };
  sqlite3_stmt *statement
      = fascia_db_prepare (db,
                           "SELECT 1 FROM measurement WHERE item = ?1 "
                           "AND NOT (value BETWEEN ?2 AND ?3) "
                           "AND (?4 IS NULL OR value BETWEEN ?4 AND ?5) LIMIT 1",
                           error);

  if (statement == NULL)
    return -1;
  fascia_value_bind (&scale->values[FASCIA_SCALE_ROW_CODE], statement, 1);
  for (int i = 0; i < (int) G_N_ELEMENTS (rows) && rows[i] != NULL; i++)
    {
      const FasciaRow *row = rows[i];
      const double slack = row->values[FASCIA_SCALE_ROW_STEP].real * FASCIA_SCALE_SLACK;

      sqlite3_bind_double (statement, 2 + 2 * i,
                           row->values[FASCIA_SCALE_ROW_MINIMUM].real - slack);
      sqlite3_bind_double (statement, 3 + 2 * i,
                           row->values[FASCIA_SCALE_ROW_MAXIMUM].real + slack);
    }
  return has_rows (db, statement, error);
}

gboolean
fascia_db_check_ends (FasciaDb *db,
                      GPtrArray *before,
                      GPtrArray *after,
                      gboolean *fits,
                      GError **error)
{
  *fits = TRUE;
  for (guint i = 0; i < after->len && *fits; i++)
    {
      const FasciaRow *row = g_ptr_array_index (after, i);
      const FasciaRow *old = fascia_rows_find (before, row->table, fascia_row_get_id (row));
      int outside = 0;

      if (old != NULL && fascia_row_equal (old, row))
        continue;
      if (row->table == FASCIA_TABLE_MEASUREMENT)
        outside = is_value_outside (db, row, error);
      else if (row->table == FASCIA_TABLE_OWN_SCALE)
        outside = is_any_outside (db, row, old, error);
      if (outside < 0)
        return FALSE;
      *fits = outside == 0;
    }
  return TRUE;
}

gboolean
fascia_db_refuse_outside (FasciaDb *db, GPtrArray *before, GPtrArray *after, GError **error)
{
  gboolean fits;

  if (!fascia_db_check_ends (db, before, after, &fits, error))
    return FALSE;
  return fits || fascia_db_set_invalid (db, error, _ ("The scale does not have this value."));
}

void
fascia_scale_row_widen (FasciaRow *scale, double value)
{
  double minimum = scale->values[FASCIA_SCALE_ROW_MINIMUM].real;
  double maximum = scale->values[FASCIA_SCALE_ROW_MAXIMUM].real;
  double step = scale->values[FASCIA_SCALE_ROW_STEP].real;

  /* Steps are counted from the lower end: what was a value on the scale stays one. */
  if (value < minimum)
    minimum -= ceil ((minimum - value) / step - FASCIA_SCALE_SLACK) * step;
  else if (value > maximum)
    maximum += ceil ((value - maximum) / step - FASCIA_SCALE_SLACK) * step;
  while (isfinite (maximum - minimum) && (maximum - minimum) / step > FASCIA_SCALE_MAX_STEPS)
    step *= 10;
  fascia_row_set_double (scale, FASCIA_SCALE_ROW_MINIMUM, minimum);
  fascia_row_set_double (scale, FASCIA_SCALE_ROW_MAXIMUM, maximum);
  fascia_row_set_double (scale, FASCIA_SCALE_ROW_STEP, step);
}

gboolean
fascia_db_make_room (FasciaDb *db,
                     FasciaDbChange *change,
                     GPtrArray *before,
                     GPtrArray *after,
                     GError **error)
{
  g_autoptr (GPtrArray) scales = fascia_db_load_table (db, FASCIA_TABLE_OWN_SCALE, error);

  if (scales == NULL)
    return FALSE;
  g_autoptr (GPtrArray) wider = fascia_rows_copy (scales);
  for (guint i = 0; i < after->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (after, i);
      const FasciaRow *old = fascia_rows_find (before, row->table, fascia_row_get_id (row));

      if (row->table != FASCIA_TABLE_MEASUREMENT || (old != NULL && fascia_row_equal (old, row)))
        continue;
      int outside = is_value_outside (db, row, error);
      if (outside < 0)
        return FALSE;
      FasciaRow *scale
          = outside > 0 ? fascia_rows_find_code (wider, FASCIA_SCALE_ROW_CODE,
                                                 fascia_row_get_text (row, FASCIA_MEASUREMENT_ITEM))
                        : NULL;
      if (scale != NULL)
        fascia_scale_row_widen (fascia_rows_edit (wider, scale),
                                row->values[FASCIA_MEASUREMENT_VALUE].real);
    }
  return fascia_db_change_rows (change, scales, wider, error);
}
