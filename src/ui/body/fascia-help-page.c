/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help" at a place: the signs by urgency, and what to do.
 */

#include "config.h"

#include "fascia-help-page.h"

#include <glib/gi18n.h>

const char *
fascia_help_page_get_level_title (FasciaSignLevel level)
{
  switch (level)
    {
    case FASCIA_SIGN_EMERGENCY:
      return _ ("Now");
    case FASCIA_SIGN_SAME_DAY:
      return _ ("Today");
    case FASCIA_SIGN_SOON:
    default:
      return _ ("Soon");
    }
}

static GPtrArray *
collect (FasciaSigns *signs, const FasciaRegion *region, const char *const *groups)
{
  if (groups == NULL || groups[0] == NULL)
    return fascia_signs_find (signs, region);

  GPtrArray *all = g_ptr_array_new ();
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) some = fascia_signs_get_group (signs, groups[i]);

      for (guint k = 0; k < some->len; k++)
        if (!g_ptr_array_find (all, g_ptr_array_index (some, k), NULL))
          g_ptr_array_add (all, g_ptr_array_index (some, k));
    }
  return all;
}

static void
add_level (AdwPreferencesPage *page, const GPtrArray *signs, FasciaSignLevel level)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gboolean has_any = FALSE;

  for (guint i = 0; i < signs->len; i++)
    {
      const FasciaSign *sign = g_ptr_array_index (signs, i);
      if (fascia_sign_get_level (sign) != level)
        continue;

      GtkWidget *row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_sign_get_question (sign));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (group, row);
      has_any = TRUE;
    }
  if (!has_any)
    {
      g_object_ref_sink (group);
      g_object_unref (group);
      return;
    }
  adw_preferences_group_set_title (group, fascia_help_page_get_level_title (level));
  adw_preferences_group_set_description (group, fascia_sign_level_get_advice (level));
  adw_preferences_page_add (page, group);
}

AdwNavigationPage *
fascia_help_page_new (FasciaSigns *signs, const FasciaRegion *region, const char *const *groups)
{
  g_return_val_if_fail (signs != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  AdwPreferencesPage *content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *view = adw_toolbar_view_new ();
  g_autoptr (GPtrArray) found = collect (signs, region, groups);

  adw_preferences_page_set_description (
      content, found->len > 0
                   ? _ ("If your answer to one of these is yes, do what stands above it.")
                   : _ ("There are no particular signs for this place."));
  for (int level = FASCIA_SIGN_EMERGENCY; level <= FASCIA_SIGN_SOON; level++)
    add_level (content, found, (FasciaSignLevel) level);

  GtkWidget *last = adw_preferences_group_new ();
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (last),
      _ ("These questions do not say what you have. When you are worried, ask somebody who can "
         "look at you. Fascia is not medical advice."));
  adw_preferences_page_add (content, ADW_PREFERENCES_GROUP (last));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (content));
  return adw_navigation_page_new_with_tag (view, _ ("When to Get Help"), "help");
}
