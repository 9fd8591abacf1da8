/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of a check-in that need more than one step in the journal, as one operation each.
 */

#pragma once

#include "fascia-body-model.h"

G_BEGIN_DECLS

/**
 * fascia_place_move:
 *
 * The mark meant another place: takes @from out and marks @to with what was said of it, in one
 * operation. What @to has already stays. The other place is the chosen one then.
 */
void fascia_place_move (FasciaBodyModel *model, const FasciaRegion *from, const FasciaRegion *to);

/* Takes a place out that this version does not know. @code: its region code. */
void fascia_place_forget (FasciaBodyModel *model, const char *code);

/* The words for how a place feels: those on the active scale, else those on the other one.
 * (nullable) (transfer none) */
const char *const *fascia_place_get_feelings (FasciaBodyModel *model, const FasciaRegion *region);

G_END_DECLS
