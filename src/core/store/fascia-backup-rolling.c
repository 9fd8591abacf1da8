/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The backups that make themselves, and the check that does. */

#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "fascia-backup-private.h"
#include "fascia-db-files.h"
#include "fascia-db-swap.h"

#define WEEK_MS (7 * G_GINT64_CONSTANT (86400000))
/* Kept even when they are too much together. */
#define MIN_KEPT 2
#define KEEP_REPLACED_MS (14 * G_GINT64_CONSTANT (86400000))

/* How much SQLite does between two questions whether to stop: well under a millisecond. */
#define STOP_STEPS 2000

#define MOMENT_FORMAT "%Y%m%dT%H%M%SZ"
#define MOMENT_LENGTH 16

/* ---- the folder ---- */

char *
fascia_backup_dup_folder (const char *journal)
{
  g_return_val_if_fail (journal != NULL, NULL);

  g_autofree char *real = fascia_db_swap_resolve (journal);
  g_autofree char *folder = g_path_get_dirname (real);
  return g_build_filename (folder, "backups", NULL);
}

/* As 20260301T080000Z. -1: none. */
static gint64
parse_moment (const char *text)
{
  int year, month, dom, hour, minute, second;

  for (guint i = 0; i < MOMENT_LENGTH; i++)
    if (i == 8 ? text[i] != 'T' : i == 15 ? text[i] != 'Z' : !g_ascii_isdigit (text[i]))
      return -1;
  if (sscanf (text, "%4d%2d%2dT%2d%2d%2dZ", &year, &month, &dom, &hour, &minute, &second) != 6)
    return -1;
  g_autoptr (GDateTime) moment = g_date_time_new_utc (year, month, dom, hour, minute, second);
  return moment != NULL ? g_date_time_to_unix (moment) * 1000 : -1;
}

gboolean
fascia_backup_is_rolling (const char *journal, const char *name)
{
  g_autofree char *real = fascia_db_swap_resolve (journal);
  g_autofree char *base = g_path_get_basename (real);
  gsize length = strlen (base);

  return g_str_has_prefix (name, base) && name[length] == '-'
         && parse_moment (name + length + 1) >= 0
         && g_str_equal (name + length + 1 + MOMENT_LENGTH, FASCIA_BACKUP_SUFFIX);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const FasciaBackupInfo *one = *(FasciaBackupInfo *const *) a;
  const FasciaBackupInfo *other = *(FasciaBackupInfo *const *) b;

  if (one->created_ms != other->created_ms)
    return one->created_ms > other->created_ms ? -1 : 1;
  return strcmp (other->path, one->path);
}

GPtrArray *
fascia_backup_list (const char *journal, GError **error)
{
  g_return_val_if_fail (journal != NULL, NULL);

  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_backup_info_free);
  g_autofree char *folder = fascia_backup_dup_folder (journal);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (dir == NULL)
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&list);
      fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_READ, folder, NULL);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!fascia_backup_is_rolling (journal, name))
        continue;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      FasciaBackupInfo *info = fascia_backup_inspect (path, NULL, FALSE, NULL);
      if (info != NULL)
        g_ptr_array_add (list, info);
    }
  g_ptr_array_sort (list, compare_newest_first);
  return g_steal_pointer (&list);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  struct stat info;

  if (mkdir (folder, 0700) != 0 && errno != EEXIST)
    return fascia_backup_error_set_write (error, folder, g_strerror (errno));
  /* It is the program's own; others have no business in it. */
  if (lstat (folder, &info) == 0 && S_ISDIR (info.st_mode) && (info.st_mode & 07777) != 0700)
    (void) g_chmod (folder, 0700);
  return TRUE;
}

static char *
build_path (const char *journal, const char *folder, gint64 now_ms)
{
  g_autofree char *real = fascia_db_swap_resolve (journal);
  g_autofree char *base = g_path_get_basename (real);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (MAX (0, now_ms) / 1000);
  g_autofree char *moment = now != NULL ? g_date_time_format (now, MOMENT_FORMAT) : NULL;
  g_autofree char *name = g_strconcat (base, "-", moment != NULL ? moment : "19700101T000000Z",
                                       FASCIA_BACKUP_SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

/* ---- what goes ---- */

/* The oldest first, until what is left is not too much together. Two stay whatever they take. */
static void
keep_less (GPtrArray *list, gboolean *keep)
{
  guint64 total = 0;
  guint n_kept = 0;

  /* The newest first. */
  for (guint i = 0; i < list->len; i++)
    {
      if (!keep[i])
        continue;
      total += ((FasciaBackupInfo *) g_ptr_array_index (list, i))->size;
      keep[i] = n_kept < MIN_KEPT || total <= FASCIA_BACKUP_MAX_TOTAL;
      n_kept++;
    }
}

static void
let_go (GPtrArray *list, const FasciaMoment *now)
{
  g_autofree gint64 *created_ms = g_new0 (gint64, MAX (1, list->len));
  g_autofree gboolean *keep = g_new0 (gboolean, MAX (1, list->len));

  for (guint i = 0; i < list->len; i++)
    created_ms[i] = ((FasciaBackupInfo *) g_ptr_array_index (list, i))->created_ms;
  fascia_retention_choose (created_ms, list->len, now->utc_ms, now->offset_min, keep);
  keep_less (list, keep);
  for (guint i = 0; i < list->len; i++)
    if (!keep[i])
      (void) g_unlink (((FasciaBackupInfo *) g_ptr_array_index (list, i))->path);
}

/* What a sudden end has left of a backup that was not finished. */
static void
sweep_unfinished (const char *journal, const char *folder)
{
  const gint64 age_s = 60 * 60;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *end = g_strrstr (name, FASCIA_BACKUP_SUFFIX ".");
      gsize length = end != NULL ? (gsize) (end - name) + strlen (FASCIA_BACKUP_SUFFIX) : 0;
      g_autofree char *whole = end != NULL ? g_strndup (name, length) : NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat info;

      if (whole != NULL && fascia_backup_is_rolling (journal, whole) && lstat (path, &info) == 0
          && S_ISREG (info.st_mode) && g_get_real_time () / G_USEC_PER_SEC - info.st_mtime > age_s)
        (void) g_unlink (path);
    }
}

/* Journals that were replaced long ago, now that there is a whole backup. What was damaged stays: a
 * person may still want to have it looked at. */
static void
sweep_replaced (const char *journal, gint64 now_ms)
{
  g_autofree char *real = fascia_db_swap_resolve (journal);
  g_autofree char *folder = g_path_get_dirname (real);
  g_autofree char *base = g_path_get_basename (real);
  g_autofree char *prefix = g_strconcat (base, FASCIA_KEPT_REPLACED, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *moment = name + strlen (prefix);
      struct stat info;

      if (!g_str_has_prefix (name, prefix) || strlen (moment) < MOMENT_LENGTH)
        continue;
      gint64 replaced_ms = parse_moment (moment);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (replaced_ms >= 0 && now_ms - replaced_ms > KEEP_REPLACED_MS && lstat (path, &info) == 0
          && S_ISREG (info.st_mode))
        (void) g_unlink (path);
    }
}

/* ---- stopping ---- */

static int
on_progress (void *data)
{
  FasciaDb *db = data;

  return db->should_stop (db->stop_data) ? 1 : 0;
}

void
fascia_db_set_stop (FasciaDb *db, FasciaStopFunc should_stop, gpointer data)
{
  db->should_stop = should_stop;
  db->stop_data = data;
  sqlite3_progress_handler (db->sql, should_stop != NULL ? STOP_STEPS : 0,
                            should_stop != NULL ? on_progress : NULL, db);
}

static void
set_stopped (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Something else comes first");
}

/* Instead of the error that stopping led to. */
static gboolean
is_stopped (FasciaDb *db, GError **error)
{
  if (db->should_stop == NULL || !db->should_stop (db->stop_data))
    return FALSE;
  g_clear_error (error);
  set_stopped (error);
  return TRUE;
}

/* ---- the backup ---- */

/* What was there when this backup was made is what is there now. */
static gboolean
is_same (FasciaDb *db, GPtrArray *list, gint64 now_ms)
{
  guint8 state[FASCIA_DIGEST_SIZE];
  FasciaBackupHead head;
  guint newest = 0;

  /* Those from the future were made before the clock was set back. */
  while (newest + 1 < list->len
         && ((FasciaBackupInfo *) g_ptr_array_index (list, newest))->created_ms > now_ms)
    newest++;
  return list->len > 0
         && fascia_backup_read_head (((FasciaBackupInfo *) g_ptr_array_index (list, newest))->path,
                                     &head)
         && fascia_db_hash_state (db, state, NULL) && memcmp (state, head.state, sizeof state) == 0;
}

/* An empty journal has nothing to lose. */
static gboolean
is_empty (FasciaDb *db)
{
  gint64 n_rows;

  return fascia_db_query_int64 (
             db,
             "SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM tag) "
             "+ (SELECT count(*) FROM own_scale) + (SELECT count(*) FROM setting "
             "WHERE key NOT LIKE 'store.%')",
             1, &n_rows, NULL)
         && n_rows == 0;
}

struct _FasciaRolling
{
  FasciaBackup *backup;
  char *journal;
  char *folder;
  char *path;
  FasciaMoment now;
};

void
fascia_rolling_free (FasciaRolling *self)
{
  g_clear_pointer (&self->backup, fascia_backup_free);
  g_free (self->journal);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/* *@wait_ms: 0 when it is time for one. */
static gboolean
is_due (FasciaDb *db, gint64 now_ms, gint64 *wait_ms, GError **error)
{
  g_autoptr (GPtrArray) list = fascia_backup_list (db->path, error);

  if (list == NULL)
    return FALSE;
  *wait_ms = -1;
  if (is_empty (db) || is_same (db, list, now_ms))
    return TRUE;
  *wait_ms = 0;
  for (guint i = 0; i < list->len; i++)
    {
      const FasciaBackupInfo *info = g_ptr_array_index (list, i);
      gint64 age_ms = now_ms - info->created_ms;

      if (age_ms >= 0 && age_ms < FASCIA_BACKUP_PAUSE_MS)
        {
          *wait_ms = FASCIA_BACKUP_PAUSE_MS - age_ms;
          break;
        }
    }
  return TRUE;
}

gboolean
fascia_db_begin_rolling (FasciaDb *db,
                         gboolean anyway,
                         FasciaRolling **rolling,
                         gint64 *wait_ms,
                         GError **error)
{
  g_autoptr (FasciaRolling) self = g_new0 (FasciaRolling, 1);

  *rolling = NULL;
  *wait_ms = -1;
  fascia_clock_now (db->clock, &self->now);
  if (!anyway && !is_due (db, self->now.utc_ms, wait_ms, error))
    return FALSE;
  if (!anyway && *wait_ms != 0)
    return TRUE;
  *wait_ms = -1;
  self->journal = g_strdup (db->path);
  self->folder = fascia_backup_dup_folder (db->path);
  self->path = build_path (db->path, self->folder, self->now.utc_ms);
  if (!make_folder (self->folder, error))
    return FALSE;
  self->backup = fascia_backup_take (db, error);
  if (self->backup == NULL)
    return FALSE;
  /* Among the automatic ones is where it belongs. */
  g_clear_pointer (&self->backup->origin, g_free);
  *rolling = g_steal_pointer (&self);
  return TRUE;
}

gboolean
fascia_rolling_finish (FasciaRolling *self,
                       FasciaStopFunc should_stop,
                       gpointer stop_data,
                       GError **error)
{
  g_autoptr (GError) local_error = NULL;

  self->backup->should_stop = should_stop;
  self->backup->stop_data = stop_data;
  if (!fascia_backup_save (self->backup, self->path, NULL, NULL, &local_error))
    {
      if (should_stop != NULL && should_stop (stop_data))
        set_stopped (error);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_autoptr (GPtrArray) list = fascia_backup_list (self->journal, NULL);
  if (list != NULL)
    let_go (list, &self->now);
  sweep_unfinished (self->journal, self->folder);
  sweep_replaced (self->journal, self->now.utc_ms);
  return TRUE;
}

gboolean
fascia_db_backup_rolling_full (FasciaDb *db,
                               gboolean anyway,
                               gboolean *is_made,
                               gint64 *wait_ms,
                               GError **error)
{
  g_autoptr (FasciaRolling) rolling = NULL;
  g_autoptr (GError) local_error = NULL;

  *is_made = FALSE;
  if (!fascia_db_begin_rolling (db, anyway, &rolling, wait_ms, error))
    return FALSE;
  if (rolling == NULL)
    return TRUE;
  *is_made = fascia_rolling_finish (rolling, db->should_stop, db->stop_data, &local_error);
  if (*is_made)
    return TRUE;
  /* What was read is not whole. Is it the journal, or was it the reading? */
  if (g_error_matches (local_error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_DAMAGED)
      && !fascia_db_check (db, NULL, NULL, error))
    {
      is_stopped (db, error);
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
fascia_db_backup_rolling (FasciaDb *db, gboolean *is_made, GError **error)
{
  gint64 wait_ms;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (is_made != NULL, FALSE);

  return fascia_db_backup_rolling_full (db, FALSE, is_made, &wait_ms, error);
}

/* ---- the check ---- */

gboolean
fascia_db_check_weekly (FasciaDb *db, gboolean anyway, gint64 *wait_ms, GError **error)
{
  gint64 now_ms = fascia_clock_now_ms (db->clock);
  gint64 checked_ms;

  *wait_ms = WEEK_MS;
  if (!fascia_db_query_int64 (db,
                              "SELECT CAST (value AS INTEGER) FROM setting "
                              "WHERE key = '" FASCIA_SETTING_CHECKED "'",
                              -1, &checked_ms, error))
    return FALSE;
  /* One that was done in the future says nothing. */
  if (!anyway && checked_ms >= 0 && checked_ms <= now_ms && now_ms - checked_ms < WEEK_MS)
    {
      *wait_ms = WEEK_MS - (now_ms - checked_ms);
      return TRUE;
    }
  if (!fascia_db_check (db, NULL, NULL, error))
    {
      is_stopped (db, error);
      return FALSE;
    }

  /* Nobody shows when that was: it is no change to tell of. */
  FasciaDbHook hook = db->hook;
  db->hook = NULL;
  gboolean success
      = fascia_db_set_setting (db, FASCIA_SETTING_CHECKED, g_variant_new_int64 (now_ms), error);
  db->hook = hook;
  return success;
}
