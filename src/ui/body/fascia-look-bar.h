/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking back: which check-in is on the figure, the one before and after it, Edit, back to now.
 */

#pragma once

#include <adwaita.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_LOOK_BAR (fascia_look_bar_get_type ())
G_DECLARE_FINAL_TYPE (FasciaLookBar, fascia_look_bar, FASCIA, LOOK_BAR, AdwBin)

/* Follows @model while that looks at an earlier check-in. */
GtkWidget *fascia_look_bar_new (FasciaBodyModel *model);

/* @direction: -1 for the check-in before, 1 for the one after. Nothing at the ends. */
void fascia_look_bar_step (FasciaLookBar *self, int direction);

/* Whether there is one. FALSE until the journal has answered. */
gboolean fascia_look_bar_can_step (FasciaLookBar *self, int direction);

/* Whether the bar says which check-in it is; elsewhere the page does. */
void fascia_look_bar_set_is_titled (FasciaLookBar *self, gboolean is_titled);

G_END_DECLS
