/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one thread that has the database: two queues, the series, the way out. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-journal-private.h"
#include "fascia-operation-private.h"

/* Rows of the series read in one go: a few milliseconds, which a write then waits at most. */
#define SLICE_ROWS 8000

/* A check-in written while the series is being read. */
typedef struct
{
  gint64 id; /* its row */
  FasciaEntry *after;
} Patch;

struct _FasciaWorker
{
  char *path;
  FasciaClock *clock;
  FasciaWorkerNotify notify;
  gpointer notify_data;
  GThread *thread;

  GMutex lock; /* for the rest of this block */
  GCond changed;
  GQueue writes;
  GQueue reads;
  GQueue done;
  gboolean is_stopping;
  guint generation;
  gboolean has_copy; /* somebody works with one */

  /* The thread's own. */
  FasciaDb *db;
  GThreadPool *pool; /* (nullable) */
  GError *open_error;
  FasciaChangeFlags changes; /* committed by the job at hand */
  FasciaOperation *undo;     /* what was last told of */
  FasciaSeries *series;
  FasciaSeriesLoader *loader;
  GArray *patches; /* Patch */
};

static void
patch_clear (gpointer data)
{
  Patch *patch = data;

  g_clear_pointer (&patch->after, fascia_entry_unref);
}

FasciaWorker *
fascia_worker_new (const char *path, FasciaClock *clock, FasciaWorkerNotify notify, gpointer data)
{
  FasciaWorker *self = g_new0 (FasciaWorker, 1);

  self->path = g_strdup (path);
  self->clock = fascia_clock_ref (clock);
  self->notify = notify;
  self->notify_data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->writes);
  g_queue_init (&self->reads);
  g_queue_init (&self->done);
  self->patches = g_array_new (FALSE, FALSE, sizeof (Patch));
  g_array_set_clear_func (self->patches, patch_clear);
  return self;
}

void
fascia_worker_free (FasciaWorker *self)
{
  g_return_if_fail (self->thread == NULL);

  g_queue_clear_full (&self->writes, g_object_unref);
  g_queue_clear_full (&self->reads, g_object_unref);
  g_queue_clear_full (&self->done, g_object_unref);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_array_unref (self->patches);
  g_clear_error (&self->open_error);
  g_clear_pointer (&self->undo, fascia_operation_unref);
  fascia_clock_unref (self->clock);
  g_free (self->path);
  g_free (self);
}

/* ---- the series ---- */

static void
drop_series (FasciaWorker *self)
{
  g_clear_pointer (&self->series, fascia_series_unref);
  g_clear_pointer (&self->loader, fascia_series_loader_free);
  g_array_set_size (self->patches, 0);
}

static void
patch_series (FasciaWorker *self, gint64 id, FasciaEntry *after)
{
  if (self->series != NULL)
    {
      FasciaSeries *patched = fascia_series_patched (self->series, id, after);

      fascia_series_unref (self->series);
      self->series = patched;
    }
  else if (self->loader != NULL)
    {
      Patch patch = { id, after != NULL ? fascia_entry_ref (after) : NULL };

      for (guint i = 0; i < self->patches->len; i++)
        if (g_array_index (self->patches, Patch, i).id == id)
          {
            g_array_remove_index (self->patches, i);
            break;
          }
      g_array_append_val (self->patches, patch);
    }
}

FasciaSeries *
fascia_worker_load_series (FasciaWorker *self, gboolean *done, GError **error)
{
  *done = TRUE;
  if (self->series != NULL)
    return fascia_series_ref (self->series);

  if (self->loader == NULL)
    self->loader = fascia_series_loader_new (self->db);
  if (!fascia_series_loader_step (self->loader, SLICE_ROWS, done, error))
    {
      drop_series (self);
      *done = TRUE;
      return NULL;
    }
  if (!*done)
    return NULL;

  self->series = fascia_series_loader_finish (self->loader);
  g_clear_pointer (&self->loader, fascia_series_loader_free);
  for (guint i = 0; i < self->patches->len; i++)
    {
      Patch *patch = &g_array_index (self->patches, Patch, i);
      patch_series (self, patch->id, patch->after);
    }
  g_array_set_size (self->patches, 0);
  return fascia_series_ref (self->series);
}

/* ---- the database ---- */

static void
on_committed (FasciaDb *db, FasciaOperation *operation, FasciaChangeFlags changes, gpointer data)
{
  FasciaWorker *self = data;

  self->changes |= changes;
  if ((changes & FASCIA_CHANGE_MARKS) == 0)
    return;
  if (operation != NULL && fascia_operation_get_n_entries (operation) == 1
      && fascia_operation_get_row_id (operation) != 0)
    patch_series (self, fascia_operation_get_row_id (operation),
                  fascia_operation_get_after (operation));
  else
    drop_series (self);
}

static void
on_going (gpointer data)
{
  fascia_worker_void_copies (data);
}

/* What may not be written may still be read; why it may not be written is said when that fails. */
static void
open_to_read (FasciaWorker *self)
{
  if (!g_error_matches (self->open_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_READ_ONLY))
    return;
  self->db = fascia_db_open (self->path, FASCIA_DB_READ_EXISTING, self->clock, 0, NULL);
  if (self->db != NULL)
    g_clear_error (&self->open_error);
}

gboolean
fascia_worker_open (FasciaWorker *self, GError **error)
{
  /* Long enough for a command that is just writing, short enough to tell. */
  const int busy_ms = 5000;

  if (self->db != NULL)
    return TRUE;
  g_clear_error (&self->open_error);
  self->db = fascia_db_open (self->path, FASCIA_DB_NONE, self->clock, busy_ms, &self->open_error);
  if (self->db == NULL)
    open_to_read (self);
  if (self->db == NULL)
    {
      g_propagate_error (error, g_error_copy (self->open_error));
      return FALSE;
    }
  fascia_db_set_hook (self->db, on_committed, self);
  fascia_db_set_going_hook (self->db, on_going, self);
  return TRUE;
}

FasciaDb *
fascia_worker_get_db (FasciaWorker *self, FasciaJournalJob *job)
{
  if (self->db == NULL && self->open_error != NULL)
    job->error = g_error_copy (self->open_error);
  else if (self->db == NULL)
    job->error
        = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The journal is not open."));
  return self->db;
}

/* ---- the queues ---- */

void
fascia_worker_push (FasciaWorker *self, FasciaJournalJob *job, FasciaJobPriority priority)
{
  g_mutex_lock (&self->lock);
  if (priority == FASCIA_JOB_READ)
    g_queue_push_tail (&self->reads, job);
  else if (priority == FASCIA_JOB_WRITE)
    g_queue_push_tail (&self->writes, job);
  else
    g_queue_push_head (&self->writes, job);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

void
fascia_worker_push_done (FasciaWorker *self, FasciaJournalJob *job)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->done, job);
  g_mutex_unlock (&self->lock);
  self->notify (self->notify_data);
}

FasciaJournalJob *
fascia_worker_pop_done (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  FasciaJournalJob *job = g_queue_pop_head (&self->done);
  g_mutex_unlock (&self->lock);
  return job;
}

gboolean
fascia_worker_is_asked (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  gboolean is_asked
      = !g_queue_is_empty (&self->writes) || !g_queue_is_empty (&self->reads) || self->is_stopping;
  g_mutex_unlock (&self->lock);
  return is_asked;
}

gboolean
fascia_worker_is_wanted (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  gboolean is_wanted = !g_queue_is_empty (&self->writes) || self->is_stopping;
  g_mutex_unlock (&self->lock);
  return is_wanted;
}

gboolean
fascia_worker_is_stopping (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  gboolean is_stopping = self->is_stopping;
  g_mutex_unlock (&self->lock);
  return is_stopping;
}

/* ---- copies ---- */

guint
fascia_worker_get_generation (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  guint generation = self->generation;
  g_mutex_unlock (&self->lock);
  return generation;
}

gboolean
fascia_worker_begin_copy (FasciaWorker *self, guint generation)
{
  g_mutex_lock (&self->lock);
  gboolean is_worth = self->generation == generation && !self->is_stopping;
  if (is_worth)
    self->has_copy = TRUE;
  g_mutex_unlock (&self->lock);
  return is_worth;
}

void
fascia_worker_end_copy (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  self->has_copy = FALSE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

void
fascia_worker_void_copies (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  self->generation++;
  while (self->has_copy)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

/* The next job, or NULL when it is time to end. *@is_refused: it is a read that comes too late. */
static FasciaJournalJob *
wait_for_job (FasciaWorker *self, gboolean *is_refused)
{
  FasciaJournalJob *job;

  g_mutex_lock (&self->lock);
  while (g_queue_is_empty (&self->writes) && g_queue_is_empty (&self->reads) && !self->is_stopping)
    g_cond_wait (&self->changed, &self->lock);
  job = g_queue_pop_head (&self->writes);
  *is_refused = job == NULL && self->is_stopping;
  if (job == NULL)
    job = g_queue_pop_head (&self->reads);
  g_mutex_unlock (&self->lock);
  return job;
}

static void
close_database (FasciaWorker *self)
{
  g_autoptr (GError) error = NULL;

  drop_series (self);
  /* All is in the log by now; only folding it into the file can fail. */
  if (self->db != NULL && !fascia_db_close (g_steal_pointer (&self->db), &error))
    g_info ("Closing the journal: %s", error->message);
}

FasciaDb *
fascia_worker_peek_db (FasciaWorker *self)
{
  return self->db;
}

void
fascia_worker_close (FasciaWorker *self)
{
  close_database (self);
  g_clear_error (&self->open_error);
}

void
fascia_worker_fail (FasciaWorker *self, FasciaJournalJob *job, GError *error)
{
  fascia_worker_close (self);
  self->open_error = error;
  g_clear_error (&job->lost);
  job->lost = g_error_copy (error);
}

/* On a thread of the pool. */
static void
carry_out_aside (gpointer data, gpointer user_data)
{
  FasciaJournalJob *job = data;
  FasciaWorker *self = user_data;

  job->aside (job, self);
  fascia_worker_push_done (self, job);
}

/* What needs the database no more, and would keep others waiting. */
static void
push_aside (FasciaWorker *self, FasciaJournalJob *job)
{
  if (self->pool == NULL)
    self->pool = g_thread_pool_new (carry_out_aside, self, 1, FALSE, NULL);
  g_thread_pool_push (self->pool, job, NULL);
}

/* What can be undone, told with the job that has changed it. */
static void
tell_undo (FasciaWorker *self, FasciaJournalJob *job)
{
  g_autoptr (FasciaOperation) undo = self->db != NULL ? fascia_db_peek_undo (self->db) : NULL;

  if (undo == self->undo)
    return;
  g_clear_pointer (&self->undo, fascia_operation_unref);
  self->undo = undo != NULL ? fascia_operation_ref (undo) : NULL;
  job->tells_undo = TRUE;
  job->undo = g_steal_pointer (&undo);
}

static void
carry_out (FasciaWorker *self, FasciaJournalJob *job)
{
  self->changes = FASCIA_CHANGE_NONE;
  gboolean finished = job->execute (job, self);
  job->changes |= self->changes;
  /* What comes next would be written into a file that nobody finds again. */
  if (self->db != NULL && self->db->is_moved)
    {
      fascia_db_check_place (self->db, &self->open_error);
      job->lost = g_error_copy (self->open_error);
      close_database (self);
    }
  if (finished)
    {
      tell_undo (self, job);
      job->is_read_only = self->db != NULL && fascia_db_is_read_only (self->db);
      if (job->aside != NULL && job->error == NULL)
        push_aside (self, job);
      else
        fascia_worker_push_done (self, job);
    }
  else
    fascia_worker_push (self, job, FASCIA_JOB_READ);
}

static gpointer
run (gpointer data)
{
  FasciaWorker *self = data;
  FasciaJournalJob *job;
  gboolean is_refused;

  while ((job = wait_for_job (self, &is_refused)) != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
        fascia_worker_push_done (self, job);
      else if (is_refused)
        {
          job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                            _ ("The journal is being closed."));
          fascia_worker_push_done (self, job);
        }
      else
        carry_out (self, job);
    }

  close_database (self);
  return NULL;
}

void
fascia_worker_start (FasciaWorker *self)
{
  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", run, self);
}

void
fascia_worker_stop (FasciaWorker *self)
{
  g_mutex_lock (&self->lock);
  self->is_stopping = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  if (self->thread != NULL)
    {
      g_thread_join (g_steal_pointer (&self->thread));
      if (self->pool != NULL)
        g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
      return;
    }

  /* Never opened: nothing can be carried out. */
  FasciaJournalJob *job;
  while ((job = g_queue_pop_head (&self->writes)) != NULL
         || (job = g_queue_pop_head (&self->reads)) != NULL)
    {
      job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                        _ ("The journal was never opened."));
      g_queue_push_tail (&self->done, job);
    }
}
