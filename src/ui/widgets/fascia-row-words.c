/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of rows and groups: the second line of a row, said aloud; a title that is never cut.
 */

#include "config.h"

#include "fascia-row-words.h"

void
fascia_row_set_words (AdwActionRow *row, const char *words)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  adw_action_row_set_subtitle (row, words != NULL ? words : "");
  /* A relation goes before the words, and a description of the label, which has none, is all it
   * yields. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

GtkWidget *
fascia_words_row_new (const char *title, const char *words)
{
  g_return_val_if_fail (title != NULL, NULL);

  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);

  fascia_row_set_words (ADW_ACTION_ROW (row), words);
  return row;
}

/* (nullable) */
static GtkWidget *
find_head (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_ACTION_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_head (child);
  return found;
}

void
fascia_expander_row_set_words (AdwExpanderRow *row, const char *words)
{
  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));

  GtkWidget *head = find_head (GTK_WIDGET (row));

  adw_expander_row_set_subtitle (row, words != NULL ? words : "");
  if (head == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
wrap_labels (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_labels (child, text);
}

void
fascia_group_set_title (AdwPreferencesGroup *group, const char *title)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));
  g_return_if_fail (title != NULL);

  adw_preferences_group_set_title (group, title);
  wrap_labels (GTK_WIDGET (group), title);
}
