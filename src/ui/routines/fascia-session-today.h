/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What something that is so today means, and what stays open all the same. */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"
#include "fascia-safety-book.h"
#include "fascia-session-check.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SESSION_TODAY (fascia_session_today_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSessionToday,
                      fascia_session_today,
                      FASCIA,
                      SESSION_TODAY,
                      AdwNavigationPage)

/**
 * fascia_session_today_new:
 * @check: as it is answered
 *
 * What to do for each answer, what is left of @routine, resting and breathing when nothing is, the
 * note, and the page of signs. Inside a navigation view.
 *
 * Signals: "start" (FasciaPractice *), "answers-asked".
 */
AdwNavigationPage *fascia_session_today_new (FasciaRoutinesModel *model,
                                             FasciaSafetyBook *book,
                                             FasciaSigns *signs,
                                             FasciaSessionCheck *check,
                                             FasciaRoutine *routine,
                                             const FasciaRegion *const *places);
/* (transfer none) (nullable) What would be started. */
FasciaPractice *fascia_session_today_get_practice (FasciaSessionToday *self);

/* (transfer container) (nullable) A copy of a NULL-terminated array of regions. */
const FasciaRegion **fascia_session_dup_places (const FasciaRegion *const *places);

G_END_DECLS
