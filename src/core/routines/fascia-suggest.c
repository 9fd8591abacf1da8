/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks what may help now. Nothing is suggested but what could be started as it stands: every
 * routine is made ready first, and one of which nothing is left falls out. */

#include "config.h"

#include "fascia-suggest-private.h"

#include <math.h>

static void
candidate_free (gpointer data)
{
  FasciaCandidate *candidate = data;

  g_clear_pointer (&candidate->suggestion, fascia_suggestion_free);
  g_clear_pointer (&candidate->ranked, fascia_practice_unref);
  g_ptr_array_unref (candidate->matched);
  g_free (candidate);
}

void
fascia_suggestion_free (FasciaSuggestion *suggestion)
{
  if (suggestion == NULL)
    return;

  g_clear_pointer (&suggestion->routine, fascia_routine_unref);
  g_clear_pointer (&suggestion->practice, fascia_practice_unref);
  g_free (suggestion->why);
  g_strfreev (suggestion->data);
  g_strfreev (suggestion->checks);
  g_free (suggestion->effect);
  g_free (suggestion->places);
  g_free (suggestion);
}
/* ---- what a routine is made of ---- */

static gboolean
is_all_rest (const FasciaRanker *self, FasciaRoutine *routine)
{
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const FasciaStep *step
          = fascia_library_resolve_step (self->input->library, routine, items[i].step);
      const FasciaStepKind kind
          = step != NULL ? fascia_step_get_traits (step)->kind : FASCIA_STEP_RELEASE;

      if (kind != FASCIA_STEP_REST && kind != FASCIA_STEP_BREATHE)
        return FALSE;
    }
  return n_items > 0;
}

/* What is made for the weeks after a strain leaves the sore place out, so that place has to be known. */
static gboolean
is_for_strain (FasciaRoutine *routine)
{
  return g_strcmp0 (fascia_routine_get_programme (routine), FASCIA_SAFETY_STRAIN) == 0;
}

static gboolean
has_injury (const FasciaSafety *safety)
{
  guint n_answers;
  const FasciaConditionAnswer *answers = fascia_safety_get_answers (safety, &n_answers);

  for (guint i = 0; i < n_answers; i++)
    if (g_strcmp0 (answers[i].code, FASCIA_SAFETY_INJURY) == 0)
      return TRUE;
  return FALSE;
}
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const FasciaCandidate *x = *(const FasciaCandidate *const *) a;
  const FasciaCandidate *y = *(const FasciaCandidate *const *) b;

  if (x->suggestion->score != y->suggestion->score)
    return x->suggestion->score > y->suggestion->score ? -1 : 1;
  if (x->seconds != y->seconds)
    return x->seconds < y->seconds ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/* (nullable) */
static FasciaCandidate *
consider (const FasciaRanker *self, FasciaRoutine *routine, guint order)
{
  if (is_for_strain (routine) && !self->is_injured)
    return NULL;
  if (self->stopped != NULL && !is_all_rest (self, routine))
    return NULL;

  FasciaCandidate *candidate = g_new0 (FasciaCandidate, 1);
  candidate->order = order;
  candidate->matched = g_ptr_array_new ();
  candidate->suggestion = g_new0 (FasciaSuggestion, 1);
  candidate->suggestion->routine = fascia_routine_ref (routine);
  fascia_knowledge_look (self->knowledge, fascia_routine_get_id (routine), &candidate->known);

  gboolean is_found
      = self->stopped == NULL && fascia_ranker_match (self, candidate, FASCIA_RULE_MARKED_NOW);
  if (!is_found && (candidate->known.is_planned || self->stopped != NULL))
    is_found = fascia_ranker_match_without (self, candidate);
  if (!is_found && self->stopped != NULL)
    {
      candidate_free (candidate);
      return NULL;
    }
  if (!is_found && !fascia_ranker_match (self, candidate, FASCIA_RULE_MARKED_LATELY)
      && !fascia_ranker_match (self, candidate, FASCIA_RULE_LINKED)
      && !fascia_ranker_match_without (self, candidate))
    {
      candidate_free (candidate);
      return NULL;
    }

  fascia_ranker_weigh (self, candidate);
  /* A last bit of a sum must not turn two of them round. */
  candidate->suggestion->score = round (candidate->suggestion->score * 1024) / 1024;
  candidate->seconds = fascia_practice_get_seconds (candidate->ranked);
  return candidate;
}

/* (nullable) NULL when the check was answered. */
static FasciaSafety *
dup_later (const FasciaSuggestInput *input)
{
  const gint32 day = fascia_safety_get_day (input->safety);
  guint n_answers;
  const FasciaConditionAnswer *answers = fascia_safety_get_answers (input->safety, &n_answers);

  if (fascia_safety_is_answered (input->safety))
    return NULL;
  return fascia_safety_new (fascia_safety_get_conditions (input->safety),
                            fascia_library_get_body (input->library), answers, n_answers, day, day);
}

GPtrArray *
fascia_suggest (const FasciaSuggestInput *input, guint max)
{
  g_return_val_if_fail (input != NULL && input->library != NULL && input->safety != NULL, NULL);

  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_suggestion_free);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GArray) needs = fascia_suggest_dup_needs (input);
  g_autoptr (FasciaKnowledge) knowledge = fascia_knowledge_new (input);
  FasciaRanker self = { .input = input, .needs = needs, .knowledge = knowledge };

  g_autoptr (FasciaSafety) later = dup_later (input);
  self.later = later;
  self.is_marked = needs->len > 0;
  self.is_injured = has_injury (input->safety);
  self.stopped = fascia_suggest_find_stop (input);
  for (guint i = 0; i < fascia_library_get_n_routines (input->library); i++)
    {
      FasciaCandidate *candidate
          = consider (&self, fascia_library_get_routine (input->library, i), i);

      if (candidate != NULL)
        g_ptr_array_add (candidates, candidate);
    }
  g_ptr_array_sort (candidates, compare_candidates);

  for (guint i = 0; i < candidates->len && (max == 0 || i < max); i++)
    {
      FasciaCandidate *candidate = candidates->pdata[i];

      fascia_suggestion_write (candidate->suggestion, input, candidate->matched, &candidate->known,
                               self.is_marked);
      g_ptr_array_add (suggestions, g_steal_pointer (&candidate->suggestion));
    }
  return suggestions;
}
