/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: requests go to the worker, results come back. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-journal-private.h"

struct _FasciaJournal
{
  GObject parent_instance;

  char *path;
  FasciaClock *clock;
  FasciaJournalState state;
  GError *error;
  FasciaOperation *undo; /* what undoing the newest takes back */
  FasciaWorker *worker;
  GSource *source; /* wakes the main context when jobs are done */
  FasciaJournalIdle *idle;
  GArray *held; /* FasciaUid: entries that somebody is in */
  gboolean is_read_only;
  gboolean is_shut_down;
};

enum
{
  PROP_STATE = 1,
  PROP_UNDO,
  PROP_READ_ONLY,
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

/* Before the state, so that whoever hears of READY knows. */
static void
set_read_only (FasciaJournal *self, gboolean is_read_only)
{
  if (self->is_read_only == is_read_only)
    return;
  self->is_read_only = is_read_only;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/* (nullable) An operation over many entries, or none, cannot be applied to what was read. */
static FasciaOperation *
get_told (FasciaOperation *operation)
{
  if (operation == NULL
      || (fascia_operation_get_before (operation) == NULL
          && fascia_operation_get_after (operation) == NULL))
    return NULL;
  return operation;
}

static void
set_undo (FasciaJournal *self, FasciaOperation *undo)
{
  if (self->undo == undo)
    return;
  g_clear_pointer (&self->undo, fascia_operation_unref);
  self->undo = undo != NULL ? fascia_operation_ref (undo) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO]);
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
      if (job->tells_undo && !self->is_shut_down)
        set_undo (self, job->undo);
      if (job->is_reopened && !self->is_shut_down)
        {
          g_clear_error (&self->error);
          self->error = g_steal_pointer (&job->lost);
          set_read_only (self, job->is_read_only);
          set_state (self, self->error != NULL ? FASCIA_JOURNAL_FAILED : FASCIA_JOURNAL_READY);
        }
      fascia_journal_job_complete (job);
      if (job->lost != NULL && self->state == FASCIA_JOURNAL_READY)
        {
          g_clear_error (&self->error);
          self->error = g_steal_pointer (&job->lost);
          set_state (self, FASCIA_JOURNAL_FAILED);
        }
      if (changes != FASCIA_CHANGE_NONE && !self->is_shut_down)
        g_signal_emit (self, signals[CHANGED], 0, changes, get_told (operation));
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
  g_clear_pointer (&self->idle, fascia_journal_idle_free);
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
  g_clear_pointer (&self->undo, fascia_operation_unref);
  g_clear_pointer (&self->held, g_array_unref);
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
    case PROP_UNDO:
      g_value_set_boxed (value, self->undo);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->is_read_only);
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
  properties[PROP_UNDO] = g_param_spec_boxed ("undo", NULL, NULL, FASCIA_TYPE_OPERATION,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
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
  self->held = g_array_new (FALSE, FALSE, sizeof (FasciaUid));
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
  self->idle = fascia_journal_idle_new (self);
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

FasciaOperation *
fascia_journal_get_undo (FasciaJournal *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  return self->undo;
}

gboolean
fascia_journal_is_read_only (FasciaJournal *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), FALSE);
  return self->is_read_only;
}

const GError *
fascia_journal_get_error (FasciaJournal *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), NULL);
  return self->error;
}

void
fascia_journal_push (FasciaJournal *self, FasciaJournalJob *job, FasciaJobPriority priority)
{
  if (!self->is_shut_down)
    {
      fascia_worker_push (self->worker, job, priority);
      fascia_journal_idle_touch (self->idle);
      return;
    }
  job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The journal is closed."));
  fascia_worker_push_done (self->worker, job);
}

void
fascia_journal_push_quietly (FasciaJournal *self, FasciaJournalJob *job)
{
  if (!self->is_shut_down)
    fascia_worker_push (self->worker, job, FASCIA_JOB_READ);
  else
    g_object_unref (job);
}

FasciaJournalIdle *
fascia_journal_get_idle (FasciaJournal *self)
{
  return self->idle;
}

GArray *
fascia_journal_get_held (FasciaJournal *self)
{
  return self->held;
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
  set_read_only (self, job->is_read_only);
  set_state (self, self->error != NULL ? FASCIA_JOURNAL_FAILED : FASCIA_JOURNAL_READY);
}

/* It may be written by now, or another one may be there. */
static gboolean
execute_reopen (FasciaJournalJob *job, FasciaWorker *worker)
{
  fascia_worker_void_copies (worker);
  fascia_worker_close (worker);
  job->is_reopened = TRUE;
  if (fascia_worker_open (worker, &job->lost))
    job->changes |= FASCIA_CHANGE_ALL;
  return TRUE;
}

void
fascia_journal_open (FasciaJournal *self)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  if (self->is_shut_down || self->state == FASCIA_JOURNAL_OPENING
      || (self->state == FASCIA_JOURNAL_READY && !self->is_read_only))
    return;
  if (self->state == FASCIA_JOURNAL_READY)
    {
      fascia_journal_push (self,
                           fascia_journal_job_new (self, fascia_journal_open, execute_reopen, NULL,
                                                   NULL, NULL, NULL, NULL),
                           FASCIA_JOB_WRITE);
      return;
    }
  g_clear_error (&self->error);
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_open, execute_open, NULL, NULL,
                                               NULL, on_opened, NULL),
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
  g_clear_pointer (&self->idle, fascia_journal_idle_free);
  fascia_worker_stop (self->worker);
  deliver (self);
  g_clear_error (&self->error);
  set_undo (self, NULL);
  set_state (self, FASCIA_JOURNAL_CLOSED);
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
  fascia_journal_push (self,
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
