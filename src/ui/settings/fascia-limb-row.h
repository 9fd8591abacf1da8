/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One arm or leg: whether it, and what lies further out, is on the figure.
 */

#pragma once

#include <adwaita.h>

#include "core/body/fascia-body-form.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_LIMB_ROW (fascia_limb_row_get_type ())
G_DECLARE_FINAL_TYPE (FasciaLimbRow, fascia_limb_row, FASCIA, LIMB_ROW, AdwExpanderRow)

/* Of an arm or a leg there are three: all of it, below the elbow or knee, hand or foot. */
#define FASCIA_LIMB_ROW_N 3

/**
 * fascia_limb_row_new:
 * @limb: FASCIA_LIMB_ARM_LEFT, _ARM_RIGHT, _LEG_LEFT or _LEG_RIGHT
 *
 * A part that lies below one which is not there cannot be chosen: it goes with it.
 *
 * Signals: "chosen" (FasciaLimb limb, FasciaLimbState state).
 */
GtkWidget *fascia_limb_row_new (FasciaLimb limb);

/* Shows what is so; chooses nothing. */
void fascia_limb_row_set_form (FasciaLimbRow *self, const FasciaBodyForm *form);

/* (transfer none) The row of the arm, forearm or hand, @index below FASCIA_LIMB_ROW_N; for tests. */
AdwComboRow *fascia_limb_row_get_part (FasciaLimbRow *self, guint index);

G_END_DECLS
