/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two halves of a figure on the screen share: what it shows, and what meets pointer and
 * finger.
 */

#pragma once

#include "fascia-body-map.h"
#include "fascia-body-pen.h"
#include "fascia-body-picture.h"
#include "fascia-body-zoom.h"

G_BEGIN_DECLS

struct _FasciaBodyMap
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  FasciaView view;
  GtkWidget *canvas; /* NULL until needed */
  GtkWidget *caption;
  gboolean is_alone;
  gboolean is_inset;     /* shows a frame of the figure and is for pointer and finger alone */
  char *code;            /* of the inset */
  graphene_rect_t frame; /* in units of the figure */
  const FasciaFigurePalette *palette;

  double scale;
  double origin_x;
  double origin_y;

  /* What lies still, in pixels about the origin; NULL: to be made again. */
  GskRenderNode *scene;
  GskRenderNode *scene_base; /* what it was made of */
  FasciaBodyPicture *picture;

  FasciaBodyZoom zoom;
  graphene_rect_t
      part; /* what is to be drawn near as soon as there is room, in units of the figure */
  gboolean has_part;
  gboolean is_part_shown; /* and not drawn nearer or further since */
  double room;            /* height of the frame the figure is in */
  double pinch_factor;    /* where the pinch that is under way began */
  double dragged_x;       /* what the drag that is under way has moved already */
  double dragged_y;
  double begun_x; /* where that drag began */
  double begun_y;
  gboolean is_dragging;
  gboolean is_drag_drawing; /* the drag began what the pen draws */
  double drawn;             /* how far from its beginning it has been, in pixels */
  double pointer_x;
  double pointer_y;
  gboolean has_pointer;
  const FasciaRegion *pressed; /* what the click that is under way began on, or NULL */
  gboolean is_pressed;
  double picked_x; /* where the last place was picked, in units of the figure */
  double picked_y;

  FasciaBodyPen *pen;
  GtkEventController *escape; /* weak; while a stroke is under way */
};

/* ---- fascia-body-map.c ---- */

void fascia_body_map_zoom_at (FasciaBodyMap *self, double by, double x, double y);
void fascia_body_map_pan (FasciaBodyMap *self, double dx, double dy);
void fascia_body_map_emit_picked (FasciaBodyMap *self,
                                  double x,
                                  double y,
                                  const FasciaRegion *region,
                                  gboolean is_mark);

/* ---- fascia-body-gestures.c ---- */

/* One step of a hand, in coordinates of the widget. */
typedef struct
{
  double x;
  double y;
  double pressure; /* below 0: none */
} FasciaBodyMove;

/* Another finger than the one that draws is put down on the figure. */
void fascia_body_map_second_finger (FasciaBodyMap *self);
/* Many of them at once, and shown once. */
void fascia_body_map_draw_moves (FasciaBodyMap *self, const FasciaBodyMove *moves, guint n_moves);

void fascia_body_map_add_gestures (FasciaBodyMap *self);
void fascia_body_map_update_cursor (FasciaBodyMap *self);
/* Whether a press draws or rubs out. */
gboolean fascia_body_map_is_drawing (FasciaBodyMap *self);

/* ---- fascia-body-guard.c ---- */

/* Other buttons do not break into a press, and a figure that goes ends it. Once. */
void fascia_body_map_add_guard (FasciaBodyMap *self);
/* From the beginning of a stroke to its end Escape is for it, wherever the focus is. */
void fascia_body_map_guard_stroke (FasciaBodyMap *self);
void fascia_body_map_unguard_stroke (FasciaBodyMap *self);

G_END_DECLS
