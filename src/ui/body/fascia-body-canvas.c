/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure in its own units: paints it in passes and holds its places.
 */

#include "config.h"

#include "fascia-body-canvas.h"

#include <math.h>

#include "fascia-ui-palette.h"

/* Widths in device-independent pixels. */
#define OLD_PX 1.2
#define UNRATED_PX 2.4
#define RING_PX 2.6
#define RING_BACK_PX 6.0
#define FOCUS_PX 4.0
#define HATCH_PX 1.1
#define HATCH_ALPHA 0.55f

/* Details (closed eyes) would be noise below this many pixels for a figure unit. */
#define DETAIL_SCALE 0.42

typedef struct
{
  const FasciaShape *shape;
  GskPath *path;
  FasciaRegionWidget *widget; /* NULL for a further shape of a place */
} Piece;

struct _FasciaBodyCanvas
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  FasciaView view;
  const FasciaFigurePalette *palette;
  double scale;
  gboolean is_alone;

  GArray *pieces;     /* Piece, in the order of the body */
  GPtrArray *widgets; /* by region index; NULL where there is none */
  GskPath *outline;   /* body and insets */
  GskPath *gutters;
  GskPath *details;         /* may be empty */
  GskRenderNode *fill_node; /* cached: the plain body */
  GskRenderNode *line_node; /* cached: gutters and outline */

  const FasciaRegion *hover;
  const FasciaRegion *focused;
};

G_DEFINE_FINAL_TYPE (FasciaBodyCanvas, fascia_body_canvas, GTK_TYPE_WIDGET)

/* ---- paths ---- */

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

static GskPath *
build_path (const FasciaPath *path)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  fascia_path_foreach (path, add_operation, builder);
  return gsk_path_builder_free_to_path (builder);
}

/* ---- painting ---- */

static void
fill (GtkSnapshot *snapshot, GskPath *path, FasciaColor color)
{
  GdkRGBA rgba = fascia_ui_palette_to_rgba (color);

  if (rgba.alpha > 0)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &rgba);
}

static void
stroke (GtkSnapshot *snapshot, GskPath *path, FasciaColor color, double width, double dash)
{
  g_autoptr (GskStroke) pen = gsk_stroke_new ((float) width);
  GdkRGBA rgba = fascia_ui_palette_to_rgba (color);

  if (rgba.alpha <= 0)
    return;
  gsk_stroke_set_line_cap (pen, dash > 0 ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (pen, GSK_LINE_JOIN_ROUND);
  if (dash > 0)
    {
      const float dashes[2] = { (float) dash, (float) (dash * 0.8) };

      gsk_stroke_set_dash (pen, dashes, 2);
    }
  gtk_snapshot_append_stroke (snapshot, path, pen, &rgba);
}

/* Strokes the inside of a shape: only half of a wide line falls within, so it is twice as wide. */
static void
stroke_inside (GtkSnapshot *snapshot, GskPath *path, FasciaColor color, double width, double dash)
{
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  stroke (snapshot, path, color, width * 2, dash);
  gtk_snapshot_pop (snapshot);
}

static void
add_hatch (GskPathBuilder *builder, const FasciaShape *shape, double gap, gboolean is_falling)
{
  double x0 = shape->x0 - FASCIA_FIGURE_X;
  double y0 = shape->y0 - FASCIA_FIGURE_Y;
  double x1 = shape->x1 - FASCIA_FIGURE_X;
  double height = shape->y1 - shape->y0;

  /* Whole multiples of the gap, so that neighbours share one pattern. */
  for (double x = floor ((x0 - height) / gap) * gap; x < x1 + height; x += gap)
    {
      gsk_path_builder_move_to (builder, (float) (is_falling ? x : x + height), (float) y0);
      gsk_path_builder_line_to (builder, (float) (is_falling ? x + height : x),
                                (float) (y0 + height));
    }
}

/* Denser for a higher step, crossed from the fourth on: told apart without any colour. The same as
 * in pictures and print. */
static void
hatch (FasciaBodyCanvas *self, GtkSnapshot *snapshot, const Piece *piece, int step)
{
  static const double gaps_px[FASCIA_FIGURE_STEPS] = { 0, 10, 6.5, 8, 5 };
  double gap = gaps_px[step] / self->scale;
  FasciaColor ink = self->palette->ink[step];
  if (gap <= 0)
    return;

  GskPathBuilder *builder = gsk_path_builder_new ();
  add_hatch (builder, piece->shape, gap, TRUE);
  if (step >= 3)
    add_hatch (builder, piece->shape, gap, FALSE);
  g_autoptr (GskPath) lines = gsk_path_builder_free_to_path (builder);

  ink.alpha = HATCH_ALPHA;
  gtk_snapshot_push_fill (snapshot, piece->path, GSK_FILL_RULE_WINDING);
  stroke (snapshot, lines, ink, HATCH_PX / self->scale, 0);
  gtk_snapshot_pop (snapshot);
}

static void
build_static_nodes (FasciaBodyCanvas *self)
{
  const FasciaFigurePalette *palette = self->palette;

  GtkSnapshot *snapshot = gtk_snapshot_new ();
  fill (snapshot, self->outline, palette->tile);
  self->fill_node = gtk_snapshot_free_to_node (snapshot);

  double gutter = MAX (palette->gutter_width, palette->gutter_min_px / self->scale);
  snapshot = gtk_snapshot_new ();
  /* Lines end on the outline, and their round caps stick out of it: unseen where they have the colour
   * of what is behind, else cut off, which costs as much as all the rest. */
  gboolean is_cut = palette->outline.alpha > 0;
  if (is_cut)
    gtk_snapshot_push_fill (snapshot, self->outline, GSK_FILL_RULE_WINDING);
  stroke (snapshot, self->gutters, palette->gutter, gutter, 0);
  if (self->scale >= DETAIL_SCALE && !gsk_path_is_empty (self->details))
    stroke (snapshot, self->details, palette->gutter, gutter * FASCIA_FIGURE_DETAIL, 0);
  if (is_cut)
    gtk_snapshot_pop (snapshot);
  /* Paper is cut all round a place, also where it ends on the outline: every inner edge looks alike. */
  else
    stroke (snapshot, self->outline, palette->surface, gutter, 0);
  if (palette->outline.alpha > 0)
    stroke (snapshot, self->outline, palette->outline, palette->outline_px / self->scale, 0);
  self->line_node = gtk_snapshot_free_to_node (snapshot);
}

static void
forget_static_nodes (FasciaBodyCanvas *self)
{
  g_clear_pointer (&self->fill_node, gsk_render_node_unref);
  g_clear_pointer (&self->line_node, gsk_render_node_unref);
}

static void
paint_fills (FasciaBodyCanvas *self, GtkSnapshot *snapshot)
{
  FasciaScale scale = fascia_body_model_get_scale (self->model);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      int level = FASCIA_LEVEL_NOT_GIVEN;

      if (fascia_body_place_get_look (
              fascia_body_model_get_place (self->model, piece->shape->region), scale, &level)
          != FASCIA_BODY_LOOK_RATED)
        continue;
      int step = fascia_figure_step_for_level (level);
      if (step < 0)
        continue;
      fill (snapshot, piece->path, self->palette->ramp[step]);
      if (self->palette->has_hatch)
        hatch (self, snapshot, piece, step);
    }
}

static void
paint_edges (FasciaBodyCanvas *self, GtkSnapshot *snapshot)
{
  const FasciaFigurePalette *palette = self->palette;
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  double px = 1 / self->scale;
  /* The gutter, painted over it, hides this much of an inner edge. */
  double gutter = MAX (palette->gutter_width, palette->gutter_min_px * px) / 2;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      int level = FASCIA_LEVEL_NOT_GIVEN;
      FasciaBodyLook look = fascia_body_place_get_look (
          fascia_body_model_get_place (self->model, piece->shape->region), scale, &level);

      switch (look)
        {
        case FASCIA_BODY_LOOK_RATED:
          {
            int step = fascia_figure_step_for_level (level);

            if (step >= 0)
              stroke_inside (snapshot, piece->path, palette->edge[step],
                             palette->edge_px * px + gutter, 0);
            else
              stroke_inside (snapshot, piece->path, palette->tile_ink, OLD_PX * px + gutter, 0);
            break;
          }
        case FASCIA_BODY_LOOK_UNRATED:
          {
            /* The ring of the chosen place lies on its edge: the dashes must reach further in. */
            double ring = 0;

            if (piece->shape->region == self->focused)
              ring = (FOCUS_PX + RING_BACK_PX - RING_PX) / 2;
            else if (piece->shape->region == fascia_body_model_get_selected (self->model))
              ring = RING_BACK_PX / 2;
            stroke_inside (snapshot, piece->path, palette->edge[FASCIA_FIGURE_STEPS / 2],
                           (UNRATED_PX + ring) * px + gutter, 6 * px);
            break;
          }
        case FASCIA_BODY_LOOK_OTHER:
          stroke_inside (snapshot, piece->path, palette->tile_ink, OLD_PX * px + gutter, 0);
          break;
        case FASCIA_BODY_LOOK_OLD:
          stroke_inside (snapshot, piece->path, palette->tile_ink, OLD_PX * px + gutter, 3 * px);
          break;
        case FASCIA_BODY_LOOK_PLAIN:
        default:
          break;
        }
    }
}

static void
paint_overlay (FasciaBodyCanvas *self, GtkSnapshot *snapshot, const FasciaRegion *selected)
{
  double px = 1 / self->scale;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->shape->region == self->hover)
        fill (snapshot, piece->path, self->palette->hover);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      gboolean is_focused = piece->shape->region == self->focused;

      if (!is_focused && piece->shape->region != selected)
        continue;
      double width = is_focused ? FOCUS_PX : RING_PX;
      stroke (snapshot, piece->path, self->palette->surface, (width + RING_BACK_PX - RING_PX) * px,
              0);
      stroke (snapshot, piece->path, self->palette->selection, width * px, 0);
    }
}

static void
fascia_body_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBodyCanvas *self = FASCIA_BODY_CANVAS (widget);

  if (self->palette == NULL || self->scale <= 0)
    return;
  if (self->fill_node == NULL)
    build_static_nodes (self);

  gtk_snapshot_append_node (snapshot, self->fill_node);
  paint_fills (self, snapshot);
  paint_edges (self, snapshot);
  if (self->line_node != NULL)
    gtk_snapshot_append_node (snapshot, self->line_node);
  paint_overlay (self, snapshot, fascia_body_model_get_selected (self->model));
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

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      if (piece->widget == NULL)
        continue;

      int x0 = (int) floor (piece->shape->x0 - FASCIA_FIGURE_X);
      int y0 = (int) floor (piece->shape->y0 - FASCIA_FIGURE_Y);
      int x1 = (int) ceil (piece->shape->x1 - FASCIA_FIGURE_X);
      int y1 = (int) ceil (piece->shape->y1 - FASCIA_FIGURE_Y);
      const GtkAllocation allocation = { x0, y0, MAX (x1 - x0, 1), MAX (y1 - y0, 1) };
      gtk_widget_size_allocate (GTK_WIDGET (piece->widget), &allocation, -1);
    }
}

/* ---- the rest ---- */

static void
expose_widgets (FasciaBodyCanvas *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->widget != NULL)
        fascia_region_widget_set_is_exposed (piece->widget,
                                             self->is_alone || piece->shape->is_home);
    }
}

void
fascia_body_canvas_set_scale (FasciaBodyCanvas *self, double scale)
{
  g_return_if_fail (FASCIA_IS_BODY_CANVAS (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  forget_static_nodes (self);
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
  forget_static_nodes (self);
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

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->widget != NULL)
        fascia_region_widget_update (piece->widget);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->path, gsk_path_unref);
}

static void
fascia_body_canvas_dispose (GObject *object)
{
  FasciaBodyCanvas *self = FASCIA_BODY_CANVAS (object);
  GtkWidget *child;

  g_array_set_size (self->pieces, 0);
  g_ptr_array_set_size (self->widgets, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  forget_static_nodes (self);
  g_clear_pointer (&self->outline, gsk_path_unref);
  g_clear_pointer (&self->gutters, gsk_path_unref);
  g_clear_pointer (&self->details, gsk_path_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_body_canvas_parent_class)->dispose (object);
}

static void
fascia_body_canvas_finalize (GObject *object)
{
  FasciaBodyCanvas *self = FASCIA_BODY_CANVAS (object);

  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->widgets, g_ptr_array_unref);

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
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->widgets = g_ptr_array_new ();
  self->palette = fascia_figure_palette_get (FASCIA_FIGURE_LIGHT);
}

static void
build_pieces (FasciaBodyCanvas *self)
{
  FasciaBody *body = fascia_body_model_get_body (self->model);
  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (body, self->view, &n_shapes);

  g_ptr_array_set_size (self->widgets, (int) fascia_body_get_n_regions (body));
  g_array_set_size (self->pieces, n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    {
      Piece *piece = &g_array_index (self->pieces, Piece, i);

      piece->shape = &shapes[i];
      piece->path = build_path (shapes[i].path);
      /* One widget for a place: further shapes of it belong to the picture only. */
      if (fascia_body_get_shape_on (body, shapes[i].region, self->view) != &shapes[i])
        continue;
      GtkWidget *widget = fascia_region_widget_new (self->model, shapes[i].region, piece->path,
                                                    floor (shapes[i].x0 - FASCIA_FIGURE_X),
                                                    floor (shapes[i].y0 - FASCIA_FIGURE_Y));
      piece->widget = FASCIA_REGION_WIDGET (widget);
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
      self->widgets->pdata[fascia_region_get_index (shapes[i].region)] = widget;
    }

  GskPathBuilder *builder = gsk_path_builder_new ();
  guint n_outlines = 0;
  const FasciaPath *const *outlines = fascia_body_get_outlines (body, self->view, &n_outlines);
  for (guint i = 0; i < n_outlines; i++)
    fascia_path_foreach (outlines[i], add_operation, builder);
  self->outline = gsk_path_builder_free_to_path (builder);
  self->gutters = build_path (fascia_body_get_gutters (body, self->view));
  self->details = build_path (fascia_body_get_details (body, self->view));
}

GtkWidget *
fascia_body_canvas_new (FasciaBodyModel *model, FasciaView view)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyCanvas *self = g_object_new (FASCIA_TYPE_BODY_CANVAS, NULL);
  self->model = g_object_ref (model);
  self->view = view;
  build_pieces (self);
  expose_widgets (self);
  return GTK_WIDGET (self);
}
