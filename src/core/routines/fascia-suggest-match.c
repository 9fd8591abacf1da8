/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which routines may help: those that reach what is marked, and those that no mark asks for. */

#include "config.h"

#include "fascia-suggest-private.h"

/* Between places: fascia-suggest-needs.c. A planned routine comes after what is marked now. */
#define WEIGHT_PLANNED 90.0
#define WEIGHT_HELPED 6.0
/* Rated better by so much, after shrinking, before that alone is a reason. */
#define HELPED_CHANGE (-0.5)

/* ---- what a routine reaches ---- */

static gboolean
answers_need (const FasciaNeed *need, const FasciaRegion *region)
{
  return (region == need->region && !need->is_copy) || fascia_need_has_beside (need, region);
}

static gboolean
item_reaches (const FasciaRanker *self,
              FasciaRoutine *routine,
              const FasciaRoutineItem *item,
              const FasciaNeed *need)
{
  const FasciaStep *step = fascia_library_resolve_step (self->input->library, routine, item->step);
  const FasciaTraits *traits = step != NULL ? fascia_step_get_traits (step) : NULL;
  const FasciaSide side = fascia_region_get_side (need->region);

  if (traits == NULL
      || (item->side != FASCIA_SIDE_MIDLINE && item->side != 0 && side != FASCIA_SIDE_MIDLINE
          && side != item->side))
    return FALSE;

  const char *const *bases = item->places != NULL ? item->places : traits->regions;
  const char *const *beside
      = need->is_closed || need->is_copy ? fascia_region_get_beside (need->region) : NULL;
  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    if ((!need->is_copy && g_str_equal (bases[i], fascia_region_get_base (need->region)))
        || (beside != NULL && g_strv_contains (beside, bases[i])))
      return TRUE;
  return FALSE;
}

static gboolean
reaches (const FasciaRanker *self, FasciaRoutine *routine, const FasciaNeed *need)
{
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (item_reaches (self, routine, &items[i], need))
      return TRUE;
  return FALSE;
}

static FasciaPractice *
make_practice (const FasciaRanker *self,
               FasciaRoutine *routine,
               FasciaSafety *safety,
               const FasciaRegion *const *places)
{
  const FasciaSuggestInput *input = self->input;
  const FasciaPracticeWish wish = {
    .library = input->library,
    .safety = safety,
    .past = input->past,
    .places = places,
    .postures = input->postures,
    .tools = input->tools,
    .gentle = input->gentle,
    .max_seconds = input->max_seconds,
  };

  return fascia_practice_new (routine, &wish);
}

gboolean
fascia_need_is_answered_by (const FasciaNeed *need, const FasciaPracticeEntry *entry)
{
  for (guint i = 0; entry->places != NULL && entry->places[i] != NULL; i++)
    if (answers_need (need, entry->places[i]))
      return TRUE;
  return FALSE;
}

/* Breathing answers no mark by itself, but with the hands where it is felt. */
static gboolean
works (const FasciaPracticeEntry *entry)
{
  const FasciaTraits *traits = fascia_step_get_traits (entry->step);

  return traits->kind != FASCIA_STEP_BREATHE || g_strcmp0 (traits->tool_class, "none") != 0;
}

static gboolean
practice_answers (const FasciaPractice *practice, const FasciaNeed *need)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (works (&entries[i]) && fascia_need_is_answered_by (need, &entries[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_place (const FasciaPracticeEntry *entry, const FasciaRegion *region)
{
  for (guint i = 0; entry->places != NULL && entry->places[i] != NULL; i++)
    if (entry->places[i] == region)
      return TRUE;
  return FALSE;
}

/* Whether what is done for a closed place is done beside it: something that releases, or all of it. */
static gboolean
is_beside (const FasciaPractice *practice, const FasciaNeed *need)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  gboolean is_there = FALSE;

  if (need->is_copy)
    return TRUE;
  if (!need->is_closed)
    return FALSE;
  for (guint i = 0; i < n_entries; i++)
    {
      if (!works (&entries[i]) || !fascia_need_is_answered_by (need, &entries[i]))
        continue;
      if (has_place (&entries[i], need->region))
        is_there = TRUE;
      else if (fascia_step_get_traits (entries[i].step)->kind == FASCIA_STEP_RELEASE)
        return TRUE;
    }
  return !is_there;
}

/* Whether that holds for the place that asks most, on each side that does. */
static gboolean
is_best_beside (const FasciaPractice *practice, const GPtrArray *matched)
{
  const FasciaNeed *best = matched->pdata[0];

  if (best->origin != NULL)
    return FALSE;
  for (guint i = 0; i < matched->len && fascia_need_asks_alike (best, matched->pdata[i]); i++)
    if (!is_beside (practice, matched->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Tries the places of one rule. TRUE when the routine, made ready for them, does something there. */
static gboolean
try_places (const FasciaRanker *self, FasciaCandidate *candidate, FasciaRule rule, gboolean is_copy)
{
  FasciaSuggestion *suggestion = candidate->suggestion;
  FasciaBody *body = fascia_library_get_body (self->input->library);
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < self->needs->len; i++)
    {
      const FasciaNeed *need = &g_array_index (self->needs, FasciaNeed, i);

      if (need->rule != rule || need->is_copy != is_copy
          || !reaches (self, suggestion->routine, need))
        continue;
      g_ptr_array_add (reached, (gpointer) need);
      if (!g_ptr_array_find (places, need->region, NULL))
        g_ptr_array_add (places, (gpointer) need->region);
      fascia_need_add_beside (need, self->needs, body, places);
    }
  if (reached->len == 0)
    return FALSE;

  g_ptr_array_add (places, NULL);
  g_autoptr (FasciaPractice) practice = make_practice (
      self, suggestion->routine, self->input->safety, (const FasciaRegion *const *) places->pdata);
  for (guint i = 0; i < reached->len; i++)
    if (practice_answers (practice, reached->pdata[i]))
      g_ptr_array_add (candidate->matched, reached->pdata[i]);
  if (candidate->matched->len == 0)
    return FALSE;

  const FasciaNeed *best = candidate->matched->pdata[0];
  suggestion->rule = is_best_beside (practice, candidate->matched) ? FASCIA_RULE_BESIDE : rule;
  suggestion->score = best->weight;
  candidate->ranked = self->later != NULL
                          ? make_practice (self, suggestion->routine, self->later,
                                           (const FasciaRegion *const *) places->pdata)
                          : fascia_practice_ref (practice);
  suggestion->practice = g_steal_pointer (&practice);
  suggestion->places = (const FasciaRegion **) g_ptr_array_free (g_steal_pointer (&places), FALSE);
  return TRUE;
}

gboolean
fascia_ranker_match (const FasciaRanker *self, FasciaCandidate *candidate, FasciaRule rule)
{
  return try_places (self, candidate, rule, FALSE) || try_places (self, candidate, rule, TRUE);
}

/* ---- routines that no mark asks for ---- */

static int
compare_regions (gconstpointer a, gconstpointer b)
{
  const guint x = fascia_region_get_index (*(const FasciaRegion *const *) a);
  const guint y = fascia_region_get_index (*(const FasciaRegion *const *) b);

  return (x > y) - (x < y);
}

static const FasciaRegion **
dup_worked (const FasciaPractice *practice)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *places = g_ptr_array_new ();
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    for (guint j = 0; entries[i].places != NULL && entries[i].places[j] != NULL; j++)
      if (g_hash_table_add (known, (gpointer) entries[i].places[j]))
        g_ptr_array_add (places, (gpointer) entries[i].places[j]);
  g_ptr_array_sort (places, compare_regions);
  g_ptr_array_add (places, NULL);
  return (const FasciaRegion **) g_ptr_array_free (places, FALSE);
}

static gboolean
is_general (FasciaRoutine *routine, const FasciaKnown *known)
{
  return known->is_favourite || g_strcmp0 (fascia_routine_get_group (routine), "whole") == 0;
}

gboolean
fascia_ranker_match_without (const FasciaRanker *self, FasciaCandidate *candidate)
{
  FasciaSuggestion *suggestion = candidate->suggestion;
  guint n_entries;

  if (self->stopped != NULL)
    suggestion->rule = FASCIA_RULE_STOPPED;
  else if (candidate->known.is_planned)
    suggestion->rule = FASCIA_RULE_PLANNED;
  else if (candidate->known.shrunk <= HELPED_CHANGE)
    suggestion->rule = FASCIA_RULE_HELPED;
  else if (!self->is_marked || is_general (suggestion->routine, &candidate->known))
    suggestion->rule = FASCIA_RULE_GENERAL;
  else
    return FALSE;

  g_autoptr (FasciaPractice) practice
      = make_practice (self, suggestion->routine, self->input->safety, NULL);
  fascia_practice_get_entries (practice, &n_entries);
  if (n_entries == 0)
    return FALSE;

  suggestion->score = suggestion->rule == FASCIA_RULE_PLANNED  ? WEIGHT_PLANNED
                      : suggestion->rule == FASCIA_RULE_HELPED ? WEIGHT_HELPED
                                                               : 0;
  /* Without any mark what is for the whole body comes before what is for one place. */
  if (!self->is_marked && suggestion->rule == FASCIA_RULE_GENERAL
      && !is_general (suggestion->routine, &candidate->known))
    suggestion->score -= 2 * FASCIA_SUGGEST_QUALITY_MAX;
  suggestion->places = dup_worked (practice);
  candidate->ranked = self->later != NULL
                          ? make_practice (self, suggestion->routine, self->later, NULL)
                          : fascia_practice_ref (practice);
  suggestion->practice = g_steal_pointer (&practice);
  return TRUE;
}
