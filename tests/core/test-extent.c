/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What drawings cover.
 */

#include <math.h>

#include "extent-fixture.h"
#include "fascia-test-cpu.h"

static const FasciaExtent *
find (const GArray *extents, const char *id, FasciaScale scale)
{
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      if (g_str_equal (fascia_region_get_id (extent->region), id) && extent->scale == scale)
        return extent;
    }
  return NULL;
}

/* The same places with the same numbers. */
static void
assert_same (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const FasciaExtent *x = &g_array_index (a, FasciaExtent, i);
      const FasciaExtent *y = &g_array_index (b, FasciaExtent, i);

      g_assert_true (x->region == y->region);
      g_assert_cmpint (x->scale, ==, y->scale);
      g_assert_cmpfloat (x->share, ==, y->share);
      g_assert_cmpfloat (x->mean, ==, y->mean);
      g_assert_cmpfloat (x->sum, ==, y->sum);
    }
}

/* ── Measuring ───────────────────────────────────────────────────────────────────────────────── */

/* A disc well inside a place covers as much of it as its area says. */
static void
test_disc (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaShape *shape
      = fascia_body_get_home_shape (body, fascia_body_lookup (body, "knee-front-left"));
  FasciaDrawingPoint point = get_middle (body, "knee-front-left", 6);
  FasciaDrawing spot = make_spot (&point, (float) shape->r * 1.6f);
  g_autoptr (GArray) extents = NULL;
  const FasciaExtent *knee;
  double r = shape->r * 0.8;

  extents = fascia_extent_measure (body, &spot, 1);
  g_assert_cmpuint (extents->len, ==, 1);
  knee = find (extents, "knee-front-left", FASCIA_SCALE_PAIN);
  g_assert_nonnull (knee);
  g_assert_cmpfloat_with_epsilon (knee->share, G_PI * r * r / fascia_path_get_area (shape->path),
                                  0.02);
  g_assert_cmpfloat_with_epsilon (knee->mean, 6, 1e-6);
  g_assert_cmpfloat_with_epsilon (knee->sum, 6 * G_PI * r * r, 0.02 * 6 * G_PI * r * r);
}

/* Where drawings overlap the higher level holds, and the area counts once. */
static void
test_overlap (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint points[] = {
    get_middle (body, "thigh-front-left", 2),
    get_middle (body, "thigh-front-left", 8),
    get_middle (body, "thigh-front-left", FASCIA_LEVEL_NOT_GIVEN),
  };
  FasciaDrawing spots[3];
  const FasciaExtent *one, *three;
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) all = NULL;

  for (guint i = 0; i < 3; i++)
    spots[i] = make_spot (&points[i], 20);
  first = fascia_extent_measure (body, spots, 1);
  all = fascia_extent_measure (body, spots, 3);
  one = find (first, "thigh-front-left", FASCIA_SCALE_PAIN);
  three = find (all, "thigh-front-left", FASCIA_SCALE_PAIN);
  g_assert_cmpfloat (one->share, ==, three->share);
  g_assert_cmpfloat_with_epsilon (one->mean, 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (three->mean, 8, 1e-6);

  /* Without any level there is no mean. */
  g_clear_pointer (&all, g_array_unref);
  all = fascia_extent_measure (body, &spots[2], 1);
  three = find (all, "thigh-front-left", FASCIA_SCALE_PAIN);
  g_assert_cmpfloat (three->mean, <, 0);
  g_assert_cmpfloat (three->sum, ==, 0);
  g_assert_cmpfloat (three->share, ==, one->share);

  /* Tightness and pain are two quantities. */
  spots[0].scale = FASCIA_SCALE_TIGHTNESS;
  g_clear_pointer (&all, g_array_unref);
  all = fascia_extent_measure (body, spots, 2);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (find (all, "thigh-front-left", FASCIA_SCALE_TIGHTNESS)->mean, 2,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (find (all, "thigh-front-left", FASCIA_SCALE_PAIN)->mean, 8, 1e-6);
}

/* A pen that presses harder and harder: in the middle it is half. */
static void
test_pressure (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint middle = get_middle (body, "thigh-front-left", 0);
  FasciaDrawingPoint points[2] = { { middle.x, middle.y - 10, 2 }, { middle.x, middle.y + 10, 8 } };
  FasciaDrawing stroke = make_stroke (points, 2, 4);
  g_autoptr (GArray) extents = fascia_extent_measure (body, &stroke, 1);
  const FasciaExtent *thigh;

  /* Thin as it is, that is where it was drawn. */
  g_assert_cmpuint (extents->len, ==, 1);
  g_assert_nonnull (find (extents, "thigh-front-left", FASCIA_SCALE_PAIN));
  stroke.width = 10;
  g_clear_pointer (&extents, g_array_unref);
  extents = fascia_extent_measure (body, &stroke, 1);
  thigh = find (extents, "thigh-front-left", FASCIA_SCALE_PAIN);
  g_assert_cmpfloat_with_epsilon (thigh->mean, 5, 0.15);
}

/* A line across two places covers both; what leaves the body counts nowhere. */
static void
test_leaving (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint inside = get_middle (body, "thigh-outer-left", 5);
  FasciaDrawingPoint points[2] = { inside, { 200, inside.y, 5 } };
  FasciaDrawing stroke = make_stroke (points, 2, 30);
  g_autoptr (GArray) extents = fascia_extent_measure (body, &stroke, 1);
  double sum = 0;

  g_assert_nonnull (find (extents, "thigh-outer-left", FASCIA_SCALE_PAIN));
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      g_assert_cmpint (fascia_region_get_side (extent->region), ==, FASCIA_SIDE_LEFT);
      g_assert_cmpfloat (extent->share, <=, 1);
      sum += extent->sum;
    }
  g_assert_cmpfloat (sum, <, 5 * 30 * 50.0);

  points[0] = (FasciaDrawingPoint) { 190, 600, 5 };
  points[1] = (FasciaDrawingPoint) { 215, 700, 5 };
  g_clear_pointer (&extents, g_array_unref);
  extents = fascia_extent_measure (body, &stroke, 1);
  g_assert_cmpuint (extents->len, ==, 0);
}

/* Whoever covers everything has covered every place wholly, on both views. */
static void
test_everything (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, 40);
  FasciaDrawing strokes[2];
  g_autoptr (GArray) extents = NULL;

  for (guint i = 0; i < 40; i++)
    points[i] = (FasciaDrawingPoint) { i % 4 < 2 ? -218 : 218,
                                       (float) (FASCIA_FIGURE_Y + 20.0 * (i / 2 * 2)), 3 };
  strokes[0] = strokes[1] = make_stroke (points, 40, 90);
  strokes[1].view = FASCIA_VIEW_BACK;
  extents = fascia_extent_measure (body, strokes, 2);
  g_assert_cmpuint (extents->len, ==, fascia_body_get_n_regions (body));
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      g_assert_cmpuint (fascia_region_get_index (extent->region), ==, i);
      g_assert_cmpfloat_with_epsilon (extent->share, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (extent->mean, 3, 1e-6);
    }
}

/* The grid agrees with the exact shapes; and however small a spot is, it counts somewhere. */
static void
test_spots (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_checked = 0;

  for (guint k = 0; k < 6000; k++)
    {
      FasciaView view = get_random_view (rand);
      FasciaDrawingPoint point = get_random_point (rand, 4);
      FasciaDrawing spot = make_spot (&point, k % 2 == 0 ? 0.1f : 12);
      const FasciaShape *shape = fascia_body_pick_shape (body, view, point.x, point.y, 0);
      g_autoptr (GArray) extents = NULL;

      if (shape == NULL)
        continue;
      spot.view = view;
      extents = fascia_extent_measure (body, &spot, 1);
      g_assert_cmpuint (extents->len, >=, 1);
      /* On an edge every answer is right. */
      if (fascia_path_get_distance (shape->path, point.x, point.y) < 1.5)
        continue;
      g_assert_nonnull (find (extents, fascia_region_get_id (shape->region), FASCIA_SCALE_PAIN));
      if (k % 2 == 0)
        g_assert_cmpuint (extents->len, ==, 1);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 1000);
}

/* A spot whose middle is just beside the body counts in the nearest place that it reaches. */
static void
test_spots_beside (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_near = 0;
  guint n_far = 0;

  for (guint k = 0; k < 12000; k++)
    {
      FasciaView view = get_random_view (rand);
      FasciaDrawingPoint point = get_random_point (rand, 4);
      FasciaDrawing spot = make_spot (&point, 12);
      const FasciaShape *near = fascia_body_pick_shape (body, view, point.x, point.y, 5);
      g_autoptr (GArray) extents = NULL;

      spot.view = view;
      if (fascia_body_pick (body, view, point.x, point.y, 0) != NULL)
        continue;
      extents = fascia_extent_measure (body, &spot, 1);
      if (near != NULL)
        {
          gboolean is_near = FALSE;

          g_assert_cmpuint (extents->len, >=, 1);
          /* Two may be as near as each other. */
          for (guint i = 0; i < extents->len && !is_near; i++)
            {
              const FasciaRegion *region = g_array_index (extents, FasciaExtent, i).region;
              const FasciaShape *shape = fascia_body_get_shape_on (body, region, view);

              is_near = region == near->region
                        || fascia_path_get_distance (shape->path, point.x, point.y)
                               < fascia_path_get_distance (near->path, point.x, point.y) + 1.5;
            }
          g_assert_true (is_near);
          n_near++;
        }
      else if (fascia_body_pick (body, view, point.x, point.y, 7) == NULL)
        {
          g_assert_cmpuint (extents->len, ==, 0);
          n_far++;
        }
    }
  g_assert_cmpuint (n_near, >, 200);
  g_assert_cmpuint (n_far, >, 1000);
}

/* Whatever pen, whatever length: a stroke on the body is somewhere. */
static void
test_never_nowhere (void)
{
  static const float widths[] = { 0.1f, 4, 6, 8, 12, 40 };
  static const double lengths[] = { 0.5, 5, 20, 40, 60 };
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_checked = 0;
  guint n_little = 0;

  for (guint k = 0; k < 15000; k++)
    {
      FasciaView view = get_random_view (rand);
      FasciaDrawingPoint points[2] = { get_random_point (rand, 4) };
      FasciaDrawing stroke = make_stroke (points, 2, widths[k % G_N_ELEMENTS (widths)]);
      double length = lengths[k % G_N_ELEMENTS (lengths)];
      double angle = g_rand_double_range (rand, 0, 2 * G_PI);
      const FasciaShape *from, *to;
      g_autoptr (GArray) extents = NULL;

      points[1] = points[0];
      points[1].x += (float) (length * cos (angle));
      points[1].y += (float) (length * sin (angle));
      from = fascia_body_pick_shape (body, view, points[0].x, points[0].y, 0);
      to = fascia_body_pick_shape (body, view, points[1].x, points[1].y, 0);
      if (from == NULL || to == NULL)
        continue;
      stroke.view = view;
      extents = fascia_extent_measure (body, &stroke, 1);
      g_assert_cmpuint (extents->len, >=, 1);
      g_assert_cmpfloat (g_array_index (extents, FasciaExtent, 0).mean, ==, 4);
      n_checked++;
      if (g_array_index (extents, FasciaExtent, 0).share < FASCIA_EXTENT_MIN_SHARE)
        n_little++;
      /* Well inside one place it is that one. */
      if (from == to
          && fascia_path_get_distance (from->path, points[0].x, points[0].y) > length + 2)
        g_assert_nonnull (find (extents, fascia_region_get_id (from->region), FASCIA_SCALE_PAIN));
    }
  g_assert_cmpuint (n_checked, >, 2000);
  g_assert_cmpuint (n_little, >, 200);
}

/* Little of a large place and nothing else: it is where most of the stroke is, once. */
static void
test_most_covered (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint middle = get_middle (body, "thigh-front-left", 6);
  FasciaDrawingPoint points[2] = { middle, { middle.x, middle.y + 20, 6 } };
  FasciaDrawingPoint others[2] = { get_middle (body, "knee-front-left", 3), { 0 } };
  FasciaDrawing strokes[2] = { make_stroke (points, 2, 3), make_stroke (others, 2, 30) };
  g_autoptr (GArray) extents = fascia_extent_measure (body, strokes, 1);
  const FasciaExtent *thigh = find (extents, "thigh-front-left", FASCIA_SCALE_PAIN);

  g_assert_cmpuint (extents->len, ==, 1);
  g_assert_nonnull (thigh);
  g_assert_cmpfloat (thigh->share, <, FASCIA_EXTENT_MIN_SHARE);
  g_assert_cmpfloat (thigh->share, >, 0);

  /* What else is drawn takes it nothing away. */
  others[1] = others[0];
  g_clear_pointer (&extents, g_array_unref);
  extents = fascia_extent_measure (body, strokes, 2);
  g_assert_nonnull (find (extents, "thigh-front-left", FASCIA_SCALE_PAIN));
  g_assert_nonnull (find (extents, "knee-front-left", FASCIA_SCALE_PAIN));
}

/* Drawn on another figure the same points would be other places. */
static void
test_other_figure (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint point = get_middle (body, "thigh-front-left", 6);
  FasciaDrawing spots[2] = { make_spot (&point, 12), make_spot (&point, 12) };
  g_autoptr (GArray) extents = NULL;

  spots[0].figure = FASCIA_FIGURE_VERSION + 1;
  spots[1].figure = 0;
  extents = fascia_extent_measure (body, spots, 2);
  g_assert_cmpuint (extents->len, ==, 0);
}

/* In any form of the figure the answer is the same: drawings are of the canonical one. */
static void
test_forms (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  g_autoptr (FasciaBody) other = NULL;
  FasciaDrawingPoint points[3] = {
    get_middle (body, "shoulder-front-left", 3),
    get_middle (body, "abdomen-upper-right", 6),
    get_middle (body, "knee-front-left", 9),
  };
  FasciaDrawing stroke = make_stroke (points, 3, 22);
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;

  form.build = FASCIA_BUILD_FULL;
  form.facing = FASCIA_FACING_OWN;
  form.limbs[FASCIA_LIMB_LOWER_LEG_LEFT] = FASCIA_LIMB_HIDDEN;
  other = fascia_body_new_with_form (body, &form);
  a = fascia_extent_measure (body, &stroke, 1);
  b = fascia_extent_measure (other, &stroke, 1);
  g_assert_cmpuint (a->len, >, 4);
  assert_same (a, b);
}

static void
test_nonsense (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaDrawingPoint middle = get_middle (body, "knee-front-left", 4);
  FasciaDrawingPoint odd[] = {
    { NAN, 100, 5 },        { 100, INFINITY, 5 },       { 1e30f, -1e30f, 5 },
    { -3e38f, 3e38f, NAN }, { middle.x, middle.y, 4 },  { middle.x, middle.y, -7 },
    { 0, 0, 99 },           { middle.x, -INFINITY, 5 },
  };
  FasciaDrawing strokes[6];
  g_autoptr (GArray) extents = NULL;
  g_autoptr (GArray) none = fascia_extent_measure (body, NULL, 0);

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    strokes[i] = make_stroke (odd, G_N_ELEMENTS (odd), 12);
  strokes[1].width = NAN;
  strokes[2].width = INFINITY;
  strokes[3].width = -4;
  strokes[4].n_points = 0;
  strokes[5].scale = (FasciaScale) 9;
  extents = fascia_extent_measure (body, strokes, G_N_ELEMENTS (strokes));
  for (guint i = 0; i < extents->len; i++)
    {
      const FasciaExtent *extent = &g_array_index (extents, FasciaExtent, i);

      g_assert_cmpfloat (extent->share, >, 0);
      g_assert_cmpfloat (extent->share, <=, 1);
      g_assert_cmpfloat (extent->mean, <=, 10);
      g_assert_true (isfinite (extent->sum));
    }

  /* A stroke that goes nowhere is a disc; a point that is no number is not there. */
  g_clear_pointer (&extents, g_array_unref);
  strokes[0].points = &odd[4];
  strokes[0].n_points = 2;
  strokes[0].width = 24;
  extents = fascia_extent_measure (body, strokes, 1);
  g_assert_cmpuint (extents->len, ==, 1);
  g_assert_cmpfloat (g_array_index (extents, FasciaExtent, 0).mean, ==, 4);
  odd[5].x = NAN;
  g_clear_pointer (&extents, g_array_unref);
  extents = fascia_extent_measure (body, strokes, 1);
  g_assert_cmpuint (extents->len, ==, 1);
}

/* Several threads may ask a new body at once. */
static gpointer
measure_thread (gpointer data)
{
  FasciaBody *body = data;
  FasciaDrawingPoint points[2] = { { -60, 170, 4 }, { 60, 300, 8 } };
  FasciaDrawing stroke = make_stroke (points, 2, 16);

  return fascia_extent_measure (body, &stroke, 1);
}

static void
test_threads (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  GThread *threads[4];
  g_autoptr (GArray) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("measure", measure_thread, body);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GArray) extents = g_thread_join (threads[i]);

      g_assert_cmpuint (extents->len, >, 4);
      if (first == NULL)
        first = g_array_ref (extents);
      assert_same (first, extents);
    }
}

/* The slowest of three kinds of strokes, the best of three runs, in milliseconds. */
static double
time_strokes (FasciaBody *body, guint n_points, float width)
{
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, n_points);
  FasciaDrawing stroke = make_stroke (points, n_points, width);
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  double slowest = 0;

  for (guint kind = 0; kind < 3; kind++)
    {
      double best = G_MAXDOUBLE;

      for (guint i = 0; i < n_points; i++)
        if (kind == 0) /* a scribble, ever harder */
          points[i] = (FasciaDrawingPoint) { (float) (60 * sin (i / 90.0)),
                                             (float) (120 + 0.02 * i + 20 * cos (i / 40.0)),
                                             (float) (i % 1000) / 100 };
        else if (kind == 1) /* to and fro in one place, with every level */
          points[i] = (FasciaDrawingPoint) { (float) g_rand_double_range (rand, -60, 60),
                                             (float) g_rand_double_range (rand, 240, 360),
                                             i % 2 == 0 ? 0 : 10 };
        else /* all over the canvas */
          points[i] = get_random_point (rand, (float) g_rand_double_range (rand, 0, 10));
      for (guint i = 0; i < 3; i++)
        {
          gint64 start = fascia_test_get_cpu_us ();
          g_autoptr (GArray) extents = fascia_extent_measure (body, &stroke, 1);

          g_assert_cmpuint (extents->len, >, 4);
          best = fmin (best, (double) (fascia_test_get_cpu_us () - start) / 1000);
        }
      slowest = fmax (slowest, best);
    }
  return slowest;
}

/* The longest stroke of the widest pen costs about its area, not that for each of its points: some
 * 60 ms. Ten times that is allowed for a slow machine; each point for itself takes seconds. */
static void
test_speed (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  double ordinary = time_strokes (body, 2000, 12);
  double widest = time_strokes (body, FASCIA_DRAWING_MAX_POINTS, 200);

  g_test_message ("2000 points: %.1f ms; the longest and widest: %.1f ms", ordinary, widest);
  g_assert_cmpfloat (widest, <, 600);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/extent/disc", test_disc);
  g_test_add_func ("/extent/overlap", test_overlap);
  g_test_add_func ("/extent/pressure", test_pressure);
  g_test_add_func ("/extent/leaving", test_leaving);
  g_test_add_func ("/extent/everything", test_everything);
  g_test_add_func ("/extent/spots", test_spots);
  g_test_add_func ("/extent/spots-beside", test_spots_beside);
  g_test_add_func ("/extent/never-nowhere", test_never_nowhere);
  g_test_add_func ("/extent/most-covered", test_most_covered);
  g_test_add_func ("/extent/other-figure", test_other_figure);
  g_test_add_func ("/extent/forms", test_forms);
  g_test_add_func ("/extent/nonsense", test_nonsense);
  g_test_add_func ("/extent/threads", test_threads);
  g_test_add_func ("/extent/speed", test_speed);

  return g_test_run ();
}
