/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which conditions are on, and where: from the answers and the day.
 *
 * Whatever cannot be known is taken for the worse: a day that was not given is today, a place that
 * was not given is everywhere, a condition of a later version forbids pressure. */

#include "config.h"

#include "fascia-safety-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (FasciaSafety, fascia_safety, fascia_safety_ref, fascia_safety_unref)

/* ---- which rows are on, and where ---- */

static void
active_clear (gpointer data)
{
  FasciaSafetyActive *active = data;

  g_free (active->is_place);
}

/* Days since the one asked for. One that is not known, or is still to come, is today. */
static gint64
get_days (const FasciaSafety *self, const FasciaConditionAnswer *answer)
{
  if (answer->since_day == FASCIA_DAY_UNKNOWN)
    return 0;
  return MAX (0, (gint64) self->day - answer->since_day);
}

static gboolean
is_on_side (const FasciaRegion *region, FasciaSide side)
{
  const FasciaSide own = fascia_region_get_side (region);

  return side == FASCIA_SIDE_MIDLINE || own == FASCIA_SIDE_MIDLINE || own == side;
}

static gboolean
has_base (const char *const *bases, const char *base)
{
  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    if (g_str_equal (bases[i], base))
      return TRUE;
  return FALSE;
}

/* (transfer full) Where a row of its own places looks. */
static guint8 *
dup_own_places (const FasciaSafety *self,
                const FasciaCondition *row,
                const FasciaConditionAnswer *answer)
{
  const guint n_regions = fascia_body_get_n_regions (self->body);
  const FasciaSide side
      = row->asks_side && (answer->side == FASCIA_SIDE_LEFT || answer->side == FASCIA_SIDE_RIGHT)
            ? answer->side
            : FASCIA_SIDE_MIDLINE;
  guint8 *is_place = g_new0 (guint8, n_regions);

  for (guint i = 0; i < n_regions; i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);

      is_place[i]
          = has_base (row->bases, fascia_region_get_base (region)) && is_on_side (region, side);
    }
  return is_place;
}

static void
add_place (const FasciaSafety *self,
           const FasciaCondition *row,
           const FasciaRegion *region,
           guint8 *is_place)
{
  if (region == NULL)
    return;
  is_place[fascia_region_get_index (region)] = TRUE;
  if (!row->has_hand_width)
    return;
  g_autofree const FasciaRegion **near = fascia_safety_dup_hand_width (self->body, region);
  for (guint i = 0; near[i] != NULL; i++)
    is_place[fascia_region_get_index (near[i])] = TRUE;
}

/* Answered in the setup and before the session again: told once. */
static gboolean
is_known (const FasciaSafety *self, const FasciaSafetyActive *active)
{
  const guint n_regions = fascia_body_get_n_regions (self->body);

  for (guint i = 0; i < self->active->len; i++)
    {
      const FasciaSafetyActive *other = &g_array_index (self->active, FasciaSafetyActive, i);

      if (other->row != active->row || other->site != active->site
          || (other->is_place == NULL) != (active->is_place == NULL))
        continue;
      if (active->is_place == NULL || memcmp (other->is_place, active->is_place, n_regions) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_row (FasciaSafety *self, const FasciaCondition *row, const FasciaConditionAnswer *answer)
{
  const gint64 days = get_days (self, answer);
  FasciaSafetyActive active = { .row = row };

  if (days < row->from_day || days > row->until_day)
    return;
  if (row->reach == FASCIA_REACH_PLACES)
    active.is_place = dup_own_places (self, row, answer);
  else if (row->reach == FASCIA_REACH_SITE && answer->region != NULL)
    active.site = fascia_body_lookup (self->body, answer->region);
  if (active.site != NULL)
    {
      active.is_place = g_new0 (guint8, fascia_body_get_n_regions (self->body));
      add_place (self, row, active.site, active.is_place);
      if (!row->asks_side)
        add_place (self, row, fascia_region_get_mirror (active.site), active.is_place);
    }
  if (is_known (self, &active))
    active_clear (&active);
  else
    g_array_append_val (self->active, active);
}

/* One answer turns on every row that shares its question and is due by its day. */
static void
add_answer (FasciaSafety *self, const FasciaConditionAnswer *answer)
{
  const FasciaCondition *first = fascia_conditions_lookup_question (self->conditions, answer->code);
  const guint n_rows = fascia_conditions_get_n (self->conditions);
  const FasciaSafetyActive unknown = { 0 };

  if (first == NULL)
    {
      g_array_append_val (self->active, unknown);
      return;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      const FasciaCondition *row = fascia_conditions_get (self->conditions, i);

      if (row->question_code == first->question_code)
        add_row (self, row, answer);
    }
}

static void
add_answers (FasciaSafety *self, const FasciaConditionAnswer *answers, guint n_answers)
{
  for (guint i = 0; i < n_answers; i++)
    {
      FasciaConditionAnswer answer = answers[i];

      answer.code = g_intern_string (answer.code != NULL ? answer.code : "");
      answer.region = g_intern_string (answer.region);
      g_array_append_val (self->answers, answer);
      add_answer (self, &answer);
    }
}

/* ---- the value ---- */

static FasciaSafety *
safety_alloc (FasciaConditions *conditions, FasciaBody *body, gint32 answered_day, gint32 day)
{
  FasciaSafety *self = g_atomic_rc_box_new0 (FasciaSafety);

  self->conditions = fascia_conditions_ref (conditions);
  self->body = fascia_body_ref (body);
  self->answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  self->active = g_array_new (FALSE, TRUE, sizeof (FasciaSafetyActive));
  g_array_set_clear_func (self->active, active_clear);
  self->answered_day = answered_day;
  self->day = day;
  return self;
}

FasciaSafety *
fascia_safety_new (FasciaConditions *conditions,
                   FasciaBody *body,
                   const FasciaConditionAnswer *answers,
                   guint n_answers,
                   gint32 answered_day,
                   gint32 day)
{
  g_return_val_if_fail (conditions != NULL && body != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  FasciaSafety *self = safety_alloc (conditions, body, answered_day, day);
  add_answers (self, answers, n_answers);
  return self;
}

FasciaSafety *
fascia_safety_with_session (FasciaSafety *self,
                            const FasciaConditionAnswer *answers,
                            guint n_answers,
                            const char *const *signs)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  FasciaSafety *copy = safety_alloc (self->conditions, self->body, self->answered_day, self->day);
  g_array_append_vals (copy->answers, self->answers->data, self->answers->len);
  for (guint i = 0; i < self->active->len; i++)
    {
      FasciaSafetyActive active = g_array_index (self->active, FasciaSafetyActive, i);

      active.is_place = g_memdup2 (active.is_place, fascia_body_get_n_regions (self->body));
      g_array_append_val (copy->active, active);
    }
  add_answers (copy, answers, n_answers);
  copy->has_signs = self->has_signs || (signs != NULL && signs[0] != NULL);
  return copy;
}

FasciaSafety *
fascia_safety_ref (FasciaSafety *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
safety_clear (gpointer data)
{
  FasciaSafety *self = data;

  g_array_unref (self->answers);
  g_array_unref (self->active);
  fascia_body_unref (self->body);
  fascia_conditions_unref (self->conditions);
}

void
fascia_safety_unref (FasciaSafety *self)
{
  g_atomic_rc_box_release_full (self, safety_clear);
}

gint32
fascia_safety_get_day (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, FASCIA_DAY_UNKNOWN);

  return self->day;
}

gboolean
fascia_safety_is_answered (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->answered_day != FASCIA_DAY_UNKNOWN;
}

gboolean
fascia_safety_is_due (const FasciaSafety *self, gint32 programme_day)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (self->answered_day == FASCIA_DAY_UNKNOWN)
    return TRUE;
  if (programme_day != FASCIA_DAY_UNKNOWN && programme_day > self->answered_day
      && (gint64) programme_day - self->day <= 1)
    return TRUE;
  /* A day ahead may be another time zone; more is a clock that was wrong. */
  const gint64 age = (gint64) self->day - self->answered_day;
  if (age >= FASCIA_SAFETY_ASK_AGAIN_DAYS || age < -1)
    return TRUE;
  for (guint i = 0; i < self->active->len; i++)
    if (g_array_index (self->active, FasciaSafetyActive, i).row == NULL)
      return TRUE;
  return FALSE;
}

gboolean
fascia_safety_needs_injury (const FasciaSafety *self, const char *programme)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (g_strcmp0 (programme, FASCIA_SAFETY_STRAIN) != 0)
    return FALSE;
  for (guint i = 0; i < self->answers->len; i++)
    {
      const FasciaConditionAnswer *answer
          = &g_array_index (self->answers, FasciaConditionAnswer, i);

      if (g_str_equal (answer->code, FASCIA_SAFETY_INJURY) && answer->region != NULL
          && answer->since_day != FASCIA_DAY_UNKNOWN)
        return FALSE;
    }
  return TRUE;
}

FasciaConditions *
fascia_safety_get_conditions (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->conditions;
}

const FasciaConditionAnswer *
fascia_safety_get_answers (const FasciaSafety *self, guint *n_answers)
{
  g_return_val_if_fail (self != NULL && n_answers != NULL, NULL);

  *n_answers = self->answers->len;
  return (const FasciaConditionAnswer *) (gpointer) self->answers->data;
}

gboolean
fascia_safety_has_cap (const FasciaSafety *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->active->len; i++)
    {
      const FasciaCondition *row = g_array_index (self->active, FasciaSafetyActive, i).row;

      if (row != NULL && row->max_cap >= 0)
        return TRUE;
    }
  return FALSE;
}
