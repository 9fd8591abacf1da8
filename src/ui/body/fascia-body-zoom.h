/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a figure is drawn nearer, and which part of it is seen. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So near that on a window of 360 × 640 every place is as wide as a fingertip, also while a bar takes
 * its part of the room. */
#define FASCIA_BODY_ZOOM_MAX 12.0

/* As far as one notch of the wheel pushes what is near, in pixels. */
#define FASCIA_BODY_ZOOM_NOTCH_PX 40.0

/**
 * FasciaBodyZoom:
 * @factor: 1 … %FASCIA_BODY_ZOOM_MAX; 1 shows the whole figure
 * @x, @y: how far the picture is pushed from its middle, in pixels
 *
 * Start with fascia_body_zoom_reset(). A picture never leaves its frame: what is beyond its edge is
 * not shown.
 */
typedef struct
{
  double factor;
  double x;
  double y;
} FasciaBodyZoom;

void fascia_body_zoom_reset (FasciaBodyZoom *zoom);
gboolean fascia_body_zoom_is_near (const FasciaBodyZoom *zoom);

/* Draws nearer by @by (less than 1: further), so that the point under (@at_x, @at_y) stays there. The
 * frame is @width × @height. */
void fascia_body_zoom_scale (FasciaBodyZoom *zoom,
                             double by,
                             double at_x,
                             double at_y,
                             double width,
                             double height);

/* How many times nearer scrolling by @dy draws: notches of a wheel, which may be parts of one, or pixels
 * of a touchpad. Scrolling on goes on from there; back the same way leads back. Never far in one
 * event. */
double fascia_body_zoom_get_scrolled (double dy, gboolean is_wheel);

void fascia_body_zoom_pan (FasciaBodyZoom *zoom, double dx, double dy, double width, double height);

/* Pans as little as needed to bring a point of the frame at least @margin inside it. */
void fascia_body_zoom_reveal (FasciaBodyZoom *zoom,
                              double x,
                              double y,
                              double margin,
                              double width,
                              double height);

/* Draws @factor times nearer than the whole figure, with that point of the whole one, in pixels of the
 * frame, as near to its middle as can be. */
void fascia_body_zoom_show (FasciaBodyZoom *zoom,
                            double factor,
                            double x,
                            double y,
                            double width,
                            double height);

/* Turns the scale and origin of the whole figure into those of the zoomed one. */
void fascia_body_zoom_apply (const FasciaBodyZoom *zoom,
                             double width,
                             double height,
                             double *scale,
                             double *origin_x,
                             double *origin_y);

G_END_DECLS
