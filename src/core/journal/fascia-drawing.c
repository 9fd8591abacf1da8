/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn on the figure, and where a feeling spreads to: copying, comparing, codes. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "fascia-entry-private.h"

const char *
fascia_drawing_kind_to_code (FasciaDrawingKind kind)
{
  switch (kind)
    {
    case FASCIA_DRAWING_SPOT:
      return "spot";
    case FASCIA_DRAWING_STROKE:
      return "stroke";
    default:
      return NULL;
    }
}

gboolean
fascia_drawing_kind_from_code (const char *code, FasciaDrawingKind *kind)
{
  static const FasciaDrawingKind kinds[] = { FASCIA_DRAWING_SPOT, FASCIA_DRAWING_STROKE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (code, fascia_drawing_kind_to_code (kinds[i])) == 0)
      {
        *kind = kinds[i];
        return TRUE;
      }
  return FALSE;
}

gboolean
fascia_view_from_code (const char *code, FasciaView *view)
{
  static const FasciaView views[] = { FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (code, fascia_view_to_code (views[i])) == 0)
      {
        *view = views[i];
        return TRUE;
      }
  return FALSE;
}

gboolean
fascia_uid_is_zero (const FasciaUid *uid)
{
  static const FasciaUid zero = { { 0 } };

  return fascia_uid_equal (uid, &zero);
}

FasciaDrawingPoint
fascia_drawing_point_round (const FasciaDrawingPoint *point)
{
  FasciaDrawingPoint rounded = {
    .x = roundf (point->x * FASCIA_DRAWING_STEPS) / FASCIA_DRAWING_STEPS,
    .y = roundf (point->y * FASCIA_DRAWING_STEPS) / FASCIA_DRAWING_STEPS,
    .level = point->level,
  };

  if (point->level >= 0)
    rounded.level
        = roundf (point->level * FASCIA_DRAWING_LEVEL_STEPS) / (float) FASCIA_DRAWING_LEVEL_STEPS;
  return rounded;
}

FasciaDrawing
fascia_drawing_copy (const FasciaDrawing *drawing)
{
  FasciaDrawing copy = *drawing;
  FasciaDrawingPoint *points = g_new (FasciaDrawingPoint, drawing->n_points);

  for (guint i = 0; i < drawing->n_points; i++)
    points[i] = fascia_drawing_point_round (&drawing->points[i]);
  copy.points = points;
  return copy;
}

static gboolean
is_same_number (float a, float b)
{
  return !(a < b) && !(a > b);
}

gboolean
fascia_drawing_equal (const FasciaDrawing *a, const FasciaDrawing *b)
{
  if (!fascia_uid_equal (&a->uid, &b->uid) || a->kind != b->kind || a->scale != b->scale
      || a->view != b->view || a->figure != b->figure || !is_same_number (a->width, b->width)
      || a->n_points != b->n_points)
    return FALSE;
  for (guint i = 0; i < a->n_points; i++)
    if (!is_same_number (a->points[i].x, b->points[i].x)
        || !is_same_number (a->points[i].y, b->points[i].y)
        || !is_same_number (a->points[i].level, b->points[i].level))
      return FALSE;
  return TRUE;
}

gboolean
fascia_unknown_drawing_equal (const FasciaUnknownDrawing *a, const FasciaUnknownDrawing *b)
{
  return fascia_uid_equal (&a->uid, &b->uid) && a->kind == b->kind && a->scale == b->scale
         && strcmp (a->view, b->view) == 0 && a->figure == b->figure && !(a->width < b->width)
         && !(a->width > b->width);
}

gboolean
fascia_drawing_is_above_none (const FasciaDrawing *drawing)
{
  for (guint i = 0; i < drawing->n_points; i++)
    if (drawing->points[i].level < 0 || drawing->points[i].level > 0)
      return TRUE;
  return FALSE;
}

int
fascia_spread_compare (const FasciaSpread *a, const FasciaSpread *b)
{
  int order = strcmp (a->from, b->from);

  return order != 0 ? order : strcmp (a->to, b->to);
}
