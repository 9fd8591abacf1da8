/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which places are within a hand-width of another. */

#include "config.h"

#include "fascia-safety.h"

#include <math.h>

#include "../body/fascia-path-private.h"

#define HAND_WIDTH 45.0
/* Curves become this many lines: off by far less than a gutter. */
#define N_LINES 8

/* ---- outlines as lines ---- */

static void
add_piece (const FasciaPoint piece[4], gboolean is_curve, gpointer data)
{
  GArray *points = data;
  const int n_lines = is_curve ? N_LINES : 1;

  /* Pairs: the pieces of several contours do not join. */
  for (int i = 0; i < n_lines; i++)
    for (int end = 0; end <= 1; end++)
      {
        const double t = (double) (i + end) / n_lines, u = 1 - t;
        const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        const FasciaPoint point = {
          a * piece[0].x + b * piece[1].x + c * piece[2].x + d * piece[3].x,
          a * piece[0].y + b * piece[1].y + c * piece[2].y + d * piece[3].y,
        };

        g_array_append_val (points, point);
      }
}

static GArray *
dup_lines (const FasciaShape *shape)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));

  fascia_path_walk_pieces (shape->path, add_piece, points);
  return points;
}

/* Squared distance from a point to a line. */
static double
get_distance2 (const FasciaPoint *point, const FasciaPoint line[2])
{
  const double dx = line[1].x - line[0].x, dy = line[1].y - line[0].y;
  const double length2 = dx * dx + dy * dy;
  double t = 0;

  if (length2 > 0)
    t = CLAMP (((point->x - line[0].x) * dx + (point->y - line[0].y) * dy) / length2, 0, 1);
  const double x = line[0].x + t * dx - point->x, y = line[0].y + t * dy - point->y;
  return x * x + y * y;
}

/* Outlines of regions do not cross, so the shortest way begins at an end of a line of either. */
static gboolean
has_near_end (const GArray *ends, const GArray *lines, double limit2)
{
  for (guint i = 0; i < ends->len; i++)
    for (guint j = 0; j + 1 < lines->len; j += 2)
      if (get_distance2 (&g_array_index (ends, FasciaPoint, i),
                         &g_array_index (lines, FasciaPoint, j))
          <= limit2)
        return TRUE;
  return FALSE;
}

static gboolean
are_near (const FasciaShape *a, const GArray *a_lines, const FasciaShape *b)
{
  if (a->x0 - b->x1 > HAND_WIDTH || b->x0 - a->x1 > HAND_WIDTH || a->y0 - b->y1 > HAND_WIDTH
      || b->y0 - a->y1 > HAND_WIDTH)
    return FALSE;

  g_autoptr (GArray) b_lines = dup_lines (b);
  return has_near_end (a_lines, b_lines, HAND_WIDTH * HAND_WIDTH)
         || has_near_end (b_lines, a_lines, HAND_WIDTH * HAND_WIDTH);
}

/* ---- places ---- */

static void
mark_near (FasciaBody *body, const FasciaShape *shape, guint8 *is_near)
{
  g_autoptr (GArray) lines = dup_lines (shape);
  guint n_shapes;
  const FasciaShape *others = fascia_body_get_shapes (body, shape->view, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      guint8 *mark = &is_near[fascia_region_get_index (others[i].region)];

      *mark = *mark || are_near (shape, lines, &others[i]);
    }
  /* Places on limbs that are not shown have the shape they would have. */
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaShape *home = fascia_body_get_home_shape (body, fascia_body_get_region (body, i));

      if (!is_near[i] && home != NULL && home->view == shape->view)
        is_near[i] = are_near (shape, lines, home);
    }
}

const FasciaRegion **
fascia_safety_dup_hand_width (FasciaBody *body, const FasciaRegion *region)
{
  g_return_val_if_fail (body != NULL && region != NULL, NULL);

  const guint n_regions = fascia_body_get_n_regions (body);
  g_autofree guint8 *is_near = g_new0 (guint8, n_regions);
  g_autoptr (GPtrArray) adjacent = fascia_body_get_adjacent (body, region);
  const FasciaShape *home = fascia_body_get_home_shape (body, region);

  for (guint i = 0; i < adjacent->len; i++)
    is_near[fascia_region_get_index (g_ptr_array_index (adjacent, i))] = TRUE;
  if (home != NULL)
    mark_near (body, home, is_near);
  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      guint n_shapes;
      const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n_shapes);

      for (guint i = 0; i < n_shapes; i++)
        if (shapes[i].region == region && &shapes[i] != home)
          mark_near (body, &shapes[i], is_near);
    }

  const FasciaRegion **near = g_new0 (const FasciaRegion *, n_regions + 1);
  guint n_near = 0;
  near[n_near++] = region;
  for (guint i = 0; i < n_regions; i++)
    if (is_near[i] && fascia_body_get_region (body, i) != region)
      near[n_near++] = fascia_body_get_region (body, i);
  return near;
}
