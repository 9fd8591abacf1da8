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
#include "fascia-level-badge.h"

#define MAX_WIDTH 600

/* ---- one place, as list models want it: an object ---- */

#define FASCIA_TYPE_BODY_LIST_ITEM (fascia_body_list_item_get_type ())
G_DECLARE_FINAL_TYPE (FasciaBodyListItem, fascia_body_list_item, FASCIA, BODY_LIST_ITEM, GObject)

struct _FasciaBodyListItem
{
  GObject parent_instance;

  const FasciaRegion *region;
  guint group; /* number of its group, in the order of the lists */
};

G_DEFINE_FINAL_TYPE (FasciaBodyListItem, fascia_body_list_item, G_TYPE_OBJECT)

static void
fascia_body_list_item_class_init (FasciaBodyListItemClass *klass)
{
}

static void
fascia_body_list_item_init (FasciaBodyListItem *self)
{
}

/* ---- the list ---- */

struct _FasciaBodyList
{
  GtkWidget parent_instance;

  FasciaBodyModel *model;
  GtkWidget *box;
  GtkWidget *search;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkCustomFilter *filter;
  GHashTable *found; /* regions that the search text means; NULL without a text */
  GPtrArray *rows;   /* rows that show a place now */
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

/* What a row is made of. */
typedef struct
{
  GtkListItem *item;
  GtkWidget *badge;
  GtkLabel *name;
  GtkLabel *value;
  GtkWidget *more;
} Row;

static const char row_key[] = "fascia-row";

static void
update_row (FasciaBodyList *self, Row *row)
{
  FasciaBodyListItem *item = gtk_list_item_get_item (row->item);
  if (item == NULL)
    return;

  FasciaScale scale = fascia_body_model_get_scale (self->model);
  const FasciaBodyPlace *place = fascia_body_model_get_place (self->model, item->region);
  gint32 today = fascia_body_state_get_today (fascia_body_model_get_state (self->model));
  int level = FASCIA_LEVEL_NOT_GIVEN;
  FasciaBodyLook look = fascia_body_place_get_look (place, scale, &level);
  g_autofree char *value = fascia_body_place_dup_description (place, scale, today);
  /* Translators: a place and its level, for screen readers: "Left shoulder top, tight 6" */
  g_autofree char *label = g_strdup_printf (C_ ("place and level", "%s, %s"),
                                            fascia_region_get_name (item->region), value);

  gtk_label_set_label (row->name, fascia_region_get_name (item->region));
  gtk_label_set_label (row->value, value);
  gtk_widget_set_visible (GTK_WIDGET (row->value), look != FASCIA_BODY_LOOK_PLAIN);
  fascia_level_badge_set (FASCIA_LEVEL_BADGE (row->badge), look, level);
  gtk_list_item_set_accessible_label (row->item, label);
}

static void
on_model_changed (FasciaBodyList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, g_ptr_array_index (self->rows, i));
}

void
fascia_body_list_click (FasciaBodyList *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));
  g_return_if_fail (region != NULL);

  gboolean is_marked
      = fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region));
  fascia_body_model_set_selected (self->model, region);
  if (is_marked)
    g_signal_emit (self, signals[SIGNAL_CLICKED], 0, region);
  else
    fascia_body_model_mark (self->model, region);
}

static void
on_row_clicked (GtkGestureClick *gesture, int n_press, double x, double y, FasciaBodyList *self)
{
  Row *row = g_object_get_data (G_OBJECT (gesture), row_key);
  FasciaBodyListItem *item = gtk_list_item_get_item (row->item);
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *under = gtk_widget_pick (box, x, y, GTK_PICK_DEFAULT);

  /* A swipe ends somewhere else; the button is another matter. */
  if (item == NULL || n_press != 1 || under == NULL || under == row->more
      || gtk_widget_is_ancestor (under, row->more))
    return;
  fascia_body_list_click (self, item->region);
}

static void
on_more_clicked (GtkButton *button, FasciaBodyList *self)
{
  Row *row = g_object_get_data (G_OBJECT (button), row_key);
  FasciaBodyListItem *item = gtk_list_item_get_item (row->item);

  if (item == NULL)
    return;
  fascia_body_model_set_selected (self->model, item->region);
  g_signal_emit (self, signals[SIGNAL_MORE], 0, item->region);
}

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *item, FasciaBodyList *self)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  row->item = item;
  row->badge = fascia_level_badge_new ();
  row->name = GTK_LABEL (gtk_label_new (NULL));
  row->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (row->name, 0);
  gtk_label_set_xalign (row->value, 0);
  gtk_label_set_ellipsize (row->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (row->value, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (row->value), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->value), "dimmed");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row->value));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), row->badge);
  row->more = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_set_tooltip_text (row->more, _ ("More About This Place"));
  gtk_widget_set_valign (row->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->more, "flat");
  gtk_widget_add_css_class (row->more, "circular");
  g_object_set_data (G_OBJECT (row->more), row_key, row);
  g_signal_connect_object (row->more, "clicked", G_CALLBACK (on_more_clicked), self, 0);
  gtk_box_append (GTK_BOX (box), row->more);
  gtk_list_item_set_child (item, box);

  GtkGesture *click = gtk_gesture_click_new ();
  g_object_set_data (G_OBJECT (click), row_key, row);
  g_signal_connect (click, "released", G_CALLBACK (on_row_clicked), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  g_object_set_data_full (G_OBJECT (item), row_key, row, g_free);
}

static void
on_row_bound (GtkSignalListItemFactory *factory, GtkListItem *item, FasciaBodyList *self)
{
  Row *row = g_object_get_data (G_OBJECT (item), row_key);

  g_ptr_array_add (self->rows, row);
  update_row (self, row);
}

static void
on_row_unbound (GtkSignalListItemFactory *factory, GtkListItem *item, FasciaBodyList *self)
{
  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, g_object_get_data (G_OBJECT (item), row_key));
}

static void
on_header_setup (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_header_set_child (header, label);
}

static void
on_header_bound (GtkSignalListItemFactory *factory, GtkListHeader *header, FasciaBodyList *self)
{
  FasciaBodyListItem *item = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_list_header_get_child (header);

  if (item != NULL)
    gtk_label_set_label (GTK_LABEL (label),
                         fascia_body_get_group_name (fascia_body_model_get_body (self->model),
                                                     fascia_region_get_group (item->region)));
}

/* ---- search ---- */

static gboolean
is_shown (gpointer data, gpointer user_data)
{
  FasciaBodyListItem *item = FASCIA_BODY_LIST_ITEM (data);
  FasciaBodyList *self = user_data;

  return self->found == NULL || g_hash_table_contains (self->found, item->region);
}

static void
on_search_changed (FasciaBodyList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->found, g_hash_table_unref);
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

  return item != NULL ? item->region : NULL;
}

static void
activate (FasciaBodyList *self, const FasciaRegion *region)
{
  gboolean is_marked
      = fascia_body_place_is_marked (fascia_body_model_get_place (self->model, region));

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

  if (item != NULL)
    activate (self, item->region);
}

static void
on_selection_changed (FasciaBodyList *self)
{
  const FasciaRegion *region = get_selected (self);

  if (region != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
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

      if (item->region != region)
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      gtk_list_view_scroll_to (self->view, i, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
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

  if (region == NULL && action.kind != FASCIA_BODY_ACTION_FIND)
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
    case FASCIA_BODY_ACTION_NONE:
    case FASCIA_BODY_ACTION_WALK:
    case FASCIA_BODY_ACTION_ACTIVATE:
    case FASCIA_BODY_ACTION_HEAD:
    case FASCIA_BODY_ACTION_FEET:
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

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const FasciaBodyListItem *x = a;
  const FasciaBodyListItem *y = b;

  return (x->group > y->group) - (x->group < y->group);
}

/* Groups in their order; within a group the order of the body. */
static GListModel *
create_items (FasciaBody *body)
{
  GListStore *store = g_list_store_new (FASCIA_TYPE_BODY_LIST_ITEM);

  for (guint g = 0; g < fascia_body_get_n_groups (body); g++)
    {
      const char *group = fascia_body_get_group_code (body, g);

      for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
        {
          const FasciaRegion *region = fascia_body_get_region (body, i);
          if (g_strcmp0 (fascia_region_get_group (region), group) != 0
              || fascia_region_get_retired (region) != 0)
            continue;

          g_autoptr (FasciaBodyListItem) item = g_object_new (FASCIA_TYPE_BODY_LIST_ITEM, NULL);
          item->region = region;
          item->group = g;
          g_list_store_append (store, item);
        }
    }
  return G_LIST_MODEL (store);
}

static void
fascia_body_list_dispose (GObject *object)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
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

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  GListModel *filtered = G_LIST_MODEL (gtk_filter_list_model_new (
      create_items (fascia_body_model_get_body (model)), GTK_FILTER (g_object_ref (self->filter))));
  GtkSortListModel *sorted = gtk_sort_list_model_new (filtered, NULL);
  g_autoptr (GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));
  gtk_sort_list_model_set_section_sorter (sorted, sections);
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

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *search_clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (search_clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (search_clamp), self->search);
  gtk_box_append (GTK_BOX (self->box), search_clamp);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_row_activated), self);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (on_model_changed), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), on_first_tick, NULL, NULL);

  GtkEventController *keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  return GTK_WIDGET (self);
}
