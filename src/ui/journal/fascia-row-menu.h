/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a row of the journal: one popover for all rows, and which entry it is about.
 */

#pragma once

#include "fascia-journal-row.h"

G_BEGIN_DECLS

typedef struct _FasciaRowMenu FasciaRowMenu;

/* @parent: what the rows lie in; not held. @model: (nullable): what the menu offers. */
FasciaRowMenu *fascia_row_menu_new (GtkWidget *parent, GMenuModel *model);

/* Before @parent is gone. */
void fascia_row_menu_free (FasciaRowMenu *self);

/* Opens the menu of @row: at the point @at of the parent, or across the row when NULL. */
void fascia_row_menu_popup (FasciaRowMenu *self, FasciaJournalRow *row, const graphene_point_t *at);

/* (transfer none) (nullable) The entry whose menu was opened last. */
const FasciaUid *fascia_row_menu_get_uid (FasciaRowMenu *self);

G_END_DECLS
