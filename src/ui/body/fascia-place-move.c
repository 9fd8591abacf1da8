/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of a place, by the names that the dialog, the list and the chips have for them.
 */

#include "config.h"

#include "fascia-place-move.h"

void
fascia_place_move (FasciaBodyModel *model, const FasciaRegion *from, const FasciaRegion *to)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));
  g_return_if_fail (from != NULL && to != NULL && from != to);

  if (!fascia_body_model_is_editable (model)
      || !fascia_body_place_is_marked (fascia_body_model_get_place (model, from)))
    return;
  fascia_body_model_set_selected (model, from);
  fascia_body_model_move (model, from, to);
}

void
fascia_place_forget (FasciaBodyModel *model, const char *code)
{
  fascia_body_model_forget (model, code);
}

const char *const *
fascia_place_get_feelings (FasciaBodyModel *model, const FasciaRegion *region)
{
  return fascia_body_model_get_feelings (model, region);
}
