/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One routine: where it works, its steps and doses, what is held back, why, and how it went before.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINE_PAGE (fascia_routine_page_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutinePage,
                      fascia_routine_page,
                      FASCIA,
                      ROUTINE_PAGE,
                      AdwNavigationPage)

/* @places: (nullable): what it is for now, NULL-terminated, copied. */
AdwNavigationPage *fascia_routine_page_new (FasciaRoutinesModel *model,
                                            FasciaRoutine *routine,
                                            const FasciaRegion *const *places);
/* What it is for is another thing now. */
void fascia_routine_page_set_places (FasciaRoutinePage *self, const FasciaRegion *const *places);
FasciaRoutine *fascia_routine_page_get_routine (FasciaRoutinePage *self);

G_END_DECLS
