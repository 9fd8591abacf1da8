/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All steps and routines, and how they are found. */

#include "config.h"

#include "fascia-library-private.h"

#include <glib/gi18n-lib.h>

#include "fascia-routine-reader-private.h"
#include "fascia-step-reader-private.h"

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
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->bases);
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
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->bases = g_ptr_array_new ();
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const char *base
          = g_intern_string (fascia_region_get_base (fascia_body_get_region (body, i)));

      if (!g_ptr_array_find (self->bases, base, NULL))
        g_ptr_array_add (self->bases, (gpointer) base);
    }
  self->ready = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);
  self->tools = g_array_new (FALSE, TRUE, sizeof (FasciaTool));
  g_array_set_clear_func (self->tools, tool_clear);
  self->tool_codes = g_new0 (const char *, 1);
  return self;
}

FasciaLibrary *
fascia_library_new_from_data (FasciaBody *body,
                              const char *steps_xml,
                              const char *routines_xml,
                              GError **error)
{
  g_return_val_if_fail (body != NULL && steps_xml != NULL && routines_xml != NULL, NULL);

  g_autoptr (FasciaLibrary) self = fascia_library_new_empty (body);
  if (!fascia_library_read_steps (self, steps_xml, error))
    return NULL;
  g_free (self->tool_codes);
  self->tool_codes = g_new0 (const char *, self->tools->len + 1);
  for (guint i = 0; i < self->tools->len; i++)
    self->tool_codes[i] = g_array_index (self->tools, FasciaTool, i).code;
  if (!fascia_routine_read_ready (self, routines_xml, error))
    return NULL;
  return g_steal_pointer (&self);
}

FasciaLibrary *
fascia_library_new (FasciaBody *body, GError **error)
{
  g_return_val_if_fail (body != NULL, NULL);

  g_autoptr (GBytes) steps = g_resources_lookup_data (RESOURCE_BASE_PATH "/routines/steps.xml",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (steps == NULL)
    return NULL;
  g_autoptr (GBytes) routines = g_resources_lookup_data (
      RESOURCE_BASE_PATH "/routines/routines.xml", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (routines == NULL)
    return NULL;
  return fascia_library_new_from_data (body, g_bytes_get_data (steps, NULL),
                                       g_bytes_get_data (routines, NULL), error);
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

  return g_hash_table_lookup (self->by_id, id);
}

void
fascia_library_add_step (FasciaLibrary *self, FasciaStep *step)
{
  g_ptr_array_add (self->steps, step);
  g_hash_table_insert (self->by_id, (gpointer) step->id, step);
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

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  FasciaRoutine *first = *(FasciaRoutine *const *) a, *second = *(FasciaRoutine *const *) b;
  const int order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

FasciaLibrary *
fascia_library_with_own (FasciaLibrary *self, FasciaRoutine *const *routines, guint n_routines)
{
  g_return_val_if_fail (self != NULL && (routines != NULL || n_routines == 0), NULL);

  FasciaLibrary *copy = fascia_library_new_empty (self->body);
  for (guint i = 0; i < self->steps->len; i++)
    fascia_library_add_step (copy, fascia_step_ref (g_ptr_array_index (self->steps, i)));
  for (guint i = 0; i < self->ready->len; i++)
    g_ptr_array_add (copy->ready, fascia_routine_ref (g_ptr_array_index (self->ready, i)));
  for (guint i = 0; i < n_routines; i++)
    g_ptr_array_add (copy->own, fascia_routine_ref (routines[i]));
  g_ptr_array_sort (copy->own, compare_titles);
  for (guint i = 0; i < self->tools->len; i++)
    {
      FasciaTool tool = g_array_index (self->tools, FasciaTool, i);

      tool.name = g_strdup (tool.name);
      g_array_append_val (copy->tools, tool);
    }
  g_free (copy->tool_codes);
  copy->tool_codes = fascia_step_copy_list (self->tool_codes);
  return copy;
}

/* ---- things ---- */

const FasciaTool *
fascia_library_find_tool (const FasciaLibrary *self, const char *code)
{
  for (guint i = 0; i < self->tools->len; i++)
    {
      const FasciaTool *tool = &g_array_index (self->tools, FasciaTool, i);

      if (g_str_equal (tool->code, code))
        return tool;
    }
  return NULL;
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
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  const FasciaTool *tool = fascia_library_find_tool (self, code);
  return tool != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "tool", tool->name) : code;
}

gboolean
fascia_library_is_default_tool (const FasciaLibrary *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  const FasciaTool *tool = fascia_library_find_tool (self, code);
  return tool != NULL && tool->is_default;
}

gboolean
fascia_library_has_tools (const FasciaLibrary *self,
                          const FasciaStep *step,
                          const char *const *tools)
{
  g_return_val_if_fail (self != NULL && step != NULL && tools != NULL, FALSE);

  const char *const *needed = fascia_step_get_tools (step);
  gboolean has_all = TRUE;

  for (guint i = 0; has_all && needed[i] != NULL; i++)
    {
      has_all = fascia_library_is_default_tool (self, needed[i])
                || fascia_step_has_tool (step, needed[i], tools);
      for (guint j = 0; !has_all && step->or_tools != NULL && step->or_tools[j] != NULL; j += 2)
        has_all = g_str_equal (step->or_tools[j + 1], needed[i])
                  && fascia_library_is_default_tool (self, step->or_tools[j]);
    }
  return has_all;
}
