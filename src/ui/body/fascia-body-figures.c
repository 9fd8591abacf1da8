/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both figures as one control: one Tab stop, keys, focus that walks, one announcement for a change.
 */

#include "config.h"

#include "fascia-body-figures-private.h"

#include <glib/gi18n.h>

#include "fascia-announce.h"
#include "fascia-body-insets.h"
#include "fascia-body-parts.h"
#include "fascia-ui-palette.h"

/* That of the style class "card". */
#define CARD_RADIUS 12

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

/* ---- what others do about a key ---- */

void
fascia_body_figures_emit_find (FasciaBodyFigures *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_FIND], 0, text);
}

void
fascia_body_figures_emit_open_levels (FasciaBodyFigures *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_LEVELS], 0);
}

void
fascia_body_figures_emit_summary (FasciaBodyFigures *self)
{
  g_signal_emit (self, signals[SIGNAL_SUMMARY], 0);
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

/* A 1 that was typed elsewhere, or for something else, is no half of a ten. */
static void
forget_digits (FasciaBodyFigures *self)
{
  fascia_body_digits_forget (&self->digits);
}

/* ---- announcements ---- */

static void
on_model_changed (FasciaBodyFigures *self, const FasciaRegion *touched)
{
  if (touched == NULL)
    return;

  FasciaRegionWidget *widget = fascia_body_figures_get_widget (self, touched);
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
      if (!fascia_body_figures_leave_tool (self))
        fascia_body_figures_leave (self);
      return;
    }
  fascia_body_figures_set_view (self, fascia_body_map_get_view (map));
  if (fascia_body_model_get_spread_from (self->model) != NULL && is_mark)
    {
      fascia_body_figures_spread_to (self, region);
      return;
    }
  fascia_body_figures_grab (self, region, FALSE);
  self->has_point = TRUE;
  self->point_view = self->view;
  fascia_body_map_get_picked_point (map, &self->point_x, &self->point_y);
  if (is_mark)
    fascia_body_model_mark (self->model, region);
}

static void
on_inset_picked (FasciaBodyInsets *insets,
                 FasciaBodyMap *map,
                 const FasciaRegion *region,
                 gboolean is_mark,
                 FasciaBodyFigures *self)
{
  on_map_picked (map, region, is_mark, self);
}

/* ---- the body in another form ---- */

/* Before the figures build it. */
static void
on_body_changing (FasciaBodyFigures *self)
{
  self->had_focus = fascia_body_figures_get_focused (self);
  /* What was left may be right now, and a limb of the way hidden. */
  fascia_body_walk_clear (&self->walk);
}

static gboolean
is_hidden (FasciaBodyFigures *self, const FasciaRegion *region)
{
  return region != NULL && !fascia_body_is_shown (fascia_body_figures_get_body (self), region);
}

/* Nothing is written into a place that is not to be seen. */
static void
leave_hidden (FasciaBodyFigures *self)
{
  if (is_hidden (self, fascia_body_model_get_spread_from (self->model)))
    fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
  if (is_hidden (self, fascia_body_model_get_selected (self->model)))
    fascia_body_model_set_selected (self->model, NULL);
  if (is_hidden (self, self->current))
    self->current = NULL;
}

/* After they have. */
static void
on_body_changed (FasciaBodyFigures *self)
{
  const FasciaRegion *region = self->had_focus;

  self->had_focus = NULL;
  self->has_point = FALSE;
  leave_hidden (self);
  if (region == NULL)
    return;
  if (fascia_body_figures_get_widget (self, region) != NULL)
    fascia_body_figures_grab (
        self, region,
        gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))));
  else
    fascia_body_figures_rest_focus (self);
}

static gboolean
fascia_body_figures_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FasciaBodyFigures *self = FASCIA_BODY_FIGURES (widget);

  /* One Tab stop: what walks inside are the arrows, and they never come here. */
  if (fascia_body_figures_get_focused (self) != NULL)
    return FALSE;
  const FasciaRegion *region = fascia_body_figures_get_entrance (self);
  FasciaRegionWidget *target
      = region != NULL ? fascia_body_figures_get_widget (self, region) : NULL;
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
  gtk_widget_snapshot_child (widget, self->content, snapshot);
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
  const FasciaRegion *focused = fascia_body_figures_get_focused (self);
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
  fascia_body_walk_clear (&self->walk);
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

  if (self->has_insets == has_insets)
    return;
  self->has_insets = has_insets;
  if (has_insets && self->insets == NULL)
    {
      self->insets = fascia_body_insets_new (self->model);
      g_signal_connect (self->insets, "picked", G_CALLBACK (on_inset_picked), self);
      gtk_box_append (GTK_BOX (self->content), self->insets);
    }
  if (self->insets != NULL)
    gtk_widget_set_visible (self->insets, has_insets);
}

gboolean
fascia_body_figures_zoom_to (FasciaBodyFigures *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);

  if (code == NULL)
    {
      self->part = NULL;
      for (int i = 0; i < 2; i++)
        fascia_body_map_zoom (self->maps[i], 0);
      return TRUE;
    }
  /* "Hands" once more is the other one only while the first is looked at. */
  if (!fascia_body_map_is_part_shown (self->maps[self->view - 1]))
    self->part = NULL;
  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  const FasciaInset *inset = fascia_body_parts_find (
      fascia_body_figures_get_body (self), self->view, code, self->part,
      selected != NULL ? fascia_region_get_side (selected) : FASCIA_SIDE_MIDLINE);
  if (inset == NULL)
    return FALSE;
  fascia_body_figures_set_view (self, inset->view);
  self->part = g_intern_string (inset->code);
  fascia_body_map_show_part (self->maps[inset->view - 1], inset->x, inset->y, inset->width,
                             inset->height);
  return TRUE;
}

gboolean
fascia_body_figures_get_point (FasciaBodyFigures *self, FasciaView *view, double *x, double *y)
{
  g_return_val_if_fail (FASCIA_IS_BODY_FIGURES (self), FALSE);
  g_return_val_if_fail (view != NULL && x != NULL && y != NULL, FALSE);

  if (!self->has_point)
    return FALSE;
  *view = self->point_view;
  *x = self->point_x;
  *y = self->point_y;
  return TRUE;
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

  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->insets = NULL;
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
  gtk_widget_set_hexpand (self->box, TRUE);
  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->content), self->box);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  /* Focus rests here while no place has it: at the start, and after Escape. Tab goes to a place. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (forget_digits), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
fascia_body_figures_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  static const char *const subjects[] = { "notify::selected", "notify::scale", "notify::target" };
  FasciaBodyFigures *self = g_object_new (FASCIA_TYPE_BODY_FIGURES, NULL);
  self->model = g_object_ref (model);
  self->tool = fascia_body_model_get_tool (model);
  /* Before the figures hear of it, and once more after. */
  g_signal_connect_object (model, "notify::body", G_CALLBACK (on_body_changing), self,
                           G_CONNECT_SWAPPED);
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
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_signal_connect_object (model, subjects[i], G_CALLBACK (forget_digits), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::body", G_CALLBACK (on_body_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::tool", G_CALLBACK (fascia_body_figures_tool_changed),
                           self, G_CONNECT_SWAPPED);
  update_maps (self);
  return GTK_WIDGET (self);
}
