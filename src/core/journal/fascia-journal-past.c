/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised, read by the worker. */

#include "config.h"

#include "fascia-journal-past.h"

#include "../store/fascia-db-practice.h"
#include "fascia-journal-private.h"

static gboolean
execute_load_past (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  const gint32 *since_day = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, fascia_db_load_past (db, *since_day, &job->error),
                                 (GDestroyNotify) fascia_past_unref);
  return TRUE;
}

void
fascia_journal_load_past_async (FasciaJournal *self,
                                gint32 since_day,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_past_async, execute_load_past,
                            g_memdup2 (&since_day, sizeof since_day), g_free, cancellable, callback,
                            user_data);
}

FasciaPast *
fascia_journal_load_past_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_past_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

/* ---- those without an end ---- */

static gboolean
execute_load_open_sessions (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  const gint32 *since_day = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, fascia_db_load_open_sessions (db, *since_day, &job->error),
                                 (GDestroyNotify) g_ptr_array_unref);
  return TRUE;
}

void
fascia_journal_load_open_sessions_async (FasciaJournal *self,
                                         gint32 since_day,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_open_sessions_async,
                            execute_load_open_sessions, g_memdup2 (&since_day, sizeof since_day),
                            g_free, cancellable, callback, user_data);
}

GPtrArray *
fascia_journal_load_open_sessions_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_open_sessions_async),
                        NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}
