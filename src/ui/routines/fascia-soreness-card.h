/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question of the day after: how it is where somebody worked, and what follows from it.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* x: the local day on which "Not now" was said */
#define FASCIA_SETTING_SORENESS_LATER "routines.soreness-later"

#define FASCIA_TYPE_SORENESS_CARD (fascia_soreness_card_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSorenessCard, fascia_soreness_card, FASCIA, SORENESS_CARD, AdwBin)

/**
 * FasciaSorenessCard:
 *
 * Asks while fascia_dose_guard_find_to_ask() says so, tells in one sentence what follows, and lets a
 * place that is at rest be looked at again. Not visible when there is nothing of all that.
 *
 * Property (notify): "visible", which it sets itself.
 */
GtkWidget *fascia_soreness_card_new (FasciaRoutinesModel *model);
/* After @model has changed. */
void fascia_soreness_card_update (FasciaSorenessCard *self);
/* As a click on an answer does, for tests: a choice of FASCIA_ITEM_SORENESS. */
void fascia_soreness_card_answer (FasciaSorenessCard *self, int value);

/* (transfer full) (nullable) The question, while it is to be asked and was not put off today: one for all
 * that was done on that day. */
char *fascia_soreness_dup_question (FasciaRoutinesModel *model);
/* "Not now": tomorrow it may be asked again. */
void fascia_soreness_put_off (FasciaRoutinesModel *model);

/* What follows from an answer, one sentence. Pure. */
const char *fascia_soreness_get_consequence (int value);
/* (transfer container) Places that are at rest because of an answer; empty without any. @past:
 * (nullable). Pure. */
GPtrArray *fascia_soreness_list_stopped (FasciaLibrary *library, FasciaPast *past, gint32 day);
/* Whether "as before", said on @day, ends the rest of all of them. Pure. */
gboolean fascia_soreness_can_review (FasciaLibrary *library, FasciaPast *past, gint32 day);

G_END_DECLS
