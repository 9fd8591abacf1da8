/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine made ready for today: which steps, at which places and sides, how long, and what is held
 * back and why. Nothing is ever started but a practice, and only this file makes one. */

#pragma once

#include "fascia-dose-guard.h"
#include "fascia-safety.h"

G_BEGIN_DECLS

/**
 * FasciaPracticeWish:
 * @safety: what may be done
 * @past: (nullable): what was done
 * @places: regions marked or picked, NULL-terminated, worst first; NULL: both sides of everything
 * @postures: in which the person can be now; 0: any
 * @tools: codes of what is there besides the default ones, NULL-terminated; NULL: everything
 * @gentle: ceiling 3, smallest doses
 * @max_seconds: time box; 0: 1200
 */
typedef struct
{
  FasciaLibrary *library;
  FasciaSafety *safety;
  FasciaPast *past;
  const FasciaRegion *const *places;
  FasciaPosture postures;
  const char *const *tools;
  gboolean gentle;
  int max_seconds;
} FasciaPracticeWish;

/* One thing that is done: one step, one place or side, all its sets. */
typedef struct
{
  const FasciaStep *step;
  /* NULL-terminated; where it works now: one side. */
  const FasciaRegion *const *places;
  FasciaSide side; /* MIDLINE: no side, or both at once */
  int sets;
  int seconds; /* of one set, or of one repetition round: sets × seconds is the work */
  int reps;    /* 0: by time */
  int rest_s;  /* after it */
  int cap;
  guint item;             /* index in the routine */
  FasciaVerdictKind kind; /* OPEN or ADAPTED among entries; HELD_BACK among those held back */
  /* (nullable) of FasciaReason: those that hold it back, and those that only changed something: a lower
   * ceiling, another way of doing it, half of the dose. */
  GArray *reasons;
  /* (nullable) The step that the routine names, when this is another way of doing it: a thing is not
   * there (FASCIA_REASON_TOOL), the posture is not possible now (FASCIA_REASON_POSTURE), or a condition
   * holds the usual one back (FASCIA_REASON_CONDITION, which holds nothing back here). Never stronger in
   * anything that is judged. */
  const FasciaStep *instead_of;
  FasciaPosture posture; /* exactly one: in which it is done; of rest and breathing any */
  FasciaPosture
      postures;  /* all in which it may be done, chosen or not: see fascia_safety_bars_posture() */
  double factor; /* of the dose: 1, or 0.5 after a break or soreness */
} FasciaPracticeEntry;

/* Immutable, reference counted (atomic). */
typedef struct _FasciaPractice FasciaPractice;
#define FASCIA_TYPE_PRACTICE (fascia_practice_get_type ())
GType fascia_practice_get_type (void);

/**
 * fascia_practice_new: the only maker of what is played
 *
 * Pure: the same wish gives the same practice. Every step is judged by fascia_safety_judge() at the very
 * places it is done. Sets of an item are those of one side, shared by its places; there are never more
 * places than sets, and the marked ones come first. The marked side is done, both when none is marked,
 * the worse one first. One place is pressed once. Sets are trimmed first, then what is longer than the
 * smallest dose, then places, until pressure and time are within their limits: what is marked stays
 * longest. May end up with no entry.
 *
 * Returns: (transfer full)
 */
FasciaPractice *fascia_practice_new (FasciaRoutine *routine, const FasciaPracticeWish *wish);
/**
 * fascia_practice_with_other_side: "other side too"
 * @entry: index of an entry with a side
 *
 * Pure. A copy with the same dose on the other side, after the last entry of its item but not before
 * @at; judged by the answers and the past that @self was made with. NULL where there is no other side, it
 * is part of the practice already, is held back, or would be beyond the limits of a session.
 * @at: the first index at which it may stand
 * @index: (out) (optional): where it stands
 */
FasciaPractice *fascia_practice_with_other_side (const FasciaPractice *self,
                                                 guint entry,
                                                 guint at,
                                                 guint *index);
FasciaPractice *fascia_practice_ref (FasciaPractice *self);
void fascia_practice_unref (FasciaPractice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaPractice, fascia_practice_unref)

FasciaRoutine *fascia_practice_get_routine (const FasciaPractice *self);
FasciaLibrary *fascia_practice_get_library (const FasciaPractice *self);
gboolean fascia_practice_is_gentle (const FasciaPractice *self);
const FasciaPracticeEntry *fascia_practice_get_entries (const FasciaPractice *self, guint *n);
const FasciaPracticeEntry *fascia_practice_get_held_back (const FasciaPractice *self, guint *n);
/* Work, rests and change-overs; get-ready times are the player's. */
int fascia_practice_get_seconds (const FasciaPractice *self);
int fascia_practice_get_pressure_seconds (const FasciaPractice *self);
FasciaPosture fascia_practice_get_postures (const FasciaPractice *self);

G_END_DECLS
