/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of menu items for who does not see them.
 */

#include "config.h"

#include "fascia-menu-names.h"

/* (transfer full) Without the low line of a mnemonic; two of them are one that is meant. */
static char *
strip_mnemonic (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && *++p == '\0')
        break;
      g_string_append_c (plain, *p);
    }
  return g_string_free_and_steal (plain);
}

static gboolean
is_item (GtkWidget *widget)
{
  const GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return (role == GTK_ACCESSIBLE_ROLE_MENU_ITEM || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX
          || role == GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO)
         && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text") != NULL;
}

void
fascia_menu_name_items (GtkWidget *menu)
{
  g_return_if_fail (GTK_IS_WIDGET (menu));

  if (is_item (menu))
    {
      g_autofree char *text = NULL;

      g_object_get (menu, "text", &text, NULL);
      if (text == NULL)
        return;
      g_autofree char *name = strip_mnemonic (text);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (menu); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fascia_menu_name_items (child);
}

static void
on_active_changed (GtkMenuButton *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL && gtk_menu_button_get_active (button))
    fascia_menu_name_items (GTK_WIDGET (popover));
}

void
fascia_menu_button_name_items (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  g_signal_connect_after (button, "notify::active", G_CALLBACK (on_active_changed), NULL);
}
