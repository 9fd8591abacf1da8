/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the plan has for today, for a list: Start, "Move to Tomorrow", and the way to the plan.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_PLAN_ROWS (fascia_plan_rows_get_type ())
G_DECLARE_FINAL_TYPE (FasciaPlanRows, fascia_plan_rows, FASCIA, PLAN_ROWS, AdwBin)

/**
 * fascia_plan_rows_new:
 * @has_link: with a row that leads to the plan, or to choosing one
 *
 * Not visible while there is nothing to show.
 *
 * Signals: "opened" (FasciaRoutine *routine): somebody wants to read about it; "plan-opened".
 */
GtkWidget *fascia_plan_rows_new (FasciaRoutinesModel *model, gboolean has_link);
/* After @model has changed; it must be ready. */
void fascia_plan_rows_update (FasciaPlanRows *self);

G_END_DECLS
