/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure in its forms: the way to the drawn figure and back, tiling, sides, labels.
 */

#include "core/body/fascia-body.h"

#include <math.h>
#include "fascia-test-cpu.h"

static const FasciaView views[] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };

/* Every form that is tried, the drawn one first. */
static const FasciaBodyForm forms[] = {
  { FASCIA_BUILD_LIGHT, FASCIA_FACING_FACING, { 0 } },
  { FASCIA_BUILD_FULL, FASCIA_FACING_FACING, { 0 } },
  { FASCIA_BUILD_LIGHT, FASCIA_FACING_OWN, { 0 } },
  { FASCIA_BUILD_FULL, FASCIA_FACING_OWN, { 0 } },
  { FASCIA_BUILD_FULL,
    FASCIA_FACING_OWN,
    { [FASCIA_LIMB_HAND_LEFT] = FASCIA_LIMB_HIDDEN,
      [FASCIA_LIMB_ARM_RIGHT] = FASCIA_LIMB_PHANTOM,
      [FASCIA_LIMB_LOWER_LEG_LEFT] = FASCIA_LIMB_PHANTOM,
      [FASCIA_LIMB_FOOT_LEFT] = FASCIA_LIMB_HIDDEN,
      [FASCIA_LIMB_LEG_RIGHT] = FASCIA_LIMB_HIDDEN } },
  { FASCIA_BUILD_LIGHT,
    FASCIA_FACING_FACING,
    { [FASCIA_LIMB_ARM_LEFT] = FASCIA_LIMB_HIDDEN,
      [FASCIA_LIMB_ARM_RIGHT] = FASCIA_LIMB_HIDDEN,
      [FASCIA_LIMB_LEG_LEFT] = FASCIA_LIMB_HIDDEN,
      [FASCIA_LIMB_LEG_RIGHT] = FASCIA_LIMB_HIDDEN } },
  { FASCIA_BUILD_LIGHT,
    FASCIA_FACING_FACING,
    { [FASCIA_LIMB_LEG_LEFT] = FASCIA_LIMB_PHANTOM,
      [FASCIA_LIMB_LEG_RIGHT] = FASCIA_LIMB_PHANTOM } },
};

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static void
choose_point (GRand *rand, double *x, double *y)
{
  *x = g_rand_double_range (rand, FASCIA_FIGURE_X, FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH);
  *y = g_rand_double_range (rand, FASCIA_FIGURE_Y, FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT);
}

static FasciaBody *
make_form (FasciaBody *base, FasciaBuild build, FasciaFacing facing)
{
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;

  form.build = build;
  form.facing = facing;
  return fascia_body_new_with_form (base, &form);
}

/* There and back, both ways, at 20,000 points of each view; and nothing folds over. */
static void
test_inverse (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint f = 0; f < 4; f++)
    {
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &forms[f]);

      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        for (guint i = 0; i < 20000; i++)
          {
            double x, y, to_x, to_y, near_x, near_y;
            gboolean is_turned = forms[f].facing == FASCIA_FACING_OWN && v == 0;

            choose_point (rand, &x, &y);
            to_x = near_x = x;
            to_y = near_y = y;
            near_x += 0.01;
            fascia_body_from_canonical (body, views[v], &to_x, &to_y);
            fascia_body_from_canonical (body, views[v], &near_x, &near_y);
            g_assert_cmpfloat ((near_x - to_x) * (is_turned ? -1 : 1), >, 0.001);
            fascia_body_to_canonical (body, views[v], &to_x, &to_y);
            g_assert_cmpfloat (hypot (to_x - x, to_y - y), <, 1e-3);

            to_x = x;
            to_y = y;
            fascia_body_to_canonical (body, views[v], &to_x, &to_y);
            fascia_body_from_canonical (body, views[v], &to_x, &to_y);
            g_assert_cmpfloat (hypot (to_x - x, to_y - y), <, 1e-3);
          }
    }
}

static void
test_far_away (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaBody) body = make_form (base, FASCIA_BUILD_FULL, FASCIA_FACING_FACING);
  const double far[][2] = { { 1e9, 4 }, { -1e30, -1e30 }, { 3, 1e12 }, { 250, 300 }, { 0, 300 } };
  double x = NAN, y = 5;

  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    {
      double to_x = far[i][0], to_y = far[i][1];

      fascia_body_from_canonical (body, FASCIA_VIEW_FRONT, &to_x, &to_y);
      g_assert_cmpfloat (to_x, ==, far[i][0]);
      g_assert_cmpfloat (to_y, ==, far[i][1]);
    }
  fascia_body_from_canonical (body, FASCIA_VIEW_FRONT, &x, &y);
  fascia_body_to_canonical (body, FASCIA_VIEW_FRONT, &x, &y);
  g_assert_true (isnan (x));
  x = INFINITY;
  fascia_body_to_canonical (body, FASCIA_VIEW_FRONT, &x, &y);
  g_assert_true (isinf (x));
}

/* In every form the places tile what is filled and what is phantom: no gap and no overlap. */
static void
test_tiling (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint f = 1; f < G_N_ELEMENTS (forms); f++)
    {
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &forms[f]);

      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        {
          guint n_shapes, n_outlines[2];
          const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n_shapes);
          const FasciaPath *const *outlines[2]
              = { fascia_body_get_outlines (body, views[v], &n_outlines[0]),
                  fascia_body_get_phantom_outlines (body, views[v], &n_outlines[1]) };
          double sums[2] = { 0 }, wholes[2] = { 0 };

          for (guint i = 0; i < n_shapes; i++)
            sums[fascia_body_is_phantom (body, shapes[i].region)]
                += fascia_path_get_area (shapes[i].path);
          for (guint k = 0; k < 2; k++)
            {
              for (guint i = 0; i < n_outlines[k]; i++)
                wholes[k] += fascia_path_get_area (outlines[k][i]);
              g_assert_null (outlines[k][n_outlines[k]]);
              g_assert_cmpfloat_with_epsilon (sums[k], wholes[k], 1e-3);
            }
          g_assert_cmpfloat (wholes[0], >, 30000);

          for (guint i = 0; i < 4000; i++)
            {
              double x, y, edge = G_MAXDOUBLE;
              guint n_hit = 0, n_inside = 0;

              choose_point (rand, &x, &y);
              for (guint k = 0; k < n_shapes; k++)
                n_hit += fascia_path_contains (shapes[k].path, x, y);
              for (guint k = 0; k < 2; k++)
                for (guint p = 0; p < n_outlines[k]; p++)
                  n_inside += fascia_path_contains (outlines[k][p], x, y);
              if (n_hit == n_inside && n_hit <= 1)
                continue;
              for (guint k = 0; k < n_shapes; k++)
                edge = fmin (edge, fascia_path_get_distance (shapes[k].path, x, y));
              g_assert_cmpfloat (edge, <, 0.05);
            }
        }
    }
}

/* A point of the drawn figure and the same point of another form lie in the same place. */
static void
test_same_place (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint f = 1; f < 4; f++)
    {
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &forms[f]);
      guint n_other = 0, n_all = 0;

      for (guint i = 0; i < 20000; i++)
        {
          FasciaView view = views[i % 2];
          const FasciaShape *shape;
          double x, y;

          choose_point (rand, &x, &y);
          shape = fascia_body_pick_shape (base, view, x, y, 0);
          n_all += shape != NULL;
          if (shape != NULL && fascia_path_get_distance (shape->path, x, y) < 0.1)
            continue;
          fascia_body_from_canonical (body, view, &x, &y);
          if (fascia_body_pick (body, view, x, y, 0) != (shape != NULL ? shape->region : NULL))
            n_other++;
        }
      g_assert_cmpuint (n_all, >, 4000);
      /* Beside the body, close to it, the curve and the points that it was made of may differ. */
      g_assert_cmpuint (n_other, <=, 10);
    }
}

static const FasciaShape *
find_mirror_shape (const FasciaShape *shapes, guint n, const FasciaShape *of)
{
  for (guint i = 0; i < n; i++)
    if (shapes[i].region == fascia_region_get_mirror (of->region)
        && shapes[i].is_inset == of->is_inset && shapes[i].cx == -of->cx)
      return &shapes[i];
  return NULL;
}

/* Each on the side it belongs to in this form, an exact mirror image of the other; a label well
 * inside; all on the canvas. */
static void
test_shapes (void)
{
  g_autoptr (FasciaBody) base = load_body ();

  for (guint f = 0; f < 4; f++)
    {
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &forms[f]);
      guint n_pairs = 0;

      for (guint v = 0; v < G_N_ELEMENTS (views); v++)
        {
          guint n;
          const FasciaShape *shapes = fascia_body_get_shapes (body, views[v], &n);
          gboolean is_left_on_right = v == 0 && forms[f].facing == FASCIA_FACING_FACING;

          for (guint i = 0; i < n; i++)
            {
              const FasciaShape *shape = &shapes[i];
              const FasciaShape *mirror;
              double x, y;

              g_assert_true (fascia_path_contains (shape->path, shape->cx, shape->cy));
              g_assert_cmpfloat (shape->r, >=, 5.5);
              g_assert_cmpfloat_with_epsilon (
                  fascia_path_get_distance (shape->path, shape->cx, shape->cy), shape->r, 0.3);
              g_assert_true (fascia_body_pick (body, views[v], shape->cx, shape->cy, 0)
                             == shape->region);
              g_assert_cmpfloat (shape->x0, >=, FASCIA_FIGURE_X);
              g_assert_cmpfloat (shape->x1, <=, FASCIA_FIGURE_X + FASCIA_FIGURE_WIDTH);
              g_assert_cmpfloat (shape->y0, >=, FASCIA_FIGURE_Y);
              g_assert_cmpfloat (shape->y1, <=, FASCIA_FIGURE_Y + FASCIA_FIGURE_HEIGHT);
              if (fascia_region_get_side (shape->region) == FASCIA_SIDE_MIDLINE)
                g_assert_cmpfloat (shape->cx, ==, 0);
              if (fascia_region_get_side (shape->region) != FASCIA_SIDE_LEFT)
                continue;
              mirror = find_mirror_shape (shapes, n, shape);
              g_assert_nonnull (mirror);
              n_pairs += shape->is_home;
              g_assert_true (fascia_path_get_centroid (shape->path, &x, &y));
              g_assert_cmpfloat (is_left_on_right ? x : -x, >, 1);
              g_assert_cmpfloat (shape->x0, ==, -mirror->x1);
              g_assert_cmpfloat (shape->x1, ==, -mirror->x0);
              g_assert_cmpfloat (shape->y0, ==, mirror->y0);
              g_assert_cmpfloat (shape->r, ==, mirror->r);
              g_assert_cmpfloat_with_epsilon (fascia_path_get_area (shape->path),
                                              fascia_path_get_area (mirror->path), 1e-9);
            }
        }
      g_assert_cmpuint (n_pairs, ==, 53);
    }
}

static double
get_ratio (const FasciaBody *full, const FasciaBody *light, const char *id)
{
  const FasciaRegion *region = fascia_body_lookup (light, id);

  return fascia_path_get_area (fascia_body_get_home_shape (full, region)->path)
         / fascia_path_get_area (fascia_body_get_home_shape (light, region)->path);
}

/* A fuller person has a fuller middle, and the hands and feet of anybody. */
static void
test_full (void)
{
  g_autoptr (FasciaBody) light = load_body ();
  g_autoptr (FasciaBody) full = make_form (light, FASCIA_BUILD_FULL, FASCIA_FACING_FACING);
  const FasciaRegion *sole = fascia_body_lookup (light, "foot-sole-left");
  double whole[2];

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    {
      whole[0] = fascia_path_get_area (fascia_body_get_outlines (light, views[v], NULL)[0]);
      whole[1] = fascia_path_get_area (fascia_body_get_outlines (full, views[v], NULL)[0]);
      g_assert_cmpfloat (whole[1], >, 1.15 * whole[0]);
      g_assert_cmpfloat (whole[1], <, 1.35 * whole[0]);
    }
  g_assert_cmpfloat (get_ratio (full, light, "abdomen-upper-left"), >, 1.15);
  g_assert_cmpfloat (get_ratio (full, light, "lower-back-left"), >, 1.15);
  g_assert_cmpfloat (get_ratio (full, light, "thigh-front-left"), >, 1.1);
  g_assert_cmpfloat_with_epsilon (get_ratio (full, light, "hand-palm-left"), 1, 0.02);
  g_assert_cmpfloat_with_epsilon (get_ratio (full, light, "foot-top-left"), 1, 0.05);
  /* The soles beside the feet are as they were. */
  g_assert_cmpfloat_with_epsilon (fascia_body_get_home_shape (full, sole)->x0,
                                  fascia_body_get_home_shape (light, sole)->x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (fascia_body_get_home_shape (full, sole)->x1,
                                  fascia_body_get_home_shape (light, sole)->x1, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_ratio (full, light, "foot-sole-left"), 1, 1e-9);
}

/* As one sees oneself: left on the left of the front figure, the back figure as it was. */
static void
test_own (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaBody) own = make_form (base, FASCIA_BUILD_LIGHT, FASCIA_FACING_OWN);
  static const FasciaDirection directions[] = { FASCIA_DIRECTION_UP, FASCIA_DIRECTION_DOWN,
                                                FASCIA_DIRECTION_RIGHT, FASCIA_DIRECTION_LEFT };
  guint n_from_middle = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (base); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (base, i);
      const FasciaRegion *mirror = fascia_region_get_mirror (region);

      g_assert_true (fascia_body_get_region (own, i) == region);
      for (guint d = 0; d < 4; d++)
        {
          const FasciaRegion *to = fascia_body_get_neighbour (
              own, region, FASCIA_VIEW_FRONT, (FasciaDirection) (FASCIA_DIRECTION_UP + d));

          g_assert_true (
              fascia_body_get_neighbour (own, region, FASCIA_VIEW_BACK, directions[d])
              == fascia_body_get_neighbour (base, region, FASCIA_VIEW_BACK, directions[d]));
          /* Left and right of the screen have changed places. */
          if (mirror != NULL)
            g_assert_true (
                to == fascia_body_get_neighbour (base, region, FASCIA_VIEW_FRONT, directions[d]));
          else
            {
              /* From the middle the same arrow leads to the other side of the person. */
              const FasciaRegion *drawn = fascia_body_get_neighbour (
                  base, region, FASCIA_VIEW_FRONT, (FasciaDirection) (FASCIA_DIRECTION_UP + d));
              const FasciaRegion *other = drawn != NULL ? fascia_region_get_mirror (drawn) : NULL;

              g_assert_true (to == (other != NULL ? other : drawn));
              n_from_middle += other != NULL ? 1 : 0;
            }
        }
    }
  g_assert_cmpuint (n_from_middle, >, 0);
  g_assert_cmpfloat (
      fascia_body_get_home_shape (own, fascia_body_lookup (own, "knee-front-left"))->cx, <, 0);
  g_assert_cmpfloat (
      fascia_body_get_home_shape (own, fascia_body_lookup (own, "knee-back-left"))->cx, <, 0);
}

/* Regions live as long as any body that shows them. */
static void
test_life (void)
{
  FasciaBody *base = load_body ();
  FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  FasciaBody *same = fascia_body_new_with_form (base, &form);
  FasciaBody *full = make_form (base, FASCIA_BUILD_FULL, FASCIA_FACING_OWN);
  g_autoptr (FasciaBody) light = NULL;
  const FasciaRegion *region = fascia_body_lookup (base, "jaw-left");

  g_assert_true (same == base);
  fascia_body_unref (same);
  fascia_body_unref (base);
  g_assert_true (fascia_body_lookup (full, "jaw-left") == region);
  g_assert_cmpstr (fascia_region_get_id (region), ==, "jaw-left");
  g_assert_cmpint (fascia_body_get_form (full)->build, ==, FASCIA_BUILD_FULL);
  /* And back again from a form. */
  light = fascia_body_new_with_form (full, &form);
  fascia_body_unref (full);
  g_assert_true (fascia_body_lookup (light, "jaw-left") == region);
  g_assert_cmpfloat (fascia_body_get_home_shape (light, region)->cx, >, 0);
}

static void
test_speed (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 9; i++)
    {
      gint64 start = fascia_test_get_cpu_us ();
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &forms[4]);

      best = fmin (best, (double) (fascia_test_get_cpu_us () - start));
      g_assert_true (body != base);
    }
  /* Some milliseconds; far more than that for a slow machine, and less than anybody notices. */
  g_test_message ("another form: %.2f ms", best / 1000);
  g_assert_cmpfloat (best, <, 200 * 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/build/inverse", test_inverse);
  g_test_add_func ("/build/far-away", test_far_away);
  g_test_add_func ("/build/tiling", test_tiling);
  g_test_add_func ("/build/same-place", test_same_place);
  g_test_add_func ("/build/shapes", test_shapes);
  g_test_add_func ("/build/full", test_full);
  g_test_add_func ("/build/own", test_own);
  g_test_add_func ("/build/life", test_life);
  g_test_add_func ("/build/speed", test_speed);

  return g_test_run ();
}
