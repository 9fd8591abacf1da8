/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn in a place, where it spreads to, how a period went there: in words.
 */

#pragma once

#include "core/body/fascia-extent.h"
#include "core/insights/fascia-heat.h"

G_BEGIN_DECLS

/* "Drawn on 34 % of it, mean 6"; without levels "Drawn on 34 % of it"; for a spot that covers next
 * to nothing "Drawn on less than 1 % of it". (transfer full) */
char *fascia_place_words_extent (const FasciaExtent *extent);

/**
 * fascia_place_words_extras:
 * @entry: (nullable): the check-in
 * @extents: (element-type FasciaExtent): of its drawings
 * @scale: the active one: only its drawings are told of
 *
 * Returns: (transfer full) (nullable): "spreads to Left jaw, drawn on 34 % of it", or NULL when
 *   there is nothing of the kind
 */
char *fascia_place_words_extras (const FasciaBody *body,
                                 const FasciaEntry *entry,
                                 const GArray *extents,
                                 const FasciaRegion *region,
                                 FasciaScale scale);

/* "On 12 of 30 days, mean 4.5, worst 8"; "On no day" when there was nothing. (transfer full) */
char *fascia_place_words_heat (const FasciaHeat *heat, const FasciaRegion *region);

G_END_DECLS
