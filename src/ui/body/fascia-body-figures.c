/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both figures as one control: one Tab stop, keys, focus that walks, one announcement for a change.
 */

#include "config.h"

#include "fascia-body-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#include "fascia-announce.h"
#include "fascia-body-keys.h"
#include "fascia-ui-palette.h"

/* That of the style class "card". */
#define CARD_RADIUS 12

struct _FasciaBodyFigures
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  GtkWidget *box;
  FasciaBodyMap *maps[2]; /* by view minus one */
  FasciaView view;
  gboolean is_double;
  gboolean has_insets;

  const FasciaRegion *current; /* where Tab comes back to */
  FasciaBodyDigits digits;
};

G_DEFINE_FINAL_TYPE (FasciaBodyFigures, fascia_body_figures, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_FIND = 1,
  SIGNAL_OPEN_LEVELS,
  SIGNAL_SUMMARY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_VIEW = 1,
} FasciaBodyFiguresProperty;

static GParamSpec *properties[PROP_VIEW + 1];

/* ---- which place, which figure ---- */

static FasciaView
get_other_view (FasciaView view)
{
  return view == FASCIA_VIEW_FRONT ? FASCIA_VIEW_BACK : FASCIA_VIEW_FRONT;
}

static FasciaBody *
get_body (FasciaBodyFigures *self)
{
  return fascia_body_model_get_body (self->model);
}

/* The place that has the keyboard focus, or NULL. */
static const FasciaRegion *
get_focused (FasciaBodyFigures *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!FASCIA_IS_REGION_WIDGET (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return fascia_region_widget_get_region (FASCIA_REGION_WIDGET (focus));
}

/* The one widget at which a place is met now, or NULL when its figure is not shown. */
static FasciaRegionWidget *
get_widget (FasciaBodyFigures *self, const FasciaRegion *region)
{
  FasciaView view = self->is_double ? fascia_region_get_view (region) : self->view;
  FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (self->maps[view - 1]);

  return canvas != NULL ? fascia_body_canvas_get_widget (canvas, region) : NULL;
}

static gboolean
is_on_view (FasciaBodyFigures *self, const FasciaRegion *region, FasciaView view)
{
  return fascia_body_get_shape_on (get_body (self), region, view) != NULL;
}

/* The highest or lowest place of the figure, on the side of the current one when it has a side. */
static const FasciaRegion *
get_extreme (FasciaBodyFigures *self, gboolean is_head)
{
  const FasciaRegion *focused = get_focused (self);
  FasciaSide side = focused != NULL ? fascia_region_get_side (focused) : FASCIA_SIDE_MIDLINE;
  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (get_body (self), self->view, &n_shapes);
  const FasciaShape *best = NULL;

  for (guint i = 0; i < n_shapes; i++)
    {
      const FasciaShape *shape = &shapes[i];
      FasciaSide shape_side = fascia_region_get_side (shape->region);

      if (shape->is_inset
          || (side != FASCIA_SIDE_MIDLINE && shape_side != FASCIA_SIDE_MIDLINE
              && shape_side != side))
        continue;
      if (best == NULL || (is_head ? shape->cy < best->cy : shape->cy > best->cy))
        best = shape;
    }
  return best != NULL ? best->region : NULL;
}

/* Where Tab enters the map: where it was, else the chosen place, else the worst, else the head. */
static const FasciaRegion *
get_entrance (FasciaBodyFigures *self)
{
  if (self->current != NULL && get_widget (self, self->current) != NULL)
    return self->current;

  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  if (selected != NULL && get_widget (self, selected) != NULL)
    return selected;

  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaRegion *worst = NULL;
  int worst_level = FASCIA_LEVEL_NOT_GIVEN;
  for (guint i = 0; i < fascia_body_get_n_regions (get_body (self)); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (get_body (self), i);
      int level = FASCIA_LEVEL_NOT_GIVEN;

      if (fascia_body_place_get_look (fascia_body_model_get_place (self->model, region), scale,
                                      &level)
              != FASCIA_BODY_LOOK_RATED
          || get_widget (self, region) == NULL)
        continue;
      if (level > worst_level)
        {
          worst = region;
          worst_level = level;
        }
    }
  return worst != NULL ? worst : get_extreme (self, TRUE);
}

/* The place of the other figure that lies behind this one. */
static const FasciaRegion *
get_behind (FasciaBodyFigures *self, const FasciaRegion *region, FasciaView view)
{
  FasciaView other = get_other_view (view);
  const FasciaShape *from = fascia_body_get_shape_on (get_body (self), region, view);
  guint n_shapes = 0;
  const FasciaShape *shapes = fascia_body_get_shapes (get_body (self), other, &n_shapes);
  const FasciaShape *best = NULL;
  double best_distance = G_MAXDOUBLE;

  if (is_on_view (self, region, other) || from == NULL)
    return region;
  for (guint i = 0; i < n_shapes; i++)
    {
      /* Seen from behind, the person's left is on the left of the screen. */
      double distance = hypot (shapes[i].cx + from->cx, shapes[i].cy - from->cy);

      if (shapes[i].is_inset || distance >= best_distance)
        continue;
      best = &shapes[i];
      best_distance = distance;
    }
  return best != NULL ? best->region : region;
}

static void
grab_region (FasciaBodyFigures *self, const FasciaRegion *region, gboolean is_visible)
{
  FasciaRegionWidget *widget = get_widget (self, region);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->current = region;
  if (widget == NULL || root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (widget)))
    {
      fascia_body_model_set_selected (self->model, region);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (widget));
  gtk_window_set_focus_visible (GTK_WINDOW (root), is_visible);
  fascia_body_model_set_selected (self->model, region);
}

/* No place is chosen any more, and none has the focus. */
static void
leave (FasciaBodyFigures *self)
{
  fascia_body_figures_rest_focus (self);
  fascia_body_model_set_selected (self->model, NULL);
}

void
fascia_body_figures_rest_focus (FasciaBodyFigures *self)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL)
    gtk_root_set_focus (root, GTK_WIDGET (self));
}

void
fascia_body_figures_focus_region (FasciaBodyFigures *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));
  g_return_if_fail (region != NULL);

  if (!is_on_view (self, region, self->view))
    fascia_body_figures_set_view (self, fascia_region_get_view (region));
  grab_region (self, region, TRUE);
}

/* ---- keys ---- */

static void
turn (FasciaBodyFigures *self, const FasciaRegion *focused)
{
  const FasciaRegion *region = focused != NULL ? get_behind (self, focused, self->view) : NULL;

  fascia_body_figures_set_view (self, get_other_view (self->view));
  if (region == NULL)
    region = get_entrance (self);
  if (region != NULL)
    grab_region (self, region, TRUE);
}

static gboolean
handle_place_action (FasciaBodyFigures *self,
                     const FasciaBodyAction *action,
                     const FasciaRegion *region,
                     gint64 time_ms)
{
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaRegion *next = NULL;

  switch (action->kind)
    {
    case FASCIA_BODY_ACTION_WALK:
      next = fascia_body_get_neighbour (get_body (self), region, self->view, action->value);
      if (next != NULL)
        grab_region (self, next, TRUE);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    case FASCIA_BODY_ACTION_DIGIT:
      fascia_body_model_set_level (
          self->model, region, scale,
          fascia_body_digits_push (&self->digits, region, action->value, time_ms));
      return TRUE;
    case FASCIA_BODY_ACTION_STEP:
      fascia_body_model_step (self->model, region, action->value);
      return TRUE;
    case FASCIA_BODY_ACTION_ACTIVATE:
      if (fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region)))
        g_signal_emit (self, signals[SIGNAL_OPEN_LEVELS], 0);
      else
        fascia_body_model_mark (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_REMOVE:
      fascia_body_model_remove (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_MIRROR:
      next = fascia_region_get_mirror (region);
      if (next != NULL)
        grab_region (self, next, TRUE);
      return TRUE;
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_FIND:
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
    case FASCIA_BODY_ACTION_TURN:
    case FASCIA_BODY_ACTION_ZOOM:
    case FASCIA_BODY_ACTION_LEAVE:
    case FASCIA_BODY_ACTION_SUMMARY:
    case FASCIA_BODY_ACTION_SPREAD:
    default:
      return FALSE;
    }
}

gboolean
fascia_body_figures_handle_key (FasciaBodyFigures *self,
                                guint keyval,
                                guint keycode,
                                GdkModifierType modifiers,
                                gint64 time_ms)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);

  FasciaBodyAction action = fascia_body_keys_interpret (keyval, keycode, modifiers);
  const FasciaRegion *focused = get_focused (self);
  const FasciaRegion *next = NULL;

  switch (action.kind)
    {
    case FASCIA_BODY_ACTION_NONE:
      return FALSE;
    case FASCIA_BODY_ACTION_FIND:
      {
        char text[7] = { 0 };

        if (action.value != 0)
          g_unichar_to_utf8 ((gunichar) action.value, text);
        g_signal_emit (self, signals[SIGNAL_FIND], 0, text);
        return TRUE;
      }
    case FASCIA_BODY_ACTION_TURN:
      turn (self, focused);
      return TRUE;
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
      next = get_extreme (self, action.kind == FASCIA_BODY_ACTION_HEAD);
      if (next != NULL)
        grab_region (self, next, TRUE);
      return TRUE;
    case FASCIA_BODY_ACTION_ZOOM:
      fascia_body_map_zoom (self->maps[self->view - 1], action.value);
      return TRUE;
    case FASCIA_BODY_ACTION_LEAVE:
      if (fascia_body_model_get_selected (self->model) == NULL)
        return FALSE;
      leave (self);
      return TRUE;
    case FASCIA_BODY_ACTION_WALK:
      if (focused != NULL)
        break;
      next = get_entrance (self);
      if (next != NULL)
        grab_region (self, next, TRUE);
      return TRUE;
    case FASCIA_BODY_ACTION_DIGIT:
    case FASCIA_BODY_ACTION_STEP:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_REMOVE:
    case FASCIA_BODY_ACTION_MIRROR:
    case FASCIA_BODY_ACTION_SPREAD:
    case FASCIA_BODY_ACTION_SUMMARY:
    default:
      break;
    }
  return focused != NULL && handle_place_action (self, &action, focused, time_ms);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                FasciaBodyFigures *self)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));
  gint64 time_ms = time != GDK_CURRENT_TIME ? (gint64) time
                                            : g_get_monotonic_time () / G_TIME_SPAN_MILLISECOND;

  return fascia_body_figures_handle_key (self, keyval, keycode, modifiers, time_ms);
}

/* ---- announcements ---- */

static void
on_model_changed (FasciaBodyFigures *self, const FasciaRegion *touched)
{
  if (touched == NULL)
    return;

  FasciaRegionWidget *widget = get_widget (self, touched);
  g_autofree char *text = fascia_body_place_dup_announcement (
      fascia_body_model_get_place (self->model, touched), fascia_body_model_get_scale (self->model),
      fascia_body_state_get_today (fascia_body_model_get_state (self->model)));

  fascia_announce (widget != NULL ? GTK_WIDGET (widget) : GTK_WIDGET (self), text);
}

/* ---- the rest ---- */

static void
on_map_picked (FasciaBodyMap *map,
               const FasciaRegion *region,
               gboolean is_mark,
               FasciaBodyFigures *self)
{
  if (region == NULL)
    {
      leave (self);
      return;
    }
  fascia_body_figures_set_view (self, fascia_body_map_get_view (map));
  grab_region (self, region, FALSE);
  if (is_mark)
    fascia_body_model_mark (self->model, region);
}

static gboolean
fascia_body_figures_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FasciaBodyFigures *self = FASCIA_BODY_FIGURES (widget);

  /* One Tab stop: what walks inside are the arrows, and they never come here. */
  if (get_focused (self) != NULL)
    return FALSE;
  const FasciaRegion *region = get_entrance (self);
  FasciaRegionWidget *target = region != NULL ? get_widget (self, region) : NULL;
  return target != NULL && gtk_widget_grab_focus (GTK_WIDGET (target));
}

static gboolean
fascia_body_figures_grab_focus (GtkWidget *widget)
{
  return fascia_body_figures_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* What the colours of the figure were chosen for: an opaque card. */
static void
fascia_body_figures_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBodyFigures *self = FASCIA_BODY_FIGURES (widget);
  const GdkRGBA rgba = fascia_ui_palette_to_rgba (fascia_ui_palette_get ()->surface);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                     (float) gtk_widget_get_height (widget));
  GskRoundedRect card;

  gsk_rounded_rect_init_from_rect (&card, &bounds, CARD_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  gtk_snapshot_append_color (snapshot, &rgba, &bounds);
  /* Only a figure drawn nearer reaches the corners, and drawing through a round clip is slow. */
  gboolean is_near
      = fascia_body_map_is_near (self->maps[0]) || fascia_body_map_is_near (self->maps[1]);
  if (!is_near)
    gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->box, snapshot);
  if (is_near)
    gtk_snapshot_pop (snapshot);
}

static void
update_maps (FasciaBodyFigures *self)
{
  for (int i = 0; i < 2; i++)
    {
      gboolean is_shown = self->is_double || (int) self->view == i + 1;

      if (is_shown)
        fascia_body_map_ensure (self->maps[i]);
      fascia_body_map_set_is_alone (self->maps[i], !self->is_double);
      gtk_widget_set_visible (GTK_WIDGET (self->maps[i]), is_shown);
    }
}

gboolean
fascia_body_figures_get_is_double (FasciaBodyFigures *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);

  return self->is_double;
}

void
fascia_body_figures_set_is_double (FasciaBodyFigures *self, gboolean is_double)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));

  if (self->is_double == is_double)
    return;
  const FasciaRegion *focused = get_focused (self);
  self->is_double = is_double;
  update_maps (self);
  if (focused != NULL)
    fascia_body_figures_focus_region (self, focused);
}

FasciaView
fascia_body_figures_get_view (FasciaBodyFigures *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FASCIA_VIEW_FRONT);

  return self->view;
}

void
fascia_body_figures_set_view (FasciaBodyFigures *self, FasciaView view)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));
  g_return_if_fail (view == FASCIA_VIEW_FRONT || view == FASCIA_VIEW_BACK);

  if (self->view == view)
    return;
  self->view = view;
  update_maps (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

gboolean
fascia_body_figures_get_has_insets (FasciaBodyFigures *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);

  return self->has_insets;
}

void
fascia_body_figures_set_has_insets (FasciaBodyFigures *self, gboolean has_insets)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));

  self->has_insets = has_insets;
}

gboolean
fascia_body_figures_zoom_to (FasciaBodyFigures *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);

  return FALSE;
}

gboolean
fascia_body_figures_get_point (FasciaBodyFigures *self, FasciaView *view, double *x, double *y)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);

  return FALSE;
}

FasciaBodyMap *
fascia_body_figures_get_map (FasciaBodyFigures *self, FasciaView view)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), NULL);
  g_return_val_if_fail (view == FASCIA_VIEW_FRONT || view == FASCIA_VIEW_BACK, NULL);

  return self->maps[view - 1];
}

static void
fascia_body_figures_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((FasciaBodyFiguresProperty) id)
    {
    case PROP_VIEW:
      g_value_set_int (value, FASCIA_BODY_FIGURES (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_body_figures_dispose (GObject *object)
{
  FasciaBodyFigures *self = FASCIA_BODY_FIGURES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_body_figures_parent_class)->dispose (object);
}

static void
fascia_body_figures_class_init (FasciaBodyFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fascia_body_figures_get_property;
  object_class->dispose = fascia_body_figures_dispose;
  widget_class->focus = fascia_body_figures_focus;
  widget_class->grab_focus = fascia_body_figures_grab_focus;
  widget_class->snapshot = fascia_body_figures_snapshot;

  properties[PROP_VIEW]
      = g_param_spec_int ("view", NULL, NULL, FASCIA_VIEW_FRONT, FASCIA_VIEW_BACK,
                          FASCIA_VIEW_FRONT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_FIND] = g_signal_new ("find", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_OPEN_LEVELS]
      = g_signal_new ("open-levels", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_SUMMARY] = g_signal_new ("summary", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "bodyfigures");
}

static void
fascia_body_figures_init (FasciaBodyFigures *self)
{
  self->view = FASCIA_VIEW_FRONT;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  /* Focus rests here while no place has it: at the start, and after Escape. Tab goes to a place. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
fascia_body_figures_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyFigures *self = g_object_new (FASCIA_TYPE_BODY_FIGURES, NULL);
  self->model = g_object_ref (model);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Body map"), -1);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *map = fascia_body_map_new (model, i + 1);

      self->maps[i] = FASCIA_BODY_MAP (map);
      gtk_widget_set_hexpand (map, TRUE);
      gtk_widget_set_vexpand (map, TRUE);
      g_signal_connect (map, "picked", G_CALLBACK (on_map_picked), self);
      gtk_box_append (GTK_BOX (self->box), map);
    }
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  update_maps (self);
  return GTK_WIDGET (self);
}
