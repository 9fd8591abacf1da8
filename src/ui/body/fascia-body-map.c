/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One figure on the screen: fits the canvas into its room, writes the words and numerals on it, and
 * meets pointer and finger.
 */

#include "config.h"

#include "fascia-body-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "draw/fascia-body-figure.h"

/* A place this wide has room for its number. */
#define NUMERAL_MIN_PX 24.0
#define OLD_NUMERAL_MIN_PX 16.0

/* Where "your right" and "your left" stand: beside the head, where every figure has room. */
#define SIDE_X 138.0
#define SIDE_Y 60.0

#define HEAD_X 48.0
#define HEAD_GAP 6

#define CAPTION_GAP 6
#define PADDING 8

struct _FasciaBodyMap
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  FasciaView view;
  GtkWidget *canvas; /* NULL until needed */
  GtkWidget *caption;
  gboolean is_alone;
  const FasciaFigurePalette *palette;

  double scale;
  double origin_x;
  double origin_y;
};

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
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
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

  fascia_body_figure_fit (0, PADDING, width, MAX (room - PADDING, 1), &self->scale, &self->origin_x,
                          &self->origin_y);
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
paint_text (FasciaBodyMap *self,
            GtkSnapshot *snapshot,
            PangoLayout *layout,
            double x,
            double y,
            FasciaColor color)
{
  const GdkRGBA rgba = { color.red, color.green, color.blue, color.alpha };
  PangoRectangle ink;
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, &ink, &logical);
  gtk_snapshot_save (snapshot);
  /* Numerals are centred by what is seen of them, not by the line they stand in. */
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - logical.width / 2.0),
                                                          (float) (y - ink.y - ink.height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static PangoLayout *
create_layout (FasciaBodyMap *self, const char *text, double px, gboolean is_bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (px * PANGO_SCALE)));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Keeps the hatching out of the number. */
static void
paint_disc (FasciaBodyMap *self,
            GtkSnapshot *snapshot,
            const FasciaShape *shape,
            double radius,
            FasciaColor color)
{
  const GdkRGBA rgba = { color.red, color.green, color.blue, color.alpha };
  const graphene_rect_t rect
      = GRAPHENE_RECT_INIT ((float) (self->origin_x + shape->cx * self->scale - radius),
                            (float) (self->origin_y + shape->cy * self->scale - radius),
                            (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
paint_numerals (FasciaBodyMap *self, GtkSnapshot *snapshot, const FasciaFigurePalette *palette)
{
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  FasciaBody *body = fascia_body_model_get_body (self->model);
  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (body, self->view, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      const FasciaShape *shape = &shapes[i];
      int level = FASCIA_LEVEL_NOT_GIVEN;
      FasciaBodyLook look = fascia_body_place_get_look (
          fascia_body_model_get_place (self->model, shape->region), scale, &level);
      double across = 2 * shape->r * self->scale;

      if (level == FASCIA_LEVEL_NOT_GIVEN
          || fascia_body_get_shape_on (body, shape->region, self->view) != shape)
        continue;
      gboolean is_old = look == FASCIA_BODY_LOOK_OLD;
      if (across < (is_old ? OLD_NUMERAL_MIN_PX : NUMERAL_MIN_PX) * 0.72)
        continue;

      char text[4];
      g_snprintf (text, sizeof (text), "%d", level);
      double px = is_old ? CLAMP (across * 0.5, 9, 12) : CLAMP (across * 0.55, 11, 17);
      g_autoptr (PangoLayout) layout = create_layout (self, text, px, !is_old);
      int step = is_old ? -1 : fascia_figure_step_for_level (level);
      if (step >= 0 && palette->has_hatch)
        paint_disc (self, snapshot, shape, px * 0.8, palette->ramp[step]);
      paint_text (self, snapshot, layout, self->origin_x + shape->cx * self->scale,
                  self->origin_y + shape->cy * self->scale,
                  step >= 0 ? palette->ink[step] : palette->tile_ink);
    }
}

static void
paint_sides (FasciaBodyMap *self, GtkSnapshot *snapshot, const FasciaFigurePalette *palette)
{
  /* On the front figure the person's left is on the right of the screen. */
  const char *at_left = self->view == FASCIA_VIEW_FRONT ? _ ("your right") : _ ("your left");
  const char *at_right = self->view == FASCIA_VIEW_FRONT ? _ ("your left") : _ ("your right");
  const char *texts[2] = { at_left, at_right };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), texts[i]);
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      PangoRectangle logical;

      pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
      pango_layout_set_attributes (layout, attributes);
      pango_layout_get_pixel_extents (layout, NULL, &logical);
      double half = logical.width / 2.0;
      /* Beside the head, but never on it, however large the text. */
      double away = MAX (SIDE_X * self->scale, HEAD_X * self->scale + HEAD_GAP + half);
      double x = self->origin_x + (i == 0 ? -away : away);
      /* Large text may want more room than the figure leaves; it never leaves the widget. */
      x = CLAMP (x, half, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - half, half));
      paint_text (self, snapshot, layout, x, self->origin_y + SIDE_Y * self->scale, palette->label);
    }
}

static void
update_palette (FasciaBodyMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->palette = fascia_figure_palette_get (fascia_figure_look_for (
      adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager)));
  if (self->canvas != NULL)
    fascia_body_canvas_set_palette (FASCIA_BODY_CANVAS (self->canvas), self->palette);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fascia_body_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBodyMap *self = FASCIA_BODY_MAP (widget);

  if (self->canvas == NULL || self->scale <= 0)
    return;

  gtk_widget_snapshot_child (widget, self->canvas, snapshot);
  paint_numerals (self, snapshot, self->palette);
  paint_sides (self, snapshot, self->palette);
  if (gtk_widget_should_layout (self->caption))
    gtk_widget_snapshot_child (widget, self->caption, snapshot);
}

/* ---- pointer and finger ---- */

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, FasciaBodyMap *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != GDK_BUTTON_PRIMARY && button != GDK_BUTTON_SECONDARY)
    return;
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, fascia_body_map_pick (self, x, y),
                 button == GDK_BUTTON_PRIMARY);
}

static void
on_long_pressed (GtkGestureLongPress *gesture, double x, double y, FasciaBodyMap *self)
{
  /* Claimed, so that lifting the finger is not a tap. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, fascia_body_map_pick (self, x, y), FALSE);
}

static void
on_pointer_moved (GtkEventControllerMotion *controller, double x, double y, FasciaBodyMap *self)
{
  if (self->canvas != NULL)
    fascia_body_canvas_set_hover (FASCIA_BODY_CANVAS (self->canvas),
                                  fascia_body_map_pick (self, x, y));
}

static void
on_pointer_left (GtkEventControllerMotion *controller, FasciaBodyMap *self)
{
  if (self->canvas != NULL)
    fascia_body_canvas_set_hover (FASCIA_BODY_CANVAS (self->canvas), NULL);
}

static gboolean
on_tooltip_queried (FasciaBodyMap *self,
                    int x,
                    int y,
                    gboolean is_keyboard,
                    GtkTooltip *tooltip,
                    gpointer data)
{
  const FasciaRegion *region = is_keyboard ? NULL : fascia_body_map_pick (self, x, y);
  graphene_point_t middle;

  if (region == NULL || !fascia_body_map_locate (self, region, &middle))
    return FALSE;

  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, region);
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));
  if (fascia_body_place_get_look (place, scale, NULL) == FASCIA_BODY_LOOK_PLAIN)
    gtk_tooltip_set_text (tooltip, fascia_region_get_name (region));
  else
    {
      g_autofree char *description = fascia_body_place_dup_description (place, scale, today);
      /* Translators: a place of the body and, on a second line, its level */
      g_autofree char *text = g_strdup_printf (C_ ("place and level", "%s\n%s"),
                                               fascia_region_get_name (region), description);

      gtk_tooltip_set_text (tooltip, text);
    }

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
on_selected_changed (FasciaBodyMap *self)
{
  if (self->canvas != NULL)
    gtk_widget_queue_draw (self->canvas);
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
  self->canvas = fascia_body_canvas_new (self->model, self->view);
  fascia_body_canvas_set_is_alone (FASCIA_BODY_CANVAS (self->canvas), self->is_alone);
  fascia_body_canvas_set_palette (FASCIA_BODY_CANVAS (self->canvas), self->palette);
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

  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_pointer (&self->caption, gtk_widget_unparent);
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

  self->caption = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->caption, "caption-heading");
  gtk_widget_add_css_class (self->caption, "dimmed");
  gtk_widget_set_parent (self->caption, widget);

  GtkGesture *click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  GtkGesture *long_press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), self);
  gtk_widget_add_controller (widget, motion);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip_queried), NULL);

  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_palette), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_palette), self,
                           G_CONNECT_SWAPPED);
  update_palette (self);
}

GtkWidget *
fascia_body_map_new (FasciaBodyModel *model, FasciaView view)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyMap *self = g_object_new (FASCIA_TYPE_BODY_MAP, NULL);
  gboolean is_front = view == FASCIA_VIEW_FRONT;
  self->model = g_object_ref (model);
  self->view = view;
  gtk_label_set_label (GTK_LABEL (self->caption), is_front ? _ ("Front") : _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_front ? _ ("Front of the body") : _ ("Back of the body"), -1);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::selected", G_CALLBACK (on_selected_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
