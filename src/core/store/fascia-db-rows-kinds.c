/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows: what belongs to the kind of an entry, laid over the rows that are there. */

#include "config.h"

#include "fascia-db-operations.h"

FasciaRow *
fascia_db_add_detail_row (FasciaDb *db,
                          GPtrArray *rows,
                          FasciaTable table,
                          gint64 entry_id,
                          gint64 utc_ms)
{
  FasciaRow *row = fascia_row_new (db, table);
  FasciaUid uid;

  fascia_db_make_uid (db, utc_ms, &uid);
  fascia_row_set_uid (row, FASCIA_DETAIL_UID, &uid);
  fascia_row_set_int64 (row, FASCIA_DETAIL_ENTRY, entry_id);
  g_ptr_array_add (rows, row);
  return row;
}

/* The one row of @table, to be written to. */
static FasciaRow *
get_row (FasciaDb *db, GPtrArray *rows, FasciaTable table, gint64 entry_id, gint64 utc_ms)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == table)
        return fascia_rows_edit (rows, row);
    }
  return fascia_db_add_detail_row (db, rows, table, entry_id, utc_ms);
}

/* NULL for what was not given. */
static void
set_number (FasciaRow *row, guint column, int number)
{
  if (number != FASCIA_NOT_GIVEN)
    fascia_row_set_int64 (row, column, number);
  else
    fascia_row_set_null (row, column);
}

static void
set_uid (FasciaRow *row, guint column, const FasciaUid *uid)
{
  if (fascia_uid_is_zero (uid))
    fascia_row_set_null (row, column);
  else
    fascia_row_set_uid (row, column, uid);
}

/* Of columns that are never NULL. */
static const char *
text_or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static void
merge_visit_codes (FasciaDb *db,
                   GPtrArray *rows,
                   gint64 entry_id,
                   const char *kind,
                   const char *const *codes)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = rows->len; i > 0; i--)
    {
      FasciaRow *row = g_ptr_array_index (rows, i - 1);
      const char *code;

      if (row->table != FASCIA_TABLE_VISIT_DETAIL
          || g_strcmp0 (fascia_row_get_text (row, FASCIA_VISIT_DETAIL_KIND), kind) != 0)
        continue;
      code = fascia_row_get_text (row, FASCIA_VISIT_DETAIL_CODE);
      if (code != NULL && g_strv_contains (codes, code))
        g_ptr_array_add (kept, (gpointer) g_intern_string (code));
      else
        g_ptr_array_remove_index (rows, i - 1);
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (g_ptr_array_find (kept, codes[i], NULL))
        continue;
      FasciaRow *row = fascia_row_new (db, FASCIA_TABLE_VISIT_DETAIL);
      fascia_row_set_int64 (row, FASCIA_VISIT_DETAIL_ENTRY, entry_id);
      fascia_row_set_text (row, FASCIA_VISIT_DETAIL_KIND, kind);
      fascia_row_set_text (row, FASCIA_VISIT_DETAIL_CODE, codes[i]);
      g_ptr_array_add (rows, row);
    }
}

static void
merge_visit (FasciaDb *db,
             GPtrArray *rows,
             const FasciaVisit *visit,
             gint64 entry_id,
             gint64 utc_ms)
{
  FasciaRow *row = get_row (db, rows, FASCIA_TABLE_VISIT, entry_id, utc_ms);

  fascia_row_set_int64 (row, FASCIA_VISIT_MINUTES, visit->minutes);
  fascia_row_set_text (row, FASCIA_VISIT_THERAPIST, visit->therapist);
  set_number (row, FASCIA_VISIT_PRESSURE, visit->pressure);
  set_number (row, FASCIA_VISIT_RATING, visit->rating);
  set_number (row, FASCIA_VISIT_BEFORE, visit->before);
  set_number (row, FASCIA_VISIT_AFTER, visit->after);
  fascia_row_set_text (row, FASCIA_VISIT_SAID, visit->said);
  merge_visit_codes (db, rows, entry_id, "area", visit->areas);
  merge_visit_codes (db, rows, entry_id, "technique", visit->techniques);
  merge_visit_codes (db, rows, entry_id, "tool", visit->tools);
}

static void
merge_exercise (FasciaDb *db,
                GPtrArray *rows,
                const FasciaExercise *exercise,
                gint64 entry_id,
                gint64 utc_ms)
{
  FasciaRow *row = get_row (db, rows, FASCIA_TABLE_EXERCISE, entry_id, utc_ms);

  fascia_row_set_text (row, FASCIA_EXERCISE_WHAT, text_or_nothing (exercise->what));
  set_number (row, FASCIA_EXERCISE_MINUTES, exercise->minutes);
  fascia_row_set_text (row, FASCIA_EXERCISE_EFFORT, fascia_effort_to_code (exercise->effort));
  set_number (row, FASCIA_EXERCISE_SETS, exercise->sets);
  set_number (row, FASCIA_EXERCISE_REPETITIONS, exercise->repetitions);
}

static void
merge_treatment (FasciaDb *db,
                 GPtrArray *rows,
                 const FasciaTreatment *treatment,
                 gint64 entry_id,
                 gint64 utc_ms)
{
  FasciaRow *row = get_row (db, rows, FASCIA_TABLE_TREATMENT, entry_id, utc_ms);

  fascia_row_set_text (row, FASCIA_TREATMENT_WHAT, text_or_nothing (treatment->what));
  fascia_row_set_text (row, FASCIA_TREATMENT_AMOUNT, treatment->amount);
  set_number (row, FASCIA_TREATMENT_HELPED, treatment->helped);
  if (treatment->taken == FASCIA_ANSWER_NOT_GIVEN)
    fascia_row_set_null (row, FASCIA_TREATMENT_TAKEN);
  else
    fascia_row_set_int64 (row, FASCIA_TREATMENT_TAKEN, treatment->taken == FASCIA_ANSWER_YES);
}

static void
merge_event (FasciaDb *db,
             GPtrArray *rows,
             const FasciaEvent *event,
             gint64 entry_id,
             gint64 utc_ms)
{
  FasciaRow *row = get_row (db, rows, FASCIA_TABLE_EVENT, entry_id, utc_ms);

  fascia_row_set_text (row, FASCIA_EVENT_WHAT, text_or_nothing (event->what));
  if (event->until_day != FASCIA_DAY_NOT_GIVEN)
    fascia_row_set_int64 (row, FASCIA_EVENT_UNTIL_DAY, event->until_day);
  else
    fascia_row_set_null (row, FASCIA_EVENT_UNTIL_DAY);
  fascia_row_set_text (row, FASCIA_EVENT_TYPE, event->type);
}

/* (nullable) */
static FasciaRow *
find_step (GPtrArray *rows, guint position)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FasciaRow *row = g_ptr_array_index (rows, i);

      if (row->table == FASCIA_TABLE_SESSION_STEP
          && row->values[FASCIA_STEP_POSITION].integer == position)
        return row;
    }
  return NULL;
}

static void
merge_step (FasciaDb *db,
            GPtrArray *rows,
            const FasciaSessionStep *step,
            guint position,
            gint64 entry_id,
            gint64 utc_ms)
{
  FasciaRow *row = find_step (rows, position);

  row = row != NULL
            ? fascia_rows_edit (rows, row)
            : fascia_db_add_detail_row (db, rows, FASCIA_TABLE_SESSION_STEP, entry_id, utc_ms);
  fascia_row_set_int64 (row, FASCIA_STEP_POSITION, position);
  fascia_row_set_text (row, FASCIA_STEP_STEP, step->step);
  fascia_row_set_text (row, FASCIA_STEP_REGION, step->region);
  set_number (row, FASCIA_STEP_PLANNED_S, step->planned_s);
  set_number (row, FASCIA_STEP_DONE_S, step->done_s);
  fascia_row_set_text (row, FASCIA_STEP_OUTCOME, step->outcome);
  fascia_row_set_text (row, FASCIA_STEP_REASON, step->reason);
  fascia_row_set_int64 (row, FASCIA_STEP_EASED_OFF, step->eased_off != FALSE);
  set_number (row, FASCIA_STEP_DISCOMFORT, step->discomfort);
}

/* Those that come after the last. */
static void
remove_steps (GPtrArray *rows, guint n_steps)
{
  for (guint i = rows->len; i > 0; i--)
    {
      const FasciaRow *row = g_ptr_array_index (rows, i - 1);

      if (row->table == FASCIA_TABLE_SESSION_STEP
          && row->values[FASCIA_STEP_POSITION].integer >= n_steps)
        g_ptr_array_remove_index (rows, i - 1);
    }
}

static void
merge_session (FasciaDb *db,
               GPtrArray *rows,
               const FasciaSession *session,
               gint64 entry_id,
               gint64 utc_ms)
{
  FasciaRow *row = get_row (db, rows, FASCIA_TABLE_SESSION, entry_id, utc_ms);

  fascia_row_set_text (row, FASCIA_SESSION_ROUTINE, session->routine);
  fascia_row_set_int64 (row, FASCIA_SESSION_STARTED_MS, session->started_ms);
  if (session->ended_ms != 0)
    fascia_row_set_int64 (row, FASCIA_SESSION_ENDED_MS, session->ended_ms);
  else
    fascia_row_set_null (row, FASCIA_SESSION_ENDED_MS);
  fascia_row_set_int64 (row, FASCIA_SESSION_PAUSED_MS, session->paused_ms);
  fascia_row_set_text (row, FASCIA_SESSION_OUTCOME, session->outcome);
  fascia_row_set_text (row, FASCIA_SESSION_POSTURE, session->posture);
  fascia_row_set_int64 (row, FASCIA_SESSION_GENTLE, session->gentle != FALSE);
  fascia_row_set_int64 (row, FASCIA_SESSION_EASE_OFFS, session->ease_offs);
  set_uid (row, FASCIA_SESSION_BEFORE, &session->before);
  set_uid (row, FASCIA_SESSION_AFTER, &session->after);
  remove_steps (rows, session->n_steps);
  for (guint i = 0; i < session->n_steps; i++)
    merge_step (db, rows, &session->steps[i], i, entry_id, utc_ms);
}

void
fascia_db_merge_details (FasciaDb *db,
                         GPtrArray *rows,
                         FasciaEntry *entry,
                         gint64 entry_id,
                         gint64 utc_ms)
{
  const FasciaEntryDetails *details = fascia_entry_get_details (entry);

  if (details->visit != NULL)
    merge_visit (db, rows, details->visit, entry_id, utc_ms);
  if (details->exercise != NULL)
    merge_exercise (db, rows, details->exercise, entry_id, utc_ms);
  if (details->treatment != NULL)
    merge_treatment (db, rows, details->treatment, entry_id, utc_ms);
  if (details->event != NULL)
    merge_event (db, rows, details->event, entry_id, utc_ms);
  if (details->session != NULL)
    merge_session (db, rows, details->session, entry_id, utc_ms);
}
