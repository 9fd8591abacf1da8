/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shading and scribbles: what is painted is what was covered, however dense it is.
 */

#include <math.h>

#include "core/body/fascia-extent.h"
#include "draw/fascia-figure-coverage.h"
#include "draw/fascia-figure-overlay.h"
#include "fascia-core-resources.h"

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static FasciaDrawing
make_stroke (const FasciaDrawingPoint *points, guint n_points, double width)
{
  return (FasciaDrawing) {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_TIGHTNESS,
    .view = FASCIA_VIEW_BACK,
    .figure = FASCIA_FIGURE_VERSION,
    .width = (float) width,
    .points = points,
    .n_points = n_points,
  };
}

static gboolean
covers (const GArray *pieces, double x, double y)
{
  for (guint i = 0; i < pieces->len; i++)
    if (fascia_path_contains (g_array_index (pieces, FasciaFigurePiece, i).path, x, y))
      return TRUE;
  return FALSE;
}

static gboolean
count_op (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  for (gsize i = 0; i < n_points; i++)
    g_assert_true (isfinite (points[i].x) && isfinite (points[i].y));
  (*(guint *) data)++;
  return TRUE;
}

static guint
count_ops (const GArray *pieces)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    fascia_path_foreach (g_array_index (pieces, FasciaFigurePiece, i).path, count_op, &n);
  return n;
}

/* How much of a shape is painted, by a grid of its own. */
static double
measure_painted (const GArray *pieces, const FasciaShape *shape)
{
  double x0, y0, x1, y1;
  guint n_inside = 0;
  guint n_painted = 0;

  fascia_path_get_bounds (shape->path, &x0, &y0, &x1, &y1);
  for (double y = y0; y < y1; y += 0.73)
    for (double x = x0; x < x1; x += 0.73)
      if (fascia_path_contains (shape->path, x, y))
        {
          n_inside++;
          n_painted += covers (pieces, x, y);
        }
  g_assert_cmpuint (n_inside, >, 20);
  return (double) n_painted / n_inside;
}

/* The words beside the picture and the picture agree. */
static void
check_extents (const FasciaBody *body,
               const FasciaDrawing *drawing,
               guint at_least,
               double tolerance)
{
  g_autoptr (GArray) pieces = fascia_figure_drawing_pieces (body, drawing);
  g_autoptr (GArray) extents = fascia_extent_measure (body, drawing, 1);

  g_assert_cmpuint (extents->len, >=, at_least);
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);
      const FasciaShape *shape = fascia_body_get_shape_on (body, extent->region, drawing->view);
      double painted;

      if (shape == NULL)
        continue;
      painted = measure_painted (pieces, shape);
      g_test_message ("%s: %.3f said, %.3f painted", fascia_region_get_id (extent->region),
                      extent->share, painted);
      g_assert_cmpfloat_with_epsilon (painted, extent->share, tolerance);
    }
}

/* Shading an area by going to and fro, finely and coarsely. */
static void
test_shading (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const guint swings[] = { 32, 59, 75, 150, 400 };
  const double widths[] = { 4, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (swings); i++)
    for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
      {
        const guint n = swings[i] + 1;
        g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, n);
        const FasciaDrawing stroke = make_stroke (points, n, widths[k]);

        for (guint p = 0; p < n; p++)
          points[p] = (FasciaDrawingPoint) { p % 2 == 0 ? -60 : 60,
                                             200 + 120 * (float) p / (float) (n - 1), 6 };
        g_test_message ("%u swings, %.0f wide", swings[i], widths[k]);
        check_extents (body, &stroke, 2, 0.04);
      }
}

/* The same with a level that changes all the time. */
static void
test_levels (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint points[3000];
  const FasciaDrawing stroke = make_stroke (points, G_N_ELEMENTS (points), 5);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      const float t = (float) i / G_N_ELEMENTS (points);

      points[i]
          = (FasciaDrawingPoint) { 60 * sinf (500 * t), 200 + 150 * t, 5 + 5 * sinf (20 * t) };
    }
  check_extents (body, &stroke, 2, 0.04);
}

static double
get_distance (const FasciaDrawing *drawing, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < drawing->n_points; i++)
    {
      const FasciaDrawingPoint *a = &drawing->points[i - 1];
      const double dx = (double) (a[1].x - a->x);
      const double dy = (double) (a[1].y - a->y);
      const double px = x - (double) a->x;
      const double py = y - (double) a->y;
      const double square = dx * dx + dy * dy;
      const double t = square > 0 ? CLAMP ((px * dx + py * dy) / square, 0, 1) : 0;

      least = fmin (least, hypot (px - t * dx, py - t * dy));
    }
  return least;
}

/* A long winding line that never lies on itself keeps all its bends, and what it leaves free. */
static void
test_spiral (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, 10000);
  const FasciaDrawing stroke = make_stroke (points, 10000, 4);
  g_autoptr (GArray) pieces = NULL;
  guint n_on = 0, n_off = 0;

  for (guint i = 0; i < 10000; i++)
    {
      const double t = i / 10000.0;

      points[i] = (FasciaDrawingPoint) { (float) (100 * t * cos (70 * t)),
                                         (float) (300 + 100 * t * sin (70 * t)), 6 };
    }
  pieces = fascia_figure_drawing_pieces (body, &stroke);
  for (double y = 195; y < 405; y += 4.1)
    for (double x = -105; x < 105; x += 4.1)
      {
        const double distance = get_distance (&stroke, x, y);

        if (distance < 1.5)
          {
            g_assert_true (covers (pieces, x, y));
            n_on++;
          }
        else if (distance > 2.5)
          {
            g_assert_false (covers (pieces, x, y));
            n_off++;
          }
      }
  g_assert_cmpuint (n_on, >, 300);
  g_assert_cmpuint (n_off, >, 500);
}

/* Seen from the front and as one sees oneself, broad or slender: on the same places. */
static void
test_forms (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  FasciaDrawingPoint points[300];
  const FasciaDrawing stroke = make_stroke (points, G_N_ELEMENTS (points), 4);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (FasciaDrawingPoint) { i % 2 == 0 ? -60 : 20, 200 + 0.4f * (float) i, 6 };
  for (int i = 0; i < 4; i++)
    {
      const FasciaBodyForm form = {
        .build = i % 2 == 0 ? FASCIA_BUILD_LIGHT : FASCIA_BUILD_FULL,
        .facing = i / 2 == 0 ? FASCIA_FACING_FACING : FASCIA_FACING_OWN,
      };
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &form);

      /* Another build is broader here than there, within a place as well. */
      check_extents (body, &stroke, 2, 0.08);
    }
}

/* Whatever there is, it is painted, in bounds of time and size. */
static void
test_bounds (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, FASCIA_DRAWING_MAX_POINTS);
  const double widths[] = { 0.1, 1, 9, 200 };

  for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
    {
      const FasciaDrawing stroke = make_stroke (points, FASCIA_DRAWING_MAX_POINTS, widths[k]);
      g_autoptr (GArray) pieces = NULL;
      gint64 start;
      double passed;

      for (guint i = 0; i < FASCIA_DRAWING_MAX_POINTS; i++)
        points[i] = (FasciaDrawingPoint) { (float) g_rand_double_range (random, -218, 218),
                                           (float) g_rand_double_range (random, 0, 760),
                                           (float) g_rand_double_range (random, 0, 10) };
      start = g_get_monotonic_time ();
      pieces = fascia_figure_drawing_pieces (body, &stroke);
      passed = (double) (g_get_monotonic_time () - start) / 1000;
      g_test_message ("%.1f wide: %u operations, %.0f ms", widths[k], count_ops (pieces), passed);
      g_assert_cmpuint (count_ops (pieces), >, 3);
      g_assert_true (covers (pieces, (double) points[0].x, (double) points[0].y) || widths[k] < 1);
      g_assert_cmpuint (count_ops (pieces), <, 60000);
    }
}

/* A ring: its hole stays free; lines beside each other grow together. */
static void
test_outline (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) outlines = NULL;
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = fascia_figure_coverage_outline (empty, 3);
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (FasciaPoint));
  double areas[2];

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i <= 90; i++)
    {
      const FasciaPoint p = { 30 * cos (i * G_PI / 45), 30 * sin (i * G_PI / 45) };

      g_array_append_val (ring, p);
    }
  g_ptr_array_add (lines, ring);
  outlines = fascia_figure_coverage_outline (lines, 4);
  g_assert_cmpuint (outlines->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const GArray *outline = g_ptr_array_index (outlines, i);

      areas[i] = 0;
      for (guint k = 0; k < outline->len; k++)
        {
          const FasciaPoint a = g_array_index (outline, FasciaPoint, k);
          const FasciaPoint b = g_array_index (outline, FasciaPoint, (k + 1) % outline->len);

          areas[i] += (a.x * b.y - b.x * a.y) / 2;
        }
    }
  g_assert_cmpfloat_with_epsilon (fmax (fabs (areas[0]), fabs (areas[1])), G_PI * 34 * 34, 20);
  g_assert_cmpfloat_with_epsilon (fmin (fabs (areas[0]), fabs (areas[1])), G_PI * 26 * 26, 20);
  g_assert_cmpfloat (areas[0] * areas[1], <, 0);
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-coverage/outline", test_outline);
  g_test_add_func ("/figure-coverage/shading", test_shading);
  g_test_add_func ("/figure-coverage/levels", test_levels);
  g_test_add_func ("/figure-coverage/spiral", test_spiral);
  g_test_add_func ("/figure-coverage/forms", test_forms);
  g_test_add_func ("/figure-coverage/bounds", test_bounds);
  return g_test_run ();
}
