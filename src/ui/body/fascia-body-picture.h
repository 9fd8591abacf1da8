/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure drawn near, kept as pixels: pushing it about moves the pixels and draws nothing anew.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _FasciaBodyPicture FasciaBodyPicture;

FasciaBodyPicture *fascia_body_picture_new (void);
void fascia_body_picture_free (FasciaBodyPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FasciaBodyPicture, fascia_body_picture_free)

/**
 * fascia_body_picture_paint:
 * @widget: where it is painted; has a renderer
 * @node: what is kept, in pixels about an origin
 * @extents: all that @node may paint, about that origin
 * @origin_x, @origin_y: where the origin is now
 * @frame: what is seen of the widget
 *
 * The first time a node is seen it is painted as it is; from the second time on, as pixels: what
 * changes with every frame is not worth keeping.
 */
void fascia_body_picture_paint (FasciaBodyPicture *self,
                                GtkWidget *widget,
                                GskRenderNode *node,
                                const graphene_rect_t *extents,
                                double origin_x,
                                double origin_y,
                                const graphene_rect_t *frame,
                                GtkSnapshot *snapshot);

/* Gives the pixels back. */
void fascia_body_picture_forget (FasciaBodyPicture *self);

G_END_DECLS
