/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which routines are shown: what was typed, and what was chosen. Pure.
 */

#include "config.h"

#include "fascia-routine-filter.h"

#include <glib/gi18n.h>

gboolean
fascia_routine_filter_equal (const FasciaRoutineFilter *a, const FasciaRoutineFilter *b)
{
  return a->is_gentle == b->is_gentle && a->has_no_floor == b->has_no_floor
         && a->is_short == b->is_short && g_strcmp0 (a->region, b->region) == 0
         && g_strcmp0 (a->tool, b->tool) == 0 && g_strcmp0 (a->technique, b->technique) == 0
         && a->kind == b->kind;
}

gboolean
fascia_routine_filter_is_empty (const FasciaRoutineFilter *self)
{
  const FasciaRoutineFilter empty = { 0 };

  return fascia_routine_filter_equal (self, &empty);
}

gboolean
fascia_routine_filter_has_part (const FasciaRoutineFilter *self, FasciaRoutineFilterPart part)
{
  switch (part)
    {
    case FASCIA_ROUTINE_PART_REGION:
      return self->region != NULL;
    case FASCIA_ROUTINE_PART_TOOL:
      return self->tool != NULL;
    case FASCIA_ROUTINE_PART_TECHNIQUE:
      return self->technique != NULL;
    case FASCIA_ROUTINE_PART_KIND:
      return self->kind != 0;
    default:
      return FALSE;
    }
}

void
fascia_routine_filter_drop_part (FasciaRoutineFilter *self, FasciaRoutineFilterPart part)
{
  switch (part)
    {
    case FASCIA_ROUTINE_PART_REGION:
      self->region = NULL;
      break;
    case FASCIA_ROUTINE_PART_TOOL:
      self->tool = NULL;
      break;
    case FASCIA_ROUTINE_PART_TECHNIQUE:
      self->technique = NULL;
      break;
    case FASCIA_ROUTINE_PART_KIND:
      self->kind = 0;
      break;
    default:
      break;
    }
}

char *
fascia_routine_filter_dup_part_label (const FasciaRoutineFilter *self,
                                      FasciaRoutineFilterPart part,
                                      FasciaLibrary *library)
{
  const FasciaRegion *region;

  switch (part)
    {
    case FASCIA_ROUTINE_PART_REGION:
      region = fascia_body_lookup (fascia_library_get_body (library), self->region);
      return g_strdup (region != NULL ? fascia_region_get_name (region) : self->region);
    case FASCIA_ROUTINE_PART_TOOL:
      return g_strdup (fascia_library_get_tool_name (library, self->tool));
    case FASCIA_ROUTINE_PART_TECHNIQUE:
      return g_strdup (fascia_technique_get_name (self->technique));
    case FASCIA_ROUTINE_PART_KIND:
      return g_strdup (fascia_step_kind_get_name (self->kind));
    default:
      return g_strdup ("");
    }
}

/* Each step has a way without getting down. */
static gboolean
needs_no_floor (FasciaLibrary *library, FasciaRoutine *routine)
{
  const FasciaPosture off_the_floor
      = FASCIA_POSTURE_BED | FASCIA_POSTURE_CHAIR | FASCIA_POSTURE_STANDING;
  guint n_items = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (library, routine, items[i].step);
      const FasciaTraits *traits = step != NULL ? fascia_step_get_traits (step) : NULL;

      if (traits == NULL || ((traits->posture | traits->also_postures) & off_the_floor) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_step (const FasciaRoutineFilter *self, FasciaLibrary *library, FasciaRoutine *routine)
{
  const FasciaRegion *region
      = self->region != NULL ? fascia_body_lookup (fascia_library_get_body (library), self->region)
                             : NULL;
  guint n_items = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);
  gboolean has_region = self->region == NULL;
  gboolean has_technique = self->technique == NULL;
  gboolean has_kind = self->kind == 0;

  for (guint i = 0; i < n_items; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (library, routine, items[i].step);

      if (step == NULL)
        continue;
      const FasciaTraits *traits = fascia_step_get_traits (step);
      has_region |= region != NULL && fascia_step_works_on (step, region);
      has_technique |= g_strcmp0 (traits->technique, self->technique) == 0;
      has_kind |= traits->kind == self->kind;
    }
  return has_region && has_technique && has_kind;
}

gboolean
fascia_routine_filter_matches (const FasciaRoutineFilter *self,
                               FasciaLibrary *library,
                               FasciaRoutine *routine,
                               const FasciaRoutineInfo *info)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (info != NULL, FALSE);

  if (self->is_gentle && !info->is_gentle)
    return FALSE;
  if (self->is_short && info->seconds > FASCIA_ROUTINE_SHORT_S)
    return FALSE;
  if (self->has_no_floor && !needs_no_floor (library, routine))
    return FALSE;
  if (self->tool != NULL)
    {
      g_autofree const char **tools = fascia_library_dup_tools (library, routine);

      if (!g_strv_contains (tools, self->tool))
        return FALSE;
    }
  return has_step (self, library, routine);
}

static gboolean
is_in_title (FasciaRoutine *routine, const char *words)
{
  return g_str_match_string (words, fascia_routine_get_title (routine), TRUE);
}

GPtrArray *
fascia_routine_filter_list (const FasciaRoutineFilter *self,
                            FasciaRoutinesModel *model,
                            const char *text)
{
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  GPtrArray *list = g_ptr_array_new ();
  g_autofree char *words = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (GPtrArray) found = *words != '\0' ? fascia_library_find (library, words) : NULL;
  guint n = found != NULL ? found->len : fascia_library_get_n_routines (library);
  guint n_named = 0;

  for (guint i = 0; i < n; i++)
    {
      FasciaRoutine *routine
          = found != NULL ? g_ptr_array_index (found, i) : fascia_library_get_routine (library, i);
      const FasciaRoutineInfo *info
          = fascia_routines_model_get_info (model, fascia_routine_get_id (routine));

      if (info != NULL && fascia_routine_filter_matches (self, library, routine, info))
        {
          /* What is called so is what was meant. */
          gboolean is_named = found != NULL && is_in_title (routine, words);

          g_ptr_array_insert (list, is_named ? (int) n_named++ : -1, routine);
        }
    }
  return list;
}
