/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: backups, restoring, repair and the end. */

#include "config.h"

#include "../store/fascia-backup-private.h"
#include "fascia-journal-data.h"
#include "fascia-journal-private.h"

typedef struct
{
  char *path;
  char *passphrase;
  FasciaUid entry;
  gboolean backups_too;
  FasciaBackup *here; /* the journal as it was when it was asked for; (nullable) */
} DataRequest;

static DataRequest *
data_request_new (const char *path, const char *passphrase)
{
  DataRequest *request = g_new0 (DataRequest, 1);

  request->path = g_strdup (path);
  request->passphrase = g_strdup (passphrase);
  return request;
}

static void
data_request_free (gpointer data)
{
  DataRequest *request = data;

  if (request->passphrase != NULL)
    explicit_bzero (request->passphrase, strlen (request->passphrase));
  g_clear_pointer (&request->here, fascia_backup_free);
  g_free (request->passphrase);
  g_free (request->path);
  g_free (request);
}

static void
push_data (FasciaJournal *self,
           gconstpointer tag,
           FasciaJobFunc execute,
           DataRequest *request,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  fascia_journal_push (self,
                       fascia_journal_job_new (self, tag, execute, request, data_request_free,
                                               cancellable, callback, user_data),
                       FASCIA_JOB_WRITE);
}

static gpointer
finish_data (FasciaJournal *self, GAsyncResult *result, gconstpointer tag, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) tag), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

/* ---- backups ---- */

/* Locking and verifying take seconds, and need the database no more. */
static gboolean
save_aside (FasciaJournalJob *job, FasciaWorker *worker)
{
  DataRequest *request = job->request;
  FasciaBackupInfo *info = NULL;

  if (fascia_backup_save (request->here, request->path, request->passphrase, &info, &job->error))
    fascia_journal_job_set_result (job, info, (GDestroyNotify) fascia_backup_info_free);
  return TRUE;
}

static gboolean
execute_backup (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  DataRequest *request = job->request;

  if (db != NULL)
    request->here = fascia_backup_take (db, &job->error);
  job->aside = save_aside;
  return TRUE;
}

void
fascia_journal_backup_async (FasciaJournal *self,
                             const char *path,
                             const char *passphrase,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (path != NULL);

  push_data (self, fascia_journal_backup_async, execute_backup, data_request_new (path, passphrase),
             cancellable, callback, user_data);
}

FasciaBackupInfo *
fascia_journal_backup_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_backup_async, error);
}

static gboolean
execute_list (FasciaJournalJob *job, FasciaWorker *worker)
{
  DataRequest *request = job->request;
  GPtrArray *list = fascia_backup_list (request->path, &job->error);

  if (list != NULL)
    fascia_journal_job_set_result (job, list, (GDestroyNotify) g_ptr_array_unref);
  return TRUE;
}

void
fascia_journal_list_backups_async (FasciaJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  push_data (self, fascia_journal_list_backups_async, execute_list,
             data_request_new (fascia_journal_get_path (self), NULL), cancellable, callback,
             user_data);
}

GPtrArray *
fascia_journal_list_backups_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_list_backups_async, error);
}

static gboolean
preview_aside (FasciaJournalJob *job, FasciaWorker *worker)
{
  DataRequest *request = job->request;
  FasciaBackupPreview *preview = fascia_backup_preview_taken (request->here, request->path,
                                                              request->passphrase, &job->error);

  if (preview != NULL)
    fascia_journal_job_set_result (job, preview, (GDestroyNotify) fascia_backup_preview_free);
  return TRUE;
}

static gboolean
execute_preview (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_peek_db (worker);
  DataRequest *request = job->request;

  /* Without a journal that can be read there is nothing to compare with. */
  if (db != NULL)
    request->here = fascia_backup_take (db, NULL);
  job->aside = preview_aside;
  return TRUE;
}

void
fascia_journal_preview_restore_async (FasciaJournal *self,
                                      const char *path,
                                      const char *passphrase,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (path != NULL);

  push_data (self, fascia_journal_preview_restore_async, execute_preview,
             data_request_new (path, passphrase), cancellable, callback, user_data);
}

FasciaBackupPreview *
fascia_journal_preview_restore_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_preview_restore_async, error);
}

/* ---- what takes the place of the whole journal ---- */

/* What changes the files with the database closed; sets the result. */
typedef gboolean (*FilesFunc) (FasciaJournalJob *job, const char *journal, FasciaClock *clock);

/* Closes, lets @func work, opens what is there then. */
static gboolean
execute_closed (FasciaJournalJob *job, FasciaWorker *worker, FilesFunc func)
{
  FasciaJournal *journal = job->source;

  /* Not to find what was there before among the backups of what is there then. */
  fascia_worker_void_copies (worker);
  fascia_worker_close (worker);
  gboolean success
      = func (job, fascia_journal_get_path (journal), fascia_journal_get_clock (journal));
  job->is_reopened = TRUE;
  g_clear_error (&job->lost);
  if (fascia_worker_open (worker, &job->lost) && success)
    job->changes |= FASCIA_CHANGE_ALL;
  return TRUE;
}

static gboolean
restore_files (FasciaJournalJob *job, const char *journal, FasciaClock *clock)
{
  DataRequest *request = job->request;
  char *kept = NULL;

  if (!fascia_backup_put (request->here, journal, clock, &kept, &job->error))
    return FALSE;
  fascia_journal_job_set_result (job, kept, g_free);
  return TRUE;
}

static gboolean
execute_restore (FasciaJournalJob *job, FasciaWorker *worker)
{
  DataRequest *request = job->request;

  /* A backup that is not whole is no reason to close anything. */
  request->here = fascia_backup_load (request->path, request->passphrase, &job->error);
  if (request->here == NULL || !fascia_backup_verify (request->here, request->path, &job->error))
    return TRUE;
  return execute_closed (job, worker, restore_files);
}

static gboolean
repair_files (FasciaJournalJob *job, const char *journal, FasciaClock *clock)
{
  char *report = NULL;

  if (!fascia_journal_files_repair (journal, clock, &report, &job->error))
    return FALSE;
  fascia_journal_job_set_result (job, report, g_free);
  return TRUE;
}

static gboolean
execute_repair (FasciaJournalJob *job, FasciaWorker *worker)
{
  return execute_closed (job, worker, repair_files);
}

static gboolean
erase_files (FasciaJournalJob *job, const char *journal, FasciaClock *clock)
{
  if (!fascia_journal_files_erase (journal, &job->error))
    return FALSE;
  fascia_journal_job_set_result (job, GINT_TO_POINTER (TRUE), NULL);
  return TRUE;
}

static gboolean
execute_erase (FasciaJournalJob *job, FasciaWorker *worker)
{
  return execute_closed (job, worker, erase_files);
}

void
fascia_journal_restore_async (FasciaJournal *self,
                              const char *path,
                              const char *passphrase,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (path != NULL);

  push_data (self, fascia_journal_restore_async, execute_restore,
             data_request_new (path, passphrase), cancellable, callback, user_data);
}

char *
fascia_journal_restore_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_restore_async, error);
}

void
fascia_journal_repair_async (FasciaJournal *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  push_data (self, fascia_journal_repair_async, execute_repair, data_request_new (NULL, NULL),
             cancellable, callback, user_data);
}

char *
fascia_journal_repair_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_repair_async, error);
}

void
fascia_journal_erase_async (FasciaJournal *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  push_data (self, fascia_journal_erase_async, execute_erase, data_request_new (NULL, NULL),
             cancellable, callback, user_data);
}

gboolean
fascia_journal_erase_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_erase_async, error) != NULL;
}

/* ---- one entry, for good ---- */

static gboolean
execute_delete (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  DataRequest *request = job->request;

  if (db != NULL)
    fascia_journal_job_set_result (
        job, fascia_db_delete_for_good (db, &request->entry, request->backups_too, &job->error),
        (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

void
fascia_journal_delete_for_good_async (FasciaJournal *self,
                                      const FasciaUid *entry,
                                      gboolean backups_too,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  DataRequest *request = data_request_new (NULL, NULL);
  request->entry = *entry;
  request->backups_too = backups_too;
  push_data (self, fascia_journal_write_finish, execute_delete, request, cancellable, callback,
             user_data);
}
