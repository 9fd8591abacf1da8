/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Not here?": the places beside a fresh mark, for a finger that hit the wrong one.
 */

#pragma once

#include <gtk/gtk.h>

#include "fascia-body-model.h"

G_BEGIN_DECLS

#define FASCIA_TYPE_NEIGHBOUR_LINE (fascia_neighbour_line_get_type ())
G_DECLARE_FINAL_TYPE (FasciaNeighbourLine, fascia_neighbour_line, FASCIA, NEIGHBOUR_LINE, GtkWidget)

/* As many as a finger finds without reading long. */
#define FASCIA_NEIGHBOUR_LINE_MAX 3

/**
 * FasciaNeighbourLine:
 *
 * Watches the model: shows the neighbours of the chosen place while its mark is fresh, that is from
 * the press that made it until something else is said, chosen or done. Choosing a neighbour moves
 * the mark there in one operation, and its own neighbours are offered in turn.
 *
 * Keeps its height also while it has nothing to say, so that nothing moves under the finger.
 */
GtkWidget *fascia_neighbour_line_new (FasciaBodyModel *model);

/* Whether it offers anything: after a touch, not after a mouse or a key. */
void fascia_neighbour_line_set_enabled (FasciaNeighbourLine *self, gboolean is_enabled);

/* (nullable) The place whose neighbours are shown now. */
const FasciaRegion *fascia_neighbour_line_get_region (FasciaNeighbourLine *self);

/* (transfer container) Those places: array of const FasciaRegion *. */
GPtrArray *fascia_neighbour_line_dup_shown (FasciaNeighbourLine *self);

G_END_DECLS
