/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup in memory: taken from a journal, verified, written, read again.
 *
 * Nothing of it but the finished file is ever on a disk, so what is to be locked is never there in
 * clear text. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "../exchange/fascia-age.h"
#include "../exchange/fascia-atomic-file.h"
#include "../exchange/fascia-gcrypt.h"
#include "../exchange/fascia-room.h"
#include "fascia-backup-private.h"
#include "fascia-db-files.h"

/* A hundred years of diary are a tenth of it. */
#define MAX_SIZE (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)

/* Where a database file says that its log is beside it. */
#define WRITE_VERSION 18
#define READ_VERSION 19

void
fascia_backup_free (FasciaBackup *self)
{
  g_clear_pointer (&self->journal, g_bytes_unref);
  g_free (self->origin);
  g_free (self);
}

/* ---- taking ---- */

static GBytes *
serialize (sqlite3 *sql)
{
  sqlite3_int64 size = 0;
  guint8 *bytes = sqlite3_serialize (sql, "main", &size, 0);

  if (bytes == NULL)
    return NULL;
  /* It comes without a log. */
  if (size > READ_VERSION)
    bytes[WRITE_VERSION] = bytes[READ_VERSION] = 1;
  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

FasciaBackup *
fascia_backup_take (FasciaDb *db, GError **error)
{
  GBytes *journal = serialize (db->sql);

  if (journal == NULL)
    {
      fascia_store_error_set_sqlite (error, db->sql, SQLITE_NOMEM, db->path);
      return NULL;
    }
  FasciaBackup *self = g_new0 (FasciaBackup, 1);
  self->journal = journal;
  self->origin = g_strdup (db->path);
  self->head.created_ms = MAX (0, fascia_clock_now_ms (db->clock));
  /* Not who asks to stop: the rest may be done on another thread, after that is gone. */
  return self;
}

/* Pages that nothing is on are left out. The bytes have been checked. */
static gboolean
compact (FasciaBackup *self)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (self->journal, &size);
  sqlite3 *sql = NULL;
  GBytes *compacted = NULL;

  /* The number of free pages, in the head of the file. */
  if (size < 40 || (bytes[36] | bytes[37] | bytes[38] | bytes[39]) == 0)
    return TRUE;
  guint8 *copy = sqlite3_malloc64 (size);
  if (copy == NULL)
    return FALSE;
  memcpy (copy, bytes, size);
  int code = sqlite3_open_v2 (
      ":memory:", &sql, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_MEMORY, NULL);
  if (code != SQLITE_OK)
    sqlite3_free (copy);
  else
    code = sqlite3_deserialize (sql, "main", copy, (gint64) size, (gint64) size,
                                SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (code == SQLITE_OK)
    code = sqlite3_exec (sql, "PRAGMA temp_store=MEMORY; VACUUM", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    compacted = serialize (sql);
  sqlite3_close (sql);
  if (compacted == NULL)
    return FALSE;
  g_bytes_unref (self->journal);
  self->journal = compacted;
  return TRUE;
}

/* ---- verifying ---- */

gboolean
fascia_db_hash_state (FasciaDb *db, guint8 state[FASCIA_DIGEST_SIZE], GError **error)
{
  /* Digests of the days, and what belongs to no day. */
  static const char *const texts[]
      = { "SELECT day, n_entries, digest FROM day_digest ORDER BY day",
          "SELECT key, value FROM setting WHERE key NOT LIKE 'store.%' ORDER BY key",
          "SELECT uid, code, name, hidden FROM tag ORDER BY uid",
          "SELECT uid, code, name, minimum, maximum, step, unit, low_label, high_label, "
          "higher_is_better, hidden FROM own_scale ORDER BY uid",
          "SELECT uid, code, region, since_day, cleared_day FROM condition ORDER BY uid" };
  g_autoptr (GString) form = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      sqlite3_stmt *statement = fascia_db_prepare (db, texts[i], error);
      int row = -1;

      if (statement == NULL)
        return FALSE;
      while ((row = fascia_db_step (db, statement, error)) > 0)
        for (int column = 0; column < sqlite3_column_count (statement); column++)
          {
            const char *bytes = sqlite3_column_blob (statement, column);
            guint64 size = GUINT64_TO_BE ((guint64) sqlite3_column_bytes (statement, column));

            g_string_append_len (form, (const char *) &size, sizeof size);
            if (bytes != NULL)
              g_string_append_len (form, bytes, sqlite3_column_bytes (statement, column));
          }
      if (row < 0)
        return FALSE;
      g_string_append_c (form, '\n');
    }
  fascia_sha256 (form->str, form->len, state);
  return TRUE;
}

FasciaDb *
fascia_backup_open (FasciaBackup *self, GError **error)
{
  g_autoptr (FasciaClock) clock = fascia_clock_new_fixed (self->head.created_ms, NULL);

  FasciaDb *db = fascia_db_open_image (self->journal, "backup", clock, NULL, error);
  if (db != NULL && self->should_stop != NULL)
    fascia_db_set_stop (db, self->should_stop, self->stop_data);
  return db;
}

/* What the head should say of the journal. */
static gboolean
describe (FasciaDb *db, FasciaBackupHead *head, GError **error)
{
  const gint32 min = fascia_day_from_ymd (1, 1, 1), max = fascia_day_from_ymd (9999, 12, 31);
  gint64 n_entries, first, last;

  if (!fascia_db_query_int64 (db, "SELECT count(*) FROM entry", 0, &n_entries, error)
      || !fascia_db_query_int64 (db, "SELECT min(day) FROM entry", 1, &first, error)
      || !fascia_db_query_int64 (db, "SELECT max(day) FROM entry", 0, &last, error)
      || !fascia_db_hash_state (db, head->state, error))
    return FALSE;
  head->schema = db->version;
  head->n_entries = n_entries;
  head->first_day = (gint32) CLAMP (first, min, max);
  head->last_day = (gint32) CLAMP (last, min, max);
  return TRUE;
}

/* On a thread of its own, with a connection of its own. (transfer full) (nullable): what is wrong. */
static gpointer
check_structure (gpointer data)
{
  FasciaBackup *self = data;
  GError *error = NULL;
  FasciaDb *db = fascia_backup_open (self, &error);

  if (db == NULL)
    return error;
  fascia_db_check_structure (db, &error);
  fascia_db_close (db, NULL);
  return error;
}

/* Looks at everything there is, and tells what the head should say. Nobody writes to the bytes, so
 * both halves of the check are done at once. */
static gboolean
examine (FasciaBackup *self, FasciaBackupHead *head, const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FasciaDb *db = fascia_backup_open (self, &local_error);
  GThread *thread = db != NULL ? g_thread_try_new ("check", check_structure, self, NULL) : NULL;
  gboolean success = db != NULL && fascia_db_check_content (db, &local_error)
                     && describe (db, head, &local_error);
  g_autoptr (GError) structure_error = thread != NULL ? g_thread_join (thread)
                                       : success      ? check_structure (self)
                                                      : NULL;

  if (db != NULL)
    fascia_db_close (db, NULL);
  if (success && structure_error == NULL)
    return TRUE;
  if (g_error_matches (local_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_TOO_NEW))
    return fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_TOO_NEW, path, NULL);
  return fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_DAMAGED, path,
                                  _ ("the journal in it is not whole"));
}

gboolean
fascia_backup_verify_journal (FasciaBackup *self)
{
  FasciaBackupHead found;

  return examine (self, &found, "", NULL);
}

gboolean
fascia_backup_verify (FasciaBackup *self, const char *path, GError **error)
{
  FasciaBackupHead found = self->head;

  if (!examine (self, &found, path, error))
    return FALSE;
  if (found.schema != self->head.schema || found.n_entries != self->head.n_entries
      || found.first_day != self->head.first_day || found.last_day != self->head.last_day
      || memcmp (found.state, self->head.state, sizeof found.state) != 0)
    return fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_DAMAGED, path,
                                    _ ("its head speaks of another journal"));
  return TRUE;
}

/* ---- writing ---- */

/* The whole file; locked when there is a passphrase. */
static GBytes *
pack (FasciaBackup *self, const char *path, const char *passphrase, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const guint8 *journal = g_bytes_get_data (self->journal, &size);

  self->head.size = size;
  fascia_sha256 (journal, size, self->head.sha256);
  g_autofree char *head = fascia_backup_head_build (&self->head);
  gsize head_size = strlen (head);
  guint8 *bytes = g_try_malloc (head_size + size);
  if (bytes == NULL)
    {
      fascia_backup_error_set_write (error, path, g_strerror (ENOMEM));
      return NULL;
    }
  memcpy (bytes, head, head_size);
  memcpy (bytes + head_size, journal, size);
  GBytes *packed = g_bytes_new_take (bytes, head_size + size);
  if (passphrase == NULL)
    return packed;

  GBytes *locked = fascia_age_lock (packed, passphrase, FASCIA_AGE_WORK, &local_error);
  if (locked == NULL)
    fascia_backup_error_set_write (error, path, local_error->message);
  g_bytes_unref (packed);
  return locked;
}

static gboolean
write_file (FasciaBackup *self, const char *path, GBytes *packed, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (packed, &size);
  gboolean is_same = FALSE;

  g_autoptr (FasciaAtomicFile) file = fascia_atomic_file_new (path, &local_error);
  if (file == NULL || !fascia_atomic_file_write (file, bytes, size, &local_error)
      || !fascia_atomic_file_compare (file, bytes, size, &is_same, &local_error))
    return fascia_backup_error_set_write (error, path, local_error->message);
  if (!is_same)
    return fascia_backup_error_set_write (error, path, _ ("what was written is not what is there"));
  /* What is not wanted any more is not put in its place. */
  if (self->should_stop != NULL && self->should_stop (self->stop_data))
    return fascia_backup_error_set_write (error, path, g_strerror (ECANCELED));
  return fascia_atomic_file_commit (file, &local_error)
         || fascia_backup_error_set_write (error, path, local_error->message);
}

FasciaBackupInfo *
fascia_backup_make_info (const FasciaBackupHead *head,
                         const char *path,
                         guint64 size,
                         gboolean is_locked)
{
  FasciaBackupInfo *info = g_new0 (FasciaBackupInfo, 1);

  info->path = g_strdup (path);
  info->created_ms = head->created_ms;
  info->size = size;
  info->is_locked = is_locked;
  info->schema = head->schema;
  info->n_entries = head->n_entries;
  info->first_day = head->first_day;
  info->last_day = head->last_day;
  return info;
}

gboolean
fascia_backup_save (FasciaBackup *self,
                    const char *path,
                    const char *passphrase,
                    FasciaBackupInfo **info,
                    GError **error)
{
  if (self->origin != NULL && !fascia_db_files_check_output (self->origin, path, error))
    return FALSE;
  /* First the pages as they were read, all of them; what is left out then is empty. */
  if (!examine (self, &self->head, path, error))
    return FALSE;
  GBytes *read = g_bytes_ref (self->journal);
  gboolean success = compact (self);
  if (!success)
    fascia_backup_error_set_write (error, path, g_strerror (ENOMEM));
  else if (self->journal != read)
    success = fascia_backup_verify (self, path, error);
  g_bytes_unref (read);
  if (!success)
    return FALSE;

  if (!fascia_room_check (path, g_bytes_get_size (self->journal), error))
    return FALSE;
  g_autoptr (GBytes) packed = pack (self, path, passphrase, error);
  if (packed == NULL || !write_file (self, path, packed, error))
    return FALSE;
  if (info != NULL)
    *info = fascia_backup_make_info (&self->head, path, g_bytes_get_size (packed),
                                     passphrase != NULL);
  return TRUE;
}

/* ---- reading ---- */

static GBytes *
read_file (const char *path, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      int code = errno;

      if (fd >= 0)
        close (fd);
      fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_READ, path, g_strerror (code));
      return NULL;
    }
  if (!S_ISREG (status.st_mode) || (guint64) status.st_size > MAX_SIZE)
    {
      close (fd);
      fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_NOT_BACKUP, path, NULL);
      return NULL;
    }

  gsize size = (gsize) status.st_size, at = 0;
  guint8 *bytes = g_try_malloc (size + 1);
  int code = bytes == NULL ? ENOMEM : 0;
  while (code == 0 && at < size)
    {
      gssize n_read = read (fd, bytes + at, size - at);

      if (n_read > 0)
        at += (gsize) n_read;
      else if (n_read == 0)
        break;
      else if (errno != EINTR)
        code = errno;
    }
  close (fd);
  if (code == 0)
    return g_bytes_new_take (bytes, at);
  g_free (bytes);
  fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_READ, path, g_strerror (code));
  return NULL;
}

static GBytes *
unlock (GBytes *locked, const char *path, const char *passphrase, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (passphrase == NULL)
    {
      fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_LOCKED, path, NULL);
      return NULL;
    }
  GBytes *opened = fascia_age_unlock (locked, passphrase, &local_error);
  if (opened != NULL)
    return opened;
  if (g_error_matches (local_error, FASCIA_AGE_ERROR, FASCIA_AGE_ERROR_PASSPHRASE))
    fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_PASSPHRASE, path, NULL);
  else if (g_error_matches (local_error, FASCIA_AGE_ERROR, FASCIA_AGE_ERROR_DAMAGED))
    fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_DAMAGED, path, NULL);
  else if (g_error_matches (local_error, FASCIA_AGE_ERROR, FASCIA_AGE_ERROR_FORMAT))
    fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_DAMAGED, path,
                             _ ("it was not locked with a passphrase alone"));
  else
    fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_READ, path, local_error->message);
  return NULL;
}

/* The head of an opened file; *@size: how long it is. */
static gboolean
read_head (GBytes *bytes, const char *path, FasciaBackupHead *head, gsize *size, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  int head_size = fascia_backup_head_parse (length > 0 ? data : "", length, head);

  if (head_size == 0)
    return fascia_backup_set_unknown (error, path, length > 0 ? data : "", length);
  if (head_size == -1)
    return fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_TOO_NEW, path, NULL);
  if (head_size < 0)
    return fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_DAMAGED, path,
                                    _ ("its head is not as it was written"));
  *size = (gsize) head_size;
  return TRUE;
}

FasciaBackup *
fascia_backup_load (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (GBytes) packed = read_file (path, error);
  FasciaBackupHead head;
  guint8 digest[FASCIA_DIGEST_SIZE];
  gsize head_size = 0, size;

  if (packed == NULL)
    return NULL;
  const guint8 *data = g_bytes_get_data (packed, &size);
  if (fascia_age_is_locked (data, size))
    {
      GBytes *opened = unlock (packed, path, passphrase, error);

      if (opened == NULL)
        return NULL;
      g_bytes_unref (packed);
      packed = opened;
      data = g_bytes_get_data (packed, &size);
    }
  if (!read_head (packed, path, &head, &head_size, error))
    return NULL;
  if (head.size != size - head_size)
    {
      fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_DAMAGED, path,
                               head.size > size - head_size ? _ ("it was cut short")
                                                            : _ ("it is longer than it was"));
      return NULL;
    }
  fascia_sha256 (data + head_size, size - head_size, digest);
  if (memcmp (digest, head.sha256, sizeof digest) != 0)
    {
      fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_DAMAGED, path,
                               _ ("it is not as it was written"));
      return NULL;
    }
  FasciaBackup *self = g_new0 (FasciaBackup, 1);
  self->head = head;
  self->journal = g_bytes_new_from_bytes (packed, head_size, size - head_size);
  return self;
}
