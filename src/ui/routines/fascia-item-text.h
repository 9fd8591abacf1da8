/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words about the lines of an own routine: how much, where, on which side. Pure.
 */

#pragma once

#include "core/routines/fascia-library.h"

G_BEGIN_DECLS

/* (transfer full) The name of a place, both sides of it unless @side is left or right. */
char *fascia_item_text_place (const FasciaBody *body, const char *base, FasciaSide side);
/* (transfer full) "2 × 45 s · your left side · Left calf · 20 s rest". */
char *fascia_item_text_dose (const FasciaLibrary *library,
                             const FasciaStep *step,
                             const FasciaRoutineItem *item);
/* (transfer full) (nullable) "Like “Calf raise”", of a step in somebody's own words. */
char *fascia_item_text_like (const FasciaLibrary *library, const FasciaStep *step);
/* (transfer full) "Release · Chair · Tennis ball": what one chooses a step by. */
char *fascia_item_text_step (const FasciaLibrary *library, const FasciaStep *step);
/* (transfer full) All words that a step is found by. */
char *fascia_item_text_words (const FasciaLibrary *library, const FasciaStep *step);

/* What is done when nothing is said: the smallest of the step. */
int fascia_item_get_sets (const FasciaStep *step, const FasciaRoutineItem *item);
int fascia_item_get_amount (const FasciaStep *step, const FasciaRoutineItem *item);

/* (transfer full) What fascia_library_check() says about one item of @routine alone; NULL-terminated,
 * without what is about the routine as a whole. */
char **fascia_item_list_limits (const FasciaLibrary *library,
                                const FasciaRoutine *routine,
                                const FasciaRoutineItem *item);

G_END_DECLS
