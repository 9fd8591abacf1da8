/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of own routines: written, and read from a file. */

#pragma once

#include "fascia-shots-pages.h"

G_BEGIN_DECLS

void fascia_shots_show_own_editor (FasciaWindow *window);
void fascia_shots_show_own_over (FasciaWindow *window);
void fascia_shots_show_own_step (FasciaWindow *window);
void fascia_shots_show_own_picker (FasciaWindow *window);
void fascia_shots_show_own_like (FasciaWindow *window);
void fascia_shots_show_own_import (FasciaWindow *window);
void fascia_shots_show_own_refused (FasciaWindow *window);

G_END_DECLS
