/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at a window as assistive technology does: by role and label. Needs GTK_A11Y=test. */

#include "fascia-a11y-utils.h"

gboolean
fascia_a11y_foreach (GtkAccessible *root, FasciaA11yFunc func, gpointer data)
{
  if (!func (root, data))
    return FALSE;

  g_autoptr (GtkAccessible) child = gtk_accessible_get_first_accessible_child (root);
  while (child != NULL)
    {
      if (!fascia_a11y_foreach (child, func, data))
        return FALSE;

      g_autoptr (GtkAccessible) next = gtk_accessible_get_next_accessible_sibling (child);
      g_set_object (&child, next);
    }
  return TRUE;
}

typedef struct
{
  GtkAccessibleRole role;
  const char *label;
  GtkAccessible *found;
  guint n_found;
} Search;

static gboolean
is_wanted (GtkAccessible *accessible, gpointer data)
{
  Search *search = data;

  if (gtk_accessible_get_accessible_role (accessible) != search->role)
    return TRUE;
  if (search->label == NULL)
    {
      search->n_found++;
      return TRUE;
    }

  /* NULL means equal; otherwise it tells what the label is instead. */
  g_autofree char *difference = gtk_test_accessible_check_property (
      accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, search->label);
  if (difference != NULL)
    return TRUE;
  search->found = accessible;
  return FALSE;
}

GtkAccessible *
fascia_a11y_find (GtkAccessible *root, GtkAccessibleRole role, const char *label)
{
  Search search = { .role = role, .label = label };

  g_return_val_if_fail (label != NULL, NULL);
  fascia_a11y_foreach (root, is_wanted, &search);
  return search.found;
}

guint
fascia_a11y_count (GtkAccessible *root, GtkAccessibleRole role)
{
  Search search = { .role = role };

  fascia_a11y_foreach (root, is_wanted, &search);
  return search.n_found;
}
