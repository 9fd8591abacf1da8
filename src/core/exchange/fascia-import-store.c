/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read, into the journal: all of it in one operation, or nothing. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../store/fascia-db-tables.h"
#include "fascia-import-store-private.h"

/* How often it is asked whether somebody cancelled. */
#define CANCEL_EVERY 64

static void
work_clear (FasciaImportWork *self)
{
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->scales, g_ptr_array_unref);
  g_clear_pointer (&self->change, fascia_db_change_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaImportWork, work_clear)

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

int
fascia_import_exists (FasciaDb *db, const char *sql, const FasciaValue *value, GError **error)
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

gboolean
fascia_import_make_names_free (FasciaDb *db, GPtrArray *rows, gint64 utc_ms, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);
      guint column = fascia_table_get_info (row->table)->uid_column;
      FasciaUid uid;

      if (column == 0 || row->table == FASCIA_TABLE_ENTRY)
        continue;
      int is_taken = fascia_import_exists (db, find_uid[row->table], &row->values[column], error);
      if (is_taken < 0)
        return FALSE;
      if (is_taken == 0)
        continue;
      fascia_db_make_uid (db, utc_ms, &uid);
      fascia_row_set_uid (row, column, &uid);
    }
  return TRUE;
}

/* ---- entries ---- */

int
fascia_import_has_entry (FasciaDb *db, const FasciaImportEntry *entry, GError **error)
{
  const FasciaValue *uid = fascia_record_row_get (g_ptr_array_index (entry->rows, 0), "uid");

  return fascia_import_exists (db, find_uid[FASCIA_TABLE_ENTRY], uid, error);
}

/* @codes: (nullable): what the file calls otherwise. */
static gboolean
is_same_as (FasciaImportWork *self,
            const FasciaImportEntry *entry,
            GPtrArray *rows,
            GHashTable *codes)
{
  guint8 here[FASCIA_DIGEST_SIZE], there[FASCIA_DIGEST_SIZE];
  int version = fascia_db_get_digest_version (self->db);
  g_autoptr (GPtrArray) other = fascia_import_entry_to_rows (entry, &self->columns, NULL, codes);

  fascia_rows_digest (rows, version, here);
  fascia_rows_digest (other, version, there);
  return memcmp (here, there, sizeof here) == 0;
}

static gboolean
compare_with_journal (FasciaImportWork *self, const FasciaImportEntry *entry, GError **error)
{
  const FasciaValue *uid = fascia_record_row_get (g_ptr_array_index (entry->rows, 0), "uid");
  FasciaUid name;

  memcpy (name.bytes, uid->bytes, sizeof name.bytes);
  g_autoptr (GPtrArray) rows = fascia_db_load_rows (self->db, &name, error);
  if (rows == NULL)
    return FALSE;
  /* Of an earlier file its values may have found room on a scale that these have not. */
  if (is_same_as (self, entry, rows, self->codes)
      || (self->names != NULL && is_same_as (self, entry, rows, self->names)))
    self->plan.n_same++;
  else
    self->plan.n_different++;
  return TRUE;
}

static gboolean
insert_entry (FasciaImportWork *self, const FasciaImportEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) nothing = fascia_rows_new ();
  g_autoptr (GPtrArray) rows
      = fascia_import_entry_to_rows (entry, &self->columns, self->db, self->codes);
  gint64 utc_ms = fascia_record_row_get_int64 (g_ptr_array_index (entry->rows, 0), "time", 0);

  return fascia_import_make_names_free (self->db, rows, utc_ms, error)
         && fascia_db_change_rows (self->change, nothing, rows, error);
}

/* About @n_entries more. */
static gboolean
do_entries (FasciaImportWork *self, guint n_entries, GError **error)
{
  guint end = MIN (n_entries, self->import->entries->len - self->next) + self->next;

  for (; self->next < end; self->next++)
    {
      const FasciaImportEntry *entry = g_ptr_array_index (self->import->entries, self->next);

      if (self->next % CANCEL_EVERY == 0
          && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      int is_there = fascia_import_has_entry (self->db, entry, error);
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
work_init (FasciaImportWork *self, FasciaDb *db, const FasciaImport *import)
{
  *self = (FasciaImportWork) { .db = db, .import = import };
  self->plan.n_bad = import->n_bad;
  fascia_import_columns_init (&self->columns);
}

/* ---- the plan ---- */

struct _FasciaImportPlanner
{
  FasciaImportWork work;
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
  if (!self->has_wholes && !fascia_import_do_wholes (&self->work, error))
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

void
fascia_import_plan_alone (const FasciaImport *self, FasciaImportPlan *plan)
{
  g_return_if_fail (self != NULL && plan != NULL);

  *plan = (FasciaImportPlan) { .n_new = self->entries->len, .n_bad = self->n_bad };
  for (guint i = 0; i < FASCIA_IMPORT_N_WHOLES; i++)
    {
      const FasciaRecordKind kind = FASCIA_N_ENTRY_RECORDS + i;

      if (kind == FASCIA_RECORD_TAG || kind == FASCIA_RECORD_SCALE)
        plan->n_tags += self->wholes[i]->len;
      else
        plan->n_settings += self->wholes[i]->len;
    }
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
import_in_transaction (FasciaImportWork *self, GError **error)
{
  self->change = fascia_db_change_new (self->db, FASCIA_OPERATION_IMPORT);
  if (!fascia_import_do_wholes (self, error) || !do_entries (self, G_MAXUINT, error)
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
  g_auto (FasciaImportWork) self;

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
