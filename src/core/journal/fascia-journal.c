/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: requests go to the worker, results come back. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-journal-private.h"

/* How far back places are offered again. */
#define RECENT_DAYS 14

struct _FasciaJournal
{
  GObject parent_instance;

  char *path;
  FasciaClock *clock;
  FasciaJournalState state;
  GError *error;
  FasciaWorker *worker;
  GSource *source; /* wakes the main context when jobs are done */
  gboolean is_shut_down;
};

enum
{
  PROP_STATE = 1,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaJournal, fascia_journal, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (FasciaJournalState,
                    fascia_journal_state,
                    G_DEFINE_ENUM_VALUE (FASCIA_JOURNAL_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (FASCIA_JOURNAL_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (FASCIA_JOURNAL_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (FASCIA_JOURNAL_FAILED, "failed"))

/* ---- results ---- */

static void
on_worker_notified (gpointer data)
{
  GSource *source = data;

  g_source_set_ready_time (source, 0);
}

static gboolean
dispatch_source (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static void
set_state (FasciaJournal *self, FasciaJournalState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
deliver (FasciaJournal *self)
{
  FasciaJournalJob *next;

  while ((next = fascia_worker_pop_done (self->worker)) != NULL)
    {
      g_autoptr (FasciaJournalJob) job = next;
      FasciaChangeFlags changes = job->changes;
      g_autoptr (FasciaOperation) operation = NULL;

      if (job->tag == fascia_journal_write_finish && job->result != NULL)
        operation = fascia_operation_ref (job->result);
      fascia_journal_job_complete (job);
      if (job->lost != NULL && self->state == FASCIA_JOURNAL_READY)
        {
          g_clear_error (&self->error);
          self->error = g_steal_pointer (&job->lost);
          set_state (self, FASCIA_JOURNAL_FAILED);
        }
      if (changes != FASCIA_CHANGE_NONE && !self->is_shut_down)
        g_signal_emit (self, signals[CHANGED], 0, changes, operation);
    }
}

static gboolean
on_source_ready (gpointer data)
{
  g_autoptr (FasciaJournal) self = g_object_ref (data);

  deliver (self);
  return G_SOURCE_CONTINUE;
}

/* ---- life ---- */

static void
fascia_journal_dispose (GObject *object)
{
  FasciaJournal *self = FASCIA_JOURNAL (object);

  fascia_journal_shutdown (self);
  if (self->source != NULL)
    g_source_destroy (self->source);

  G_OBJECT_CLASS (fascia_journal_parent_class)->dispose (object);
}

static void
fascia_journal_finalize (GObject *object)
{
  FasciaJournal *self = FASCIA_JOURNAL (object);

  g_clear_pointer (&self->worker, fascia_worker_free);
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_pointer (&self->clock, fascia_clock_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (fascia_journal_parent_class)->finalize (object);
}

static void
fascia_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaJournal *self = FASCIA_JOURNAL (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_journal_class_init (FasciaJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_journal_dispose;
  object_class->finalize = fascia_journal_finalize;
  object_class->get_property = fascia_journal_get_property;

  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, FASCIA_TYPE_JOURNAL_STATE, FASCIA_JOURNAL_CLOSED,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, FASCIA_TYPE_CHANGE_FLAGS, FASCIA_TYPE_OPERATION);
}

static void
fascia_journal_init (FasciaJournal *self)
{
  self->state = FASCIA_JOURNAL_CLOSED;
}

FasciaJournal *
fascia_journal_new (const char *path, FasciaClock *clock)
{
  static GSourceFuncs source_funcs = { .dispatch = dispatch_source };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  FasciaJournal *self = g_object_new (FASCIA_TYPE_JOURNAL, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->clock = fascia_clock_ref (clock);
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_static_name (self->source, "[fascia] journal results");
  g_source_set_callback (self->source, on_source_ready, self, NULL);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  g_source_attach (self->source, context);
  self->worker = fascia_worker_new (self->path, clock, on_worker_notified, self->source);
  return self;
}

char *
fascia_journal_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), DATA_FOLDER, "journal.db", NULL);
}

const char *
fascia_journal_get_path (FasciaJournal *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  return self->path;
}

FasciaClock *
fascia_journal_get_clock (FasciaJournal *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  return self->clock;
}

FasciaJournalState
fascia_journal_get_state (FasciaJournal *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), FASCIA_JOURNAL_CLOSED);
  return self->state;
}

const GError *
fascia_journal_get_error (FasciaJournal *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  return self->error;
}

static void
push (FasciaJournal *self, FasciaJournalJob *job, FasciaJobPriority priority)
{
  if (!self->is_shut_down)
    {
      fascia_worker_push (self->worker, job, priority);
      return;
    }
  job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The journal is closed."));
  fascia_worker_push_done (self->worker, job);
}

/* ---- opening and shutting down ---- */

static gboolean
execute_open (FasciaJournalJob *job, FasciaWorker *worker)
{
  fascia_worker_open (worker, &job->error);
  return TRUE;
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer data)
{
  FasciaJournal *self = FASCIA_JOURNAL (object);
  FasciaJournalJob *job = FASCIA_JOURNAL_JOB (result);

  if (self->is_shut_down)
    return;
  self->error = g_steal_pointer (&job->error);
  set_state (self, self->error != NULL ? FASCIA_JOURNAL_FAILED : FASCIA_JOURNAL_READY);
}

void
fascia_journal_open (FasciaJournal *self)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  if (self->is_shut_down || self->state == FASCIA_JOURNAL_OPENING
      || self->state == FASCIA_JOURNAL_READY)
    return;
  g_clear_error (&self->error);
  push (self,
        fascia_journal_job_new (self, fascia_journal_open, execute_open, NULL, NULL, NULL,
                                on_opened, NULL),
        FASCIA_JOB_WRITE_FIRST);
  fascia_worker_start (self->worker);
  set_state (self, FASCIA_JOURNAL_OPENING);
}

void
fascia_journal_shutdown (FasciaJournal *self)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  if (self->is_shut_down || self->worker == NULL)
    return;
  self->is_shut_down = TRUE;
  fascia_worker_stop (self->worker);
  deliver (self);
  g_clear_error (&self->error);
  set_state (self, FASCIA_JOURNAL_CLOSED);
}

/* ---- writing ---- */

/* A request to write; which fields count depends on the function that made it. */
typedef struct
{
  FasciaLog log;
  FasciaMoment at;
  FasciaUid uid;
  GArray *marks; /* FasciaMark */
  char *text;    /* a note or a region */
  FasciaScale scale;
  guint64 operation;
} WriteRequest;

static void
mark_clear (gpointer data)
{
  FasciaMark *mark = data;

  g_strfreev ((char **) mark->feelings);
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
  return request;
}

static void
write_request_free (gpointer data)
{
  WriteRequest *request = data;

  g_array_unref (request->marks);
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
  push (self,
        fascia_journal_job_new (self, fascia_journal_write_finish, execute, request,
                                write_request_free, cancellable, callback, user_data),
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

  WriteRequest *request = write_request_new (log->entry, log->note);
  for (guint i = 0; i < log->n_marks; i++)
    {
      FasciaMark mark = log->marks[i];

      mark.region = g_intern_string (mark.region);
      mark.feelings = (const char *const *) g_strdupv ((char **) mark.feelings);
      g_array_append_val (request->marks, mark);
    }
  request->log = *log;
  request->log.marks = (const FasciaMark *) (gpointer) request->marks->data;
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

static gboolean
execute_undo (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  WriteRequest *request = job->request;

  return db == NULL || set_operation (job, fascia_db_undo (db, request->operation, &job->error));
}

void
fascia_journal_undo_async (FasciaJournal *self,
                           guint64 operation,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  WriteRequest *request = write_request_new (NULL, NULL);
  request->operation = operation;
  push_write (self, execute_undo, request, cancellable, callback, user_data);
}

/* ---- reading ---- */

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
  FasciaJournal *self = job->source;
  FasciaMoment now;

  if (db == NULL)
    return TRUE;
  Body *body = g_new0 (Body, 1);
  fascia_journal_job_set_result (job, body, body_free);
  body->open = fascia_db_get_open_check_in (db, &job->error);
  if (job->error != NULL)
    return TRUE;
  fascia_clock_now (self->clock, &now);
  const FasciaMoment *from = body->open != NULL ? fascia_entry_get_moment (body->open) : &now;
  body->recent = fascia_db_load_recent (
      db, from->day - RECENT_DAYS, body->open != NULL ? from->utc_ms : now.utc_ms + 1, &job->error);
  return TRUE;
}

static void
push_read (FasciaJournal *self,
           gconstpointer tag,
           FasciaJobFunc execute,
           gpointer request,
           GDestroyNotify free_request,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  push (self,
        fascia_journal_job_new (self, tag, execute, request, free_request, cancellable, callback,
                                user_data),
        FASCIA_JOB_READ);
}

void
fascia_journal_load_body_async (FasciaJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  push_read (self, fascia_journal_load_body_async, execute_load_body, NULL, NULL, cancellable,
             callback, user_data);
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
  push_read (self, fascia_journal_list_async, execute_list, request, g_free, cancellable, callback,
             user_data);
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

  push_read (self, fascia_journal_load_series_async, execute_load_series, NULL, NULL, cancellable,
             callback, user_data);
}

FasciaSeries *
fascia_journal_load_series_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_load_series_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}

/* ---- running what another process asked for ---- */

typedef struct
{
  FasciaJournalFunc func;
  gpointer data;
  GDestroyNotify destroy;
} RunRequest;

static void
run_request_free (gpointer data)
{
  RunRequest *request = data;

  if (request->destroy != NULL)
    request->destroy (request->data);
  g_free (request);
}

static gboolean
execute_run (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  RunRequest *request = job->request;
  FasciaChangeFlags changes = FASCIA_CHANGE_NONE;

  if (db == NULL)
    return TRUE;
  fascia_journal_job_set_result (job, request->func (db, request->data, &changes), NULL);
  job->changes |= changes;
  return TRUE;
}

void
fascia_journal_run_async (FasciaJournal *self,
                          FasciaJournalFunc func,
                          gpointer data,
                          GDestroyNotify destroy,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (func != NULL);

  RunRequest *request = g_new0 (RunRequest, 1);
  request->func = func;
  request->data = data;
  request->destroy = destroy;
  push (self,
        fascia_journal_job_new (self, fascia_journal_run_async, execute_run, request,
                                run_request_free, cancellable, callback, user_data),
        FASCIA_JOB_WRITE);
}

gpointer
fascia_journal_run_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_run_async), NULL);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error);
}
