/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may help now: routines ranked, each with its one reason, its data and the checks made. */

#pragma once

#include "fascia-plan.h"
#include "fascia-practice.h"
#include "../body/fascia-referral.h"
#include "../journal/fascia-operation.h"

G_BEGIN_DECLS

/* Sessions of so many days are enough for what helped and what was done last. */
#define FASCIA_SUGGEST_PAST_DAYS 730

#define FASCIA_SETTING_DECLINED "suggest.declined" /* as: "ROUTINE:DAY", newest last, at most 60 */
#define FASCIA_SETTING_FAVOURITES "routines.favourites" /* as: ids */
#define FASCIA_SETTING_POSTURES "routines.postures"     /* as: codes; absent: not asked yet */
#define FASCIA_SETTING_TOOLS "routines.tools"           /* as: codes besides the default ones */

/**
 * FasciaSuggestInput: all it rests on
 * @open: (nullable): the check-in of now
 * @recent: (nullable): array of FasciaRecentMark of the last 14 days
 * @plan: (nullable)
 * @settings: declined, favourites
 */
typedef struct
{
  FasciaLibrary *library;
  FasciaReferralTable *referral;
  FasciaSafety *safety;
  FasciaPast *past;
  FasciaPlan *plan;
  const FasciaSettings *settings;
  FasciaEntry *open;
  const GArray *recent;
  gint32 day;
  FasciaPosture postures;
  const char *const *tools;
  int max_seconds; /* 0: 1200 */
  gboolean gentle;
} FasciaSuggestInput;

typedef enum
{
  FASCIA_RULE_MARKED_NOW = 1,
  FASCIA_RULE_MARKED_LATELY,
  FASCIA_RULE_LINKED, /* a place often linked with a marked one */
  FASCIA_RULE_PLANNED,
  FASCIA_RULE_HELPED,  /* rated better after it, in the person's own entries */
  FASCIA_RULE_GENERAL, /* nothing marked */
  FASCIA_RULE_BESIDE,  /* nothing may press there: beside it */
  FASCIA_RULE_STOPPED, /* a session of today was stopped because of how it felt: rest and breathing */
} FasciaRule;

/**
 * FasciaSuggestion:
 * @why: one sentence: "Your left shoulder top is tight 6 today."
 * @data: what it rests on, one line each, NULL-terminated
 * @checks: safety checks made and their outcome, one line each, NULL-terminated
 * @effect: (nullable): "Rated 2 lower after it, in 5 of your entries"
 * @practice: what would be started now; never without entries
 * @places: the regions it is for, NULL-terminated, belong to the body
 */
typedef struct
{
  FasciaRoutine *routine;
  FasciaPractice *practice;
  FasciaRule rule;
  double score;
  char *why;
  char **data;
  char **checks;
  char *effect;
  const FasciaRegion **places;
} FasciaSuggestion;

void fascia_suggestion_free (FasciaSuggestion *suggestion);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSuggestion, fascia_suggestion_free)
/* The rule in one plain sentence: "What is marked now comes first, the worst place before others." */
const char *fascia_rule_get_text (FasciaRule rule);
/* "marked-now", "marked-lately", "linked", "planned", "helped", "general", "beside", "stopped": for other
 * programs. */
const char *fascia_rule_to_code (FasciaRule rule);

/* After a stop of today for nerves, for feeling unwell or for a headache only what is all rest and
 * breathing. Best first, at most @max (0: all). Pure: the same input gives the same answer. Array of
 * FasciaSuggestion with a free function. Any thread. */
GPtrArray *fascia_suggest (const FasciaSuggestInput *input, guint max);
/* "Routine from my map": two to four areas that are marked, in a sensible order (warm movement, release,
 * stretch or move, control, rest) inside the time box; NULL when nothing is marked or nothing may be
 * done, as after a stop that leaves only rest for today. Its id is "map". (transfer full) */
FasciaRoutine *fascia_suggest_from_map (const FasciaSuggestInput *input);

/* Median change of the worst level from before to after, over finished sessions with both. */
typedef struct
{
  guint n;
  double change; /* below 0: lower after */
} FasciaEffect;
void fascia_effect_of (FasciaEffect *effect, const FasciaPast *past, const char *routine);

G_END_DECLS
