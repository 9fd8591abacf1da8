/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine: steps in order, each with its dose. Immutable. */

#pragma once

#include "fascia-step.h"

G_BEGIN_DECLS

/* Numbers beyond these are a slip or a joke, not a dose: files with them are refused, and copies with
 * them get the most. */
#define FASCIA_ROUTINE_MAX_SETS 20
#define FASCIA_ROUTINE_MAX_SECONDS 1800
#define FASCIA_ROUTINE_MAX_REPS 100
#define FASCIA_ROUTINE_MAX_REST 600
#define FASCIA_ROUTINE_MAX_ITEMS 60
#define FASCIA_ROUTINE_MAX_STEPS 30
/* Letters. */
#define FASCIA_ROUTINE_MAX_TITLE 80
#define FASCIA_ROUTINE_MAX_TEXT 600
#define FASCIA_ROUTINE_MAX_CUE 60

/**
 * FasciaRoutineItem:
 * @step: id of a step, interned
 * @places: (nullable): bases picked, for a step that acts on chosen ones; NULL: all of its regions, or
 *   those that were marked; interned, NULL-terminated
 * @side: FASCIA_SIDE_LEFT or _RIGHT: that one; FASCIA_SIDE_MIDLINE: the marked sides, or both
 * @sets: of a side; 0: the smallest of the step, for a step that acts on chosen places as many as
 *   there are places, within what the step allows
 * @seconds: of one set; 0: the smallest of the step; for a step of repetitions always 0
 * @reps: likewise
 * @rest_s: seconds of rest after it
 */
typedef struct
{
  const char *step;
  const char *const *places;
  FasciaSide side;
  int sets;
  int seconds;
  int reps;
  int rest_s;
} FasciaRoutineItem;

/* Reference counted (atomic). */
typedef struct _FasciaRoutine FasciaRoutine;
#define FASCIA_TYPE_ROUTINE (fascia_routine_get_type ())
GType fascia_routine_get_type (void);

FasciaRoutine *fascia_routine_ref (FasciaRoutine *self);
void fascia_routine_unref (FasciaRoutine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaRoutine, fascia_routine_unref)

/* "neck-evening"; an own one "own-" and letters. Kept in journals. */
const char *fascia_routine_get_id (const FasciaRoutine *self);
/* In the current language; an own one's own words. */
const char *fascia_routine_get_title (const FasciaRoutine *self);
const char *fascia_routine_get_title_c (const FasciaRoutine *self);
/* (nullable) One or two sentences: what it is for. */
const char *fascia_routine_get_summary (const FasciaRoutine *self);
/* (nullable) Hidden words it is found by, blanks between: "root cause sciatica". */
const char *fascia_routine_get_search_words (const FasciaRoutine *self);
/* Code of a group of regions of the body, or "whole". */
const char *fascia_routine_get_group (const FasciaRoutine *self);
/* (nullable) Code of the programme it belongs to. */
const char *fascia_routine_get_programme (const FasciaRoutine *self);
gboolean fascia_routine_is_own (const FasciaRoutine *self);
const FasciaRoutineItem *fascia_routine_get_items (const FasciaRoutine *self, guint *n_items);
/* Steps that came with an own routine, or NULL. */
const FasciaStep *fascia_routine_find_own_step (const FasciaRoutine *self, const char *id);
/* (nullable) Doses above the limits that the person has confirmed: their words, one a line, and when
 * (UTC ms, 0 never). */
const char *fascia_routine_get_confirmed (const FasciaRoutine *self, gint64 *utc_ms);

/* A changed copy, for editors; strings and arrays are copied. Texts become one line without hidden
 * characters, as long as a file may have it; numbers stay within those above. */
FasciaRoutine *fascia_routine_new_own (const char *id, const char *title, const char *summary);
FasciaRoutine *fascia_routine_with_id (const FasciaRoutine *self, const char *id);
FasciaRoutine *fascia_routine_with_title (const FasciaRoutine *self, const char *title);
FasciaRoutine *fascia_routine_with_summary (const FasciaRoutine *self, const char *summary);
FasciaRoutine *fascia_routine_with_items (const FasciaRoutine *self,
                                          const FasciaRoutineItem *items,
                                          guint n_items);
FasciaRoutine *fascia_routine_with_confirmed (const FasciaRoutine *self,
                                              const char *what,
                                              gint64 utc_ms);
gboolean fascia_routine_equal (const FasciaRoutine *a, const FasciaRoutine *b);

G_END_DECLS
