/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine in a list.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINE_ROW (fascia_routine_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutineRow, fascia_routine_row, FASCIA, ROUTINE_ROW, AdwActionRow)

/* For a boxed list. @info: what it says of the routine now. Activatable. */
GtkWidget *fascia_routine_row_new (FasciaRoutinesModel *model,
                                   FasciaRoutine *routine,
                                   const FasciaRoutineInfo *info);
FasciaRoutine *fascia_routine_row_get_routine (FasciaRoutineRow *self);

G_END_DECLS
