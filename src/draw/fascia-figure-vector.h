/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arithmetic with points and directions of the figure.
 */

#pragma once

#include <math.h>

#include "core/body/fascia-path.h"

G_BEGIN_DECLS

static inline FasciaPoint
fascia_vector_add (FasciaPoint p, FasciaPoint direction, double factor)
{
  return (FasciaPoint) { p.x + direction.x * factor, p.y + direction.y * factor };
}

static inline double
fascia_vector_dot (FasciaPoint a, FasciaPoint b)
{
  return a.x * b.x + a.y * b.y;
}

static inline double
fascia_vector_cross (FasciaPoint a, FasciaPoint b)
{
  return a.x * b.y - a.y * b.x;
}

static inline double
fascia_vector_distance (FasciaPoint a, FasciaPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* A quarter turn, from right to down. */
static inline FasciaPoint
fascia_vector_turn (FasciaPoint direction)
{
  return (FasciaPoint) { -direction.y, direction.x };
}

static inline FasciaPoint
fascia_vector_rotate (FasciaPoint direction, double angle)
{
  const double c = cos (angle);
  const double s = sin (angle);

  return (FasciaPoint) { direction.x * c - direction.y * s, direction.x * s + direction.y * c };
}

G_END_DECLS
