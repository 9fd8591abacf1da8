/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entries the journal takes: each value of them, by name. */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "fascia-db-operations.h"

#define MAX_MINUTES 1440
#define MAX_RATING 10
/* Seconds of a step: a day. */
#define MAX_STEP_S 86400

static gboolean
is_text (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

/* @value: 0 … @maximum, or not given. */
static gboolean
is_number (int value, int maximum)
{
  return value == FASCIA_NOT_GIVEN || (value >= 0 && value <= maximum);
}

static gboolean
is_rating (int value)
{
  return is_number (value, MAX_RATING);
}

static gboolean
is_code_or_nothing (const char *code)
{
  return code == NULL || fascia_db_is_code (code);
}

static gboolean
are_codes (const char *const *codes)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (!fascia_db_is_code (codes[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_one_of (const char *code, const char *const *codes)
{
  return code == NULL || g_strv_contains (codes, code);
}

/* ---- all kinds ---- */

/* Whoever writes it: a note is there for what it says. */
static gboolean
is_blank_note (FasciaEntry *entry)
{
  guint n_unknown, n_measurements;

  if (fascia_entry_get_kind (entry) != FASCIA_ENTRY_NOTE)
    return FALSE;
  fascia_entry_get_unknown_drawings (entry, &n_unknown);
  fascia_entry_get_measurements (entry, &n_measurements);
  return n_unknown + n_measurements == 0 && fascia_entry_get_tags (entry)[0] == NULL
         && fascia_note_is_blank (fascia_entry_get_note (entry));
}

static gboolean
check_end (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  gint64 end_ms = fascia_entry_get_end_ms (entry);

  if (end_ms == FASCIA_END_NOT_GIVEN || end_ms >= fascia_entry_get_moment (entry)->utc_ms)
    return TRUE;
  return fascia_db_set_invalid (db, error, _ ("The end is before the beginning."));
}

static gboolean
check_tags (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  if (are_codes (fascia_entry_get_tags (entry)))
    return TRUE;
  return fascia_db_set_invalid (db, error, _ ("A tag needs a name, and not a long one."));
}

static gboolean
check_measurements (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  guint n_measurements;
  const FasciaMeasurement *measurements = fascia_entry_get_measurements (entry, &n_measurements);

  for (guint i = 0; i < n_measurements; i++)
    {
      const FasciaMeasurement *measurement = &measurements[i];

      if (!fascia_db_is_code (measurement->item))
        return fascia_db_set_invalid (db, error, _ ("A measurement says what was measured."));
      if (measurement->side != FASCIA_SIDE_LEFT && measurement->side != FASCIA_SIDE_RIGHT
          && measurement->side != FASCIA_SIDE_MIDLINE)
        return fascia_db_set_invalid (db, error,
                                      _ ("The side of a measurement is left, right or none."));
      if (!isfinite (measurement->value))
        return fascia_db_set_invalid (db, error, _ ("A measurement is a number."));
      if (!is_code_or_nothing (measurement->unit))
        return fascia_db_set_invalid (db, error, _ ("The unit of a measurement is a short text."));
    }
  return TRUE;
}

/* What is marked and drawn. */
static gboolean
check_places (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  guint n_marks, n_drawings, n_spreads;
  const FasciaMark *marks = fascia_entry_get_marks (entry, &n_marks);
  const FasciaDrawing *drawings = fascia_entry_get_drawings (entry, &n_drawings);
  const FasciaSpread *spreads = fascia_entry_get_spreads (entry, &n_spreads);
  gboolean nothing_today = fascia_entry_is_nothing_today (entry);

  if (fascia_entry_get_kind (entry) != FASCIA_ENTRY_CHECK_IN
      && (n_marks + n_drawings + n_spreads > 0 || nothing_today))
    return fascia_db_set_invalid (db, error, _ ("Places can only be marked in a check-in."));
  for (guint i = 0; i < n_marks; i++)
    if (!fascia_db_check_mark (db, &marks[i], nothing_today, error))
      return FALSE;
  for (guint i = 0; i < n_drawings; i++)
    if (!fascia_db_check_drawing (db, &drawings[i], nothing_today, error))
      return FALSE;
  for (guint i = 0; i < n_spreads; i++)
    if (!fascia_db_check_spread (db, &spreads[i], error))
      return FALSE;
  return TRUE;
}

/* ---- what belongs to a kind: the sentence that says what is wrong, or NULL ---- */

static const char *
judge_visit (const FasciaVisit *visit)
{
  if (visit->minutes < 0 || visit->minutes > MAX_MINUTES)
    return _ ("A visit lasts from 0 to 1440 minutes.");
  if (!is_rating (visit->pressure))
    return _ ("The pressure felt is a whole number from 0 to 10.");
  if (!is_rating (visit->rating))
    return _ ("How good a visit was is a whole number from 0 to 10.");
  if (!is_rating (visit->before))
    return _ ("How tight it was before the visit is a whole number from 0 to 10.");
  if (!is_rating (visit->after))
    return _ ("How tight it was after the visit is a whole number from 0 to 10.");
  if (!is_text (visit->therapist))
    return _ ("The name of the therapist is not valid text.");
  if (!is_text (visit->said))
    return _ ("What was said is not valid text.");
  if (!are_codes (visit->areas))
    return _ ("An area that was worked on is a place of the body.");
  if (!are_codes (visit->techniques))
    return _ ("A technique is one of the words of the list.");
  if (!are_codes (visit->tools))
    return _ ("A tool is one of the words of the list.");
  return NULL;
}

static const char *
judge_exercise (const FasciaExercise *exercise)
{
  if (!is_text (exercise->what))
    return _ ("The words for the exercise are not valid text.");
  if (!is_number (exercise->minutes, MAX_MINUTES))
    return _ ("An exercise lasts from 0 to 1440 minutes.");
  if (exercise->effort != FASCIA_EFFORT_NOT_GIVEN
      && fascia_effort_to_code (exercise->effort) == NULL)
    return _ ("The effort is light, moderate or heavy.");
  if (exercise->sets != FASCIA_NOT_GIVEN && exercise->sets <= 0)
    return _ ("The number of sets is above 0.");
  if (exercise->repetitions != FASCIA_NOT_GIVEN && exercise->repetitions <= 0)
    return _ ("The number of repetitions is above 0.");
  return NULL;
}

static const char *
judge_treatment (const FasciaTreatment *treatment)
{
  if (!is_text (treatment->what))
    return _ ("The words for the treatment are not valid text.");
  if (!is_text (treatment->amount))
    return _ ("The amount is not valid text.");
  if (treatment->taken != FASCIA_ANSWER_NOT_GIVEN && treatment->taken != FASCIA_ANSWER_YES
      && treatment->taken != FASCIA_ANSWER_NO)
    return _ ("Whether it was taken is yes or no.");
  if (!is_rating (treatment->helped))
    return _ ("How much it helped is a whole number from 0 to 10.");
  return NULL;
}

static const char *
judge_event (const FasciaEvent *event, gint32 day)
{
  if (!is_code_or_nothing (event->type))
    return _ ("The sort of event is one of the words of the list.");
  if (!is_text (event->what))
    return _ ("The words for the event are not valid text.");
  if (event->until_day != FASCIA_DAY_NOT_GIVEN && event->until_day < day)
    return _ ("The last day is before the first.");
  return NULL;
}

static const char *
judge_step (const FasciaSessionStep *step)
{
  static const char *const outcomes[] = { "done", "skipped", "stopped", "held-back", NULL };

  if (!fascia_db_is_code (step->step))
    return _ ("A step of a session needs a name.");
  if (!is_code_or_nothing (step->region))
    return _ ("A step of a session is for a place of the body.");
  if (!is_number (step->planned_s, MAX_STEP_S))
    return _ ("The planned time of a step is from 0 to 86400 seconds.");
  if (!is_number (step->done_s, MAX_STEP_S))
    return _ ("The time of a step is from 0 to 86400 seconds.");
  if (!is_one_of (step->outcome, outcomes))
    return _ ("A step was done, skipped, stopped or held back.");
  if (!is_code_or_nothing (step->reason))
    return _ ("The reason for leaving out a step is one of the words of the list.");
  if (!is_rating (step->discomfort))
    return _ ("The discomfort of a step is a whole number from 0 to 10.");
  return NULL;
}

static const char *
judge_session (const FasciaSession *session)
{
  static const char *const outcomes[] = { "finished", "stopped", "interrupted", NULL };

  if (!is_code_or_nothing (session->routine))
    return _ ("The routine of a session is one of the list.");
  if (session->ended_ms != 0 && session->ended_ms < session->started_ms)
    return _ ("The session ends before it begins.");
  if (session->paused_ms < 0)
    return _ ("The pause of a session is not negative.");
  if (!is_one_of (session->outcome, outcomes))
    return _ ("A session was finished, stopped or interrupted.");
  if (!is_code_or_nothing (session->posture))
    return _ ("The posture of a session is one of the words of the list.");
  if (session->ease_offs < 0)
    return _ ("How often pressure was eased off is not negative.");
  for (guint i = 0; i < session->n_steps; i++)
    {
      const char *text = judge_step (&session->steps[i]);

      if (text != NULL)
        return text;
    }
  return NULL;
}

static gboolean
check_details (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  const FasciaEntryDetails *details = fascia_entry_get_details (entry);
  const char *text = NULL;

  if (details->visit != NULL)
    text = judge_visit (details->visit);
  else if (details->exercise != NULL)
    text = judge_exercise (details->exercise);
  else if (details->treatment != NULL)
    text = judge_treatment (details->treatment);
  else if (details->event != NULL)
    text = judge_event (details->event, fascia_entry_get_moment (entry)->day);
  else if (details->session != NULL)
    text = judge_session (details->session);
  return text == NULL || fascia_db_set_invalid (db, error, text);
}

gboolean
fascia_db_check_entry (FasciaDb *db, FasciaEntry *entry, GError **error)
{
  if (fascia_entry_kind_to_code (fascia_entry_get_kind (entry)) == NULL)
    return fascia_db_set_invalid (db, error, _ ("This kind of entry is not known."));
  if (is_blank_note (entry))
    return fascia_db_set_invalid (db, error, _ ("There is nothing to write."));
  return fascia_db_check_moment (db, fascia_entry_get_moment (entry), error)
         && check_end (db, entry, error)
         && fascia_db_check_note (db, fascia_entry_get_note (entry), error)
         && check_places (db, entry, error) && check_tags (db, entry, error)
         && check_measurements (db, entry, error) && check_details (db, entry, error);
}
