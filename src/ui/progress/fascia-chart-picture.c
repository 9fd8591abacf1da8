/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawn chart as a texture, kept until something that it shows has changed.
 */

#include "config.h"

#include "fascia-chart-picture.h"

#include <math.h>

#include "widgets/fascia-ui-palette.h"

void
fascia_chart_picture_clear (FasciaChartPicture *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->texture);
}

static double
get_scale (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static void
draw (FasciaChartPicture *self,
      const FasciaChartLayout *layout,
      FasciaFigureLook look,
      int width,
      int height,
      double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  cairo_scale (cr, scale, scale);
  fascia_chart_render (cr, layout, fascia_chart_palette_get (look), NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (
          cairo_image_surface_get_data (surface), stride * (gsize) height,
          (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

      self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
      self->scale = scale;
      self->n_drawn++;
    }
  cairo_surface_destroy (surface);
}

void
fascia_chart_picture_snapshot (FasciaChartPicture *self,
                               const FasciaChartLayout *layout,
                               GtkWidget *widget,
                               GtkSnapshot *snapshot)
{
  double scale;
  int width;
  int height;

  g_return_if_fail (self != NULL && layout != NULL);

  scale = get_scale (widget);
  width = (int) ceil (gtk_widget_get_width (widget) * scale);
  height = (int) ceil (gtk_widget_get_height (widget) * scale);
  if (width <= 0 || height <= 0)
    return;

  if (self->texture == NULL || self->scale != scale
      || gdk_texture_get_width (self->texture) != width
      || gdk_texture_get_height (self->texture) != height)
    {
      g_clear_object (&self->texture);
      draw (self, layout, fascia_ui_palette_get_look (), width, height, scale);
    }
  if (self->texture != NULL)
    gtk_snapshot_append_texture (
        snapshot, self->texture,
        &GRAPHENE_RECT_INIT (0, 0, (float) (width / scale), (float) (height / scale)));
}
