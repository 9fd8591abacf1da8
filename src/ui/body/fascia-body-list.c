/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list twin of the figure: every place by group, with its level.
 */

#include "config.h"

#include "fascia-body-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fascia-body-keys.h"
#include "fascia-body-list-item.h"
#include "fascia-body-list-menus.h"
#include "fascia-body-list-row.h"
#include "fascia-place-facts.h"
#include "fascia-place-move.h"

#define MAX_WIDTH 600

struct _FasciaBodyList
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  GtkWidget *box;
  GtkWidget *search;
  GtkListView *view;
  GtkSingleSelection *selection;
  GListStore *items;
  GtkCustomFilter *filter;
  GtkSorter *sections;
  GHashTable *found; /* regions that the search text means; NULL without a text */
  char *text;        /* that text, folded */
  GPtrArray *rows;   /* GtkListItem that show a place now */
  GtkWidget *areas;  /* the button of whole areas */
  GtkWidget *menu;   /* the menu of a place that was opened last, or NULL */
  FasciaBodyDigits digits;
};

G_DEFINE_FINAL_TYPE (FasciaBodyList, fascia_body_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED = 1,
  SIGNAL_CLICKED,
  SIGNAL_MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_row (FasciaBodyList *self, GtkListItem *item)
{
  FasciaBodyListRow *row = FASCIA_BODY_LIST_ROW (gtk_list_item_get_child (item));

  fascia_body_list_row_update (row);
  g_autofree char *label = fascia_body_list_row_dup_label (row);
  if (label != NULL)
    gtk_list_item_set_accessible_label (item, label);
}

static void
on_model_changed (FasciaBodyList *self)
{
  FasciaEntry *entry = fascia_body_state_get_entry (fascia_body_model_get_state (self->model));

  if (fascia_body_list_items_update (self->items, fascia_body_model_get_body (self->model), entry))
    gtk_sorter_changed (self->sections, GTK_SORTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, g_ptr_array_index (self->rows, i));
}

static void
on_target_changed (FasciaBodyList *self)
{
  gtk_widget_set_visible (self->areas, fascia_body_model_is_editable (self->model));
  on_model_changed (self);
}

static void
on_settings_changed (FasciaBodyList *self)
{
  FasciaSettings *settings = fascia_body_setup_get_settings (
      fascia_place_facts_get_setup (fascia_place_facts_get (self->model)));

  self->digits.is_single = !fascia_settings_get_boolean (settings, FASCIA_SETTING_TEN, TRUE);
}

/* ---- places ---- */

/* While it is asked where a place spreads to, the next place is the answer. */
static gboolean
answer_spread (FasciaBodyList *self, const FasciaRegion *region)
{
  const FasciaRegion *from = fascia_body_model_get_selected (self->model);

  if (fascia_body_model_get_tool (self->model) != FASCIA_BODY_TOOL_SPREAD || from == NULL)
    return FALSE;
  if (from != region)
    fascia_body_model_add_spread (self->model, from, region);
  fascia_body_model_set_tool (self->model, FASCIA_BODY_TOOL_NONE);
  return TRUE;
}

void
fascia_body_list_click (FasciaBodyList *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));
  g_return_if_fail (region != NULL);

  gboolean is_marked
      = fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region));
  if (answer_spread (self, region))
    return;
  fascia_body_model_set_selected (self->model, region);
  if (is_marked)
    g_signal_emit (self, signals[SIGNAL_CLICKED], 0, region);
  else
    fascia_body_model_mark (self->model, region);
}

static void
on_row_clicked (FasciaBodyListRow *row, FasciaBodyList *self)
{
  FasciaBodyListItem *item = fascia_body_list_row_get_item (row);
  const FasciaRegion *region = item != NULL ? fascia_body_list_item_get_region (item) : NULL;

  if (region != NULL)
    fascia_body_list_click (self, region);
}

static void
on_row_more (FasciaBodyListRow *row, FasciaBodyList *self)
{
  FasciaBodyListItem *item = fascia_body_list_row_get_item (row);
  const FasciaRegion *region = item != NULL ? fascia_body_list_item_get_region (item) : NULL;

  if (region != NULL)
    {
      fascia_body_model_set_selected (self->model, region);
      g_signal_emit (self, signals[SIGNAL_MORE], 0, region);
    }
  else if (item != NULL)
    {
      /* The row goes with what it shows. */
      gtk_widget_grab_focus (self->search);
      fascia_place_forget (self->model, fascia_body_list_item_get_code (item));
    }
}

/* ---- the menu of a place ---- */

static void
open_menu (FasciaBodyList *self, FasciaBodyListItem *item, const GdkRectangle *at)
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

static void
on_row_menu (FasciaBodyListRow *row, double x, double y, FasciaBodyList *self)
{
  FasciaBodyListItem *item = fascia_body_list_row_get_item (row);
  const graphene_point_t from = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_point_t point;

  if (item == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self), &from, &point))
    return;
  const GdkRectangle at = { (int) point.x, (int) point.y, 1, 1 };
  open_menu (self, item, &at);
}

/* ---- rows and headings ---- */

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, FasciaBodyList *self)
{
  GtkWidget *row = fascia_body_list_row_new (self->model);

  g_signal_connect_object (row, "clicked", G_CALLBACK (on_row_clicked), self, 0);
  g_signal_connect_object (row, "more", G_CALLBACK (on_row_more), self, 0);
  g_signal_connect_object (row, "menu", G_CALLBACK (on_row_menu), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
on_row_bound (GtkSignalListItemFactory *factory, GtkListItem *item, FasciaBodyList *self)
{
  fascia_body_list_row_set_item (FASCIA_BODY_LIST_ROW (gtk_list_item_get_child (item)),
                                 gtk_list_item_get_item (item));
  g_ptr_array_add (self->rows, item);
  update_row (self, item);
}

static void
on_row_unbound (GtkSignalListItemFactory *factory, GtkListItem *item, FasciaBodyList *self)
{
  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, item);
  fascia_body_list_row_set_item (FASCIA_BODY_LIST_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_header_setup (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-horizontal-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_header_set_child (header, box);
}

static void
on_header_bound (GtkSignalListItemFactory *factory, GtkListHeader *header, FasciaBodyList *self)
{
  FasciaBodyListItem *item = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_header_get_child (header));
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_header_get_child (header));

  if (item == NULL)
    return;
  guint group = fascia_body_list_item_get_group (item);
  const char *name
      = fascia_body_list_items_get_group_name (fascia_body_model_get_body (self->model), group);
  g_autoptr (GMenu) menu
      = fascia_body_list_menus_of_group (fascia_body_model_get_body (self->model), group);
  /* Translators: %s is a part of the body: "Shoulders". */
  g_autofree char *tooltip = g_strdup_printf (_ ("Whole area: %s"), name);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_widget_set_visible (button, fascia_body_model_is_editable (self->model)
                                      && g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

/* ---- search ---- */

static gboolean
is_shown (gpointer data, gpointer user_data)
{
  FasciaBodyListItem *item = FASCIA_BODY_LIST_ITEM (data);
  FasciaBodyList *self = user_data;
  const FasciaRegion *region = fascia_body_list_item_get_region (item);

  if (self->found == NULL)
    return TRUE;
  if (region == NULL)
    return strstr (fascia_body_list_item_get_code (item), self->text) != NULL;
  return g_hash_table_contains (self->found, region);
}

static void
on_search_changed (FasciaBodyList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->found, g_hash_table_unref);
  g_free (self->text);
  self->text = g_utf8_strdown (text, -1);
  if (text[0] != '\0')
    {
      g_autoptr (GPtrArray) found
          = fascia_body_find (fascia_body_model_get_body (self->model), text, 0);

      self->found = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < found->len; i++)
        g_hash_table_add (self->found, g_ptr_array_index (found, i));
    }
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
fascia_body_list_set_search (FasciaBodyList *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  on_search_changed (self);
}

void
fascia_body_list_focus_search (FasciaBodyList *self)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));

  gtk_widget_grab_focus (self->search);
}

guint
fascia_body_list_get_n_shown (FasciaBodyList *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/* ---- gestures and keys ---- */

static const FasciaRegion *
get_selected (FasciaBodyList *self)
{
  FasciaBodyListItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? fascia_body_list_item_get_region (item) : NULL;
}

static void
activate (FasciaBodyList *self, const FasciaRegion *region)
{
  gboolean is_marked
      = fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region));

  if (answer_spread (self, region))
    return;
  fascia_body_model_set_selected (self->model, region);
  if (is_marked)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, region);
  else
    fascia_body_model_mark (self->model, region);
}

static void
on_row_activated (FasciaBodyList *self, guint position)
{
  g_autoptr (FasciaBodyListItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL && fascia_body_list_item_get_region (item) != NULL)
    activate (self, fascia_body_list_item_get_region (item));
}

static void
on_selection_changed (FasciaBodyList *self)
{
  const FasciaRegion *region = get_selected (self);

  /* While it is asked where a place spreads to, walking looks for the answer. */
  if (region != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && fascia_body_model_get_tool (self->model) != FASCIA_BODY_TOOL_SPREAD)
    fascia_body_model_set_selected (self->model, region);
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
fascia_body_list_focus_region (FasciaBodyList *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));
  g_return_if_fail (region != NULL);

  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (FasciaBodyListItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (fascia_body_list_item_get_region (item) != region)
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      gtk_list_view_scroll_to (self->view, i, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
remove_unknown (FasciaBodyList *self)
{
  FasciaBodyListItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL)
    return FALSE;
  fascia_place_forget (self->model, fascia_body_list_item_get_code (item));
  return TRUE;
}

GtkWidget *
fascia_body_list_open_menu (FasciaBodyList *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), NULL);

  FasciaBodyListItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (item == NULL || focus == NULL
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return NULL;
  const GdkRectangle at = { (int) (bounds.origin.x + bounds.size.width / 2),
                            (int) (bounds.origin.y + bounds.size.height / 2), 1, 1 };
  open_menu (self, item, &at);
  return self->menu;
}

/* The Menu key, and Shift+F10. */
static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return fascia_body_list_open_menu (FASCIA_BODY_LIST (widget)) != NULL;
}

FasciaBodyModel *
fascia_body_list_get_model (FasciaBodyList *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), NULL);

  return self->model;
}

gboolean
fascia_body_list_handle_key (FasciaBodyList *self,
                             guint keyval,
                             guint keycode,
                             GdkModifierType modifiers)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), FALSE);

  FasciaBodyAction action = fascia_body_keys_interpret (keyval, keycode, modifiers);
  const FasciaRegion *region = get_selected (self);

  if (region == NULL && action.kind == FASCIA_BODY_ACTION_REMOVE)
    return remove_unknown (self);
  if (region == NULL && action.kind != FASCIA_BODY_ACTION_FIND
      && action.kind != FASCIA_BODY_ACTION_LEAVE)
    return FALSE;
  switch (action.kind)
    {
    case FASCIA_BODY_ACTION_DIGIT:
      fascia_body_model_set_selected (self->model, region);
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

/* ---- the rest ---- */

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  guint x = fascia_body_list_item_get_group ((FasciaBodyListItem *) a);
  guint y = fascia_body_list_item_get_group ((FasciaBodyListItem *) b);

  return (x > y) - (x < y);
}

static void
fascia_body_list_dispose (GObject *object)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->sections);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->model);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (fascia_body_list_parent_class)->dispose (object);
}

/* A fresh list puts its first place at the top, which hides the heading above it. */
static gboolean
on_first_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  if (adjustment == NULL || gtk_adjustment_get_page_size (adjustment) <= 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, 0);
  return G_SOURCE_REMOVE;
}

static gboolean
fascia_body_list_grab_focus (GtkWidget *widget)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);

  /* Before its rows are there, or when none is left, the list has nothing to focus. */
  return gtk_widget_grab_focus (GTK_WIDGET (self->view)) || gtk_widget_grab_focus (self->search);
}

static void
fascia_body_list_class_init (FasciaBodyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_body_list_dispose;
  widget_class->grab_focus = fascia_body_list_grab_focus;

  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  signals[SIGNAL_MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  fascia_body_list_menus_install (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bodylist");
}

static void
fascia_body_list_init (FasciaBodyList *self)
{
  self->rows = g_ptr_array_new ();
}

static GtkListItemFactory *
create_factory (GCallback setup, GCallback bind, FasciaBodyList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, self);
  g_signal_connect (factory, "bind", bind, self);
  return factory;
}

GtkWidget *
fascia_body_list_new (FasciaBodyModel *model)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);

  FasciaBodyList *self = g_object_new (FASCIA_TYPE_BODY_LIST, NULL);
  self->model = g_object_ref (model);

  self->items = fascia_body_list_items_new (fascia_body_model_get_body (model));
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  GListModel *filtered = G_LIST_MODEL (gtk_filter_list_model_new (
      G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter))));
  GtkSortListModel *sorted = gtk_sort_list_model_new (filtered, NULL);
  self->sections = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));
  gtk_sort_list_model_set_section_sorter (sorted, self->sections);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  GtkListItemFactory *rows
      = create_factory (G_CALLBACK (on_row_setup), G_CALLBACK (on_row_bound), self);
  g_signal_connect (rows, "unbind", G_CALLBACK (on_row_unbound), self);
  self->view = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), rows));
  g_autoptr (GtkListItemFactory) headers
      = create_factory (G_CALLBACK (on_header_setup), G_CALLBACK (on_header_bound), self);
  gtk_list_view_set_header_factory (self->view, headers);
  /* Tab goes to the button of the row and on; what walks the rows are the arrows. */
  gtk_list_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Places of the body"), -1);

  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Find a place"));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a place"), -1);
  gtk_widget_add_css_class (self->search, "listsearch");

  GtkWidget *scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  /* A clamp that scrolls, or a list of 110 places would make all its rows at once. */
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), MAX_WIDTH);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);

  g_autoptr (GMenu) areas = fascia_body_list_menus_of_areas (fascia_body_model_get_body (model));
  self->areas = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->areas), "edit-select-all-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->areas), G_MENU_MODEL (areas));
  gtk_widget_set_tooltip_text (self->areas, _ ("Mark a Whole Area"));
  gtk_widget_set_valign (self->areas, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (self->areas, 12);
  gtk_widget_add_css_class (self->areas, "flat");
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_box_append (GTK_BOX (top), self->search);
  gtk_box_append (GTK_BOX (top), self->areas);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *search_clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (search_clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (search_clamp), top);
  gtk_box_append (GTK_BOX (self->box), search_clamp);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_row_activated), self);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::scale", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::body", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify::target", G_CALLBACK (on_target_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_place_facts_get_setup (fascia_place_facts_get (model)),
                           "notify::settings", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  on_settings_changed (self);
  on_target_changed (self);

  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_first_tick, NULL, NULL);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  return GTK_WIDGET (self);
}
