/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the suggestions share: the places that ask for something, and what is known of
 * each routine. */

#pragma once

#include "fascia-suggest.h"

G_BEGIN_DECLS

/* Marks older than this many days ask for nothing. */
#define FASCIA_SUGGEST_RECENT_DAYS 14
/* "Not this" is forgotten little by little over so many days. */
#define FASCIA_SUGGEST_DECLINED_DAYS 14
/* Below so many rated sessions nothing is said about what came of them. */
#define FASCIA_SUGGEST_EFFECT_MIN 5
/* A place marked without a level ranks like this one. */
#define FASCIA_SUGGEST_LEVEL_NOT_GIVEN 3
/* Not marked on that scale at all. */
#define FASCIA_SUGGEST_NOT_MARKED (-2)

/**
 * FasciaNeed: a place that asks for something
 * @rule: MARKED_NOW, MARKED_LATELY or LINKED
 * @levels: by scale - 1: 0 … 10, FASCIA_LEVEL_NOT_GIVEN or FASCIA_SUGGEST_NOT_MARKED
 * @level: the worst of them
 * @days_ago: 0: today
 * @is_closed: nothing may press there
 * @is_copy: of the same place once more, for what works beside it: where little works on it itself
 * @origin: (nullable): for LINKED: the marked place
 * @weight: how much it asks; see fascia-suggest-needs.c
 */
typedef struct
{
  const FasciaRegion *region;
  FasciaRule rule;
  int levels[2];
  int level;
  int days_ago;
  gboolean is_closed;
  gboolean is_copy;
  const FasciaRegion *origin;
  double weight;
} FasciaNeed;

/* (transfer full) Array of FasciaNeed, those that ask most first; a place at most once, but for its
 * copy. */
GArray *fascia_suggest_dup_needs (const FasciaSuggestInput *input);
/* Whether they are the two sides of a place and ask as much: none of them comes before the other. */
gboolean fascia_need_asks_alike (const FasciaNeed *need, const FasciaNeed *other);
/* Whether @region is one to work on beside the place of @need: a closed one, or a copy. */
gboolean fascia_need_has_beside (const FasciaNeed *need, const FasciaRegion *region);
/* The places beside it, likewise, on its own side; both for one in the middle, first the one that
 * asks more among @needs. Appends (const FasciaRegion *). */
void fascia_need_add_beside (const FasciaNeed *need,
                             const GArray *needs,
                             FasciaBody *body,
                             GPtrArray *places);

/* ---- stopped today ---- */

/* (nullable) The reason, as session_step keeps it, for which a session of today was stopped so that nothing but
 * rest is for today any more: "nerve", "unwell", "headache"; the newest one. */
const char *fascia_suggest_find_stop (const FasciaSuggestInput *input);

/* ---- what is known of a routine ---- */

typedef struct
{
  FasciaEffect effect;
  double shrunk;       /* of the effect; 0 below the least number */
  gint32 last_day;     /* FASCIA_DAY_UNKNOWN: never */
  double declined;     /* 0 … 1 and more: how fresh "Not this" is */
  gint32 declined_day; /* the newest one; FASCIA_DAY_UNKNOWN: none */
  gboolean is_favourite;
  gboolean is_planned;  /* for today, and not done yet */
  gboolean is_rest_day; /* the plan rests today */
} FasciaKnown;

/* One value for all routines, as they are asked for again and again. */
typedef struct _FasciaKnowledge FasciaKnowledge;
FasciaKnowledge *fascia_knowledge_new (const FasciaSuggestInput *input);
void fascia_knowledge_free (FasciaKnowledge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaKnowledge, fascia_knowledge_free)
void fascia_knowledge_look (const FasciaKnowledge *self, const char *routine, FasciaKnown *known);

/* Towards nothing, the fewer entries there are the more. */
double fascia_effect_shrink (const FasciaEffect *effect);

/* ---- ranking ---- */

/* What is within one place counts less than this altogether. */
#define FASCIA_SUGGEST_QUALITY_MAX 9.9

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
} FasciaRanker;

typedef struct
{
  FasciaSuggestion *suggestion;
  FasciaPractice *ranked; /* what the order goes by */
  GPtrArray *matched;     /* of FasciaNeed, best first */
  FasciaKnown known;
  int seconds;
  guint order;
} FasciaCandidate;

/* Whether what is done there is done for the place of @need. */
gboolean fascia_need_is_answered_by (const FasciaNeed *need, const FasciaPracticeEntry *entry);
/* Makes the routine of @candidate ready for the places that ask by @rule, on them, else beside them, and fills
 * in what matched and the score so far. FALSE: nothing of it is for them. */
gboolean fascia_ranker_match (const FasciaRanker *self,
                              FasciaCandidate *candidate,
                              FasciaRule rule);
/* Likewise for one that is worth a try without a mark that asks for it. */
gboolean fascia_ranker_match_without (const FasciaRanker *self, FasciaCandidate *candidate);
/* Adds to the score how well it fits there. */
void fascia_ranker_weigh (const FasciaRanker *self, FasciaCandidate *candidate);

/* ---- in words ---- */

/* Fills why, data, checks and effect. @matched: array of const FasciaNeed *, those it is for.
 * @is_marked: whether any place is, now or lately. */
void fascia_suggestion_write (FasciaSuggestion *suggestion,
                              const FasciaSuggestInput *input,
                              const GPtrArray *matched,
                              const FasciaKnown *known,
                              gboolean is_marked);

G_END_DECLS
