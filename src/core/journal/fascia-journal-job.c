/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request to the journal, and its result. GTask would do, but for one promise: after a shutdown
 * nobody is called, so the journal itself must decide when. */

#include "config.h"

#include "fascia-journal-private.h"

static void async_result_init (GAsyncResultIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FasciaJournalJob,
                               fascia_journal_job,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_ASYNC_RESULT, async_result_init))

static gpointer
job_get_user_data (GAsyncResult *result)
{
  return FASCIA_JOURNAL_JOB (result)->user_data;
}

static GObject *
job_get_source_object (GAsyncResult *result)
{
  return g_object_ref (FASCIA_JOURNAL_JOB (result)->source);
}

static gboolean
job_is_tagged (GAsyncResult *result, gpointer tag)
{
  return FASCIA_JOURNAL_JOB (result)->tag == tag;
}

static void
async_result_init (GAsyncResultIface *iface)
{
  iface->get_user_data = job_get_user_data;
  iface->get_source_object = job_get_source_object;
  iface->is_tagged = job_is_tagged;
}

static void
fascia_journal_job_finalize (GObject *object)
{
  FasciaJournalJob *self = FASCIA_JOURNAL_JOB (object);

  if (self->result != NULL && self->free_result != NULL)
    self->free_result (self->result);
  if (self->request != NULL && self->free_request != NULL)
    self->free_request (self->request);
  g_clear_error (&self->error);
  g_clear_error (&self->lost);
  g_clear_pointer (&self->undo, fascia_operation_unref);
  g_clear_object (&self->cancellable);
  g_clear_object ((GObject **) &self->source);

  G_OBJECT_CLASS (fascia_journal_job_parent_class)->finalize (object);
}

static void
fascia_journal_job_class_init (FasciaJournalJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_journal_job_finalize;
}

static void
fascia_journal_job_init (FasciaJournalJob *self)
{
}

FasciaJournalJob *
fascia_journal_job_new (gpointer source,
                        gconstpointer tag,
                        FasciaJobFunc execute,
                        gpointer request,
                        GDestroyNotify free_request,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  FasciaJournalJob *self = g_object_new (FASCIA_TYPE_JOURNAL_JOB, NULL);

  self->source = g_object_ref (source);
  self->tag = tag;
  self->execute = execute;
  self->request = request;
  self->free_request = free_request;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->callback = callback;
  self->user_data = user_data;
  return self;
}

void
fascia_journal_job_set_result (FasciaJournalJob *self, gpointer result, GDestroyNotify free_result)
{
  self->result = result;
  self->free_result = free_result;
}

void
fascia_journal_job_complete (FasciaJournalJob *self)
{
  GAsyncReadyCallback callback = g_steal_pointer (&self->callback);

  /* Whoever cancelled may be gone: what was done meanwhile is told by "changed" alone. */
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_error (&self->error);
      g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
    }
  if (callback != NULL)
    callback (G_OBJECT (self->source), G_ASYNC_RESULT (self), self->user_data);
}

gpointer
fascia_journal_job_propagate (FasciaJournalJob *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }
  return g_steal_pointer (&self->result);
}
