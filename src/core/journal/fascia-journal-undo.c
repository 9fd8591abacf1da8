/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as the window sees it: what is taken back, and what is not yet. */

#include "config.h"

#include "fascia-journal-private.h"

typedef struct
{
  guint64 operation;
  GArray *held; /* FasciaUid: what was written on when it was asked */
} UndoRequest;

static void
undo_request_free (gpointer data)
{
  UndoRequest *request = data;

  g_array_unref (request->held);
  g_free (request);
}

/* What began after it was asked is written after it, too: no more than was held then is to be held. */
static gboolean
execute_undo (FasciaJournalJob *job, FasciaWorker *worker)
{
  FasciaDb *db = fascia_worker_get_db (worker, job);
  const UndoRequest *request = job->request;
  FasciaOperation *operation = NULL;

  if (db == NULL)
    return TRUE;
  if (request->operation != 0)
    operation = fascia_db_undo (db, request->operation, &job->error);
  else
    operation = fascia_db_undo_newest (db, request->held, &job->error);
  fascia_journal_job_set_result (job, operation, (GDestroyNotify) fascia_operation_unref);
  return TRUE;
}

static gboolean
find_held (GArray *held, const FasciaUid *entry, guint *index)
{
  for (*index = 0; *index < held->len; (*index)++)
    if (fascia_uid_equal (&g_array_index (held, FasciaUid, *index), entry))
      return TRUE;
  return FALSE;
}

void
fascia_journal_hold (FasciaJournal *self, const FasciaUid *entry)
{
  guint index;

  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  GArray *held = fascia_journal_get_held (self);
  if (!find_held (held, entry, &index))
    g_array_append_val (held, *entry);
}

void
fascia_journal_release (FasciaJournal *self, const FasciaUid *entry)
{
  guint index;

  g_return_if_fail (FASCIA_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  GArray *held = fascia_journal_get_held (self);
  if (find_held (held, entry, &index))
    g_array_remove_index_fast (held, index);
}

gboolean
fascia_journal_is_held (FasciaJournal *self, const FasciaUid *entry)
{
  guint index;

  g_return_val_if_fail (FASCIA_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (entry != NULL, FALSE);

  return find_held (fascia_journal_get_held (self), entry, &index);
}

void
fascia_journal_undo_async (FasciaJournal *self,
                           guint64 operation,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (FASCIA_IS_JOURNAL (self));

  UndoRequest *request = g_new0 (UndoRequest, 1);
  request->operation = operation;
  request->held = g_array_copy (fascia_journal_get_held (self));
  fascia_journal_push (self,
                       fascia_journal_job_new (self, fascia_journal_write_finish, execute_undo,
                                               request, undo_request_free, cancellable, callback,
                                               user_data),
                       FASCIA_JOB_WRITE);
}
