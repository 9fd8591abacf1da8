/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bodies, strokes and points, for tests of what drawings cover.
 */

#pragma once

#include "core/body/fascia-extent.h"

static inline FasciaBody *
load_body (void)
{
  g_autoptr (GError) error = NULL;
  FasciaBody *body = fascia_body_new (&error);

  g_assert_no_error (error);
  return body;
}

static inline FasciaDrawing
make_stroke (const FasciaDrawingPoint *points, guint n_points, float width)
{
  return (FasciaDrawing) {
    .kind = FASCIA_DRAWING_STROKE,
    .scale = FASCIA_SCALE_PAIN,
    .view = FASCIA_VIEW_FRONT,
    .figure = FASCIA_FIGURE_VERSION,
    .width = width,
    .points = points,
    .n_points = n_points,
  };
}

static inline FasciaDrawing
make_spot (const FasciaDrawingPoint *point, float width)
{
  FasciaDrawing spot = make_stroke (point, 1, width);

  spot.kind = FASCIA_DRAWING_SPOT;
  return spot;
}

/* The middle of the main shape of a place. */
static inline FasciaDrawingPoint
get_middle (FasciaBody *body, const char *id, float level)
{
  const FasciaShape *shape = fascia_body_get_home_shape (body, fascia_body_lookup (body, id));

  return (FasciaDrawingPoint) { (float) shape->cx, (float) shape->cy, level };
}

/* Anywhere on the canvas. */
static inline FasciaDrawingPoint
get_random_point (GRand *rand, float level)
{
  return (FasciaDrawingPoint) { (float) g_rand_double_range (rand, -218, 218),
                                (float) g_rand_double_range (rand, -6, 766), level };
}

static inline FasciaView
get_random_view (GRand *rand)
{
  return g_rand_boolean (rand) ? FASCIA_VIEW_FRONT : FASCIA_VIEW_BACK;
}
