/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help": the signs to look out for at a place.
 */

#pragma once

#include "fascia-body.h"

G_BEGIN_DECLS

/* How soon, most urgent first. */
typedef enum
{
  FASCIA_SIGN_EMERGENCY = 1,
  FASCIA_SIGN_SAME_DAY,
  FASCIA_SIGN_SOON,
} FasciaSignLevel;

/* Where a question is shown, and what opens the row of a place by itself. */
typedef enum
{
  FASCIA_SIGN_AT_PLACE = 1 << 0,       /* in the row "When to get help" of its places */
  FASCIA_SIGN_ON_NERVE_WORDS = 1 << 1, /* the row opens for numb, tingling or electric */
  FASCIA_SIGN_ON_NEW_INJURY = 1 << 2,  /* the row opens for a new injury */
  FASCIA_SIGN_ON_PAGE = 1 << 3,        /* the page of warning signs, which holds them all */
  FASCIA_SIGN_BEFORE_SESSION = 1 << 4,
  FASCIA_SIGN_BEFORE_LEG_SESSION = 1 << 5, /* before every session for a calf or thigh */
  FASCIA_SIGN_AFTER_SIX_WEEKS = 1 << 6,
  FASCIA_SIGN_BESIDE_MOOD = 1 << 7, /* beside the question about mood */
} FasciaSignPlace;

/* One yes-or-no question; belongs to its table. */
typedef struct _FasciaSign FasciaSign;
/* Immutable, reference counted (atomic). Loads data/body/signs.xml. */
typedef struct _FasciaSigns FasciaSigns;

FasciaSigns *fascia_signs_new (FasciaBody *body, GError **error);
FasciaSigns *fascia_signs_new_from_data (FasciaBody *body, const char *xml, GError **error);
FasciaSigns *fascia_signs_ref (FasciaSigns *self);
void fascia_signs_unref (FasciaSigns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaSigns, fascia_signs_unref)
guint fascia_signs_get_n (const FasciaSigns *self);
const FasciaSign *fascia_signs_get (const FasciaSigns *self, guint index);

/* Those to be shown in the row of a place, most urgent first: array of const FasciaSign *, free with
 * g_ptr_array_unref(). What is asked for every place alike is not among them. */
GPtrArray *fascia_signs_find (const FasciaSigns *self, const FasciaRegion *region);
/* Those of a group, most urgent first. */
GPtrArray *fascia_signs_get_group (const FasciaSigns *self, const char *group);

const char *fascia_sign_get_id (const FasciaSign *self);
const char *fascia_sign_get_group (const FasciaSign *self);
FasciaSignLevel fascia_sign_get_level (const FasciaSign *self);
FasciaSignPlace fascia_sign_get_places (const FasciaSign *self);
/* English, for whoever wants to read on: one line each, ready to be shown; the second as
 * fascia_referral_get_certainty(). */
const char *fascia_sign_get_source (const FasciaSign *self);
const char *fascia_sign_get_certainty (const FasciaSign *self);
/* In the current language: "Is there pressure, squeezing or heaviness in your chest?" */
const char *fascia_sign_get_question (const FasciaSign *self);
/* In the current language (nullable): a sentence of its own, to stand behind the advice of its level:
 * "If you might act on them, call your local emergency number or a crisis line now." */
const char *fascia_sign_get_advice (const FasciaSign *self);
/* In the current language, what to do at a level, calm and whole: "If yes, call your local
 * emergency number now." Fits one question and several. */
const char *fascia_sign_level_get_advice (FasciaSignLevel level);

G_END_DECLS
