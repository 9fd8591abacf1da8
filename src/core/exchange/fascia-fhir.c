/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as a bundle for health records: FHIR R4. What the person wrote down, as their own
 * observations: a Patient without a name, and an Observation for each thing said. Drawings are left
 * out; the places they touch are there as marks. */

#include "config.h"

#include <string.h>

#include "../journal/fascia-items.h"
#include "../journal/fascia-tags.h"
#include "fascia-export-private.h"
#include "fascia-fhir-private.h"

#define SCORE "{score}"

/* Asked for by the licence of LOINC, wherever its codes are. */
static const char notice[] = "This material contains content from LOINC (http://loinc.org). LOINC "
                             "is copyright Regenstrief "
                             "Institute, Inc. and the Logical Observation Identifiers Names and "
                             "Codes (LOINC) Committee and "
                             "is available at no cost under the license at "
                             "http://loinc.org/license. LOINC is a registered "
                             "United States trademark of Regenstrief Institute, Inc.";

/* What is known while the bundle is written. */
typedef struct
{
  FasciaItems *items;
  FasciaTags *tags;
  char *patient;
} State;

/* One entry at hand. */
typedef struct
{
  FasciaFhirWriter writer;
  const State *state;
  GPtrArray *rows;
  const FasciaRow *entry;
  gint64 utc_ms;
  int offset_min;
} Work;

static void
state_free (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->items, fascia_items_unref);
  g_clear_pointer (&state->tags, fascia_tags_unref);
  g_free (state->patient);
  g_free (state);
}

/* ---- helpers ---- */

static void
get_uid (const FasciaRow *row, guint column, FasciaUid *uid)
{
  memset (uid->bytes, 0, sizeof uid->bytes);
  if (row->values[column].length == sizeof uid->bytes)
    memcpy (uid->bytes, row->values[column].bytes, sizeof uid->bytes);
}

static void
begin_observation (Work *self, const FasciaUid *uid, const char *code, const char *label)
{
  fascia_fhir_begin (&self->writer, uid, self->state->patient, FASCIA_FHIR_OBSERVATION, code, NULL,
                     label, self->utc_ms, self->offset_min);
}

/* One that has no row, and so no name, of its own. */
static void
begin_derived (Work *self, const char *word, const char *code, const char *label)
{
  FasciaUid uid, derived;

  get_uid (self->entry, FASCIA_ENTRY_UID, &uid);
  fascia_fhir_derive_uid (uid.bytes, word, &derived);
  begin_observation (self, &derived, code, label);
}

static void
begin_row (Work *self, const FasciaRow *row, const char *code, const char *label)
{
  FasciaUid uid;

  get_uid (row, FASCIA_DETAIL_UID, &uid);
  begin_observation (self, &uid, code, label);
}

static void
add_number (Work *self,
            const FasciaRow *row,
            guint column,
            const char *code,
            const char *label,
            const char *unit)
{
  if (row->values[column].type == SQLITE_INTEGER)
    fascia_fhir_add_number_component (&self->writer, code, label,
                                      (double) row->values[column].integer, unit);
}

static void
add_text (Work *self, const FasciaRow *row, guint column, const char *code, const char *label)
{
  fascia_fhir_add_string_component (&self->writer, code, label, fascia_row_get_text (row, column));
}

static void
add_code (Work *self, const char *value, const char *system, const char *code, const char *label)
{
  if (value == NULL || *value == '\0')
    return;
  fascia_fhir_begin_component (&self->writer, code, label);
  fascia_fhir_add_concept (&self->writer, system, value, value);
  fascia_fhir_end_component (&self->writer);
}

/* ---- what an entry says ---- */

static void
add_feelings (Work *self, const FasciaRow *mark)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (self->rows, i);

      if (row->table == FASCIA_TABLE_MARK_FEELING
          && row->values[FASCIA_FEELING_MARK].integer == fascia_row_get_id (mark))
        g_ptr_array_add (codes, (gpointer) fascia_row_get_text (row, FASCIA_FEELING_CODE));
    }
  g_ptr_array_sort_values (codes, (GCompareFunc) strcmp);
  for (guint i = 0; i < codes->len; i++)
    add_code (self, g_ptr_array_index (codes, i), "urn:fascia:feeling", "feeling",
              "How it feels there");
}

static void
add_mark (Work *self, const FasciaRow *row)
{
  gboolean is_pain = g_strcmp0 (fascia_row_get_text (row, FASCIA_MARK_SCALE), "pain") == 0;
  const FasciaValue *level = &row->values[FASCIA_MARK_LEVEL];
  FasciaUid uid;

  get_uid (row, FASCIA_MARK_UID, &uid);
  if (is_pain)
    fascia_fhir_begin (&self->writer, &uid, self->state->patient, FASCIA_FHIR_LOINC, "72514-3",
                       "Pain severity - 0-10 verbal numeric rating [Score] - Reported", "Pain now",
                       self->utc_ms, self->offset_min);
  else
    begin_observation (self, &uid, "tightness", "Tightness now, 0 to 10");
  if (level->type == SQLITE_INTEGER)
    fascia_fhir_add_quantity (&self->writer, (double) level->integer, SCORE, TRUE);
  else
    fascia_fhir_add_absent (&self->writer);
  fascia_fhir_add_body_site (&self->writer, fascia_row_get_text (row, FASCIA_MARK_REGION));
  add_feelings (self, row);
  fascia_fhir_end (&self->writer);
}

static void
add_measurement (Work *self, const FasciaRow *row)
{
  const char *code = fascia_row_get_text (row, FASCIA_MEASUREMENT_ITEM);
  const char *side = fascia_row_get_text (row, FASCIA_MEASUREMENT_SIDE);
  const char *unit = fascia_row_get_text (row, FASCIA_MEASUREMENT_UNIT);
  double value = row->values[FASCIA_MEASUREMENT_VALUE].real;
  const FasciaItem *item = fascia_items_lookup (self->state->items, code);
  gboolean is_ready = item != NULL && fascia_item_get_group (item) != FASCIA_ITEM_OWN;

  begin_row (self, row, code, item != NULL ? fascia_item_get_name_c (item) : code);
  if (item != NULL && fascia_item_get_type_of (item) == FASCIA_ITEM_YES_NO)
    fascia_fhir_add_boolean (&self->writer, value != 0);
  else if (unit != NULL)
    fascia_fhir_add_quantity (&self->writer, value, unit,
                              is_ready && g_strcmp0 (unit, fascia_item_get_unit_c (item)) == 0);
  else
    fascia_fhir_add_quantity (&self->writer, value, is_ready ? SCORE : NULL, TRUE);
  if (side != NULL)
    fascia_fhir_add_body_side (&self->writer, side);
  fascia_fhir_end (&self->writer);
}

static void
add_session (Work *self, const FasciaRow *row)
{
  const FasciaValue *ended = &row->values[FASCIA_SESSION_ENDED_MS];

  begin_row (self, row, "session", "Guided release");
  fascia_fhir_add_string (&self->writer, fascia_row_get_text (row, FASCIA_SESSION_ROUTINE));
  if (ended->type == SQLITE_INTEGER)
    fascia_fhir_add_number_component (
        &self->writer, "duration", "How long it took",
        (double) (ended->integer - row->values[FASCIA_SESSION_STARTED_MS].integer) / 1000, "s");
  add_code (self, fascia_row_get_text (row, FASCIA_SESSION_OUTCOME), "urn:fascia:outcome",
            "outcome", "How it ended");
  add_number (self, row, FASCIA_SESSION_EASE_OFFS, "ease-offs", "How often eased off", "{count}");
  fascia_fhir_end (&self->writer);
}

static void
add_step (Work *self, const FasciaRow *row)
{
  const char *region = fascia_row_get_text (row, FASCIA_STEP_REGION);

  begin_row (self, row, "session-step", "Step of a guided release");
  fascia_fhir_add_string (&self->writer, fascia_row_get_text (row, FASCIA_STEP_STEP));
  if (region != NULL && *region != '\0')
    fascia_fhir_add_body_site (&self->writer, region);
  add_number (self, row, FASCIA_STEP_PLANNED_S, "planned", "How long it was to take", "s");
  add_number (self, row, FASCIA_STEP_DONE_S, "done", "How long it took", "s");
  add_code (self, fascia_row_get_text (row, FASCIA_STEP_OUTCOME), "urn:fascia:outcome", "outcome",
            "What became of it");
  add_text (self, row, FASCIA_STEP_REASON, "reason", "Why it was left out or stopped");
  add_number (self, row, FASCIA_STEP_DISCOMFORT, "discomfort", "How uncomfortable, 0 to 10", SCORE);
  fascia_fhir_end (&self->writer);
}

static void
add_details (Work *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (self->rows, i);
      const char *kind, *code;

      if (row->table != FASCIA_TABLE_VISIT_DETAIL)
        continue;
      kind = fascia_row_get_text (row, FASCIA_VISIT_DETAIL_KIND);
      code = fascia_row_get_text (row, FASCIA_VISIT_DETAIL_CODE);
      if (g_strcmp0 (kind, "area") != 0)
        {
          add_code (self, code, "urn:fascia:library", kind,
                    g_strcmp0 (kind, "tool") == 0 ? "Tool" : "Technique");
          continue;
        }
      fascia_fhir_begin_component (&self->writer, "area", "Worked on");
      fascia_fhir_add_region (&self->writer, code);
      fascia_fhir_end_component (&self->writer);
    }
}

static void
add_visit (Work *self, const FasciaRow *row)
{
  begin_row (self, row, "visit", "Visit to a therapist");
  fascia_fhir_add_string (&self->writer, fascia_row_get_text (row, FASCIA_VISIT_SAID));
  if (row->values[FASCIA_VISIT_MINUTES].integer > 0)
    add_number (self, row, FASCIA_VISIT_MINUTES, "minutes", "How long it took", "min");
  add_text (self, row, FASCIA_VISIT_THERAPIST, "therapist", "Who it was");
  add_number (self, row, FASCIA_VISIT_PRESSURE, "pressure", "How strong the pressure felt, 0 to 10",
              SCORE);
  add_number (self, row, FASCIA_VISIT_RATING, "rating", "How good it was, 0 to 10", SCORE);
  add_number (self, row, FASCIA_VISIT_BEFORE, "tight-before", "How tight before, 0 to 10", SCORE);
  add_number (self, row, FASCIA_VISIT_AFTER, "tight-after", "How tight after, 0 to 10", SCORE);
  add_details (self);
  fascia_fhir_end (&self->writer);
}

static void
add_exercise (Work *self, const FasciaRow *row)
{
  begin_row (self, row, "exercise", "Exercise or stretching");
  fascia_fhir_add_string (&self->writer, fascia_row_get_text (row, FASCIA_EXERCISE_WHAT));
  add_number (self, row, FASCIA_EXERCISE_MINUTES, "minutes", "How long it took", "min");
  add_code (self, fascia_row_get_text (row, FASCIA_EXERCISE_EFFORT), "urn:fascia:effort", "effort",
            "How hard it was");
  add_number (self, row, FASCIA_EXERCISE_SETS, "sets", "Sets", "{count}");
  add_number (self, row, FASCIA_EXERCISE_REPETITIONS, "repetitions", "Repetitions", "{count}");
  fascia_fhir_end (&self->writer);
}

static void
add_treatment (Work *self, const FasciaRow *row)
{
  const FasciaValue *taken = &row->values[FASCIA_TREATMENT_TAKEN];

  begin_row (self, row, "treatment", "Treatment or medicine, in the person's words");
  fascia_fhir_add_string (&self->writer, fascia_row_get_text (row, FASCIA_TREATMENT_WHAT));
  add_text (self, row, FASCIA_TREATMENT_AMOUNT, "amount", "How much");
  if (taken->type == SQLITE_INTEGER)
    {
      fascia_fhir_begin_component (&self->writer, "taken", "Taken or done");
      fascia_fhir_add_boolean (&self->writer, taken->integer != 0);
      fascia_fhir_end_component (&self->writer);
    }
  add_number (self, row, FASCIA_TREATMENT_HELPED, "helped", "How much it helped, 0 to 10", SCORE);
  fascia_fhir_end (&self->writer);
}

static void
add_event (Work *self, const FasciaRow *row)
{
  const FasciaValue *until = &row->values[FASCIA_EVENT_UNTIL_DAY];

  begin_row (self, row, "event", "Something that happened");
  fascia_fhir_add_string (&self->writer, fascia_row_get_text (row, FASCIA_EVENT_WHAT));
  add_code (self, fascia_row_get_text (row, FASCIA_EVENT_TYPE), "urn:fascia:event", "type",
            "What sort of event");
  if (until->type == SQLITE_INTEGER)
    {
      fascia_fhir_begin_component (&self->writer, "until", "The last day of it");
      fascia_fhir_add_date (&self->writer, until->integer);
      fascia_fhir_end_component (&self->writer);
    }
  fascia_fhir_end (&self->writer);
}

static void
add_spread (Work *self, const FasciaRow *row)
{
  begin_row (self, row, "spread", "Where the feeling goes");
  fascia_fhir_add_body_site (&self->writer, fascia_row_get_text (row, FASCIA_SPREAD_ROW_FROM));
  fascia_fhir_begin_component (&self->writer, "to", "The place it goes to");
  fascia_fhir_add_region (&self->writer, fascia_row_get_text (row, FASCIA_SPREAD_ROW_TO));
  fascia_fhir_end_component (&self->writer);
  fascia_fhir_end (&self->writer);
}

static void
add_tag (Work *self, const FasciaRow *row)
{
  const char *code = fascia_row_get_text (row, FASCIA_ENTRY_TAG_CODE);
  const FasciaTag *tag = fascia_tags_lookup (self->state->tags, code);
  const char *name = tag == NULL                           ? code
                     : fascia_tag_get_name_c (tag) != NULL ? fascia_tag_get_name_c (tag)
                                                           : fascia_tag_get_name (tag);
  g_autofree char *word = g_strdup_printf ("tag %s", code);

  begin_derived (self, word, "tag", "What the person connects with it");
  fascia_fhir_add_concept (&self->writer, "urn:fascia:tag", code, name);
  fascia_fhir_end (&self->writer);
}

static void
add_own (Work *self)
{
  const char *note = fascia_row_get_text (self->entry, FASCIA_ENTRY_NOTE_TEXT);
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->entry->values[FASCIA_ENTRY_NOTHING_TODAY].integer != 0)
    {
      begin_derived (self, "nothing-today", "nothing-today", "Nothing is tight or painful today");
      fascia_fhir_add_boolean (&self->writer, TRUE);
      fascia_fhir_end (&self->writer);
    }
  if (!fascia_fhir_append_string (words, "note", note))
    return;
  begin_derived (self, "note", "note", "The person's own words");
  fascia_fhir_add_string (&self->writer, note);
  fascia_fhir_end (&self->writer);
}

static void
add_row (Work *self, const FasciaRow *row)
{
  switch (row->table)
    {
    case FASCIA_TABLE_ENTRY:
      add_own (self);
      break;
    case FASCIA_TABLE_MARK:
      add_mark (self, row);
      break;
    case FASCIA_TABLE_ENTRY_TAG:
      add_tag (self, row);
      break;
    case FASCIA_TABLE_MEASUREMENT:
      add_measurement (self, row);
      break;
    case FASCIA_TABLE_SESSION:
      add_session (self, row);
      break;
    case FASCIA_TABLE_SESSION_STEP:
      add_step (self, row);
      break;
    case FASCIA_TABLE_VISIT:
      add_visit (self, row);
      break;
    case FASCIA_TABLE_EXERCISE:
      add_exercise (self, row);
      break;
    case FASCIA_TABLE_TREATMENT:
      add_treatment (self, row);
      break;
    case FASCIA_TABLE_EVENT:
      add_event (self, row);
      break;
    case FASCIA_TABLE_SPREAD:
      add_spread (self, row);
      break;
    case FASCIA_TABLE_MARK_FEELING:
    case FASCIA_TABLE_VISIT_DETAIL:
    case FASCIA_TABLE_DRAWING:
    case FASCIA_TABLE_TAG:
    case FASCIA_TABLE_OWN_SCALE:
    case FASCIA_N_TABLES:
    default:
      break;
    }
}

/* ---- the bundle ---- */

static gboolean
load_patient (FasciaDb *db, State *state, GError **error)
{
  sqlite3_stmt *statement
      = fascia_db_prepare (db, "SELECT uid FROM origin ORDER BY id LIMIT 1", error);
  FasciaUid uid = { { 0 } }, patient;

  if (statement == NULL)
    return FALSE;
  int row = fascia_db_step (db, statement, error);
  if (row < 0)
    return FALSE;
  if (row > 0)
    {
      if (sqlite3_column_bytes (statement, 0) == sizeof uid.bytes)
        memcpy (uid.bytes, sqlite3_column_blob (statement, 0), sizeof uid.bytes);
      sqlite3_reset (statement);
    }
  fascia_fhir_derive_uid (uid.bytes, "patient", &patient);
  state->patient = fascia_uid_to_string (&patient);
  return TRUE;
}

static gboolean
begin (FasciaExportSink *sink, GError **error)
{
  State *state = g_new0 (State, 1);

  sink->state = state;
  sink->free_state = state_free;
  state->items = fascia_db_load_items (sink->db, error);
  state->tags = state->items != NULL ? fascia_db_load_tags (sink->db, error) : NULL;
  if (state->tags == NULL || !load_patient (sink->db, state, error))
    return FALSE;
  g_string_append_printf (sink->texts[0],
                          "{\"resourceType\":\"Bundle\",\"meta\":{\"tag\":[{\"system\":"
                          "\"urn:fascia:notice\",\"code\":\"loinc\",\"display\":\"%s\"}]},"
                          "\"type\":\"collection\",\"entry\":[\n"
                          "{\"fullUrl\":\"urn:uuid:%s\",\"resource\":{\"resourceType\":\"Patient\","
                          "\"id\":\"%s\"}}",
                          notice, state->patient, state->patient);
  return TRUE;
}

/* By what they say: the numbers of rows are no order. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FasciaRow *row_a = a, *row_b = b;
  guint column;

  if (row_a->table != row_b->table)
    return row_a->table < row_b->table ? -1 : 1;
  column = row_a->table == FASCIA_TABLE_MARK           ? (guint) FASCIA_MARK_UID
           : row_a->table == FASCIA_TABLE_ENTRY_TAG    ? (guint) FASCIA_ENTRY_TAG_CODE
           : row_a->table == FASCIA_TABLE_VISIT_DETAIL ? (guint) FASCIA_VISIT_DETAIL_CODE
           : row_a->table == FASCIA_TABLE_MARK_FEELING ? (guint) FASCIA_FEELING_CODE
                                                       : (guint) FASCIA_DETAIL_UID;
  const FasciaValue *value_a = &row_a->values[column], *value_b = &row_b->values[column];
  gsize length = MIN (value_a->length, value_b->length);
  int order = length > 0 ? memcmp (value_a->bytes, value_b->bytes, length) : 0;
  return order != 0 ? order
                    : (value_a->length > value_b->length) - (value_a->length < value_b->length);
}

static gboolean
add (FasciaExportSink *sink, FasciaExportReader *reader, gboolean is_first, GError **error)
{
  g_autoptr (GPtrArray) rows
      = fascia_db_load_rows_by_id (sink->db, fascia_export_reader_get_id (reader), error);

  if (rows == NULL)
    return FALSE;
  Work work = { .writer = { .text = sink->texts[0], .body = sink->body },
                .state = sink->state,
                .rows = rows,
                .entry = fascia_rows_get_entry (rows) };
  if (work.entry == NULL)
    return TRUE;
  work.utc_ms = work.entry->values[FASCIA_ENTRY_UTC_MS].integer;
  work.offset_min = (int) work.entry->values[FASCIA_ENTRY_OFFSET_MIN].integer;
  g_ptr_array_sort_values (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    add_row (&work, g_ptr_array_index (rows, i));
  return TRUE;
}

static gboolean
end (FasciaExportSink *sink, GError **error)
{
  g_string_append (sink->texts[0], "\n]}\n");
  return TRUE;
}

const FasciaExportClass fascia_export_fhir_class = {
  .begin = begin,
  .add = add,
  .end = end,
};
