/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short words about the plan: days and how they went, how steady it is, minutes of pressure. Pure.
 */

#pragma once

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* "Done", "To come": never a reproach. */
const char *fascia_plan_text_state (FasciaPlanState state);
const char *fascia_plan_text_icon (FasciaPlanState state);
/* (transfer full) "Monday". @weekday: 1 … 7 */
char *fascia_plan_text_weekday (int weekday);
/* (transfer full) "Monday 3 March" */
char *fascia_plan_text_day (gint32 day);
/* (transfer full) "2 weeks" */
char *fascia_plan_text_weeks (int weeks);

/**
 * fascia_plan_text_routine:
 *
 * Returns: (transfer full): the title of a routine, or, of one that is not there any more, plain words
 *   that say so
 */
char *fascia_plan_text_routine (FasciaLibrary *library, const char *routine);
/* (transfer full) "Slow neck · Desk break"; "Rest" for none. @routines: (nullable) */
char *fascia_plan_text_routines (FasciaLibrary *library, const char *const *routines);

/**
 * fascia_plan_text_score:
 * @score: as fascia_plan_get_score() tells
 * @before: that of a week ago, or -1
 * @days: since the plan began, today included
 *
 * Returns: (transfer full): "Steady 80 %. …" In the first week there is no number: it could only be a
 *   low one.
 */
char *fascia_plan_text_score (double score, double before, int days);

/* A place that was pressed in the last seven days. */
typedef struct
{
  const FasciaRegion *region;
  int seconds;
} FasciaPlanPressure;

/* (transfer full) Array of FasciaPlanPressure, longest first; places of one length in the order of the
 * body. @past: (nullable) */
GArray *fascia_plan_list_pressure (FasciaLibrary *library, FasciaPast *past, gint32 day);
/* (transfer full) "4 min", "30 s" */
char *fascia_plan_text_pressure (int seconds);

G_END_DECLS
