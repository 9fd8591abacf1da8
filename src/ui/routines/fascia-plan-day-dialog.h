/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done on one day of every week: chosen from all routines.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/* @weekday: 1 … 7. (transfer floating) What is chosen is written at once. */
AdwDialog *fascia_plan_day_dialog_new (FasciaRoutinesModel *model, int weekday);

G_END_DECLS
