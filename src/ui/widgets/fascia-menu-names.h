/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of menu items for who does not see them.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * fascia_menu_name_items:
 * @menu: a #GtkPopoverMenu, or any widget above its items
 *
 * GTK says of an item that it is labelled by a part of it that has no name itself: assistive
 * technology meets nameless items. This gives each its text. Call it when the menu is shown, and
 * again when items came to it.
 */
void fascia_menu_name_items (GtkWidget *menu);

/* Does that whenever the menu of @button is opened. */
void fascia_menu_button_name_items (GtkMenuButton *button);

G_END_DECLS
