/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walking over the drawing of the body by arrow keys: what touches, where steps lead, and back.
 */

#include "core/body/fascia-body.h"

#include <math.h>
#include <string.h>

/* Figure units from edge to edge that a step may cross: from leg to leg, from arm to flank. */
#define NEAR 40.0
/* Places that touch have their edges no further apart than a rounded corner takes. */
#define TOUCHING 2.0
/* The cosine of 60 degrees: what lies no further aside is seen in the direction of an arrow. */
#define ASIDE 0.5
/* Nothing is seen in that direction but straight on when there is a gap before it. */
#define STRAIGHT 0.7

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

/* How well one point lies in a direction from another one: the cosine of the angle between. */
static double
get_cosine (double dx, double dy, FasciaDirection direction)
{
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
  return along / hypot (dx, dy);
}

typedef struct
{
  const FasciaPath *other;
  FasciaPoint at; /* where the path has come to */
  double least;
} Gap;

static gboolean
measure_op (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  Gap *gap = data;

  if (op == FASCIA_PATH_CLOSE)
    return TRUE;
  if (op == FASCIA_PATH_CURVE)
    {
      double x = (gap->at.x + 3 * points[0].x + 3 * points[1].x + points[2].x) / 8;
      double y = (gap->at.y + 3 * points[0].y + 3 * points[1].y + points[2].y) / 8;

      gap->least = fmin (gap->least, fascia_path_get_distance (gap->other, x, y));
    }
  gap->at = points[n_points - 1];
  gap->least = fmin (gap->least, fascia_path_get_distance (gap->other, gap->at.x, gap->at.y));
  return TRUE;
}

/* How far apart the edges of two shapes are. */
static double
get_gap (const FasciaShape *a, const FasciaShape *b)
{
  Gap there = { .other = b->path, .least = G_MAXDOUBLE };
  Gap back = { .other = a->path, .least = G_MAXDOUBLE };

  fascia_path_foreach (a->path, measure_op, &there);
  fascia_path_foreach (b->path, measure_op, &back);
  return fmin (there.least, back.least);
}

/* How well any shape of @b lies in a direction from any shape of @a: the best cosine; and how far
 * apart the edges of the nearest two are. */
static double
get_alignment (const FasciaBody *body,
               FasciaView view,
               const FasciaRegion *a,
               const FasciaRegion *b,
               FasciaDirection direction,
               double *gap)
{
  guint n;
  const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n);
  double best = -2;

  *gap = G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (shapes[i].region == a && shapes[k].region == b)
        {
          best = fmax (best, get_cosine (shapes[k].cx - shapes[i].cx, shapes[k].cy - shapes[i].cy,
                                         direction));
          *gap = fmin (*gap, get_gap (&shapes[i], &shapes[k]));
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

/* A step leads where its arrow points, to a place that touches or is near; mirrored on the other
 * side. */
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
          g_assert_nonnull (fascia_body_get_shape_on (body, to, views[v]));
          double gap = 0;
          double cosine = get_alignment (body, views[v], from, to, directions[d], &gap);
          if (cosine < (touches (body, from, to) ? 0.25 : STRAIGHT))
            g_error ("%s: %s is not there", fascia_region_get_id (from), fascia_region_get_id (to));
          if (gap > (touches (body, from, to) ? TOUCHING : NEAR))
            g_error ("%s: %s is %.1f away", fascia_region_get_id (from), fascia_region_get_id (to),
                     gap);
          /* The midline leads up and down to one side alone. */
          if (mirror == NULL)
            continue;
          g_assert_true (
              fascia_body_get_neighbour (body, mirror, views[v], flip (directions[d]))
              == (fascia_region_get_mirror (to) != NULL ? fascia_region_get_mirror (to) : to));
        }
  g_assert_cmpuint (n_steps, >, 400);
}

/* (nullable) A place that touches this one in a direction. */
static const FasciaRegion *
find_touching (const FasciaBody *body,
               FasciaView view,
               const FasciaRegion *from,
               FasciaDirection direction)
{
  guint n;
  const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (shapes[i].region == from && shapes[k].region != from
          && touches (body, from, shapes[k].region)
          && get_cosine (shapes[k].cx - shapes[i].cx, shapes[k].cy - shapes[i].cy, direction)
                 >= ASIDE
          && get_gap (&shapes[i], &shapes[k]) <= TOUCHING)
        return shapes[k].region;
  return NULL;
}

/* No key does nothing where the eye sees a place: whatever touches within 60 degrees of an arrow,
 * the arrow leads somewhere. */
static void
test_no_dead_arrow (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      guint n_live = 0, n_edges = 0, n_dead = 0;

      for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
        for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
          {
            const FasciaRegion *from = fascia_body_get_region (body, i);

            if (fascia_body_get_shape_on (body, from, views[v]) == NULL)
              continue;
            if (fascia_body_get_neighbour (body, from, views[v], directions[d]) != NULL)
              {
                n_live++;
                continue;
              }
            const FasciaRegion *seen = find_touching (body, views[v], from, directions[d]);
            n_edges += seen == NULL;
            n_dead += seen != NULL;
            if (seen != NULL)
              g_test_message ("%s: arrow %u is dead before %s", fascia_region_get_id (from),
                              directions[d], fascia_region_get_id (seen));
          }
      g_test_message ("view %u: %u arrows lead on, %u to the edge, %u are dead before a place",
                      views[v], n_live, n_edges, n_dead);
      g_assert_cmpuint (n_dead, ==, 0);
    }
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

/* The drawing alone leads back soon; the window, which remembers the walk, by the opposite arrow
 * always. */
static void
test_way_back (void)
{
  g_autoptr (FasciaBody) body = load_body ();

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      guint n_steps = 0, n_undone = 0, n_soon = 0;

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
            g_assert_cmpuint (back[i], <=, 3);
            n_soon += back[i] <= 2;
            n_undone += fascia_body_get_neighbour (body, to, views[v], get_opposite (directions[d]))
                        == from;
          }
      g_test_message ("view %u: of %u steps %u are undone by the opposite arrow, %u by two keys",
                      views[v], n_steps, n_undone, n_soon);
      g_assert_cmpuint (n_steps, >, 190);
      g_assert_cmpuint (4 * n_undone, >=, 3 * n_steps);
      g_assert_cmpuint (50 * n_soon, >=, 49 * n_steps);
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
  g_test_add_func ("/walking/no-dead-arrow", test_no_dead_arrow);
  g_test_add_func ("/walking/reach", test_reach);
  g_test_add_func ("/walking/way-back", test_way_back);
  g_test_add_func ("/walking/no-jump", test_no_jump);
  g_test_add_func ("/walking/adjacent", test_adjacent);

  return g_test_run ();
}
