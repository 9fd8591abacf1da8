/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures: how the page is laid out, and that nothing goes beyond it.
 */

#include <locale.h>
#include <math.h>

#include "fascia-core-resources.h"
#include "picture-fixture.h"

static FasciaPage
make_page (cairo_t *cr, const FasciaBody *body, const FasciaPictureWords *words)
{
  return (FasciaPage) {
    .cr = cr,
    .context = pango_cairo_create_context (cr),
    .palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT),
    .body = body,
    .words = words,
  };
}

/* A heading stands in the column of the line after it, however many there are. */
static void
test_headings (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 8);
  cairo_t *cr = cairo_create (surface);

  for (guint n = 1; n <= 12; n++)
    for (guint n_columns = 2; n_columns <= 4; n_columns++)
      {
        FasciaEntry *entry = make_entry ();
        const FasciaPageDivision division = { 440, 104, n_columns, 9 };

        for (guint i = 0; i < n; i++)
          mark (&entry, fascia_region_get_id (fascia_body_get_region (body, i)),
                FASCIA_SCALE_TIGHTNESS, 5, NULL);
        add_spot (&entry, FASCIA_SCALE_TIGHTNESS, 40, 450, 8);

        g_autoptr (FasciaPictureWords) words = create_words (body, entry, FASCIA_SCALE_TIGHTNESS);
        FasciaPage page = make_page (cr, body, words);
        g_autoptr (GArray) placed = fascia_page_place_list (&page, &division, 300);

        g_assert_nonnull (placed);
        for (guint i = 0; i + 1 < placed->len; i++)
          {
            const FasciaPagePlaced *line = &g_array_index (placed, FasciaPagePlaced, i);

            if (line->line->is_heading)
              g_assert_cmpuint (line->column, ==, line[1].column);
          }
        g_object_unref (page.context);
        fascia_entry_unref (entry);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* How many pixels of that colour there are in a part of the page. */
static guint
count_color (cairo_surface_t *surface, FasciaColor color, int top, int bottom)
{
  const guint32 wanted = (guint32) lroundf (color.red * 255) << 16
                         | (guint32) lroundf (color.green * 255) << 8
                         | (guint32) lroundf (color.blue * 255);
  const int width = cairo_image_surface_get_width (surface);
  guint n = 0;

  for (int y = top; y < bottom; y++)
    for (int x = 0; x < width; x++)
      n += get_pixel (surface, x, y) == wanted;
  return n;
}

static cairo_surface_t *
render_surface (const FasciaBody *body, const FasciaEntry *entry)
{
  const FasciaPicture picture = { .entry = entry, .scale = FASCIA_SCALE_TIGHTNESS };
  g_autoptr (GBytes) png = render (body, &picture, FASCIA_PICTURE_PNG);

  return load_png (png);
}

/* A long list takes little from the figures: what is small is still enlarged, and the
 * figure stays large. */
static void
test_long_list (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  const char *const feelings[] = { "aching", "burning", "movement", NULL };
  guint n_fill[2];
  guint n_jaw[2];

  for (guint is_long = 0; is_long < 2; is_long++)
    {
      FasciaEntry *entry = make_entry ();
      cairo_surface_t *surface;

      mark (&entry, "lower-back-left", FASCIA_SCALE_TIGHTNESS, 9, NULL);
      for (guint i = 0; is_long && i < fascia_body_get_n_regions (body); i++)
        mark (&entry, fascia_region_get_id (fascia_body_get_region (body, i)), FASCIA_SCALE_PAIN, 3,
              feelings);
      surface = render_surface (body, entry);
      n_fill[is_long] = count_color (surface, palette->ramp[4], 200, 1000);
      cairo_surface_destroy (surface);
      fascia_entry_unref (entry);
    }
  g_test_message ("fill %u, %u", n_fill[0], n_fill[1]);
  /* At least four fifths as high, so its area is more than three fifths. */
  g_assert_cmpuint (n_fill[1], >, n_fill[0] * 6 / 10);

  for (guint is_below = 0; is_below < 2; is_below++)
    {
      FasciaEntry *entry = make_entry ();
      cairo_surface_t *surface;

      for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
        mark (&entry, fascia_region_get_id (fascia_body_get_region (body, i)), FASCIA_SCALE_PAIN, 3,
              feelings);
      mark (&entry, "jaw-left", FASCIA_SCALE_TIGHTNESS, 9, NULL);
      surface = render_surface (body, entry);
      /* The jaw is there twice: on the figure, and larger below it. */
      n_jaw[is_below]
          = count_color (surface, palette->ramp[4], is_below ? 900 : 200, is_below ? 1200 : 900);
      cairo_surface_destroy (surface);
      fascia_entry_unref (entry);
    }
  g_test_message ("jaw %u, enlarged %u", n_jaw[0], n_jaw[1]);
  g_assert_cmpuint (n_jaw[0], >, 100);
  g_assert_cmpuint (n_jaw[1], >, 2 * n_jaw[0]);
}

/* All places at once, each with two levels and feelings: they do not all fit, nothing is cut, and
 * the file still names every one. */
static void
test_all_places (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ();
  const char *const feelings[] = { "aching", "burning", "movement", NULL };
  FasciaPicture picture = { .scale = FASCIA_SCALE_TIGHTNESS };

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const char *id = fascia_region_get_id (fascia_body_get_region (body, i));

      mark (&entry, id, FASCIA_SCALE_TIGHTNESS, 1 + (int) i % 10, feelings);
      mark (&entry, id, FASCIA_SCALE_PAIN, 1 + (int) i * 7 % 10, NULL);
    }
  picture.entry = entry;

  g_autoptr (GBytes) png = render (body, &picture, FASCIA_PICTURE_PNG);
  g_autoptr (GBytes) svg_bytes = render (body, &picture, FASCIA_PICTURE_SVG);
  g_autoptr (GBytes) pdf = render (body, &picture, FASCIA_PICTURE_PDF);
  cairo_surface_t *surface = load_png (png);
  Svg svg = load_svg (svg_bytes);

  check_margins (surface);
  cairo_surface_destroy (surface);
  check_pdf (pdf);
  check_says (svg.about, "110 places of 110");
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    check_says (svg.about, fascia_region_get_name (fascia_body_get_region (body, i)));
  clear_svg (&svg);
}

static void
test_heat (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaEntry *entries[2] = { make_entry (), make_entry () };
  const gint32 day = make_moment ().day;

  mark (&entries[0], "lower-back-left", FASCIA_SCALE_PAIN, 8, NULL);
  mark (&entries[1], "sacrum", FASCIA_SCALE_PAIN, 2, NULL);

  g_autoptr (FasciaSeries) series = fascia_series_new_from_entries (entries, 2);
  g_autoptr (FasciaHeat) heat = fascia_heat_new (body, series, FASCIA_SCALE_PAIN, day - 2, day);
  for (FasciaHeatMeasure measure = FASCIA_HEAT_SHARE; measure <= FASCIA_HEAT_WORST; measure++)
    {
      const FasciaPicture picture = { .heat = heat, .measure = measure };
      g_autoptr (GBytes) bytes = render (body, &picture, FASCIA_PICTURE_SVG);
      Svg svg = load_svg (bytes);

      g_assert_cmpstr (svg.title, ==, "1 March 2026 to 3 March 2026");
      check_says (svg.about, "1 day with entries · 2 places of 110");
      for (int step = 0; step < FASCIA_FIGURE_STEPS; step++)
        {
          g_autofree char *text = fascia_heat_dup_step_text (measure, step);

          check_says (svg.about, text);
        }
      for (int i = 0; i < 2; i++)
        {
          const FasciaRegion *region
              = fascia_body_lookup (body, i == 0 ? "lower-back-left" : "sacrum");
          g_autofree char *text = fascia_picture_keep_numbers (fascia_heat_dup_text (heat, region));

          g_assert_nonnull (strstr (text, "mean\u00a0"));
          check_says (svg.about, text);
        }
      clear_svg (&svg);
    }
  fascia_entry_unref (entries[0]);
  fascia_entry_unref (entries[1]);
}

/* Where a colour lies on the upper part of a page, as a share of its width; -1: nowhere. */
static double
find_color (cairo_surface_t *surface, FasciaColor color)
{
  const guint32 wanted = (guint32) lroundf (color.red * 255) << 16
                         | (guint32) lroundf (color.green * 255) << 8
                         | (guint32) lroundf (color.blue * 255);
  const int width = cairo_image_surface_get_width (surface);
  double sum = 0;
  guint n = 0;

  /* Below the legend, above the list. */
  for (int y = 200; y < 1000; y++)
    for (int x = 0; x < width; x++)
      if (get_pixel (surface, x, y) == wanted)
        {
          sum += x;
          n++;
        }
  return n > 60 ? sum / n / width : -1;
}

/* The middle of what is written between two rows of pixels, as a share of the width. */
static double
find_ink (cairo_surface_t *surface, int top, int bottom)
{
  const int width = cairo_image_surface_get_width (surface);
  double sum = 0;
  guint n = 0;

  for (int y = top; y < bottom; y++)
    for (int x = 0; x < width; x++)
      if (get_pixel (surface, x, y) != 0xffffff)
        {
          sum += x;
          n++;
        }
  g_assert_cmpuint (n, >, 100);
  return sum / n / width;
}

/* From right to left the figures change places, and nothing on them does. */
static void
test_right_to_left (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  g_autoptr (FasciaEntry) entry = make_entry ();
  const FasciaFigurePalette *palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
  FasciaPicture picture = { .scale = FASCIA_SCALE_TIGHTNESS };

  /* Left on the front lies right of the middle of its figure. */
  mark (&entry, "thigh-front-left", FASCIA_SCALE_TIGHTNESS, 9, NULL);
  picture.entry = entry;
  for (int is_rtl = 0; is_rtl < 2; is_rtl++)
    {
      g_autoptr (FasciaPictureWords) words = fascia_picture_words_new (body, feelings, &picture);
      cairo_surface_t *surface = cairo_image_surface_create (
          CAIRO_FORMAT_RGB24, FASCIA_PICTURE_PIXELS * FASCIA_PICTURE_WIDTH,
          FASCIA_PICTURE_PIXELS * FASCIA_PICTURE_HEIGHT);
      cairo_t *cr = cairo_create (surface);
      double at;

      if (is_rtl)
        {
          g_free (words->caution);
          words->caution = g_strdup ("זה מה שרשמת");
        }
      cairo_scale (cr, FASCIA_PICTURE_PIXELS, FASCIA_PICTURE_PIXELS);
      fascia_picture_page_draw (cr, body, &picture, words);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      check_margins (surface);
      at = find_color (surface, palette->ramp[4]);
      g_test_message ("rtl %d: at %.3f", is_rtl, at);
      /* The title stands where lines begin. */
      g_assert_cmpint (is_rtl, ==, find_ink (surface, 76, 110) > 0.5);
      /* The middles of the figures are at about 0.27 and 0.73. */
      g_assert_cmpfloat (at, >, is_rtl ? 0.735 : 0.275);
      g_assert_cmpfloat (at, <, is_rtl ? 0.85 : 0.40);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  fascia_core_get_resource ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-picture-page/long-list", test_long_list);
  g_test_add_func ("/figure-picture-page/headings", test_headings);
  g_test_add_func ("/figure-picture-page/all-places", test_all_places);
  g_test_add_func ("/figure-picture-page/heat", test_heat);
  g_test_add_func ("/figure-picture-page/right-to-left", test_right_to_left);
  return g_test_run ();
}
