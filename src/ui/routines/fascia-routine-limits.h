/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a routine is above the limits, to be confirmed, and what must never be.
 */

#pragma once

#include <adwaita.h>

#include "core/routines/fascia-library.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_ROUTINE_LIMITS (fascia_routine_limits_get_type ())
G_DECLARE_FINAL_TYPE (FasciaRoutineLimits,
                      fascia_routine_limits,
                      FASCIA,
                      ROUTINE_LIMITS,
                      AdwPreferencesGroup)

/* Signals: "changed": the person has confirmed, or taken it back. */
GtkWidget *fascia_routine_limits_new (void);

/* Shows what fascia_library_check() says; not visible when that is nothing. What was confirmed before,
 * in the very same words, stays confirmed. */
void fascia_routine_limits_check (FasciaRoutineLimits *self,
                                  const FasciaLibrary *library,
                                  const FasciaRoutine *routine);
/* Whether nothing is forbidden, and all that is over is confirmed. */
gboolean fascia_routine_limits_is_settled (FasciaRoutineLimits *self);
gboolean fascia_routine_limits_is_forbidden (FasciaRoutineLimits *self);
void fascia_routine_limits_confirm (FasciaRoutineLimits *self, gboolean is_confirmed);

/* (transfer full) @routine with what was confirmed just now, or with nothing when nothing is over. */
FasciaRoutine *fascia_routine_limits_apply (FasciaRoutineLimits *self,
                                            const FasciaRoutine *routine,
                                            gint64 utc_ms);

G_END_DECLS
