/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places often linked with a place, and what looks alike: facts to read, never a cause.
 */

#pragma once

#include "fascia-body.h"

G_BEGIN_DECLS

typedef enum
{
  FASCIA_REFERRAL_MUSCLE = 1, /* where a tight muscle is often felt */
  FASCIA_REFERRAL_LINE,       /* a chain of fascia: an idea of anatomy */
  FASCIA_REFERRAL_LOOK_ALIKE, /* not muscle, but felt like it */
} FasciaReferralKind;

/* One fact; belongs to its table. Texts are in the current language. */
typedef struct _FasciaReferral FasciaReferral;

/* Immutable, reference counted (atomic). Loads data/body/referral.xml. */
typedef struct _FasciaReferralTable FasciaReferralTable;

FasciaReferralTable *fascia_referral_table_new (FasciaBody *body, GError **error);
FasciaReferralTable *fascia_referral_table_new_from_data (FasciaBody *body,
                                                          const char *xml,
                                                          GError **error);
FasciaReferralTable *fascia_referral_table_ref (FasciaReferralTable *self);
void fascia_referral_table_unref (FasciaReferralTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaReferralTable, fascia_referral_table_unref)
guint fascia_referral_table_get_n (const FasciaReferralTable *self);
const FasciaReferral *fascia_referral_table_get (const FasciaReferralTable *self, guint index);

/* Facts of @kind in which the place takes part, as source or as where it is felt: array of const
 * FasciaReferral *, free with g_ptr_array_unref(). */
GPtrArray *fascia_referral_table_find (const FasciaReferralTable *self,
                                       const FasciaRegion *region,
                                       FasciaReferralKind kind);
/* The places often linked with a place by a muscle, either way and on the side they are linked on;
 * without repeats and without itself, those named essential first, then those named most often, of two
 * sides that are named alike its own; at most @max (0: all). Lines and look-alikes link nothing. Free
 * with g_ptr_array_unref(); elements belong to the body. */
GPtrArray *fascia_referral_table_find_linked (const FasciaReferralTable *self,
                                              const FasciaRegion *region,
                                              guint max);

const char *fascia_referral_get_id (const FasciaReferral *self);
FasciaReferralKind fascia_referral_get_kind (const FasciaReferral *self);
/* The muscle, the line, or what it looks like. */
const char *fascia_referral_get_name (const FasciaReferral *self);
/* What may be felt, and for what looks alike what to do then: one to three plain sentences;
 * (nullable). */
const char *fascia_referral_get_fact (const FasciaReferral *self);
/* English, for whoever wants to read on. */
const char *fascia_referral_get_source (const FasciaReferral *self);
/* English: "source read" (in the source itself) or "well established" (textbook knowledge). */
const char *fascia_referral_get_certainty (const FasciaReferral *self);
/* (nullable) The group of signs to look at first: see fascia_signs_get_group(). */
const char *fascia_referral_get_sign_group (const FasciaReferral *self);
/* All of them, NULL-terminated, never NULL, may be empty. Every look-alike has one at least. */
const char *const *fascia_referral_get_sign_groups (const FasciaReferral *self);

G_END_DECLS
