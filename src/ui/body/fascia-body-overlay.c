/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was drawn on a figure and where feelings go, ready to be painted and to be met.
 */

#include "config.h"

#include "fascia-body-overlay.h"

#include <math.h>

#include "draw/fascia-figure-overlay.h"
#include "fascia-body-paths.h"

/* A line is looked at this often, in units; and no line is longer than the figure is. */
#define LINE_STEP 2.0
#define MOST_STEPS 1000

static const char *const cache_keys[2] = { "fascia-overlay-front", "fascia-overlay-back" };

/* ---- one alone ---- */

FasciaBodyDrawing *
fascia_body_drawing_new (const FasciaBody *body, const FasciaDrawing *drawing)
{
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (drawing != NULL, NULL);

  FasciaBodyDrawing *self = g_rc_box_new0 (FasciaBodyDrawing);
  self->uid = drawing->uid;
  self->scale = drawing->scale;
  self->pieces = fascia_figure_drawing_pieces (body, drawing);
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_path_unref);
  for (guint i = 0; i < self->pieces->len; i++)
    g_ptr_array_add (self->paths, fascia_body_paths_convert (
                                      g_array_index (self->pieces, FasciaFigurePiece, i).path));
  return self;
}

static void
clear_drawing (gpointer data)
{
  FasciaBodyDrawing *self = data;

  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
}

void
fascia_body_drawing_unref (FasciaBodyDrawing *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear_drawing);
}

FasciaBodyArrow *
fascia_body_arrow_new (const FasciaBody *body,
                       FasciaView view,
                       const FasciaRegion *from,
                       const FasciaRegion *to)
{
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  FasciaPath *line = NULL;
  FasciaPath *head = NULL;
  gboolean is_through = FALSE;
  if (!fascia_figure_arrow (body, view, from, to, &line, &head, &is_through))
    return NULL;

  FasciaBodyArrow *self = g_rc_box_new0 (FasciaBodyArrow);
  self->spread.from = g_intern_string (fascia_region_get_id (from));
  self->spread.to = g_intern_string (fascia_region_get_id (to));
  self->is_through = is_through;
  self->line = line;
  self->head = head;
  self->line_path = fascia_body_paths_convert (line);
  self->head_path = fascia_body_paths_convert (head);
  return self;
}

static void
clear_arrow (gpointer data)
{
  FasciaBodyArrow *self = data;

  g_clear_pointer (&self->line, fascia_path_unref);
  g_clear_pointer (&self->head, fascia_path_unref);
  g_clear_pointer (&self->line_path, gsk_path_unref);
  g_clear_pointer (&self->head_path, gsk_path_unref);
}

void
fascia_body_arrow_unref (FasciaBodyArrow *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear_arrow);
}

/* ---- all of a check-in ---- */

static void
clear_overlay (gpointer data)
{
  FasciaBodyOverlay *self = data;

  g_clear_pointer (&self->drawings, g_ptr_array_unref);
  g_clear_pointer (&self->arrows, g_ptr_array_unref);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_clear_pointer (&self->body, fascia_body_unref);
}

void
fascia_body_overlay_unref (FasciaBodyOverlay *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear_overlay);
}

/* A level changes and the check-in is another object, with the same drawings under the same names: they
 * are not made again. What is still being written has no name to be known by. */
static FasciaBodyDrawing *
find_drawing (const FasciaBodyOverlay *self, const FasciaUid *uid)
{
  const FasciaUid no_uid = { 0 };

  if (self == NULL || fascia_uid_equal (uid, &no_uid))
    return NULL;
  for (guint i = 0; i < self->drawings->len; i++)
    {
      FasciaBodyDrawing *drawing = self->drawings->pdata[i];

      if (fascia_uid_equal (&drawing->uid, uid))
        return drawing;
    }
  return NULL;
}

static FasciaBodyArrow *
find_arrow (const FasciaBodyOverlay *self, const FasciaSpread *spread)
{
  for (guint i = 0; self != NULL && i < self->arrows->len; i++)
    {
      FasciaBodyArrow *arrow = self->arrows->pdata[i];

      if (g_str_equal (arrow->spread.from, spread->from)
          && g_str_equal (arrow->spread.to, spread->to))
        return arrow;
    }
  return NULL;
}

static FasciaBodyArrow *
create_arrow (const FasciaBody *body, FasciaView view, const FasciaSpread *spread)
{
  const FasciaRegion *from = fascia_body_lookup (body, spread->from);
  const FasciaRegion *to = fascia_body_lookup (body, spread->to);
  FasciaBodyArrow *arrow = from != NULL && to != NULL && from != to
                               ? fascia_body_arrow_new (body, view, from, to)
                               : NULL;

  if (arrow == NULL)
    return NULL;
  /* By the names that the journal has, whatever they are called now. */
  arrow->spread.from = g_intern_string (spread->from);
  arrow->spread.to = g_intern_string (spread->to);
  return arrow;
}

/* @old: (nullable): the check-in as it was, on the same body */
static void
collect (FasciaBodyOverlay *self, FasciaView view, const FasciaBodyOverlay *old)
{
  guint n_drawings = 0;
  guint n_spreads = 0;
  const FasciaDrawing *drawings = fascia_entry_get_drawings (self->entry, &n_drawings);
  const FasciaSpread *spreads = fascia_entry_get_spreads (self->entry, &n_spreads);

  for (guint i = 0; i < n_drawings; i++)
    {
      /* Drawn on a figure that this version does not know: kept, and not shown at a wrong place. */
      if (drawings[i].view != view || drawings[i].figure != FASCIA_FIGURE_VERSION)
        continue;
      FasciaBodyDrawing *known = find_drawing (old, &drawings[i].uid);
      g_ptr_array_add (self->drawings, known != NULL
                                           ? g_rc_box_acquire (known)
                                           : fascia_body_drawing_new (self->body, &drawings[i]));
    }
  for (guint i = 0; i < n_spreads; i++)
    {
      FasciaBodyArrow *known = find_arrow (old, &spreads[i]);
      FasciaBodyArrow *arrow
          = known != NULL ? g_rc_box_acquire (known) : create_arrow (self->body, view, &spreads[i]);

      if (arrow != NULL)
        g_ptr_array_add (self->arrows, arrow);
    }
}

static FasciaEntry *
get_entry (FasciaBodyModel *model)
{
  if (fascia_body_model_get_target (model) == FASCIA_BODY_TARGET_HEAT)
    return NULL;
  return fascia_body_state_get_entry (fascia_body_model_get_state (model));
}

FasciaBodyOverlay *
fascia_body_overlay_get (FasciaBodyModel *model, FasciaView view)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (view == FASCIA_VIEW_FRONT || view == FASCIA_VIEW_BACK, NULL);

  const char *key = cache_keys[view - 1];
  FasciaBody *body = fascia_body_model_get_body (model);
  FasciaEntry *entry = get_entry (model);
  FasciaBodyOverlay *overlay = g_object_get_data (G_OBJECT (model), key);
  if (overlay != NULL && overlay->body == body && overlay->entry == entry)
    return g_rc_box_acquire (overlay);

  const FasciaBodyOverlay *old = overlay != NULL && overlay->body == body ? overlay : NULL;
  overlay = g_rc_box_new0 (FasciaBodyOverlay);
  overlay->body = fascia_body_ref (body);
  overlay->entry = entry != NULL ? fascia_entry_ref (entry) : NULL;
  overlay->drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_body_drawing_unref);
  overlay->arrows = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_body_arrow_unref);
  if (entry != NULL)
    collect (overlay, view, old);
  g_object_set_data_full (G_OBJECT (model), key, overlay,
                          (GDestroyNotify) fascia_body_overlay_unref);
  return g_rc_box_acquire (overlay);
}

/* ---- what is met at a point ---- */

static double
get_distance (const FasciaBodyDrawing *drawing, double x, double y)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < drawing->pieces->len; i++)
    {
      const FasciaPath *path = g_array_index (drawing->pieces, FasciaFigurePiece, i).path;
      double distance
          = fascia_path_contains (path, x, y) ? 0 : fascia_path_get_distance (path, x, y);

      nearest = MIN (nearest, distance);
    }
  return nearest;
}

const FasciaBodyDrawing *
fascia_body_overlay_pick_drawing (const FasciaBodyOverlay *self, double x, double y, double slop)
{
  g_return_val_if_fail (self != NULL, NULL);

  const FasciaBodyDrawing *best = NULL;
  double best_distance = slop;

  for (guint i = self->drawings->len; i > 0; i--)
    {
      const FasciaBodyDrawing *drawing = g_ptr_array_index (self->drawings, i - 1);
      double distance = get_distance (drawing, x, y);

      if (best == NULL ? distance > best_distance : distance >= best_distance)
        continue;
      best = drawing;
      best_distance = distance;
    }
  return best;
}

const FasciaBodyArrow *
fascia_body_overlay_pick_arrow (const FasciaBodyOverlay *self, double x, double y, double slop)
{
  g_return_val_if_fail (self != NULL, NULL);

  const FasciaBodyArrow *best = NULL;
  double best_distance = slop;

  for (guint i = self->arrows->len; i > 0; i--)
    {
      const FasciaBodyArrow *arrow = g_ptr_array_index (self->arrows, i - 1);
      double distance = MIN (fascia_path_get_distance (arrow->line, x, y),
                             fascia_path_contains (arrow->head, x, y)
                                 ? 0
                                 : fascia_path_get_distance (arrow->head, x, y));

      if (best == NULL ? distance > best_distance : distance >= best_distance)
        continue;
      best = arrow;
      best_distance = distance;
    }
  return best;
}

/* What the levels and the list of the place say was drawn there. */
static gboolean
counts_at (const FasciaBody *body, const FasciaDrawing *drawing, const FasciaRegion *region)
{
  g_autoptr (GArray) extents = fascia_extent_measure (body, drawing, 1);

  for (guint i = 0; i < extents->len; i++)
    if (g_array_index (extents, FasciaExtent, i).region == region)
      return TRUE;
  return FALSE;
}

/* Points are kept only where a line bends: a straight one leads through places that have none. */
static gboolean
leads_through (const FasciaBody *body, const FasciaDrawing *drawing, const FasciaRegion *region)
{
  double from_x = (double) drawing->points[0].x;
  double from_y = (double) drawing->points[0].y;

  for (guint i = 0; i < drawing->n_points; i++)
    {
      double to_x = (double) drawing->points[i].x;
      double to_y = (double) drawing->points[i].y;
      double length = hypot (to_x - from_x, to_y - from_y);
      int n_steps = (int) CLAMP (ceil (length / LINE_STEP), 1, MOST_STEPS);

      for (int k = 1; k <= n_steps; k++)
        {
          double x = from_x + (to_x - from_x) * k / n_steps;
          double y = from_y + (to_y - from_y) * k / n_steps;

          fascia_body_from_canonical (body, drawing->view, &x, &y);
          if (fascia_body_pick (body, drawing->view, x, y, 0) == region)
            return TRUE;
        }
      from_x = to_x;
      from_y = to_y;
    }
  return FALSE;
}

GArray *
fascia_body_overlay_find_at (const FasciaBodyOverlay *self,
                             FasciaView view,
                             const FasciaRegion *region)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  GArray *uids = g_array_new (FALSE, FALSE, sizeof (FasciaUid));
  guint n_drawings = 0;
  const FasciaDrawing *drawings
      = self->entry != NULL ? fascia_entry_get_drawings (self->entry, &n_drawings) : NULL;

  for (guint i = 0; i < n_drawings; i++)
    if (drawings[i].view == view && drawings[i].figure == FASCIA_FIGURE_VERSION
        && (counts_at (self->body, &drawings[i], region)
            || leads_through (self->body, &drawings[i], region)))
      g_array_append_val (uids, drawings[i].uid);
  return uids;
}
