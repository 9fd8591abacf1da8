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
};

G_DEFINE_BOXED_TYPE (FasciaPast, fascia_past, fascia_past_ref, fascia_past_unref)

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
