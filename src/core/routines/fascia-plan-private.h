/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the plan share. */

#pragma once

#include "fascia-plan.h"

G_BEGIN_DECLS

#define FASCIA_PLAN_WEEKDAYS 7

typedef struct
{
  gint32 day;
  const char *routine; /* interned */
  gint32 to_day;
} FasciaPlanMove;

struct _FasciaPlan
{
  FasciaProgrammes *programmes;
  const FasciaProgramme *programme; /* (nullable) */
  guint stage;
  gint32 started;
  gint32 stage_since;
  gboolean shows_score;
  GPtrArray *days[FASCIA_PLAN_WEEKDAYS]; /* ids, interned, NULL-terminated when not empty */
  GArray *moves;                         /* FasciaPlanMove */
};

G_END_DECLS
