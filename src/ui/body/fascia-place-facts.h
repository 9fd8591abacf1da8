/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known about places besides their marks: linked places, signs, the words used most.
 */

#pragma once

#include "core/body/fascia-referral.h"
#include "core/body/fascia-signs.h"
#include "core/journal/fascia-feelings.h"
#include "fascia-body-model.h"
#include "fascia-body-setup.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLACE_FACTS (fascia_place_facts_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlaceFacts, fascia_place_facts, FASCIA, PLACE_FACTS, GObject)

/**
 * FasciaPlaceFacts:
 *
 * One for each model, read when it is first asked for. Main thread.
 *
 * Signals: "used": the words used most are others than before.
 */

/* (transfer none) Kept as long as the model lives. */
FasciaPlaceFacts *fascia_place_facts_get (FasciaBodyModel *model);

/* (transfer none) (nullable) NULL when the table in the program is broken. */
FasciaReferralTable *fascia_place_facts_get_referral (FasciaPlaceFacts *self);
FasciaSigns *fascia_place_facts_get_signs (FasciaPlaceFacts *self);

/* (transfer none) Never NULL. */
FasciaBodySetup *fascia_place_facts_get_setup (FasciaPlaceFacts *self);

/* (transfer none) Codes, the most used first; never NULL. */
const char *const *fascia_place_facts_get_used (FasciaPlaceFacts *self);
/* Asks the journal again for the words used most. */
void fascia_place_facts_refresh (FasciaPlaceFacts *self);

/* (transfer none) What the drawings of the check-in cover: array of FasciaExtent, computed once for
 * each check-in as it stands; never NULL. */
const GArray *fascia_place_facts_get_extents (FasciaPlaceFacts *self);

/**
 * fascia_place_facts_should_help:
 * @before, @after: (nullable): the words of a place before and after a change
 *
 * Returns: whether the row "When to get help" of the place opens by itself: a word came that asks
 *   for it, and the row has never opened by itself for this place
 */
gboolean fascia_place_facts_should_help (FasciaPlaceFacts *self,
                                         const FasciaRegion *region,
                                         const char *const *before,
                                         const char *const *after);
/* It has opened by itself: never again for this place. */
void fascia_place_facts_set_helped (FasciaPlaceFacts *self, const FasciaRegion *region);

G_END_DECLS
