/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keyboard in the list twin: what it is on, and what the keys do there.
 */

#include "config.h"

#include "fascia-body-list-private.h"

#include "fascia-body-list-menus.h"

/* ---- where the keyboard is ---- */

FasciaBodyListItem *
fascia_body_list_get_focus (FasciaBodyList *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), NULL);

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return NULL;
  /* On the row of the list, which holds ours, or on something within ours. */
  GtkWidget *row = gtk_widget_get_first_child (focus);
  if (row == NULL || !FASCIA_IS_BODY_LIST_ROW (row))
    row = gtk_widget_get_ancestor (focus, FASCIA_TYPE_BODY_LIST_ROW);
  return row != NULL ? fascia_body_list_row_get_item (FASCIA_BODY_LIST_ROW (row)) : NULL;
}

/* (nullable) (transfer none) What keys are about: the row that has the focus, else the chosen one. */
static FasciaBodyListItem *
get_current (FasciaBodyList *self)
{
  FasciaBodyListItem *item = fascia_body_list_get_focus (self);

  return item != NULL ? item : gtk_single_selection_get_selected_item (self->selection);
}

static guint
find_position (FasciaBodyList *self, FasciaBodyListItem *item)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (FasciaBodyListItem) other
          = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* The list chooses what its arrows walk to, and not what the focus comes to in another way. */
void
fascia_body_list_follow_focus (FasciaBodyList *self)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));

  FasciaBodyListItem *item = fascia_body_list_get_focus (self);

  if (item == NULL)
    return;
  g_set_object (&self->under, item);
  if (item != gtk_single_selection_get_selected_item (self->selection))
    gtk_single_selection_set_selected (self->selection, find_position (self, item));
}

void
fascia_body_list_keep_focus (FasciaBodyList *self, guint position)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));

  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint wanted = GTK_INVALID_LIST_POSITION;

  if (self->under == NULL || n_items == 0)
    return;
  /* Still there; or repeated in another group; or else what has come to stand there. */
  wanted = find_position (self, self->under);
  for (guint i = 0; wanted == GTK_INVALID_LIST_POSITION && i < n_items; i++)
    {
      g_autoptr (FasciaBodyListItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!fascia_body_list_item_is_repeated (item))
        break;
      if (fascia_body_list_item_get_region (item) == fascia_body_list_item_get_region (self->under))
        wanted = i;
    }
  if (wanted == GTK_INVALID_LIST_POSITION)
    wanted = MIN (position, n_items - 1);
  gtk_list_view_scroll_to (self->view, wanted, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
}

/* ---- the menu of a place ---- */

void
fascia_body_list_show_menu (FasciaBodyList *self, FasciaBodyListItem *item, const GdkRectangle *at)
{
  const FasciaRegion *region = fascia_body_list_item_get_region (item);
  g_autoptr (GMenu) menu = fascia_body_list_menus_of_place (self->model, item);

  if (!fascia_body_model_is_editable (self->model))
    return;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (region != NULL && fascia_body_model_get_tool (self->model) != FASCIA_BODY_TOOL_SPREAD)
    fascia_body_model_set_selected (self->model, region);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* ---- keys ---- */

static gboolean
remove_unknown (FasciaBodyList *self)
{
  FasciaBodyListItem *item = get_current (self);

  if (item == NULL)
    return FALSE;
  fascia_body_model_forget (self->model, fascia_body_list_item_get_code (item));
  return TRUE;
}

GtkWidget *
fascia_body_list_open_menu (FasciaBodyList *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), NULL);

  FasciaBodyListItem *item = get_current (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (item == NULL || focus == NULL
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return NULL;
  const GdkRectangle at = { (int) (bounds.origin.x + bounds.size.width / 2),
                            (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 };
  fascia_body_list_show_menu (self, item, &at);
  return self->menu;
}

/* The Menu key, and Shift+F10. */
static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return fascia_body_list_open_menu (FASCIA_BODY_LIST (widget)) != NULL;
}

/* What was typed as a 1 and has been taken back since, or is of another quantity, is not. */
static gboolean
has_level_one (FasciaBodyList *self, const FasciaRegion *region)
{
  int level = FASCIA_LEVEL_NOT_GIVEN;

  return fascia_body_place_get_look (fascia_body_model_get_place (self->model, region),
                                     fascia_body_model_get_scale (self->model), &level)
             == FASCIA_BODY_LOOK_RATED
         && level == 1;
}

gboolean
fascia_body_list_handle_key (FasciaBodyList *self,
                             guint keyval,
                             guint keycode,
                             GdkModifierType modifiers)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), FALSE);

  FasciaBodyAction action = fascia_body_keys_interpret (keyval, keycode, modifiers);
  FasciaBodyListItem *item = get_current (self);
  const FasciaRegion *region = item != NULL ? fascia_body_list_item_get_region (item) : NULL;

  /* A 1 and then anything else is no half of a ten. */
  if (action.kind != FASCIA_BODY_ACTION_DIGIT && !fascia_body_keys_is_silent (keyval))
    fascia_body_digits_forget (&self->digits);
  if (region == NULL && action.kind == FASCIA_BODY_ACTION_REMOVE)
    return remove_unknown (self);
  if (region == NULL && action.kind != FASCIA_BODY_ACTION_FIND
      && action.kind != FASCIA_BODY_ACTION_LEAVE)
    return FALSE;
  switch (action.kind)
    {
    case FASCIA_BODY_ACTION_DIGIT:
      fascia_body_model_set_selected (self->model, region);
      if (!has_level_one (self, region))
        fascia_body_digits_forget (&self->digits);
      fascia_body_model_set_level (
          self->model, region, fascia_body_model_get_scale (self->model),
          fascia_body_digits_push (&self->digits, region, action.value,
                                   g_get_monotonic_time () / G_TIME_SPAN_MILLISECOND));
      return TRUE;
    case FASCIA_BODY_ACTION_STEP:
      fascia_body_model_set_selected (self->model, region);
      fascia_body_model_step (self->model, region, action.value);
      return TRUE;
    case FASCIA_BODY_ACTION_REMOVE:
      fascia_body_model_remove (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_FIND:
      {
        char text[7] = { 0 };

        if (action.value != 0)
          g_unichar_to_utf8 ((gunichar) action.value, text);
        gtk_widget_grab_focus (self->search);
        gtk_editable_set_text (GTK_EDITABLE (self->search), text);
        gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
        return TRUE;
      }
    case FASCIA_BODY_ACTION_MIRROR:
      fascia_body_model_mirror (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_SPREAD:
      fascia_body_list_menus_begin_spread (self->model, region);
      return TRUE;
    case FASCIA_BODY_ACTION_LEAVE:
      if (fascia_body_model_get_tool (self->model) == FASCIA_BODY_TOOL_NONE)
        return FALSE;
      fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
      return TRUE;
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_WALK:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
    case FASCIA_BODY_ACTION_TURN:
    case FASCIA_BODY_ACTION_SUMMARY:
    case FASCIA_BODY_ACTION_ZOOM:
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                FasciaBodyList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* What is typed into the search is text. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->search))
    return FALSE;
  return fascia_body_list_handle_key (self, keyval, keycode, modifiers);
}

void
fascia_body_list_add_keys (FasciaBodyList *self)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));

  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
fascia_body_list_install_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}
