/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All steps and routines, and how they are found. */

#include "config.h"

#include "fascia-library-private.h"

G_DEFINE_BOXED_TYPE (FasciaLibrary, fascia_library, fascia_library_ref, fascia_library_unref)
G_DEFINE_QUARK (fascia - library - error - quark, fascia_library_error)

FasciaLibrary *
fascia_library_ref (FasciaLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
fascia_library_unref (FasciaLibrary *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->ready);
  g_ptr_array_unref (self->own);
  g_array_unref (self->tools);
  g_free (self->tool_codes);
  fascia_body_unref (self->body);
  g_free (self);
}

static void
tool_clear (gpointer data)
{
  FasciaTool *tool = data;

  g_free (tool->name);
}

FasciaLibrary *
fascia_library_new_empty (FasciaBody *body)
{
  FasciaLibrary *self = g_new0 (FasciaLibrary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->body = fascia_body_ref (body);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_step_unref);
  self->ready = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);
  self->tools = g_array_new (FALSE, TRUE, sizeof (FasciaTool));
  g_array_set_clear_func (self->tools, tool_clear);
  self->tool_codes = g_new0 (const char *, 1);
  return self;
}

FasciaLibrary *
fascia_library_new (FasciaBody *body, GError **error)
{
  g_return_val_if_fail (body != NULL, NULL);

  return fascia_library_new_empty (body);
}

FasciaLibrary *
fascia_library_new_from_data (FasciaBody *body,
                              const char *steps_xml,
                              const char *routines_xml,
                              GError **error)
{
  g_return_val_if_fail (body != NULL && steps_xml != NULL && routines_xml != NULL, NULL);

  return fascia_library_new_empty (body);
}

FasciaBody *
fascia_library_get_body (const FasciaLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

guint
fascia_library_get_n_steps (const FasciaLibrary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->steps->len;
}

const FasciaStep *
fascia_library_get_step (const FasciaLibrary *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->steps->len ? g_ptr_array_index (self->steps, index) : NULL;
}

const FasciaStep *
fascia_library_lookup_step (const FasciaLibrary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FasciaStep *step = g_ptr_array_index (self->steps, i);

      if (g_str_equal (step->id, id))
        return step;
    }
  return NULL;
}

const FasciaStep *
fascia_library_resolve_step (const FasciaLibrary *self,
                             const FasciaRoutine *routine,
                             const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  const FasciaStep *own = routine != NULL ? fascia_routine_find_own_step (routine, id) : NULL;
  return own != NULL ? own : fascia_library_lookup_step (self, id);
}

guint
fascia_library_get_n_routines (const FasciaLibrary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ready->len + self->own->len;
}

FasciaRoutine *
fascia_library_get_routine (const FasciaLibrary *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (index < self->ready->len)
    return g_ptr_array_index (self->ready, index);
  index -= self->ready->len;
  return index < self->own->len ? g_ptr_array_index (self->own, index) : NULL;
}

FasciaRoutine *
fascia_library_lookup_routine (const FasciaLibrary *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < fascia_library_get_n_routines (self); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (self, i);

      if (g_str_equal (fascia_routine_get_id (routine), id))
        return routine;
    }
  return NULL;
}

FasciaLibrary *
fascia_library_with_own (FasciaLibrary *self, FasciaRoutine *const *routines, guint n_routines)
{
  g_return_val_if_fail (self != NULL, NULL);

  return fascia_library_ref (self);
}

const char *const *
fascia_library_get_tools (const FasciaLibrary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tool_codes;
}

const char *
fascia_library_get_tool_name (const FasciaLibrary *self, const char *code)
{
  return code;
}

gboolean
fascia_library_is_default_tool (const FasciaLibrary *self, const char *code)
{
  return FALSE;
}

int
fascia_library_get_seconds (const FasciaLibrary *self, const FasciaRoutine *routine, guint n_sides)
{
  return 0;
}

int
fascia_library_get_pressure_seconds (const FasciaLibrary *self,
                                     const FasciaRoutine *routine,
                                     guint n_sides)
{
  return 0;
}

FasciaPosture
fascia_library_get_postures (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  return 0;
}

FasciaPosture
fascia_library_get_all_postures (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  return 0;
}

const char **
fascia_library_dup_tools (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  return g_new0 (const char *, 1);
}

const char **
fascia_library_dup_bases (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  return g_new0 (const char *, 1);
}

gboolean
fascia_library_is_gentle (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  return FALSE;
}

char
fascia_library_get_evidence (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  return 'C';
}

GPtrArray *
fascia_library_find_for (const FasciaLibrary *self, const FasciaRegion *region)
{
  return g_ptr_array_new ();
}

GPtrArray *
fascia_library_find (const FasciaLibrary *self, const char *text)
{
  return g_ptr_array_new ();
}

gboolean
fascia_library_check (const FasciaLibrary *self,
                      const FasciaRoutine *routine,
                      char ***over,
                      char ***forbidden)
{
  if (over != NULL)
    *over = g_new0 (char *, 1);
  if (forbidden != NULL)
    *forbidden = g_new0 (char *, 1);
  return TRUE;
}
