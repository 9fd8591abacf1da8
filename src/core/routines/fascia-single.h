/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One hold at one place, for a bad day: the gentlest thing that is open there. */

#pragma once

#include "fascia-practice.h"

G_BEGIN_DECLS

/* What the one hold is called in the journal; no list has it. */
#define FASCIA_SINGLE_ROUTINE "own-single"

typedef enum
{
  FASCIA_SINGLE_OPEN = 1,
  FASCIA_SINGLE_CLOSED,    /* nothing may press there: beside it, see fascia_region_get_beside() */
  FASCIA_SINGLE_HELD_BACK, /* by what was answered, by rest days …: see reasons */
  FASCIA_SINGLE_NOTHING,   /* nothing in the library is held there */
} FasciaSingleKind;

/**
 * FasciaSingle:
 * @step: (nullable): what is held; belongs to the library
 * @routine: (nullable): it alone, to be started like any other
 * @seconds: of one hold
 * @posture: in which it is done
 * @reasons: (nullable) (element-type FasciaReason): why nothing is open; of the gentlest
 */
typedef struct
{
  FasciaSingleKind kind;
  const FasciaStep *step;
  FasciaRoutine *routine;
  int seconds;
  FasciaPosture posture;
  GArray *reasons;
} FasciaSingle;

void fascia_single_clear (FasciaSingle *single);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaSingle, fascia_single_clear)

/**
 * fascia_single_choose: the gentlest open hold at @region
 * @wish: its places are not looked at; @wish->safety that was never answered is judged as if nothing
 *   was found, because the start of a session asks
 * @region: one place, one side
 * @single: (out): to be cleared
 *
 * Holds are steps of the kinds release, rest and stretch with a time; where nothing may press, rest alone. In bed and on a chair come before
 * standing, that before the floor, hands and knees last; then a release before a rest before a stretch;
 * then what presses less, puts less weight on a tool, goes less far and has the lower ceiling; at last the
 * order of the table. Whether it is open is what fascia_practice_new() says, with the smallest dose.
 * Pure: the same wish gives the same hold.
 */
void fascia_single_choose (const FasciaPracticeWish *wish,
                           const FasciaRegion *region,
                           FasciaSingle *single);

/* (transfer full) The routine FASCIA_SINGLE_ROUTINE of @step alone at @region, on its side. */
FasciaRoutine *fascia_single_make_routine (const FasciaStep *step, const FasciaRegion *region);

G_END_DECLS
