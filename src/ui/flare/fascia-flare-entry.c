/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry that is in the journal from the first moment, and grows there.
 */

#include "config.h"

#include "fascia-flare-entry.h"

struct _FasciaFlareEntry
{
  GObject parent_instance;

  FasciaEntryWriter *writer;
  FasciaEntryKind kind;
  FasciaUid uid;
  FasciaMoment moment;
};

G_DEFINE_FINAL_TYPE (FasciaFlareEntry, fascia_flare_entry, G_TYPE_OBJECT)

FasciaEntry *
fascia_flare_entry_dup_blank (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), NULL);

  return fascia_entry_new (&self->uid, self->kind, &self->moment);
}

const FasciaUid *
fascia_flare_entry_get_uid (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), NULL);

  return &self->uid;
}

const FasciaMoment *
fascia_flare_entry_get_moment (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), NULL);

  return &self->moment;
}

FasciaEntryWriter *
fascia_flare_entry_get_writer (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), NULL);

  return self->writer;
}

gboolean
fascia_flare_entry_is_kept (FasciaFlareEntry *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_ENTRY (self), FALSE);

  return fascia_entry_writer_is_kept (self->writer);
}

static void
fascia_flare_entry_finalize (GObject *object)
{
  FasciaFlareEntry *self = FASCIA_FLARE_ENTRY (object);

  g_clear_object (&self->writer);

  G_OBJECT_CLASS (fascia_flare_entry_parent_class)->finalize (object);
}

static void
fascia_flare_entry_class_init (FasciaFlareEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_flare_entry_finalize;
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
  self->writer = fascia_entry_writer_new (journal, NULL);
  self->kind = kind;
  fascia_clock_now (fascia_journal_get_clock (journal), &self->moment);
  fascia_uid_init (&self->uid, self->moment.utc_ms, chance);
  return self;
}
