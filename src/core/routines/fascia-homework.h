/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Homework as it is jotted down, "heel drops 3 × 10", made into a step of an own routine. */

#pragma once

#include "fascia-library.h"

G_BEGIN_DECLS

/* What the number behind the sets counts. */
typedef enum
{
  FASCIA_HOMEWORK_NONE = 0, /* no number at all */
  FASCIA_HOMEWORK_PLAIN,    /* "3 × 10": repetitions, or seconds for a step that goes by them */
  FASCIA_HOMEWORK_REPS,     /* "10 times" */
  FASCIA_HOMEWORK_SECONDS,  /* "30 s", "2 min" */
} FasciaHomeworkUnit;

/**
 * FasciaHomework:
 * @title: "Heel drops": what is left when numbers and side are taken out; never empty
 * @sets: 0: not said
 * @amount: in @unit; minutes are made seconds
 * @side: FASCIA_SIDE_MIDLINE: not said, or both
 */
typedef struct
{
  char *title;
  int sets;
  int amount;
  FasciaHomeworkUnit unit;
  FasciaSide side;
} FasciaHomework;

/* Reads one line; words for units and sides are those of the current language and of English. FALSE
 * when there are no words in it. Numbers beyond all sense become the most that a routine may have. */
gboolean fascia_homework_parse (const char *text, FasciaHomework *homework);
void fascia_homework_clear (FasciaHomework *homework);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FasciaHomework, fascia_homework_clear)

/* Whether @step is dosed as the homework is. */
gboolean fascia_homework_fits (const FasciaHomework *homework, const FasciaStep *step);

/* Known steps that fit, those whose words are most like first; all of them, so that the last word is
 * the person's. @n_like: (out) (optional): how many share a word. (transfer container) elements belong
 * to @library. */
GPtrArray *fascia_homework_find_like (const FasciaLibrary *library,
                                      const FasciaHomework *homework,
                                      guint *n_like);

/* A copy of @routine with the homework as its last item: a step of its own, in the words of @text, that
 * is judged as @like is. NULL when it is full. */
FasciaRoutine *fascia_homework_add (const FasciaRoutine *routine,
                                    const FasciaHomework *homework,
                                    const char *text,
                                    const FasciaStep *like);

/* A copy without the own steps that no item uses. */
FasciaRoutine *fascia_routine_without_idle_steps (const FasciaRoutine *routine);

G_END_DECLS
