/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a figure is drawn nearer, and which part of it is seen. Pure.
 */

#include "config.h"

#include "fascia-body-zoom.h"

#include <math.h>

/* One notch of the wheel, and as much as one event may do. */
#define SCROLL_STEP 1.25
#define MOST_NOTCHES 3.0

/* Nearer than this is near: what pinching leaves at the whole figure is not. */
#define NEAR 1.001

static void
stay_in_frame (FasciaBodyZoom *zoom, double width, double height)
{
  double most_x = (zoom->factor - 1) * width / 2;
  double most_y = (zoom->factor - 1) * height / 2;

  zoom->x = CLAMP (zoom->x, -most_x, most_x);
  zoom->y = CLAMP (zoom->y, -most_y, most_y);
}

void
fascia_body_zoom_reset (FasciaBodyZoom *zoom)
{
  g_return_if_fail (zoom != NULL);

  *zoom = (FasciaBodyZoom) { .factor = 1 };
}

gboolean
fascia_body_zoom_is_near (const FasciaBodyZoom *zoom)
{
  g_return_val_if_fail (zoom != NULL, FALSE);

  return zoom->factor > NEAR;
}

void
fascia_body_zoom_scale (FasciaBodyZoom *zoom,
                        double by,
                        double at_x,
                        double at_y,
                        double width,
                        double height)
{
  g_return_if_fail (zoom != NULL);
  g_return_if_fail (by > 0);

  double factor = CLAMP (zoom->factor * by, 1, FASCIA_BODY_ZOOM_MAX);
  double grown = factor / zoom->factor;
  double from_x = at_x - width / 2;
  double from_y = at_y - height / 2;

  zoom->x = from_x - (from_x - zoom->x) * grown;
  zoom->y = from_y - (from_y - zoom->y) * grown;
  zoom->factor = factor;
  stay_in_frame (zoom, width, height);
}

double
fascia_body_zoom_get_scrolled (double dy, gboolean is_wheel)
{
  double n_notches = is_wheel ? dy : dy / FASCIA_BODY_ZOOM_NOTCH_PX;

  if (!isfinite (n_notches))
    return 1;
  return pow (SCROLL_STEP, -CLAMP (n_notches, -MOST_NOTCHES, MOST_NOTCHES));
}

void
fascia_body_zoom_pan (FasciaBodyZoom *zoom, double dx, double dy, double width, double height)
{
  g_return_if_fail (zoom != NULL);

  zoom->x += dx;
  zoom->y += dy;
  stay_in_frame (zoom, width, height);
}

void
fascia_body_zoom_reveal (FasciaBodyZoom *zoom,
                         double x,
                         double y,
                         double margin,
                         double width,
                         double height)
{
  g_return_if_fail (zoom != NULL);

  double to_x = CLAMP (x, margin, MAX (width - margin, margin));
  double to_y = CLAMP (y, margin, MAX (height - margin, margin));

  fascia_body_zoom_pan (zoom, to_x - x, to_y - y, width, height);
}

void
fascia_body_zoom_show (FasciaBodyZoom *zoom,
                       double factor,
                       double x,
                       double y,
                       double width,
                       double height)
{
  g_return_if_fail (zoom != NULL);

  zoom->factor = CLAMP (factor, 1, FASCIA_BODY_ZOOM_MAX);
  zoom->x = (width / 2 - x) * zoom->factor;
  zoom->y = (height / 2 - y) * zoom->factor;
  stay_in_frame (zoom, width, height);
}

void
fascia_body_zoom_apply (const FasciaBodyZoom *zoom,
                        double width,
                        double height,
                        double *scale,
                        double *origin_x,
                        double *origin_y)
{
  g_return_if_fail (zoom != NULL);
  g_return_if_fail (scale != NULL && origin_x != NULL && origin_y != NULL);

  *scale *= zoom->factor;
  *origin_x = width / 2 + (*origin_x - width / 2) * zoom->factor + zoom->x;
  *origin_y = height / 2 + (*origin_y - height / 2) * zoom->factor + zoom->y;
}
