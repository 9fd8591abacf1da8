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
};

/* When to come again, -1: not before something is asked. */
typedef struct
{
  gint64 wait_ms;
} IdleResult;

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

static gboolean
execute_idle (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_peek_db (worker);
  IdleResult *result = g_new0 (IdleResult, 1);
  GError *error = NULL;
  gint64 backup_ms = -1, check_ms = -1;
  gboolean is_made;

  result->wait_ms = -1;
  fascia_journal_job_set_result (job, result, g_free);
  if (db == NULL)
    return TRUE;
  /* A long export lets nobody come to rest: later, then. */
  if (fascia_worker_is_asked (worker))
    {
      result->wait_ms = 0;
      return TRUE;
    }
  fascia_db_set_stop (db, should_stop, worker);
  /* The check does not depend on whether a backup can be written. */
  gboolean is_backed_up = fascia_db_backup_rolling_full (db, FALSE, &is_made, &backup_ms, &error);
  if (error == NULL || !g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED))
    {
      g_autoptr (GError) check_error = NULL;

      if (!fascia_db_check_weekly (db, &check_ms, &check_error)
          && (error == NULL
              || g_error_matches (check_error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED)))
        {
          g_clear_error (&error);
          error = g_steal_pointer (&check_error);
        }
      else if (check_error == NULL)
        result->wait_ms
            = is_backed_up ? get_sooner (backup_ms, check_ms) : get_sooner (RETRY_MS, check_ms);
    }
  fascia_db_set_stop (db, NULL, NULL);

  if (g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_DAMAGED))
    {
      fascia_worker_fail (worker, job, g_steal_pointer (&error));
    }
  else if (error != NULL)
    {
      /* A full disk, perhaps: whoever saves next is told. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("In a quiet moment: %s", error->message);
      g_error_free (error);
    }
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
  const IdleResult *answer = FASCIA_JOURNAL_JOB (result)->result;

  /* Gone when the journal was shut down meanwhile. */
  if (self == NULL)
    return;
  self->is_running = FALSE;
  /* What was asked meanwhile has set a nearer time. */
  if (answer != NULL && answer->wait_ms >= 0 && g_source_get_ready_time (self->source) < 0)
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
  fascia_journal_push_quietly (
      self->journal, fascia_journal_job_new (self->journal, fascia_journal_idle_new, execute_idle,
                                             NULL, NULL, NULL, on_done, NULL));
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
