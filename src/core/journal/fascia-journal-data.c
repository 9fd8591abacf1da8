/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: backups, restoring, repair and the end. */

#include "config.h"

#include "fascia-journal-data.h"
#include "fascia-journal-private.h"

typedef struct
{
  char *path;
  char *passphrase;
  FasciaUid entry;
  gboolean backups_too;
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

static gboolean
execute_backup (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  DataRequest *request = job->request;
  FasciaBackupInfo *info = NULL;

  if (db != NULL && fascia_db_backup (db, request->path, request->passphrase, &info, &job->error))
    fascia_journal_job_set_result (job, info, (GDestroyNotify) fascia_backup_info_free);
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
execute_not_yet (FasciaJournalJob *job, FasciaWorker *worker)
{
  job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not there yet.");
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

  push_data (self, fascia_journal_preview_restore_async, execute_not_yet,
             data_request_new (path, passphrase), cancellable, callback, user_data);
}

FasciaBackupPreview *
fascia_journal_preview_restore_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_preview_restore_async, error);
}

/* ---- what takes the place of the whole journal ---- */

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

  push_data (self, fascia_journal_restore_async, execute_not_yet,
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

  push_data (self, fascia_journal_repair_async, execute_not_yet, data_request_new (NULL, NULL),
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

  push_data (self, fascia_journal_erase_async, execute_not_yet, data_request_new (NULL, NULL),
             cancellable, callback, user_data);
}

gboolean
fascia_journal_erase_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  return finish_data (self, result, fascia_journal_erase_async, error) != NULL;
}

/* ---- one entry, for good ---- */

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
  push_data (self, fascia_journal_write_finish, execute_not_yet, request, cancellable, callback,
             user_data);
}
