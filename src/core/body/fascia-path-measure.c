/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vector paths: bounds, area, centre, inside or outside, distance.
 */

#include "fascia-path-private.h"

#include <math.h>

/* Curves are flattened so finely that no chord strays further than this from its curve. */
#define FLATNESS 0.02
#define MAX_PIECES 64

static double
cubic_at (double a, double b, double c, double d, double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/* The number of chords that keep within FLATNESS, from the second differences of the controls. */
static int
count_chords (const FasciaPoint p[4])
{
  double ax = p[0].x - 2 * p[1].x + p[2].x;
  double ay = p[0].y - 2 * p[1].y + p[2].y;
  double bx = p[1].x - 2 * p[2].x + p[3].x;
  double by = p[1].y - 2 * p[2].y + p[3].y;
  double bend = sqrt (fmax (ax * ax + ay * ay, bx * bx + by * by));

  return CLAMP ((int) ceil (sqrt (0.75 * bend / FLATNESS)), 1, MAX_PIECES);
}

typedef struct
{
  double x0, y0, x1, y1;
  gboolean has_any;
} Bounds;

static void
bounds_add (Bounds *bounds, double x, double y)
{
  if (!bounds->has_any)
    *bounds = (Bounds) { x, y, x, y, TRUE };
  bounds->x0 = fmin (bounds->x0, x);
  bounds->y0 = fmin (bounds->y0, y);
  bounds->x1 = fmax (bounds->x1, x);
  bounds->y1 = fmax (bounds->y1, y);
}

/* Roots in (0,1) of the derivative of a cubic in one coordinate. */
static int
find_extremes (double a, double b, double c, double d, double roots[2])
{
  double qa = -a + 3 * b - 3 * c + d;
  double qb = 2 * (a - 2 * b + c);
  double qc = b - a;
  double candidates[2];
  int n_candidates = 0;
  int n = 0;

  if (fabs (qa) < 1e-9)
    {
      if (fabs (qb) > 1e-9)
        candidates[n_candidates++] = -qc / qb;
    }
  else
    {
      double disc = qb * qb - 4 * qa * qc;

      if (disc >= 0)
        {
          double root = sqrt (disc);

          candidates[n_candidates++] = (-qb + root) / (2 * qa);
          candidates[n_candidates++] = (-qb - root) / (2 * qa);
        }
    }
  for (int i = 0; i < n_candidates; i++)
    if (candidates[i] > 0 && candidates[i] < 1)
      roots[n++] = candidates[i];
  return n;
}

static void
piece_bounds (const FasciaPoint p[4], gboolean is_curve, gpointer data)
{
  double roots[2];

  bounds_add (data, p[0].x, p[0].y);
  bounds_add (data, p[3].x, p[3].y);
  if (!is_curve)
    return;
  for (int axis = 0; axis < 2; axis++)
    {
      int n = axis == 0 ? find_extremes (p[0].x, p[1].x, p[2].x, p[3].x, roots)
                        : find_extremes (p[0].y, p[1].y, p[2].y, p[3].y, roots);

      for (int i = 0; i < n; i++)
        bounds_add (data, cubic_at (p[0].x, p[1].x, p[2].x, p[3].x, roots[i]),
                    cubic_at (p[0].y, p[1].y, p[2].y, p[3].y, roots[i]));
    }
}

void
fascia_path_get_bounds (const FasciaPath *self, double *x0, double *y0, double *x1, double *y1)
{
  Bounds bounds = { 0 };

  fascia_path_walk_pieces (self, piece_bounds, &bounds);
  if (x0 != NULL)
    *x0 = bounds.x0;
  if (y0 != NULL)
    *y0 = bounds.y0;
  if (x1 != NULL)
    *x1 = bounds.x1;
  if (y1 != NULL)
    *y1 = bounds.y1;
}

static double
cross (FasciaPoint a, FasciaPoint b)
{
  return a.x * b.y - a.y * b.x;
}

/* Green's theorem over one cubic: the integral of (x dy - y dx) / 2 has this closed form. */
static void
piece_area (const FasciaPoint p[4], gboolean is_curve, gpointer data)
{
  double *area = data;

  if (is_curve)
    *area += (6 * cross (p[0], p[1]) + 3 * cross (p[0], p[2]) + cross (p[0], p[3])
              + 3 * cross (p[1], p[2]) + 3 * cross (p[1], p[3]) + 6 * cross (p[2], p[3]))
             / 20;
  else
    *area += cross (p[0], p[3]) / 2;
}

double
fascia_path_get_area (const FasciaPath *self)
{
  double area = 0;

  fascia_path_walk_pieces (self, piece_area, &area);
  return fabs (area);
}

/* Calls @func for every chord of a piece. */
typedef void (*ChordFunc) (FasciaPoint from, FasciaPoint to, gpointer data);

static void
flatten_piece (const FasciaPoint p[4], gboolean is_curve, ChordFunc func, gpointer data)
{
  int n = is_curve ? count_chords (p) : 1;
  FasciaPoint from = p[0];

  for (int i = 1; i <= n; i++)
    {
      double t = (double) i / n;
      FasciaPoint to = i == n ? p[3]
                              : (FasciaPoint) { cubic_at (p[0].x, p[1].x, p[2].x, p[3].x, t),
                                                cubic_at (p[0].y, p[1].y, p[2].y, p[3].y, t) };

      func (from, to, data);
      from = to;
    }
}

typedef struct
{
  double area2, mx, my;
} Moments;

static void
chord_moments (FasciaPoint a, FasciaPoint b, gpointer data)
{
  Moments *moments = data;
  double c = cross (a, b);

  moments->area2 += c;
  moments->mx += c * (a.x + b.x);
  moments->my += c * (a.y + b.y);
}

static void
piece_moments (const FasciaPoint p[4], gboolean is_curve, gpointer data)
{
  flatten_piece (p, is_curve, chord_moments, data);
}

gboolean
fascia_path_get_centroid (const FasciaPath *self, double *x, double *y)
{
  Moments moments = { 0 };

  fascia_path_walk_pieces (self, piece_moments, &moments);
  if (fabs (moments.area2) < 1e-9)
    return FALSE;
  *x = moments.mx / (3 * moments.area2);
  *y = moments.my / (3 * moments.area2);
  return TRUE;
}

typedef struct
{
  FasciaPoint at;
  int winding;
} Winding;

static void
chord_winding (FasciaPoint a, FasciaPoint b, gpointer data)
{
  Winding *w = data;
  double side;

  if ((a.y <= w->at.y) == (b.y <= w->at.y))
    return;
  side = (b.x - a.x) * (w->at.y - a.y) - (w->at.x - a.x) * (b.y - a.y);
  if (a.y <= w->at.y && side > 0)
    w->winding++;
  else if (a.y > w->at.y && side < 0)
    w->winding--;
}

static void
piece_winding (const FasciaPoint p[4], gboolean is_curve, gpointer data)
{
  Winding *w = data;
  double y0 = fmin (fmin (p[0].y, p[1].y), fmin (p[2].y, p[3].y));
  double y1 = fmax (fmax (p[0].y, p[1].y), fmax (p[2].y, p[3].y));

  /* A curve lies in the hull of its points: most pieces are passed over here. */
  if (w->at.y < y0 || w->at.y > y1)
    return;
  if (fmax (fmax (p[0].x, p[1].x), fmax (p[2].x, p[3].x)) < w->at.x)
    {
      chord_winding (p[0], p[3], w);
      return;
    }
  flatten_piece (p, is_curve, chord_winding, w);
}

gboolean
fascia_path_contains (const FasciaPath *self, double x, double y)
{
  Winding w = { { x, y }, 0 };

  fascia_path_walk_pieces (self, piece_winding, &w);
  return w.winding != 0;
}

typedef struct
{
  FasciaPoint at;
  double best2;
} Nearest;

static void
chord_nearest (FasciaPoint a, FasciaPoint b, gpointer data)
{
  Nearest *nearest = data;
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((nearest->at.x - a.x) * dx + (nearest->at.y - a.y) * dy) / length2 : 0;
  double ex, ey;

  t = CLAMP (t, 0, 1);
  ex = a.x + t * dx - nearest->at.x;
  ey = a.y + t * dy - nearest->at.y;
  nearest->best2 = fmin (nearest->best2, ex * ex + ey * ey);
}

static void
piece_nearest (const FasciaPoint p[4], gboolean is_curve, gpointer data)
{
  flatten_piece (p, is_curve, chord_nearest, data);
}

double
fascia_path_get_distance (const FasciaPath *self, double x, double y)
{
  Nearest nearest = { { x, y }, G_MAXDOUBLE };

  fascia_path_walk_pieces (self, piece_nearest, &nearest);
  return nearest.best2 < G_MAXDOUBLE ? sqrt (nearest.best2) : G_MAXDOUBLE;
}
