/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help" at a place: the signs by urgency, and what to do.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-referral.h"
#include "core/body/fascia-signs.h"

G_BEGIN_DECLS

/* @table: (nullable): what can feel like the place, below the signs; a row of it leads to the signs
 * that are asked about it. (transfer floating) */
AdwNavigationPage *fascia_help_page_new (FasciaSigns *signs,
                                         FasciaReferralTable *table,
                                         const FasciaRegion *region);

/* The signs that are asked about after a new injury, wherever it is. (transfer floating) */
AdwNavigationPage *fascia_help_page_new_for_injury (FasciaSigns *signs);

/* "Today", the heading of a level. */
const char *fascia_help_page_get_level_title (FasciaSignLevel level);

G_END_DECLS
