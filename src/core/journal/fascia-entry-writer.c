/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is in the journal from the first moment, and is written again as it grows. */

#include "config.h"

#include "fascia-entry-writer.h"

#include "../store/fascia-db.h"

struct _FasciaEntryWriter
{
  GObject parent_instance;

  FasciaJournal *journal;
  FasciaEntry *written; /* (nullable) as the journal took it last */
  FasciaEntry *sent;    /* (nullable) as it went there last */
  guint n_writing;
  gboolean has_failed; /* one of those under way, or that were */
  gboolean is_deleted;
};

enum
{
  SIGNAL_KEPT,
  SIGNAL_FAILED,
  SIGNAL_GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaEntryWriter, fascia_entry_writer, G_TYPE_OBJECT)

typedef struct
{
  FasciaEntryWriter *self;
  FasciaEntry *entry;
} Writing;

static void
take_written (FasciaEntryWriter *self, FasciaEntry *entry)
{
  FasciaEntry *old = self->written;

  self->written = fascia_entry_ref (entry);
  g_clear_pointer (&old, fascia_entry_unref);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autoptr (FasciaEntryWriter) self = writing->self;
  g_autoptr (FasciaEntry) entry = writing->entry;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  gboolean has_failed;

  self->n_writing--;
  /* Beyond a gap only what this one changed is there. */
  if (operation != NULL && !self->has_failed)
    take_written (self, entry);
  else if (operation == NULL && self->written != NULL && !self->is_deleted
           && g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    {
      self->is_deleted = TRUE;
      g_signal_emit (self, signals[SIGNAL_GONE], 0);
    }
  else if (operation == NULL)
    self->has_failed = TRUE;

  has_failed = self->has_failed;
  if (self->n_writing == 0)
    self->has_failed = FALSE;
  if (self->is_deleted)
    return;
  if (operation == NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  else if (self->n_writing == 0 && has_failed)
    fascia_entry_writer_retry (self);
  else if (self->n_writing == 0)
    g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

void
fascia_entry_writer_put (FasciaEntryWriter *self, FasciaEntry *entry)
{
  g_return_if_fail (FASCIA_IS_ENTRY_WRITER (self));
  g_return_if_fail (entry != NULL);

  FasciaEntry *begun = self->n_writing > 0 ? self->sent : self->written;
  FasciaEntry *before = self->sent;
  Writing *writing;

  if (self->is_deleted)
    return;
  writing = g_new0 (Writing, 1);
  writing->self = g_object_ref (self);
  writing->entry = fascia_entry_ref (entry);
  self->n_writing++;
  if (begun == NULL)
    fascia_journal_put_async (self->journal, entry, NULL, on_written, writing);
  else if (fascia_entry_get_kind (entry) == FASCIA_ENTRY_SESSION)
    fascia_journal_put_further_async (self->journal, begun, entry, NULL, on_written, writing);
  else
    fascia_journal_put_over_async (self->journal, begun, entry, NULL, on_written, writing);
  self->sent = fascia_entry_ref (entry);
  g_clear_pointer (&before, fascia_entry_unref);
}

void
fascia_entry_writer_retry (FasciaEntryWriter *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_WRITER (self));

  if (self->n_writing == 0 && self->sent != NULL && self->sent != self->written)
    fascia_entry_writer_put (self, self->sent);
}

typedef struct
{
  FasciaEntryWriter *self;
  FasciaEntryDeleted deleted;
  gpointer data;
} Deleting;

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Deleting *deleting = data;
  g_autoptr (FasciaEntryWriter) self = deleting->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  /* It is there still, and may be written on. */
  if (operation == NULL
      && !g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    self->is_deleted = FALSE;
  deleting->deleted (operation, error, deleting->data);
}

gboolean
fascia_entry_writer_delete (FasciaEntryWriter *self, FasciaEntryDeleted deleted, gpointer data)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_WRITER (self), FALSE);

  FasciaEntry *last = self->sent != NULL ? self->sent : self->written;
  gboolean is_there = !self->is_deleted && (self->written != NULL || self->n_writing > 0);

  self->is_deleted = TRUE;
  if (!is_there)
    return FALSE;
  Deleting *deleting = g_new0 (Deleting, 1);
  deleting->self = g_object_ref (self);
  deleting->deleted = deleted;
  deleting->data = data;
  fascia_journal_delete_entry_async (self->journal, fascia_entry_get_uid (last), NULL, on_deleted,
                                     deleting);
  return TRUE;
}

gboolean
fascia_entry_writer_is_kept (FasciaEntryWriter *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_WRITER (self), FALSE);

  return self->written != NULL && !self->is_deleted;
}

static void
fascia_entry_writer_finalize (GObject *object)
{
  FasciaEntryWriter *self = FASCIA_ENTRY_WRITER (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->written, fascia_entry_unref);
  g_clear_pointer (&self->sent, fascia_entry_unref);

  G_OBJECT_CLASS (fascia_entry_writer_parent_class)->finalize (object);
}

static void
fascia_entry_writer_class_init (FasciaEntryWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_entry_writer_finalize;

  signals[SIGNAL_KEPT] = g_signal_new ("kept", FASCIA_TYPE_ENTRY_WRITER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", FASCIA_TYPE_ENTRY_WRITER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_GONE] = g_signal_new ("gone", FASCIA_TYPE_ENTRY_WRITER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_entry_writer_init (FasciaEntryWriter *self)
{
}

FasciaEntryWriter *
fascia_entry_writer_new (FasciaJournal *journal, FasciaEntry *written)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaEntryWriter *self = g_object_new (FASCIA_TYPE_ENTRY_WRITER, NULL);

  self->journal = g_object_ref (journal);
  self->written = written != NULL ? fascia_entry_ref (written) : NULL;
  return self;
}
