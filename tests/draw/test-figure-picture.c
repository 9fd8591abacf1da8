/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures: the right kind of file, everything in words, nothing beyond the page.
 */

#include "draw/fascia-figure-picture.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "draw/fascia-picture-page-private.h"
#include "fascia-core-resources.h"

static FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static FasciaMoment
make_moment (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaMoment moment;

  /* 2026-03-03 14:20 */
  fascia_moment_init (&moment, 1772547600000, zone);
  return moment;
}

static FasciaEntry *
make_entry (void)
{
  const FasciaMoment moment = make_moment ();
  const FasciaUid uid = { { 1 } };

  return fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
}

static void
mark (FasciaEntry **entry,
      const char *region,
      FasciaScale scale,
      int level,
      const char *const *feelings)
{
  const FasciaMark value = { g_intern_string (region), scale, level, feelings };
  FasciaEntry *marked = fascia_entry_with_mark (*entry, &value);

  fascia_entry_unref (*entry);
  *entry = marked;
}

/* Something of everything. */
static FasciaEntry *
make_rich_entry (void)
{
  const char *const feelings[] = { "aching", "burning", NULL };
  const FasciaDrawingPoint line[] = { { 40, 430, 2 }, { 45, 480, 6 }, { 40, 540, 9 } };
  const FasciaDrawingPoint point = { -45, 190, 8 };
  const FasciaDrawing stroke = { .uid = { { 2 } },
                                 .kind = FASCIA_DRAWING_STROKE,
                                 .scale = FASCIA_SCALE_TIGHTNESS,
                                 .view = FASCIA_VIEW_FRONT,
                                 .figure = FASCIA_FIGURE_VERSION,
                                 .width = 12,
                                 .points = line,
                                 .n_points = 3 };
  const FasciaDrawing spot = { .uid = { { 3 } },
                               .kind = FASCIA_DRAWING_SPOT,
                               .scale = FASCIA_SCALE_PAIN,
                               .view = FASCIA_VIEW_FRONT,
                               .figure = FASCIA_FIGURE_VERSION,
                               .width = 16,
                               .points = &point,
                               .n_points = 1 };
  const FasciaSpread spread
      = { g_intern_string ("neck-back-right"), g_intern_string ("head-back-right") };
  FasciaEntry *entry = make_entry ();

  mark (&entry, "neck-back-right", FASCIA_SCALE_TIGHTNESS, 9, feelings);
  mark (&entry, "neck-back-right", FASCIA_SCALE_PAIN, 4, NULL);
  mark (&entry, "jaw-left", FASCIA_SCALE_TIGHTNESS, FASCIA_LEVEL_NOT_GIVEN, NULL);
  mark (&entry, "lower-back-left", FASCIA_SCALE_PAIN, 7, NULL);
  mark (&entry, "sacrum", FASCIA_SCALE_TIGHTNESS, 0, NULL);
  mark (&entry, "left-wing-tip", FASCIA_SCALE_TIGHTNESS, 3, NULL);

  g_autoptr (FasciaEntry) marked = entry;
  g_autoptr (FasciaEntry) spreading = fascia_entry_with_spread (marked, &spread);
  g_autoptr (FasciaEntry) drawn = fascia_entry_with_drawing (spreading, &stroke);
  return fascia_entry_with_drawing (drawn, &spot);
}

static GBytes *
render (const FasciaBody *body, const FasciaPicture *picture, FasciaPictureFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = fascia_picture_render (body, picture, format, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
test_format (void)
{
  static const struct
  {
    const char *name;
    int format;
  } cases[] = {
    { "a.png", FASCIA_PICTURE_PNG },
    { "/tmp/A.PNG", FASCIA_PICTURE_PNG },
    { "x.y.Svg", FASCIA_PICTURE_SVG },
    { "b.pdf", FASCIA_PICTURE_PDF },
    { "b.pdf.txt", 0 },
    { "png", 0 },
    { ".png", 0 },
    { "", 0 },
    { "a.jpeg", 0 },
    { "apng", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FasciaPictureFormat format = 0;

      g_assert_cmpint (fascia_picture_format_from_name (cases[i].name, &format), ==,
                       cases[i].format != 0);
      g_assert_cmpint (format, ==, cases[i].format);
    }
}

/* ── Reading them again ──────────────────────────────────────────────────────────────────────── */

typedef struct
{
  const char *data;
  gsize left;
} Reader;

static cairo_status_t
read_bytes (void *data, unsigned char *bytes, unsigned int n_bytes)
{
  Reader *reader = data;

  if (n_bytes > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, reader->data, n_bytes);
  reader->data += n_bytes;
  reader->left -= n_bytes;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
load_png (GBytes *bytes)
{
  Reader reader = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &reader);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==,
                   FASCIA_PICTURE_PIXELS * FASCIA_PICTURE_WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==,
                   FASCIA_PICTURE_PIXELS * FASCIA_PICTURE_HEIGHT);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* Nothing reaches the edge of the page: nothing is cut there. */
static void
check_margins (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const int margin = 30 * FASCIA_PICTURE_PIXELS;
  guint n_ink = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const gboolean is_blank = get_pixel (surface, x, y) == 0xffffff;

        if (x < margin || y < margin || x >= width - margin || y >= height - margin)
          g_assert_true (is_blank);
        n_ink += !is_blank;
      }
  g_assert_cmpuint (n_ink, >, 20000);
}

typedef struct
{
  GString *inside;
  char *title;
  char *about;
  guint n_paths;
  const char *width;
} Svg;

static void
on_start (GMarkupParseContext *context,
          const char *name,
          const char **attribute_names,
          const char **attribute_values,
          gpointer data,
          GError **error)
{
  Svg *svg = data;

  svg->n_paths += g_str_equal (name, "path");
  g_string_truncate (svg->inside, 0);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Svg *svg = data;

  if (g_str_equal (name, "title"))
    svg->title = g_strdup (svg->inside->str);
  else if (g_str_equal (name, "desc"))
    svg->about = g_strdup (svg->inside->str);
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize n, gpointer data, GError **error)
{
  g_string_append_len (((Svg *) data)->inside, text, (gssize) n);
}

static Svg
load_svg (GBytes *bytes)
{
  const GMarkupParser parser
      = { .start_element = on_start, .end_element = on_end, .text = on_text };
  Svg svg = { .inside = g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
  g_autoptr (GError) error = NULL;
  gsize n;
  const char *text = g_bytes_get_data (bytes, &n);

  g_markup_parse_context_parse (context, text, (gssize) n, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_nonnull (svg.title);
  g_assert_nonnull (svg.about);
  g_assert_cmpuint (svg.n_paths, >, 30);
  return svg;
}

static void
clear_svg (Svg *svg)
{
  g_string_free (svg->inside, TRUE);
  g_free (svg->title);
  g_free (svg->about);
}

static guint
count (GBytes *bytes, const char *what)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);
  const gsize n = strlen (what);
  guint found = 0;

  for (; left >= n; at++, left--)
    found += memcmp (at, what, n) == 0;
  return found;
}

static void
check_pdf (GBytes *bytes)
{
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-1.4"));
  g_assert_cmpuint (count (bytes, "/Type /Pages"), ==, 1);
  g_assert_cmpuint (count (bytes, "/Type /Page "), ==, 1);
  g_assert_cmpuint (count (bytes, "/Count 1"), ==, 1);
  g_assert_cmpuint (count (bytes, "%%EOF"), ==, 1);
}

static void
check_says (const char *text, const char *what)
{
  if (strstr (text, what) == NULL)
    g_error ("“%s” is missing in:\n%s", what, text);
}

/* ── What they show ──────────────────────────────────────────────────────────────────────────── */

static void
test_check_in (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  const FasciaMoment moment = make_moment ();
  const FasciaPicture picture
      = { .entry = entry, .scale = FASCIA_SCALE_TIGHTNESS, .made = &moment };
  g_autoptr (GBytes) png = render (body, &picture, FASCIA_PICTURE_PNG);
  g_autoptr (GBytes) svg_bytes = render (body, &picture, FASCIA_PICTURE_SVG);
  g_autoptr (GBytes) pdf = render (body, &picture, FASCIA_PICTURE_PDF);
  cairo_surface_t *surface = load_png (png);
  Svg svg = load_svg (svg_bytes);

  check_margins (surface);
  cairo_surface_destroy (surface);
  check_pdf (pdf);
  g_assert_cmpstr (svg.title, ==, "Tuesday 3 March 2026, 14:20");
  check_says (svg.about,
              " places of 110 · tight up to 9 · pain up to 8 · 1 place that this version "
              "does not know");
  check_says (svg.about, "Right back of neck: tight\u00a09, pain\u00a04 (aching, burning)");
  check_says (svg.about, "Left jaw: tight, level not given");
  check_says (svg.about, "Left lower back: pain\u00a07");
  check_says (svg.about, "Sacrum: tightness eased: 0");
  /* A place that this version does not know is listed by its code. */
  check_says (svg.about, "left-wing-tip: tight\u00a03");
  check_says (svg.about, "from Right back of neck to Right back of head");
  check_says (svg.about, "Drawn on the figure\n1\u00a0stroke\n");
  check_says (svg.about, "Drawn for pain, not shown here\n1\u00a0sore spot\n");
  check_says (svg.about, "0, eased\n");
  check_says (svg.about, "Left and right are those of the person.");
  check_says (svg.about, "9 to 10");
  check_says (svg.about, "Made with Fascia on 3 March 2026");
  check_says (svg.about, "not a medical document");
  clear_svg (&svg);
}

/* Of what is drawn: share and mean of each place, which no line breaks apart. */
static void
test_extents (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  const FasciaPicture picture = { .entry = entry, .scale = FASCIA_SCALE_TIGHTNESS };
  g_autoptr (FasciaPictureWords) words = fascia_picture_words_new (body, feelings, &picture);
  g_autofree char *text = fascia_picture_words_to_text (words);
  g_autoptr (GRegex) regex
      = g_regex_new ("^Left front of thigh: \\d+\u00a0%\u00a0drawn, mean\u00a0\\d\\.\\d$",
                     G_REGEX_MULTILINE, 0, NULL);

  if (!g_regex_match (regex, text, 0, NULL))
    g_error ("no extent in:\n%s", text);
}

/* What its dashes mean is said where there is such an arrow, and nowhere else. */
static void
test_legend_through (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  const FasciaSpread spread
      = { g_intern_string ("lower-back-left"), g_intern_string ("thigh-front-left") };
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  g_autoptr (FasciaEntry) with = fascia_entry_with_spread (entry, &spread);
  const FasciaEntry *const entries[2] = { entry, with };

  for (guint i = 0; i < 2; i++)
    {
      const FasciaPicture picture = { .entry = entries[i], .scale = FASCIA_SCALE_TIGHTNESS };
      g_autoptr (FasciaPictureWords) words = fascia_picture_words_new (body, feelings, &picture);
      g_autofree char *text = fascia_picture_words_to_text (words);

      g_assert_true ((strstr (text, "dashed arrow: goes through to the other side") != NULL)
                     == (i == 1));
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) entry = make_rich_entry ();
  const FasciaMoment moment = make_moment ();
  const FasciaPicture picture = { .entry = entry, .scale = FASCIA_SCALE_PAIN, .made = &moment };

  for (FasciaPictureFormat format = FASCIA_PICTURE_PNG; format <= FASCIA_PICTURE_PDF; format++)
    {
      g_autoptr (GBytes) first = render (body, &picture, format);
      g_autoptr (GBytes) second = render (body, &picture, format);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_nothing (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  g_autoptr (FasciaEntry) plain = make_entry ();
  g_autoptr (FasciaEntry) entry = fascia_entry_with_nothing_today (plain, TRUE);
  const FasciaPicture pictures[] = {
    { .entry = entry, .scale = FASCIA_SCALE_TIGHTNESS, .title = "A <b>title</b> & more" },
    { .entry = plain, .scale = FASCIA_SCALE_TIGHTNESS, .subtitle = "below" },
    { .scale = FASCIA_SCALE_PAIN },
  };
  const char *const says[] = { "Nothing tight or painful", "Nothing marked", "Pain" };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GBytes) bytes = render (body, &pictures[i], FASCIA_PICTURE_SVG);
      Svg svg = load_svg (bytes);

      check_says (svg.about, says[i]);
      if (i == 0)
        g_assert_cmpstr (svg.title, ==, "A <b>title</b> & more");
      if (i == 1)
        check_says (svg.about, "below\n");
      clear_svg (&svg);
    }
}

static void
add_spot (FasciaEntry **entry, FasciaScale scale, float x, float y, float level)
{
  const FasciaDrawingPoint point = { x, y, level };
  const FasciaDrawing spot = { .uid = { { 9, (guint8) x, (guint8) y } },
                               .kind = FASCIA_DRAWING_SPOT,
                               .scale = scale,
                               .view = FASCIA_VIEW_FRONT,
                               .figure = FASCIA_FIGURE_VERSION,
                               .width = 20,
                               .points = &point,
                               .n_points = 1 };
  FasciaEntry *drawn = fascia_entry_with_drawing (*entry, &spot);

  fascia_entry_unref (*entry);
  *entry = drawn;
}

static FasciaPictureWords *
create_words (const FasciaBody *body, const FasciaEntry *entry, FasciaScale scale)
{
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  const FasciaPicture picture = { .entry = entry, .scale = scale };

  return fascia_picture_words_new (body, feelings, &picture);
}

static gboolean
has_legend (const FasciaPictureWords *words, int swatch)
{
  for (guint i = 0; i < words->legend->len; i++)
    if (g_array_index (words->legend, FasciaPictureLine, i).swatch == swatch)
      return TRUE;
  return FALSE;
}

/* The line at the top, whatever there is and is not. */
static void
test_summaries (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  const FasciaSpread spread = { g_intern_string ("jaw-left"), g_intern_string ("temple-left") };
  const struct
  {
    const char *says;
    const char *region;
    int level;
    gboolean is_drawn;
    gboolean is_beside;
    gboolean is_spread;
  } cases[] = {
    { "Nothing marked", NULL, 0, FALSE, FALSE, FALSE },
    { "1 place eased", "jaw-left", 0, FALSE, FALSE, FALSE },
    { "1 place of 110 · tight up to 4", "jaw-left", 4, FALSE, FALSE, FALSE },
    { "1 place of 110", "jaw-left", FASCIA_LEVEL_NOT_GIVEN, FALSE, FALSE, FALSE },
    { "1 place of 110 · tight up to 8", NULL, 0, TRUE, FALSE, FALSE },
    { "2 places of 110 · tight up to 8", "jaw-left", 4, TRUE, FALSE, FALSE },
    { "1 place of 110 · tight up to 8", "jaw-left", 0, TRUE, FALSE, FALSE },
    { "1 sore spot", NULL, 0, FALSE, TRUE, FALSE },
    { "1 arrow, no place marked", NULL, 0, FALSE, FALSE, TRUE },
    { "1 place that this version does not know", "wing", 4, FALSE, FALSE, FALSE },
    { "Nothing marked", "wing", 0, FALSE, FALSE, FALSE },
    { "1 place of 110 · tight up to 8 · 1 place that this version does not know", "wing", 4, TRUE,
      FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FasciaEntry *entry = make_entry ();

      if (cases[i].region != NULL)
        mark (&entry, cases[i].region, FASCIA_SCALE_TIGHTNESS, cases[i].level, NULL);
      if (cases[i].is_drawn)
        add_spot (&entry, FASCIA_SCALE_TIGHTNESS, 40, 450, 8);
      if (cases[i].is_beside)
        add_spot (&entry, FASCIA_SCALE_TIGHTNESS, 210, 20, 8);
      if (cases[i].is_spread)
        {
          FasciaEntry *spreading = fascia_entry_with_spread (entry, &spread);

          fascia_entry_unref (entry);
          entry = spreading;
        }

      g_autoptr (FasciaPictureWords) words = create_words (body, entry, FASCIA_SCALE_TIGHTNESS);
      g_assert_cmpstr (words->summary, ==, cases[i].says);
      g_assert_cmpint (has_legend (words, FASCIA_PICTURE_SWATCH_ZERO), ==,
                       cases[i].region != NULL && cases[i].level == 0);
      fascia_entry_unref (entry);
    }
}

/* What is drawn for the other quantity stands apart: it is not on the figures. */
static void
test_drawn_apart (void)
{
  g_autoptr (FasciaBody) body = load_body ();
  FasciaEntry *entry = make_entry ();

  add_spot (&entry, FASCIA_SCALE_TIGHTNESS, 40, 450, 8);
  add_spot (&entry, FASCIA_SCALE_PAIN, 42, 470, 3);
  add_spot (&entry, FASCIA_SCALE_PAIN, 44, 480, 3);
  for (FasciaScale scale = FASCIA_SCALE_TIGHTNESS; scale <= FASCIA_SCALE_PAIN; scale++)
    {
      const gboolean is_pain = scale == FASCIA_SCALE_PAIN;
      g_autoptr (FasciaPictureWords) words = create_words (body, entry, scale);
      g_autofree char *text = fascia_picture_words_to_text (words);

      check_says (text, is_pain ? "Drawn on the figure\n2\u00a0sore spots\nLeft front of thigh:"
                                : "Drawn on the figure\n1\u00a0sore spot\nLeft front of thigh:");
      check_says (text, is_pain ? "Drawn for tightness, not shown here\n1\u00a0sore spot\nLeft"
                                : "Drawn for pain, not shown here\n2\u00a0sore spots\nLeft");
      g_assert_null (strstr (text, "sum"));
    }
  fascia_entry_unref (entry);
}

/* A page is for somebody else: its words for the sides are not the reader's. */
static void
test_sides (void)
{
  g_autoptr (FasciaBody) base = load_body ();
  g_autoptr (FasciaEntry) entry = make_entry ();

  for (int is_own = 0; is_own < 2; is_own++)
    {
      const FasciaBodyForm form = { .build = FASCIA_BUILD_LIGHT,
                                    .facing = is_own ? FASCIA_FACING_OWN : FASCIA_FACING_FACING };
      g_autoptr (FasciaBody) body = fascia_body_new_with_form (base, &form);
      g_autoptr (FasciaPictureWords) words = create_words (body, entry, FASCIA_SCALE_PAIN);

      g_assert_cmpstr (words->left, ==, "person’s left");
      g_assert_cmpstr (words->right, ==, "person’s right");
      g_assert_cmpstr (words->front, ==, is_own ? "Front, as in a mirror" : "Front");
      g_assert_cmpstr (words->back, ==, "Back");
    }
}

/* ── How it is laid out ──────────────────────────────────────────────────────────────────────── */

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
  g_test_add_func ("/figure-picture/format", test_format);
  g_test_add_func ("/figure-picture/check-in", test_check_in);
  g_test_add_func ("/figure-picture/extents", test_extents);
  g_test_add_func ("/figure-picture/legend-through", test_legend_through);
  g_test_add_func ("/figure-picture/same-bytes", test_same_bytes);
  g_test_add_func ("/figure-picture/nothing", test_nothing);
  g_test_add_func ("/figure-picture/summaries", test_summaries);
  g_test_add_func ("/figure-picture/drawn-apart", test_drawn_apart);
  g_test_add_func ("/figure-picture/sides", test_sides);
  g_test_add_func ("/figure-picture/long-list", test_long_list);
  g_test_add_func ("/figure-picture/headings", test_headings);
  g_test_add_func ("/figure-picture/all-places", test_all_places);
  g_test_add_func ("/figure-picture/heat", test_heat);
  g_test_add_func ("/figure-picture/right-to-left", test_right_to_left);
  return g_test_run ();
}
