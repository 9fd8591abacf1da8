/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a routine is as a whole: how long, in which postures, with what, where. */

#include "config.h"

#include "fascia-library-private.h"

#define GENTLE_CAP 3

/* (nullable) */
static const FasciaStep *
get_step (const FasciaLibrary *self, const FasciaRoutine *routine, guint index)
{
  return fascia_library_resolve_step (
      self, routine, g_array_index (routine->items, FasciaRoutineItem, index).step);
}

/* ---- time ---- */

int
fascia_library_get_item_sets (const FasciaStep *step, const FasciaRoutineItem *item)
{
  const FasciaDose *dose = &step->dose;

  if (item->sets > 0)
    return item->sets;
  if (step->traits.acts_on_all || dose->sides < 2)
    return MAX (dose->sets_min, 1);
  const char *const *places = item->places != NULL ? item->places : step->traits.regions;
  return CLAMP ((int) g_strv_length ((char **) places), MAX (dose->sets_min, 1),
                MAX (dose->sets_max, 1));
}

int
fascia_library_get_item_sides (const FasciaStep *step, const FasciaRoutineItem *item, guint n_sides)
{
  return step->dose.sides < 2 || item->side != FASCIA_SIDE_MIDLINE ? 1
                                                                   : (int) CLAMP (n_sides, 1, 2);
}

int
fascia_library_get_item_set_seconds (const FasciaStep *step, const FasciaRoutineItem *item)
{
  const FasciaDose *dose = &step->dose;

  if (dose->reps_max > 0)
    return (item->reps > 0 ? item->reps : dose->reps_min) * dose->seconds_per_rep;
  return item->seconds > 0 ? item->seconds : dose->seconds_min;
}

int
fascia_library_get_item_seconds (const FasciaStep *step,
                                 const FasciaRoutineItem *item,
                                 guint n_sides)
{
  return fascia_library_get_item_set_seconds (step, item)
         * fascia_library_get_item_sets (step, item)
         * fascia_library_get_item_sides (step, item, n_sides);
}

int
fascia_library_get_seconds (const FasciaLibrary *self, const FasciaRoutine *routine, guint n_sides)
{
  int seconds = 0, rest = 0;

  g_return_val_if_fail (self != NULL && routine != NULL, 0);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaRoutineItem *item = &g_array_index (routine->items, FasciaRoutineItem, i);
      const FasciaStep *step = get_step (self, routine, i);

      if (step == NULL)
        continue;
      const int n = fascia_library_get_item_sets (step, item)
                    * fascia_library_get_item_sides (step, item, n_sides);
      seconds += rest + fascia_library_get_item_seconds (step, item, n_sides)
                 + (n - 1) * FASCIA_LIBRARY_CHANGE_S;
      rest = MAX (item->rest_s, FASCIA_LIBRARY_CHANGE_S);
    }
  return seconds;
}

int
fascia_library_get_pressure_seconds (const FasciaLibrary *self,
                                     const FasciaRoutine *routine,
                                     guint n_sides)
{
  int seconds = 0;

  g_return_val_if_fail (self != NULL && routine != NULL, 0);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaStep *step = get_step (self, routine, i);

      if (step != NULL && fascia_step_presses (step))
        seconds += fascia_library_get_item_seconds (
            step, &g_array_index (routine->items, FasciaRoutineItem, i), n_sides);
    }
  return seconds;
}

/* ---- posture ---- */

FasciaPosture
fascia_library_get_postures (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  FasciaPosture postures = FASCIA_POSTURE_ALL;

  g_return_val_if_fail (self != NULL && routine != NULL, 0);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaStep *step = get_step (self, routine, i);

      if (step != NULL)
        postures &= step->traits.posture | step->traits.also_postures;
    }
  return routine->items->len > 0 ? postures : 0;
}

FasciaPosture
fascia_library_get_all_postures (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  FasciaPosture postures = 0;

  g_return_val_if_fail (self != NULL && routine != NULL, 0);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaStep *step = get_step (self, routine, i);

      if (step != NULL)
        postures |= step->traits.posture;
    }
  return postures;
}

/* ---- things and places ---- */

const char **
fascia_library_dup_tools (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  g_return_val_if_fail (self != NULL && routine != NULL, NULL);

  const char **found = g_new0 (const char *, self->tools->len + 1);
  guint n = 0;

  /* In the order of the list. */
  for (guint i = 0; i < self->tools->len; i++)
    for (guint j = 0; j < routine->items->len; j++)
      {
        const FasciaStep *step = get_step (self, routine, j);

        if (step != NULL && g_strv_contains (fascia_step_get_tools (step), self->tool_codes[i]))
          {
            found[n++] = self->tool_codes[i];
            break;
          }
      }
  return found;
}

gboolean
fascia_library_is_base (const FasciaLibrary *self, const char *base)
{
  return g_ptr_array_find (self->bases, g_intern_string (base), NULL);
}

const char **
fascia_library_dup_bases (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  g_return_val_if_fail (self != NULL && routine != NULL, NULL);

  g_autofree gboolean *is_there = g_new0 (gboolean, self->bases->len);
  const char **found = g_new0 (const char *, self->bases->len + 1);
  guint n = 0;

  /* The places picked, or all of the step; every code is interned. */
  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaRoutineItem *item = &g_array_index (routine->items, FasciaRoutineItem, i);
      const FasciaStep *step = get_step (self, routine, i);
      const char *const *places = item->places != NULL ? item->places
                                  : step != NULL       ? step->traits.regions
                                                       : NULL;
      guint index;

      for (guint j = 0; step != NULL && places[j] != NULL; j++)
        if (g_ptr_array_find (self->bases, places[j], &index))
          is_there[index] = TRUE;
    }
  for (guint i = 0; i < self->bases->len; i++)
    if (is_there[i])
      found[n++] = g_ptr_array_index (self->bases, i);
  return found;
}

gboolean
fascia_library_is_gentle (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  g_return_val_if_fail (self != NULL && routine != NULL, FALSE);

  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaStep *step = get_step (self, routine, i);

      if (step == NULL || step->dose.cap > GENTLE_CAP
          || step->traits.grades[FASCIA_GRADE_BODY_WEIGHT_ON_TOOL] >= 2)
        return FALSE;
    }
  return routine->items->len > 0;
}

char
fascia_library_get_evidence (const FasciaLibrary *self, const FasciaRoutine *routine)
{
  char weakest = '\0', of_others = '\0';

  g_return_val_if_fail (self != NULL && routine != NULL, 'C');

  for (guint i = 0; i < routine->items->len; i++)
    {
      const FasciaStep *step = get_step (self, routine, i);

      if (step == NULL)
        continue;
      if (step->traits.kind == FASCIA_STEP_BREATHE || step->traits.kind == FASCIA_STEP_REST)
        of_others = MAX (of_others, step->evidence);
      else
        weakest = MAX (weakest, step->evidence);
    }
  /* A routine of breath and rest alone has theirs. */
  return weakest != '\0' ? weakest : of_others != '\0' ? of_others : 'C';
}
