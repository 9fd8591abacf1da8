/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both figures on a page: to the bytes of a PNG, SVG or PDF file.
 */

#include "config.h"

#include "fascia-figure-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "fascia-picture-private.h"

gboolean
fascia_picture_format_from_name (const char *name, FasciaPictureFormat *format)
{
  static const struct
  {
    const char *end;
    FasciaPictureFormat format;
  } ends[] = {
    { ".png", FASCIA_PICTURE_PNG },
    { ".svg", FASCIA_PICTURE_SVG },
    { ".pdf", FASCIA_PICTURE_PDF },
  };

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const gsize length = strlen (name);
      const gsize end = strlen (ends[i].end);

      if (length <= end || g_ascii_strcasecmp (name + length - end, ends[i].end) != 0)
        continue;
      *format = ends[i].format;
      return TRUE;
    }
  return FALSE;
}

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (FasciaPictureFormat format, GByteArray *bytes)
{
  switch (format)
    {
    case FASCIA_PICTURE_SVG:
      return cairo_svg_surface_create_for_stream (append_bytes, bytes, FASCIA_PICTURE_WIDTH,
                                                  FASCIA_PICTURE_HEIGHT);
    case FASCIA_PICTURE_PDF:
      {
        cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
            append_bytes, bytes, FASCIA_PICTURE_WIDTH, FASCIA_PICTURE_HEIGHT);

        /* Nothing newer is needed, and old printers read it. */
        cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
        return surface;
      }
    case FASCIA_PICTURE_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                         FASCIA_PICTURE_PIXELS * FASCIA_PICTURE_WIDTH,
                                         FASCIA_PICTURE_PIXELS * FASCIA_PICTURE_HEIGHT);
    }
}

/* When it was made if that is said, else when what it shows was: no clock is read here, so that the
 * same picture is the same file. */
static void
set_metadata (cairo_surface_t *surface,
              const FasciaPicture *picture,
              const FasciaPictureWords *words)
{
  g_autofree char *time = NULL;
  g_autofree char *about = fascia_picture_words_to_text (words);

  if (picture->made != NULL)
    time = fascia_moment_to_iso (picture->made);
  else if (picture->entry != NULL)
    time = fascia_moment_to_iso (fascia_entry_get_moment (picture->entry));
  else
    time = g_strdup ("2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, words->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, about);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Fascia");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

/* XML has no place for most control characters. */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && *p != '\n')
      *p = ' ';
  return g_markup_escape_text (valid, -1);
}

/* Letters are drawn as shapes, so that they look the same everywhere; for whoever cannot see them
 * the words come first in the file. */
static GBytes *
describe_svg (GByteArray *svg, const FasciaPictureWords *words)
{
  g_autofree char *text = fascia_picture_words_to_text (words);
  g_autofree char *title = escape (words->title);
  g_autofree char *about = escape (text);
  const char *start = g_strstr_len ((const char *) svg->data, (gssize) svg->len, "<svg ");
  const char *end = start != NULL
                        ? memchr (start, '>', svg->len - (gsize) (start - (const char *) svg->data))
                        : NULL;
  GString *whole = g_string_sized_new (svg->len + strlen (about) + 256);
  gsize head;

  if (end == NULL)
    {
      g_string_append_len (whole, (const char *) svg->data, (gssize) svg->len);
      return g_string_free_to_bytes (whole);
    }
  head = (gsize) (start - (const char *) svg->data) + strlen ("<svg");
  g_string_append_len (whole, (const char *) svg->data, (gssize) head);
  g_string_append (whole, " role=\"img\"");
  g_string_append_len (whole, (const char *) svg->data + head,
                       end + 1 - (const char *) svg->data - (gssize) head);
  g_string_append_printf (whole, "\n<title>%s</title>\n<desc>%s</desc>", title, about);
  g_string_append_len (whole, end + 1,
                       (gssize) (svg->len - (gsize) (end + 1 - (const char *) svg->data)));
  return g_string_free_to_bytes (whole);
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR,
               status == CAIRO_STATUS_NO_MEMORY ? G_IO_ERROR_NO_SPACE : G_IO_ERROR_FAILED,
               /* Translators: %s is the reason in the words of the drawing library, in English. */
               _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

GBytes *
fascia_picture_render (const FasciaBody *body,
                       const FasciaPicture *picture,
                       FasciaPictureFormat format,
                       GError **error)
{
  g_autoptr (FasciaFeelings) feelings = NULL;
  g_autoptr (FasciaPictureWords) words = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (body != NULL && picture != NULL, NULL);
  g_return_val_if_fail (format >= FASCIA_PICTURE_PNG && format <= FASCIA_PICTURE_PDF, NULL);

  feelings = fascia_feelings_new (error);
  if (feelings == NULL)
    return NULL;
  words = fascia_picture_words_new (body, feelings, picture);
  bytes = g_byte_array_new ();
  surface = create_surface (format, bytes);
  if (format == FASCIA_PICTURE_PDF)
    set_metadata (surface, picture, words);
  cr = cairo_create (surface);
  if (format == FASCIA_PICTURE_PNG)
    cairo_scale (cr, FASCIA_PICTURE_PIXELS, FASCIA_PICTURE_PIXELS);
  fascia_picture_page_draw (cr, body, picture, words);
  if (format != FASCIA_PICTURE_PNG)
    cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == FASCIA_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return NULL;
  if (format == FASCIA_PICTURE_SVG)
    return describe_svg (bytes, words);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
