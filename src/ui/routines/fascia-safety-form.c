/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions of the safety check while they are being answered. No widgets. */

#include "config.h"

#include "fascia-safety-form.h"

#include <glib/gi18n.h>

#define INJURY "injury"

struct _FasciaSafetyForm
{
  FasciaConditions *conditions;
  GPtrArray *questions; /* FasciaSafetyQuestion */
  GArray *others;       /* FasciaConditionAnswer: not asked about here */
};

static void
free_question (gpointer data)
{
  FasciaSafetyQuestion *question = data;

  g_array_unref (question->spots);
  g_free (question);
}

/* ---- what is asked ---- */

static void
add_condition (FasciaSafetyForm *self, const FasciaCondition *condition)
{
  const char *code = fascia_condition_get_question_code (condition);
  FasciaSafetyQuestion *question = fascia_safety_form_lookup (self, code);

  if ((fascia_condition_get_asked (condition) & FASCIA_CONDITION_ASKED_SETUP) == 0)
    return;
  if (question == NULL)
    {
      question = g_new0 (FasciaSafetyQuestion, 1);
      question->code = g_intern_string (code);
      question->condition = condition;
      question->side = FASCIA_SIDE_MIDLINE;
      question->since_day = FASCIA_DAY_UNKNOWN;
      question->spots = g_array_new (FALSE, TRUE, sizeof (FasciaSafetySpot));
      g_ptr_array_add (self->questions, question);
    }
  question->has_site = question->has_site || fascia_condition_has_site (condition);
  question->asks_date = question->asks_date || fascia_condition_asks_date (condition);
  question->asks_side = question->asks_side || fascia_condition_asks_side (condition);
  question->is_absolute = question->is_absolute || fascia_condition_is_absolute (condition);
}

static void
add_answer (FasciaSafetyForm *self, const FasciaConditionAnswer *answer)
{
  const FasciaCondition *condition = fascia_conditions_lookup (self->conditions, answer->code);
  const char *code
      = condition != NULL ? fascia_condition_get_question_code (condition) : answer->code;
  FasciaSafetyQuestion *question = fascia_safety_form_lookup (self, code);

  if (question == NULL)
    {
      g_array_append_val (self->others, *answer);
      return;
    }
  question->is_unsure = question->is_unsure || answer->is_unsure;
  if (question->has_site)
    {
      const FasciaSafetySpot spot = { .region = answer->region, .since_day = answer->since_day };

      g_array_append_val (question->spots, spot);
    }
  else
    {
      /* One arm and the other: both. */
      question->side
          = question->is_on && question->side != answer->side ? FASCIA_SIDE_MIDLINE : answer->side;
      question->since_day = answer->since_day;
    }
  question->is_on = TRUE;
}

FasciaSafetyForm *
fascia_safety_form_new (FasciaConditions *conditions,
                        const FasciaConditionAnswer *answers,
                        guint n_answers)
{
  g_return_val_if_fail (conditions != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  FasciaSafetyForm *self = g_new0 (FasciaSafetyForm, 1);

  self->conditions = fascia_conditions_ref (conditions);
  self->questions = g_ptr_array_new_with_free_func (free_question);
  self->others = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  for (guint i = 0; i < fascia_conditions_get_n (conditions); i++)
    add_condition (self, fascia_conditions_get (conditions, i));
  for (guint i = 0; i < n_answers; i++)
    add_answer (self, &answers[i]);
  return self;
}

void
fascia_safety_form_free (FasciaSafetyForm *self)
{
  fascia_conditions_unref (self->conditions);
  g_ptr_array_unref (self->questions);
  g_array_unref (self->others);
  g_free (self);
}

guint
fascia_safety_form_get_n (const FasciaSafetyForm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->questions->len;
}

FasciaSafetyQuestion *
fascia_safety_form_get (const FasciaSafetyForm *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, index);
}

FasciaSafetyQuestion *
fascia_safety_form_lookup (const FasciaSafetyForm *self, const char *code)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      FasciaSafetyQuestion *question = g_ptr_array_index (self->questions, i);

      if (g_strcmp0 (question->code, code) == 0)
        return question;
    }
  return NULL;
}

const char *
fascia_safety_question_get_name (const FasciaSafetyQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);

  return fascia_condition_get_name (question->condition);
}

const char *
fascia_safety_question_get_effect (const FasciaSafetyQuestion *question)
{
  g_return_val_if_fail (question != NULL, NULL);

  /* Each of its rows speaks of one stage alone. */
  if (g_str_equal (question->code, INJURY))
    return _ ("The place rests for three days. Then easy movement comes back, and pressure last.");
  return fascia_condition_get_effect (question->condition);
}

/* ---- what is answered ---- */

static int
find_spot (const FasciaSafetyQuestion *question, const char *region)
{
  for (guint i = 0; i < question->spots->len; i++)
    if (g_strcmp0 (g_array_index (question->spots, FasciaSafetySpot, i).region, region) == 0)
      return (int) i;
  return -1;
}

gboolean
fascia_safety_question_has_place (const FasciaSafetyQuestion *question, const char *region)
{
  g_return_val_if_fail (question != NULL, FALSE);

  return find_spot (question, region) >= 0;
}

void
fascia_safety_question_set_place (FasciaSafetyQuestion *question,
                                  const char *region,
                                  gboolean is_there)
{
  g_return_if_fail (question != NULL);

  int found = find_spot (question, region);

  if (!is_there && found >= 0)
    g_array_remove_index (question->spots, (guint) found);
  if (is_there && found < 0)
    {
      const FasciaSafetySpot spot
          = { .region = g_intern_string (region), .since_day = FASCIA_DAY_UNKNOWN };

      g_array_append_val (question->spots, spot);
    }
}

gboolean
fascia_safety_form_has_any (const FasciaSafetyForm *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->questions->len; i++)
    if (((const FasciaSafetyQuestion *) self->questions->pdata[i])->is_on)
      return TRUE;
  return self->others->len > 0;
}

FasciaSafetyQuestion *
fascia_safety_form_find_open (const FasciaSafetyForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      FasciaSafetyQuestion *question = g_ptr_array_index (self->questions, i);

      if (question->is_on && question->has_site && question->spots->len == 0)
        return question;
    }
  return NULL;
}

void
fascia_safety_form_clear (FasciaSafetyForm *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      FasciaSafetyQuestion *question = g_ptr_array_index (self->questions, i);

      question->is_on = FALSE;
      question->is_unsure = FALSE;
      question->side = FASCIA_SIDE_MIDLINE;
      question->since_day = FASCIA_DAY_UNKNOWN;
      g_array_set_size (question->spots, 0);
    }
}

GArray *
fascia_safety_form_dup_answers (const FasciaSafetyForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GArray *answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));

  for (guint i = 0; i < self->questions->len; i++)
    {
      const FasciaSafetyQuestion *question = g_ptr_array_index (self->questions, i);
      FasciaConditionAnswer answer = {
        .code = question->code,
        .side = question->asks_side && !question->has_site ? question->side : FASCIA_SIDE_MIDLINE,
        .since_day = question->since_day,
        .is_unsure = question->is_unsure,
      };

      if (!question->is_on)
        continue;
      if (!question->has_site)
        g_array_append_val (answers, answer);
      for (guint k = 0; question->has_site && k < question->spots->len; k++)
        {
          const FasciaSafetySpot *spot = &g_array_index (question->spots, FasciaSafetySpot, k);

          answer.region = spot->region;
          answer.since_day = spot->since_day;
          g_array_append_val (answers, answer);
        }
    }
  if (self->others->len > 0)
    g_array_append_vals (answers, self->others->data, self->others->len);
  return answers;
}

/* ---- what is taken out ---- */

static gboolean
is_absolute (FasciaConditions *conditions, const char *code)
{
  const FasciaCondition *condition = fascia_conditions_lookup (conditions, code);

  if (condition != NULL)
    return fascia_condition_is_absolute (condition);
  for (guint i = 0; i < fascia_conditions_get_n (conditions); i++)
    {
      condition = fascia_conditions_get (conditions, i);
      if (g_str_equal (fascia_condition_get_question_code (condition), code)
          && fascia_condition_is_absolute (condition))
        return TRUE;
    }
  return FALSE;
}

/* Both sides hold each of them. */
static gboolean
covers (const FasciaConditionAnswer *after, const FasciaConditionAnswer *before)
{
  return g_str_equal (after->code, before->code) && g_strcmp0 (after->region, before->region) == 0
         && (after->side == before->side || after->side == FASCIA_SIDE_MIDLINE);
}

GArray *
fascia_safety_find_taken_out (FasciaConditions *conditions,
                              const FasciaConditionAnswer *before,
                              guint n_before,
                              const FasciaConditionAnswer *after,
                              guint n_after)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (guint));

  g_return_val_if_fail (conditions != NULL, found);

  for (guint i = 0; i < n_before; i++)
    {
      gboolean is_there = FALSE;

      for (guint k = 0; k < n_after && !is_there; k++)
        is_there = covers (&after[k], &before[i]);
      if (!is_there && is_absolute (conditions, before[i].code))
        g_array_append_val (found, i);
    }
  return found;
}
