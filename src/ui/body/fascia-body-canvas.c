/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure in its own units: keeps what is painted of it, and holds its places.
 */

#include "config.h"

#include "fascia-body-canvas.h"

#include <math.h>

#include "fascia-body-painter.h"
#include "fascia-place-care.h"

struct _FasciaBodyCanvas
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  FasciaView view;
  const FasciaFigurePalette *palette;
  double scale;
  gboolean is_alone;
  gboolean is_part; /* shows a frame of the figure, and holds no places */
  graphene_rect_t frame;

  FasciaBodyPaths *paths;
  FasciaBodyOverlay *overlay;
  GPtrArray *widgets; /* by region index; NULL where there is none */

  /* What is painted, by what it changes with; NULL: to be made again. */
  GskRenderNode *tile_node;
  GskRenderNode *line_node;
  GskRenderNode *marks_node;
  GskRenderNode *overlay_node;
  GskRenderNode *base_node; /* all of it */

  const FasciaRegion *hover;
  const FasciaRegion *focused;
  FasciaBodyArrow *arrow; /* the one that is being made, as it would be */
  FasciaBodyPen *pen;     /* whose line is under way; of the parent, or NULL */
  const GArray *gone_drawings;
  const GArray *gone_spreads;
  FasciaSafetyBook *care; /* the journal of the model holds it; NULL until that has answered */
};

G_DEFINE_FINAL_TYPE (FasciaBodyCanvas, fascia_body_canvas, GTK_TYPE_WIDGET)

/* ---- what is painted ---- */

static FasciaBodyPainter
get_painter (FasciaBodyCanvas *self)
{
  return (FasciaBodyPainter) {
    .model = self->model,
    .paths = self->paths,
    .palette = self->palette,
    .scale = self->scale,
    .frame = self->is_part ? &self->frame : NULL,
  };
}

static void
forget_marks (FasciaBodyCanvas *self)
{
  g_clear_pointer (&self->marks_node, gsk_render_node_unref);
  g_clear_pointer (&self->overlay_node, gsk_render_node_unref);
  g_clear_pointer (&self->base_node, gsk_render_node_unref);
}

static void
forget_nodes (FasciaBodyCanvas *self)
{
  g_clear_pointer (&self->tile_node, gsk_render_node_unref);
  g_clear_pointer (&self->line_node, gsk_render_node_unref);
  forget_marks (self);
}

static FasciaBodyOverlay *
ensure_overlay (FasciaBodyCanvas *self)
{
  g_autoptr (FasciaBodyOverlay) overlay = fascia_body_overlay_get (self->model, self->view);

  if (overlay != self->overlay)
    {
      g_clear_pointer (&self->overlay, fascia_body_overlay_unref);
      self->overlay = g_steal_pointer (&overlay);
      g_clear_pointer (&self->overlay_node, gsk_render_node_unref);
    }
  return self->overlay;
}

typedef void (*PaintFunc) (const FasciaBodyPainter *painter, GtkSnapshot *snapshot);

/* A node that is NULL because there is nothing to paint is made again each time, for nothing. */
static void
add_pass (FasciaBodyCanvas *self, GskRenderNode **node, PaintFunc paint, GtkSnapshot *snapshot)
{
  if (*node == NULL)
    {
      const FasciaBodyPainter painter = get_painter (self);
      GtkSnapshot *pass = gtk_snapshot_new ();

      paint (&painter, pass);
      *node = gtk_snapshot_free_to_node (pass);
    }
  if (*node != NULL)
    gtk_snapshot_append_node (snapshot, *node);
}

GskRenderNode *
fascia_body_canvas_get_base (FasciaBodyCanvas *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_CANVAS (self), NULL);

  if (self->palette == NULL || self->scale <= 0)
    return NULL;
  if (self->base_node != NULL)
    return self->base_node;

  GtkSnapshot *snapshot = gtk_snapshot_new ();
  add_pass (self, &self->tile_node, fascia_body_painter_paint_tile, snapshot);
  add_pass (self, &self->marks_node, fascia_body_painter_paint_marks, snapshot);
  add_pass (self, &self->line_node, fascia_body_painter_paint_lines, snapshot);

  FasciaBodyOverlay *overlay = ensure_overlay (self);
  if (self->overlay_node == NULL && overlay->drawings->len + overlay->arrows->len > 0)
    {
      const FasciaBodyPainter painter = get_painter (self);
      GtkSnapshot *pass = gtk_snapshot_new ();

      fascia_body_painter_paint_overlay (&painter, overlay, self->gone_drawings, self->gone_spreads,
                                         pass);
      self->overlay_node = gtk_snapshot_free_to_node (pass);
    }
  if (self->overlay_node != NULL)
    gtk_snapshot_append_node (snapshot, self->overlay_node);
  self->base_node = gtk_snapshot_free_to_node (snapshot);
  return self->base_node;
}

/* Where the arrow that is being made would go, if it ended here. */
static const FasciaBodyArrow *
ensure_arrow (FasciaBodyCanvas *self)
{
  const FasciaRegion *from = fascia_body_model_get_spread_from (self->model);
  const FasciaRegion *to = self->hover != NULL ? self->hover : self->focused;

  if (from == NULL || to == NULL || to == from)
    return NULL;
  if (self->arrow != NULL
      && (!g_str_equal (self->arrow->spread.from, fascia_region_get_id (from))
          || !g_str_equal (self->arrow->spread.to, fascia_region_get_id (to))))
    g_clear_pointer (&self->arrow, fascia_body_arrow_unref);
  if (self->arrow == NULL)
    self->arrow = fascia_body_arrow_new (self->paths->body, self->view, from, to);
  return self->arrow;
}

/* Where something is to be taken care of: said by the safety check, not by the check-in. */
static void
paint_care (FasciaBodyCanvas *self, const FasciaBodyPainter *painter, GtkSnapshot *snapshot)
{
  guint n_answers = 0;
  const FasciaConditionAnswer *answers
      = self->care != NULL ? fascia_safety_book_get_answers (self->care, &n_answers) : NULL;

  if (fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT)
    return;
  for (guint i = 0; i < n_answers; i++)
    {
      const FasciaRegion *region = answers[i].region != NULL
                                       ? fascia_body_lookup (self->paths->body, answers[i].region)
                                       : NULL;

      if (region != NULL)
        fascia_body_painter_paint_care (painter, region, snapshot);
    }
}

/* Only what is there for the moment: the rest lies under it, painted by the parent, which may keep
 * it as a picture. */
static void
fascia_body_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBodyCanvas *self = FASCIA_BODY_CANVAS (widget);
  const FasciaBodyPainter painter = get_painter (self);
  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  const FasciaRegion *source = fascia_body_model_get_spread_from (self->model);

  if (self->palette == NULL || self->scale <= 0)
    return;
  /* Made here, once for a frame: a hand moves more often. */
  const FasciaBodyDrawing *preview
      = self->pen != NULL ? fascia_body_pen_get_preview (self->pen) : NULL;
  paint_care (self, &painter, snapshot);
  if (self->hover != NULL)
    fascia_body_painter_paint_hover (&painter, self->hover, snapshot);
  if (selected != NULL && selected != self->focused)
    fascia_body_painter_paint_ring (&painter, selected, FALSE, snapshot);
  if (source != NULL && source != selected && source != self->focused)
    fascia_body_painter_paint_ring (&painter, source, FALSE, snapshot);
  if (self->focused != NULL)
    fascia_body_painter_paint_ring (&painter, self->focused, TRUE, snapshot);
  if (preview != NULL)
    fascia_body_painter_paint_drawing (&painter, preview, snapshot);
  if (ensure_arrow (self) != NULL)
    fascia_body_painter_paint_arrow (&painter, self->arrow, snapshot);
}

/* ---- layout ---- */

static void
fascia_body_canvas_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) FASCIA_FIGURE_WIDTH
                                                       : (int) FASCIA_FIGURE_HEIGHT;
  *natural = *minimum;
}

static void
fascia_body_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FasciaBodyCanvas *self = FASCIA_BODY_CANVAS (widget);

  for (guint i = 0; i < self->paths->n_pieces; i++)
    {
      const FasciaShape *shape = self->paths->pieces[i].shape;
      FasciaRegionWidget *place = fascia_body_canvas_get_widget (self, shape->region);
      if (place == NULL
          || fascia_body_get_shape_on (self->paths->body, shape->region, self->view) != shape)
        continue;

      int x0 = (int) floor (shape->x0 - FASCIA_FIGURE_X);
      int y0 = (int) floor (shape->y0 - FASCIA_FIGURE_Y);
      int x1 = (int) ceil (shape->x1 - FASCIA_FIGURE_X);
      int y1 = (int) ceil (shape->y1 - FASCIA_FIGURE_Y);
      const GtkAllocation allocation = { x0, y0, MAX (x1 - x0, 1), MAX (y1 - y0, 1) };
      gtk_widget_size_allocate (GTK_WIDGET (place), &allocation, -1);
    }
}

/* ---- the rest ---- */

static void
expose_widgets (FasciaBodyCanvas *self)
{
  for (guint i = 0; i < self->widgets->len; i++)
    {
      FasciaRegionWidget *place = self->widgets->pdata[i];

      if (place == NULL)
        continue;
      const FasciaRegion *region = fascia_region_widget_get_region (place);
      fascia_region_widget_set_is_exposed (
          place, self->is_alone || fascia_region_get_view (region) == self->view);
    }
}

void
fascia_body_canvas_set_scale (FasciaBodyCanvas *self, double scale)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  forget_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_canvas_set_palette (FasciaBodyCanvas *self, const FasciaFigurePalette *palette)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));
  g_return_if_fail (palette != NULL);

  if (self->palette == palette)
    return;
  self->palette = palette;
  forget_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_canvas_set_frame (FasciaBodyCanvas *self, const graphene_rect_t *frame)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));
  g_return_if_fail (frame != NULL);

  self->frame = *frame;
  self->is_part = TRUE;
  forget_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_canvas_set_hover (FasciaBodyCanvas *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  if (self->hover == region)
    return;
  self->hover = region;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_canvas_set_pen (FasciaBodyCanvas *self, FasciaBodyPen *pen)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  self->pen = pen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_canvas_set_gone (FasciaBodyCanvas *self, const GArray *drawings, const GArray *spreads)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  /* Who draws rubs nothing out, and says so at each step. */
  if (self->gone_drawings == NULL && self->gone_spreads == NULL && drawings == NULL
      && spreads == NULL)
    return;
  self->gone_drawings = drawings;
  self->gone_spreads = spreads;
  g_clear_pointer (&self->overlay_node, gsk_render_node_unref);
  g_clear_pointer (&self->base_node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_canvas_set_focus_visible (FasciaBodyCanvas *self,
                                      const FasciaRegion *region,
                                      gboolean is_visible)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));
  g_return_if_fail (region != NULL);

  /* The place left behind may speak after the one that has it now. */
  if (is_visible == (self->focused == region))
    return;
  self->focused = is_visible ? region : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_canvas_set_is_alone (FasciaBodyCanvas *self, gboolean is_alone)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  if (self->is_alone == is_alone)
    return;
  self->is_alone = is_alone;
  expose_widgets (self);
}

FasciaRegionWidget *
fascia_body_canvas_get_widget (FasciaBodyCanvas *self, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_CANVAS (self), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  guint index = fascia_region_get_index (region);
  return index < self->widgets->len ? g_ptr_array_index (self->widgets, index) : NULL;
}

void
fascia_body_canvas_update (FasciaBodyCanvas *self)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  for (guint i = 0; i < self->widgets->len; i++)
    if (self->widgets->pdata[i] != NULL)
      fascia_region_widget_update (self->widgets->pdata[i]);
  forget_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- what is to be taken care of ---- */

static void
on_care_changed (FasciaBodyCanvas *self)
{
  for (guint i = 0; i < self->widgets->len; i++)
    if (self->widgets->pdata[i] != NULL)
      fascia_region_widget_update (self->widgets->pdata[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Asked after the first picture, and once. */
static void
ensure_care (FasciaBodyCanvas *self)
{
  if (self->care != NULL)
    return;
  self->care = fascia_place_care_get_book (self->model);
  if (self->care == NULL)
    return;
  g_signal_connect_object (self->care, "changed", G_CALLBACK (on_care_changed), self,
                           G_CONNECT_SWAPPED);
  if (fascia_safety_book_is_loaded (self->care))
    on_care_changed (self);
}

/* ---- life ---- */

static void
build_widgets (FasciaBodyCanvas *self)
{
  FasciaBody *body = self->paths->body;

  g_ptr_array_set_size (self->widgets, 0);
  g_ptr_array_set_size (self->widgets, (int) fascia_body_get_n_regions (body));
  for (guint i = 0; i < self->paths->n_pieces; i++)
    {
      const FasciaBodyPiece *piece = &self->paths->pieces[i];
      const FasciaRegion *region = piece->shape->region;

      /* One widget for a place: further shapes of it belong to the picture only. */
      if (fascia_body_get_shape_on (body, region, self->view) != piece->shape)
        continue;
      GtkWidget *widget = fascia_region_widget_new (self->model, region, piece->path,
                                                    floor (piece->shape->x0 - FASCIA_FIGURE_X),
                                                    floor (piece->shape->y0 - FASCIA_FIGURE_Y));
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
      self->widgets->pdata[fascia_region_get_index (region)] = widget;
    }
  expose_widgets (self);
}

static void
drop_widgets (FasciaBodyCanvas *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->widgets, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

void
fascia_body_canvas_rebuild (FasciaBodyCanvas *self)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  drop_widgets (self);
  self->hover = NULL;
  self->focused = NULL;
  self->gone_drawings = NULL;
  self->gone_spreads = NULL;
  g_clear_pointer (&self->arrow, fascia_body_arrow_unref);
  g_clear_pointer (&self->overlay, fascia_body_overlay_unref);
  g_clear_pointer (&self->paths, fascia_body_paths_unref);
  self->paths = fascia_body_paths_get (self->model, self->view);
  forget_nodes (self);
  if (!self->is_part)
    build_widgets (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fascia_body_canvas_dispose (GObject *object)
{
  FasciaBodyCanvas *self = FASCIA_BODY_CANVAS (object);

  drop_widgets (self);
  forget_nodes (self);
  g_clear_pointer (&self->arrow, fascia_body_arrow_unref);
  g_clear_pointer (&self->overlay, fascia_body_overlay_unref);
  g_clear_pointer (&self->paths, fascia_body_paths_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_body_canvas_parent_class)->dispose (object);
}

static void
fascia_body_canvas_finalize (GObject *object)
{
  g_clear_pointer (&FASCIA_BODY_CANVAS (object)->widgets, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_body_canvas_parent_class)->finalize (object);
}

static void
fascia_body_canvas_class_init (FasciaBodyCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_body_canvas_dispose;
  object_class->finalize = fascia_body_canvas_finalize;
  widget_class->snapshot = fascia_body_canvas_snapshot;
  widget_class->measure = fascia_body_canvas_measure;
  widget_class->size_allocate = fascia_body_canvas_size_allocate;

  /* Not "none", which would hide all places with it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
fascia_body_canvas_init (FasciaBodyCanvas *self)
{
  self->scale = 1;
  self->widgets = g_ptr_array_new ();
  self->palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
}

GtkWidget *
fascia_body_canvas_new (FasciaBodyModel *model, FasciaView view, gboolean is_part)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyCanvas *self = g_object_new (FASCIA_TYPE_BODY_CANVAS, NULL);
  self->model = g_object_ref (model);
  self->view = view;
  self->is_part = is_part;
  fascia_body_canvas_rebuild (self);
  g_signal_connect_object (model, "loaded", G_CALLBACK (ensure_care), self, G_CONNECT_SWAPPED);
  ensure_care (self);
  return GTK_WIDGET (self);
}
