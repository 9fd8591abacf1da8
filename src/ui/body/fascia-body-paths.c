/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outlines of one figure as GTK fills them, made once for all that shows the figure.
 */

#include "config.h"

#include "fascia-body-paths.h"

static const char *const cache_keys[2] = { "fascia-paths-front", "fascia-paths-back" };

static gboolean
add_operation (FasciaPathOp op, const FasciaPoint *points, gsize n_points, gpointer data)
{
  GskPathBuilder *builder = data;
#define X(i) ((float) (points[i].x - FASCIA_FIGURE_X))
#define Y(i) ((float) (points[i].y - FASCIA_FIGURE_Y))

  switch (op)
    {
    case FASCIA_PATH_MOVE:
      gsk_path_builder_move_to (builder, X (0), Y (0));
      break;
    case FASCIA_PATH_LINE:
      gsk_path_builder_line_to (builder, X (0), Y (0));
      break;
    case FASCIA_PATH_CURVE:
      gsk_path_builder_cubic_to (builder, X (0), Y (0), X (1), Y (1), X (2), Y (2));
      break;
    case FASCIA_PATH_CLOSE:
      gsk_path_builder_close (builder);
      break;
    default:
      break;
    }
  return TRUE;
#undef X
#undef Y
}

GskPath *
fascia_body_paths_convert (const FasciaPath *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  GskPathBuilder *builder = gsk_path_builder_new ();
  fascia_path_foreach (path, add_operation, builder);
  return gsk_path_builder_free_to_path (builder);
}

static void
clear_paths (gpointer data)
{
  FasciaBodyPaths *self = data;

  for (guint i = 0; i < self->n_pieces; i++)
    g_clear_pointer (&self->pieces[i].path, gsk_path_unref);
  g_clear_pointer (&self->pieces, g_free);
  g_clear_pointer (&self->outline, gsk_path_unref);
  g_clear_pointer (&self->gutters, gsk_path_unref);
  g_clear_pointer (&self->details, gsk_path_unref);
  g_clear_pointer (&self->phantom, gsk_path_unref);
  g_clear_pointer (&self->body, fascia_body_unref);
}

void
fascia_body_paths_unref (FasciaBodyPaths *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear_paths);
}

static GskPath *
join (const FasciaPath *const *paths)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    fascia_path_foreach (paths[i], add_operation, builder);
  return gsk_path_builder_free_to_path (builder);
}

static FasciaBodyPaths *
build (FasciaBody *body, FasciaView view)
{
  FasciaBodyPaths *self = g_rc_box_new0 (FasciaBodyPaths);
  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (body, view, &n_shapes);

  self->body = fascia_body_ref (body);
  self->view = view;
  self->n_pieces = n_shapes;
  self->pieces = g_new0 (FasciaBodyPiece, MAX (n_shapes, 1));
  for (guint i = 0; i < n_shapes; i++)
    {
      self->pieces[i].shape = &shapes[i];
      self->pieces[i].path = fascia_body_paths_convert (shapes[i].path);
    }

  self->outline = join (fascia_body_get_outlines (body, view, NULL));
  self->phantom = join (fascia_body_get_phantom_outlines (body, view, NULL));
  self->gutters = fascia_body_paths_convert (fascia_body_get_gutters (body, view));
  self->details = fascia_body_paths_convert (fascia_body_get_details (body, view));
  return self;
}

FasciaBodyPaths *
fascia_body_paths_get (FasciaBodyModel *model, FasciaView view)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (view == FASCIA_VIEW_FRONT || view == FASCIA_VIEW_BACK, NULL);

  const char *key = cache_keys[view - 1];
  FasciaBody *body = fascia_body_model_get_body (model);
  FasciaBodyPaths *paths = g_object_get_data (G_OBJECT (model), key);
  if (paths == NULL || paths->body != body)
    {
      paths = build (body, view);
      g_object_set_data_full (G_OBJECT (model), key, paths,
                              (GDestroyNotify) fascia_body_paths_unref);
    }
  return g_rc_box_acquire (paths);
}
