/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the kinds beside check-ins say, as JSON. */

#include "config.h"

#include "fascia-cli-json.h"

/* At the offset at which the entry began. */
static void
add_end (JsonBuilder *builder, const FasciaEntry *entry)
{
  FasciaMoment end = *fascia_entry_get_moment (entry);

  if (fascia_entry_get_end_ms (entry) == FASCIA_END_NOT_GIVEN)
    {
      fascia_cli_json_add_text (builder, "end", NULL);
      return;
    }
  end.utc_ms = fascia_entry_get_end_ms (entry);
  g_autofree char *text = fascia_moment_to_iso (&end);
  fascia_cli_json_add_text (builder, "end", text);
}

static void
add_measurement (JsonBuilder *builder,
                 const FasciaMeasurement *measurement,
                 const FasciaItems *items)
{
  const FasciaItem *item = items != NULL ? fascia_items_lookup (items, measurement->item) : NULL;

  json_builder_begin_object (builder);
  fascia_cli_json_add_text (builder, "item", measurement->item);
  fascia_cli_json_add_text (builder, "item_name",
                            item != NULL ? fascia_item_get_name_c (item) : NULL);
  fascia_cli_json_add_text (
      builder, "side",
      measurement->side != FASCIA_SIDE_MIDLINE ? fascia_side_to_code (measurement->side) : NULL);
  json_builder_set_member_name (builder, "value");
  json_builder_add_double_value (builder, measurement->value);
  fascia_cli_json_add_text (builder, "unit", measurement->unit);
  json_builder_end_object (builder);
}

static void
add_visit (JsonBuilder *builder, const FasciaVisit *visit)
{
  fascia_cli_json_add_given (builder, "minutes",
                             visit->minutes > 0 ? visit->minutes : FASCIA_NOT_GIVEN);
  fascia_cli_json_add_given (builder, "pressure", visit->pressure);
  fascia_cli_json_add_given (builder, "rating", visit->rating);
  fascia_cli_json_add_given (builder, "before", visit->before);
  fascia_cli_json_add_given (builder, "after", visit->after);
  fascia_cli_json_add_text (builder, "therapist", visit->therapist);
  fascia_cli_json_add_text (builder, "said", visit->said);
  fascia_cli_json_add_texts (builder, "areas", visit->areas);
  fascia_cli_json_add_texts (builder, "techniques", visit->techniques);
  fascia_cli_json_add_texts (builder, "tools", visit->tools);
}

static void
add_exercise (JsonBuilder *builder, const FasciaExercise *exercise)
{
  fascia_cli_json_add_text (builder, "what", exercise->what);
  fascia_cli_json_add_given (builder, "minutes", exercise->minutes);
  fascia_cli_json_add_text (builder, "effort",
                            exercise->effort != FASCIA_EFFORT_NOT_GIVEN
                                ? fascia_effort_to_code (exercise->effort)
                                : NULL);
  fascia_cli_json_add_given (builder, "sets", exercise->sets);
  fascia_cli_json_add_given (builder, "repetitions", exercise->repetitions);
}

static void
add_treatment (JsonBuilder *builder, const FasciaTreatment *treatment)
{
  fascia_cli_json_add_text (builder, "what", treatment->what);
  fascia_cli_json_add_text (builder, "amount", treatment->amount);
  if (treatment->taken == FASCIA_ANSWER_NOT_GIVEN)
    fascia_cli_json_add_text (builder, "taken", NULL);
  else
    fascia_cli_json_add_bool (builder, "taken", treatment->taken == FASCIA_ANSWER_YES);
  fascia_cli_json_add_given (builder, "helped", treatment->helped);
}

static void
add_event (JsonBuilder *builder, const FasciaEvent *event)
{
  fascia_cli_json_add_text (builder, "type", event->type);
  fascia_cli_json_add_text (builder, "what", event->what);
  fascia_cli_json_add_day (builder, "until", event->until_day);
}

/* The check-in that tells how it was; zeros are none. */
static void
add_entry (JsonBuilder *builder, const char *name, const FasciaUid *uid)
{
  const FasciaUid none = { 0 };
  g_autofree char *text = NULL;

  if (fascia_uid_equal (uid, &none))
    return;
  text = fascia_uid_to_string (uid);
  fascia_cli_json_add_text (builder, name, text);
}

static void
add_session (JsonBuilder *builder, const FasciaSession *session)
{
  fascia_cli_json_add_text (builder, "routine", session->routine);
  fascia_cli_json_add_text (builder, "outcome", session->outcome);
  fascia_cli_json_add_text (builder, "posture", session->posture);
  fascia_cli_json_add_bool (builder, "gentle", session->gentle);
  fascia_cli_json_add_int (builder, "ease_offs", session->ease_offs);
  add_entry (builder, "before", &session->before);
  add_entry (builder, "after", &session->after);
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < session->n_steps; i++)
    {
      const FasciaSessionStep *step = &session->steps[i];

      json_builder_begin_object (builder);
      fascia_cli_json_add_text (builder, "step", step->step);
      fascia_cli_json_add_text (builder, "region", step->region);
      fascia_cli_json_add_given (builder, "planned_s", step->planned_s);
      fascia_cli_json_add_given (builder, "done_s", step->done_s);
      fascia_cli_json_add_text (builder, "outcome", step->outcome);
      fascia_cli_json_add_text (builder, "reason", step->reason);
      fascia_cli_json_add_bool (builder, "eased_off", step->eased_off);
      fascia_cli_json_add_given (builder, "discomfort", step->discomfort);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
fascia_cli_json_add_kind (JsonBuilder *builder, const FasciaEntry *entry, const FasciaItems *items)
{
  guint n_measurements = 0;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);

  add_end (builder, entry);
  fascia_cli_json_add_texts (builder, "tags", fascia_entry_get_tags (entry));
  json_builder_set_member_name (builder, "measurements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_measurements; i++)
    add_measurement (builder, &measurements[i], items);
  json_builder_end_array (builder);

  const FasciaVisit *visit = fascia_entry_get_visit (entry);
  const FasciaExercise *exercise = fascia_entry_get_exercise (entry);
  const FasciaTreatment *treatment = fascia_entry_get_treatment (entry);
  const FasciaEvent *event = fascia_entry_get_event (entry);
  const FasciaSession *session = fascia_entry_get_session (entry);
  if (visit == NULL && exercise == NULL && treatment == NULL && event == NULL && session == NULL)
    return;

  /* Under the name of its kind. */
  json_builder_set_member_name (builder, fascia_entry_kind_to_code (fascia_entry_get_kind (entry)));
  json_builder_begin_object (builder);
  if (visit != NULL)
    add_visit (builder, visit);
  else if (exercise != NULL)
    add_exercise (builder, exercise);
  else if (treatment != NULL)
    add_treatment (builder, treatment);
  else if (event != NULL)
    add_event (builder, event);
  else
    add_session (builder, session);
  json_builder_end_object (builder);
}
