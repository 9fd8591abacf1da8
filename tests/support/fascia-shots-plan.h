/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the plan, and of the question of the day after. */

#pragma once

#include "fascia-shots-pages.h"

G_BEGIN_DECLS

void fascia_shots_show_plan (FasciaWindow *window);
void fascia_shots_show_plan_days (FasciaWindow *window);
void fascia_shots_show_plan_stage (FasciaWindow *window);
void fascia_shots_show_plan_choose (FasciaWindow *window);
void fascia_shots_show_plan_programme (FasciaWindow *window);
void fascia_shots_show_plan_day (FasciaWindow *window);
void fascia_shots_show_plan_unknown (FasciaWindow *window);
void fascia_shots_show_plan_today (FasciaWindow *window);
void fascia_shots_show_plan_question (FasciaWindow *window);
void fascia_shots_show_plan_at_rest (FasciaWindow *window);
void fascia_shots_show_day_after (FasciaWindow *window);
void fascia_shots_show_day_after_answers (FasciaWindow *window);

G_END_DECLS
