/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of the plan, as preferences to be written; and how the routines of a stage are laid out over
 * a week. */

#include "config.h"

#include "fascia-plan-private.h"

/* Moves are kept that long. */
#define MOVE_DAYS 60

/* ---- changes ---- */

static void
change_clear (gpointer data)
{
  FasciaSettingChange *change = data;

  g_clear_pointer (&change->value, g_variant_unref);
}

static GArray *
changes_new (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FasciaSettingChange));

  g_array_set_clear_func (changes, change_clear);
  return changes;
}

/* @value: (nullable) floating */
static void
add_change (GArray *changes, const char *key, GVariant *value)
{
  const FasciaSettingChange change
      = { .key = key, .value = value != NULL ? g_variant_ref_sink (value) : NULL };

  g_array_append_val (changes, change);
}

static void
add_list (GArray *changes, const char *key, GPtrArray *texts)
{
  add_change (changes, key,
              texts->len > 0 ? g_variant_new_strv ((const char *const *) texts->pdata, texts->len)
                             : NULL);
}

/* ---- the week ---- */

#define MAX_ROUTINES 16

typedef struct
{
  const FasciaStageRoutine *routines;
  guint n_routines;
  gboolean is_on[FASCIA_PLAN_WEEKDAYS][MAX_ROUTINES];
} Week;

/* Days with a day between as far as there are enough: Monday, Wednesday, Friday; Tuesday, Saturday. */
static const int pressing_days[] = { 0, 2, 4, 6, 1, 3, 5 };
static const int strength_days[] = { 1, 5, 3 };

static int
count (const Week *week, int day)
{
  int n = 0;

  for (guint i = 0; i < week->n_routines; i++)
    n += week->is_on[day][i];
  return n;
}

/* Pressing routines take turns, so that each comes as often as it should with others between. */
static void
lay_pressing (Week *week, const int *days)
{
  int left[MAX_ROUTINES] = { 0 };
  int n_days = 0, last = -1;

  for (guint i = 0; i < week->n_routines; i++)
    if (week->routines[i].presses && !week->routines[i].strength)
      {
        left[i] = week->routines[i].days_min;
        n_days += left[i];
      }
  for (int n = 0; n < n_days; n++)
    {
      int best = -1;

      for (int i = 0; i < (int) week->n_routines; i++)
        if (left[i] > 0
            && (best < 0 || (best == last && i != last) || (i != last && left[i] > left[best])))
          best = i;
      if (best < 0)
        return;
      left[best]--;
      week->is_on[days[n % FASCIA_PLAN_WEEKDAYS]][best] = TRUE;
      last = best;
    }
}

static void
lay_strength (Week *week)
{
  for (guint i = 0; i < week->n_routines; i++)
    for (int n = 0; week->routines[i].strength
                    && n < MIN (week->routines[i].days_min, (int) G_N_ELEMENTS (strength_days));
         n++)
      week->is_on[strength_days[n]][i] = TRUE;
}

/* Everything else where there is least so far; five days are those of the working week. */
static void
lay_light (Week *week)
{
  static const int order[] = { 1, 5, 3, 6, 0, 2, 4 };

  for (guint i = 0; i < week->n_routines; i++)
    {
      const FasciaStageRoutine *routine = &week->routines[i];

      if (routine->presses || routine->strength)
        continue;
      for (int n = 0; n < routine->days_min; n++)
        {
          int best = -1;

          if (routine->days_min >= 5)
            best = n;
          for (guint j = 0; routine->days_min < 5 && j < G_N_ELEMENTS (order); j++)
            if (!week->is_on[order[j]][i]
                && (best < 0 || count (week, order[j]) < count (week, best)))
              best = order[j];
          week->is_on[best][i] = TRUE;
        }
    }
}

/* The weekdays on which the person has pressing routines now come first: they were chosen. */
static void
choose_days (const FasciaPlan *self, const FasciaStageRoutine *before, guint n_before, int *days)
{
  int n = 0;

  for (int i = 0; i < FASCIA_PLAN_WEEKDAYS; i++)
    {
      const char *const *routines = fascia_plan_get_weekday (self, i + 1);
      gboolean is_chosen = FALSE;

      for (guint j = 0; routines != NULL && routines[j] != NULL; j++)
        for (guint k = 0; k < n_before; k++)
          is_chosen = is_chosen || (before[k].presses && before[k].routine == routines[j]);
      if (is_chosen)
        days[n++] = i;
    }
  for (guint i = 0; i < G_N_ELEMENTS (pressing_days); i++)
    {
      gboolean is_there = FALSE;

      for (int j = 0; j < n; j++)
        is_there = is_there || days[j] == pressing_days[i];
      if (!is_there)
        days[n++] = pressing_days[i];
    }
}

static void
add_days (const FasciaPlan *self,
          GArray *changes,
          const FasciaProgramme *programme,
          guint stage,
          gboolean keeps_days)
{
  Week week = { NULL };
  guint n_before = 0;
  const FasciaStageRoutine *before = NULL;
  int days[FASCIA_PLAN_WEEKDAYS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (keeps_days)
    before = fascia_programme_get_stage_routines (programme, self->stage, &n_before);
  choose_days (self, before, n_before, days);
  week.routines = fascia_programme_get_stage_routines (programme, stage, &week.n_routines);
  week.n_routines = MIN (week.n_routines, MAX_ROUTINES);
  lay_pressing (&week, days);
  lay_strength (&week);
  lay_light (&week);
  for (int day = 0; day < FASCIA_PLAN_WEEKDAYS; day++)
    for (guint i = 0; i < week.n_routines; i++)
      if (week.is_on[day][i])
        g_ptr_array_add (texts, g_strdup_printf ("%d:%s", day + 1, week.routines[i].routine));
  add_list (changes, FASCIA_SETTING_PLAN_DAYS, texts);
}

/* ---- what can be done ---- */

GArray *
fascia_plan_start (const FasciaPlan *self, const FasciaProgramme *programme, gint32 today)
{
  g_return_val_if_fail (self != NULL && programme != NULL, NULL);

  GArray *changes = changes_new ();

  add_change (changes, FASCIA_SETTING_PLAN_PROGRAMME,
              g_variant_new_string (fascia_programme_get_code (programme)));
  add_change (changes, FASCIA_SETTING_PLAN_STAGE, g_variant_new_int64 (0));
  add_change (changes, FASCIA_SETTING_PLAN_STARTED, g_variant_new_int64 (today));
  add_change (changes, FASCIA_SETTING_PLAN_STAGE_SINCE, g_variant_new_int64 (today));
  add_days (self, changes, programme, 0, FALSE);
  add_change (changes, FASCIA_SETTING_PLAN_MOVED, NULL);
  return changes;
}

GArray *
fascia_plan_set_stage (const FasciaPlan *self, guint stage, gint32 today)
{
  g_return_val_if_fail (self != NULL, NULL);

  GArray *changes = changes_new ();

  if (self->programme == NULL)
    return changes;
  stage = MIN (stage, fascia_programme_get_n_stages (self->programme) - 1);
  add_change (changes, FASCIA_SETTING_PLAN_STAGE, g_variant_new_int64 (stage));
  add_change (changes, FASCIA_SETTING_PLAN_STAGE_SINCE, g_variant_new_int64 (today));
  /* Begun while the clock was ahead: it runs at least from now on. */
  if ((gint64) self->started - today > 1)
    add_change (changes, FASCIA_SETTING_PLAN_STARTED, g_variant_new_int64 (today));
  /* Who stays keeps the week as it was made. */
  if (stage != self->stage)
    add_days (self, changes, self->programme, stage, TRUE);
  return changes;
}

GArray *
fascia_plan_stop (const FasciaPlan *self)
{
  static const char *const keys[] = {
    FASCIA_SETTING_PLAN_PROGRAMME,   FASCIA_SETTING_PLAN_STAGE, FASCIA_SETTING_PLAN_STARTED,
    FASCIA_SETTING_PLAN_STAGE_SINCE, FASCIA_SETTING_PLAN_DAYS,  FASCIA_SETTING_PLAN_MOVED,
  };
  GArray *changes = changes_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_change (changes, keys[i], NULL);
  return changes;
}

GArray *
fascia_plan_set_day (const FasciaPlan *self, int weekday, const char *const *routines)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (weekday >= 1 && weekday <= FASCIA_PLAN_WEEKDAYS, NULL);

  GArray *changes = changes_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (int day = 1; day <= FASCIA_PLAN_WEEKDAYS; day++)
    {
      const char *const *list = day == weekday ? routines : fascia_plan_get_weekday (self, day);

      for (guint i = 0; list != NULL && list[i] != NULL; i++)
        g_ptr_array_add (texts, g_strdup_printf ("%d:%s", day, list[i]));
    }
  add_list (changes, FASCIA_SETTING_PLAN_DAYS, texts);
  return changes;
}

GArray *
fascia_plan_move (const FasciaPlan *self, gint32 day, const char *routine, gint32 to_day)
{
  g_return_val_if_fail (self != NULL && routine != NULL, NULL);

  GArray *changes = changes_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  FasciaPlanMove made = { .day = day, .routine = g_intern_string (routine), .to_day = to_day };

  for (guint i = 0; i < self->moves->len; i++)
    {
      const FasciaPlanMove *move = &g_array_index (self->moves, FasciaPlanMove, i);

      /* Moved on: one way from where it began. */
      if (move->routine == made.routine && move->to_day == day && move->day != day)
        made.day = move->day;
      else if ((move->routine != made.routine || move->day != day)
               && (gint64) day - move->day <= MOVE_DAYS)
        g_ptr_array_add (texts,
                         g_strdup_printf ("%d:%s:%d", move->day, move->routine, move->to_day));
    }
  /* Back where it began: as if it had never been moved. */
  if (made.day != made.to_day)
    g_ptr_array_add (texts, g_strdup_printf ("%d:%s:%d", made.day, made.routine, made.to_day));
  add_list (changes, FASCIA_SETTING_PLAN_MOVED, texts);
  return changes;
}
