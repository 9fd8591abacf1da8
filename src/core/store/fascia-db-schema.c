/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a journal from one version of the schema to the next. */

#include "config.h"

#include "fascia-db-schema.h"

#include <errno.h>
#include <stdio.h>

#include "../exchange/fascia-room.h"
#include "fascia-db-files.h"
#include "fascia-core-resources.h"

#define OLDEST_VERSION 1

/* The file names of src/core/store/sql/. */
static const FasciaSchemaStep program_steps[] = {
  { 1, NULL },
  { 2, NULL },
  { 3, NULL },
};
static const char *const program_files[] = {
  "0001-journal.sql",
  "0002-body-map.sql",
  "0003-diary.sql",
};

static const FasciaSchemaStep *
get_steps (FasciaDb *db, guint *n_steps)
{
  *n_steps = db->options.steps != NULL ? db->options.n_steps : G_N_ELEMENTS (program_steps);
  return db->options.steps != NULL ? db->options.steps : program_steps;
}

int
fascia_db_schema_get_latest (FasciaDb *db)
{
  guint n_steps;
  const FasciaSchemaStep *steps = get_steps (db, &n_steps);

  return steps[n_steps - 1].version;
}

int
fascia_db_schema_get_oldest (FasciaDb *db)
{
  return OLDEST_VERSION;
}

static gboolean
exec_program_step (FasciaDb *db, int version, GError **error)
{
  g_autofree char *path
      = g_strconcat (RESOURCE_BASE_PATH "/sql/", program_files[version - 1], NULL);
  g_autoptr (GBytes) text = g_resource_lookup_data (fascia_core_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* Resources end in a terminator that is not part of them. */
  return text != NULL && fascia_db_exec (db, g_bytes_get_data (text, NULL), error);
}

static gboolean
set_header (FasciaDb *db, int version, GError **error)
{
  g_autofree char *text = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d",
                                           FASCIA_DB_APPLICATION_ID, version);

  return fascia_db_exec (db, text, error);
}

/* The journal a row was written in; made with the journal. */
static gboolean
insert_origin (FasciaDb *db, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "INSERT INTO origin (id, uid) VALUES (1, ?)", error);
  FasciaUid uid;

  if (statement == NULL)
    return FALSE;
  fascia_db_make_uid (db, fascia_clock_now_ms (db->clock), &uid);
  sqlite3_bind_blob (statement, 1, uid.bytes, sizeof uid.bytes, SQLITE_TRANSIENT);
  return fascia_db_run (db, statement, error);
}

static gboolean
run_step (FasciaDb *db, const FasciaSchemaStep *step, GError **error)
{
  if (step->sql != NULL ? !fascia_db_exec (db, step->sql, error)
                        : !exec_program_step (db, step->version, error))
    return FALSE;
  if (step->version == 1 && !insert_origin (db, error))
    return FALSE;
  db->version = step->version;
  /* A journal that gets no further than this step is verified by this version. */
  if (step->version > 1
      && (!fascia_db_load_state (db, error) || !fascia_db_rebuild_digests (db, error)
          || !fascia_db_rebuild_words (db, error)))
    return FALSE;
  return fascia_db_check_foreign_keys (db, error) && set_header (db, step->version, error);
}

/* ---- the copy aside ---- */

static gboolean
copy_database (FasciaDb *db, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean is_whole = FALSE;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_backup *backup = sqlite3_backup_init (copy, "main", db->sql, "main");

      code = sqlite3_errcode (copy);
      if (backup != NULL)
        {
          sqlite3_backup_step (backup, -1);
          code = sqlite3_backup_finish (backup);
        }
    }
  if (code == SQLITE_OK)
    code = sqlite3_exec (copy, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_prepare_v2 (copy, "PRAGMA integrity_check(1)", -1, &statement, NULL);
  if (code == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    is_whole = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  if (code != SQLITE_OK)
    fascia_store_error_set_sqlite (error, copy, code, db->path);
  else if (!is_whole)
    fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, db->path, NULL);
  sqlite3_close (copy);
  return code == SQLITE_OK && is_whole;
}

/* "journal.db.before-2": the journal as it was, checked, private, and there for good before the
 * first step begins. */
static gboolean
copy_aside (FasciaDb *db, const char *target, GError **error)
{
  gint64 n_pages, page_size;
  gboolean won;

  /* The copy, and the log of what the steps write. */
  if (!fascia_db_query_int64 (db, "PRAGMA page_count", 0, &n_pages, error)
      || !fascia_db_query_int64 (db, "PRAGMA page_size", 0, &page_size, error))
    return FALSE;
  if (!fascia_room_check (db->path, (guint64) MAX (0, n_pages * page_size) * 2, NULL))
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_FULL, db->path, NULL);
  g_autofree char *temporary = fascia_db_files_make_temporary (db->path, error);
  if (temporary == NULL)
    return FALSE;
  if (!copy_database (db, temporary, error))
    {
      fascia_db_files_remove (temporary);
      return FALSE;
    }
  /* A copy that is there was made before a step that failed; the journal has gone on since. */
  fascia_db_files_remove (target);
  return fascia_db_files_publish (temporary, target, &won, error);
}

/* *@is_undone: when it fails, nothing of it is on the disk, and that is certain. */
static gboolean
take_step (FasciaDb *db, const FasciaSchemaStep *step, gboolean *is_undone, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *is_undone = TRUE;
  if (!fascia_db_begin (db, error))
    return FALSE;
  if (run_step (db, step, &local_error) && fascia_db_commit (db, &local_error))
    return TRUE;
  /* In a failed transaction SQLite is still inside; a commit that fails for another reason than
   * want of space may have come through. */
  *is_undone = sqlite3_get_autocommit (db->sql) == 0
               || g_error_matches (local_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_FULL);
  fascia_db_rollback (db);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
fascia_db_schema_upgrade (FasciaDb *db, int from, GError **error)
{
  guint n_steps;
  const FasciaSchemaStep *steps = get_steps (db, &n_steps);
  g_autofree char *copy = NULL;

  if (from > 0)
    {
      /* New digests must not be made of damaged entries. */
      if (!fascia_db_quick_check (db, error) || !fascia_db_check_digests (db, error))
        return FALSE;
      if (!db->options.bare)
        {
          copy = g_strdup_printf ("%s.before-%d", db->path, steps[n_steps - 1].version);
          if (!copy_aside (db, copy, error))
            return FALSE;
        }
    }
  for (guint i = 0; i < n_steps; i++)
    {
      if (steps[i].version <= from)
        continue;
      gboolean is_undone;
      if (!take_step (db, &steps[i], &is_undone, error))
        {
          /* Of what is as it was nobody needs a copy, least of all on a full disk. */
          if (copy != NULL && is_undone)
            fascia_db_files_remove (copy);
          return FALSE;
        }
      g_clear_pointer (&copy, g_free);
    }
  return TRUE;
}
