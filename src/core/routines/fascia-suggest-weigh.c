/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well a routine fits where it is asked for: within one place, all together below ten. */

#include "config.h"

#include "fascia-suggest-private.h"

/* Within one place, all together below ten: how well it fits, how much of it is open, what the
 * person's own entries say. */
#define QUALITY_BASE 1.2
/* A routine made for a thing that is not there comes after all that can be done as they stand: at most
 * so much of its quality is left, and they keep at least as much. Likewise one that only strengthens
 * at the places: nobody asks for that with a mark. */
#define LACKING_SHARE 0.1
#define QUALITY_WHOLE_MIN (LACKING_SHARE * FASCIA_SUGGEST_QUALITY_MAX + 0.01)
#define QUALITY_FIT 2.0
#define NEIGHBOUR 0.75
#define QUALITY_RELEASE 0.8
#define QUALITY_MOVE 0.3
#define QUALITY_BREADTH 1.2
#define QUALITY_OPEN 0.8
#define ANOTHER_WAY 0.25
#define QUALITY_EFFECT 0.75
#define QUALITY_EFFECT_MAX 2.0
#define QUALITY_FAVOURITE 0.6
#define QUALITY_PLANNED 0.8
#define QUALITY_GENTLE 0.6
#define QUALITY_REST_DAY 1.5
#define QUALITY_YESTERDAY 0.8
#define QUALITY_DAYS_AGO 0.3

/* These reach over places: done today already, declined. */
#define AGAIN_TODAY 30.0
#define DECLINED 110.0
#define DECLINED_MAX 150.0

/* Whether something that releases needs a thing that is not there: then the title speaks of it. */
static gboolean
lacks_tool (const FasciaRanker *self, FasciaRoutine *routine)
{
  const FasciaSuggestInput *input = self->input;
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  for (guint i = 0; input->tools != NULL && i < n_items; i++)
    {
      const FasciaStep *step = fascia_library_resolve_step (input->library, routine, items[i].step);

      if (step == NULL || fascia_step_get_traits (step)->kind != FASCIA_STEP_RELEASE)
        continue;
      const char *const *tools = fascia_step_get_tools (step);
      for (guint j = 0; tools[j] != NULL; j++)
        if (!fascia_library_is_default_tool (input->library, tools[j])
            && !g_strv_contains (input->tools, tools[j]))
          return TRUE;
    }
  return FALSE;
}

/* ---- within a place ---- */

/* How much of an entry is where it is asked for: a neighbour is nearly there. */
static double
get_entry_fit (const FasciaPracticeEntry *entry, const GPtrArray *matched)
{
  double fit = 0;

  for (guint i = 0; i < matched->len; i++)
    {
      const FasciaNeed *need = matched->pdata[i];
      const char *group = fascia_region_get_group (need->region);

      if (fascia_need_is_answered_by (need, entry))
        return 1;
      for (guint j = 0; entry->places != NULL && entry->places[j] != NULL; j++)
        if (g_strcmp0 (fascia_region_get_group (entry->places[j]), group) == 0)
          fit = NEIGHBOUR;
    }
  return fit;
}

/* The share of its work that is where it is asked for; breathing and rest are neither here nor
 * there. */
static double
get_fit (const FasciaCandidate *candidate)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (candidate->ranked, &n_entries);
  double there = 0, all = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;
      const double seconds = (double) entries[i].sets * entries[i].seconds;
      const double fit = get_entry_fit (&entries[i], candidate->matched);

      if (fit == 0 && (kind == FASCIA_STEP_BREATHE || kind == FASCIA_STEP_REST))
        continue;
      all += seconds;
      there += fit * seconds;
    }
  return all > 0 ? there / all : 0;
}

/* Something that releases at the very place, and something that moves it. */
static double
get_parts_at (const FasciaCandidate *candidate, const FasciaNeed *need)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (candidate->ranked, &n_entries);
  gboolean releases = FALSE, moves = FALSE;

  for (guint i = 0; i < n_entries; i++)
    {
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;

      if (!fascia_need_is_answered_by (need, &entries[i]))
        continue;
      releases |= kind == FASCIA_STEP_RELEASE;
      moves |= kind == FASCIA_STEP_STRETCH || kind == FASCIA_STEP_MOVE;
    }
  return (releases ? QUALITY_RELEASE : 0) + (moves ? QUALITY_MOVE : 0);
}

/* Where both sides ask alike, that of the one that has more. */
static double
get_parts (const FasciaCandidate *candidate)
{
  const GPtrArray *matched = candidate->matched;
  double most = 0;

  for (guint i = 0;
       i < matched->len && fascia_need_asks_alike (matched->pdata[0], matched->pdata[i]); i++)
    most = MAX (most, get_parts_at (candidate, matched->pdata[i]));
  return most;
}

/* Whether something at one of the places eases it: not only a load. */
static gboolean
eases (const FasciaCandidate *candidate)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (candidate->ranked, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;

      if (kind == FASCIA_STEP_STRENGTHEN || kind == FASCIA_STEP_CONTROL)
        continue;
      for (guint j = 0; j < candidate->matched->len; j++)
        if (fascia_need_is_answered_by (candidate->matched->pdata[j], &entries[i]))
          return TRUE;
    }
  return FALSE;
}

/* The share of what asks, at the same rule, that it answers. */
static double
get_breadth (const FasciaRanker *self, const FasciaCandidate *candidate)
{
  const FasciaNeed *best = candidate->matched->pdata[0];
  double answered = 0, all = 0;

  for (guint i = 0; i < self->needs->len; i++)
    {
      const FasciaNeed *need = &g_array_index (self->needs, FasciaNeed, i);

      if (need->rule != best->rule)
        continue;
      if (!need->is_copy)
        all += need->level;
      if (g_ptr_array_find (candidate->matched, need, NULL))
        answered += need->level;
    }
  return all > 0 ? answered / all : 0;
}

/* The share of its steps that are open as they are: another way of doing one counts less. */
static double
get_open (const FasciaPractice *practice)
{
  guint n_entries, n_held_back;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  double open = 0;

  fascia_practice_get_held_back (practice, &n_held_back);
  for (guint i = 0; i < n_entries; i++)
    open += entries[i].instead_of != NULL ? ANOTHER_WAY : 1;
  return open / MAX (n_entries + n_held_back, 1);
}

static gboolean
strains (const FasciaPractice *practice)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (fascia_step_presses (entries[i].step)
        || fascia_step_get_traits (entries[i].step)->kind == FASCIA_STEP_STRENGTHEN)
      return TRUE;
  return FALSE;
}

void
fascia_ranker_weigh (const FasciaRanker *self, FasciaCandidate *candidate)
{
  const FasciaSuggestInput *input = self->input;
  const FasciaKnown *known = &candidate->known;
  FasciaSuggestion *suggestion = candidate->suggestion;
  const gint64 age
      = known->last_day != FASCIA_DAY_UNKNOWN ? (gint64) input->day - known->last_day : G_MAXINT32;
  double quality = QUALITY_BASE;

  if (candidate->matched->len > 0)
    quality += QUALITY_FIT * get_fit (candidate) + get_parts (candidate)
               + QUALITY_BREADTH * get_breadth (self, candidate);
  quality += QUALITY_OPEN * get_open (candidate->ranked);
  quality -= QUALITY_EFFECT * CLAMP (known->shrunk, -QUALITY_EFFECT_MAX, QUALITY_EFFECT_MAX);
  if (known->is_favourite)
    quality += QUALITY_FAVOURITE;
  if (known->is_planned)
    quality += QUALITY_PLANNED;
  if (input->gentle && fascia_library_is_gentle (input->library, suggestion->routine))
    quality += QUALITY_GENTLE;
  if (known->is_rest_day && strains (candidate->ranked))
    quality -= QUALITY_REST_DAY;
  if (age == 1)
    quality -= QUALITY_YESTERDAY;
  else if (age == 2 || age == 3)
    quality -= QUALITY_DAYS_AGO;

  const gboolean is_last = lacks_tool (self, suggestion->routine)
                           || (candidate->matched->len > 0 && !eases (candidate));
  suggestion->score += is_last ? LACKING_SHARE * CLAMP (quality, 0, FASCIA_SUGGEST_QUALITY_MAX)
                               : CLAMP (quality, QUALITY_WHOLE_MIN, FASCIA_SUGGEST_QUALITY_MAX);
  if (age == 0)
    suggestion->score -= AGAIN_TODAY;
  suggestion->score -= MIN (DECLINED * known->declined, DECLINED_MAX);
}
