/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A circle that grows and shrinks with the breath.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FasciaBreathCircle:
 *
 * A thin ring, and a disc in it as full as it is told: a picture only, whose child says the same in
 * words. It never moves by itself. With nothing set it is the ring alone.
 *
 * Its child lies in the middle. CSS node: breathcircle.
 */
#define FASCIA_TYPE_BREATH_CIRCLE (fascia_breath_circle_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBreathCircle, fascia_breath_circle, FASCIA, BREATH_CIRCLE, AdwBin)

/* @fullness: 0 … 1; below 0: the ring alone. Draws again only when it would be seen. */
void fascia_breath_circle_set_fullness (FasciaBreathCircle *self, double fullness);
double fascia_breath_circle_get_fullness (FasciaBreathCircle *self);

G_END_DECLS
