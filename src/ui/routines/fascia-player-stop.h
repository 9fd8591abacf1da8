/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reasons to stop a session, and what is to be said then. */

#pragma once

#include "core/routines/fascia-step.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) What to do, calm and whole, in the current language. */
char *fascia_player_stop_dup_advice (const char *code);
/* Whether a way to get help belongs beside it. */
gboolean fascia_player_stop_needs_help (const char *code);
/* (nullable) What "pulse" is called in @step, after what presses there; NULL: nothing does. */
const char *fascia_player_stop_get_pulse_name (const FasciaStep *step);

G_END_DECLS
