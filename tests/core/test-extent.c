/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What drawings cover.
 */

#include "core/body/fascia-extent.h"

#include <math.h>

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

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

static FasciaDrawing
make_stroke (const FasciaDrawingPoint *points, guint n_points, float width)
{
  return (FasciaDrawing) {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_PAIN,
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = width,
    .points = points,
    .n_points = n_points,
  };
}

/* The middle of the main shape of a place. */
static FasciaDrawingPoint
get_middle (FasciaBody *body, const char *id, float level)
{
  const FasciaShape *shape = fascia_body_get_home_shape (body, fascia_body_lookup (body, id));

  return (FasciaDrawingPoint) { (float) shape->cx, (float) shape->cy, level };
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
  FasciaDrawing spot = make_stroke (&point, 1, (float) shape->r * 1.6f);
  g_autoptr (GArray) extents = NULL;
  const FasciaExtent *knee;
  double r = shape->r * 0.8;

  spot.kind = FASCIA_DRAWING_SPOT;
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
    {
      spots[i] = make_stroke (&points[i], 1, 20);
      spots[i].kind = FASCIA_DRAWING_SPOT;
    }
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

  g_assert_cmpuint (extents->len, <=, 1);
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

/* The grid agrees with the exact shapes. */
static void
test_areas (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_checked = 0;

  for (guint k = 0; k < 400; k++)
    {
      FasciaView view = k % 2 == 0 ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK;
      FasciaDrawingPoint point = { (float) g_rand_double_range (rand, -218, 218),
                                   (float) g_rand_double_range (rand, -6, 766), 4 };
      FasciaDrawing spot = make_stroke (&point, 1, 0.1f);
      g_autoptr (GArray) extents = NULL;
      /* The middle of the square is what counts. */
      double x = floor (point.x) + 0.5;
      double y = floor (point.y) + 0.5;
      const FasciaShape *shape = fascia_body_pick_shape (body, view, x, y, 0);

      spot.kind = FASCIA_DRAWING_SPOT;
      spot.view = view;
      extents = fascia_extent_measure (body, &spot, 1);
      /* On an edge every answer is right. */
      if (shape == NULL)
        {
          g_assert_true (extents->len == 0 || fascia_body_pick (body, view, x, y, 0.05) != NULL);
          continue;
        }
      if (fascia_path_get_distance (shape->path, x, y) < 0.05)
        continue;
      /* However small: the spot's middle lies in it. */
      g_assert_cmpuint (extents->len, ==, 1);
      g_assert_true (g_array_index (extents, FasciaExtent, 0).region == shape->region);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 80);
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
  g_assert_cmpmem (a->data, a->len * sizeof (FasciaExtent), b->data,
                   b->len * sizeof (FasciaExtent));
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
      g_assert_cmpmem (first->data, first->len * sizeof (FasciaExtent), extents->data,
                       extents->len * sizeof (FasciaExtent));
    }
}

static void
test_speed (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autofree FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, 10000);
  FasciaDrawing stroke = make_stroke (points, 10000, 12);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 10000; i++)
    points[i] = (FasciaDrawingPoint) { (float) (60 * sin (i / 90.0)),
                                       (float) (120 + 0.03 * i + 20 * cos (i / 40.0)),
                                       (float) (i % 1000) / 100 };
  for (guint i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) extents = fascia_extent_measure (body, &stroke, 1);

      g_assert_cmpuint (extents->len, >, 4);
      best = fmin (best, (double) (g_get_monotonic_time () - start));
    }
  g_test_message ("10,000 points: %.2f ms", best / 1000);
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
  g_test_add_func ("/extent/areas", test_areas);
  g_test_add_func ("/extent/forms", test_forms);
  g_test_add_func ("/extent/nonsense", test_nonsense);
  g_test_add_func ("/extent/threads", test_threads);
  g_test_add_func ("/extent/speed", test_speed);

  return g_test_run ();
}
