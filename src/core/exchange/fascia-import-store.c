/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read, into the journal: all of it in one operation, or nothing. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../store/fascia-db-change.h"
#include "../store/fascia-db-tables.h"
#include "fascia-import-private.h"

/* How often it is asked whether somebody cancelled. */
#define CANCEL_EVERY 64

typedef struct
{
  FasciaDb *db;
  const FasciaImport *import;
  guint next; /* entry */
  FasciaImportColumns columns;
  GHashTable *codes; /* (nullable) of the file → of the journal, where they differ */
  FasciaImportPlan plan;
  FasciaDbChange *change; /* NULL: only a plan */
  GCancellable *cancellable;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->change, fascia_db_change_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* ---- what is there already ---- */

static const char *const find_uid[FASCIA_N_TABLES] = {
  [FASCIA_TABLE_ENTRY] = "SELECT 1 FROM entry WHERE uid = ?1",
  [FASCIA_TABLE_MARK] = "SELECT 1 FROM mark WHERE uid = ?1",
  [FASCIA_TABLE_MEASUREMENT] = "SELECT 1 FROM measurement WHERE uid = ?1",
  [FASCIA_TABLE_SESSION] = "SELECT 1 FROM session WHERE uid = ?1",
  [FASCIA_TABLE_SESSION_STEP] = "SELECT 1 FROM session_step WHERE uid = ?1",
  [FASCIA_TABLE_VISIT] = "SELECT 1 FROM visit WHERE uid = ?1",
  [FASCIA_TABLE_EXERCISE] = "SELECT 1 FROM exercise WHERE uid = ?1",
  [FASCIA_TABLE_TREATMENT] = "SELECT 1 FROM treatment WHERE uid = ?1",
  [FASCIA_TABLE_EVENT] = "SELECT 1 FROM event WHERE uid = ?1",
  [FASCIA_TABLE_DRAWING] = "SELECT 1 FROM drawing WHERE uid = ?1",
  [FASCIA_TABLE_SPREAD] = "SELECT 1 FROM spread WHERE uid = ?1",
  [FASCIA_TABLE_TAG] = "SELECT 1 FROM tag WHERE uid = ?1",
  [FASCIA_TABLE_OWN_SCALE] = "SELECT 1 FROM own_scale WHERE uid = ?1",
};

/* 1, 0, or -1 with an error. */
static int
exists (FasciaDb *db, const char *sql, const FasciaValue *value, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (db, sql, error);

  if (statement == NULL)
    return -1;
  fascia_value_bind (value, statement, 1);
  int row = fascia_db_step (db, statement, error);
  if (row > 0)
    sqlite3_reset (statement);
  return row;
}

/* A name that something else in the journal has is left to it. */
static gboolean
make_names_free (FasciaDb *db, GPtrArray *rows, gint64 utc_ms, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);
      guint column = fascia_table_get_info (row->table)->uid_column;
      FasciaUid uid;

      if (column == 0 || row->table == FASCIA_TABLE_ENTRY)
        continue;
      int is_taken = exists (db, find_uid[row->table], &row->values[column], error);
      if (is_taken < 0)
        return FALSE;
      if (is_taken == 0)
        continue;
      fascia_db_make_uid (db, utc_ms, &uid);
      fascia_row_set_uid (row, column, &uid);
    }
  return TRUE;
}

/* ---- tags and scales ---- */

/* (nullable) (transfer full) The code under which the journal has that name; NULL without an error
 * when it has none. */
static gboolean
find_by_name (FasciaDb *db, FasciaRecordKind kind, const char *name, char **code, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  sqlite3_stmt *statement = fascia_db_prepare (
      db,
      kind == FASCIA_RECORD_TAG ? "SELECT code, name FROM tag WHERE name IS NOT NULL ORDER BY id"
                                : "SELECT code, name FROM own_scale ORDER BY id",
      error);
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

/* Whether the journal has it: by code, or, what another program called so, by name. */
static gboolean
find_whole (Work *self, const FasciaRecordRow *row, gboolean *is_there, GError **error)
{
  static const char *const by_key[]
      = { "SELECT 1 FROM tag WHERE code = ?1", "SELECT 1 FROM own_scale WHERE code = ?1",
          "SELECT 1 FROM condition WHERE uid = ?1", "SELECT 1 FROM setting WHERE key = ?1" };
  static const char *const keys[] = { "code", "code", "uid", "key" };
  guint i = row->kind - FASCIA_N_ENTRY_RECORDS;
  const FasciaValue *key = fascia_record_row_get ((FasciaRecordRow *) row, keys[i]);
  int found = exists (self->db, by_key[i], key, error);

  *is_there = found > 0;
  if (found != 0 || !self->import->is_foreign)
    return found >= 0;

  g_autofree char *code = NULL;
  if (!find_by_name (self->db, row->kind, fascia_record_row_get_text (row, "name"), &code, error))
    return FALSE;
  if (code == NULL)
    return TRUE;
  *is_there = TRUE;
  if (self->codes == NULL)
    self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->codes, g_strdup (key->bytes), g_steal_pointer (&code));
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
insert_condition (Work *self, const FasciaRecordRow *row, gint64 stamp, GError **error)
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
insert_setting (Work *self, const FasciaRecordRow *row, gint64 stamp, GError **error)
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

static gboolean
insert_listed (Work *self, const FasciaRecordRow *row, GError **error)
{
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();
  g_autoptr (GPtrArray) rows = fascia_rows_new ();

  g_ptr_array_add (rows, fascia_import_whole_to_row (row, &self->columns, self->db));
  return make_names_free (self->db, rows, fascia_clock_now_ms (self->db->clock), error)
         && fascia_db_change_rows (self->change, nothing, rows, error);
}

static gboolean
do_wholes (Work *self, GError **error)
{
  gint64 stamp = self->change != NULL ? fascia_db_next_stamp (self->db) : 0;

  for (guint i = 0; i < FASCIA_IMPORT_N_WHOLES; i++)
    for (guint j = 0; j < self->import->wholes[i]->len; j++)
      {
        const FasciaRecordRow *row = g_ptr_array_index (self->import->wholes[i], j);
        gboolean is_listed = row->kind == FASCIA_RECORD_TAG || row->kind == FASCIA_RECORD_SCALE;
        gboolean is_there, is_written = TRUE;

        if (!find_whole (self, row, &is_there, error))
          return FALSE;
        if (is_there)
          continue;
        if (is_listed)
          self->plan.n_tags++;
        else
          self->plan.n_settings++;
        if (self->change == NULL)
          continue;
        if (is_listed)
          is_written = insert_listed (self, row, error);
        else if (row->kind == FASCIA_RECORD_CONDITION)
          is_written = insert_condition (self, row, stamp, error);
        else
          is_written = insert_setting (self, row, stamp, error);
        if (!is_written)
          return FALSE;
      }
  return TRUE;
}

/* ---- entries ---- */

static gboolean
compare_with_journal (Work *self, const FasciaImportEntry *entry, GError **error)
{
  const FasciaValue *uid = fascia_record_row_get (g_ptr_array_index (entry->rows, 0), "uid");
  guint8 here[FASCIA_DIGEST_SIZE], there[FASCIA_DIGEST_SIZE];
  int version = fascia_db_get_digest_version (self->db);
  FasciaUid name;

  memcpy (name.bytes, uid->bytes, sizeof name.bytes);
  g_autoptr (GPtrArray) rows = fascia_db_load_rows (self->db, &name, error);
  if (rows == NULL)
    return FALSE;
  g_autoptr (GPtrArray) other
      = fascia_import_entry_to_rows (entry, &self->columns, NULL, self->codes);
  fascia_rows_digest (rows, version, here);
  fascia_rows_digest (other, version, there);
  if (memcmp (here, there, sizeof here) == 0)
    self->plan.n_same++;
  else
    self->plan.n_different++;
  return TRUE;
}

static gboolean
insert_entry (Work *self, const FasciaImportEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();
  g_autoptr (GPtrArray) rows
      = fascia_import_entry_to_rows (entry, &self->columns, self->db, self->codes);
  gint64 utc_ms = fascia_record_row_get_int64 (g_ptr_array_index (entry->rows, 0), "time", 0);

  return make_names_free (self->db, rows, utc_ms, error)
         && fascia_db_change_rows (self->change, nothing, rows, error);
}

/* About @n_entries more. */
static gboolean
do_entries (Work *self, guint n_entries, GError **error)
{
  guint end = MIN (n_entries, self->import->entries->len - self->next) + self->next;

  for (; self->next < end; self->next++)
    {
      const FasciaImportEntry *entry = g_ptr_array_index (self->import->entries, self->next);
      const FasciaValue *uid = fascia_record_row_get (g_ptr_array_index (entry->rows, 0), "uid");

      if (self->next % CANCEL_EVERY == 0
          && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      int is_there = exists (self->db, find_uid[FASCIA_TABLE_ENTRY], uid, error);
      if (is_there < 0)
        return FALSE;
      if (is_there > 0)
        {
          if (!compare_with_journal (self, entry, error))
            return FALSE;
          continue;
        }
      self->plan.n_new++;
      if (self->change != NULL && !insert_entry (self, entry, error))
        return FALSE;
    }
  return TRUE;
}

static void
work_init (Work *self, FasciaDb *db, const FasciaImport *import)
{
  *self = (Work) { .db = db, .import = import };
  self->plan.n_bad = import->n_bad;
  fascia_import_columns_init (&self->columns);
}

/* ---- the plan ---- */

struct _FasciaImportPlanner
{
  Work work;
  FasciaImport *import;
  gboolean has_wholes;
};

FasciaImportPlanner *
fascia_import_planner_new (FasciaImport *import)
{
  FasciaImportPlanner *self = g_new0 (FasciaImportPlanner, 1);

  self->import = fascia_import_ref (import);
  work_init (&self->work, NULL, import);
  return self;
}

void
fascia_import_planner_free (FasciaImportPlanner *self)
{
  work_clear (&self->work);
  fascia_import_unref (self->import);
  g_free (self);
}

gboolean
fascia_import_planner_step (FasciaImportPlanner *self,
                            FasciaDb *db,
                            guint n_entries,
                            gboolean *done,
                            GError **error)
{
  self->work.db = db;
  if (!self->has_wholes && !do_wholes (&self->work, error))
    return FALSE;
  self->has_wholes = TRUE;
  if (!do_entries (&self->work, n_entries, error))
    return FALSE;
  *done = self->work.next >= self->import->entries->len;
  return TRUE;
}

const FasciaImportPlan *
fascia_import_planner_get_plan (const FasciaImportPlanner *self)
{
  return &self->work.plan;
}

gboolean
fascia_db_plan_import (FasciaDb *db,
                       const FasciaImport *import,
                       FasciaImportPlan *plan,
                       GError **error)
{
  g_return_val_if_fail (db != NULL && import != NULL && plan != NULL, FALSE);

  g_autoptr (FasciaImportPlanner) planner = fascia_import_planner_new ((FasciaImport *) import);
  gboolean done = FALSE;

  if (!fascia_import_planner_step (planner, db, G_MAXUINT, &done, error))
    return FALSE;
  *plan = *fascia_import_planner_get_plan (planner);
  return TRUE;
}

/* ---- the import ---- */

static gboolean
set_bad_rows (const FasciaImport *import, GError **error)
{
  const FasciaImportProblem *first = fascia_import_get_problem (import, 0);
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u row cannot be read.", "%u rows cannot be read.", import->n_bad), import->n_bad);
  /* Translators: a file, a line, and a sentence that says what is wrong there. */
  g_autofree char *where
      = g_strdup_printf (_ ("%s, line %u: %s"), first->file, first->line, first->reason);

  /* Translators: a sentence that counts bad rows, then where the first one is and why. */
  g_set_error (error, FASCIA_IMPORT_ERROR, FASCIA_IMPORT_ERROR_ROWS, _ ("%s The first: %s"), count,
               where);
  return FALSE;
}

static FasciaOperation *
import_in_transaction (Work *self, GError **error)
{
  self->change = fascia_db_change_new (self->db, FASCIA_OPERATION_IMPORT);
  if (!do_wholes (self, error) || !do_entries (self, G_MAXUINT, error)
      || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  if (self->plan.n_new == 0 && self->plan.n_tags == 0 && self->plan.n_settings == 0)
    return NULL;
  return fascia_db_change_commit (self->change, error);
}

FasciaOperation *
fascia_db_import_cancellable (FasciaDb *db,
                              const FasciaImport *import,
                              gboolean skip_bad,
                              FasciaImportPlan *plan,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (Work) self;

  work_init (&self, db, import);
  self.cancellable = cancellable;
  if (plan != NULL)
    *plan = self.plan;
  if (import->n_bad > 0 && !skip_bad)
    {
      set_bad_rows (import, error);
      return NULL;
    }
  if (!fascia_db_begin (db, error))
    return NULL;
  FasciaOperation *operation
      = fascia_db_finish_operation (db, import_in_transaction (&self, error));
  if (plan != NULL)
    *plan = self.plan;
  return operation;
}

FasciaOperation *
fascia_db_import (FasciaDb *db,
                  const FasciaImport *import,
                  gboolean skip_bad,
                  FasciaImportPlan *plan,
                  GError **error)
{
  g_return_val_if_fail (db != NULL && import != NULL, NULL);

  return fascia_db_import_cancellable (db, import, skip_bad, plan, NULL, error);
}
