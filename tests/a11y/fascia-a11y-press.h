/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether all that can be clicked can be pressed by somebody who sends no clicks.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a click would do, somebody who sends no clicks can do, too: rows that do something have an
 * action of their class, or hold what has one. */
static inline gboolean
is_pressable (GtkWidget *row)
{
  GType owner = 0;
  const char *name = NULL;
  const char *property = NULL;
  const GVariantType *parameter = NULL;

  for (guint n = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (row), n, &owner, &name,
                                                   &parameter, &property);
       n++)
    if (g_str_equal (name, "row.press") || g_str_equal (name, "routine.open"))
      return TRUE;
  return ADW_IS_ACTION_ROW (row)
         && adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)) != NULL;
}

static inline void
assert_pressable (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  /* The head of an expander row is opened by key; switches and choices are pressed themselves. */
  if (GTK_IS_LIST_BOX_ROW (root) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (root))
      && !ADW_IS_BUTTON_ROW (root) && !gtk_widget_has_css_class (root, "header")
      && !ADW_IS_COMBO_ROW (root) && !ADW_IS_SWITCH_ROW (root) && !ADW_IS_ENTRY_ROW (root)
      && !ADW_IS_SPIN_ROW (root) && !is_pressable (root))
    {
      g_test_message ("%s “%s” can only be clicked", G_OBJECT_TYPE_NAME (root),
                      ADW_IS_PREFERENCES_ROW (root)
                          ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root))
                          : "");
      g_test_fail ();
    }
  if (ADW_IS_BUTTON_ROW (root))
    {
      g_test_message ("The button “%s” can only be clicked",
                      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_pressable (child);
}

G_END_DECLS
