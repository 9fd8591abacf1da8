/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stroke, the spot or the rubbing that is under way on one figure.
 */

#include "config.h"

#include "fascia-body-pen.h"

#include <math.h>

/* How far a kept stroke may be from the drawn one, in figure units at the whole figure. */
#define TOLERANCE 0.4
/* A stroke that has so many points is made simpler while it is drawn; then after so many more, since
 * a scrawl may be as simple as it can be. */
#define MANY_POINTS 6000
#define MORE_POINTS 3000
/* In figure units: beside everything, and near enough for a journal. */
#define FAR_AWAY 1900.0

struct _FasciaBodyPen
{
  FasciaBodyModel *model;
  FasciaView view;

  FasciaBodyTool tool; /* 0 while nothing is under way */
  FasciaPen pen;
  FasciaScale quantity;
  double scale;
  double nearness;
  double last_x; /* as shown */
  double last_y;
  GArray *points; /* FasciaDrawingPoint, canonical */
  guint simplify_at;

  FasciaBodyDrawing *preview; /* NULL: to be made again */
  GArray *gone_drawings;      /* FasciaUid */
  GArray *gone_spreads;       /* FasciaSpread */
};

FasciaBodyPen *
fascia_body_pen_new (FasciaBodyModel *model, FasciaView view)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyPen *self = g_new0 (FasciaBodyPen, 1);
  self->model = g_object_ref (model);
  self->view = view;
  self->points = g_array_new (FALSE, FALSE, sizeof (FasciaDrawingPoint));
  self->gone_drawings = g_array_new (FALSE, FALSE, sizeof (FasciaUid));
  self->gone_spreads = g_array_new (FALSE, FALSE, sizeof (FasciaSpread));
  return self;
}

void
fascia_body_pen_free (FasciaBodyPen *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->preview, fascia_body_drawing_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->gone_drawings, g_array_unref);
  g_clear_pointer (&self->gone_spreads, g_array_unref);
  g_clear_object (&self->model);
  g_free (self);
}

gboolean
fascia_body_pen_is_active (const FasciaBodyPen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->tool != 0;
}

gboolean
fascia_body_pen_is_full (const FasciaBodyPen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->points->len >= FASCIA_DRAWING_MAX_POINTS;
}

/* ---- drawing ---- */

static float
get_level (const FasciaBodyPen *self, double pressure)
{
  if (pressure >= 0)
    return (float) (1 + CLAMP (pressure, 0, 1) * (FASCIA_LEVEL_MAX - 1));
  return (float) self->pen.level;
}

static void
add_point (FasciaBodyPen *self, double x, double y, double pressure)
{
  double at_x = x;
  double at_y = y;

  if (fascia_body_pen_is_full (self))
    return;
  fascia_body_to_canonical (fascia_body_model_get_body (self->model), self->view, &at_x, &at_y);
  /* A hand that leaves the window goes further than a journal takes: the line ends at its edge. */
  at_x = CLAMP (at_x, -FAR_AWAY, FAR_AWAY);
  at_y = CLAMP (at_y, -FAR_AWAY, FAR_AWAY);
  const FasciaDrawingPoint point = { (float) at_x, (float) at_y, get_level (self, pressure) };
  if (self->tool == FASCIA_BODY_TOOL_SPOT)
    g_array_set_size (self->points, 0);
  g_array_append_val (self->points, point);
  self->last_x = x;
  self->last_y = y;
  g_clear_pointer (&self->preview, fascia_body_drawing_unref);

  if (self->points->len >= self->simplify_at)
    {
      GArray *simple
          = fascia_stroke_simplify ((const FasciaDrawingPoint *) (gpointer) self->points->data,
                                    self->points->len, TOLERANCE / self->nearness);

      g_array_unref (self->points);
      self->points = simple;
      self->simplify_at = MAX (MANY_POINTS, self->points->len + MORE_POINTS);
    }
}

/* What has been drawn so far; a stroke that went nowhere is a spot. */
static FasciaDrawing
get_drawing (const FasciaBodyPen *self)
{
  gboolean is_spot = self->tool == FASCIA_BODY_TOOL_SPOT || self->points->len < 2;

  return (FasciaDrawing) {
    .kind = is_spot ? FASCIA_DRAWING_SPOT : FASCIA_DRAWING_STROKE,
    .scale = self->quantity,
    .view = self->view,
    .figure = FASCIA_FIGURE_VERSION,
    .width = (float) self->pen.width,
    .points = (const FasciaDrawingPoint *) (gpointer) self->points->data,
    .n_points = is_spot ? 1 : self->points->len,
  };
}

const FasciaBodyDrawing *
fascia_body_pen_get_preview (FasciaBodyPen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->preview == NULL && self->points->len > 0)
    {
      const FasciaDrawing drawing = get_drawing (self);

      self->preview = fascia_body_drawing_new (fascia_body_model_get_body (self->model), &drawing);
    }
  return self->preview;
}

static gboolean
is_on_body (const FasciaBodyPen *self, const FasciaDrawing *drawing)
{
  FasciaBody *body = fascia_body_model_get_body (self->model);

  for (guint i = 0; i < drawing->n_points; i++)
    {
      double x = (double) drawing->points[i].x;
      double y = (double) drawing->points[i].y;

      fascia_body_from_canonical (body, self->view, &x, &y);
      if (fascia_body_pick_shape (body, self->view, x, y, self->pen.width / 2) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
commit (FasciaBodyPen *self)
{
  FasciaDrawing drawing = get_drawing (self);
  g_autoptr (GArray) simple = NULL;

  if (drawing.n_points == 0 || !is_on_body (self, &drawing))
    return FALSE;
  if (drawing.kind == FASCIA_DRAWING_STROKE)
    {
      simple
          = fascia_stroke_simplify (drawing.points, drawing.n_points, TOLERANCE / self->nearness);
      drawing.points = (const FasciaDrawingPoint *) (gpointer) simple->data;
      drawing.n_points = simple->len;
      /* A hand that trembled in one place. */
      if (simple->len < 2)
        drawing.kind = FASCIA_DRAWING_SPOT;
    }
  fascia_body_model_add_drawing (self->model, &drawing);
  return TRUE;
}

/* ---- rubbing out ---- */

static gboolean
has_uid (const GArray *uids, const FasciaUid *uid)
{
  for (guint i = 0; i < uids->len; i++)
    if (fascia_uid_equal (&g_array_index (uids, FasciaUid, i), uid))
      return TRUE;
  return FALSE;
}

static gboolean
has_spread (const GArray *spreads, const FasciaSpread *spread)
{
  for (guint i = 0; i < spreads->len; i++)
    {
      const FasciaSpread *other = &g_array_index (spreads, FasciaSpread, i);

      if (g_str_equal (other->from, spread->from) && g_str_equal (other->to, spread->to))
        return TRUE;
    }
  return FALSE;
}

static void
rub (FasciaBodyPen *self, double x, double y)
{
  g_autoptr (FasciaBodyOverlay) overlay = fascia_body_overlay_get (self->model, self->view);
  double slop = FASCIA_BODY_PEN_REACH_PX / self->scale;
  const FasciaBodyDrawing *drawing = fascia_body_overlay_pick_drawing (overlay, x, y, slop);
  const FasciaBodyArrow *arrow = fascia_body_overlay_pick_arrow (overlay, x, y, slop);

  self->last_x = x;
  self->last_y = y;
  /* An arrow lies on top of what is drawn. */
  if (arrow != NULL && !has_spread (self->gone_spreads, &arrow->spread))
    g_array_append_val (self->gone_spreads, arrow->spread);
  else if (drawing != NULL && !has_uid (self->gone_drawings, &drawing->uid))
    g_array_append_val (self->gone_drawings, drawing->uid);
}

/* The steps of a quick hand are far apart: what lies between them is rubbed out, too. */
static void
rub_to (FasciaBodyPen *self, double x, double y)
{
  double from_x = self->last_x;
  double from_y = self->last_y;
  double length = hypot (x - from_x, y - from_y) * self->scale;
  int n_steps = (int) CLAMP (ceil (length / FASCIA_BODY_PEN_REACH_PX), 1, 64);

  for (int i = 1; i <= n_steps; i++)
    rub (self, from_x + (x - from_x) * i / n_steps, from_y + (y - from_y) * i / n_steps);
}

const GArray *
fascia_body_pen_get_gone_drawings (const FasciaBodyPen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->gone_drawings->len > 0 ? self->gone_drawings : NULL;
}

const GArray *
fascia_body_pen_get_gone_spreads (const FasciaBodyPen *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->gone_spreads->len > 0 ? self->gone_spreads : NULL;
}

/* What is still being written has no name yet to be rubbed out by: it stays, and nobody says that it
 * has gone. */
static void
drop_nameless (GArray *uids)
{
  const FasciaUid no_uid = { 0 };

  for (guint i = uids->len; i > 0; i--)
    if (fascia_uid_equal (&g_array_index (uids, FasciaUid, i - 1), &no_uid))
      g_array_remove_index (uids, i - 1);
}

static gboolean
commit_gone (FasciaBodyPen *self)
{
  g_autoptr (GArray) spreads = g_array_copy (self->gone_spreads);

  drop_nameless (self->gone_drawings);
  if (self->gone_drawings->len + spreads->len == 0)
    return FALSE;
  if (self->gone_drawings->len > 0)
    fascia_body_model_erase_drawings (self->model,
                                      (const FasciaUid *) (gpointer) self->gone_drawings->data,
                                      self->gone_drawings->len);
  for (guint i = 0; i < spreads->len; i++)
    fascia_body_model_remove_spread (self->model, &g_array_index (spreads, FasciaSpread, i));
  return TRUE;
}

/* ---- a hand ---- */

static void
forget (FasciaBodyPen *self)
{
  self->tool = 0;
  g_array_set_size (self->points, 0);
  g_array_set_size (self->gone_drawings, 0);
  g_array_set_size (self->gone_spreads, 0);
  g_clear_pointer (&self->preview, fascia_body_drawing_unref);
}

gboolean
fascia_body_pen_begin (FasciaBodyPen *self,
                       double x,
                       double y,
                       double pressure,
                       double scale,
                       double nearness)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (scale > 0 && nearness > 0, FALSE);

  FasciaBodyTool tool = fascia_body_model_get_tool (self->model);

  forget (self);
  if (!fascia_body_model_is_editable (self->model)
      || (tool != FASCIA_BODY_TOOL_SPOT && tool != FASCIA_BODY_TOOL_STROKE
          && tool != FASCIA_BODY_TOOL_ERASE))
    return FALSE;
  self->tool = tool;
  self->pen = *fascia_body_model_get_pen (self->model);
  self->quantity = fascia_body_model_get_scale (self->model);
  self->scale = scale;
  self->nearness = nearness;
  self->simplify_at = MANY_POINTS;
  if (tool == FASCIA_BODY_TOOL_ERASE)
    rub (self, x, y);
  else
    add_point (self, x, y, pressure);
  return TRUE;
}

void
fascia_body_pen_move (FasciaBodyPen *self, double x, double y, double pressure)
{
  g_return_if_fail (self != NULL);

  if (self->tool == 0
      || hypot (x - self->last_x, y - self->last_y) * self->scale < FASCIA_BODY_PEN_STEP_PX)
    return;
  if (self->tool == FASCIA_BODY_TOOL_ERASE)
    rub_to (self, x, y);
  else
    add_point (self, x, y, pressure);
}

gboolean
fascia_body_pen_end (FasciaBodyPen *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  gboolean has_done = FALSE;
  if (self->tool == FASCIA_BODY_TOOL_ERASE)
    has_done = commit_gone (self);
  else if (self->tool != 0)
    has_done = commit (self);
  forget (self);
  return has_done;
}

void
fascia_body_pen_cancel (FasciaBodyPen *self)
{
  g_return_if_fail (self != NULL);

  forget (self);
}

/* ---- without a hand ---- */

gboolean
fascia_body_pen_put_spot (FasciaBodyModel *model, FasciaView view, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  FasciaBody *body = fascia_body_model_get_body (model);
  const FasciaShape *shape = fascia_body_get_shape_on (body, region, view);
  const FasciaPen *pen = fascia_body_model_get_pen (model);
  if (shape == NULL || !fascia_body_model_is_editable (model))
    return FALSE;

  double x = shape->cx;
  double y = shape->cy;
  fascia_body_to_canonical (body, view, &x, &y);
  const FasciaDrawingPoint point = { (float) x, (float) y, (float) pen->level };
  const FasciaDrawing drawing = {
    .kind = FASCIA_DRAWING_SPOT,
    .scale = fascia_body_model_get_scale (model),
    .view = view,
    .figure = FASCIA_FIGURE_VERSION,
    .width = (float) pen->width,
    .points = &point,
    .n_points = 1,
  };
  fascia_body_model_add_drawing (model, &drawing);
  return TRUE;
}

gboolean
fascia_body_pen_clear_place (FasciaBodyModel *model, FasciaView view, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  g_autoptr (FasciaBodyOverlay) overlay = fascia_body_overlay_get (model, view);
  g_autoptr (GArray) uids = fascia_body_overlay_find_at (overlay, view, region);
  drop_nameless (uids);
  if (uids->len == 0 || !fascia_body_model_is_editable (model))
    return FALSE;
  fascia_body_model_erase_drawings (model, (const FasciaUid *) (gpointer) uids->data, uids->len);
  return TRUE;
}
