/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a walk by arrows has come from, so that the opposite arrow leads back there. Pure.
 */

#pragma once

#include "core/body/fascia-body.h"

G_BEGIN_DECLS

/* Steps that are remembered; of a longer walk the last ones are. */
#define FASCIA_BODY_WALK_MAX 64

typedef struct
{
  const FasciaRegion *from;
  const FasciaRegion *to;
  FasciaDirection direction;
} FasciaBodyWalkStep;

/* Start with zeros. To be cleared when a place is chosen in another way, when the figure is turned
 * and when the body changes. */
typedef struct
{
  FasciaBodyWalkStep steps[FASCIA_BODY_WALK_MAX];
  guint n_steps;
} FasciaBodyWalk;

void fascia_body_walk_clear (FasciaBodyWalk *self);

/* Remembers a step. One that does not begin where the last one ended begins a walk of its own. */
void fascia_body_walk_push (FasciaBodyWalk *self,
                            const FasciaRegion *from,
                            FasciaDirection direction,
                            const FasciaRegion *to);

/**
 * fascia_body_walk_pop:
 * @at: where one is
 * @direction: of the arrow that is pressed
 *
 * Returns: (nullable): when the last step led here and the other way, the place it came from: that
 *   step is undone and forgotten. Else NULL: the drawing says where the arrow leads.
 */
const FasciaRegion *fascia_body_walk_pop (FasciaBodyWalk *self,
                                          const FasciaRegion *at,
                                          FasciaDirection direction);

G_END_DECLS
