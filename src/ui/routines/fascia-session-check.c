/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked before each session. No widgets. */

#include "config.h"

#include "fascia-session-check.h"

#include <glib/gi18n.h>

struct _FasciaSessionCheck
{
  GArray *items; /* FasciaSessionItem */
  FasciaSigns *signs;
  FasciaConditions *conditions;
};

/* In which order things are asked; what the tables have besides comes after. */
static const char *const order[] = {
  "new-pain",      "fever",    "new-injury", "cauda-saddle",
  "cauda-bladder", "weakness", "alcohol",    "sedatives",
};

/* ---- what is asked ---- */

static gboolean
has_item (const FasciaSessionCheck *self, const FasciaSign *sign, const FasciaCondition *condition)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const FasciaSessionItem *item = &g_array_index (self->items, FasciaSessionItem, i);

      if (item->sign == sign && item->condition == condition)
        return TRUE;
    }
  return FALSE;
}

static void
add_sign (FasciaSessionCheck *self, const FasciaSign *sign)
{
  const FasciaSessionItem item = { .sign = sign };

  if (!has_item (self, sign, NULL))
    g_array_append_val (self->items, item);
}

/* Places have their own way: they are named in the setup, or as a new injury. */
static void
add_condition (FasciaSessionCheck *self, const FasciaCondition *condition)
{
  const FasciaSessionItem item = { .condition = condition };

  if ((fascia_condition_get_asked (condition) & FASCIA_CONDITION_ASKED_SESSION) != 0
      && !fascia_condition_has_site (condition) && !has_item (self, NULL, condition))
    g_array_append_val (self->items, item);
}

static void
add_code (FasciaSessionCheck *self, const char *code)
{
  const FasciaCondition *condition = fascia_conditions_lookup (self->conditions, code);

  for (guint i = 0; i < fascia_signs_get_n (self->signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (self->signs, i);

      if (g_str_equal (fascia_sign_get_id (sign), code)
          && (fascia_sign_get_places (sign) & FASCIA_SIGN_BEFORE_SESSION) != 0)
        add_sign (self, sign);
    }
  if (condition != NULL)
    add_condition (self, condition);
}

static void
add_signs_shown (FasciaSessionCheck *self, FasciaSignPlace shown)
{
  for (guint i = 0; i < fascia_signs_get_n (self->signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (self->signs, i);

      if ((fascia_sign_get_places (sign) & shown) != 0)
        add_sign (self, sign);
    }
}

FasciaSessionCheck *
fascia_session_check_new (FasciaSigns *signs, FasciaConditions *conditions, gboolean has_legs)
{
  g_return_val_if_fail (signs != NULL, NULL);
  g_return_val_if_fail (conditions != NULL, NULL);

  FasciaSessionCheck *self = g_rc_box_new0 (FasciaSessionCheck);

  self->items = g_array_new (FALSE, TRUE, sizeof (FasciaSessionItem));
  self->signs = fascia_signs_ref (signs);
  self->conditions = fascia_conditions_ref (conditions);
  if (has_legs)
    add_signs_shown (self, FASCIA_SIGN_BEFORE_LEG_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_code (self, order[i]);
  add_signs_shown (self, FASCIA_SIGN_BEFORE_SESSION);
  for (guint i = 0; i < fascia_conditions_get_n (conditions); i++)
    add_condition (self, fascia_conditions_get (conditions, i));
  return self;
}

FasciaSessionCheck *
fascia_session_check_ref (FasciaSessionCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
clear_check (gpointer data)
{
  FasciaSessionCheck *self = data;

  g_array_unref (self->items);
  fascia_signs_unref (self->signs);
  fascia_conditions_unref (self->conditions);
}

void
fascia_session_check_unref (FasciaSessionCheck *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear_check);
}

void
fascia_session_check_take_over (FasciaSessionCheck *self, const FasciaSessionCheck *from)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (from != NULL);

  for (guint i = 0; i < from->items->len; i++)
    {
      const FasciaSessionItem said = g_array_index (from->items, FasciaSessionItem, i);

      if (!said.is_on)
        continue;
      if (!has_item (self, said.sign, said.condition))
        g_array_append_val (self->items, said);
      for (guint k = 0; k < self->items->len; k++)
        {
          FasciaSessionItem *item = &g_array_index (self->items, FasciaSessionItem, k);

          if (item->sign == said.sign && item->condition == said.condition)
            item->is_on = TRUE;
        }
    }
}

/* ---- the lines ---- */

/* What each of the last four lines stands for. */
static const char *const line_codes[][4] = {
  { "new-pain", "new-injury", NULL },
  { "fever", NULL },
  { "cauda-saddle", "cauda-bladder", "weakness", NULL },
  { "alcohol", "sedatives", NULL },
};

static gboolean
is_leg_item (const FasciaSessionItem *item)
{
  return item->sign != NULL
         && (fascia_sign_get_places (item->sign) & FASCIA_SIGN_BEFORE_LEG_SESSION) != 0;
}

guint
fascia_session_check_get_line (const FasciaSessionCheck *self, guint index)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (index < self->items->len, G_MAXUINT);

  const FasciaSessionItem *item = &g_array_index (self->items, FasciaSessionItem, index);
  const char *code = item->sign != NULL ? fascia_sign_get_id (item->sign)
                                        : fascia_condition_get_code (item->condition);
  guint n_legs = 0;
  guint n_before = 0;

  for (guint i = 0; i < self->items->len; i++)
    if (is_leg_item (&g_array_index (self->items, FasciaSessionItem, i)))
      {
        n_legs++;
        n_before += i < index ? 1 : 0;
      }
  if (is_leg_item (item))
    return n_before;
  for (guint i = 0; i < G_N_ELEMENTS (line_codes); i++)
    if (g_strv_contains (line_codes[i], code))
      return n_legs + i;
  return G_MAXUINT;
}

char *
fascia_session_check_dup_line_words (const FasciaSessionCheck *self, guint line)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const FasciaSessionItem *item = &g_array_index (self->items, FasciaSessionItem, i);

      if (!item->is_on || fascia_session_check_get_line (self, i) != line)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                              fascia_session_item_get_question (item));
    }
  if (words->len == 0)
    return NULL;
  /* Translators: what was chosen as so today, one a line. */
  return g_strdup_printf (_ ("Chosen: %s"), words->str);
}

char **
fascia_session_check_dup_lines (const FasciaSessionCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const FasciaSessionItem *item = &g_array_index (self->items, FasciaSessionItem, i);

      if (is_leg_item (item))
        g_strv_builder_add (lines, fascia_sign_get_question (item->sign));
    }
  g_strv_builder_add (lines, _ ("A new or different pain, or a new injury?"));
  g_strv_builder_add (lines, _ ("Fever or a new illness, not your usual flare?"));
  g_strv_builder_add (lines, _ ("Numb between the legs, urine hard to pass, a weaker arm or leg?"));
  g_strv_builder_add (lines, _ ("Alcohol, drugs, sedatives or strong pain killers today?"));
  return g_strv_builder_end (lines);
}

guint
fascia_session_check_get_n (const FasciaSessionCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

FasciaSessionItem *
fascia_session_check_get (const FasciaSessionCheck *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, FasciaSessionItem, index);
}

const char *
fascia_session_item_get_question (const FasciaSessionItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->sign != NULL ? fascia_sign_get_question (item->sign)
                            : fascia_condition_get_question (item->condition);
}

/* ---- what is so ---- */

char *
fascia_session_item_dup_advice (const FasciaSessionItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  if (item->sign == NULL)
    return g_strdup (fascia_condition_get_effect (item->condition));

  const char *level = fascia_sign_level_get_advice (fascia_sign_get_level (item->sign));
  const char *own = fascia_sign_get_advice (item->sign);

  if (own == NULL)
    return g_strdup (level);
  /* Translators: what to do for every sign of a level, and one more sentence for this one. */
  return g_strdup_printf (C_ ("two sentences", "%s %s"), level, own);
}

gboolean
fascia_session_check_has_any (const FasciaSessionCheck *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, FasciaSessionItem, i).is_on)
      return TRUE;
  return FALSE;
}

int
fascia_session_check_get_level (const FasciaSessionCheck *self)
{
  g_return_val_if_fail (self != NULL, 0);

  int level = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const FasciaSessionItem *item = &g_array_index (self->items, FasciaSessionItem, i);

      if (!item->is_on || item->sign == NULL)
        continue;
      int own = fascia_sign_get_level (item->sign);
      level = level == 0 ? own : MIN (level, own);
    }
  return level;
}

FasciaSafety *
fascia_session_check_apply (const FasciaSessionCheck *self, FasciaSafety *safety)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (safety != NULL, NULL);

  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const FasciaSessionItem *item = &g_array_index (self->items, FasciaSessionItem, i);

      if (!item->is_on)
        continue;
      if (item->sign != NULL)
        {
          g_ptr_array_add (signs, (gpointer) fascia_sign_get_id (item->sign));
          continue;
        }
      const FasciaConditionAnswer answer = {
        .code = g_intern_string (fascia_condition_get_code (item->condition)),
        .side = FASCIA_SIDE_MIDLINE,
        .since_day = fascia_safety_get_day (safety),
      };
      g_array_append_val (answers, answer);
    }
  g_ptr_array_add (signs, NULL);
  return fascia_safety_with_session (safety,
                                     (const FasciaConditionAnswer *) (gconstpointer) answers->data,
                                     answers->len, (const char *const *) signs->pdata);
}

/* ---- what is worked on ---- */

static gboolean
is_leg (FasciaSigns *signs, const FasciaRegion *region)
{
  g_autoptr (GPtrArray) found = fascia_signs_find (signs, region);

  for (guint i = 0; i < found->len; i++)
    if ((fascia_sign_get_places (g_ptr_array_index (found, i)) & FASCIA_SIGN_BEFORE_LEG_SESSION)
        != 0)
      return TRUE;
  return FALSE;
}

gboolean
fascia_session_works_legs (FasciaSigns *signs, const FasciaPractice *practice)
{
  g_return_val_if_fail (signs != NULL, FALSE);
  g_return_val_if_fail (practice != NULL, FALSE);

  guint n = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; entries[i].places != NULL && entries[i].places[k] != NULL; k++)
      if (is_leg (signs, entries[i].places[k]))
        return TRUE;
  return FALSE;
}

gboolean
fascia_session_names_legs (FasciaSigns *signs,
                           const FasciaLibrary *library,
                           const FasciaRoutine *routine)
{
  g_return_val_if_fail (signs != NULL, FALSE);
  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  const FasciaBody *body = fascia_library_get_body (library);
  g_autofree const char **bases = fascia_library_dup_bases (library, routine);

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);

      if (g_strv_contains ((const char *const *) bases, fascia_region_get_base (region))
          && is_leg (signs, region))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_rest_step (const FasciaStep *step)
{
  FasciaStepKind kind = fascia_step_get_traits (step)->kind;

  return kind == FASCIA_STEP_REST || kind == FASCIA_STEP_BREATHE;
}

gboolean
fascia_session_is_rest (const FasciaPractice *practice)
{
  g_return_val_if_fail (practice != NULL, FALSE);

  guint n = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n);

  for (guint i = 0; i < n; i++)
    if (!is_rest_step (entries[i].step))
      return FALSE;
  return n > 0;
}

gboolean
fascia_session_is_rest_routine (const FasciaLibrary *library, const FasciaRoutine *routine)
{
  g_return_val_if_fail (library != NULL, FALSE);
  g_return_val_if_fail (routine != NULL, FALSE);

  guint n = 0;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n);

  for (guint i = 0; i < n; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (library, routine, items[i].step);

      if (step == NULL || !is_rest_step (step))
        return FALSE;
    }
  return n > 0;
}
