/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure on the screen: fits the canvas into its room and writes the words and numerals on it.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "draw/fascia-body-figure.h"
#include "fascia-body-map-private.h"
#include "fascia-body-painter.h"
#include "fascia-body-words.h"
#include "fascia-ui-palette.h"

#define CAPTION_GAP 6
#define PADDING 8

/* One press of a key. */
#define ZOOM_STEP 1.25
#define REVEAL_MARGIN 40.0
#define INSET_SIZE 132
#define INSET_MIN_SIZE 60

G_DEFINE_FINAL_TYPE (FasciaBodyMap, fascia_body_map, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED = 1,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- geometry ---- */

const FasciaRegion *
fascia_body_map_pick (FasciaBodyMap *self, double x, double y)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), NULL);

  if (self->canvas == NULL || self->scale <= 0)
    return NULL;
  return fascia_body_pick (fascia_body_model_get_body (self->model), self->view,
                           (x - self->origin_x) / self->scale, (y - self->origin_y) / self->scale,
                           FASCIA_BODY_MAP_SLOP / self->scale);
}

gboolean
fascia_body_map_locate (FasciaBodyMap *self, const FasciaRegion *region, graphene_point_t *point)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  const FasciaShape *shape
      = fascia_body_get_shape_on (fascia_body_model_get_body (self->model), region, self->view);
  if (shape == NULL)
    return FALSE;
  graphene_point_init (point, (float) (self->origin_x + shape->cx * self->scale),
                       (float) (self->origin_y + shape->cy * self->scale));
  return TRUE;
}

static void
fascia_body_map_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  FasciaBodyMap *self = FASCIA_BODY_MAP (widget);
  int caption_minimum = 0;

  gtk_widget_measure (self->caption, orientation, -1, &caption_minimum, NULL, NULL, NULL);
  if (self->is_inset)
    {
      int more = orientation == GTK_ORIENTATION_VERTICAL ? caption_minimum : 0;

      *minimum = INSET_MIN_SIZE + more;
      *natural = INSET_SIZE + more;
    }
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (caption_minimum, 120);
      *natural = 330;
    }
  else
    {
      *minimum = caption_minimum + 160;
      *natural = caption_minimum + 580;
    }
}

/* Where the figure lies now. At once, not at the next frame: keys may come faster than frames. */
static void
update_geometry (FasciaBodyMap *self, double width)
{
  if (self->is_inset)
    {
      double frame_width = (double) self->frame.size.width;
      double frame_height = (double) self->frame.size.height;

      self->scale = MIN (width / frame_width, self->room / frame_height);
      self->origin_x = width / 2 - ((double) self->frame.origin.x + frame_width / 2) * self->scale;
      self->origin_y
          = self->room / 2 - ((double) self->frame.origin.y + frame_height / 2) * self->scale;
      return;
    }
  fascia_body_figure_fit (0, PADDING, width, MAX (self->room - PADDING, 1), &self->scale,
                          &self->origin_x, &self->origin_y);
  /* Another size of window is another picture: what was near may be out of its frame. */
  fascia_body_zoom_pan (&self->zoom, 0, 0, width, self->room);
  fascia_body_zoom_apply (&self->zoom, width, self->room, &self->scale, &self->origin_x,
                          &self->origin_y);
  if (fascia_body_zoom_is_near (&self->zoom))
    {
      /* Pixels that are pushed about stay sharp on pixels. */
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
      double density = surface != NULL ? gdk_surface_get_scale (surface) : 1;

      self->origin_x = round (self->origin_x * density) / density;
      self->origin_y = round (self->origin_y * density) / density;
    }
}

static void
forget_scene (FasciaBodyMap *self)
{
  g_clear_pointer (&self->scene, gsk_render_node_unref);
  g_clear_pointer (&self->scene_base, gsk_render_node_unref);
}

static void
zoom_to_part (FasciaBodyMap *self, double room_width)
{
  double x = (double) self->part.origin.x;
  double y = (double) self->part.origin.y;
  double width = (double) self->part.size.width;
  double height = (double) self->part.size.height;
  double scale = 1;
  double origin_x = 0;
  double origin_y = 0;

  self->has_part = FALSE;
  fascia_body_figure_fit (0, PADDING, room_width, MAX (self->room - PADDING, 1), &scale, &origin_x,
                          &origin_y);
  fascia_body_zoom_show (&self->zoom,
                         MIN (room_width / (width * scale), self->room / (height * scale)),
                         origin_x + (x + width / 2) * scale, origin_y + (y + height / 2) * scale,
                         room_width, self->room);
}

static void
on_zoom_changed (FasciaBodyMap *self)
{
  update_geometry (self, gtk_widget_get_width (GTK_WIDGET (self)));
  if (!fascia_body_zoom_is_near (&self->zoom))
    fascia_body_picture_forget (self->picture);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fascia_body_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FasciaBodyMap *self = FASCIA_BODY_MAP (widget);
  int room = height;

  if (gtk_widget_should_layout (self->caption))
    {
      int caption_width = 0;
      int caption_height = 0;

      gtk_widget_measure (self->caption, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &caption_width, NULL,
                          NULL);
      gtk_widget_measure (self->caption, GTK_ORIENTATION_VERTICAL, -1, NULL, &caption_height, NULL,
                          NULL);
      caption_width = MIN (caption_width, width);
      room = MAX (height - caption_height - CAPTION_GAP, 1);
      const GtkAllocation allocation
          = { (width - caption_width) / 2, room + CAPTION_GAP, caption_width, caption_height };
      gtk_widget_size_allocate (self->caption, &allocation, -1);
    }
  if (self->canvas == NULL)
    return;

  self->room = room;
  if (self->has_part && width > 0)
    zoom_to_part (self, width);
  update_geometry (self, width);
  fascia_body_canvas_set_scale (FASCIA_BODY_CANVAS (self->canvas), self->scale);

  /* The figure is never mirrored: left is the person's left in every language. */
  GskTransform *transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (self->origin_x + FASCIA_FIGURE_X * self->scale),
                                  (float) (self->origin_y + FASCIA_FIGURE_Y * self->scale)));
  transform = gsk_transform_scale (transform, (float) self->scale, (float) self->scale);
  gtk_widget_allocate (self->canvas, (int) FASCIA_FIGURE_WIDTH, (int) FASCIA_FIGURE_HEIGHT, -1,
                       transform);
}

/* ---- painting ---- */

static void
update_palette (FasciaBodyMap *self)
{
  self->palette = fascia_ui_palette_get ();
  if (self->canvas != NULL)
    fascia_body_canvas_set_palette (FASCIA_BODY_CANVAS (self->canvas), self->palette);
  forget_scene (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static FasciaBodyWords
get_words (FasciaBodyMap *self)
{
  return (FasciaBodyWords) {
    .widget = GTK_WIDGET (self),
    .model = self->model,
    .view = self->view,
    .palette = self->palette,
    .scale = self->scale,
    .origin_x = self->origin_x,
    .origin_y = self->origin_y,
    .is_near = fascia_body_zoom_is_near (&self->zoom),
  };
}

/* Body, marks and levels, in pixels about the origin: the same node as long as nothing changes. */
static GskRenderNode *
ensure_scene (FasciaBodyMap *self)
{
  GskRenderNode *base = fascia_body_canvas_get_base (FASCIA_BODY_CANVAS (self->canvas));

  if (self->scene != NULL && self->scene_base == base)
    return self->scene;
  forget_scene (self);
  if (base == NULL)
    return NULL;

  const FasciaBodyWords words = get_words (self);
  g_autoptr (GskRenderNode) levels = fascia_body_words_create_levels (&words);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (FASCIA_FIGURE_X * self->scale),
                                                          (float) (FASCIA_FIGURE_Y * self->scale)));
  gtk_snapshot_scale (snapshot, (float) self->scale, (float) self->scale);
  gtk_snapshot_append_node (snapshot, base);
  gtk_snapshot_restore (snapshot);
  if (levels != NULL)
    gtk_snapshot_append_node (snapshot, levels);
  self->scene = gtk_snapshot_free_to_node (snapshot);
  self->scene_base = gsk_render_node_ref (base);
  return self->scene;
}

static void
paint_scene (FasciaBodyMap *self, GtkSnapshot *snapshot, const graphene_rect_t *frame)
{
  GskRenderNode *scene = ensure_scene (self);

  if (scene == NULL)
    return;
  if (fascia_body_zoom_is_near (&self->zoom))
    {
      const graphene_rect_t extents = GRAPHENE_RECT_INIT (
          (float) (FASCIA_FIGURE_X * self->scale), (float) (FASCIA_FIGURE_Y * self->scale),
          (float) (FASCIA_FIGURE_WIDTH * self->scale),
          (float) (FASCIA_FIGURE_HEIGHT * self->scale));

      fascia_body_picture_paint (self->picture, GTK_WIDGET (self), scene, &extents, self->origin_x,
                                 self->origin_y, frame, snapshot);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) self->origin_x, (float) self->origin_y));
  gtk_snapshot_append_node (snapshot, scene);
  gtk_snapshot_restore (snapshot);
}

/* How far the eraser reaches. */
static void
paint_eraser (FasciaBodyMap *self, GtkSnapshot *snapshot)
{
  const float reach = (float) FASCIA_BODY_PEN_REACH_PX;
  const GdkRGBA ink = fascia_ui_palette_to_rgba (self->palette->tile_ink);
  const graphene_rect_t rect = GRAPHENE_RECT_INIT (
      (float) self->pointer_x - reach, (float) self->pointer_y - reach, 2 * reach, 2 * reach);
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  const GdkRGBA colors[4] = { ink, ink, ink, ink };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &rect, reach);
  gtk_snapshot_append_border (snapshot, &ring, widths, colors);
}

static void
fascia_body_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBodyMap *self = FASCIA_BODY_MAP (widget);

  if (self->canvas == NULL || self->scale <= 0)
    return;

  /* What is near is cut at the frame, so that it never lies on the caption. */
  const graphene_rect_t frame
      = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) self->room);
  const FasciaBodyWords words = get_words (self);
  gtk_snapshot_push_clip (snapshot, &frame);
  paint_scene (self, snapshot, &frame);
  gtk_widget_snapshot_child (widget, self->canvas, snapshot);
  fascia_body_words_paint_bubble (&words, snapshot);
  if (!self->is_inset)
    fascia_body_words_paint_sides (&words, snapshot);
  if (self->has_pointer && fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_ERASE)
    paint_eraser (self, snapshot);
  gtk_snapshot_pop (snapshot);
  if (gtk_widget_should_layout (self->caption))
    gtk_widget_snapshot_child (widget, self->caption, snapshot);
}

static void
fascia_body_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fascia_body_map_parent_class)->css_changed (widget, change);
  /* The levels may have another font. */
  forget_scene (FASCIA_BODY_MAP (widget));
}

/* ---- nearer and further ---- */

void
fascia_body_map_zoom_at (FasciaBodyMap *self, double by, double x, double y)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  self->is_part_shown = FALSE;
  fascia_body_zoom_scale (&self->zoom, by, x, y, gtk_widget_get_width (GTK_WIDGET (self)),
                          self->room);
  on_zoom_changed (self);
}

void
fascia_body_map_pan (FasciaBodyMap *self, double dx, double dy)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  fascia_body_zoom_pan (&self->zoom, dx, dy, gtk_widget_get_width (GTK_WIDGET (self)), self->room);
  on_zoom_changed (self);
}

void
fascia_body_map_zoom (FasciaBodyMap *self, int steps)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  graphene_point_t at;
  if (steps == 0)
    {
      fascia_body_zoom_reset (&self->zoom);
      self->has_part = FALSE;
      self->is_part_shown = FALSE;
      on_zoom_changed (self);
      return;
    }
  if (selected == NULL || !fascia_body_map_locate (self, selected, &at))
    graphene_point_init (&at, (float) gtk_widget_get_width (GTK_WIDGET (self)) / 2,
                         (float) self->room / 2);
  fascia_body_map_zoom_at (self, pow (ZOOM_STEP, steps), (double) at.x, (double) at.y);
}

gboolean
fascia_body_map_is_near (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FALSE);

  return fascia_body_zoom_is_near (&self->zoom);
}

void
fascia_body_map_show_part (FasciaBodyMap *self, double x, double y, double width, double height)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));
  g_return_if_fail (width > 0 && height > 0);

  if (self->is_inset)
    return;
  graphene_rect_init (&self->part, (float) x, (float) y, (float) width, (float) height);
  self->has_part = TRUE;
  self->is_part_shown = TRUE;
  /* A figure that has just been turned to has no room yet. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0 || self->room <= 0)
    return;
  zoom_to_part (self, gtk_widget_get_width (GTK_WIDGET (self)));
  on_zoom_changed (self);
}

gboolean
fascia_body_map_is_part_shown (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FALSE);

  return self->is_part_shown;
}

/* ---- what is met ---- */

void
fascia_body_map_emit_picked (FasciaBodyMap *self,
                             double x,
                             double y,
                             const FasciaRegion *region,
                             gboolean is_mark)
{
  self->picked_x = (x - self->origin_x) / self->scale;
  self->picked_y = (y - self->origin_y) / self->scale;
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, region, is_mark);
}

void
fascia_body_map_get_picked_point (FasciaBodyMap *self, double *x, double *y)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));
  g_return_if_fail (x != NULL && y != NULL);

  *x = self->picked_x;
  *y = self->picked_y;
}

/* (transfer full) (nullable) */
static char *
dup_tooltip (FasciaBodyMap *self, const FasciaRegion *region)
{
  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, region);
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));

  if (fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT)
    {
      FasciaHeat *heat = fascia_body_model_get_heat (self->model);

      return heat != NULL ? fascia_heat_dup_text (heat, region) : NULL;
    }
  if (fascia_body_place_get_look (place, scale, NULL) == FASCIA_BODY_LOOK_PLAIN)
    return g_strdup (fascia_region_get_name (region));
  g_autofree char *description = fascia_body_place_dup_description (place, scale, today);
  /* Translators: a place of the body and, on a second line, its level */
  return g_strdup_printf (C_ ("place and level", "%s\n%s"), fascia_region_get_name (region),
                          description);
}

static gboolean
on_tooltip_queried (FasciaBodyMap *self,
                    int x,
                    int y,
                    gboolean is_keyboard,
                    GtkTooltip *tooltip,
                    gpointer data)
{
  const FasciaRegion *region
      = is_keyboard || fascia_body_map_is_drawing (self) ? NULL : fascia_body_map_pick (self, x, y);
  graphene_point_t middle;

  if (region == NULL || !fascia_body_map_locate (self, region, &middle))
    return FALSE;

  g_autofree char *text = dup_tooltip (self, region);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);

  const FasciaShape *shape
      = fascia_body_get_shape_on (fascia_body_model_get_body (self->model), region, self->view);
  const GdkRectangle area = {
    (int) (self->origin_x + shape->x0 * self->scale),
    (int) (self->origin_y + shape->y0 * self->scale),
    (int) ((shape->x1 - shape->x0) * self->scale),
    (int) ((shape->y1 - shape->y0) * self->scale),
  };
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* ---- the rest ---- */

static void
on_model_changed (FasciaBodyMap *self)
{
  if (self->canvas != NULL)
    fascia_body_canvas_update (FASCIA_BODY_CANVAS (self->canvas));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_tool_changed (FasciaBodyMap *self)
{
  fascia_body_map_draw_cancel (self);
  fascia_body_map_update_cursor (self);
  if (self->canvas != NULL && fascia_body_map_is_drawing (self))
    fascia_body_canvas_set_hover (FASCIA_BODY_CANVAS (self->canvas), NULL);
  if (self->canvas != NULL)
    gtk_widget_queue_draw (self->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* (nullable) The same part of another body. */
static const FasciaInset *
find_inset (FasciaBodyMap *self)
{
  guint n_insets = 0;
  const FasciaInset *insets
      = fascia_body_get_insets (fascia_body_model_get_body (self->model), &n_insets);

  for (guint i = 0; i < n_insets; i++)
    if (g_strcmp0 (insets[i].code, self->code) == 0)
      return &insets[i];
  return NULL;
}

static void
update_frame (FasciaBodyMap *self)
{
  const FasciaInset *inset = find_inset (self);
  if (inset == NULL)
    return;

  graphene_rect_init (&self->frame, (float) inset->x, (float) inset->y, (float) inset->width,
                      (float) inset->height);
  if (self->canvas != NULL)
    {
      graphene_rect_t frame;

      graphene_rect_offset_r (&self->frame, -(float) FASCIA_FIGURE_X, -(float) FASCIA_FIGURE_Y,
                              &frame);
      fascia_body_canvas_set_frame (FASCIA_BODY_CANVAS (self->canvas), &frame);
    }
}

/* The same regions in other shapes. */
static void
on_body_changed (FasciaBodyMap *self)
{
  fascia_body_map_draw_cancel (self);
  self->is_pressed = FALSE;
  self->pressed = NULL;
  forget_scene (self);
  fascia_body_picture_forget (self->picture);
  /* The column of parts is about to put others in their place. */
  if (self->is_inset)
    return;
  if (self->canvas != NULL)
    fascia_body_canvas_rebuild (FASCIA_BODY_CANVAS (self->canvas));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A place that the keyboard walks to comes into the frame. */
static void
reveal_selected (FasciaBodyMap *self)
{
  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  graphene_point_t at;

  if (selected == NULL || !fascia_body_zoom_is_near (&self->zoom)
      || !fascia_body_map_locate (self, selected, &at))
    return;
  fascia_body_zoom_reveal (&self->zoom, (double) at.x, (double) at.y, REVEAL_MARGIN,
                           gtk_widget_get_width (GTK_WIDGET (self)), self->room);
  on_zoom_changed (self);
}

static void
on_selected_changed (FasciaBodyMap *self)
{
  reveal_selected (self);
  if (self->canvas != NULL)
    gtk_widget_queue_draw (self->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

FasciaView
fascia_body_map_get_view (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FASCIA_VIEW_FRONT);

  return self->view;
}

void
fascia_body_map_ensure (FasciaBodyMap *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  if (self->canvas != NULL)
    return;
  self->canvas = fascia_body_canvas_new (self->model, self->view, self->is_inset);
  fascia_body_canvas_set_is_alone (FASCIA_BODY_CANVAS (self->canvas), self->is_alone);
  fascia_body_canvas_set_palette (FASCIA_BODY_CANVAS (self->canvas), self->palette);
  fascia_body_canvas_set_pen (FASCIA_BODY_CANVAS (self->canvas), self->pen);
  if (self->is_inset)
    update_frame (self);
  /* The figure is pressed, not its places: they may go while a button is down. */
  gtk_widget_set_can_target (self->canvas, FALSE);
  gtk_widget_insert_before (self->canvas, GTK_WIDGET (self), self->caption);
}

FasciaBodyCanvas *
fascia_body_map_get_canvas (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), NULL);

  return self->canvas != NULL ? FASCIA_BODY_CANVAS (self->canvas) : NULL;
}

void
fascia_body_map_set_is_alone (FasciaBodyMap *self, gboolean is_alone)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  self->is_alone = is_alone;
  gtk_widget_set_visible (self->caption, !is_alone);
  if (self->canvas != NULL)
    fascia_body_canvas_set_is_alone (FASCIA_BODY_CANVAS (self->canvas), is_alone);
}

static void
fascia_body_map_dispose (GObject *object)
{
  FasciaBodyMap *self = FASCIA_BODY_MAP (object);

  fascia_body_map_unguard_stroke (self);
  if (self->pen != NULL)
    fascia_body_pen_cancel (self->pen);
  forget_scene (self);
  if (self->canvas != NULL)
    fascia_body_canvas_set_pen (FASCIA_BODY_CANVAS (self->canvas), NULL);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);
  g_clear_pointer (&self->pen, fascia_body_pen_free);
  g_clear_pointer (&self->picture, fascia_body_picture_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_body_map_parent_class)->dispose (object);
}

static void
fascia_body_map_class_init (FasciaBodyMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_body_map_dispose;
  widget_class->measure = fascia_body_map_measure;
  widget_class->size_allocate = fascia_body_map_size_allocate;
  widget_class->snapshot = fascia_body_map_snapshot;
  widget_class->css_changed = fascia_body_map_css_changed;

  signals[SIGNAL_PICKED]
      = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "bodymap");
}

static void
fascia_body_map_init (FasciaBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  fascia_body_zoom_reset (&self->zoom);
  self->picture = fascia_body_picture_new ();
  self->caption = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->caption, "caption-heading");
  gtk_widget_add_css_class (self->caption, "dimmed");
  gtk_widget_set_parent (self->caption, widget);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip_queried), NULL);

  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_palette), self,
                           G_CONNECT_SWAPPED);
  update_palette (self);
}

/* What it must know before it exists is known: the rest follows. */
static void
set_up (FasciaBodyMap *self, FasciaBodyModel *model, FasciaView view)
{
  self->model = g_object_ref (model);
  self->view = view;
  self->pen = fascia_body_pen_new (model, view);
  fascia_body_map_add_gestures (self);
  fascia_body_map_update_cursor (self);
  /* Another target says "changed", too, as soon as there is something to be said of its places. */
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::selected", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::tool", G_CALLBACK (on_tool_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::body", G_CALLBACK (on_body_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
fascia_body_map_new (FasciaBodyModel *model, FasciaView view)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyMap *self = g_object_new (FASCIA_TYPE_BODY_MAP, NULL);
  gboolean is_front = view == FASCIA_VIEW_FRONT;
  set_up (self, model, view);
  gtk_label_set_label (GTK_LABEL (self->caption), is_front ? _ ("Front") : _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_front ? _ ("Front of the body") : _ ("Back of the body"), -1);
  return GTK_WIDGET (self);
}

GtkWidget *
fascia_body_map_new_inset (FasciaBodyModel *model, const FasciaInset *inset)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (inset != NULL, NULL);

  /* Its places are met on the figure: here they would be met twice. */
  FasciaBodyMap *self = g_object_new (FASCIA_TYPE_BODY_MAP, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-focus", FALSE, NULL);
  self->is_inset = TRUE;
  self->code = g_strdup (inset->code);
  set_up (self, model, inset->view);
  gtk_label_set_label (GTK_LABEL (self->caption), fascia_inset_get_name (inset));
  gtk_widget_remove_css_class (self->caption, "caption-heading");
  gtk_widget_add_css_class (self->caption, "caption");
  fascia_body_map_ensure (self);
  return GTK_WIDGET (self);
}

const char *
fascia_body_map_get_code (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), NULL);

  return self->code;
}
