/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place in the list twin: name, all that is known of it in words, level, More.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-list-item.h"
#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_BODY_LIST_ROW (fascia_body_list_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyListRow, fascia_body_list_row, FASCIA, BODY_LIST_ROW, GtkWidget)

/**
 * FasciaBodyListRow:
 *
 * Signals: "clicked"; "more": its button was pressed, which takes out a place that is not known;
 * "menu" (double x, double y): a menu is wanted at that point.
 */
GtkWidget *fascia_body_list_row_new (FasciaBodyModel *model);

/* @item: (nullable) */
void fascia_body_list_row_set_item (FasciaBodyListRow *self, FasciaBodyListItem *item);
/* (nullable) (transfer none) */
FasciaBodyListItem *fascia_body_list_row_get_item (FasciaBodyListRow *self);

/* The place with all that is said of it, for screen readers. (transfer full) (nullable) */
char *fascia_body_list_row_dup_label (FasciaBodyListRow *self);
/* What stands below the name. */
const char *fascia_body_list_row_get_value (FasciaBodyListRow *self);

/* Whether its button is shown: where something is marked, and where the pointer or the keyboard is. */
gboolean fascia_body_list_row_is_more_shown (FasciaBodyListRow *self);

/* Shows again what the model says. */
void fascia_body_list_row_update (FasciaBodyListRow *self);

G_END_DECLS
