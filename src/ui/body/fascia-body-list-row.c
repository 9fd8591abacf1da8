/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One place in the list twin: name, all that is known of it in words, level, More.
 */

#include "config.h"

#include "fascia-body-list-row.h"

#include <glib/gi18n.h>

#include "fascia-level-badge.h"
#include "fascia-place-facts.h"
#include "fascia-place-words.h"
#include "fascia-text.h"

struct _FasciaBodyListRow
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  FasciaBodyListItem *item;

  GtkLabel *name;
  GtkLabel *value;
  GtkWidget *badge;
  GtkWidget *more;
  GtkWidget *parent; /* the row of the list, not held */
};

G_DEFINE_FINAL_TYPE (FasciaBodyListRow, fascia_body_list_row, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CLICKED = 1,
  SIGNAL_MORE,
  SIGNAL_MENU,
} FasciaBodyListRowSignal;

static guint signals[SIGNAL_MENU + 1];

/* ---- what is shown ---- */

/* A button on each of 110 rows is too much to look at: it is there for what is marked, and where the
 * pointer or the keyboard is. It keeps its room. */
static void
update_more (FasciaBodyListRow *self)
{
  const GtkStateFlags flags = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_SELECTED
                              | GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN;
  const FasciaRegion *region
      = self->item != NULL ? fascia_body_list_item_get_region (self->item) : NULL;
  gboolean is_wanted
      = region == NULL
        || fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region))
        || (self->parent != NULL && (gtk_widget_get_state_flags (self->parent) & flags) != 0);

  gtk_widget_set_child_visible (self->more, is_wanted);
}

static void
leave_parent (FasciaBodyListRow *self)
{
  if (self->parent == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->parent, update_more, self);
  g_object_remove_weak_pointer (G_OBJECT (self->parent), (gpointer *) &self->parent);
  self->parent = NULL;
}

static void
on_parent_changed (FasciaBodyListRow *self)
{
  leave_parent (self);
  if (self->model == NULL)
    return;
  self->parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (self->parent == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (self->parent), (gpointer *) &self->parent);
  g_signal_connect_object (self->parent, "state-flags-changed", G_CALLBACK (update_more), self,
                           G_CONNECT_SWAPPED);
  update_more (self);
}

gboolean
fascia_body_list_row_is_more_shown (FasciaBodyListRow *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ROW (self), FALSE);

  return gtk_widget_get_visible (self->more) && gtk_widget_get_child_visible (self->more);
}

/* What the figure shows of the limb that a place is on, or NULL when it is there. */
static const char *
get_limb_words (FasciaBodyListRow *self, const FasciaRegion *region)
{
  const FasciaBody *body = fascia_body_model_get_body (self->model);

  if (!fascia_body_is_shown (body, region))
    /* Translators: of a place, beside its level: its limb is hidden. */
    return C_ ("place", "not on the figure");
  if (fascia_body_is_phantom (body, region))
    /* Translators: of a place, beside its level: its limb is a phantom. */
    return C_ ("place", "phantom");
  return NULL;
}

static void
set_words (FasciaBodyListRow *self, const char *name, const char *value, gboolean has_value)
{
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->value), has_value);
}

/* A place of another version: what it has is shown, and it can be taken out. */
static void
update_unknown (FasciaBodyListRow *self)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));
  const char *code = fascia_body_list_item_get_code (self->item);
  FasciaPlace place = { .code = code };

  if (entry != NULL)
    {
      place.tightness = fascia_entry_find_mark (entry, code, FASCIA_SCALE_TIGHTNESS);
      place.pain = fascia_entry_find_mark (entry, code, FASCIA_SCALE_PAIN);
    }
  g_autofree char *levels = place.tightness != NULL || place.pain != NULL
                                ? fascia_text_place_levels (&place)
                                : g_strdup ("");
  int level = place.tightness != NULL || place.pain != NULL ? fascia_place_get_worst (&place)
                                                            : FASCIA_LEVEL_NOT_GIVEN;

  set_words (self, code, levels, TRUE);
  fascia_level_badge_set (FASCIA_LEVEL_BADGE (self->badge),
                          level >= 0 ? FASCIA_BODY_LOOK_RATED : FASCIA_BODY_LOOK_UNRATED, level);
}

/* A period: words, and the colour of the figure. */
static void
update_heat (FasciaBodyListRow *self, const FasciaHeat *heat)
{
  const FasciaRegion *region = fascia_body_list_item_get_region (self->item);
  int step = fascia_heat_get_step (heat, region, fascia_body_model_get_heat_measure (self->model));
  g_autofree char *value = fascia_place_words_heat (heat, region);

  set_words (self, fascia_region_get_name (region), value,
             fascia_heat_get_cell (heat, region)->n_days > 0);
  fascia_level_badge_set_step (FASCIA_LEVEL_BADGE (self->badge), step);
}

static void
update_place (FasciaBodyListRow *self)
{
  const FasciaRegion *region = fascia_body_list_item_get_region (self->item);
  FasciaBodyState *state = fascia_body_model_get_state (self->model);
  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, region);
  int level = FASCIA_LEVEL_NOT_GIVEN;
  FasciaBodyLook look = fascia_body_place_get_look (place, scale, &level);
  g_autofree char *description
      = fascia_body_place_dup_description (place, scale, fascia_body_state_get_today (state));
  g_autofree char *extras = fascia_place_words_extras (
      fascia_body_model_get_body (self->model), fascia_body_state_get_entry (state),
      fascia_place_facts_get_extents (fascia_place_facts_get (self->model)), region, scale);
  /* Translators: a place's levels, and where it spreads to or what is drawn there. */
  g_autofree char *value
      = extras != NULL ? g_strdup_printf (C_ ("levels and more", "%s, %s"), description, extras)
                       : g_strdup (description);

  const char *limb = get_limb_words (self, region);
  gboolean has_value = look != FASCIA_BODY_LOOK_PLAIN || extras != NULL;
  g_autofree char *all
      = limb != NULL
            /* Translators: a place's levels, and whether its limb is on the figure: "tight 6, phantom" */
            ? g_strdup_printf (C_ ("levels and limb", "%s, %s"), value, limb)
            : g_strdup (value);

  set_words (self, fascia_region_get_name (region), all, has_value || limb != NULL);
  fascia_level_badge_set (FASCIA_LEVEL_BADGE (self->badge), look, level);
}

void
fascia_body_list_row_update (FasciaBodyListRow *self)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST_ROW (self));

  if (self->item == NULL)
    return;
  gboolean is_known = fascia_body_list_item_get_region (self->item) != NULL;
  gboolean is_editable = fascia_body_model_is_editable (self->model);
  gboolean is_heat = fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_HEAT;
  FasciaHeat *heat = is_heat ? fascia_body_model_get_heat (self->model) : NULL;

  if (!is_known)
    update_unknown (self);
  else if (heat != NULL)
    update_heat (self, heat);
  else
    update_place (self);
  gtk_button_set_icon_name (GTK_BUTTON (self->more),
                            is_known ? "view-more-symbolic" : "user-trash-symbolic");
  gtk_widget_set_tooltip_text (self->more,
                               is_known ? _ ("More About This Place") : _ ("Remove the Mark"));
  gtk_widget_set_visible (self->more, is_editable);
  update_more (self);
}

char *
fascia_body_list_row_dup_label (FasciaBodyListRow *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ROW (self), NULL);

  if (self->item == NULL)
    return NULL;
  /* Translators: a place and its level, for screen readers: "Left shoulder top, tight 6" */
  return g_strdup_printf (C_ ("place and level", "%s, %s"), gtk_label_get_label (self->name),
                          gtk_label_get_label (self->value));
}

const char *
fascia_body_list_row_get_value (FasciaBodyListRow *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ROW (self), NULL);

  return gtk_label_get_label (self->value);
}

void
fascia_body_list_row_set_item (FasciaBodyListRow *self, FasciaBodyListItem *item)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST_ROW (self));
  g_return_if_fail (item == NULL || FASCIA_IS_BODY_LIST_ITEM (item));

  g_set_object (&self->item, item);
  fascia_body_list_row_update (self);
}

FasciaBodyListItem *
fascia_body_list_row_get_item (FasciaBodyListRow *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ROW (self), NULL);

  return self->item;
}

/* ---- gestures ---- */

static gboolean
is_on_button (FasciaBodyListRow *self, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  /* A swipe ends somewhere else, which is not on the row either. */
  return under == NULL || under == self->more || gtk_widget_is_ancestor (under, self->more);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, FasciaBodyListRow *self)
{
  if (self->item != NULL && n_press == 1 && !is_on_button (self, x, y))
    g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, FasciaBodyListRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

static void
on_long_pressed (GtkGestureLongPress *gesture, double x, double y, FasciaBodyListRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

static void
on_more_clicked (FasciaBodyListRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[SIGNAL_MORE], 0);
}

/* ---- the widget ---- */

static void
fascia_body_list_row_dispose (GObject *object)
{
  FasciaBodyListRow *self = FASCIA_BODY_LIST_ROW (object);
  GtkWidget *child;

  leave_parent (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_body_list_row_parent_class)->dispose (object);
}

static void
fascia_body_list_row_class_init (FasciaBodyListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_body_list_row_dispose;

  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MENU]
      = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "placerow");
}

static GtkLabel *
create_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  return label;
}

static void
fascia_body_list_row_init (FasciaBodyListRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget));

  gtk_box_layout_set_spacing (layout, 12);
  self->name = create_label ();
  self->value = create_label ();
  gtk_label_set_wrap (self->value, TRUE);
  gtk_label_set_lines (self->value, 2);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "dimmed");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->value));
  gtk_widget_set_parent (words, widget);
  self->badge = fascia_level_badge_new ();
  gtk_widget_set_parent (self->badge, widget);
  self->more = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "circular");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->more, widget);

  GtkGesture *click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  GtkGesture *secondary = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));

  GtkGesture *press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}

GtkWidget *
fascia_body_list_row_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyListRow *self = g_object_new (FASCIA_TYPE_BODY_LIST_ROW, NULL);
  self->model = g_object_ref (model);
  g_signal_connect (self, "notify::parent", G_CALLBACK (on_parent_changed), NULL);
  return GTK_WIDGET (self);
}
