/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * More of a table of text than other programs' tables need. */

#pragma once

#include "fascia-mapping.h"

G_BEGIN_DECLS

/* The cell stood in quotes: an empty one is then an empty text, not nothing. */
gboolean fascia_text_table_is_quoted (const FasciaTextTable *self, guint row, guint column);
/* How many cells the row has; a short one has fewer than there are columns. */
guint fascia_text_table_get_n_cells (const FasciaTextTable *self, guint row);

G_END_DECLS
