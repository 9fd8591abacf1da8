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
#include "fascia-body-insets.h"
#include "fascia-body-keys.h"
#include "fascia-body-parts.h"
#include "fascia-body-pen.h"
#include "fascia-body-setup.h"
#include "fascia-ui-palette.h"

/* That of the style class "card". */
#define CARD_RADIUS 12

struct _FasciaBodyFigures
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  GtkWidget *content; /* the figures, and what stands beside them */
  GtkWidget *box;
  GtkWidget *insets;      /* NULL until there is room */
  FasciaBodyMap *maps[2]; /* by view minus one */
  FasciaView view;
  gboolean is_double;
  gboolean has_insets;
  const char *part; /* interned: what is drawn near */

  const FasciaRegion *current; /* where Tab comes back to */
  FasciaBodyDigits digits;

  const FasciaRegion *source;    /* of the arrow that is being made */
  const FasciaRegion *had_focus; /* while the figures are built anew */
  gboolean has_point;            /* the chosen place was pressed */
  FasciaView point_view;
  double point_x;
  double point_y;
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

  return fascia_body_parts_get_extreme (get_body (self), self->view, side, is_head);
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

static void
grab_region (FasciaBodyFigures *self, const FasciaRegion *region, gboolean is_visible)
{
  FasciaRegionWidget *widget = get_widget (self, region);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->current = region;
  self->has_point = FALSE;
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

static void spread_to (FasciaBodyFigures *self, const FasciaRegion *target);

void
fascia_body_figures_focus_region (FasciaBodyFigures *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_FIGURES (self));
  g_return_if_fail (region != NULL);

  if (!is_on_view (self, region, self->view))
    fascia_body_figures_set_view (self, fascia_region_get_view (region));
  /* What Find has found is where the feeling spreads to. */
  if (self->source != NULL && region != self->source)
    {
      spread_to (self, region);
      return;
    }
  self->has_point = FALSE;
  grab_region (self, region, TRUE);
}

/* ---- tools ---- */

static void
say_about (FasciaBodyFigures *self, const FasciaRegion *region, const char *text)
{
  FasciaRegionWidget *widget = region != NULL ? get_widget (self, region) : NULL;

  fascia_announce (widget != NULL ? GTK_WIDGET (widget) : GTK_WIDGET (self), text);
}

static gboolean
is_drawing (FasciaBodyFigures *self)
{
  FasciaBodyTool tool = fascia_body_model_get_tool (self->model);

  return tool == FASCIA_BODY_TOOL_SPOT || tool == FASCIA_BODY_TOOL_STROKE
         || tool == FASCIA_BODY_TOOL_ERASE;
}

static void
set_source (FasciaBodyFigures *self, const FasciaRegion *source)
{
  self->source = source;
  for (int i = 0; i < 2; i++)
    {
      FasciaBodyCanvas *canvas = fascia_body_map_get_canvas (self->maps[i]);

      if (canvas != NULL)
        fascia_body_canvas_set_source (canvas, source);
    }
}

static void
on_tool_changed (FasciaBodyFigures *self)
{
  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);

  if (fascia_body_model_get_tool (self->model) != FASCIA_BODY_TOOL_SPREAD)
    {
      set_source (self, NULL);
      return;
    }
  if (selected == NULL)
    {
      say_about (self, NULL, _ ("Choose a place first"));
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
      return;
    }
  set_source (self, selected);
  /* Translators: %s is a place such as "Left shoulder top" */
  g_autofree char *text
      = g_strdup_printf (_ ("%s spreads to: choose a place"), fascia_region_get_name (selected));
  say_about (self, selected, text);
}

/* The place that the feeling spreads to is chosen. */
static void
spread_to (FasciaBodyFigures *self, const FasciaRegion *target)
{
  const FasciaRegion *source = self->source;

  if (target == source)
    {
      say_about (self, target, _ ("That is the same place. Choose another one."));
      return;
    }
  fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
  fascia_body_model_add_spread (self->model, source, target);
  grab_region (self, source,
               gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))));
  /* Translators: both are places: "Left shoulder top spreads to Left temple" */
  g_autofree char *text
      = g_strdup_printf (C_ ("two places", "%s spreads to %s"), fascia_region_get_name (source),
                         fascia_region_get_name (target));
  say_about (self, source, text);
}

static void
clear_drawings (FasciaBodyFigures *self, const FasciaRegion *region)
{
  if (!fascia_body_pen_clear_place (self->model, self->view, region))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* Translators: %s is a place such as "Left shoulder top" */
  g_autofree char *text
      = g_strdup_printf (_ ("%s: drawing removed"), fascia_region_get_name (region));
  say_about (self, region, text);
}

/* Enter on a place while a tool is on; FALSE when none is. */
static gboolean
handle_tool (FasciaBodyFigures *self, const FasciaRegion *region)
{
  switch (fascia_body_model_get_tool (self->model))
    {
    case FASCIA_BODY_TOOL_SPOT:
    case FASCIA_BODY_TOOL_STROKE:
      if (fascia_body_pen_put_spot (self->model, self->view, region))
        {
          /* Translators: %s is a place such as "Left shoulder top" */
          g_autofree char *text
              = g_strdup_printf (_ ("%s: sore spot drawn"), fascia_region_get_name (region));
          say_about (self, region, text);
        }
      return TRUE;
    case FASCIA_BODY_TOOL_ERASE:
      clear_drawings (self, region);
      return TRUE;
    case FASCIA_BODY_TOOL_SPREAD:
      spread_to (self, region);
      return TRUE;
    case FASCIA_BODY_TOOL_NONE:
    default:
      return FALSE;
    }
}

/* Escape: first the stroke that is under way, then the tool. */
static gboolean
leave_tool (FasciaBodyFigures *self)
{
  gboolean has_cancelled = FALSE;

  for (int i = 0; i < 2; i++)
    has_cancelled |= fascia_body_map_draw_cancel (self->maps[i]);
  if (self->insets != NULL)
    has_cancelled |= fascia_body_insets_draw_cancel (FASCIA_BODY_INSETS (self->insets));
  if (has_cancelled)
    return TRUE;
  if (fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_NONE)
    return FALSE;
  const FasciaRegion *source = self->source;
  fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
  if (source != NULL)
    grab_region (self, source, TRUE);
  return TRUE;
}

/* ---- keys ---- */

/* Whether 1 and then 0 is ten: a preference. */
static gboolean
is_ten_typed (FasciaBodyFigures *self)
{
  FasciaBodySetup *setup
      = fascia_body_setup_get (fascia_body_model_get_journal (self->model), get_body (self));

  return fascia_settings_get_boolean (fascia_body_setup_get_settings (setup), FASCIA_SETTING_TEN,
                                      TRUE);
}

static void
turn (FasciaBodyFigures *self, const FasciaRegion *focused)
{
  const FasciaRegion *region
      = focused != NULL ? fascia_body_parts_get_behind (get_body (self), focused, self->view)
                        : NULL;

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
      self->digits.is_single = !is_ten_typed (self);
      fascia_body_model_set_level (
          self->model, region, scale,
          fascia_body_digits_push (&self->digits, region, action->value, time_ms));
      return TRUE;
    case FASCIA_BODY_ACTION_STEP:
      fascia_body_model_step (self->model, region, action->value);
      return TRUE;
    case FASCIA_BODY_ACTION_ACTIVATE:
      if (handle_tool (self, region))
        return TRUE;
      if (fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region)))
        g_signal_emit (self, signals[SIGNAL_OPEN_LEVELS], 0);
      else
        fascia_body_model_mark (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_REMOVE:
      if (is_drawing (self))
        clear_drawings (self, region);
      else
        fascia_body_model_remove (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_MIRROR:
      next = fascia_region_get_mirror (region);
      if (next == NULL)
        gtk_widget_error_bell (GTK_WIDGET (self));
      else
        {
          /* Chosen first: what is said of it is said there. */
          grab_region (self, next, TRUE);
          fascia_body_model_mirror (self->model, region);
        }
      return TRUE;
    case FASCIA_BODY_ACTION_SPREAD:
      fascia_body_model_set_selected (self->model, region);
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_SPREAD);
      return TRUE;
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_FIND:
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
    case FASCIA_BODY_ACTION_TURN:
    case FASCIA_BODY_ACTION_ZOOM:
    case FASCIA_BODY_ACTION_LEAVE:
    case FASCIA_BODY_ACTION_SUMMARY:
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
    case FASCIA_BODY_ACTION_SUMMARY:
      g_signal_emit (self, signals[SIGNAL_SUMMARY], 0);
      return TRUE;
    case FASCIA_BODY_ACTION_LEAVE:
      if (leave_tool (self))
        return TRUE;
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
    case FASCIA_BODY_ACTION_SPREAD:
      if (focused != NULL)
        break;
      /* From the levels, too, where the chosen place has no focus. */
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_SPREAD);
      return TRUE;
    case FASCIA_BODY_ACTION_DIGIT:
    case FASCIA_BODY_ACTION_STEP:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_REMOVE:
    case FASCIA_BODY_ACTION_MIRROR:
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
      if (!leave_tool (self))
        leave (self);
      return;
    }
  fascia_body_figures_set_view (self, fascia_body_map_get_view (map));
  if (self->source != NULL && is_mark)
    {
      spread_to (self, region);
      return;
    }
  grab_region (self, region, FALSE);
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
  self->had_focus = get_focused (self);
}

/* After they have. */
static void
on_body_changed (FasciaBodyFigures *self)
{
  const FasciaRegion *region = self->had_focus;

  self->had_focus = NULL;
  self->has_point = FALSE;
  if (self->source != NULL)
    set_source (self, self->source);
  if (region == NULL)
    return;
  if (get_widget (self, region) != NULL)
    grab_region (
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
  const FasciaRegion *selected = fascia_body_model_get_selected (self->model);
  const FasciaInset *inset = fascia_body_parts_find (
      get_body (self), self->view, code, self->part,
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
}

GtkWidget *
fascia_body_figures_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyFigures *self = g_object_new (FASCIA_TYPE_BODY_FIGURES, NULL);
  self->model = g_object_ref (model);
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
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::body", G_CALLBACK (on_body_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::tool", G_CALLBACK (on_tool_changed), self,
                           G_CONNECT_SWAPPED);
  update_maps (self);
  return GTK_WIDGET (self);
}
