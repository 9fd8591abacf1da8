/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What draws the parts of a pose.
 */

#pragma once

#include "fascia-pose-picture.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_t *cr;
  const FasciaPoseFrame *frame;
  const FasciaPosePalette *palette;
  double pixel; /* pixels of a unit of the canvas */
} FasciaPoseDrawing;

/* A round part along a line: @n values x y r. */
void fascia_pose_add_chain (cairo_t *cr, const double *values, guint n_points, gboolean is_sharp);
/* Closed through all points, x y. */
void fascia_pose_add_area (cairo_t *cr, const double *values, guint n_points, gboolean is_sharp);
void fascia_pose_add_ball (cairo_t *cr, double x, double y, double r);
const FasciaColor *fascia_pose_tone_color (const FasciaPosePalette *palette, FasciaPoseTone tone);
void fascia_pose_set_color (cairo_t *cr, const FasciaColor *color);
/* Takes away, or outlines, what lies round the path, but not within @r of @x, @y (0: everywhere). */
void fascia_pose_halo (const FasciaPoseDrawing *drawing, double x, double y, double r);
/* Fills the path and forgets it. */
void fascia_pose_fill (const FasciaPoseDrawing *drawing, const FasciaColor *color);

void fascia_pose_draw_trunk (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_head (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_arm (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_leg (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);

/* @direction: of the fingers; @thumb: +1 or -1, the side of the thumb clockwise or not. */
void fascia_pose_draw_hand (const FasciaPoseDrawing *drawing,
                            double x,
                            double y,
                            double direction,
                            double size,
                            double spread,
                            double thumb,
                            FasciaHandShape shape,
                            const FasciaColor *color,
                            gboolean has_halo);
/* @sole: +1 or -1, the side of the sole. */
void fascia_pose_draw_foot (const FasciaPoseDrawing *drawing,
                            double x,
                            double y,
                            double direction,
                            double size,
                            double length,
                            double sole,
                            const FasciaColor *color,
                            gboolean has_halo);
void fascia_pose_draw_thing (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_mark (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);

G_END_DECLS
