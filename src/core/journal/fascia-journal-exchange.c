/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: out of it and into it. */

#include "config.h"

#include "fascia-journal-data.h"

#include "../exchange/fascia-import-private.h"
#include "fascia-journal-private.h"

/* ---- out ---- */

typedef struct
{
  FasciaExportFormat format;
  FasciaBody *body;
  char *path;
  FasciaExport *export;
} ExportRequest;

/* Entries written in one go: a few milliseconds, which a mark then waits at most. */
#define SLICE_ENTRIES 200

static void
export_request_free (gpointer data)
{
  ExportRequest *request = data;

  g_clear_pointer (&request->export, fascia_export_free);
  g_clear_pointer (&request->body, fascia_body_unref);
  g_free (request->path);
  g_free (request);
}

static void
set_count (FasciaJournalJob *job, gint64 count)
{
  gint64 *result = g_new (gint64, 1);

  *result = count;
  fascia_journal_job_set_result (job, result, g_free);
}

/* What is left is the disk's business. */
static gboolean
finish_aside (FasciaJournalJob *job, FasciaWorker *worker)
{
  ExportRequest *request = job->request;
  gint64 n_entries = 0;

  /* From here on it is whole, and stays. */
  if (!g_cancellable_set_error_if_cancelled (job->cancellable, &job->error)
      && fascia_export_finish (request->export, &n_entries, &job->error))
    set_count (job, n_entries);
  return TRUE;
}

static gboolean
execute_export (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ExportRequest *request = job->request;
  gboolean done = FALSE;

  if (db == NULL)
    return TRUE;
  if (request->export == NULL)
    request->export
        = fascia_export_new (request->format, request->body, request->path, &job->error);
  if (request->export == NULL
      || !fascia_export_step (request->export, db, SLICE_ENTRIES, &done, &job->error))
    return TRUE;
  if (!done)
    return FALSE;
  job->aside = finish_aside;
  return TRUE;
}

void
fascia_journal_export_async (FasciaJournal *self,
                             FasciaExportFormat format,
                             FasciaBody *body,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (body != NULL && path != NULL);

  ExportRequest *request = g_new0 (ExportRequest, 1);
  request->format = format;
  request->body = fascia_body_ref (body);
  request->path = g_strdup (path);
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_export_async, execute_export,
                                               request, export_request_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_READ);
}

gint64
fascia_journal_export_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_export_async), -1);

  g_autofree gint64 *count = fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
  return count != NULL ? *count : -1;
}

/* ---- in ---- */

typedef struct
{
  FasciaImport *import;
  gboolean skip_bad;
  FasciaImportPlanner *planner; /* NULL before the first slice of a plan */
} ImportRequest;

static ImportRequest *
import_request_new (FasciaImport *import, gboolean skip_bad)
{
  ImportRequest *request = g_new0 (ImportRequest, 1);

  request->import = fascia_import_ref (import);
  request->skip_bad = skip_bad;
  return request;
}

static void
import_request_free (gpointer data)
{
  ImportRequest *request = data;

  g_clear_pointer (&request->planner, fascia_import_planner_free);
  fascia_import_unref (request->import);
  g_free (request);
}

static gboolean
execute_plan (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ImportRequest *request = job->request;
  gboolean done = FALSE;

  if (db == NULL)
    return TRUE;
  if (request->planner == NULL)
    request->planner = fascia_import_planner_new (request->import);
  if (!fascia_import_planner_step (request->planner, db, SLICE_ENTRIES, &done, &job->error))
    return TRUE;
  if (done)
    fascia_journal_job_set_result (
        job,
        g_memdup2 (fascia_import_planner_get_plan (request->planner), sizeof (FasciaImportPlan)),
        g_free);
  return done;
}

void
fascia_journal_plan_import_async (FasciaJournal *self,
                                  FasciaImport *import,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (import != NULL);

  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_plan_import_async, execute_plan,
                                               import_request_new (import, FALSE),
                                               import_request_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_READ);
}

gboolean
fascia_journal_plan_import_finish (FasciaJournal *self,
                                   GAsyncResult *result,
                                   FasciaImportPlan *plan,
                                   GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_plan_import_async), FALSE);

  g_autofree FasciaImportPlan *found
      = fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
  if (found != NULL && plan != NULL)
    *plan = *found;
  return found != NULL;
}

static gboolean
execute_import (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  ImportRequest *request = job->request;
  FasciaImportPlan plan;

  if (db != NULL)
    fascia_journal_job_set_result (job,
                                   fascia_db_import_cancellable (db, request->import,
                                                                 request->skip_bad, &plan,
                                                                 job->cancellable, &job->error),
                                   (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

void
fascia_journal_import_async (FasciaJournal *self,
                             FasciaImport *import,
                             gboolean skip_bad,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (import != NULL);

  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_write_finish, execute_import,
                                               import_request_new (import, skip_bad),
                                               import_request_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_WRITE);
}
