/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of an own routine: where, on which side, how much, and the rest after it.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ITEM_PAGE (fascia_item_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaItemPage, fascia_item_page, FASCIA, ITEM_PAGE, AdwNavigationPage)

/**
 * fascia_item_page_new:
 * @routine: the one @item is in, for its own steps
 *
 * Signals: "edited": see fascia_item_page_get_item(); "both-sides", "removed": the person asks for it,
 * and the page goes away by itself.
 */
AdwNavigationPage *fascia_item_page_new (FasciaRoutinesModel *model,
                                         FasciaRoutine *routine,
                                         const FasciaRoutineItem *item);
/* As it is now. */
const FasciaRoutineItem *fascia_item_page_get_item (FasciaItemPage *self);

/* As if typed; for tests. */
void fascia_item_page_set_dose (FasciaItemPage *self, int sets, int amount, int rest_s);
void fascia_item_page_set_side (FasciaItemPage *self, FasciaSide side);
void fascia_item_page_ask_both (FasciaItemPage *self);

G_END_DECLS
