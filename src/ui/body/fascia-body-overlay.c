/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was drawn on a figure and where feelings go, ready to be painted and to be met.
 */

#include "config.h"

#include "fascia-body-overlay.h"

#include "draw/fascia-figure-overlay.h"
#include "fascia-body-paths.h"

static const char *const cache_keys[2] = { "fascia-overlay-front", "fascia-overlay-back" };

/* ---- one alone ---- */

FasciaBodyDrawing *
fascia_body_drawing_new (const FasciaBody *body, const FasciaDrawing *drawing)
{
  g_return_val_if_fail (body != NULL, NULL);
  g_return_val_if_fail (drawing != NULL, NULL);

  FasciaBodyDrawing *self = g_new0 (FasciaBodyDrawing, 1);
  self->uid = drawing->uid;
  self->scale = drawing->scale;
  self->pieces = fascia_figure_drawing_pieces (body, drawing);
  self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_path_unref);
  for (guint i = 0; i < self->pieces->len; i++)
    g_ptr_array_add (self->paths, fascia_body_paths_convert (
                                      g_array_index (self->pieces, FasciaFigurePiece, i).path));
  return self;
}

void
fascia_body_drawing_free (FasciaBodyDrawing *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_free (self);
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

  FasciaBodyArrow *self = g_new0 (FasciaBodyArrow, 1);
  self->spread.from = g_intern_string (fascia_region_get_id (from));
  self->spread.to = g_intern_string (fascia_region_get_id (to));
  self->is_through = is_through;
  self->line = line;
  self->head = head;
  self->line_path = fascia_body_paths_convert (line);
  self->head_path = fascia_body_paths_convert (head);
  return self;
}

void
fascia_body_arrow_free (FasciaBodyArrow *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->line, fascia_path_unref);
  g_clear_pointer (&self->head, fascia_path_unref);
  g_clear_pointer (&self->line_path, gsk_path_unref);
  g_clear_pointer (&self->head_path, gsk_path_unref);
  g_free (self);
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

static void
collect (FasciaBodyOverlay *self, FasciaView view)
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
      g_ptr_array_add (self->drawings, fascia_body_drawing_new (self->body, &drawings[i]));
    }
  for (guint i = 0; i < n_spreads; i++)
    {
      const FasciaRegion *from = fascia_body_lookup (self->body, spreads[i].from);
      const FasciaRegion *to = fascia_body_lookup (self->body, spreads[i].to);
      FasciaBodyArrow *arrow = from != NULL && to != NULL && from != to
                                   ? fascia_body_arrow_new (self->body, view, from, to)
                                   : NULL;

      if (arrow == NULL)
        continue;
      /* By the names that the journal has, whatever they are called now. */
      arrow->spread = spreads[i];
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

  overlay = g_rc_box_new0 (FasciaBodyOverlay);
  overlay->body = fascia_body_ref (body);
  overlay->entry = entry != NULL ? fascia_entry_ref (entry) : NULL;
  overlay->drawings = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_body_drawing_free);
  overlay->arrows = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_body_arrow_free);
  if (entry != NULL)
    collect (overlay, view);
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
    {
      if (drawings[i].view != view || drawings[i].figure != FASCIA_FIGURE_VERSION)
        continue;
      for (guint k = 0; k < drawings[i].n_points; k++)
        {
          double x = (double) drawings[i].points[k].x;
          double y = (double) drawings[i].points[k].y;

          fascia_body_from_canonical (self->body, view, &x, &y);
          if (fascia_body_pick (self->body, view, x, y, 0) != region)
            continue;
          g_array_append_val (uids, drawings[i].uid);
          break;
        }
    }
  return uids;
}
