/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week: which routine on which weekday, rest days, what was moved, how it went. */

#include "config.h"

#include "fascia-plan-private.h"

#include <math.h>

#include "../body/fascia-facts-private.h"
#include "../journal/fascia-moment.h"

#define MAX_DAYS 3660
/* So many days make half of the difference … */
#define HALF_DAYS 13.0
/* … and what is older than this makes none that could be seen. */
#define SCORE_DAYS 400
/* Without a session for so long it is no rest any more. */
#define REST_DAYS 7
#define WORTH_ANYTHING 0.5
/* Of a session of no routine; less is no practice. */
#define LEAST_SECONDS 60

G_DEFINE_BOXED_TYPE (FasciaPlan, fascia_plan, fascia_plan_ref, fascia_plan_unref)

/* ---- reading ---- */

static gboolean
read_int (const char *text, gint64 minimum, gint64 maximum, gint64 *value)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, minimum, maximum, value, NULL);
}

/* "1:neck-evening" */
static void
read_day (FasciaPlan *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  gint64 weekday;

  if (!read_int (parts[0], 1, FASCIA_PLAN_WEEKDAYS, &weekday) || parts[1] == NULL
      || !fascia_facts_is_code (parts[1]))
    return;
  GPtrArray *day = self->days[weekday - 1];
  const char *routine = g_intern_string (parts[1]);
  if (g_ptr_array_find (day, routine, NULL))
    return;
  if (day->len > 0)
    g_ptr_array_remove_index (day, day->len - 1);
  g_ptr_array_add (day, (gpointer) routine);
  g_ptr_array_add (day, NULL);
}

/* "DAY:routine:TO-DAY" */
static void
read_move (FasciaPlan *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  gint64 day, to_day;

  if (parts[0] == NULL || parts[1] == NULL || !fascia_facts_is_code (parts[1])
      || !read_int (parts[0], G_MININT32, G_MAXINT32, &day)
      || !read_int (parts[2], G_MININT32, G_MAXINT32, &to_day))
    return;
  FasciaPlanMove move
      = { .day = (gint32) day, .routine = g_intern_string (parts[1]), .to_day = (gint32) to_day };
  g_array_append_val (self->moves, move);
}

static gint32
get_day (const FasciaSettings *settings, const char *key)
{
  const gint64 day = fascia_settings_get_int64 (settings, key, FASCIA_DAY_NOT_GIVEN);

  return day > G_MININT32 && day < G_MAXINT32 ? (gint32) day : FASCIA_DAY_NOT_GIVEN;
}

FasciaPlan *
fascia_plan_new (FasciaProgrammes *programmes, const FasciaSettings *settings)
{
  g_return_val_if_fail (programmes != NULL && settings != NULL, NULL);

  FasciaPlan *self = g_atomic_rc_box_new0 (FasciaPlan);
  const char *const *days = fascia_settings_get_strv (settings, FASCIA_SETTING_PLAN_DAYS);
  const char *const *moves = fascia_settings_get_strv (settings, FASCIA_SETTING_PLAN_MOVED);

  self->programmes = fascia_programmes_ref (programmes);
  self->moves = g_array_new (FALSE, FALSE, sizeof (FasciaPlanMove));
  for (guint i = 0; i < FASCIA_PLAN_WEEKDAYS; i++)
    self->days[i] = g_ptr_array_new ();
  self->programme = fascia_programmes_lookup (
      programmes, fascia_settings_get_string (settings, FASCIA_SETTING_PLAN_PROGRAMME, NULL));
  self->started = FASCIA_DAY_NOT_GIVEN;
  self->stage_since = FASCIA_DAY_NOT_GIVEN;
  if (self->programme != NULL)
    {
      const gint64 last = fascia_programme_get_n_stages (self->programme) - 1;

      self->stage = (guint) CLAMP (
          fascia_settings_get_int64 (settings, FASCIA_SETTING_PLAN_STAGE, 0), 0, last);
      self->started = get_day (settings, FASCIA_SETTING_PLAN_STARTED);
      self->stage_since = get_day (settings, FASCIA_SETTING_PLAN_STAGE_SINCE);
      if (self->stage_since == FASCIA_DAY_NOT_GIVEN)
        self->stage_since = self->started;
    }
  self->shows_score = fascia_settings_get_boolean (settings, FASCIA_SETTING_PLAN_SCORE, TRUE);
  for (guint i = 0; days[i] != NULL; i++)
    read_day (self, days[i]);
  for (guint i = 0; moves[i] != NULL; i++)
    read_move (self, moves[i]);
  return self;
}

FasciaPlan *
fascia_plan_ref (FasciaPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_plan_clear (gpointer data)
{
  FasciaPlan *self = data;

  for (guint i = 0; i < FASCIA_PLAN_WEEKDAYS; i++)
    g_ptr_array_unref (self->days[i]);
  g_array_unref (self->moves);
  fascia_programmes_unref (self->programmes);
}

void
fascia_plan_unref (FasciaPlan *self)
{
  g_atomic_rc_box_release_full (self, fascia_plan_clear);
}

/* ---- asking ---- */

const FasciaProgramme *
fascia_plan_get_programme (const FasciaPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->programme;
}

guint
fascia_plan_get_stage (const FasciaPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stage;
}

gint32
fascia_plan_get_started (const FasciaPlan *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_DAY_NOT_GIVEN);

  return self->started;
}

const char *const *
fascia_plan_get_weekday (const FasciaPlan *self, int weekday)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (weekday >= 1 && weekday <= FASCIA_PLAN_WEEKDAYS, NULL);

  const GPtrArray *day = self->days[weekday - 1];
  return day->len > 0 ? (const char *const *) day->pdata : NULL;
}

/* A day ahead is another time zone; more is a clock that was wrong, and nothing waits for that day. */
static gboolean
is_ahead (gint32 day, gint32 today)
{
  return (gint64) today - day < -1;
}

gboolean
fascia_plan_is_from_ahead (const FasciaPlan *self, gint32 today)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->started != FASCIA_DAY_NOT_GIVEN && is_ahead (self->started, today);
}

gboolean
fascia_plan_is_stage_due (const FasciaPlan *self, gint32 day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->programme != NULL && self->stage_since != FASCIA_DAY_NOT_GIVEN
         && (is_ahead (self->stage_since, day)
             || (gint64) day - self->stage_since
                    >= 7 * fascia_programme_get_stage_weeks (self->programme, self->stage));
}

/* ---- days ---- */

static gboolean
is_moved_away (const FasciaPlan *self, gint32 day, const char *routine)
{
  for (guint i = 0; i < self->moves->len; i++)
    {
      const FasciaPlanMove *move = &g_array_index (self->moves, FasciaPlanMove, i);

      if (move->day == day && move->routine == routine)
        return TRUE;
    }
  return FALSE;
}

/* The first session of that day or a later one. */
static guint
find_session (const FasciaPastSession *sessions, guint n_sessions, gint32 day)
{
  guint low = 0, high = n_sessions;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (sessions[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A breath to follow, or a rest, that was hardly begun: nobody would call that practice. */
static gboolean
is_too_short (const FasciaPastSession *session)
{
  return session->routine == NULL && session->seconds < LEAST_SECONDS;
}

/* @routine: (nullable): any. 0 when there was none. */
static FasciaPlanState
find_done (const FasciaPast *past, gint32 day, const char *routine)
{
  guint n_sessions = 0;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;
  FasciaPlanState found = 0;

  /* Neighbours may be out of order by a day, where somebody flew. */
  for (guint i = find_session (sessions, n_sessions, day - 1);
       i < n_sessions && sessions[i].day <= day + 1; i++)
    {
      if (sessions[i].day != day || (routine != NULL && sessions[i].routine != routine))
        continue;
      if (is_too_short (&sessions[i]))
        continue;
      if (sessions[i].is_finished)
        return FASCIA_PLAN_DONE;
      if (sessions[i].seconds > 0)
        found = FASCIA_PLAN_PARTLY;
    }
  return found;
}

static void
add_row (const FasciaPlan *self,
         GArray *rows,
         const FasciaPast *past,
         gint32 day,
         const char *routine,
         gint32 today)
{
  FasciaPlanDay row = { .day = day, .routine = routine };

  for (guint i = rows->len; i > 0; i--)
    {
      const FasciaPlanDay *other = &g_array_index (rows, FasciaPlanDay, i - 1);

      if (other->day == day && other->routine == routine)
        return;
    }
  row.state = find_done (past, day, routine);
  /* What was done all the same is done. */
  if (row.state == 0 && is_moved_away (self, day, routine))
    row.state = FASCIA_PLAN_MOVED;
  if (row.state == 0)
    row.state = day == today  ? FASCIA_PLAN_DUE
                : day > today ? FASCIA_PLAN_AHEAD
                              : FASCIA_PLAN_MISSED;
  g_array_append_val (rows, row);
}

static void
add_day (const FasciaPlan *self, GArray *rows, const FasciaPast *past, gint32 day, gint32 today)
{
  const char *const *routines = fascia_plan_get_weekday (self, fascia_day_get_weekday (day));
  const guint n_before = rows->len;

  for (guint i = 0; routines != NULL && routines[i] != NULL; i++)
    add_row (self, rows, past, day, routines[i], today);
  for (guint i = 0; i < self->moves->len; i++)
    {
      const FasciaPlanMove *move = &g_array_index (self->moves, FasciaPlanMove, i);

      if (move->to_day == day)
        add_row (self, rows, past, day, move->routine, today);
    }
  if (rows->len == n_before)
    {
      const FasciaPlanDay rest = { .day = day, .state = FASCIA_PLAN_REST };

      g_array_append_val (rows, rest);
    }
}

GArray *
fascia_plan_dup_days (const FasciaPlan *self,
                      const FasciaPast *past,
                      gint32 first,
                      gint32 last,
                      gint32 today)
{
  g_return_val_if_fail (self != NULL, NULL);

  GArray *rows = g_array_new (FALSE, FALSE, sizeof (FasciaPlanDay));
  gint64 day = first;

  /* Nothing was missed before it began. */
  if (self->started != FASCIA_DAY_NOT_GIVEN)
    day = MAX (day, is_ahead (self->started, today) ? today : self->started);
  for (guint n = 0; day <= last && n < MAX_DAYS; day++, n++)
    add_day (self, rows, past, (gint32) day, today);
  return rows;
}

/* ---- the score ---- */

static gboolean
has_plan (const FasciaPlan *self)
{
  for (guint i = 0; i < FASCIA_PLAN_WEEKDAYS; i++)
    if (self->days[i]->len > 0)
      return TRUE;
  return FALSE;
}

/* Of a plan that nobody began on a certain day: the first session of one of its routines. */
static gint32
find_start (const FasciaPlan *self, const FasciaPast *past, gint32 today)
{
  guint n_sessions = 0;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;

  if (self->started != FASCIA_DAY_NOT_GIVEN && !is_ahead (self->started, today))
    return self->started;
  for (guint i = 0; i < n_sessions && !is_ahead (sessions[i].day, today); i++)
    for (guint j = 0; j < FASCIA_PLAN_WEEKDAYS; j++)
      if (sessions[i].routine != NULL
          && g_ptr_array_find (self->days[j], sessions[i].routine, NULL))
        return sessions[i].day;
  return today;
}

/* -1: not over yet. */
static double
get_worth (const FasciaPlan *self,
           const FasciaPast *past,
           gint32 day,
           gint32 today,
           gboolean is_followed)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FasciaPlanDay));
  guint n = 0, n_done = 0;

  add_day (self, rows, past, day, today);
  for (guint i = 0; i < rows->len; i++)
    {
      const FasciaPlanState state = g_array_index (rows, FasciaPlanDay, i).state;

      if (state == FASCIA_PLAN_MOVED || state == FASCIA_PLAN_REST)
        continue;
      n++;
      n_done += state == FASCIA_PLAN_DONE || state == FASCIA_PLAN_PARTLY;
    }
  if (n == 0)
    return is_followed ? 1 : 0;
  if (day == today && n_done < n)
    return -1;
  const double worth = (double) n_done / n;
  return find_done (past, day, NULL) != 0 ? MAX (worth, WORTH_ANYTHING) : worth;
}

double
fascia_plan_get_score (const FasciaPlan *self, const FasciaPast *past, gint32 today)
{
  g_return_val_if_fail (self != NULL, -1);

  const double kept = pow (0.5, 1 / HALF_DAYS);
  double score = 0;

  if (!self->shows_score || !has_plan (self))
    return -1;
  const gint32 start = find_start (self, past, today);
  gint64 last_done = G_MININT32;
  for (gint64 day = MAX ((gint64) start, (gint64) today - SCORE_DAYS); day <= today; day++)
    {
      if (find_done (past, (gint32) day, NULL) != 0)
        last_done = day;
      const gboolean is_followed = day - start < REST_DAYS || day - last_done <= REST_DAYS;
      const double worth = get_worth (self, past, (gint32) day, today, is_followed);
      if (worth >= 0)
        score = score * kept + worth * (1 - kept);
    }
  return score;
}
