/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a new entry while it is being written, so that a sudden end loses two seconds at most.
 */

#include "config.h"

#include "fascia-entry-draft.h"

#include "fascia-entry-draft-text.h"

/* After the last keystroke; and, while somebody keeps typing, after the first one that is not kept
 * yet. The rest of the two seconds is for the journal to write it. */
#define KEEP_AFTER_MS 500
#define KEEP_AT_LATEST_MS 1200

#define EDIT_PREFIX FASCIA_SETTING_DRAFT_PREFIX "edit."

struct _FasciaEntryDraft
{
  GObject parent_instance;

  FasciaJournal *journal;
  char *key;
  FasciaEntry *begun;   /* what is being changed, or NULL */
  FasciaEntry *entry;   /* what waits to be written, or NULL */
  gint64 unsaved_since; /* monotonic, microseconds; 0: nothing waits */
  gboolean is_kept;     /* something is under the key, or may be */
  gboolean is_held;     /* what is under the key is not touched yet */
  guint source_id;
};

G_DEFINE_FINAL_TYPE (FasciaEntryDraft, fascia_entry_draft, G_TYPE_OBJECT)

guint
fascia_entry_draft_get_delay (gint64 unsaved_ms)
{
  return (guint) CLAMP (KEEP_AT_LATEST_MS - unsaved_ms, 0, KEEP_AFTER_MS);
}

char *
fascia_entry_draft_dup_key (FasciaEntryKind kind)
{
  return g_strconcat (FASCIA_SETTING_DRAFT_PREFIX, fascia_entry_kind_to_code (kind), NULL);
}

char *
fascia_entry_draft_dup_edit_key (const FasciaUid *uid)
{
  g_return_val_if_fail (uid != NULL, NULL);

  g_autofree char *name = fascia_uid_to_string (uid);
  return g_strconcat (EDIT_PREFIX, name, NULL);
}

gboolean
fascia_entry_draft_parse_key (const char *key, FasciaEntryKind *kind)
{
  g_return_val_if_fail (key != NULL && kind != NULL, FALSE);

  return g_str_has_prefix (key, FASCIA_SETTING_DRAFT_PREFIX)
         && fascia_entry_kind_from_code (key + strlen (FASCIA_SETTING_DRAFT_PREFIX), kind)
         && *kind != FASCIA_ENTRY_CHECK_IN && *kind != FASCIA_ENTRY_SESSION;
}

gboolean
fascia_entry_draft_parse_edit_key (const char *key, FasciaUid *uid)
{
  g_return_val_if_fail (key != NULL && uid != NULL, FALSE);

  return g_str_has_prefix (key, EDIT_PREFIX) && fascia_uid_parse (key + strlen (EDIT_PREFIX), uid);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* The words are still in the window; the next change tries again. */
  if (!fascia_journal_set_setting_finish (FASCIA_JOURNAL (source), result, &error))
    g_message ("A draft was not kept: %s", error->message);
}

/* Writes now what waits. */
static void
flush (FasciaEntryDraft *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  self->unsaved_since = 0;
  if (self->entry == NULL || self->is_held)
    return;
  g_autoptr (FasciaEntry) entry = g_steal_pointer (&self->entry);
  g_auto (GStrv) texts = self->begun != NULL ? fascia_entry_draft_edit_to_strv (self->begun, entry)
                                             : fascia_entry_draft_to_strv (entry);

  self->is_kept = TRUE;
  fascia_journal_set_setting_async (self->journal, self->key,
                                    g_variant_new_strv ((const char *const *) texts, -1), NULL,
                                    on_written, NULL);
}

static void
on_due (gpointer data)
{
  FasciaEntryDraft *self = FASCIA_ENTRY_DRAFT (data);

  self->source_id = 0;
  flush (self);
}

void
fascia_entry_draft_adopt (FasciaEntryDraft *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_DRAFT (self));

  self->is_kept = TRUE;
}

void
fascia_entry_draft_hold (FasciaEntryDraft *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_DRAFT (self));

  g_clear_handle_id (&self->source_id, g_source_remove);
  self->is_held = TRUE;
}

void
fascia_entry_draft_release (FasciaEntryDraft *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_DRAFT (self));

  g_autoptr (FasciaEntry) entry = g_steal_pointer (&self->entry);
  self->is_held = FALSE;
  self->unsaved_since = 0;
  if (entry != NULL)
    fascia_entry_draft_set (self, entry);
}

void
fascia_entry_draft_set (FasciaEntryDraft *self, FasciaEntry *entry)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (FASCIA_IS_ENTRY_DRAFT (self));
  g_return_if_fail (entry != NULL);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  self->entry = fascia_entry_ref (entry);
  if (self->is_held)
    return;
  if (self->unsaved_since == 0)
    self->unsaved_since = now;
  self->source_id = g_timeout_add_once (
      fascia_entry_draft_get_delay ((now - self->unsaved_since) / 1000), on_due, self);
}

void
fascia_entry_draft_discard (FasciaEntryDraft *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_DRAFT (self));

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  self->unsaved_since = 0;
  if (!self->is_kept || self->is_held)
    return;
  self->is_kept = FALSE;
  fascia_journal_set_setting_async (self->journal, self->key, NULL, NULL, on_written, NULL);
}

static void
fascia_entry_draft_dispose (GObject *object)
{
  FasciaEntryDraft *self = FASCIA_ENTRY_DRAFT (object);

  /* The window went away with the words in it. */
  if (self->journal != NULL)
    flush (self);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_entry_draft_parent_class)->dispose (object);
}

static void
fascia_entry_draft_finalize (GObject *object)
{
  FasciaEntryDraft *self = FASCIA_ENTRY_DRAFT (object);

  g_free (self->key);
  g_clear_pointer (&self->begun, fascia_entry_unref);

  G_OBJECT_CLASS (fascia_entry_draft_parent_class)->finalize (object);
}

static void
fascia_entry_draft_class_init (FasciaEntryDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_entry_draft_dispose;
  object_class->finalize = fascia_entry_draft_finalize;
}

static void
fascia_entry_draft_init (FasciaEntryDraft *self)
{
}

FasciaEntryDraft *
fascia_entry_draft_new (FasciaJournal *journal, FasciaEntryKind kind)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaEntryDraft *self = g_object_new (FASCIA_TYPE_ENTRY_DRAFT, NULL);

  self->journal = g_object_ref (journal);
  self->key = fascia_entry_draft_dup_key (kind);
  return self;
}

FasciaEntryDraft *
fascia_entry_draft_new_edit (FasciaJournal *journal, FasciaEntry *begun)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (begun != NULL, NULL);

  FasciaEntryDraft *self = g_object_new (FASCIA_TYPE_ENTRY_DRAFT, NULL);

  self->journal = g_object_ref (journal);
  self->key = fascia_entry_draft_dup_edit_key (fascia_entry_get_uid (begun));
  self->begun = fascia_entry_ref (begun);
  return self;
}
