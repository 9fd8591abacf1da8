/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of eleven cells, 0 to 10: one tap gives a level, and no level is a state of its own.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_LEVEL_SCALE (fascia_level_scale_get_type ())
G_DECLARE_FINAL_TYPE (FasciaLevelScale, fascia_level_scale, FASCIA, LEVEL_SCALE, GtkWidget)

/**
 * FasciaLevelScale:
 *
 * Shows a level and asks for another. It never changes by itself: whoever listens to "chosen" sets
 * the level when it has become true.
 *
 * # Keys
 * Left and Right step, Home and End go to 0 and 10, digits choose (1 then 0 is ten, unless the person does not want that).
 *
 * # Accessibility
 * A slider of 0 to 10 whose value text says "not given" when there is no level.
 *
 * # Text direction
 * Runs from right to left where the language does.
 *
 * Signals: "chosen" (int level).
 */
GtkWidget *fascia_level_scale_new (void);

/* @level: 0..10, or FASCIA_LEVEL_NOT_GIVEN. */
void fascia_level_scale_set_level (FasciaLevelScale *self, int level);
int fascia_level_scale_get_level (FasciaLevelScale *self);

/* A small dot at the level of last time; FASCIA_LEVEL_NOT_GIVEN for none. */
void fascia_level_scale_set_last (FasciaLevelScale *self, int level);

/* Whether keys that move do so only from an answer: the first one is a digit, or a cell. */
void fascia_level_scale_set_needs_answer (FasciaLevelScale *self, gboolean needs_answer);

/* Whether 1 and then 0 is ten, FASCIA_SETTING_TEN; it is unless said otherwise. */
void fascia_level_scale_set_has_ten (FasciaLevelScale *self, gboolean has_ten);

/* What the scale is of, for assistive technology: a place and a quantity; and its value in words. */
void fascia_level_scale_describe (FasciaLevelScale *self, const char *label, const char *value);

G_END_DECLS
