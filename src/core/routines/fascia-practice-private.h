/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make a practice share. */

#pragma once

#include "fascia-practice.h"

G_BEGIN_DECLS

struct _FasciaPractice
{
  FasciaRoutine *routine;
  FasciaLibrary *library;
  FasciaSafety *safety;
  FasciaPast *past; /* (nullable) */
  gboolean is_gentle;
  GArray *entries;   /* FasciaPracticeEntry, in the order they are done */
  GArray *held_back; /* likewise, in the order of the routine */
  GPtrArray *gone;   /* of FasciaStep: stand-ins for steps that are not known */
};

/* One item of a routine, worked out for now. */
typedef struct
{
  const FasciaPracticeWish *wish;
  FasciaRoutine *routine;
  const FasciaRoutineItem *item;
  guint index;
  const FasciaStep *step;       /* what is done */
  const FasciaStep *instead_of; /* (nullable) what the routine says */
  FasciaReasonKind obstacle; /* why another way was taken, or, without any, why nothing is done */
  FasciaReason because;      /* likewise, when it is a condition: its kind is not 0 */
  FasciaPosture posture;
  gboolean is_confirmed; /* doses above the limits are the person's wish */
  guint n_more;          /* entries of the other side, which is done another way */
} FasciaPracticeItem;

/* fascia-practice.c */

/* One more entry with places, dose and a ceiling of its step: through the gate and the dose guard, as those
 * of the routine went. FALSE: it is held back, and its reasons say why. */
gboolean fascia_practice_judge (const FasciaPractice *self, FasciaPracticeEntry *entry);
void fascia_practice_entry_clear (gpointer entry);

/* fascia-practice-places.c */

/* Chooses the way of doing it. FALSE: there is none: @step is what the routine says, @obstacle why. */
gboolean fascia_practice_choose_step (FasciaPracticeItem *self);
/* All postures in which the step may be done: those that no condition bars. 0: none. */
FasciaPosture fascia_practice_get_allowed (const FasciaPracticeWish *wish, const FasciaStep *step);
/* Whether a condition holds the step back on one side only, and there is another way for that side: @sides,
 * in their order, which point into @items. */
gboolean fascia_practice_split (const FasciaPracticeItem *self,
                                FasciaRoutineItem items[2],
                                FasciaPracticeItem sides[2]);
/* Where it is marked: how many come before it, or -1. */
int fascia_practice_get_rank (const FasciaPracticeWish *wish, const FasciaRegion *region);
/* One entry for each place and side, without dose: array of FasciaPracticeEntry, never empty. */
GArray *fascia_practice_dup_places (const FasciaPracticeItem *self);

/* fascia-practice-dose.c */

/* Whether the person agreed to all that is above the limits as the routine is now: it may have been restored
 * from anywhere, or a limit may have come down. */
gboolean fascia_practice_is_confirmed (const FasciaLibrary *library, const FasciaRoutine *routine);
/* Sets, seconds and repetitions, for one of @n_entries of the item. */
void fascia_practice_set_dose (const FasciaPracticeItem *self,
                               FasciaPracticeEntry *entry,
                               guint n_entries,
                               guint n_on_side);
/* Half of it. */
void fascia_practice_halve (FasciaPracticeEntry *entry);
int fascia_practice_entry_get_seconds (const FasciaPracticeEntry *entry);
int fascia_practice_sum_seconds (const GArray *entries);
int fascia_practice_sum_pressure (const GArray *entries);
/* Until all limits hold; what is taken out goes to @held_back. */
void fascia_practice_trim (FasciaPractice *self, const FasciaPracticeWish *wish);

G_END_DECLS
