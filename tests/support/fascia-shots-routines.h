/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the Routines page. */

#pragma once

#include "fascia-shots-pages.h"

G_BEGIN_DECLS

void fascia_shots_show_routines (FasciaWindow *window);
void fascia_shots_show_routines_asked (FasciaWindow *window);
void fascia_shots_show_routines_area (FasciaWindow *window);
void fascia_shots_show_routines_found (FasciaWindow *window);
void fascia_shots_show_routines_nothing (FasciaWindow *window);
void fascia_shots_show_routines_closed (FasciaWindow *window);
void fascia_shots_show_routines_filter (FasciaWindow *window);
void fascia_shots_show_routines_why (FasciaWindow *window);
void fascia_shots_show_routine (FasciaWindow *window);
void fascia_shots_show_routine_steps (FasciaWindow *window);
void fascia_shots_show_routine_end (FasciaWindow *window);

G_END_DECLS
