/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fuller build: the drawn figure, smoothly widened; and the way back.
 */

#include "fascia-body-private.h"

void
fascia_build_warp (FasciaBuild build, double *x, double *y)
{
}

void
fascia_build_unwarp (FasciaBuild build, double *x, double *y)
{
}

void
fascia_build_warp_arc (FasciaBuild build, const FasciaFigureArc *from, FasciaFigureArc *to)
{
  *to = *from;
  to->points = g_array_ref (from->points);
}

void
fascia_body_to_canonical (const FasciaBody *self, FasciaView view, double *x, double *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);

  if (self->form.facing == FASCIA_FACING_OWN && view == FASCIA_VIEW_FRONT)
    *x = -*x;
  fascia_build_unwarp (self->form.build, x, y);
}

void
fascia_body_from_canonical (const FasciaBody *self, FasciaView view, double *x, double *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);

  fascia_build_warp (self->form.build, x, y);
  if (self->form.facing == FASCIA_FACING_OWN && view == FASCIA_VIEW_FRONT)
    *x = -*x;
}
