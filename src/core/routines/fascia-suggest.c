/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks what may help now. Nothing is suggested but what could be started as it stands: every
 * routine is made ready first, and one of which nothing is left falls out. */

#include "config.h"

#include "fascia-suggest-private.h"

/* Between places: fascia-suggest-needs.c. A planned routine comes after what is marked now. */
#define WEIGHT_PLANNED 90.0
#define WEIGHT_HELPED 6.0
/* Rated better by so much, after shrinking, before that alone is a reason. */
#define HELPED_CHANGE (-0.5)

/* Within one place, all together below ten: how well it fits, how much of it is open, what the
 * person's own entries say. */
#define QUALITY_BASE 1.2
#define QUALITY_MAX 9.9
/* A routine made for a thing that is not there comes after all that can be done as they stand: at most
 * so much of its quality is left, and they keep at least as much. Likewise one that only strengthens
 * at the places: nobody asks for that with a mark. */
#define LACKING_SHARE 0.1
#define QUALITY_WHOLE_MIN (LACKING_SHARE * QUALITY_MAX + 0.01)
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

typedef struct
{
  const FasciaSuggestInput *input;
  GArray *needs;
  FasciaKnowledge *knowledge;
  /* (nullable) As if the safety check were answered with "None of these": Start asks it first, so what
   * will be possible then decides the order, though nothing presses before. */
  FasciaSafety *later;
  gboolean is_marked;  /* now or lately */
  gboolean is_injured; /* answered, anywhere */
  const char
      *stopped; /* (nullable) why nothing but rest is for today: see fascia_suggest_find_stop() */
} Ranker;

typedef struct
{
  FasciaSuggestion *suggestion;
  FasciaPractice *ranked; /* what the order goes by */
  GPtrArray *matched;     /* of FasciaNeed, best first */
  FasciaKnown known;
  int seconds;
  guint order;
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

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

/* ---- what a routine reaches ---- */

static gboolean
answers_need (const FasciaNeed *need, const FasciaRegion *region)
{
  return (region == need->region && !need->is_copy) || fascia_need_has_beside (need, region);
}

static gboolean
item_reaches (const Ranker *self,
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
reaches (const Ranker *self, FasciaRoutine *routine, const FasciaNeed *need)
{
  guint n_items;
  const FasciaRoutineItem *items = fascia_routine_get_items (routine, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (item_reaches (self, routine, &items[i], need))
      return TRUE;
  return FALSE;
}

static FasciaPractice *
make_practice (const Ranker *self,
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

static gboolean
entry_answers (const FasciaPracticeEntry *entry, const FasciaNeed *need)
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
    if (works (&entries[i]) && entry_answers (&entries[i], need))
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
      if (!works (&entries[i]) || !entry_answers (&entries[i], need))
        continue;
      if (has_place (&entries[i], need->region))
        is_there = TRUE;
      else if (fascia_step_get_traits (entries[i].step)->kind == FASCIA_STEP_RELEASE)
        return TRUE;
    }
  return !is_there;
}

/* Tries the places of one rule. TRUE when the routine, made ready for them, does something there. */
static gboolean
try_places (const Ranker *self, Candidate *candidate, FasciaRule rule, gboolean is_copy)
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
      fascia_need_add_beside (need, body, places);
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
  suggestion->rule = best->origin == NULL && is_beside (practice, best) ? FASCIA_RULE_BESIDE : rule;
  suggestion->score = best->weight;
  candidate->ranked = self->later != NULL
                          ? make_practice (self, suggestion->routine, self->later,
                                           (const FasciaRegion *const *) places->pdata)
                          : fascia_practice_ref (practice);
  suggestion->practice = g_steal_pointer (&practice);
  suggestion->places = (const FasciaRegion **) g_ptr_array_free (g_steal_pointer (&places), FALSE);
  return TRUE;
}

/* On the places themselves, else beside them. */
static gboolean
match (const Ranker *self, Candidate *candidate, FasciaRule rule)
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

/* TRUE when the routine is worth a try without a mark that asks for it. */
static gboolean
match_without (const Ranker *self, Candidate *candidate)
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
    suggestion->score -= 2 * QUALITY_MAX;
  suggestion->places = dup_worked (practice);
  candidate->ranked = self->later != NULL
                          ? make_practice (self, suggestion->routine, self->later, NULL)
                          : fascia_practice_ref (practice);
  suggestion->practice = g_steal_pointer (&practice);
  return TRUE;
}

/* ---- what a routine is made of ---- */

/* Whether something that releases needs a thing that is not there: then the title speaks of it. */
static gboolean
lacks_tool (const Ranker *self, FasciaRoutine *routine)
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

static gboolean
is_all_rest (const Ranker *self, FasciaRoutine *routine)
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

      if (entry_answers (entry, need))
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
get_fit (const Candidate *candidate)
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
get_parts (const Candidate *candidate)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (candidate->ranked, &n_entries);
  gboolean releases = FALSE, moves = FALSE;

  for (guint i = 0; i < n_entries; i++)
    {
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;

      if (!entry_answers (&entries[i], candidate->matched->pdata[0]))
        continue;
      releases |= kind == FASCIA_STEP_RELEASE;
      moves |= kind == FASCIA_STEP_STRETCH || kind == FASCIA_STEP_MOVE;
    }
  return (releases ? QUALITY_RELEASE : 0) + (moves ? QUALITY_MOVE : 0);
}

/* Whether something at one of the places eases it: not only a load. */
static gboolean
eases (const Candidate *candidate)
{
  guint n_entries;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (candidate->ranked, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      const FasciaStepKind kind = fascia_step_get_traits (entries[i].step)->kind;

      if (kind == FASCIA_STEP_STRENGTHEN || kind == FASCIA_STEP_CONTROL)
        continue;
      for (guint j = 0; j < candidate->matched->len; j++)
        if (entry_answers (&entries[i], candidate->matched->pdata[j]))
          return TRUE;
    }
  return FALSE;
}

/* The share of what asks, at the same rule, that it answers. */
static double
get_breadth (const Ranker *self, const Candidate *candidate)
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

static void
weigh (const Ranker *self, Candidate *candidate)
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
  suggestion->score += is_last ? LACKING_SHARE * CLAMP (quality, 0, QUALITY_MAX)
                               : CLAMP (quality, QUALITY_WHOLE_MIN, QUALITY_MAX);
  if (age == 0)
    suggestion->score -= AGAIN_TODAY;
  suggestion->score -= MIN (DECLINED * known->declined, DECLINED_MAX);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = *(const Candidate *const *) a;
  const Candidate *y = *(const Candidate *const *) b;

  if (x->suggestion->score != y->suggestion->score)
    return x->suggestion->score > y->suggestion->score ? -1 : 1;
  if (x->seconds != y->seconds)
    return x->seconds < y->seconds ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

/* (nullable) */
static Candidate *
consider (const Ranker *self, FasciaRoutine *routine, guint order)
{
  if (is_for_strain (routine) && !self->is_injured)
    return NULL;
  if (self->stopped != NULL && !is_all_rest (self, routine))
    return NULL;

  Candidate *candidate = g_new0 (Candidate, 1);
  candidate->order = order;
  candidate->matched = g_ptr_array_new ();
  candidate->suggestion = g_new0 (FasciaSuggestion, 1);
  candidate->suggestion->routine = fascia_routine_ref (routine);
  fascia_knowledge_look (self->knowledge, fascia_routine_get_id (routine), &candidate->known);

  gboolean is_found = self->stopped == NULL && match (self, candidate, FASCIA_RULE_MARKED_NOW);
  if (!is_found && (candidate->known.is_planned || self->stopped != NULL))
    is_found = match_without (self, candidate);
  if (!is_found && self->stopped != NULL)
    {
      candidate_free (candidate);
      return NULL;
    }
  if (!is_found && !match (self, candidate, FASCIA_RULE_MARKED_LATELY)
      && !match (self, candidate, FASCIA_RULE_LINKED) && !match_without (self, candidate))
    {
      candidate_free (candidate);
      return NULL;
    }

  weigh (self, candidate);
  /* A last bit of a sum must not turn two of them round. */
  candidate->suggestion->score = (double) (gint64) (candidate->suggestion->score * 1024) / 1024;
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
  Ranker self = { .input = input, .needs = needs, .knowledge = knowledge };

  g_autoptr (FasciaSafety) later = dup_later (input);
  self.later = later;
  self.is_marked = needs->len > 0;
  self.is_injured = has_injury (input->safety);
  self.stopped = fascia_suggest_find_stop (input);
  for (guint i = 0; i < fascia_library_get_n_routines (input->library); i++)
    {
      Candidate *candidate = consider (&self, fascia_library_get_routine (input->library, i), i);

      if (candidate != NULL)
        g_ptr_array_add (candidates, candidate);
    }
  g_ptr_array_sort (candidates, compare_candidates);

  for (guint i = 0; i < candidates->len && (max == 0 || i < max); i++)
    {
      Candidate *candidate = candidates->pdata[i];

      fascia_suggestion_write (candidate->suggestion, input, candidate->matched, &candidate->known,
                               self.is_marked);
      g_ptr_array_add (suggestions, g_steal_pointer (&candidate->suggestion));
    }
  return suggestions;
}
