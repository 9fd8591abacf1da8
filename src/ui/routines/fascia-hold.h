/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One hold at one place, from where it is offered to the start of a session.
 */

#pragma once

#include <adwaita.h>

#include "fascia-routines-model.h"

G_BEGIN_DECLS

/**
 * fascia_hold_start:
 * @parent: a widget of the window that stays
 *
 * As every session: the safety check when it is due, the sheet, then the player. Chooses once more: the
 * day may have gone on. Nothing happens where nothing is open.
 */
void fascia_hold_start (GtkWidget *parent, FasciaRoutinesModel *model, const FasciaRegion *region);

/**
 * fascia_hold_row_new:
 * @title: what it is called: “Hold This Place”, or the name of the place
 *
 * A row that says what would be done and how long, or why nothing is and where to work instead. It can be
 * activated where something is open, and follows the model, which is loaded when the row is made.
 *
 * Signals of the row: "activated", as every row.
 */
GtkWidget *fascia_hold_row_new (FasciaRoutinesModel *model,
                                const FasciaRegion *region,
                                const char *title);
/* Whether it can be activated. */
gboolean fascia_hold_row_is_open (GtkWidget *row);

G_END_DECLS
