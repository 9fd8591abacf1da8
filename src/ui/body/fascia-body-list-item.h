/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the list twin as objects in groups, those beside the figure included.
 */

#pragma once

#include <gio/gio.h>

#include "core/body/fascia-body.h"
#include "core/journal/fascia-entry.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_LIST_ITEM (fascia_body_list_item_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyListItem, fascia_body_list_item, FASCIA, BODY_LIST_ITEM, GObject)

/* (nullable) NULL for a place that this version does not know. */
const FasciaRegion *fascia_body_list_item_get_region (FasciaBodyListItem *self);
/* Its code, interned. */
const char *fascia_body_list_item_get_code (FasciaBodyListItem *self);
/* Groups of the body in their order, then those not on the figure, then those not known. */
guint fascia_body_list_item_get_group (FasciaBodyListItem *self);

/* All places of @body in the order of lists, none of them unknown. */
GListStore *fascia_body_list_items_new (FasciaBody *body);

/**
 * fascia_body_list_items_update:
 * @body: perhaps in another form
 * @entry: (nullable): the check-in, perhaps with places that this version does not know
 *
 * Returns: whether something went to another group
 */
gboolean fascia_body_list_items_update (GListStore *items,
                                        const FasciaBody *body,
                                        const FasciaEntry *entry);

/* The heading of a group, in the current language. */
const char *fascia_body_list_items_get_group_name (const FasciaBody *body, guint group);

/* (transfer container) The places of a group that are on the figure; of one side alone when @side
 * is not FASCIA_SIDE_MIDLINE. None for the groups beside the figure. */
GPtrArray *fascia_body_list_items_get_regions (const FasciaBody *body,
                                               guint group,
                                               FasciaSide side);

G_END_DECLS
