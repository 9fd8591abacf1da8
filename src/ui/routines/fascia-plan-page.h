/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan: today, this week, the programme and its stage, or the choice of one.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLAN_PAGE (fascia_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlanPage, fascia_plan_page, FASCIA, PLAN_PAGE, AdwNavigationPage)

/**
 * fascia_plan_page_new:
 *
 * For the split view of the Routines page. @model must be ready.
 *
 * Signal: "opened" (FasciaRoutine *routine): somebody wants to read about a routine of today.
 */
AdwNavigationPage *fascia_plan_page_new (FasciaRoutinesModel *model);

/* What the stage that is over leads to; as the buttons do. */
typedef enum
{
  FASCIA_PLAN_GO_ON = 1,
  FASCIA_PLAN_STAY,
  FASCIA_PLAN_GO_BACK,
} FasciaPlanStep;
void fascia_plan_page_take (FasciaPlanPage *self, FasciaPlanStep step);

G_END_DECLS
