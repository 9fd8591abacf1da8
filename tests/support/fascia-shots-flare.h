/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of Flare mode: the calm screen and what it leads to.
 */

#pragma once

#include "fascia-window.h"

G_BEGIN_DECLS

void fascia_shots_flare (FasciaWindow *window);
void fascia_shots_flare_help (FasciaWindow *window);
void fascia_shots_flare_hold (FasciaWindow *window);
void fascia_shots_flare_place (FasciaWindow *window);
void fascia_shots_breath_in (FasciaWindow *window);
void fascia_shots_breath_still (FasciaWindow *window);
void fascia_shots_breath_paused (FasciaWindow *window);
void fascia_shots_breath_undo (FasciaWindow *window);
void fascia_shots_breath_done (FasciaWindow *window);
/* These write. */
void fascia_shots_flare_note (FasciaWindow *window);
void fascia_shots_breath_held (FasciaWindow *window);

G_END_DECLS
