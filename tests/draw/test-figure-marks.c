/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies on the figure as drawn: heat, drawings, arrows, enlarged parts, other forms of it.
 */

#include "draw/fascia-body-figure.h"

#include <math.h>

#include "draw/fascia-figure-overlay.h"
#include "fascia-core-resources.h"

#define WIDTH 872
#define HEIGHT 1544

typedef struct
{
  cairo_surface_t *surface;
  double scale, x, y;
} Picture;

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static cairo_t *
begin (Picture *picture, const FasciaFigurePalette *palette)
{
  cairo_t *cr;

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  fascia_body_figure_fit (0, 0, WIDTH, HEIGHT, &picture->scale, &picture->x, &picture->y);
  cr = cairo_create (picture->surface);
  cairo_set_source_rgb (cr, (double) palette->surface.red, (double) palette->surface.green,
                        (double) palette->surface.blue);
  cairo_paint (cr);
  return cr;
}

static void
end (Picture *picture, cairo_t *cr)
{
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
}

static Picture
draw (const FasciaBody *body,
      FasciaView view,
      const FasciaFigureMarks *marks,
      const FasciaFigurePalette *palette,
      const FasciaFigureOptions *options)
{
  Picture picture;
  cairo_t *cr = begin (&picture, palette);

  fascia_body_figure_render (cr, body, view, 0, 0, WIDTH, HEIGHT, marks, palette, options);
  end (&picture, cr);
  return picture;
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
  const int stride = cairo_image_surface_get_stride (picture->surface);

  g_assert_true (x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT);
  return ((const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride))[x] & 0xffffff;
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

/* At figure units. */
static gboolean
is_color_at (const Picture *picture, double x, double y, FasciaColor color)
{
  return is_near (get_pixel (picture, (int) floor (picture->x + picture->scale * x),
                             (int) floor (picture->y + picture->scale * y)),
                  color, 8);
}

static guint
count_color (const Picture *picture, FasciaColor color)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      n += is_near (get_pixel (picture, x, y), color, 3);
  return n;
}

static void
test_heat (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaFigureHeat heat[] = {
    { fascia_body_lookup (body, "lower-back-left"), 4 },
    { fascia_body_lookup (body, "lower-back-right"), 0 },
    { fascia_body_lookup (body, "buttock-lower-left"), -1 },
  };
  const FasciaFigureMarks marks = { .heat = heat, .n_heat = G_N_ELEMENTS (heat) };
  Picture picture = draw (body, FASCIA_VIEW_BACK, &marks, palette, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (heat); i++)
    {
      const FasciaShape *shape = fascia_body_get_home_shape (body, heat[i].region);

      g_assert_true (is_color_at (&picture, shape->cx, shape->cy,
                                  heat[i].step < 0 ? palette->tile : palette->ramp[heat[i].step]));
    }
  clear_picture (&picture);
}

/* Only on its view, only on its scale, and over the place below it. */
static void
test_drawings (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaRegion *region = fascia_body_lookup (body, "lower-back-left");
  const FasciaShape *shape = fascia_body_get_home_shape (body, region);
  const FasciaDrawingPoint points[] = { { (float) shape->cx, (float) shape->cy - 12, 9 },
                                        { (float) shape->cx, (float) shape->cy + 12, 9 } };
  const FasciaDrawing drawing = {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_PAIN,
    .view = FASCIA_VIEW_BACK,
    .figure = FASCIA_FIGURE_VERSION,
    .width = 8,
    .points = points,
    .n_points = 2,
  };
  const FasciaFigureMark mark = { region, 3, FALSE };
  FasciaFigureMarks marks = { .marks = &mark, .n_marks = 1, .drawings = &drawing, .n_drawings = 1 };
  Picture picture = draw (body, FASCIA_VIEW_BACK, &marks, palette, NULL);

  g_assert_true (is_color_at (&picture, shape->cx, shape->cy, palette->ramp[4]));
  g_assert_true (is_color_at (&picture, shape->cx + 8, shape->cy, palette->ramp[1]));
  clear_picture (&picture);

  marks.scale = FASCIA_SCALE_TIGHTNESS;
  picture = draw (body, FASCIA_VIEW_BACK, &marks, palette, NULL);
  g_assert_true (is_color_at (&picture, shape->cx, shape->cy, palette->ramp[1]));
  clear_picture (&picture);

  marks.scale = FASCIA_SCALE_PAIN;
  picture = draw (body, FASCIA_VIEW_FRONT, &marks, palette, NULL);
  g_assert_cmpuint (count_color (&picture, palette->ramp[4]), ==, 0);
  clear_picture (&picture);
}

/* Not over what stands beside the figure, however far the hand went. */
static void
test_drawing_beside (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_DARK);
  const FasciaDrawingPoint points[] = { { -100, 300, 9 }, { -900, 300, 9 } };
  const FasciaDrawing drawing = {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_PAIN,
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = 12,
    .points = points,
    .n_points = 2,
  };
  const FasciaFigureMarks marks = { .drawings = &drawing, .n_drawings = 1 };
  Picture picture;
  cairo_t *cr = begin (&picture, palette);

  fascia_body_figure_render (cr, body, FASCIA_VIEW_FRONT, WIDTH / 2, 0, WIDTH / 2, HEIGHT / 2,
                             &marks, palette, NULL);
  end (&picture, cr);
  g_assert_cmpuint (count_color (&picture, palette->ramp[4]), >, 200);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH / 2 - 1; x++)
      g_assert_true (is_near (get_pixel (&picture, x, y), palette->surface, 2));
  clear_picture (&picture);
}

static void
test_arrow (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaFigureSpread spread = { fascia_body_lookup (body, "shoulder-top-right"),
                                      fascia_body_lookup (body, "hand-back-right") };
  const FasciaFigureOptions thumbnail = { .is_thumbnail = TRUE };
  const FasciaFigureMarks marks = { .spreads = &spread, .n_spreads = 1 };
  Picture picture = draw (body, FASCIA_VIEW_BACK, &marks, palette, NULL);

  g_assert_cmpuint (count_color (&picture, palette->tile_ink), >, 400);
  clear_picture (&picture);
  /* The back of the hand cannot be seen from the front. */
  picture = draw (body, FASCIA_VIEW_FRONT, &marks, palette, NULL);
  g_assert_cmpuint (count_color (&picture, palette->tile_ink), ==, 0);
  clear_picture (&picture);
  picture = draw (body, FASCIA_VIEW_BACK, &marks, palette, &thumbnail);
  g_assert_cmpuint (count_color (&picture, palette->tile_ink), ==, 0);
  clear_picture (&picture);
}

/* Through the body there is an arrow on both views, with paper between its dashes. */
static void
test_arrow_through (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaFigureSpread spread = { fascia_body_lookup (body, "lower-back-left"),
                                      fascia_body_lookup (body, "thigh-front-left") };
  const FasciaFigureSpread surface = { spread.from, fascia_body_lookup (body, "thigh-back-left") };
  FasciaFigureMarks marks = { .spreads = &spread, .n_spreads = 1 };
  guint n_ink, n_surface;
  Picture picture;

  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      picture = draw (body, view, &marks, palette, NULL);
      g_assert_cmpuint (count_color (&picture, palette->tile_ink), >, 200);
      clear_picture (&picture);
    }

  /* About as long as one on the surface, and less ink. */
  picture = draw (body, FASCIA_VIEW_BACK, &marks, palette, NULL);
  n_ink = count_color (&picture, palette->tile_ink);
  clear_picture (&picture);
  marks.spreads = &surface;
  picture = draw (body, FASCIA_VIEW_BACK, &marks, palette, NULL);
  n_surface = count_color (&picture, palette->tile_ink);
  clear_picture (&picture);
  g_test_message ("ink %u through, %u on the surface", n_ink, n_surface);
  g_assert_cmpuint (n_ink, <, n_surface * 85 / 100);
}

/* What is enlarged is the same place, and stays in its frame. */
static void
test_insets (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  guint n_insets;
  const FasciaInset *insets = fascia_body_get_insets (body, &n_insets);
  guint n_checked = 0;

  for (guint i = 0; i < n_insets; i++)
    {
      guint n_shapes;
      const FasciaShape *shapes = fascia_body_get_shapes (body, insets[i].view, &n_shapes);

      for (guint k = 0; k < n_shapes; k++)
        {
          const FasciaFigureHeat heat = { shapes[k].region, 2 };
          const FasciaFigureMarks marks = { .heat = &heat, .n_heat = 1 };
          const double scale = fmin (400 / insets[i].width, 500 / insets[i].height);
          Picture picture;
          cairo_t *cr;

          if (shapes[k].cx < insets[i].x || shapes[k].cx > insets[i].x + insets[i].width
              || shapes[k].cy < insets[i].y || shapes[k].cy > insets[i].y + insets[i].height
              || fascia_path_get_distance (fascia_body_get_details (body, insets[i].view),
                                           shapes[k].cx, shapes[k].cy)
                     < 3)
            continue;
          cr = begin (&picture, palette);
          fascia_body_figure_render_inset (cr, body, &insets[i], 200, 300, 400, 500, &marks,
                                           palette, NULL);
          end (&picture, cr);
          picture.scale = scale;
          picture.x = 200 + (400 - scale * insets[i].width) / 2 - scale * insets[i].x;
          picture.y = 300 + (500 - scale * insets[i].height) / 2 - scale * insets[i].y;
          g_assert_true (is_color_at (&picture, shapes[k].cx, shapes[k].cy, palette->ramp[2]));
          for (int y = 0; y < HEIGHT; y += 5)
            for (int x = 0; x < WIDTH; x += 5)
              if (x < 199 || x > 600 || y < 299 || y > 800)
                g_assert_true (is_near (get_pixel (&picture, x, y), palette->surface, 0));
          clear_picture (&picture);
          n_checked++;
        }
    }
  g_test_message ("%u shapes in %u insets", n_checked, n_insets);
  g_assert_cmpuint (n_checked, >, 20);
}

/* As one sees oneself, left is on the left: the words go with the body. */
static void
test_own_view (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  const FasciaBodyForm form = { .build = FASCIA_BUILD_LIGHT, .facing = FASCIA_FACING_OWN };
  g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &form);
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaFigureOptions options = { .left_label = "your left" };
  const FasciaRegion *region = fascia_body_lookup (body, "chest-upper-left");
  const FasciaFigureMark mark = { region, 5, FALSE };
  const FasciaFigureMarks marks = { .marks = &mark, .n_marks = 1 };

  g_assert_nonnull (region);
  for (FasciaView view = FASCIA_VIEW_FRONT; view <= FASCIA_VIEW_BACK; view++)
    {
      Picture picture = draw (body, view, &marks, palette, &options);
      guint ink[2] = { 0, 0 };
      guint filled[2] = { 0, 0 };

      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            const guint32 pixel = get_pixel (&picture, x, y);

            filled[x > WIDTH / 2] += is_near (pixel, palette->ramp[2], 3);
            if (y < 230 && abs (x - WIDTH / 2) > 110)
              ink[x > WIDTH / 2] += !is_near (pixel, palette->surface, 60);
          }
      g_assert_cmpuint (ink[0], >, 30);
      g_assert_cmpuint (ink[1], ==, 0);
      g_assert_cmpuint (filled[1], ==, 0);
      if (view == FASCIA_VIEW_FRONT)
        g_assert_cmpuint (filled[0], >, 200);
      clear_picture (&picture);
    }
}

/* A limb that is not there is not drawn, whatever is marked on it; a phantom is a line. */
static void
test_limbs (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const FasciaRegion *region = fascia_body_lookup (base, "hand-palm-left");
  const FasciaShape *shape = fascia_body_get_home_shape (base, region);
  const FasciaFigureMark mark = { region, 9, FALSE };
  const FasciaFigureMarks marks = { .marks = &mark, .n_marks = 1 };

  for (FasciaLimbState state = FASCIA_LIMB_THERE; state <= FASCIA_LIMB_PHANTOM; state++)
    {
      FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
      g_autoptr (FasciaBody) body = NULL;
      Picture empty, marked;

      form.limbs[FASCIA_LIMB_HAND_LEFT] = state;
      body = fascia_body_new_with_form (base, &form);
      empty = draw (body, FASCIA_VIEW_FRONT, NULL, palette, NULL);
      marked = draw (body, FASCIA_VIEW_FRONT, &marks, palette, NULL);
      g_assert_true (is_color_at (&empty, shape->cx, shape->cy,
                                  state == FASCIA_LIMB_THERE ? palette->tile : palette->surface));
      g_assert_true (
          is_color_at (&marked, shape->cx, shape->cy,
                       state == FASCIA_LIMB_HIDDEN ? palette->surface : palette->ramp[4]));
      /* A dotted line: few of its pixels are of one colour only. */
      g_assert_cmpint (count_color (&empty, palette->label) > 10, ==, state == FASCIA_LIMB_PHANTOM);
      clear_picture (&empty);
      clear_picture (&marked);
    }
}

int
main (int argc, char *argv[])
{
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-marks/heat", test_heat);
  g_test_add_func ("/figure-marks/drawings", test_drawings);
  g_test_add_func ("/figure-marks/drawing-beside", test_drawing_beside);
  g_test_add_func ("/figure-marks/arrow", test_arrow);
  g_test_add_func ("/figure-marks/arrow-through", test_arrow_through);
  g_test_add_func ("/figure-marks/insets", test_insets);
  g_test_add_func ("/figure-marks/own-view", test_own_view);
  g_test_add_func ("/figure-marks/limbs", test_limbs);
  return g_test_run ();
}
