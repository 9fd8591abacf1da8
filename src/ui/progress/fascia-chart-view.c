/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart of tightness and pain as a widget.
 */

#include "config.h"

#include "fascia-chart-view.h"

#include <math.h>

#include "fascia-chart-cursor.h"
#include "fascia-chart-label.h"
#include "fascia-chart-picture.h"
#include "fascia-chart-point.h"
#include "fascia-chart-text.h"
#include "fascia-chart-week.h"
#include "widgets/fascia-ui-palette.h"

/* Heights at a narrow and at a wide page, in between in proportion. */
#define NARROW_WIDTH 420
#define NARROW_HEIGHT 200
#define WIDE_WIDTH 780
#define WIDE_HEIGHT 280
#define MIN_WIDTH 120

struct _FasciaChartView
{
  GtkWidget parent_instance;

  FasciaChartData *data;
  FasciaChartLayout *layout;
  GPtrArray *labels; /* FasciaChartLabel, unparented in dispose */
  GPtrArray *points; /* FasciaChartPoint */
  int selected;
  int hovered;
  FasciaChartPicture picture;
};

G_DEFINE_FINAL_TYPE (FasciaChartView, fascia_chart_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SELECTED = 1,
} FasciaChartViewProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

/* ---- drawing ---- */

static void
drop_picture (FasciaChartView *self)
{
  fascia_chart_picture_clear (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
snapshot_cursor (FasciaChartView *self, GtkSnapshot *snapshot)
{
  if (self->selected < 0 || (guint) self->selected >= self->points->len)
    return;

  const FasciaChartPalette *palette = fascia_chart_palette_get (fascia_ui_palette_get_look ());
  g_autoptr (GdkRGBA) ring = NULL;
  if (gtk_widget_has_visible_focus (g_ptr_array_index (self->points, self->selected)))
    ring = adw_style_manager_get_accent_color_rgba (
        adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  fascia_chart_cursor_snapshot (snapshot, self->layout, palette, self->selected, ring);
}

static void
fascia_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (widget);

  if (self->layout == NULL)
    return;

  snapshot_cursor (self, snapshot);
  fascia_chart_picture_snapshot (&self->picture, self->layout, widget, snapshot);
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->labels, i), snapshot);
}

/* ---- layout ---- */

static GtkSizeRequestMode
fascia_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fascia_chart_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = WIDE_WIDTH;
      return;
    }

  const double share
      = for_size < 0
            ? 1
            : CLAMP ((for_size - NARROW_WIDTH) / (double) (WIDE_WIDTH - NARROW_WIDTH), 0.0, 1.0);
  *minimum = *natural = (int) lround (NARROW_HEIGHT + share * (WIDE_HEIGHT - NARROW_HEIGHT));
}

static void
place_children (FasciaChartView *self)
{
  const FasciaChartLayout *layout = self->layout;

  fascia_chart_labels_place (self->labels, layout);
  for (guint i = 0; i < self->points->len; i++)
    {
      GtkAllocation allocation = { (int) layout->plot.x, (int) layout->plot.y, 0, 0 };

      if (i < layout->slots->len)
        {
          const FasciaChartSlot *slot = &g_array_index (layout->slots, FasciaChartSlot, i);

          allocation.x = (int) floor (slot->x0);
          allocation.width = MAX ((int) ceil (slot->x1) - allocation.x, 1);
          allocation.height = (int) (layout->strip.y + layout->strip.height - layout->plot.y);
        }
      allocation.height = MAX (allocation.height, 1);
      gtk_widget_size_allocate (g_ptr_array_index (self->points, i), &allocation, -1);
    }
}

static gboolean
has_same_frame (const FasciaChartLayout *a, const FasciaChartLayout *b)
{
  return a->width == b->width && a->height == b->height && a->is_rtl == b->is_rtl
         && a->plot.x == b->plot.x && a->plot.y == b->plot.y && a->plot.width == b->plot.width
         && a->plot.height == b->plot.height && a->strip.y == b->strip.y
         && a->strip.height == b->strip.height && a->day_ticks->len == b->day_ticks->len;
}

static void
fascia_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (widget);

  if (self->data == NULL)
    {
      g_clear_pointer (&self->layout, fascia_chart_layout_free);
      return;
    }

  FasciaChartLabel *ruler = g_ptr_array_index (self->labels, 0);
  FasciaChartGeometry geometry = {
    .width = width,
    .height = height,
    .is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .first_weekday = fascia_chart_week_get_first_day (),
    .measure = fascia_chart_labels_measure,
    .user_data = ruler,
  };
  fascia_chart_label_measure (ruler, "0", &geometry.label_height);
  g_autoptr (FasciaChartLayout) before = g_steal_pointer (&self->layout);
  self->layout = fascia_chart_layout_new (self->data, &geometry);
  place_children (self);
  /* A new allocation is not always a new picture. */
  if (before == NULL || !has_same_frame (before, self->layout))
    drop_picture (self);
}

/* ---- choosing ---- */

static int
get_focused (FasciaChartView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL ? (int) fascia_chart_point_get_index (FASCIA_CHART_POINT (child)) : -1;
}

static void
update_selected (FasciaChartView *self)
{
  const int selected = self->hovered >= 0 ? self->hovered : get_focused (self);

  if (self->selected == selected)
    {
      /* The ring of focus may have come or gone. */
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
fascia_chart_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (fascia_chart_view_parent_class)->set_focus_child (widget, child);

  /* The keys speak now, wherever the pointer rests. */
  if (child != NULL)
    FASCIA_CHART_VIEW (widget)->hovered = -1;
  update_selected (FASCIA_CHART_VIEW (widget));
}

static gboolean
focus_point (FasciaChartView *self, int index)
{
  if (index < 0 || (guint) index >= self->points->len)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->points, index));
}

/* Where the focus comes in: the chosen point, else the newest. */
static int
get_resting_point (FasciaChartView *self)
{
  return self->selected >= 0 ? self->selected : (int) self->points->len - 1;
}

static gboolean
fascia_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (widget);

  /* One stop: whatever direction the focus leaves in, it leaves the chart. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return focus_point (self, get_resting_point (self));
}

static gboolean
fascia_chart_view_grab_focus (GtkWidget *widget)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (widget);

  return focus_point (self, get_resting_point (self));
}

/* A key of the cursor; @args are its move. */
static gboolean
on_cursor_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (widget);

  if (self->data == NULL || self->points->len == 0)
    return GDK_EVENT_PROPAGATE;

  const FasciaChartMove move = fascia_chart_cursor_read_move (args);
  int focused = get_focused (self);

  if (focused < 0)
    focused = get_resting_point (self);
  const int to
      = fascia_chart_cursor_move (focused, (int) self->points->len, self->data->focus_unit, move,
                                  gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  if (to != FASCIA_CHART_CURSOR_OUTSIDE)
    focus_point (self, to);
  else if (!gtk_widget_keynav_failed (widget, move.count < 0 ? GTK_DIR_LEFT : GTK_DIR_RIGHT))
    /* Nothing that way: the focus stays where it is, or comes to where it would be. */
    focus_point (self, focused);
  return GDK_EVENT_STOP;
}

static void
on_pointer_moved (GtkEventControllerMotion *motion, double x, double y, FasciaChartView *self)
{
  g_assert (FASCIA_IS_CHART_VIEW (self));

  if (self->layout == NULL)
    return;
  self->hovered = fascia_chart_layout_find_slot (self->layout, x);
  update_selected (self);
}

static void
on_pointer_left (GtkEventControllerMotion *motion, FasciaChartView *self)
{
  g_assert (FASCIA_IS_CHART_VIEW (self));

  self->hovered = -1;
  update_selected (self);
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, FasciaChartView *self)
{
  g_assert (FASCIA_IS_CHART_VIEW (self));

  /* A finger does not hover: what it touched stays chosen by having the focus. */
  if (self->layout != NULL)
    focus_point (self, fascia_chart_layout_find_slot (self->layout, x));
}

/* ---- data ---- */

static void
update_points (FasciaChartView *self)
{
  const guint n_points = self->data != NULL ? self->data->n_focus : 0;

  while (self->points->len > n_points)
    {
      gtk_widget_unparent (g_ptr_array_index (self->points, self->points->len - 1));
      g_ptr_array_set_size (self->points, (int) self->points->len - 1);
    }
  while (self->points->len < n_points)
    {
      GtkWidget *point = fascia_chart_point_new (self->points->len);

      gtk_widget_set_parent (point, GTK_WIDGET (self));
      g_ptr_array_add (self->points, point);
    }
  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *text = fascia_chart_text_point (self->data, i);

      fascia_chart_point_set_text (g_ptr_array_index (self->points, i), text);
    }
}

void
fascia_chart_view_set_data (FasciaChartView *self, FasciaChartData *data)
{
  g_return_if_fail (FASCIA_IS_CHART_VIEW (self));

  if (self->data == data)
    return;
  if (data != NULL)
    fascia_chart_data_ref (data);
  g_clear_pointer (&self->data, fascia_chart_data_unref);
  self->data = data;
  self->hovered = -1;
  g_clear_pointer (&self->layout, fascia_chart_layout_free);
  fascia_chart_picture_clear (&self->picture);
  update_points (self);
  update_selected (self);
  if (data != NULL)
    {
      g_autofree char *description = fascia_chart_text_description (data);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description, -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
fascia_chart_view_get_selected (FasciaChartView *self)
{
  g_return_val_if_fail (FASCIA_IS_CHART_VIEW (self), -1);

  return self->selected;
}

void
fascia_chart_view_set_selected (FasciaChartView *self, int selected)
{
  g_return_if_fail (FASCIA_IS_CHART_VIEW (self));

  self->hovered = selected >= 0 && (guint) selected < self->points->len ? selected : -1;
  update_selected (self);
}

const char *
fascia_chart_view_get_point_text (FasciaChartView *self, guint index)
{
  g_return_val_if_fail (FASCIA_IS_CHART_VIEW (self), NULL);

  if (index >= self->points->len)
    return NULL;
  return fascia_chart_point_get_text (g_ptr_array_index (self->points, index));
}

guint
fascia_chart_view_get_n_drawn (FasciaChartView *self)
{
  g_return_val_if_fail (FASCIA_IS_CHART_VIEW (self), 0);

  return self->picture.n_drawn;
}

/* ---- class ---- */

static void
fascia_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (object);

  switch ((FasciaChartViewProperty) id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FasciaChartViewProperty) id)
    {
    case PROP_SELECTED:
      fascia_chart_view_set_selected (FASCIA_CHART_VIEW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_chart_view_dispose (GObject *object)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->points, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->layout, fascia_chart_layout_free);
  g_clear_pointer (&self->data, fascia_chart_data_unref);
  fascia_chart_picture_clear (&self->picture);

  G_OBJECT_CLASS (fascia_chart_view_parent_class)->dispose (object);
}

static void
fascia_chart_view_finalize (GObject *object)
{
  FasciaChartView *self = FASCIA_CHART_VIEW (object);

  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->points);

  G_OBJECT_CLASS (fascia_chart_view_parent_class)->finalize (object);
}

static void
fascia_chart_view_class_init (FasciaChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fascia_chart_view_get_property;
  object_class->set_property = fascia_chart_view_set_property;
  object_class->dispose = fascia_chart_view_dispose;
  object_class->finalize = fascia_chart_view_finalize;
  widget_class->get_request_mode = fascia_chart_view_get_request_mode;
  widget_class->measure = fascia_chart_view_measure;
  widget_class->size_allocate = fascia_chart_view_size_allocate;
  widget_class->snapshot = fascia_chart_view_snapshot;
  widget_class->focus = fascia_chart_view_focus;
  widget_class->grab_focus = fascia_chart_view_grab_focus;
  widget_class->set_focus_child = fascia_chart_view_set_focus_child;

  properties[PROP_SELECTED]
      = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  fascia_chart_cursor_bind_keys (widget_class, on_cursor_key);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
fascia_chart_view_init (FasciaChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *manager
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->selected = self->hovered = -1;
  self->labels = fascia_chart_labels_new (GTK_WIDGET (self));
  self->points = g_ptr_array_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer_moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (drop_picture), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (drop_picture), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_picture), NULL);
}

GtkWidget *
fascia_chart_view_new (void)
{
  return g_object_new (FASCIA_TYPE_CHART_VIEW, NULL);
}
