/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions of the safety check while they are being answered. No widgets. */

#pragma once

#include "core/routines/fascia-safety.h"

G_BEGIN_DECLS

/* One place of a condition that belongs to places. */
typedef struct
{
  const char *region; /* (nullable): not said where; interned */
  gint32 since_day;   /* FASCIA_DAY_UNKNOWN: not said when */
} FasciaSafetySpot;

/**
 * FasciaSafetyQuestion: one thing that is asked, and what was answered
 * @code: what the answer is kept under; interned
 * @condition: the row that asks it; of several that share a question the first
 * @has_site: it has places, in @spots
 * @since_day: of one without places
 */
typedef struct
{
  const char *code;
  const FasciaCondition *condition;
  gboolean has_site;
  gboolean asks_date;
  gboolean asks_side;
  gboolean is_absolute;
  gboolean is_on;
  gboolean is_unsure;
  FasciaSide side;
  gint32 since_day;
  GArray *spots; /* FasciaSafetySpot */
} FasciaSafetyQuestion;

typedef struct _FasciaSafetyForm FasciaSafetyForm;

/* What the setup asks, with @answers; those it does not ask about stay as they are. */
FasciaSafetyForm *fascia_safety_form_new (FasciaConditions *conditions,
                                          const FasciaConditionAnswer *answers,
                                          guint n_answers);
void fascia_safety_form_free (FasciaSafetyForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSafetyForm, fascia_safety_form_free)

guint fascia_safety_form_get_n (const FasciaSafetyForm *self);
FasciaSafetyQuestion *fascia_safety_form_get (const FasciaSafetyForm *self, guint index);
/* (nullable) */
FasciaSafetyQuestion *fascia_safety_form_lookup (const FasciaSafetyForm *self, const char *code);
/* For people, in the current language. */
const char *fascia_safety_question_get_name (const FasciaSafetyQuestion *question);
const char *fascia_safety_question_get_effect (const FasciaSafetyQuestion *question);
/* Adds a place, or takes it away. */
void fascia_safety_question_set_place (FasciaSafetyQuestion *question,
                                       const char *region,
                                       gboolean is_there);
gboolean fascia_safety_question_has_place (const FasciaSafetyQuestion *question,
                                           const char *region);

gboolean fascia_safety_form_has_any (const FasciaSafetyForm *self);
/* (nullable) The first that is on and says no place though it has one. */
FasciaSafetyQuestion *fascia_safety_form_find_open (const FasciaSafetyForm *self);
/* Everything off that is asked here. */
void fascia_safety_form_clear (FasciaSafetyForm *self);
/* Array of FasciaConditionAnswer. (transfer full) */
GArray *fascia_safety_form_dup_answers (const FasciaSafetyForm *self);

/* Indices of those of @before that are not in @after and may go only once a clinician agreed: array
 * of guint. (transfer full) */
GArray *fascia_safety_find_taken_out (FasciaConditions *conditions,
                                      const FasciaConditionAnswer *before,
                                      guint n_before,
                                      const FasciaConditionAnswer *after,
                                      guint n_after);

G_END_DECLS
