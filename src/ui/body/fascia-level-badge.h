/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A level as a small coloured square with its number, the colours of the figure.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-state.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_LEVEL_BADGE (fascia_level_badge_get_type ())
G_DECLARE_FINAL_TYPE (FasciaLevelBadge, fascia_level_badge, FASCIA, LEVEL_BADGE, GtkWidget)

/* A picture only: what it shows must be said in words beside it. */
GtkWidget *fascia_level_badge_new (void);

/* @level: the number that belongs to @look, or FASCIA_LEVEL_NOT_GIVEN. */
void fascia_level_badge_set (FasciaLevelBadge *self, FasciaBodyLook look, int level);

/* A step of the ramp without a number, 0 … 4; -1 for nothing. */
void fascia_level_badge_set_step (FasciaLevelBadge *self, int step);

G_END_DECLS
