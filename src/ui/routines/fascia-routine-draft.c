/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a routine while it is being written, so that a sudden end loses two seconds at most.
 */

#include "config.h"

#include "fascia-routine-draft.h"

#include "core/routines/fascia-routine-file.h"
#include "fascia-body-setup.h"
#include "journal/fascia-entry-draft.h"

struct _FasciaRoutineDraft
{
  GObject parent_instance;

  FasciaRoutinesModel *model;
  FasciaBodySetup *setup;
  char *key;
  FasciaRoutine *routine; /* what waits to be kept, or NULL */
  gint64 unsaved_since;   /* monotonic, microseconds; 0: nothing waits */
  gboolean is_kept;
  guint source_id;
};

G_DEFINE_FINAL_TYPE (FasciaRoutineDraft, fascia_routine_draft, G_TYPE_OBJECT)

/* The id is its first line, the routine as it is kept the second. */
FasciaRoutine *
fascia_routine_draft_load (FasciaRoutineDraft *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINE_DRAFT (self), NULL);

  g_autoptr (GError) error = NULL;
  const char *const *texts
      = fascia_settings_get_strv (fascia_body_setup_get_settings (self->setup), self->key);

  if (texts[0] == NULL || texts[1] == NULL)
    return NULL;
  self->is_kept = TRUE;
  FasciaRoutine *routine = fascia_routine_file_parse_kept (
      fascia_routines_model_get_library (self->model), texts[0], texts[1], &error);
  if (routine == NULL)
    g_message ("A draft of a routine cannot be read: %s", error->message);
  return routine;
}

void
fascia_routine_draft_flush (FasciaRoutineDraft *self)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_DRAFT (self));

  g_autoptr (FasciaRoutine) routine = g_steal_pointer (&self->routine);

  g_clear_handle_id (&self->source_id, g_source_remove);
  self->unsaved_since = 0;
  if (routine == NULL || !fascia_body_setup_is_loaded (self->setup))
    return;
  g_autofree char *text = fascia_routine_file_write_kept (routine);
  const char *const texts[] = { fascia_routine_get_id (routine), text, NULL };

  self->is_kept = TRUE;
  fascia_body_setup_set (self->setup, self->key, g_variant_new_strv (texts, -1));
}

static void
on_due (gpointer data)
{
  FasciaRoutineDraft *self = data;

  self->source_id = 0;
  fascia_routine_draft_flush (self);
}

void
fascia_routine_draft_set (FasciaRoutineDraft *self, FasciaRoutine *routine)
{
  const gint64 now = g_get_monotonic_time ();

  g_return_if_fail (FASCIA_IS_ROUTINE_DRAFT (self));
  g_return_if_fail (routine != NULL);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_pointer (&self->routine, fascia_routine_unref);
  self->routine = fascia_routine_ref (routine);
  if (self->unsaved_since == 0)
    self->unsaved_since = now;
  self->source_id = g_timeout_add_once (
      fascia_entry_draft_get_delay ((now - self->unsaved_since) / 1000), on_due, self);
}

void
fascia_routine_draft_discard (FasciaRoutineDraft *self)
{
  g_return_if_fail (FASCIA_IS_ROUTINE_DRAFT (self));

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_clear_pointer (&self->routine, fascia_routine_unref);
  self->unsaved_since = 0;
  if (!self->is_kept)
    return;
  self->is_kept = FALSE;
  fascia_body_setup_set (self->setup, self->key, NULL);
}

static void
fascia_routine_draft_dispose (GObject *object)
{
  FasciaRoutineDraft *self = FASCIA_ROUTINE_DRAFT (object);

  /* The window went away with the words in it. */
  if (self->setup != NULL)
    fascia_routine_draft_flush (self);
  g_clear_object (&self->setup);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_routine_draft_parent_class)->dispose (object);
}

static void
fascia_routine_draft_finalize (GObject *object)
{
  g_free (FASCIA_ROUTINE_DRAFT (object)->key);

  G_OBJECT_CLASS (fascia_routine_draft_parent_class)->finalize (object);
}

static void
fascia_routine_draft_class_init (FasciaRoutineDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_routine_draft_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_routine_draft_finalize;
}

static void
fascia_routine_draft_init (FasciaRoutineDraft *self)
{
}

FasciaRoutineDraft *
fascia_routine_draft_new (FasciaRoutinesModel *model, const char *name)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  FasciaRoutineDraft *self = g_object_new (FASCIA_TYPE_ROUTINE_DRAFT, NULL);

  self->model = g_object_ref (model);
  self->setup = g_object_ref (fascia_body_setup_get (fascia_routines_model_get_journal (model),
                                                     fascia_routines_model_get_body (model)));
  self->key = g_strconcat (FASCIA_SETTING_DRAFT_PREFIX "routine.", name, NULL);
  return self;
}
