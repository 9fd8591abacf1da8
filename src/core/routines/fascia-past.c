/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was practised: an immutable list of sessions and their steps. */

#include "config.h"

#include "fascia-past.h"

struct _FasciaPast
{
  FasciaPastSession *sessions;
  guint n_sessions;
  FasciaPastStep *steps;
  guint n_steps;
  FasciaPastAnswer *answers;
  guint n_answers;
  guint *cut_short;
  guint n_cut_short;
};

G_DEFINE_BOXED_TYPE (FasciaPast, fascia_past, fascia_past_ref, fascia_past_unref)

/* Reasons that say something of the place: not what held a step back before it began. */
static gboolean
is_cut_short (const FasciaPastStep *step)
{
  static const char *const codes[]
      = { "too-much", "tense", "nerve", "pulse", "skin", "headache", NULL };

  return step->eased_off || (step->reason != NULL && g_strv_contains (codes, step->reason));
}

static void
find_cut_short (FasciaPast *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_sessions; i++)
    for (guint j = 0; j < self->sessions[i].n_steps; j++)
      if (is_cut_short (&self->steps[self->sessions[i].first_step + j]))
        {
          g_array_append_val (found, i);
          break;
        }
  self->n_cut_short = found->len;
  self->cut_short = (guint *) (gpointer) g_array_free (found, FALSE);
}

FasciaPast *
fascia_past_new (const FasciaPastSession *sessions,
                 guint n_sessions,
                 const FasciaPastStep *steps,
                 guint n_steps)
{
  g_return_val_if_fail (sessions != NULL || n_sessions == 0, NULL);
  g_return_val_if_fail (steps != NULL || n_steps == 0, NULL);

  FasciaPast *self = g_atomic_rc_box_new0 (FasciaPast);
  self->sessions = g_memdup2 (sessions, n_sessions * sizeof *sessions);
  self->n_sessions = n_sessions;
  self->steps = g_memdup2 (steps, n_steps * sizeof *steps);
  self->n_steps = n_steps;
  find_cut_short (self);
  return self;
}

FasciaPast *
fascia_past_with_answers (const FasciaPast *self, const FasciaPastAnswer *answers, guint n_answers)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (answers != NULL || n_answers == 0, NULL);

  FasciaPast *copy = fascia_past_new (self->sessions, self->n_sessions, self->steps, self->n_steps);
  copy->answers = g_memdup2 (answers, n_answers * sizeof *answers);
  copy->n_answers = n_answers;
  return copy;
}

FasciaPast *
fascia_past_ref (FasciaPast *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
fascia_past_clear (gpointer data)
{
  FasciaPast *self = data;

  g_free (self->sessions);
  g_free (self->steps);
  g_free (self->answers);
  g_free (self->cut_short);
}

void
fascia_past_unref (FasciaPast *self)
{
  g_atomic_rc_box_release_full (self, fascia_past_clear);
}

const FasciaPastSession *
fascia_past_get_sessions (const FasciaPast *self, guint *n_sessions)
{
  g_return_val_if_fail (self != NULL && n_sessions != NULL, NULL);

  *n_sessions = self->n_sessions;
  return self->sessions;
}

const FasciaPastStep *
fascia_past_get_steps (const FasciaPast *self, guint *n_steps)
{
  g_return_val_if_fail (self != NULL && n_steps != NULL, NULL);

  *n_steps = self->n_steps;
  return self->steps;
}

const FasciaPastAnswer *
fascia_past_get_answers (const FasciaPast *self, guint *n_answers)
{
  g_return_val_if_fail (self != NULL && n_answers != NULL, NULL);

  *n_answers = self->n_answers;
  return self->answers;
}

const guint *
fascia_past_get_cut_short (const FasciaPast *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->n_cut_short;
  return self->cut_short;
}
