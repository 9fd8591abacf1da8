/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Routines by place and by words. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "fascia-library-private.h"

GPtrArray *
fascia_library_find_for (const FasciaLibrary *self, const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *base = fascia_region_get_base (region);

  /* Those of its group first, then the others that reach it. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < fascia_library_get_n_routines (self); i++)
      {
        FasciaRoutine *routine = fascia_library_get_routine (self, i);
        const gboolean is_of_group = g_str_equal (routine->group, fascia_region_get_group (region));
        g_autofree const char **bases = fascia_library_dup_bases (self, routine);

        if (is_of_group == (pass == 0) && g_strv_contains (bases, base))
          g_ptr_array_add (found, routine);
      }
  return g_steal_pointer (&found);
}

/* ---- words ---- */

static void
add (GString *words, const char *text)
{
  if (text != NULL)
    g_string_append_printf (words, " %s", text);
}

static void
add_both (GString *words, const char *text, const char *text_c)
{
  add (words, text);
  if (g_strcmp0 (text, text_c) != 0)
    add (words, text_c);
}

static void
add_places (const FasciaLibrary *self, GString *words, const FasciaRoutine *routine)
{
  g_autofree const char **bases = fascia_library_dup_bases (self, routine);

  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);
      g_auto (GStrv) aliases = NULL;

      if (!g_strv_contains (bases, fascia_region_get_base (region)))
        continue;
      add_both (words, fascia_region_get_name (region), fascia_region_get_name_c (region));
      aliases = fascia_region_dup_aliases_translated (region);
      for (guint j = 0; aliases[j] != NULL; j++)
        add_both (words, aliases[j], fascia_region_get_aliases (region)[j]);
    }
}

/* All that a routine is found by. */
static char *
dup_words (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree const char **tools = fascia_library_dup_tools (self, routine);

  add_both (words, fascia_routine_get_title (routine), routine->title);
  add_both (words, fascia_routine_get_summary (routine), routine->summary);
  add_both (words, fascia_routine_get_search_words (routine), routine->search);
  add_places (self, words, routine);
  for (guint i = 0; tools[i] != NULL; i++)
    add_both (words, fascia_library_get_tool_name (self, tools[i]),
              fascia_library_find_tool (self, tools[i])->name);
  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (
          self, routine, g_array_index (routine->items, FasciaRoutineItem, i).step);

      if (step == NULL)
        continue;
      add_both (words, fascia_step_get_title (step), fascia_step_get_title_c (step));
      add_both (words, fascia_technique_get_name (step->traits.technique), step->traits.technique);
      add_both (words, fascia_step_kind_get_name (step->traits.kind),
                fascia_step_kind_to_code (step->traits.kind));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

GPtrArray *
fascia_library_find (const FasciaLibrary *self, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < fascia_library_get_n_routines (self); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (self, i);
      g_autofree char *words = dup_words (self, routine);

      if (g_str_match_string (text, words, TRUE))
        g_ptr_array_add (found, routine);
    }
  return g_steal_pointer (&found);
}
