/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows and headings of the list twin.
 */

#include "config.h"

#include "fascia-body-list-private.h"

#include <glib/gi18n.h>

#include "fascia-body-list-menus.h"

static void
update_row (FasciaBodyList *self, GtkListItem *item)
{
  FasciaBodyListRow *row = FASCIA_BODY_LIST_ROW (gtk_list_item_get_child (item));

  fascia_body_list_row_update (row);
  g_autofree char *label = fascia_body_list_row_dup_label (row);
  if (label != NULL)
    gtk_list_item_set_accessible_label (item, label);
}

void
fascia_body_list_update_rows (FasciaBodyList *self)
{
  g_return_if_fail (FASCIA_IS_BODY_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, g_ptr_array_index (self->rows, i));
}

/* ---- rows ---- */

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

  if (item != NULL)
    fascia_body_list_ask_more (self, item);
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
  fascia_body_list_show_menu (self, item, &at);
}

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

/* ---- headings ---- */

static void
on_header_setup (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("whole area", "Area"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
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
  const char *name = fascia_body_list_items_get_group_name (
      fascia_body_model_get_body (self->model), group,
      fascia_body_model_get_target (self->model) == FASCIA_BODY_TARGET_NOW);
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

/* ---- factories ---- */

static GtkListItemFactory *
create_factory (GCallback setup, GCallback bind, FasciaBodyList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, self);
  g_signal_connect (factory, "bind", bind, self);
  return factory;
}

GtkListItemFactory *
fascia_body_list_create_rows (FasciaBodyList *self)
{
  GtkListItemFactory *factory
      = create_factory (G_CALLBACK (on_row_setup), G_CALLBACK (on_row_bound), self);

  g_signal_connect (factory, "unbind", G_CALLBACK (on_row_unbound), self);
  return factory;
}

GtkListItemFactory *
fascia_body_list_create_headings (FasciaBodyList *self)
{
  return create_factory (G_CALLBACK (on_header_setup), G_CALLBACK (on_header_bound), self);
}
