/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is made of the tables and the journal: safety, plan, suggestions. Pure, any thread.
 */

#include "config.h"

#include "fascia-routines-model-private.h"

/* More are never looked at. */
#define MAX_SUGGESTIONS 12

void
fascia_routines_tables_clear (FasciaRoutinesTables *tables)
{
  g_clear_pointer (&tables->library, fascia_library_unref);
  g_clear_pointer (&tables->conditions, fascia_conditions_unref);
  g_clear_pointer (&tables->programmes, fascia_programmes_unref);
  g_clear_pointer (&tables->poses, fascia_poses_unref);
  g_clear_pointer (&tables->referral, fascia_referral_table_unref);
}

void
fascia_routines_input_clear (FasciaRoutinesInput *input)
{
  g_clear_pointer (&input->settings, fascia_settings_unref);
  g_clear_pointer (&input->answers, g_array_unref);
  g_clear_pointer (&input->past, fascia_past_unref);
  g_clear_pointer (&input->open, fascia_entry_unref);
  g_clear_pointer (&input->recent, g_array_unref);
}

void
fascia_routines_outcome_clear (FasciaRoutinesOutcome *outcome)
{
  /* They point into the library. */
  g_clear_pointer (&outcome->suggestions, g_ptr_array_unref);
  g_clear_pointer (&outcome->from_map, fascia_routine_unref);
  g_clear_pointer (&outcome->infos, g_hash_table_unref);
  g_clear_pointer (&outcome->plan, fascia_plan_unref);
  g_clear_pointer (&outcome->safety, fascia_safety_unref);
  g_clear_pointer (&outcome->past, fascia_past_unref);
  g_clear_pointer (&outcome->open, fascia_entry_unref);
  g_clear_pointer (&outcome->library, fascia_library_unref);
  g_clear_pointer (&outcome->settings, fascia_settings_unref);
}

void
fascia_routines_outcome_free (gpointer outcome)
{
  fascia_routines_outcome_clear (outcome);
  g_free (outcome);
}

FasciaPosture
fascia_routines_get_postures (const FasciaSettings *settings)
{
  const char *const *codes = fascia_settings_get_strv (settings, FASCIA_SETTING_POSTURES);
  FasciaPosture postures = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      FasciaPosture posture;

      if (fascia_posture_from_code (codes[i], &posture))
        postures |= posture;
    }
  return postures;
}

FasciaPosture
fascia_routines_model_get_postures (FasciaRoutinesModel *self)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (self), 0);

  return fascia_routines_get_postures (self->outcome.settings);
}

static gboolean
matters (const char *key)
{
  static const char *const prefixes[] = { "routine.", "routines.", "suggest.", "plan." };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (key, prefixes[i]))
      return TRUE;
  return FALSE;
}

FasciaSettings *
fascia_routines_filter_settings (FasciaSettings *settings)
{
  FasciaSettings *filtered = fascia_settings_ref (settings);
  g_auto (GStrv) keys = fascia_settings_dup_keys (settings, "");

  for (guint i = 0; keys[i] != NULL; i++)
    if (!matters (keys[i]))
      {
        g_autoptr (FasciaSettings) old = filtered;

        filtered = fascia_settings_with (old, keys[i], NULL);
      }
  return filtered;
}

/* Those that cannot be read any more, for whatever reason, stay in the journal and are not shown. */
static FasciaLibrary *
read_own (FasciaLibrary *library, const FasciaSettings *settings)
{
  g_auto (GStrv) keys = fascia_settings_dup_keys (settings, FASCIA_SETTING_ROUTINE_PREFIX);
  g_autoptr (GPtrArray) own
      = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_routine_unref);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *text = fascia_settings_get_string (settings, keys[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (FasciaRoutine) routine
          = text != NULL
                ? fascia_routine_file_parse_kept (
                      library, keys[i] + strlen (FASCIA_SETTING_ROUTINE_PREFIX), text, &error)
                : NULL;

      if (routine != NULL)
        g_ptr_array_add (own, g_steal_pointer (&routine));
      else if (error != NULL)
        g_debug ("The routine “%s” cannot be read: %s", keys[i], error->message);
    }
  if (own->len == 0)
    return fascia_library_ref (library);
  return fascia_library_with_own (library, (FasciaRoutine *const *) own->pdata, own->len);
}

/* ---- what lists say ---- */

static void
add_tools (FasciaRoutineInfo *info, FasciaLibrary *library, const char *const *tools)
{
  guint n = g_strv_length ((char **) info->tools);

  for (guint i = 0; tools[i] != NULL && n + 1 < G_N_ELEMENTS (info->tools); i++)
    if (!fascia_library_is_default_tool (library, tools[i])
        && !g_strv_contains (info->tools, tools[i]))
      info->tools[n++] = g_intern_string (tools[i]);
}

void
fascia_routines_describe (const FasciaRoutinesOutcome *outcome,
                          const FasciaRoutinesTables *tables,
                          FasciaRoutine *routine,
                          const FasciaRegion *const *places,
                          FasciaRoutineInfo *info)
{
  FasciaLibrary *library = outcome->library;
  /* Nothing presses before the check is answered, and Start asks it first: until then the list tells
   * what a routine is, not what little is left of it. */
  g_autoptr (FasciaSafety) safety
      = fascia_safety_is_answered (outcome->safety)
            ? fascia_safety_ref (outcome->safety)
            : fascia_safety_new (tables->conditions, fascia_library_get_body (library), NULL, 0,
                                 outcome->day, outcome->day);
  const FasciaPracticeWish wish = {
    .library = library,
    .safety = safety,
    .past = outcome->past,
    .places = places,
    .postures = fascia_routines_get_postures (outcome->settings),
    .tools = fascia_settings_get_strv (outcome->settings, FASCIA_SETTING_TOOLS),
  };
  g_autoptr (FasciaPractice) practice = fascia_practice_new (routine, &wish);
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &info->n_entries);
  const FasciaPracticeEntry *shown = info->n_entries > 0 ? &entries[0] : NULL;

  fascia_practice_get_held_back (practice, &info->n_held_back);
  info->seconds = info->n_entries > 0 ? fascia_practice_get_seconds (practice)
                                      : fascia_library_get_seconds (library, routine, 2);
  info->postures = info->n_entries > 0 ? fascia_practice_get_postures (practice)
                                       : fascia_library_get_all_postures (library, routine);
  /* A step for which the tool is not there is done another way. */
  for (guint i = 0; i < info->n_entries; i++)
    add_tools (info, library, fascia_step_get_tools (entries[i].step));
  if (info->n_entries == 0)
    {
      g_autofree const char **tools = fascia_library_dup_tools (library, routine);

      add_tools (info, library, tools);
    }
  info->is_gentle = fascia_library_is_gentle (library, routine);

  /* What works on tissue says more than breathing, and the place it is for most of all. */
  for (guint i = info->n_entries; i > 0; i--)
    if (fascia_step_get_traits (entries[i - 1].step)->kind == FASCIA_STEP_RELEASE)
      shown = &entries[i - 1];
  for (guint i = info->n_entries; places != NULL && places[0] != NULL && i > 0; i--)
    if (fascia_step_works_on (entries[i - 1].step, places[0]))
      shown = &entries[i - 1];
  info->step = shown != NULL ? shown->step : NULL;
  info->side = shown != NULL ? shown->side : FASCIA_SIDE_MIDLINE;
  if (shown == NULL)
    {
      guint n_items = 0;
      const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

      if (n_items > 0)
        info->step = fascia_library_resolve_step (library, routine, items[0].step);
    }
}

static void
describe_all (FasciaRoutinesOutcome *outcome, const FasciaRoutinesTables *tables)
{
  outcome->infos = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < fascia_library_get_n_routines (outcome->library); i++)
    {
      FasciaRoutine *routine = fascia_library_get_routine (outcome->library, i);
      FasciaRoutineInfo *info = g_new0 (FasciaRoutineInfo, 1);

      fascia_routines_describe (outcome, tables, routine, NULL, info);
      g_hash_table_insert (outcome->infos, (char *) fascia_routine_get_id (routine), info);
    }
}

FasciaRoutinesOutcome *
fascia_routines_rank (const FasciaRoutinesTables *tables, const FasciaRoutinesInput *input)
{
  FasciaRoutinesOutcome *outcome = g_new0 (FasciaRoutinesOutcome, 1);
  FasciaBody *body = fascia_library_get_body (tables->library);

  outcome->day = input->day;
  outcome->settings = fascia_settings_ref (input->settings);
  outcome->past = fascia_past_ref (input->past);
  outcome->open = input->open != NULL ? fascia_entry_ref (input->open) : NULL;
  outcome->library = read_own (tables->library, input->settings);
  outcome->safety = fascia_safety_new (
      tables->conditions, body, (const FasciaConditionAnswer *) (const void *) input->answers->data,
      input->answers->len, input->answered_day, input->day);
  outcome->plan = fascia_plan_new (tables->programmes, input->settings);

  const FasciaSuggestInput suggest = {
    .library = outcome->library,
    .referral = tables->referral,
    .safety = outcome->safety,
    .past = outcome->past,
    .plan = outcome->plan,
    .settings = outcome->settings,
    .open = outcome->open,
    .recent = input->recent,
    .day = input->day,
    .postures = fascia_routines_get_postures (outcome->settings),
    .tools = fascia_settings_get_strv (outcome->settings, FASCIA_SETTING_TOOLS),
  };
  outcome->suggestions = fascia_suggest (&suggest, MAX_SUGGESTIONS);
  outcome->from_map = fascia_suggest_from_map (&suggest);
  describe_all (outcome, tables);
  return outcome;
}
