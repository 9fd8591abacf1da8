/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which steps may be done, computed from the answers, the day and the columns of the step. */

#pragma once

#include "fascia-conditions.h"
#include "fascia-step.h"

G_BEGIN_DECLS

#define FASCIA_DAY_UNKNOWN G_MININT32
/* Six months after the setup was answered it is asked again. */
#define FASCIA_SAFETY_ASK_AGAIN_DAYS 183
/* The programme for the weeks after a strain, and the answer that it rests on. */
#define FASCIA_SAFETY_STRAIN "after-strain"
#define FASCIA_SAFETY_INJURY "injury"

/**
 * FasciaConditionAnswer: one condition that is on
 * @code: of the condition (or "injury"), interned; one this version does not know forbids pressure
 * @region: (nullable): id of the place, interned
 * @side: for a condition with places of its own that asks the side; MIDLINE: both
 * @since_day: the local day asked for; FASCIA_DAY_UNKNOWN: counts as today, so that nothing runs out
 * @is_unsure: "not sure": counts as yes
 */
typedef struct
{
  const char *code;
  const char *region;
  FasciaSide side;
  gint32 since_day;
  gboolean is_unsure;
} FasciaConditionAnswer;

/**
 * FasciaSafety: everything the judgement rests on, as an immutable value
 */
typedef struct _FasciaSafety FasciaSafety;
#define FASCIA_TYPE_SAFETY (fascia_safety_get_type ())
GType fascia_safety_get_type (void);

/* @answered_day: when the setup was last answered; FASCIA_DAY_UNKNOWN: never, then nothing presses.
 * @day: the local day that is judged. Answers are copied. */
FasciaSafety *fascia_safety_new (FasciaConditions *conditions,
                                 FasciaBody *body,
                                 const FasciaConditionAnswer *answers,
                                 guint n_answers,
                                 gint32 answered_day,
                                 gint32 day);
FasciaSafety *fascia_safety_ref (FasciaSafety *self);
void fascia_safety_unref (FasciaSafety *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSafety, fascia_safety_unref)

/* What today's sheet added: @answers as above, and @signs: ids of warning signs that were answered
 * with yes or not sure; with one of them only rest and breathing stay. A copy. */
FasciaSafety *fascia_safety_with_session (FasciaSafety *self,
                                          const FasciaConditionAnswer *answers,
                                          guint n_answers,
                                          const char *const *signs);
gint32 fascia_safety_get_day (const FasciaSafety *self);
gboolean fascia_safety_is_answered (const FasciaSafety *self);
/* Whether the setup is to be asked: never answered, six months ago, or @programme_day (the day a
 * programme was started, or FASCIA_DAY_UNKNOWN) is later than the answer. A day that is
 * still to come is a wrong clock and counts for nothing. */
gboolean fascia_safety_is_due (const FasciaSafety *self, gint32 programme_day);
/* Whether @programme (nullable code) or a routine of it rests on an injury whose place and day are not among the
 * answers: it leaves the sore place out and goes by its day, so that both are asked at its first start, also
 * on the day on which everything else was answered. */
gboolean fascia_safety_needs_injury (const FasciaSafety *self, const char *programme);
const FasciaConditionAnswer *fascia_safety_get_answers (const FasciaSafety *self, guint *n_answers);
/* (transfer none) The table it is judged by. */
FasciaConditions *fascia_safety_get_conditions (const FasciaSafety *self);

/* Whether any condition that is on lowers a ceiling: then the person's own choice of 5 is off. */
gboolean fascia_safety_has_cap (const FasciaSafety *self);

typedef enum
{
  FASCIA_VERDICT_OPEN = 1,
  FASCIA_VERDICT_ADAPTED,   /* may be done, with a lower ceiling */
  FASCIA_VERDICT_HELD_BACK, /* may not be done */
} FasciaVerdictKind;

typedef enum
{
  FASCIA_REASON_CONDITION = 1, /* a row of the table: see condition */
  FASCIA_REASON_SIGN,          /* a warning sign of today */
  FASCIA_REASON_UNANSWERED,    /* the setup was never answered */
  FASCIA_REASON_UNKNOWN_CODE,  /* a condition from a later version */
  FASCIA_REASON_PLACE,         /* nothing may press there, or this tool may not */
  FASCIA_REASON_REST_DAY,      /* of the dose guard: pressed today or yesterday */
  FASCIA_REASON_TIME,          /* of the dose guard: ten minutes of pressure, or twenty in all */
  FASCIA_REASON_SORE,          /* of the dose guard: sore longer than a day */
  FASCIA_REASON_TOOL,          /* not there */
  FASCIA_REASON_POSTURE,       /* not possible now */
  FASCIA_REASON_BREAK,         /* of the dose guard: half of the dose after a week without */
  FASCIA_REASON_STOPPED,       /* of the dose guard: cut short there the last time, see stop */
  FASCIA_REASON_UNKNOWN_STEP,  /* this version of the program has no such step */
} FasciaReasonKind;

typedef struct
{
  FasciaReasonKind kind;
  const FasciaCondition *condition; /* (nullable) belongs to its table */
  const FasciaRegion *place;        /* (nullable) where */
  int cap;                          /* of a condition that lowers the ceiling; -1 */
  gboolean holds_back;              /* FALSE: it only lowers the ceiling */
  const char *stop; /* (nullable) interned, of FASCIA_REASON_STOPPED: see FasciaDoseAt */
} FasciaReason;

/* (transfer full) One plain sentence to the person: "You said that there is an implant at your left
 * hip. This stays a hand-width away." */
char *fascia_reason_dup_text (const FasciaReason *self);

/**
 * FasciaVerdict:
 * @cap: the ceiling that holds, at most that of the step; 0 … 10
 * @reasons: (element-type FasciaReason): every one, not only the first
 */
typedef struct
{
  FasciaVerdictKind kind;
  int cap;
  GArray *reasons;
} FasciaVerdict;

void fascia_verdict_clear (FasciaVerdict *verdict);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaVerdict, fascia_verdict_clear)

/**
 * fascia_safety_judge: the one gate. Pure.
 * @verdict: (out): to be cleared
 * @traits: of a step or a movement test
 * @places: regions it is used on, NULL-terminated, or NULL: all of its regions, both sides; a step
 *   that acts on all is always judged for all of them, on the sides of @places
 * @cap: the ceiling of the step
 */
void fascia_safety_judge (const FasciaSafety *self,
                          FasciaVerdict *verdict,
                          const FasciaTraits *traits,
                          const FasciaRegion *const *places,
                          int cap);

/**
 * fascia_safety_bars_posture: whether a condition that leaves a step open keeps the person from doing it in
 *   @posture
 * @posture: exactly one
 * @reason: (out) (optional): which condition; it holds back
 *
 * A step is judged in its own posture; where the same words hold in another one, no condition is got round by
 * that. To do in bed what does not say how one lies is to lie there on the back. Rest is never barred. Pure.
 */
gboolean fascia_safety_bars_posture (const FasciaSafety *self,
                                     const FasciaTraits *traits,
                                     FasciaPosture posture,
                                     FasciaReason *reason);

/* Regions within a hand-width (45 body units) of @region, itself first: those of the same part of the body
 * whose outline comes so near on any view, and those that touch it there or round the edge of the body, from
 * front to back. A leg is not near the other leg, nor an arm near the trunk below the shoulder, though they
 * are drawn side by side; on trunk, neck and head the middle is no border. (transfer container)
 * NULL-terminated; elements belong to @body. */
const FasciaRegion **fascia_safety_dup_hand_width (FasciaBody *body, const FasciaRegion *region);

G_END_DECLS
