/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menus of the list twin and what they do: one place, a group, a whole area.
 */

#include "config.h"

#include "fascia-body-list-menus.h"

#include <glib/gi18n.h>

#include "fascia-body-list.h"

/* ---- menus ---- */

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* A whole group at once, or its left or right half. */
GMenu *
fascia_body_list_menus_of_group (FasciaBody *body, guint group)
{
  g_return_val_if_fail (body != NULL, NULL);

  g_autoptr (GPtrArray) all = fascia_body_list_items_get_regions (body, group, FASCIA_SIDE_MIDLINE);
  g_autoptr (GPtrArray) left = fascia_body_list_items_get_regions (body, group, FASCIA_SIDE_LEFT);
  g_autoptr (GPtrArray) right = fascia_body_list_items_get_regions (body, group, FASCIA_SIDE_RIGHT);
  GMenu *menu = g_menu_new ();

  if (all->len > 0)
    append (menu, _ ("Mark _All of It"), "list.mark-group",
            g_variant_new ("(uu)", group, FASCIA_SIDE_MIDLINE));
  if (left->len > 1)
    append (menu, _ ("Mark the _Left Side"), "list.mark-group",
            g_variant_new ("(uu)", group, FASCIA_SIDE_LEFT));
  if (right->len > 1)
    append (menu, _ ("Mark the _Right Side"), "list.mark-group",
            g_variant_new ("(uu)", group, FASCIA_SIDE_RIGHT));
  return menu;
}

GMenu *
fascia_body_list_menus_of_place (FasciaBodyModel *model, FasciaBodyListItem *item)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (FASCIA_IS_BODY_LIST_ITEM (item), NULL);

  FasciaBody *body = fascia_body_model_get_body (model);
  const FasciaRegion *region = fascia_body_list_item_get_region (item);
  guint group = fascia_body_list_item_get_part (item);
  const char *code = fascia_body_list_item_get_code (item);
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) whole = fascia_body_list_menus_of_group (body, group);
  GMenu *menu = g_menu_new ();

  if (region != NULL)
    {
      gboolean is_marked
          = fascia_body_place_is_marked (fascia_body_model_get_place (model, region));

      append (place, _ ("_More About This Place"), "list.more", g_variant_new_string (code));
      append (place, _ ("_Spreads to…"), "list.spread", g_variant_new_string (code));
      if (is_marked && fascia_region_get_mirror (region) != NULL)
        append (place, _ ("_Copy to the Other Side"), "list.mirror", g_variant_new_string (code));
      if (is_marked)
        append (place, _ ("Remo_ve the Mark"), "list.remove", g_variant_new_string (code));
    }
  else
    append (place, _ ("Remo_ve the Mark"), "list.remove", g_variant_new_string (code));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, fascia_body_list_items_get_group_name (body, group, TRUE),
                         G_MENU_MODEL (whole));
  return menu;
}

/* ---- what they do ---- */

void
fascia_body_list_menus_begin_spread (FasciaBodyModel *model, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (model));
  g_return_if_fail (region != NULL);

  if (!fascia_body_model_is_editable (model))
    return;
  fascia_body_model_set_selected (model, region);
  fascia_body_model_set_tool (model, FASCIA_BODY_TOOL_SPREAD);
}

static const FasciaRegion *
lookup (FasciaBodyList *self, GVariant *code)
{
  return fascia_body_lookup (fascia_body_model_get_body (fascia_body_list_get_model (self)),
                             g_variant_get_string (code, NULL));
}

static void
on_more_activated (GtkWidget *widget, const char *name, GVariant *code)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);
  const FasciaRegion *region = lookup (self, code);

  if (region != NULL)
    g_signal_emit_by_name (self, "more", region);
}

static void
on_spread_activated (GtkWidget *widget, const char *name, GVariant *code)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);
  const FasciaRegion *region = lookup (self, code);

  if (region != NULL)
    fascia_body_list_menus_begin_spread (fascia_body_list_get_model (self), region);
}

static void
on_mirror_activated (GtkWidget *widget, const char *name, GVariant *code)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);
  const FasciaRegion *region = lookup (self, code);

  if (region != NULL)
    fascia_body_model_mirror (fascia_body_list_get_model (self), region);
}

static void
on_remove_activated (GtkWidget *widget, const char *name, GVariant *code)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);
  const FasciaRegion *region = lookup (self, code);

  if (region != NULL)
    fascia_body_model_remove (fascia_body_list_get_model (self), region);
  else
    fascia_body_model_forget (fascia_body_list_get_model (self), g_variant_get_string (code, NULL));
}

static void
on_mark_group_activated (GtkWidget *widget, const char *name, GVariant *target)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);
  guint32 group = 0;
  guint32 side = 0;

  g_variant_get (target, "(uu)", &group, &side);
  g_autoptr (GPtrArray) regions = fascia_body_list_items_get_regions (
      fascia_body_model_get_body (fascia_body_list_get_model (self)), group, (FasciaSide) side);
  fascia_body_model_mark_all (fascia_body_list_get_model (self),
                              (const FasciaRegion *const *) regions->pdata, regions->len);
}

static void
on_mark_area_activated (GtkWidget *widget, const char *name, GVariant *index)
{
  FasciaBodyList *self = FASCIA_BODY_LIST (widget);
  const FasciaRegion *const *regions = fascia_body_get_area_regions (
      fascia_body_model_get_body (fascia_body_list_get_model (self)), g_variant_get_uint32 (index));
  guint n_regions = 0;

  while (regions != NULL && regions[n_regions] != NULL)
    n_regions++;
  fascia_body_model_mark_all (fascia_body_list_get_model (self), regions, n_regions);
}

GMenu *
fascia_body_list_menus_of_areas (FasciaBody *body)
{
  g_return_val_if_fail (body != NULL, NULL);

  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < fascia_body_get_n_areas (body); i++)
    append (menu, fascia_body_get_area_name (body, i), "list.mark-area", g_variant_new_uint32 (i));
  return menu;
}

void
fascia_body_list_menus_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "list.more", "s", on_more_activated);
  gtk_widget_class_install_action (klass, "list.spread", "s", on_spread_activated);
  gtk_widget_class_install_action (klass, "list.mirror", "s", on_mirror_activated);
  gtk_widget_class_install_action (klass, "list.remove", "s", on_remove_activated);
  gtk_widget_class_install_action (klass, "list.mark-group", "(uu)", on_mark_group_activated);
  gtk_widget_class_install_action (klass, "list.mark-area", "u", on_mark_area_activated);
}
