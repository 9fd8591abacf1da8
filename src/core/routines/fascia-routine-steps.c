/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps that a routine brings along: what they ask of the body is taken from a step like them, or is
 * the worst of their kind. */

#include "config.h"

#include "fascia-routine-reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../body/fascia-facts-private.h"
#include "fascia-step-reader-private.h"

#define fail(self, error, ...)                                                                     \
  fascia_routine_reader_fail (self, FASCIA_ROUTINE_FILE_ERROR_INVALID, 0, error, __VA_ARGS__)

static gboolean
is_own_id (const char *id)
{
  return g_str_has_prefix (id, "own-") && id[strlen ("own-")] != '\0' && strlen (id) <= 40
         && fascia_facts_is_code (id);
}

/* ---- the worst of a kind ---- */

static const char **
add_bases (const char **bases, const char *const *more)
{
  guint n = g_strv_length ((char **) bases);

  for (guint i = 0; more[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) bases, more[i]))
      {
        bases = g_renew (const char *, bases, n + 2);
        bases[n++] = more[i];
        bases[n] = NULL;
      }
  return bases;
}

static void
lower (int *least, int value)
{
  if (value > 0 && (*least == 0 || value < *least))
    *least = value;
}

/* Each column at its worst over the steps of the kind, each limit of the dose at its least. */
static FasciaStep *
new_strictest (const FasciaLibrary *library, FasciaStepKind kind)
{
  FasciaStep *step = fascia_step_new ();
  FasciaDose *dose = &step->dose;
  gboolean is_first = TRUE;

  step->is_own = TRUE;
  step->traits.kind = kind;
  step->traits.acts_on_all = TRUE;
  step->also_loads = g_new0 (const char *, 1);
  for (guint i = 0; i < library->steps->len; i++)
    {
      const FasciaStep *other = g_ptr_array_index (library->steps, i);

      if (other->traits.kind != kind)
        continue;
      if (is_first)
        {
          step->traits.technique = other->traits.technique;
          step->traits.tool_class = other->traits.tool_class;
          dose->set_unit = g_intern_static_string ("sets");
          dose->sides = 2;
          dose->cap = other->dose.cap;
          dose->target_max = other->dose.target_max;
          dose->days_min = 1;
          dose->days_max = other->dose.days_max;
          is_first = FALSE;
        }
      for (guint j = 0; j < FASCIA_N_GRADES; j++)
        step->traits.grades[j] = MAX (step->traits.grades[j], other->traits.grades[j]);
      step->traits.firmness = MAX (step->traits.firmness, other->traits.firmness);
      step->also_loads = add_bases (step->also_loads, other->traits.also_loads);
      lower (&dose->seconds_min, other->dose.seconds_min);
      lower (&dose->seconds_max, other->dose.seconds_max);
      lower (&dose->reps_min, other->dose.reps_min);
      lower (&dose->reps_max, other->dose.reps_max);
      lower (&dose->sets_min, other->dose.sets_min);
      lower (&dose->sets_max, other->dose.sets_max);
      dose->seconds_per_rep = MAX (dose->seconds_per_rep, other->dose.seconds_per_rep);
      dose->cap = MIN (dose->cap, other->dose.cap);
      dose->target_max = MIN (dose->target_max, dose->cap);
      dose->days_max = MIN (dose->days_max, other->dose.days_max);
      dose->rest_day |= other->dose.rest_day;
    }
  /* A kind that has both goes by seconds. */
  if (dose->seconds_max > 0)
    dose->reps_min = dose->reps_max = dose->seconds_per_rep = 0;
  dose->max_seconds = MIN (fascia_dose_get_max_seconds (dose), FASCIA_STEP_MAX_SECONDS);
  step->traits.also_loads = step->also_loads;
  step->tools = g_new0 (const char *, 1);
  step->pairs = g_new0 (const char *, 1);
  step->source = g_strdup ("");
  step->certainty = g_strdup ("to verify");
  step->evidence = 'C';
  return step;
}

/* ---- reading ---- */

static gboolean
read_regions (FasciaRoutineReader *self, FasciaStep *step, GError **error)
{
  const char *list = fascia_routine_reader_get (self, "regions");

  if (list == NULL)
    return step->regions != NULL
           || fail (self, error, _ ("The step does not say where it works. Add regions=\"…\"."));
  g_autofree const char **regions = fascia_step_intern_list (list);
  if (regions[0] == NULL)
    return fail (self, error, _ ("The step does not say where it works. Add regions=\"…\"."));
  for (guint i = 0; regions[i] != NULL; i++)
    {
      if (!fascia_library_is_base (self->library, regions[i]))
        return fail (self, error, _ ("There is no place “%s”. Use one of the list of places."),
                     regions[i]);
      for (guint j = 0; j < i; j++)
        if (regions[i] == regions[j])
          return fail (self, error, _ ("“%s” is there twice. Leave one of them."), regions[i]);
      /* What was judged at one place says nothing about another. */
      if (step->like != NULL && !g_strv_contains (step->traits.regions, regions[i]))
        return fail (self, error,
                     _ ("“%s” does not work on “%s”. Name another step that it is like."),
                     step->like, regions[i]);
    }
  /* What works on all of its places at once still reaches those that are not named. */
  if (step->like != NULL && step->traits.acts_on_all)
    for (guint i = 0; step->regions[i] != NULL; i++)
      if (!g_strv_contains (regions, step->regions[i]))
        {
          const char *const more[] = { step->regions[i], NULL };

          step->also_loads = add_bases (step->also_loads, more);
        }
  step->traits.also_loads = step->also_loads;
  g_free (step->regions);
  step->regions = g_steal_pointer (&regions);
  step->traits.regions = step->regions;
  return TRUE;
}

/* What presses by being pressed on: with which classes. */
static const struct
{
  const char *tool;
  const char *classes[6];
} pressing_tools[] = {
  { "tennis-ball", { "ball-table", "ball-chair", "ball-wall", "ball-floor" } },
  { "massage-ball", { "ball-table", "ball-chair", "ball-wall", "ball-floor" } },
  { "soft-ball", { "ball-table", "ball-chair", "ball-wall", "ball-floor", "ball-floor-light" } },
  { "two-tennis-balls-in-a-sock", { "balls-lying" } },
  { "foam-roller", { "roller", "roller-wall" } },
  { "soft-foam-roller", { "roller", "roller-wall", "roller-light" } },
  { "massage-stick", { "stick" } },
  { "massage-hook", { "hook" } },
};

/* What is judged is what the step says that it is: a thing that presses never hides behind a kind, or a
 * class, that nothing is asked of. */
static gboolean
check_tools (FasciaRoutineReader *self, const FasciaStep *step, GError **error)
{
  const FasciaStepKind kind = step->traits.kind;

  for (guint i = 0; step->tools[i] != NULL; i++)
    {
      const char *name;

      if (fascia_library_find_tool (self->library, step->tools[i]) == NULL)
        return fail (self, error, _ ("There is no tool “%s”. Use one of the list of tools."),
                     step->tools[i]);
      name = fascia_library_get_tool_name (self->library, step->tools[i]);
      for (guint j = 0; j < G_N_ELEMENTS (pressing_tools); j++)
        {
          if (!g_str_equal (step->tools[i], pressing_tools[j].tool))
            continue;
          if (kind != FASCIA_STEP_RELEASE)
            /* Translators: %s is a tool: "Foam roller". */
            return fail (self, error, _ ("A tool that presses: %s. Write kind=\"release\"."), name);
          if (!g_strv_contains (pressing_tools[j].classes, step->traits.tool_class))
            /* Translators: a tool ("Foam roller") and a code ("hands-light"). */
            return fail (self, error,
                         _ ("%1$s is no tool of the class “%2$s”. Write tool-class=\"%3$s\"."),
                         name, step->traits.tool_class, pressing_tools[j].classes[0]);
        }
      if ((kind == FASCIA_STEP_REST || kind == FASCIA_STEP_BREATHE)
          && !g_str_equal (step->tools[i], "mat")
          && !fascia_library_is_default_tool (self->library, step->tools[i]))
        /* Translators: %s is a tool: "Exercise band". */
        return fail (self, error, _ ("Rest and breathing do without: %s. Take it out."), name);
    }
  return TRUE;
}

static FasciaStep *
read_like (FasciaRoutineReader *self, const char *like, GError **error)
{
  static const char *const known[] = { "id", "like", "regions", NULL };
  const FasciaStep *other = fascia_library_lookup_step (self->library, like);

  if (!fascia_routine_reader_check_names (self, "step", known, error))
    return NULL;
  if (other == NULL)
    {
      fail (self, error, _ ("There is no step “%s” to be like. Use one of the list."), like);
      return NULL;
    }
  return fascia_step_new_like (other);
}

static FasciaStep *
read_unlike (FasciaRoutineReader *self, GError **error)
{
  static const char *const known[]
      = { "id", "kind", "technique", "posture", "tool-class", "tools", "regions", NULL };
  static const char *const of_release[]
      = { "direct", "indirect", "cross-hand", "skin-rolling", NULL };
  const char *kind_code = fascia_routine_reader_get (self, "kind");
  const char *posture = fascia_routine_reader_get (self, "posture");
  const char *tool_class = fascia_routine_reader_get (self, "tool-class");
  const char *technique = fascia_routine_reader_get (self, "technique");
  FasciaStepKind kind;

  if (!fascia_routine_reader_check_names (self, "step", known, error))
    return NULL;
  if (kind_code == NULL || !fascia_step_kind_from_code (kind_code, &kind))
    {
      fail (self, error,
            _ ("The step has no kind. Add like=\"…\", or kind=\"…\": release, stretch, "
               "strengthen, control, move, breathe or rest."));
      return NULL;
    }

  g_autoptr (FasciaStep) step = new_strictest (self->library, kind);
  if (posture == NULL || !fascia_posture_from_code (posture, &step->traits.posture))
    {
      fail (self, error,
            _ ("The step has no posture. Add posture=\"…\": bed, chair, standing, floor "
               "or hands-and-knees."));
      return NULL;
    }
  step->traits.lying = g_intern_static_string (
      step->traits.posture == FASCIA_POSTURE_BED || step->traits.posture == FASCIA_POSTURE_FLOOR
          ? "front"
          : "none");
  if (kind == FASCIA_STEP_RELEASE)
    {
      if (tool_class == NULL || !fascia_library_is_tool_class (tool_class))
        {
          fail (self, error,
                _ ("A release says what presses. Add tool-class=\"…\", such as hands or "
                   "ball-wall."));
          return NULL;
        }
      if (technique == NULL || !g_strv_contains (of_release, technique))
        {
          fail (self, error,
                _ ("A release says how. Add technique=\"…\": direct, indirect, cross-hand "
                   "or skin-rolling."));
          return NULL;
        }
      step->traits.tool_class = g_intern_string (tool_class);
      step->traits.technique = g_intern_string (technique);
    }
  else if (tool_class != NULL || technique != NULL)
    {
      fail (self, error, _ ("Only a release has a “tool-class” and a “technique”. Take them out."));
      return NULL;
    }
  g_free (step->tools);
  step->tools = fascia_step_intern_list (fascia_routine_reader_get (self, "tools"));
  if (!check_tools (self, step, error))
    return NULL;
  return g_steal_pointer (&step);
}

gboolean
fascia_routine_reader_begin_step (FasciaRoutineReader *self, GError **error)
{
  const char *id = fascia_routine_reader_get (self, "id");
  const char *like = fascia_routine_reader_get (self, "like");

  if (self->routine->steps->len == FASCIA_ROUTINE_MAX_STEPS)
    return fail (self, error, _ ("A routine brings at most %d steps. Split it in two."),
                 FASCIA_ROUTINE_MAX_STEPS);
  if (id == NULL || !is_own_id (id))
    return fail (self, error,
                 _ ("A step of your own has an id that begins with “own-”, such as "
                    "“own-heel-drops”. Small letters, digits and hyphens."));
  if (fascia_routine_find_own_step (self->routine, id) != NULL)
    return fail (self, error, _ ("“%s” is there twice. Give each step its own id."), id);

  g_autoptr (FasciaStep) step
      = like != NULL ? read_like (self, like, error) : read_unlike (self, error);
  if (step == NULL || !read_regions (self, step, error))
    return FALSE;
  step->id = g_intern_string (id);
  self->step = g_steal_pointer (&step);
  return TRUE;
}

gboolean
fascia_routine_reader_end_step (FasciaRoutineReader *self, GError **error)
{
  FasciaStep *step = self->step;
  const FasciaStep *like
      = step->like != NULL ? fascia_library_lookup_step (self->library, step->like) : NULL;

  if (step->texts[FASCIA_STEP_TEXT_TITLE] == NULL)
    return fail (self, error, _ ("The step has no title. Add <title>…</title>."));
  if (step->texts[FASCIA_STEP_TEXT_MOVEMENT] == NULL)
    return fail (self, error, _ ("The step does not say what to do. Add <movement>…</movement>."));
  /* What is left out is never missing on the screen. */
  if (step->texts[FASCIA_STEP_TEXT_SETUP] == NULL && like != NULL)
    fascia_step_copy_setups (step, like);
  else if (step->texts[FASCIA_STEP_TEXT_SETUP] == NULL)
    step->texts[FASCIA_STEP_TEXT_SETUP] = g_strdup (step->texts[FASCIA_STEP_TEXT_MOVEMENT]);
  if (step->texts[FASCIA_STEP_TEXT_CUE] == NULL)
    step->texts[FASCIA_STEP_TEXT_CUE]
        = g_strdup (like != NULL ? fascia_step_get_cue (like) : _ ("Slowly, and breathe"));
  if (step->texts[FASCIA_STEP_TEXT_AVOID] == NULL && like != NULL)
    step->texts[FASCIA_STEP_TEXT_AVOID] = g_strdup (fascia_step_get_avoid (like));
  g_ptr_array_add (self->routine->steps, g_steal_pointer (&self->step));
  return TRUE;
}
