/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps, routines and what is made ready of them as JSON: codes, English names, seconds. */

#include "config.h"

#include "fascia-cli-practice.h"

#include "fascia-cli-json.h"

static const char *
get_firmness_code (FasciaFirmness firmness)
{
  static const char *const codes[] = {
    [FASCIA_FIRMNESS_SOFT] = "soft",
    [FASCIA_FIRMNESS_MEDIUM] = "medium",
    [FASCIA_FIRMNESS_FIRM] = "firm",
  };

  return firmness >= FASCIA_FIRMNESS_SOFT && firmness <= FASCIA_FIRMNESS_FIRM ? codes[firmness]
                                                                              : NULL;
}

const char *
fascia_cli_verdict_to_code (FasciaVerdictKind kind)
{
  static const char *const codes[] = {
    [FASCIA_VERDICT_OPEN] = "open",
    [FASCIA_VERDICT_ADAPTED] = "adapted",
    [FASCIA_VERDICT_HELD_BACK] = "held-back",
  };

  return kind >= FASCIA_VERDICT_OPEN && kind <= FASCIA_VERDICT_HELD_BACK ? codes[kind] : NULL;
}

const char *
fascia_cli_reason_to_code (FasciaReasonKind kind)
{
  static const char *const codes[] = {
    [FASCIA_REASON_CONDITION] = "condition",
    [FASCIA_REASON_SIGN] = "sign",
    [FASCIA_REASON_UNANSWERED] = "unanswered",
    [FASCIA_REASON_UNKNOWN_CODE] = "unknown-code",
    [FASCIA_REASON_PLACE] = "place",
    [FASCIA_REASON_REST_DAY] = "rest-day",
    [FASCIA_REASON_TIME] = "time",
    [FASCIA_REASON_SORE] = "sore",
    [FASCIA_REASON_BREAK] = "break",
    [FASCIA_REASON_TOOL] = "tool",
    [FASCIA_REASON_POSTURE] = "posture",
    [FASCIA_REASON_STOPPED] = "stopped",
    [FASCIA_REASON_UNKNOWN_STEP] = "unknown-step",
  };

  return kind >= FASCIA_REASON_CONDITION && kind <= FASCIA_REASON_UNKNOWN_STEP ? codes[kind] : NULL;
}

static void
add_evidence (JsonBuilder *builder, char grade)
{
  const char text[] = { grade, '\0' };

  fascia_cli_json_add_text (builder, "evidence", grade != '\0' ? text : NULL);
}

void
fascia_cli_json_add_postures (JsonBuilder *builder, const char *name, FasciaPosture postures)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint bit = 1; bit <= FASCIA_POSTURE_ALL; bit <<= 1)
    if (postures & bit)
      json_builder_add_string_value (builder, fascia_posture_to_code ((FasciaPosture) bit));
  json_builder_end_array (builder);
}

void
fascia_cli_json_add_places (JsonBuilder *builder,
                            const char *name,
                            const FasciaRegion *const *places)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    json_builder_add_string_value (builder, fascia_region_get_id (places[i]));
  json_builder_end_array (builder);
}

/* ---- steps ---- */

static void
add_dose (JsonBuilder *builder, const FasciaDose *dose)
{
  const struct
  {
    const char *name;
    int value;
  } numbers[] = {
    { "seconds_min", dose->seconds_min },
    { "seconds_max", dose->seconds_max },
    { "reps_min", dose->reps_min },
    { "reps_max", dose->reps_max },
    { "seconds_per_rep", dose->seconds_per_rep },
    { "sets_min", dose->sets_min },
    { "sets_max", dose->sets_max },
    { "sides", dose->sides },
    { "long_hold_min", dose->long_hold_min },
    { "long_hold_max", dose->long_hold_max },
    { "max_seconds", dose->max_seconds },
    { "days_min", dose->days_min },
    { "days_max", dose->days_max },
  };

  json_builder_set_member_name (builder, "dose");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    fascia_cli_json_add_int (builder, numbers[i].name, numbers[i].value);
  fascia_cli_json_add_text (builder, "set_unit", dose->set_unit);
  fascia_cli_json_add_bool (builder, "rest_day", dose->rest_day);
  fascia_cli_json_add_int (builder, "target_min", dose->target_min);
  fascia_cli_json_add_int (builder, "target_max", dose->target_max);
  fascia_cli_json_add_int (builder, "cap", dose->cap);
  json_builder_end_object (builder);
}

static void
add_traits (JsonBuilder *builder, const FasciaTraits *traits)
{
  fascia_cli_json_add_text (builder, "kind", fascia_step_kind_to_code (traits->kind));
  fascia_cli_json_add_text (builder, "technique", traits->technique);
  fascia_cli_json_add_text (builder, "tool_class", traits->tool_class);
  fascia_cli_json_add_texts (builder, "regions", traits->regions);
  fascia_cli_json_add_text (builder, "acts_on", traits->acts_on_all ? "all" : "chosen");
  fascia_cli_json_add_texts (builder, "also_loads", traits->also_loads);
  fascia_cli_json_add_text (builder, "posture", fascia_posture_to_code (traits->posture));
  fascia_cli_json_add_postures (builder, "also_postures", traits->also_postures);
  fascia_cli_json_add_text (builder, "lying", traits->lying);
  fascia_cli_json_add_text (builder, "firmness", get_firmness_code (traits->firmness));
  json_builder_set_member_name (builder, "grades");
  json_builder_begin_object (builder);
  for (guint i = 0; i < FASCIA_N_GRADES; i++)
    fascia_cli_json_add_int (builder, fascia_grade_to_code ((FasciaGrade) i), traits->grades[i]);
  json_builder_end_object (builder);
}

void
fascia_cli_json_add_step (JsonBuilder *builder, const FasciaStep *step)
{
  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "id", fascia_step_get_id (step));
  fascia_cli_json_add_text (builder, "title", fascia_step_get_title_c (step));
  fascia_cli_json_add_text (builder, "variant_of", fascia_step_get_variant_of (step));
  add_traits (builder, fascia_step_get_traits (step));
  fascia_cli_json_add_bool (builder, "presses", fascia_step_presses (step));
  fascia_cli_json_add_texts (builder, "tools", fascia_step_get_tools (step));
  fascia_cli_json_add_texts (builder, "pairs", fascia_step_get_pairs (step));
  add_dose (builder, fascia_step_get_dose (step));
  add_evidence (builder, fascia_step_get_evidence (step));
  fascia_cli_json_add_text (builder, "source", fascia_step_get_source (step));
  fascia_cli_json_add_text (builder, "certainty", fascia_step_get_certainty (step));
  json_builder_end_object (builder);
}

/* ---- routines ---- */

static void
add_items (JsonBuilder *builder, FasciaRoutine *routine)
{
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_items; i++)
    {
      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "step", items[i].step);
      fascia_cli_json_add_texts (builder, "places", items[i].places);
      fascia_cli_json_add_text (builder, "side",
                                items[i].side == FASCIA_SIDE_LEFT    ? "left"
                                : items[i].side == FASCIA_SIDE_RIGHT ? "right"
                                                                     : NULL);
      /* 0: the smallest of the step */
      fascia_cli_json_add_int (builder, "sets", items[i].sets);
      fascia_cli_json_add_int (builder, "seconds", items[i].seconds);
      fascia_cli_json_add_int (builder, "reps", items[i].reps);
      fascia_cli_json_add_int (builder, "rest", items[i].rest_s);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Steps that came with an own routine: nobody else knows them. */
static void
add_own_steps (JsonBuilder *builder, FasciaRoutine *routine)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  json_builder_set_member_name (builder, "own_steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_items; i++)
    {
      const FasciaStep *step = fascia_routine_find_own_step (routine, items[i].step);

      if (step != NULL && g_hash_table_add (known, (gpointer) items[i].step))
        fascia_cli_json_add_step (builder, step);
    }
  json_builder_end_array (builder);
}

void
fascia_cli_json_add_routine (JsonBuilder *builder,
                             const FasciaLibrary *library,
                             FasciaRoutine *routine)
{
  g_autofree const char **tools = fascia_library_dup_tools (library, routine);
  g_autofree const char **bases = fascia_library_dup_bases (library, routine);

  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "id", fascia_routine_get_id (routine));
  fascia_cli_json_add_text (builder, "title", fascia_routine_get_title_c (routine));
  fascia_cli_json_add_text (builder, "group", fascia_routine_get_group (routine));
  fascia_cli_json_add_text (builder, "programme", fascia_routine_get_programme (routine));
  fascia_cli_json_add_bool (builder, "own", fascia_routine_is_own (routine));
  fascia_cli_json_add_texts (builder, "regions", (const char *const *) bases);
  fascia_cli_json_add_texts (builder, "tools", (const char *const *) tools);
  fascia_cli_json_add_postures (builder, "postures",
                                fascia_library_get_postures (library, routine));
  fascia_cli_json_add_bool (builder, "gentle", fascia_library_is_gentle (library, routine));
  add_evidence (builder, fascia_library_get_evidence (library, routine));
  fascia_cli_json_add_int (builder, "seconds_one_side",
                           fascia_library_get_seconds (library, routine, 1));
  fascia_cli_json_add_int (builder, "seconds", fascia_library_get_seconds (library, routine, 2));
  fascia_cli_json_add_int (builder, "pressure_seconds",
                           fascia_library_get_pressure_seconds (library, routine, 2));
  add_items (builder, routine);
  add_own_steps (builder, routine);
  json_builder_end_object (builder);
}

/* ---- made ready ---- */

static void
add_reasons (JsonBuilder *builder, const GArray *reasons)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    {
      const FasciaReason *reason = &g_array_index (reasons, FasciaReason, i);
      g_autofree char *text = fascia_reason_dup_text (reason);

      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "kind", fascia_cli_reason_to_code (reason->kind));
      fascia_cli_json_add_text (
          builder, "condition",
          reason->condition != NULL ? fascia_condition_get_code (reason->condition) : NULL);
      fascia_cli_json_add_text (
          builder, "place", reason->place != NULL ? fascia_region_get_id (reason->place) : NULL);
      fascia_cli_json_add_bool (builder, "holds_back", reason->holds_back);
      fascia_cli_json_add_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
fascia_cli_json_add_entries (JsonBuilder *builder,
                             const char *name,
                             const FasciaPracticeEntry *entries,
                             guint n_entries)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_entries; i++)
    {
      const FasciaPracticeEntry *entry = &entries[i];

      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "step", fascia_step_get_id (entry->step));
      fascia_cli_json_add_text (builder, "title", fascia_step_get_title_c (entry->step));
      fascia_cli_json_add_places (builder, "places", entry->places);
      fascia_cli_json_add_text (builder, "side", fascia_side_to_code (entry->side));
      fascia_cli_json_add_int (builder, "sets", entry->sets);
      fascia_cli_json_add_int (builder, "seconds", entry->seconds);
      fascia_cli_json_add_int (builder, "reps", entry->reps);
      fascia_cli_json_add_int (builder, "rest", entry->rest_s);
      fascia_cli_json_add_int (builder, "cap", entry->cap);
      fascia_cli_json_add_text (builder, "verdict", fascia_cli_verdict_to_code (entry->kind));
      add_reasons (builder, entry->reasons);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
