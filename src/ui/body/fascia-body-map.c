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
#include "fascia-body-words.h"
#include "fascia-body-zoom.h"
#include "fascia-ui-palette.h"

#define CAPTION_GAP 6
#define PADDING 8

/* One notch of the wheel, one press of a key. */
#define ZOOM_STEP 1.25
#define PAN_STEP 40.0
#define REVEAL_MARGIN 40.0

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

  FasciaBodyZoom zoom;
  double room;         /* height of the frame the figure is in */
  double pinch_factor; /* where the pinch that is under way began */
  double dragged_x;    /* what the drag that is under way has moved already */
  double dragged_y;
  double pointer_x;
  double pointer_y;
  const FasciaRegion *pressed; /* what the click that is under way began on, or NULL */
  gboolean is_pressed;
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

/* Where the figure lies now. At once, not at the next frame: keys may come faster than frames. */
static void
update_geometry (FasciaBodyMap *self, double width)
{
  fascia_body_figure_fit (0, PADDING, width, MAX (self->room - PADDING, 1), &self->scale,
                          &self->origin_x, &self->origin_y);
  /* Another size of window is another picture: what was near may be out of its frame. */
  fascia_body_zoom_pan (&self->zoom, 0, 0, width, self->room);
  fascia_body_zoom_apply (&self->zoom, width, self->room, &self->scale, &self->origin_x,
                          &self->origin_y);
}

static void
on_zoom_changed (FasciaBodyMap *self)
{
  update_geometry (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fascia_body_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBodyMap *self = FASCIA_BODY_MAP (widget);

  if (self->canvas == NULL || self->scale <= 0)
    return;

  /* What is near is cut at the frame, so that it never lies on the caption. */
  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) self->room));
  gtk_widget_snapshot_child (widget, self->canvas, snapshot);
  const FasciaBodyWords words = {
    .widget = widget,
    .model = self->model,
    .view = self->view,
    .palette = self->palette,
    .scale = self->scale,
    .origin_x = self->origin_x,
    .origin_y = self->origin_y,
  };
  fascia_body_words_paint (&words, snapshot);
  gtk_snapshot_pop (snapshot);
  if (gtk_widget_should_layout (self->caption))
    gtk_widget_snapshot_child (widget, self->caption, snapshot);
}

/* ---- pointer and finger ---- */

static void
zoom_at (FasciaBodyMap *self, double by, double x, double y)
{
  fascia_body_zoom_scale (&self->zoom, by, x, y, gtk_widget_get_width (GTK_WIDGET (self)),
                          self->room);
  on_zoom_changed (self);
}

static void
pan (FasciaBodyMap *self, double dx, double dy)
{
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
      on_zoom_changed (self);
      return;
    }
  if (selected == NULL || !fascia_body_map_locate (self, selected, &at))
    graphene_point_init (&at, (float) gtk_widget_get_width (GTK_WIDGET (self)) / 2,
                         (float) self->room / 2);
  zoom_at (self, pow (ZOOM_STEP, steps), (double) at.x, (double) at.y);
}

gboolean
fascia_body_map_is_near (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FALSE);

  return fascia_body_zoom_is_near (&self->zoom);
}

static void
on_pinch_begun (GtkGesture *gesture, GdkEventSequence *sequence, FasciaBodyMap *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinch_factor = self->zoom.factor;
}

static void
on_pinched (GtkGestureZoom *gesture, double scale, FasciaBodyMap *self)
{
  double x = 0;
  double y = 0;

  if (scale > 0 && gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    zoom_at (self, self->pinch_factor * scale / self->zoom.factor, x, y);
}

static void
on_drag_begun (GtkGestureDrag *gesture, double x, double y, FasciaBodyMap *self)
{
  self->dragged_x = 0;
  self->dragged_y = 0;
}

static void
on_dragged (GtkGestureDrag *gesture, double dx, double dy, FasciaBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  /* Only what is near can be moved, and a tap that trembles stays a tap. */
  if (!fascia_body_zoom_is_near (&self->zoom))
    return;
  if (self->dragged_x == 0 && self->dragged_y == 0
      && !gtk_drag_check_threshold (widget, 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pan (self, dx - self->dragged_x, dy - self->dragged_y);
  self->dragged_x = dx;
  self->dragged_y = dy;
}

static gboolean
on_scrolled (GtkEventControllerScroll *controller, double dx, double dy, FasciaBodyMap *self)
{
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    {
      zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
      return TRUE;
    }
  if (!fascia_body_zoom_is_near (&self->zoom))
    return FALSE;
  double unit
      = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? PAN_STEP : 1;
  pan (self, -dx * unit, -dy * unit);
  return TRUE;
}

void
fascia_body_map_press (FasciaBodyMap *self, double x, double y)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  self->pressed = fascia_body_map_pick (self, x, y);
  self->is_pressed = TRUE;
}

void
fascia_body_map_release (FasciaBodyMap *self, double x, double y, gboolean is_mark)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  const FasciaRegion *region = fascia_body_map_pick (self, x, y);

  /* What was pressed and left again was not meant: a swipe that ends on a place marks nothing. */
  if (!self->is_pressed || region != self->pressed)
    return;
  self->is_pressed = FALSE;
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, region, is_mark);
}

void
fascia_body_map_cancel_press (FasciaBodyMap *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  self->is_pressed = FALSE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, FasciaBodyMap *self)
{
  fascia_body_map_press (self, x, y);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, FasciaBodyMap *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY || button == GDK_BUTTON_SECONDARY)
    fascia_body_map_release (self, x, y, button == GDK_BUTTON_PRIMARY);
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
  self->pointer_x = x;
  self->pointer_y = y;
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

  fascia_body_zoom_reset (&self->zoom);
  self->caption = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->caption, "caption-heading");
  gtk_widget_add_css_class (self->caption, "dimmed");
  gtk_widget_set_parent (self->caption, widget);

  GtkGesture *click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (click, "stopped", G_CALLBACK (fascia_body_map_cancel_press), self);
  g_signal_connect_swapped (click, "cancel", G_CALLBACK (fascia_body_map_cancel_press), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  GtkGesture *long_press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (long_press));

  GtkGesture *pinch = gtk_gesture_zoom_new ();
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begun), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinched), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  GtkGesture *drag = gtk_gesture_drag_new ();
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begun), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_dragged), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scrolled), self);
  gtk_widget_add_controller (widget, scroll);

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
