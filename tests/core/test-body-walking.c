/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walking over the drawing of the body by arrow keys: what touches, where steps lead, and back.
 */

#include "core/body/fascia-body.h"

#include <math.h>
#include <string.h>

static const FasciaView views[] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };
static const FasciaDirection directions[] = {
  FASCIA_DIRECTION_UP,
  FASCIA_DIRECTION_DOWN,
  FASCIA_DIRECTION_LEFT,
  FASCIA_DIRECTION_RIGHT,
};

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  g_assert_nonnull (body);
  return body;
}

static gboolean
touches (const FasciaBody *body, const FasciaRegion *a, const FasciaRegion *b)
{
  g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (body, a);

  return g_ptr_array_find (adjacent, b, NULL);
}

/* How well any shape of @b lies in a direction from any shape of @a: the best cosine. */
static double
get_alignment (const FasciaBody *body,
               FasciaView view,
               const FasciaRegion *a,
               const FasciaRegion *b,
               FasciaDirection direction)
{
  guint n;
  const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n);
  double best = -2;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (shapes[i].region == a && shapes[k].region == b)
        {
          double dx = shapes[k].cx - shapes[i].cx;
          double dy = shapes[k].cy - shapes[i].cy;
          double along = 0;

          switch (direction)
            {
            case FASCIA_DIRECTION_UP:
              along = -dy;
              break;
            case FASCIA_DIRECTION_DOWN:
              along = dy;
              break;
            case FASCIA_DIRECTION_LEFT:
              along = -dx;
              break;
            case FASCIA_DIRECTION_RIGHT:
              along = dx;
              break;
            }
          best = fmax (best, along / hypot (dx, dy));
        }
  return best;
}

static FasciaDirection
flip (FasciaDirection direction)
{
  if (direction == FASCIA_DIRECTION_LEFT)
    return FASCIA_DIRECTION_RIGHT;
  return direction == FASCIA_DIRECTION_RIGHT ? FASCIA_DIRECTION_LEFT : direction;
}

/* A step leads where its arrow points, to a place that touches; mirrored on the other side. */
static void
test_steps (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  guint n_steps = 0;

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
      for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
        {
          const FasciaRegion *from = fascia_body_get_region (body, i);
          const FasciaRegion *to = fascia_body_get_neighbour (body, from, views[v], directions[d]);
          const FasciaRegion *mirror = fascia_region_get_mirror (from);

          if (to == NULL)
            continue;
          n_steps++;
          g_assert_true (touches (body, from, to));
          g_assert_nonnull (fascia_body_get_shape_on (body, to, views[v]));
          if (get_alignment (body, views[v], from, to, directions[d]) < 0.25)
            g_error ("%s: %s is not there", fascia_region_get_id (from), fascia_region_get_id (to));
          /* The midline leads up and down to one side alone. */
          if (mirror == NULL)
            continue;
          g_assert_true (
              fascia_body_get_neighbour (body, mirror, views[v], flip (directions[d]))
              == (fascia_region_get_mirror (to) != NULL ? fascia_region_get_mirror (to) : to));
        }
  g_assert_cmpuint (n_steps, >, 300);
}

/* Distance in keys from one region to all on a view; G_MAXUINT where none leads. */
static guint *
count_keys (const FasciaBody *body, FasciaView view, const FasciaRegion *from)
{
  guint n = fascia_body_get_n_regions (body);
  guint *keys = g_new (guint, n);
  g_autoptr (GQueue) queue = g_queue_new ();

  memset (keys, 0xff, n * sizeof *keys);
  keys[fascia_region_get_index (from)] = 0;
  g_queue_push_tail (queue, (gpointer) from);
  while (!g_queue_is_empty (queue))
    {
      const FasciaRegion *at = g_queue_pop_head (queue);

      for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
        {
          const FasciaRegion *to = fascia_body_get_neighbour (body, at, view, directions[d]);

          if (to == NULL || keys[fascia_region_get_index (to)] != G_MAXUINT)
            continue;
          keys[fascia_region_get_index (to)] = keys[fascia_region_get_index (at)] + 1;
          g_queue_push_tail (queue, (gpointer) to);
        }
    }
  return keys;
}

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

/* Every place of a view can be reached from every other; and all 110 on the view they are at home
 * on. */
static void
test_reach (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  guint n_home = 0;

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      guint n, longest = 0;
      const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n);

      for (guint i = 0; i < n; i++)
        {
          g_autofree guint *keys = count_keys (body, views[v], shapes[i].region);

          n_home += shapes[i].is_home;
          for (guint k = 0; k < n; k++)
            longest = MAX (longest, keys[fascia_region_get_index (shapes[k].region)]);
        }
      g_test_message ("view %u: %u keys from end to end", v, longest);
      g_assert_cmpuint (longest, <=, 18);
    }
  g_assert_cmpuint (n_home, ==, 110);
  g_assert_cmpuint (n_home, ==, fascia_body_get_n_regions (body));
}

/* The opposite arrow leads back, nineteen times out of twenty; else two keys do. */
static void
test_way_back (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      guint n_steps = 0, n_undone = 0;

      for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
        for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
          {
            const FasciaRegion *from = fascia_body_get_region (body, i);
            const FasciaRegion *to
                = fascia_body_get_neighbour (body, from, views[v], directions[d]);
            g_autofree guint *back = NULL;

            if (to == NULL)
              continue;
            n_steps++;
            back = count_keys (body, views[v], to);
            g_assert_cmpuint (back[i], <=, 2);
            n_undone += fascia_body_get_neighbour (body, to, views[v], get_opposite (directions[d]))
                        == from;
          }
      g_test_message ("view %u: %u of %u steps are undone by the opposite arrow", v, n_undone,
                      n_steps);
      g_assert_cmpuint (n_steps, >, 150);
      g_assert_cmpuint (20 * n_undone, >=, 19 * n_steps);
    }
}

/* A step goes over to the other side only at the midline, to the same place there. */
static void
test_no_jump (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
      for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
        {
          const FasciaRegion *from = fascia_body_get_region (body, i);
          const FasciaRegion *to = fascia_body_get_neighbour (body, from, views[v], directions[d]);

          if (to == NULL || fascia_region_get_side (from) == FASCIA_SIDE_MIDLINE
              || fascia_region_get_side (to) == FASCIA_SIDE_MIDLINE
              || fascia_region_get_side (from) == fascia_region_get_side (to))
            continue;
          g_assert_true (fascia_region_get_mirror (from) == to);
          g_assert_true (directions[d] == FASCIA_DIRECTION_LEFT
                         || directions[d] == FASCIA_DIRECTION_RIGHT);
        }
}

static void
test_adjacent (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaRegion *blade = fascia_body_lookup (body, "shoulder-blade-left");

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (body, region);

      g_assert_cmpuint (adjacent->len, >, 0);
      g_assert_cmpuint (adjacent->len, <, 14);
      for (guint k = 0; k < adjacent->len; k++)
        {
          const FasciaRegion *other = g_ptr_array_index (adjacent, k);

          g_assert_true (other != region);
          g_assert_true (touches (body, other, region));
          /* Nothing touches the other side but across the midline. */
          if (fascia_region_get_side (region) == FASCIA_SIDE_LEFT
              && fascia_region_get_side (other) == FASCIA_SIDE_RIGHT)
            g_assert_true (fascia_region_get_mirror (region) == other);
        }
    }
  g_assert_true (touches (body, blade, fascia_body_lookup (body, "upper-back-inner-left")));
  g_assert_true (touches (body, blade, fascia_body_lookup (body, "shoulder-top-left")));
  g_assert_false (touches (body, blade, fascia_body_lookup (body, "shoulder-top-right")));
  g_assert_true (touches (body, fascia_body_lookup (body, "heel-right"),
                          fascia_body_lookup (body, "foot-sole-right")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/walking/steps", test_steps);
  g_test_add_func ("/walking/reach", test_reach);
  g_test_add_func ("/walking/way-back", test_way_back);
  g_test_add_func ("/walking/no-jump", test_no_jump);
  g_test_add_func ("/walking/adjacent", test_adjacent);

  return g_test_run ();
}
