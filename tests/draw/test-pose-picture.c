/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of poses: something to see in every look, nothing cut off, the other side is the mirror
 * image, what moves is seen to move.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "draw/fascia-pose-picture.h"
#include "fascia-core-resources.h"

#define SIZE 100
/* At which a picture is to be understood. */
#define LEAST_SIZE 160

/* Says all that is wrong, not only the first thing. */
#define complain(...)                                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_test_message (__VA_ARGS__);                                                                  \
    g_test_fail ();                                                                                \
  }                                                                                                \
  G_STMT_END

static FasciaPoses *
load_poses (void)
{
  g_autoptr (GError) error = NULL;
  FasciaPoses *poses = fascia_poses_new (&error);

  g_assert_no_error (error);
  return poses;
}

static cairo_surface_t *
draw_at (const FasciaPose *pose,
         FasciaFigureLook look,
         double phase,
         gboolean is_mirrored,
         int size)
{
  g_autoptr (FasciaPoseFrame) frame = fascia_pose_dup_frame (pose, phase);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);

  fascia_pose_picture_draw (cr, frame, fascia_pose_palette_get (look), size, is_mirrored);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_surface_t *
draw (const FasciaPose *pose, FasciaFigureLook look, double phase, gboolean is_mirrored)
{
  return draw_at (pose, look, phase, is_mirrored, SIZE);
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guchar *row
      = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);
  return pixel;
}

static guint
alpha_at (cairo_surface_t *surface, int x, int y)
{
  return pixel_at (surface, x, y) >> 24;
}

/* Neither empty nor full, with gaps between parts and with outlines. */
static void
test_drawn (void)
{
  g_autoptr (FasciaPoses) poses = load_poses ();

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    for (FasciaFigureLook look = FASCIA_FIGURE_LIGHT; look <= FASCIA_FIGURE_HIGH_CONTRAST_DARK;
         look++)
      {
        const FasciaPose *pose = fascia_poses_get (poses, i);
        cairo_surface_t *surface = draw (pose, look, 0, FALSE);
        int n = 0;

        for (int y = 0; y < SIZE; y++)
          for (int x = 0; x < SIZE; x++)
            n += alpha_at (surface, x, y) > 128;
        if (n < SIZE * SIZE / 16 || n > SIZE * SIZE * 9 / 10)
          complain ("%s fills %d of %d pixels", fascia_pose_get_step (pose), n, SIZE * SIZE);
        cairo_surface_destroy (surface);
      }
}

/* Nothing ends abruptly at the edge: pictures that are close fade out, others keep off it. */
static void
test_edges (void)
{
  g_autoptr (FasciaPoses) poses = load_poses ();

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    for (int phase = 0; phase <= 1; phase++)
      {
        const FasciaPose *pose = fascia_poses_get (poses, i);
        cairo_surface_t *surface = draw (pose, FASCIA_FIGURE_LIGHT, phase, FALSE);

        for (int j = 0; j < SIZE; j++)
          if (alpha_at (surface, j, 0) > 40 || alpha_at (surface, j, SIZE - 1) > 40
              || alpha_at (surface, 0, j) > 40 || alpha_at (surface, SIZE - 1, j) > 40)
            complain ("%s is cut off at its edge, near %d", fascia_pose_get_step (pose), j);
        cairo_surface_destroy (surface);
      }
}

static int
difference (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 32; shift += 8)
    most = MAX (most, ABS ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));
  return most;
}

/* Pixels that differ clearly. */
static int
count_different (cairo_surface_t *a, cairo_surface_t *b, gboolean is_mirrored)
{
  int n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      n += difference (pixel_at (a, x, y), pixel_at (b, is_mirrored ? SIZE - 1 - x : x, y)) > 48;
  return n;
}

static void
test_mirrored (void)
{
  g_autoptr (FasciaPoses) poses = load_poses ();

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    {
      const FasciaPose *pose = fascia_poses_get (poses, i);
      cairo_surface_t *left = draw (pose, FASCIA_FIGURE_LIGHT, 0, FALSE);
      cairo_surface_t *right = draw (pose, FASCIA_FIGURE_LIGHT, 0, TRUE);

      g_assert_cmpint (count_different (left, right, TRUE), <=, 20);
      cairo_surface_destroy (left);
      cairo_surface_destroy (right);
    }
}

static void
test_moving (void)
{
  g_autoptr (FasciaPoses) poses = load_poses ();
  guint n_moving = 0;

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    {
      const FasciaPose *pose = fascia_poses_get (poses, i);
      cairo_surface_t *first = draw (pose, FASCIA_FIGURE_LIGHT, 0, FALSE);
      cairo_surface_t *second = draw (pose, FASCIA_FIGURE_LIGHT, 1, FALSE);
      const int n = count_different (first, second, FALSE);

      if (fascia_pose_moves (pose) ? n < 30 : n > 0)
        complain ("%s: %d pixels move", fascia_pose_get_step (pose), n);
      n_moving += fascia_pose_moves (pose);
      cairo_surface_destroy (first);
      cairo_surface_destroy (second);
    }
  g_assert_cmpuint (n_moving, >=, 40);
}

/* ---- faces ---- */

static gboolean
is_like (guint32 pixel, FasciaColor color)
{
  return (pixel >> 24) > 200 && fabs (((pixel >> 16) & 0xff) / 255.0 - color.red) < 0.05
         && fabs (((pixel >> 8) & 0xff) / 255.0 - color.green) < 0.05
         && fabs ((pixel & 0xff) / 255.0 - color.blue) < 0.05;
}

/* Whoever faces us has a face, and whoever does not has hair there: else nobody knows which side is the
 * left one. */
static void
test_faces (void)
{
  g_autoptr (FasciaPoses) poses = load_poses ();
  const FasciaPosePalette *palette = fascia_pose_palette_get (FASCIA_FIGURE_LIGHT);
  guint n_front = 0, n_back = 0;

  for (guint i = 0; i < fascia_poses_get_n (poses); i++)
    {
      const FasciaPose *pose = fascia_poses_get (poses, i);
      g_autoptr (FasciaPoseFrame) frame = fascia_pose_dup_frame (pose, 0);
      const FasciaPosePoint head = frame->joints[FASCIA_JOINT_HEAD];
      cairo_surface_t *surface;
      double skin = 0, hair = 0, line = 0;

      if (!frame->has_figure || frame->sight == FASCIA_SIGHT_SIDE || (head.x == 0 && head.y == 0)
          || head.y < 0)
        continue;
      surface = draw_at (pose, FASCIA_FIGURE_LIGHT, 0, FALSE, LEAST_SIZE);
      const double scale = LEAST_SIZE / 200.0, r = 6 * frame->size * scale;
      for (int y = (int) (head.y * scale - r); y <= head.y * scale + r; y++)
        for (int x = (int) (head.x * scale - r); x <= head.x * scale + r; x++)
          {
            if (x < 0 || y < 0 || x >= LEAST_SIZE || y >= LEAST_SIZE)
              continue;
            const guint32 pixel = pixel_at (surface, x, y);

            skin += is_like (pixel, palette->body);
            hair += is_like (pixel, palette->hair);
            line += is_like (pixel, palette->line) || !is_like (pixel, palette->body);
          }
      if (frame->sight == FASCIA_SIGHT_FRONT && (skin < hair || line < 3))
        complain ("%s has no face: %g skin, %g hair, %g lines", fascia_pose_get_step (pose), skin,
                  hair, line);
      if (frame->sight == FASCIA_SIGHT_BACK && hair < 2 * skin)
        complain ("%s has no hair: %g skin, %g hair", fascia_pose_get_step (pose), skin, hair);
      n_front += frame->sight == FASCIA_SIGHT_FRONT;
      n_back += frame->sight == FASCIA_SIGHT_BACK;
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n_front, >=, 20);
  g_assert_cmpuint (n_back, >=, 5);
}

/* The same pose gives the same picture. */
static void
test_same (void)
{
  g_autoptr (FasciaPoses) poses = load_poses ();
  const FasciaPose *pose = fascia_poses_get (poses, 0);
  cairo_surface_t *first = draw (pose, FASCIA_FIGURE_DARK, 0.3, FALSE);
  cairo_surface_t *again = draw (pose, FASCIA_FIGURE_DARK, 0.3, FALSE);

  g_assert_cmpmem (
      cairo_image_surface_get_data (first), (gsize) cairo_image_surface_get_stride (first) * SIZE,
      cairo_image_surface_get_data (again), (gsize) cairo_image_surface_get_stride (again) * SIZE);
  cairo_surface_destroy (first);
  cairo_surface_destroy (again);
}

/* ---- colours ---- */

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (FasciaColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

static double
contrast (FasciaColor a, FasciaColor b)
{
  const double p = luminance (a) + 0.05, q = luminance (b) + 0.05;

  return MAX (p, q) / MIN (p, q);
}

static void
test_colors (void)
{
  for (FasciaFigureLook look = FASCIA_FIGURE_LIGHT; look <= FASCIA_FIGURE_HIGH_CONTRAST_DARK;
       look++)
    {
      const FasciaPosePalette *palette = fascia_pose_palette_get (look);
      const FasciaColor surface = fascia_figure_palette_get (look)->surface;

      if (palette->outline > 0)
        g_assert_cmpfloat (contrast (palette->line, surface), >=, 7);
      else
        {
          g_assert_cmpfloat (contrast (palette->body, surface), >=, 2.9);
          g_assert_cmpfloat (contrast (palette->cloth, surface), >=, 3);
        }
      g_assert_cmpfloat (contrast (palette->tool, surface), >=, 3);
      g_assert_cmpfloat (contrast (palette->arrow, surface), >=, 4.5);
      g_assert_cmpfloat (contrast (palette->accent, surface), >=, 3);
      g_assert_cmpfloat (contrast (palette->line, palette->body), >=, 3);
      g_assert_cmpfloat (contrast (palette->hair, palette->body), >=, 1.8);
      /* A pillow is seen on its sheet. */
      g_assert_cmpfloat (contrast (palette->cushion, palette->soft), >=, 1.3);
      g_assert_cmpfloat (contrast (palette->cushion, palette->furniture), >=, 1.2);
      /* The limb behind is told from the one before it. */
      g_assert_cmpfloat (contrast (palette->body, palette->far), >=, 1.3);
      g_assert_cmpfloat (contrast (palette->cloth, palette->far_cloth), >=, 1.3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/pose-picture/drawn", test_drawn);
  g_test_add_func ("/pose-picture/edges", test_edges);
  g_test_add_func ("/pose-picture/mirrored", test_mirrored);
  g_test_add_func ("/pose-picture/moving", test_moving);
  g_test_add_func ("/pose-picture/faces", test_faces);
  g_test_add_func ("/pose-picture/same", test_same);
  g_test_add_func ("/pose-picture/colors", test_colors);

  return g_test_run ();
}
