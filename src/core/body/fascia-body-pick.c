/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies at a point of the figure, and what lies next to a place.
 */

#include "fascia-body-private.h"

const FasciaShape *
fascia_body_pick_shape (const FasciaBody *self, FasciaView view, double x, double y, double slop)
{
  const FasciaShape *shapes;
  const FasciaShape *best = NULL;
  double best_distance = slop;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);
  shapes = fascia_body_get_shapes (self, view, &n);
  for (guint i = 0; i < n; i++)
    {
      const FasciaShape *shape = &shapes[i];

      if (x >= shape->x0 && x <= shape->x1 && y >= shape->y0 && y <= shape->y1
          && fascia_path_contains (shape->path, x, y))
        return shape;
    }
  if (!(slop > 0))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const FasciaShape *shape = &shapes[i];
      double distance;

      if (x < shape->x0 - best_distance || x > shape->x1 + best_distance
          || y < shape->y0 - best_distance || y > shape->y1 + best_distance)
        continue;
      distance = fascia_path_get_distance (shape->path, x, y);
      if (distance <= best_distance)
        {
          best = shape;
          best_distance = distance;
        }
    }
  return best;
}

const FasciaRegion *
fascia_body_pick (const FasciaBody *self, FasciaView view, double x, double y, double slop)
{
  const FasciaShape *shape = fascia_body_pick_shape (self, view, x, y, slop);

  return shape != NULL ? shape->region : NULL;
}

const FasciaRegion *
fascia_body_get_neighbour (const FasciaBody *self,
                           const FasciaRegion *region,
                           FasciaView view,
                           FasciaDirection direction)
{
  int to;

  g_return_val_if_fail (self != NULL && region != NULL, NULL);
  g_return_val_if_fail (direction >= FASCIA_DIRECTION_UP && direction <= FASCIA_DIRECTION_RIGHT,
                        NULL);
  to = fascia_body_peek_view (self, view)
           ->steps[region->index * FASCIA_BODY_N_DIRECTIONS + (guint) direction - 1];
  return to >= 0 ? g_ptr_array_index (self->table->regions, (guint) to) : NULL;
}

GPtrArray *
fascia_body_get_adjacent (const FasciaBody *self, const FasciaRegion *region)
{
  g_autoptr (GPtrArray) adjacent = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && region != NULL, NULL);
  for (guint i = 0; i < self->figure->touches->len; i++)
    {
      const FasciaFigureTouch *touch = &g_array_index (self->figure->touches, FasciaFigureTouch, i);
      const FasciaRegion *other;

      if (touch->a != region->index && touch->b != region->index)
        continue;
      other = g_ptr_array_index (self->table->regions,
                                 touch->a == region->index ? touch->b : touch->a);
      if (fascia_body_is_shown (self, other))
        g_ptr_array_add (adjacent, (gpointer) other);
    }
  return g_steal_pointer (&adjacent);
}
