/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: tags and own scales. */

#include "config.h"

#include "fascia-journal-private.h"

/* ---- reading ---- */

static gboolean
execute_load_tags (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, fascia_db_load_tags (db, &job->error),
                                 (GDestroyNotify) fascia_tags_unref);
  return TRUE;
}

void
fascia_journal_load_tags_async (FasciaJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_tags_async, execute_load_tags, NULL, NULL,
                            cancellable, callback, user_data);
}

FasciaTags *
fascia_journal_load_tags_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_tags_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

static gboolean
execute_load_items (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, fascia_db_load_items (db, &job->error),
                                 (GDestroyNotify) fascia_items_unref);
  return TRUE;
}

void
fascia_journal_load_items_async (FasciaJournal *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_items_async, execute_load_items, NULL, NULL,
                            cancellable, callback, user_data);
}

FasciaItems *
fascia_journal_load_items_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_items_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

/* ---- writing ---- */

typedef struct
{
  FasciaTagChangeType type;
  char *code;
  char *name;
  char *into;
  FasciaOwnScale scale;
} ChangeRequest;

static void
change_request_free (gpointer data)
{
  ChangeRequest *request = data;

  g_free (request->code);
  g_free (request->name);
  g_free (request->into);
  g_free ((gpointer) request->scale.code);
  g_free ((gpointer) request->scale.name);
  g_free ((gpointer) request->scale.unit);
  g_free ((gpointer) request->scale.low_label);
  g_free ((gpointer) request->scale.high_label);
  g_free (request);
}

static void
push_change (FasciaJournal *self,
             FasciaJobFunc execute,
             ChangeRequest *request,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_write_finish, execute, request,
                                               change_request_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_WRITE);
}

static gboolean
execute_change_tag (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ChangeRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  const FasciaTagChange change = { request->type, request->code, request->name, request->into };
  fascia_journal_job_set_result (job, fascia_db_change_tag (db, &change, NULL, &job->error),
                                 (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

void
fascia_journal_change_tag_async (FasciaJournal *self,
                                 const FasciaTagChange *change,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (change != NULL);

  ChangeRequest *request = g_new0 (ChangeRequest, 1);
  request->type = change->type;
  request->code = g_strdup (change->code);
  request->name = g_strdup (change->name);
  request->into = g_strdup (change->into);
  push_change (self, execute_change_tag, request, cancellable, callback, user_data);
}

static gboolean
execute_put_scale (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ChangeRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, fascia_db_put_scale (db, &request->scale, NULL, &job->error),
                                 (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

void
fascia_journal_put_scale_async (FasciaJournal *self,
                                const FasciaOwnScale *scale,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (scale != NULL);

  ChangeRequest *request = g_new0 (ChangeRequest, 1);
  request->scale = *scale;
  request->scale.code = g_strdup (scale->code);
  request->scale.name = g_strdup (scale->name);
  request->scale.unit = g_strdup (scale->unit);
  request->scale.low_label = g_strdup (scale->low_label);
  request->scale.high_label = g_strdup (scale->high_label);
  push_change (self, execute_put_scale, request, cancellable, callback, user_data);
}

static gboolean
execute_merge_scale (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ChangeRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (
      job, fascia_db_merge_scale (db, request->code, request->into, &job->error),
      (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

void
fascia_journal_merge_scale_async (FasciaJournal *self,
                                  const char *code,
                                  const char *into,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (code != NULL && into != NULL);

  ChangeRequest *request = g_new0 (ChangeRequest, 1);
  request->code = g_strdup (code);
  request->into = g_strdup (into);
  push_change (self, execute_merge_scale, request, cancellable, callback, user_data);
}

static gboolean
execute_delete_scale (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ChangeRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, fascia_db_delete_scale (db, request->code, &job->error),
                                 (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

void
fascia_journal_delete_scale_async (FasciaJournal *self,
                                   const char *code,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (code != NULL);

  ChangeRequest *request = g_new0 (ChangeRequest, 1);
  request->code = g_strdup (code);
  push_change (self, execute_delete_scale, request, cancellable, callback, user_data);
}
