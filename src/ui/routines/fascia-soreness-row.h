/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question of the day after beside the figure: one line, and an answer when it is asked for.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_SORENESS_ROW (fascia_soreness_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaSorenessRow, fascia_soreness_row, FASCIA, SORENESS_ROW, AdwBin)

/**
 * FasciaSorenessRow:
 *
 * Not visible while there is nothing to be asked. While the window is not the active one, the desktop
 * asks, once a day and not in the night; that is taken back when the person comes.
 *
 * Property (notify): "visible", which it sets itself.
 */
GtkWidget *fascia_soreness_row_new (FasciaRoutinesModel *model);
/* Opens the answers, as its button does. */
void fascia_soreness_row_ask (FasciaSorenessRow *self);

/* Whether a person may be asked at that hour of a day, 0 … 23. Pure. */
gboolean fascia_soreness_row_is_hour (int hour);

G_END_DECLS
