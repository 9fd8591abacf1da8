/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of the journal: requests, and the worker that carries them out. */

#pragma once

#include "fascia-journal.h"

#include "../store/fascia-db-private.h"

G_BEGIN_DECLS

typedef struct _FasciaWorker FasciaWorker;

#define FASCIA_TYPE_JOURNAL_JOB (fascia_journal_job_get_type ())
G_DECLARE_FINAL_TYPE (FasciaJournalJob, fascia_journal_job, FASCIA, JOURNAL_JOB, GObject)

/* Carries the job out on the worker's thread: sets result or error. FALSE: not finished yet, come
 * again after others had their turn. */
typedef gboolean (*FasciaJobFunc) (FasciaJournalJob *job, FasciaWorker *worker);

/**
 * FasciaJournalJob:
 *
 * One request and, later, its result: the #GAsyncResult that callers get. It belongs to one thread
 * at a time: the main context's, the worker's, the main context's again.
 */
struct _FasciaJournalJob
{
  GObject parent_instance;

  gpointer source;   /* (owned) the journal */
  gconstpointer tag; /* which finish function fits */
  FasciaJobFunc execute;
  GCancellable *cancellable;
  GAsyncReadyCallback callback;
  gpointer user_data;

  gpointer request;
  GDestroyNotify free_request;
  gpointer result;
  GDestroyNotify free_result;
  GError *error;
  FasciaChangeFlags changes; /* what it committed */
  GError *lost;              /* the journal went away meanwhile: why */
  gboolean is_reopened;      /* the database was closed and opened again, with @lost or without */
  gboolean is_read_only;     /* what is open then can only be read */
  FasciaJobFunc aside;       /* (nullable) what is left to do on a thread of its own */
  gboolean tells_undo;       /* what can be undone is another since … */
  FasciaOperation *undo;     /* … this, or nothing */
};

FasciaJournalJob *fascia_journal_job_new (gpointer source,
                                          gconstpointer tag,
                                          FasciaJobFunc execute,
                                          gpointer request,
                                          GDestroyNotify free_request,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void fascia_journal_job_set_result (FasciaJournalJob *job,
                                    gpointer result,
                                    GDestroyNotify free_result);
/* Calls back, on the main context. */
void fascia_journal_job_complete (FasciaJournalJob *job);
/* (transfer full) (nullable) The result, for finish functions. */
gpointer fascia_journal_job_propagate (FasciaJournalJob *job, GError **error);

typedef enum
{
  FASCIA_JOB_WRITE = 1,   /* before all reads */
  FASCIA_JOB_WRITE_FIRST, /* before all writes: opening */
  FASCIA_JOB_READ,
} FasciaJobPriority;

/* fascia-journal.c: hands @job to the worker; once shut down its answer is that. Takes over the
 * reference. */
void fascia_journal_push (FasciaJournal *self, FasciaJournalJob *job, FasciaJobPriority priority);
/* fascia-journal-read.c: something to be read, finished by whoever has @tag. */
void fascia_journal_push_read (FasciaJournal *self,
                               gconstpointer tag,
                               FasciaJobFunc execute,
                               gpointer request,
                               GDestroyNotify free_request,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Called on the worker's thread whenever a job is done. */
typedef void (*FasciaWorkerNotify) (gpointer data);

FasciaWorker *fascia_worker_new (const char *path,
                                 FasciaClock *clock,
                                 FasciaWorkerNotify notify,
                                 gpointer data);
/* Only after it has been stopped, or was never started. */
void fascia_worker_free (FasciaWorker *worker);
void fascia_worker_start (FasciaWorker *worker);
/* Takes over the reference to @job. */
void fascia_worker_push (FasciaWorker *worker, FasciaJournalJob *job, FasciaJobPriority priority);
/* Says that @job is done without carrying it out. Takes over the reference. */
void fascia_worker_push_done (FasciaWorker *worker, FasciaJournalJob *job);
/* (transfer full) (nullable) The next job that is done, in their order. */
FasciaJournalJob *fascia_worker_pop_done (FasciaWorker *worker);
/* Carries out all writes, cancels all reads, closes the database, joins the thread. */
void fascia_worker_stop (FasciaWorker *worker);

/* Whether anybody waits. Any thread. */
gboolean fascia_worker_is_asked (FasciaWorker *worker);
/* Whether somebody waits to write. Any thread. */
gboolean fascia_worker_is_wanted (FasciaWorker *worker);

/* A copy of the journal that is taken now is worth something as long as this number is the same:
 * deleting for good and what takes the place of the whole journal make it worthless. Any thread. */
guint fascia_worker_get_generation (FasciaWorker *worker);
/* For what @job does aside with such a copy: FALSE when it is worthless already. Between the two,
 * whoever wants it gone waits, and it is to stop as soon as the number is another. */
gboolean fascia_worker_begin_copy (FasciaWorker *worker, guint generation);
void fascia_worker_end_copy (FasciaWorker *worker);
/* The journal is being closed. Any thread. */
gboolean fascia_worker_is_stopping (FasciaWorker *worker);

/* On the worker's thread only: */

/* Makes copies worthless, and waits until nobody works with one. */
void fascia_worker_void_copies (FasciaWorker *worker);

/* The open database; NULL and the job's error set when opening failed. */
FasciaDb *fascia_worker_get_db (FasciaWorker *worker, FasciaJournalJob *job);
/* A journal that may not be written is opened to be read. */
gboolean fascia_worker_open (FasciaWorker *worker, GError **error);
/* (nullable) The same without an error of the job. */
FasciaDb *fascia_worker_peek_db (FasciaWorker *worker);
void fascia_worker_close (FasciaWorker *worker);
/* Closes, because of @error (transfer full); the journal has FAILED then. */
void fascia_worker_fail (FasciaWorker *worker, FasciaJournalJob *job, GError *error);
/* (transfer full) The series as far as it is loaded: *@done. Call again when not. */
FasciaSeries *fascia_worker_load_series (FasciaWorker *worker, gboolean *done, GError **error);

/* ---- fascia-journal-idle.c: what is done while nobody asks ---- */

typedef struct _FasciaJournalIdle FasciaJournalIdle;

FasciaJournalIdle *fascia_journal_idle_new (FasciaJournal *journal);
void fascia_journal_idle_free (FasciaJournalIdle *self);
/* Something was asked: the pause begins again. */
void fascia_journal_idle_touch (FasciaJournalIdle *self);
/* How long nobody has to ask before it begins: for tests. */
void fascia_journal_set_idle_pause (FasciaJournal *self, guint pause_ms);
/* Called on the thread that writes a backup, before it begins; what it is given says whether the copy
 * has become worthless. For tests. */
typedef void (*FasciaIdleHook) (FasciaStopFunc is_worthless, gpointer request, gpointer data);
void fascia_journal_set_idle_hook (FasciaJournal *self, FasciaIdleHook hook, gpointer data);
/* fascia-journal.c: as fascia_journal_push(), for what nobody asked for. */
void fascia_journal_push_quietly (FasciaJournal *self, FasciaJournalJob *job);
FasciaJournalIdle *fascia_journal_get_idle (FasciaJournal *self);
/* fascia-journal.c: (transfer none): array of FasciaUid. */
GArray *fascia_journal_get_held (FasciaJournal *self);

G_END_DECLS
