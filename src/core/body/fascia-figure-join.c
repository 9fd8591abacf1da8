/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Joins arcs to a closed path with some corners rounded: how a limb that ends early ends.
 */

#include "fascia-figure-arc.h"

#include <math.h>

/* The circle that fits into a rounded corner, in figure units; and the part of an arc that its
 * corners take at most. */
#define ROUND 9.0
#define MAX_PART 0.8
#define MEASURE_STEPS 8

static FasciaPoint
mix (FasciaPoint a, FasciaPoint b, double t)
{
  return (FasciaPoint) { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
}

/* Both halves of a curve that is cut at @t. */
static void
split (const FasciaPoint p[4], double t, FasciaPoint head[4], FasciaPoint tail[4])
{
  FasciaPoint middle = mix (p[1], p[2], t);

  head[0] = p[0];
  head[1] = mix (p[0], p[1], t);
  head[2] = mix (head[1], middle, t);
  tail[3] = p[3];
  tail[2] = mix (p[2], p[3], t);
  tail[1] = mix (middle, tail[2], t);
  head[3] = tail[0] = mix (head[2], tail[1], t);
}

static FasciaPoint
get_point (const FasciaPoint p[4], double t)
{
  FasciaPoint head[4], tail[4];

  split (p, t, head, tail);
  return tail[0];
}

static double
get_length (const FasciaPoint p[4])
{
  FasciaPoint at = p[0];
  double length = 0;

  for (int i = 1; i <= MEASURE_STEPS; i++)
    {
      FasciaPoint to = get_point (p, (double) i / MEASURE_STEPS);

      length += hypot (to.x - at.x, to.y - at.y);
      at = to;
    }
  return length;
}

/* Takes @length off the beginning of an arc of curves. */
static void
trim_start (GArray *points, double length)
{
  while (points->len > 4)
    {
      double first = get_length (&g_array_index (points, FasciaPoint, 0));

      if (first > length)
        break;
      length -= first;
      g_array_remove_range (points, 0, 3);
    }
  {
    FasciaPoint *p = &g_array_index (points, FasciaPoint, 0);
    FasciaPoint head[4], tail[4];

    split (p, CLAMP (length / get_length (p), 0, 0.9), head, tail);
    for (int i = 0; i < 4; i++)
      p[i] = tail[i];
  }
}

static void
turn_round (GArray *points)
{
  for (guint i = 0, k = points->len - 1; i < k; i++, k--)
    {
      FasciaPoint *p = &g_array_index (points, FasciaPoint, 0);
      FasciaPoint kept = p[i];

      p[i] = p[k];
      p[k] = kept;
    }
}

/* A copy of the arc, shorter by so much at its ends. */
static void
trim (const FasciaFigureArc *from, double at_start, double at_end, FasciaFigureArc *to)
{
  double length = 0;
  double most;

  *to = *from;
  to->points = g_array_copy (from->points);
  for (guint i = 0; i + 3 < from->points->len; i += 3)
    length += get_length (&g_array_index (from->points, FasciaPoint, i));
  most = MAX_PART * length / (at_start > 0 && at_end > 0 ? 2 : 1);
  if (at_start > 0)
    trim_start (to->points, MIN (at_start, most));
  if (at_end > 0)
    {
      turn_round (to->points);
      trim_start (to->points, MIN (at_end, most));
      turn_round (to->points);
    }
}

static FasciaPoint
get_end (const FasciaFigureArc *arc, const FasciaFigureStep *step, gboolean is_first)
{
  FasciaPoint point = fascia_figure_arc_get_end (arc, (step->sign > 0) == is_first);

  point.x *= step->flip;
  return point;
}

static const FasciaFigureStep *
get_step (const GArray *steps, guint i)
{
  return &g_array_index (steps, FasciaFigureStep, i % steps->len);
}

static const FasciaFigureArc *
get_arc (const GArray *arcs, const FasciaFigureStep *step)
{
  return &g_array_index (arcs, FasciaFigureArc, step->arc);
}

/* The direction in which a step leaves its first or its last point, away from it. */
static FasciaPoint
get_direction (const GArray *arcs, const FasciaFigureStep *step, gboolean is_first)
{
  const GArray *points = get_arc (arcs, step)->points;
  gboolean at_start = (step->sign > 0) == is_first;
  FasciaPoint end = g_array_index (points, FasciaPoint, at_start ? 0 : points->len - 1);
  FasciaPoint next = g_array_index (points, FasciaPoint, at_start ? 1 : points->len - 2);

  return (FasciaPoint) { step->flip * (next.x - end.x), next.y - end.y };
}

/* How much the corner at the end of step @i takes of either arc: the sharper, the more. */
static double
get_corner (const GArray *arcs, const GArray *steps, guint i)
{
  FasciaPoint a, b;
  double angle;

  if (!get_step (steps, i)->is_round)
    return 0;
  a = get_direction (arcs, get_step (steps, i), FALSE);
  b = get_direction (arcs, get_step (steps, i + 1), TRUE);
  angle = fabs (atan2 (a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
  return ROUND / MAX (tan (angle / 2), 0.1);
}

/* A step as it is drawn: shorter where its corners are rounded. */
static void
trim_step (const GArray *arcs, const GArray *steps, guint i, FasciaFigureArc *to)
{
  const FasciaFigureStep *step = get_step (steps, i);
  double before = get_corner (arcs, steps, i + steps->len - 1);
  double after = get_corner (arcs, steps, i);

  trim (get_arc (arcs, step), step->sign > 0 ? before : after, step->sign > 0 ? after : before, to);
}

FasciaPath *
fascia_figure_steps_to_path (const GArray *arcs, const GArray *steps)
{
  FasciaPath *path = fascia_path_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const FasciaFigureStep *step = get_step (steps, i);
      FasciaFigureArc arc, next;
      FasciaPoint from, corner, to;

      trim_step (arcs, steps, i, &arc);
      from = get_end (&arc, step, TRUE);
      if (i == 0)
        fascia_path_move_to (path, from.x, from.y);
      fascia_figure_arc_append (path, &arc, step->sign, step->flip);
      if (step->is_round)
        {
          trim_step (arcs, steps, i + 1, &next);
          from = get_end (&arc, step, FALSE);
          corner = get_end (get_arc (arcs, step), step, FALSE);
          to = get_end (&next, get_step (steps, i + 1), TRUE);
          fascia_path_curve_to (
              path, from.x + (corner.x - from.x) * 2 / 3, from.y + (corner.y - from.y) * 2 / 3,
              to.x + (corner.x - to.x) * 2 / 3, to.y + (corner.y - to.y) * 2 / 3, to.x, to.y);
          fascia_figure_arc_clear (&next);
        }
      fascia_figure_arc_clear (&arc);
    }
  fascia_path_close (path);
  return path;
}
