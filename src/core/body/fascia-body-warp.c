/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fuller build: the drawn figure, smoothly widened; and the way back.
 */

#include "fascia-body-private.h"

void
fascia_body_to_canonical (const FasciaBody *self, FasciaView view, double *x, double *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);
  if (self->form.facing == FASCIA_FACING_OWN && view == FASCIA_VIEW_FRONT)
    *x = -*x;
}

void
fascia_body_from_canonical (const FasciaBody *self, FasciaView view, double *x, double *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);
  if (self->form.facing == FASCIA_FACING_OWN && view == FASCIA_VIEW_FRONT)
    *x = -*x;
}
