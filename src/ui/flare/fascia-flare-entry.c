/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is in the journal from the first moment, and grows there.
 */

#include "config.h"

#include "fascia-flare-entry.h"

#include "core/store/fascia-db.h"

struct _FasciaFlareEntry
{
  GObject parent_instance;

  FasciaJournal *journal;
  FasciaEntryKind kind;
  FasciaUid uid;
  FasciaMoment moment;
  FasciaEntry *written; /* (nullable) as the journal took it last */
  FasciaEntry *sent;    /* (nullable) as it went there last */
  guint n_writing;
  gboolean is_deleted;
};

enum
{
  SIGNAL_KEPT,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaFlareEntry, fascia_flare_entry, G_TYPE_OBJECT)

typedef struct
{
  FasciaFlareEntry *self;
  FasciaEntry *entry;
} Writing;

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Writing *writing = data;
  g_autoptr (FasciaFlareEntry) self = writing->self;
  g_autoptr (FasciaEntry) entry = writing->entry;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  self->n_writing--;
  if (operation != NULL)
    {
      g_clear_pointer (&self->written, fascia_entry_unref);
      self->written = g_steal_pointer (&entry);
      if (self->n_writing == 0 && !self->is_deleted)
        g_signal_emit (self, signals[SIGNAL_KEPT], 0);
    }
  else if (self->written != NULL
           && g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    /* Deleted elsewhere meanwhile, and stays deleted. */
    self->is_deleted = TRUE;
  else if (!self->is_deleted)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

void
fascia_flare_entry_put (FasciaFlareEntry *self, FasciaEntry *entry)
{
  g_return_if_fail (FASCIA_IS_FLARE_ENTRY (self));
  g_return_if_fail (entry != NULL);

  FasciaEntry *begun = self->n_writing > 0 ? self->sent : self->written;
  if (self->is_deleted)
    return;

  Writing *writing = g_new0 (Writing, 1);
  writing->self = g_object_ref (self);
  writing->entry = fascia_entry_ref (entry);
  self->n_writing++;
  if (begun == NULL)
    fascia_journal_put_async (self->journal, entry, NULL, on_written, writing);
  else
    fascia_journal_put_over_async (self->journal, begun, entry, NULL, on_written, writing);
  g_clear_pointer (&self->sent, fascia_entry_unref);
  self->sent = fascia_entry_ref (entry);
}

void
fascia_flare_entry_delete (FasciaFlareEntry *self)
{
  g_return_if_fail (FASCIA_IS_FLARE_ENTRY (self));

  if (self->is_deleted)
    return;
  self->is_deleted = TRUE;
  /* Behind what is still being written. */
  if (self->written != NULL || self->n_writing > 0)
    fascia_journal_delete_entry_async (self->journal, &self->uid, NULL, NULL, NULL);
}

FasciaEntry *
fascia_flare_entry_dup_blank (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), NULL);

  return fascia_entry_new (&self->uid, self->kind, &self->moment);
}

const FasciaMoment *
fascia_flare_entry_get_moment (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), NULL);

  return &self->moment;
}

const FasciaUid *
fascia_flare_entry_get_uid (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), NULL);

  return &self->uid;
}

gboolean
fascia_flare_entry_is_kept (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), FALSE);

  return self->written != NULL && !self->is_deleted;
}

static void
fascia_flare_entry_finalize (GObject *object)
{
  FasciaFlareEntry *self = FASCIA_FLARE_ENTRY (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->written, fascia_entry_unref);
  g_clear_pointer (&self->sent, fascia_entry_unref);

  G_OBJECT_CLASS (fascia_flare_entry_parent_class)->finalize (object);
}

static void
fascia_flare_entry_class_init (FasciaFlareEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_flare_entry_finalize;

  signals[SIGNAL_KEPT] = g_signal_new ("kept", FASCIA_TYPE_FLARE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", FASCIA_TYPE_FLARE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fascia_flare_entry_init (FasciaFlareEntry *self)
{
}

FasciaFlareEntry *
fascia_flare_entry_new (FasciaJournal *journal, FasciaEntryKind kind)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaFlareEntry *self = g_object_new (FASCIA_TYPE_FLARE_ENTRY, NULL);
  guint8 chance[10];

  for (guint i = 0; i < G_N_ELEMENTS (chance); i++)
    chance[i] = (guint8) g_random_int_range (0, 256);
  self->journal = g_object_ref (journal);
  self->kind = kind;
  fascia_clock_now (fascia_journal_get_clock (journal), &self->moment);
  fascia_uid_init (&self->uid, self->moment.utc_ms, chance);
  return self;
}
