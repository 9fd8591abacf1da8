/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a row of the table of conditions: what the judgement computes with. */

#pragma once

#include "fascia-conditions.h"
#include "fascia-predicate.h"

G_BEGIN_DECLS

/* Where a row looks. */
typedef enum
{
  FASCIA_REACH_EVERYWHERE = 1, /* at every step, wherever it works */
  FASCIA_REACH_SITE,           /* at steps that touch or load the place the person names */
  FASCIA_REACH_PLACES,         /* likewise, at places of its own */
} FasciaReach;

/* Never ends by itself. */
#define FASCIA_UNTIL_CLEARED G_MAXINT32

struct _FasciaCondition
{
  const char *code;          /* interned */
  const char *question_code; /* interned; the code itself when it is asked by itself */
  const char *group;         /* interned */
  gboolean is_absolute;
  FasciaConditionAsked asked;
  FasciaReach reach;
  const char *const *bases; /* of FASCIA_REACH_PLACES, interned, NULL-terminated; owned */
  gboolean has_hand_width;
  guint forbids_kinds; /* bits: 1 << FasciaStepKind */
  FasciaPredicate *forbids;
  int max_cap; /* -1: none */
  FasciaMovementAllowed movement;
  int from_day;
  int until_day; /* that day included */
  gboolean asks_date;
  gboolean asks_side;
  gboolean matches_none;
  char *action;
  char *name;
  char *question;
  char *effect;
  char *source;
  char *certainty;
};

G_END_DECLS
