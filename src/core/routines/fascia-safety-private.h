/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the safety check share: which rows are on, and where. */

#pragma once

#include "fascia-conditions-private.h"
#include "fascia-safety.h"

G_BEGIN_DECLS

/* One row that is on today, with the places it looks at. */
typedef struct
{
  const FasciaCondition *row; /* NULL: of a later version */
  const FasciaRegion *site;   /* (nullable) the place the person named */
  guint8 *is_place;           /* by index of the region; NULL: everywhere */
} FasciaSafetyActive;

struct _FasciaSafety
{
  FasciaConditions *conditions;
  FasciaBody *body;
  GArray *answers; /* of FasciaConditionAnswer */
  GArray *active;  /* of FasciaSafetyActive */
  gint32 answered_day;
  gint32 day;
  gboolean has_signs;
};

G_END_DECLS
