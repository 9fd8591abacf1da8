/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure drawn near, kept as pixels: pushing it about moves the pixels and draws nothing anew.
 */

#include "config.h"

#include "fascia-body-picture.h"

#include <math.h>

/* How far the pixels reach beyond the frame on each side, in frames. */
#define BEYOND 0.5
/* A picture with more pixels than this is not kept. */
#define MAX_PIXELS (8.0 * 1000 * 1000)

struct _FasciaBodyPicture
{
  GskRenderNode *node; /* what was painted last */
  /* One of them once it is kept. A renderer without a graphics card copies a texture for each frame,
   * all of it, and paints from a surface as it is. */
  GdkTexture *texture;
  cairo_surface_t *surface;
  graphene_rect_t rect; /* what it shows, about the origin */
  double density;       /* pixels of the screen for one device-independent pixel */
};

static void
drop (FasciaBodyPicture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

static gboolean
is_kept (const FasciaBodyPicture *self)
{
  return self->texture != NULL || self->surface != NULL;
}

FasciaBodyPicture *
fascia_body_picture_new (void)
{
  return g_new0 (FasciaBodyPicture, 1);
}

void
fascia_body_picture_forget (FasciaBodyPicture *self)
{
  g_return_if_fail (self != NULL);

  drop (self);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

void
fascia_body_picture_free (FasciaBodyPicture *self)
{
  if (self == NULL)
    return;
  fascia_body_picture_forget (self);
  g_free (self);
}

static void
keep (FasciaBodyPicture *self,
      GskRenderer *renderer,
      double density,
      const graphene_rect_t *extents,
      const graphene_rect_t *seen)
{
  graphene_rect_t rect;
  double beyond = BEYOND;

  /* A large window has less beyond it. */
  for (;;)
    {
      graphene_rect_inset_r (seen, -(float) floor ((double) seen->size.width * beyond),
                             -(float) floor ((double) seen->size.height * beyond), &rect);
      if (!graphene_rect_intersection (&rect, extents, &rect))
        return;
      graphene_rect_round_extents (&rect, &rect);
      if ((double) (rect.size.width * rect.size.height) * density * density <= MAX_PIXELS)
        break;
      if (beyond < BEYOND / 8)
        return;
      beyond /= 2;
    }

  const int width = (int) ceil ((double) rect.size.width * density);
  const int height = (int) ceil ((double) rect.size.height * density);
  if (GSK_IS_CAIRO_RENDERER (renderer))
    {
      self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      cairo_t *cr = cairo_create (self->surface);

      cairo_scale (cr, density, density);
      cairo_translate (cr, -(double) rect.origin.x, -(double) rect.origin.y);
      gsk_render_node_draw (self->node, cr);
      cairo_destroy (cr);
      cairo_surface_set_device_scale (self->surface, density, density);
    }
  else
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      const graphene_rect_t viewport = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

      gtk_snapshot_scale (snapshot, (float) density, (float) density);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-rect.origin.x, -rect.origin.y));
      gtk_snapshot_append_node (snapshot, self->node);
      g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
      self->texture = gsk_renderer_render_texture (renderer, node, &viewport);
    }
  rect.size.width = (float) (width / density);
  rect.size.height = (float) (height / density);
  self->rect = rect;
  self->density = density;
}

/* Only what is seen, pixel on pixel. */
static void
paint_surface (FasciaBodyPicture *self,
               double origin_x,
               double origin_y,
               const graphene_rect_t *frame,
               GtkSnapshot *snapshot)
{
  graphene_rect_t shown;

  graphene_rect_offset_r (&self->rect, (float) origin_x, (float) origin_y, &shown);
  double x = (double) shown.origin.x;
  double y = (double) shown.origin.y;
  if (!graphene_rect_intersection (&shown, frame, &shown))
    return;

  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &shown);
  cairo_set_source_surface (cr, self->surface, x, y);
  cairo_paint (cr);
  cairo_destroy (cr);
}

void
fascia_body_picture_paint (FasciaBodyPicture *self,
                           GtkWidget *widget,
                           GskRenderNode *node,
                           const graphene_rect_t *extents,
                           double origin_x,
                           double origin_y,
                           const graphene_rect_t *frame,
                           GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL && node != NULL);

  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double density = surface != NULL ? gdk_surface_get_scale (surface) : 1;
  gboolean is_known = node == self->node;
  graphene_rect_t seen;

  graphene_rect_offset_r (frame, (float) -origin_x, (float) -origin_y, &seen);
  if (!is_known || density != self->density)
    drop (self);
  if (!is_known)
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = gsk_render_node_ref (node);
    }
  else if (renderer != NULL)
    {
      graphene_rect_t wanted;

      if (is_kept (self) && graphene_rect_intersection (&seen, extents, &wanted)
          && !graphene_rect_contains_rect (&self->rect, &wanted))
        drop (self);
      if (!is_kept (self))
        keep (self, renderer, density, extents, &seen);
    }

  if (self->surface != NULL)
    {
      paint_surface (self, origin_x, origin_y, frame, snapshot);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) origin_x, (float) origin_y));
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &self->rect);
  else
    gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}
