/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at a window as assistive technology does: by role and label. Needs GTK_A11Y=test. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FALSE ends the walk. */
typedef gboolean (*FasciaA11yFunc) (GtkAccessible *accessible, gpointer data);

/* All accessible objects below and including @root, parents first. FALSE when @func stopped. */
gboolean fascia_a11y_foreach (GtkAccessible *root, FasciaA11yFunc func, gpointer data);

/* (transfer none) (nullable) The first object of that role whose label property is @label. */
GtkAccessible *fascia_a11y_find (GtkAccessible *root, GtkAccessibleRole role, const char *label);

/* How many objects of that role there are below and including @root. */
guint fascia_a11y_count (GtkAccessible *root, GtkAccessibleRole role);

G_END_DECLS
