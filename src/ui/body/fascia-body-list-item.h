/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the list twin as objects in groups, those beside the figure included.
 */

#pragma once

#include <gio/gio.h>

#include "core/body/fascia-body.h"
#include "fascia-body-state.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_LIST_ITEM (fascia_body_list_item_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyListItem, fascia_body_list_item, FASCIA, BODY_LIST_ITEM, GObject)

/* (nullable) NULL for a place that this version does not know. */
const FasciaRegion *fascia_body_list_item_get_region (FasciaBodyListItem *self);
/* Its code, interned. */
const char *fascia_body_list_item_get_code (FasciaBodyListItem *self);
/* A number for fascia_body_list_items_get_group_name(). A place that is marked, or was last time, is
 * listed a second time, in a group for that. */
guint fascia_body_list_item_get_group (FasciaBodyListItem *self);
/* Whether it stands in one of those two groups. */
gboolean fascia_body_list_item_is_repeated (FasciaBodyListItem *self);
/* The number of its part of the body, or of the group for places not on the figure, or not known. */
guint fascia_body_list_item_get_part (FasciaBodyListItem *self);
/* What is marked comes first, then what was last time, then the parts of the body. */
int fascia_body_list_item_compare (FasciaBodyListItem *a, FasciaBodyListItem *b);

/* All places of @body in the order of lists, none of them unknown. */
GListStore *fascia_body_list_items_new (FasciaBody *body);

/**
 * fascia_body_list_items_update:
 * @body: perhaps in another form
 * @state: the check-in, perhaps with places that this version does not know
 * @scale: whose earlier marks are those of last time
 * @has_repeats: whether what is marked, and what was last time, stands above the rest
 *
 * Returns: whether something went to another group
 */
gboolean fascia_body_list_items_update (GListStore *items,
                                        const FasciaBody *body,
                                        FasciaBodyState *state,
                                        FasciaScale scale,
                                        gboolean has_repeats);

/* The heading of a group, in the current language. @is_now: whether the check-in is that of now. */
const char *fascia_body_list_items_get_group_name (const FasciaBody *body,
                                                   guint group,
                                                   gboolean is_now);

/* (transfer container) The places of a group that are on the figure; of one side alone when @side
 * is not FASCIA_SIDE_MIDLINE. None for the groups beside the figure. */
GPtrArray *fascia_body_list_items_get_regions (const FasciaBody *body,
                                               guint group,
                                               FasciaSide side);

G_END_DECLS
