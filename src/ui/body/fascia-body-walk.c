/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a walk by arrows has come from, so that the opposite arrow leads back there. Pure.
 */

#include "config.h"

#include "fascia-body-walk.h"

#include <string.h>

static FasciaDirection
get_opposite (FasciaDirection direction)
{
  switch (direction)
    {
    case FASCIA_DIRECTION_UP:
      return FASCIA_DIRECTION_DOWN;
    case FASCIA_DIRECTION_DOWN:
      return FASCIA_DIRECTION_UP;
    case FASCIA_DIRECTION_LEFT:
      return FASCIA_DIRECTION_RIGHT;
    case FASCIA_DIRECTION_RIGHT:
    default:
      return FASCIA_DIRECTION_LEFT;
    }
}

/* (nullable) The last step, when it led here. */
static const FasciaBodyWalkStep *
get_last (const FasciaBodyWalk *self, const FasciaRegion *at)
{
  const FasciaBodyWalkStep *last = self->n_steps > 0 ? &self->steps[self->n_steps - 1] : NULL;

  return last != NULL && last->to == at ? last : NULL;
}

void
fascia_body_walk_clear (FasciaBodyWalk *self)
{
  g_return_if_fail (self != NULL);

  self->n_steps = 0;
}

void
fascia_body_walk_push (FasciaBodyWalk *self,
                       const FasciaRegion *from,
                       FasciaDirection direction,
                       const FasciaRegion *to)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (from != NULL && to != NULL);

  if (get_last (self, from) == NULL)
    self->n_steps = 0;
  if (self->n_steps == FASCIA_BODY_WALK_MAX)
    {
      self->n_steps--;
      memmove (self->steps, self->steps + 1, self->n_steps * sizeof *self->steps);
    }
  self->steps[self->n_steps++]
      = (FasciaBodyWalkStep) { .from = from, .to = to, .direction = direction };
}

const FasciaRegion *
fascia_body_walk_pop (FasciaBodyWalk *self, const FasciaRegion *at, FasciaDirection direction)
{
  g_return_val_if_fail (self != NULL, NULL);

  const FasciaBodyWalkStep *last = get_last (self, at);
  if (last == NULL || last->direction != get_opposite (direction))
    return NULL;
  self->n_steps--;
  return last->from;
}
