/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the editors of entries, the quick day, and the preferences of the journal.
 */

#pragma once

#include "fascia-window.h"

G_BEGIN_DECLS

void fascia_shots_show_edit_visit (FasciaWindow *window);
void fascia_shots_show_edit_visit_end (FasciaWindow *window);
void fascia_shots_show_edit_areas (FasciaWindow *window);
void fascia_shots_show_edit_exercise (FasciaWindow *window);
void fascia_shots_show_edit_treatment (FasciaWindow *window);
void fascia_shots_show_edit_event (FasciaWindow *window);
void fascia_shots_show_edit_note (FasciaWindow *window);
void fascia_shots_show_edit_measurement (FasciaWindow *window);
void fascia_shots_show_edit_items (FasciaWindow *window);
void fascia_shots_show_edit_tags (FasciaWindow *window);
void fascia_shots_show_edit_time (FasciaWindow *window);
void fascia_shots_show_edit_discard (FasciaWindow *window);
void fascia_shots_show_quick_day (FasciaWindow *window);
void fascia_shots_show_quick_day_empty (FasciaWindow *window);
void fascia_shots_show_preferences_journal (FasciaWindow *window);
void fascia_shots_show_preferences_tags (FasciaWindow *window);
void fascia_shots_show_preferences_tag (FasciaWindow *window);
void fascia_shots_show_preferences_scale (FasciaWindow *window);

G_END_DECLS
