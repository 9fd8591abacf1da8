/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long reading on the journal's worker, that gives way to what is written. */

#include "config.h"

#include "fascia-journal-run.h"

#include "../store/fascia-backup-private.h"
#include "fascia-journal-private.h"

/* How long a piece may go on once somebody waits to write. */
#define PATIENCE_US (10 * G_TIME_SPAN_MILLISECOND)
/* How often one that is too long is begun again. Then it is let through, for otherwise somebody who
 * writes all the time would keep it from ever ending. */
#define MAX_ATTEMPTS 20

typedef struct
{
  FasciaJournalSliceFunc func;
  gboolean is_repeatable;
  gpointer data;
  GDestroyNotify destroy;
  guint n_attempts; /* of the piece at hand */

  /* While a piece is at hand: */
  FasciaWorker *worker;
  gint64 begun_us;
  gboolean is_broken_off;
} Slices;

static void
slices_free (gpointer data)
{
  Slices *slices = data;

  if (slices->destroy != NULL)
    slices->destroy (slices->data);
  g_free (slices);
}

static gboolean
should_stop (gpointer data)
{
  Slices *slices = data;

  if (g_get_monotonic_time () - slices->begun_us < PATIENCE_US
      || !fascia_worker_is_wanted (slices->worker))
    return FALSE;
  slices->is_broken_off = TRUE;
  return TRUE;
}

static gboolean
execute_slice (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  Slices *slices = job->request;
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  if (db == NULL)
    return TRUE;

  slices->worker = worker;
  slices->begun_us = g_get_monotonic_time ();
  slices->is_broken_off = FALSE;
  if (slices->is_repeatable && slices->n_attempts < MAX_ATTEMPTS)
    fascia_db_set_stop (db, should_stop, slices);
  gboolean is_read = slices->func (db, slices->data, &done, &error);
  fascia_db_set_stop (db, NULL, NULL);

  if (!is_read && slices->is_broken_off)
    {
      slices->n_attempts++;
      return FALSE;
    }
  slices->n_attempts = 0;
  if (is_read && !done)
    return FALSE;
  if (!is_read)
    job->error = g_steal_pointer (&error);
  else
    fascia_journal_job_set_result (job, GINT_TO_POINTER (TRUE), NULL);
  return TRUE;
}

void
fascia_journal_run_slices_async (FasciaJournal *self,
                                 FasciaJournalSliceFunc func,
                                 gboolean is_repeatable,
                                 gpointer data,
                                 GDestroyNotify destroy,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (func != NULL);

  Slices *slices = g_new0 (Slices, 1);
  slices->func = func;
  slices->is_repeatable = is_repeatable;
  slices->data = data;
  slices->destroy = destroy;
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_run_slices_async, execute_slice,
                                               slices, slices_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_READ);
}

gboolean
fascia_journal_run_slices_finish (FasciaJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, fascia_journal_run_slices_async), FALSE);

  return fascia_journal_job_propagate (FASCIA_JOURNAL_JOB (result), error) != NULL;
}
