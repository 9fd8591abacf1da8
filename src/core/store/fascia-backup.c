/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: making one, looking into one, comparing one with the journal. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../exchange/fascia-age.h"
#include "fascia-backup-private.h"
#include "fascia-db-rows.h"

G_DEFINE_BOXED_TYPE (FasciaBackupInfo,
                     fascia_backup_info,
                     fascia_backup_info_copy,
                     fascia_backup_info_free)
G_DEFINE_BOXED_TYPE (FasciaBackupPreview,
                     fascia_backup_preview,
                     fascia_backup_preview_copy,
                     fascia_backup_preview_free)

FasciaBackupInfo *
fascia_backup_info_copy (const FasciaBackupInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaBackupInfo *copy = g_memdup2 (self, sizeof *self);
  copy->path = g_strdup (self->path);
  return copy;
}

void
fascia_backup_info_free (FasciaBackupInfo *self)
{
  g_free (self->path);
  g_free (self);
}

FasciaBackupPreview *
fascia_backup_preview_copy (const FasciaBackupPreview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  FasciaBackupPreview *copy = g_memdup2 (self, sizeof *self);
  copy->info = fascia_backup_info_copy (self->info);
  return copy;
}

void
fascia_backup_preview_free (FasciaBackupPreview *self)
{
  fascia_backup_info_free (self->info);
  g_free (self);
}

/* ---- making one ---- */

gboolean
fascia_db_backup (FasciaDb *db,
                  const char *path,
                  const char *passphrase,
                  FasciaBackupInfo **info,
                  GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  g_autoptr (FasciaBackup) backup = fascia_backup_take (db, error);
  return backup != NULL && fascia_backup_save (backup, path, passphrase, info, error);
}

/* ---- looking into one ---- */

/* What the beginning of the file says: its head, or that it is locked. */
static FasciaBackupInfo *
inspect_beginning (const char *path, GError **error)
{
  char bytes[FASCIA_BACKUP_HEAD_MAX];
  FasciaBackupHead head = { .n_entries = -1, .first_day = 1 };
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize n_bytes = fd >= 0 && fstat (fd, &status) == 0 ? 0 : -1;

  if (n_bytes == 0 && S_ISREG (status.st_mode))
    n_bytes = pread (fd, bytes, sizeof bytes, 0);
  int code = n_bytes < 0 ? errno : 0;
  if (fd >= 0)
    close (fd);
  if (code != 0)
    {
      fascia_backup_error_set (error, FASCIA_BACKUP_ERROR_READ, path, g_strerror (code));
      return NULL;
    }

  gboolean is_locked = fascia_age_is_locked ((const guint8 *) bytes, (gsize) n_bytes);
  if (is_locked)
    {
      head.created_ms = (gint64) status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1000000;
      return fascia_backup_make_info (&head, path, (guint64) status.st_size, TRUE);
    }
  int head_size = fascia_backup_head_parse (bytes, (gsize) n_bytes, &head);
  if (head_size > 0 && (guint64) head_size + head.size == (guint64) status.st_size)
    return fascia_backup_make_info (&head, path, (guint64) status.st_size, FALSE);
  if (head_size == 0)
    {
      fascia_backup_set_unknown (error, path, bytes, (gsize) n_bytes);
      return NULL;
    }
  fascia_backup_error_set (
      error, head_size == -1 ? FASCIA_BACKUP_ERROR_TOO_NEW : FASCIA_BACKUP_ERROR_DAMAGED, path,
      NULL);
  return NULL;
}

gboolean
fascia_backup_read_head (const char *path, FasciaBackupHead *head)
{
  char bytes[FASCIA_BACKUP_HEAD_MAX];
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize n_bytes = fd >= 0 ? pread (fd, bytes, sizeof bytes, 0) : -1;

  if (fd >= 0)
    close (fd);
  return n_bytes > 0 && fascia_backup_head_parse (bytes, (gsize) n_bytes, head) > 0;
}

FasciaBackupInfo *
fascia_backup_inspect (const char *path, const char *passphrase, gboolean verify, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (FasciaBackupInfo) info = inspect_beginning (path, error);
  if (info == NULL || (!verify && (!info->is_locked || passphrase == NULL)))
    return g_steal_pointer (&info);

  g_autoptr (FasciaBackup) backup = fascia_backup_load (path, passphrase, error);
  if (backup == NULL || (verify && !fascia_backup_verify (backup, path, error)))
    return NULL;
  return fascia_backup_make_info (&backup->head, path, info->size, info->is_locked);
}

/* ---- comparing ---- */

static guint
hash_uid (gconstpointer data)
{
  guint hash;

  /* The end of a name is chance. */
  memcpy (&hash, ((const FasciaEntryDigest *) data)->uid.bytes + 12, sizeof hash);
  return hash;
}

static gboolean
equal_uid (gconstpointer a, gconstpointer b)
{
  return fascia_uid_equal (&((const FasciaEntryDigest *) a)->uid,
                           &((const FasciaEntryDigest *) b)->uid);
}

static void
add_digest (const FasciaEntryDigest *digest, gpointer data)
{
  if (digest->has_uid)
    g_array_append_vals (data, digest, 1);
}

/* Every entry with what it says, in the form of that version. */
static GArray *
load_digests (FasciaDb *db, int version, GError **error)
{
  g_autoptr (GArray) digests = g_array_new (FALSE, FALSE, sizeof (FasciaEntryDigest));

  return fascia_db_foreach_digest (db, version, add_digest, digests, error)
             ? g_steal_pointer (&digests)
             : NULL;
}

static void
count (GArray *here, GArray *there, FasciaBackupPreview *preview)
{
  g_autoptr (GHashTable) table = g_hash_table_new (hash_uid, equal_uid);

  for (guint i = 0; i < here->len; i++)
    g_hash_table_add (table, &g_array_index (here, FasciaEntryDigest, i));
  preview->n_only_there = preview->n_different = preview->n_same = 0;
  for (guint i = 0; i < there->len; i++)
    {
      const FasciaEntryDigest *one = &g_array_index (there, FasciaEntryDigest, i);
      const FasciaEntryDigest *other = g_hash_table_lookup (table, one);

      if (other == NULL)
        preview->n_only_there++;
      else if (memcmp (one->bytes, other->bytes, sizeof one->bytes) != 0)
        preview->n_different++;
      else
        preview->n_same++;
    }
  preview->n_only_here = here->len - preview->n_same - preview->n_different;
}

FasciaBackupPreview *
fascia_backup_compare (FasciaBackup *self, FasciaBackup *here, GError **error)
{
  g_autoptr (FasciaBackupPreview) preview = g_new0 (FasciaBackupPreview, 1);
  g_autoptr (GArray) digests_there = NULL;
  g_autoptr (GArray) digests_here = NULL;

  preview->info = fascia_backup_make_info (&self->head, "", 0, FALSE);
  preview->n_only_here = preview->n_only_there = preview->n_different = preview->n_same = -1;
  if (here == NULL)
    return g_steal_pointer (&preview);

  FasciaDb *db_here = fascia_backup_open (here, NULL);
  /* A journal that cannot be read is no reason not to look at the backup. */
  if (db_here == NULL)
    return g_steal_pointer (&preview);
  FasciaDb *db_there = fascia_backup_open (self, error);
  if (db_there != NULL)
    {
      /* What one of them cannot say does not set them apart. */
      int version
          = MIN (fascia_db_get_digest_version (db_here), fascia_db_get_digest_version (db_there));

      digests_there = load_digests (db_there, version, error);
      digests_here = load_digests (db_here, version, NULL);
      fascia_db_close (db_there, NULL);
    }
  fascia_db_close (db_here, NULL);
  if (digests_there == NULL)
    return NULL;
  if (digests_here != NULL)
    count (digests_here, digests_there, preview);
  return g_steal_pointer (&preview);
}

FasciaBackupPreview *
fascia_backup_preview_taken (FasciaBackup *here,
                             const char *path,
                             const char *passphrase,
                             GError **error)
{
  g_autoptr (FasciaBackupInfo) info = fascia_backup_inspect (path, NULL, FALSE, error);
  g_autoptr (FasciaBackup) backup
      = info != NULL ? fascia_backup_load (path, passphrase, error) : NULL;

  if (backup == NULL || !fascia_backup_verify (backup, path, error))
    return NULL;
  FasciaBackupPreview *preview = fascia_backup_compare (backup, here, error);
  if (preview == NULL)
    return NULL;
  g_free (preview->info->path);
  preview->info->path = g_strdup (path);
  preview->info->size = info->size;
  preview->info->is_locked = info->is_locked;
  return preview;
}

FasciaBackupPreview *
fascia_backup_preview (FasciaDb *db, const char *path, const char *passphrase, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (FasciaBackup) here = db != NULL ? fascia_backup_take (db, NULL) : NULL;
  return fascia_backup_preview_taken (here, path, passphrase, error);
}
