/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list twin of the figure: every place by group, with its level.
 */

#include "config.h"

#include "fascia-body-list-private.h"

#include <glib/gi18n.h>

#include "fascia-body-list-menus.h"
#include "fascia-place-facts.h"

#define MAX_WIDTH 600

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
on_model_changed (FasciaBodyList *self)
{
  FasciaBodyListItem *focus = fascia_body_list_get_focus (self);
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  g_set_object (&self->under, focus);
  self->is_updating = TRUE;
  if (fascia_body_list_items_update (
          self->items, fascia_body_model_get_body (self->model),
          fascia_body_model_get_state (self->model), fascia_body_model_get_scale (self->model),
          fascia_body_model_get_target (self->model) != FASCIA_BODY_TARGET_HEAT))
    gtk_sorter_changed (self->sections, GTK_SORTER_CHANGE_DIFFERENT);
  fascia_body_list_update_rows (self);
  self->is_updating = FALSE;
  if (self->under != NULL
      && (fascia_body_list_get_focus (self) != self->under
          || n_items != g_list_model_get_n_items (G_LIST_MODEL (self->selection))))
    fascia_body_list_keep_focus (self, position);
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
  const FasciaRegion *from = fascia_body_model_get_spread_from (self->model);

  if (from == NULL)
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

void
fascia_body_list_ask_more (FasciaBodyList *self, FasciaBodyListItem *item)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));
  g_return_if_fail (FASCIA_IS_BODY_LIST_ITEM (item));

  const FasciaRegion *region = fascia_body_list_item_get_region (item);

  if (region != NULL)
    {
      fascia_body_model_set_selected (self->model, region);
      g_signal_emit (self, signals[SIGNAL_MORE], 0, region);
      return;
    }
  /* The row goes with what it shows. */
  gtk_widget_grab_focus (self->search);
  fascia_body_model_forget (self->model, fascia_body_list_item_get_code (item));
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
  /* What is looked for is found once. */
  if (fascia_body_list_item_is_repeated (item))
    return FALSE;
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

  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_shown = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (FasciaBodyListItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!fascia_body_list_item_is_repeated (item))
        n_shown++;
    }
  return n_shown;
}

/* ---- what is done with a place ---- */

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
  FasciaBodyListItem *item = gtk_single_selection_get_selected_item (self->selection);
  const FasciaRegion *region = item != NULL ? fascia_body_list_item_get_region (item) : NULL;

  if (!self->is_updating && region != self->digits.place)
    fascia_body_digits_forget (&self->digits);
  /* While it is asked where a place spreads to, walking looks for the answer. */
  if (region != NULL && !self->is_updating && gtk_widget_get_mapped (GTK_WIDGET (self))
      && fascia_body_model_get_tool (self->model) != FASCIA_BODY_TOOL_SPREAD)
    fascia_body_model_set_selected (self->model, region);
}

/* Where a place is listed first, or GTK_INVALID_LIST_POSITION. */
static guint
find_region (FasciaBodyList *self, const FasciaRegion *region)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (FasciaBodyListItem) item
          = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (fascia_body_list_item_get_region (item) == region)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
fascia_body_list_focus_region (FasciaBodyList *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));
  g_return_if_fail (region != NULL);

  FasciaBodyListItem *focus = fascia_body_list_get_focus (self);
  guint position = find_region (self, region);

  /* Listed twice: where the keyboard is already is as good. */
  if (focus != NULL && fascia_body_list_item_get_region (focus) == region)
    return;
  gtk_widget_grab_focus (position != GTK_INVALID_LIST_POSITION ? GTK_WIDGET (self->view)
                                                               : GTK_WIDGET (self));
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                             NULL);
}

FasciaBodyModel *
fascia_body_list_get_model (FasciaBodyList *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_LIST (self), NULL);

  return self->model;
}

/* ---- the rest ---- */

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  return fascia_body_list_item_compare ((FasciaBodyListItem *) a, (FasciaBodyListItem *) b);
}

static void
fascia_body_list_dispose (GObject *object)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->under);
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
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  const FasciaRegion *region = fascia_body_model_get_selected (self->model);
  guint position = region != NULL ? find_region (self, region) : GTK_INVALID_LIST_POSITION;

  if (adjustment == NULL || gtk_adjustment_get_page_size (adjustment) <= 0)
    return G_SOURCE_CONTINUE;
  if (position != GTK_INVALID_LIST_POSITION && position > 0)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
  else
    gtk_adjustment_set_value (adjustment, 0);
  return G_SOURCE_REMOVE;
}

/* The place worked on is in sight, without a place the top. */
static void
fascia_body_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_body_list_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, on_first_tick, NULL, NULL);
}

static void
on_loaded (FasciaBodyList *self)
{
  if (!self->was_loaded && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_tick, NULL, NULL);
  self->was_loaded = TRUE;
}

static void
fascia_body_list_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fascia_body_list_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (fascia_body_list_follow_focus), widget, G_CONNECT_SWAPPED);
}

static void
fascia_body_list_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), fascia_body_list_follow_focus,
                                        widget);

  GTK_WIDGET_CLASS (fascia_body_list_parent_class)->unroot (widget);
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
  widget_class->map = fascia_body_list_map;
  widget_class->root = fascia_body_list_root;
  widget_class->unroot = fascia_body_list_unroot;

  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  signals[SIGNAL_MORE] = g_signal_new ("more", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  fascia_body_list_menus_install (widget_class);
  fascia_body_list_install_keys (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bodylist");
}

static void
fascia_body_list_init (FasciaBodyList *self)
{
  self->rows = g_ptr_array_new ();
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

  self->view = GTK_LIST_VIEW (gtk_list_view_new (
      GTK_SELECTION_MODEL (g_object_ref (self->selection)), fascia_body_list_create_rows (self)));
  g_autoptr (GtkListItemFactory) headers = fascia_body_list_create_headings (self);
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
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->areas), _ ("Areas"));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->areas), TRUE);
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
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
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

  fascia_body_list_add_keys (self);
  return GTK_WIDGET (self);
}
