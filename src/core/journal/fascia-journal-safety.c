/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: answers of the safety check. */

#include "config.h"

#include "fascia-journal-safety.h"

#include "../store/fascia-db-practice.h"
#include "fascia-journal-private.h"

/* ---- reading ---- */

typedef struct
{
  GArray *answers;
  gint32 answered_day;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->answers, g_array_unref);
  g_free (loaded);
}

static gboolean
execute_load (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);

  if (db == NULL)
    return TRUE;
  Loaded *loaded = g_new0 (Loaded, 1);
  loaded->answers = fascia_db_load_answers (db, &loaded->answered_day, &job->error);
  if (loaded->answers != NULL)
    fascia_journal_job_set_result (job, loaded, loaded_free);
  else
    loaded_free (loaded);
  return TRUE;
}

void
fascia_journal_load_answers_async (FasciaJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  fascia_journal_push_read (self, fascia_journal_load_answers_async, execute_load, NULL, NULL,
                            cancellable, callback, user_data);
}

GArray *
fascia_journal_load_answers_finish (FasciaJournal *self,
                                    GAsyncResult *result,
                                    gint32 *answered_day,
                                    GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_answers_async), NULL);

  Loaded *loaded = fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
  if (loaded == NULL)
    return NULL;
  GArray *answers = g_steal_pointer (&loaded->answers);
  if (answered_day != NULL)
    *answered_day = loaded->answered_day;
  loaded_free (loaded);
  return answers;
}

/* ---- writing ---- */

typedef struct
{
  GArray *answers;
  gint32 answered_day;
} SetRequest;

static void
set_request_free (gpointer data)
{
  SetRequest *request = data;

  g_array_unref (request->answers);
  g_free (request);
}

static gboolean
execute_set (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  const SetRequest *request = job->request;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (
      job,
      fascia_db_set_answers (db, (const FasciaConditionAnswer *) (gpointer) request->answers->data,
                             request->answers->len, request->answered_day, &job->error),
      (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

void
fascia_journal_set_answers_async (FasciaJournal *self,
                                  const FasciaConditionAnswer *answers,
                                  guint n_answers,
                                  gint32 answered_day,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (answers != NULL || n_answers == 0);

  /* Codes and places are interned: copying the values is enough. */
  SetRequest *request = g_new0 (SetRequest, 1);
  request->answers
      = g_array_sized_new (FALSE, TRUE, sizeof (FasciaConditionAnswer), MAX (1, n_answers));
  if (n_answers > 0)
    g_array_append_vals (request->answers, answers, n_answers);
  request->answered_day = answered_day;
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_write_finish, execute_set,
                                               request, set_request_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_WRITE);
}
