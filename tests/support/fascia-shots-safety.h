/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the safety check, the sheet before a session, and when to get help. */

#pragma once

#include "fascia-shots-pages.h"

G_BEGIN_DECLS

void fascia_shots_show_safety (FasciaWindow *window);
void fascia_shots_show_safety_start (FasciaWindow *window);
void fascia_shots_show_safety_group (FasciaWindow *window);
void fascia_shots_show_safety_answered (FasciaWindow *window);
void fascia_shots_show_safety_take_out (FasciaWindow *window);
void fascia_shots_show_session (FasciaWindow *window);
void fascia_shots_show_session_held_back (FasciaWindow *window);
void fascia_shots_show_session_list (FasciaWindow *window);
void fascia_shots_show_session_today (FasciaWindow *window);
void fascia_shots_show_help_all (FasciaWindow *window);
void fascia_shots_show_help_place (FasciaWindow *window);
void fascia_shots_show_care (FasciaWindow *window);
void fascia_shots_show_care_place (FasciaWindow *window);
void fascia_shots_show_care_add (FasciaWindow *window);
void fascia_shots_show_preferences_routines (FasciaWindow *window);
void fascia_shots_show_preferences_session (FasciaWindow *window);
void fascia_shots_show_tests_held_back (FasciaWindow *window);
void fascia_shots_show_visit_notes (FasciaWindow *window);

G_END_DECLS
