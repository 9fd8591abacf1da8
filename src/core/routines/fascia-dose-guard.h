/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much was done already: rest days, minutes of pressure, breaks, soreness. */

#pragma once

#include "fascia-library.h"
#include "fascia-past.h"

G_BEGIN_DECLS

/* Limits of a session and of a week: docs/routines.md has the sources. */
#define FASCIA_DOSE_ENTRY_S 360
#define FASCIA_DOSE_SESSION_PRESSURE_S 600
#define FASCIA_DOSE_SESSION_S 1200
#define FASCIA_DOSE_BREAK_DAYS 7

/* Answer to "How is it today?" on the day after. */
typedef enum
{
  FASCIA_SORENESS_NOT_ASKED = 0,
  FASCIA_SORENESS_BACK_IN_A_DAY, /* keep, or add a little */
  FASCIA_SORENESS_TWO_DAYS,      /* 24 to 48 h, or pain up by two: half */
  FASCIA_SORENESS_LONGER,        /* longer, a bruise, numbness, a new pain: not this step */
} FasciaSoreness;

/* What is to be respected at one place today. */
typedef struct
{
  gboolean pressed_today;
  gboolean pressed_yesterday;
  int week_pressure_s; /* of the last seven days, today included */
  double factor;       /* 1, or 0.5 after a break or soreness */
  gboolean is_stopped; /* sore longer than two days, and not reviewed */
} FasciaDoseAt;

/* Pure. @day: today. @soreness: (nullable) answers by session, newest last. */
void fascia_dose_guard_look (FasciaDoseAt *at,
                             const FasciaLibrary *library,
                             const FasciaPast *past,
                             gint32 day,
                             const FasciaRegion *region);
/* Seconds of pressure at each region in the last seven days: array as long as the body has regions.
 * (transfer full) */
int *fascia_dose_guard_dup_week (const FasciaLibrary *library, const FasciaPast *past, gint32 day);

G_END_DECLS
