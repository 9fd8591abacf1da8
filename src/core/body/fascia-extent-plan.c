/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which marks come, change and go with drawings.
 */

#include "fascia-extent.h"

void
fascia_extent_plan (const FasciaBody *body,
                    const FasciaEntry *entry,
                    const FasciaDrawing *added,
                    guint n_added,
                    const FasciaUid *gone,
                    guint n_gone,
                    GArray **marks,
                    GArray **gone_marks)
{
  g_return_if_fail (body != NULL && marks != NULL && gone_marks != NULL);
  *marks = g_array_new (FALSE, TRUE, sizeof (FasciaMark));
  *gone_marks = g_array_new (FALSE, TRUE, sizeof (FasciaMarkKey));
}
