/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strokes, spots and arrows: what is seen covers what was drawn, whatever was drawn.
 */

#include "draw/fascia-figure-overlay.h"

#include <math.h>

#include "draw/fascia-figure-palette.h"
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
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = (float) width,
    .points = points,
    .n_points = n_points,
  };
}

static const FasciaFigurePiece *
get_piece (const GArray *pieces, guint index)
{
  g_assert_cmpuint (index, <, pieces->len);
  return &g_array_index (pieces, FasciaFigurePiece, index);
}

static gboolean
covers (const GArray *pieces, double x, double y)
{
  for (guint i = 0; i < pieces->len; i++)
    if (fascia_path_contains (get_piece (pieces, i)->path, x, y))
      return TRUE;
  return FALSE;
}

static double
get_distance_to_line (const FasciaDrawingPoint *a, const FasciaDrawingPoint *b, double x, double y)
{
  const double dx = (double) (b->x - a->x);
  const double dy = (double) (b->y - a->y);
  const double square = dx * dx + dy * dy;
  double t = 0;

  if (square > 0)
    t = CLAMP (((x - (double) a->x) * dx + (y - (double) a->y) * dy) / square, 0, 1);
  return hypot (x - (double) a->x - t * dx, y - (double) a->y - t * dy);
}

static double
get_distance_to_stroke (const FasciaDrawing *drawing, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < drawing->n_points; i++)
    least = fmin (least, get_distance_to_line (&drawing->points[i > 0 ? i - 1 : 0],
                                               &drawing->points[i], x, y));
  return least;
}

/* What is covered is what lies within half a width of the line, to half a unit. */
static void
check_cover (const FasciaBody *body, const FasciaDrawing *drawing)
{
  g_autoptr (GArray) pieces = fascia_figure_drawing_pieces (body, drawing);
  const double radius = (double) drawing->width / 2;
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  guint n_inside = 0;

  for (guint i = 0; i < drawing->n_points; i++)
    {
      x0 = fmin (x0, (double) drawing->points[i].x - 2 * radius);
      y0 = fmin (y0, (double) drawing->points[i].y - 2 * radius);
      x1 = fmax (x1, (double) drawing->points[i].x + 2 * radius);
      y1 = fmax (y1, (double) drawing->points[i].y + 2 * radius);
    }
  for (double y = y0; y <= y1; y += fmax (0.9, (y1 - y0) / 70))
    for (double x = x0; x <= x1; x += fmax (0.9, (x1 - x0) / 70))
      {
        const double distance = get_distance_to_stroke (drawing, x, y);

        if (distance < radius - 0.5)
          {
            g_assert_true (covers (pieces, x, y));
            n_inside++;
          }
        else if (distance > radius + 0.6)
          g_assert_false (covers (pieces, x, y));
      }
  g_assert_cmpuint (n_inside, >, 3);
}

static gboolean
count_step (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  for (gsize i = 0; i < n_points; i++)
    g_assert_true (isfinite (points[i].x) && isfinite (points[i].y));
  (*(guint *) data)++;
  return TRUE;
}

static guint
count_steps (const GArray *pieces)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    fascia_path_foreach (get_piece (pieces, i)->path, count_step, &n);
  return n;
}

static void
test_spot (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaDrawingPoint point = { -30, 120, 7 };
  FasciaDrawing spot = make_stroke (&point, 1, 16);
  g_autoptr (GArray) pieces = NULL;

  spot.kind = FASCIA_DRAWING_SPOT;
  pieces = fascia_figure_drawing_pieces (body, &spot);
  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_cmpint (get_piece (pieces, 0)->step, ==, 3);
  g_assert_cmpfloat_with_epsilon (fascia_path_get_area (get_piece (pieces, 0)->path), G_PI * 64,
                                  0.2);
  g_assert_true (covers (pieces, -30 + 7.9, 120));
  g_assert_false (covers (pieces, -30, 120 - 8.1));
}

static void
test_straight (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaDrawingPoint points[] = { { 0, 300, 5 }, { 60, 300, 5 } };
  const FasciaDrawing stroke = make_stroke (points, 2, 10);
  g_autoptr (GArray) pieces = fascia_figure_drawing_pieces (body, &stroke);

  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_cmpint (get_piece (pieces, 0)->step, ==, 2);
  g_assert_cmpfloat_with_epsilon (fascia_path_get_area (get_piece (pieces, 0)->path),
                                  600 + G_PI * 25, 0.5);
  g_assert_true (covers (pieces, 64.8, 300));
  g_assert_true (covers (pieces, -4.8, 300));
  g_assert_false (covers (pieces, 64, 304));
  check_cover (body, &stroke);
}

/* Sharp turns, ways back, loops tighter than the stroke is wide. */
static void
test_turns (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaDrawingPoint back[] = { { 0, 0, 3 }, { 40, 0, 3 }, { 1, 0.5f, 3 } };
  const FasciaDrawingPoint zigzag[]
      = { { 0, 0, 3 }, { 30, 4, 3 }, { 0, 8, 3 }, { 30, 12, 3 }, { 0, 60, 3 }, { 2, 61, 3 } };
  const FasciaDrawingPoint corner[] = { { 0, 0, 3 }, { 30, 0, 3 }, { 30, 30, 3 }, { 28, 29, 3 } };
  FasciaDrawingPoint curl[120];
  FasciaDrawingPoint circle[80];
  const FasciaDrawing drawings[] = {
    make_stroke (back, G_N_ELEMENTS (back), 12),     make_stroke (zigzag, G_N_ELEMENTS (zigzag), 9),
    make_stroke (corner, G_N_ELEMENTS (corner), 14), make_stroke (curl, G_N_ELEMENTS (curl), 14),
    make_stroke (circle, G_N_ELEMENTS (circle), 14),
  };

  for (guint i = 0; i < G_N_ELEMENTS (curl); i++)
    {
      const double t = (double) i / G_N_ELEMENTS (curl);

      curl[i] = (FasciaDrawingPoint) { (float) (60 * t + 9 * sin (30 * t)),
                                       (float) (9 * cos (30 * t)), 4 };
    }
  for (guint i = 0; i < G_N_ELEMENTS (circle); i++)
    {
      const double t = 2 * G_PI * i / (G_N_ELEMENTS (circle) - 1);

      circle[i] = (FasciaDrawingPoint) { (float) (4 * cos (t)), (float) (4 * sin (t)), 4 };
    }
  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_test_message ("drawing %u", i);
      check_cover (body, &drawings[i]);
    }
}

/* Random strokes of a hand that is in a hurry. */
static void
test_random (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++)
    {
      FasciaDrawingPoint points[40];
      const guint n = (guint) g_rand_int_range (random, 2, G_N_ELEMENTS (points));
      const double reach = g_rand_double_range (random, 0.5, 20);
      FasciaDrawing stroke = make_stroke (points, n, g_rand_double_range (random, 3, 16));
      double x = 0, y = 300;

      for (guint i = 0; i < n; i++)
        {
          x += g_rand_double_range (random, -reach, reach);
          y += g_rand_double_range (random, -reach, reach);
          points[i] = (FasciaDrawingPoint) { (float) x, (float) y,
                                             (float) g_rand_int_range (random, 0, 11) };
        }
      g_test_message ("round %u: %u points, reach %.1f, width %.1f", round, n, reach,
                      (double) stroke.width);
      check_cover (body, &stroke);
    }
}

/* Cut where the step changes, the worse last, all of it still covered. */
static void
test_steps (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint points[200];
  const FasciaDrawing stroke = make_stroke (points, G_N_ELEMENTS (points), 8);
  g_autoptr (GArray) pieces = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (FasciaDrawingPoint) { (float) i - 100, 320 + 20 * sinf ((float) i / 30),
                                       10.0f * (float) i / (G_N_ELEMENTS (points) - 1) };
  pieces = fascia_figure_drawing_pieces (body, &stroke);
  g_assert_cmpuint (pieces->len, ==, FASCIA_FIGURE_STEPS);
  for (guint i = 0; i < pieces->len; i++)
    {
      double x0, x1;

      g_assert_cmpint (get_piece (pieces, i)->step, ==, (int) i);
      /* Levels grow from left to right: so do the pieces. */
      fascia_path_get_bounds (get_piece (pieces, i)->path, &x0, NULL, &x1, NULL);
      g_assert_cmpfloat (fabs ((x0 + x1) / 2 - (-100 + 40.0 * i + 20)), <, 12);
    }
  check_cover (body, &stroke);

  /* A hand that trembles is no pattern. */
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i].level = i % 2 == 0 ? 1 : 10;
  g_array_unref (pieces);
  pieces = fascia_figure_drawing_pieces (body, &stroke);
  g_assert_cmpuint (pieces->len, <=, 3);
}

static void
test_levels (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  static const struct
  {
    float level;
    int step;
  } cases[] = { { FASCIA_LEVEL_NOT_GIVEN, -1 },
                { 0, -1 },
                { 0.2f, 0 },
                { 2, 0 },
                { 2.6f, 1 },
                { 6.4f, 2 },
                { 8, 3 },
                { 9, 4 },
                { 10, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaDrawingPoint points[]
          = { { 0, 200, cases[i].level }, { 30, 210, cases[i].level } };
      const FasciaDrawing stroke = make_stroke (points, 2, 8);
      g_autoptr (GArray) pieces = fascia_figure_drawing_pieces (body, &stroke);

      g_assert_cmpuint (pieces->len, ==, 1);
      g_assert_cmpint (get_piece (pieces, 0)->step, ==, cases[i].step);
    }
}

static void
test_odd_input (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaDrawingPoint same[] = { { 10, 20, 6 }, { 10, 20, 6 }, { 10, 20, 6 } };
  const FasciaDrawingPoint bad[] = { { NAN, 20, 6 }, { 10, INFINITY, 6 } };
  const FasciaDrawingPoint some[] = { { 0, 0, NAN }, { NAN, 0, 5 }, { 20, 0, 5 } };
  const FasciaDrawingPoint far[] = { { -1000, 50, 5 }, { 3e30f, 60, 5 } };
  FasciaDrawing stroke = make_stroke (same, 3, 10);
  g_autoptr (GArray) pieces = fascia_figure_drawing_pieces (body, &stroke);

  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_cmpint (get_piece (pieces, 0)->step, ==, 2);
  g_assert_cmpfloat_with_epsilon (fascia_path_get_area (get_piece (pieces, 0)->path), G_PI * 25,
                                  0.1);

  stroke = make_stroke (bad, 2, 10);
  g_array_unref (pieces);
  pieces = fascia_figure_drawing_pieces (body, &stroke);
  g_assert_cmpuint (pieces->len, ==, 0);

  stroke = make_stroke (some, 3, 10);
  g_array_unref (pieces);
  pieces = fascia_figure_drawing_pieces (body, &stroke);
  g_assert_cmpuint (pieces->len, ==, 1);
  g_assert_true (covers (pieces, 10, 0));

  stroke = make_stroke (far, 2, 10);
  g_array_unref (pieces);
  pieces = fascia_figure_drawing_pieces (body, &stroke);
  g_assert_cmpuint (count_steps (pieces), >, 3);

  for (int i = 0; i < 3; i++)
    {
      const float widths[] = { 0, -3, NAN };

      stroke = make_stroke (same, 3, 10);
      stroke.width = widths[i];
      g_array_unref (pieces);
      pieces = fascia_figure_drawing_pieces (body, &stroke);
      g_assert_cmpuint (pieces->len, ==, 0);
    }
  stroke = make_stroke (same, 0, 10);
  g_array_unref (pieces);
  pieces = fascia_figure_drawing_pieces (body, &stroke);
  g_assert_cmpuint (pieces->len, ==, 0);
}

/* Few operations however many points there are: the window paints them in each frame. */
static void
test_ten_thousand_points (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, 10000);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int kind = 0; kind < 3; kind++)
    {
      const FasciaDrawing stroke = make_stroke (points, 10000, 9);
      g_autoptr (GArray) pieces = NULL;
      gint64 start, passed;
      guint n;

      for (guint i = 0; i < 10000; i++)
        {
          const double t = i / 10000.0;

          if (kind == 0) /* calm */
            points[i] = (FasciaDrawingPoint) { (float) (80 * sin (4 * t)), (float) (150 + 500 * t),
                                               (float) (10 * t) };
          else if (kind == 1) /* to and fro */
            points[i]
                = (FasciaDrawingPoint) { (float) (60 * sin (200 * t)), (float) (200 + 150 * t),
                                         (float) g_rand_double_range (random, 0, 10) };
          else /* no hand at all */
            points[i] = (FasciaDrawingPoint) { (float) g_rand_double_range (random, -218, 218),
                                               (float) g_rand_double_range (random, 0, 760),
                                               (float) g_rand_double_range (random, 0, 10) };
        }
      start = g_get_monotonic_time ();
      pieces = fascia_figure_drawing_pieces (body, &stroke);
      passed = g_get_monotonic_time () - start;
      n = count_steps (pieces);
      g_test_message ("kind %d: %u pieces, %u operations, %.1f ms", kind, pieces->len, n,
                      (double) passed / 1000);
      g_assert_cmpuint (pieces->len, >, 0);
      g_assert_cmpuint (n, <, 1200);
      /* A scribble stays one. */
      if (kind == 2)
        g_assert_cmpuint (n, >, 100);
    }
}

/* On the figure of another build or facing a drawing lies on the same places. */
static void
test_forms (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  FasciaDrawingPoint points[60];
  const FasciaDrawing stroke = make_stroke (points, G_N_ELEMENTS (points), 12);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (FasciaDrawingPoint) { 20 + 2 * (float) i, 200 + 30 * sinf ((float) i / 9), 6 };
  for (int form_index = 0; form_index < 4; form_index++)
    {
      const FasciaBodyForm form = {
        .build = form_index % 2 == 0 ? FASCIA_BUILD_LIGHT : FASCIA_BUILD_FULL,
        .facing = form_index / 2 == 0 ? FASCIA_FACING_FACING : FASCIA_FACING_OWN,
      };
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &form);
      g_autoptr (GArray) pieces = fascia_figure_drawing_pieces (body, &stroke);

      for (double y = 150; y < 250; y += 1.7)
        for (double x = 0; x < 160; x += 1.7)
          {
            const double distance = get_distance_to_stroke (&stroke, x, y);
            double seen_x = x;
            double seen_y = y;

            fascia_body_from_canonical (body, FASCIA_VIEW_FRONT, &seen_x, &seen_y);
            if (distance < 5.2)
              g_assert_true (covers (pieces, seen_x, seen_y));
            else if (distance > 6.9)
              g_assert_false (covers (pieces, seen_x, seen_y));
          }
    }
}

/* ── Arrows ──────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  FasciaPoint start;
  FasciaPoint end;
  FasciaPoint controls[2];
  guint n;
} Curve;

static gboolean
read_curve (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  Curve *curve = data;

  for (gsize i = 0; i < n_points; i++)
    g_assert_true (isfinite (points[i].x) && isfinite (points[i].y));
  if (op == FASCIA_PATH_MOVE)
    curve->start = points[0];
  else
    {
      g_assert_cmpint (op, ==, FASCIA_PATH_CURVE);
      curve->controls[0] = points[0];
      curve->controls[1] = points[1];
      curve->end = points[2];
    }
  curve->n++;
  return TRUE;
}

static Curve
get_curve (const FasciaPath *line)
{
  Curve curve = { 0 };

  fascia_path_foreach (line, read_curve, &curve);
  g_assert_cmpuint (curve.n, ==, 2);
  return curve;
}

static gboolean
read_tip (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  *(FasciaPoint *) data = points[0];
  return FALSE;
}

static double
get_distance (FasciaPoint a, double x, double y)
{
  return hypot (a.x - x, a.y - y);
}

/* All pairs of places on both views. */
static void
test_arrows (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const guint n_regions = fascia_body_get_n_regions (body);
  guint n_arrows = 0;

  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    for (guint i = 0; i < n_regions; i++)
      for (guint k = 0; k < n_regions; k++)
        {
          const FasciaRegion *from = fascia_body_get_region (body, i);
          const FasciaRegion *to = fascia_body_get_region (body, k);
          const FasciaShape *a = fascia_body_get_shape_on (body, from, view);
          const FasciaShape *b = fascia_body_get_shape_on (body, to, view);
          g_autoptr (FasciaPath) line = NULL;
          g_autoptr (FasciaPath) head = NULL;
          gboolean is_through = FALSE;
          gboolean is_there = fascia_figure_arrow (body, view, from, to, &line, &head, &is_through);
          Curve curve;
          FasciaPoint tip;

          g_assert_true (is_through == fascia_figure_arrow_is_through (body, from, to));
          if (is_through)
            continue;
          g_assert_cmpint (is_there, ==, a != NULL && b != NULL && i != k);
          g_assert_true (is_there == (line != NULL) && is_there == (head != NULL));
          if (!is_there)
            continue;
          curve = get_curve (line);
          fascia_path_foreach (head, read_tip, &tip);
          n_arrows++;
          /* From the one to the other, and both can be seen. */
          g_assert_cmpfloat (get_distance (curve.start, a->cx, a->cy), <,
                             get_distance (curve.start, b->cx, b->cy));
          g_assert_cmpfloat (get_distance (tip, b->cx, b->cy), <, get_distance (tip, a->cx, a->cy));
          g_assert_cmpfloat (get_distance (curve.start, tip.x, tip.y), >, 4);
          g_assert_cmpfloat (fascia_path_get_area (head), >, 5);
          /* It points at the place, and does not cover the middle of either. */
          g_assert_false (fascia_path_contains (head, b->cx, b->cy));
          g_assert_cmpfloat (get_distance (tip, b->cx, b->cy), >=, 1);
          g_assert_cmpfloat (get_distance (tip, b->cx, b->cy), <=, 12.1);
          g_assert_cmpfloat (fascia_path_get_distance (line, a->cx, a->cy), >=, 1);
        }
  g_test_message ("%u arrows", n_arrows);
  g_assert_cmpuint (n_arrows, >, 5000);
}

/* The mirror image of an arrow is the arrow of the mirror images. */
static void
test_arrows_mirror (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const guint n_regions = fascia_body_get_n_regions (body);
  guint n_checked = 0;

  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    for (guint i = 0; i < n_regions; i++)
      for (guint k = 0; k < n_regions; k++)
        {
          const FasciaRegion *from = fascia_body_get_region (body, i);
          const FasciaRegion *to = fascia_body_get_region (body, k);
          g_autoptr (FasciaPath) line = NULL;
          g_autoptr (FasciaPath) head = NULL;
          g_autoptr (FasciaPath) other_line = NULL;
          g_autoptr (FasciaPath) other_head = NULL;
          gboolean is_through;
          Curve p, q;

          if (fascia_region_get_mirror (from) == NULL || fascia_region_get_mirror (to) == NULL
              || fascia_region_get_mirror (from) == to
              || !fascia_figure_arrow (body, view, from, to, &line, &head, &is_through))
            continue;
          g_assert_true (fascia_figure_arrow (body, view, fascia_region_get_mirror (from),
                                              fascia_region_get_mirror (to), &other_line,
                                              &other_head, &is_through));
          p = get_curve (line);
          q = get_curve (other_line);
          g_assert_cmpfloat_with_epsilon (p.controls[0].x, -q.controls[0].x, 0.05);
          g_assert_cmpfloat_with_epsilon (p.controls[0].y, q.controls[0].y, 0.05);
          n_checked++;
        }
  g_assert_cmpuint (n_checked, >, 3000);
}

/* Along a side of the body it bows outwards. */
static void
test_arrows_bow (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaPath) line = NULL;
  g_autoptr (FasciaPath) head = NULL;
  const FasciaRegion *from = fascia_body_lookup (body, "shoulder-top-right");
  const FasciaRegion *to = fascia_body_lookup (body, "hand-back-right");
  const FasciaShape *a = fascia_body_get_shape_on (body, from, FASCIA_VIEW_BACK);
  const FasciaShape *b = fascia_body_get_shape_on (body, to, FASCIA_VIEW_BACK);
  gboolean is_through = TRUE;
  Curve curve;

  g_assert_true (fascia_figure_arrow (body, FASCIA_VIEW_BACK, from, to, &line, &head, &is_through));
  g_assert_false (is_through);
  curve = get_curve (line);
  /* On the back the right side is on the right of the picture: outwards is further right than the
   * straight way. */
  for (int i = 0; i < 2; i++)
    {
      const double share = (curve.controls[i].y - a->cy) / (b->cy - a->cy);

      g_assert_cmpfloat (curve.controls[i].x, >, a->cx + share * (b->cx - a->cx) + 5);
    }
}

/* ── Arrows through the body ─────────────────────────────────────────────────────────────────── */

static FasciaView
get_other_view (FasciaView view)
{
  return view == FASCIA_VIEW_FRONT ? FASCIA_VIEW_BACK : FASCIA_VIEW_FRONT;
}

/* Left and right of the person, whatever the figure faces: less than nothing is left. */
static double
get_person_x (const FasciaBody *body, FasciaView view, double x, double y)
{
  fascia_body_to_canonical (body, view, &x, &y);
  return view == FASCIA_VIEW_FRONT ? -x : x;
}

/* All of the curve lies on that side of the person; -1 is left. */
static void
check_side (const FasciaBody *body, FasciaView view, const Curve *curve, int side)
{
  for (int i = 0; i <= 40; i++)
    {
      const double t = i / 40.0;
      const double u = 1 - t;
      const double x = u * u * u * curve->start.x + 3 * u * u * t * curve->controls[0].x
                       + 3 * u * t * t * curve->controls[1].x + t * t * t * curve->end.x;
      const double y = u * u * u * curve->start.y + 3 * u * u * t * curve->controls[0].y
                       + 3 * u * t * t * curve->controls[1].y + t * t * t * curve->end.y;

      g_assert_cmpfloat (side * get_person_x (body, view, x, y), >, 0);
    }
}

/* Within the bounds of the place as it would be seen through the body. */
static void
check_projected (const FasciaBody *body,
                 const FasciaRegion *region,
                 FasciaView view,
                 FasciaPoint point)
{
  const FasciaShape *shape = fascia_body_get_shape_on (body, region, get_other_view (view));
  double x = point.x;
  double y = point.y;

  fascia_body_to_canonical (body, view, &x, &y);
  x = -x;
  fascia_body_from_canonical (body, shape->view, &x, &y);
  g_assert_cmpfloat (x, >=, shape->x0 - 0.01);
  g_assert_cmpfloat (x, <=, shape->x1 + 0.01);
  g_assert_cmpfloat (y, >=, shape->y0 - 0.01);
  g_assert_cmpfloat (y, <=, shape->y1 + 0.01);
}

/* Beside the place that can be seen. */
static void
check_seen (const FasciaBody *body, const FasciaRegion *region, FasciaView view, FasciaPoint point)
{
  const FasciaShape *shape = fascia_body_get_shape_on (body, region, view);

  g_assert_cmpfloat (get_distance (point, shape->cx, shape->cy), <=, 30);
}

/* Returns how many. */
static guint
check_through (const FasciaBody *body, const FasciaRegion *from, const FasciaRegion *to)
{
  guint n = 0;

  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      const FasciaShape *a = fascia_body_get_shape_on (body, from, view);
      const FasciaShape *b = fascia_body_get_shape_on (body, to, view);
      const FasciaView other = get_other_view (view);
      const gboolean is_on_other = fascia_body_get_shape_on (body, from, other) != NULL
                                   && fascia_body_get_shape_on (body, to, other) != NULL;
      const FasciaSide side = fascia_region_get_side (from);
      g_autoptr (FasciaPath) line = NULL;
      g_autoptr (FasciaPath) head = NULL;
      gboolean is_through = FALSE;
      const gboolean is_there
          = fascia_figure_arrow (body, view, from, to, &line, &head, &is_through);
      const FasciaShape *away;
      Curve curve;

      if ((a != NULL && b != NULL) || is_on_other)
        {
          /* What lies on one view is drawn there only. */
          g_assert_false (is_through);
          g_assert_true (is_there == (a != NULL && b != NULL));
          continue;
        }
      g_assert_true (is_there && is_through);
      g_assert_true (fascia_figure_arrow_is_through (body, from, to));
      n++;
      curve = get_curve (line);
      g_assert_cmpfloat (get_distance (curve.start, curve.end.x, curve.end.y), >, 8);
      away = fascia_body_get_shape_on (body, a == NULL ? from : to, other);
      if (!away->is_inset && a == NULL)
        check_projected (body, from, view, curve.start);
      if (!away->is_inset && b == NULL)
        check_projected (body, to, view, curve.end);
      if (a != NULL)
        check_seen (body, from, view, curve.start);
      if (b != NULL)
        check_seen (body, to, view, curve.end);
      if (side != FASCIA_SIDE_MIDLINE && side == fascia_region_get_side (to))
        check_side (body, view, &curve, side == FASCIA_SIDE_LEFT ? -1 : 1);
    }
  return n;
}

static FasciaBody *
load_form (FasciaBody *base, int index)
{
  const FasciaBodyForm form = {
    .build = index % 2 == 0 ? FASCIA_BUILD_LIGHT : FASCIA_BUILD_FULL,
    .facing = index / 2 == 0 ? FASCIA_FACING_FACING : FASCIA_FACING_OWN,
  };

  return fascia_body_new_with_form (base, &form);
}

static void
test_through (void)
{
  static const char *const places[]
      = { "lower-back-left",  "thigh-front-left",  "knee-front-left", "knee-back-left",
          "chest-upper-left", "neck-back-left",    "hand-palm-left",  "hand-back-left",
          "sacrum",           "thigh-front-right", "lower-back-right" };
  g_autoptr (FasciaBody) base = load_body ();

  for (int form = 0; form < 4; form++)
    {
      g_autoptr (FasciaBody) body = load_form (base, form);
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        for (guint k = 0; k < G_N_ELEMENTS (places); k++)
          if (i != k)
            {
              const FasciaRegion *from = fascia_body_lookup (body, places[i]);
              const FasciaRegion *to = fascia_body_lookup (body, places[k]);

              g_test_message ("%s to %s, form %d", places[i], places[k], form);
              g_assert_true (from != NULL && to != NULL);
              n += check_through (body, from, to);
            }
      /* Two pictures of each, and as many there as back. */
      g_assert_cmpuint (n, >, 80);
      g_assert_cmpuint (n % 4, ==, 0);
    }
}

/* Not only of some places. */
static void
test_through_all (void)
{
  g_autoptr (FasciaBody) base = load_body ();

  for (int form = 0; form < 4; form += 3)
    {
      g_autoptr (FasciaBody) body = load_form (base, form);
      const guint n_regions = fascia_body_get_n_regions (body);
      guint n = 0;

      for (guint i = 0; i < n_regions; i++)
        for (guint k = 0; k < n_regions; k++)
          if (i != k)
            n += check_through (body, fascia_body_get_region (body, i),
                                fascia_body_get_region (body, k));
      g_test_message ("%u arrows", n);
      g_assert_cmpuint (n, >, 2000);
    }
}

/* The commonest story there is, point by point. */
static void
test_through_points (void)
{
  g_autoptr (FasciaBody) base = load_body ();

  for (int form = 0; form < 4; form++)
    {
      g_autoptr (FasciaBody) body = load_form (base, form);
      const FasciaRegion *from = fascia_body_lookup (body, "lower-back-left");
      const FasciaRegion *to = fascia_body_lookup (body, "thigh-front-left");
      const FasciaShape *thigh = fascia_body_get_shape_on (body, to, FASCIA_VIEW_FRONT);
      const gboolean is_own = fascia_body_get_form (body)->facing == FASCIA_FACING_OWN;
      g_autoptr (FasciaPath) line = NULL;
      g_autoptr (FasciaPath) head = NULL;
      g_autoptr (FasciaPath) front_line = NULL;
      g_autoptr (FasciaPath) front_head = NULL;
      gboolean is_through;
      Curve curve;

      g_assert_true (
          fascia_figure_arrow (body, FASCIA_VIEW_BACK, from, to, &line, &head, &is_through));
      curve = get_curve (line);
      /* On the back left is on the left. As one sees oneself it is there on the front, too, and the
       * point behind the thigh has the same x; facing, the other sign. */
      g_assert_cmpfloat (curve.start.x, <, 0);
      g_assert_cmpfloat (curve.end.x, <, 0);
      g_assert_cmpfloat (get_distance (curve.end, is_own ? thigh->cx : -thigh->cx, thigh->cy), <,
                         13);
      g_assert_true (fascia_figure_arrow (body, FASCIA_VIEW_FRONT, from, to, &front_line,
                                          &front_head, &is_through));
      curve = get_curve (front_line);
      g_assert_cmpfloat ((is_own ? -1 : 1) * curve.start.x, >, 0);
      g_assert_cmpfloat ((is_own ? -1 : 1) * curve.end.x, >, 0);
    }
}

/* A limb that is not there has no arrow through it. */
static void
test_through_limbs (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  g_autoptr (FasciaBody) body = NULL;

  form.limbs[FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_HIDDEN;
  body = fascia_body_new_with_form (base, &form);
  const FasciaRegion *from = fascia_body_lookup (body, "neck-back-left");
  const FasciaRegion *to = fascia_body_lookup (body, "hand-palm-left");
  g_assert_true (fascia_figure_arrow_is_through (base, from, to));
  g_assert_false (fascia_figure_arrow_is_through (body, from, to));
  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      FasciaPath *line = NULL;
      FasciaPath *head = NULL;
      gboolean is_through = TRUE;

      g_assert_false (fascia_figure_arrow (body, view, from, to, &line, &head, &is_through));
      g_assert_true (line == NULL && head == NULL && !is_through);
    }
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-overlay/spot", test_spot);
  g_test_add_func ("/figure-overlay/straight", test_straight);
  g_test_add_func ("/figure-overlay/turns", test_turns);
  g_test_add_func ("/figure-overlay/random", test_random);
  g_test_add_func ("/figure-overlay/steps", test_steps);
  g_test_add_func ("/figure-overlay/levels", test_levels);
  g_test_add_func ("/figure-overlay/odd-input", test_odd_input);
  g_test_add_func ("/figure-overlay/ten-thousand-points", test_ten_thousand_points);
  g_test_add_func ("/figure-overlay/forms", test_forms);
  g_test_add_func ("/figure-overlay/arrows", test_arrows);
  g_test_add_func ("/figure-overlay/arrows-mirror", test_arrows_mirror);
  g_test_add_func ("/figure-overlay/arrows-bow", test_arrows_bow);
  g_test_add_func ("/figure-overlay/through", test_through);
  g_test_add_func ("/figure-overlay/through-all", test_through_all);
  g_test_add_func ("/figure-overlay/through-points", test_through_points);
  g_test_add_func ("/figure-overlay/through-limbs", test_through_limbs);
  return g_test_run ();
}
