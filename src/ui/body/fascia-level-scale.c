/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of eleven cells, 0 to 10: one tap gives a level, and no level is a state of its own.
 */

#include "config.h"

#include "fascia-level-scale.h"

#include <adwaita.h>
#include <math.h>

#include "core/journal/fascia-entry.h"
#include "fascia-body-keys.h"
#include "fascia-ui-palette.h"

#define N_CELLS (FASCIA_LEVEL_MAX + 1)
#define CELL_MIN_PX 18
#define CELL_NATURAL_PX 30
#define HEIGHT_PX 40
#define RADIUS_PX 9
#define INSET_PX 3

struct _FasciaLevelScale
{
  GtkWidget parent_instance;

  int level;
  int last;
  int hover;   /* the cell under the pointer, or -1 */
  int pressed; /* the cell under a pressed pointer, or -1 */
  gboolean needs_answer;
  PangoLayout *layouts[N_CELLS];
  FasciaBodyDigits digits;
};

static void fascia_level_scale_range_init (GtkAccessibleRangeInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FasciaLevelScale,
                               fascia_level_scale,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE,
                                                      fascia_level_scale_range_init))

enum
{
  SIGNAL_CHOSEN = 1,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (FasciaLevelScale *self, int level)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, CLAMP (level, 0, FASCIA_LEVEL_MAX));
}

static gboolean
fascia_level_scale_set_current_value (GtkAccessibleRange *range, double value)
{
  if (!isfinite (value))
    return FALSE;
  choose (FASCIA_LEVEL_SCALE (range), (int) lround (CLAMP (value, 0, FASCIA_LEVEL_MAX)));
  return TRUE;
}

static void
fascia_level_scale_range_init (GtkAccessibleRangeInterface *interface)
{
  interface->set_current_value = fascia_level_scale_set_current_value;
}

/* ---- geometry ---- */

static gboolean
is_rtl (FasciaLevelScale *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
get_cell_x (FasciaLevelScale *self, int level)
{
  double cell = gtk_widget_get_width (GTK_WIDGET (self)) / (double) N_CELLS;

  return cell * (is_rtl (self) ? N_CELLS - 1 - level : level);
}

static int
get_cell_at (FasciaLevelScale *self, double x)
{
  double cell = gtk_widget_get_width (GTK_WIDGET (self)) / (double) N_CELLS;
  if (cell <= 0)
    return 0;
  int level = CLAMP ((int) floor (x / cell), 0, FASCIA_LEVEL_MAX);

  return is_rtl (self) ? FASCIA_LEVEL_MAX - level : level;
}

static PangoLayout *
get_layout (FasciaLevelScale *self, int level)
{
  if (self->layouts[level] == NULL)
    {
      char text[4];

      g_snprintf (text, sizeof (text), "%d", level);
      self->layouts[level] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
    }
  return self->layouts[level];
}

static void
fascia_level_scale_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int width = 0;
  int height = 0;

  pango_layout_get_pixel_size (get_layout (FASCIA_LEVEL_SCALE (widget), FASCIA_LEVEL_MAX), &width,
                               &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* Large text in a narrow window is made to fit rather than pushed out of it. */
      *minimum = N_CELLS * CELL_MIN_PX;
      *natural = N_CELLS * MAX (CELL_NATURAL_PX, width + 8);
    }
  else
    {
      *minimum = MAX (HEIGHT_PX, height + 16);
      *natural = *minimum;
    }
}

/* ---- painting ---- */

static void
fill_rounded (GtkSnapshot *snapshot, const graphene_rect_t *rect, double radius, GdkRGBA color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, rect, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
fascia_level_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaLevelScale *self = FASCIA_LEVEL_SCALE (widget);
  const FasciaFigurePalette *palette = fascia_ui_palette_get ();
  double cell = gtk_widget_get_width (widget) / (double) N_CELLS;
  double height = gtk_widget_get_height (widget);
  int shown = self->pressed >= 0 ? self->pressed : self->level;
  int widest = 0;
  GdkRGBA text;

  gtk_widget_get_color (widget, &text);
  pango_layout_get_pixel_size (get_layout (self, FASCIA_LEVEL_MAX), &widest, NULL);
  for (int level = 0; level < N_CELLS; level++)
    {
      double x = get_cell_x (self, level);
      const graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x + 1, INSET_PX, (float) cell - 2,
                                                       (float) height - 2 * INSET_PX);
      GdkRGBA ink = text;

      if (level == shown)
        {
          int step = fascia_figure_step_for_level (level);

          fill_rounded (
              snapshot, &rect, RADIUS_PX - INSET_PX,
              fascia_ui_palette_to_rgba (step >= 0 ? palette->ramp[step] : palette->tile));
          ink = fascia_ui_palette_to_rgba (step >= 0 ? palette->ink[step] : palette->tile_ink);
        }
      else if (level == self->hover)
        {
          GdkRGBA wash = text;

          wash.alpha *= 0.1f;
          fill_rounded (snapshot, &rect, RADIUS_PX - INSET_PX, wash);
        }
      if (level == self->last)
        {
          const graphene_rect_t dot = GRAPHENE_RECT_INIT ((float) (x + cell / 2 - 2),
                                                          (float) height - INSET_PX - 6, 4, 4);

          fill_rounded (snapshot, &dot, 2, ink);
        }

      PangoLayout *layout = get_layout (self, level);
      int layout_width = 0;
      int layout_height = 0;
      pango_layout_get_pixel_size (layout, &layout_width, &layout_height);
      double fit = MIN (1, (cell - 2) / MAX (widest, 1));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot, &GRAPHENE_POINT_INIT ((float) round (x + (cell - fit * layout_width) / 2),
                                          (float) round ((height - fit * layout_height) / 2)));
      if (fit < 1)
        gtk_snapshot_scale (snapshot, (float) fit, (float) fit);
      gtk_snapshot_append_layout (snapshot, layout, &ink);
      gtk_snapshot_restore (snapshot);
    }
}

/* ---- pointer and keys ---- */

static void
set_hover (FasciaLevelScale *self, int level)
{
  if (self->hover == level)
    return;
  self->hover = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_pressed (FasciaLevelScale *self, int level)
{
  if (self->pressed == level)
    return;
  self->pressed = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_begun (GtkGestureDrag *gesture, double x, double y, FasciaLevelScale *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  set_pressed (self, get_cell_at (self, x));
}

static void
on_drag_moved (GtkGestureDrag *gesture, double dx, double dy, FasciaLevelScale *self)
{
  double x = 0;
  double y = 0;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    set_pressed (self, get_cell_at (self, x + dx));
}

/* Written once, when the finger lifts: a drag over five cells is one answer. */
static void
on_drag_ended (GtkGestureDrag *gesture, double dx, double dy, FasciaLevelScale *self)
{
  int level = self->pressed;

  set_pressed (self, -1);
  if (level >= 0)
    choose (self, level);
}

static void
on_drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, FasciaLevelScale *self)
{
  set_pressed (self, -1);
}

static void
on_pointer_moved (GtkEventControllerMotion *controller, double x, double y, FasciaLevelScale *self)
{
  set_hover (self, get_cell_at (self, x));
}

static void
on_pointer_left (GtkEventControllerMotion *controller, FasciaLevelScale *self)
{
  set_hover (self, -1);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                FasciaLevelScale *self)
{
  FasciaBodyAction action = fascia_body_keys_interpret (keyval, keycode, modifiers);
  int from = self->level >= 0 ? self->level : (self->last >= 0 ? self->last : 5);
  gboolean is_forward = (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right) != is_rtl (self);
  gboolean is_vertical = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up || keyval == GDK_KEY_Down
                         || keyval == GDK_KEY_KP_Down;

  if (self->needs_answer && self->level < 0 && !is_vertical
      && (action.kind == FASCIA_BODY_ACTION_STEP || action.kind == FASCIA_BODY_ACTION_WALK
          || action.kind == FASCIA_BODY_ACTION_HEAD || action.kind == FASCIA_BODY_ACTION_FEET))
    return TRUE;

  switch (action.kind)
    {
    case FASCIA_BODY_ACTION_DIGIT:
      choose (self, fascia_body_digits_push (&self->digits, self, action.value,
                                             g_get_monotonic_time () / G_TIME_SPAN_MILLISECOND));
      return TRUE;
    case FASCIA_BODY_ACTION_STEP:
      choose (self, from + action.value);
      return TRUE;
    case FASCIA_BODY_ACTION_WALK:
      if (is_vertical)
        return FALSE;
      choose (self, from + (is_forward ? 1 : -1));
      return TRUE;
    case FASCIA_BODY_ACTION_HEAD:
      choose (self, 0);
      return TRUE;
    case FASCIA_BODY_ACTION_FEET:
      choose (self, FASCIA_LEVEL_MAX);
      return TRUE;
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_REMOVE:
    case FASCIA_BODY_ACTION_FIND:
    case FASCIA_BODY_ACTION_TURN:
    case FASCIA_BODY_ACTION_MIRROR:
    case FASCIA_BODY_ACTION_SPREAD:
    case FASCIA_BODY_ACTION_SUMMARY:
    case FASCIA_BODY_ACTION_ZOOM:
    case FASCIA_BODY_ACTION_LEAVE:
    default:
      return FALSE;
    }
}

/* ---- the rest ---- */

void
fascia_level_scale_set_level (FasciaLevelScale *self, int level)
{
  g_return_if_fail (FASCIA_IS_LEVEL_SCALE (self));
  g_return_if_fail (level >= FASCIA_LEVEL_NOT_GIVEN && level <= FASCIA_LEVEL_MAX);

  if (self->level == level)
    return;
  self->level = level;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) MAX (level, 0), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
fascia_level_scale_get_level (FasciaLevelScale *self)
{
  g_return_val_if_fail (FASCIA_IS_LEVEL_SCALE (self), FASCIA_LEVEL_NOT_GIVEN);

  return self->level;
}

void
fascia_level_scale_set_last (FasciaLevelScale *self, int level)
{
  g_return_if_fail (FASCIA_IS_LEVEL_SCALE (self));

  self->last = level;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_level_scale_set_needs_answer (FasciaLevelScale *self, gboolean needs_answer)
{
  g_return_if_fail (FASCIA_IS_LEVEL_SCALE (self));

  self->needs_answer = needs_answer;
}

void
fascia_level_scale_set_has_ten (FasciaLevelScale *self, gboolean has_ten)
{
  g_return_if_fail (FASCIA_IS_LEVEL_SCALE (self));

  self->digits.is_single = !has_ten;
}

void
fascia_level_scale_describe (FasciaLevelScale *self, const char *label, const char *value)
{
  g_return_if_fail (FASCIA_IS_LEVEL_SCALE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value, -1);
}

static void
forget_layouts (FasciaLevelScale *self)
{
  for (int i = 0; i < N_CELLS; i++)
    g_clear_object (&self->layouts[i]);
}

static void
fascia_level_scale_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fascia_level_scale_parent_class)->css_changed (widget, change);

  forget_layouts (FASCIA_LEVEL_SCALE (widget));
  gtk_widget_queue_resize (widget);
}

static void
fascia_level_scale_dispose (GObject *object)
{
  forget_layouts (FASCIA_LEVEL_SCALE (object));

  G_OBJECT_CLASS (fascia_level_scale_parent_class)->dispose (object);
}

static void
fascia_level_scale_class_init (FasciaLevelScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_level_scale_dispose;
  widget_class->measure = fascia_level_scale_measure;
  widget_class->snapshot = fascia_level_scale_snapshot;
  widget_class->css_changed = fascia_level_scale_css_changed;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_css_name (widget_class, "levelscale");
}

static void
fascia_level_scale_init (FasciaLevelScale *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->level = FASCIA_LEVEL_NOT_GIVEN;
  self->last = FASCIA_LEVEL_NOT_GIVEN;
  self->hover = -1;
  self->pressed = -1;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) FASCIA_LEVEL_MAX,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0, -1);

  GtkGesture *drag = gtk_gesture_drag_new ();
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begun), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_moved), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_ended), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancelled), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), self);
  gtk_widget_add_controller (widget, motion);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, keys);

  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
fascia_level_scale_new (void)
{
  return g_object_new (FASCIA_TYPE_LEVEL_SCALE, NULL);
}
