/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the person's own entries say about routines: when, how often declined, before and after. */

#include "config.h"

#include "fascia-suggest-private.h"

#include <stdlib.h>
#include <string.h>

/* As many entries without any change are thought of beside those that there are. */
#define SHRINK_ENTRIES 5.0

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const int x = *(const int *) a;
  const int y = *(const int *) b;

  return (x > y) - (x < y);
}

static gboolean
is_rated (const FasciaPastSession *session)
{
  return session->is_finished && session->before != FASCIA_LEVEL_NOT_GIVEN
         && session->after != FASCIA_LEVEL_NOT_GIVEN;
}

static void
take_median (FasciaEffect *effect, GArray *changes)
{
  *effect = (FasciaEffect) { 0 };
  if (changes == NULL || changes->len == 0)
    return;

  g_array_sort (changes, compare_changes);
  const int *sorted = (const int *) (gconstpointer) changes->data;
  const guint half = changes->len / 2;
  effect->n = changes->len;
  effect->change
      = changes->len % 2 == 1 ? sorted[half] : 0.5 * ((double) sorted[half - 1] + sorted[half]);
}

void
fascia_effect_of (FasciaEffect *effect, const FasciaPast *past, const char *routine)
{
  g_return_if_fail (effect != NULL);
  g_return_if_fail (routine != NULL);

  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_sessions = 0;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;

  for (guint i = 0; i < n_sessions; i++)
    if (is_rated (&sessions[i]) && g_strcmp0 (sessions[i].routine, routine) == 0)
      {
        const int change = sessions[i].after - sessions[i].before;

        g_array_append_val (changes, change);
      }
  take_median (effect, changes);
}

double
fascia_effect_shrink (const FasciaEffect *effect)
{
  if (effect->n < FASCIA_SUGGEST_EFFECT_MIN)
    return 0;
  return effect->change * effect->n / (effect->n + SHRINK_ENTRIES);
}

/* ---- of all routines at once ---- */

typedef struct
{
  GArray *changes; /* (nullable) until the median is taken */
  FasciaEffect effect;
  gint32 last_day;
  double declined;
  gint32 declined_day;
  gboolean is_favourite;
  gboolean is_planned;
} Row;

struct _FasciaKnowledge
{
  GHashTable *rows; /* of Row by id */
  gboolean is_rest_day;
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->changes, g_array_unref);
  g_free (row);
}

static Row *
take_row (FasciaKnowledge *self, const char *routine)
{
  Row *row = g_hash_table_lookup (self->rows, routine);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->last_day = FASCIA_DAY_UNKNOWN;
      row->declined_day = FASCIA_DAY_UNKNOWN;
      g_hash_table_insert (self->rows, g_strdup (routine), row);
    }
  return row;
}

static void
read_past (FasciaKnowledge *self, const FasciaPast *past, gint32 today)
{
  guint n_sessions = 0;
  const FasciaPastSession *sessions
      = past != NULL ? fascia_past_get_sessions (past, &n_sessions) : NULL;

  for (guint i = 0; i < n_sessions; i++)
    {
      if (sessions[i].routine == NULL)
        continue;
      /* One day ahead is another time zone; more is a clock that was wrong. */
      if ((gint64) sessions[i].day - today > 1)
        continue;
      Row *row = take_row (self, sessions[i].routine);

      row->last_day = MAX (row->last_day, MIN (sessions[i].day, today));
      if (!is_rated (&sessions[i]))
        continue;
      const int change = sessions[i].after - sessions[i].before;
      if (row->changes == NULL)
        row->changes = g_array_new (FALSE, FALSE, sizeof (int));
      g_array_append_val (row->changes, change);
    }

  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Row *row = value;

      take_median (&row->effect, row->changes);
      g_clear_pointer (&row->changes, g_array_unref);
    }
}

/* "ROUTINE:DAY"; what makes no sense says nothing. */
static void
read_declined (FasciaKnowledge *self, const char *text, gint32 today)
{
  const char *colon = strrchr (text, ':');
  gint64 day;

  if (colon == NULL || colon == text
      || !g_ascii_string_to_signed (colon + 1, 10, G_MININT32 + 1, G_MAXINT32, &day, NULL))
    return;

  g_autofree char *routine = g_strndup (text, (gsize) (colon - text));
  if (day - today > 1)
    return;
  const gint64 age = MAX ((gint64) today - day, 0);
  if (age >= FASCIA_SUGGEST_DECLINED_DAYS)
    return;
  Row *row = take_row (self, routine);
  row->declined += 1.0 - (double) age / FASCIA_SUGGEST_DECLINED_DAYS;
  row->declined_day = MAX (row->declined_day, (gint32) MIN (day, today));
}

/* A rest day is one between days with something to do: without any there is no plan. */
static void
read_plan (FasciaKnowledge *self, const FasciaPlan *plan, const FasciaPast *past, gint32 today)
{
  g_autoptr (GArray) days
      = plan != NULL ? fascia_plan_dup_days (plan, past, today, today + 6, today) : NULL;
  gboolean is_rest = FALSE, has_work = FALSE, has_plan = FALSE;

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const FasciaPlanDay *day = &g_array_index (days, FasciaPlanDay, i);

      has_plan |= day->routine != NULL;
      if (day->day != today)
        continue;
      is_rest |= day->routine == NULL || day->state == FASCIA_PLAN_REST;
      has_work |= day->routine != NULL && day->state != FASCIA_PLAN_MOVED;
      if (day->routine != NULL && day->state == FASCIA_PLAN_DUE)
        take_row (self, day->routine)->is_planned = TRUE;
    }
  self->is_rest_day = has_plan && is_rest && !has_work;
}

const char *
fascia_suggest_find_stop (const FasciaSuggestInput *input)
{
  static const char *const reasons[] = { "nerve", "unwell", "headache", NULL };
  guint n_steps = 0;
  const FasciaPastStep *steps
      = input->past != NULL ? fascia_past_get_steps (input->past, &n_steps) : NULL;

  for (guint i = n_steps; i > 0; i--)
    {
      const gint64 ago = (gint64) input->day - steps[i - 1].day;

      /* The days of neighbours may be out of order by one, where somebody flew. */
      if (ago > 2)
        break;
      if ((ago == 0 || ago == -1) && steps[i - 1].reason != NULL
          && g_strv_contains (reasons, steps[i - 1].reason))
        return steps[i - 1].reason;
    }
  return NULL;
}

FasciaKnowledge *
fascia_knowledge_new (const FasciaSuggestInput *input)
{
  FasciaKnowledge *self = g_new0 (FasciaKnowledge, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_free);
  read_past (self, input->past, input->day);
  read_plan (self, input->plan, input->past, input->day);
  if (input->settings == NULL)
    return self;

  const char *const *declined = fascia_settings_get_strv (input->settings, FASCIA_SETTING_DECLINED);
  for (guint i = 0; declined[i] != NULL; i++)
    read_declined (self, declined[i], input->day);
  const char *const *favourites
      = fascia_settings_get_strv (input->settings, FASCIA_SETTING_FAVOURITES);
  for (guint i = 0; favourites[i] != NULL; i++)
    take_row (self, favourites[i])->is_favourite = TRUE;
  return self;
}

void
fascia_knowledge_free (FasciaKnowledge *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->rows);
  g_free (self);
}

void
fascia_knowledge_look (const FasciaKnowledge *self, const char *routine, FasciaKnown *known)
{
  const Row *row = g_hash_table_lookup (self->rows, routine);

  *known = (FasciaKnown) {
    .last_day = FASCIA_DAY_UNKNOWN,
    .declined_day = FASCIA_DAY_UNKNOWN,
    .is_rest_day = self->is_rest_day,
  };
  if (row == NULL)
    return;

  known->effect = row->effect;
  known->shrunk = fascia_effect_shrink (&row->effect);
  known->last_day = row->last_day;
  known->declined = row->declined;
  known->declined_day = row->declined_day;
  known->is_favourite = row->is_favourite;
  known->is_planned = row->is_planned;
}
