/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week: which routine on which weekday, rest days, what was moved, how it went. */

#pragma once

#include "../journal/fascia-settings.h"
#include "fascia-past.h"
#include "fascia-programme.h"

G_BEGIN_DECLS

/* Kept as preferences: */
#define FASCIA_SETTING_PLAN_PROGRAMME "plan.programme"     /* s: code; absent: none */
#define FASCIA_SETTING_PLAN_STAGE "plan.stage"             /* x: from 0 */
#define FASCIA_SETTING_PLAN_STARTED "plan.started"         /* x: local day the programme began */
#define FASCIA_SETTING_PLAN_STAGE_SINCE "plan.stage-since" /* x: local day the stage began */
#define FASCIA_SETTING_PLAN_DAYS "plan.days"               /* as: "1:neck-evening" … 1 is Monday */
#define FASCIA_SETTING_PLAN_MOVED "plan.moved" /* as: "DAY:routine:TO-DAY", the last 60 days */
#define FASCIA_SETTING_PLAN_SCORE "plan.score" /* b: show how steady it is; absent: yes */

typedef enum
{
  FASCIA_PLAN_DONE = 1,
  FASCIA_PLAN_PARTLY, /* stopped early: counts */
  FASCIA_PLAN_DUE,    /* today */
  FASCIA_PLAN_AHEAD,
  FASCIA_PLAN_MISSED,
  FASCIA_PLAN_MOVED,
  FASCIA_PLAN_REST, /* planned rest counts */
} FasciaPlanState;

typedef struct
{
  gint32 day;
  const char *routine; /* (nullable) NULL: rest; interned */
  FasciaPlanState state;
} FasciaPlanDay;

/* Immutable, reference counted (atomic). */
typedef struct _FasciaPlan FasciaPlan;
#define FASCIA_TYPE_PLAN (fascia_plan_get_type ())
GType fascia_plan_get_type (void);

/* Never fails: what a setting says that makes no sense is left out. */
FasciaPlan *fascia_plan_new (FasciaProgrammes *programmes, const FasciaSettings *settings);
FasciaPlan *fascia_plan_ref (FasciaPlan *self);
void fascia_plan_unref (FasciaPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPlan, fascia_plan_unref)
/* (nullable) */
const FasciaProgramme *fascia_plan_get_programme (const FasciaPlan *self);
guint fascia_plan_get_stage (const FasciaPlan *self);
/* The day the programme began; FASCIA_DAY_NOT_GIVEN without one. */
gint32 fascia_plan_get_started (const FasciaPlan *self);
/* It began while the clock was ahead: it runs, for nothing waits for a day that was never meant. */
gboolean fascia_plan_is_from_ahead (const FasciaPlan *self, gint32 today);
/* (nullable) Ids of the routines of a weekday, 1 … 7; NULL-terminated, NULL for a day of rest. */
const char *const *fascia_plan_get_weekday (const FasciaPlan *self, int weekday);
/* Whether "Go on / Stay / Back" is to be asked; of the last stage as well, and of one that began on a day to
 * come: a clock was wrong, and the answer sets it right. */
gboolean fascia_plan_is_stage_due (const FasciaPlan *self, gint32 day);
/* Days @first … @last, ten years at most: array of FasciaPlanDay, one or more a day; none before the
 * programme began, or before today when that is still to come.
 * @past: (nullable); @today tells done from ahead. */
GArray *fascia_plan_dup_days (const FasciaPlan *self,
                              const FasciaPast *past,
                              gint32 first,
                              gint32 last,
                              gint32 today);
/**
 * fascia_plan_get_score: how steady it is, 0 … 1, or -1 without a plan or when it is not to be shown
 *
 * Every day moves the score a twentieth of its way towards what the day was worth, so that one missed
 * day takes little away and thirteen days make half of the difference. A day is worth the share of its
 * routines that were begun, and at least a half when anything was practised; a session of no routine, as
 * a breath to follow is, takes a minute to be practice. A planned rest counts as
 * done while the plan is followed: in its first week, and with a session in the seven days before. Today
 * counts when it is done. Source of the idea: docs/routines.md.
 */
double fascia_plan_get_score (const FasciaPlan *self, const FasciaPast *past, gint32 today);

/* Changes, as the preferences to be written: array of (key, GVariant or NULL) pairs to set. */
typedef struct
{
  const char *key;
  GVariant *value; /* (nullable) NULL forgets the key; full reference */
} FasciaSettingChange;
/* (transfer full) (element-type FasciaSettingChange) with a clear function. */
GArray *fascia_plan_start (const FasciaPlan *self, const FasciaProgramme *programme, gint32 today);
GArray *fascia_plan_set_stage (const FasciaPlan *self, guint stage, gint32 today);
GArray *fascia_plan_stop (const FasciaPlan *self);
/* @routines: ids by weekday, 1 … 7; NULL takes the day out. */
GArray *fascia_plan_set_day (const FasciaPlan *self, int weekday, const char *const *routines);
GArray *fascia_plan_move (const FasciaPlan *self, gint32 day, const char *routine, gint32 to_day);

G_END_DECLS
