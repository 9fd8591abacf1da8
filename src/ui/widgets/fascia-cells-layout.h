/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cells of one width in a line, or in two lines of half of them where one line has no room.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FASCIA_TYPE_CELLS_LAYOUT (fascia_cells_layout_get_type ())
G_DECLARE_FINAL_TYPE (FasciaCellsLayout,
                      fascia_cells_layout,
                      FASCIA,
                      CELLS_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *fascia_cells_layout_new (void);

/* How many of @n_cells that want at least @cell pixels stand in a line of @width: all, half of them
 * rounded up, a third, and so on; at least one. Pure. */
guint fascia_cells_layout_count_in_line (guint n_cells, int cell, int width);

G_END_DECLS
