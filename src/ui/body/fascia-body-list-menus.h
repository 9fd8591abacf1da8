/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menus of the list twin and what they do: one place, a group, a whole area.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-list-item.h"
#include "fascia-body-model.h"

G_BEGIN_DECLS

/* All (transfer full); their actions are those of the list: "list.more" and others. */
GMenu *fascia_body_list_menus_of_place (FasciaBodyModel *model, FasciaBodyListItem *item);
/* A group at once, or its left or right half; empty for the groups beside the figure. */
GMenu *fascia_body_list_menus_of_group (FasciaBody *body, guint group);
GMenu *fascia_body_list_menus_of_areas (FasciaBody *body);

/* The next place chosen is where @region spreads to. */
void fascia_body_list_menus_begin_spread (FasciaBodyModel *model, const FasciaRegion *region);

/* Gives the class of the list its actions. */
void fascia_body_list_menus_install (GtkWidgetClass *klass);

G_END_DECLS
