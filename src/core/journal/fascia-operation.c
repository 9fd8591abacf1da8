/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One committed change of the journal, as a value. */

#include "config.h"

#include "fascia-operation-private.h"

struct _FasciaOperation
{
  gatomicrefcount ref_count;
  guint64 id;
  FasciaOperationKind kind;
  FasciaChangeFlags changes;
  gint64 row_id;
  FasciaEntry *before;
  FasciaEntry *after;
  gboolean can_undo;
  guint n_entries;
  FasciaOperation *undone; /* what an undo took back */
};

G_DEFINE_BOXED_TYPE (FasciaOperation,
                     fascia_operation,
                     fascia_operation_ref,
                     fascia_operation_unref)

G_DEFINE_FLAGS_TYPE (FasciaChangeFlags,
                     fascia_change_flags,
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_NONE, "none"),
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_MARKS, "marks"),
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_ENTRIES, "entries"),
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_TEXT, "text"),
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_SETTINGS, "settings"),
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_UNDO, "undo"),
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_DRAWINGS, "drawings"),
                     G_DEFINE_ENUM_VALUE (FASCIA_CHANGE_TAGS, "tags"))

FasciaOperation *
fascia_operation_new (guint64 id,
                      FasciaOperationKind kind,
                      FasciaChangeFlags changes,
                      gint64 row_id,
                      FasciaEntry *before,
                      FasciaEntry *after,
                      gboolean can_undo)
{
  FasciaOperation *self = g_new0 (FasciaOperation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->kind = kind;
  self->changes = changes;
  self->row_id = row_id;
  self->before = before != NULL ? fascia_entry_ref (before) : NULL;
  self->after = after != NULL ? fascia_entry_ref (after) : NULL;
  self->can_undo = can_undo;
  self->n_entries = before != NULL || after != NULL ? 1 : 0;
  return self;
}

FasciaOperation *
fascia_operation_ref (FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_operation_unref (FasciaOperation *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->before, fascia_entry_unref);
  g_clear_pointer (&self->after, fascia_entry_unref);
  g_clear_pointer (&self->undone, fascia_operation_unref);
  g_free (self);
}

guint64
fascia_operation_get_id (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->id;
}

FasciaOperationKind
fascia_operation_get_kind (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_OPERATION_LOG);
  return self->kind;
}

FasciaChangeFlags
fascia_operation_get_changes (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_CHANGE_NONE);
  return self->changes;
}

FasciaEntry *
fascia_operation_get_before (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->before;
}

FasciaEntry *
fascia_operation_get_after (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->after;
}

gboolean
fascia_operation_can_undo (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->can_undo;
}

guint
fascia_operation_get_n_entries (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_entries;
}

void
fascia_operation_set_n_entries (FasciaOperation *self, guint n_entries)
{
  self->n_entries = n_entries;
}

void
fascia_operation_set_undone (FasciaOperation *self, FasciaOperation *undone)
{
  g_clear_pointer (&self->undone, fascia_operation_unref);
  self->undone = undone != NULL ? fascia_operation_ref (undone) : NULL;
}

FasciaOperation *
fascia_operation_get_undone (const FasciaOperation *self)
{
  return self->undone;
}

gint64
fascia_operation_get_row_id (const FasciaOperation *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->row_id;
}
