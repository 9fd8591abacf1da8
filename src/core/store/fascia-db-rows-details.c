/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: what an entry says besides marks, drawings and its note. */

#include "config.h"

#include <string.h>

#include "fascia-db-rows.h"

/* How visit_detail names its lists. */
static const char *const visit_lists[] = { "area", "technique", "tool" };

/* ---- columns ---- */

/* A whole number from @minimum to @maximum; @fallback for anything else. */
static int
get_number (const FasciaRow *row, guint column, int minimum, int maximum, int fallback)
{
  const FasciaValue *value = &row->values[column];

  return value->type == SQLITE_INTEGER && value->integer >= minimum && value->integer <= maximum
             ? (int) value->integer
             : fallback;
}

static int
get_rating (const FasciaRow *row, guint column)
{
  return get_number (row, column, 0, 10, FASCIA_NOT_GIVEN);
}

static double
get_double (const FasciaRow *row, guint column)
{
  const FasciaValue *value = &row->values[column];

  return value->type == SQLITE_INTEGER ? (double) value->integer : value->real;
}

static void
get_uid (const FasciaRow *row, guint column, FasciaUid *uid)
{
  const FasciaValue *value = &row->values[column];

  if (value->type == SQLITE_BLOB && value->length == sizeof uid->bytes)
    memcpy (uid->bytes, value->bytes, sizeof uid->bytes);
}

/* ---- rows to values ---- */

struct _FasciaDetailReader
{
  GPtrArray *tags;
  GArray *measurements;
  GPtrArray *visit_codes[G_N_ELEMENTS (visit_lists)];
  GArray *steps;
  FasciaVisit visit;
  FasciaExercise exercise;
  FasciaTreatment treatment;
  FasciaEvent event;
  FasciaSession session;
};

FasciaDetailReader *
fascia_detail_reader_new (void)
{
  FasciaDetailReader *self = g_new0 (FasciaDetailReader, 1);

  self->tags = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  self->measurements = g_array_new (FALSE, FALSE, sizeof (FasciaMeasurement));
  for (guint i = 0; i < G_N_ELEMENTS (visit_lists); i++)
    self->visit_codes[i] = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  self->steps = g_array_new (FALSE, FALSE, sizeof (FasciaSessionStep));
  return self;
}

void
fascia_detail_reader_free (FasciaDetailReader *self)
{
  g_ptr_array_unref (self->tags);
  g_array_unref (self->measurements);
  for (guint i = 0; i < G_N_ELEMENTS (visit_lists); i++)
    g_ptr_array_unref (self->visit_codes[i]);
  g_array_unref (self->steps);
  g_free (self);
}

static void
read_measurement (FasciaDetailReader *self, const FasciaRow *row)
{
  const char *side = fascia_row_get_text (row, FASCIA_MEASUREMENT_SIDE);
  FasciaMeasurement measurement = { .item = fascia_row_get_text (row, FASCIA_MEASUREMENT_ITEM),
                                    .side = FASCIA_SIDE_MIDLINE,
                                    .value = get_double (row, FASCIA_MEASUREMENT_VALUE),
                                    .unit = fascia_row_get_text (row, FASCIA_MEASUREMENT_UNIT) };

  if (g_strcmp0 (side, "left") == 0)
    measurement.side = FASCIA_SIDE_LEFT;
  else if (g_strcmp0 (side, "right") == 0)
    measurement.side = FASCIA_SIDE_RIGHT;
  if (measurement.item != NULL)
    g_array_append_val (self->measurements, measurement);
}

static void
read_visit (FasciaDetailReader *self, const FasciaRow *row, FasciaEntryParts *parts)
{
  self->visit = (FasciaVisit) { .minutes = get_number (row, FASCIA_VISIT_MINUTES, 0, 1440, 0),
                                .pressure = get_rating (row, FASCIA_VISIT_PRESSURE),
                                .rating = get_rating (row, FASCIA_VISIT_RATING),
                                .before = get_rating (row, FASCIA_VISIT_BEFORE),
                                .after = get_rating (row, FASCIA_VISIT_AFTER),
                                .therapist = fascia_row_get_text (row, FASCIA_VISIT_THERAPIST),
                                .said = fascia_row_get_text (row, FASCIA_VISIT_SAID) };
  parts->visit = &self->visit;
}

static void
read_visit_detail (FasciaDetailReader *self, const FasciaRow *row)
{
  const char *kind = fascia_row_get_text (row, FASCIA_VISIT_DETAIL_KIND);
  const char *code = fascia_row_get_text (row, FASCIA_VISIT_DETAIL_CODE);

  for (guint i = 0; i < G_N_ELEMENTS (visit_lists); i++)
    if (g_strcmp0 (kind, visit_lists[i]) == 0 && code != NULL)
      g_ptr_array_add (self->visit_codes[i], (gpointer) code);
}

static void
read_exercise (FasciaDetailReader *self, const FasciaRow *row, FasciaEntryParts *parts)
{
  self->exercise = (FasciaExercise) {
    .what = fascia_row_get_text (row, FASCIA_EXERCISE_WHAT),
    .minutes = get_number (row, FASCIA_EXERCISE_MINUTES, 0, 1440, FASCIA_NOT_GIVEN),
    .sets = get_number (row, FASCIA_EXERCISE_SETS, 1, G_MAXINT, FASCIA_NOT_GIVEN),
    .repetitions = get_number (row, FASCIA_EXERCISE_REPETITIONS, 1, G_MAXINT, FASCIA_NOT_GIVEN),
  };
  fascia_effort_from_code (fascia_row_get_text (row, FASCIA_EXERCISE_EFFORT),
                           &self->exercise.effort);
  parts->exercise = &self->exercise;
}

static void
read_treatment (FasciaDetailReader *self, const FasciaRow *row, FasciaEntryParts *parts)
{
  int taken = get_number (row, FASCIA_TREATMENT_TAKEN, 0, 1, FASCIA_NOT_GIVEN);

  self->treatment = (FasciaTreatment) {
    .what = fascia_row_get_text (row, FASCIA_TREATMENT_WHAT),
    .amount = fascia_row_get_text (row, FASCIA_TREATMENT_AMOUNT),
    .taken = taken == 1   ? FASCIA_ANSWER_YES
             : taken == 0 ? FASCIA_ANSWER_NO
                          : FASCIA_ANSWER_NOT_GIVEN,
    .helped = get_rating (row, FASCIA_TREATMENT_HELPED),
  };
  parts->treatment = &self->treatment;
}

static void
read_event (FasciaDetailReader *self, const FasciaRow *row, FasciaEntryParts *parts)
{
  self->event = (FasciaEvent) {
    .type = fascia_row_get_text (row, FASCIA_EVENT_TYPE),
    .what = fascia_row_get_text (row, FASCIA_EVENT_WHAT),
    .until_day
    = get_number (row, FASCIA_EVENT_UNTIL_DAY, G_MININT32, G_MAXINT32, FASCIA_DAY_NOT_GIVEN),
  };
  parts->event = &self->event;
}

static void
read_session (FasciaDetailReader *self, const FasciaRow *row, FasciaEntryParts *parts)
{
  self->session = (FasciaSession) {
    .routine = fascia_row_get_text (row, FASCIA_SESSION_ROUTINE),
    .started_ms = row->values[FASCIA_SESSION_STARTED_MS].integer,
    .ended_ms = row->values[FASCIA_SESSION_ENDED_MS].integer,
    .paused_ms = row->values[FASCIA_SESSION_PAUSED_MS].integer,
    .outcome = fascia_row_get_text (row, FASCIA_SESSION_OUTCOME),
    .posture = fascia_row_get_text (row, FASCIA_SESSION_POSTURE),
    .gentle = row->values[FASCIA_SESSION_GENTLE].integer != 0,
    .ease_offs = get_number (row, FASCIA_SESSION_EASE_OFFS, 0, G_MAXINT, 0),
  };
  get_uid (row, FASCIA_SESSION_BEFORE, &self->session.before);
  get_uid (row, FASCIA_SESSION_AFTER, &self->session.after);
  parts->session = &self->session;
}

typedef struct
{
  gint64 position;
  FasciaSessionStep step;
} PlacedStep;

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  gint64 position_a = ((const PlacedStep *) a)->position;
  gint64 position_b = ((const PlacedStep *) b)->position;

  return position_a < position_b ? -1 : position_a > position_b;
}

/* In the order of their positions, not of the rows. */
static void
read_steps (FasciaDetailReader *self, GPtrArray *rows)
{
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (PlacedStep));

  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table != FASCIA_TABLE_SESSION_STEP)
        continue;
      PlacedStep step
          = { row->values[FASCIA_STEP_POSITION].integer,
              { .step = fascia_row_get_text (row, FASCIA_STEP_STEP),
                .region = fascia_row_get_text (row, FASCIA_STEP_REGION),
                .planned_s = get_number (row, FASCIA_STEP_PLANNED_S, 0, G_MAXINT, FASCIA_NOT_GIVEN),
                .done_s = get_number (row, FASCIA_STEP_DONE_S, 0, G_MAXINT, FASCIA_NOT_GIVEN),
                .outcome = fascia_row_get_text (row, FASCIA_STEP_OUTCOME),
                .reason = fascia_row_get_text (row, FASCIA_STEP_REASON),
                .eased_off = row->values[FASCIA_STEP_EASED_OFF].integer != 0,
                .discomfort = get_rating (row, FASCIA_STEP_DISCOMFORT) } };
      g_array_append_val (placed, step);
    }
  g_array_sort (placed, compare_positions);
  for (guint i = 0; i < placed->len; i++)
    g_array_append_val (self->steps, g_array_index (placed, PlacedStep, i).step);
}

void
fascia_detail_reader_read (FasciaDetailReader *self, GPtrArray *rows, FasciaEntryParts *parts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i);
      const char *tag;

      switch (row->table)
        {
        case FASCIA_TABLE_ENTRY:
          parts->has_end = row->values[FASCIA_ENTRY_END_MS].type == SQLITE_INTEGER;
          parts->end_ms = row->values[FASCIA_ENTRY_END_MS].integer;
          break;
        case FASCIA_TABLE_ENTRY_TAG:
          tag = fascia_row_get_text (row, FASCIA_ENTRY_TAG_CODE);
          if (tag != NULL)
            g_ptr_array_add (self->tags, (gpointer) tag);
          break;
        case FASCIA_TABLE_MEASUREMENT:
          read_measurement (self, row);
          break;
        case FASCIA_TABLE_VISIT:
          read_visit (self, row, parts);
          break;
        case FASCIA_TABLE_VISIT_DETAIL:
          read_visit_detail (self, row);
          break;
        case FASCIA_TABLE_EXERCISE:
          read_exercise (self, row, parts);
          break;
        case FASCIA_TABLE_TREATMENT:
          read_treatment (self, row, parts);
          break;
        case FASCIA_TABLE_EVENT:
          read_event (self, row, parts);
          break;
        case FASCIA_TABLE_SESSION:
          read_session (self, row, parts);
          break;
        case FASCIA_TABLE_SESSION_STEP:
        case FASCIA_TABLE_MARK:
        case FASCIA_TABLE_MARK_FEELING:
        case FASCIA_TABLE_DRAWING:
        case FASCIA_TABLE_SPREAD:
        case FASCIA_TABLE_TAG:
        case FASCIA_TABLE_OWN_SCALE:
        case FASCIA_N_TABLES:
        default:
          break;
        }
    }
  read_steps (self, rows);
  parts->tags = (const char *const *) self->tags->pdata;
  parts->measurements = (const FasciaMeasurement *) (gpointer) self->measurements->data;
  parts->n_measurements = self->measurements->len;
  self->visit.areas = (const char *const *) self->visit_codes[0]->pdata;
  self->visit.techniques = (const char *const *) self->visit_codes[1]->pdata;
  self->visit.tools = (const char *const *) self->visit_codes[2]->pdata;
  self->session.steps = (const FasciaSessionStep *) (gpointer) self->steps->data;
  self->session.n_steps = self->steps->len;
}
