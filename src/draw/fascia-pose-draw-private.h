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

/* Adds a round part along a line, x y r, to the path; thicker by @grow all round. */
void fascia_pose_add_chain (cairo_t *cr,
                            const double *values,
                            guint n_points,
                            gboolean is_sharp,
                            double grow);
/* Closed through all points, x y. */
void fascia_pose_add_area (cairo_t *cr, const double *values, guint n_points, gboolean is_sharp);
void fascia_pose_add_ball (cairo_t *cr, double x, double y, double r);
const FasciaColor *fascia_pose_tone_color (const FasciaPosePalette *palette, FasciaPoseTone tone);
void fascia_pose_set_color (cairo_t *cr, const FasciaColor *color);
/* How wide the gap, or the outline, round a part is. */
double fascia_pose_gap (const FasciaPoseDrawing *drawing);
/* Takes away, or outlines, what lies round the path, but not within @r of @x, @y (0: everywhere). */
void fascia_pose_halo (const FasciaPoseDrawing *drawing, double x, double y, double r);
/* Likewise for a path that was grown by the gap, which is much cheaper for what is made of many parts.
 * Forgets the path. */
void fascia_pose_halo_grown (const FasciaPoseDrawing *drawing, double x, double y, double r);
/* Fills the path and forgets it. */
void fascia_pose_fill (const FasciaPoseDrawing *drawing, const FasciaColor *color);

void fascia_pose_draw_trunk (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_head (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_arm (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
/* A hand or a foot, with as much of its limb as the picture shows. */
void fascia_pose_draw_lone_end (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_leg (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);

/* A hand: where its wrist is, the direction of the fingers, degrees between them, and the side of the
 * thumb: +1 clockwise of that direction, or -1. */
typedef struct
{
  double x, y, direction, size, spread, thumb;
  FasciaHandShape shape;
} FasciaPoseHand;

/* Adds it to the path. */
void fascia_pose_add_hand (cairo_t *cr, const FasciaPoseHand *hand, double grow);
/* The lines between fingers, when it is large. */
void fascia_pose_draw_fingers (const FasciaPoseDrawing *drawing, const FasciaPoseHand *hand);
/* A foot: where its ankle is, the direction of the toes, how long it is (1; below 0: it points to the
 * eye or away from it), and the side of the sole: +1 or -1. */
typedef struct
{
  double x, y, direction, size, length, sole;
} FasciaPoseFoot;

void fascia_pose_add_foot (cairo_t *cr, const FasciaPoseFoot *foot);
void fascia_pose_draw_thing (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);
void fascia_pose_draw_mark (const FasciaPoseDrawing *drawing, const FasciaPoseItem *item);

G_END_DECLS
