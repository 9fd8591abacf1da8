/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of conditions that the safety check asks for: data/routines/conditions.xml. */

#pragma once

#include "fascia-traits.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_CONDITION_ASKED_SETUP = 1 << 0,
  FASCIA_CONDITION_ASKED_SESSION = 1 << 1,
} FasciaConditionAsked;

typedef enum
{
  FASCIA_MOVEMENT_YES = 1, /* movement and stretch go on */
  FASCIA_MOVEMENT_GENTLE,  /* only kinds move and control */
  FASCIA_MOVEMENT_NO,      /* only rest and breathing */
} FasciaMovementAllowed;

/* One row; belongs to its table. */
typedef struct _FasciaCondition FasciaCondition;
/* Immutable, reference counted (atomic). */
typedef struct _FasciaConditions FasciaConditions;

FasciaConditions *fascia_conditions_new (FasciaBody *body, GError **error);
FasciaConditions *fascia_conditions_new_from_data (FasciaBody *body,
                                                   const char *xml,
                                                   GError **error);
FasciaConditions *fascia_conditions_ref (FasciaConditions *self);
void fascia_conditions_unref (FasciaConditions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaConditions, fascia_conditions_unref)
guint fascia_conditions_get_n (const FasciaConditions *self);
const FasciaCondition *fascia_conditions_get (const FasciaConditions *self, guint index);
const FasciaCondition *fascia_conditions_lookup (const FasciaConditions *self, const char *code);
/* The first row that is asked as @code: a question code such as "injury", or the code of any row that
 * shares its question. (nullable) */
const FasciaCondition *fascia_conditions_lookup_question (const FasciaConditions *self,
                                                          const char *code);
/* Groups in which the setup asks them, in order: codes "skin", "bones" … and their names. */
guint fascia_conditions_get_n_groups (const FasciaConditions *self);
const char *fascia_conditions_get_group_code (const FasciaConditions *self, guint index);
const char *fascia_conditions_get_group_name (const FasciaConditions *self, guint index);

const char *fascia_condition_get_code (const FasciaCondition *self);
const char *fascia_condition_get_group (const FasciaCondition *self);
/* In the current language: "A broken, possibly broken or unhealed bone" */
const char *fascia_condition_get_name (const FasciaCondition *self);
/* "Is a bone or joint there broken, cracked or out of place, or could it be?" */
const char *fascia_condition_get_question (const FasciaCondition *self);
/* What changes, to the person: one or two sentences. */
const char *fascia_condition_get_effect (const FasciaCondition *self);
FasciaConditionAsked fascia_condition_get_asked (const FasciaCondition *self);
gboolean fascia_condition_is_absolute (const FasciaCondition *self);
/* It belongs to a place that the person names on the map. */
gboolean fascia_condition_has_site (const FasciaCondition *self);
gboolean fascia_condition_asks_date (const FasciaCondition *self);
gboolean fascia_condition_asks_side (const FasciaCondition *self);
/* The answer that asks for it: an injury is asked once, as "injury", and runs through the rows
 * acute-injury, injury-early, injury-around and injury-late by its date. */
const char *fascia_condition_get_question_code (const FasciaCondition *self);
/* English, for whoever wants to read on. */
const char *fascia_condition_get_source (const FasciaCondition *self);
const char *fascia_condition_get_certainty (const FasciaCondition *self);

G_END_DECLS
