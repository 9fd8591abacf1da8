/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked before each session. No widgets. */

#pragma once

#include "core/body/fascia-signs.h"
#include "core/routines/fascia-practice.h"

G_BEGIN_DECLS

/* One thing that may be so today: a warning sign, or a condition of the day. */
typedef struct
{
  const FasciaSign *sign;           /* (nullable) */
  const FasciaCondition *condition; /* (nullable) */
  gboolean is_on;
} FasciaSessionItem;

typedef struct _FasciaSessionCheck FasciaSessionCheck;

/* @has_legs: a calf or thigh is worked: its signs come first. */
FasciaSessionCheck *fascia_session_check_new (FasciaSigns *signs,
                                              FasciaConditions *conditions,
                                              gboolean has_legs);
FasciaSessionCheck *fascia_session_check_ref (FasciaSessionCheck *self);
void fascia_session_check_unref (FasciaSessionCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSessionCheck, fascia_session_check_unref)
/* What is so in @from is so here: also what this one would not ask. */
void fascia_session_check_take_over (FasciaSessionCheck *self, const FasciaSessionCheck *from);

/* The lines of the sheet, NULL-terminated: those of the legs, then four. (transfer full) */
char **fascia_session_check_dup_lines (const FasciaSessionCheck *self);
/* The line that stands for an item; G_MAXUINT: none does. */
guint fascia_session_check_get_line (const FasciaSessionCheck *self, guint index);
/* (transfer full) (nullable) What is so of a line; NULL: nothing is. */
char *fascia_session_check_dup_line_words (const FasciaSessionCheck *self, guint line);

guint fascia_session_check_get_n (const FasciaSessionCheck *self);
FasciaSessionItem *fascia_session_check_get (const FasciaSessionCheck *self, guint index);
const char *fascia_session_item_get_question (const FasciaSessionItem *item);
/* (transfer full) What it means today. */
char *fascia_session_item_dup_advice (const FasciaSessionItem *item);
gboolean fascia_session_check_has_any (const FasciaSessionCheck *self);
/* The most urgent level of the signs that are on; 0: none is. */
int fascia_session_check_get_level (const FasciaSessionCheck *self);
/* (transfer full) @safety with what is so today. */
FasciaSafety *fascia_session_check_apply (const FasciaSessionCheck *self, FasciaSafety *safety);

/* Whether a step of @practice works on a calf or thigh. */
gboolean fascia_session_works_legs (FasciaSigns *signs, const FasciaPractice *practice);
/* Whether a step of @routine may be done on a calf or thigh. */
gboolean fascia_session_names_legs (FasciaSigns *signs,
                                    const FasciaLibrary *library,
                                    const FasciaRoutine *routine);
/* Whether only rest and breathing are left in it. */
gboolean fascia_session_is_rest (const FasciaPractice *practice);
/* Whether a routine is made of nothing but rest and breathing. */
gboolean fascia_session_is_rest_routine (const FasciaLibrary *library,
                                         const FasciaRoutine *routine);

G_END_DECLS
