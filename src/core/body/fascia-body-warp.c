/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fuller build: the drawn figure, smoothly widened; and the way back.
 *
 * Only x moves, and how far depends on the height. At each height there are four knots: on the leg's
 * inner edge (or near the midline above the crotch), on the outer edge of leg or torso, on the inner
 * and on the outer edge of the arm. Between them, and between the heights of the table, the way is
 * interpolated so that what was further out stays further out: the warp has an inverse everywhere.
 * It is odd in x, so the halves stay exact mirror images, and it is nothing at all beside the feet,
 * where the soles are drawn.
 */

#include "fascia-body-private.h"

#include <math.h>

#define N_KNOTS 4
/* Where arm and torso part, and where they have parted. */
#define ARMPIT_TOP 190.0
#define ARMPIT_BOTTOM 260.0
/* From here on outwards nothing moves. */
#define REACH 232.0
/* Curves are cut to pieces no longer than this before their ends are moved. */
#define MAX_PIECE 9.0
#define MAX_CUTS 5

typedef struct
{
  double y;
  double x[N_KNOTS]; /* of the drawn figure */
  double d[N_KNOTS]; /* how far they move outwards */
  double m;          /* how fast that grows at the first of them */
} Row;

static const Row rows[] = {
  { -20, { 12, 36, 75, 110 }, { 0, 0, 0, 0 }, 0 },
  { 5, { 12, 34, 75, 110 }, { 0.2, 0.6, 1, 1 }, 0.0167 },
  { 25, { 12, 35, 75, 110 }, { 0.4, 1.3, 2, 2 }, 0.0333 },
  { 45, { 12, 37, 75, 110 }, { 0.7, 2.2, 3, 4 }, 0.0583 },
  { 65, { 12, 36, 75, 110 }, { 1.1, 3.8, 4, 6 }, 0.0917 },
  { 80, { 12, 31, 75, 110 }, { 1.7, 5.8, 5, 7 }, 0.142 },
  { 95, { 12, 27, 75, 110 }, { 2.8, 7.0, 6.2, 8 }, 0.233 },
  { 110, { 12, 28, 75, 108 }, { 3.1, 7.4, 7.2, 9.5 }, 0.258 },
  { 125, { 12, 34, 75, 104 }, { 2.8, 6.9, 8, 10.5 }, 0.233 },
  { 140, { 12, 40, 75, 102 }, { 2.2, 6.0, 8.2, 11 }, 0.183 },
  { 155, { 12, 44, 76, 102 }, { 1.8, 5.6, 8.5, 11.5 }, 0.139 },
  { 170, { 12, 50, 77, 105 }, { 1.6, 6.0, 8.8, 12 }, 0.127 },
  { 185, { 12, 58, 78, 108 }, { 1.6, 7.4, 9.4, 12.6 }, 0.13 },
  { 200, { 12, 66, 80, 111 }, { 1.6, 9.0, 10, 13.4 }, 0.135 },
  { 215, { 12, 72, 80, 114 }, { 1.8, 10.2, 10.3, 14.4 }, 0.146 },
  { 230, { 12, 74, 80, 118 }, { 2.1, 12.2, 10.2, 15.2 }, 0.17 },
  { 245, { 12, 73, 84, 122 }, { 2.4, 14.4, 10.4, 15.6 }, 0.199 },
  { 260, { 12, 71, 90, 128 }, { 2.7, 16.6, 10.6, 15.4 }, 0.229 },
  { 275, { 12, 69, 96, 136 }, { 3.1, 18.7, 10.3, 14.4 }, 0.265 },
  { 290, { 12, 68.5, 101.3, 142.8 }, { 3.4, 20.4, 9.6, 13 }, 0.291 },
  { 305, { 12, 69, 106, 148 }, { 3.6, 21.6, 8.6, 11.4 }, 0.307 },
  { 320, { 12, 71, 114, 152 }, { 3.7, 22.1, 7.2, 9.4 }, 0.31 },
  { 335, { 12, 74, 123, 156 }, { 3.8, 21.9, 5.6, 7.2 }, 0.306 },
  { 350, { 12, 76, 132, 162 }, { 3.6, 21.2, 3.8, 4.8 }, 0.289 },
  { 365, { 12, 77.6, 139, 173 }, { 3.3, 20.1, 2.2, 2.6 }, 0.267 },
  { 380, { 11, 78.5, 143, 192 }, { 2.9, 19.0, 1.0, 1.0 }, 0.22 },
  { 395, { 9, 78.8, 145, 200 }, { 2.2, 18.0, 0.3, 0.3 }, 0.19 },
  { 410, { 7, 78.3, 146, 204 }, { 0.8, 17.0, 0, 0 }, 0.145 },
  { 422, { 5.5, 77.6, 146, 204 }, { -1.2, 16.1, 0, 0 }, 0.105 },
  { 436, { 5.3, 76.6, 145, 204 }, { -2.3, 15.2, 0, 0 }, 0.07 },
  { 458, { 6.8, 74.3, 140, 204 }, { -3.0, 13.8, 0, 0 }, 0.035 },
  { 482, { 9.3, 71.5, 134, 204 }, { -3.6, 12.4, 0, 0 }, 0.015 },
  { 506, { 12.3, 68.3, 126, 204 }, { -4.3, 11.0, 0, 0 }, 0.005 },
  { 530, { 15.8, 65.3, 118, 204 }, { -4.8, 9.6, 0, 0 }, 0 },
  { 554, { 18.6, 63.8, 112, 204 }, { -5.0, 8.6, 0, 0 }, 0 },
  { 578, { 18.6, 65.3, 110, 204 }, { -5.1, 8.8, 0, 0 }, 0 },
  { 602, { 16.3, 67.8, 110, 204 }, { -5.2, 9.4, 0, 0 }, 0 },
  { 626, { 18.1, 66.5, 110, 204 }, { -5.0, 9.2, 0, 0 }, 0 },
  { 650, { 23.3, 63.5, 110, 204 }, { -4.3, 8.0, 0, 0 }, 0 },
  { 674, { 28.3, 60.3, 110, 204 }, { -3.2, 6.2, 0, 0 }, 0 },
  { 698, { 31.6, 58.0, 110, 204 }, { -2.0, 4.2, 0, 0 }, 0 },
  { 718, { 32.0, 60.0, 110, 204 }, { -1.0, 2.4, 0, 0 }, 0 },
  { 738, { 31.2, 70.0, 110, 204 }, { -0.3, 0.8, 0, 0 }, 0 },
  { 760, { 31.2, 72.0, 110, 204 }, { 0, 0, 0, 0 }, 0 },
  { 790, { 31.2, 72.0, 110, 204 }, { 0, 0, 0, 0 }, 0 },
};

/* The way at one height: knots from the midline to where nothing moves, and the slopes there. */
typedef struct
{
  double x[N_KNOTS + 2];
  double d[N_KNOTS + 2];
  double m[N_KNOTS + 2];
} Profile;

static double
hermite (double a, double b, double ma, double mb, double h, double t)
{
  double t2 = t * t;
  double t3 = t2 * t;

  return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * h * ma + (3 * t2 - 2 * t3) * b
         + (t3 - t2) * h * mb;
}

/* The slope at the middle one of three points: that of the parabola through them. */
static double
get_slope (double h0, double h1, double a, double b, double c)
{
  return (h1 * (b - a) / h0 + h0 * (c - b) / h1) / (h0 + h1);
}

static double
interpolate (double p0, double p1, double p2, double p3, const Row *row, double t)
{
  double h0 = row[0].y - row[-1].y;
  double h1 = row[1].y - row[0].y;
  double h2 = row[2].y - row[1].y;

  return hermite (p1, p2, get_slope (h0, h1, p0, p1, p2), get_slope (h1, h2, p1, p2, p3), h1, t);
}

static void
get_profile (double y, Profile *p)
{
  const int last = G_N_ELEMENTS (rows) - 3;
  int lo = 1;
  int hi = last;
  double t;
  const Row *row;

  while (lo < hi)
    {
      int mid = (lo + hi + 1) / 2;

      if (rows[mid].y <= y)
        lo = mid;
      else
        hi = mid - 1;
    }
  row = &rows[lo];
  t = CLAMP ((y - row->y) / (row[1].y - row->y), 0, 1);
  p->x[0] = p->d[0] = 0;
  for (int k = 0; k < N_KNOTS; k++)
    {
      p->x[k + 1] = interpolate (row[-1].x[k], row[0].x[k], row[1].x[k], row[2].x[k], row, t);
      p->d[k + 1] = interpolate (row[-1].d[k], row[0].d[k], row[1].d[k], row[2].d[k], row, t);
    }
  p->x[N_KNOTS + 1] = REACH;
  p->d[N_KNOTS + 1] = 0;
  /* On the midline the way goes on to the other half as it came. */
  p->m[0] = p->d[1] / p->x[1];
  p->m[1] = interpolate (row[-1].m, row[0].m, row[1].m, row[2].m, row, t);
  for (int k = 2; k <= N_KNOTS; k++)
    p->m[k] = get_slope (p->x[k] - p->x[k - 1], p->x[k + 1] - p->x[k], p->d[k - 1], p->d[k],
                         p->d[k + 1]);
  /* Down from the armpit the arm's inner edge is an end of its own: what lies further out, the soles
   * among it, keeps still where the arm does. */
  t = CLAMP ((y - ARMPIT_TOP) / (ARMPIT_BOTTOM - ARMPIT_TOP), 0, 1);
  p->m[3] *= 1 - t * t * (3 - 2 * t);
  p->m[N_KNOTS + 1] = 0;
}

/* Where a point at @x >= 0 comes to lie. */
static double
move (const Profile *p, double x)
{
  int k = 0;
  double h;

  if (!(x < REACH))
    return x;
  while (x > p->x[k + 1])
    k++;
  h = p->x[k + 1] - p->x[k];
  return x + hermite (p->d[k], p->d[k + 1], p->m[k], p->m[k + 1], h, (x - p->x[k]) / h);
}

void
fascia_build_warp (FasciaBuild build, double *x, double *y)
{
  Profile p;

  if (build != FASCIA_BUILD_FULL || !isfinite (*x) || !isfinite (*y))
    return;
  get_profile (*y, &p);
  *x = copysign (move (&p, fabs (*x)), *x);
}

/* The build alone: back to the drawn figure. */
static void
build_unwarp (FasciaBuild build, double *x, double *y)
{
  Profile p;
  double lo = 0;
  double hi = REACH;
  double to = fabs (*x);

  if (build != FASCIA_BUILD_FULL || !isfinite (*x) || !isfinite (*y) || to >= REACH)
    return;
  get_profile (*y, &p);
  for (int i = 0; i < 40; i++)
    {
      double mid = (lo + hi) / 2;

      if (move (&p, mid) < to)
        lo = mid;
      else
        hi = mid;
    }
  *x = copysign ((lo + hi) / 2, *x);
}

/* ── Curves ──────────────────────────────────────────────────────────────────────────────────── */

static FasciaPoint
warp_point (FasciaBuild build, FasciaPoint point)
{
  fascia_build_warp (build, &point.x, &point.y);
  return point;
}

/* Where the control point @control of a curve that starts or ends at @end comes to lie: the warp
 * near @end, taken as straight, so that curves that met smoothly still do. */
static FasciaPoint
warp_control (FasciaBuild build, FasciaPoint end, FasciaPoint warped_end, FasciaPoint control)
{
  const double e = 1e-3;
  FasciaPoint near = { end.x + e * (control.x - end.x), end.y + e * (control.y - end.y) };

  near = warp_point (build, near);
  return (FasciaPoint) { warped_end.x + (near.x - warped_end.x) / e,
                         warped_end.y + (near.y - warped_end.y) / e };
}

static FasciaPoint
get_middle (FasciaPoint a, FasciaPoint b)
{
  return (FasciaPoint) { (a.x + b.x) / 2, (a.y + b.y) / 2 };
}

static void
warp_curve (FasciaBuild build, const FasciaPoint p[4], int cuts, GArray *points)
{
  double length = hypot (p[1].x - p[0].x, p[1].y - p[0].y)
                  + hypot (p[2].x - p[1].x, p[2].y - p[1].y)
                  + hypot (p[3].x - p[2].x, p[3].y - p[2].y);

  if (length > MAX_PIECE && cuts < MAX_CUTS)
    {
      FasciaPoint middle = get_middle (p[1], p[2]);
      FasciaPoint a[4] = { p[0], get_middle (p[0], p[1]) };
      FasciaPoint b[4] = { [2] = get_middle (p[2], p[3]), [3] = p[3] };

      a[2] = get_middle (a[1], middle);
      b[1] = get_middle (middle, b[2]);
      a[3] = b[0] = get_middle (a[2], b[1]);
      warp_curve (build, a, cuts + 1, points);
      warp_curve (build, b, cuts + 1, points);
    }
  else
    {
      FasciaPoint start = warp_point (build, p[0]);
      FasciaPoint moved[3] = { [2] = warp_point (build, p[3]) };

      moved[0] = warp_control (build, p[0], start, p[1]);
      moved[1] = warp_control (build, p[3], moved[2], p[2]);
      g_array_append_vals (points, moved, 3);
    }
}

void
fascia_build_warp_arc (FasciaBuild build, const FasciaFigureArc *from, FasciaFigureArc *to)
{
  const FasciaPoint *p = (const FasciaPoint *) (gpointer) from->points->data;
  FasciaPoint start;

  *to = *from;
  if (build != FASCIA_BUILD_FULL)
    {
      to->points = g_array_ref (from->points);
      return;
    }
  to->points = g_array_sized_new (FALSE, FALSE, sizeof (FasciaPoint), from->points->len * 3);
  start = warp_point (build, p[0]);
  g_array_append_val (to->points, start);
  for (guint i = 0; i + 3 < from->points->len; i += 3)
    warp_curve (build, p + i, 0, to->points);
}

/* ── Of a body ───────────────────────────────────────────────────────────────────────────────── */

void
fascia_body_to_canonical (const FasciaBody *self, FasciaView view, double *x, double *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);

  if (self->form.facing == FASCIA_FACING_OWN && view == FASCIA_VIEW_FRONT)
    *x = -*x;
  build_unwarp (self->form.build, x, y);
}

void
fascia_body_from_canonical (const FasciaBody *self, FasciaView view, double *x, double *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);

  fascia_build_warp (self->form.build, x, y);
  if (self->form.facing == FASCIA_FACING_OWN && view == FASCIA_VIEW_FRONT)
    *x = -*x;
}
