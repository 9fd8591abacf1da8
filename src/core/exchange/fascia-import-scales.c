/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scales that come with a file, and those of the journal that its values are on: no value comes to
 * lie outside the ends of its scale.
 *
 * What is the same scale by its code is made wider. What only has the same name is the same scale
 * when the values that come lie between its ends; else it is another one, and gets another name. */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "../journal/fascia-items-private.h"
#include "../store/fascia-db-own.h"
#include "fascia-import-store-private.h"

/* ---- ends ---- */

static gboolean
is_below (const FasciaRow *scale, double value)
{
  return value < scale->values[FASCIA_SCALE_ROW_MINIMUM].real
                     - scale->values[FASCIA_SCALE_ROW_STEP].real * FASCIA_SCALE_SLACK;
}

static gboolean
is_above (const FasciaRow *scale, double value)
{
  return value > scale->values[FASCIA_SCALE_ROW_MAXIMUM].real
                     + scale->values[FASCIA_SCALE_ROW_STEP].real * FASCIA_SCALE_SLACK;
}

static gboolean
has_room (const FasciaRow *scale, const FasciaImportEnds *ends)
{
  return !is_below (scale, ends->minimum) && !is_above (scale, ends->maximum);
}

/* *@outside: the ends of the values that come and that @scale has no room for; it has for all: FALSE.
 * Entries that the journal has stay as they are there, and do not count. */
static gboolean
find_outside (FasciaImportWork *self,
              const FasciaRow *scale,
              const char *code,
              gboolean *is_outside,
              FasciaImportEnds *outside,
              GError **error)
{
  const FasciaImportEnds *all = g_hash_table_lookup (self->import->ends, code);

  *is_outside = FALSE;
  if (all == NULL || has_room (scale, all))
    return TRUE;
  for (guint i = 0; i < self->import->entries->len; i++)
    {
      const FasciaImportEntry *entry = g_ptr_array_index (self->import->entries, i);
      FasciaImportEnds ends;

      if (!fascia_import_entry_get_ends (entry, code, &ends) || has_room (scale, &ends))
        continue;
      int is_there = fascia_import_has_entry (self->db, entry, error);
      if (is_there < 0)
        return FALSE;
      if (is_there > 0)
        continue;
      if (!*is_outside)
        *outside = ends;
      outside->minimum = MIN (outside->minimum, ends.minimum);
      outside->maximum = MAX (outside->maximum, ends.maximum);
      *is_outside = TRUE;
    }
  return TRUE;
}

/* @record: (nullable): how the file says that the scale is: as wide as that at once. */
static void
widen (FasciaRow *scale, const FasciaImportEnds *ends, const FasciaRecordRow *record)
{
  if (is_below (scale, ends->minimum))
    {
      double end = record != NULL
                       ? fascia_record_row_get ((FasciaRecordRow *) record, "minimum")->real
                       : ends->minimum;

      fascia_scale_row_widen (scale, MIN (end, ends->minimum));
    }
  if (is_above (scale, ends->maximum))
    {
      double end = record != NULL
                       ? fascia_record_row_get ((FasciaRecordRow *) record, "maximum")->real
                       : ends->maximum;

      fascia_scale_row_widen (scale, MAX (end, ends->maximum));
    }
}

/* ---- names ---- */

void
fascia_import_call (GHashTable **names, const char *code, const char *here)
{
  if (*names == NULL)
    *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (*names, g_strdup (code), g_strdup (here));
}

static gboolean
is_called (const char *name, const char *folded)
{
  g_autofree char *other = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return g_strcmp0 (other, folded) == 0;
}

/* (nullable) Among the first @n. */
static FasciaRow *
find_by_name (FasciaImportWork *self, const char *name, guint n)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < n; i++)
    {
      FasciaRow *row = g_ptr_array_index (self->scales, i);

      if (is_called (fascia_row_get_text (row, FASCIA_SCALE_ROW_NAME), folded))
        return row;
    }
  return NULL;
}

/* (nullable) Of the journal. */
static FasciaRow *
find_by_code (FasciaImportWork *self, const char *code)
{
  for (guint i = 0; i < self->n_scales; i++)
    {
      FasciaRow *row = g_ptr_array_index (self->scales, i);

      if (g_strcmp0 (fascia_row_get_text (row, FASCIA_SCALE_ROW_CODE), code) == 0)
        return row;
    }
  return NULL;
}

static const GPtrArray *
get_records (FasciaImportWork *self)
{
  return self->import->wholes[FASCIA_RECORD_SCALE - FASCIA_N_ENTRY_RECORDS];
}

static gboolean
is_name_of_file (FasciaImportWork *self, const char *name)
{
  const GPtrArray *records = get_records (self);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < records->len; i++)
    if (is_called (fascia_record_row_get_text (g_ptr_array_index (records, i), "name"), folded))
      return TRUE;
  return FALSE;
}

/* (transfer full) One that neither the journal nor the file has. */
static char *
dup_free_name (FasciaImportWork *self, const char *name)
{
  for (guint i = 2;; i++)
    {
      /* Translators: a scale whose name is taken by another one: its name, and a number that tells
       * them apart, as in "Mood 2". */
      g_autofree char *numbered = g_strdup_printf (C_ ("scale", "%s %u"), name, i);

      if (find_by_name (self, numbered, self->scales->len) == NULL
          && !is_name_of_file (self, numbered))
        return g_steal_pointer (&numbered);
    }
}

/* ---- scales ---- */

/* Values may have been there before their scale. */
static gboolean
make_room_for_journal (FasciaImportWork *self,
                       FasciaRow *row,
                       const FasciaRecordRow *record,
                       GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (
      self->db, "SELECT min (value), max (value) FROM measurement WHERE item = ?1", error);

  if (statement == NULL)
    return FALSE;
  fascia_value_bind (&row->values[FASCIA_SCALE_ROW_CODE], statement, 1);
  int found = fascia_db_step (self->db, statement, error);
  if (found <= 0)
    return found == 0;
  if (sqlite3_column_type (statement, 0) != SQLITE_NULL)
    {
      const FasciaImportEnds ends
          = { sqlite3_column_double (statement, 0), sqlite3_column_double (statement, 1) };

      widen (row, &ends, record);
    }
  sqlite3_reset (statement);
  return TRUE;
}

gboolean
fascia_import_find_scale (FasciaImportWork *self,
                          const FasciaRecordRow *record,
                          FasciaRow **row,
                          GError **error)
{
  const char *code = fascia_record_row_get_text (record, "code");
  const char *name = fascia_record_row_get_text (record, "name");
  const FasciaRow *namesake
      = self->import->is_foreign ? find_by_name (self, name, self->n_scales) : NULL;
  gboolean is_outside = FALSE;
  FasciaImportEnds outside;

  *row = NULL;
  if (namesake != NULL)
    fascia_import_call (&self->names, code, fascia_row_get_text (namesake, FASCIA_SCALE_ROW_CODE));
  if (find_by_code (self, code) != NULL)
    return TRUE;
  if (namesake != NULL && !find_outside (self, namesake, code, &is_outside, &outside, error))
    return FALSE;
  if (namesake != NULL && !is_outside)
    {
      fascia_import_call (&self->codes, code,
                          fascia_row_get_text (namesake, FASCIA_SCALE_ROW_CODE));
      return TRUE;
    }
  g_autoptr (FasciaRow) made
      = fascia_import_whole_to_row (record, &self->columns, self->change != NULL ? self->db : NULL);
  if (namesake != NULL)
    {
      g_autofree char *numbered = dup_free_name (self, name);

      fascia_row_set_text (made, FASCIA_SCALE_ROW_NAME, numbered);
    }
  if (!make_room_for_journal (self, made, record, error))
    return FALSE;
  *row = made;
  g_ptr_array_add (self->scales, g_steal_pointer (&made));
  return TRUE;
}

static gboolean
widen_scale (FasciaImportWork *self, FasciaRow *scale, GError **error)
{
  const char *code = fascia_row_get_text (scale, FASCIA_SCALE_ROW_CODE);
  const GPtrArray *records = get_records (self);
  const FasciaRecordRow *record = NULL;
  gboolean is_outside;
  FasciaImportEnds outside;

  if (!find_outside (self, scale, code, &is_outside, &outside, error))
    return FALSE;
  if (!is_outside)
    return TRUE;
  for (guint i = 0; i < records->len && record == NULL; i++)
    if (g_strcmp0 (fascia_record_row_get_text (g_ptr_array_index (records, i), "code"), code) == 0)
      record = g_ptr_array_index (records, i);

  g_autoptr (GPtrArray) before = fascia_rows_new ();
  g_ptr_array_add (before, fascia_row_ref (scale));
  g_autoptr (GPtrArray) after = fascia_rows_copy (before);
  widen (fascia_rows_edit (after, scale), &outside, record);
  return fascia_db_change_rows (self->change, before, after, error);
}

gboolean
fascia_import_widen_scales (FasciaImportWork *self, GError **error)
{
  for (guint i = 0; self->change != NULL && i < self->n_scales; i++)
    if (!widen_scale (self, g_ptr_array_index (self->scales, i), error))
      return FALSE;
  return TRUE;
}
