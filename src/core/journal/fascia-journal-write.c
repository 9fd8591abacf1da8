/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: what can be written. */

#include "config.h"

#include "fascia-journal-private.h"

/* A request to write; which fields count depends on the function that made it. */
typedef struct
{
  FasciaLog log;
  FasciaMoment at;
  FasciaUid uid;
  GArray *marks;         /* FasciaMark */
  GArray *drawings;      /* FasciaDrawing */
  GArray *spreads;       /* FasciaSpread: those to be added, then those to be taken out */
  GArray *gone_marks;    /* FasciaMarkKey */
  GArray *gone_drawings; /* FasciaUid */
  char *text;            /* a note, a region or a key */
  GVariant *value;
  FasciaEntry *entry;
  FasciaEntry *begun;
  FasciaMeasurement answer;
  GStrv asked;
  FasciaScale scale;
} WriteRequest;

static void
mark_clear (gpointer data)
{
  FasciaMark *mark = data;

  g_strfreev ((char **) mark->feelings);
}

static void
drawing_clear (gpointer data)
{
  FasciaDrawing *drawing = data;

  g_free ((gpointer) drawing->points);
}

static WriteRequest *
write_request_new (const FasciaUid *uid, const char *text)
{
  WriteRequest *request = g_new0 (WriteRequest, 1);

  if (uid != NULL)
    request->uid = *uid;
  request->text = g_strdup (text);
  request->marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));
  g_array_set_clear_func (request->marks, mark_clear);
  request->drawings = g_array_new (FALSE, FALSE, sizeof (FasciaDrawing));
  g_array_set_clear_func (request->drawings, drawing_clear);
  request->spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));
  request->gone_marks = g_array_new (FALSE, FALSE, sizeof (FasciaMarkKey));
  request->gone_drawings = g_array_new (FALSE, FALSE, sizeof (FasciaUid));
  return request;
}

static void
write_request_free (gpointer data)
{
  WriteRequest *request = data;

  g_array_unref (request->marks);
  g_array_unref (request->drawings);
  g_array_unref (request->spreads);
  g_array_unref (request->gone_marks);
  g_array_unref (request->gone_drawings);
  g_clear_pointer (&request->value, g_variant_unref);
  g_clear_pointer (&request->entry, fascia_entry_unref);
  g_clear_pointer (&request->begun, fascia_entry_unref);
  g_strfreev (request->asked);
  g_free (request->text);
  g_free (request);
}

static void
push_write (FasciaJournal *self,
            FasciaJobFunc execute,
            WriteRequest *request,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_write_finish, execute, request,
                                               write_request_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_WRITE);
}

static gboolean
set_operation (FasciaJournalJob *job, FasciaOperation *operation)
{
  fascia_journal_job_set_result (job, operation, (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

static gboolean
execute_log (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL || set_operation (job, fascia_db_log (db, &request->log, &job->error));
}

/* Regions may be missing: the journal says so later. */
static void
copy_marks (WriteRequest *request, const FasciaLog *log)
{
  for (guint i = 0; i < log->n_marks; i++)
    {
      FasciaMark mark = log->marks[i];

      mark.region = g_intern_string (mark.region);
      mark.feelings = (const char *const *) g_strdupv ((char **) mark.feelings);
      g_array_append_val (request->marks, mark);
    }
  for (guint i = 0; i < log->n_gone_marks; i++)
    {
      FasciaMarkKey key = log->gone_marks[i];

      key.region = g_intern_string (key.region);
      g_array_append_val (request->gone_marks, key);
    }
  request->log.marks = (const FasciaMark *) (gpointer) request->marks->data;
  request->log.gone_marks = (const FasciaMarkKey *) (gpointer) request->gone_marks->data;
}

static void
copy_drawings (WriteRequest *request, const FasciaLog *log)
{
  for (guint i = 0; i < log->n_drawings; i++)
    {
      FasciaDrawing drawing = log->drawings[i];

      /* As they are, to be judged when they are written. */
      drawing.points = g_memdup2 (drawing.points, drawing.n_points * sizeof *drawing.points);
      g_array_append_val (request->drawings, drawing);
    }
  if (log->n_gone_drawings > 0)
    g_array_append_vals (request->gone_drawings, log->gone_drawings, log->n_gone_drawings);
  request->log.drawings = (const FasciaDrawing *) (gpointer) request->drawings->data;
  request->log.gone_drawings = (const FasciaUid *) (gpointer) request->gone_drawings->data;
}

static void
copy_spreads (WriteRequest *request, const FasciaLog *log)
{
  for (guint i = 0; i < log->n_spreads + log->n_gone_spreads; i++)
    {
      const FasciaSpread *spread
          = i < log->n_spreads ? &log->spreads[i] : &log->gone_spreads[i - log->n_spreads];
      FasciaSpread copy = { g_intern_string (spread->from), g_intern_string (spread->to) };

      g_array_append_val (request->spreads, copy);
    }
  request->log.spreads = (const FasciaSpread *) (gpointer) request->spreads->data;
  request->log.gone_spreads = request->log.spreads + log->n_spreads;
}

void
fascia_journal_log_async (FasciaJournal *self,
                          const FasciaLog *log,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (log != NULL);
  g_return_if_fail (log->n_marks == 0 || log->marks != NULL);
  g_return_if_fail (log->n_drawings == 0 || log->drawings != NULL);
  g_return_if_fail (log->n_spreads == 0 || log->spreads != NULL);
  g_return_if_fail (log->n_gone_marks == 0 || log->gone_marks != NULL);
  g_return_if_fail (log->n_gone_drawings == 0 || log->gone_drawings != NULL);
  g_return_if_fail (log->n_gone_spreads == 0 || log->gone_spreads != NULL);

  WriteRequest *request = write_request_new (log->entry, log->note);
  request->log = *log;
  copy_marks (request, log);
  copy_drawings (request, log);
  copy_spreads (request, log);
  request->log.note = request->text;
  request->log.entry = log->entry != NULL ? &request->uid : NULL;
  if (log->at != NULL)
    {
      request->at = *log->at;
      request->at.zone = g_intern_string (log->at->zone);
      request->log.at = &request->at;
    }
  push_write (self, execute_log, request, cancellable, callback, user_data);
}

FasciaOperation *
fascia_journal_write_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_write_finish), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

static gboolean
execute_unmark (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL
         || set_operation (
             job, fascia_db_unmark (db, &request->uid, request->text, request->scale, &job->error));
}

void
fascia_journal_unmark_async (FasciaJournal *self,
                             const FasciaUid *entry,
                             const char *region,
                             FasciaScale scale,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL && region != NULL);

  WriteRequest *request = write_request_new (entry, region);
  request->scale = scale;
  push_write (self, execute_unmark, request, cancellable, callback, user_data);
}

static gboolean
execute_delete_entry (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL || set_operation (job, fascia_db_delete_entry (db, &request->uid, &job->error));
}

void
fascia_journal_delete_entry_async (FasciaJournal *self,
                                   const FasciaUid *entry,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  push_write (self, execute_delete_entry, write_request_new (entry, NULL), cancellable, callback,
              user_data);
}

static gboolean
execute_set_note (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL
         || set_operation (job, fascia_db_set_note (db, &request->uid, request->text, &job->error));
}

void
fascia_journal_set_note_async (FasciaJournal *self,
                               const FasciaUid *entry,
                               const char *note,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  push_write (self, execute_set_note, write_request_new (entry, note), cancellable, callback,
              user_data);
}

static gboolean
execute_put (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL || set_operation (job, fascia_db_put (db, request->entry, &job->error));
}

void
fascia_journal_put_async (FasciaJournal *self,
                          FasciaEntry *entry,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  WriteRequest *request = write_request_new (NULL, NULL);
  request->entry = fascia_entry_ref (entry);
  push_write (self, execute_put, request, cancellable, callback, user_data);
}

/* @entry in place of @begun, as @execute says. */
static void
push_pair (FasciaJournal *self,
           FasciaJobFunc execute,
           FasciaEntry *begun,
           FasciaEntry *entry,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  WriteRequest *request = write_request_new (NULL, NULL);

  request->begun = fascia_entry_ref (begun);
  request->entry = fascia_entry_ref (entry);
  push_write (self, execute, request, cancellable, callback, user_data);
}

static gboolean
execute_put_over (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL
         || set_operation (job,
                           fascia_db_put_over (db, request->begun, request->entry, &job->error));
}

void
fascia_journal_put_over_async (FasciaJournal *self,
                               FasciaEntry *begun,
                               FasciaEntry *entry,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (begun != NULL);
  g_return_if_fail (entry != NULL);

  push_pair (self, execute_put_over, begun, entry, cancellable, callback, user_data);
}

static gboolean
execute_put_further (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL
         || set_operation (job,
                           fascia_db_put_further (db, request->begun, request->entry, &job->error));
}

void
fascia_journal_put_further_async (FasciaJournal *self,
                                  FasciaEntry *begun,
                                  FasciaEntry *entry,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (begun != NULL);
  g_return_if_fail (entry != NULL);

  push_pair (self, execute_put_further, begun, entry, cancellable, callback, user_data);
}

static gboolean
execute_settle (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL
         || set_operation (job, fascia_db_settle (db, request->begun, request->entry, &job->error));
}

void
fascia_journal_settle_async (FasciaJournal *self,
                             FasciaEntry *begun,
                             FasciaEntry *entry,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (begun != NULL);
  g_return_if_fail (entry != NULL);

  WriteRequest *request = write_request_new (NULL, NULL);
  request->begun = fascia_entry_ref (begun);
  request->entry = fascia_entry_ref (entry);
  push_write (self, execute_settle, request, cancellable, callback, user_data);
}

static gboolean
execute_answer (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL
         || set_operation (job,
                           fascia_db_answer (db, &request->at, &request->answer,
                                             (const char *const *) request->asked, &job->error));
}

void
fascia_journal_answer_async (FasciaJournal *self,
                             const FasciaMoment *at,
                             const FasciaMeasurement *answer,
                             const char *const *asked,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (at != NULL);
  g_return_if_fail (answer != NULL && answer->item != NULL);
  g_return_if_fail (asked != NULL);

  WriteRequest *request = write_request_new (NULL, NULL);
  request->at = *at;
  request->at.zone = g_intern_string (at->zone);
  request->answer = *answer;
  request->answer.item = g_intern_string (answer->item);
  request->answer.unit = g_intern_string (answer->unit);
  request->asked = g_strdupv ((char **) asked);
  push_write (self, execute_answer, request, cancellable, callback, user_data);
}

static gboolean
execute_close_check_in (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);

  return db == NULL || set_operation (job, fascia_db_close_check_in (db, &job->error));
}

void
fascia_journal_close_check_in_async (FasciaJournal *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  push_write (self, execute_close_check_in, write_request_new (NULL, NULL), cancellable, callback,
              user_data);
}

/* ---- settings ---- */

static gboolean
execute_set_setting (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  if (db != NULL && fascia_db_set_setting (db, request->text, request->value, &job->error))
    fascia_journal_job_set_result (job, GINT_TO_POINTER (TRUE), NULL);
  return TRUE;
}

void
fascia_journal_set_setting_async (FasciaJournal *self,
                                  const char *key,
                                  GVariant *value,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (key != NULL && *key != '\0');

  WriteRequest *request = write_request_new (NULL, key);
  request->value = value != NULL ? g_variant_ref_sink (value) : NULL;
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_set_setting_async,
                                               execute_set_setting, request, write_request_free,
                                               cancellable, callback, user_data),
                       FASCIA_JOB_WRITE);
}

gboolean
fascia_journal_set_setting_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_set_setting_async), FALSE);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error) != NULL;
}
