/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawn chart: the right pixels at the right places, on every kind of target.
 */

#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "fascia-chart-render.h"
#include "fascia-test-diary.h"

#define TIGHT FASCIA_SCALE_TIGHTNESS
#define PAIN FASCIA_SCALE_PAIN
#define WIDTH 420
#define HEIGHT 240

static double
measure (const char *text, gpointer user_data)
{
  return 7.0 * g_utf8_strlen (text, -1);
}

static FasciaChartLayout *
lay_out (const FasciaTestDiary *diary, gint32 first_day, gint32 last_day)
{
  g_autoptr (FasciaSeries) series = fascia_test_diary_pack (diary);
  g_autoptr (FasciaChartData) data = fascia_chart_data_new (series, NULL, first_day, last_day, 1);
  const FasciaChartGeometry geometry = {
    .width = WIDTH,
    .height = HEIGHT,
    .first_weekday = 1,
    .label_height = 15,
    .measure = measure,
  };

  return fascia_chart_layout_new (data, &geometry);
}

static cairo_surface_t *
draw (const FasciaChartLayout *layout, const FasciaChartPalette *palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, palette->surface.red, palette->surface.green, palette->surface.blue);
  cairo_paint (cr);
  fascia_chart_render (cr, layout, palette, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const guint8 *pixel = data + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4;

  return (guint32) pixel[2] << 16 | (guint32) pixel[1] << 8 | pixel[0];
}

/* The largest difference of a channel. */
static int
differ (guint32 pixel, const FasciaColor *color)
{
  const int red = abs ((int) (pixel >> 16 & 0xff) - (int) lround (color->red * 255));
  const int green = abs ((int) (pixel >> 8 & 0xff) - (int) lround (color->green * 255));
  const int blue = abs ((int) (pixel & 0xff) - (int) lround (color->blue * 255));

  return MAX (red, MAX (green, blue));
}

static const FasciaChartVertex *
get_vertex (const FasciaChartLayout *layout, guint line, guint index)
{
  return &g_array_index (layout->lines[line].vertices, FasciaChartVertex, index);
}

static void
test_pixels (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaChartLayout) layout = NULL;

  fascia_test_diary_add (diary, 100, 0, "a", TIGHT, 3);
  fascia_test_diary_add (diary, 101, 0, "a", TIGHT, 3);
  /* 102, 103: a gap between equal values, so a line across it would be seen. */
  fascia_test_diary_add (diary, 104, 0, "a", TIGHT, 3);
  fascia_test_diary_add (diary, 105, 0, "a", PAIN, 8);
  layout = lay_out (diary, 99, 106);

  for (int look = FASCIA_FIGURE_LIGHT; look <= FASCIA_FIGURE_HIGH_CONTRAST_DARK; look++)
    {
      const FasciaChartPalette *palette = fascia_chart_palette_get ((FasciaFigureLook) look);
      cairo_surface_t *surface = draw (layout, palette);
      const FasciaChartVertex *first = get_vertex (layout, 0, 0);
      const FasciaChartVertex *second = get_vertex (layout, 0, 1);
      const FasciaChartVertex *third = get_vertex (layout, 0, 2);
      const FasciaChartVertex *pain = get_vertex (layout, 1, 0);

      g_assert_cmpint (differ (get_pixel (surface, first->x, first->y), &palette->line[0]), <, 12);
      g_assert_cmpint (
          differ (get_pixel (surface, (first->x + second->x) / 2, first->y), &palette->line[0]), <,
          12);
      g_assert_cmpint (
          differ (get_pixel (surface, (second->x + third->x) / 2, first->y), &palette->surface), <,
          12);
      g_assert_cmpint (differ (get_pixel (surface, third->x, third->y), &palette->line[0]), <, 12);
      /* Pain is an open diamond. */
      g_assert_cmpint (differ (get_pixel (surface, pain->x, pain->y), &palette->surface), <, 12);
      g_assert_cmpint (
          differ (get_pixel (surface, pain->x, pain->y - layout->marker * 1.3), &palette->surface),
          >, 40);
      cairo_surface_destroy (surface);
    }
}

/* The renderer draws on its slots and nowhere else: what it draws without labels stays in the
   plot and the strip, but for the rims of markers and the feet of ticks. */
static void
test_stays_inside (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (2, 30, 6);
  g_autoptr (FasciaChartLayout) layout = lay_out (diary, FASCIA_TEST_TODAY - 29, FASCIA_TEST_TODAY);
  const FasciaChartPalette *palette = fascia_chart_palette_get (FASCIA_FIGURE_LIGHT);
  cairo_surface_t *surface = draw (layout, palette);
  const double rim = 5;

  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          if (x >= layout->plot.x - rim && x <= layout->plot.x + layout->plot.width + rim
              && y >= layout->plot.y - rim && y <= layout->strip.y + layout->strip.height + 1)
            continue;
          g_assert_cmpint (differ (get_pixel (surface, x, y), &palette->surface), ==, 0);
        }
    }
  cairo_surface_destroy (surface);
}

static double
get_luminance (const FasciaColor *color)
{
  const double channels[] = { color->red, color->green, color->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i]
           * (channels[i] <= 0.04045 ? channels[i] / 12.92
                                     : pow ((channels[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static double
get_contrast (const FasciaColor *a, const FasciaColor *b)
{
  const double x = get_luminance (a) + 0.05;
  const double y = get_luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/* WCAG 2.2, 1.4.11: graphics have a contrast of 3; 7 where high contrast is asked for. */
static void
test_contrast (void)
{
  for (int look = FASCIA_FIGURE_LIGHT; look <= FASCIA_FIGURE_HIGH_CONTRAST_DARK; look++)
    {
      const FasciaChartPalette *palette = fascia_chart_palette_get ((FasciaFigureLook) look);
      const gboolean is_high = look >= FASCIA_FIGURE_HIGH_CONTRAST_LIGHT;

      for (guint i = 0; i < FASCIA_CHART_N_SCALES; i++)
        g_assert_cmpfloat (get_contrast (&palette->line[i], &palette->surface), >=,
                           is_high ? 7 : 4.5);
    }
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_targets (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (4, 3653, 8);
  g_autoptr (FasciaChartLayout) layout
      = lay_out (diary, FASCIA_TEST_TODAY - 3652, FASCIA_TEST_TODAY);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans 9");
  gsize n_svg = 0;
  gsize n_pdf = 0;
  cairo_surface_t *surfaces[]
      = { cairo_svg_surface_create_for_stream (count_bytes, &n_svg, WIDTH, HEIGHT),
          cairo_pdf_surface_create_for_stream (count_bytes, &n_pdf, WIDTH, HEIGHT) };

  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    {
      cairo_t *cr = cairo_create (surfaces[i]);

      fascia_chart_render (cr, layout, fascia_chart_palette_get (FASCIA_FIGURE_LIGHT), font);
      fascia_chart_render_cursor (cr, layout, fascia_chart_palette_get (FASCIA_FIGURE_LIGHT), 3);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (surfaces[i]);
      g_assert_cmpint (cairo_surface_status (surfaces[i]), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surfaces[i]);
    }
  g_assert_cmpuint (n_svg, >, 4000);
  g_assert_cmpuint (n_pdf, >, 2000);
}

static void
test_nothing (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new ();
  g_autoptr (FasciaChartLayout) layout = lay_out (diary, 100, 107);
  const FasciaChartPalette *palette = fascia_chart_palette_get (FASCIA_FIGURE_LIGHT);
  cairo_surface_t *surface = draw (layout, palette);
  cairo_t *cr = cairo_create (surface);

  /* Out of range: nothing happens. */
  fascia_chart_render_cursor (cr, layout, palette, -1);
  fascia_chart_render_cursor (cr, layout, palette, 1000);
  for (int key = FASCIA_CHART_KEY_TIGHTNESS; key <= FASCIA_CHART_KEY_PLACES; key++)
    fascia_chart_render_key (cr, (FasciaChartKey) key, palette, 28, 16);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_time (void)
{
  g_autoptr (FasciaTestDiary) diary = fascia_test_diary_new_years (4, 3653, 8);
  g_autoptr (FasciaChartLayout) layout
      = lay_out (diary, FASCIA_TEST_TODAY - 3652, FASCIA_TEST_TODAY);
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < 9; round++)
    {
      const gint64 start = g_get_monotonic_time ();
      cairo_surface_t *surface = draw (layout, fascia_chart_palette_get (FASCIA_FIGURE_LIGHT));

      best = MIN (best, g_get_monotonic_time () - start);
      cairo_surface_destroy (surface);
    }
  g_test_minimized_result (best / 1000.0, "ten years drawn in %.2f ms", best / 1000.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-render/pixels", test_pixels);
  g_test_add_func ("/chart-render/stays-inside", test_stays_inside);
  g_test_add_func ("/chart-render/contrast", test_contrast);
  g_test_add_func ("/chart-render/targets", test_targets);
  g_test_add_func ("/chart-render/nothing", test_nothing);
  g_test_add_func ("/chart-render/time", test_time);

  return g_test_run ();
}
