/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a slow breath is open to the person, and why not.
 */

#include "config.h"

#include "fascia-breath-gate.h"

#include <gio/gio.h>

#include "core/routines/fascia-breath-open.h"
#include "routines/fascia-safety-book.h"

struct _FasciaBreathGate
{
  GObject parent_instance;

  FasciaSafetyBook *book; /* the journal holds it */
  FasciaLibrary *library; /* NULL until it is read, and when the table in the program is broken */
  GCancellable *cancellable;
  gboolean has_read; /* or tried to */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaBreathGate, fascia_breath_gate, G_TYPE_OBJECT)

static void
tell_change (FasciaBreathGate *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- reading ---- */

static void
read_in_thread (GTask *task, gpointer source, gpointer body, GCancellable *cancellable)
{
  GError *error = NULL;
  FasciaLibrary *library = fascia_library_new (body, &error);

  if (library != NULL)
    g_task_return_pointer (task, library, (GDestroyNotify) fascia_library_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  FasciaBreathGate *self = FASCIA_BREATH_GATE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaLibrary) library = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_critical ("The library in the program is broken: %s", error->message);
  self->library = g_steal_pointer (&library);
  self->has_read = TRUE;
  tell_change (self);
}

/* ---- what holds it back ---- */

/* A journal that cannot be opened never tells what was answered: it stays unknown. */
gboolean
fascia_breath_gate_is_ready (FasciaBreathGate *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_GATE (self), FALSE);

  return self->has_read
         && (fascia_safety_book_is_loaded (self->book)
             || fascia_journal_get_state (fascia_safety_book_get_journal (self->book))
                    == FASCIA_JOURNAL_FAILED);
}

char *
fascia_breath_gate_dup_reasons (FasciaBreathGate *self)
{
  g_return_val_if_fail (FASCIA_IS_BREATH_GATE (self), NULL);

  char *reasons = NULL;

  fascia_breath_judge (fascia_safety_book_get_safety (self->book), self->library, &reasons);
  return reasons;
}

/* ---- the object ---- */

static void
fascia_breath_gate_dispose (GObject *object)
{
  FasciaBreathGate *self = FASCIA_BREATH_GATE (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (fascia_breath_gate_parent_class)->dispose (object);
}

static void
fascia_breath_gate_finalize (GObject *object)
{
  FasciaBreathGate *self = FASCIA_BREATH_GATE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->library, fascia_library_unref);

  G_OBJECT_CLASS (fascia_breath_gate_parent_class)->finalize (object);
}

static void
fascia_breath_gate_class_init (FasciaBreathGateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_breath_gate_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_breath_gate_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FASCIA_TYPE_BREATH_GATE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_breath_gate_init (FasciaBreathGate *self)
{
  self->cancellable = g_cancellable_new ();
}

FasciaBreathGate *
fascia_breath_gate_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaBreathGate *self = g_object_new (FASCIA_TYPE_BREATH_GATE, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_read, NULL);

  self->book = fascia_safety_book_get (journal, body);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (tell_change), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (tell_change), self,
                           G_CONNECT_SWAPPED);
  g_task_set_source_tag (task, fascia_breath_gate_new);
  g_task_set_task_data (task, fascia_body_ref (body), (GDestroyNotify) fascia_body_unref);
  g_task_run_in_thread (task, read_in_thread);
  return self;
}
