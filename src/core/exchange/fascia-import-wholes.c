/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read and belongs to no entry, into the journal: tags, scales, answers, preferences. */

#include "config.h"

#include "fascia-import-store-private.h"

/* *@code: (nullable) (transfer full): of the tag that the journal calls so. */
static gboolean
find_tag_by_name (FasciaDb *db, const char *name, char **code, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "SELECT code, name FROM tag WHERE name IS NOT NULL ORDER BY id", error);
  int row = -1;

  *code = NULL;
  if (statement == NULL)
    return FALSE;
  while ((row = fascia_db_step (db, statement, error)) > 0)
    {
      const char *other = (const char *) sqlite3_column_text (statement, 1);
      g_autofree char *other_folded = other != NULL ? g_utf8_casefold (other, -1) : NULL;

      if (g_strcmp0 (folded, other_folded) == 0)
        {
          *code = g_strdup ((const char *) sqlite3_column_text (statement, 0));
          sqlite3_reset (statement);
          return TRUE;
        }
    }
  return row == 0;
}

/* Whether the journal has it: by code, or a tag, as another program called it, by name. */
static gboolean
find_whole (FasciaImportWork *self, const FasciaRecordRow *row, gboolean *is_there, GError **error)
{
  static const char *const by_key[]
      = { "SELECT 1 FROM tag WHERE code = ?1", "SELECT 1 FROM own_scale WHERE code = ?1",
          "SELECT 1 FROM condition WHERE uid = ?1", "SELECT 1 FROM setting WHERE key = ?1" };
  static const char *const keys[] = { "code", "code", "uid", "key" };
  guint i = row->kind - FASCIA_N_ENTRY_RECORDS;
  const FasciaValue *key = fascia_record_row_get ((FasciaRecordRow *) row, keys[i]);
  int found = fascia_import_exists (self->db, by_key[i], key, error);

  *is_there = found > 0;
  if (found != 0 || !self->import->is_foreign || row->kind != FASCIA_RECORD_TAG)
    return found >= 0;

  g_autofree char *code = NULL;
  if (!find_tag_by_name (self->db, fascia_record_row_get_text (row, "name"), &code, error))
    return FALSE;
  if (code == NULL)
    return TRUE;
  *is_there = TRUE;
  fascia_import_call (&self->codes, key->bytes, code);
  fascia_import_call (&self->names, key->bytes, code);
  return TRUE;
}

/* What is there again is no longer deleted. */
static gboolean
remove_tombstone (FasciaDb *db, const FasciaRecordRow *row, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, "DELETE FROM tombstone WHERE uid = ?1", error);

  if (statement == NULL)
    return FALSE;
  fascia_value_bind (fascia_record_row_get ((FasciaRecordRow *) row, "uid"), statement, 1);
  return fascia_db_run (db, statement, error);
}

static gboolean
insert_condition (FasciaImportWork *self, const FasciaRecordRow *row, gint64 stamp, GError **error)
{
  static const char *const names[] = { "uid", "code", "region", "since", "cleared", "answered" };
  FasciaDb *db = self->db;
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      "INSERT INTO condition (uid, code, region, since_day, cleared_day, answered_ms, stamp, "
      "origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fascia_value_bind (fascia_record_row_get ((FasciaRecordRow *) row, names[i]), statement,
                       (int) i + 1);
  sqlite3_bind_int64 (statement, 7, stamp);
  sqlite3_bind_int64 (statement, 8, db->origin);
  return fascia_db_run (db, statement, error)
         && fascia_db_change_add_whole (self->change, FASCIA_WHOLE_CONDITION,
                                        sqlite3_last_insert_rowid (db->sql), stamp, error)
         && remove_tombstone (db, row, error);
}

static gboolean
insert_setting (FasciaImportWork *self, const FasciaRecordRow *row, gint64 stamp, GError **error)
{
  FasciaDb *db = self->db;
  sqlite3_stmt *statement = fascia_db_prepare (
      db, "INSERT INTO setting (key, value, stamp, origin) VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;
  fascia_value_bind (fascia_record_row_get ((FasciaRecordRow *) row, "key"), statement, 1);
  fascia_value_bind (fascia_record_row_get ((FasciaRecordRow *) row, "value"), statement, 2);
  sqlite3_bind_int64 (statement, 3, stamp);
  sqlite3_bind_int64 (statement, 4, db->origin);
  return fascia_db_run (db, statement, error)
         && fascia_db_change_add_whole (self->change, FASCIA_WHOLE_SETTING,
                                        sqlite3_last_insert_rowid (db->sql), stamp, error);
}

/* @row: of a tag or a scale. */
static gboolean
insert_listed (FasciaImportWork *self, FasciaRow *row, GError **error)
{
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();
  g_autoptr (GPtrArray) rows = fascia_rows_new ();

  g_ptr_array_add (rows, fascia_row_ref (row));
  return fascia_import_make_names_free (self->db, rows, fascia_clock_now_ms (self->db->clock),
                                        error)
         && fascia_db_change_rows (self->change, nothing, rows, error);
}

static gboolean
do_tag (FasciaImportWork *self, const FasciaRecordRow *record, GError **error)
{
  gboolean is_there;

  if (!find_whole (self, record, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  self->plan.n_tags++;
  if (self->change == NULL)
    return TRUE;
  g_autoptr (FasciaRow) row = fascia_import_whole_to_row (record, &self->columns, self->db);
  return insert_listed (self, row, error);
}

static gboolean
do_scale (FasciaImportWork *self, const FasciaRecordRow *record, GError **error)
{
  FasciaRow *row;

  if (!fascia_import_find_scale (self, record, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  self->plan.n_tags++;
  return self->change == NULL || insert_listed (self, row, error);
}

/* An answer or a preference. */
static gboolean
do_setting (FasciaImportWork *self, const FasciaRecordRow *record, gint64 stamp, GError **error)
{
  gboolean is_there;

  if (!find_whole (self, record, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  self->plan.n_settings++;
  if (self->change == NULL)
    return TRUE;
  return record->kind == FASCIA_RECORD_CONDITION ? insert_condition (self, record, stamp, error)
                                                 : insert_setting (self, record, stamp, error);
}

gboolean
fascia_import_do_wholes (FasciaImportWork *self, GError **error)
{
  gint64 stamp = self->change != NULL ? fascia_db_next_stamp (self->db) : 0;

  self->scales = fascia_db_load_table (self->db, FASCIA_TABLE_OWN_SCALE, error);
  if (self->scales == NULL)
    return FALSE;
  self->n_scales = self->scales->len;
  for (guint i = 0; i < FASCIA_IMPORT_N_WHOLES; i++)
    for (guint j = 0; j < self->import->wholes[i]->len; j++)
      {
        const FasciaRecordRow *record = g_ptr_array_index (self->import->wholes[i], j);
        gboolean is_done;

        if (record->kind == FASCIA_RECORD_TAG)
          is_done = do_tag (self, record, error);
        else if (record->kind == FASCIA_RECORD_SCALE)
          is_done = do_scale (self, record, error);
        else
          is_done = do_setting (self, record, stamp, error);
        if (!is_done)
          return FALSE;
      }
  return fascia_import_widen_scales (self, error);
}
