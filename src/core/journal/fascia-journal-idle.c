/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done while nobody asks for anything: rolling backups, and the check of the week. It gives
 * way to whatever is asked, and comes again when that is done. */

#include "config.h"

#include "../store/fascia-backup-private.h"
#include "fascia-journal-private.h"

#define PAUSE_MS 10000

struct _FasciaJournalIdle
{
  FasciaJournal *journal; /* (unowned) it owns this */
  GSource *source;
  guint pause_ms;
  gboolean is_running;
  gboolean must_check;
  FasciaIdleHook hook; /* (nullable) */
  gpointer hook_data;
};

/* What to do, what is left of it to be done aside, and when to come again, -1: not before something is
 * asked. */
typedef struct
{
  gboolean must_check; /* a copy was not whole: is the journal? */
  FasciaWorker *worker;
  guint generation;
  FasciaRolling *rolling; /* (nullable) */
  FasciaIdleHook hook;    /* (nullable) */
  gpointer hook_data;
  gint64 wait_ms;
} IdleRequest;

static void
idle_request_free (gpointer data)
{
  IdleRequest *request = data;

  g_clear_pointer (&request->rolling, fascia_rolling_free);
  g_free (request);
}

/* ---- on the worker ---- */

/* After a backup that could not be written. */
#define RETRY_MS FASCIA_BACKUP_PAUSE_MS

static gboolean
should_stop (gpointer data)
{
  return fascia_worker_is_asked (data);
}

/* The sooner of both; -1 is never. */
static gint64
get_sooner (gint64 a, gint64 b)
{
  return a < 0 ? b : b < 0 ? a : MIN (a, b);
}

/* A full disk, perhaps: whoever saves next is told. */
static void
mention (const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("In a quiet moment: %s", error->message);
}

static gboolean
check (FasciaJournalJob *job, FasciaWorker *worker, FasciaDb *db)
{
  IdleRequest *request = job->request;
  g_autoptr (GError) error = NULL;
  gint64 check_ms = -1;

  fascia_db_set_stop (db, should_stop, worker);
  gboolean success = fascia_db_check_weekly (db, request->must_check, &check_ms, &error);
  fascia_db_set_stop (db, NULL, NULL);
  if (success)
    {
      request->wait_ms = get_sooner (request->wait_ms, check_ms);
      request->must_check = FALSE;
      return TRUE;
    }
  if (g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED))
    fascia_worker_fail (worker, job, g_steal_pointer (&error));
  else
    mention (error);
  return FALSE;
}

/* With a copy, which others need not wait for: but whoever deletes for good does. */
static gboolean
is_worthless (gpointer data)
{
  IdleRequest *request = data;

  return fascia_worker_is_stopping (request->worker)
         || fascia_worker_get_generation (request->worker) != request->generation;
}

static gboolean
write_aside (FasciaJournalJob *job, FasciaWorker *worker)
{
  IdleRequest *request = job->request;
  g_autoptr (GError) error = NULL;

  if (!fascia_worker_begin_copy (worker, request->generation))
    {
      request->wait_ms = 0;
      return TRUE;
    }
  if (request->hook != NULL)
    request->hook (is_worthless, request, request->hook_data);
  if (!fascia_rolling_finish (request->rolling, is_worthless, request, &error))
    {
      mention (error);
      request->must_check
          = g_error_matches (error, FASCIA_BACKUP_ERROR, FASCIA_BACKUP_ERROR_DAMAGED);
      request->wait_ms
          = request->must_check || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                ? 0
                : get_sooner (RETRY_MS, request->wait_ms);
    }
  g_clear_pointer (&request->rolling, fascia_rolling_free);
  fascia_worker_end_copy (worker);
  return TRUE;
}

static gboolean
execute_idle (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_peek_db (worker);
  IdleRequest *request = job->request;
  g_autoptr (GError) error = NULL;

  request->wait_ms = -1;
  if (db == NULL || fascia_db_is_read_only (db))
    return TRUE;
  /* A long export lets nobody come to rest: later, then. */
  if (fascia_worker_is_asked (worker))
    {
      request->wait_ms = 0;
      return TRUE;
    }
  request->worker = worker;
  request->generation = fascia_worker_get_generation (worker);
  /* The check does not depend on whether a backup can be written. */
  if (!request->must_check
      && !fascia_db_begin_rolling (db, FALSE, &request->rolling, &request->wait_ms, &error))
    {
      mention (error);
      request->wait_ms = RETRY_MS;
    }
  if (!check (job, worker, db))
    {
      g_clear_pointer (&request->rolling, fascia_rolling_free);
      return TRUE;
    }
  if (request->rolling != NULL)
    job->aside = write_aside;
  return TRUE;
}

/* ---- on the main context ---- */

static void
wait_for (FasciaJournalIdle *self, gint64 ms)
{
  g_source_set_ready_time (self->source, g_get_monotonic_time () + ms * 1000);
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer data)
{
  FasciaJournalIdle *self = fascia_journal_get_idle (FASCIA_JOURNAL (object));
  const IdleRequest *answer = FASCIA_JOURNAL_JOB (result)->request;

  /* Gone when the journal was shut down meanwhile. */
  if (self == NULL)
    return;
  self->is_running = FALSE;
  self->must_check = answer->must_check;
  /* What was asked meanwhile has set a nearer time. */
  if (answer->wait_ms >= 0 && g_source_get_ready_time (self->source) < 0)
    wait_for (self, MAX (answer->wait_ms, self->pause_ms));
}

static gboolean
on_source_ready (gpointer data)
{
  FasciaJournalIdle *self = data;

  if (self->is_running)
    {
      wait_for (self, MAX (self->pause_ms, 10));
      return G_SOURCE_CONTINUE;
    }
  g_source_set_ready_time (self->source, -1);
  if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY)
    return G_SOURCE_CONTINUE;
  self->is_running = TRUE;
  IdleRequest *request = g_new0 (IdleRequest, 1);
  request->must_check = self->must_check;
  request->hook = self->hook;
  request->hook_data = self->hook_data;
  fascia_journal_push_quietly (
      self->journal, fascia_journal_job_new (self->journal, fascia_journal_idle_new, execute_idle,
                                             request, idle_request_free, NULL, on_done, NULL));
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_source (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

void
fascia_journal_idle_touch (FasciaJournalIdle *self)
{
  if (self != NULL)
    wait_for (self, self->pause_ms);
}

void
fascia_journal_set_idle_hook (FasciaJournal *journal, FasciaIdleHook hook, gpointer data)
{
  FasciaJournalIdle *self = fascia_journal_get_idle (journal);

  g_return_if_fail (self != NULL);

  self->hook = hook;
  self->hook_data = data;
}

void
fascia_journal_set_idle_pause (FasciaJournal *journal, guint pause_ms)
{
  FasciaJournalIdle *self = fascia_journal_get_idle (journal);

  g_return_if_fail (self != NULL);

  self->pause_ms = pause_ms;
  wait_for (self, pause_ms);
}

FasciaJournalIdle *
fascia_journal_idle_new (FasciaJournal *journal)
{
  static GSourceFuncs source_funcs = { .dispatch = dispatch_source };
  FasciaJournalIdle *self = g_new0 (FasciaJournalIdle, 1);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->journal = journal;
  self->pause_ms = PAUSE_MS;
  self->source = g_source_new (&source_funcs, sizeof (GSource));
  g_source_set_static_name (self->source, "[fascia] journal idle");
  g_source_set_priority (self->source, G_PRIORITY_LOW);
  g_source_set_callback (self->source, on_source_ready, self, NULL);
  g_source_attach (self->source, context);
  return self;
}

void
fascia_journal_idle_free (FasciaJournalIdle *self)
{
  g_source_destroy (self->source);
  g_source_unref (self->source);
  g_free (self);
}
