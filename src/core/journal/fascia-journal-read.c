/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: what can be read. */

#include "config.h"

#include "fascia-journal-private.h"

/* How far back places are offered again. */
#define RECENT_DAYS 14

typedef struct
{
  FasciaEntry *open;
  GArray *recent;
} Body;

static void
body_free (gpointer data)
{
  Body *body = data;

  g_clear_pointer (&body->open, fascia_entry_unref);
  g_clear_pointer (&body->recent, g_array_unref);
  g_free (body);
}

static gboolean
execute_load_body (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  FasciaMoment now;

  if (db == NULL)
    return TRUE;
  Body *body = g_new0 (Body, 1);
  fascia_journal_job_set_result (job, body, body_free);
  body->open = fascia_db_get_open_check_in (db, &job->error);
  if (job->error != NULL)
    return TRUE;
  fascia_clock_now (fascia_journal_get_clock (job->source), &now);
  const FasciaMoment *from = body->open != NULL ? fascia_entry_get_moment (body->open) : &now;
  body->recent = fascia_db_load_recent (
      db, from->day - RECENT_DAYS, body->open != NULL ? from->utc_ms : now.utc_ms + 1, &job->error);
  return TRUE;
}

void
fascia_journal_push_read (FasciaJournal *self,
                          gconstpointer tag,
                          FasciaJobFunc execute,
                          gpointer request,
                          GDestroyNotify free_request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  fascia_journal_push (self,
                       fascia_journal_job_new (self, tag, execute, request, free_request,
                                               cancellable, callback, user_data),
                       FASCIA_JOB_READ);
}

void
fascia_journal_load_body_async (FasciaJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_body_async, execute_load_body, NULL, NULL,
                            cancellable, callback, user_data);
}

gboolean
fascia_journal_load_body_finish (FasciaJournal *self,
                                 GAsyncResult *result,
                                 FasciaEntry **open,
                                 GArray **recent,
                                 GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_body_async), FALSE);

  Body *body = fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
  if (body == NULL)
    return FALSE;
  if (open != NULL)
    *open = g_steal_pointer (&body->open);
  if (recent != NULL)
    *recent = g_steal_pointer (&body->recent);
  body_free (body);
  return TRUE;
}

typedef struct
{
  gint64 before_ms;
  FasciaUid before_uid;
  gboolean has_uid;
  guint limit;
} ListRequest;

static gboolean
execute_list (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ListRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job,
                                 fascia_db_list (db, request->before_ms,
                                                 request->has_uid ? &request->before_uid : NULL,
                                                 request->limit, &job->error),
                                 (GDestroyNotify) g_ptr_array_unref);
  return TRUE;
}

void
fascia_journal_list_async (FasciaJournal *self,
                           gint64 before_ms,
                           const FasciaUid *before_uid,
                           guint limit,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  ListRequest *request = g_new0 (ListRequest, 1);
  request->before_ms = before_ms;
  request->limit = limit;
  if (before_uid != NULL)
    {
      request->before_uid = *before_uid;
      request->has_uid = TRUE;
    }
  fascia_journal_push_read (self, fascia_journal_list_async, execute_list, request, g_free,
                            cancellable, callback, user_data);
}

GPtrArray *
fascia_journal_list_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_list_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

static gboolean
execute_load_series (FasciaJournalJob *job, FasciaWorker *worker)
{
  gboolean done = TRUE;

  if (fascia_worker_get_db (worker, job) == NULL)
    return TRUE;
  FasciaSeries *series = fascia_worker_load_series (worker, &done, &job->error);
  fascia_journal_job_set_result (job, series, (GDestroyNotify) fascia_series_unref);
  return done;
}

void
fascia_journal_load_series_async (FasciaJournal *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_series_async, execute_load_series, NULL, NULL,
                            cancellable, callback, user_data);
}

FasciaSeries *
fascia_journal_load_series_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_series_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

/* ---- marks and words since a day ---- */

typedef struct
{
  gint32 first_day;
  gint64 before_ms;
  guint limit;
} SinceRequest;

static SinceRequest *
since_request_new (gint32 first_day, gint64 before_ms, guint limit)
{
  SinceRequest *request = g_new0 (SinceRequest, 1);

  *request = (SinceRequest) { first_day, before_ms, limit };
  return request;
}

static gboolean
execute_load_recent (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  SinceRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (
      job, fascia_db_load_recent (db, request->first_day, request->before_ms, &job->error),
      (GDestroyNotify) g_array_unref);
  return TRUE;
}

void
fascia_journal_load_recent_async (FasciaJournal *self,
                                  gint32 first_day,
                                  gint64 before_ms,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_recent_async, execute_load_recent,
                            since_request_new (first_day, before_ms, 0), g_free, cancellable,
                            callback, user_data);
}

GArray *
fascia_journal_load_recent_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_recent_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

static gboolean
execute_load_feelings (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  SinceRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (
      job, fascia_db_load_feelings (db, request->first_day, request->limit, &job->error),
      (GDestroyNotify) g_strfreev);
  return TRUE;
}

void
fascia_journal_load_feelings_async (FasciaJournal *self,
                                    gint32 first_day,
                                    guint limit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_feelings_async, execute_load_feelings,
                            since_request_new (first_day, 0, limit), g_free, cancellable, callback,
                            user_data);
}

char **
fascia_journal_load_feelings_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_feelings_async),
                        NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

/* ---- settings ---- */

static gboolean
execute_load_settings (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, fascia_db_load_settings (db, &job->error),
                                 (GDestroyNotify) fascia_settings_unref);
  return TRUE;
}

void
fascia_journal_load_settings_async (FasciaJournal *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_settings_async, execute_load_settings, NULL,
                            NULL, cancellable, callback, user_data);
}

FasciaSettings *
fascia_journal_load_settings_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_settings_async),
                        NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}
