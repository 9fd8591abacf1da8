/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both figures on a page.
 */

#include "config.h"

#include "fascia-figure-picture.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

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

GBytes *
fascia_picture_render (const FasciaBody *body,
                       const FasciaPicture *picture,
                       FasciaPictureFormat format,
                       GError **error)
{
  g_return_val_if_fail (body != NULL && picture != NULL, NULL);
  g_return_val_if_fail (format >= FASCIA_PICTURE_PNG && format <= FASCIA_PICTURE_PDF, NULL);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("Pictures cannot be drawn yet"));
  return NULL;
}
