/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paths: area, bounds, centre, inside and outside, distance, text.
 */

#include "core/body/fascia-path.h"

#include <math.h>

/* The usual four curves; their circle is round to 0.03 %. */
static FasciaPath *
create_circle (double cx, double cy, double r)
{
  FasciaPath *path = fascia_path_new ();
  double k = r * 0.5522847498;

  fascia_path_move_to (path, cx + r, cy);
  fascia_path_curve_to (path, cx + r, cy + k, cx + k, cy + r, cx, cy + r);
  fascia_path_curve_to (path, cx - k, cy + r, cx - r, cy + k, cx - r, cy);
  fascia_path_curve_to (path, cx - r, cy - k, cx - k, cy - r, cx, cy - r);
  fascia_path_curve_to (path, cx + k, cy - r, cx + r, cy - k, cx + r, cy);
  fascia_path_close (path);
  return path;
}

static void
test_circle (void)
{
  g_autoptr (FasciaPath) path = create_circle (10, -5, 20);
  double x0, y0, x1, y1, x, y;

  g_assert_cmpfloat_with_epsilon (fascia_path_get_area (path), G_PI * 400, 0.5);
  fascia_path_get_bounds (path, &x0, &y0, &x1, &y1);
  g_assert_cmpfloat_with_epsilon (x0, -10, 1e-9);
  g_assert_cmpfloat_with_epsilon (y0, -25, 1e-9);
  g_assert_cmpfloat_with_epsilon (x1, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (y1, 15, 1e-9);
  g_assert_true (fascia_path_get_centroid (path, &x, &y));
  g_assert_cmpfloat_with_epsilon (x, 10, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, -5, 1e-6);
  for (int degrees = 0; degrees < 360; degrees += 3)
    {
      double a = degrees * G_PI / 180;

      g_assert_true (fascia_path_contains (path, 10 + 19.9 * cos (a), -5 + 19.9 * sin (a)));
      g_assert_false (fascia_path_contains (path, 10 + 20.1 * cos (a), -5 + 20.1 * sin (a)));
      g_assert_cmpfloat_with_epsilon (
          fascia_path_get_distance (path, 10 + 25 * cos (a), -5 + 25 * sin (a)), 5, 0.03);
    }
}

/* A curve reaches further than its ends, but not as far as its controls. */
static void
test_bounds_of_a_bulge (void)
{
  g_autoptr (FasciaPath) path = fascia_path_new ();
  double x0, y0, x1, y1;

  fascia_path_move_to (path, 0, 0);
  fascia_path_curve_to (path, 0, 40, 30, 40, 30, 0);
  fascia_path_get_bounds (path, &x0, &y0, &x1, &y1);
  g_assert_cmpfloat_with_epsilon (y1, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (y0, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (x1, 30, 1e-9);
}

/* An open contour counts as closed; its direction does not matter. */
static void
test_open_square (void)
{
  g_autoptr (FasciaPath) path = fascia_path_new ();
  g_autofree char *text = NULL;

  fascia_path_move_to (path, 0, 0);
  fascia_path_line_to (path, 0, 4);
  fascia_path_line_to (path, 4, 4);
  fascia_path_line_to (path, 4, 0);
  g_assert_cmpfloat_with_epsilon (fascia_path_get_area (path), 16, 1e-12);
  g_assert_true (fascia_path_contains (path, 2, 2));
  g_assert_false (fascia_path_contains (path, 5, 2));
  g_assert_false (fascia_path_contains (path, -1, 2));
  g_assert_cmpfloat_with_epsilon (fascia_path_get_distance (path, 2, 1), 1, 1e-12);
  text = fascia_path_to_svg (path);
  g_assert_cmpstr (text, ==, "M0 0L0 4L4 4L4 0");
}

static void
test_empty (void)
{
  g_autoptr (FasciaPath) path = fascia_path_new ();
  g_autofree char *text = NULL;
  double x, y;

  g_assert_true (fascia_path_is_empty (path));
  g_assert_cmpfloat (fascia_path_get_area (path), ==, 0);
  g_assert_false (fascia_path_get_centroid (path, &x, &y));
  g_assert_false (fascia_path_contains (path, 0, 0));
  g_assert_cmpfloat (fascia_path_get_distance (path, 0, 0), ==, G_MAXDOUBLE);
  text = fascia_path_to_svg (path);
  g_assert_cmpstr (text, ==, "");
}

/* The text does not follow the language of the user, and knows no negative zero. */
static void
test_text (void)
{
  g_autoptr (FasciaPath) path = fascia_path_new ();
  g_autoptr (FasciaPath) twice = fascia_path_new ();
  g_autofree char *text = NULL;

  fascia_path_move_to (path, -0.001, 1.5);
  fascia_path_curve_to (path, 1.25, -2, 100, 3.333, -4.5, 10);
  fascia_path_close (path);
  fascia_path_append (twice, path);
  fascia_path_append (twice, path);
  text = fascia_path_to_svg (twice);
  g_assert_cmpstr (text, ==, "M0 1.5C1.25 -2 100 3.33 -4.5 10ZM0 1.5C1.25 -2 100 3.33 -4.5 10Z");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/circle", test_circle);
  g_test_add_func ("/path/bounds-of-a-bulge", test_bounds_of_a_bulge);
  g_test_add_func ("/path/open-square", test_open_square);
  g_test_add_func ("/path/empty", test_empty);
  g_test_add_func ("/path/text", test_text);

  return g_test_run ();
}
