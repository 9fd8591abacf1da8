/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The note of a check-in while it is being written: nothing typed is lost, whatever fails.
 */

#include "config.h"

#include "fascia-note-draft.h"

#include <glib/gi18n.h>

#include "fascia-window.h"

/* After the last keystroke; and, while somebody keeps typing, after the first one that is not saved
 * yet, so that a crash loses no more than two seconds of typing, the writing included. */
#define SAVE_AFTER_MS 1000
#define SAVE_AT_LATEST_MS 1750

struct _FasciaNoteDraft
{
  GObject parent_instance;

  FasciaJournal *journal;
  GHashTable *drafts; /* of this journal, this one among them once it is bound */
  FasciaUid uid;
  gboolean has_uid;
  GtkWidget *from; /* weak */

  char *text;         /* what the person sees; never NULL */
  char *stored;       /* what the journal has; never NULL */
  char *writing;      /* what is on its way to the journal, or NULL */
  GArray *operations; /* guint64: what was done to the note, oldest first */
  gboolean is_kept;   /* it holds itself, as it has words that the journal has not */
  gboolean has_failed;
  gint64 unsaved_since; /* monotonic time of the first keystroke that is not saved, or 0 */
  guint save_id;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_HAS_FAILED,
} FasciaNoteDraftProperty;

static GParamSpec *properties[PROP_HAS_FAILED + 1];

G_DEFINE_FINAL_TYPE (FasciaNoteDraft, fascia_note_draft, G_TYPE_OBJECT)

/* ---- how long it lives ---- */

/* It holds itself while there are words to save, as long as there is a window to save them in. */
static void
update_kept (FasciaNoteDraft *self)
{
  gboolean is_kept = self->writing != NULL
                     || (self->from != NULL && self->has_uid && fascia_note_draft_is_dirty (self));

  if (is_kept == self->is_kept)
    return;
  self->is_kept = is_kept;
  if (is_kept)
    g_object_ref (self);
  else
    g_object_unref (self);
}

static void
on_from_gone (gpointer data, GObject *from)
{
  g_autoptr (FasciaNoteDraft) self = g_object_ref (FASCIA_NOTE_DRAFT (data));

  self->from = NULL;
  fascia_note_draft_save (self);
  update_kept (self);
}

static void
set_from (FasciaNoteDraft *self, GtkWidget *from)
{
  if (self->from != NULL)
    g_object_weak_unref (G_OBJECT (self->from), on_from_gone, self);
  self->from = from;
  if (from != NULL)
    g_object_weak_ref (G_OBJECT (from), on_from_gone, self);
}

static void
set_has_failed (FasciaNoteDraft *self, gboolean has_failed)
{
  if (has_failed == self->has_failed)
    return;
  self->has_failed = has_failed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_FAILED]);
}

/* ---- saving ---- */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaNoteDraft) self = FASCIA_NOTE_DRAFT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  g_autofree char *written = g_steal_pointer (&self->writing);

  if (operation == NULL)
    {
      set_has_failed (self, fascia_note_draft_is_dirty (self));
      if (self->from != NULL && self->has_failed)
        fascia_window_offer_retry (self->from, error, G_OBJECT (self),
                                   G_CALLBACK (fascia_note_draft_save));
      update_kept (self);
      return;
    }

  g_set_str (&self->stored, written);
  set_has_failed (self, FALSE);
  guint64 id = fascia_operation_get_id (operation);
  g_array_append_val (self->operations, id);
  if (self->from != NULL)
    fascia_window_offer_undo (self->from, _ ("Note saved"),
                              (const guint64 *) (const void *) self->operations->data,
                              self->operations->len);
  /* What was typed while the journal was busy, unless more of it is being typed. */
  if (self->save_id == 0)
    fascia_note_draft_save (self);
  update_kept (self);
}

void
fascia_note_draft_save (FasciaNoteDraft *self)
{
  g_return_if_fail (FASCIA_IS_NOTE_DRAFT (self));

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->writing == NULL)
    self->unsaved_since = 0;
  if (!self->has_uid || self->writing != NULL || !fascia_note_draft_is_dirty (self))
    return;

  self->writing = g_strdup (self->text);
  update_kept (self);
  /* Never cancelled: what a person wrote is written. */
  fascia_journal_set_note_async (self->journal, &self->uid,
                                 self->text[0] != '\0' ? self->text : NULL, NULL, on_saved,
                                 g_object_ref (self));
}

static void
on_save_due (gpointer data)
{
  FasciaNoteDraft *self = FASCIA_NOTE_DRAFT (data);

  self->save_id = 0;
  fascia_note_draft_save (self);
}

/* ---- the text ---- */

static void
take_text (FasciaNoteDraft *self, const char *text)
{
  g_autofree char *taken = g_strchomp (g_strdup (text));

  if (!g_set_str (&self->text, taken))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

void
fascia_note_draft_set_text (FasciaNoteDraft *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_NOTE_DRAFT (self));
  g_return_if_fail (text != NULL);

  take_text (self, text);
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (fascia_note_draft_is_dirty (self))
    {
      gint64 now = g_get_monotonic_time ();

      if (self->unsaved_since == 0)
        self->unsaved_since = now;
      gint64 left = SAVE_AT_LATEST_MS - (now - self->unsaved_since) / 1000;
      self->save_id
          = g_timeout_add_once ((guint) CLAMP (left, 0, SAVE_AFTER_MS), on_save_due, self);
    }
  else
    self->unsaved_since = 0;
  update_kept (self);
}

void
fascia_note_draft_set_stored (FasciaNoteDraft *self, const char *note)
{
  g_return_if_fail (FASCIA_IS_NOTE_DRAFT (self));

  /* What is said now is older than what is on its way. */
  if (self->writing != NULL)
    return;

  gboolean was_dirty = fascia_note_draft_is_dirty (self);
  g_set_str (&self->stored, note != NULL ? note : "");
  if (!was_dirty)
    take_text (self, self->stored);
  if (!fascia_note_draft_is_dirty (self))
    set_has_failed (self, FALSE);
  update_kept (self);
}

void
fascia_note_draft_discard (FasciaNoteDraft *self)
{
  g_return_if_fail (FASCIA_IS_NOTE_DRAFT (self));

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->unsaved_since = 0;
  take_text (self, self->writing != NULL ? self->writing : self->stored);
  set_has_failed (self, FALSE);
  update_kept (self);
}

/* ---- a view ---- */

static char *
dup_written (GtkTextBuffer *buffer)
{
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
on_buffer_changed (FasciaNoteDraft *self, GtkTextBuffer *buffer)
{
  g_autofree char *text = dup_written (buffer);

  fascia_note_draft_set_text (self, text);
}

static void
on_text_changed (GtkTextBuffer *buffer, GParamSpec *pspec, FasciaNoteDraft *self)
{
  g_autofree char *written = g_strchomp (dup_written (buffer));

  /* Typing says this, too. */
  if (g_str_equal (written, self->text))
    return;
  g_signal_handlers_block_by_func (buffer, on_buffer_changed, self);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, self->text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  g_signal_handlers_unblock_by_func (buffer, on_buffer_changed, self);
}

void
fascia_note_draft_attach (FasciaNoteDraft *self, GtkTextView *view)
{
  g_return_if_fail (FASCIA_IS_NOTE_DRAFT (self));
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_buffer_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::text", G_CALLBACK (on_text_changed), buffer,
                           G_CONNECT_SWAPPED);
  on_text_changed (buffer, NULL, self);

  g_signal_connect_object (focus, "leave", G_CALLBACK (fascia_note_draft_save), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  /* However its dialog goes away, also with the window. */
  g_signal_connect_object (view, "unmap", G_CALLBACK (fascia_note_draft_save), self,
                           G_CONNECT_SWAPPED);
}

/* ---- the object ---- */

static void
fascia_note_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaNoteDraft *self = FASCIA_NOTE_DRAFT (object);

  switch ((FasciaNoteDraftProperty) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_HAS_FAILED:
      g_value_set_boolean (value, self->has_failed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_note_draft_dispose (GObject *object)
{
  FasciaNoteDraft *self = FASCIA_NOTE_DRAFT (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  set_from (self, NULL);
  if (self->has_uid && g_hash_table_lookup (self->drafts, &self->uid) == self)
    g_hash_table_remove (self->drafts, &self->uid);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_note_draft_parent_class)->dispose (object);
}

static void
fascia_note_draft_finalize (GObject *object)
{
  FasciaNoteDraft *self = FASCIA_NOTE_DRAFT (object);

  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->operations, g_array_unref);
  g_free (self->text);
  g_free (self->stored);
  g_free (self->writing);

  G_OBJECT_CLASS (fascia_note_draft_parent_class)->finalize (object);
}

static void
fascia_note_draft_class_init (FasciaNoteDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_note_draft_dispose;
  object_class->finalize = fascia_note_draft_finalize;
  object_class->get_property = fascia_note_draft_get_property;

  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_FAILED] = g_param_spec_boolean ("has-failed", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fascia_note_draft_init (FasciaNoteDraft *self)
{
  self->text = g_strdup ("");
  self->stored = g_strdup ("");
  self->operations = g_array_new (FALSE, FALSE, sizeof (guint64));
}

static guint
hash_uid (gconstpointer key)
{
  const FasciaUid *uid = key;
  guint hash = 5381;

  for (guint i = 0; i < sizeof uid->bytes; i++)
    hash = hash * 33 + uid->bytes[i];
  return hash;
}

static gboolean
equal_uids (gconstpointer a, gconstpointer b)
{
  return fascia_uid_equal (a, b);
}

/* The drafts that live, by check-in: two dialogs must not write one note against each other. The
 * table owns neither; keys lie in the drafts. */
static GHashTable *
ensure_drafts (FasciaJournal *journal)
{
  static const char key[] = "fascia-note-drafts";
  GHashTable *drafts = g_object_get_data (G_OBJECT (journal), key);

  if (drafts == NULL)
    {
      drafts = g_hash_table_new (hash_uid, equal_uids);
      g_object_set_data_full (G_OBJECT (journal), key, drafts, (GDestroyNotify) g_hash_table_unref);
    }
  return drafts;
}

FasciaNoteDraft *
fascia_note_draft_get (FasciaJournal *journal, const FasciaUid *uid, GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);

  GHashTable *drafts = ensure_drafts (journal);
  FasciaNoteDraft *self = uid != NULL ? g_hash_table_lookup (drafts, uid) : NULL;
  if (self != NULL)
    {
      g_object_ref (self);
      set_from (self, from);
      return self;
    }

  self = g_object_new (FASCIA_TYPE_NOTE_DRAFT, NULL);
  self->journal = g_object_ref (journal);
  self->drafts = g_hash_table_ref (drafts);
  set_from (self, from);
  if (uid != NULL)
    fascia_note_draft_bind (self, uid);
  return self;
}

void
fascia_note_draft_bind (FasciaNoteDraft *self, const FasciaUid *uid)
{
  g_return_if_fail (FASCIA_IS_NOTE_DRAFT (self));
  g_return_if_fail (uid != NULL);

  if (self->has_uid)
    return;
  self->uid = *uid;
  self->has_uid = TRUE;
  if (!g_hash_table_contains (self->drafts, uid))
    g_hash_table_insert (self->drafts, &self->uid, self);
  if (fascia_note_draft_is_dirty (self) && self->save_id == 0)
    fascia_note_draft_save (self);
}

const FasciaUid *
fascia_note_draft_get_uid (FasciaNoteDraft *self)
{
  g_return_val_if_fail (FASCIA_IS_NOTE_DRAFT (self), NULL);

  return self->has_uid ? &self->uid : NULL;
}

const char *
fascia_note_draft_get_text (FasciaNoteDraft *self)
{
  g_return_val_if_fail (FASCIA_IS_NOTE_DRAFT (self), "");

  return self->text;
}

gboolean
fascia_note_draft_is_dirty (FasciaNoteDraft *self)
{
  g_return_val_if_fail (FASCIA_IS_NOTE_DRAFT (self), FALSE);

  return !g_str_equal (self->text, self->stored);
}

gboolean
fascia_note_draft_has_failed (FasciaNoteDraft *self)
{
  g_return_val_if_fail (FASCIA_IS_NOTE_DRAFT (self), FALSE);

  return self->has_failed;
}
