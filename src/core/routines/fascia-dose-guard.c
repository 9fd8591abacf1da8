/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much was done already: rest days, minutes of pressure, breaks, soreness. */

#include "config.h"

#include "fascia-dose-guard.h"

#define WEEK_DAYS 7
#define ASK_DAYS 3

/* Whether a session so long ago counts at all. One day ahead is another time zone; more is a clock that was
 * wrong, and that must not close a place until the day comes. */
static gboolean
is_counted (gint64 ago)
{
  return ago >= -1;
}

FasciaSoreness
fascia_soreness_from_answer (int value)
{
  if (value < 0)
    return FASCIA_SORENESS_NOT_ASKED;
  if (value <= 1)
    return FASCIA_SORENESS_BACK_IN_A_DAY;
  return value == 2 ? FASCIA_SORENESS_TWO_DAYS : FASCIA_SORENESS_LONGER;
}

/* (nullable) NULL for a step that this version does not know. */
static const FasciaStep *
find_step (const FasciaLibrary *library, const FasciaPastStep *row)
{
  const FasciaStep *step = fascia_library_lookup_step (library, row->step);

  if (step != NULL || row->routine == NULL)
    return step;
  FasciaRoutine *routine = fascia_library_lookup_routine (library, row->routine);
  return routine != NULL ? fascia_routine_find_own_step (routine, row->step) : NULL;
}

/* Could leave anybody sore. What is not known is taken for the strongest. */
static gboolean
is_work (const FasciaStep *step)
{
  if (step == NULL)
    return TRUE;
  const FasciaStepKind kind = fascia_step_get_traits (step)->kind;
  return kind == FASCIA_STEP_RELEASE || kind == FASCIA_STEP_STRETCH
         || kind == FASCIA_STEP_STRENGTHEN;
}

static gboolean
presses (const FasciaStep *step)
{
  return step == NULL || fascia_step_presses (step);
}

static gboolean
is_same_side (const FasciaRegion *a, const FasciaRegion *b)
{
  const FasciaSide side_a = fascia_region_get_side (a), side_b = fascia_region_get_side (b);

  return side_a == side_b || side_a == FASCIA_SIDE_MIDLINE || side_b == FASCIA_SIDE_MIDLINE;
}

/* Whether what was done there reached @region. */
static gboolean
reaches (const FasciaLibrary *library,
         const FasciaPastStep *row,
         const FasciaStep *step,
         const FasciaRegion *region)
{
  if (row->region == NULL)
    return step != NULL && fascia_step_works_on (step, region);
  if (g_str_equal (row->region, fascia_region_get_id (region)))
    return TRUE;
  if (step == NULL || !fascia_step_get_traits (step)->acts_on_all
      || !fascia_step_works_on (step, region))
    return FALSE;
  const FasciaRegion *place = fascia_body_lookup (fascia_library_get_body (library), row->region);
  return place == NULL || fascia_step_get_dose (step)->sides == 1 || is_same_side (place, region);
}

/* Seconds of pressure at @region in one session. A step at several places at once may be written down
 * for each of them or for the first alone: it counts once. */
static int
get_pressure (const FasciaLibrary *library,
              const FasciaPastStep *rows,
              const FasciaPastSession *session,
              const FasciaRegion *region,
              gboolean *was_pressed)
{
  int seconds = 0;

  for (guint i = 0; i < session->n_steps; i++)
    {
      const FasciaPastStep *row = &rows[session->first_step + i];
      const FasciaStep *step = find_step (library, row);
      gboolean is_known = FALSE;

      if (!row->is_done || !presses (step) || !reaches (library, row, step, region))
        continue;
      *was_pressed = TRUE;
      for (guint j = 0; j < i && !is_known; j++)
        {
          const FasciaPastStep *earlier = &rows[session->first_step + j];

          is_known = earlier->is_done && earlier->step == row->step
                     && earlier->region != row->region && reaches (library, earlier, step, region);
        }
      if (!is_known)
        seconds += row->done_s;
    }
  return seconds;
}

static gboolean
worked (const FasciaLibrary *library,
        const FasciaPastStep *rows,
        const FasciaPastSession *session,
        const FasciaRegion *region)
{
  for (guint i = 0; i < session->n_steps; i++)
    {
      const FasciaPastStep *row = &rows[session->first_step + i];
      const FasciaStep *step = find_step (library, row);

      if (row->is_done && is_work (step)
          && (region == NULL || reaches (library, row, step, region)))
        return TRUE;
    }
  return FALSE;
}

/* The newest answer given from the day after the session on, and not after the next day of work: then it
 * would be about that. @next_day: of work, G_MAXINT32: none. */
static int
find_answer (const FasciaPast *past, gint32 day, gint32 next_day, gint32 *answered_day)
{
  guint n_answers;
  const FasciaPastAnswer *answers = fascia_past_get_answers (past, &n_answers);

  for (guint i = n_answers; i > 0; i--)
    if (answers[i - 1].day > day && answers[i - 1].day <= next_day)
      {
        if (answered_day != NULL)
          *answered_day = answers[i - 1].day;
        return answers[i - 1].value;
      }
  return -1;
}

int
fascia_dose_guard_get_answer (const FasciaLibrary *library,
                              const FasciaPast *past,
                              guint index,
                              gint32 *answered_day)
{
  guint n_sessions, n_rows;
  gint32 next_day = G_MAXINT32;

  g_return_val_if_fail (library != NULL && past != NULL, -1);

  const FasciaPastSession *sessions = fascia_past_get_sessions (past, &n_sessions);
  const FasciaPastStep *rows = fascia_past_get_steps (past, &n_rows);
  g_return_val_if_fail (index < n_sessions, -1);
  if (!worked (library, rows, &sessions[index], NULL))
    return -1;
  for (guint i = index + 1; i < n_sessions && next_day == G_MAXINT32; i++)
    if (sessions[i].day > sessions[index].day && worked (library, rows, &sessions[i], NULL))
      next_day = sessions[i].day;
  return find_answer (past, sessions[index].day, next_day, answered_day);
}

/* Whether a later day says that it is as before: of the whole body, wherever was worked in between. */
static gboolean
is_as_before (const FasciaPast *past, gint32 day)
{
  guint n_answers;
  const FasciaPastAnswer *answers = fascia_past_get_answers (past, &n_answers);

  for (guint i = n_answers; i > 0; i--)
    if (answers[i - 1].day > day && answers[i - 1].value == 0)
      return TRUE;
  return FALSE;
}

/* The newest answer about a session that worked there decides; one that was never answered changes
 * nothing. */
static void
apply_soreness (FasciaDoseAt *at, int answer)
{
  switch (fascia_soreness_from_answer (answer))
    {
    case FASCIA_SORENESS_TWO_DAYS:
      at->is_sore = TRUE;
      at->factor = 0.5;
      break;
    case FASCIA_SORENESS_LONGER:
      at->is_stopped = TRUE;
      break;
    case FASCIA_SORENESS_NOT_ASKED:
    case FASCIA_SORENESS_BACK_IN_A_DAY:
    default:
      break;
    }
}

/* Not before the person says that it is as before. */
static gboolean
is_left_alone (const char *reason)
{
  static const char *const codes[] = { "nerve", "pulse", "skin", "headache", NULL };

  return reason != NULL && g_strv_contains (codes, reason);
}

/* (nullable) Why it was cut short at @region in one session: what weighs most. */
static const char *
find_stop (const FasciaLibrary *library,
           const FasciaPastStep *rows,
           const FasciaPastSession *session,
           const FasciaRegion *region)
{
  const char *found = NULL;

  for (guint i = 0; i < session->n_steps; i++)
    {
      const FasciaPastStep *row = &rows[session->first_step + i];
      const FasciaStep *step = find_step (library, row);
      const char *reason = row->reason;

      /* It may have been felt before a second was counted. */
      if (!(row->is_done || is_left_alone (reason)) || !is_work (step)
          || !reaches (library, row, step, region))
        continue;
      if (is_left_alone (reason))
        return reason;
      if (g_strcmp0 (reason, "too-much") == 0 || g_strcmp0 (reason, "tense") == 0)
        found = reason;
      else if (row->eased_off && found == NULL)
        found = g_intern_static_string ("eased-off");
    }
  return found;
}

/* Whether any session from @first on worked there. */
static gboolean
worked_since (const FasciaLibrary *library,
              const FasciaPast *past,
              guint first,
              gint32 day,
              const FasciaRegion *region)
{
  guint n_sessions, n_rows;
  const FasciaPastSession *sessions = fascia_past_get_sessions (past, &n_sessions);
  const FasciaPastStep *rows = fascia_past_get_steps (past, &n_rows);

  for (guint i = first; i < n_sessions; i++)
    if (is_counted ((gint64) day - sessions[i].day) && worked (library, rows, &sessions[i], region))
      return TRUE;
  return FALSE;
}

/* Every session counts for what is left alone, only the last one that worked there for a half. */
static void
apply_stops (FasciaDoseAt *at,
             const FasciaLibrary *library,
             const FasciaPast *past,
             gint32 day,
             const FasciaRegion *region)
{
  guint n_sessions, n_rows, n;
  const FasciaPastSession *sessions = fascia_past_get_sessions (past, &n_sessions);
  const FasciaPastStep *rows = fascia_past_get_steps (past, &n_rows);
  const guint *cut_short = fascia_past_get_cut_short (past, &n);
  gboolean is_last = TRUE;

  for (guint i = n; i > 0; i--)
    {
      const FasciaPastSession *session = &sessions[cut_short[i - 1]];
      const char *reason = is_counted ((gint64) day - session->day)
                               ? find_stop (library, rows, session, region)
                               : NULL;

      if (reason == NULL)
        continue;
      if (is_left_alone (reason))
        {
          if (is_as_before (past, session->day))
            return;
          at->is_stopped = TRUE;
          at->reason = reason;
          return;
        }
      if (is_last && !worked_since (library, past, cut_short[i - 1] + 1, day, region))
        {
          at->factor = 0.5;
          at->reason = reason;
        }
      is_last = FALSE;
    }
}

void
fascia_dose_guard_look (FasciaDoseAt *at,
                        const FasciaLibrary *library,
                        const FasciaPast *past,
                        gint32 day,
                        const FasciaRegion *region)
{
  g_return_if_fail (at != NULL && library != NULL && region != NULL);

  guint n_sessions = 0, n_rows;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;
  const FasciaPastStep *rows = past != NULL ? fascia_past_get_steps (past, &n_rows) : NULL;
  gboolean is_last_known = FALSE, is_answer_known = FALSE;
  gint32 next_day = G_MAXINT32, work_day = G_MAXINT32; /* of work: after this one, last seen */

  *at = (FasciaDoseAt) { .factor = 1 };
  for (guint i = n_sessions; i > 0; i--)
    {
      const FasciaPastSession *session = &sessions[i - 1];
      const gint64 ago = (gint64) day - session->day;

      if (ago > FASCIA_DOSE_SORE_DAYS && is_last_known)
        break;
      if (!is_counted (ago))
        continue;
      if (ago < WEEK_DAYS)
        {
          gboolean was_pressed = FALSE;

          at->week_pressure_s += get_pressure (library, rows, session, region, &was_pressed);
          /* A day to come: the person flew west. It was not long ago. */
          at->pressed_today = at->pressed_today || (was_pressed && ago <= 0);
          at->pressed_yesterday = at->pressed_yesterday || (was_pressed && ago == 1);
        }
      if (!worked (library, rows, session, NULL))
        continue;
      if (session->day < work_day)
        {
          next_day = work_day;
          work_day = session->day;
        }
      if (!is_last_known && ago > 0)
        {
          is_last_known = TRUE;
          at->is_back = ago >= FASCIA_DOSE_BREAK_DAYS;
        }
      if (is_answer_known || ago > FASCIA_DOSE_SORE_DAYS
          || !worked (library, rows, session, region))
        continue;
      gint32 answered_day = session->day;
      const int answer = find_answer (past, session->day, next_day, &answered_day);
      is_answer_known = answer >= 0;
      if (is_answer_known && !is_as_before (past, answered_day))
        apply_soreness (at, answer);
    }
  if (at->is_back)
    at->factor = 0.5;
  if (past != NULL)
    apply_stops (at, library, past, day, region);
}

gboolean
fascia_dose_guard_had_strength (const FasciaLibrary *library, const FasciaPast *past, gint32 day)
{
  g_return_val_if_fail (library != NULL, FALSE);

  guint n_rows = 0;
  const FasciaPastStep *rows = past != NULL ? fascia_past_get_steps (past, &n_rows) : NULL;

  /* The days of neighbours may be out of order by one, where somebody flew. */
  for (guint i = n_rows; i > 0 && (gint64) day - rows[i - 1].day <= 3; i--)
    {
      const FasciaPastStep *row = &rows[i - 1];
      const FasciaStep *step = find_step (library, row);
      const gint64 ago = (gint64) day - row->day;

      if (row->is_done && step != NULL
          && fascia_step_get_traits (step)->kind == FASCIA_STEP_STRENGTHEN
          && fascia_step_get_dose (step)->rest_day && is_counted (ago) && ago <= 1)
        return TRUE;
    }
  return FALSE;
}

int *
fascia_dose_guard_dup_week (const FasciaLibrary *library, const FasciaPast *past, gint32 day)
{
  g_return_val_if_fail (library != NULL, NULL);

  FasciaBody *body = fascia_library_get_body (library);
  const guint n_regions = fascia_body_get_n_regions (body);
  int *seconds = g_new0 (int, n_regions);
  guint n_sessions = 0, n_rows;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;
  const FasciaPastStep *rows = past != NULL ? fascia_past_get_steps (past, &n_rows) : NULL;

  for (guint i = n_sessions; i > 0; i--)
    {
      const FasciaPastSession *session = &sessions[i - 1];
      const gint64 ago = (gint64) day - session->day;
      gboolean was_pressed;

      if (ago > WEEK_DAYS + 2)
        break;
      if (is_counted (ago) && ago < WEEK_DAYS)
        for (guint j = 0; j < n_regions; j++)
          seconds[j] += get_pressure (library, rows, session, fascia_body_get_region (body, j),
                                      &was_pressed);
    }
  return seconds;
}

int
fascia_dose_guard_find_to_ask (const FasciaLibrary *library, const FasciaPast *past, gint32 day)
{
  g_return_val_if_fail (library != NULL, -1);

  guint n_sessions = 0, n_rows;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;
  const FasciaPastStep *rows = past != NULL ? fascia_past_get_steps (past, &n_rows) : NULL;

  for (guint i = n_sessions; i > 0; i--)
    {
      const FasciaPastSession *session = &sessions[i - 1];
      const gint64 ago = (gint64) day - session->day;

      if (ago > ASK_DAYS)
        break;
      if (ago <= 0 || !worked (library, rows, session, NULL))
        continue;
      gint32 answered_day = FASCIA_DAY_NOT_GIVEN;
      const int answer = fascia_dose_guard_get_answer (library, past, i - 1, &answered_day);
      const gboolean is_over
          = fascia_soreness_from_answer (answer) == FASCIA_SORENESS_BACK_IN_A_DAY;
      return is_over || answered_day >= day ? -1 : (int) (i - 1);
    }
  return -1;
}
