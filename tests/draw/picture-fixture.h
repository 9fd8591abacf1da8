/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures: what is drawn in their tests, and how it is read again.
 */

#pragma once

#include "draw/fascia-figure-picture.h"

#include <string.h>

#include "draw/fascia-picture-page-private.h"

static inline FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static inline FasciaMoment
make_moment (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  FasciaMoment moment;

  /* 2026-03-03 14:20 */
  fascia_moment_init (&moment, 1772547600000, zone);
  return moment;
}

static inline FasciaEntry *
make_entry (void)
{
  const FasciaMoment moment = make_moment ();
  const FasciaUid uid = { { 1 } };

  return fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
}

static inline void
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
static inline FasciaEntry *
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

static inline GBytes *
render (const FasciaBody *body, const FasciaPicture *picture, FasciaPictureFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = fascia_picture_render (body, picture, format, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static inline void
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

static inline FasciaPictureWords *
create_words (const FasciaBody *body, const FasciaEntry *entry, FasciaScale scale)
{
  g_autoptr (FasciaFeelings) feelings = fascia_feelings_new (NULL);
  const FasciaPicture picture = { .entry = entry, .scale = scale };

  return fascia_picture_words_new (body, feelings, &picture);
}

/* ── Reading them again ──────────────────────────────────────────────────────────────────────── */

typedef struct
{
  const char *data;
  gsize left;
} Reader;

static inline cairo_status_t
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

static inline cairo_surface_t *
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

static inline guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* Nothing reaches the edge of the page: nothing is cut there. */
static inline void
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

static inline void
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

static inline void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Svg *svg = data;

  if (g_str_equal (name, "title"))
    svg->title = g_strdup (svg->inside->str);
  else if (g_str_equal (name, "desc"))
    svg->about = g_strdup (svg->inside->str);
}

static inline void
on_text (GMarkupParseContext *context, const char *text, gsize n, gpointer data, GError **error)
{
  g_string_append_len (((Svg *) data)->inside, text, (gssize) n);
}

static inline Svg
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

static inline void
clear_svg (Svg *svg)
{
  g_string_free (svg->inside, TRUE);
  g_free (svg->title);
  g_free (svg->about);
}

static inline guint
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

static inline void
check_pdf (GBytes *bytes)
{
  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-1.4"));
  g_assert_cmpuint (count (bytes, "/Type /Pages"), ==, 1);
  g_assert_cmpuint (count (bytes, "/Type /Page "), ==, 1);
  g_assert_cmpuint (count (bytes, "/Count 1"), ==, 1);
  g_assert_cmpuint (count (bytes, "%%EOF"), ==, 1);
}

static inline void
check_says (const char *text, const char *what)
{
  if (strstr (text, what) == NULL)
    g_error ("“%s” is missing in:\n%s", what, text);
}
