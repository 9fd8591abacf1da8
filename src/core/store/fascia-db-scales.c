/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scales of the person: made, changed, merged. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../journal/fascia-items-private.h"
#include "../journal/fascia-tags-private.h"
#include "fascia-db-change.h"
#include "fascia-db-own.h"

/* ---- reading ---- */

static void
get_scale (const FasciaRow *row, FasciaOwnScale *scale)
{
  const FasciaValue *better = &row->values[FASCIA_SCALE_ROW_BETTER];

  *scale = (FasciaOwnScale) {
    .code = fascia_row_get_text (row, FASCIA_SCALE_ROW_CODE),
    .name = fascia_row_get_text (row, FASCIA_SCALE_ROW_NAME),
    .minimum = row->values[FASCIA_SCALE_ROW_MINIMUM].real,
    .maximum = row->values[FASCIA_SCALE_ROW_MAXIMUM].real,
    .step = row->values[FASCIA_SCALE_ROW_STEP].real,
    .unit = fascia_row_get_text (row, FASCIA_SCALE_ROW_UNIT),
    .low_label = fascia_row_get_text (row, FASCIA_SCALE_ROW_LOW_LABEL),
    .high_label = fascia_row_get_text (row, FASCIA_SCALE_ROW_HIGH_LABEL),
    .better = better->type == SQLITE_INTEGER ? better->integer != 0 : -1,
    .is_hidden = row->values[FASCIA_SCALE_ROW_HIDDEN].integer != 0,
  };
}

static FasciaItems *
read_items (GPtrArray *rows, GError **error)
{
  FasciaItems *items = fascia_items_new (error);

  for (guint i = 0; items != NULL && i < rows->len; i++)
    {
      FasciaOwnScale scale;

      get_scale (g_ptr_array_index (rows, i), &scale);
      if (scale.code != NULL && scale.name != NULL)
        fascia_items_put_own (items, &scale);
    }
  return items;
}

FasciaItems *
fascia_db_load_items (FasciaDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GPtrArray) rows = fascia_db_load_table (db, FASCIA_TABLE_OWN_SCALE, error);
  return rows != NULL ? read_items (rows, error) : NULL;
}

/* ---- what all changes share ---- */

typedef struct
{
  FasciaDb *db;
  FasciaDbChange *writes;
  FasciaItems *items;
  GPtrArray *rows; /* of the table of own scales, as they are to be */
  const FasciaOwnScale *scale;
  const char *code;
  const char *into;
  char *changed; /* code of the scale made or changed */
} Work;

typedef gboolean (*WorkFunc) (Work *work, GError **error);

static FasciaOperation *
change_in_transaction (Work *work, WorkFunc func, GError **error)
{
  FasciaDb *db = work->db;
  g_autoptr (FasciaDbChange) writes = fascia_db_change_new (db, FASCIA_OPERATION_ITEMS);
  g_autoptr (GPtrArray) before = fascia_db_load_table (db, FASCIA_TABLE_OWN_SCALE, error);

  if (before == NULL)
    return NULL;
  g_autoptr (FasciaItems) items = read_items (before, error);
  if (items == NULL)
    return NULL;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  work->writes = writes;
  work->items = items;
  work->rows = after;
  if (!func (work, error))
    return NULL;
  fascia_rows_sort (after);
  return fascia_db_change_rows (writes, before, after, error)
             ? fascia_db_change_commit (writes, error)
             : NULL;
}

static FasciaOperation *
change_scales (Work *work, WorkFunc func, GError **error)
{
  if (!fascia_db_begin (work->db, error))
    return NULL;
  return fascia_db_finish_operation (work->db, change_in_transaction (work, func, error));
}

/* (nullable) The row of an own scale. */
static FasciaRow *
find_row (Work *work, GError **error)
{
  FasciaRow *row = fascia_rows_find_code (work->rows, FASCIA_SCALE_ROW_CODE, work->code);

  if (row == NULL)
    fascia_db_set_invalid (work->db, error, _ ("There is no such scale of your own."));
  return row;
}

/* ---- made and changed ---- */

static gboolean
is_name_taken (Work *work, const char *name, const char *code)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < fascia_items_get_n (work->items); i++)
    {
      const FasciaItem *item = fascia_items_get (work->items, i);
      g_autofree char *folded = g_utf8_casefold (fascia_item_get_name (item), -1);

      if (g_str_equal (folded, wanted) && g_strcmp0 (fascia_item_get_code (item), code) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Between the ends of @row there lie all values that there are, but for those that had no room in
 * @old. */
static gboolean
check_room (Work *work, FasciaRow *old, FasciaRow *row, GError **error)
{
  g_autoptr (GPtrArray) before = fascia_rows_new ();
  g_autoptr (GPtrArray) after = fascia_rows_new ();
  gboolean has_room;

  if (old != NULL)
    g_ptr_array_add (before, fascia_row_ref (old));
  g_ptr_array_add (after, fascia_row_ref (row));
  if (!fascia_db_check_ends (work->db, before, after, &has_room, error))
    return FALSE;
  return has_room
         || fascia_db_set_invalid (
             work->db, error,
             _ ("The journal has values outside these ends. Values are never thrown away."));
}

static void
set_label (FasciaRow *row, guint column, const char *text)
{
  g_autofree char *clean = fascia_name_dup_clean (text);

  fascia_row_set_text (row, column, clean);
}

/* (nullable) Ends that are not changed are no fault: an import may have brought values farther than
 * a person can say. */
static const char *
find_fault (const FasciaOwnScale *scale, const FasciaRow *old)
{
  FasciaOwnScale judged = *scale;

  if (old != NULL && scale->minimum == old->values[FASCIA_SCALE_ROW_MINIMUM].real
      && scale->maximum == old->values[FASCIA_SCALE_ROW_MAXIMUM].real
      && scale->step == old->values[FASCIA_SCALE_ROW_STEP].real)
    {
      judged.minimum = 0;
      judged.maximum = judged.step = 1;
    }
  return fascia_own_scale_find_fault (&judged);
}

static gboolean
put (Work *work, GError **error)
{
  const FasciaOwnScale *scale = work->scale;
  g_autoptr (FasciaRow) old = NULL;
  FasciaRow *row = NULL;

  if (scale->code != NULL)
    {
      row = find_row (work, error);
      if (row == NULL)
        return FALSE;
      old = fascia_row_ref (row);
    }
  const char *fault = find_fault (scale, old);
  if (fault != NULL)
    return fascia_db_set_invalid (work->db, error, fault);
  g_autofree char *name = fascia_name_dup_clean (scale->name);
  if (is_name_taken (work, name, scale->code))
    return fascia_db_set_invalid (work->db, error, _ ("Something of that name is there already."));
  if (old != NULL)
    row = fascia_rows_edit (work->rows, row);
  else
    {
      row = fascia_row_new (work->db, FASCIA_TABLE_OWN_SCALE);
      fascia_db_make_own_row (work->db, row, FASCIA_SCALE_ROW_UID, FASCIA_SCALE_ROW_CODE);
      g_ptr_array_add (work->rows, row);
    }
  fascia_row_set_text (row, FASCIA_SCALE_ROW_NAME, name);
  fascia_row_set_double (row, FASCIA_SCALE_ROW_MINIMUM, scale->minimum);
  fascia_row_set_double (row, FASCIA_SCALE_ROW_MAXIMUM, scale->maximum);
  fascia_row_set_double (row, FASCIA_SCALE_ROW_STEP, scale->step);
  set_label (row, FASCIA_SCALE_ROW_UNIT, scale->unit);
  set_label (row, FASCIA_SCALE_ROW_LOW_LABEL, scale->low_label);
  set_label (row, FASCIA_SCALE_ROW_HIGH_LABEL, scale->high_label);
  if (scale->better == 0 || scale->better == 1)
    fascia_row_set_int64 (row, FASCIA_SCALE_ROW_BETTER, scale->better);
  else
    fascia_row_set_null (row, FASCIA_SCALE_ROW_BETTER);
  fascia_row_set_int64 (row, FASCIA_SCALE_ROW_HIDDEN, scale->is_hidden != FALSE);
  if (!check_room (work, old, row, error))
    return FALSE;
  work->changed = g_strdup (fascia_row_get_text (row, FASCIA_SCALE_ROW_CODE));
  return TRUE;
}

FasciaOperation *
fascia_db_put_scale (FasciaDb *db, const FasciaOwnScale *scale, char **code, GError **error)
{
  g_return_val_if_fail (db != NULL && scale != NULL, NULL);

  Work work = { .db = db, .scale = scale, .code = scale->code };
  FasciaOperation *operation = change_scales (&work, put, error);
  g_autofree char *changed = work.changed;
  if (code != NULL)
    *code = operation != NULL ? g_steal_pointer (&changed) : NULL;
  return operation;
}

/* ---- merged ---- */

static FasciaRow *
find_measurement (GPtrArray *rows, const char *item, const FasciaValue *side)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_MEASUREMENT
          && g_strcmp0 (fascia_row_get_text (row, FASCIA_MEASUREMENT_ITEM), item) == 0
          && (side == NULL || fascia_value_equal (&row->values[FASCIA_MEASUREMENT_SIDE], side)))
        return row;
    }
  return NULL;
}

static gboolean
merge_in_entry (Work *work, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) before = fascia_db_load_rows_by_id (work->db, id, error);
  const char *unit = fascia_item_get_unit_c (fascia_items_lookup (work->items, work->into));
  FasciaRow *row;

  if (before == NULL)
    return FALSE;
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  while ((row = find_measurement (after, work->code, NULL)) != NULL)
    {
      FasciaRow *other
          = find_measurement (after, work->into, &row->values[FASCIA_MEASUREMENT_SIDE]);

      if (other == NULL)
        {
          row = fascia_rows_edit (after, row);
          fascia_row_set_text (row, FASCIA_MEASUREMENT_ITEM, work->into);
          fascia_row_set_text (row, FASCIA_MEASUREMENT_UNIT, unit);
        }
      else if (fascia_value_equal (&row->values[FASCIA_MEASUREMENT_VALUE],
                                   &other->values[FASCIA_MEASUREMENT_VALUE]))
        g_ptr_array_remove (after, row);
      else
        return fascia_db_set_invalid (
            work->db, error,
            _ ("An entry has different values on both scales. Values are never thrown away."));
    }
  return fascia_db_change_rows (work->writes, before, after, error);
}

static gboolean
merge (Work *work, GError **error)
{
  FasciaRow *row = find_row (work, error);
  const FasciaItem *into = fascia_items_lookup (work->items, work->into);
  FasciaOwnScale scale;

  if (row == NULL)
    return FALSE;
  get_scale (row, &scale);
  if (into == NULL || fascia_item_get_type_of (into) != FASCIA_ITEM_NUMBER
      || g_str_equal (work->code, work->into) || fascia_item_get_minimum (into) < scale.minimum
      || fascia_item_get_minimum (into) > scale.minimum
      || fascia_item_get_maximum (into) < scale.maximum
      || fascia_item_get_maximum (into) > scale.maximum
      || g_strcmp0 (fascia_item_get_unit_c (into), scale.unit) != 0)
    return fascia_db_set_invalid (
        work->db, error, _ ("A scale is merged with another one of the same ends and unit."));
  g_autoptr (GArray) entries = fascia_db_find_entries (
      work->db, "SELECT DISTINCT entry_id FROM measurement WHERE item = ?1", work->code, error);
  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!merge_in_entry (work, g_array_index (entries, gint64, i), error))
      return FALSE;
  g_ptr_array_remove (work->rows, row);
  return TRUE;
}

FasciaOperation *
fascia_db_merge_scale (FasciaDb *db, const char *code, const char *into, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL && into != NULL, NULL);

  Work work = { .db = db, .code = code, .into = into };
  return change_scales (&work, merge, error);
}

/* ---- deleted ---- */

static gboolean
delete_scale (Work *work, GError **error)
{
  FasciaRow *row = find_row (work, error);

  if (row == NULL)
    return FALSE;
  gint64 count = fascia_db_count_code (work->db, "SELECT count(*) FROM measurement WHERE item = ?1",
                                       work->code, error);
  if (count < 0)
    return FALSE;
  if (count > 0)
    return fascia_db_set_invalid (
        work->db, error,
        _ ("A scale that has values cannot be deleted. Hide it, or merge it with another one."));
  g_ptr_array_remove (work->rows, row);
  return TRUE;
}

FasciaOperation *
fascia_db_delete_scale (FasciaDb *db, const char *code, GError **error)
{
  g_return_val_if_fail (db != NULL && code != NULL, NULL);

  Work work = { .db = db, .code = code };
  return change_scales (&work, delete_scale, error);
}
