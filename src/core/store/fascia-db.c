/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening and closing the journal, and the statements on it.
 *
 * The order of opening is chosen so that nothing is written before the file is known to be ours to
 * write, and so that two openers cannot wait for each other. */

#include "config.h"

#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-files.h"
#include "fascia-db-schema.h"
#include "fascia-db-swap.h"

/* How long one attempt at opening may wait for another process, with the file open. */
#define SHORT_WAIT_MS 10

/* ---- statements ---- */

sqlite3_stmt *
fascia_db_prepare (FasciaDb *self, const char *text, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, text);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  int code = sqlite3_prepare_v3 (self->sql, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      fascia_store_error_set_sqlite (error, self->sql, code, self->path);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) text, statement);
  return statement;
}

int
fascia_db_step (FasciaDb *self, sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return 1;
  if (code == SQLITE_DONE)
    {
      sqlite3_reset (statement);
      return 0;
    }
  fascia_store_error_set_sqlite (error, self->sql, code, self->path);
  sqlite3_reset (statement);
  return -1;
}

gboolean
fascia_db_run (FasciaDb *self, sqlite3_stmt *statement, GError **error)
{
  int row = fascia_db_step (self, statement, error);

  if (row > 0)
    sqlite3_reset (statement);
  return row >= 0;
}

gboolean
fascia_db_exec (FasciaDb *self, const char *text, GError **error)
{
  int code = sqlite3_exec (self->sql, text, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  return fascia_store_error_set_sqlite (error, self->sql, code, self->path);
}

gboolean
fascia_db_query_int64 (FasciaDb *self,
                       const char *text,
                       gint64 fallback,
                       gint64 *value,
                       GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->sql, text, -1, &statement, NULL);

  *value = fallback;
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    *value = sqlite3_column_int64 (statement, 0);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    fascia_store_error_set_sqlite (error, self->sql, code, self->path);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean
fascia_db_begin (FasciaDb *self, GError **error)
{
  sqlite3_stmt *statement = fascia_db_prepare (self, "BEGIN IMMEDIATE", error);

  return statement != NULL && fascia_db_run (self, statement, error);
}

gboolean
fascia_db_check_place (FasciaDb *self, GError **error)
{
  struct stat info;

  if (self->inode != 0 && !self->is_moved)
    self->is_moved = stat (self->path, &info) != 0 || info.st_dev != self->device
                     || info.st_ino != self->inode;
  return !self->is_moved
         || fascia_store_error_set (error, FASCIA_STORE_ERROR_MOVED, self->path, NULL);
}

gboolean
fascia_db_commit (FasciaDb *self, GError **error)
{
  if (!fascia_db_check_place (self, error))
    return FALSE;
  sqlite3_stmt *statement = fascia_db_prepare (self, "COMMIT", error);

  return statement != NULL && fascia_db_run (self, statement, error);
}

void
fascia_db_rollback (FasciaDb *self)
{
  /* Some failures have rolled back already. */
  if (!sqlite3_get_autocommit (self->sql))
    sqlite3_exec (self->sql, "ROLLBACK", NULL, NULL, NULL);
}

/* ---- chance and stamps ---- */

void
fascia_db_fill_random (FasciaDb *self, guint8 *bytes, gsize n_bytes)
{
  if (self->options.random != NULL)
    {
      self->options.random (bytes, n_bytes, self->options.random_data);
      return;
    }
  if (getrandom (bytes, n_bytes, 0) == (gssize) n_bytes)
    return;
  /* Kernels without getrandom(): names need to differ, not to be secret. */
  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = (guint8) g_random_int_range (0, 256);
}

void
fascia_db_make_uid (FasciaDb *self, gint64 utc_ms, FasciaUid *uid)
{
  guint8 random[10];

  fascia_db_fill_random (self, random, sizeof random);
  fascia_uid_init (uid, utc_ms, random);
}

gint64
fascia_db_next_stamp (FasciaDb *self)
{
  gint64 now_ms = CLAMP (fascia_clock_now_ms (self->clock), 0, G_MAXINT64 >> 17);

  self->last_stamp = MAX (self->last_stamp + 1, now_ms << 16);
  return self->last_stamp;
}

/* ---- opening ---- */

static FasciaDb *
db_new (const char *path, FasciaClock *clock, const FasciaDbOptions *options)
{
  FasciaDb *self = g_new0 (FasciaDb, 1);

  self->path = g_strdup (path);
  self->clock = fascia_clock_ref (clock);
  self->options = *options;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sqlite3_finalize);
  g_queue_init (&self->undo);
  return self;
}

static void
db_free (FasciaDb *self)
{
  fascia_db_clear_undo (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->sql != NULL)
    sqlite3_close (self->sql);
  g_clear_pointer (&self->image, g_bytes_unref);
  fascia_clock_unref (self->clock);
  g_free (self->path);
  g_free (self);
}

static gboolean
config (FasciaDb *self, int option, gboolean on, GError **error)
{
  int code = sqlite3_db_config (self->sql, option, on ? 1 : 0, NULL);

  return code == SQLITE_OK || fascia_store_error_set_sqlite (error, self->sql, code, self->path);
}

static gboolean
connect_to_file (FasciaDb *self, int busy_ms, GError **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
              | (self->options.bare ? SQLITE_OPEN_CREATE : 0);
  int code = sqlite3_open_v2 (self->path, &self->sql, flags, self->options.vfs);

  if (code != SQLITE_OK)
    return fascia_store_error_set_sqlite (error, self->sql, code, self->path);
  /* Without the right to write SQLite opens for reading only, and then cannot lock. */
  if (sqlite3_db_readonly (self->sql, "main") != 0)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_READ_ONLY, self->path, NULL);
  sqlite3_busy_timeout (self->sql, busy_ms);
  return config (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, TRUE, error)
         && fascia_db_exec (self, "PRAGMA locking_mode=EXCLUSIVE", error);
}

/* The first read takes the lock; then the file says what it is. *@version: 0 for none yet. */
static gboolean
identify (FasciaDb *self, int *version, GError **error)
{
  gint64 n_objects, application_id, user_version;

  if (!fascia_db_query_int64 (self, "SELECT count(*) FROM sqlite_schema", 0, &n_objects, error)
      || !fascia_db_query_int64 (self, "PRAGMA application_id", 0, &application_id, error)
      || !fascia_db_query_int64 (self, "PRAGMA user_version", 0, &user_version, error))
    return FALSE;

  if (application_id == 0 && user_version == 0 && n_objects == 0 && self->options.bare)
    {
      *version = 0;
      return TRUE;
    }
  if (application_id != FASCIA_DB_APPLICATION_ID)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_JOURNAL, self->path, NULL);
  if (user_version > fascia_db_schema_get_latest (self))
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_TOO_NEW, self->path, NULL);
  if (user_version < fascia_db_schema_get_oldest (self))
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_TOO_OLD, self->path, NULL);
  *version = (int) user_version;
  return TRUE;
}

typedef struct
{
  const char *set;
  const char *get;
  const char *expected;
} Pragma;

/* Each is read back: SQLite ignores in silence what it cannot do. */
static const Pragma pragmas[] = {
  { "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA locking_mode", "exclusive" },
  { "PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal" },
  { "PRAGMA synchronous=FULL", "PRAGMA synchronous", "2" },
  { "PRAGMA secure_delete=ON", "PRAGMA secure_delete", "1" },
  { "PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2" },
  { "PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", "0" },
  { "PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1" },
};

static gboolean
apply_pragma (FasciaDb *self, const Pragma *pragma, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_set = FALSE;

  if (!fascia_db_exec (self, pragma->set, error))
    return FALSE;
  int code = sqlite3_prepare_v2 (self->sql, pragma->get, -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    is_set = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), pragma->expected) == 0;
  else
    fascia_store_error_set_sqlite (error, self->sql, code, self->path);
  sqlite3_finalize (statement);
  if (code == SQLITE_ROW && !is_set)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_IO, self->path, pragma->set);
  return is_set;
}

static gboolean
configure (FasciaDb *self, GError **error)
{
  if (!config (self, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, FALSE, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!apply_pragma (self, &pragmas[i], error))
      return FALSE;
  return config (self, SQLITE_DBCONFIG_DEFENSIVE, TRUE, error);
}

/* To notice when the path comes to mean another file; SQLite says whether it does already. */
static gboolean
remember_place (FasciaDb *self, GError **error)
{
  struct stat info;
  int has_moved = 0;

  if (self->options.bare)
    return TRUE;
  if (stat (self->path, &info) != 0)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_MOVED, self->path, NULL);
  self->device = info.st_dev;
  self->inode = info.st_ino;
  sqlite3_file_control (self->sql, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  self->is_moved = has_moved != 0;
  return fascia_db_check_place (self, error);
}

static gboolean
accept_journal (FasciaDb *self, int version, gboolean was_clean, GError **error)
{
  self->version = version;
  if (!remember_place (self, error) || !configure (self, error))
    return FALSE;
  if (!self->options.bare)
    {
      fascia_db_files_make_private (self->path);
      fascia_db_files_sweep (self->path);
    }
  if (version < fascia_db_schema_get_latest (self)
      && !fascia_db_schema_upgrade (self, version, error))
    return FALSE;
  if (!was_clean && version > 0 && !fascia_db_quick_check (self, error))
    return FALSE;
  return fascia_db_load_state (self, error);
}

/* The lock that keeps everybody else from opening the file. */
static gboolean
is_locked (FasciaDb *self)
{
  const int exclusive = 4; /* the number of that lock in SQLite's interface for file systems */
  int state = 0;

  return self->sql != NULL
         && sqlite3_file_control (self->sql, "main", SQLITE_FCNTL_LOCKSTATE, &state) == SQLITE_OK
         && state == exclusive;
}

static FasciaDb *
open_existing (const char *path,
               FasciaClock *clock,
               int busy_ms,
               const FasciaDbFileState *state,
               const FasciaDbOptions *options,
               GError **error)
{
  FasciaDb *self = db_new (path, clock, options);
  int version = 0;

  if (state->hot_version > fascia_db_schema_get_latest (self))
    {
      fascia_store_error_set (error, FASCIA_STORE_ERROR_TOO_NEW, path, NULL);
      db_free (self);
      return NULL;
    }
  if (!connect_to_file (self, busy_ms, error) || !identify (self, &version, error)
      || !accept_journal (self, version, state->was_clean, error))
    {
      /* A file that is refused stays as it is, its log included; and where there was none, the
       * empty one that reading made goes while we still have the lock. */
      if (self->sql != NULL)
        sqlite3_db_config (self->sql, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      if (state->was_clean && !self->options.bare && !self->is_moved && is_locked (self))
        {
          /* What is in it then, an upgrade that failed has left there. */
          sqlite3_wal_checkpoint_v2 (self->sql, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
          fascia_db_files_remove_empty_wal (path);
        }
      db_free (self);
      return NULL;
    }
  return self;
}

/* A new journal is made whole under another name: whoever finds "journal.db" finds a journal. */
static gboolean
create (const char *path, FasciaClock *clock, const FasciaDbOptions *options, GError **error)
{
  const FasciaDbFileState state = { .was_clean = TRUE };
  FasciaDbOptions bare = *options;
  gboolean won;

  if (!fascia_db_files_make_folder (path, error))
    return FALSE;
  g_autofree char *temporary = fascia_db_files_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;

  bare.bare = TRUE;
  g_autoptr (GError) local_error = NULL;
  FasciaDb *self = open_existing (temporary, clock, 0, &state, &bare, &local_error);
  if (self == NULL || !fascia_db_close (self, &local_error))
    {
      /* Speak of the journal, not of the temporary that nobody knows. */
      fascia_store_error_set (error, (FasciaStoreError) local_error->code, path, NULL);
      fascia_db_files_remove (temporary);
      return FALSE;
    }
  return fascia_db_files_publish (temporary, path, &won, error);
}

gboolean
fascia_db_is_latest (FasciaDb *self)
{
  return self->version == fascia_db_schema_get_latest (self);
}

gboolean
fascia_db_is_read_only (FasciaDb *self)
{
  return self->image != NULL;
}

/* What could not even be read as it is: an older version, say, or beside somebody who writes. */
static void
explain_reading (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  /* Translators: %s is the path of a file. */
  g_autofree char *text = g_strdup_printf (
      _ ("The journal “%s” cannot be read without locking it, and that takes the right to write. "
         "Allow yourself to write to the file and its folder, then try again."),
      name);

  g_clear_error (error);
  fascia_store_error_set (error, FASCIA_STORE_ERROR_READ_ONLY, path, text);
}

static FasciaDb *
try_open (const char *path,
          FasciaDbFlags flags,
          FasciaClock *clock,
          int busy_ms,
          const FasciaDbOptions *options,
          GError **error)
{
  FasciaDbFileState state = { 0 };

  if (options->bare)
    return open_existing (path, clock, busy_ms, &state, options, error);
  if (!fascia_db_swap_finish (path, error) || !fascia_db_files_inspect (path, &state, error))
    return NULL;
  if (!state.exists)
    {
      if ((flags & FASCIA_DB_READ_EXISTING) != 0)
        {
          g_autofree char *name = g_filename_display_name (path);
          /* Translators: %s is the path of a file. */
          g_autofree char *text = g_strdup_printf (_ ("There is no journal “%s” yet."), name);

          fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, path, text);
          return NULL;
        }
      if (!create (path, clock, options, error))
        return NULL;
    }
  return open_existing (path, clock, busy_ms, &state, options, error);
}

FasciaDb *
fascia_db_open_full (const char *path,
                     FasciaDbFlags flags,
                     FasciaClock *clock,
                     int busy_ms,
                     const FasciaDbOptions *options,
                     GError **error)
{
  static const FasciaDbOptions defaults = { 0 };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  g_autofree char *absolute
      = options->bare ? g_strdup (path) : g_canonicalize_filename (path, NULL);
  gint64 deadline = g_get_monotonic_time () + busy_ms * G_GINT64_CONSTANT (1000);

  /* In exclusive mode SQLite keeps its read lock while it waits for the exclusive one, so two that
   * wait with the file open wait for each other. Most of the waiting is done here, without it:
   * letting go and coming back, not in step. */
  while (TRUE)
    {
      GError *local_error = NULL;
      FasciaDb *self
          = try_open (absolute, flags, clock, MIN (busy_ms, SHORT_WAIT_MS), options, &local_error);

      if (self != NULL)
        return self;
      if (!g_error_matches (local_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_BUSY)
          || g_get_monotonic_time () >= deadline)
        {
          if ((flags & FASCIA_DB_READ_EXISTING) != 0
              && g_error_matches (local_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_READ_ONLY))
            {
              self = options->bare ? NULL : fascia_db_open_reading (absolute, clock, NULL);
              if (self != NULL)
                {
                  g_error_free (local_error);
                  return self;
                }
              explain_reading (absolute, &local_error);
            }
          g_propagate_error (error, local_error);
          return NULL;
        }
      g_clear_error (&local_error);
      g_usleep ((gulong) g_random_int_range (2000, 20000));
    }
}

FasciaDb *
fascia_db_open (const char *path,
                FasciaDbFlags flags,
                FasciaClock *clock,
                int busy_ms,
                GError **error)
{
  return fascia_db_open_full (path, flags, clock, busy_ms, NULL, error);
}

FasciaDb *
fascia_db_open_image (GBytes *image,
                      const char *name,
                      FasciaClock *clock,
                      const FasciaDbOptions *options,
                      GError **error)
{
  FasciaDbOptions bare = { 0 };
  gsize size;
  const guint8 *bytes = g_bytes_get_data (image, &size);
  int version = 0;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  if (options != NULL)
    bare = *options;
  bare.bare = TRUE;
  FasciaDb *self = db_new (name, clock, &bare);
  int code = sqlite3_open_v2 (":memory:", &self->sql,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
                                  | SQLITE_OPEN_MEMORY,
                              NULL);
  /* Nothing is written to the bytes. */
  if (code == SQLITE_OK)
    code = sqlite3_deserialize (self->sql, "main", (guint8 *) bytes, (gint64) size, (gint64) size,
                                SQLITE_DESERIALIZE_READONLY);
  gboolean success = code == SQLITE_OK;
  if (!success)
    fascia_store_error_set_sqlite (error, self->sql, code, name);
  success = success && fascia_db_exec (self, "PRAGMA temp_store=MEMORY", error)
            && fascia_db_exec (self, "PRAGMA trusted_schema=OFF", error)
            && identify (self, &version, error);
  if (success && version == 0)
    success = fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_JOURNAL, name, NULL);
  self->version = version;
  if (success && fascia_db_load_state (self, error))
    return self;
  db_free (self);
  return NULL;
}

gboolean
fascia_db_close (FasciaDb *self, GError **error)
{
  gboolean success = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);

  fascia_db_rollback (self);
  g_hash_table_remove_all (self->statements);
  int code = sqlite3_wal_checkpoint_v2 (self->sql, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  if (code != SQLITE_OK)
    {
      /* What was written is safe in the log; do not try the same again while closing. */
      success = fascia_store_error_set_sqlite (error, self->sql, code, self->path);
      sqlite3_db_config (self->sql, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    }
  else if (!fascia_db_check_place (self, error))
    {
      /* The file that was opened is whole now, wherever it is. Closing would delete the log by its
       * name, and that may be somebody else's. */
      success = FALSE;
      sqlite3_db_config (self->sql, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    }
  db_free (self);
  return success;
}

const char *
fascia_db_get_path (FasciaDb *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->path;
}

sqlite3 *
fascia_db_get_sqlite (FasciaDb *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sql;
}

void
fascia_db_set_hook (FasciaDb *self, FasciaDbHook hook, gpointer data)
{
  g_return_if_fail (self != NULL);

  self->hook = hook;
  self->hook_data = data;
}

void
fascia_db_set_going_hook (FasciaDb *self, void (*on_going) (gpointer data), gpointer data)
{
  g_return_if_fail (self != NULL);

  self->on_going = on_going;
  self->going_data = data;
}
