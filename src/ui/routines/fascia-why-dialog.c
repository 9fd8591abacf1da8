/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Why this?": the data, the rule and the checks behind a suggestion.
 */

#include "config.h"

#include "fascia-why-dialog.h"
#include "widgets/fascia-fit.h"

#include <glib/gi18n.h>

static void
add_line (AdwPreferencesGroup *group, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static void
add_group (AdwPreferencesPage *page, const char *title, const char *const *lines)
{
  if (lines == NULL || lines[0] == NULL)
    return;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (group, lines[i]);
  adw_preferences_page_add (page, group);
}

AdwDialog *
fascia_why_dialog_new (const FasciaSuggestion *suggestion)
{
  g_return_val_if_fail (suggestion != NULL, NULL);

  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  const char *why[] = { suggestion->why, NULL };
  const char *rule[] = { fascia_rule_get_text (suggestion->rule), NULL };
  const char *effect[] = { suggestion->effect, NULL };

  add_group (page, _ ("Why"), why);
  add_group (page, _ ("What It Rests On"), (const char *const *) suggestion->data);
  add_group (page, _ ("The Rule"), rule);
  add_group (page, _ ("In Your Entries"), effect);
  add_group (page, _ ("Safety Checks Made"), (const char *const *) suggestion->checks);

  GtkWidget *view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));

  AdwDialog *dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, _ ("Why This?"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
