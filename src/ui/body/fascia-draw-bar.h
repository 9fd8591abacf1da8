/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools of Draw mode: spot, stroke, eraser; how wide, how strong; done.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_DRAW_BAR (fascia_draw_bar_get_type ())
G_DECLARE_FINAL_TYPE (FasciaDrawBar, fascia_draw_bar, FASCIA, DRAW_BAR, AdwBin)

/* Shows and sets the tool and the pen of @model. */
GtkWidget *fascia_draw_bar_new (FasciaBodyModel *model);

G_END_DECLS
