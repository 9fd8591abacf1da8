/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry says besides marks, drawings and its note: its end, tags, measurements, and what
 * belongs to its kind. */

#include "config.h"

#include <string.h>

#include "fascia-entry-private.h"
#include "fascia-log-private.h"

static const char *const no_codes[] = { NULL };

/* ---- codes, texts and numbers ---- */

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char *const *
fascia_codes_copy (const char *const *codes)
{
  guint n = 0, n_kept = 0;

  while (codes != NULL && codes[n] != NULL)
    n++;
  if (n == 0)
    return NULL;

  const char **copy = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = g_intern_string (codes[i]);
  qsort (copy, n, sizeof *copy, compare_codes);
  for (guint i = 0; i < n; i++)
    if (n_kept == 0 || copy[n_kept - 1] != copy[i])
      copy[n_kept++] = copy[i];
  copy[n_kept] = NULL;
  return copy;
}

/* Never NULL. */
static const char *const *
list_or_none (const char *const *codes)
{
  return codes != NULL ? codes : no_codes;
}

static void
free_list (const char *const *codes)
{
  if (codes != no_codes)
    g_free ((gpointer) codes);
}

static gboolean
are_same_lists (const char *const *a, const char *const *b)
{
  return g_strv_equal (list_or_none (a), list_or_none (b));
}

static char *
copy_text (const char *text)
{
  return fascia_note_is_blank (text) ? NULL : g_strdup (text);
}

static const char *
copy_code (const char *code)
{
  return code != NULL && *code != '\0' ? g_intern_string (code) : NULL;
}

static gboolean
is_same_number (double a, double b)
{
  return !(a < b) && !(a > b);
}

/* ---- measurements ---- */

int
fascia_measurement_compare (const FasciaMeasurement *measurement, const char *item, FasciaSide side)
{
  int order = measurement->item == item ? 0 : strcmp (measurement->item, item);

  return order != 0 ? order : (int) measurement->side - (int) side;
}

static gboolean
measurement_equal (const FasciaMeasurement *a, const FasciaMeasurement *b)
{
  return fascia_measurement_compare (a, b->item, b->side) == 0
         && is_same_number (a->value, b->value) && g_strcmp0 (a->unit, b->unit) == 0;
}

/* Puts a copy of @measurement into its place, or in place of the one that is there. */
static void
insert_measurement (FasciaEntryDetails *self, const FasciaMeasurement *measurement)
{
  FasciaMeasurement copy = *measurement;
  guint place = 0;

  copy.item = g_intern_string (copy.item);
  copy.unit = copy_code (copy.unit);
  /* Nought has no sign. */
  copy.value += 0.0;
  while (place < self->n_measurements
         && fascia_measurement_compare (&self->measurements[place], copy.item, copy.side) < 0)
    place++;
  if (place == self->n_measurements
      || fascia_measurement_compare (&self->measurements[place], copy.item, copy.side) != 0)
    {
      memmove (self->measurements + place + 1, self->measurements + place,
               (self->n_measurements - place) * sizeof *self->measurements);
      self->n_measurements++;
    }
  self->measurements[place] = copy;
}

/* ---- what belongs to a kind ---- */

static FasciaVisit *
visit_copy (const FasciaVisit *visit)
{
  FasciaVisit *copy = g_new (FasciaVisit, 1);

  if (visit == NULL)
    {
      *copy = (FasciaVisit) { .pressure = FASCIA_NOT_GIVEN,
                              .rating = FASCIA_NOT_GIVEN,
                              .before = FASCIA_NOT_GIVEN,
                              .after = FASCIA_NOT_GIVEN,
                              .areas = no_codes,
                              .techniques = no_codes,
                              .tools = no_codes };
      return copy;
    }
  *copy = *visit;
  copy->therapist = copy_text (visit->therapist);
  copy->said = copy_text (visit->said);
  copy->areas = list_or_none (fascia_codes_copy (visit->areas));
  copy->techniques = list_or_none (fascia_codes_copy (visit->techniques));
  copy->tools = list_or_none (fascia_codes_copy (visit->tools));
  return copy;
}

static void
visit_free (FasciaVisit *visit)
{
  g_free ((gpointer) visit->therapist);
  g_free ((gpointer) visit->said);
  free_list (visit->areas);
  free_list (visit->techniques);
  free_list (visit->tools);
  g_free (visit);
}

static gboolean
visit_equal (const FasciaVisit *a, const FasciaVisit *b)
{
  return a->minutes == b->minutes && a->pressure == b->pressure && a->rating == b->rating
         && a->before == b->before && a->after == b->after
         && g_strcmp0 (a->therapist, b->therapist) == 0 && g_strcmp0 (a->said, b->said) == 0
         && are_same_lists (a->areas, b->areas) && are_same_lists (a->techniques, b->techniques)
         && are_same_lists (a->tools, b->tools);
}

static FasciaExercise *
exercise_copy (const FasciaExercise *exercise)
{
  static const FasciaExercise nothing
      = { .minutes = FASCIA_NOT_GIVEN, .sets = FASCIA_NOT_GIVEN, .repetitions = FASCIA_NOT_GIVEN };
  FasciaExercise *copy = g_memdup2 (exercise != NULL ? exercise : &nothing, sizeof nothing);

  copy->what = copy_text (copy->what);
  return copy;
}

static void
exercise_free (FasciaExercise *exercise)
{
  g_free ((gpointer) exercise->what);
  g_free (exercise);
}

static gboolean
exercise_equal (const FasciaExercise *a, const FasciaExercise *b)
{
  return g_strcmp0 (a->what, b->what) == 0 && a->minutes == b->minutes && a->effort == b->effort
         && a->sets == b->sets && a->repetitions == b->repetitions;
}

static FasciaTreatment *
treatment_copy (const FasciaTreatment *treatment)
{
  static const FasciaTreatment nothing = { .helped = FASCIA_NOT_GIVEN };
  FasciaTreatment *copy = g_memdup2 (treatment != NULL ? treatment : &nothing, sizeof nothing);

  copy->what = copy_text (copy->what);
  copy->amount = copy_text (copy->amount);
  return copy;
}

static void
treatment_free (FasciaTreatment *treatment)
{
  g_free ((gpointer) treatment->what);
  g_free ((gpointer) treatment->amount);
  g_free (treatment);
}

static gboolean
treatment_equal (const FasciaTreatment *a, const FasciaTreatment *b)
{
  return g_strcmp0 (a->what, b->what) == 0 && g_strcmp0 (a->amount, b->amount) == 0
         && a->taken == b->taken && a->helped == b->helped;
}

static FasciaEvent *
event_copy (const FasciaEvent *event)
{
  static const FasciaEvent nothing = { .until_day = FASCIA_DAY_NOT_GIVEN };
  FasciaEvent *copy = g_memdup2 (event != NULL ? event : &nothing, sizeof nothing);

  copy->type = copy_code (copy->type);
  copy->what = copy_text (copy->what);
  return copy;
}

static void
event_free (FasciaEvent *event)
{
  g_free ((gpointer) event->what);
  g_free (event);
}

static gboolean
event_equal (const FasciaEvent *a, const FasciaEvent *b)
{
  return g_strcmp0 (a->type, b->type) == 0 && g_strcmp0 (a->what, b->what) == 0
         && a->until_day == b->until_day;
}

static FasciaSession *
session_copy (const FasciaSession *session, gint64 utc_ms)
{
  FasciaSession *copy = g_new (FasciaSession, 1);

  if (session == NULL)
    {
      *copy = (FasciaSession) { .started_ms = utc_ms };
      return copy;
    }
  *copy = *session;
  copy->routine = copy_code (session->routine);
  copy->outcome = copy_code (session->outcome);
  copy->posture = copy_code (session->posture);
  copy->gentle = session->gentle != FALSE;
  FasciaSessionStep *steps = g_memdup2 (session->steps, session->n_steps * sizeof *steps);
  for (guint i = 0; i < session->n_steps; i++)
    {
      steps[i].step = g_intern_string (steps[i].step != NULL ? steps[i].step : "");
      steps[i].region = copy_code (steps[i].region);
      steps[i].outcome = copy_code (steps[i].outcome);
      steps[i].reason = copy_code (steps[i].reason);
      steps[i].eased_off = steps[i].eased_off != FALSE;
    }
  copy->steps = steps;
  return copy;
}

static void
session_free (FasciaSession *session)
{
  g_free ((gpointer) session->steps);
  g_free (session);
}

/* Codes are interned. */
static gboolean
step_equal (const FasciaSessionStep *a, const FasciaSessionStep *b)
{
  return a->step == b->step && a->region == b->region && a->planned_s == b->planned_s
         && a->done_s == b->done_s && a->outcome == b->outcome && a->reason == b->reason
         && a->eased_off == b->eased_off && a->discomfort == b->discomfort;
}

static gboolean
session_equal (const FasciaSession *a, const FasciaSession *b)
{
  if (a->routine != b->routine || a->started_ms != b->started_ms || a->ended_ms != b->ended_ms
      || a->paused_ms != b->paused_ms || a->outcome != b->outcome || a->posture != b->posture
      || a->gentle != b->gentle || a->ease_offs != b->ease_offs
      || !fascia_uid_equal (&a->before, &b->before) || !fascia_uid_equal (&a->after, &b->after)
      || a->n_steps != b->n_steps)
    return FALSE;
  for (guint i = 0; i < a->n_steps; i++)
    if (!step_equal (&a->steps[i], &b->steps[i]))
      return FALSE;
  return TRUE;
}

/* ---- all of it ---- */

void
fascia_entry_details_init (FasciaEntryDetails *self, const FasciaEntryParts *parts)
{
  *self = (FasciaEntryDetails) { .end_ms = parts->has_end ? parts->end_ms : FASCIA_END_NOT_GIVEN,
                                 .tags = fascia_codes_copy (parts->tags) };
  if (parts->n_measurements > 0)
    self->measurements = g_new0 (FasciaMeasurement, parts->n_measurements);
  for (guint i = 0; i < parts->n_measurements; i++)
    insert_measurement (self, &parts->measurements[i]);
  switch (parts->kind)
    {
    case FASCIA_ENTRY_VISIT:
      self->visit = visit_copy (parts->visit);
      break;
    case FASCIA_ENTRY_EXERCISE:
      self->exercise = exercise_copy (parts->exercise);
      break;
    case FASCIA_ENTRY_TREATMENT:
      self->treatment = treatment_copy (parts->treatment);
      break;
    case FASCIA_ENTRY_EVENT:
      self->event = event_copy (parts->event);
      break;
    case FASCIA_ENTRY_SESSION:
      self->session = session_copy (parts->session, parts->moment.utc_ms);
      break;
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_MEASUREMENT:
    case FASCIA_ENTRY_NOTE:
    default:
      break;
    }
}

void
fascia_entry_details_clear (FasciaEntryDetails *self)
{
  g_free ((gpointer) self->tags);
  g_free (self->measurements);
  g_clear_pointer (&self->visit, visit_free);
  g_clear_pointer (&self->exercise, exercise_free);
  g_clear_pointer (&self->treatment, treatment_free);
  g_clear_pointer (&self->event, event_free);
  g_clear_pointer (&self->session, session_free);
}

void
fascia_entry_details_get_parts (const FasciaEntryDetails *self, FasciaEntryParts *parts)
{
  parts->has_end = self->end_ms != FASCIA_END_NOT_GIVEN;
  parts->end_ms = self->end_ms;
  parts->tags = self->tags;
  parts->measurements = self->measurements;
  parts->n_measurements = self->n_measurements;
  parts->visit = self->visit;
  parts->exercise = self->exercise;
  parts->treatment = self->treatment;
  parts->event = self->event;
  parts->session = self->session;
}

/* Of entries of the same kind. */
gboolean
fascia_entry_details_equal (const FasciaEntryDetails *a, const FasciaEntryDetails *b)
{
  if (a->end_ms != b->end_ms || !are_same_lists (a->tags, b->tags)
      || a->n_measurements != b->n_measurements)
    return FALSE;
  for (guint i = 0; i < a->n_measurements; i++)
    if (!measurement_equal (&a->measurements[i], &b->measurements[i]))
      return FALSE;
  return (a->visit == NULL || visit_equal (a->visit, b->visit))
         && (a->exercise == NULL || exercise_equal (a->exercise, b->exercise))
         && (a->treatment == NULL || treatment_equal (a->treatment, b->treatment))
         && (a->event == NULL || event_equal (a->event, b->event))
         && (a->session == NULL || session_equal (a->session, b->session));
}

/* ---- reading ---- */

gint64
fascia_entry_get_end_ms (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_END_NOT_GIVEN);
  return fascia_entry_get_details (self)->end_ms;
}

const char *const *
fascia_entry_get_tags (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, no_codes);
  return list_or_none (fascia_entry_get_details (self)->tags);
}

const FasciaMeasurement *
fascia_entry_get_measurements (const FasciaEntry *self, guint *n_measurements)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_measurements != NULL)
    *n_measurements = fascia_entry_get_details (self)->n_measurements;
  return fascia_entry_get_details (self)->measurements;
}

const FasciaMeasurement *
fascia_entry_find_measurement (const FasciaEntry *self, const char *item, FasciaSide side)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL, NULL);

  const FasciaEntryDetails *details = fascia_entry_get_details (self);
  for (guint i = 0; i < details->n_measurements; i++)
    if (fascia_measurement_compare (&details->measurements[i], item, side) == 0)
      return &details->measurements[i];
  return NULL;
}

const FasciaVisit *
fascia_entry_get_visit (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return fascia_entry_get_details (self)->visit;
}

const FasciaExercise *
fascia_entry_get_exercise (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return fascia_entry_get_details (self)->exercise;
}

const FasciaTreatment *
fascia_entry_get_treatment (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return fascia_entry_get_details (self)->treatment;
}

const FasciaEvent *
fascia_entry_get_event (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return fascia_entry_get_details (self)->event;
}

const FasciaSession *
fascia_entry_get_session (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return fascia_entry_get_details (self)->session;
}

static void
add_words (GString *words, const char *text)
{
  if (fascia_note_is_blank (text))
    return;
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, text);
}

char *
fascia_entry_dup_words (const FasciaEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const FasciaEntryDetails *details = fascia_entry_get_details (self);
  g_autoptr (GString) words = g_string_new (NULL);
  /* The order of fascia_rows_dup_words(). */
  add_words (words, fascia_entry_get_note (self));
  if (details->visit != NULL)
    {
      add_words (words, details->visit->therapist);
      add_words (words, details->visit->said);
    }
  if (details->exercise != NULL)
    add_words (words, details->exercise->what);
  if (details->treatment != NULL)
    {
      add_words (words, details->treatment->what);
      add_words (words, details->treatment->amount);
    }
  if (details->event != NULL)
    add_words (words, details->event->what);
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}
