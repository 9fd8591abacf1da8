/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chosen place and its level: name, scale, minus, eleven steps, plus, remove, more.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_LEVEL_STRIP (fascia_level_strip_get_type ())
G_DECLARE_FINAL_TYPE (FasciaLevelStrip, fascia_level_strip, FASCIA, LEVEL_STRIP, GtkWidget)

/**
 * fascia_level_strip_new:
 * @is_compact: for a narrow window: two rows, and removing is under More
 *
 * Meaningless while no place is chosen: show it only then.
 *
 * Signals: "left": the focus had better go back to the place.
 */
GtkWidget *fascia_level_strip_new (FasciaBodyModel *model, gboolean is_compact);

/**
 * fascia_level_strip_set_neighbours_shown:
 *
 * Whether the places beside a fresh mark are offered: "Not here? Left back of neck". The strip itself
 * watches which kind of press came last in its window; this is for a page that knows better.
 */
void fascia_level_strip_set_neighbours_shown (FasciaLevelStrip *self, gboolean is_shown);

/* Whether the words for how it feels have room below the levels: yes with room, never when
 * compact. */
void fascia_level_strip_set_feelings_shown (FasciaLevelStrip *self, gboolean is_shown);

/* Something small beside the value. Its line is kept free for it also while it is not visible: what is
 * above the strip does not move. Once. */
void fascia_level_strip_set_aside (FasciaLevelStrip *self, GtkWidget *widget);

/* For large text in a narrow window: the name of the place has two lines, kept free for it also while
 * it needs one, and removing is under More. */
void fascia_level_strip_set_is_tight (FasciaLevelStrip *self);

/* Puts the keyboard focus on the eleven steps. */
void fascia_level_strip_focus_scale (FasciaLevelStrip *self);

G_END_DECLS
