/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: what is asked for, and how much there is of it. */

#include "config.h"

#include "fascia-journal-private.h"

typedef struct
{
  FasciaQuery *query; /* (nullable) */
  gint64 before_ms;
  FasciaUid uid;
  gboolean has_uid;
  guint limit;
  gint32 first_day;
  gint32 last_day;
} QueryRequest;

static QueryRequest *
query_request_new (FasciaQuery *query, const FasciaUid *uid)
{
  QueryRequest *request = g_new0 (QueryRequest, 1);

  request->query = query != NULL ? fascia_query_ref (query) : NULL;
  request->has_uid = uid != NULL;
  if (uid != NULL)
    request->uid = *uid;
  return request;
}

static void
query_request_free (gpointer data)
{
  QueryRequest *request = data;

  g_clear_pointer (&request->query, fascia_query_unref);
  g_free (request);
}

static gboolean
execute_query (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  QueryRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job,
                                 fascia_db_query (db, request->query, request->before_ms,
                                                  request->has_uid ? &request->uid : NULL,
                                                  request->limit, &job->error),
                                 (GDestroyNotify) g_ptr_array_unref);
  return TRUE;
}

void
fascia_journal_query_async (FasciaJournal *self,
                            FasciaQuery *query,
                            gint64 before_ms,
                            const FasciaUid *before_uid,
                            guint limit,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  QueryRequest *request = query_request_new (query, before_uid);
  request->before_ms = before_ms;
  request->limit = limit;
  fascia_journal_push_read (self, fascia_journal_query_async, execute_query, request,
                            query_request_free, cancellable, callback, user_data);
}

GPtrArray *
fascia_journal_query_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_query_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

static gboolean
execute_count_days (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  QueryRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (
      job,
      fascia_db_count_days (db, request->query, request->first_day, request->last_day, &job->error),
      (GDestroyNotify) g_array_unref);
  return TRUE;
}

void
fascia_journal_count_days_async (FasciaJournal *self,
                                 FasciaQuery *query,
                                 gint32 first_day,
                                 gint32 last_day,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  QueryRequest *request = query_request_new (query, NULL);
  request->first_day = first_day;
  request->last_day = last_day;
  fascia_journal_push_read (self, fascia_journal_count_days_async, execute_count_days, request,
                            query_request_free, cancellable, callback, user_data);
}

GArray *
fascia_journal_count_days_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_count_days_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

static gboolean
execute_load_entry (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  QueryRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  FasciaEntry *entry = fascia_db_get_entry (db, &request->uid, &job->error);
  fascia_journal_job_set_result (job, entry, (GDestroyNotify) fascia_entry_unref);
  return TRUE;
}

void
fascia_journal_load_entry_async (FasciaJournal *self,
                                 const FasciaUid *uid,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (uid != NULL);

  fascia_journal_push_read (self, fascia_journal_load_entry_async, execute_load_entry,
                            query_request_new (NULL, uid), query_request_free, cancellable,
                            callback, user_data);
}

FasciaEntry *
fascia_journal_load_entry_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_entry_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}
