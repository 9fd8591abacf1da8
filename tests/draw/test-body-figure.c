/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body figure as drawn: colours far enough apart for every eye, marks on the right side.
 */

#include "draw/fascia-body-figure.h"

#include <math.h>

static const FasciaFigureLook looks[] = {
  FASCIA_FIGURE_LIGHT,
  FASCIA_FIGURE_DARK,
  FASCIA_FIGURE_HIGH_CONTRAST_LIGHT,
  FASCIA_FIGURE_HIGH_CONTRAST_DARK,
};

/* ── Colour ──────────────────────────────────────────────────────────────────────────────────── */

/* How colours look without red, green or blue cones, on linear RGB.
 * Source: Machado, Oliveira, Fernandes 2009, IEEE TVCG 15:1291, severity 1. */
static const double eyes[4][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};
static const char *const eye_names[] = { "all cones", "protan", "deutan", "tritan" };

typedef struct
{
  double l, a, b;
} Lab;

static double
linearize (float value)
{
  double v = (double) value;

  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

/* CIE L*a*b*, D65. */
static Lab
to_lab (FasciaColor color, const double eye[9])
{
  const double rgb[3] = { linearize (color.red), linearize (color.green), linearize (color.blue) };
  double seen[3];
  double x, y, z;

  for (int i = 0; i < 3; i++)
    seen[i]
        = CLAMP (eye[3 * i] * rgb[0] + eye[3 * i + 1] * rgb[1] + eye[3 * i + 2] * rgb[2], 0.0, 1.0);
  x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/* CIE76: plain distance. */
static double
get_distance (Lab p, Lab q)
{
  return sqrt ((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) + (p.b - q.b) * (p.b - q.b));
}

static double
get_luminance (FasciaColor c)
{
  return 0.2126 * linearize (c.red) + 0.7152 * linearize (c.green) + 0.0722 * linearize (c.blue);
}

/* WCAG 2. */
static double
get_contrast (FasciaColor p, FasciaColor q)
{
  double a = get_luminance (p);
  double b = get_luminance (q);

  return (fmax (a, b) + 0.05) / (fmin (a, b) + 0.05);
}

static void
test_steps_are_apart (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (looks); k++)
    {
      const FasciaFigurePalette *palette = fascia_figure_palette_get (looks[k]);

      for (guint e = 0; e < G_N_ELEMENTS (eyes); e++)
        {
          Lab tile = to_lab (palette->tile, eyes[e]);
          Lab last = tile;
          gboolean is_light = tile.l > 50;

          for (guint i = 0; i < FASCIA_FIGURE_STEPS; i++)
            {
              Lab step = to_lab (palette->ramp[i], eyes[e]);

              g_test_message ("look %u, %s, step %u: L* %.1f, %.1f from the one before", looks[k],
                              eye_names[e], i + 1, step.l, get_distance (step, last));
              g_assert_cmpfloat (get_distance (step, last), >=, 13);
              /* Also in grey: each further away from the tile than the one before. */
              g_assert_cmpfloat (is_light ? last.l - step.l : step.l - last.l, >=, 3);
              for (guint other = 0; other < i; other++)
                g_assert_cmpfloat (get_distance (step, to_lab (palette->ramp[other], eyes[e])), >=,
                                   13);
              last = step;
            }
          /* The lowest step is never taken for an empty place. */
          g_assert_cmpfloat (get_distance (to_lab (palette->ramp[0], eyes[e]), tile), >=, 25);
        }
    }
}

/* The worst is the first thing seen: it stands out most, and gains at every step. */
static void
test_worst_stands_out (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (looks); k++)
    {
      const FasciaFigurePalette *palette = fascia_figure_palette_get (looks[k]);
      double last = 1.2;

      for (guint i = 0; i < FASCIA_FIGURE_STEPS; i++)
        {
          double contrast = get_contrast (palette->ramp[i], palette->tile);

          g_assert_cmpfloat (contrast, >, last);
          last = contrast;
        }
      g_assert_cmpfloat (last, >=, 4.5);
    }
}

static void
test_text_is_readable (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (looks); k++)
    {
      const FasciaFigurePalette *palette = fascia_figure_palette_get (looks[k]);

      for (guint i = 0; i < FASCIA_FIGURE_STEPS; i++)
        {
          g_assert_cmpfloat (get_contrast (palette->ink[i], palette->ramp[i]), >=, 4.5);
          /* The edge carries the low steps, which colour alone does not: 3 to 1 for graphics. */
          g_assert_cmpfloat (get_contrast (palette->edge[i], palette->tile), >=, 3);
        }
      g_assert_cmpfloat (get_contrast (palette->tile_ink, palette->tile), >=, 4.5);
      g_assert_cmpfloat (get_contrast (palette->label, palette->surface), >=, 4.5);
      g_assert_cmpfloat (get_contrast (palette->selection, palette->surface), >=, 3);
      g_assert_cmpfloat (get_contrast (palette->tile, palette->surface), >=, 1.1);
      if (palette->has_hatch)
        g_assert_cmpfloat (get_contrast (palette->gutter, palette->tile), >=, 7);
    }
}

static void
test_choice (void)
{
  const int expected[] = { -1, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4 };

  g_assert_cmpint (fascia_figure_look_for (FALSE, FALSE), ==, FASCIA_FIGURE_LIGHT);
  g_assert_cmpint (fascia_figure_look_for (TRUE, FALSE), ==, FASCIA_FIGURE_DARK);
  g_assert_cmpint (fascia_figure_look_for (FALSE, TRUE), ==, FASCIA_FIGURE_HIGH_CONTRAST_LIGHT);
  g_assert_cmpint (fascia_figure_look_for (TRUE, TRUE), ==, FASCIA_FIGURE_HIGH_CONTRAST_DARK);
  for (int level = 0; level <= 10; level++)
    g_assert_cmpint (fascia_figure_step_for_level (level), ==, expected[level]);
  g_assert_cmpint (fascia_figure_step_for_level (FASCIA_FIGURE_LEVEL_NONE), ==, -1);
}

/* ── Pixels ──────────────────────────────────────────────────────────────────────────────────── */

#define WIDTH 436
#define HEIGHT 772

typedef struct
{
  FasciaBody *body;
  cairo_surface_t *surface;
  double scale, x, y;
  int width;
  int height;
} Picture;

/* Over the surface colour of the palette; free with clear_picture(). */
static void
draw_picture (Picture *picture,
              FasciaView view,
              int width,
              int height,
              const FasciaFigureMark *marks,
              guint n_marks,
              const FasciaFigurePalette *palette,
              const FasciaFigureOptions *options)
{
  const FasciaFigureMarks all = { marks, n_marks };
  cairo_t *cr;

  picture->width = width;
  picture->height = height;
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  fascia_body_figure_fit (0, 0, width, height, &picture->scale, &picture->x, &picture->y);
  cr = cairo_create (picture->surface);
  cairo_set_source_rgb (cr, (double) palette->surface.red, (double) palette->surface.green,
                        (double) palette->surface.blue);
  cairo_paint (cr);
  fascia_body_figure_render (cr, picture->body, view, 0, 0, width, height, &all, palette, options);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
}

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
}

static guint32
get_pixel (const Picture *picture, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (picture->surface);
  int stride = cairo_image_surface_get_stride (picture->surface);

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (x, <, picture->width);
  g_assert_cmpint (y, <, picture->height);
  return ((const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride))[x] & 0xffffff;
}

/* At figure units. */
static guint32
get_pixel_at (const Picture *picture, double x, double y)
{
  return get_pixel (picture, (int) floor (picture->x + picture->scale * x),
                    (int) floor (picture->y + picture->scale * y));
}

static gboolean
is_near (guint32 pixel, FasciaColor color, int tolerance)
{
  const double channels[3] = { (double) color.red, (double) color.green, (double) color.blue };

  for (int i = 0; i < 3; i++)
    if (abs ((int) (pixel >> (16 - 8 * i) & 0xff) - (int) lround (channels[i] * 255)) > tolerance)
      return FALSE;
  return TRUE;
}

static guint
count_near (const Picture *picture, FasciaColor color, int tolerance)
{
  guint n = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      n += is_near (get_pixel (picture, x, y), color, tolerance);
  return n;
}

static Picture
create_picture (void)
{
  g_autoptr (GError) error = NULL;
  Picture picture = { .body = fascia_body_new (&error) };

  g_assert_no_error (error);
  return picture;
}

/* A mark lights up every shape of its region and nothing of its mirror image: all 53 pairs. */
static void
test_marks_keep_their_side (void)
{
  Picture picture = create_picture ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  guint n_checked = 0;

  for (guint i = 0; i < fascia_body_get_n_regions (picture.body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (picture.body, i);
      const FasciaRegion *mirror = fascia_region_get_mirror (region);
      const FasciaFigureMark mark = { region, 5, FALSE };

      if (fascia_region_get_side (region) != FASCIA_SIDE_LEFT)
        continue;
      for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
        {
          guint n;
          const FasciaShape *shapes = fascia_body_get_shapes (picture.body, view, &n);

          draw_picture (&picture, view, WIDTH, HEIGHT, &mark, 1, palette, NULL);
          for (guint k = 0; k < n; k++)
            {
              guint32 pixel = get_pixel_at (&picture, shapes[k].cx, shapes[k].cy);
              gboolean is_drawn_over
                  = fascia_path_get_distance (fascia_body_get_details (picture.body, view),
                                              shapes[k].cx, shapes[k].cy)
                    < 3;

              if (is_drawn_over)
                continue;
              if (shapes[k].region == region)
                {
                  g_assert_true (is_near (pixel, palette->ramp[2], 6));
                  n_checked++;
                }
              else
                g_assert_true (is_near (pixel, palette->tile, 6));
              if (shapes[k].region == mirror)
                g_assert_cmpfloat (shapes[k].cx * (view == FASCIA_VIEW_FRONT ? 1 : -1), <, 0);
            }
          clear_picture (&picture);
        }
    }
  g_assert_cmpuint (n_checked, >=, 53);
  fascia_body_unref (picture.body);
}

/* The plain figure is its own mirror image. */
static void
test_symmetry (void)
{
  Picture picture = create_picture ();

  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      draw_picture (&picture, view, WIDTH, HEIGHT, NULL, 0,
                    fascia_figure_palette_get (FASCIA_FIGURE_DARK), NULL);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH / 2; x++)
          {
            guint32 here = get_pixel (&picture, x, y);
            guint32 there = get_pixel (&picture, WIDTH - 1 - x, y);

            g_assert_cmpint (abs ((int) (here & 0xff) - (int) (there & 0xff)), <=, 8);
          }
      clear_picture (&picture);
    }
  fascia_body_unref (picture.body);
}

/* Without a level and from an earlier day: an outline, never a fill. */
static void
test_unfilled_marks (void)
{
  Picture picture = create_picture ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaRegion *region = fascia_body_lookup (picture.body, "thigh-front-left");
  const FasciaShape *shape = fascia_body_get_home_shape (picture.body, region);
  const FasciaFigureMark marks[] = {
    { region, FASCIA_FIGURE_LEVEL_NONE, FALSE },
    { region, 0, FALSE },
    { region, 7, TRUE },
  };
  guint ink[G_N_ELEMENTS (marks)];

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      draw_picture (&picture, FASCIA_VIEW_FRONT, WIDTH, HEIGHT, &marks[i], 1, palette, NULL);
      g_assert_true (is_near (get_pixel_at (&picture, shape->cx, shape->cy), palette->tile, 6));
      for (guint step = 0; step < FASCIA_FIGURE_STEPS; step++)
        g_assert_cmpuint (count_near (&picture, palette->ramp[step], 4), ==, 0);
      /* The open one in the colour of marks, the others in grey. */
      ink[i] = count_near (&picture, i == 0 ? palette->edge[2] : palette->tile_ink, 40);
      g_assert_cmpuint (ink[i], >, 30);
      g_assert_cmpuint (count_near (&picture, i == 0 ? palette->tile_ink : palette->edge[2], 12),
                        ==, 0);
      clear_picture (&picture);
    }
  /* Zero is an answer: its line is unbroken, so there is more of it. */
  g_assert_cmpuint (ink[1], >, ink[2]);
  fascia_body_unref (picture.body);
}

static void
test_thumbnail (void)
{
  Picture picture = create_picture ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const char *const ids[] = { "jaw-left", "wrist-front-right", "knee-front-left", "groin-right" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const FasciaFigureMark mark = { fascia_body_lookup (picture.body, ids[i]), 9, FALSE };

      draw_picture (&picture, FASCIA_VIEW_FRONT, 40, 40, &mark, 1, palette, NULL);
      g_assert_cmpuint (count_near (&picture, palette->ramp[4], 70), >=, 2);
      clear_picture (&picture);
    }
  fascia_body_unref (picture.body);
}

/* The number is there when there is room, in the ink of its step. */
static void
test_numerals (void)
{
  Picture picture = create_picture ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaFigureOptions options = { .has_numerals = TRUE };
  const FasciaFigureMark mark = { fascia_body_lookup (picture.body, "lower-back-left"), 8, FALSE };
  guint without, with;

  draw_picture (&picture, FASCIA_VIEW_BACK, WIDTH, HEIGHT, &mark, 1, palette, NULL);
  without = count_near (&picture, palette->ramp[3], 10);
  clear_picture (&picture);
  draw_picture (&picture, FASCIA_VIEW_BACK, WIDTH, HEIGHT, &mark, 1, palette, &options);
  with = count_near (&picture, palette->ramp[3], 10);
  g_assert_cmpuint (with + 15, <, without);
  clear_picture (&picture);
  fascia_body_unref (picture.body);
}

/* "your left" stands on the right of the front figure and on the left of the back figure. */
static void
test_side_labels (void)
{
  Picture picture = create_picture ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaFigureOptions left = { .left_label = "your left" };
  const FasciaFigureOptions right = { .right_label = "your right" };

  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    for (int pass = 0; pass < 2; pass++)
      {
        guint ink[2] = { 0, 0 };
        gboolean is_right_of_picture = (view == FASCIA_VIEW_FRONT) == (pass == 0);

        draw_picture (&picture, view, 2 * WIDTH, 2 * HEIGHT, NULL, 0, palette,
                      pass == 0 ? &left : &right);
        /* Beside the head there is nothing else. */
        for (int y = 0; y < 230; y++)
          for (int x = 0; x < 2 * WIDTH; x++)
            if (abs (x - WIDTH) > 110
                && !is_near (get_pixel (&picture, x, y), palette->surface, 60))
              ink[x > WIDTH]++;
        g_assert_cmpuint (ink[is_right_of_picture], >, 30);
        g_assert_cmpuint (ink[!is_right_of_picture], ==, 0);
        clear_picture (&picture);
      }
  fascia_body_unref (picture.body);
}

/* Steps differ without colour in high contrast: the share of hatching grows. */
static void
test_hatch (void)
{
  Picture picture = create_picture ();
  const FasciaFigurePalette *palette
      = fascia_figure_palette_get (FASCIA_FIGURE_HIGH_CONTRAST_LIGHT);
  const FasciaRegion *region = fascia_body_lookup (picture.body, "buttock-lower-right");
  const FasciaShape *shape = fascia_body_get_home_shape (picture.body, region);
  double last = -1;

  for (int level = 1; level <= 9; level += 2)
    {
      const FasciaFigureMark mark = { region, level, FALSE };
      guint n = 0, n_plain = 0;

      draw_picture (&picture, FASCIA_VIEW_BACK, WIDTH, HEIGHT, &mark, 1, palette, NULL);
      for (double y = shape->cy - 14; y <= shape->cy + 14; y++)
        for (double x = shape->cx - 14; x <= shape->cx + 14; x++)
          {
            n++;
            n_plain += is_near (get_pixel_at (&picture, x, y), palette->ramp[(level - 1) / 2], 8);
          }
      g_assert_cmpfloat (1 - (double) n_plain / n, >, last);
      last = 1 - (double) n_plain / n;
      clear_picture (&picture);
    }
  fascia_body_unref (picture.body);
}

/* No size breaks it. */
static void
test_sizes (void)
{
  Picture picture = create_picture ();
  const FasciaFigureOptions options
      = { .left_label = "links", .right_label = "rechts", .has_numerals = TRUE, .font_scale = 2 };
  const FasciaFigureMark mark = { fascia_body_lookup (picture.body, "foot-sole-right"), 10, FALSE };
  const int sizes[][2] = { { 1, 1 }, { 3, 200 }, { 500, 7 }, { 120, 120 }, { 900, 400 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      draw_picture (&picture, FASCIA_VIEW_BACK, sizes[i][0], sizes[i][1], &mark, 1,
                    fascia_figure_palette_get (FASCIA_FIGURE_HIGH_CONTRAST_DARK), &options);
      clear_picture (&picture);
    }
  fascia_body_unref (picture.body);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-figure/steps-are-apart", test_steps_are_apart);
  g_test_add_func ("/body-figure/worst-stands-out", test_worst_stands_out);
  g_test_add_func ("/body-figure/text-is-readable", test_text_is_readable);
  g_test_add_func ("/body-figure/choice", test_choice);
  g_test_add_func ("/body-figure/marks-keep-their-side", test_marks_keep_their_side);
  g_test_add_func ("/body-figure/symmetry", test_symmetry);
  g_test_add_func ("/body-figure/unfilled-marks", test_unfilled_marks);
  g_test_add_func ("/body-figure/thumbnail", test_thumbnail);
  g_test_add_func ("/body-figure/numerals", test_numerals);
  g_test_add_func ("/body-figure/side-labels", test_side_labels);
  g_test_add_func ("/body-figure/hatch", test_hatch);
  g_test_add_func ("/body-figure/sizes", test_sizes);

  return g_test_run ();
}
