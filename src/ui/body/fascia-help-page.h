/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help" at a place: the signs by urgency, and what to do.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-signs.h"

G_BEGIN_DECLS

/* @groups: (nullable): groups of signs instead of those of the place. (transfer floating) */
AdwNavigationPage *fascia_help_page_new (FasciaSigns *signs,
                                         const FasciaRegion *region,
                                         const char *const *groups);

/* "Today", the heading of a level. */
const char *fascia_help_page_get_level_title (FasciaSignLevel level);

G_END_DECLS
