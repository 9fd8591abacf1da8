/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strokes with fewer points.
 */

#include "fascia-extent.h"

#include <math.h>

/* How far a level may be from the one drawn. */
#define LEVEL_TOLERANCE 0.25

typedef struct
{
  guint first, last;
} Span;

/* A level that is no number is none. */
static gboolean
has_level (const FasciaDrawingPoint *point)
{
  return isfinite (point->level) && point->level >= 0;
}

/* How far a point is from where the straight piece from @a to @b would put it, as a multiple of
 * what is allowed: place or level, whichever is further off. */
static double
get_error (const FasciaDrawingPoint *a,
           const FasciaDrawingPoint *b,
           const FasciaDrawingPoint *p,
           double tolerance)
{
  double dx = (double) b->x - a->x;
  double dy = (double) b->y - a->y;
  double length2 = dx * dx + dy * dy;
  double t
      = length2 > 0 ? (((double) p->x - a->x) * dx + ((double) p->y - a->y) * dy) / length2 : 0;
  double away, level;

  t = CLAMP (t, 0, 1);
  away = hypot (p->x - (a->x + t * dx), p->y - (a->y + t * dy));
  /* Where one end has no level there is nothing between to compare with. */
  if (has_level (a) != has_level (p) || has_level (b) != has_level (p))
    return G_MAXDOUBLE;
  level = has_level (p) ? fabs (p->level - (a->level + t * ((double) b->level - a->level))) : 0;
  return MAX (away / tolerance, level / LEVEL_TOLERANCE);
}

/* Where to part a span that strays too far: at one of the points furthest off, the one nearest to
 * the middle, so that a zigzag does not come apart tooth by tooth. 0: nowhere. */
static guint
find_parting (const FasciaDrawingPoint *points, Span span, double tolerance, double *errors)
{
  double worst = 0;
  guint at = 0;
  guint middle = span.first + (span.last - span.first) / 2;

  for (guint i = span.first + 1; i < span.last; i++)
    {
      errors[i] = get_error (&points[span.first], &points[span.last], &points[i], tolerance);
      worst = MAX (worst, errors[i]);
    }
  if (!(worst > 1))
    return 0;
  for (guint i = span.first + 1; i < span.last; i++)
    if (errors[i] > 1 && errors[i] >= 0.95 * worst
        && (at == 0 || ABS ((int) i - (int) middle) < ABS ((int) at - (int) middle)))
      at = i;
  return at;
}

/* Those that are somewhere. */
static GArray *
collect_usable (const FasciaDrawingPoint *points, guint n_points)
{
  GArray *usable = g_array_sized_new (FALSE, FALSE, sizeof (FasciaDrawingPoint), n_points);

  for (guint i = 0; i < n_points; i++)
    if (isfinite (points[i].x) && isfinite (points[i].y))
      g_array_append_val (usable, points[i]);
  return usable;
}

GArray *
fascia_stroke_simplify (const FasciaDrawingPoint *points, guint n_points, double tolerance)
{
  g_autoptr (GArray) usable = NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (FasciaDrawingPoint));
  g_autofree guint8 *keep = NULL;
  g_autofree double *errors = NULL;
  Span span;

  g_return_val_if_fail (points != NULL || n_points == 0, kept);

  usable = collect_usable (points, n_points);
  points = (const FasciaDrawingPoint *) (gconstpointer) usable->data;
  n_points = usable->len;
  if (n_points < 3 || !(tolerance > 0))
    {
      g_array_append_vals (kept, points, n_points);
      return kept;
    }
  keep = g_new0 (guint8, n_points);
  errors = g_new (double, n_points);
  keep[0] = keep[n_points - 1] = TRUE;
  span = (Span) { 0, n_points - 1 };
  g_array_append_val (spans, span);
  while (spans->len > 0)
    {
      guint at;

      span = g_array_index (spans, Span, spans->len - 1);
      g_array_set_size (spans, spans->len - 1);
      at = find_parting (points, span, tolerance, errors);
      if (at == 0)
        continue;
      keep[at] = TRUE;
      g_array_append_val (spans, ((Span) { span.first, at }));
      g_array_append_val (spans, ((Span) { at, span.last }));
    }
  for (guint i = 0; i < n_points; i++)
    if (keep[i])
      g_array_append_val (kept, points[i]);
  return kept;
}
