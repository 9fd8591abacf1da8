/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be saved of a damaged journal.
 *
 * Everything is done with copies, and the damaged journal is only touched to get another name. So
 * whatever goes wrong, it is there as it was. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "../exchange/fascia-atomic-file.h"
#include "fascia-backup-private.h"
#include "fascia-db-files.h"
#include "fascia-db-swap.h"
#include "fascia-salvage.h"

/* So many days are named. */
#define MAX_NAMED_DAYS 20

typedef struct
{
  char *journal; /* its path */
  int held;      /* what keeps others out of it, from the first look until it has been replaced */
  FasciaClock *clock;
  char *copy;  /* of the damaged journal, to work with */
  char *saved; /* what is being made of it */
  char *other; /* the journal of the backup */
  GString *report;
  gboolean has_backup;
  gint64 backup_ms;
  FasciaMendedDays days;
} Repair;

static void
repair_free (Repair *self)
{
  char *const files[] = { self->copy, self->saved, self->other };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (files[i] != NULL)
      fascia_db_files_remove (files[i]);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (files[i]);
  fascia_db_swap_release (&self->held);
  g_free (self->journal);
  g_array_unref (self->days.from_backup);
  g_array_unref (self->days.uncertain);
  g_string_free (self->report, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Repair, repair_free)

/* ---- copies ---- */

static gboolean
copy_bytes (const char *from, const char *to, gboolean *exists, int *code)
{
  g_autofree char *buffer = g_malloc (1024 * 1024);
  int in = open (from, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize n_read = 1;

  *exists = in >= 0;
  *code = 0;
  if (in < 0)
    {
      *code = errno == ENOENT ? 0 : errno;
      return *code == 0;
    }
  int out = open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (out < 0 || fchmod (out, 0600) != 0)
    *code = errno;
  while (*code == 0 && n_read > 0)
    {
      g_autoptr (GError) error = NULL;

      n_read = read (in, buffer, 1024 * 1024);
      if (n_read < 0)
        *code = errno;
      else if (!fascia_write_all (out, buffer, (gsize) n_read, &error))
        *code = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO;
    }
  close (in);
  if (out >= 0)
    close (out);
  return *code == 0;
}

/* The journal with all that belongs to it. *@exists: FALSE when there is nothing to be copied. */
static gboolean
copy_journal (Repair *self, gboolean *exists, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };

  *exists = FALSE;
  self->copy = fascia_db_files_make_temporary (self->journal, error);
  for (guint i = 0; self->copy != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->journal, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (self->copy, suffixes[i], NULL);
      gboolean is_there;
      int code;

      if (!copy_bytes (from, to, &is_there, &code))
        return fascia_store_error_set_errno (error, code, self->journal);
      *exists = *exists || is_there;
    }
  return self->copy != NULL;
}

static FasciaDb *
open_file (Repair *self, const char *path, GError **error)
{
  /* Nobody else knows the name of it. */
  const FasciaDbOptions options = { .bare = TRUE };

  return fascia_db_open_full (path, FASCIA_DB_NONE, self->clock, 0, &options, error);
}

/* ---- is it damaged, and how? ---- */

typedef enum
{
  STATE_WHOLE,
  STATE_REBUILT, /* what can be made from the rest was made again, and now it is whole */
  STATE_DAMAGED,
  STATE_REFUSED, /* not for us to repair: the error says why */
} State;

/* Indexes and words for search say nothing that the tables do not say. */
static gboolean
rebuild (FasciaDb *db)
{
  if (!fascia_db_begin (db, NULL))
    return FALSE;
  if (fascia_db_rebuild_words (db, NULL) && fascia_db_exec (db, "REINDEX", NULL)
      && fascia_db_commit (db, NULL))
    return TRUE;
  fascia_db_rollback (db);
  return FALSE;
}

static State
look (Repair *self, GBytes **bytes, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  State state = STATE_DAMAGED;
  FasciaDb *db = open_file (self, self->copy, &local_error);

  if (db == NULL)
    {
      if (g_error_matches (local_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED)
          || g_error_matches (local_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_JOURNAL))
        return STATE_DAMAGED;
      /* In the name of the journal. */
      fascia_store_error_set (error, (FasciaStoreError) local_error->code, self->journal, NULL);
      return STATE_REFUSED;
    }
  if (fascia_db_check (db, NULL, NULL, NULL))
    state = STATE_WHOLE;
  else if (rebuild (db) && fascia_db_check (db, NULL, NULL, NULL))
    {
      g_autoptr (FasciaBackup) taken = fascia_backup_take (db, NULL);

      if (taken != NULL && fascia_backup_verify_journal (taken))
        {
          *bytes = g_bytes_ref (taken->journal);
          state = STATE_REBUILT;
        }
    }
  fascia_db_close (db, NULL);
  return state;
}

/* ---- the newest whole backup ---- */

/* (nullable) Opened from a file of its own, and so in the newest version of the schema. */
static FasciaDb *
open_backup (Repair *self)
{
  g_autoptr (GPtrArray) list = fascia_backup_list (self->journal, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const FasciaBackupInfo *info = g_ptr_array_index (list, i);
      g_autoptr (FasciaBackup) backup = fascia_backup_load (info->path, NULL, NULL);
      gboolean exists = FALSE;

      if (backup == NULL || !fascia_backup_verify (backup, info->path, NULL))
        continue;
      if (self->other == NULL)
        self->other = fascia_db_files_make_temporary (self->journal, NULL);
      exists = self->other != NULL
               && g_file_set_contents_full (self->other, g_bytes_get_data (backup->journal, NULL),
                                            (gssize) g_bytes_get_size (backup->journal),
                                            G_FILE_SET_CONTENTS_ONLY_EXISTING, 0600, NULL);
      FasciaDb *db = exists ? open_file (self, self->other, NULL) : NULL;
      if (db == NULL)
        continue;
      self->has_backup = TRUE;
      self->backup_ms = backup->head.created_ms;
      return db;
    }
  return NULL;
}

/* ---- saving ---- */

/* What was deleted and what is there exclude each other. */
static const char consistent[]
    = "DELETE FROM tombstone WHERE uid IN (SELECT uid FROM entry UNION ALL SELECT uid FROM mark "
      "UNION ALL SELECT uid FROM measurement UNION ALL SELECT uid FROM session UNION ALL "
      "SELECT uid FROM session_step UNION ALL SELECT uid FROM visit UNION ALL "
      "SELECT uid FROM exercise UNION ALL SELECT uid FROM treatment UNION ALL "
      "SELECT uid FROM event UNION ALL SELECT uid FROM drawing UNION ALL SELECT uid FROM spread "
      "UNION ALL SELECT uid FROM tag UNION ALL SELECT uid FROM own_scale)";

static gboolean
mend_tables (Repair *self, FasciaDb *db, FasciaDb *other, sqlite3 *damaged, GError **error)
{
  g_auto (GStrv) different = NULL;

  if (!fascia_db_rebuild_digests (db, error))
    return FALSE;
  different = fascia_salvage_compare_tables (damaged, db->sql);
  for (guint i = 0; other != NULL && different[i] != NULL; i++)
    if (!fascia_salvage_missing (other->sql, db, different[i], error))
      return FALSE;
  if (different[0] != NULL)
    g_string_append (self->report,
                     _ ("Your preferences, tags or scales may not be as you left them. "));
  return TRUE;
}

static gboolean
save_in_transaction (Repair *self, FasciaDb *db, FasciaDb *other, sqlite3 *damaged, GError **error)
{
  g_autoptr (GHashTable) stored = fascia_salvage_days (damaged);

  return fascia_salvage_tables (damaged, db, error) && fascia_db_load_state (db, error)
         && fascia_salvage_mend_days (db, other, stored, self->journal, &self->days, error)
         && mend_tables (self, db, other, damaged, error) && fascia_db_exec (db, consistent, error)
         && fascia_db_rebuild_words (db, error) && fascia_db_rebuild_digests (db, error);
}

/* (transfer full) (nullable) A whole journal, made of what can be read. */
static GBytes *
save (Repair *self, gint64 *n_entries, GError **error)
{
  GBytes *bytes = NULL;
  sqlite3 *damaged = NULL;
  FasciaDb *db = NULL;
  FasciaDb *other = open_backup (self);

  self->saved = fascia_db_files_make_temporary (self->journal, error);
  if (self->saved != NULL)
    db = open_file (self, self->saved, error);
  /* A file that is no database at all says nothing. */
  if (db != NULL
      && sqlite3_open_v2 (self->copy, &damaged, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL)
             == SQLITE_OK)
    {
      sqlite3_exec (damaged, "PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY", NULL, NULL,
                    NULL);
      sqlite3_db_config (damaged, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      gboolean success = fascia_db_begin (db, error)
                         && save_in_transaction (self, db, other, damaged, error)
                         && fascia_db_commit (db, error);

      if (!success)
        fascia_db_rollback (db);
      g_autoptr (FasciaBackup) taken = success && fascia_db_check (db, n_entries, NULL, error)
                                           ? fascia_backup_take (db, error)
                                           : NULL;
      if (taken != NULL)
        bytes = g_bytes_ref (taken->journal);
    }
  sqlite3_close (damaged);
  if (other != NULL)
    fascia_db_close (other, NULL);
  if (db != NULL)
    fascia_db_close (db, NULL);
  return bytes;
}

/* ---- the report ---- */

/* (transfer full) */
static char *
list_days (GArray *days)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (days->len, MAX_NAMED_DAYS); i++)
    {
      int year, month, dom;
      gint64 day = g_array_index (days, gint64, i);

      fascia_day_to_ymd ((gint32) CLAMP (day, -700000, 2900000), &year, &month, &dom);
      g_string_append_printf (list, "%s%04d-%02d-%02d", i > 0 ? ", " : "", year, month, dom);
    }
  if (days->len > MAX_NAMED_DAYS)
    g_string_append_printf (list,
                            /* Translators: follows a list of days; %u is how many more. */
                            ngettext (" and %u more", " and %u more", days->len - MAX_NAMED_DAYS),
                            days->len - MAX_NAMED_DAYS);
  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
tell_saved (Repair *self, gint64 n_entries)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (self->backup_ms / 1000);
  g_autofree char *day = made != NULL ? g_date_time_format (made, "%Y-%m-%d") : g_strdup ("");

  g_string_append_printf (report,
                          /* Translators: %d is how many entries the repaired journal has. */
                          ngettext ("The repaired journal has %d entry.",
                                    "The repaired journal has %d entries.", (gulong) n_entries),
                          (int) n_entries);
  g_string_append_c (report, ' ');
  if (self->days.from_backup->len > 0)
    {
      g_autofree char *days = list_days (self->days.from_backup);

      g_string_append_printf (
          report,
          /* Translators: the first %s is the day of a backup, the second a list of days. */
          _ ("From the backup of %s come these days, as you wrote them: %s."), day, days);
      g_string_append_c (report, ' ');
    }
  if (self->days.n_added > 0)
    {
      g_string_append_printf (report,
                              /* Translators: %d is a number, %s the day of a backup. */
                              ngettext ("%d entry was added from the backup of %s.",
                                        "%d entries were added from the backup of %s.",
                                        (gulong) self->days.n_added),
                              (int) self->days.n_added, day);
      g_string_append_c (report, ' ');
    }
  if (self->days.uncertain->len > 0)
    {
      g_autofree char *days = list_days (self->days.uncertain);

      g_string_append_printf (report,
                              /* Translators: %s is a list of days. */
                              _ ("Check these days, they may not be as you wrote them: %s."), days);
      g_string_append_c (report, ' ');
    }
  g_string_append (report, self->report->str);
  g_string_assign (self->report, report->str);
}

static gboolean
put_in_place (Repair *self, GBytes *bytes, GError **error)
{
  g_autofree char *kept = NULL;

  if (!fascia_db_swap_held (self->journal, bytes, FASCIA_KEPT_DAMAGED, self->clock, &kept, error))
    return FALSE;
  if (kept != NULL)
    {
      g_autofree char *name = g_path_get_basename (kept);
      g_autofree char *shown = g_filename_display_name (name);

      g_string_append_printf (self->report,
                              /* Translators: %s is the name of a file. */
                              _ ("The damaged file is kept beside it as “%s”."), shown);
    }
  return TRUE;
}

gboolean
fascia_journal_files_repair (const char *journal, FasciaClock *clock, char **report, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat info;
  gboolean exists;
  gint64 n_entries = 0;

  g_return_val_if_fail (journal != NULL, FALSE);
  g_return_val_if_fail (clock != NULL, FALSE);

  g_autoptr (Repair) self = g_new0 (Repair, 1);
  self->journal = fascia_db_swap_resolve (journal);
  self->clock = clock;
  self->held = -1;
  self->report = g_string_new (NULL);
  self->days.from_backup = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->days.uncertain = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!fascia_db_swap_finish (self->journal, error)
      || !fascia_db_swap_hold (self->journal, &self->held, error)
      || !copy_journal (self, &exists, error))
    return FALSE;
  /* An empty file would become a new journal. */
  gboolean is_empty = stat (self->journal, &info) != 0 || info.st_size == 0;
  if (!exists)
    return fascia_store_error_set (error, FASCIA_STORE_ERROR_NOT_FOUND, self->journal,
                                   _ ("There is no journal to be repaired."));
  switch (is_empty ? STATE_DAMAGED : look (self, &bytes, error))
    {
    case STATE_REFUSED:
      return FALSE;
    case STATE_WHOLE:
      g_string_append (self->report, _ ("The journal is whole. Nothing was changed."));
      break;
    case STATE_REBUILT:
      g_string_append (self->report, _ ("All entries are as you wrote them. What is only there to "
                                        "find them was made again. "));
      if (!put_in_place (self, bytes, error))
        return FALSE;
      break;
    case STATE_DAMAGED:
    default:
      bytes = save (self, &n_entries, error);
      if (bytes == NULL)
        return FALSE;
      if (n_entries == 0 && !self->has_backup)
        return fascia_store_error_set (error, FASCIA_STORE_ERROR_DAMAGED, self->journal,
                                       _ ("nothing in it can be read, and there is no whole "
                                          "backup beside it"));
      tell_saved (self, n_entries);
      if (!put_in_place (self, bytes, error))
        return FALSE;
      break;
    }
  if (report != NULL)
    *report = g_strdup (g_strchomp (self->report->str));
  return TRUE;
}
