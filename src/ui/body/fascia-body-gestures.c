/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What meets pointer, finger and stylus on a figure: clicks, drags, pinches, strokes.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-announce.h"
#include "fascia-body-map-private.h"

/* A line this long, in pixels, is meant, and no page turns under it. */
#define MEANT_PX 2.0
/* A second finger this soon is half of a pinch that began unevenly; later it is a palm. */
#define LINE_PX 24.0

/* No pressure is felt. */
#define NO_PRESSURE (-1.0)

gboolean
fascia_body_map_is_drawing (FasciaBodyMap *self)
{
  FasciaBodyTool tool = fascia_body_model_get_tool (self->model);

  return fascia_body_model_is_editable (self->model)
         && (tool == FASCIA_BODY_TOOL_SPOT || tool == FASCIA_BODY_TOOL_STROKE
             || tool == FASCIA_BODY_TOOL_ERASE);
}

void
fascia_body_map_update_cursor (FasciaBodyMap *self)
{
  const char *name = NULL;

  switch (fascia_body_model_get_tool (self->model))
    {
    case FASCIA_BODY_TOOL_SPOT:
    case FASCIA_BODY_TOOL_STROKE:
      name = "crosshair";
      break;
    case FASCIA_BODY_TOOL_ERASE:
      name = "cell";
      break;
    case FASCIA_BODY_TOOL_SPREAD:
      name = "alias";
      break;
    case FASCIA_BODY_TOOL_NONE:
    default:
      if (self->is_dragging)
        name = "grabbing";
      break;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/* ---- drawing ---- */

static void
tell_canvas (FasciaBodyMap *self)
{
  FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (self);

  if (canvas == NULL)
    return;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  fascia_body_canvas_set_gone (canvas, fascia_body_pen_get_gone_drawings (self->pen),
                               fascia_body_pen_get_gone_spreads (self->pen));
}

gboolean
fascia_body_map_draw_begin (FasciaBodyMap *self, double x, double y, double pressure)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FALSE);

  if (self->canvas == NULL || self->scale <= 0)
    return FALSE;
  gboolean has_begun = fascia_body_pen_begin (self->pen, (x - self->origin_x) / self->scale,
                                              (y - self->origin_y) / self->scale, pressure,
                                              self->scale, self->zoom.factor);
  if (has_begun)
    fascia_body_map_guard_stroke (self);
  tell_canvas (self);
  return has_begun;
}

static void
move_pen (FasciaBodyMap *self, double x, double y, double pressure)
{
  gboolean was_full = fascia_body_pen_is_full (self->pen);

  fascia_body_pen_move (self->pen, (x - self->origin_x) / self->scale,
                        (y - self->origin_y) / self->scale, pressure);
  /* From here on the line does not follow the hand. */
  if (!was_full && fascia_body_pen_is_full (self->pen))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
fascia_body_map_draw_moves (FasciaBodyMap *self, const FasciaBodyMove *moves, guint n_moves)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));
  g_return_if_fail (moves != NULL || n_moves == 0);

  if (!fascia_body_pen_is_active (self->pen))
    return;
  for (guint i = 0; i < n_moves; i++)
    move_pen (self, moves[i].x, moves[i].y, moves[i].pressure);
  tell_canvas (self);
}

void
fascia_body_map_draw_move (FasciaBodyMap *self, double x, double y, double pressure)
{
  const FasciaBodyMove move = { x, y, pressure };

  fascia_body_map_draw_moves (self, &move, 1);
}

gboolean
fascia_body_map_draw_end (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FALSE);

  if (!fascia_body_pen_is_active (self->pen))
    return FALSE;
  FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (self);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  fascia_body_canvas_set_gone (canvas, NULL, NULL);
  fascia_body_map_unguard_stroke (self);
  return fascia_body_pen_end (self->pen);
}

gboolean
fascia_body_map_draw_cancel (FasciaBodyMap *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MAP (self), FALSE);

  if (!fascia_body_pen_is_active (self->pen))
    return FALSE;
  fascia_body_map_unguard_stroke (self);
  fascia_body_pen_cancel (self->pen);
  tell_canvas (self);
  /* Whoever does not see it go must hear it. */
  fascia_announce (GTK_WIDGET (self), _ ("Drawing stopped. Nothing was kept."));
  return TRUE;
}

/* Whether the event comes from a pen that lies on glass or tablet; it has a gesture of its own. */
static gboolean
is_stylus (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  return event != NULL && gdk_event_get_device_tool (event) != NULL;
}

static double
get_pressure (GtkGestureStylus *gesture)
{
  double pressure = NO_PRESSURE;

  return gtk_gesture_stylus_get_axis (gesture, GDK_AXIS_PRESSURE, &pressure) ? pressure
                                                                             : NO_PRESSURE;
}

static void
on_stylus_down (GtkGestureStylus *gesture, double x, double y, FasciaBodyMap *self)
{
  if (!fascia_body_map_is_drawing (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fascia_body_map_draw_begin (self, x, y, get_pressure (gesture));
}

static void
on_stylus_moved (GtkGestureStylus *gesture, double x, double y, FasciaBodyMap *self)
{
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n_backlog = 0;

  if (!fascia_body_pen_is_active (self->pen))
    return;
  /* What the hand did between two frames: without it quick curves have corners. */
  if (!gtk_gesture_stylus_get_backlog (gesture, &backlog, &n_backlog))
    n_backlog = 0;
  g_autofree FasciaBodyMove *moves = g_new (FasciaBodyMove, n_backlog + 1);
  for (guint i = 0; i < n_backlog; i++)
    moves[i] = (FasciaBodyMove) {
      .x = backlog[i].axes[GDK_AXIS_X],
      .y = backlog[i].axes[GDK_AXIS_Y],
      .pressure = (backlog[i].flags & GDK_AXIS_FLAG_PRESSURE) != 0
                      ? backlog[i].axes[GDK_AXIS_PRESSURE]
                      : NO_PRESSURE,
    };
  moves[n_backlog] = (FasciaBodyMove) { x, y, get_pressure (gesture) };
  fascia_body_map_draw_moves (self, moves, n_backlog + 1);
}

static void
on_stylus_up (GtkGestureStylus *gesture, double x, double y, FasciaBodyMap *self)
{
  if (fascia_body_pen_is_active (self->pen) && !fascia_body_map_draw_end (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* ---- nearer and further, and about ---- */

/* What the drag draws, not what a stylus does. */
static void
cancel_drag (FasciaBodyMap *self)
{
  if (self->is_drag_drawing)
    fascia_body_map_draw_cancel (self);
  self->is_drag_drawing = FALSE;
}

void
fascia_body_map_second_finger (FasciaBodyMap *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MAP (self));

  if (self->is_drag_drawing && self->drawn < LINE_PX)
    cancel_drag (self);
}

/* Gestures of one finger do not hear of others. */
static gboolean
on_event (GtkEventController *controller, GdkEvent *event, FasciaBodyMap *self)
{
  if (gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN
      && !gdk_touch_event_get_emulating_pointer (event))
    fascia_body_map_second_finger (self);
  return FALSE;
}

/* Whether the event puts something down. A drag can also begin in the middle of a movement: when
 * another finger is lifted again. */
static gboolean
is_press (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkEventType type = event != NULL ? gdk_event_get_event_type (event) : GDK_BUTTON_PRESS;

  return type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN;
}

/* Whether the event lifts it. A drag also ends when somebody else takes the finger. */
static gboolean
is_release (GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event == NULL)
    return FALSE;
  GdkEventType type = gdk_event_get_event_type (event);
  return type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END;
}

static void
on_pinch_begun (GtkGesture *gesture, GdkEventSequence *sequence, FasciaBodyMap *self)
{
  /* The second finger means that the first one did not mean to draw. Before it is claimed: that ends
   * the drag. */
  cancel_drag (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinch_factor = self->zoom.factor;
  if (gtk_gesture_is_active (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &self->begun_x, &self->begun_y);
}

static void
on_pinched (GtkGestureZoom *gesture, double scale, FasciaBodyMap *self)
{
  double x = 0;
  double y = 0;

  /* A part stays as large as it is. */
  if (self->is_inset)
    return;
  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  fascia_body_map_zoom_at (self, self->pinch_factor * scale / self->zoom.factor, x, y);
  /* Two fingers also push, whatever one of them does. */
  fascia_body_map_pan (self, x - self->begun_x, y - self->begun_y);
  self->begun_x = x;
  self->begun_y = y;
}

static void
on_drag_begun (GtkGestureDrag *gesture, double x, double y, FasciaBodyMap *self)
{
  self->dragged_x = 0;
  self->dragged_y = 0;
  self->begun_x = x;
  self->begun_y = y;
  self->is_drag_drawing = FALSE;
  self->drawn = 0;
  if (!fascia_body_map_is_drawing (self) || is_stylus (GTK_GESTURE (gesture))
      || !is_press (GTK_GESTURE (gesture)))
    return;
  self->is_drag_drawing = fascia_body_map_draw_begin (self, x, y, NO_PRESSURE);
}

static void
on_dragged (GtkGestureDrag *gesture, double dx, double dy, FasciaBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (fascia_body_pen_is_active (self->pen))
    {
      if (!self->is_drag_drawing)
        return;
      self->drawn = MAX (self->drawn, hypot (dx, dy));
      if (self->drawn > MEANT_PX)
        gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      fascia_body_map_draw_move (self, self->begun_x + dx, self->begun_y + dy, NO_PRESSURE);
      return;
    }
  /* Only what is near can be moved, and a tap that trembles stays a tap. */
  if (!fascia_body_zoom_is_near (&self->zoom) || fascia_body_map_is_drawing (self))
    return;
  if (self->dragged_x == 0 && self->dragged_y == 0
      && !gtk_drag_check_threshold (widget, 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!self->is_dragging)
    {
      self->is_dragging = TRUE;
      fascia_body_map_update_cursor (self);
    }
  fascia_body_map_pan (self, dx - self->dragged_x, dy - self->dragged_y);
  self->dragged_x = dx;
  self->dragged_y = dy;
}

static void
on_drag_ended (GtkGestureDrag *gesture, double dx, double dy, FasciaBodyMap *self)
{
  if (self->is_dragging)
    {
      self->is_dragging = FALSE;
      fascia_body_map_update_cursor (self);
    }
  if (!self->is_drag_drawing)
    return;
  if (!fascia_body_pen_is_active (self->pen) || !is_release (GTK_GESTURE (gesture)))
    {
      cancel_drag (self);
      return;
    }
  self->is_drag_drawing = FALSE;
  fascia_body_map_draw_move (self, self->begun_x + dx, self->begun_y + dy, NO_PRESSURE);
  if (!fascia_body_map_draw_end (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, FasciaBodyMap *self)
{
  cancel_drag (self);
}

static gboolean
on_scrolled (GtkEventControllerScroll *controller, double dx, double dy, FasciaBodyMap *self)
{
  GdkModifierType modifiers
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->is_inset)
    return FALSE;
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (controller);
  /* The figure does not move under a stroke. */
  if (fascia_body_pen_is_active (self->pen))
    return TRUE;
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    {
      fascia_body_map_zoom_at (self,
                               fascia_body_zoom_get_scrolled (dy, unit == GDK_SCROLL_UNIT_WHEEL),
                               self->pointer_x, self->pointer_y);
      return TRUE;
    }
  if (!fascia_body_zoom_is_near (&self->zoom))
    return FALSE;
  double pixels = unit == GDK_SCROLL_UNIT_WHEEL ? FASCIA_BODY_ZOOM_NOTCH_PX : 1;
  fascia_body_map_pan (self, -dx * pixels, -dy * pixels);
  return TRUE;
}

/* ---- click and tap ---- */

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
  fascia_body_map_emit_picked (self, x, y, region, is_mark);
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
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_PRIMARY && fascia_body_map_is_drawing (self))
    self->is_pressed = FALSE;
  else
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
  if (fascia_body_map_is_drawing (self))
    return;
  /* Claimed, so that lifting the finger is not a tap. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fascia_body_map_emit_picked (self, x, y, fascia_body_map_pick (self, x, y), FALSE);
}

static void
on_pointer_moved (GtkEventControllerMotion *controller, double x, double y, FasciaBodyMap *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  self->has_pointer = TRUE;
  if (self->canvas == NULL)
    return;
  /* Who draws looks at the line, not at the places under it. */
  fascia_body_canvas_set_hover (
      FASCIA_BODY_CANVAS (self->canvas),
      fascia_body_map_is_drawing (self) ? NULL : fascia_body_map_pick (self, x, y));
  if (fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_ERASE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_pointer_left (GtkEventControllerMotion *controller, FasciaBodyMap *self)
{
  self->has_pointer = FALSE;
  if (self->canvas != NULL)
    fascia_body_canvas_set_hover (FASCIA_BODY_CANVAS (self->canvas), NULL);
  if (fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_ERASE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_map_add_gestures (FasciaBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  fascia_body_map_add_guard (self);
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

  /* The first finger alone: another one on the same figure or on the next one draws nothing. What it
   * holds for its line no pinch takes away from it. */
  GtkGesture *drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (drag), TRUE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begun), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_dragged), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_ended), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancelled), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  /* Not in a group with the drag: that denies the second finger, and would deny it to the pinch. After
   * it, so that it is asked first. */
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begun), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinched), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  GtkEventController *fingers = gtk_event_controller_legacy_new ();
  g_signal_connect (fingers, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (widget, fingers);

  GtkGesture *stylus = gtk_gesture_stylus_new ();
  g_signal_connect (stylus, "down", G_CALLBACK (on_stylus_down), self);
  g_signal_connect (stylus, "motion", G_CALLBACK (on_stylus_moved), self);
  g_signal_connect (stylus, "up", G_CALLBACK (on_stylus_up), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (stylus));

  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scrolled), self);
  gtk_widget_add_controller (widget, scroll);

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), self);
  gtk_widget_add_controller (widget, motion);
}
