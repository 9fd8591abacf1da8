/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Places often linked": a quiet row that opens facts about a place, what feels alike beside them.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLACE_LINKS (fascia_place_links_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlaceLinks, fascia_place_links, FASCIA, PLACE_LINKS, AdwExpanderRow)

/**
 * FasciaPlaceLinks:
 *
 * Closed until it is opened; its facts are made only then.
 *
 * Signals: "chosen" (FasciaRegion *region): the place is wanted on the figure; "signs" (GStrv
 * groups): the signs of a look-alike are wanted.
 */
GtkWidget *fascia_place_links_new (FasciaBodyModel *model, const FasciaRegion *region);

/* Whether anything is known about the place; without it the row is not worth its room. */
gboolean fascia_place_links_has_any (FasciaBodyModel *model, const FasciaRegion *region);

G_END_DECLS
